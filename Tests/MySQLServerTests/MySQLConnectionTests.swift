import Testing

@testable import MySQLServer

@Suite(.enabled(if: TestMySQL.isWanted)) struct MySQLConnectionTests {
  private func failure(_ change: (inout MySQLLocation) -> Void) async throws -> MySQLConnectionError? {
    var location = try TestMySQL.location()
    location.connectTimeout = 2
    change(&location)
    do throws(MySQLConnectionError) {
      await (try MySQLConnection.open(location)).close()
      return nil
    } catch {
      return error
    }
  }

  @Test func setsTheAssumedSession() async throws {
    let connection = try await TestMySQL.administrator()
    let session = try await connection.query(
      "SELECT 'a' = 'A', @@collation_connection, @@time_zone, @@transaction_isolation, @@sql_mode, @@character_set_results")
    #expect((0..<4).map { session[0, $0] } == ["0", "utf8mb4_0900_bin", "+00:00", "READ-COMMITTED"])
    #expect(session[0, 4]?.hasPrefix("ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES") == true && session[0, 5] == "utf8mb4")
  }

  @Test func countsTheRowsThatUpdateFinds() async throws {
    try await TestMySQL.withDatabase(["CREATE TABLE t (a int)", "INSERT INTO t VALUES (1), (1), (2)"]) { name in
      let connection = try await TestMySQL.administrator(database: name)
      #expect(try await connection.query("UPDATE t SET a = 1 WHERE a = 1").affected == 2)
      #expect(try await connection.execute("UPDATE t SET a = ? WHERE a = ?", [.int(2), .int(2)]).affected == 1)
    }
  }

  @Test(arguments: ["caching_sha2_password BY 'ge/he:im@'", "caching_sha2_password BY ''"], [MySQLLocation.TLSMode.disabled, .preferred, .required])
  func provesItselfBySHA2(_ clause: String, _ mode: MySQLLocation.TLSMode) async throws {
    try await TestMySQL.withAccount("IDENTIFIED WITH \(clause)") { user in
      for _ in 0..<2 {  // the second time the server's cache answers
        let error = try await failure {
          ($0.user, $0.password, $0.tlsMode) = (user, clause.contains("ge/") ? "ge/he:im@" : nil, mode)
          $0.connectTimeout = 60
        }
        #expect(error == nil)
      }
    }
  }

  @Test func saysWhetherTLSIsUsed() async throws {
    var location = try TestMySQL.location()
    for (mode, isEncrypted) in [(MySQLLocation.TLSMode.disabled, false), (.required, true), (.preferred, true)] {
      location.tlsMode = mode
      let connection = try await MySQLConnection.open(location)
      #expect(await connection.usesTLS == isEncrypted)
      #expect(try await connection.query("SHOW STATUS LIKE 'Ssl_cipher'")[0, 1]?.isEmpty == !isEncrypted)
    }
    guard case .tlsFailed? = try await failure({ $0.tlsMode = .verifyIdentity }) else {
      Issue.record("the test server's own certificate was accepted")
      return
    }
  }

  @Test func saysWhatTheServerRefuses() async throws {
    try await TestMySQL.withAccount { user in
      guard case .wrongPassword(let site)? = try await failure({ ($0.user, $0.password) = (user, "falsch") }) else {
        Issue.record("not a wrong password")
        return
      }
      #expect(site.user == user)
      guard case .missingPassword? = try await failure({ ($0.user, $0.password) = (user, nil) }) else {
        Issue.record("not a missing password")
        return
      }
      guard case .databaseNotGranted? = try await failure({ ($0.user, $0.password, $0.database) = (user, "ge/he:im@", "mysql") }) else {
        Issue.record("granted")
        return
      }
    }
    guard case .unknownDatabase? = try await failure({ $0.database = "sqlferry_no_such" }) else {
      Issue.record("not an unknown database")
      return
    }
    try await TestMySQL.withAccount("ACCOUNT LOCK") { user in
      guard case .accountUnusable? = try await failure({ $0.user = user }) else {
        Issue.record("not locked")
        return
      }
    }
    try await TestMySQL.withAccount("IDENTIFIED BY 'x' REQUIRE SSL") { user in
      let encrypted = try await failure { ($0.user, $0.password, $0.tlsMode) = (user, "x", .preferred) }
      let plain = try await failure { ($0.user, $0.password, $0.tlsMode) = (user, "x", .disabled) }
      #expect(encrypted == nil && plain != nil)
    }
  }

  @Test func saysThatThereIsNoServer() async throws {
    guard case .unreachable(let site, _)? = try await failure({ ($0.host, $0.port) = ("127.0.0.1", 1) }) else {
      Issue.record("not unreachable")
      return
    }
    #expect(site.address == "127.0.0.1:1")
    guard case .unreachable? = try await failure({ $0.socket = "/nonexistent/mysql.sock" }) else {
      Issue.record("not unreachable")
      return
    }
    let error = try await failure { $0.host = "no-such-host.invalid" }
    guard case .unknownHost? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func provesItselfBySHA256OverTLS() async throws {
    try await TestMySQL.withAccount("IDENTIFIED WITH sha256_password BY 'x'") { user in
      let error = try await failure { ($0.user, $0.password, $0.tlsMode) = (user, "x", .required) }
      #expect(error == nil)
    }
  }

  @Test func losesAKilledConnection() async throws {
    let connection = try await TestMySQL.administrator()
    let own = try #require(try await connection.query("SELECT CONNECTION_ID()")[0, 0])
    _ = try await TestMySQL.administrator().query("KILL \(own)")
    for _ in 0..<2 {
      do {
        _ = try await connection.query("SELECT 1")
        Issue.record("still there")
      } catch {
        guard case .lost = error else { return #expect("\(error)" == "") }
      }
    }
    try await connection.connect()
    #expect(try await connection.query("SELECT 1")[0, 0] == "1")
  }
}

@Suite struct MySQLConnectionErrorTests {
  /// The codes of "Error Messages and Common Problems" that this server cannot be brought to give.
  @Test(arguments: [
    (2059, "the MySQL client library cannot prove user \"u\" to the server at h:3306: why"), (3159, "the MySQL server at h:3306 admits encrypted connections only"),
    (1040, "the MySQL server at h:3306 has no connection left: why"), (1130, "the MySQL server at h:3306 does not admit user \"u\" from here: why"),
    (9999, "no connection to the MySQL server at h:3306: why (error 9999)"), (2013, "no MySQL server can be reached at h:3306: why"),
  ])
  func saysWhatACodeMeans(_ code: Int, _ message: String) throws {
    let site = MySQLSite(try MySQLLocation("mysql://u:geheim@h/db"))
    let error = MySQLConnectionError.diagnosed(code: code, message: "why", site: site, hasPassword: true)
    #expect(error.message == message && !error.help.isEmpty)
  }
}

import PostgresCatalog
import Testing

@testable import PostgresServer

@Suite(.enabled(if: TestServer.isWanted)) struct PostgresConnectionTests {
  private func failure(_ target: String) async throws -> PostgresConnectionError? {
    var options = PostgresConnection.Options()
    options.connectTimeout = 2
    do throws(PostgresConnectionError) {
      await (try PostgresConnection.open(target, options: options)).close()
      return nil
    } catch {
      return error
    }
  }

  @Test func preparesTheSession() async throws {
    let connection = try await PostgresConnection.open(TestServer.url)
    let settings = try await connection.query(
      """
      SELECT current_setting('default_transaction_read_only'), current_setting('statement_timeout'), current_setting('lock_timeout'),
        current_setting('client_encoding'), current_setting('application_name')
      """)
    #expect((0..<5).map { settings[0, $0] } == ["on", "10s", "2s", "UTF8", "sqlferry"])
    await #expect(throws: PostgresFailure.self) { _ = try await connection.query("CREATE TABLE sqlferry_never (a int)") }
    let after = try await connection.query("SELECT 'ä€😀', NULL, $1::text", parameters: ["it's"])
    #expect((0..<3).map { after[0, $0] } == ["ä€😀", nil, "it's"])
  }

  @Test func keepsAShorterTimeOutOfTheConnectionString() async throws {
    let url = try TestServer.url(query: ["options": "-c statement_timeout=700 -c lock_timeout=60000"])
    let connection = try await PostgresConnection.open(url)
    let settings = try await connection.query("SELECT current_setting('statement_timeout'), current_setting('lock_timeout')")
    #expect((0..<2).map { settings[0, $0] } == ["700ms", "2s"])
  }

  @Test func saysThatThereIsNoServer() async throws {
    guard case .unreachable(let site, let reason)? = try await failure("postgresql://someone@127.0.0.1:1/shop") else {
      Issue.record("not unreachable")
      return
    }
    #expect(site == PostgresSite(host: "127.0.0.1", port: "1", database: "shop", user: "someone") && reason == "Connection refused")
    guard case .unreachable(let socket, _)? = try await failure("host=/nonexistent user=x dbname=y") else {
      Issue.record("not unreachable")
      return
    }
    #expect(socket.address == "socket /nonexistent/.s.PGSQL.5432")
  }

  @Test func saysThatTheHostIsUnknown() async throws {
    guard case .unknownHost? = try await failure("postgresql://u@no-such-host.invalid/x") else {
      Issue.record("\(String(describing: try await failure("postgresql://u@no-such-host.invalid/x")))")
      return
    }
  }

  @Test func givesUpOnASilentServer() async throws {
    let listener = try SilentListener()
    let error = try await failure("host=127.0.0.1 port=\(listener.port) user=u dbname=d")
    guard case .noAnswer(let site, let seconds)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(site.port == "\(listener.port)" && seconds == 2)
  }

  @Test func saysWhatTheServerRefuses() async throws {
    let name = TestServer.freshName("gone")
    guard case .unknownDatabase(let site)? = try await failure(TestServer.url(database: name)) else {
      Issue.record("not an unknown database")
      return
    }
    #expect(site.database == name)
    guard case .unknownRole? = try await failure(TestServer.url(user: name)) else {
      Issue.record("not an unknown role")
      return
    }
    guard case .tlsNotOffered? = try await failure(TestServer.url(query: ["sslmode": "require"])) else {
      Issue.record("TLS offered")
      return
    }
  }

  @Test func saysThatARoleMayNotConnect() async throws {
    let role = TestServer.freshName("role")
    try await TestServer.withDatabase(["CREATE ROLE \(role) LOGIN"]) { name in
      _ = try await TestServer.administrator().query("REVOKE CONNECT ON DATABASE \(name) FROM PUBLIC")
      let error = try await failure(TestServer.url(database: name, user: role))
      guard case .connectNotGranted? = error else { return #expect(error == nil) }
      #expect(error?.help == "GRANT CONNECT ON DATABASE \(name) TO \(role);")
      _ = try await TestServer.administrator().query("ALTER ROLE \(role) CONNECTION LIMIT 0")
      _ = try await TestServer.administrator().query("GRANT CONNECT ON DATABASE \(name) TO PUBLIC")
      guard case .tooManyConnections? = try await failure(TestServer.url(database: name, user: role)) else {
        Issue.record("connections left")
        return
      }
    }
    _ = try await TestServer.administrator().query("DROP ROLE \(role)")
  }

  @Test(arguments: [
    "host=localhost password=it is secret", "postgresql://u:sec%zzret@h/db", "postgresql://u:secret@h:port:x/db", "secret=1", "host='secret", "postgresql://u:sec/ret@h/db",
  ])
  func keepsThePasswordToItself(_ target: String) async throws {
    guard case .invalidConnectionString(let reason)? = try await failure(target) else {
      Issue.record("read: \(target)")
      return
    }
    #expect(!reason.contains("sec") && !reason.contains("ret"))
  }
}

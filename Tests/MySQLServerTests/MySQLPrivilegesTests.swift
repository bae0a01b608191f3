import Testing

@testable import MySQLServer

@Suite struct MySQLGrantsTests {
  private static func allows(_ privilege: String, in database: String, _ lines: String...) -> Bool {
    MySQLGrants(lines: lines).allows(privilege, in: database)
  }

  @Test(arguments: [
    ("GRANT SELECT, INSERT ON *.* TO `u`@`%`", "INSERT", "shop", true), ("GRANT USAGE ON *.* TO `u`@`%`", "SELECT", "shop", false),
    ("GRANT ALL PRIVILEGES ON `shop`.* TO `u`@`%` WITH GRANT OPTION", "CREATE VIEW", "shop", true),
    ("GRANT ALL PRIVILEGES ON `shop`.* TO `u`@`%`", "SELECT", "shop2", false), ("GRANT SELECT ON `shop%`.* TO `u`@`%`", "SELECT", "shop2", true),
    ("GRANT SELECT ON `s_op`.* TO `u`@`%`", "SELECT", "shop", true), ("GRANT SELECT ON `s\\_op`.* TO `u`@`%`", "SELECT", "shop", false),
    ("GRANT SELECT ON `s\\_op`.* TO `u`@`%`", "SELECT", "s_op", true), ("GRANT CREATE VIEW, SHOW VIEW ON `a``b`.* TO `u`@`%`", "SHOW VIEW", "a`b", true),
    ("GRANT SELECT (`a`, `o) ON`), INSERT ON `shop`.`t` TO `u`@`%`", "INSERT", "shop", false),
    ("GRANT SELECT (`a`), INSERT ON *.* TO `u`@`%`", "SELECT", "shop", false), ("GRANT EXECUTE ON PROCEDURE `shop`.`p` TO `u`@`%`", "EXECUTE", "shop", false),
    ("GRANT `r`@`%` TO `u`@`%`", "SELECT", "shop", false), ("GRANT PROXY ON ``@`` TO `u`@`%`", "PROXY", "shop", false),
    ("GRANT SELECT ON \"shop\".* TO \"u\"@\"%\"", "SELECT", "shop", true), ("GRANT SELECT ON `shop", "SELECT", "shop", false),
    ("GRANT SELECT (", "SELECT", "shop", false), ("", "SELECT", "shop", false),
  ])
  func readsALine(_ line: String, _ privilege: String, _ database: String, _ isAllowed: Bool) {
    #expect(Self.allows(privilege, in: database, line) == isAllowed)
  }

  @Test func mindsPartialRevokesAndTheMostSpecificPattern() {
    let revoked = ["GRANT SELECT, INSERT ON *.* TO `u`@`%`", "REVOKE INSERT ON `shop`.* FROM `u`@`%`"]
    #expect(!MySQLGrants(lines: revoked, hasWildcards: false).allows("INSERT", in: "shop"))
    #expect(MySQLGrants(lines: revoked, hasWildcards: false).allows("INSERT", in: "other"))
    #expect(MySQLGrants(lines: revoked, hasWildcards: false).allows("SELECT", in: "shop"))
    let patterns = ["GRANT SELECT ON `%`.* TO `u`@`%`", "GRANT INSERT ON `shop`.* TO `u`@`%`"]
    #expect(!MySQLGrants(lines: patterns).allows("SELECT", in: "shop") && MySQLGrants(lines: patterns).allows("SELECT", in: "x"))
    #expect(!MySQLGrants(lines: ["GRANT SELECT ON `s%`.* TO `u`@`%`"], hasWildcards: false).allows("SELECT", in: "shop"))
  }
}

@Suite(.enabled(if: TestMySQL.isWanted)) struct MySQLPrivilegesTests {
  private func open(_ user: String) async throws -> MySQLConnection {
    var location = try TestMySQL.location()
    (location.user, location.password) = (user, "ge/he:im@")
    return try await MySQLConnection.open(location)
  }

  /// What is missing is granted by the very text of the result, and is missing no more.
  @Test func givesTheGrantThatMends() async throws {
    try await TestMySQL.withDatabase { name in
      let escaped = name.replacing("_", with: "\\_")
      try await TestMySQL.withAccount(grants: grants(["SELECT, CREATE, TRIGGER ON `\(escaped)`.*"])) { user in
        let before = try await MySQLPrivileges.check(open(user), database: name, extensionPackDatabase: "\(name)_ext")
        #expect(before.count == 27)
        #expect(before.filter(\.isGranted).map(\.name) == ["CREATE", "SELECT", "TRIGGER"])
        #expect(before.first { $0.name == "ALTER" }?.grant == "GRANT ALTER ON `\(escaped)`.* TO '\(user)'@'%';")
        let administrator = try await TestMySQL.administrator()
        let mending = MySQLPrivileges.mendingGrants(before)
        #expect(mending.count == 2)
        for grant in mending { _ = try await administrator.query(String(grant.dropLast())) }
        let after = try await MySQLPrivileges.check(open(user), database: name, extensionPackDatabase: "\(name)_ext")
        #expect(after.allSatisfy { $0.isGranted && $0.grant == nil })
      }
    }
  }

  private func grants(_ grants: [String]) -> [String] { grants.map { "GRANT " + $0 } }

  @Test func countsActiveRoles() async throws {
    let administrator = try await TestMySQL.administrator()
    let role = TestMySQL.freshName("r")
    _ = try await administrator.query("CREATE ROLE '\(role)'")
    _ = try await administrator.query("GRANT ALL ON `shop\\_x`.* TO '\(role)'")
    try await TestMySQL.withAccount(grants: grants(["'\(role)'"])) { user in
      let connection = try await open(user)
      #expect(try await MySQLPrivileges.check(connection, database: "shop_x").filter(\.isGranted).isEmpty)
      _ = try await connection.query("SET ROLE ALL")
      #expect(try await MySQLPrivileges.check(connection, database: "shop_x").filter(\.isGranted).count == 15)
    }
    _ = try await administrator.query("DROP ROLE '\(role)'")
  }

  @Test func comparesTheServersDefaults() async throws {
    var location = try TestMySQL.location()
    location.database = "mysql"
    var options = MySQLConnection.Options()
    options.preparesSession = false
    let connection = try await MySQLConnection.open(location, options: options)
    let settings = try await MySQLSessionCheck.settings(of: connection)
    let collation = try #require(settings.first { $0.name == "collation_connection" })
    #expect(!collation.holds && collation.mending == "SET NAMES utf8mb4 COLLATE utf8mb4_0900_bin")
    for setting in settings where !setting.holds && setting.mending.hasPrefix("SET ") { _ = try await connection.query(setting.mending) }
    let mended = try await MySQLSessionCheck.settings(of: connection)
    #expect(mended.first { $0.name == "collation_connection" }?.holds == true)
    #expect(mended.first { $0.name == "transaction_isolation" }?.holds == true)
    #expect(mended.first { $0.name == "time_zone" }?.holds == true)
  }

  @Test func knowsTheServer() async throws {
    let facts = try await TestMySQL.administrator().facts()
    #expect(facts.version.first?.isNumber == true && facts.account.contains("@") && facts.hasAssumedCollation && facts.auroraVersion == nil)
    #expect(try facts.target().name.hasPrefix("mysql-") && facts.maxAllowedPacket > 0 && facts.database == nil)
  }
}

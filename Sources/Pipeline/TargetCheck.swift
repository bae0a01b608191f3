import MySQLServer
import MySQLTarget

/// `check target`: whether a MySQL server is what rewrites assume, and whether the account may do what the migration needs.
package enum TargetCheck {
  /// - Parameters:
  ///   - target: What the rewrites will be for; nil where none was named.
  ///   - sqlModes: What the session's `sql_mode` has beside the default modes.
  package static func run(_ url: String, target: Target?, sqlModes: SQLModes = []) async throws(PipelineError) -> ServerCheck {
    var options = MySQLConnection.Options()
    options.preparesSession = false
    let connection: MySQLConnection
    do throws(MySQLConnectionError) {
      connection = try await MySQLConnection.open(url, options: options)
    } catch {
      throw .target(message: error.message, help: error.help)
    }
    do throws(MySQLFailure) {
      let facts = try await connection.facts()
      var check = ServerCheck()
      check.facts = self.facts(facts, connection)
      check.items += version(facts, target)
      if facts.database == nil {
        check.items.append(
          .init(
            group: "database", name: "a database is chosen", holds: false, reason: "privileges cannot be checked without one",
            mending: "name it in the URL: mysql://user@host:3306/database"))
      } else {
        check.items += try await privileges(connection, &check.mending)
      }
      check.items += try await session(connection, sqlModes)
      return check
    } catch {
      throw .target(message: "\(error)", help: "check that the account may log in and read its own grants")
    }
  }

  private static func facts(_ facts: MySQLFacts, _ connection: MySQLConnection) -> [ServerCheck.Fact] {
    [
      .init("server", "MySQL \(facts.version)" + (facts.versionComment.isEmpty ? "" : " \(facts.versionComment)") + (facts.auroraVersion.map { ", Aurora \($0)" } ?? "")),
      .init("address", connection.site.address), .init("account", facts.account), .init("database", facts.database ?? "none"),
      .init("TLS", facts.usesTLS ? "yes" : "no"), .init("character set", facts.characterSet), .init("collation", facts.databaseCollation),
      .init("time zone", facts.timeZone == "SYSTEM" ? "SYSTEM (\(facts.systemTimeZone))" : facts.timeZone),
    ]
  }

  private static func version(_ facts: MySQLFacts, _ target: Target?) -> [ServerCheck.Item] {
    let found: Target
    do throws(Target.NameError) {
      found = try facts.target()
    } catch {
      return [
        .init(
          group: "version", name: "version", holds: false, found: facts.version, expected: "MySQL \(Target.oldest) or later",
          reason: "\(error)", mending: "use a server of the version that the application will run on")
      ]
    }
    let expected = target ?? found
    let isSame = found.isSameRelease(as: expected)
    return [
      .init(
        group: "version", name: "version", holds: isSame, isRequired: false, found: found.name, expected: expected.name,
        reason: isSame ? "" : "rewrites for another version may be refused", mending: isSame ? "" : "scan with --target \(found.name)")
    ]
  }

  private static func privileges(
    _ connection: MySQLConnection, _ mending: inout [String]
  ) async throws(MySQLFailure) -> [ServerCheck.Item] {
    let privileges = try await MySQLPrivileges.check(connection, database: connection.database)
    mending += MySQLPrivileges.mendingGrants(privileges)
    return privileges.map { privilege in
      .init(
        group: "privileges on \(privilege.database) (\(purpose(privilege.purpose)))", name: privilege.name, holds: privilege.isGranted,
        isRequired: privilege.purpose == .schema, mending: privilege.grant ?? "")
    }
  }

  private static func purpose(_ purpose: MySQLPrivilege.Purpose) -> String {
    switch purpose {
    case .schema: "creating the converted schema"
    case .application: "what the application does"
    case .extensionPack: "functions that rewrites call"
    }
  }

  private static func session(_ connection: MySQLConnection, _ modes: SQLModes) async throws(MySQLFailure) -> [ServerCheck.Item] {
    try await MySQLSessionCheck.settings(of: connection, modes: modes).map { setting in
      .init(
        group: "session", name: setting.name, holds: setting.holds, isRequired: setting.need == .required, found: setting.found,
        expected: setting.expected, reason: setting.holds ? "" : setting.reason, mending: setting.mending)
    }
  }
}

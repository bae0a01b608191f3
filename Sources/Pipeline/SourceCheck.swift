import PostgresServer

/// `check source`: whether a PostgreSQL database can be scanned with, and whether the role may see all that it needs.
package enum SourceCheck {
  package static func run(_ target: String) async throws(PipelineError) -> ServerCheck {
    let connection: PostgresConnection
    do throws(PostgresConnectionError) {
      connection = try await PostgresConnection.open(target)
    } catch {
      throw .source(error)
    }
    do throws(PostgresFailure) {
      let facts = try await connection.facts()
      let privileges = try await PostgresPrivileges.check(connection)
      var check = ServerCheck()
      check.facts = self.facts(facts, address: await connection.site?.address ?? "")
      check.items = settings(facts) + privileges.map(item)
      check.mending = privileges.flatMap(\.grants)
      return check
    } catch {
      throw .catalog("\(error)")
    }
  }

  private static func facts(_ facts: PostgresFacts, address: String) -> [ServerCheck.Fact] {
    [
      .init("server", "\(facts.service.rawValue) \(facts.version)\(facts.auroraVersion.map { ", Aurora \($0)" } ?? "")"),
      .init("address", address), .init("role", facts.role + (facts.isSuperuser ? " (superuser)" : "")), .init("database", facts.database),
      .init("TLS", facts.usesTLS ? "yes" : "no"), .init("encoding", facts.encoding), .init("collation", facts.collation),
      .init("character type", facts.characterType), .init("time zone", facts.timeZone), .init("search path", facts.searchPath),
    ]
  }

  private static func settings(_ facts: PostgresFacts) -> [ServerCheck.Item] {
    let isUTF8 = facts.encoding == "UTF8"
    let isZoneUTC = ["UTC", "Etc/UTC", "GMT", "+00:00"].contains(facts.timeZone)
    return [
      .init(
        group: "server", name: "version", holds: facts.versionNumber >= 120_000, found: "\(facts.versionNumber / 10_000)", expected: "12 or later",
        reason: facts.versionNumber >= 120_000 ? "" : "its catalog lacks what is read", mending: facts.versionNumber >= 120_000 ? "" : "scan with a copy of the schema on a newer server"),
      .init(
        group: "server", name: "encoding", holds: isUTF8, isRequired: false, found: facts.encoding, expected: "UTF8",
        reason: isUTF8 ? "" : "statements are sent and messages read as UTF-8"),
      .init(
        group: "server", name: "standard_conforming_strings", holds: facts.standardConformingStrings,
        found: facts.standardConformingStrings ? "on" : "off", expected: "on",
        reason: facts.standardConformingStrings ? "" : "backslashes in string literals mean something else",
        mending: facts.standardConformingStrings ? "" : "ALTER DATABASE … SET standard_conforming_strings = on;"),
      .init(
        group: "server", name: "time zone", holds: isZoneUTC, isRequired: false, found: facts.timeZone, expected: "UTC",
        reason: isZoneUTC ? "" : "rewrites assume a session in UTC: current_date and casts of timestamptz follow the session's zone",
        mending: isZoneUTC ? "" : "compare with the zone that the application sets"),
    ]
  }

  private static func item(_ privilege: PostgresPrivilege) -> ServerCheck.Item {
    let missing = privilege.missing.prefix(5).joined(separator: ", ") + (privilege.missing.count > 5 ? ", …" : "")
    return ServerCheck.Item(
      group: "privileges", name: "\(privilege.kind.rawValue) \(privilege.name)", holds: privilege.isGranted,
      reason: privilege.isGranted
        ? "" : privilege.exists ? privilege.count > 1 ? "missing on \(missing)" : "missing" : "there is no such schema",
      mending: privilege.grants.joined(separator: " "))
  }
}

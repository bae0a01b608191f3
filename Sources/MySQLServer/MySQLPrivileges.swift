import MySQLTarget

/// Whether an account has one privilege that the migration needs.
package struct MySQLPrivilege: Hashable, Sendable {
  package enum Purpose: String, Hashable, Sendable {
    /// Creating the converted schema.
    case schema
    /// What the converted application does.
    case application
    /// The functions that rewrites call.
    case extensionPack
  }

  /// As GRANT spells it: `CREATE VIEW`.
  package var name: String
  package var database: String
  package var purpose: Purpose
  package var isGranted: Bool
  /// The GRANT that mends it, nil where nothing is to be mended.
  package var grant: String?
}

/// The privileges on MySQL that a migration needs (AWS SCT's guide asks for the same on a MySQL target).
package enum MySQLPrivileges {
  package static let schemaPrivileges = [
    "CREATE", "ALTER", "DROP", "INDEX", "REFERENCES", "SELECT", "CREATE VIEW", "SHOW VIEW", "TRIGGER", "CREATE ROUTINE",
    "ALTER ROUTINE", "EXECUTE",
  ]
  package static let applicationPrivileges = ["INSERT", "UPDATE", "DELETE"]

  /// Looks the privileges of the connected account up, those of its active roles and partial revokes included.
  ///
  /// - Parameter database: The application's.
  /// - Parameter extensionPackDatabase: Where the functions that rewrites call are to live.
  package static func check(
    _ connection: MySQLConnection, database: String, extensionPackDatabase: String = "pg_ext"
  ) async throws(MySQLFailure) -> [MySQLPrivilege] {
    let identity = try await connection.query("SELECT CURRENT_USER(), CURRENT_ROLE()")
    let roles = identity[0, 1].flatMap { $0 == "NONE" ? nil : $0 }
    let partialRevokes = try await connection.query("SHOW GLOBAL VARIABLES LIKE 'partial_revokes'")[0, 1] == "ON"
    let lines = try await connection.query("SHOW GRANTS FOR CURRENT_USER()" + (roles.map { " USING \($0)" } ?? ""))
    let grants = MySQLGrants(lines: lines.rows.indices.compactMap { lines[$0, 0] }, hasWildcards: !partialRevokes)
    let account = MySQLGrantName.account(identity[0, 0] ?? "")
    func privileges(_ names: [String], _ database: String, _ purpose: MySQLPrivilege.Purpose) -> [MySQLPrivilege] {
      names.map { name in
        let isGranted = grants.allows(name, in: database)
        let place = MySQLGrantName.pattern(database, hasWildcards: !partialRevokes)
        return MySQLPrivilege(
          name: name, database: database, purpose: purpose, isGranted: isGranted,
          grant: isGranted ? nil : "GRANT \(name) ON \(place).* TO \(account);")
      }
    }
    return privileges(schemaPrivileges, database, .schema) + privileges(applicationPrivileges, database, .application)
      + privileges(schemaPrivileges, extensionPackDatabase, .extensionPack)
  }

  /// The missing privileges as one GRANT for each database.
  package static func mendingGrants(_ privileges: [MySQLPrivilege]) -> [String] {
    var (order, lists) = ([String](), [String: [String]]())
    for privilege in privileges {
      guard let grant = privilege.grant, let rest = grant.firstRange(of: " ON ") else { continue }
      let place = String(grant[rest.lowerBound...])
      if lists[place] == nil { order.append(place) }
      lists[place, default: []].append(privilege.name)
    }
    return order.map { "GRANT \((lists[$0] ?? []).joined(separator: ", "))\($0)" }
  }
}

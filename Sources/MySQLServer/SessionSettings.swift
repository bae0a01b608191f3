/// The session that rewrites assume, as settings of MySQL.
package struct SessionSettings: Hashable, Sendable {
  package var characterSet: String
  /// Only this one compares as PostgreSQL does; a collation that ignores case makes `'a' = 'A'` true.
  package var collation: String
  package var timeZone: String
  /// Modes in the server's order.
  package var sqlModes: [String]
  package var isolation: String

  /// utf8mb4_0900_bin, UTC, MySQL 8's default `sql_mode`, READ COMMITTED.
  package static let assumed = SessionSettings(
    characterSet: "utf8mb4", collation: "utf8mb4_0900_bin", timeZone: "+00:00",
    sqlModes: [
      "ONLY_FULL_GROUP_BY", "STRICT_TRANS_TABLES", "NO_ZERO_IN_DATE", "NO_ZERO_DATE", "ERROR_FOR_DIVISION_BY_ZERO",
      "NO_ENGINE_SUBSTITUTION",
    ], isolation: "READ-COMMITTED")

  package var setNames: String { "SET NAMES \(characterSet) COLLATE \(collation)" }
  package var setTimeZone: String { "SET SESSION time_zone = '\(timeZone)'" }
  package var setModes: String { "SET SESSION sql_mode = '\(sqlModes.joined(separator: ","))'" }
  package var setIsolation: String { "SET SESSION TRANSACTION ISOLATION LEVEL \(isolation.replacing("-", with: " "))" }

  /// What makes a session so. Sent as statements, for client libraries need not know the collation.
  package var statements: [String] { [setNames, setTimeZone, setModes, setIsolation] }
}

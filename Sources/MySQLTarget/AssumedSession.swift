/// The session that rewrites assume: how to set it, and how to see that it holds.
package enum AssumedSession {
  /// The collation of every column and of the connection: the only one that keeps PostgreSQL's equality of text.
  package static let collation = "utf8mb4_0900_bin"

  /// MySQL's default `sql_mode`, the same in 8.0, 8.4 and 9.x ("Server SQL Modes").
  package static let sqlModes = [
    "ONLY_FULL_GROUP_BY", "STRICT_TRANS_TABLES", "NO_ZERO_IN_DATE", "NO_ZERO_DATE", "ERROR_FOR_DIVISION_BY_ZERO",
    "NO_ENGINE_SUBSTITUTION",
  ]

  /// The value of `sql_mode` with some modes beside the default ones.
  package static func sqlMode(with modes: SQLModes = []) -> String { (modes.names + sqlModes).joined(separator: ",") }

  /// Statements that make a session so, in order. The client flag FOUND_ROWS can only be given when connecting.
  package static func statements(with modes: SQLModes = []) -> [String] {
    [
      "SET NAMES utf8mb4 COLLATE utf8mb4_0900_bin",
      "SET time_zone = '+00:00'",
      "SET sql_mode = '\(sqlMode(with: modes))'",
      "SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED",
    ]
  }

  /// A server or session variable that must have a value.
  package struct Check: Hashable, Sendable {
    /// Whether the session can mend it, or only the server or database.
    package enum Scope: String, Hashable, Sendable { case session, database, server }

    /// MySQL's name for it.
    package var variable: String
    /// Who can mend it.
    package var scope: Scope
    /// Values that hold; the first is the one to set.
    package var expected: [String]
    /// What goes wrong otherwise, one sentence without a full stop.
    package var reason: String
    /// The statement that mends it; empty where no statement can.
    package var mending: String

    /// Whether a value that the server reports holds; letter case and the order of SQL modes do not matter.
    package func holds(_ value: String) -> Bool {
      func normalized(_ text: String) -> Set<String> { Set(text.uppercased().split(separator: ",").map(String.init)) }
      return expected.contains { normalized($0) == normalized(value) }
    }
  }

  /// What `SELECT @@variable` must give where the session has some modes beside the default ones.
  package static func checks(with modes: SQLModes) -> [Check] {
    checks.map { check in
      guard check.variable == "sql_mode", !modes.isEmpty else { return check }
      var check = check
      // The server lists ANSI beside its parts where it was set by that name.
      check.expected = [sqlMode(with: modes)] + (modes.isSuperset(of: .ansi) ? [sqlMode(with: modes) + ",ANSI"] : [])
      check.mending = "SET sql_mode = '\(sqlMode(with: modes))'"
      return check
    }
  }

  /// What `SELECT @@variable` must give, in the order in which to report it.
  package static let checks: [Check] = [
    Check(
      variable: "character_set_client", scope: .session, expected: ["utf8mb4"], reason: "text that the application sends is misread",
      mending: "SET NAMES utf8mb4 COLLATE utf8mb4_0900_bin"),
    Check(
      variable: "character_set_connection", scope: .session, expected: ["utf8mb4"], reason: "literals lose characters",
      mending: "SET NAMES utf8mb4 COLLATE utf8mb4_0900_bin"),
    Check(
      variable: "character_set_results", scope: .session, expected: ["utf8mb4"], reason: "results lose characters",
      mending: "SET NAMES utf8mb4 COLLATE utf8mb4_0900_bin"),
    Check(
      variable: "collation_connection", scope: .session, expected: [collation],
      reason: "two literals or parameters compare equal although they differ in letter case or accents",
      mending: "SET NAMES utf8mb4 COLLATE utf8mb4_0900_bin"),
    Check(
      variable: "time_zone", scope: .session, expected: ["+00:00", "UTC"], reason: "columns of timestamptz hold UTC",
      mending: "SET time_zone = '+00:00'"),
    Check(
      variable: "sql_mode", scope: .session, expected: [sqlModes.joined(separator: ",")],
      reason: "errors turn into altered values, or quotes and || change their meaning",
      mending: "SET sql_mode = '\(sqlModes.joined(separator: ","))'"),
    Check(
      variable: "transaction_isolation", scope: .session, expected: ["READ-COMMITTED"],
      reason: "a transaction goes on reading the rows of its first query", mending: "SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED"),
    Check(
      variable: "explicit_defaults_for_timestamp", scope: .session, expected: ["1", "ON"],
      reason: "columns of type TIMESTAMP get defaults of their own", mending: "SET explicit_defaults_for_timestamp = ON"),
    Check(
      variable: "collation_database", scope: .database, expected: [collation],
      reason: "tables that state no collation ignore letter case and accents",
      mending: "ALTER DATABASE CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin"),
    Check(
      variable: "foreign_key_checks", scope: .session, expected: ["1", "ON"], reason: "foreign keys are not enforced",
      mending: "SET foreign_key_checks = ON"),
    Check(
      variable: "unique_checks", scope: .session, expected: ["1", "ON"], reason: "unique keys may not be enforced",
      mending: "SET unique_checks = ON"),
    Check(
      variable: "auto_increment_increment", scope: .session, expected: ["1"], reason: "generated keys leave gaps",
      mending: "SET auto_increment_increment = 1"),
    Check(
      variable: "lower_case_table_names", scope: .server, expected: ["0", "1"],
      reason: "tables whose names differ in letter case only cannot both exist", mending: ""),
  ]
}

import MySQLTarget

/// Whether one setting of a server is what rewrites assume.
package struct MySQLSetting: Hashable, Sendable {
  package enum Need: Hashable, Sendable {
    /// Rewrites give other results without it.
    case required
    /// Some rewrites need it and name it in a finding.
    case some
  }

  package var name: String
  package var found: String
  package var expected: String
  package var need: Need
  package var holds: Bool
  /// What goes wrong otherwise; a clause without a full stop.
  package var reason: String
  /// The statement or option that mends it; empty where all is well or nothing can.
  package var mending: String
}

/// Compares what a new session gets from a server with what rewrites assume.
package enum MySQLSessionCheck {
  /// Looks at the session of `connection`, which `MySQLConnection.Options.preparesSession` must leave as the server makes it.
  ///
  /// - Parameter modes: What the session's `sql_mode` must have beside the default modes.
  /// - Returns: One entry for each check of `AssumedSession.checks`, in their order, then what some rewrites need.
  package static func settings(of connection: MySQLConnection, modes: SQLModes = []) async throws(MySQLFailure) -> [MySQLSetting] {
    let facts = try await connection.facts()
    var settings: [MySQLSetting] = []
    for check in AssumedSession.checks(with: modes) {
      let found = try await connection.query("SELECT @@\(check.variable)")[0, 0] ?? "NULL"
      let holds = check.holds(found)
      settings.append(
        MySQLSetting(
          name: check.variable, found: found, expected: check.expected.first ?? "", need: .required, holds: holds, reason: check.reason,
          mending: holds ? "" : check.mending))
    }
    return settings + needs(facts)
  }

  private static func needs(_ facts: MySQLFacts) -> [MySQLSetting] {
    [
      setting(
        AssumedSession.collation, facts.hasAssumedCollation, .required, reason: "text cannot be compared as PostgreSQL does",
        mending: "MySQL 8.0.17 or later has it"),
      setting(
        "time zone tables", facts.hasTimeZoneTables, .some, reason: "named time zones give NULL",
        mending: "mysql_tzinfo_to_sql /usr/share/zoneinfo | mysql -u root mysql"),
      setting(
        "creating functions", facts.letsCreateFunctions, .some, reason: "the extension pack's functions and triggers need SUPER (error 1419)",
        mending: "SET PERSIST log_bin_trust_function_creators = ON; (on RDS and Aurora in the parameter group)"),
      setting(
        "writable server", !facts.isReadOnly, .some, reason: "it is a replica or read_only is on", mending: "connect to the writer"),
      MySQLSetting(
        name: "group_concat_max_len", found: "\(facts.groupConcatMaxLength)", expected: "4294967295", need: .some,
        holds: facts.groupConcatMaxLength >= 1 << 24, reason: "string_agg's longer results are cut off",
        mending: facts.groupConcatMaxLength >= 1 << 24 ? "" : "SET SESSION group_concat_max_len = 4294967295"),
    ]
  }

  private static func setting(
    _ name: String, _ holds: Bool, _ need: MySQLSetting.Need, reason: String, mending: String
  ) -> MySQLSetting {
    MySQLSetting(
      name: name, found: holds ? "yes" : "no", expected: "yes", need: need, holds: holds, reason: reason, mending: holds ? "" : mending)
  }
}

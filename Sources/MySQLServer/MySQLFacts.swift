import MySQLTarget

/// What a MySQL server says of itself.
package struct MySQLFacts: Hashable, Sendable {
  /// As `VERSION()`: "8.4.3".
  package var version = ""
  package var versionComment = ""
  /// Aurora's own version ("3.04.0"), nil on every other server.
  package var auroraVersion: String?
  /// `@@basedir`, by which RDS is told.
  package var baseFolder = ""
  /// `CURRENT_USER()`: the account that privileges are checked for.
  package var account = ""
  package var database: String?
  package var usesTLS = false
  /// The server's `sql_mode`, time zone and isolation for new sessions.
  package var sqlMode = ""
  package var timeZone = ""
  package var systemTimeZone = ""
  package var isolation = ""
  package var characterSet = ""
  package var collation = ""
  /// Of the current database; the server's where there is none.
  package var databaseCollation = ""
  package var lowerCaseTableNames = 0
  /// Whether named time zones can be used (the tables of `mysql.time_zone` are loaded).
  package var hasTimeZoneTables = false
  /// Whether the collation that rewrites assume exists.
  package var hasAssumedCollation = false
  /// In bytes; longer results of GROUP_CONCAT are cut off.
  package var groupConcatMaxLength = 0
  /// In bytes.
  package var maxAllowedPacket = 0
  package var isReadOnly = false
  /// Whether an account without SUPER may create functions and triggers: binary logging is off, or `log_bin_trust_function_creators` on.
  package var letsCreateFunctions = true

  package init() {}

  /// The target that the server is.
  package func target() throws(Target.NameError) -> Target {
    try Target.detected(version: version, comment: versionComment, auroraVersion: auroraVersion, baseDirectory: baseFolder)
  }
}

extension MySQLConnection {
  /// Asks the server for its facts.
  package func facts() throws(MySQLFailure) -> MySQLFacts {
    var facts = MySQLFacts()
    let answer = try query(
      """
      SELECT VERSION(), @@version_comment, @@basedir, CURRENT_USER(), DATABASE(), @@global.sql_mode, @@global.time_zone,
        @@system_time_zone, @@global.transaction_isolation, @@global.character_set_server, @@global.collation_server,
        @@collation_database, @@lower_case_table_names, CONVERT_TZ('2020-07-01 12:00:00', 'UTC', 'Europe/Berlin') IS NOT NULL,
        (SELECT COUNT(*) FROM information_schema.COLLATIONS WHERE COLLATION_NAME = '\(AssumedSession.collation)'),
        @@global.group_concat_max_len, @@global.max_allowed_packet, @@global.read_only, @@log_bin = 0 OR @@log_bin_trust_function_creators
      """)
    func text(_ column: Int) -> String { answer[0, column] ?? "" }
    func number(_ column: Int) -> Int { answer[0, column].flatMap { Int($0) } ?? 0 }
    (facts.version, facts.versionComment, facts.baseFolder, facts.account) = (text(0), text(1), text(2), text(3))
    (facts.database, facts.sqlMode, facts.timeZone) = (answer[0, 4], text(5), text(6))
    (facts.systemTimeZone, facts.isolation, facts.characterSet, facts.collation) = (text(7), text(8), text(9), text(10))
    (facts.databaseCollation, facts.lowerCaseTableNames, facts.hasTimeZoneTables) = (text(11), number(12), number(13) == 1)
    (facts.hasAssumedCollation, facts.groupConcatMaxLength, facts.maxAllowedPacket) = (number(14) > 0, number(15), number(16))
    (facts.isReadOnly, facts.letsCreateFunctions) = (number(17) == 1, number(18) == 1)
    facts.auroraVersion = try query("SHOW VARIABLES LIKE 'aurora_version'")[0, 1]
    facts.usesTLS = usesTLS
    return facts
  }
}

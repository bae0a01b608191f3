/// What a PostgreSQL server says of itself and of the session that an application gets from it.
package struct PostgresFacts: Hashable, Sendable {
  package enum Service: String, Hashable, Sendable {
    case postgres = "PostgreSQL", rds = "Amazon RDS for PostgreSQL", aurora = "Amazon Aurora PostgreSQL"
  }

  /// As `server_version`: "15.18 (Debian 15.18-0+deb12u1)".
  package var version = ""
  /// As `server_version_num`: 150018.
  package var versionNumber = 0
  package var service = Service.postgres
  /// Aurora's own version, nil on every other server.
  package var auroraVersion: String?
  package var database = ""
  package var role = ""
  package var isSuperuser = false
  /// Of the database: `UTF8`, `en_US.UTF-8`….
  package var encoding = ""
  package var collation = ""
  package var characterType = ""
  /// What a new session of this role in this database gets.
  package var timeZone = ""
  package var dateStyle = ""
  package var searchPath = ""
  package var standardConformingStrings = true
  package var usesTLS = false
  /// Whether it is a replica.
  package var isInRecovery = false

  package init() {}
}

extension PostgresConnection {
  /// Asks the server for its facts.
  package func facts() throws(PostgresFailure) -> PostgresFacts {
    var facts = PostgresFacts()
    let answer = try query(
      """
      SELECT pg_catalog.current_setting('server_version'), pg_catalog.current_setting('server_version_num'), current_database(),
        current_user, pg_catalog.pg_encoding_to_char(d.encoding), d.datcollate, d.datctype, pg_catalog.pg_is_in_recovery(),
        EXISTS (SELECT FROM pg_catalog.pg_roles r WHERE r.rolname = 'rds_superuser'),
        pg_catalog.to_regproc('pg_catalog.aurora_version') IS NOT NULL,
        (SELECT u.rolsuper FROM pg_catalog.pg_roles u WHERE u.rolname = current_user)
      FROM pg_catalog.pg_database d WHERE d.datname = current_database()
      """)
    guard var row = answer.rows.first else { throw .lost("no answer about the database") }
    (facts.version, facts.versionNumber, facts.database, facts.role) = (row.string(), row.int(), row.string(), row.string())
    (facts.encoding, facts.collation, facts.characterType) = (row.string(), row.string(), row.string())
    facts.isInRecovery = row.bool()
    let (isRDS, isAurora) = (row.bool(), row.bool())
    facts.isSuperuser = row.bool()
    facts.service = isAurora ? .aurora : isRDS ? .rds : .postgres
    if isAurora { facts.auroraVersion = try query("SELECT pg_catalog.aurora_version()")[0, 0] }
    // This session has settings of its own; `reset_val` is what it began with.
    let settings = try query(
      """
      SELECT s.name, s.reset_val FROM pg_catalog.pg_settings s
      WHERE s.name IN ('TimeZone', 'DateStyle', 'search_path', 'standard_conforming_strings')
      """)
    let values = Dictionary(settings.rows.map { row in
      var row = row
      return (row.string(), row.string())
    }, uniquingKeysWith: { first, _ in first })
    (facts.timeZone, facts.dateStyle) = (values["TimeZone"] ?? "", values["DateStyle"] ?? "")
    (facts.searchPath, facts.standardConformingStrings) = (values["search_path"] ?? "", values["standard_conforming_strings"] != "off")
    facts.usesTLS = usesTLS
    return facts
  }
}

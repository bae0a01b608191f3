import ArgumentParser
import MySQLTarget

/// `--database`: the PostgreSQL server to ask.
struct DatabaseOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The PostgreSQL database whose code this is.",
      discussion: """
        A URL, or what libpq takes: postgresql://user@host:5432/shop, "host=… dbname=…", service=shop. PG* variables and the password file \
        count as everywhere. Statements are prepared there, never executed. Default: the configuration's `database`, else none.
        """,
      valueName: "url"))
  var database: String?
}

/// Where the facts about the PostgreSQL schema come from.
struct CatalogOptions: ParsableArguments {
  @OptionGroup var database: DatabaseOptions

  @Option(
    name: .customLong("schema"),
    help: ArgumentHelp(
      "Instead of a database: its DDL, a file (a dump) or a folder (migrations); may be given several times.",
      discussion: """
        Files are applied in order. No server is needed: names, types and errors are found out as PostgreSQL finds them. Default: the         configuration's `schema`.
        """,
      valueName: "file-or-folder"))
  var definitions: [String] = []

  @Option(
    name: .customLong("catalog"),
    help: ArgumentHelp(
      "Instead of a database: a snapshot of its catalog that `sqlferry catalog` wrote.", discussion: "Default: the configuration's `catalog`.",
      valueName: "file"))
  var snapshot: String?

  @Flag(
    inversion: .prefixedNo,
    help: ArgumentHelp(
      "Load the DDL of --schema into a private PostgreSQL, started from installed binaries and removed afterwards, and check statements there.",
      discussion: "Default: the configuration's `ephemeral`, else not."))
  var ephemeral: Bool?

  @Option(
    help: ArgumentHelp(
      "What the DDL of --schema does not say: the database's collation, as SHOW lc_collate prints it (C, en_US.UTF-8…).",
      discussion: "Default: the configuration's `collation`, else unknown: statements whose result depends on it are review.", valueName: "name"))
  var collation: String?

  @Option(
    help: ArgumentHelp(
      "And the time zone of its sessions, as SHOW timezone prints it (UTC, Europe/Berlin…).",
      discussion: "Default: the configuration's `time-zone`, else unknown.", valueName: "name"))
  var timeZone: String?

  func validate() throws {
    let given = [
      ("--database", database.database != nil), ("--schema", !definitions.isEmpty), ("--catalog", snapshot != nil),
    ].filter(\.1).map(\.0)
    if given.count > 1 {
      throw ValidationError("\(given.joined(separator: " and ")) are different sources of the catalog: give one of them")
    }
    if let other = given.first, other != "--schema", let option = collation != nil ? "--collation" : timeZone != nil ? "--time-zone" : nil {
      throw ValidationError("\(option) adds to the DDL of --schema what it does not say; \(other) says it itself")
    }
    guard ephemeral == true, let other = given.first, other != "--schema" else { return }
    throw ValidationError("--ephemeral starts a server of its own from the DDL of --schema: it does not go with \(other)")
  }
}

/// `--target`: which MySQL the rewrites are for.
struct TargetOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The MySQL version and service to convert to: \(Target.acceptedNames).",
      discussion: "Default: the configuration's `target`, else mysql-8.4.", valueName: "name"))
  var target: String?

  @Option(
    help: ArgumentHelp(
      "What the sessions' sql_mode has beside MySQL's default modes, with commas between: \(SQLModes.acceptedNames).",
      discussion: "Default: the configuration's `sql-mode`, else nothing.", valueName: "modes"))
  var sqlMode: String?

  @Option(
    help: ArgumentHelp(
      "The MySQL database that holds the extension pack's functions.",
      discussion: "Default: the configuration's `extension-database`, else pg_ext.", valueName: "name"))
  var extensionDatabase: String?
}

/// `--target-database`: a MySQL server to ask.
struct TargetDatabaseOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A MySQL database to check against: mysql://user:password@host:3306/shop.",
      discussion: "Default: the configuration's `target-database`, else none. MYSQL_PWD keeps the password off the command line.",
      valueName: "url"))
  var targetDatabase: String?
}

/// `--config`: the configuration file.
struct ConfigOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The configuration file.", discussion: "Default: .sqlferry.yml in the working folder or the nearest one above it.", valueName: "file"))
  var config: String?
}

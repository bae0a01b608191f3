import ArgumentParser
import MySQLTarget

/// `--database`: the PostgreSQL server to ask.
struct DatabaseOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The PostgreSQL database whose code this is.",
      discussion: """
        A URL, or what libpq takes: postgresql://user@host:5432/shop, "host=… dbname=…", service=shop. PG* variables and the password file \
        count as everywhere. Statements are prepared there, never executed. Default: the configuration's `database`, else none: \
        syntax only.
        """,
      valueName: "url"))
  var database: String?
}

/// `--target`: which MySQL the rewrites are for.
struct TargetOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The MySQL version and service to convert to: \(Target.acceptedNames).",
      discussion: "Default: the configuration's `target`, else mysql-8.4.", valueName: "name"))
  var target: String?
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

import Pipeline
import SourceText
import Yams

/// What `.sqlferry.yml` says. Options on the command line go before it.
struct Configuration: Hashable, Sendable {
  /// The file's name, looked for in the working folder and above it.
  static let fileName = ".sqlferry.yml"

  /// A PostgreSQL connection string; `${NAME}` stands for an environment variable.
  var database: String?
  /// Instead of a database: files and folders of DDL, in order. In the file one text or a list, relative to the file's folder; here as
  /// seen from the working folder.
  var schema: [String] = []
  /// Instead of a database: a snapshot of its catalog; a path as above.
  var catalog: String?
  /// Whether the DDL is loaded into a private server.
  var ephemeral = false
  /// As `--collation` and `--time-zone`.
  var collation: String?
  var timeZone: String?
  /// As `--target`.
  var target: String?
  /// As `--sql-mode`.
  var sqlMode: String?
  /// As `--extension-database`.
  var extensionDatabase: String?
  /// A MySQL URL; `${NAME}` as above.
  var targetDatabase: String?
  /// Patterns of paths that are left out, in `.gitignore`'s notation, relative to the file's folder.
  var exclude: [String] = []
  /// The first rule that fits a statement's file decides its driver and placeholders.
  var drivers: [DriverSetting] = []
  /// As `--strict-errors`.
  var strictErrors = false
  /// The file's folder, absolute; nil where there is no file.
  var folder: String?

  init() {}
}

/// Why a configuration file cannot be used: where, what, what to do.
struct ConfigurationError: Error, Hashable {
  var path: String
  /// From 1; nil where the whole file is meant.
  var line: Int?
  var column: Int?
  var message: String
  var help: String

  init(path: String, line: Int? = nil, column: Int? = nil, message: String, help: String) {
    (self.path, self.line, self.column) = (path, line, column)
    (self.message, self.help) = (message, help)
  }
}

extension Configuration {
  /// Reads the text of a configuration file.
  ///
  /// - Parameters:
  ///   - path: Names the file in errors.
  ///   - environment: Where `${NAME}` is looked up.
  init(yaml: String, path: String, environment: [String: String]) throws(ConfigurationError) {
    let root: Node?
    do {
      root = try Yams.compose(yaml: yaml)
    } catch {
      throw ConfigurationError(
        path: path, message: "the configuration is not YAML: \(Self.firstLine(of: error))", help: "`sqlferry init` writes a file to start from")
    }
    guard let root, root != Node("") else { return }
    let reader = ConfigurationReader(path: path, environment: environment)
    let entries = try reader.entries(of: root)
    for (key, value) in entries {
      switch key.string {
      case "database": database = try reader.connectionString(value)
      case "schema": schema = try reader.stringOrStrings(value)
      case "catalog": catalog = try reader.string(value)
      case "ephemeral": ephemeral = try reader.bool(value)
      case "collation": collation = try reader.string(value)
      case "time-zone": timeZone = try reader.string(value)
      case "target": target = try reader.string(value)
      case "sql-mode": sqlMode = try reader.stringOrStrings(value).joined(separator: ",")
      case "extension-database": extensionDatabase = try reader.string(value)
      case "target-database": targetDatabase = try reader.connectionString(value)
      case "exclude": exclude = try reader.strings(value)
      case "drivers": drivers = try reader.driverSettings(value)
      case "strict-errors": strictErrors = try reader.bool(value)
      default:
        throw reader.unknown(key, known: ["database", "schema", "catalog", "ephemeral", "collation", "time-zone", "target", "sql-mode", "target-database", "extension-database", "exclude", "drivers", "strict-errors"])
      }
    }
    try checkSources(entries, reader)
  }

  /// At most one source of the catalog may be named.
  private func checkSources(_ entries: [(Node, Node)], _ reader: ConfigurationReader) throws(ConfigurationError) {
    let sources = entries.filter { ["database", "schema", "catalog"].contains($0.0.string) }
    if sources.count > 1 {
      throw reader.error(
        sources[1].0, "`\(sources[0].0.string ?? "")` and `\(sources[1].0.string ?? "")` are different sources of the catalog", help: "keep one of them")
    }
    if ephemeral, schema.isEmpty, let key = entries.first(where: { $0.0.string == "ephemeral" })?.0 {
      throw reader.error(key, "`ephemeral` starts a server from the DDL of `schema`, and there is none", help: "add `schema: FILE_OR_FOLDER`")
    }
  }

  private static func firstLine(of error: any Error) -> String {
    "\(error)".split(whereSeparator: \.isNewline).first.map(String.init) ?? "unreadable"
  }
}

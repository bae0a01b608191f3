import Pipeline
import SourceText
import Yams

/// What `.sqlferry.yml` says. Options on the command line go before it.
struct Configuration: Hashable, Sendable {
  /// The file's name, looked for in the working folder and above it.
  static let fileName = ".sqlferry.yml"

  /// A PostgreSQL connection string; `${NAME}` stands for an environment variable.
  var database: String?
  /// As `--target`.
  var target: String?
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
    for (key, value) in try reader.entries(of: root) {
      switch key.string {
      case "database": database = try reader.connectionString(value)
      case "target": target = try reader.string(value)
      case "target-database": targetDatabase = try reader.connectionString(value)
      case "exclude": exclude = try reader.strings(value)
      case "drivers": drivers = try reader.driverSettings(value)
      case "strict-errors": strictErrors = try reader.bool(value)
      default:
        throw reader.unknown(key, known: ["database", "target", "target-database", "exclude", "drivers", "strict-errors"])
      }
    }
  }

  private static func firstLine(of error: any Error) -> String {
    "\(error)".split(whereSeparator: \.isNewline).first.map(String.init) ?? "unreadable"
  }
}

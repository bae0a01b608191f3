import MySQLTarget

/// The stored functions that rewrites may call, and the script that installs them. A family of functions is one file and a word here.
package enum ExtensionPack {
  /// Every function of the pack, family by family.
  package static let functions: [ExtensionFunction] =
    text + numbers + dates + intervals + json + arrays + system + network

  /// The same by name.
  package static let byName = Dictionary(functions.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

  /// The functions named and all that they call, each after those that it calls; all of them where `names` is nil. Names that the pack
  /// does not have are left out.
  package static func needed(by names: some Sequence<String>) -> [ExtensionFunction] {
    var (ordered, seen) = ([ExtensionFunction](), Set<String>())
    func add(_ name: String) {
      guard seen.insert(name).inserted, let function = byName[name] else { return }
      function.calls.forEach(add)
      ordered.append(function)
    }
    names.sorted().forEach(add)
    return ordered
  }

  /// The names of the functions that a MySQL text calls; a call in a comment or literal counts.
  package static func called(in text: String, target: Target) -> [String] {
    guard text.contains(target.extensionDatabaseName + ".") else { return [] }
    return functions.map(\.name).filter { text.contains("\(target.extensionDatabaseName).\($0)(") }
  }

  /// The statements that install functions, in order, none with a semicolon at its end. Running them again replaces the functions.
  ///
  /// - Parameter functions: As `needed(by:)` gives them.
  package static func statements(_ functions: [ExtensionFunction], target: Target) -> [String] {
    let name = target.extensionDatabaseName
    return opening(target) + functions.flatMap { ["DROP FUNCTION IF EXISTS \(name).\($0.name)", $0.definition(in: name)] } + closing
  }

  /// The same as a script for the `mysql` client.
  package static func script(_ functions: [ExtensionFunction], target: Target) -> String {
    let name = target.extensionDatabaseName
    var lines = [
      "-- The functions that sqlferry's rewrites call, for MySQL 8.0.23 and later. Who installs them needs CREATE ROUTINE, ALTER ROUTINE and EXECUTE",
      "-- on \(name).*, where that database is there already, else CREATE as well. With binary logging on (the default) MySQL wants SUPER besides, or",
      "-- log_bin_trust_function_creators = 1: error 1419 says that neither is there.",
    ]
    lines += opening(target).map { $0 + ";" } + [""]
    for function in functions {
      lines.append("DROP FUNCTION IF EXISTS \(name).\(function.name);")
      let definition = function.definition(in: name)
      lines += function.isCompound ? ["DELIMITER $$", definition + "$$", "DELIMITER ;", ""] : [definition + ";", ""]
    }
    return (lines + closing.map { $0 + ";" }).joined(separator: "\n") + "\n"
  }

  /// The routines keep the mode and the character set of the session that makes them.
  ///
  /// CREATE DATABASE IF NOT EXISTS is denied to an account that may only make routines there, even where there is nothing to create.
  private static func opening(_ target: Target) -> [String] {
    let creation = "CREATE DATABASE \(target.extensionDatabaseName) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin"
    let isThere = "SELECT 1 FROM information_schema.schemata WHERE schema_name = \(MySQLLiteral.string(target.extensionDatabase))"
    return [
      "SET NAMES utf8mb4 COLLATE utf8mb4_0900_bin",
      "SET @sqlferry_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = '\(AssumedSession.sqlModes.joined(separator: ","))'",
      "SET @sqlferry_database = IF(EXISTS (\(isThere)), 'DO 0', \(MySQLLiteral.string(creation)))",
      "PREPARE sqlferry_database FROM @sqlferry_database", "EXECUTE sqlferry_database", "DEALLOCATE PREPARE sqlferry_database",
    ]
  }

  private static let closing = ["SET SESSION sql_mode = @sqlferry_sql_mode"]
}

import Foundation

extension Configuration {
  /// The configuration that a run uses: the file named, else the nearest `.sqlferry.yml` from the working folder upwards, else none.
  ///
  /// - Throws: `ConfigurationError` when a named file cannot be read, or a file's content cannot be used.
  static func load(named path: String?) throws -> Configuration {
    guard let path = path ?? nearest() else { return Configuration() }
    guard let data = FileManager.default.contents(atPath: path) else {
      let isThere = FileManager.default.fileExists(atPath: path)
      throw ConfigurationError(
        path: path, message: "the configuration file \(isThere ? "cannot be read" : "does not exist")",
        help: isThere ? "check its permissions" : "`sqlferry init` writes one")
    }
    guard let text = String(data: data, encoding: .utf8) else {
      throw ConfigurationError(path: path, message: "the configuration file is not UTF-8", help: "save it as UTF-8")
    }
    var configuration = try Configuration(yaml: text, path: path, environment: ProcessInfo.processInfo.environment)
    let folder = URL(fileURLWithPath: path).standardizedFileURL.deletingLastPathComponent().path
    configuration.folder = folder
    configuration.schema = configuration.schema.map { Self.seenFromHere($0, in: folder) }
    configuration.catalog = configuration.catalog.map { Self.seenFromHere($0, in: folder) }
    return configuration
  }

  /// A path that a file in some folder names, as seen from the working folder.
  private static func seenFromHere(_ path: String, in folder: String) -> String {
    let isHere = folder == URL(fileURLWithPath: FileManager.default.currentDirectoryPath).standardizedFileURL.path
    return path.hasPrefix("/") || isHere ? path : "\(folder)/\(path)"
  }

  private static func nearest() -> String? {
    var folder = URL(fileURLWithPath: FileManager.default.currentDirectoryPath).standardizedFileURL
    for _ in 0..<64 {
      let candidate = folder.appendingPathComponent(fileName).path
      if FileManager.default.fileExists(atPath: candidate) { return candidate }
      let parent = folder.deletingLastPathComponent()
      if parent.path == folder.path { return nil }
      folder = parent
    }
    return nil
  }
}

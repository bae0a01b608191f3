import Foundation
import PostgresCatalog
import Scanner
import SourceText

/// The files of DDL that paths lead to, read and in the order in which they are applied.
struct DefinitionFiles: Sendable {
  /// In bytes. A dump of the whole database holds its rows too.
  static let sizeLimit = 1 << 30

  /// Names as seen from the working folder.
  private(set) var scripts: [SchemaFile] = []
  /// Files as seen from the working folder.
  private(set) var diagnostics: [Diagnostic] = []
  private let paths: [String]

  /// - Parameter paths: Files and folders, in the order in which they count; at least one.
  init(_ paths: [String]) throws(PipelineError) {
    self.paths = paths
    for path in paths { try take(path) }
  }

  /// `db/migrations (24 files)`, for people.
  var name: String {
    paths.joined(separator: ", ") + (scripts.count == 1 ? "" : " (\(scripts.count) files)")
  }

  /// What a database holds before the first statement: that of the release that a dump names, else of the newest that is known.
  var base: Catalog { BuiltinCatalog.catalog(version: (scripts.lazy.compactMap(Self.dumpedRelease).first ?? 18) * 10_000) }

  /// `-- Dumped from database version 15.18 (Debian 15.18-0+deb12u1)`, from the head of a dump by pg_dump.
  private static func dumpedRelease(_ script: SchemaFile) -> Int? {
    let head = String(decoding: script.bytes.prefix(500), as: UTF8.self)
    guard let mark = head.firstRange(of: "-- Dumped from database version ") else { return nil }
    return Int(head[mark.upperBound...].prefix { $0.isASCII && $0.isNumber }).flatMap { (10...99).contains($0) ? $0 : nil }
  }

  private mutating func take(_ path: String) throws(PipelineError) {
    let walk = TreeWalker().files(paths: [path])
    if let missing = walk.diagnostics.first(where: { $0.rule == "path-unreadable" }) {
      throw .definitions(message: missing.message, help: "name the file or folder with the database's DDL")
    }
    var (files, unreadable) = ([SchemaFile](), walk.diagnostics)
    for found in walk.files where found.isGiven || MigrationOrder.isScript(found.file) {
      do throws(Diagnostic) {
        files.append(SchemaFile(name: found.file, bytes: try FileReader(sizeLimit: Self.sizeLimit).read(found).bytes))
      } catch {
        unreadable.append(error)
      }
    }
    let sequence = MigrationOrder.sequence(of: files)
    guard !sequence.scripts.isEmpty else {
      if let reason = unreadable.first { throw .definitions(message: reason.message, help: reason.help) }
      throw .definitions(message: "there is no DDL in \(path)", help: "name a folder with .sql files, or a file; files that .gitignore names are left out")
    }
    scripts += sequence.scripts.map { SchemaFile(name: Self.joined(walk.root, $0.name), bytes: $0.bytes) }
    diagnostics += (unreadable + sequence.diagnostics).map { diagnostic in
      var diagnostic = diagnostic
      diagnostic.file = diagnostic.file.map { Self.joined(walk.root, $0) }
      return diagnostic
    }
  }

  private static func joined(_ folder: String, _ name: String) -> String {
    folder == "." || name.hasPrefix("/") ? name : folder == "/" ? "/" + name : "\(folder)/\(name)"
  }
}

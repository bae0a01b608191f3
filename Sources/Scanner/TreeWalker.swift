import HostLanguages
import SourceText

/// Lists the files under paths, as ripgrep would: `.gitignore`, `.ignore` and `.rgignore` honoured at every level and up to the
/// repository's root, hidden entries left out, links not followed.
///
///     let walk = TreeWalker().files(paths: ["src", "db/queries.sql"])
///
/// The order is that of the bytes of the paths, so it is the same on every machine.
package struct TreeWalker: Sendable {
  package init() {}

  /// Folders that are never entered: other people's code, and sqlferry's own.
  package static let skippedFolders: Set<String> = ["node_modules", "vendor", ".git", ".sqlferry"]

  /// Folders below each other that are entered.
  static let maximumDepth = 200

  /// The files of known host languages under `paths`; a file given itself is always taken.
  package func files(paths: [String]) -> Walk {
    let given = paths.map { GivenPath($0) }
    let root = GivenPath.commonFolder(of: given)
    var run = Run(root: root)
    for path in given { run.take(path) }
    var seen: Set<[UInt8]> = []
    let files = run.files.sorted { Array($0.file.utf8).lexicographicallyPrecedes(Array($1.file.utf8)) }.filter { seen.insert($0.path).inserted }
    return Walk(root: root.shown, files: files, diagnostics: run.diagnostics)
  }

  private struct Run {
    let root: GivenPath
    var files: [FoundFile] = []
    var diagnostics: [Diagnostic] = []

    init(root: GivenPath) { self.root = root }

    mutating func take(_ path: GivenPath) {
      do throws(FolderError) {
        switch try PathKind.of(path.bytes, followingLink: true) {
        case .folder: walk(path.bytes)
        case .file, .link, .other: files.append(FoundFile(path: path.bytes, file: name(of: path.bytes), isGiven: true))
        }
      } catch {
        diagnostics.append(
          Diagnostic(
            file: name(of: path.bytes), rule: "path-unreadable", severity: .error,
            message: "\"\(path.shown)\" cannot be read: \(SystemError.text(error.code))", help: "check the path"))
      }
    }

    private func name(of path: [UInt8]) -> String { PathText.shown(root.relative(path)) }

    private struct Level {
      var path: [UInt8]
      var depth: Int
      var ignore: IgnoreStack
    }

    private mutating func walk(_ folder: [UInt8]) {
      var work = [Level(path: folder, depth: 0, ignore: IgnoreStack.above(folder))]
      while let level = work.popLast() {
        var level = level
        do throws(FolderError) {
          let entries = try Folder.entries(of: level.path)
          level.ignore.enter(level.path, entries: entries)
          for entry in entries { take(entry, in: level, adding: &work) }
        } catch {
          diagnostics.append(unreadable(level.path, error))
        }
      }
    }

    private mutating func take(_ entry: Folder.Entry, in level: Level, adding work: inout [Level]) {
      guard entry.name.first != UInt8(ascii: "."), entry.kind == .file || entry.kind == .folder else { return }
      if entry.kind == .file, !HostLanguage.isKnown(path: entry.name) { return }
      if entry.kind == .folder, TreeWalker.skippedFolders.contains(String(decoding: entry.name, as: UTF8.self)) { return }
      let path = PathText.joined(level.path, entry.name)
      guard !level.ignore.ignores(path, isFolder: entry.kind == .folder) else { return }
      if entry.kind == .file {
        files.append(FoundFile(path: path, file: name(of: path)))
      } else if level.depth < TreeWalker.maximumDepth {
        work.append(Level(path: path, depth: level.depth + 1, ignore: level.ignore))
      }
    }

    private func unreadable(_ path: [UInt8], _ error: FolderError) -> Diagnostic {
      Diagnostic(
        file: name(of: path), rule: "folder-unreadable", severity: .error,
        message: "the folder \"\(PathText.shown(path))\" cannot be read: \(SystemError.text(error.code))",
        help: "give this user the right to read and enter it, or exclude it")
    }
  }
}

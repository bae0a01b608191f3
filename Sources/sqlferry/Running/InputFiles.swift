import Foundation
import Pipeline
import SourceText

/// Files of SQL text named on the command line, read; `-` is standard input.
struct InputFiles {
  private(set) var read: [TextInput] = []
  /// Of the files that could not be read.
  private(set) var diagnostics: [Diagnostic] = []
  /// The folder that all files share, as given.
  let root: String

  init(_ paths: [String]) {
    root = CommonFolder.of(paths.filter { $0 != "-" })
    for path in paths {
      do throws(Diagnostic) {
        read.append(try Self.input(path, root: root))
      } catch {
        diagnostics.append(error)
      }
    }
  }

  private static func input(_ path: String, root: String) throws(Diagnostic) -> TextInput {
    if path == "-" { return TextInput(name: "-", bytes: try checked(Terminal.readInput(), "-")) }
    let name = CommonFolder.relative(path, to: root)
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw Diagnostic(file: name, rule: "unreadable", severity: .error, message: "there is no file \(path)")
    }
    if isFolder.boolValue {
      throw Diagnostic(
        file: name, rule: "unreadable", severity: .error, message: "\(path) is a folder", help: "name files, or use `sqlferry scan` for trees")
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Diagnostic(
        file: name, rule: "unreadable", severity: .error, message: "the file \(path) cannot be read", help: "check its permissions")
    }
    return TextInput(name: name, bytes: try checked([UInt8](data), name))
  }

  private static func checked(_ bytes: [UInt8], _ name: String) throws(Diagnostic) -> [UInt8] {
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw Diagnostic(file: name, rule: "not-utf8", severity: .error, message: "the text is not UTF-8", help: "convert it with iconv first")
    }
    return bytes
  }
}

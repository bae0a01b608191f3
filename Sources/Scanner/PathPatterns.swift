/// Patterns of paths in `.gitignore`'s notation, relative to one folder: of a configuration rather than of an ignore file.
///
///     let tests = PathPatterns(["*_test.go", "legacy/"], folder: "/home/ann/shop")
///     tests.match(found, workingFolder: "/home/ann/shop")
package struct PathPatterns: Hashable, Sendable {
  private let rules: IgnoreRules
  private let folder: [UInt8]

  /// - Parameter folder: Absolute; what patterns with a slash are relative to.
  package init(_ patterns: [String], folder: String) {
    rules = IgnoreRules(Array(patterns.joined(separator: "\n").utf8))
    self.folder = PathText.withoutTrailingSlash(Array(folder.utf8))
  }

  /// Whether a file, or a folder that it lies in, matches; outside of the patterns' folder only names count.
  ///
  /// - Parameter workingFolder: Absolute; what the file's path is relative to, where it is.
  package func match(_ file: FoundFile, workingFolder: String) -> Bool {
    let names = names(of: file.path, workingFolder)
    var path: [UInt8] = []
    for (number, name) in names.enumerated() {
      if number > 0 { path.append(UInt8(ascii: "/")) }
      path += name
      if rules.verdict(on: path[...], isFolder: number + 1 < names.count) == true { return true }
    }
    return false
  }

  /// The parts of the path below the patterns' folder.
  private func names(of path: [UInt8], _ workingFolder: String) -> [[UInt8]] {
    let absolute = path.first == UInt8(ascii: "/") ? path : Array((workingFolder + "/").utf8) + path
    let parts = Self.resolved(absolute)
    let top = Self.resolved(folder)
    return parts.starts(with: top) ? Array(parts.dropFirst(top.count)) : parts
  }

  /// Without empty parts, `.` and `..`.
  private static func resolved(_ path: [UInt8]) -> [[UInt8]] {
    var parts: [[UInt8]] = []
    for part in path.split(separator: UInt8(ascii: "/")) where !part.elementsEqual(".".utf8) {
      if part.elementsEqual("..".utf8) { _ = parts.popLast() } else { parts.append(Array(part)) }
    }
    return parts
  }
}

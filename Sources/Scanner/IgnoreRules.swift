/// The rules of one ignore file (`.gitignore`, `.ignore`), as `gitignore(5)` defines them.
struct IgnoreRules: Hashable, Sendable {
  struct Rule: Hashable, Sendable {
    var glob: Glob
    /// `!pattern`: takes back what an earlier rule ignored.
    var isNegated: Bool
    /// `pattern/`: matches folders only.
    var isFolderOnly: Bool
    /// Whether it holds a slash: then it is matched against the path from the ignore file's folder, else against names.
    var isAnchored: Bool
  }

  let rules: [Rule]

  init(_ text: [UInt8]) {
    rules = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: true).compactMap { Self.rule(Array($0)) }
  }

  /// Whether the path is ignored (true), taken back (false), or not spoken of (nil): the last rule that matches decides.
  ///
  /// - Parameter path: From the ignore file's folder, with `/`.
  func verdict(on path: ArraySlice<UInt8>, isFolder: Bool) -> Bool? {
    let name = path.lastIndex(of: UInt8(ascii: "/")).map { path[($0 + 1)...] } ?? path
    for rule in rules.reversed() where isFolder || !rule.isFolderOnly {
      if rule.glob.matches(rule.isAnchored ? path : name) { return !rule.isNegated }
    }
    return nil
  }

  private static func rule(_ line: [UInt8]) -> Rule? {
    var line = line[...]
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
    guard let first = line.first, first != UInt8(ascii: "#") else { return nil }
    // Trailing blanks mean nothing unless a backslash stands before them.
    while line.last == UInt8(ascii: " "), line.dropLast().last != UInt8(ascii: "\\") { line.removeLast() }
    let isNegated = line.first == UInt8(ascii: "!")
    if isNegated { line.removeFirst() }
    let isFolderOnly = line.last == UInt8(ascii: "/")
    if isFolderOnly { line.removeLast() }
    guard !line.isEmpty else { return nil }
    let isAnchored = line.contains(UInt8(ascii: "/"))
    if line.first == UInt8(ascii: "/") { line.removeFirst() }
    return Rule(glob: Glob(Array(line)), isNegated: isNegated, isFolderOnly: isFolderOnly, isAnchored: isAnchored)
  }
}

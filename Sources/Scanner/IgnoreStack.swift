/// The ignore files that hold for a folder: its own and those of the folders around it, the nearest first to decide.
struct IgnoreStack: Sendable {
  private struct Level: Sendable {
    /// Absolute, or relative as the walk was given, without a trailing slash.
    var folder: [UInt8]
    var rules: IgnoreRules
  }

  /// From the outermost to the innermost; in one folder `.gitignore` before `.ignore` before `.rgignore`, as the later decides.
  private var levels: [Level] = []
  /// Where the folder of the walk is, absolute, so that rules from above it can be matched.
  private var start: (given: [UInt8], absolute: [UInt8])?

  static let names = [".gitignore", ".ignore", ".rgignore"]

  /// The largest ignore file that is read, in bytes.
  private static let sizeLimit = 1 << 20

  /// The rules from the folders above a folder, up to the root of the repository that it lies in.
  static func above(_ folder: [UInt8]) -> IgnoreStack {
    var stack = IgnoreStack()
    guard let absolute = PathText.absolute(folder) else { return stack }
    stack.start = (PathText.withoutTrailingSlash(folder), absolute)
    var found: [Level] = []
    var parent = absolute
    var isInRepository = has(".git", in: absolute)
    while !isInRepository, let up = PathText.parent(of: parent) {
      parent = up
      found += rules(in: up).reversed()
      isInRepository = has(".git", in: up)
    }
    // Ignore files above a folder that is in no repository are somebody else's.
    if isInRepository {
      stack.levels = found.reversed()
      let exclude = PathText.joined(parent, Array(".git/info/exclude".utf8))
      if let text = read(exclude) { stack.levels.insert(Level(folder: parent, rules: IgnoreRules(text)), at: 0) }
    }
    return stack
  }

  /// Adds the rules of a folder that is entered.
  mutating func enter(_ folder: [UInt8], entries: [Folder.Entry]) {
    for name in Self.names where entries.contains(where: { $0.name == Array(name.utf8) && $0.kind == .file }) {
      guard let text = Self.read(PathText.joined(folder, Array(name.utf8))) else { continue }
      levels.append(Level(folder: absolute(folder), rules: IgnoreRules(text)))
    }
  }

  /// Whether a path found in the walk is ignored. That its folders are not is known: they were entered.
  func ignores(_ path: [UInt8], isFolder: Bool) -> Bool {
    let path = absolute(path)
    for level in levels.reversed() {
      let start = level.folder.count + (level.folder.last == UInt8(ascii: "/") ? 0 : 1)
      guard start <= path.count, path.starts(with: level.folder) else { continue }
      if let verdict = level.rules.verdict(on: path[start...], isFolder: isFolder) { return verdict }
    }
    return false
  }

  private func absolute(_ path: [UInt8]) -> [UInt8] {
    guard let start, path.starts(with: start.given) else { return path }
    let rest = Array(path[start.given.count...].drop { $0 == UInt8(ascii: "/") })
    return rest.isEmpty ? start.absolute : PathText.joined(start.absolute, rest)
  }

  private static func rules(in folder: [UInt8]) -> [Level] {
    names.compactMap { name in
      read(PathText.joined(folder, Array(name.utf8))).map { Level(folder: folder, rules: IgnoreRules($0)) }
    }
  }

  private static func has(_ name: String, in folder: [UInt8]) -> Bool {
    (try? PathKind.of(PathText.joined(folder, Array(name.utf8)))) != nil
  }

  private static func read(_ path: [UInt8]) -> [UInt8]? {
    (try? FileReader(sizeLimit: sizeLimit).read(FoundFile(path: path, file: "")))?.bytes
  }
}

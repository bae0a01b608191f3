/// A path as a user gave it, made regular: `./a//b/` is `a/b`.
struct GivenPath: Hashable, Sendable {
  /// Absolute or relative to the working folder; `.` for that.
  let bytes: [UInt8]

  init(_ text: String) {
    self.init(isAbsolute: text.hasPrefix("/"), names: PathText.components(of: Array(text.utf8)))
  }

  private init(isAbsolute: Bool, names: [[UInt8]]) {
    let joined = Array(names.joined(separator: [UInt8(ascii: "/")]))
    bytes = isAbsolute ? [UInt8(ascii: "/")] + joined : joined.isEmpty ? [UInt8(ascii: ".")] : joined
  }

  private var isAbsolute: Bool { bytes.first == UInt8(ascii: "/") }
  private var names: [[UInt8]] { bytes == [UInt8(ascii: ".")] ? [] : PathText.components(of: bytes) }

  /// For people.
  var shown: String { PathText.shown(bytes) }

  /// A path below this one, from here.
  func relative(_ path: [UInt8]) -> [UInt8] {
    let prefix = bytes == [UInt8(ascii: ".")] ? [] : bytes
    guard !prefix.isEmpty, path.starts(with: prefix) else { return path }
    let rest = Array(path[prefix.count...].drop { $0 == UInt8(ascii: "/") })
    return rest.isEmpty ? path : rest
  }

  /// The folder that holds all the paths: of one folder itself, of one file the folder around it.
  ///
  /// Absolute and relative paths together meet at the absolute form of all.
  static func commonFolder(of paths: [GivenPath]) -> GivenPath {
    let folders = paths.map { path in
      let isFolder = (try? PathKind.of(path.bytes, followingLink: true)) == .folder
      return GivenPath(isAbsolute: path.isAbsolute, names: isFolder ? path.names : path.names.dropLast())
    }
    guard let first = folders.first, folders.allSatisfy({ $0.isAbsolute == first.isAbsolute }) else { return GivenPath(".") }
    // Two ways up (`../a`, `b`) have no common name but meet in the working folder's terms only.
    var common = first.names
    for folder in folders.dropFirst() {
      let names = folder.names
      common = Array(zip(common, names).prefix { $0 == $1 }.map(\.0))
    }
    return GivenPath(isAbsolute: first.isAbsolute, names: common)
  }
}

import HostLanguages

/// Paths as bytes, and how they are shown.
package enum PathText {
  /// A path for people and documents: bytes that are not UTF-8, per cent signs before two hexadecimal digits, and control
  /// bytes as %XX.
  package static func shown(_ path: [UInt8]) -> String {
    var text: [UInt8] = []
    var at = 0
    while at < path.count {
      let length = scalarLength(at: at, in: path)
      if length == 0 || path[at] < 0x20 || path[at] == 0x7F || isEscapeLike(at, in: path) {
        text += escape(path[at])
        at += 1
      } else {
        text += path[at..<(at + length)]
        at += length
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The bytes that `shown` shows.
  package static func bytes(shown text: String) -> [UInt8] {
    let text = Array(text.utf8)
    var path: [UInt8] = []
    var at = 0
    while at < text.count {
      if isEscapeLike(at, in: text), let value = UInt8(String(decoding: text[(at + 1)...(at + 2)], as: UTF8.self), radix: 16) {
        path.append(value)
        at += 3
      } else {
        path.append(text[at])
        at += 1
      }
    }
    return path
  }

  private static func isEscapeLike(_ at: Int, in text: [UInt8]) -> Bool {
    func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte) }
    return at + 2 < text.count && text[at] == UInt8(ascii: "%") && isDigit(text[at + 1]) && isDigit(text[at + 2])
  }

  private static func escape(_ byte: UInt8) -> [UInt8] {
    let digits = Array("0123456789ABCDEF".utf8)
    return [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
  }

  /// The bytes of the well-formed scalar at a place; 0 for a bad byte.
  private static func scalarLength(at: Int, in path: [UInt8]) -> Int {
    if path[at] < 0x80 { return 1 }
    for length in 2...4 where at + length <= path.count && UTF8Validation.firstInvalid(in: path, at..<(at + length)) == nil { return length }
    return 0
  }

  // MARK: Joining

  static func joined(_ folder: [UInt8], _ name: [UInt8]) -> [UInt8] {
    if folder.isEmpty || folder == [UInt8(ascii: ".")] { return name }
    return folder.last == UInt8(ascii: "/") ? folder + name : folder + [UInt8(ascii: "/")] + name
  }

  static func withoutTrailingSlash(_ path: [UInt8]) -> [UInt8] {
    var path = path
    while path.count > 1, path.last == UInt8(ascii: "/") { path.removeLast() }
    return path == [UInt8(ascii: ".")] ? [] : path
  }

  /// A path's folder (with its slash at the root only; empty for the working folder) and its last name.
  static func split(_ path: [UInt8]) -> (folder: [UInt8], name: [UInt8]) {
    guard let slash = path.lastIndex(of: UInt8(ascii: "/")) else { return ([], path) }
    return (slash == 0 ? [UInt8(ascii: "/")] : Array(path[..<slash]), Array(path[(slash + 1)...]))
  }

  /// The folder around an absolute path; nil for the root.
  static func parent(of path: [UInt8]) -> [UInt8]? {
    guard path.count > 1, let slash = path.lastIndex(of: UInt8(ascii: "/")) else { return nil }
    return slash == 0 ? [UInt8(ascii: "/")] : Array(path[..<slash])
  }

  /// From the file system's root, `.` and `..` resolved by their text.
  static func absolute(_ path: [UInt8]) -> [UInt8]? {
    let full = path.first == UInt8(ascii: "/") ? path : Folder.current.map { $0 + [UInt8(ascii: "/")] + path }
    guard let full else { return nil }
    return [UInt8(ascii: "/")] + Array(components(of: full).joined(separator: [UInt8(ascii: "/")]))
  }

  /// The names of a path, `.` left out and `..` resolved where a name stands before it.
  static func components(of path: [UInt8]) -> [[UInt8]] {
    var names: [[UInt8]] = []
    for name in path.split(separator: UInt8(ascii: "/")) {
      if name.elementsEqual(".".utf8) { continue }
      if name.elementsEqual("..".utf8), let last = names.last, last != Array("..".utf8) { names.removeLast() } else { names.append(Array(name)) }
    }
    return names
  }
}

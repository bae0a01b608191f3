/// A pattern of `gitignore(5)`: `*` and `?` do not match a slash, `**` matches any folders, `[a-z]` a class, `\` quotes.
///
/// Matching takes time in proportion to pattern times text at most, whatever the pattern.
struct Glob: Hashable, Sendable {
  private enum Part: Hashable, Sendable {
    case byte(UInt8)
    /// `?`
    case any
    /// `*`
    case star
    case set(ranges: [ClosedRange<UInt8>], isNegated: Bool)
  }

  /// Between slashes; nil stands for `**`.
  private let components: [[Part]?]

  init(_ pattern: [UInt8]) {
    components = pattern.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map { component in
      component.elementsEqual("**".utf8) ? nil : Self.parts(of: Array(component))
    }
  }

  /// Whether the whole path (with `/`) matches.
  func matches(_ path: ArraySlice<UInt8>) -> Bool {
    let names = path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    // The usual way to match stars: remember the last `**` and let it take one name more after a failure.
    var (pattern, name) = (0, 0)
    var lastFolders: (pattern: Int, name: Int)?
    while name < names.count {
      if pattern < components.count, let parts = components[pattern], Self.match(parts, names[name]) {
        pattern += 1
        name += 1
      } else if pattern < components.count, components[pattern] == nil {
        lastFolders = (pattern, name)
        pattern += 1
      } else if let last = lastFolders {
        lastFolders = (last.pattern, last.name + 1)
        pattern = last.pattern + 1
        name = last.name + 1
      } else {
        return false
      }
    }
    // `a/**` matches what is in `a`, not `a` itself.
    if pattern < components.count, pattern == components.count - 1, components[pattern] == nil { return false }
    return pattern == components.count
  }

  private static func match(_ parts: [Part], _ text: ArraySlice<UInt8>) -> Bool {
    var (part, at) = (0, text.startIndex)
    var lastStar: (part: Int, at: Int)?
    while at < text.endIndex {
      if part < parts.count, parts[part] == .star {
        lastStar = (part, at)
        part += 1
      } else if part < parts.count, accepts(parts[part], text[at]) {
        part += 1
        at += 1
      } else if let last = lastStar {
        lastStar = (last.part, last.at + 1)
        part = last.part + 1
        at = last.at + 1
      } else {
        return false
      }
    }
    while part < parts.count, parts[part] == .star { part += 1 }
    return part == parts.count
  }

  private static func accepts(_ part: Part, _ byte: UInt8) -> Bool {
    switch part {
    case .byte(let own): own == byte
    case .any: true
    case .star: false
    case .set(let ranges, let isNegated): ranges.contains { $0.contains(byte) } != isNegated
    }
  }

  // MARK: Reading

  private static func parts(of text: [UInt8]) -> [Part] {
    var parts: [Part] = []
    var at = 0
    while at < text.count {
      switch text[at] {
      case UInt8(ascii: "*"):
        if parts.last != .star { parts.append(.star) }
      case UInt8(ascii: "?"): parts.append(.any)
      case UInt8(ascii: "\\") where at + 1 < text.count:
        at += 1
        parts.append(.byte(text[at]))
      case UInt8(ascii: "["):
        if let (set, end) = set(at: at, in: text) {
          parts.append(set)
          at = end - 1
        } else {
          parts.append(.byte(text[at]))
        }
      default: parts.append(.byte(text[at]))
      }
      at += 1
    }
    return parts
  }

  private static let classes: [String: [ClosedRange<UInt8>]] = [
    "alnum": [0x30...0x39, 0x41...0x5A, 0x61...0x7A], "alpha": [0x41...0x5A, 0x61...0x7A], "blank": [0x09...0x09, 0x20...0x20],
    "digit": [0x30...0x39], "lower": [0x61...0x7A], "punct": [0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E],
    "space": [0x09...0x0D, 0x20...0x20], "upper": [0x41...0x5A], "xdigit": [0x30...0x39, 0x41...0x46, 0x61...0x66],
  ]

  /// `[…]` and where it ends; nil when it is not closed.
  private static func set(at start: Int, in text: [UInt8]) -> (Part, end: Int)? {
    var at = start + 1
    let isNegated = at < text.count && (text[at] == UInt8(ascii: "!") || text[at] == UInt8(ascii: "^"))
    if isNegated { at += 1 }
    var ranges: [ClosedRange<UInt8>] = []
    var isFirst = true
    while at < text.count, isFirst || text[at] != UInt8(ascii: "]") {
      isFirst = false
      if text[at] == UInt8(ascii: "["), let (named, end) = namedClass(at: at, in: text) {
        ranges += named
        at = end
        continue
      }
      if text[at] == UInt8(ascii: "\\"), at + 1 < text.count { at += 1 }
      let low = text[at]
      if at + 2 < text.count, text[at + 1] == UInt8(ascii: "-"), text[at + 2] != UInt8(ascii: "]") {
        if low <= text[at + 2] { ranges.append(low...text[at + 2]) }
        at += 3
      } else {
        ranges.append(low...low)
        at += 1
      }
    }
    return at < text.count ? (.set(ranges: ranges, isNegated: isNegated), at + 1) : nil
  }

  private static func namedClass(at start: Int, in text: [UInt8]) -> ([ClosedRange<UInt8>], end: Int)? {
    guard start + 1 < text.count, text[start + 1] == UInt8(ascii: ":") else { return nil }
    let name = text[(start + 2)...].prefix(10).prefix { $0 != UInt8(ascii: ":") }
    guard name.endIndex + 1 < text.count, text[name.endIndex] == UInt8(ascii: ":"), text[name.endIndex + 1] == UInt8(ascii: "]"),
      let ranges = classes[String(decoding: name, as: UTF8.self)]
    else { return nil }
    return (ranges, name.endIndex + 2)
  }
}

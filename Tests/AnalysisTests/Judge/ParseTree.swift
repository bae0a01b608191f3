/// The tree that PostgreSQL prints with `debug_print_parse`: `{TAG :field value …}`, lists in parentheses (`nodes/outfuncs.c`).
///
/// Keeps of every node its tag, its place, and those fields that are one number; that is enough to say its type and its location.
struct ParseTree {
  struct Node {
    var tag: String
    /// The node that it is a part of, -1 for the outermost.
    var parent: Int
    /// The field of the parent that holds it.
    var field: String
    var numbers: [String: Int] = [:]
    /// The first bytes of a constant's value, little-endian.
    var constant: [UInt8] = []

    var location: Int { numbers["location"] ?? -1 }
  }

  private(set) var nodes: [Node] = []

  init(_ text: String) {
    var reader = Reader()
    for token in Tokens(text) { reader.take(token) }
    nodes = reader.nodes
  }

  /// Nodes of one parent, in order.
  func children(of parent: Int, field: String) -> [Int] {
    var found: [Int] = []
    for number in nodes.indices.dropFirst(parent + 1) where nodes[number].parent == parent && nodes[number].field == field { found.append(number) }
    return found
  }
}

/// Words between blanks and brackets; a backslash takes the next character's meaning away.
private struct Tokens: Sequence, IteratorProtocol {
  private let bytes: [UInt8]
  private var place = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  mutating func next() -> ArraySlice<UInt8>? {
    while place < bytes.count, bytes[place] <= 0x20 { place += 1 }
    guard place < bytes.count else { return nil }
    let start = place
    if Self.isBracket(bytes[place]) {
      place += 1
      return bytes[start..<place]
    }
    while place < bytes.count, bytes[place] > 0x20, !Self.isBracket(bytes[place]) { place += bytes[place] == UInt8(ascii: "\\") ? 2 : 1 }
    place = Swift.min(place, bytes.count)
    return bytes[start..<place]
  }

  private static func isBracket(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"): true
    default: false
    }
  }
}

private struct Reader {
  var nodes: [ParseTree.Node] = []
  private var open: [(node: Int, field: String)] = []
  private var beginsNode = false
  private var isInConstant = false

  mutating func take(_ token: ArraySlice<UInt8>) {
    guard let first = token.first else { return }
    switch first {
    case UInt8(ascii: "{"): beginsNode = true
    case UInt8(ascii: "}"): open.removeLast()
    case UInt8(ascii: "("), UInt8(ascii: ")"): break
    case UInt8(ascii: "["): isInConstant = true
    case UInt8(ascii: "]"): isInConstant = false
    case _ where beginsNode:
      beginsNode = false
      nodes.append(.init(tag: String(decoding: token, as: UTF8.self), parent: open.last?.node ?? -1, field: open.last?.field ?? ""))
      open.append((nodes.count - 1, ""))
    case UInt8(ascii: ":") where !open.isEmpty: open[open.count - 1].field = String(decoding: token.dropFirst(), as: UTF8.self)
    default: value(token)
    }
  }

  private mutating func value(_ token: ArraySlice<UInt8>) {
    guard let (node, field) = open.last, let number = Self.number(token) else { return }
    if isInConstant {
      if nodes[node].constant.count < 8 { nodes[node].constant.append(UInt8(truncatingIfNeeded: number)) }
    } else if nodes[node].numbers[field] == nil {
      nodes[node].numbers[field] = number
    }
  }

  private static func number(_ token: ArraySlice<UInt8>) -> Int? {
    var (value, isNegative) = (0, false)
    for (place, byte) in token.enumerated() {
      if place == 0, byte == UInt8(ascii: "-"), token.count > 1 { isNegative = true; continue }
      guard byte >= 0x30, byte <= 0x39, place < 12 else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return isNegative ? -value : value
  }
}

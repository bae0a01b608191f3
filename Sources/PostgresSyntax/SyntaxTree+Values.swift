import SourceText

/// What literals mean.
extension SyntaxTree {
  /// The bytes of a `stringLiteral` (or of a `bitStringLiteral`'s digits), decoded; nil when an atom lies in it or the node is no such
  /// literal.
  package func stringValue(of id: NodeID) -> [UInt8]? {
    let node = self[id]
    if let plain = plainString(node) { return plain }
    guard node.kind == .stringLiteral || node.kind == .bitStringLiteral, !containsAtom(id),
      case .success(let value) = StringDecoding.decode(text.bytes[node.range.range])
    else { return nil }
    return value
  }

  /// The bytes between the quotes of a literal in which nothing is escaped, as most are.
  private func plainString(_ node: Node) -> [UInt8]? {
    let range = node.range
    guard node.kind == .stringLiteral, text.atoms.isEmpty, range.count >= 2, range.end <= text.bytes.count else { return nil }
    let quote = UInt8(ascii: "'")
    guard text.bytes[range.start] == quote, text.bytes[range.end - 1] == quote else { return nil }
    let body = text.bytes[range.start + 1..<range.end - 1]
    return body.contains(quote) ? nil : Array(body)
  }

  /// The value of an `integerLiteral` where it fits; hexadecimal, octal, binary and underscores understood.
  package func integerValue(of id: NodeID) -> Int? {
    guard self[id].kind == .integerLiteral else { return nil }
    return Self.integer(text.bytes[self[id].range.range])
  }

  static func integer(_ bytes: ArraySlice<UInt8>) -> Int? {
    let digits = bytes.filter { $0 != UInt8(ascii: "_") }
    guard digits.count > 2, digits[0] == UInt8(ascii: "0") else { return Int(String(decoding: digits, as: UTF8.self)) }
    let radix = switch digits[1] | 0x20 {
    case UInt8(ascii: "x"): 16
    case UInt8(ascii: "o"): 8
    case UInt8(ascii: "b"): 2
    default: 10
    }
    return Int(String(decoding: radix == 10 ? digits[...] : digits.dropFirst(2), as: UTF8.self), radix: radix)
  }

  /// The value of an integer token that PostgreSQL's lexer takes as `ICONST`: 32 bits.
  static func int32(_ bytes: ArraySlice<UInt8>) -> Int32? { integer(bytes).flatMap { Int32(exactly: $0) } }
}

/// A JSON value with its place, for messages about a file that a person may have edited.
///
/// Foundation's decoder names a path, not a line, and keeps every value of a large file at once.
struct JSONNode {
  enum Value {
    case null
    case bool(Bool)
    /// As written.
    case number(String)
    case string(String)
    case array([JSONNode])
    case object([(key: String, node: JSONNode)])
  }

  var value: Value
  /// Where it begins, in bytes.
  var offset: Int

  /// What it is, for messages: "a number".
  var kind: String {
    switch value {
    case .null: "null"
    case .bool: "true or false"
    case .number: "a number"
    case .string: "a string"
    case .array: "an array"
    case .object: "an object"
    }
  }
}

/// What is wrong with a file, and where.
struct JSONFault: Error {
  var offset: Int
  var message: String
}

/// Reads JSON (RFC 8259) from bytes, value by value, so that a large array's elements need not be in memory together.
///
/// Any bytes give a value or a fault: numbers stay text, nesting is limited.
struct JSONReader {
  private let bytes: [UInt8]
  private(set) var offset = 0
  /// Deeper nesting than any snapshot has.
  private static let depthLimit = 32

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool {
    mutating get {
      skipBlanks()
      return offset == bytes.count
    }
  }

  // MARK: Structures, element by element

  /// Calls `read` for each element of the array that comes next; it has to read exactly that element.
  mutating func array(_ read: (inout JSONReader) throws(JSONFault) -> Void) throws(JSONFault) {
    try structure("[", "]", "an array") { reader throws(JSONFault) in try read(&reader) }
  }

  /// Calls `read` with the key and its offset for each member of the object that comes next; it has to read exactly that member's value.
  mutating func object(_ read: (String, Int, inout JSONReader) throws(JSONFault) -> Void) throws(JSONFault) {
    var keys = Set<String>()
    try structure("{", "}", "an object") { reader throws(JSONFault) in
      reader.skipBlanks()
      let start = reader.offset
      let key = try reader.string()
      guard keys.insert(key).inserted else { throw JSONFault(offset: start, message: "the field \"\(key)\" stands there twice") }
      try reader.expect(":")
      try read(key, start, &reader)
    }
  }

  private mutating func structure(
    _ open: Unicode.Scalar, _ close: Unicode.Scalar, _ name: String, _ element: (inout JSONReader) throws(JSONFault) -> Void
  ) throws(JSONFault) {
    guard accept(open) else { throw unexpected(name) }
    if accept(close) { return }
    repeat { try element(&self) } while accept(",")
    guard accept(close) else { throw unexpected("\",\" or \"\(close)\"") }
  }

  // MARK: Values

  mutating func node(depth: Int = 0) throws(JSONFault) -> JSONNode {
    skipBlanks()
    guard depth < Self.depthLimit else { throw JSONFault(offset: offset, message: "values are nested deeper than in any snapshot") }
    let start = offset
    guard offset < bytes.count else { throw unexpected("a value") }
    switch bytes[offset] {
    case UInt8(ascii: "{"):
      var members: [(key: String, node: JSONNode)] = []
      try object { key, _, reader throws(JSONFault) in members.append((key, try reader.node(depth: depth + 1))) }
      return JSONNode(value: .object(members), offset: start)
    case UInt8(ascii: "["):
      var elements: [JSONNode] = []
      try array { reader throws(JSONFault) in elements.append(try reader.node(depth: depth + 1)) }
      return JSONNode(value: .array(elements), offset: start)
    case UInt8(ascii: "\""): return JSONNode(value: .string(try string()), offset: start)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return JSONNode(value: .number(number()), offset: start)
    default:
      for (word, value) in [("null", JSONNode.Value.null), ("true", .bool(true)), ("false", .bool(false))] where accept(word: word) {
        return JSONNode(value: value, offset: start)
      }
      throw unexpected("a value")
    }
  }

  private mutating func number() -> String {
    let start = offset
    let others = Array("+-.eE".utf8)
    while offset < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[offset]) || others.contains(bytes[offset]) { offset += 1 }
    return String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  private mutating func string() throws(JSONFault) -> String {
    skipBlanks()
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") else { throw unexpected("a string") }
    let start = offset
    offset += 1
    var (text, copied): ([UInt8], Int) = ([], offset)
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: "\""):
        text.append(contentsOf: bytes[copied..<offset])
        offset += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        text.append(contentsOf: bytes[copied..<offset])
        text.append(contentsOf: Array(String(try escape()).utf8))
        copied = offset
      case 0..<0x20: throw JSONFault(offset: offset, message: "a control character stands in a string")
      default: offset += 1
      }
    }
    throw JSONFault(offset: start, message: "the file ends inside a string")
  }

  private mutating func escape() throws(JSONFault) -> Unicode.Scalar {
    let start = offset
    guard offset + 1 < bytes.count else { throw JSONFault(offset: start, message: "the file ends inside a string") }
    let letter = bytes[offset + 1]
    offset += 2
    if let scalar = Self.escapes[letter] { return scalar }
    guard letter == UInt8(ascii: "u"), let first = hexadecimal() else { throw JSONFault(offset: start, message: "no such escape in a string") }
    if let scalar = Unicode.Scalar(first) { return scalar }
    // A pair of surrogates; one alone is no character.
    guard first < 0xDC00, offset + 1 < bytes.count, bytes[offset] == UInt8(ascii: "\\"), bytes[offset + 1] == UInt8(ascii: "u") else {
      return "\u{FFFD}"
    }
    offset += 2
    guard let second = hexadecimal(), (0xDC00..<0xE000).contains(second) else { return "\u{FFFD}" }
    return Unicode.Scalar(0x10000 + (UInt32(first - 0xD800) << 10) + UInt32(second - 0xDC00)) ?? "\u{FFFD}"
  }

  private mutating func hexadecimal() -> UInt16? {
    guard offset + 4 <= bytes.count else { return nil }
    let digits = bytes[offset..<offset + 4]
    guard digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else { return nil }
    offset += 4
    return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
  }

  private static let escapes: [UInt8: Unicode.Scalar] = [
    UInt8(ascii: "\""): "\"", UInt8(ascii: "\\"): "\\", UInt8(ascii: "/"): "/", UInt8(ascii: "b"): "\u{8}", UInt8(ascii: "f"): "\u{C}",
    UInt8(ascii: "n"): "\n", UInt8(ascii: "r"): "\r", UInt8(ascii: "t"): "\t",
  ]

  // MARK: Tokens

  private mutating func skipBlanks() {
    while offset < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[offset]) { offset += 1 }
  }

  private mutating func accept(_ scalar: Unicode.Scalar) -> Bool {
    skipBlanks()
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: scalar) else { return false }
    offset += 1
    return true
  }

  private mutating func accept(word: String) -> Bool {
    guard bytes[offset...].starts(with: word.utf8) else { return false }
    offset += word.utf8.count
    return true
  }

  private mutating func expect(_ scalar: Unicode.Scalar) throws(JSONFault) {
    guard accept(scalar) else { throw unexpected("\"\(scalar)\"") }
  }

  private func unexpected(_ wanted: String) -> JSONFault {
    offset < bytes.count
      ? JSONFault(offset: offset, message: "expected \(wanted), found \"\(shown(bytes[offset]))\"")
      : JSONFault(offset: offset, message: "the file ends where \(wanted) should stand")
  }

  private func shown(_ byte: UInt8) -> String {
    (0x20..<0x7F).contains(byte) ? String(Unicode.Scalar(byte)) : "\\x" + String(byte, radix: 16)
  }
}

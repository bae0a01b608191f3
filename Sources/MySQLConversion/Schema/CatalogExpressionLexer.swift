/// Cuts an expression that the catalog prints into tokens.
struct CatalogExpressionLexer {
  enum Token: Hashable {
    /// An unquoted word in lower case.
    case word(String)
    case quoted(String)
    case string(String)
    case number(String)
    case `operator`(String)
    /// One of `( ) [ ] , . ::`.
    case punctuation(String)
    case end
  }

  private let bytes: [UInt8]
  private var offset = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  /// - Throws: `NotConvertible` for text that no PostgreSQL prints, and for literals of a kind that none is expected to print.
  static func tokens(of text: String) throws(NotConvertible) -> [Token] {
    guard text.utf8.count <= 65_536 else { throw NotConvertible("is longer than 65,536 bytes") }
    var lexer = CatalogExpressionLexer(text)
    var tokens: [Token] = []
    while let token = try lexer.next() { tokens.append(token) }
    return tokens + [.end]
  }

  private mutating func next() throws(NotConvertible) -> Token? {
    while offset < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[offset]) { offset += 1 }
    guard offset < bytes.count else { return nil }
    let byte = bytes[offset]
    switch byte {
    case UInt8(ascii: "'"): return .string(try delimited(by: byte))
    case UInt8(ascii: "\""): return .quoted(try delimited(by: byte))
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return number()
    case UInt8(ascii: "."):
      if offset + 1 < bytes.count, bytes[offset + 1].isDigit { return number() }
      return punctuation(1)
    case UInt8(ascii: ":"):
      guard offset + 1 < bytes.count, bytes[offset + 1] == byte else { throw NotConvertible("holds a lone colon") }
      return punctuation(2)
    case _ where Self.punctuation.contains(byte): return punctuation(1)
    case _ where Self.operators.contains(byte): return try operatorToken()
    case _ where Self.startsWord(byte): return try word()
    default: throw NotConvertible("holds an unexpected character")
    }
  }

  private mutating func punctuation(_ count: Int) -> Token {
    defer { offset += count }
    return .punctuation(string(offset..<min(offset + count, bytes.count)))
  }

  private mutating func delimited(by quote: UInt8) throws(NotConvertible) -> String {
    var body: [UInt8] = []
    offset += 1
    while offset < bytes.count {
      defer { offset += 1 }
      guard bytes[offset] == quote else {
        body.append(bytes[offset])
        continue
      }
      guard offset + 1 < bytes.count, bytes[offset + 1] == quote else { return String(decoding: body, as: UTF8.self) }
      body.append(quote)
      offset += 1
    }
    throw NotConvertible("ends inside a literal")
  }

  private mutating func number() -> Token {
    let start = offset
    func skipDigits(_ offset: inout Int) { while offset < bytes.count, bytes[offset].isDigit { offset += 1 } }
    skipDigits(&offset)
    if offset < bytes.count, bytes[offset] == UInt8(ascii: ".") {
      offset += 1
      skipDigits(&offset)
    }
    if offset < bytes.count, bytes[offset] | 0x20 == UInt8(ascii: "e") {
      var end = offset + 1
      if end < bytes.count, bytes[end] == UInt8(ascii: "+") || bytes[end] == UInt8(ascii: "-") { end += 1 }
      if end < bytes.count, bytes[end].isDigit {
        offset = end
        skipDigits(&offset)
      }
    }
    return .number(string(start..<offset))
  }

  /// An operator ends before `--` and `/*`, which never occur in printed expressions.
  private mutating func operatorToken() throws(NotConvertible) -> Token {
    let start = offset
    while offset < bytes.count, Self.operators.contains(bytes[offset]) { offset += 1 }
    let run = string(start..<offset)
    guard !run.contains("--"), !run.contains("/*") else { throw NotConvertible("holds a comment") }
    // As in PostgreSQL, a `+` or `-` at the end belongs to the operand unless the operator holds one of ~ ! @ # % ^ & | ` ?.
    while offset - start > 1, let last = bytes[start..<offset].last, last == UInt8(ascii: "-") || last == UInt8(ascii: "+"),
      !bytes[start..<offset].contains(where: { "~!@#%^&|`?".utf8.contains($0) }) { offset -= 1 }
    return .operator(string(start..<offset))
  }

  private mutating func word() throws(NotConvertible) -> Token {
    let start = offset
    while offset < bytes.count, Self.startsWord(bytes[offset]) || bytes[offset].isDigit || bytes[offset] == UInt8(ascii: "$") { offset += 1 }
    if offset < bytes.count, bytes[offset] == UInt8(ascii: "'") { throw NotConvertible("holds a literal with a prefix") }
    return .word(string(start..<offset).lowercased())
  }

  private func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  private static let punctuation = Set("()[],".utf8)
  private static let operators = Set("+-*/<>=~!@#%^&|`?".utf8)
  private static func startsWord(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || byte >= 0x80 || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}

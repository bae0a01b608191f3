/// The syntax of JSON as `json_in` and `jsonb_in` read it (`jsonapi.c`).
struct JSONSyntax {
  private enum Kind: Equatable {
    case string, number, word, end
    case mark(UInt8)
  }

  private let text: [UInt8]
  private var start = 0
  private var end = 0
  private var kind = Kind.end
  private static let depthLimit = 500

  private struct Failure: Error {
    var detail: String
    var isTooDeep = false
  }

  private init(_ text: [UInt8]) { self.text = text }

  static func problem(in text: [UInt8]) -> LiteralProblem? {
    var reader = JSONSyntax(text)
    do throws(Failure) {
      try reader.lex()
      try reader.value(depth: 0)
      if reader.kind != .end { throw reader.expected("Expected end of input") }
      return nil
    } catch {
      return error.isTooDeep ? nil : LiteralProblem(sqlstate: "22P02", message: "invalid input syntax for type json", detail: error.detail)
    }
  }

  private func expected(_ what: String) -> Failure {
    if kind == .end { return Failure(detail: "The input string ended unexpectedly.") }
    return Failure(detail: "\(what), but found \"\(LiteralInput.shown(text[start..<end]))\".")
  }

  private mutating func value(depth: Int) throws(Failure) {
    guard depth < Self.depthLimit else { throw Failure(detail: "", isTooDeep: true) }
    switch kind {
    case .string, .number, .word: try lex()
    case .mark(UInt8(ascii: "{")): try object(depth)
    case .mark(UInt8(ascii: "[")): try array(depth)
    default: throw expected("Expected JSON value")
    }
  }

  private mutating func object(_ depth: Int) throws(Failure) {
    try lex()
    if kind == .mark(UInt8(ascii: "}")) { return try lex() }
    guard kind == .string else { throw expected("Expected string or \"}\"") }
    while true {
      guard kind == .string else { throw expected("Expected string") }
      try lex()
      guard kind == .mark(UInt8(ascii: ":")) else { throw expected("Expected \":\"") }
      try lex()
      try value(depth: depth + 1)
      if kind == .mark(UInt8(ascii: "}")) { return try lex() }
      guard kind == .mark(UInt8(ascii: ",")) else { throw expected("Expected \",\" or \"}\"") }
      try lex()
    }
  }

  private mutating func array(_ depth: Int) throws(Failure) {
    try lex()
    if kind == .mark(UInt8(ascii: "]")) { return try lex() }
    while true {
      try value(depth: depth + 1)
      if kind == .mark(UInt8(ascii: "]")) { return try lex() }
      guard kind == .mark(UInt8(ascii: ",")) else { throw expected("Expected \",\" or \"]\"") }
      try lex()
    }
  }

  private func invalid() -> Failure { Failure(detail: "Token \"\(LiteralInput.shown(text[start..<end]))\" is invalid.") }

  private mutating func lex() throws(Failure) {
    start = end
    while start < text.count, [0x20, 0x09, 0x0A, 0x0D].contains(text[start]) { start += 1 }
    end = start
    guard start < text.count else { return kind = .end }
    switch text[start] {
    case let byte where "{}[],:".utf8.contains(byte):
      end += 1
      kind = .mark(byte)
    case UInt8(ascii: "\""): try lexString()
    case let byte where byte == UInt8(ascii: "-") || LiteralInput.isDigit(byte): try lexNumber()
    default: try lexWord()
    }
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    LiteralInput.isLetter(byte) || LiteralInput.isDigit(byte) || byte == UInt8(ascii: "_") || byte >= 0x80
  }

  private mutating func lexWord() throws(Failure) {
    while end < text.count, Self.isWordByte(text[end]) { end += 1 }
    if end == start {
      end += 1
      throw invalid()
    }
    guard ["true", "false", "null"].contains(LiteralInput.shown(text[start..<end])) else { throw invalid() }
    kind = .word
  }

  private mutating func digits() -> Int {
    let first = end
    while end < text.count, LiteralInput.isDigit(text[end]) { end += 1 }
    return end - first
  }

  private mutating func lexNumber() throws(Failure) {
    if text[end] == UInt8(ascii: "-") { end += 1 }
    var isGood = true
    if end < text.count, text[end] == UInt8(ascii: "0") { end += 1 } else { isGood = digits() > 0 }
    if end < text.count, text[end] == UInt8(ascii: ".") {
      end += 1
      isGood = digits() > 0 && isGood
    }
    if end < text.count, text[end] | 0x20 == UInt8(ascii: "e") {
      end += 1
      if end < text.count, text[end] == UInt8(ascii: "-") || text[end] == UInt8(ascii: "+") { end += 1 }
      isGood = digits() > 0 && isGood
    }
    let numberEnd = end
    while end < text.count, Self.isWordByte(text[end]) { end += 1 }
    guard isGood, end == numberEnd else { throw invalid() }
    kind = .number
  }

  private mutating func lexString() throws(Failure) {
    end += 1
    while end < text.count, text[end] != UInt8(ascii: "\"") {
      let byte = text[end]
      if byte < 0x20 {
        let value = String(byte, radix: 16)
        throw Failure(detail: "Character with value 0x\(value.count == 1 ? "0" : "")\(value) must be escaped.")
      }
      end += 1
      guard byte == UInt8(ascii: "\\") else { continue }
      guard end < text.count else { break }
      let escape = text[end]
      end += 1
      if escape == UInt8(ascii: "u") {
        let hexadecimal = text[end...].prefix(4)
        guard hexadecimal.count == 4, hexadecimal.allSatisfy(LiteralInput.isHexadecimal) else {
          throw Failure(detail: "\"\\u\" must be followed by four hexadecimal digits.")
        }
        end += 4
      } else if !"\"\\/bfnrt".utf8.contains(escape) {
        throw Failure(detail: "Escape sequence \"\\\(LiteralInput.shown([escape]))\" is invalid.")
      }
    }
    guard end < text.count else { throw invalid() }
    end += 1
    kind = .string
  }
}

/// What the bytes of a literal or quoted identifier mean, by `scan.l` and `parser.c` (`str_udeescape`).
struct StringDecoding {
  /// What is wrong with an escape; offsets count from the literal's start.
  struct Problem: Error {
    var message: String
    var offset: Int
    var length: Int
    var sqlstate = "42601"
    /// Whether the message goes on with `at or near "…"`.
    var near = true
  }

  private let bytes: [UInt8]
  private var position = 0
  private var result: [UInt8] = []
  /// The first half of a surrogate pair that waits for its second.
  private var highSurrogate: UInt32?

  /// Whether a byte may be the character of UESCAPE.
  static func isUnicodeEscape(_ byte: UInt8) -> Bool {
    !CharacterClass.isHexadecimal(byte) && !"+'\" \t\n\r\u{C}".utf8.contains(byte)
  }

  /// Decodes a whole token: prefix, quotes, continuations, UESCAPE clause.
  static func decode(_ token: ArraySlice<UInt8>) -> Result<[UInt8], Problem> {
    var decoding = StringDecoding(bytes: Array(token))
    do throws(Problem) {
      try decoding.decode()
    } catch {
      // `str_udeescape` words its errors without the text.
      var problem = error
      if token.first.map({ $0 | 0x20 }) == UInt8(ascii: "u") { problem.near = false }
      return .failure(problem)
    }
    return .success(decoding.result)
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private func byte(_ offset: Int) -> UInt8 { offset < bytes.count ? bytes[offset] : 0 }

  private mutating func decode() throws(Problem) {
    switch byte(0) {
    case UInt8(ascii: "$"): decodeDollarQuoted()
    case UInt8(ascii: "e"), UInt8(ascii: "E"): try decodeSegments(from: 1, escapes: .backslash)
    case UInt8(ascii: "u"), UInt8(ascii: "U"):
      position = 2
      try decodeSegments(from: 2, escapes: .unicode)
    case UInt8(ascii: "b"), UInt8(ascii: "B"), UInt8(ascii: "x"), UInt8(ascii: "X"): try decodeSegments(from: 1, escapes: .none)
    default: try decodeSegments(from: 0, escapes: .none)
    }
  }

  private mutating func decodeDollarQuoted() {
    guard let end = bytes.dropFirst().firstIndex(of: UInt8(ascii: "$")), bytes.count >= 2 * (end + 1) else { return }
    result = Array(bytes[(end + 1)..<(bytes.count - end - 1)])
  }

  /// The quoted segments from `start` on; `'` or `"` as found there.
  private mutating func decodeSegments(from start: Int, escapes: Lexer.Escapes) throws(Problem) {
    let quote = byte(start)
    let escape = escapes == .unicode ? unicodeEscape(quote) : UInt8(ascii: "\\")
    position = start + 1
    while position < bytes.count {
      let current = bytes[position]
      if current == quote {
        if byte(position + 1) == quote {
          try append(quote, length: 2)
        } else if !skipToNextSegment(quote) {
          break
        }
      } else if current == escape, escapes == .backslash {
        try decodeBackslash()
      } else if current == escape, escapes == .unicode {
        try decodeUnicode(escape)
      } else {
        try append(current, length: 1)
      }
    }
    if highSurrogate != nil { throw Problem(message: "invalid Unicode surrogate pair", offset: max(position - 1, 0), length: 1) }
  }

  private mutating func append(_ byte: UInt8, length: Int) throws(Problem) {
    if highSurrogate != nil { throw Problem(message: "invalid Unicode surrogate pair", offset: position, length: length) }
    result.append(byte)
    position += length
  }

  /// The character named by a UESCAPE clause at the end of the token, else a backslash.
  private func unicodeEscape(_ quote: UInt8) -> UInt8 {
    // The token ends in `UESCAPE 'c'`: a letter before white space before a quote of three bytes.
    guard bytes.count > 6, bytes[bytes.count - 1] == UInt8(ascii: "'"), bytes[bytes.count - 3] == UInt8(ascii: "'") else {
      return UInt8(ascii: "\\")
    }
    var end = bytes.count - 3
    while end > 0, CharacterClass.table[Int(bytes[end - 1])] & CharacterClass.space != 0 { end -= 1 }
    let word = bytes[max(end - 7, 0)..<end].map { $0 | 0x20 }
    let closes = bytes.firstIndex(of: quote).map { closingQuote(after: $0, quote) } ?? bytes.count
    return word == Array("uescape".utf8) && closes < end - 7 ? bytes[bytes.count - 2] : UInt8(ascii: "\\")
  }

  /// Where the last segment that starts at `opening` ends.
  private func closingQuote(after opening: Int, _ quote: UInt8) -> Int {
    var probe = self
    probe.position = opening + 1
    while probe.position < bytes.count {
      if probe.byte(probe.position) == quote {
        if probe.byte(probe.position + 1) == quote {
          probe.position += 2
        } else {
          let end = probe.position
          if !probe.skipToNextSegment(quote) { return end }
        }
      } else {
        probe.position += 1
      }
    }
    return bytes.count
  }

  /// From a closing quote over white space and comments past the next opening quote; false at the literal's end.
  private mutating func skipToNextSegment(_ quote: UInt8) -> Bool {
    var offset = position + 1
    while offset < bytes.count {
      let current = bytes[offset]
      if current == quote {
        position = offset + 1
        return true
      }
      if current == UInt8(ascii: "-") {
        while offset < bytes.count, bytes[offset] != 0x0A, bytes[offset] != 0x0D { offset += 1 }
      } else if CharacterClass.table[Int(current)] & CharacterClass.space != 0 {
        offset += 1
      } else {
        return false
      }
    }
    return false
  }

  // MARK: Escapes

  private mutating func decodeBackslash() throws(Problem) {
    let letter = byte(position + 1)
    switch letter {
    case UInt8(ascii: "u"), UInt8(ascii: "U"): return try decodeBackslashUnicode(digits: letter == UInt8(ascii: "u") ? 4 : 8)
    case UInt8(ascii: "b"): try append(0x08, length: 2)
    case UInt8(ascii: "f"): try append(0x0C, length: 2)
    case UInt8(ascii: "n"): try append(0x0A, length: 2)
    case UInt8(ascii: "r"): try append(0x0D, length: 2)
    case UInt8(ascii: "t"): try append(0x09, length: 2)
    case UInt8(ascii: "v"): try append(0x0B, length: 2)
    case UInt8(ascii: "0")...UInt8(ascii: "7"): try decodeNumber(from: position + 1, radix: 8, limit: 3)
    case UInt8(ascii: "x") where CharacterClass.isHexadecimal(byte(position + 2)):
      try decodeNumber(from: position + 2, radix: 16, limit: 2)
    default:
      position += 1
      if position < bytes.count { try append(letter, length: 1) }
    }
  }

  private mutating func decodeNumber(from start: Int, radix: UInt32, limit: Int) throws(Problem) {
    var value: UInt32 = 0
    var end = start
    while end < start + limit, let digit = CharacterClass.hexadecimalValue(byte(end)), digit < radix {
      value = value * radix + digit
      end += 1
    }
    let offset = position
    guard value & 0xFF != 0 else {
      throw Problem(message: "invalid byte sequence for encoding \"UTF8\": 0x00", offset: offset, length: end - offset, sqlstate: "22021", near: false)
    }
    try append(UInt8(truncatingIfNeeded: value), length: end - position)
  }

  private mutating func decodeBackslashUnicode(digits: Int) throws(Problem) {
    guard let value = hexadecimal(from: position + 2, digits: digits) else {
      throw Problem(message: "invalid Unicode escape", offset: position, length: 2, sqlstate: "22025", near: false)
    }
    try append(codePoint: value, length: digits + 2)
  }

  /// `\XXXX`, `\+XXXXXX` or a doubled escape character.
  private mutating func decodeUnicode(_ escape: UInt8) throws(Problem) {
    if byte(position + 1) == escape {
      try append(escape, length: 2)
    } else if byte(position + 1) == UInt8(ascii: "+"), let value = hexadecimal(from: position + 2, digits: 6) {
      try append(codePoint: value, length: 8)
    } else if let value = hexadecimal(from: position + 1, digits: 4) {
      try append(codePoint: value, length: 5)
    } else {
      throw Problem(message: "invalid Unicode escape", offset: position, length: 1, near: false)
    }
  }

  private func hexadecimal(from start: Int, digits: Int) -> UInt32? {
    var value: UInt32 = 0
    for offset in start..<(start + digits) {
      guard let digit = CharacterClass.hexadecimalValue(byte(offset)) else { return nil }
      value = value << 4 | digit
    }
    return value
  }

  private mutating func append(codePoint: UInt32, length: Int) throws(Problem) {
    let isLow = (0xDC00...0xDFFF).contains(codePoint)
    if let high = highSurrogate {
      guard isLow else { throw Problem(message: "invalid Unicode surrogate pair", offset: position, length: length) }
      highSurrogate = nil
      appendUTF8(0x10000 + ((high & 0x3FF) << 10) + (codePoint & 0x3FF))
    } else if isLow {
      throw Problem(message: "invalid Unicode surrogate pair", offset: position, length: length)
    } else if (0xD800...0xDBFF).contains(codePoint) {
      highSurrogate = codePoint
    } else {
      guard codePoint > 0, codePoint <= 0x10FFFF else {
        throw Problem(message: "invalid Unicode escape value", offset: position, length: length)
      }
      appendUTF8(codePoint)
    }
    position += length
  }

  private mutating func appendUTF8(_ codePoint: UInt32) {
    guard let scalar = Unicode.Scalar(codePoint) else { return }
    result += Array(String(Character(scalar)).utf8)
  }
}

/// One backslash escape of a host language, decoded.
struct EscapeSequence {
  /// Offset after it.
  var end: Int
  /// What it stands for, UTF-8; a Go or octal byte escape gives a lone byte.
  var text: [UInt8]
  /// Whether the backslash stands for itself (an unknown escape in Python).
  var isVerbatim = false

  /// Reads the escape whose backslash is at `at`; nil when it is cut short, unknown where that is an error, or names
  /// a character that only a table could tell.
  init?(in bytes: [UInt8], at: Int, limit: Int, rules: EscapeRules) {
    guard at + 1 < limit else { return nil }
    let reader = EscapeReader(bytes: bytes, limit: limit)
    switch rules {
    case .python: guard let found = reader.python(at) else { return nil }; self = found
    case .go: guard let found = reader.go(at) else { return nil }; self = found
    case .java, .javaTextBlock: guard let found = reader.java(at) else { return nil }; self = found
    case .javascript: guard let found = reader.javascript(at) else { return nil }; self = found
    case .none: return nil
    }
  }

  init(end: Int, text: [UInt8], isVerbatim: Bool = false) { (self.end, self.text, self.isVerbatim) = (end, text, isVerbatim) }

  init?(end: Int, scalar: UInt32) {
    guard let scalar = Unicode.Scalar(scalar) else { return nil }
    self.init(end: end, text: Array(String(Character(scalar)).utf8))
  }
}

/// Reads escapes of a text up to a limit.
private struct EscapeReader {
  let bytes: [UInt8]
  let limit: Int

  /// One-letter escapes that all these languages know.
  private func common(_ letter: UInt8) -> UInt8? {
    switch letter {
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "t"): 0x09
    case UInt8(ascii: "\\"), UInt8(ascii: "\""), UInt8(ascii: "'"): letter
    default: nil
    }
  }

  /// The value of exactly `count` digits of a base at an offset.
  private func digits(_ count: Int, base: UInt32, at offset: Int) -> UInt32? {
    guard offset + count <= limit else { return nil }
    var value: UInt32 = 0
    for index in offset..<offset + count {
      guard let digit = Self.digit(bytes[index]), digit < base else { return nil }
      value = value &* base &+ digit
    }
    return value
  }

  private static func digit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte) - 0x30
    case 0x41...0x46: UInt32(byte) - 0x37
    case 0x61...0x66: UInt32(byte) - 0x57
    default: nil
    }
  }

  /// Up to `count` octal digits.
  private func octal(_ count: Int, at offset: Int) -> (value: UInt32, end: Int)? {
    var (value, end): (UInt32, Int) = (0, offset)
    while end < min(limit, offset + count), let digit = Self.digit(bytes[end]), digit < 8 {
      value = value * 8 + digit
      end += 1
    }
    return end > offset ? (value, end) : nil
  }

  /// `\uXXXX` at `at`, two of them where the first is a high surrogate.
  private func utf16(_ at: Int, digitsAt: Int) -> EscapeSequence? {
    guard let first = digits(4, base: 16, at: digitsAt) else { return nil }
    let end = digitsAt + 4
    guard (0xD800...0xDBFF).contains(first) else { return EscapeSequence(end: end, scalar: first) }
    guard end + 6 <= limit, bytes[end] == UInt8(ascii: "\\"), bytes[end + 1] == UInt8(ascii: "u"),
      let second = digits(4, base: 16, at: end + 2), (0xDC00...0xDFFF).contains(second)
    else { return nil }
    return EscapeSequence(end: end + 6, scalar: 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00))
  }

  private func isLineEnd(_ offset: Int) -> Int? {
    if bytes[offset] == UInt8(ascii: "\n") { return offset + 1 }
    guard bytes[offset] == UInt8(ascii: "\r") else { return nil }
    return offset + 1 < limit && bytes[offset + 1] == UInt8(ascii: "\n") ? offset + 2 : offset + 1
  }

  // MARK: Languages

  func python(_ at: Int) -> EscapeSequence? {
    let letter = bytes[at + 1]
    if let end = isLineEnd(at + 1) { return EscapeSequence(end: end, text: []) }
    if let byte = common(letter) { return EscapeSequence(end: at + 2, text: [byte]) }
    switch letter {
    case UInt8(ascii: "a"): return EscapeSequence(end: at + 2, text: [0x07])
    case UInt8(ascii: "v"): return EscapeSequence(end: at + 2, text: [0x0B])
    case UInt8(ascii: "0")...UInt8(ascii: "7"):
      return octal(3, at: at + 1).flatMap { EscapeSequence(end: $0.end, scalar: $0.value) }
    case UInt8(ascii: "x"): return digits(2, base: 16, at: at + 2).flatMap { EscapeSequence(end: at + 4, scalar: $0) }
    case UInt8(ascii: "u"): return digits(4, base: 16, at: at + 2).flatMap { EscapeSequence(end: at + 6, scalar: $0) }
    case UInt8(ascii: "U"): return digits(8, base: 16, at: at + 2).flatMap { EscapeSequence(end: at + 10, scalar: $0) }
    case UInt8(ascii: "N"): return nil
    default: return EscapeSequence(end: at + 1, text: [], isVerbatim: true)
    }
  }

  func go(_ at: Int) -> EscapeSequence? {
    let letter = bytes[at + 1]
    if letter != UInt8(ascii: "'"), let byte = common(letter) { return EscapeSequence(end: at + 2, text: [byte]) }
    switch letter {
    case UInt8(ascii: "a"): return EscapeSequence(end: at + 2, text: [0x07])
    case UInt8(ascii: "v"): return EscapeSequence(end: at + 2, text: [0x0B])
    case UInt8(ascii: "0")...UInt8(ascii: "7"):
      return digits(3, base: 8, at: at + 1).flatMap { $0 < 256 ? EscapeSequence(end: at + 4, text: [UInt8($0)]) : nil }
    case UInt8(ascii: "x"):
      return digits(2, base: 16, at: at + 2).map { EscapeSequence(end: at + 4, text: [UInt8(truncatingIfNeeded: $0)]) }
    case UInt8(ascii: "u"): return digits(4, base: 16, at: at + 2).flatMap { EscapeSequence(end: at + 6, scalar: $0) }
    case UInt8(ascii: "U"): return digits(8, base: 16, at: at + 2).flatMap { EscapeSequence(end: at + 10, scalar: $0) }
    default: return nil
    }
  }

  func java(_ at: Int) -> EscapeSequence? {
    let letter = bytes[at + 1]
    if let end = isLineEnd(at + 1) { return EscapeSequence(end: end, text: []) }
    if let byte = common(letter) { return EscapeSequence(end: at + 2, text: [byte]) }
    switch letter {
    case UInt8(ascii: "s"): return EscapeSequence(end: at + 2, text: [0x20])
    case UInt8(ascii: "0")...UInt8(ascii: "7"):
      let count = letter <= UInt8(ascii: "3") ? 3 : 2
      return octal(count, at: at + 1).flatMap { EscapeSequence(end: $0.end, scalar: $0.value) }
    case UInt8(ascii: "u"):
      var start = at + 2
      while start < limit, bytes[start] == UInt8(ascii: "u") { start += 1 }
      // `\u0022` would end the literal, `\u005c` begin an escape: too odd to follow.
      guard let found = utf16(at, digitsAt: start), !["\"", "\\", "\n", "\r"].contains(String(decoding: found.text, as: UTF8.self))
      else { return nil }
      return found
    default: return nil
    }
  }

  func javascript(_ at: Int) -> EscapeSequence? {
    let letter = bytes[at + 1]
    if let end = isLineEnd(at + 1) { return EscapeSequence(end: end, text: []) }
    if let byte = common(letter) { return EscapeSequence(end: at + 2, text: [byte]) }
    switch letter {
    case UInt8(ascii: "v"): return EscapeSequence(end: at + 2, text: [0x0B])
    case UInt8(ascii: "0")...UInt8(ascii: "7"):
      let count = letter <= UInt8(ascii: "3") ? 3 : 2
      return octal(count, at: at + 1).flatMap { EscapeSequence(end: $0.end, scalar: $0.value) }
    case UInt8(ascii: "x"): return digits(2, base: 16, at: at + 2).flatMap { EscapeSequence(end: at + 4, scalar: $0) }
    case UInt8(ascii: "u"):
      guard at + 2 < limit, bytes[at + 2] == UInt8(ascii: "{") else { return utf16(at, digitsAt: at + 2) }
      var (value, end): (UInt32, Int) = (0, at + 3)
      while end < limit, end < at + 16, let digit = Self.digit(bytes[end]) {
        value = min(value * 16 + digit, 0x11_0000)
        end += 1
      }
      guard end > at + 3, end < limit, bytes[end] == UInt8(ascii: "}") else { return nil }
      return EscapeSequence(end: end + 1, scalar: value)
    default: return EscapeSequence(end: at + 2, text: [letter], isVerbatim: false).completingScalar(in: bytes, limit: limit)
    }
  }
}

extension EscapeSequence {
  /// An escaped character beyond ASCII takes all of its bytes along.
  fileprivate func completingScalar(in bytes: [UInt8], limit: Int) -> EscapeSequence {
    var whole = self
    guard text.first.map({ $0 >= 0xC0 }) ?? false else { return whole }
    while whole.end < limit, bytes[whole.end] & 0xC0 == 0x80 {
      whole.text.append(bytes[whole.end])
      whole.end += 1
    }
    return whole
  }
}

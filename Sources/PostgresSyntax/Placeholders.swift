import SourceText

/// Finding a driver's parameter markers in SQL text.
package enum Placeholders {
  /// The text with an atom for each placeholder of a style.
  ///
  /// Nothing inside string literals, comments and quoted identifiers counts. Atoms that the text has already are kept. Parameters
  /// are numbered by the n of `$n` for `dollar`, else in order of first use; a name used twice has one number.
  /// Text that the lexer refuses (a quote without end) has placeholders up to there.
  package static func locate(in text: SQLText, style: PlaceholderStyle) -> SQLText {
    guard let first = firstByte(of: style), text.bytes.contains(first) else { return text }
    var lexer = Lexer(text, locating: style, isLenient: true)
    lexer.run()
    var result = text
    result.atoms = (lexer.atoms + lexer.located).sorted { $0.range < $1.range }
    return result
  }
}

extension Placeholders {
  /// What every placeholder of a style begins with.
  private static func firstByte(of style: PlaceholderStyle) -> UInt8? {
    switch style {
    case .none: nil
    case .dollar: UInt8(ascii: "$")
    case .question: UInt8(ascii: "?")
    case .percent: UInt8(ascii: "%")
    case .colon: UInt8(ascii: ":")
    case .at: UInt8(ascii: "@")
    }
  }
}

extension Lexer {
  /// A placeholder's bytes and what numbers it.
  struct Marker {
    var end: Int
    /// A name to number by first use; nil for a marker that counts by position or by its own number.
    var name: String?
    var number: Int?
  }

  /// The placeholder of `style` that starts at an offset outside of literals.
  func marker(at start: Int) -> Marker? {
    guard start < count, start != nextAtom else { return nil }
    return switch style {
    case .none: nil
    case .dollar: dollarMarker(at: start)
    case .question: bytes[start] == UInt8(ascii: "?") ? questionMarker(at: start) : nil
    case .percent: bytes[start] == UInt8(ascii: "%") ? percentMarker(at: start) : nil
    case .colon: bytes[start] == UInt8(ascii: ":") ? colonMarker(at: start) : nil
    case .at: bytes[start] == UInt8(ascii: "@") ? atMarker(at: start) : nil
    }
  }

  /// Adds the marker as an atom and as a token.
  mutating func take(_ marker: Marker) {
    let start = position
    let number: Int
    if let own = marker.number {
      number = own
    } else if let name = marker.name, let known = parameterNumbers[name] {
      number = known
    } else {
      parameterCount += 1
      number = parameterCount
      if let name = marker.name { parameterNumbers[name] = number }
    }
    position = marker.end
    located.append(Atom(range: ByteRange(start, position), kind: .placeholder, parameter: number, name: marker.name))
    emit(.atom, from: start, symbol: .placeholder)
  }

  private func dollarMarker(at start: Int) -> Marker? {
    guard bytes[start] == UInt8(ascii: "$") else { return nil }
    let end = endOfDigits(from: start + 1)
    guard end > start + 1, !has(CharacterClass.identifierStart, at: end) || end == nextAtom else { return nil }
    guard let number = Int(String(decoding: bytes[(start + 1)..<end], as: UTF8.self)), number > 0 else { return nil }
    return Marker(end: end, number: number)
  }

  /// `?`, and JPA's `?1`.
  private func questionMarker(at start: Int) -> Marker {
    let end = endOfDigits(from: start + 1)
    return Marker(end: end, name: end > start + 1 ? String(decoding: bytes[(start + 1)..<end], as: UTF8.self) : nil)
  }

  /// `%s`, psycopg 3's `%b` and `%t`, and `%(name)s`.
  private func percentMarker(at start: Int) -> Marker? {
    if byte(start + 1) == UInt8(ascii: "(") {
      guard let close = bytes[start...].firstIndex(of: UInt8(ascii: ")")), isPercentLetter(close + 1), close < nextAtom else { return nil }
      return Marker(end: close + 2, name: String(decoding: bytes[(start + 2)..<close], as: UTF8.self))
    }
    return isPercentLetter(start + 1) && start + 1 != nextAtom ? Marker(end: start + 2) : nil
  }

  private func isPercentLetter(_ offset: Int) -> Bool { "sbt".utf8.contains(byte(offset)) }

  /// `:name` and `:1`, not `::`, not `:=`, not the colon of a slice `a[1:n]`.
  private func colonMarker(at start: Int) -> Marker? {
    let previous = start > 0 ? bytes[start - 1] : 0
    guard previous != UInt8(ascii: ":"), previous != UInt8(ascii: "]"), previous != UInt8(ascii: ")"),
      start == 0 || !has(CharacterClass.identifierPart, at: start - 1) || tokens.last?.kind == .atom
    else { return nil }
    var end = endOfName(from: start + 1)
    if end == start + 1, previous != UInt8(ascii: "[") { end = endOfDigits(from: start + 1) }
    guard end > start + 1 else { return nil }
    return Marker(end: end, name: String(decoding: bytes[(start + 1)..<end], as: UTF8.self))
  }

  /// `@name`, not the end of an operator such as `<@`.
  private func atMarker(at start: Int) -> Marker? {
    if start > 0, "<@|&~#!^".utf8.contains(bytes[start - 1]) { return nil }
    let end = endOfName(from: start + 1)
    guard end > start + 1 else { return nil }
    return Marker(end: end, name: String(decoding: bytes[(start + 1)..<end], as: UTF8.self))
  }

  private func endOfDigits(from start: Int) -> Int {
    var end = start
    while has(CharacterClass.digit, at: end), end != nextAtom { end += 1 }
    return end
  }

  private func endOfName(from start: Int) -> Int {
    guard has(CharacterClass.identifierStart, at: start), start != nextAtom else { return start }
    var end = start + 1
    while has(CharacterClass.identifierPart, at: end), bytes[end] != UInt8(ascii: "$"), end != nextAtom { end += 1 }
    return end
  }
}

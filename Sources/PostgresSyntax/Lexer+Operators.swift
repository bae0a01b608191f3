import SourceText

/// Numbers and operators.
extension Lexer {
  /// `integer`, `numeric`, `real` of `scan.l`, with PostgreSQL 16's 0x, 0o, 0b and underscores.
  mutating func lexNumber() {
    let start = position
    if bytes[start] == UInt8(ascii: "0"), start + 1 != nextAtom, let digits = Self.radixDigits(byte(start + 1)) {
      return lexRadixInteger(from: start, isDigit: digits)
    }
    var kind = Token.Kind.integer
    skipDigits()
    if byte(position) == UInt8(ascii: "."), position != nextAtom, byte(position + 1) != UInt8(ascii: ".") || position == start {
      kind = .numeric
      position += 1
      skipDigits()
    }
    if byte(position) | 0x20 == UInt8(ascii: "e"), position != nextAtom {
      let sign = byte(position + 1)
      let digits = position + (sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") ? 2 : 1)
      if has(CharacterClass.digit, at: digits), digits != nextAtom {
        kind = .numeric
        position = digits
        skipDigits()
      }
    }
    finishNumber(from: start, kind: kind)
  }

  private mutating func finishNumber(from start: Int, kind: Token.Kind) {
    if has(CharacterClass.identifierStart, at: position), position != nextAtom,
      failContents("trailing junk after numeric literal", from: start, to: position + 1)
    {
      return
    }
    emit(kind, from: start)
  }

  private mutating func skipDigits() {
    while position < count, position != nextAtom {
      if classes[Int(bytes[position])] & CharacterClass.digit != 0 {
        position += 1
      } else if bytes[position] == UInt8(ascii: "_"), position > 0, has(CharacterClass.digit, at: position - 1),
        has(CharacterClass.digit, at: position + 1)
      {
        position += 1
      } else {
        return
      }
    }
  }

  private static func radixDigits(_ letter: UInt8) -> ((UInt8) -> Bool)? {
    switch letter | 0x20 {
    case UInt8(ascii: "x"): CharacterClass.isHexadecimal
    case UInt8(ascii: "o"): { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "7") }
    case UInt8(ascii: "b"): { $0 == UInt8(ascii: "0") || $0 == UInt8(ascii: "1") }
    default: nil
    }
  }

  private mutating func lexRadixInteger(from start: Int, isDigit: (UInt8) -> Bool) {
    position += 2
    let digits = position
    while position < count, position != nextAtom {
      let underscore = bytes[position] == UInt8(ascii: "_") && isDigit(byte(position + 1))
      guard underscore || isDigit(bytes[position]) else { break }
      position += underscore ? 2 : 1
    }
    if position == digits, failContents("trailing junk after numeric literal", from: start, to: start + 2) { return }
    finishNumber(from: start, kind: .integer)
  }

  /// `operator` of `scan.l`: the longest run of operator characters, cut before a comment, and of `+` or `-` at its end unless it
  /// holds a character that no SQL operator has.
  mutating func lexOperator() {
    let start = position
    var end = start + 1
    while has(CharacterClass.operatorPart, at: end), end != nextAtom {
      if style != .none, marker(at: end) != nil { break }
      let previous = bytes[end - 1]
      let current = bytes[end]
      if (previous == UInt8(ascii: "/") && current == UInt8(ascii: "*")) || (previous == UInt8(ascii: "-") && current == UInt8(ascii: "-")) {
        end -= 1
        break
      }
      end += 1
    }
    if end - start > 1 { end = Self.withoutTrailingSigns(bytes, start, end) }
    position = end
    if end - start >= 64, failContents("operator too long", from: start, to: end) { return }
    let symbol = symbol(from: start, to: end)
    emit(symbol == .equalsGreater ? .punctuation : .operator, from: start, symbol: symbol)
  }

  private static func withoutTrailingSigns(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
    var end = end
    while end - start > 1, bytes[end - 1] == UInt8(ascii: "+") || bytes[end - 1] == UInt8(ascii: "-") {
      let others = bytes[start..<(end - 1)].contains { "~!@#^&|`?%".utf8.contains($0) }
      if others { break }
      end -= 1
    }
    return end
  }

  private func symbol(from start: Int, to end: Int) -> Symbol {
    let first = bytes[start]
    if end - start == 1 {
      switch first {
      case UInt8(ascii: "+"): return .plus
      case UInt8(ascii: "-"): return .minus
      case UInt8(ascii: "*"): return .asterisk
      case UInt8(ascii: "/"): return .slash
      case UInt8(ascii: "%"): return .percent
      case UInt8(ascii: "^"): return .caret
      case UInt8(ascii: "<"): return .less
      case UInt8(ascii: ">"): return .greater
      case UInt8(ascii: "="): return .equal
      default: return .other
      }
    }
    guard end - start == 2 else { return .other }
    switch (first, bytes[start + 1]) {
    case (UInt8(ascii: "="), UInt8(ascii: ">")): return .equalsGreater
    case (UInt8(ascii: "<"), UInt8(ascii: "=")): return .lessEqual
    case (UInt8(ascii: ">"), UInt8(ascii: "=")): return .greaterEqual
    case (UInt8(ascii: "<"), UInt8(ascii: ">")), (UInt8(ascii: "!"), UInt8(ascii: "=")): return .notEqual
    default: return .other
    }
  }
}

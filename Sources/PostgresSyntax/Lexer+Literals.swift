import SourceText

/// String literals in all their forms.
extension Lexer {
  /// Which escape sequences a literal knows beside the doubled quote.
  enum Escapes {
    case none, backslash, unicode
  }

  /// `'…'` with continuations over line ends; `start` is before the prefix letters.
  mutating func lexString(from start: Int, quote: Int, escapes: Escapes, kind: Token.Kind) {
    position = quote + 1
    repeat {
      guard skipStringBody(escapes) else { return fail(Self.unterminated(bytes[start], kind), from: start, to: count) }
    } while skipContinuation()
    if escapes == .unicode { lexUnicodeEscapeClause(from: start, kind: kind) }
    guard error == nil else { return }
    if escapes != .none || kind == .bitString { checkContents(from: start, kind: kind) }
    if error == nil { emit(kind, from: start) }
  }

  private static func unterminated(_ first: UInt8, _ kind: Token.Kind) -> String {
    guard kind == .bitString else { return "unterminated quoted string" }
    return first | 0x20 == UInt8(ascii: "b") ? "unterminated bit string literal" : "unterminated hexadecimal string literal"
  }

  /// Moves past the closing quote; false when there is none.
  private mutating func skipStringBody(_ escapes: Escapes) -> Bool {
    while position < count {
      if position == nextAtom {
        takeAtom()
        continue
      }
      let current = bytes[position]
      if current == UInt8(ascii: "'") {
        guard byte(position + 1) == UInt8(ascii: "'"), position + 1 != nextAtom else {
          position += 1
          return true
        }
        position += 2
      } else if current == UInt8(ascii: "\\"), escapes == .backslash, position + 1 != nextAtom {
        position += 2
      } else {
        position += 1
      }
    }
    position = count
    return false
  }

  /// Moves past white space with a line end in it and a quote (`quotecontinue`); else stays.
  private mutating func skipContinuation() -> Bool {
    var offset = position
    var sawLineEnd = false
    while offset < count, offset != nextAtom {
      let current = bytes[offset]
      if current == 0x0A || current == 0x0D {
        sawLineEnd = true
        offset += 1
      } else if classes[Int(current)] & CharacterClass.space != 0 {
        offset += 1
      } else if current == UInt8(ascii: "-"), byte(offset + 1) == UInt8(ascii: "-") {
        while offset < count, offset != nextAtom, bytes[offset] != 0x0A, bytes[offset] != 0x0D { offset += 1 }
      } else {
        guard current == UInt8(ascii: "'"), sawLineEnd else { return false }
        position = offset + 1
        return true
      }
    }
    return false
  }

  /// `UESCAPE 'c'` after U&'' or U&"": part of the token.
  mutating func lexUnicodeEscapeClause(from start: Int, kind: Token.Kind) {
    let before = (position, atomIndex, nextAtom)
    skipTrivia()
    let word = Array("uescape".utf8)
    let isClause = (0..<word.count).allSatisfy { byte(position + $0) | 0x20 == word[$0] && position + $0 != nextAtom }
    guard error == nil, isClause, !has(CharacterClass.identifierPart, at: position + word.count) else {
      (position, atomIndex, nextAtom) = before
      return checkContents(from: start, kind: kind)
    }
    position += word.count
    skipTrivia()
    let quote = position
    guard error == nil, byte(quote) == UInt8(ascii: "'"), quote != nextAtom else {
      if failContents("UESCAPE must be followed by a simple string literal", from: quote, to: min(quote + 1, count)) { return }
      return (position, atomIndex, nextAtom) = before
    }
    position += 1
    guard skipStringBody(.none) else { return fail("unterminated quoted string", from: quote, to: count) }
    guard position - quote == 3, StringDecoding.isUnicodeEscape(bytes[quote + 1]) else {
      failContents("invalid Unicode escape character", from: quote, to: position)
      return
    }
    checkContents(from: start, kind: kind)
  }

  /// Decodes what could be wrong inside a literal: escapes, digits of bit strings.
  private mutating func checkContents(from start: Int, kind: Token.Kind) {
    guard !isLenient, !atoms.contains(where: { $0.range.start >= start && $0.range.end <= position }) else { return }
    if kind == .bitString { return }
    if case .failure(let problem) = StringDecoding.decode(bytes[start..<position]) {
      fail(problem.message, from: start + problem.offset, to: start + problem.offset + problem.length, sqlstate: problem.sqlstate, near: problem.near)
    }
  }

  /// `$1`, `$tag$…$tag$`, or a lone dollar sign.
  mutating func lexDollar() {
    let start = position
    if start + 1 == nextAtom, upcomingAtom.kind == .hole {
      // A placeholder whose number the host puts in.
      takeAtom()
      return emit(.atom, from: start, symbol: .placeholder)
    }
    if has(CharacterClass.digit, at: start + 1) { return lexParameter() }
    var end = start + 1
    while end < count, end != nextAtom, bytes[end] != UInt8(ascii: "$"), has(CharacterClass.identifierPart, at: end) { end += 1 }
    guard byte(end) == UInt8(ascii: "$"), end != nextAtom else {
      position += 1
      return emit(.punctuation, from: start, symbol: .invalid)
    }
    position = end + 1
    lexDollarBody(from: start, delimiter: bytes[start...end])
  }

  private mutating func lexDollarBody(from start: Int, delimiter: ArraySlice<UInt8>) {
    let length = delimiter.count
    while position < count {
      if position == nextAtom {
        takeAtom()
      } else if bytes[position] == UInt8(ascii: "$"), position + length <= count,
        bytes[position..<(position + length)] == delimiter, position + length <= nextAtom
      {
        position += length
        return emit(.string, from: start)
      } else {
        position += 1
      }
    }
    fail("unterminated dollar-quoted string", from: start, to: count)
  }

  private mutating func lexParameter() {
    let start = position
    position += 1
    while has(CharacterClass.digit, at: position), position != nextAtom { position += 1 }
    if has(CharacterClass.identifierStart, at: position), position != nextAtom,
      failContents("trailing junk after parameter", from: start, to: position + 1)
    {
      return
    }
    emit(.parameter, from: start)
  }
}

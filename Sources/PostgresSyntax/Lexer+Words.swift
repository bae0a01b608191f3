import SourceText

/// Identifiers, keywords, quoted identifiers, and holes that are part of a name.
extension Lexer {
  /// An identifier or keyword, or a literal with a letter before its quote: E'' B'' X'' N'' U&'' U&"".
  mutating func lexWordOrPrefixedLiteral(_ first: UInt8) {
    let start = position
    let second = start + 1 == nextAtom ? 0 : byte(start + 1)
    if second == UInt8(ascii: "'") {
      switch first | 0x20 {
      case UInt8(ascii: "e"): return lexString(from: start, quote: start + 1, escapes: .backslash, kind: .string)
      case UInt8(ascii: "b"), UInt8(ascii: "x"):
        return lexString(from: start, quote: start + 1, escapes: .none, kind: .bitString)
      case UInt8(ascii: "n"):
        // The grammar sees the type NCHAR and a plain literal.
        position += 1
        return emit(.keyword, from: start, keyword: .nchar)
      default: break
      }
    } else if second == UInt8(ascii: "&"), first | 0x20 == UInt8(ascii: "u"), start + 2 != nextAtom {
      if byte(start + 2) == UInt8(ascii: "'") {
        return lexString(from: start, quote: start + 2, escapes: .unicode, kind: .string)
      }
      if byte(start + 2) == UInt8(ascii: "\"") { return lexQuotedIdentifier(from: start, quote: start + 2) }
    }
    lexWord()
  }

  private mutating func lexWord() {
    let start = position
    var hash = 0
    while position < count, position != nextAtom, classes[Int(bytes[position])] & CharacterClass.identifierPart != 0 {
      hash = KeywordIndex.combine(hash, bytes[position])
      position += 1
    }
    let keyword = keywords.keyword(in: bytes, from: start, to: position, hash: hash)
    if position == nextAtom, upcomingAtom.kind == .hole, !(keyword.map(Self.endsBeforeHole) ?? false) {
      lexRestOfName()
      return emit(.identifier, from: start)
    }
    if let keyword {
      emit(.keyword, from: start, keyword: keyword)
      bindWord(before: keyword)
    } else {
      emit(.identifier, from: start)
    }
  }

  /// Identifier characters and holes in a row, from `position` on.
  private mutating func lexRestOfName() {
    while position < count {
      if position == nextAtom {
        guard upcomingAtom.kind == .hole else { return }
        takeAtom()
        if startsClauseWord(at: position) { return }
      } else if classes[Int(bytes[position])] & CharacterClass.identifierPart != 0 {
        position += 1
      } else {
        return
      }
    }
  }

  /// Words after which, or before which, a hole is a thing of its own even without white space between: no table is named
  /// `WHERE` plus something.
  private static func endsBeforeHole(_ keyword: Keyword) -> Bool {
    switch keyword {
    case .select, .from, .where, .and, .or, .not, .by, .values, .set, .into, .join, .on, .limit, .offset, .having, .in, .as, .union,
      .distinct, .returning, .using, .when, .then, .else, .between, .like, .ilike, .exists, .asc, .desc, .order, .group:
      true
    default: false
    }
  }

  private func startsClauseWord(at start: Int) -> Bool {
    var end = start
    var hash = 0
    while end < count, end != nextAtom, classes[Int(bytes[end])] & CharacterClass.identifierPart != 0 {
      hash = KeywordIndex.combine(hash, bytes[end])
      end += 1
    }
    guard let keyword = keywords.keyword(in: bytes, from: start, to: end, hash: hash) else { return false }
    return Self.endsBeforeHole(keyword)
  }

  /// An atom; a hole that identifier characters follow is an identifier with them.
  mutating func lexAtom() {
    let start = position
    guard takeAtom().kind == .hole else { return emit(.atom, from: start, symbol: .placeholder) }
    if isGluedName(at: position) {
      lexRestOfName()
      return emit(.identifier, from: start)
    }
    emit(.atom, from: start, symbol: .hole)
  }

  /// Whether identifier characters follow, after any further holes that touch.
  private func isGluedName(at offset: Int) -> Bool {
    var end = offset
    for atom in upcomingAtoms {
      guard atom.kind == .hole, atom.range.start == end else { break }
      end = atom.range.end
    }
    return has(CharacterClass.identifierPart, at: end) && bytes[end] != UInt8(ascii: "$") && !startsClauseWord(at: end)
  }

  /// `"…"` with `""` for a quote; `start` is before `U&` where it is written.
  mutating func lexQuotedIdentifier(from start: Int, quote: Int) {
    position = quote + 1
    while true {
      guard position < count else { return fail("unterminated quoted identifier", from: start, to: count) }
      if position == nextAtom {
        takeAtom()
      } else if bytes[position] == UInt8(ascii: "\"") {
        guard byte(position + 1) == UInt8(ascii: "\""), position + 1 != nextAtom else { break }
        position += 2
      } else {
        position += 1
      }
    }
    position += 1
    if position == quote + 2, failContents("zero-length delimited identifier", from: start, to: position) { return }
    if quote > start { lexUnicodeEscapeClause(from: start, kind: .quotedIdentifier) }
    if error == nil { emit(.quotedIdentifier, from: start) }
  }
}

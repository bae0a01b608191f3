import SourceText

/// `a_expr IS …`: NULL, TRUE, DISTINCT FROM, DOCUMENT, NORMALIZED, and JSON of PostgreSQL 16.
extension Grammar {
  /// `a_expr IS …`; in a `b_expr` only DISTINCT FROM and DOCUMENT.
  mutating func parseIs(_ form: ExpressionForm, _ base: Int) throws(SyntaxError) -> Bool {
    try reduce(before: .is, base: base)
    let negated = peek(1).keyword == .not && peek(1).symbol != .bound
    let word = peek(negated ? 2 : 1)
    let words = negated ? 3 : 2
    let attributes: NodeAttributes = negated ? .negated : []
    if word.keyword == .distinct {
      role(.left)
      let left = mark - 1
      position += words
      try expect(.from)
      try pushBinary(.isDistinctFrom, .is, from: left, form, attributes: attributes)
      return true
    }
    if form == .full, let kind = Self.test(word.keyword) {
      try finishPostfix(kind, .is, base, words: words, attributes: attributes)
      return true
    }
    if word.symbol == .hole, form == .full {
      try finishTestWithHole(base, words: words - 1, attributes)
      return true
    }
    guard let count = otherTestLength(at: negated ? 2 : 1, form) else {
      for _ in 1..<words { advance() }
      if at(any: .nfc, .nfd, .nfkc, .nfkd), form == .full { advance() }
      throw unexpected()
    }
    let detail = otherTest(at: negated ? 2 : 1)
    if ![.document, .normalized].contains(detail) { note(.isJSON, at: word) }
    try finishPostfix(.isOther, .is, base, words: words - 1 + count, attributes: attributes)
    setDetail(detail, at(lastKeyword: .unique) && tokens[max(position - 3, 0)].keyword != .without ? .unique : [])
    return true
  }

  /// `a_expr IS ⟦…⟧`: what is asked is put in.
  private mutating func finishTestWithHole(_ base: Int, words: Int, _ attributes: NodeAttributes) throws(SyntaxError) {
    try reduce(before: .is, base: base)
    role(.operand)
    let left = mark - 1
    position += words
    leaf(.hole, role: .hole)
    finish(.isOther, from: left, attributes: attributes)
  }

  private static func test(_ keyword: Keyword?) -> NodeKind? {
    switch keyword {
    case .null: .isNull
    case .true: .isTrue
    case .false: .isFalse
    case .unknown: .isUnknown
    default: nil
    }
  }

  /// The count of words of DOCUMENT, [NFC] NORMALIZED, or PostgreSQL 16's JSON [VALUE | ARRAY | OBJECT | SCALAR] [WITH UNIQUE KEYS].
  private func otherTestLength(at offset: Int, _ form: ExpressionForm) -> Int? {
    let first = peek(offset)
    if first.keyword == .document { return 1 }
    guard form == .full else { return nil }
    if first.keyword == .normalized { return 1 }
    if let word = first.keyword, [.nfc, .nfd, .nfkc, .nfkd].contains(word), peek(offset + 1).keyword == .normalized { return 2 }
    guard text(of: first).lowercased() == "json", first.kind == .identifier else { return nil }
    var count = 1
    if ["value", "array", "object", "scalar"].contains(text(of: peek(offset + count)).lowercased()) { count += 1 }
    if [.with, .without].contains(peek(offset + count).keyword), peek(offset + count + 1).keyword == .unique {
      count += 2
      if text(of: peek(offset + count)).lowercased() == "keys" { count += 1 }
    }
    return count
  }

  /// Which test of DOCUMENT, NORMALIZED, JSON… the word at an offset begins.
  private func otherTest(at offset: Int) -> NodeDetail {
    if peek(offset).keyword == .document { return .document }
    guard peek(offset).kind == .identifier else { return .normalized }
    return switch text(of: peek(offset + 1)).lowercased() {
    case "value": .jsonValue
    case "array": .jsonArray
    case "object": .jsonObject
    case "scalar": .jsonScalar
    default: .json
    }
  }

  /// Whether the tokens just read end in WITH or WITHOUT UNIQUE [KEYS].
  private func at(lastKeyword keyword: Keyword) -> Bool {
    tokens[max(position - 1, 0)].keyword == keyword
      || (tokens[max(position - 2, 0)].keyword == keyword && text(of: tokens[position - 1]).lowercased() == "keys")
  }
}

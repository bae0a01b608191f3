import SourceText

/// Type names: `Typename`, `SimpleTypename`, `ConstTypename`, and literals that begin with a type's keyword.
extension Grammar {
  /// `Typename`.
  mutating func parseTypeName() throws(SyntaxError) {
    let (mark, start) = (mark, current.range.start)
    var attributes: NodeAttributes = accept(.setof) ? .setOf : []
    try parseSimpleTypeName()
    if accept(.array) {
      attributes.insert(.array)
      if accept(.leftBracket) {
        try parseIntegerConstant(role: .item)
        try expect(.rightBracket)
      }
    } else {
      while at(.leftBracket) {
        advance()
        attributes.insert(.array)
        if !at(.rightBracket) { try parseIntegerConstant(role: .item) }
        try expect(.rightBracket)
      }
    }
    finish(.typeName, from: mark, start: start, attributes: attributes)
  }

  /// `SimpleTypename`, its parts left pending for the `typeName`.
  mutating func parseSimpleTypeName() throws(SyntaxError) {
    // DOUBLE alone is no reserved word: a type may be called so.
    if let keyword = current.keyword, Self.isTypeKeyword(keyword), keyword != .double || peek(1).keyword == .precision {
      try parseKeywordType(keyword)
      return
    }
    guard isTypeOrFunctionName(current) || atNameAtom else { throw unexpected() }
    let mark = mark
    leaf(atHole ? .hole : atAtom ? .placeholder : .identifier, role: .name)
    try parseAttributes()
    finish(.qualifiedName, from: mark)
    role(.name)
    if at(.leftParenthesis) { try parseTypeModifiers() }
  }

  /// `Iconst`.
  mutating func parseIntegerConstant(role: Role) throws(SyntaxError) {
    if atAtom { return leaf(atHole ? .hole : .placeholder, role: role) }
    guard current.kind == .integer, SyntaxTree.int32(bytes[current.range.range]) != nil else { throw unexpected() }
    leaf(.integerLiteral, role: role)
  }

  /// `( expr_list )` after a type's name.
  private mutating func parseTypeModifiers() throws(SyntaxError) {
    try expect(.leftParenthesis)
    try parseExpressionList(role: .modifier)
    try expect(.rightParenthesis)
  }

  /// `( Iconst )` after a type's name.
  private mutating func parseLength() throws(SyntaxError) {
    try expect(.leftParenthesis)
    try parseIntegerConstant(role: .modifier)
    try expect(.rightParenthesis)
  }

  /// `opt_float`.
  private func checkFloatPrecision() throws(SyntaxError) {
    guard let length = lastNode, length.kind == .integerLiteral, let value = SyntaxTree.int32(bytes[length.range.range]) else { return }
    let complaint = value < 1 ? "precision for type float must be at least 1 bit" : "precision for type float must be less than 54 bits"
    if !(1...53).contains(value) { throw failure(complaint, range: length.range, sqlstate: "22023") }
  }

  static func isTypeKeyword(_ keyword: Keyword) -> Bool {
    switch keyword {
    case .int, .integer, .smallint, .bigint, .real, .float, .double, .decimal, .dec, .numeric, .boolean, .bit, .character, .char,
      .varchar, .national, .nchar, .timestamp, .time, .interval:
      true
    default: false
    }
  }

  /// A type named by keywords: the name as a `qualifiedName` without parts, then its modifiers.
  private mutating func parseKeywordType(_ keyword: Keyword) throws(SyntaxError) {
    let (mark, start) = (mark, current.range.start)
    advance()
    if keyword == .double { try expect(.precision) }
    if keyword == .national {
      guard accept(.character) || accept(.char) else { throw unexpected() }
    }
    switch keyword {
    case .bit, .character, .char, .national, .nchar: _ = accept(.varying)
    default: break
    }
    finish(.qualifiedName, from: mark, start: start)
    role(.name)
    switch keyword {
    case .decimal, .dec, .numeric, .bit:
      if at(.leftParenthesis) { try parseTypeModifiers() }
    case .float, .character, .char, .varchar, .national, .nchar:
      if at(.leftParenthesis) { try parseLength() }
      if keyword == .float { try checkFloatPrecision() }
    case .timestamp, .time:
      if at(.leftParenthesis) { try parseLength() }
      try parseTimeZoneWords()
    case .interval:
      if at(.leftParenthesis) { try parseLength() } else { try parseIntervalFields() }
    default: break
    }
  }

  /// `opt_timezone`.
  private mutating func parseTimeZoneWords() throws(SyntaxError) {
    guard at(.without) || (at(.with) && peek(1).keyword == .time) else { return }
    advance()
    try expect(.time)
    try expect(.zone)
  }

  /// `opt_interval`; the precision of SECOND becomes a modifier.
  mutating func parseIntervalFields() throws(SyntaxError) {
    guard let first = current.keyword, Self.intervalFields.contains(first) else { return }
    advance()
    if first == .second { return try parseSecondPrecision() }
    guard accept(.to) else { return }
    guard let last = current.keyword, Self.intervalEnds(after: first).contains(last) else { throw unexpected() }
    advance()
    if last == .second { try parseSecondPrecision() }
  }

  private static let intervalFields: [Keyword] = [.year, .month, .day, .hour, .minute, .second]

  private static func intervalEnds(after first: Keyword) -> [Keyword] {
    switch first {
    case .year: [.month]
    case .day: [.hour, .minute, .second]
    case .hour: [.minute, .second]
    case .minute: [.second]
    default: []
    }
  }

  private mutating func parseSecondPrecision() throws(SyntaxError) {
    if at(.leftParenthesis) { try parseLength() }
  }

  // MARK: Literals

  /// `ConstTypename Sconst`, `ConstInterval Sconst opt_interval`, `ConstInterval ( Iconst ) Sconst`; false where the keyword names
  /// something else, such as a column.
  mutating func parseKeywordTypedLiteral(_ keyword: Keyword) throws(SyntaxError) -> Bool {
    guard Self.isTypeKeyword(keyword), atTypedLiteral(keyword) else { return false }
    let (mark, start) = (mark, current.range.start)
    if keyword == .interval {
      let nameMark = self.mark
      advance()
      finish(.qualifiedName, from: nameMark, start: start)
      role(.name)
      if at(.leftParenthesis) { try parseLength() }
    } else {
      try parseKeywordType(keyword)
    }
    let hasPrecision = lastNode?.role == .modifier
    finish(.typeName, from: mark, start: start)
    role(.type)
    guard atLiteralValue || atHole else { throw unexpected() }
    parseLiteralValue()
    if keyword == .interval, !hasPrecision { try parseIntervalFields() }
    finish(.typedLiteral, from: mark, start: start)
    return true
  }

  /// Whether a literal follows the type that begins at the current keyword, after its words and length.
  private func atTypedLiteral(_ keyword: Keyword) -> Bool {
    var offset = 1
    if keyword == .double {
      guard peek(1).keyword == .precision else { return false }
      return true
    }
    if keyword == .national { return peek(1).keyword == .character || peek(1).keyword == .char }
    // A column called CHARACTER has no label VARYING.
    if peek(1).keyword == .varying, [.bit, .character, .char, .nchar].contains(keyword) { return true }
    if peek(offset).keyword == .varying { offset += 1 }
    if peek(offset).symbol == .leftParenthesis { return true }
    if peek(offset).keyword == .with { return peek(offset + 1).keyword == .time }
    if peek(offset).keyword == .without { return keyword == .time || keyword == .timestamp }
    let value = peek(offset)
    if value.kind == .string { return true }
    if value.symbol == .placeholder { return bytes[value.range.start] == UInt8(ascii: "%") }
    return value.symbol == .hole && keyword == .interval
  }
}

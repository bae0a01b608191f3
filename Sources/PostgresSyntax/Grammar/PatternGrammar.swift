import SourceText

/// The predicates after an operand that take NOT before them: LIKE, ILIKE, SIMILAR TO, BETWEEN, IN.
extension Grammar {
  /// `[NOT] LIKE`, ILIKE, SIMILAR TO, BETWEEN, IN.
  mutating func parsePattern(_ base: Int) throws(SyntaxError) -> Bool {
    let negated = at(.not)
    let word = negated ? peek(1) : current
    guard let keyword = word.keyword, [.like, .ilike, .similar, .between, .in].contains(keyword) else { return false }
    if keyword == .similar, !negated, peek(1).keyword != .to, isSimilarArgument(base) { return false }
    try reduce(before: .pattern, base: base)
    let left = mark - 1
    let attributes: NodeAttributes = negated ? .negated : []
    let operatorStart = current.range.start
    if negated { advance() }
    advance()
    switch keyword {
    case .between: try parseBetween(from: left, attributes)
    case .in: try parseIn(from: left, attributes)
    default: try parseLike(keyword, from: left, attributes, operatorStart: operatorStart)
    }
    return true
  }

  /// Whether SIMILAR without TO may follow here: the expression before it is the whole argument of `SUBSTRING(x SIMILAR y ESCAPE z)`.
  private func isSimilarArgument(_ base: Int) -> Bool {
    similarBase == base && operators[base...].allSatisfy { $0.precedence > .pattern }
  }

  private mutating func parseLike(
    _ keyword: Keyword, from left: Int, _ attributes: NodeAttributes, operatorStart: Int
  ) throws(SyntaxError) {
    role(.left)
    if keyword == .similar {
      try expect(.to)
    } else if at(any: .any, .some, .all) {
      finish(.operatorName, from: mark, start: operatorStart, attributes: attributes)
      role(.operator)
      return try parseQuantifier(from: left)
    }
    let kind: NodeKind = keyword == .like ? .like : keyword == .ilike ? .ilike : .similarTo
    try pushBinary(kind, .pattern, from: left, .full, attributes: attributes)
  }

  /// `ESCAPE a_expr` after the pattern: belongs to the nearest LIKE that waits for its right operand.
  mutating func parseEscape(_ base: Int) throws(SyntaxError) -> Bool {
    while operators.count > base, !Self.takesEscape(operators[operators.count - 1]) { reduce() }
    guard operators.count > base else { return false }
    role(.right)
    operators[operators.count - 1].lastRole = .escape
    advance()
    try parseOperand(.full)
    return true
  }

  private static func takesEscape(_ pending: PendingOperator) -> Bool {
    switch pending.kind {
    case .like, .ilike, .similarTo: pending.lastRole == .right
    default: false
    }
  }

  /// `BETWEEN [SYMMETRIC] b_expr AND a_expr`.
  private mutating func parseBetween(from left: Int, _ negated: NodeAttributes) throws(SyntaxError) {
    role(.operand)
    var attributes = negated
    if accept(.symmetric) { attributes.insert(.symmetric) } else { _ = accept(.asymmetric) }
    try parseExpression(.restricted)
    role(.low)
    try expect(.and)
    try pushBinary(.between, .pattern, from: left, .full, attributes: attributes, lastRole: .high)
  }

  /// `in_expr`: a subquery or a list, or one atom in place of both.
  private mutating func parseIn(from left: Int, _ attributes: NodeAttributes) throws(SyntaxError) {
    role(.operand)
    if atAtom, !isDollarParameter(current) {
      leaf(current.symbol == .hole ? .hole : .placeholder, role: .item)
      return finish(.inList, from: left, attributes: attributes)
    }
    try expect(.leftParenthesis)
    if try parseParenthesisContent() == .query {
      role(.subquery)
      try expect(.rightParenthesis)
      return finish(.inSubquery, from: left, attributes: attributes)
    }
    role(.item)
    parseClauseHoles()
    while accept(.comma) {
      try parseExpression()
      role(.item)
      parseClauseHoles()
    }
    try expect(.rightParenthesis)
    finish(.inList, from: left, attributes: attributes)
  }
}

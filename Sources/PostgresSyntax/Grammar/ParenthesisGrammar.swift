import SourceText

/// What stands in parentheses: an expression, a row, a query, and what only the closing one can tell apart.
extension Grammar {
  /// `( a_expr )`, `implicit_row`, `select_with_parens`, each with indirection.
  mutating func parseParenthesized() throws(SyntaxError) {
    let start = current.range.start
    let mark = mark
    advance()
    let outer = similarBase
    similarBase = -1
    let content = try parseParenthesisContent()
    similarBase = outer
    try closeParenthesis(content, from: mark, start: start)
    try parseIndirectionAfterParentheses()
  }

  /// `opt_indirection` after `( a_expr )` and `select_with_parens`; a row has none.
  private mutating func parseIndirectionAfterParentheses() throws(SyntaxError) {
    if lastNode?.kind != .rowConstructor { try parseIndirection() }
  }

  /// Wraps what `parseParenthesisContent` left, up to the closing parenthesis, as an expression.
  private mutating func closeParenthesis(_ content: ParenthesisContent, from mark: Int, start: Int) throws(SyntaxError) {
    if content == .query {
      role(.subquery)
      try expect(.rightParenthesis)
      return finish(.scalarSubquery, from: mark, start: start)
    }
    guard at(.comma) else {
      role(.operand)
      parseClauseHoles()
      try expect(.rightParenthesis)
      return finish(.parenthesized, from: mark, start: start)
    }
    role(.item)
    while accept(.comma) {
      try parseExpression()
      role(.item)
      parseClauseHoles()
    }
    try expect(.rightParenthesis)
    finish(.rowConstructor, from: mark, start: start)
  }

  /// What follows an opening parenthesis where a subquery or an expression may stand. Parentheses in parentheses are settled by what
  /// follows the inner one: `((SELECT 1) UNION …)` is a query, `((SELECT 1) + 1)` is none.
  mutating func parseParenthesisContent() throws(SyntaxError) -> ParenthesisContent {
    if atQueryStart {
      try parseQuery()
      return .query
    }
    guard at(.leftParenthesis) else {
      if atHole, peek(1).keyword == .union || peek(1).keyword == .intersect || peek(1).keyword == .except {
        try parseQuery()
        return .query
      }
      try parseExpression()
      return .expression
    }
    return try parseInnerParentheses()
  }

  /// `parseParenthesisContent` where a further parenthesis opens.
  private mutating func parseInnerParentheses() throws(SyntaxError) -> ParenthesisContent {
    try enter()
    let start = current.range.start
    let mark = mark
    advance()
    let content = try parseParenthesisContent()
    if content == .query, at(.rightParenthesis) {
      advance()
      if at(.rightParenthesis) || atQueryContinuation {
        wrapQueryInParentheses(from: mark, start: start)
        try parseQueryRest(from: mark)
        leave()
        return .query
      }
      role(.subquery)
      finish(.scalarSubquery, from: mark, start: start)
    } else {
      try closeParenthesis(content, from: mark, start: start)
    }
    try parseIndirectionAfterParentheses()
    if at(.overlaps), lastNode?.kind == .rowConstructor { try parseOverlaps() }
    leave()
    try continueExpression()
    return .expression
  }

  /// `row OVERLAPS row`; the left row is pending.
  mutating func parseOverlaps() throws(SyntaxError) {
    let left = mark - 1
    role(.left)
    advance()
    if at(.row) { try parseExplicitRow() } else { try parseImplicitRow() }
    role(.right)
    for (side, index) in [("left", left), ("right", mark - 1)] where childCount(ofPending: index) != 2 {
      throw failure("wrong number of parameters on \(side) side of OVERLAPS expression", range: nodes[Int(pending[index])].range)
    }
    finish(.overlaps, from: left)
  }

  /// `implicit_row`.
  private mutating func parseImplicitRow() throws(SyntaxError) {
    let (mark, start) = (mark, current.range.start)
    try expect(.leftParenthesis)
    try parseExpression()
    role(.item)
    try expect(.comma)
    try parseExpressionList(role: .item)
    try expect(.rightParenthesis)
    finish(.rowConstructor, from: mark, start: start)
  }

  func childCount(ofPending index: Int) -> Int {
    var count = 0
    var child = nodes[Int(pending[index])].firstChild
    while child >= 0 {
      count += 1
      child = nodes[Int(child)].nextSibling
    }
    return count
  }
}

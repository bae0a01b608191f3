import SourceText

/// `c_expr`: constants, columns, parentheses, CASE, ARRAY, rows, subqueries; functions are in `FunctionGrammar`.
extension Grammar {
  /// What a pair of parentheses holds.
  enum ParenthesisContent {
    /// One `query`, not yet wrapped.
    case query
    /// One expression; a comma may follow.
    case expression
  }

  /// `c_expr`, and what only `a_expr` has: DEFAULT and `row OVERLAPS row`.
  mutating func parsePrimary(_ form: ExpressionForm) throws(SyntaxError) {
    let token = current
    switch token.kind {
    case .integer: leaf(.integerLiteral)
    case .numeric: leaf(.numericLiteral)
    case .string: leaf(.stringLiteral)
    case .bitString: leaf(.bitStringLiteral)
    case .parameter:
      leaf(.placeholder)
      try parseIndirection()
    case .atom: try parseAtom()
    case .identifier, .quotedIdentifier: try parseNamed()
    case .keyword: try parseKeywordPrimary(token.keyword ?? .abort, form)
    case .punctuation where token.symbol == .leftParenthesis:
      try parseParenthesized()
      if form == .full, at(.overlaps), lastNode?.kind == .rowConstructor { try parseOverlaps() }
    default: throw unexpected()
    }
  }

  /// A placeholder or a hole; a hole may also be the first part of a name.
  private mutating func parseAtom() throws(SyntaxError) {
    let isHole = atHole
    let next = peek(1)
    let touches = next.range.start == current.range.end
    if isHole, touches, next.symbol == .dot || next.symbol == .leftParenthesis { return try parseNamed() }
    leaf(isHole ? .hole : .placeholder)
    if touches || !isHole { try parseIndirection() }
  }

  /// `AexprConst`.
  mutating func parseConstant(role: Role) throws(SyntaxError) {
    let first = position
    if current.kind == .parameter { throw unexpected() }
    try parsePrimaryWithRole(role)
    switch lastNode?.kind {
    case .integerLiteral, .numericLiteral, .stringLiteral, .bitStringLiteral, .booleanLiteral, .nullLiteral, .typedLiteral, .placeholder, .hole: return
    case .columnReference: throw unexpected()
    default: throw unexpected(at: tokens[first])
    }
  }

  private mutating func parseKeywordPrimary(_ keyword: Keyword, _ form: ExpressionForm) throws(SyntaxError) {
    let opens = peek(1).symbol == .leftParenthesis
    switch keyword {
    case .true, .false: leaf(.booleanLiteral)
    case .null: leaf(.nullLiteral)
    case .default where form == .full: leaf(.defaultValue)
    case .case: try parseCase()
    case .array: try parseArray()
    case .exists where opens: try parseExists()
    case .unique where form == .full: try refuseUnique()
    case .row where opens:
      try parseExplicitRow()
      if form == .full, at(.overlaps) { try parseOverlaps() }
    default:
      if try parseSpecialFunction(keyword) { return }
      if try parseKeywordTypedLiteral(keyword) { return }
      try parseNamed()
    }
  }

  // MARK: Indirection

  /// `opt_indirection` after anything but a column: `.name`, `.*`, `[i]`, `[i:j]`.
  mutating func parseIndirection() throws(SyntaxError) {
    let mark = mark - 1
    while true {
      if at(.leftBracket) {
        try parseSubscript(from: mark)
      } else if at(.dot) {
        role(.operand)
        advance()
        if accept(.asterisk) {
          finish(.fieldSelection, from: mark, attributes: .star)
          return try checkLastStar()
        }
        try parseLabel()
        finish(.fieldSelection, from: mark)
      } else {
        return
      }
    }
  }

  /// `check_indirection`: nothing of a name may follow `.*`; PostgreSQL complains after all of it.
  mutating func checkLastStar() throws(SyntaxError) {
    guard at(.dot) || at(.leftBracket) else { return }
    while accept(.dot) {
      if at(.asterisk) { advance() } else { try parseLabel() }
    }
    if current.kind == .end { throw failure("improper use of \"*\" at end of input", range: current.range) }
    throw failure("improper use of \"*\"", at: current)
  }

  /// `[ a_expr ]`, `[ opt_slice_bound : opt_slice_bound ]`; the operand is pending at `mark`.
  mutating func parseSubscript(from mark: Int) throws(SyntaxError) {
    role(.operand)
    try expect(.leftBracket)
    var isSlice = false
    if !at(.colon) {
      try parseExpression()
      isSlice = at(.colon)
      role(isSlice ? .low : .index)
    } else {
      isSlice = true
    }
    if isSlice {
      try expect(.colon)
      if !at(.rightBracket) {
        try parseExpression()
        role(.high)
      }
    }
    try expect(.rightBracket)
    finish(isSlice ? .slice : .subscript, from: mark)
  }

  // MARK: Words

  /// `case_expr`.
  private mutating func parseCase() throws(SyntaxError) {
    let (mark, start) = (mark, current.range.start)
    advance()
    if !at(.when) {
      try parseExpression()
      role(.operand)
      parseClauseHoles()
    }
    guard at(.when) else { throw unexpected() }
    while at(.when) {
      let (mark, start) = (self.mark, current.range.start)
      advance()
      try parseExpression()
      role(.condition)
      try expect(.then)
      try parseExpression()
      role(.result)
      finish(.whenClause, from: mark, start: start)
      role(.when)
      parseClauseHoles()
    }
    if accept(.else) {
      try parseExpression()
      role(.else)
    }
    try expect(.end)
    finish(.caseExpression, from: mark, start: start)
  }

  /// `EXISTS select_with_parens`.
  private mutating func parseExists() throws(SyntaxError) {
    let (mark, start) = (mark, current.range.start)
    advance()
    try parseSubqueryInParentheses()
    finish(.exists, from: mark, start: start)
  }

  /// `select_with_parens` as the `query` inside, with the role `.subquery`.
  mutating func parseSubqueryInParentheses() throws(SyntaxError) {
    try expect(.leftParenthesis)
    if atHole, peek(1).symbol == .rightParenthesis {
      leaf(.hole, role: .subquery)
    } else {
      try parseParenthesizedQueryContent()
      role(.subquery)
    }
    try expect(.rightParenthesis)
  }

  /// `UNIQUE select_with_parens`, which PostgreSQL reads to say that it has no such predicate.
  private mutating func refuseUnique() throws(SyntaxError) {
    let word = current
    advance()
    try parseSubqueryInParentheses()
    throw failure("UNIQUE predicate is not yet implemented", range: word.range, sqlstate: "0A000")
  }

  /// `ARRAY select_with_parens`, `ARRAY array_expr`.
  private mutating func parseArray() throws(SyntaxError) {
    let (mark, start) = (mark, current.range.start)
    advance()
    if at(.leftParenthesis) {
      try parseSubqueryInParentheses()
      return finish(.arraySubquery, from: mark, start: start)
    }
    try parseArrayItems(from: mark, start: start)
  }

  /// `array_expr`: `[ … ]`, where an item may be such a list itself.
  private mutating func parseArrayItems(from mark: Int, start: Int) throws(SyntaxError) {
    try enter()
    try expect(.leftBracket)
    if !at(.rightBracket) {
      let isNested = at(.leftBracket)
      try parseList(.item) { grammar throws(SyntaxError) in
        if isNested {
          try grammar.parseArrayItems(from: grammar.mark, start: grammar.current.range.start)
        } else {
          try grammar.parseExpression()
        }
      }
      parseClauseHoles()
    }
    try expect(.rightBracket)
    finish(.arrayConstructor, from: mark, start: start)
    leave()
  }

  /// `explicit_row`.
  mutating func parseExplicitRow() throws(SyntaxError) {
    let (mark, start) = (mark, current.range.start)
    advance()
    try expect(.leftParenthesis)
    if !at(.rightParenthesis) {
      try parseExpressionList(role: .item)
    }
    try expect(.rightParenthesis)
    finish(.rowConstructor, from: mark, start: start, attributes: .explicit)
  }

  /// `expr_list`; a hole may follow an item and stand for more of them.
  mutating func parseExpressionList(role: Role) throws(SyntaxError) {
    try parseList(role) { grammar throws(SyntaxError) in
      try grammar.parseExpression()
    }
    parseClauseHoles()
  }
}

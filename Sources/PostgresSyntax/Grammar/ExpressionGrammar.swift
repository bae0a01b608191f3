import SourceText

/// Which of gram.y's two expression grammars: `a_expr`, or `b_expr` where AND, NOT, IN… would be ambiguous.
enum ExpressionForm {
  case full, restricted
}

/// `a_expr` and `b_expr` by operator precedence: an explicit stack, so that chains of any length need no recursion.
extension Grammar {
  /// `a_expr` or `b_expr`.
  mutating func parseExpression(_ form: ExpressionForm = .full) throws(SyntaxError) {
    try enter()
    let base = operators.count
    let allowsLabel = labelBase == base && form == .full
    labelBase = -1
    let outer = similarBase
    similarBase = isSimilarNext ? base : -1
    isSimilarNext = false
    try parseOperand(form)
    try parseOperators(form, base: base, allowsLabel: allowsLabel)
    similarBase = outer
    leave()
  }

  /// Goes on with an expression whose first operand is pending already.
  mutating func continueExpression(_ form: ExpressionForm = .full) throws(SyntaxError) {
    try parseOperators(form, base: operators.count)
  }

  /// Prefix operators and a primary.
  mutating func parseOperand(_ form: ExpressionForm) throws(SyntaxError) {
    while true {
      let token = current
      if token.symbol == .plus || token.symbol == .minus {
        try pushPrefix(.sign)
      } else if token.keyword == .not, form == .full {
        operators.append(PendingOperator(kind: .not, precedence: .not, mark: mark, start: token.range.start, lastRole: .operand))
        advance()
      } else if (token.kind == .operator && token.symbol == .other) || atQualifiedOperator {
        try pushPrefix(.other)
      } else {
        return try parsePrimary(form)
      }
    }
  }

  private mutating func pushPrefix(_ precedence: Precedence) throws(SyntaxError) {
    let (mark, start) = (mark, current.range.start)
    try parseOperator()
    operators.append(PendingOperator(kind: .unaryOperation, precedence: precedence, mark: mark, start: start, lastRole: .operand))
  }

  private mutating func parseOperators(_ form: ExpressionForm, base: Int, allowsLabel: Bool = false) throws(SyntaxError) {
    while !(allowsLabel && atLabel(base)), try parseOperatorAfterOperand(form, base: base) {}
    while operators.count > base { reduce() }
  }

  /// Whether the keyword here is the label of the target that this expression is, not an operator: nothing that could be an operand
  /// follows, and no pending operator makes yacc shift it as an operator.
  private func atLabel(_ base: Int) -> Bool {
    guard let keyword = current.keyword, keyword != .isnull, keyword != .notnull, isLabelBefore(peek(1)) else { return false }
    guard let precedence = Self.precedence(of: keyword) else { return true }
    return operators[base...].allSatisfy {
      $0.precedence > precedence || ($0.precedence == precedence && !precedence.isNonAssociative)
    }
  }

  /// The precedence of an infix operator's keyword; nil for NOT and other words that no operator begins with.
  static func precedence(of keyword: Keyword) -> Precedence? {
    switch keyword {
    case .or: .or
    case .and: .and
    case .is: .is
    case .like, .ilike, .similar, .between, .in: .pattern
    case .escape: .escape
    case .operator: .other
    case .at: .atTimeZone
    case .collate: .collate
    default: nil
    }
  }

  /// Makes a node of the last operator and its operands.
  mutating func reduce() {
    let last = operators.removeLast()
    role(last.lastRole)
    finish(last.kind, from: last.mark, start: last.start, attributes: last.attributes)
  }

  /// Makes nodes of the operators that bind tighter than the one that follows, as yacc decides between shift and reduce.
  mutating func reduce(before precedence: Precedence, base: Int) throws(SyntaxError) {
    while operators.count > base {
      let top = operators[operators.count - 1]
      if top.precedence < precedence { return }
      if top.precedence == precedence {
        if precedence.isNonAssociative { throw unexpected() }
        if precedence == .and || precedence == .or { return }
      }
      reduce()
    }
  }

  /// The operator at `position` after a complete operand; false where the expression ends.
  private mutating func parseOperatorAfterOperand(_ form: ExpressionForm, base: Int) throws(SyntaxError) -> Bool {
    let token = current
    switch token.kind {
    case .operator: try parseSymbolOperator(Self.precedence(of: token.symbol), form, base)
    case .punctuation where token.symbol == .typecast: try parseTypecast(base)
    case .keyword: return try parseKeywordOperator(form, base)
    case .atom where token.symbol == .hole: return try parseHoleOperator(form, base)
    default: return false
    }
    return true
  }

  static func precedence(of symbol: Symbol) -> Precedence {
    switch symbol {
    case .plus, .minus: .additive
    case .asterisk, .slash, .percent: .multiplicative
    case .caret: .power
    case .less, .greater, .equal, .lessEqual, .greaterEqual, .notEqual: .comparison
    default: .other
    }
  }

  /// `a_expr qual_Op a_expr`, `a_expr subquery_Op sub_type (…)`.
  private mutating func parseSymbolOperator(_ precedence: Precedence, _ form: ExpressionForm, _ base: Int) throws(SyntaxError) {
    try reduce(before: precedence, base: base)
    role(.left)
    let left = mark - 1
    try parseOperator()
    if form == .full, at(any: .any, .some, .all) { return try parseQuantifier(from: left) }
    try pushBinary(.binaryOperation, precedence, from: left, form)
  }

  /// Waits for the right operand of the operator whose left one is pending at `left`, and parses that operand.
  mutating func pushBinary(
    _ kind: NodeKind, _ precedence: Precedence, from left: Int, _ form: ExpressionForm, attributes: NodeAttributes = [],
    lastRole: Role = .right
  ) throws(SyntaxError) {
    operators.append(
      PendingOperator(
        kind: kind, precedence: precedence, mark: left, start: start(ofPending: left), attributes: attributes, lastRole: lastRole))
    try parseOperand(form)
  }

  /// `a_expr TYPECAST Typename`.
  private mutating func parseTypecast(_ base: Int) throws(SyntaxError) {
    try reduce(before: .typecast, base: base)
    role(.operand)
    let left = mark - 1
    advance()
    try parseTypeName()
    role(.type)
    finish(.typeCast, from: left)
  }

  /// `sub_type select_with_parens`, `sub_type ( a_expr )` after an operator.
  mutating func parseQuantifier(from left: Int) throws(SyntaxError) {
    let kind: NodeKind = at(.all) ? .allComparison : .anyComparison
    advance()
    if atAtom, !isDollarParameter(current) {
      try parsePrimary(.full)
    } else {
      try expect(.leftParenthesis)
      _ = try parseParenthesisContent()
      try expect(.rightParenthesis)
    }
    role(.right)
    finish(kind, from: left)
  }

  private mutating func parseKeywordOperator(_ form: ExpressionForm, _ base: Int) throws(SyntaxError) -> Bool {
    guard let keyword = current.keyword else { return false }
    switch keyword {
    case .is: return try parseIs(form, base)
    case .operator: try parseSymbolOperator(.other, form, base)
    case .and where form == .full: try parseJunction(.and, .and, base)
    case .or where form == .full: try parseJunction(.or, .or, base)
    case .isnull where form == .full: try finishPostfix(.isNull, .is, base, words: 1)
    case .notnull where form == .full: try finishPostfix(.isNull, .is, base, words: 1, attributes: .negated)
    case .at where form == .full && peek(1).keyword == .local:
      note(.atLocal, at: current)
      try finishPostfix(.atTimeZone, .atTimeZone, base, words: 2)
    case .at where form == .full: try parseAtTimeZone(base)
    case .collate where form == .full: try parseCollate(base)
    case .not, .like, .ilike, .similar, .between, .in:
      return form == .full ? try parsePattern(base) : false
    case .escape where form == .full: return try parseEscape(base)
    default: return false
    }
    return true
  }

  /// `a_expr AND a_expr`, `a_expr OR a_expr`: one flat node for a chain.
  private mutating func parseJunction(_ kind: NodeKind, _ precedence: Precedence, _ base: Int) throws(SyntaxError) {
    try reduce(before: precedence, base: base)
    role(.operand)
    advance()
    if operators.count > base, operators[operators.count - 1].precedence == precedence { return try parseOperand(.full) }
    try pushBinary(kind, precedence, from: mark - 1, .full, lastRole: .operand)
  }

  mutating func finishPostfix(
    _ kind: NodeKind, _ precedence: Precedence, _ base: Int, words: Int, attributes: NodeAttributes = []
  ) throws(SyntaxError) {
    try reduce(before: precedence, base: base)
    role(.operand)
    let left = mark - 1
    for _ in 0..<words { advance() }
    finish(kind, from: left, attributes: attributes)
  }

  /// `a_expr AT TIME ZONE a_expr`.
  private mutating func parseAtTimeZone(_ base: Int) throws(SyntaxError) {
    try reduce(before: .atTimeZone, base: base)
    role(.operand)
    let left = mark - 1
    advance()
    try expect(.time)
    try expect(.zone)
    try pushBinary(.atTimeZone, .atTimeZone, from: left, .full, lastRole: .zone)
  }

  /// `a_expr COLLATE any_name`.
  private mutating func parseCollate(_ base: Int) throws(SyntaxError) {
    try reduce(before: .collate, base: base)
    role(.operand)
    let left = mark - 1
    advance()
    try parseQualifiedName()
    finish(.collate, from: left)
  }

  /// Whether a placeholder is PostgreSQL's own `$1`, which cannot stand for a list or a literal.
  func isDollarParameter(_ token: Token) -> Bool {
    token.kind == .parameter || (token.symbol == .placeholder && bytes[token.range.start] == UInt8(ascii: "$"))
  }

  // MARK: Operators

  var atQualifiedOperator: Bool { at(.operator) && peek(1).symbol == .leftParenthesis }

  /// `qual_all_Op`: an operator token, or `OPERATOR(schema.op)`.
  mutating func parseOperator() throws(SyntaxError) {
    if current.kind == .operator { return leaf(.operatorName, role: .operator) }
    let (mark, start) = (mark, current.range.start)
    try expect(.operator)
    try expect(.leftParenthesis)
    try parseAnyOperator()
    try expect(.rightParenthesis)
    finish(.operatorName, from: mark, start: start)
    role(.operator)
  }

  /// `any_operator`: `all_Op` behind any number of `ColId .`.
  mutating func parseAnyOperator() throws(SyntaxError) {
    while current.kind != .operator {
      try parseColumnName()
      try expect(.dot)
    }
    advance()
  }

  /// A hole after an operand: an operator where an operand follows, a part of the chain where AND or OR follows; else no part
  /// of the expression.
  private mutating func parseHoleOperator(_ form: ExpressionForm, _ base: Int) throws(SyntaxError) -> Bool {
    guard form == .full else { return false }
    let next = peek(1)
    if next.keyword == .and || next.keyword == .or {
      let precedence: Precedence = next.keyword == .and ? .and : .or
      // The hole becomes a child of the chain that goes on after it.
      try reduce(before: precedence, base: base)
      role(.operand)
      if operators.count == base || operators[operators.count - 1].precedence != precedence {
        operators.append(
          PendingOperator(
            kind: precedence == .and ? .and : .or, precedence: precedence, mark: mark - 1, start: start(ofPending: mark - 1),
            lastRole: .operand))
      }
      leaf(.hole, role: .hole)
      advance()
      try parseOperand(form)
      return true
    }
    guard startsOperand(next), !operators[base...].contains(where: { $0.precedence == .comparison }) else { return false }
    try reduce(before: .comparison, base: base)
    role(.left)
    let left = mark - 1
    leaf(.hole, role: .operator)
    try pushBinary(.binaryOperation, .comparison, from: left, form)
    return true
  }

  /// Whether a token after a hole can only be an operand: a value, which cannot begin a clause.
  private func startsOperand(_ token: Token) -> Bool {
    switch token.kind {
    case .integer, .numeric, .string, .bitString, .parameter: true
    case .atom: token.symbol == .placeholder
    default: false
    }
  }
}

import SourceText

/// `SelectStmt`: set operations, SELECT, VALUES, TABLE, and their target lists.
extension Grammar {
  /// Whether `select_no_parens` begins here without a parenthesis.
  var atQueryStart: Bool {
    guard let keyword = current.keyword else { return false }
    switch keyword {
    case .select, .with, .table: return true
    case .values: return peek(1).symbol == .leftParenthesis || (peek(1).kind == .atom && !isDollarParameter(peek(1)))
    default: return false
    }
  }

  /// Whether what follows a query in parentheses makes a longer query of it.
  var atQueryContinuation: Bool {
    at(any: .union, .intersect, .except, .order, .limit, .offset, .fetch, .for)
  }

  /// `select_no_parens`, and `select_with_parens` as a query whose body is in parentheses.
  mutating func parseQuery() throws(SyntaxError) {
    try enter()
    let mark = mark
    parseLeadingHoles()
    if at(.with) {
      try parseWith()
      role(.withClause)
    }
    try parseSetOperand()
    try parseQueryRest(from: mark)
    leave()
  }

  /// `select_with_parens` without its parentheses.
  mutating func parseParenthesizedQueryContent() throws(SyntaxError) {
    guard atQueryStart || at(.values) || at(.leftParenthesis) || atHole else { throw unexpected() }
    try parseQuery()
  }

  /// Holes before the first word: text put in front of a statement.
  mutating func parseLeadingHoles() {
    guard atHole else { return }
    var offset = 1
    while peek(offset).symbol == .hole { offset += 1 }
    switch peek(offset).keyword {
    case .select, .with, .values, .table, .insert, .update, .delete, .merge: parseClauseHoles()
    default: break
    }
  }

  /// What follows the first operand of a query, which is pending: set operations, then ORDER BY, LIMIT, FOR.
  mutating func parseQueryRest(from mark: Int) throws(SyntaxError) {
    try parseSetOperations()
    role(.body)
    let body = self.mark - 1
    try parseQueryTail(body: body, hasWith: mark < pending.count && nodes[Int(pending[mark])].role == .withClause)
    finish(.query, from: mark)
  }

  /// Makes a `parenthesizedQuery` of the pending query, after its closing parenthesis.
  mutating func wrapQueryInParentheses(from mark: Int, start: Int) {
    role(.subquery)
    finish(.parenthesizedQuery, from: mark, start: start)
  }

  // MARK: Set operations

  /// `select_clause`: one operand of a set operation.
  fileprivate mutating func parseSetOperand() throws(SyntaxError) {
    if at(.leftParenthesis) {
      let (mark, start) = (mark, current.range.start)
      advance()
      try parseParenthesizedQueryContent()
      try expect(.rightParenthesis)
      return wrapQueryInParentheses(from: mark, start: start)
    }
    switch current.keyword {
    case .select: try parseSelect()
    case .values: try parseValues()
    case .table: try parseTable()
    default:
      guard atHole else { throw unexpected() }
      leaf(.hole)
    }
  }

  /// `select_clause UNION set_quantifier select_clause` and the like, INTERSECT binding tighter; the first operand is pending.
  private mutating func parseSetOperations() throws(SyntaxError) {
    let base = operators.count
    while let keyword = current.keyword, keyword == .union || keyword == .intersect || keyword == .except {
      let precedence: Precedence = keyword == .intersect ? .multiplicative : .additive
      while operators.count > base, operators[operators.count - 1].precedence >= precedence { reduceSetOperation() }
      role(.left)
      let left = mark - 1
      advance()
      var attributes: NodeAttributes = keyword == .union ? .union : keyword == .intersect ? .intersect : .except
      if accept(.all) { attributes.insert(.all) } else if accept(.distinct) { attributes.insert(.distinct) }
      operators.append(
        PendingOperator(
          kind: .setOperation, precedence: precedence, mark: left, start: start(ofPending: left), attributes: attributes,
          lastRole: .right))
      try parseSetOperand()
    }
    while operators.count > base { reduceSetOperation() }
  }

  private mutating func reduceSetOperation() {
    let last = operators.removeLast()
    role(.right)
    finish(.setOperation, from: last.mark, start: last.start, attributes: last.attributes)
  }

  // MARK: Simple queries

  /// `simple_select` that begins with SELECT.
  private mutating func parseSelect() throws(SyntaxError) {
    let (mark, start) = (mark, current.range.start)
    advance()
    let needsTargets = try parseDistinct()
    if needsTargets || !atEndOfTargets {
      try parseTargetList()
      role(.targetList)
    }
    if at(.into) { try parseInto() }
    parseClauseHoles()
    try parseSelectClauses()
    finish(.selectClause, from: mark, start: start)
  }

  /// The clauses of a SELECT from FROM to WINDOW, with holes between.
  mutating func parseSelectClauses() throws(SyntaxError) {
    if at(.from) {
      try parseFrom(.from)
      role(.fromClause)
      parseClauseHoles()
    }
    try parseWhere()
    parseClauseHoles()
    if at(.group) {
      try parseGroupBy()
      role(.groupByClause)
      parseClauseHoles()
    }
    if at(.having) {
      try parseCondition(.havingClause)
      role(.havingClause)
      parseClauseHoles()
    }
    if at(.window) {
      try parseWindowClause()
      role(.windowClause)
      parseClauseHoles()
    }
  }

  /// `where_clause`: WHERE and a condition, if it is there.
  mutating func parseWhere() throws(SyntaxError) {
    guard at(.where) else { return }
    try parseCondition(.whereClause)
    role(.whereClause)
  }

  /// A word and a condition: WHERE, HAVING.
  mutating func parseCondition(_ kind: NodeKind) throws(SyntaxError) {
    let (mark, start) = (mark, current.range.start)
    advance()
    try parseExpression()
    role(.condition)
    finish(kind, from: mark, start: start)
  }

  /// `distinct_clause`, `opt_all_clause`; true where targets must follow.
  private mutating func parseDistinct() throws(SyntaxError) -> Bool {
    guard at(.distinct) || at(.all) else { return false }
    let (mark, start) = (mark, current.range.start)
    let isAll = at(.all)
    advance()
    if !isAll, accept(.on) {
      try expect(.leftParenthesis)
      try parseExpressionList(role: .item)
      try expect(.rightParenthesis)
    }
    finish(.distinctClause, from: mark, start: start, attributes: isAll ? .all : [])
    role(.distinctClause)
    return !isAll
  }

  /// `into_clause`.
  private mutating func parseInto() throws(SyntaxError) {
    let (mark, start) = (mark, current.range.start)
    advance()
    parseTemporaryWords()
    _ = accept(.table)
    try parseRelationName()
    finish(.intoClause, from: mark, start: start)
    role(.into)
  }

  /// `OptTemp`.
  mutating func parseTemporaryWords() {
    if at(any: .local, .global), peek(1).keyword == .temporary || peek(1).keyword == .temp {
      position += 2
    } else if at(any: .temporary, .temp, .unlogged) {
      let next = peek(1)
      // A table may be called so.
      if isColumnName(next) || next.keyword == .table || next.symbol == .hole { advance() }
    }
  }

  /// `values_clause`.
  mutating func parseValues() throws(SyntaxError) {
    let (mark, start) = (mark, current.range.start)
    advance()
    try parseList(.item) { grammar throws(SyntaxError) in
      if grammar.atAtom, !grammar.isDollarParameter(grammar.current) {
        return grammar.leaf(grammar.atHole ? .hole : .placeholder)
      }
      try grammar.parseValuesRow()
    }
    finish(.valuesClause, from: mark, start: start)
  }

  /// `( expr_list )` as a row.
  private mutating func parseValuesRow() throws(SyntaxError) {
    let (mark, start) = (mark, current.range.start)
    try expect(.leftParenthesis)
    try parseExpressionList(role: .item)
    try expect(.rightParenthesis)
    finish(.rowConstructor, from: mark, start: start)
  }

  /// `TABLE relation_expr`.
  private mutating func parseTable() throws(SyntaxError) {
    let (mark, start) = (mark, current.range.start)
    advance()
    let attributes = try parseRelation()
    finish(.tableClause, from: mark, start: start, attributes: attributes)
  }
}

extension Grammar {
  /// The rest of a query whose WITH clause, if any, is pending at `mark`.
  mutating func parseQueryAfterWith(from mark: Int) throws(SyntaxError) {
    try enter()
    try parseSetOperand()
    try parseQueryRest(from: mark)
    leave()
  }
}

import SourceText

/// `UpdateStmt`, `DeleteStmt`, `MergeStmt`.
extension Grammar {
  /// UPDATE; what stands before it is pending at `mark`.
  mutating func parseUpdate(from mark: Int, start: Int) throws(SyntaxError) {
    try enter()
    advance()
    let attributes = try parseTargetRelation()
    parseClauseHoles()
    if !(at(.where) && lastNode?.role == .hole) {
      try expect(.set)
      try parseAssignments()
    }
    parseClauseHoles()
    if at(.from) {
      try parseFrom(.from)
      role(.fromClause)
    }
    parseClauseHoles()
    try parseWhereOrCurrent()
    parseClauseHoles()
    try parseReturning()
    parseClauseHoles()
    finish(.updateStatement, from: mark, start: start, attributes: attributes)
    leave()
  }

  /// DELETE; what stands before it is pending at `mark`.
  mutating func parseDelete(from mark: Int, start: Int) throws(SyntaxError) {
    try enter()
    advance()
    try expect(.from)
    let attributes = try parseTargetRelation()
    parseClauseHoles()
    if at(.using) {
      try parseFrom(.using)
      role(.using)
    }
    parseClauseHoles()
    try parseWhereOrCurrent()
    parseClauseHoles()
    try parseReturning()
    parseClauseHoles()
    finish(.deleteStatement, from: mark, start: start, attributes: attributes)
    leave()
  }

  /// `relation_expr_opt_alias`: SET without AS is never an alias.
  private mutating func parseTargetRelation() throws(SyntaxError) -> NodeAttributes {
    let attributes = try parseRelation()
    let (mark, start) = (mark, current.range.start)
    guard at(.as) || (atColumnName && !at(.set)) else { return attributes }
    let explicit: NodeAttributes = accept(.as) ? .explicit : []
    try parseColumnName()
    finish(.alias, from: mark, start: start, attributes: explicit)
    role(.alias)
    return attributes
  }

  /// `where_or_current_clause`.
  private mutating func parseWhereOrCurrent() throws(SyntaxError) {
    guard at(.where, .current), peek(2).keyword == .of else { return try parseWhere() }
    let (mark, start) = (mark, current.range.start)
    advance()
    let (inner, innerStart) = (self.mark, current.range.start)
    position += 2
    try parseColumnName()
    finish(.currentOf, from: inner, start: innerStart)
    role(.condition)
    finish(.whereClause, from: mark, start: start)
    role(.whereClause)
  }

  /// `set_clause_list`.
  mutating func parseAssignments() throws(SyntaxError) {
    try parseList(.assignment) { grammar throws(SyntaxError) in try grammar.parseAssignment() }
  }

  /// `set_clause`; a hole may stand for whole assignments.
  mutating func parseAssignment() throws(SyntaxError) {
    let (mark, start) = (mark, current.range.start)
    if atHole, ![.equal, .dot, .leftBracket].contains(peek(1).symbol) { return leaf(.hole) }
    if at(.leftParenthesis) {
      advance()
      try parseList(.column) { grammar throws(SyntaxError) in try grammar.parseSetTarget() }
      try expect(.rightParenthesis)
      try expect(.equal)
      try parseExpression()
      role(.value)
      return finish(.multipleAssignment, from: mark, start: start)
    }
    try parseSetTarget()
    role(.column)
    try expect(.equal)
    try parseExpression()
    role(.value)
    finish(.assignment, from: mark)
  }

  // MARK: MERGE

  /// MERGE; what stands before it is pending at `mark`.
  mutating func parseMerge(from mark: Int, start: Int) throws(SyntaxError) {
    try enter()
    note(.merge, at: current)
    advance()
    try expect(.into)
    let attributes = try parseTargetRelation()
    try expect(.using)
    try parseTableExpression()
    role(.source)
    try expect(.on)
    try parseExpression()
    role(.condition)
    guard at(.when) else { throw unexpected() }
    while at(.when) {
      try parseMergeWhen()
      role(.when)
    }
    if at(.returning) { note(.mergeReturning, at: current) }
    try parseReturning()
    parseClauseHoles()
    finish(.mergeStatement, from: mark, start: start, attributes: attributes)
    leave()
  }

  /// `merge_when_clause`, with PostgreSQL 17's BY SOURCE and BY TARGET.
  private mutating func parseMergeWhen() throws(SyntaxError) {
    let (mark, start) = (mark, current.range.start)
    advance()
    var attributes: NodeAttributes = accept(.not) ? .notMatched : .matched
    try expect(.matched)
    if attributes == .notMatched, accept(.by) {
      note(.notMatchedBy, at: tokens[position - 1])
      if at(word: "source") { attributes.insert(.bySource) } else if !at(word: "target") { throw unexpected() }
      advance()
    }
    if accept(.and) {
      try parseExpression()
      role(.condition)
    }
    try expect(.then)
    try parseMergeAction(&attributes)
    finish(.mergeWhen, from: mark, start: start, attributes: attributes)
  }

  /// What is done: rows that have a match can be updated or deleted, others inserted.
  private mutating func parseMergeAction(_ attributes: inout NodeAttributes) throws(SyntaxError) {
    let hasTarget = attributes.contains(.matched) || attributes.contains(.bySource)
    if accept(.do) {
      try expect(.nothing)
      attributes.insert(.doNothing)
    } else if hasTarget, accept(.update) {
      attributes.insert(.update)
      try expect(.set)
      try parseAssignments()
    } else if hasTarget, accept(.delete) {
      attributes.insert(.delete)
    } else if !hasTarget, accept(.insert) {
      attributes.insert(.insert)
      try parseMergeInsert(&attributes)
    } else {
      throw unexpected()
    }
  }

  /// `merge_insert`, after INSERT.
  private mutating func parseMergeInsert(_ attributes: inout NodeAttributes) throws(SyntaxError) {
    if accept(.default) {
      try expect(.values)
      attributes.insert(.defaultValues)
      return
    }
    if at(.leftParenthesis) { try parseInsertColumns() }
    if accept(.overriding) { attributes.formUnion(try parseOverriding()) }
    guard at(.values) else { throw unexpected() }
    let mark = mark
    let start = current.range.start
    advance()
    let (row, rowStart) = (self.mark, current.range.start)
    try expect(.leftParenthesis)
    try parseExpressionList(role: .item)
    try expect(.rightParenthesis)
    finish(.rowConstructor, from: row, start: rowStart)
    role(.item)
    finish(.valuesClause, from: mark, start: start)
    role(.source)
  }
}

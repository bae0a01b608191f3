import SourceText

/// `InsertStmt`.
extension Grammar {
  /// INSERT; what stands before it (WITH) is pending at `mark`.
  mutating func parseInsert(from mark: Int, start: Int) throws(SyntaxError) {
    try enter()
    advance()
    try expect(.into)
    try parseRelationName()
    if accept(.as) { try parseColumnName(role: .alias) }
    let attributes = try parseInsertSource()
    if at(.on) {
      try parseOnConflict()
      role(.onConflict)
    }
    parseClauseHoles()
    try parseReturning()
    parseClauseHoles()
    finish(.insertStatement, from: mark, start: start, attributes: attributes)
    leave()
  }

  /// `insert_rest`.
  private mutating func parseInsertSource() throws(SyntaxError) -> NodeAttributes {
    let hadHole = atHole
    parseClauseHoles()
    if accept(.default) {
      try expect(.values)
      return .defaultValues
    }
    if at(.leftParenthesis), peek(1).symbol != .leftParenthesis, !isQueryAhead(from: 1) {
      try parseInsertColumns()
      parseClauseHoles()
    }
    var attributes: NodeAttributes = []
    if accept(.overriding) { attributes = try parseOverriding() }
    if atQueryStart || at(.values) || at(.leftParenthesis) {
      try parseQuery()
      role(.source)
    } else if !(hadHole || lastNode?.role == .hole) {
      throw unexpected()
    }
    parseClauseHoles()
    return attributes
  }

  /// Whether a query begins at an offset, after any opening parentheses.
  func isQueryAhead(from offset: Int) -> Bool {
    var offset = offset
    while peek(offset).symbol == .leftParenthesis { offset += 1 }
    switch peek(offset).keyword {
    case .select, .with, .table: return true
    case .values: return peek(offset + 1).symbol == .leftParenthesis
    default: return false
    }
  }

  /// `override_kind`, after OVERRIDING.
  func overridingKind() -> NodeAttributes? {
    at(.user) ? .overridingUser : at(.system) ? .overridingSystem : nil
  }

  mutating func parseOverriding() throws(SyntaxError) -> NodeAttributes {
    guard let kind = overridingKind() else { throw unexpected() }
    advance()
    try expect(.value)
    return kind
  }

  /// `( insert_column_list )`.
  mutating func parseInsertColumns() throws(SyntaxError) {
    try expect(.leftParenthesis)
    try parseList(.column) { grammar throws(SyntaxError) in
      try grammar.parseSetTarget()
      if grammar.atHole {
        grammar.role(.column)
        grammar.leaf(.hole)
      }
    }
    try expect(.rightParenthesis)
  }

  /// `insert_column_item`, `set_target`: `ColId opt_indirection`.
  mutating func parseSetTarget() throws(SyntaxError) {
    let mark = mark
    try parseColumnName()
    while true {
      if accept(.dot) {
        try parseLabel(role: .index)
      } else if at(.leftBracket) {
        try parseAssignedSubscript()
      } else {
        break
      }
    }
    finish(.insertColumn, from: mark)
  }

  /// `[i]` or `[i:j]` of a column that is assigned.
  private mutating func parseAssignedSubscript() throws(SyntaxError) {
    let (mark, start) = (mark, current.range.start)
    advance()
    var isSlice = at(.colon)
    if !isSlice {
      try parseExpression()
      isSlice = at(.colon)
      role(isSlice ? .low : .index)
    }
    if isSlice {
      advance()
      if !at(.rightBracket) {
        try parseExpression()
        role(.high)
      }
    }
    try expect(.rightBracket)
    finish(isSlice ? .slice : .subscript, from: mark, start: start)
    role(.index)
  }

  /// `opt_on_conflict`.
  mutating func parseOnConflict() throws(SyntaxError) {
    let (mark, start) = (mark, current.range.start)
    advance()
    try expect(.conflict)
    if at(.leftParenthesis) || at(.on) || atHole {
      try parseConflictTarget()
      role(.conflictTarget)
    }
    try expect(.do)
    if accept(.nothing) { return finish(.onConflict, from: mark, start: start, attributes: .doNothing) }
    try expect(.update)
    try expect(.set)
    try parseAssignments()
    parseClauseHoles()
    try parseWhere()
    parseClauseHoles()
    finish(.onConflict, from: mark, start: start, attributes: .doUpdate)
  }

  /// `opt_conf_expr`.
  private mutating func parseConflictTarget() throws(SyntaxError) {
    let (mark, start) = (mark, current.range.start)
    if atHole {
      leaf(.hole, role: .item)
    } else if accept(.on) {
      try expect(.constraint)
      try parseColumnName()
    } else {
      advance()
      try parseList(.item) { grammar throws(SyntaxError) in try grammar.parseIndexElement() }
      try expect(.rightParenthesis)
      try parseWhere()
    }
    finish(.conflictTarget, from: mark, start: start)
  }

  /// `index_elem`.
  mutating func parseIndexElement() throws(SyntaxError) {
    let (mark, start) = (mark, current.range.start)
    if at(.leftParenthesis) {
      try enter()
      let inner = self.mark
      advance()
      try parseExpression()
      role(.operand)
      try expect(.rightParenthesis)
      finish(.parenthesized, from: inner, start: start)
      leave()
    } else if isColumnName(current), peek(1).symbol != .leftParenthesis, peek(1).symbol != .dot {
      let inner = self.mark
      leaf(.identifier, role: .name)
      finish(.columnReference, from: inner)
    } else if atHole, peek(1).symbol != .dot, peek(1).symbol != .leftParenthesis || peek(1).range.start != current.range.end {
      leaf(.hole)
    } else {
      guard try parseWindowlessFunction() else { throw unexpected() }
    }
    role(.value)
    try parseIndexElementOptions(from: mark)
  }

  /// `opt_collate opt_class opt_asc_desc opt_nulls_order`.
  private mutating func parseIndexElementOptions(from mark: Int) throws(SyntaxError) {
    var attributes: NodeAttributes = []
    if accept(.collate) { try parseQualifiedName(role: .collation) }
    parseClauseHoles()
    if atColumnName {
      try parseQualifiedName(role: .operatorClass)
      if at(.leftParenthesis) { try parseRule("parameters") }
    }
    if accept(.asc) { attributes = .ascending } else if accept(.desc) { attributes = .descending }
    if accept(.nulls, .first) { attributes.insert(.nullsFirst) } else if accept(.nulls, .last) { attributes.insert(.nullsLast) }
    parseClauseHoles()
    finish(.indexElement, from: mark, attributes: attributes)
  }

  /// `returning_clause`.
  mutating func parseReturning() throws(SyntaxError) {
    guard at(.returning) else { return }
    let (mark, start) = (mark, current.range.start)
    advance()
    if at(.with), peek(1).symbol == .leftParenthesis { try parseReturningAliases() }
    let first = position
    try parseTargetList()
    noteOldAndNew(from: first)
    dissolveTargetList()
    finish(.returningClause, from: mark, start: start)
    role(.returningClause)
  }

  /// The rows before and after the change, by the names that they have since PostgreSQL 18.
  private mutating func noteOldAndNew(from first: Int) {
    for index in first..<position where tokens[index].keyword == .old || tokens[index].keyword == .new {
      if tokens[index + 1].symbol == .dot, tokens[max(index - 1, 0)].symbol != .dot { note(.returningOldNew, at: tokens[index]) }
    }
  }

  /// `returning_with_clause` of PostgreSQL 18.
  private mutating func parseReturningAliases() throws(SyntaxError) {
    note(.returningAliases, at: current)
    position += 2
    try parseList(.option) { grammar throws(SyntaxError) in
      let (mark, start) = (grammar.mark, grammar.current.range.start)
      let isOld = grammar.at(.old)
      guard isOld || grammar.at(.new) else { throw grammar.unexpected() }
      grammar.advance()
      try grammar.expect(.as)
      try grammar.parseColumnName()
      grammar.finish(.returningAlias, from: mark, start: start)
      grammar.setDetail(.none, isOld ? .old : .new)
    }
    try expect(.rightParenthesis)
  }

  /// Takes the list node away again: RETURNING holds its targets itself.
  private mutating func dissolveTargetList() {
    guard let list = pending.popLast(), Int(list) == nodes.count - 1 else { return }
    var child = nodes[Int(list)].firstChild
    nodes.removeLast()
    while child >= 0 {
      pending.append(child)
      let next = nodes[Int(child)].nextSibling
      nodes[Int(child)].nextSibling = -1
      child = next
    }
  }
}

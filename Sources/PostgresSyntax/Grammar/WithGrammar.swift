import SourceText

/// `with_clause`.
extension Grammar {
  mutating func parseWith() throws(SyntaxError) {
    let (mark, start) = (mark, current.range.start)
    advance()
    // A table may be called RECURSIVE.
    let isRecursive = at(.recursive) && peek(1).symbol != .leftParenthesis && peek(1).keyword != .as
    if isRecursive { advance() }
    let attributes: NodeAttributes = isRecursive ? .recursive : []
    try parseList(.item) { grammar throws(SyntaxError) in
      if grammar.atHole, ![.as].contains(grammar.peek(1).keyword), grammar.peek(1).symbol != .leftParenthesis {
        return grammar.leaf(.hole)
      }
      try grammar.parseCommonTable()
      if grammar.atHole {
        grammar.role(.item)
        grammar.leaf(.hole)
      }
    }
    finish(.withClause, from: mark, start: start, attributes: attributes)
  }

  /// `common_table_expr`.
  mutating func parseCommonTable() throws(SyntaxError) {
    let (mark, start) = (mark, current.range.start)
    try parseColumnName()
    if at(.leftParenthesis) { try parseParenthesizedNames(role: .column) }
    try expect(.as)
    var attributes: NodeAttributes = []
    if accept(.materialized) {
      attributes = .materialized
    } else if accept(.not) {
      try expect(.materialized)
      attributes = .notMaterialized
    }
    try expect(.leftParenthesis)
    try enter()
    try parsePreparable()
    role(.statement)
    leave()
    try expect(.rightParenthesis)
    if at(.search) { try parseSearch() }
    if at(.cycle) { try parseCycle() }
    finish(.commonTableExpression, from: mark, start: start, attributes: attributes)
  }

  /// `opt_search_clause`.
  private mutating func parseSearch() throws(SyntaxError) {
    let (mark, start) = (mark, current.range.start)
    advance()
    guard accept(.depth) || accept(.breadth) else { throw unexpected() }
    try expect(.first)
    try expect(.by)
    try parseNameList(role: .column)
    try expect(.set)
    try parseColumnName()
    finish(.other, from: mark, start: start)
    role(.item)
  }

  /// `opt_cycle_clause`.
  private mutating func parseCycle() throws(SyntaxError) {
    let (mark, start) = (mark, current.range.start)
    advance()
    try parseNameList(role: .column)
    try expect(.set)
    try parseColumnName()
    if accept(.to) {
      try parseConstant(role: .value)
      try expect(.default)
      try parseConstant(role: .else)
    }
    try expect(.using)
    try parseColumnName()
    finish(.other, from: mark, start: start)
    role(.item)
  }

  /// `PreparableStmt`: a query or a data-changing statement, with its WITH.
  mutating func parsePreparable() throws(SyntaxError) {
    let (mark, start) = (mark, current.range.start)
    guard at(any: .with, .insert, .update, .delete, .merge) || atHole else {
      guard atQueryStart || at(.values) || at(.leftParenthesis) else { throw unexpected() }
      return try parseQuery()
    }
    parseLeadingHoles()
    if at(.with) {
      try parseWith()
      role(.withClause)
      parseClauseHoles()
    }
    switch current.keyword {
    case .insert: try parseInsert(from: mark, start: start)
    case .update: try parseUpdate(from: mark, start: start)
    case .delete: try parseDelete(from: mark, start: start)
    case .merge: try parseMerge(from: mark, start: start)
    default: try parseQueryAfterWith(from: mark)
    }
  }
}

import SourceText

/// The ways to read text that is only a part of a statement, in the order in which they are tried.
enum FragmentReading: CaseIterable {
  /// Clauses, joins, boolean tails and set operations in a row: `WHERE … ORDER BY …`, `AND x = ?`, `LEFT JOIN t ON …`.
  case clauses
  /// Expressions, select items or sort items, and clauses after them: `a, b AS c FROM t`.
  case targets
  /// FROM items, and clauses after them: `users u JOIN orders o ON …`.
  case tables
  /// Arms of a WITH clause: `t AS (SELECT …)`.
  case commonTables
  /// Assignments that are no expressions: `(a, b) = ROW(…)`, `a = DEFAULT`.
  case assignments
  /// Rows in parentheses and what follows: `(a, b) VALUES (…)`.
  case insertion
}

/// Text that is a part of a statement; no rule of gram.y, but made of its rules.
extension Grammar {
  /// The whole text by one reading, as a `fragment`.
  mutating func parseFragment(as reading: FragmentReading) throws(SyntaxError) {
    guard current.kind != .end else { throw unexpected() }
    let start = current.range.start
    switch reading {
    case .clauses: try parseFragmentClauses(atLeastOne: true)
    case .targets: try parseFragmentTargets()
    case .tables: try parseList(.item) { grammar throws(SyntaxError) in try grammar.parseTableExpression() }
    case .commonTables: try parseList(.item) { grammar throws(SyntaxError) in try grammar.parseCommonTable() }
    case .assignments: try parseList(.item) { grammar throws(SyntaxError) in try grammar.parseAssignment() }
    case .insertion:
      let (mark, start) = (mark, current.range.start)
      try parseInsertColumns()
      if atQueryStart {
        try parseQuery()
        role(.source)
      }
      finish(.other, from: mark, start: start)
      role(.item)
    }
    try parseFragmentClauses(atLeastOne: false)
    _ = accept(.semicolon)
    try expectEnd()
    finish(.fragment, from: 0, start: start)
  }

  /// `item, …` where an item is a select item or, with a direction, a sort item.
  private mutating func parseFragmentTargets() throws(SyntaxError) {
    repeat {
      let mark = mark
      if at(.asterisk) {
        leaf(.star, role: .value)
        finish(.resultTarget, from: mark)
      } else {
        try parseFragmentTarget(from: mark)
      }
      role(.item)
      while atHole { leaf(.hole, role: .item) }
    } while accept(.comma)
    // `users u JOIN …` is a FROM item, not a select item with its label.
    if at(any: .join, .left, .right, .full, .inner, .cross, .natural) { throw unexpected() }
  }

  private mutating func parseFragmentTarget(from mark: Int) throws(SyntaxError) {
    try parseExpression()
    if at(any: .asc, .desc) || at(.nulls, .first) || at(.nulls, .last) {
      role(.value)
      var attributes: NodeAttributes = []
      if accept(.asc) { attributes = .ascending } else if accept(.desc) { attributes = .descending }
      if accept(.nulls, .first) { attributes.insert(.nullsFirst) } else if accept(.nulls, .last) { attributes.insert(.nullsLast) }
      return finish(.sortItem, from: mark, attributes: attributes)
    }
    guard at(.as) || isBareLabel(current) else { return }
    role(.value)
    let attributes: NodeAttributes = accept(.as) ? .explicit : []
    try parseLabel(role: .alias)
    finish(.resultTarget, from: mark, attributes: attributes)
  }

  private mutating func parseFragmentClauses(atLeastOne: Bool) throws(SyntaxError) {
    if atLeastOne {
      while atHole, ![.and, .or].contains(peek(1).keyword), peek(1).kind != .end { leaf(.hole, role: .item) }
      guard try parseFragmentClause() else { throw unexpected() }
    }
    while true {
      if atHole {
        leaf(.hole, role: .item)
      } else if try !parseFragmentClause() {
        return
      }
    }
  }

  /// One clause, join or tail as an item; false where none begins.
  private mutating func parseFragmentClause() throws(SyntaxError) -> Bool {
    guard let keyword = current.keyword else { return false }
    switch keyword {
    case .and, .or: try parseBooleanTail()
    case .from: try parseFrom(.from)
    case .using where peek(1).symbol != .leftParenthesis: try parseFrom(.using)
    case .where: try parseWhere()
    case .group: try parseGroupBy()
    case .having: try parseCondition(.havingClause)
    case .window: try parseWindowClause()
    case .order: try parseOrderBy()
    case .limit, .fetch: try parseLimit()
    case .offset: try parseOffset()
    case .for: try parseLocking()
    case .returning: try parseReturning()
    case .with: try parseWith()
    case .set: try parseFragmentAssignments()
    case .on where peek(1).keyword == .conflict: try parseOnConflict()
    case .on: try parseFragmentCondition()
    case .values where peek(1).symbol == .leftParenthesis: try parseValues()
    case .join, .left, .right, .full, .inner, .cross, .natural: return try parseFragmentJoin()
    case .union, .intersect, .except: try parseFragmentSetOperation()
    default: return false
    }
    role(.item)
    return true
  }

  /// `AND x`, `OR x`: the operand takes in what follows, at its own precedence.
  private mutating func parseBooleanTail() throws(SyntaxError) {
    let (mark, start) = (mark, current.range.start)
    let attributes: NodeAttributes = at(.or) ? .or : []
    advance()
    try parseExpression()
    role(.operand)
    finish(.booleanTail, from: mark, start: start, attributes: attributes)
  }

  /// `SET a = 1, …` as a node that holds its assignments.
  private mutating func parseFragmentAssignments() throws(SyntaxError) {
    let (mark, start) = (mark, current.range.start)
    advance()
    try parseAssignments()
    finish(.other, from: mark, start: start)
  }

  /// `ON condition`.
  private mutating func parseFragmentCondition() throws(SyntaxError) {
    let (mark, start) = (mark, current.range.start)
    advance()
    try parseExpression()
    role(.condition)
    finish(.other, from: mark, start: start)
  }

  /// A join without its left side.
  private mutating func parseFragmentJoin() throws(SyntaxError) -> Bool {
    let start = current.range.start
    let next = peek(1)
    // LEFT and RIGHT are functions too.
    if next.symbol == .leftParenthesis { return false }
    try parseJoins(withoutLeft: start)
    role(.item)
    return true
  }

  /// `UNION SELECT …` as a set operation without its left side.
  private mutating func parseFragmentSetOperation() throws(SyntaxError) {
    let (mark, start) = (mark, current.range.start)
    var attributes: NodeAttributes = at(.union) ? .union : at(.intersect) ? .intersect : .except
    advance()
    if accept(.all) { attributes.insert(.all) } else if accept(.distinct) { attributes.insert(.distinct) }
    try parseQuery()
    role(.right)
    finish(.setOperation, from: mark, start: start, attributes: attributes)
  }
}

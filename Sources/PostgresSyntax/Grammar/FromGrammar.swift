import SourceText

/// `from_clause`, `table_ref`, `joined_table`, aliases.
extension Grammar {
  /// `from_clause`, `using_clause`: the word and `from_list`.
  mutating func parseFrom(_ word: Keyword) throws(SyntaxError) {
    let (mark, start) = (mark, current.range.start)
    try expect(word)
    try parseList(.item) { grammar throws(SyntaxError) in try grammar.parseTableExpression() }
    finish(.fromClause, from: mark, start: start)
  }

  /// `table_ref`: one item with the joins that follow it, by a stack of joins that wait for ON or USING.
  mutating func parseTableExpression() throws(SyntaxError) {
    try enter()
    try parseTablePrimary()
    try parseJoins()
    leave()
  }

  /// The joins after a table that is pending.
  mutating func parseJoins() throws(SyntaxError) {
    let base = operators.count
    while true {
      if operators.count > base, at(.on) || at(.using) {
        try finishJoin()
      } else if operators.count > base, atHole, peek(1).keyword != .on, peek(1).keyword != .using {
        finishJoinWithHole()
      } else if atHole, atJoin(after: 1) {
        leaf(.hole, role: .hole)
        try parseJoin(from: mark - 2)
      } else if atJoin(after: 0) {
        try parseJoin(from: mark - 1)
      } else {
        break
      }
    }
    if operators.count > base { throw unexpected() }
  }

  /// Joins whose left side is not there: in a fragment. Each further join has the one before as its left side.
  mutating func parseJoins(withoutLeft start: Int) throws(SyntaxError) {
    let base = operators.count
    try parseJoin(from: mark, start: start)
    while operators.count > base, at(.on) || at(.using) || atHole {
      if atHole { finishJoinWithHole() } else { try finishJoin() }
    }
    try parseJoins()
  }

  private func atJoin(after offset: Int) -> Bool {
    switch peek(offset).keyword {
    case .join, .cross, .natural, .inner, .left, .right, .full: true
    default: false
    }
  }

  /// `CROSS JOIN`, `[NATURAL] [join_type] JOIN` and the table on its right; the left one is pending at `left`.
  private mutating func parseJoin(from left: Int, start: Int? = nil) throws(SyntaxError) {
    role(.left, ofPending: left)
    let start = start ?? self.start(ofPending: left)
    var attributes: NodeAttributes = []
    let isCross = accept(.cross)
    if isCross { attributes.insert(.cross) }
    let isNatural = accept(.natural)
    if isNatural { attributes.insert(.natural) }
    if !isCross { parseJoinType(&attributes) }
    try expect(.join)
    try parseTablePrimary()
    if isCross || isNatural {
      role(.right)
      return finish(.join, from: left, start: start, attributes: attributes)
    }
    operators.append(
      PendingOperator(kind: .join, precedence: .or, mark: left, start: start, attributes: attributes, lastRole: .right))
  }

  /// `join_type`.
  private mutating func parseJoinType(_ attributes: inout NodeAttributes) {
    if accept(.inner) {
      attributes.insert(.inner)
      return
    }
    if accept(.left) {
      attributes.insert(.left)
    } else if accept(.right) {
      attributes.insert(.right)
    } else if accept(.full) {
      attributes.insert(.full)
    } else {
      return
    }
    _ = accept(.outer)
  }

  /// `join_qual` for the last join that waits for it.
  private mutating func finishJoin() throws(SyntaxError) {
    let join = operators.removeLast()
    role(.right)
    if accept(.on) {
      try parseExpression()
      role(.condition)
    } else {
      try parseJoinUsing()
      role(.using)
    }
    finish(.join, from: join.mark, start: join.start, attributes: join.attributes)
  }

  private mutating func finishJoinWithHole() {
    let join = operators.removeLast()
    role(.right)
    leaf(.hole, role: .condition)
    finish(.join, from: join.mark, start: join.start, attributes: join.attributes)
  }

  private mutating func parseJoinUsing() throws(SyntaxError) {
    let (mark, start) = (mark, current.range.start)
    advance()
    try parseParenthesizedNames(role: .column)
    if accept(.as) { try parseColumnName(role: .alias) }
    finish(.joinUsing, from: mark, start: start)
  }

  // MARK: Tables

  /// `table_ref` without joins.
  private mutating func parseTablePrimary() throws(SyntaxError) {
    let (mark, start) = (mark, current.range.start)
    if at(.leftParenthesis) {
      advance()
      return try finishParenthesizedTable(from: mark, start: start)
    }
    if accept(.lateral) { return try parseLateral(from: mark, start: start) }
    if at(.rows, .from) { return try parseRowsFrom(from: mark, start: start, []) }
    if at(.only) { return try finishTableReference(from: mark, start: start, parseRelation()) }
    if try parseFunctionTable(from: mark, start: start, []) { return }
    if at(.asterisk) {
      advance()
      return try finishTableReference(from: mark, start: start, .star)
    }
    try finishTableReference(from: mark, start: start, [])
  }

  /// `LATERAL` before a subquery or a function.
  private mutating func parseLateral(from mark: Int, start: Int) throws(SyntaxError) {
    if at(.leftParenthesis) {
      advance()
      try parseParenthesizedQueryContent()
      try expect(.rightParenthesis)
      return try finishDerivedTable(from: mark, start: start, .lateral)
    }
    if at(.rows, .from) { return try parseRowsFrom(from: mark, start: start, .lateral) }
    guard try parseFunctionTable(from: mark, start: start, .lateral) else { throw unexpected() }
  }

  /// `relation_expr`: the name pending with its role; what ONLY and `*` say.
  mutating func parseRelation() throws(SyntaxError) -> NodeAttributes {
    if accept(.only) {
      if accept(.leftParenthesis) {
        try parseRelationName()
        try expect(.rightParenthesis)
      } else {
        try parseRelationName()
      }
      return .only
    }
    try parseRelationName()
    return accept(.asterisk) ? .star : []
  }

  /// The alias and sample of a table whose name is pending at `mark`.
  private mutating func finishTableReference(from mark: Int, start: Int, _ attributes: NodeAttributes) throws(SyntaxError) {
    try checkRelationName()
    try parseOptionalAlias()
    if at(.tablesample) { try parseTableSample() }
    finish(.tableReference, from: mark, start: start, attributes: attributes)
  }

  /// What stands in parentheses where a table may stand, after the opening one: a query, or a join.
  private mutating func finishParenthesizedTable(from mark: Int, start: Int) throws(SyntaxError) {
    if try parseTableParenthesisContent() == .query {
      try expect(.rightParenthesis)
      return try finishDerivedTable(from: mark, start: start, [])
    }
    try expect(.rightParenthesis)
    try finishJoinParentheses(from: mark, start: start)
  }

  private mutating func finishJoinParentheses(from mark: Int, start: Int) throws(SyntaxError) {
    role(.item)
    try parseOptionalAlias()
    finish(.parenthesizedTable, from: mark, start: start)
  }

  private mutating func finishDerivedTable(from mark: Int, start: Int, _ attributes: NodeAttributes) throws(SyntaxError) {
    role(.subquery)
    // An alias may be in a hole.
    if !at(.as), !atColumnName, !atHole { note(.subqueryWithoutAlias, at: tokens[tokenIndex(from: start)]) }
    try parseOptionalAlias()
    finish(.derivedTable, from: mark, start: start, attributes: attributes)
  }

  /// After an opening parenthesis: leaves a `query`, or a joined table. `((SELECT 1) UNION …)` is the one, `((SELECT 1) a JOIN …)`
  /// the other, known only after the inner parentheses.
  private mutating func parseTableParenthesisContent() throws(SyntaxError) -> ParenthesisContent {
    try enter()
    let content = try parseNestedTableContent()
    leave()
    return content
  }

  private mutating func parseNestedTableContent() throws(SyntaxError) -> ParenthesisContent {
    if atQueryStart {
      try parseQuery()
      return .query
    }
    if atHole, at(holeBefore: .rightParenthesis) {
      leaf(.hole)
      return .query
    }
    let (mark, start) = (mark, current.range.start)
    guard at(.leftParenthesis) else {
      try parseTableExpression()
      return try checkJoined()
    }
    advance()
    if try parseTableParenthesisContent() == .query {
      try expect(.rightParenthesis)
      if at(.rightParenthesis) || atQueryContinuation {
        wrapQueryInParentheses(from: mark, start: start)
        try parseQueryRest(from: mark)
        return .query
      }
      try finishDerivedTable(from: mark, start: start, [])
    } else {
      try expect(.rightParenthesis)
      try finishJoinParentheses(from: mark, start: start)
    }
    try parseJoins()
    return try checkJoined()
  }

  func at(holeBefore symbol: Symbol) -> Bool { peek(1).symbol == symbol }

  /// `( table )` without a join is no `table_ref`.
  private func checkJoined() throws(SyntaxError) -> ParenthesisContent {
    switch lastNode?.kind {
    case .join: return .expression
    case .parenthesizedTable:
      guard let last = lastNode, !hasAlias(last) else { throw unexpected() }
      return .expression
    default: throw unexpected()
    }
  }

  private func hasAlias(_ node: Node) -> Bool {
    var child = node.firstChild
    while child >= 0 {
      if nodes[Int(child)].role == .alias { return true }
      child = nodes[Int(child)].nextSibling
    }
    return false
  }

  /// The token that starts at an offset, before the current one.
  private func tokenIndex(from start: Int) -> Int {
    var index = position
    while index > 0, tokens[index].range.start > start { index -= 1 }
    return index
  }
}

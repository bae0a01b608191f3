import SourceText

/// What follows a query's body: ORDER BY, LIMIT, OFFSET, FETCH, FOR UPDATE; and GROUP BY and WINDOW.
extension Grammar {
  /// `opt_sort_clause`, then `for_locking_clause opt_select_limit` or `select_limit opt_for_locking_clause`.
  mutating func parseQueryTail(body: Int, hasWith: Bool) throws(SyntaxError) {
    let tail = mark
    parseClauseHoles()
    if at(.order) {
      try parseOrderBy()
      role(.orderByClause)
      parseClauseHoles()
    }
    if at(.for) {
      try parseLocking()
      try parseLimits()
    } else {
      try parseLimits()
      try parseLocking()
    }
    if mark > tail || hasWith { try checkOptions(from: tail, wrappedClauses(ofPending: body), hasWith) }
  }

  /// `insertSelectOptions`: no clause both inside and outside the parentheses of the body; WITH TIES needs an order, and no SKIP LOCKED.
  private func checkOptions(from tail: Int, _ inner: Set<Role>, _ hasWith: Bool) throws(SyntaxError) {
    let parts = pending[tail...].map { nodes[Int($0)] }
    for (role, name) in [(Role.orderByClause, "ORDER BY"), (.offsetClause, "OFFSET"), (.limitClause, "LIMIT")] where inner.contains(role) {
      if let part = parts.first(where: { $0.role == role }) { throw failure("multiple \(name) clauses not allowed", range: firstValue(of: part)) }
    }
    let limits: Set<Role> = [.limitClause, .offsetClause]
    if !inner.isDisjoint(with: limits), let part = parts.first(where: { limits.contains($0.role) }) {
      throw failure("multiple limit options not allowed", range: part.range)
    }
    try checkTies(parts, hasOrder: inner.contains(.orderByClause))
    if hasWith, inner.contains(.withClause) { throw failure("multiple WITH clauses not allowed", range: firstRange(of: .withClause)) }
  }

  /// A hole may hold the order.
  private func checkTies(_ parts: [Node], hasOrder: Bool) throws(SyntaxError) {
    guard let limit = parts.first(where: { $0.attributes.contains(.withTies) }) else { return }
    if !hasOrder, !parts.contains(where: { $0.role == .orderByClause }), !tokens.contains(where: { $0.symbol == .hole }) {
      throw failure("WITH TIES cannot be specified without ORDER BY clause", range: limit.range)
    }
    if parts.contains(where: { $0.attributes.contains(.skipLocked) }) {
      throw failure("SKIP LOCKED and WITH TIES options cannot be used together", range: limit.range)
    }
  }

  /// The clauses of the query that the parentheses of a body hold: PostgreSQL makes one query of both and refuses a clause twice.
  private func wrappedClauses(ofPending index: Int) -> Set<Role> {
    var result: Set<Role> = []
    var node = nodes[Int(pending[index])]
    while node.kind == .parenthesizedQuery, node.firstChild >= 0 {
      var child = nodes[Int(node.firstChild)].firstChild
      var body: Node?
      while child >= 0 {
        let part = nodes[Int(child)]
        if part.role == .body { body = part } else { result.insert(part.role) }
        child = part.nextSibling
      }
      guard let body else { break }
      node = body
    }
    return result
  }

  /// Where a clause's value or first item stands.
  private func firstValue(of clause: Node) -> ByteRange {
    var node = clause
    while node.firstChild >= 0, Self.beginsWithFirstChild(node.kind) { node = nodes[Int(node.firstChild)] }
    // LIMIT ALL has no value but its word.
    return node.attributes.contains(.all) ? ByteRange(node.range.end - 3, node.range.end) : node.range
  }

  /// Whether `exprLocation` of such a node is that of its first child; parentheses have no place.
  private static func beginsWithFirstChild(_ kind: NodeKind) -> Bool {
    switch kind {
    case .orderByClause, .sortItem, .limitClause, .offsetClause, .parenthesized, .binaryOperation, .and, .or, .isNull, .isTrue, .isFalse,
      .isUnknown, .isDistinctFrom, .isOther, .between, .inList, .inSubquery, .like, .ilike, .similarTo, .anyComparison, .allComparison,
      .typeCast, .collate, .subscript, .slice, .fieldSelection:
      true
    default: false
    }
  }

  private func firstRange(of role: Role) -> ByteRange {
    pending.lazy.map { self.nodes[Int($0)] }.last { $0.role == role }?.range ?? current.range
  }

  /// `select_limit`: LIMIT or FETCH, and OFFSET, in either order.
  private mutating func parseLimits() throws(SyntaxError) {
    var (hasLimit, hasOffset) = (false, false)
    while true {
      if at(.limit) || at(.fetch), !hasLimit {
        hasLimit = true
        try parseLimit()
      } else if at(.offset), !hasOffset {
        hasOffset = true
        try parseOffset()
      } else {
        return
      }
      parseClauseHoles()
    }
  }

  /// `limit_clause`.
  mutating func parseLimit() throws(SyntaxError) {
    let (mark, start) = (mark, current.range.start)
    if accept(.fetch) {
      let attributes = try parseFetch()
      finish(.limitClause, from: mark, start: start, attributes: attributes)
      return role(.limitClause)
    }
    advance()
    var attributes: NodeAttributes = []
    if accept(.all) {
      attributes = .all
    } else {
      try parseExpression()
      role(.value)
      if at(.comma) { throw failure("LIMIT #,# syntax is not supported", range: ByteRange(start, start + 5)) }
    }
    finish(.limitClause, from: mark, start: start, attributes: attributes)
    role(.limitClause)
  }

  /// `FETCH first_or_next [value] row_or_rows ONLY | WITH TIES`, after FETCH.
  private mutating func parseFetch() throws(SyntaxError) -> NodeAttributes {
    guard accept(.first) || accept(.next) else { throw unexpected() }
    if !at(.rows), !at(.row) || peek(1).symbol == .leftParenthesis {
      try parseFetchValue()
      role(.value)
    }
    guard accept(.row) || accept(.rows) else { throw unexpected() }
    if accept(.only) { return .fetch }
    try expect(.with)
    try expect(.ties)
    return [.fetch, .withTies]
  }

  /// `select_fetch_first_value`.
  private mutating func parseFetchValue() throws(SyntaxError) {
    guard at(.plus) || at(.minus) else {
      try enter()
      try parsePrimary(.restricted)
      return leave()
    }
    let mark = mark
    leaf(.operatorName, role: .operator)
    guard current.kind == .integer || current.kind == .numeric || atHole else { throw unexpected() }
    leaf(atHole ? .hole : current.kind == .integer ? .integerLiteral : .numericLiteral, role: .operand)
    finish(.unaryOperation, from: mark)
  }

  /// `offset_clause`.
  mutating func parseOffset() throws(SyntaxError) {
    let (mark, start) = (mark, current.range.start)
    advance()
    try parseExpression()
    role(.value)
    var attributes: NodeAttributes = []
    if at(.row) || at(.rows) {
      guard isFetchValue else { throw unexpected() }
      advance()
      attributes = .rows
    }
    finish(.offsetClause, from: mark, start: start, attributes: attributes)
    role(.offsetClause)
  }

  /// Whether the pending value may stand before ROWS: a `c_expr` or a signed number.
  private var isFetchValue: Bool {
    switch lastNode?.kind {
    // A sign and a number.
    case .unaryOperation:
      position > 1 && [.plus, .minus].contains(tokens[position - 2].symbol) && [.integer, .numeric].contains(tokens[position - 1].kind)
    case .binaryOperation, .and, .or, .not, .typeCast, .isNull, .like, .between, .inList, .collate, .atTimeZone: false
    default: true
    }
  }

  /// `for_locking_clause`.
  mutating func parseLocking() throws(SyntaxError) {
    if at(.for, .read) {
      position += 2
      return try expect(.only)
    }
    while at(.for) {
      let (mark, start) = (mark, current.range.start)
      advance()
      var attributes: NodeAttributes
      if accept(.update) {
        attributes = .update
      } else if accept(.share) {
        attributes = .share
      } else if accept(.no) {
        try expect(.key)
        try expect(.update)
        attributes = .noKeyUpdate
      } else {
        try expect(.key)
        try expect(.share)
        attributes = .keyShare
      }
      if accept(.of) {
        try parseList(.item) { grammar throws(SyntaxError) in try grammar.parseRelationName() }
      }
      if accept(.nowait) {
        attributes.insert(.nowait)
      } else if accept(.skip) {
        try expect(.locked)
        attributes.insert(.skipLocked)
      }
      finish(.lockingClause, from: mark, start: start, attributes: attributes)
      role(.lockingClause)
      parseClauseHoles()
    }
  }

  // MARK: ORDER BY

  /// `sort_clause`.
  mutating func parseOrderBy() throws(SyntaxError) {
    let (mark, start) = (mark, current.range.start)
    try expect(.order)
    try expect(.by)
    try parseList(.item) { grammar throws(SyntaxError) in try grammar.parseSortItem() }
    finish(.orderByClause, from: mark, start: start)
  }

  /// `sortby`; a hole may stand for the direction.
  mutating func parseSortItem() throws(SyntaxError) {
    let mark = mark
    try parseExpression()
    role(.value)
    var attributes: NodeAttributes = []
    if accept(.using) {
      try parseOperator()
    } else if accept(.asc) {
      attributes.insert(.ascending)
    } else if accept(.desc) {
      attributes.insert(.descending)
    } else if atHole {
      leaf(.hole, role: .hole)
    }
    if accept(.nulls, .first) { attributes.insert(.nullsFirst) } else if accept(.nulls, .last) { attributes.insert(.nullsLast) }
    finish(.sortItem, from: mark, attributes: attributes)
  }

  // MARK: GROUP BY

  /// `group_clause`.
  mutating func parseGroupBy() throws(SyntaxError) {
    let (mark, start) = (mark, current.range.start)
    advance()
    try expect(.by)
    var attributes: NodeAttributes = []
    if accept(.all) { attributes = .all } else if accept(.distinct) { attributes = .distinct }
    try parseGroupingList()
    finish(.groupByClause, from: mark, start: start, attributes: attributes)
  }

  /// `group_by_list`.
  private mutating func parseGroupingList() throws(SyntaxError) {
    try parseList(.item) { grammar throws(SyntaxError) in try grammar.parseGroupingItem() }
  }

  /// `group_by_item`.
  private mutating func parseGroupingItem() throws(SyntaxError) {
    let (mark, start) = (mark, current.range.start)
    if at(.leftParenthesis), peek(1).symbol == .rightParenthesis {
      position += 2
    } else if at(any: .rollup, .cube), peek(1).symbol == .leftParenthesis {
      position += 2
      try parseExpressionList(role: .item)
      try expect(.rightParenthesis)
    } else if at(.grouping, .sets) {
      position += 2
      try enter()
      try expect(.leftParenthesis)
      try parseGroupingList()
      try expect(.rightParenthesis)
      leave()
    } else {
      return try parseExpression()
    }
    finish(.groupingSet, from: mark, start: start)
  }
}

import PostgresSyntax

/// DISTINCT against ORDER BY, and FOR UPDATE (`transformDistinctClause`, `transformLockingClause`).
extension Inference {
  func checkDistinct(_ clause: NodeID, _ keys: SelectKeys, _ columns: [OutputColumn], _ owner: NodeID) {
    guard !incompleteQueries.contains(owner) else { return }
    if child(clause, .item) != nil { return checkDistinctOn(keys) }
    for key in keys.sort where key.output == nil && self.key(of: key.node) != nil {
      return report("42P10", "for SELECT DISTINCT, ORDER BY expressions must appear in select list", at: key.node)
    }
    for (number, column) in columns.enumerated() {
      guard let type = column.type?.oid, let origins = origins[owner], number < origins.count,
        let node = origins[number].node ?? origins[number].star
      else { continue }
      let count = typed.errors.count
      refuse(type, .equality, at: node)
      if typed.errors.count > count { return }
    }
  }

  private func checkDistinctOn(_ keys: SelectKeys) {
    func isSame(_ a: SelectKey, _ b: SelectKey) -> Bool {
      if let first = a.output, let second = b.output, first >= 0 { return first == second }
      if a.output != nil || b.output != nil { return false }
      guard let first = key(of: a.node), let second = key(of: b.node) else { return true }
      return first == second
    }
    let message = "SELECT DISTINCT ON expressions must match initial ORDER BY expressions"
    var isSkipped = false
    for sort in keys.sort {
      if let match = keys.distinct.first(where: { isSame($0, sort) }) {
        if isSkipped { return report("42P10", message, at: match.node) }
      } else {
        isSkipped = true
      }
    }
    guard isSkipped, let missing = keys.distinct.first(where: { key in !keys.sort.contains { isSame(key, $0) } }) else { return }
    report("42P10", message, at: missing.node)
  }

  /// The clause in the words of messages.
  private func lockName(_ clause: NodeID) -> String {
    has(clause, .noKeyUpdate) ? "FOR NO KEY UPDATE" : has(clause, .keyShare) ? "FOR KEY SHARE" : has(clause, .share) ? "FOR SHARE" : "FOR UPDATE"
  }

  func lockingClauses(_ holder: NodeID, _ select: NodeID) {
    for clause in each(holder, .lockingClause) {
      isDone[Int(clause.index)] = true
      let name = lockName(clause)
      if let hindrance = hindrance(select, scope) { return reportWithoutPlace("0A000", "\(name) is not allowed with \(hindrance)") }
      let items = children(clause, .item)
      for item in items { lock(item, name) }
      if items.isEmpty {
        for entry in scopes[scope].entries { lockSubquery(of: entry, name) }
      }
    }
  }

  /// Clauses that allow no row of a table to be told (`CheckSelectLocking`).
  private func hindrance(_ select: NodeID, _ level: Int) -> String? {
    if let distinct = child(select, .distinctClause), !has(distinct, .all) { return "DISTINCT clause" }
    if child(select, .groupByClause) != nil { return "GROUP BY clause" }
    if child(select, .havingClause) != nil { return "HAVING clause" }
    if scopes[level].hasAggregates { return "aggregate functions" }
    if scopes[level].hasWindowFunctions { return "window functions" }
    return scopes[level].hasSetReturning ? "set-returning functions in the target list" : nil
  }

  private func lock(_ item: NodeID, _ clause: String) {
    guard let names = names(item), let name = names.last else { return }
    if names.count > 1 { return report("42601", "\(clause) must specify unqualified relation names", at: item) }
    guard let entry = scopes[scope].entries.first(where: { $0.name == name }) else {
      if scopes[scope].hasUnknownSources { return }
      return report("42P01", "relation \"\(name)\" in \(clause) clause not found in FROM clause", at: item)
    }
    let refused: String?
    switch typed.sources[entry.source].origin {
    case .relation, .excluded, .unknown, .subquery, .values: refused = nil
    case .commonTable: refused = "a WITH query"
    case .function: refused = kind(typed.sources[entry.source].node) == .specialTable ? "a table function" : "a function"
    case .join: refused = "a join"
    }
    if let refused { return report("0A000", "\(clause) cannot be applied to \(refused)", at: item) }
    lockSubquery(of: entry, clause)
  }

  /// A lock goes through a derived table to the tables in it.
  private func lockSubquery(of entry: NamespaceItem, _ clause: String) {
    guard entry.source >= 0, case .subquery = typed.sources[entry.source].origin, let query = queriesOfSources[entry.source],
      let body = child(query, .body)
    else { return }
    if kind(body) == .setOperation { return reportWithoutPlace("0A000", "\(clause) is not allowed with UNION/INTERSECT/EXCEPT") }
    guard kind(body) == .selectClause, let level = levelsOfSelects[body] else { return }
    if let hindrance = hindrance(body, level) { return reportWithoutPlace("0A000", "\(clause) is not allowed with \(hindrance)") }
    for inner in scopes[level].entries { lockSubquery(of: inner, clause) }
  }

  /// A lock over what is no SELECT at all.
  func refuseLocks(_ holder: NodeID, _ problem: String) {
    guard let clause = child(holder, .lockingClause) else { return }
    isDone[Int(clause.index)] = true
    reportWithoutPlace("0A000", "\(lockName(clause)) \(problem)")
  }
}

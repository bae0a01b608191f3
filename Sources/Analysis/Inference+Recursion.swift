import PostgresCatalog
import PostgresSyntax

/// What WITH RECURSIVE allows (`checkWellFormedRecursion`).
extension Inference {
  /// How a reference to a query from within itself stands.
  private enum RecursionContext {
    case allowed, nonRecursiveTerm, subquery, outerJoin, intersect, except

    /// As the message says it; nil for one that is allowed.
    var problem: String? {
      switch self {
      case .allowed: nil
      case .nonRecursiveTerm: "its non-recursive term"
      case .subquery: "a subquery"
      case .outerJoin: "an outer join"
      case .intersect: "INTERSECT"
      case .except: "EXCEPT"
      }
    }
  }

  func checkRecursion(_ tables: [NodeID], _ names: [String]) {
    let statements = tables.map { child($0, .statement) }
    var waiting = tables.indices.map { number in
      Set(names.indices.filter { $0 != number && !names[$0].isEmpty && refers(statements[number], to: names[$0]) })
    }
    var remaining = Array(tables.indices)
    while !remaining.isEmpty {
      guard let free = remaining.firstIndex(where: { waiting[$0].isEmpty }) else {
        return report("0A000", "mutual recursion between WITH items is not implemented", at: tables[remaining[0]])
      }
      let done = remaining.remove(at: free)
      for number in waiting.indices { waiting[number].remove(done) }
    }
    for (number, statement) in statements.enumerated() {
      guard let statement, !names[number].isEmpty, refers(statement, to: names[number]) else { continue }
      checkRecursive(statement, names[number], tables[number])
    }
  }

  private func refers(_ statement: NodeID?, to name: String) -> Bool { statement.map { !references(to: name, in: $0).isEmpty } ?? false }

  private func checkRecursive(_ statement: NodeID, _ name: String, _ table: NodeID) {
    guard kind(statement) == .query else {
      return report("42P19", "recursive query \"\(name)\" must not contain data-modifying statements", at: table)
    }
    guard let body = child(statement, .body), kind(body) == .setOperation, has(body, .union), let left = child(body, .left),
      let right = child(body, .right)
    else {
      if tree.containsHole(statement) { return }
      return report(
        "42P19", "recursive query \"\(name)\" does not have the form non-recursive-term UNION [ALL] recursive-term", at: table)
    }
    let own = references(to: name, in: left).map { ($0.node, RecursionContext.nonRecursiveTerm) }
    var isRepeated = false
    for (node, context) in own + references(to: name, in: right) {
      if let problem = context.problem {
        return report("42P19", "recursive reference to query \"\(name)\" must not appear within \(problem)", at: node)
      }
      if isRepeated { return report("42P19", "recursive reference to query \"\(name)\" must not appear more than once", at: node) }
      isRepeated = true
    }
    checkDecoration(statement)
  }

  private func checkDecoration(_ statement: NodeID) {
    if let order = child(statement, .orderByClause), let first = sortValues(order).first {
      report("0A000", "ORDER BY in a recursive query is not implemented", at: first)
    }
    if let offset = child(statement, .offsetClause).flatMap({ child($0, .value) }) {
      report("0A000", "OFFSET in a recursive query is not implemented", at: offset)
    }
    if let limit = child(statement, .limitClause).flatMap({ child($0, .value) }) {
      report("0A000", "LIMIT in a recursive query is not implemented", at: limit)
    }
    if child(statement, .lockingClause) != nil {
      reportWithoutPlace("0A000", "FOR UPDATE/SHARE in a recursive query is not implemented")
    }
  }

  /// The names by which a statement refers to a WITH item, in source order; what defines the name anew is not gone into.
  private func references(to name: String, in root: NodeID) -> [(node: NodeID, context: RecursionContext)] {
    var found: [(NodeID, RecursionContext)] = []
    var pending: [(NodeID, RecursionContext)] = [(root, .allowed)]
    while let (id, context) = pending.popLast() {
      if (kind(id) == .tableReference || kind(id) == .tableClause), let nameNode = child(id, .name), names(nameNode) == [name] {
        found.append((nameNode, context))
        continue
      }
      if let clause = child(id, .withClause), each(clause, .item).contains(where: { child($0, .name).flatMap { self.name($0) } == name }) {
        continue
      }
      pending += children(id).map { ($0, self.context(of: $0, in: id, context)) }.reversed()
    }
    return found
  }

  private func context(of id: NodeID, in parent: NodeID, _ context: RecursionContext) -> RecursionContext {
    let role = tree[id].role
    switch kind(parent) {
    case .join:
      let isOuter = has(parent, .full) || (role == .right && has(parent, .left)) || (role == .left && has(parent, .right))
      return isOuter && role != .condition ? .outerJoin : context
    case .scalarSubquery, .exists, .arraySubquery, .inSubquery, .anyComparison, .allComparison:
      return kind(id) == .query ? .subquery : context
    case .setOperation where has(parent, .intersect) && has(parent, .all): return .intersect
    case .setOperation where has(parent, .except) && (has(parent, .all) || role == .right): return .except
    default: return context
    }
  }

  /// Whether a query refers to a WITH item at all.
  func isRecursive(_ statement: NodeID, _ name: String) -> Bool { !references(to: name, in: statement).isEmpty }

  /// SEARCH and CYCLE: their columns, and that the query is recursive.
  func checkSearch(_ id: NodeID, _ columns: [String], isRecursive: Bool) {
    for part in each(id, .item) {
      guard isRecursive else { return report("42601", "WITH query is not recursive", at: id) }
      let word = tree.string(of: part).lowercased().hasPrefix("search") ? "search" : "cycle"
      for column in each(part, .column) {
        guard let name = name(column), !columns.contains(name) else { continue }
        report("42601", "\(word) column \"\(name)\" not in WITH query column list", at: part)
      }
    }
  }
}

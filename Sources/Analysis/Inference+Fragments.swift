import PostgresSyntax

extension Inference {
  /// A part of a statement: its tables are not known, except those of its own FROM.
  func fragment(_ id: NodeID) {
    isDone[Int(id.index)] = true
    scopes[scope].hasUnknownSources = true
    let parts = children(id)
    for part in parts where kind(part) == .withClause || kind(part) == .fromClause { clause(part) }
    for part in parts where kind(part) == .join || isTable(part) {
      if let item = fromItem(part) { scopes[scope].items += item.items }
    }
    for part in parts where !isDone[Int(part.index)] { clause(part) }
  }

  private func isTable(_ id: NodeID) -> Bool {
    switch kind(id) {
    case .tableReference, .derivedTable, .functionTable, .parenthesizedTable: true
    default: false
    }
  }

  private func clause(_ id: NodeID) {
    switch kind(id) {
    case .fromClause: fromClause(id)
    case .whereClause: whereClause(id, "WHERE", .whereClause)
    case .havingClause: whereClause(id, "HAVING", .having)
    case .orderByClause: orderByClause(id, KeyContext(columns: [], owner: nil, isComplete: false))
    case .groupByClause: groupByClause(id, KeyContext(columns: [], owner: nil, isComplete: false))
    case .targetList, .returningClause: _ = targetList(id, id)
    case .limitClause: limit(id, "LIMIT", .limit)
    case .offsetClause: limit(id, "OFFSET", .offset)
    case .booleanTail: booleanTail(id)
    case .query, .insertStatement, .updateStatement, .deleteStatement, .mergeStatement: statement(id)
    case .assignment, .multipleAssignment: fragmentAssignment(id)
    case .setOperation, .selectClause, .valuesClause: _ = operand(id)
    default: others(in: id)
    }
  }

  private func booleanTail(_ id: NodeID) {
    isDone[Int(id.index)] = true
    set(id, .bool)
    for part in each(id) { condition(part, has(id, .or) ? "OR" : "AND") }
  }

  private func fragmentAssignment(_ id: NodeID) {
    isDone[Int(id.index)] = true
    for value in each(id, .value) { expression(value) }
  }

  private func others(in id: NodeID) {
    expression(id)
  }
}

import PostgresCatalog
import PostgresSyntax

extension NullabilityAnalysis {
  /// Whether an expression can be NULL, by what its parts were found to be; true for whatever is not proven.
  func isNullable(_ id: NodeID) -> Bool {
    switch tree[id].kind {
    case .integerLiteral, .numericLiteral, .stringLiteral, .bitStringLiteral, .booleanLiteral, .typedLiteral: false
    case .isNull, .isTrue, .isFalse, .isUnknown, .isDistinctFrom, .exists, .arrayConstructor, .rowConstructor: false
    case .columnReference: isColumnNullable(id)
    case .parenthesized, .not, .typeCast, .castExpression, .collate: anyNullable(of: id, [.operand])
    case .and, .or: anyNullable(of: id, [.operand])
    case .between: anyNullable(of: id, [.operand, .low, .high])
    case .inList: anyNullable(of: id, [.operand, .item])
    case .inSubquery: isSubqueryNullable(id) || anyNullable(of: id, [.operand])
    case .like, .ilike, .similarTo: anyNullable(of: id, [.left, .right, .escape])
    case .atTimeZone: anyNullable(of: id, [.operand, .zone])
    case .unaryOperation: !StrictFunctions.keepsValues(typed[id].resolution) || anyNullable(of: id, [.operand])
    case .binaryOperation: !StrictFunctions.keepsValues(typed[id].resolution) || anyNullable(of: id, [.left, .right])
    case .functionCall: isCallNullable(id)
    case .position, .substring, .overlay, .trim: !keepsValues(id) || tree.children(of: id).contains { typed[$0].isNullable }
    case .caseExpression: isCaseNullable(id)
    case .coalesce, .greatest, .least: tree.children(of: id, .argument).allSatisfy { typed[$0].isNullable }
    case .sqlValueFunction: false
    case .scalarSubquery: isScalarSubqueryNullable(id)
    default: true
    }
  }

  private func anyNullable(of id: NodeID, _ roles: Set<Role>) -> Bool {
    var found = false
    for child in tree.children(of: id) where roles.contains(tree[child].role) {
      found = true
      if typed[child].isNullable { return true }
    }
    return !found
  }

  private func isColumnNullable(_ id: NodeID) -> Bool {
    switch typed[id].resolution {
    case .column(let source, let column):
      let key = ColumnKey(source: source, column: column)
      return isNullable(key) && !isProven(key, at: id)
    default: return true
    }
  }

  private func isSubqueryNullable(_ id: NodeID) -> Bool {
    guard let query = tree.child(of: id, .subquery), let outputs = typed.outputs[query] else { return true }
    return outputs.contains { $0.isNullable }
  }

  /// A CASE without ELSE gives NULL where no branch is taken.
  private func isCaseNullable(_ id: NodeID) -> Bool {
    guard let otherwise = tree.child(of: id, .else), !typed[otherwise].isNullable else { return true }
    return tree.children(of: id, .when).contains { branch in
      tree.child(of: branch, .result).map { typed[$0].isNullable } ?? true
    }
  }

  private func keepsValues(_ id: NodeID) -> Bool {
    guard case .function(let function) = typed[id].resolution else { return false }
    return StrictFunctions.keepsValues(function)
  }

  private func isCallNullable(_ id: NodeID) -> Bool {
    guard case .function(let function) = typed[id].resolution, function.schema == "pg_catalog" else { return true }
    let arguments = tree.children(of: id, .argument)
    switch function.kind {
    case .aggregate:
      if function.name == "count" { return false }
      return tree.child(of: id, .over) != nil || tree.child(of: id, .filter) != nil || !isGrouped(id)
        || !StrictFunctions.aggregates.contains(function.name) || arguments.contains { typed[$0].isNullable }
    case .window: return !StrictFunctions.rankings.contains(function.name)
    case .procedure: return true
    case .function:
      if ["concat", "concat_ws"].contains(function.name) { return function.name == "concat_ws" && typed[arguments.first ?? id].isNullable }
      return !StrictFunctions.keepsValues(function) || arguments.contains { typed[$0].isNullable }
    }
  }

  /// Whether each group that the aggregate sees has at least one row.
  private func isGrouped(_ id: NodeID) -> Bool {
    var next = tree.parent(of: id)
    while let current = next, tree[current].kind != .query {
      if tree[current].kind == .selectClause {
        guard let groupBy = tree.child(of: current, .groupByClause) else { return false }
        return !tree.children(of: groupBy).contains { tree[$0].kind == .groupingSet }
      }
      next = tree.parent(of: current)
    }
    return false
  }

  /// One count(…) without grouping, HAVING or LIMIT always gives one row with a value.
  private func isScalarSubqueryNullable(_ id: NodeID) -> Bool {
    guard let query = tree.child(of: id, .subquery), tree.child(of: query, .limitClause) == nil, tree.child(of: query, .offsetClause) == nil,
      let select = tree.child(of: query, .body), tree[select].kind == .selectClause, tree.child(of: select, .groupByClause) == nil,
      tree.child(of: select, .havingClause) == nil, let list = tree.child(of: select, .targetList),
      let target = tree.children(of: list, .item).first, let value = tree.child(of: target, .value),
      tree[value].kind == .functionCall, case .function(let function) = typed[value].resolution
    else { return true }
    return !(function.kind == .aggregate && function.name == "count" && function.schema == "pg_catalog" && tree.child(of: value, .over) == nil)
  }
}

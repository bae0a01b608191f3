import PostgresCatalog
import PostgresSyntax

/// Sources, conditions and outputs: what is more than the value of one expression.
extension NullabilityAnalysis {
  /// Works out one node, whose children are done.
  mutating func visit(_ id: NodeID) {
    switch kind(id) {
    case .tableReference, .derivedTable, .functionTable, .parenthesizedTable, .tableClause: sourceNode(id)
    case .join: join(id)
    case .fromClause: fromClause(id)
    case .whereClause: whereClause(id)
    case .assignment, .multipleAssignment: forgetTarget(id)
    case .selectClause, .insertStatement, .updateStatement, .deleteStatement, .mergeStatement: outputs(id)
    case .setOperation: setOperation(id)
    case .valuesClause: valuesClause(id)
    case .query: copyOutputs(id, child(id, .body))
    case .parenthesizedQuery: copyOutputs(id, child(id, .subquery))
    default: typed.facts[Int(id.index)].isNullable = value(id)
    }
    if kind(id) == .tableClause { outputs(id) }
  }

  // MARK: Sources

  private mutating func sourceNode(_ id: NodeID) {
    guard case .row(let source) = typed[id].resolution, source < typed.sources.count else { return }
    if let query = queriesOfSources[source] {
      let flags = assumptions[query] ?? typed.outputs[query]?.map(\.isNullable) ?? []
      // An open assumption is of the query itself: once it is done its own outputs count.
      for number in typed.sources[source].columns.indices {
        typed.sources[source].columns[number].isNullable = number < flags.count ? flags[number] : true
      }
    } else if kind(id) == .functionTable {
      functionTable(id, source)
    } else if let inputs = derivations[source] {
      for (number, input) in inputs.enumerated() where number < typed.sources[source].columns.count {
        typed.sources[source].columns[number].isNullable = input.allSatisfy { isNullable($0) }
      }
    }
  }

  /// A single function's columns; several side by side are filled up with NULL.
  private mutating func functionTable(_ id: NodeID, _ source: Int) {
    let functions = children(id, .function)
    guard functions.count == 1, case .function(let function) = typed[functions[0]].resolution else { return }
    let count = typed.sources[source].columns.count - (has(id, .ordinality) ? 1 : 0)
    for number in 0..<max(count, 0) {
      typed.sources[source].columns[number].isNullable =
        function.returnsSet ? !NeverNull.setColumn(number, of: function) : isNullable(functions[0]) || count > 1
    }
  }

  private mutating func join(_ id: NodeID) {
    if let source = typed.sources.indices.first(where: { isMerged($0, by: id) }) {
      for (number, inputs) in (derivations[source] ?? []).enumerated() where number < typed.sources[source].columns.count {
        typed.sources[source].columns[number].isNullable = mergedIsNullable(inputs, id)
      }
    }
    let extended = extendedSources[id] ?? []
    if extended.isEmpty {
      let owner = order.owners[Int(id.index)]
      if let condition = child(id, .condition) { learn(condition, owner: owner) }
      for column in child(id, .using).map({ children($0, .column) }) ?? [] { learn(column, owner: owner) }
      return
    }
    for source in extended {
      typed.sources[source].isNullExtended = true
      proven[source] = nil
      present.remove(source)
    }
  }

  /// A hole may hold a join that null-extends whatever stands beside it.
  private mutating func fromClause(_ id: NodeID) {
    guard let owner = tree.parent(of: id), hasHole(owner) || hasHole(id) else { return }
    for number in typed.sources.indices where order.owners[Int(typed.sources[number].node.index)] == owner.index {
      typed.sources[number].isNullExtended = true
    }
  }

  private func hasHole(_ id: NodeID) -> Bool { children(id).contains { kind($0) == .hole } }

  private func isMerged(_ source: Int, by join: NodeID) -> Bool {
    guard case .join = typed.sources[source].origin else { return false }
    return typed.sources[source].node == join && typed.sources[source].name == nil
  }

  /// COALESCE(left, right) in a full join, else the side that is kept whole.
  private func mergedIsNullable(_ inputs: [Binding], _ join: NodeID) -> Bool {
    guard inputs.count == 2 else { return true }
    if has(join, .full) { return isNullable(inputs[0]) || isNullable(inputs[1]) }
    return isNullable(inputs[has(join, .right) ? 1 : 0])
  }

  // MARK: Conditions

  /// WHERE of a SELECT, UPDATE or DELETE holds for the rows that go on; that of ON CONFLICT only for some of those returned.
  private mutating func whereClause(_ id: NodeID) {
    guard let parent = tree.parent(of: id), let condition = child(id, .condition) else { return }
    switch kind(parent) {
    case .selectClause, .updateStatement, .deleteStatement: learn(condition, owner: parent.index)
    default: return
    }
  }

  /// RETURNING shows rows as they were changed.
  private mutating func forgetTarget(_ id: NodeID) {
    let owner = order.owners[Int(id.index)]
    guard owner >= 0, case .row(let source) = typed[NodeID(Int(owner))].resolution else { return }
    proven[source] = nil
  }

  /// Notes what a condition that holds proves of the columns of its own level.
  mutating func learn(_ condition: NodeID, owner: Int32) {
    for column in columnsProven(by: condition) {
      let node = typed.sources[column.source].node
      let level = EvaluationOrder.isOwner(kind(node)) ? node.index : order.owners[Int(node.index)]
      guard level == owner else { continue }
      proven[column.source, default: []].insert(column.column)
      present.insert(column.source)
    }
  }

  // MARK: Outputs

  private mutating func outputs(_ id: NodeID) {
    guard let columns = typed.outputs[id] else { return }
    let origins = origins[id] ?? []
    // A hole may hold another SELECT; MERGE returns rows of either side.
    let isKnown = !hasHole(id) && !(child(id, .targetList).map { hasHole($0) } ?? false) && kind(id) != .mergeStatement
    for number in columns.indices {
      var nullable = true
      if isKnown, number < origins.count {
        if let node = origins[number].node { nullable = isNullable(node) }
        if let binding = origins[number].binding { nullable = isNullable(binding) || isGrouped(away: binding.source, at: id) }
      }
      typed.outputs[id]?[number].isNullable = nullable
    }
  }

  private mutating func copyOutputs(_ id: NodeID, _ from: NodeID?) {
    guard let from, let columns = typed.outputs[from] else { return }
    for number in columns.indices where number < typed.outputs[id]?.count ?? 0 {
      let nullable = columns[number].isNullable || hasHole(id)
      typed.outputs[id]?[number].isNullable = nullable
    }
    // From here on a recursive query's columns are what they turned out to be.
    assumptions[id] = nil
  }

  private mutating func setOperation(_ id: NodeID) {
    guard let columns = typed.outputs[id], let left = child(id, .left), let right = child(id, .right) else { return }
    let (first, second) = (typed.outputs[left] ?? [], typed.outputs[right] ?? [])
    for number in columns.indices {
      let a = number < first.count ? first[number].isNullable : true
      let b = number < second.count ? second[number].isNullable : true
      let nullable = has(id, .except) ? a : has(id, .intersect) ? a && b : a || b
      typed.outputs[id]?[number].isNullable = nullable
    }
  }

  private mutating func valuesClause(_ id: NodeID) {
    guard typed.outputs[id] != nil, let columns = valueColumns[id] else { return }
    for (number, nodes) in columns.enumerated() where number < typed.outputs[id]?.count ?? 0 {
      let nullable = nodes.contains { isNullable($0) }
      typed.outputs[id]?[number].isNullable = nullable
    }
  }

  // MARK: Grouping sets

  /// Whether a SELECT has GROUPING SETS, ROLLUP, CUBE or an empty set, which make its keys NULL in some rows.
  func hasGroupingSets(_ select: NodeID) -> Bool {
    guard kind(select) == .selectClause, let clause = child(select, .groupByClause) else { return false }
    // A hole among the keys may hold a set.
    return children(clause).contains { kind($0) == .groupingSet || kind($0) == .hole }
  }

  /// Whether a source's columns may be made NULL by the grouping of the SELECT that reads it.
  func isGrouped(away source: Int, at id: NodeID) -> Bool {
    let node = typed.sources[source].node
    let owner = order.owners[Int(node.index)]
    guard owner >= 0, hasGroupingSets(NodeID(Int(owner))) else { return false }
    return !isBeforeGrouping(id, of: NodeID(Int(owner)))
  }

  /// Whether a node lies in FROM or WHERE of a SELECT, which are done before rows are grouped.
  func isBeforeGrouping(_ id: NodeID, of select: NodeID) -> Bool {
    for role in [Role.fromClause, .whereClause, .groupByClause] {
      guard let part = child(select, role) else { continue }
      if order.starts[Int(part.index)] <= id.index, id.index <= part.index { return true }
    }
    return false
  }
}

import PostgresCatalog
import PostgresSyntax

/// Sources, conditions and outputs: what is more than the value of one expression.
extension NullabilityAnalysis {
  /// Works out one node, whose children are done.
  func visit(_ id: NodeID) {
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

  private func sourceNode(_ id: NodeID) {
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
  private func functionTable(_ id: NodeID, _ source: Int) {
    let functions = children(id, .function)
    guard functions.count == 1, case .function(let function) = typed[functions[0]].resolution else { return }
    let count = typed.sources[source].columns.count - (has(id, .ordinality) ? 1 : 0)
    for number in 0..<max(count, 0) {
      typed.sources[source].columns[number].isNullable =
        function.returnsSet ? !NeverNull.setColumn(number, of: function) : isNullable(functions[0]) || count > 1
    }
  }

  private func join(_ id: NodeID) {
    if !derivations.isEmpty, let source = typed.sources.indices.first(where: { isMerged($0, by: id) }) {
      for (number, inputs) in (derivations[source] ?? []).enumerated() where number < typed.sources[source].columns.count {
        typed.sources[source].columns[number].isNullable = mergedIsNullable(inputs, id)
      }
    }
    let extended = extendedSources[id] ?? []
    if extended.isEmpty {
      let owner = order.owner(of: id)
      if let condition = child(id, .condition) { learn(condition, owner: owner) }
      if let using = child(id, .using) { for column in each(using, .column) { learn(column, owner: owner) } }
      return
    }
    for source in extended {
      typed.sources[source].isNullExtended = true
      proofs[source] = SourceProof()
    }
  }

  /// A hole may hold a join that null-extends whatever stands beside it.
  private func fromClause(_ id: NodeID) {
    guard let owner = tree.parent(of: id), hasHole(owner) || hasHole(id) else { return }
    for number in typed.sources.indices where order.owner(of: typed.sources[number].node) == owner.index {
      typed.sources[number].isNullExtended = true
    }
  }

  private func hasHole(_ id: NodeID) -> Bool { each(id).contains { kind($0) == .hole } }

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
  private func whereClause(_ id: NodeID) {
    guard let parent = tree.parent(of: id), let condition = child(id, .condition) else { return }
    switch kind(parent) {
    case .selectClause, .updateStatement, .deleteStatement: learn(condition, owner: parent.index)
    default: return
    }
  }

  /// RETURNING shows rows as they were changed.
  private func forgetTarget(_ id: NodeID) {
    let owner = order.owner(of: id)
    guard owner >= 0, case .row(let source) = typed[NodeID(Int(owner))].resolution else { return }
    proofs[source].forget()
  }

  /// Notes what a condition that holds proves of the columns of its own level.
  func learn(_ condition: NodeID, owner: Int32) {
    forEachProven(by: condition) { column in
      let node = typed.sources[column.source].node
      let level = EvaluationOrder.isOwner(kind(node)) ? node.index : order.owner(of: node)
      guard level == owner else { return }
      proofs[column.source].insert(column.column)
      proofs[column.source].isPresent = true
    }
  }

  // MARK: Outputs

  private func outputs(_ id: NodeID) {
    guard let count = typed.outputs[id]?.count else { return }
    let origins = origins[id] ?? []
    // A hole may hold another SELECT; MERGE returns rows of either side.
    let isKnown = !hasHole(id) && !(child(id, .targetList).map { hasHole($0) } ?? false) && kind(id) != .mergeStatement
    for number in 0..<count {
      var nullable = true
      if isKnown, number < origins.count {
        if let node = origins[number].node { nullable = isNullable(node) }
        if let binding = origins[number].binding { nullable = isNullable(binding) || isGrouped(away: binding.source, at: id) }
      }
      typed.outputs[id, default: []][number].isNullable = nullable
    }
  }

  private func copyOutputs(_ id: NodeID, _ from: NodeID?) {
    guard let from, let columns = typed.outputs[from] else { return }
    let hasHole = hasHole(id)
    for number in columns.indices where number < typed.outputs[id]?.count ?? 0 {
      let nullable = columns[number].isNullable || hasHole
      typed.outputs[id, default: []][number].isNullable = nullable
    }
    // From here on a recursive query's columns are what they turned out to be.
    assumptions[id] = nil
  }

  private func setOperation(_ id: NodeID) {
    guard let count = typed.outputs[id]?.count, let left = child(id, .left), let right = child(id, .right) else { return }
    let (first, second) = (typed.outputs[left] ?? [], typed.outputs[right] ?? [])
    for number in 0..<count {
      let a = number < first.count ? first[number].isNullable : true
      let b = number < second.count ? second[number].isNullable : true
      let nullable = has(id, .except) ? a : has(id, .intersect) ? a && b : a || b
      typed.outputs[id, default: []][number].isNullable = nullable
    }
  }

  private func valuesClause(_ id: NodeID) {
    guard typed.outputs[id] != nil, let columns = valueColumns[id] else { return }
    for (number, nodes) in columns.enumerated() where number < typed.outputs[id]?.count ?? 0 {
      let nullable = nodes.contains { isNullable($0) }
      typed.outputs[id, default: []][number].isNullable = nullable
    }
  }

  // MARK: Grouping sets

  /// Whether a SELECT has GROUPING SETS, ROLLUP, CUBE or an empty set, which make its keys NULL in some rows.
  func hasGroupingSets(_ select: NodeID) -> Bool {
    guard mayHaveGroupingSets, kind(select) == .selectClause, let clause = child(select, .groupByClause) else { return false }
    // A hole among the keys may hold a set.
    return each(clause).contains { kind($0) == .groupingSet || kind($0) == .hole }
  }

  /// Whether a source's columns may be made NULL by the grouping of the SELECT that reads it.
  func isGrouped(away source: Int, at id: NodeID) -> Bool {
    let node = typed.sources[source].node
    let owner = order.owner(of: node)
    guard owner >= 0, hasGroupingSets(NodeID(Int(owner))) else { return false }
    return !isBeforeGrouping(id, of: NodeID(Int(owner)))
  }

  /// Whether a node lies in FROM or WHERE of a SELECT, which are done before rows are grouped.
  func isBeforeGrouping(_ id: NodeID, of select: NodeID) -> Bool {
    for part in each(select) {
      switch tree.nodes[Int(part.index)].role {
      case .fromClause, .whereClause, .groupByClause: break
      default: continue
      }
      if order.start(of: part) <= id.index, id.index <= part.index { return true }
    }
    return false
  }
}

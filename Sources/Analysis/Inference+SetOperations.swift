import PostgresCatalog
import PostgresSyntax

extension Inference {
  /// UNION, INTERSECT, EXCEPT: a chain of any length by a loop, pair by pair from the left (`transformSetOperationTree`).
  func setOperation(_ id: NodeID) -> [OutputColumn] {
    var spine = [id]
    while let left = child(spine[spine.count - 1], .left), kind(left) == .setOperation { spine.append(left) }
    guard var left = child(spine[spine.count - 1], .left) else { return [] }
    var columns = operand(left)
    for operation in spine.reversed() {
      isDone[Int(operation.index)] = true
      guard let right = child(operation, .right) else { continue }
      let others = operand(right)
      columns = combine(operation, columns, others, left, right)
      typed.outputs[operation] = columns
      left = operation
    }
    return columns
  }

  /// The output columns of two sides, of the common type of each pair.
  func combine(
    _ id: NodeID, _ left: [OutputColumn], _ right: [OutputColumn], _ leftNode: NodeID, _ rightNode: NodeID, isRecursive: Bool = false
  ) -> [OutputColumn] {
    let isComplete = !incompleteQueries.contains(leftNode) && !incompleteQueries.contains(rightNode)
    if !isComplete { incompleteQueries.insert(id) }
    if isComplete, left.count != right.count {
      report("42601", "each \(word(for: id)) query must have the same number of columns", at: right.first?.node ?? origins[rightNode]?.first?.star ?? rightNode)
    }
    var columns: [OutputColumn] = []
    for (number, column) in left.enumerated() {
      guard isComplete, number < right.count else {
        columns.append(OutputColumn(name: column.name, type: nil, isNullable: true, node: nil))
        continue
      }
      var type = commonColumn(id, number, column, right[number], leftNode, rightNode)
      if isRecursive, type != nil { type = column.type }
      columns.append(OutputColumn(name: column.name, type: type, isNullable: true, node: nil))
    }
    origins[id] = columns.map { _ in OutputOrigin() }
    return columns
  }

  private func commonColumn(
    _ id: NodeID, _ number: Int, _ left: OutputColumn, _ right: OutputColumn, _ leftNode: NodeID, _ rightNode: NodeID
  ) -> TypeReference? {
    guard let leftType = left.type, let rightType = right.type else { return nil }
    guard let common = analyzer.coercion.commonType(of: [leftType.oid, rightType.oid]) else {
      report(
        "42804", "\(word(for: id)) types \(display(leftType.oid)) and \(display(rightType.oid)) cannot be matched",
        at: right.node ?? rightNode)
      return nil
    }
    // A long chain's left side is gone through again only where its type changes.
    if leftType.oid != common || kind(leftNode) != .setOperation { coerceOutput(leftNode, number, to: common) }
    coerceOutput(rightNode, number, to: common)
    let keeps = leftType.oid == common && rightType.oid == common && leftType.modifier == rightType.modifier
    return TypeReference(common, modifier: keeps ? leftType.modifier : -1)
  }

  /// Has the expressions behind an output column coerced to a type, in every SELECT that the query is made of.
  func coerceOutput(_ id: NodeID, _ number: Int, to type: OID, _ context: CoercionContext = .implicit) {
    var pending = [id]
    while let next = pending.popLast() {
      switch kind(next) {
      case .setOperation: pending += [child(next, .left), child(next, .right)].compactMap { $0 }
      case .parenthesizedQuery: pending += [child(next, .subquery)].compactMap { $0 }
      case .query: pending += [child(next, .body)].compactMap { $0 }
      case .valuesClause:
        guard let columns = valueColumns[next], number < columns.count else { continue }
        for node in columns[number] where typed[node].coercedTo == nil { coerce(node, to: type, context) }
      default:
        guard let origins = origins[next], number < origins.count, let node = origins[number].node else { continue }
        let wasUnknown = self.type(of: node) == .unknown
        coerce(node, to: type, context)
        let settled = typed[node].type
        if wasUnknown, typed.outputs[next] != nil { typed.outputs[next]?[number].type = settled }
      }
    }
  }

  private func word(for id: NodeID) -> String { has(id, .union) ? "UNION" : has(id, .intersect) ? "INTERSECT" : "EXCEPT" }

  /// ORDER BY and LIMIT over a body that is no SELECT: by output columns only.
  func outputClauses(_ holder: NodeID, _ columns: [OutputColumn], isComplete: Bool) {
    if let order = child(holder, .orderByClause) {
      isDone[Int(order.index)] = true
      for item in children(order, .item) where kind(item) == .sortItem {
        isDone[Int(item.index)] = true
        if let value = child(item, .value) { setOperationKey(value, item, KeyContext(columns: columns, owner: nil, isComplete: isComplete)) }
      }
    }
    limits(holder)
  }

  /// Only names and numbers of output columns sort the result of a set operation.
  private func setOperationKey(_ value: NodeID, _ item: NodeID, _ context: KeyContext) {
    let output = at(.orderBy) { outputKey(value, "ORDER BY", context) }
    isDone[Int(value.index)] = true
    guard let output else {
      return resolve(value, .unresolved("only a name or number of an output column sorts the result of a set operation"))
    }
    if output >= 0, child(item, .operator) == nil { settleKey(value, .order) }
  }

  func limits(_ holder: NodeID) {
    if let clause = child(holder, .offsetClause) { limit(clause, "OFFSET", .offset) }
    if let clause = child(holder, .limitClause) { limit(clause, "LIMIT", .limit) }
  }
}

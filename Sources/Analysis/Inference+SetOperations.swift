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
      report("42601", "each \(word(for: id)) query must have the same number of columns", at: right.first?.node ?? rightNode)
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
        guard let value = child(item, .value) else { continue }
        if !outputKey(value, "ORDER BY", columns, isComplete, prefersInput: false) {
          isDone[Int(value.index)] = true
          resolve(value, .unresolved("only a name or number of an output column sorts the result of a set operation"))
        }
      }
    }
    limits(holder)
  }

  func limits(_ holder: NodeID) {
    for role in [Role.limitClause, .offsetClause] {
      guard let clause = child(holder, role) else { continue }
      isDone[Int(clause.index)] = true
      guard let value = child(clause, .value) else { continue }
      expression(value)
      coerce(value, to: .int8, .assignment)
    }
  }
}

// MARK: - ORDER BY, GROUP BY, DISTINCT ON

extension Inference {
  func orderByClause(_ id: NodeID, _ columns: [OutputColumn], _ isComplete: Bool) {
    isDone[Int(id.index)] = true
    for item in children(id, .item) where kind(item) == .sortItem {
      isDone[Int(item.index)] = true
      if let value = child(item, .value) { key(value, "ORDER BY", columns, isComplete, prefersInput: false) }
    }
  }

  func distinctClause(_ id: NodeID, _ columns: [OutputColumn], _ isComplete: Bool) {
    isDone[Int(id.index)] = true
    for item in children(id, .item) { key(item, "DISTINCT ON", columns, isComplete, prefersInput: false) }
  }

  func groupByClause(_ id: NodeID, _ columns: [OutputColumn], _ isComplete: Bool) {
    isDone[Int(id.index)] = true
    var pending = Array(children(id, .item).reversed())
    while let item = pending.popLast() {
      switch kind(item) {
      case .groupingSet:
        isDone[Int(item.index)] = true
        pending += children(item, .item).reversed()
      case .rowConstructor where !has(item, .explicit):
        isDone[Int(item.index)] = true
        set(item, .record)
        pending += children(item, .item).reversed()
      default: key(item, "GROUP BY", columns, isComplete, prefersInput: true)
      }
    }
  }

  /// A key that may be a name or number of an output column (`findTargetlistEntrySQL92`).
  private func key(_ id: NodeID, _ construct: String, _ columns: [OutputColumn], _ isComplete: Bool, prefersInput: Bool) {
    if outputKey(id, construct, columns, isComplete, prefersInput: prefersInput) { return }
    expression(id)
    if type(of: id) == .unknown { coerce(id, to: .text) }
  }

  /// Tries a key as a name or number of an output column.
  ///
  /// - Parameter prefersInput: A column of the FROM clause of that name goes before, as in GROUP BY.
  private func outputKey(
    _ id: NodeID, _ construct: String, _ columns: [OutputColumn], _ isComplete: Bool, prefersInput: Bool
  ) -> Bool {
    let inner = unparenthesized(id)
    if kind(inner) == .integerLiteral { return ordinal(id, inner, construct, columns, isComplete) }
    guard kind(inner) == .columnReference, let names = names(inner), names.count == 1 else { return false }
    if prefersInput, case .none = lookUp(column: names[0], isLocal: true) {} else if prefersInput { return false }
    let matches = columns.indices.filter { columns[$0].name == names[0] }
    guard let match = matches.first else { return false }
    if let other = matches.dropFirst().first(where: { !isSameColumn(columns[$0], columns[match]) }), columns[other].node != nil {
      report("42702", "\(construct) \"\(names[0])\" is ambiguous", at: inner)
    }
    use(output: match, columns, id, inner)
    return true
  }

  /// Whether two output columns are for certain the same expression, or may be.
  private func isSameColumn(_ a: OutputColumn, _ b: OutputColumn) -> Bool {
    guard let first = a.node, let second = b.node else { return true }
    guard case .column(let source, let column) = typed[first].resolution,
      case .column(let otherSource, let otherColumn) = typed[second].resolution
    else { return true }
    return source == otherSource && column == otherColumn
  }

  private func ordinal(
    _ id: NodeID, _ inner: NodeID, _ construct: String, _ columns: [OutputColumn], _ isComplete: Bool
  ) -> Bool {
    let text = tree.string(of: inner)
    guard let number = Int(text), number >= 1, number <= columns.count else {
      if isComplete { report("42P10", "\(construct) position \(text) is not in select list", at: inner) }
      use(output: nil, columns, id, inner)
      return true
    }
    use(output: number - 1, columns, id, inner)
    return true
  }

  private func use(output: Int?, _ columns: [OutputColumn], _ id: NodeID, _ inner: NodeID) {
    var current = id
    while true {
      isDone[Int(current.index)] = true
      if let output {
        set(current, columns[output].type ?? TypeReference(0))
        resolve(current, .output(output))
      }
      guard current != inner, let next = child(current, .operand) else { return }
      current = next
    }
  }
}

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
      if let into = intoTarget(right) {
        report("42601", "INTO is only allowed on first SELECT of UNION/INTERSECT/EXCEPT", at: into)
      }
      let others = operand(right)
      columns = combine(operation, columns, others, left, right)
      typed.outputs.set(operation, columns)
      left = operation
    }
    return columns
  }

  /// The output columns of two sides, of the common type of each pair.
  func combine(
    _ id: NodeID, _ left: [OutputColumn], _ right: [OutputColumn], _ leftNode: NodeID, _ rightNode: NodeID, recursive: String? = nil
  ) -> [OutputColumn] {
    let isComplete = !incompleteQueries.contains(leftNode) && !incompleteQueries.contains(rightNode)
    if !isComplete { incompleteQueries.insert(id) }
    if isComplete, left.count != right.count {
      let place = right.first?.node ?? origins[rightNode]?.first?.star ?? rightNode
      report("42601", "each \(word(for: id)) query must have the same number of columns", at: place)
    }
    var columns: [OutputColumn] = []
    for (number, column) in left.enumerated() {
      guard isComplete, number < right.count else {
        columns.append(OutputColumn(name: column.name, type: nil, isNullable: true, node: nil))
        continue
      }
      var type = commonColumn(id, number, column, right[number], leftNode, rightNode)
      if let recursive, let overall = type, let own = column.type {
        if overall != own { growingColumn(recursive, number, own, overall, column.node ?? leftNode) }
        type = own
      }
      columns.append(OutputColumn(name: column.name, type: type, isNullable: true, node: nil))
    }
    origins.set(id, columns.map { _ in OutputOrigin() })
    return columns
  }

  /// A recursive query's columns are those of its first term.
  private func growingColumn(_ name: String, _ number: Int, _ own: TypeReference, _ overall: TypeReference, _ node: NodeID) {
    let index = analyzer.index
    report(
      "42804",
      "recursive query \"\(name)\" column \(number + 1) has type \(index.displayName(of: own.oid, modifier: own.modifier)) "
        + "in non-recursive term but type \(index.displayName(of: overall.oid, modifier: overall.modifier)) overall",
      hint: "Cast the output of the non-recursive term to the correct type.", at: node)
  }

  private func commonColumn(
    _ id: NodeID, _ number: Int, _ left: OutputColumn, _ right: OutputColumn, _ leftNode: NodeID, _ rightNode: NodeID
  ) -> TypeReference? {
    guard let leftType = left.type, let rightType = right.type else { return nil }
    guard let common = analyzer.coercion.commonType(of: [leftType.oid, rightType.oid]) else {
      mismatch(word(for: id), leftType.oid, rightType.oid, at: right.node ?? firstPlace(rightNode, number))
      return nil
    }
    for (side, node) in [(left, leftNode), (right, rightNode)] {
      guard let type = side.type?.oid, !analyzer.coercion.canCoerce(type, to: common) else { continue }
      report(
        "42846", "\(word(for: id)) could not convert type \(display(type)) to \(display(common))",
        at: side.node ?? firstPlace(node, number))
      return nil
    }
    // A long chain's left side is gone through again only where its type changes.
    if leftType.oid != common || kind(leftNode) != .setOperation { coerceOutput(leftNode, number, to: common) }
    coerceOutput(rightNode, number, to: common)
    if !(has(id, .union) && has(id, .all)) { refuse(common, .equality, at: left.node ?? firstPlace(leftNode, number)) }
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
        if wasUnknown, typed.outputs[next] != nil { typed.outputs[next, default: []][number].type = settled }
      }
    }
  }

  /// Where an output column of a SELECT or of the first of several stands.
  private func firstPlace(_ id: NodeID, _ number: Int) -> NodeID {
    var current = id
    while let next = child(current, .body) ?? child(current, .left) ?? child(current, .subquery) { current = next }
    guard let origins = origins[current], number < origins.count else { return current }
    return origins[number].node ?? origins[number].star ?? current
  }

  private func word(for id: NodeID) -> String { has(id, .union) ? "UNION" : has(id, .intersect) ? "INTERSECT" : "EXCEPT" }

  /// ORDER BY and LIMIT over a body that is no SELECT: by output columns only.
  func outputClauses(_ holder: NodeID, _ columns: [OutputColumn], isComplete: Bool) {
    if let order = child(holder, .orderByClause) {
      isDone[Int(order.index)] = true
      for item in each(order, .item) where kind(item) == .sortItem {
        isDone[Int(item.index)] = true
        guard let value = child(item, .value) else { continue }
        outputSortKey(value, item, holder, KeyContext(columns: columns, owner: nil, isComplete: isComplete))
      }
    }
    limits(holder)
  }

  private func intoTarget(_ id: NodeID) -> NodeID? {
    guard kind(id) == .selectClause, let into = child(id, .into) else { return nil }
    return child(into, .name) ?? into
  }

  /// Only names and numbers of output columns sort the result of a set operation; VALUES is sorted by expressions over its columns too.
  private func outputSortKey(_ value: NodeID, _ item: NodeID, _ holder: NodeID, _ context: KeyContext) {
    let body = child(holder, .body)
    let output = at(.orderBy) { outputKey(value, "ORDER BY", context) }
    if let output {
      isDone[Int(value.index)] = true
      if output >= 0, child(item, .operator) == nil { settleKey(value, .order) }
      return
    }
    guard let body, kind(body) == .setOperation || kind(body) == .valuesClause, context.isComplete else {
      isDone[Int(value.index)] = true
      return resolve(value, .unresolved("only a name or number of an output column sorts the result of a set operation"))
    }
    let count = typed.errors.count
    sees(body, context.columns) { inner in inner.at(.orderBy) { inner.expression(value) } }
    if kind(body) == .valuesClause || typed.errors.count > count { return }
    report(
      "0A000", "invalid UNION/INTERSECT/EXCEPT ORDER BY clause",
      detail: "Only result column names can be used, not expressions or functions.",
      hint: "Add the expression/function to every SELECT, or move the UNION into a FROM clause.", at: value)
  }

  /// Runs `body` where the output columns of a set operation or of VALUES are what names mean.
  private func sees(_ id: NodeID, _ columns: [OutputColumn], _ body: (Inference) -> Void) {
    let (items, entries) = (scopes[scope].items, scopes[scope].entries)
    defer { (scopes[scope].items, scopes[scope].entries) = (items, entries) }
    func item(_ name: String?, _ columns: [OutputColumn]) -> NamespaceItem {
      let columns = columns.map { ColumnSource.Column(name: $0.name, type: $0.type, isNullable: true) }
      return NamespaceItem(name: name, source: addSource(ColumnSource(name: name, origin: .values, columns: columns, node: id)))
    }
    if kind(id) == .valuesClause {
      let values = item("*VALUES*", columns)
      (scopes[scope].items, scopes[scope].entries) = ([values], [values])
    } else {
      var joined = item(nil, columns)
      joined.isNameVisible = false
      scopes[scope].items = [joined]
      scopes[scope].entries = leaves(of: id).enumerated().map { item("*SELECT* \($0 + 1)", typed.outputs[$1] ?? []) }
    }
    body(self)
  }

  /// The SELECTs and VALUES that a set operation is made of, in order.
  private func leaves(of id: NodeID) -> [NodeID] {
    var (found, pending) = ([NodeID](), [id])
    while let next = pending.popLast() {
      if kind(next) == .setOperation { pending += [child(next, .right), child(next, .left)].compactMap { $0 } } else { found.append(next) }
    }
    return found
  }

  func limits(_ holder: NodeID) {
    if let clause = child(holder, .offsetClause) { limit(clause, "OFFSET", .offset) }
    if let clause = child(holder, .limitClause) { limit(clause, "LIMIT", .limit) }
  }
}

import PostgresCatalog
import PostgresSyntax

/// INSERT (`transformInsertStmt`).
extension Inference {
  func insert(_ id: NodeID) -> [OutputColumn] {
    guard let target = target(id) else { return [] }
    let columnNodes = children(id, .column)
    let columns = targetColumns(columnNodes, target)
    if let source = child(id, .source) { insertSource(source, target, columns, isListed: !columnNodes.isEmpty) }
    scopes[scope].items = [target]
    if let conflict = child(id, .onConflict) { onConflict(conflict, target) }
    return returning(id)
  }

  /// The columns that values go to; behind a hole, which may stand for several, they are not known.
  func targetColumns(_ nodes: [NodeID], _ target: NamespaceItem) -> [TargetColumn] {
    guard !nodes.isEmpty else { return allColumns(target) }
    var (isKnown, whole, parts) = (true, Set<String>(), Set<String>())
    whole.reserveCapacity(nodes.count)
    return nodes.map { node in
      var column = targetColumn(node, target)
      if kind(node) == .hole || child(node, .name).map({ kind($0) == .hole }) == true { isKnown = false }
      if !isKnown { column.type = nil }
      let isRepeated = column.isPart ? whole.contains(column.name) : whole.contains(column.name) || parts.contains(column.name)
      if isRepeated, !column.name.isEmpty { report("42701", "column \"\(column.name)\" specified more than once", at: node) }
      if column.isPart { parts.insert(column.name) } else { whole.insert(column.name) }
      return column
    }
  }

  func allColumns(_ target: NamespaceItem) -> [TargetColumn] {
    typed.sources[target.source].columns.map { TargetColumn(name: $0.name, type: $0.type) }
  }

  /// VALUES alone gives each value its column's type; a query keeps its types, only literals without one take the column's.
  func insertSource(_ id: NodeID, _ target: NamespaceItem, _ columns: [TargetColumn], isListed: Bool) {
    if let body = child(id, .body), kind(body) == .valuesClause, children(id).count == 1 {
      isDone[Int(id.index)] = true
      isDone[Int(body.index)] = true
      let rows = each(body, .item).filter { kind($0) == .rowConstructor }
      for row in rows {
        isDone[Int(row.index)] = true
        set(row, .record)
        let values = children(row, .item)
        at(rows.count == 1 ? .singleRow : .values) { for value in values { valueExpression(value) } }
        if !checkLength(of: row, as: rows[0]) { continue }
        insertRow(values, columns, target, isListed: isListed)
      }
      return
    }
    let found = query(id, settles: false)
    guard !incompleteQueries.contains(id) else { return }
    checkCounts(found, columns, target, isListed: isListed, id)
    for (number, column) in columns.enumerated() where number < found.count {
      guard let type = column.type else { continue }
      let isKnown = found[number].type != nil && found[number].type?.oid != .unknown
      if isKnown, let source = found[number].type?.oid, !analyzer.coercion.canCoerce(source, to: type.oid, .assignment) {
        mismatch(column, source, at: place(of: found[number], number, id))
      }
      coerceOutput(id, number, to: type.oid, .assignment)
    }
    var outputs = typed.outputs[id] ?? []
    settle(&outputs, id)
    typed.outputs.set(id, outputs)
  }

  private func place(of column: OutputColumn, _ number: Int, _ query: NodeID) -> NodeID {
    if let node = column.node { return node }
    var current = query
    while let next = child(current, .body) ?? child(current, .left) ?? child(current, .subquery) { current = next }
    guard let origins = origins[current], number < origins.count else { return query }
    return origins[number].node ?? origins[number].star ?? query
  }

  private func checkCounts(
    _ found: [OutputColumn], _ columns: [TargetColumn], _ target: NamespaceItem, isListed: Bool, _ id: NodeID
  ) {
    guard !target.hasUnknownColumns, !columns.contains(where: { $0.type == nil }) else { return }
    if found.count > columns.count, !columns.isEmpty {
      report("42601", "INSERT has more expressions than target columns", at: place(of: found[columns.count], columns.count, id))
    } else if isListed, found.count < columns.count, let column = columns[found.count].node {
      report("42601", "INSERT has more target columns than expressions", at: column)
    }
  }

  /// Rows of VALUES are of one length.
  func checkLength(of row: NodeID, as first: NodeID) -> Bool {
    if row == first || count(row, .item) == count(first, .item) { return true }
    let (values, expected) = (children(row, .item), children(first, .item))
    guard values.count != expected.count, !(values + expected).contains(where: { kind($0) == .hole }) else { return true }
    report("42601", "VALUES lists must all be the same length", at: values.first ?? row)
    return false
  }

  /// - Parameter values: Analysed.
  func insertRow(_ values: [NodeID], _ columns: [TargetColumn], _ target: NamespaceItem, isListed: Bool) {
    let firstHole = values.firstIndex { kind($0) == .hole }
    let hasHoles = firstHole != nil || columns.contains { $0.type == nil }
    if values.count > columns.count, !target.hasUnknownColumns, !hasHoles, !columns.isEmpty {
      report("42601", "INSERT has more expressions than target columns", at: values[columns.count])
    } else if isListed, values.count < columns.count, !hasHoles, let column = columns[values.count].node {
      let row = values.count == 1 ? unparenthesized(values[0]) : nil
      let isRow = row.map { kind($0) == .rowConstructor && count($0, .item) == columns.count } ?? false
      report(
        "42601", "INSERT has more target columns than expressions",
        hint: isRow
          ? "The insertion source is a row expression containing the same number of columns expected by the INSERT. "
            + "Did you accidentally use extra parentheses?" : "", at: column)
    }
    // Behind a hole, which may stand for several values, their columns are not known.
    at(.insertTarget) {
      for (value, column) in zip(values.prefix((firstHole ?? values.count - 1) + 1), columns) { assign(value, to: column) }
    }
  }
}

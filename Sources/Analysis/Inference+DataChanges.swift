import PostgresCatalog
import PostgresSyntax

/// INSERT, UPDATE, DELETE, MERGE.
extension Inference {
  /// - Returns: The columns of RETURNING.
  @discardableResult
  func dataChange(_ id: NodeID) -> [OutputColumn] {
    guard !isDone[Int(id.index)] else { return typed.outputs[id] ?? [] }
    isDone[Int(id.index)] = true
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.depthLimit else { return [] }
    let columns = inNewScope { inner -> [OutputColumn] in
      inner.withClause(id)
      switch inner.kind(id) {
      case .insertStatement: return inner.insert(id)
      case .updateStatement: return inner.update(id)
      case .deleteStatement: return inner.delete(id)
      case .mergeStatement: return inner.merge(id)
      default: return []
      }
    }
    typed.outputs[id] = columns
    return columns
  }

  /// The target as a namespace item; not yet visible. A common table of its name does not count.
  func target(_ id: NodeID) -> NamespaceItem? {
    guard let nameNode = child(id, .name) else { return nil }
    isDone[Int(nameNode.index)] = true
    let alias = alias(of: id)
    var item = NamespaceItem(name: alias?.name, source: 0)
    var source = ColumnSource(name: alias?.name, origin: .unknown, columns: [], node: id)
    if let name = schemaAndName(nameNode) {
      if let relation = analyzer.index.relation(named: name.name, schema: name.schema) {
        source = relationSource(relation, name: alias?.name, node: id, isOnly: has(id, .only) || kind(id) == .insertStatement)
        item.relation = alias?.name == nil ? relation.oid : 0
      } else {
        source.name = alias?.name ?? name.name
        item.hasUnknownColumns = true
        missingRelation(name, at: nameNode)
      }
    } else {
      item.hasUnknownColumns = true
    }
    item.name = source.name
    item.source = addSource(source)
    resolve(nameNode, .row(source: item.source))
    resolve(id, .row(source: item.source))
    scopes[scope].entries.append(item)
    return item
  }

  func returning(_ id: NodeID) -> [OutputColumn] {
    guard let clause = child(id, .returningClause) else { return [] }
    var columns = at(.returning) { targetList(clause, id) }
    settle(&columns, id)
    return columns
  }

  // MARK: INSERT

  private func insert(_ id: NodeID) -> [OutputColumn] {
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
    var isKnown = true
    return nodes.map { node in
      var column = insertColumn(node, target)
      if kind(node) == .hole || child(node, .name).map({ kind($0) == .hole }) == true { isKnown = false }
      if !isKnown { column.type = nil }
      return column
    }
  }

  func allColumns(_ target: NamespaceItem) -> [TargetColumn] {
    typed.sources[target.source].columns.map { TargetColumn(name: $0.name, type: $0.type) }
  }

  /// A named column of the target, with its type; its element's for `a[1]`.
  func insertColumn(_ id: NodeID, _ target: NamespaceItem) -> TargetColumn {
    isDone[Int(id.index)] = true
    guard let nameNode = child(id, .name), let name = name(nameNode) else { return TargetColumn(name: "", type: nil) }
    isDone[Int(nameNode.index)] = true
    let source = typed.sources[target.source]
    guard let number = source.columns.firstIndex(where: { $0.name == name }) else {
      if !target.hasUnknownColumns, let relation = source.relation {
        report("42703", "column \"\(name)\" of relation \"\(relation.name)\" does not exist", at: nameNode)
      }
      return TargetColumn(name: name, type: nil)
    }
    var type = source.columns[number].type
    for part in children(id) where part != nameNode { type = self.part(part, of: type) }
    for node in [id, nameNode] {
      typed[node].type = type
      resolve(node, .column(source: target.source, column: number))
    }
    return TargetColumn(name: name, isPart: children(id).count > 1, type: type, node: id)
  }

  /// The type of an assigned element, slice or field.
  private func part(_ id: NodeID, of type: TypeReference?) -> TypeReference? {
    isDone[Int(id.index)] = true
    if kind(id) == .identifier, let name = name(id), let type { return compositeColumns(type.oid, id)?.first { $0.name == name }?.type }
    guard kind(id) == .subscript || kind(id) == .slice else { return nil }
    for bound in children(id) {
      expression(bound)
      if type?.oid == .jsonb {
        if self.type(of: bound) == .unknown { coerce(bound, to: .text) }
      } else {
        coerce(bound, to: .int4, .assignment)
      }
    }
    return kind(id) == .slice ? type : element(of: type)
  }

  private func element(of type: TypeReference?) -> TypeReference? {
    guard let type else { return nil }
    if type.oid == .jsonb { return type }
    let element = types.element(of: type.oid)
    return element == 0 ? nil : TypeReference(element, modifier: type.modifier)
  }

  /// VALUES alone gives each value its column's type; a query keeps its types, only literals without one take the column's.
  func insertSource(_ id: NodeID, _ target: NamespaceItem, _ columns: [TargetColumn], isListed: Bool) {
    if let body = child(id, .body), kind(body) == .valuesClause, children(id).count == 1 {
      isDone[Int(id.index)] = true
      isDone[Int(body.index)] = true
      for row in children(body, .item) where kind(row) == .rowConstructor {
        isDone[Int(row.index)] = true
        set(row, .record)
        insertRow(children(row, .item), columns, target, isListed: isListed)
      }
      return
    }
    let found = query(id, settles: false)
    guard !incompleteQueries.contains(id) else { return }
    for (number, column) in columns.enumerated() where number < found.count {
      guard let type = column.type else { continue }
      let isKnown = found[number].type != nil && found[number].type?.oid != .unknown
      if isKnown, let source = found[number].type?.oid, !analyzer.coercion.canCoerce(source, to: type.oid, .assignment) {
        mismatch(column, source, at: found[number].node ?? id)
      }
      coerceOutput(id, number, to: type.oid, .assignment)
    }
    var outputs = typed.outputs[id] ?? []
    settle(&outputs, id)
    typed.outputs[id] = outputs
  }

  func insertRow(_ values: [NodeID], _ columns: [TargetColumn], _ target: NamespaceItem, isListed: Bool) {
    for value in values { expression(value) }
    let firstHole = values.firstIndex { kind($0) == .hole }
    let hasHoles = firstHole != nil || columns.contains { $0.type == nil }
    if values.count > columns.count, !target.hasUnknownColumns, !hasHoles, !columns.isEmpty {
      report("42601", "INSERT has more expressions than target columns", at: values[columns.count])
    } else if isListed, values.count < columns.count, !hasHoles, let column = columns[values.count].node {
      report("42601", "INSERT has more target columns than expressions", at: column)
    }
    // Behind a hole, which may stand for several values, their columns are not known.
    for (value, column) in zip(values.prefix((firstHole ?? values.count - 1) + 1), columns) { assign(value, to: column) }
  }

  /// Has a value taken as a column's by an assignment cast.
  private func assign(_ value: NodeID, to column: TargetColumn) {
    guard let type = column.type else { return }
    if kind(value) == .defaultValue { return set(value, type) }
    let source = self.type(of: value)
    if !coerce(value, to: type.oid, modifier: type.modifier, .assignment) { mismatch(column, source, at: value) }
  }

  private func mismatch(_ column: TargetColumn, _ source: OID, at id: NodeID) {
    guard let type = column.type, isCertain(source), isCertain(type.oid) else { return }
    let (wanted, found) = (display(type.oid), display(source))
    report(
      "42804",
      column.isPart
        ? "subscripted assignment to \"\(column.name)\" requires type \(wanted) but expression is of type \(found)"
        : "column \"\(column.name)\" is of type \(wanted) but expression is of type \(found)",
      hint: "You will need to rewrite or cast the expression.", at: id)
  }

  /// ON CONFLICT: the target and, in DO UPDATE, the row that was proposed.
  private func onConflict(_ id: NodeID, _ target: NamespaceItem) {
    isDone[Int(id.index)] = true
    if let arbiter = child(id, .conflictTarget) {
      isDone[Int(arbiter.index)] = true
      for element in children(arbiter, .item) where kind(element) == .indexElement {
        isDone[Int(element.index)] = true
        if let value = child(element, .value) { at(.indexExpression) { expression(value) } }
      }
      if let part = child(arbiter, .whereClause) { whereClause(part, "WHERE", .indexPredicate) }
    }
    guard has(id, .doUpdate) else { return }
    scopes[scope].items = [target, excluded(target, id)]
    for part in children(id, .assignment) { assignment(part, target) }
    if let part = child(id, .whereClause) { whereClause(part, "WHERE", .whereClause) }
    scopes[scope].items = [target]
  }

  private func excluded(_ target: NamespaceItem, _ id: NodeID) -> NamespaceItem {
    var source = typed.sources[target.source]
    source.name = "excluded"
    source.node = id
    if let relation = source.relation { source.origin = .excluded(relation) }
    return NamespaceItem(name: "excluded", source: addSource(source), hasUnknownColumns: target.hasUnknownColumns)
  }

  // MARK: UPDATE and DELETE

  /// PostgreSQL reads WHERE and RETURNING before SET.
  private func update(_ id: NodeID) -> [OutputColumn] {
    guard let target = target(id) else { return [] }
    if let from = child(id, .fromClause) { fromClause(from) }
    noteHoles(id)
    scopes[scope].items.insert(target, at: 0)
    if let part = child(id, .whereClause) { whereClause(part, "WHERE", .whereClause) }
    let columns = returning(id)
    for part in children(id, .assignment) { assignment(part, target) }
    return columns
  }

  private func delete(_ id: NodeID) -> [OutputColumn] {
    guard let target = target(id) else { return [] }
    if let using = child(id, .using) { fromClause(using) }
    noteHoles(id)
    scopes[scope].items.insert(target, at: 0)
    if let part = child(id, .whereClause) { whereClause(part, "WHERE", .whereClause) }
    return returning(id)
  }

  private func noteHoles(_ id: NodeID) {
    if children(id).contains(where: { kind($0) == .hole && tree[$0].role == .hole }) { scopes[scope].hasUnknownSources = true }
  }

  func assignment(_ id: NodeID, _ target: NamespaceItem) {
    isDone[Int(id.index)] = true
    let columns = children(id, .column).map { insertColumn($0, target) }
    guard let value = child(id, .value) else { return }
    guard kind(id) == .multipleAssignment else {
      expression(value)
      if let column = columns.first { assign(value, to: column) }
      return
    }
    let inner = unparenthesized(value)
    if kind(inner) == .rowConstructor {
      isDone[Int(inner.index)] = true
      set(inner, .record)
      let items = children(inner, .item)
      for item in items { expression(item) }
      for (item, column) in zip(items, columns) { assign(item, to: column) }
    } else if kind(inner) == .scalarSubquery, let subquery = child(inner, .subquery) {
      isDone[Int(inner.index)] = true
      set(inner, .record)
      query(subquery)
      for (number, column) in columns.enumerated() {
        if let type = column.type { coerceOutput(subquery, number, to: type.oid, .assignment) }
      }
    } else {
      expression(value)
      if columns.count == 1 { assign(value, to: columns[0]) }
    }
  }
}

/// A column that is written to.
struct TargetColumn: Sendable {
  var name: String
  /// Whether an element, slice or field of it is written.
  var isPart = false
  /// nil where it is not known.
  var type: TypeReference?
  /// Where it is named, if it is.
  var node: NodeID?
}

import PostgresCatalog
import PostgresSyntax

/// Columns that are written to, and values for them (`transformUpdateTargetList`, `transformAssignedExpr`).
extension Inference {
  /// The assignments of SET: all values are read before the first column.
  func assignments(_ ids: [NodeID], _ target: NamespaceItem) {
    at(.updateSource) { for id in ids { assignedValue(id) } }
    at(.updateTarget) { for id in ids { assignColumns(id, target) } }
  }

  private func assignedValue(_ id: NodeID) {
    isDone[Int(id.index)] = true
    guard let value = child(id, .value) else { return }
    guard kind(id) == .multipleAssignment else { return valueExpression(value) }
    let inner = unparenthesized(value)
    let count = count(id, .column)
    if kind(inner) == .rowConstructor {
      isDone[Int(inner.index)] = true
      set(inner, .record)
      let items = children(inner, .item)
      for item in items { valueExpression(item) }
      checkCount(count, items.count, isKnown: !items.contains { kind($0) == .hole }, at: inner)
    } else if kind(inner) == .scalarSubquery, let subquery = child(inner, .subquery) {
      isDone[Int(inner.index)] = true
      set(inner, .record)
      let columns = query(subquery, settles: false)
      checkCount(count, columns.count, isKnown: !incompleteQueries.contains(subquery), at: inner)
    } else {
      if kind(inner) != .hole {
        report("0A000", "source for a multiple-column UPDATE item must be a sub-SELECT or ROW() expression", at: inner)
      }
      valueExpression(value)
    }
  }

  private func checkCount(_ columns: Int, _ values: Int, isKnown: Bool, at id: NodeID) {
    if isKnown, columns != values { report("42601", "number of columns does not match number of values", at: id) }
  }

  private func assignColumns(_ id: NodeID, _ target: NamespaceItem) {
    let columns = children(id, .column).map { targetColumn($0, target) }
    guard let value = child(id, .value) else { return }
    let inner = unparenthesized(value)
    if kind(id) == .multipleAssignment, kind(inner) == .rowConstructor {
      for (item, column) in zip(children(inner, .item), columns) { assign(item, to: column) }
    } else if kind(id) == .multipleAssignment, kind(inner) == .scalarSubquery, let subquery = child(inner, .subquery) {
      assignOutputs(of: subquery, to: columns)
    } else if columns.count == 1 {
      assign(value, to: columns[0])
    }
  }

  private func assignOutputs(of subquery: NodeID, to columns: [TargetColumn]) {
    let outputs = typed.outputs[subquery] ?? []
    for (number, column) in columns.enumerated() {
      guard let type = column.type, number < outputs.count else { continue }
      if let source = outputs[number].type?.oid, source != .unknown, !analyzer.coercion.canCoerce(source, to: type.oid, .assignment) {
        mismatch(column, source, at: outputs[number].node ?? subquery)
      }
      coerceOutput(subquery, number, to: type.oid, .assignment)
    }
    var settled = typed.outputs[subquery] ?? []
    settle(&settled, subquery)
    typed.outputs.set(subquery, settled)
  }

  /// A value, or DEFAULT, which stands for itself here only.
  func valueExpression(_ id: NodeID) {
    if kind(id) == .defaultValue { isDone[Int(id.index)] = true } else { expression(id) }
  }

  /// A named column of the target, with its type; its element's for `a[1]`.
  func targetColumn(_ id: NodeID, _ target: NamespaceItem) -> TargetColumn {
    isDone[Int(id.index)] = true
    guard let nameNode = child(id, .name), let name = name(nameNode) else { return TargetColumn(name: "", type: nil) }
    isDone[Int(nameNode.index)] = true
    guard let number = column(named: name, of: target) else {
      if !target.hasUnknownColumns, let relation = typed.sources[target.source].relation { missingTarget(name, relation, at: nameNode) }
      return TargetColumn(name: name, type: nil)
    }
    let isPart = tree[nameNode].nextSibling >= 0 || firstChild(id) != nameNode
    var column = TargetColumn(name: name, isPart: isPart, type: typed.sources[target.source].columns[number].type, node: id)
    for part in each(id) where part != nameNode { step(into: part, &column, nameNode) }
    note(column, id, target.source, number)
    note(column, nameNode, target.source, number)
    return column
  }

  private func note(_ column: TargetColumn, _ node: NodeID, _ source: Int, _ number: Int) {
    typed[node].type = column.type
    resolve(node, .column(source: source, column: number))
  }

  private func column(named name: String, of target: NamespaceItem) -> Int? {
    if let known = target.known { return known.place(of: name) }
    return typed.sources[target.source].columns.firstIndex { $0.name == name }
  }

  private func missingTarget(_ name: String, _ relation: Relation, at id: NodeID) {
    if SystemColumn.type(of: name) != nil, scopes[scope].place == .updateTarget {
      return report("0A000", "cannot assign to system column \"\(name)\"", at: id)
    }
    report("42703", "column \"\(name)\" of relation \"\(relation.name)\" does not exist", at: id)
  }

  /// Goes on to an assigned element, slice or field (`transformAssignmentIndirection`).
  private func step(into id: NodeID, _ column: inout TargetColumn, _ nameNode: NodeID) {
    isDone[Int(id.index)] = true
    guard let type = column.type else { return }
    if kind(id) == .identifier, let name = name(id) {
      column.field = name
      column.type = field(name, of: type.oid, column.name, at: nameNode)
      return
    }
    guard kind(id) == .subscript || kind(id) == .slice else { return column.type = nil }
    column.field = nil
    refuseElements(of: type.oid, at: nameNode)
    for bound in each(id) { subscriptIndex(bound, types.base(of: type.oid)) }
    if kind(id) == .subscript { column.type = element(of: type) }
  }

  private func field(_ name: String, of type: OID, _ column: String, at id: NodeID) -> TypeReference? {
    let fields = compositeColumns(type, id)
    if let found = fields?.first(where: { $0.name == name }) { return found.type }
    let what = "cannot assign to field \"\(name)\" of column \"\(column)\" because "
    if fields != nil {
      report("42703", what + "there is no such column in data type \(display(type))", at: id)
    } else if isCertain(type) {
      report("42804", what + "its type \(display(type)) is not a composite type", at: id)
    }
    return nil
  }

  private func refuseElements(of type: OID, at id: NodeID) {
    let base = types.base(of: type)
    guard let found = analyzer.index.type(base), found.element == 0, found.schema == "pg_catalog", base != .jsonb, found.kind != .pseudo else {
      return
    }
    let message = "cannot subscript type \(display(base)) because it does not support subscripting"
    if scopes[scope].place == .updateTarget { report("42804", message, at: id) } else { reportWithoutPlace("42804", message) }
  }

  private func element(of type: TypeReference) -> TypeReference? {
    if types.base(of: type.oid) == .jsonb { return type }
    let element = types.element(of: type.oid)
    return element == 0 ? nil : TypeReference(element, modifier: type.modifier)
  }

  /// Has a value taken as a column's by an assignment cast.
  func assign(_ value: NodeID, to column: TargetColumn) {
    guard let type = column.type else { return }
    if kind(value) == .defaultValue { return set(value, type) }
    let source = self.type(of: value)
    if !coerce(value, to: type.oid, modifier: type.modifier, .assignment) { mismatch(column, source, at: value) }
    castRow(value, to: type.oid, at: tree[place(of: value)].range, .assignment)
  }

  func mismatch(_ column: TargetColumn, _ source: OID, at id: NodeID) {
    guard let type = column.type, isKnownForCertain(source), isKnownForCertain(type.oid) else { return }
    guard !(types.isComposite(source) && types.isComposite(type.oid)) else { return }
    let (wanted, found) = (display(type.oid), display(source))
    let what: String
    if !column.isPart {
      what = "column \"\(column.name)\" is of type \(wanted) but expression is of type \(found)"
    } else if let field = column.field {
      what = "subfield \"\(field)\" is of type \(wanted) but expression is of type \(found)"
    } else {
      what = "subscripted assignment to \"\(column.name)\" requires type \(wanted) but expression is of type \(found)"
    }
    report(
      "42804", what, hint: "You will need to rewrite or cast the expression.", at: column.isPart ? column.node ?? id : id)
  }
}

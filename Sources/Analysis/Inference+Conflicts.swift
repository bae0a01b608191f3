import PostgresCatalog
import PostgresSyntax
import SourceText

/// ON CONFLICT (`transformOnConflictClause`).
extension Inference {
  /// The target and, in DO UPDATE, the row that was proposed.
  func onConflict(_ id: NodeID, _ target: NamespaceItem) {
    isDone[Int(id.index)] = true
    if let arbiter = child(id, .conflictTarget) {
      self.arbiter(arbiter, target)
    } else if has(id, .doUpdate), !each(id).contains(where: { tree[$0].role == .hole }) {
      report(
        "42601", "ON CONFLICT DO UPDATE requires inference specification or constraint name",
        hint: "For example, ON CONFLICT (column_name).", at: id)
    }
    guard has(id, .doUpdate) else { return }
    scopes[scope].items = [target, excluded(target, id)]
    assignments(children(id, .assignment), target)
    if let part = child(id, .whereClause) { whereClause(part, "WHERE", .whereClause) }
    scopes[scope].items = [target]
  }

  private func arbiter(_ id: NodeID, _ target: NamespaceItem) {
    isDone[Int(id.index)] = true
    for element in each(id, .item) where kind(element) == .indexElement {
      isDone[Int(element.index)] = true
      indexElement(element, at: tree[id].range)
    }
    if let part = child(id, .whereClause) { whereClause(part, "WHERE", .indexPredicate) }
    guard let relation = typed.sources[target.source].relation, let name = child(id, .name).flatMap({ name($0) }),
      !relation.constraints.contains(where: { $0.name == name }), relation.kind == .table || relation.kind == .partitionedTable
    else { return }
    reportWithoutPlace("42704", "constraint \"\(name)\" for table \"\(relation.name)\" does not exist")
  }

  /// PostgreSQL places a column that is not there at the parenthesis before the list.
  private func indexElement(_ id: NodeID, at list: ByteRange) {
    guard let value = child(id, .value) else { return }
    let count = typed.errors.count
    at(.indexExpression) { expression(value) }
    if kind(value) == .columnReference || kind(value) == .identifier, typed.errors.count > count {
      typed.errors[count].range = ByteRange(list.start, typed.errors[count].range.end)
    }
    if let collation = child(id, .collation).flatMap({ schemaAndName($0) }) { collationName(collation, at: list) }
    guard let name = child(id, .operatorClass).flatMap({ schemaAndName($0) }) else { return }
    let known = analyzer.index.catalog.operatorClasses
    guard !known.isEmpty, !known.contains(where: { $0.name == name.name && $0.method == "btree" }) else { return }
    reportWithoutPlace("42704", "operator class \"\(name.name)\" does not exist for access method \"btree\"")
  }

  private func excluded(_ target: NamespaceItem, _ id: NodeID) -> NamespaceItem {
    var source = typed.sources[target.source]
    source.name = "excluded"
    source.node = id
    if let relation = source.relation { source.origin = .excluded(relation) }
    let item = NamespaceItem(name: "excluded", source: addSource(source), known: target.known, hasUnknownColumns: target.hasUnknownColumns)
    scopes[scope].entries.append(item)
    return item
  }
}

import PostgresCatalog
import PostgresSyntax

/// MERGE.
extension Inference {
  func merge(_ id: NodeID) -> [OutputColumn] {
    checkReachable(id)
    guard let target = target(id) else { return [] }
    refuseRelation(typed.sources[target.source].relation)
    let source = child(id, .source).flatMap { fromItem($0) }
    if let name = target.name, source?.items.contains(where: { $0.isNameVisible && $0.name == name && !isOther($0, target) }) == true {
      reportWithoutPlace(
        "42712", "name \"\(name)\" specified more than once", detail: "The name is used both as MERGE target table and data source.")
    }
    if source == nil { scopes[scope].hasUnknownSources = true }
    let both = [target] + (source?.items ?? [])
    scopes[scope].items = both
    // PostgreSQL does not ask whether it is boolean.
    if let condition = child(id, .condition) { at(.joinOn) { expression(condition) } }
    for when in each(id, .when) {
      isDone[Int(when.index)] = true
      // What is not matched by the target sees the source only.
      scopes[scope].items = has(when, .notMatched) && !has(when, .bySource) ? source?.items ?? [] : both
      if let condition = child(when, .condition) { self.condition(condition, "WHEN", .mergeWhen) }
      mergeAction(when, target)
    }
    scopes[scope].items = both
    return returning(id)
  }

  private func isOther(_ item: NamespaceItem, _ target: NamespaceItem) -> Bool {
    item.relation != 0 && target.relation != 0 && item.relation != target.relation
  }

  /// No WHEN clause stands behind one of its kind without a condition.
  private func checkReachable(_ id: NodeID) {
    var unconditional: Set<[Bool]> = []
    for when in each(id, .when) {
      let sort = [has(when, .notMatched), has(when, .bySource)]
      if unconditional.contains(sort) {
        return reportWithoutPlace("42601", "unreachable WHEN clause specified after unconditional WHEN clause")
      }
      if child(when, .condition) == nil, !each(when).contains(where: { tree[$0].role == .hole }) { unconditional.insert(sort) }
    }
  }

  private func refuseRelation(_ relation: Relation?) {
    guard let relation else { return }
    let version = analyzer.index.catalog.serverVersion
    let what: String
    switch relation.kind {
    case .table, .partitionedTable: return
    case .view:
      if version >= 170_000 || version == 0 { return }
      what = "views"
    case .materializedView: what = "materialized views"
    case .foreignTable: what = "foreign tables"
    case .compositeType: what = "composite types"
    case .sequence: what = "sequences"
    }
    reportWithoutPlace(
      "0A000", "cannot execute MERGE on relation \"\(relation.name)\"", detail: "This operation is not supported for \(what).")
  }

  private func mergeAction(_ when: NodeID, _ target: NamespaceItem) {
    let parts = child(when, .action).map { [when, $0] } ?? [when]
    for part in parts {
      isDone[Int(part.index)] = true
      assignments(children(part, .assignment), target)
      let columnNodes = children(part, .column)
      let columns = targetColumns(columnNodes, target)
      guard let source = child(part, .source) else { continue }
      if kind(source) == .query {
        insertSource(source, target, columns, isListed: !columnNodes.isEmpty)
      } else {
        mergeValues(source, columns, target, isListed: !columnNodes.isEmpty)
      }
    }
  }

  private func mergeValues(_ id: NodeID, _ columns: [TargetColumn], _ target: NamespaceItem, isListed: Bool) {
    isDone[Int(id.index)] = true
    let rows = kind(id) == .rowConstructor ? [id] : each(id, .item).filter { kind($0) == .rowConstructor }
    for row in rows {
      isDone[Int(row.index)] = true
      set(row, .record)
      let values = children(row, .item)
      at(.singleRow) { for value in values { valueExpression(value) } }
      insertRow(values, columns, target, isListed: isListed)
    }
  }
}

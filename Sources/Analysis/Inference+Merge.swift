import PostgresCatalog
import PostgresSyntax

/// MERGE.
extension Inference {
  func merge(_ id: NodeID) -> [OutputColumn] {
    guard let target = target(id) else { return [] }
    let source = child(id, .source).flatMap { fromItem($0) }
    if source == nil { scopes[scope].hasUnknownSources = true }
    let both = [target] + (source?.items ?? [])
    scopes[scope].items = both
    if let condition = child(id, .condition) { self.condition(condition, "JOIN/ON", .joinOn) }
    for when in children(id, .when) {
      isDone[Int(when.index)] = true
      // What is not matched by the target sees the source only.
      scopes[scope].items = has(when, .notMatched) && !has(when, .bySource) ? source?.items ?? [] : both
      if let condition = child(when, .condition) { self.condition(condition, "WHEN", .mergeWhen) }
      mergeAction(when, target)
    }
    scopes[scope].items = both
    return returning(id)
  }

  private func mergeAction(_ when: NodeID, _ target: NamespaceItem) {
    let parts = child(when, .action).map { [when, $0] } ?? [when]
    for part in parts {
      isDone[Int(part.index)] = true
      for assignment in children(part, .assignment) { self.assignment(assignment, target) }
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
    let rows = kind(id) == .rowConstructor ? [id] : children(id, .item).filter { kind($0) == .rowConstructor }
    for row in rows {
      isDone[Int(row.index)] = true
      set(row, .record)
      insertRow(children(row, .item), columns, target, isListed: isListed)
    }
  }
}

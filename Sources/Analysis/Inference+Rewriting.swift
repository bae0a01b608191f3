import PostgresCatalog
import PostgresSyntax
import SourceText

/// What PostgreSQL objects to when it rewrites a statement that it has analysed (`rewriteHandler.c`): columns that only the server
/// fills, views that are not updatable. It does so when a statement is prepared, and names no place.
extension Inference {
  func rewriteChanges() {
    guard parts.contains(.dataChange), typed.errors.isEmpty else { return }
    for id in tree.ids where isDataChange(id) && isDone[Int(id.index)] {
      rewriteChange(id)
      if !typed.errors.isEmpty { return }
    }
  }

  private func rewriteChange(_ id: NodeID) {
    guard case .row(let number) = typed[id].resolution, let relation = typed.sources[number].relation, relation.rules.isEmpty else { return }
    switch kind(id) {
    case .insertStatement:
      let written = relation.kind == .view || hasColumnsOfItsOwn(relation) ? insertedColumns(id, relation) : nil
      if !rewriteView(relation, .insert, written.map { $0.filter { !$0.isDefault }.map(\.name) } ?? []) { return }
      if let written { refuseInserted(written, relation, id) }
      if let conflict = child(id, .onConflict), has(conflict, .doUpdate) { refuseUpdated(children(conflict, .assignment), relation) }
    case .updateStatement:
      let assignments = children(id, .assignment)
      if !rewriteView(relation, .update, assignedColumns(assignments).map(\.name)) { return }
      refuseUpdated(assignments, relation)
    case .deleteStatement: _ = rewriteView(relation, .delete, [])
    default:
      for when in each(id, .when) {
        refuseUpdated(children(when, .assignment), relation)
        if typed.errors.isEmpty, let written = insertedColumns(when, relation) { refuseInserted(written, relation, when) }
      }
    }
  }

  /// Whether only the server may fill some column.
  private func hasColumnsOfItsOwn(_ relation: Relation) -> Bool {
    cache.relation(named: relation.name, schema: relation.schema)?.hasColumnsOfItsOwn ?? true
  }

  private struct WrittenColumn {
    var name: String
    /// Whether all that is written is DEFAULT.
    var isDefault: Bool
    var isPart = false
  }

  /// The columns that an INSERT writes; nil where a hole may hide some.
  private func insertedColumns(_ id: NodeID, _ relation: Relation) -> [WrittenColumn]? {
    guard let source = child(id, .source) else { return nil }
    let listed = children(id, .column).map { child($0, .name).flatMap { name($0) } }
    guard !listed.contains(nil) else { return nil }
    let names = listed.isEmpty ? relation.columns.map(\.name) : listed.compactMap { $0 }
    let body = kind(source) == .query && children(source).count == 1 ? child(source, .body) : source
    let rows = body.map { kind($0) == .rowConstructor ? [$0] : kind($0) == .valuesClause ? children($0, .item) : [] } ?? []
    guard !rows.isEmpty else {
      guard !incompleteQueries.contains(source), let outputs = typed.outputs[source] else { return nil }
      return names.prefix(outputs.count).map { WrittenColumn(name: $0, isDefault: false) }
    }
    let values = rows.map { children($0, .item) }
    guard !values.joined().contains(where: { kind($0) == .hole }) else { return nil }
    return names.enumerated().prefix(values[0].count).map { number, name in
      WrittenColumn(name: name, isDefault: values.allSatisfy { number < $0.count && kind($0[number]) == .defaultValue })
    }
  }

  private func refuseInserted(_ written: [WrittenColumn], _ relation: Relation, _ id: NodeID) {
    for column in relation.columns {
      guard written.contains(where: { $0.name == column.name && !$0.isDefault }) else { continue }
      let isIdentity = column.identity == .always && !has(id, .overridingSystem) && !has(id, .overridingUser)
      guard isIdentity || column.isGenerated else { continue }
      return reportWithoutPlace(
        "428C9", "cannot insert a non-DEFAULT value into column \"\(column.name)\"", detail: detail(of: column),
        hint: isIdentity ? "Use OVERRIDING SYSTEM VALUE to override." : "")
    }
  }

  private func detail(of column: Column) -> String {
    column.isGenerated
      ? "Column \"\(column.name)\" is a generated column."
      : "Column \"\(column.name)\" is an identity column defined as GENERATED ALWAYS."
  }

  private func assignedColumns(_ assignments: [NodeID]) -> [WrittenColumn] {
    assignments.flatMap { assignment -> [WrittenColumn] in
      let value = child(assignment, .value)
      let row = value.map { unparenthesized($0) }
      let items = kind(assignment) == .multipleAssignment ? row.map { children($0, .item) } ?? [] : value.map { [$0] } ?? []
      return children(assignment, .column).enumerated().compactMap { number, column in
        guard let name = child(column, .name).flatMap({ name($0) }) else { return nil }
        let isDefault = number < items.count && kind(items[number]) == .defaultValue
        return WrittenColumn(name: name, isDefault: isDefault, isPart: children(column).count > 1)
      }
    }
  }

  private func refuseUpdated(_ assignments: [NodeID], _ relation: Relation) {
    let written = assignedColumns(assignments)
    var seen: [String: Bool] = [:]
    for column in written {
      if let isPart = seen[column.name], !(isPart && column.isPart) {
        return reportWithoutPlace("42601", "multiple assignments to same column \"\(column.name)\"")
      }
      seen[column.name] = column.isPart
    }
    for column in relation.columns where column.identity == .always || column.isGenerated {
      guard written.contains(where: { $0.name == column.name && !$0.isDefault }) else { continue }
      return reportWithoutPlace("428C9", "column \"\(column.name)\" can only be updated to DEFAULT", detail: detail(of: column))
    }
  }

  /// Objects to a change of a view that PostgreSQL cannot make one of its table.
  ///
  /// - Returns: Whether the relation is a table, for further checks.
  private func rewriteView(_ relation: Relation, _ event: Trigger.Event, _ columns: [String]) -> Bool {
    guard relation.kind == .view else { return true }
    if relation.triggers.contains(where: { $0.timing == .insteadOf && $0.events.contains(event) }) { return false }
    guard let view = UpdatableView(relation, analyzer) else { return false }
    let (verb, gerund) =
      switch event {
      case .insert: ("insert into", "inserting into")
      case .update: ("update", "updating")
      case .delete, .truncate: ("delete from", "deleting from")
      }
    if let reason = view.hindrance {
      let word = event.rawValue.uppercased()
      reportWithoutPlace(
        "55000", "cannot \(verb) view \"\(relation.name)\"", detail: reason,
        hint: "To enable \(gerund) the view, provide an INSTEAD OF \(word) trigger or an unconditional ON \(word) DO INSTEAD rule.")
      return false
    }
    for name in relation.columns.map(\.name) where columns.contains(name) && !view.isUpdatable(name) {
      reportWithoutPlace(
        "0A000", "cannot \(verb) column \"\(name)\" of view \"\(relation.name)\"",
        detail: "View columns that are not columns of their base relation are not updatable.")
      return false
    }
    return false
  }
}

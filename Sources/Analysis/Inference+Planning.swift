import PostgresCatalog
import PostgresSyntax

/// What PostgreSQL objects to when it plans a statement or begins to run it: a server that only prepares it does not say.
extension Inference {
  func checkPlanning() {
    guard parts.contains(.dataChange), typed.errors.isEmpty else { return }
    for id in tree.ids where isDataChange(id) && isDone[Int(id.index)] {
      guard case .row(let number) = typed[id].resolution, let relation = typed.sources[number].relation else { continue }
      switch relation.kind {
      case .table, .partitionedTable:
        if let conflict = child(id, .onConflict) { checkArbiter(conflict, relation) }
      case .materializedView: cannotChange("materialized view", relation)
      case .sequence: cannotChange("sequence", relation)
      case .view, .foreignTable, .compositeType: break
      }
    }
  }

  private func cannotChange(_ what: String, _ relation: Relation) {
    reportRun("42809", "cannot change \(what) \"\(relation.name)\"")
  }

  private func reportRun(_ sqlstate: String, _ message: String) {
    typed.runErrors.append(AnalysisError(sqlstate: sqlstate, message: message, range: tree[tree.root].range, hasPlace: false))
  }

  /// The index that ON CONFLICT is about (`infer_arbiter_indexes`).
  private func checkArbiter(_ conflict: NodeID, _ relation: Relation) {
    guard let target = child(conflict, .conflictTarget), !tree.containsHole(target) else { return }
    if let name = child(target, .name).flatMap({ name($0) }) {
      guard let constraint = relation.constraints.first(where: { $0.name == name }) else { return }
      switch constraint.kind {
      case .primaryKey, .unique: return
      case .exclusion:
        if has(conflict, .doUpdate) { reportRun("42809", "ON CONFLICT DO UPDATE not supported with exclusion constraints") }
      case .foreignKey, .check: reportRun("42809", "constraint in ON CONFLICT clause has no associated index")
      }
      return
    }
    let elements = each(target, .item).compactMap { child($0, .value) }
    let columns = elements.compactMap { kind($0) == .columnReference || kind($0) == .identifier ? names($0)?.last : nil }
    let hasExpressions = columns.count < elements.count
    let hasCondition = child(target, .whereClause) != nil
    let mayMatch = relation.indexes.contains { index in
      guard index.isUnique, index.isValid, index.predicate == nil || hasCondition else { return false }
      let keys = index.keys.compactMap(\.column)
      // Whether two expressions are the same, or one condition implies another, is the server's to tell.
      return Set(keys) == Set(columns) && (keys.count < index.keys.count) == hasExpressions
    }
    if !mayMatch { reportRun("42P10", "there is no unique or exclusion constraint matching the ON CONFLICT specification") }
  }
}

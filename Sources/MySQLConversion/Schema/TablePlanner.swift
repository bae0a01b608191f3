import MySQLTarget
import PostgresCatalog

/// Decides the whole of one table.
struct TablePlanner {
  let catalog: CatalogIndex
  let target: Target

  func plan(_ relation: Relation) -> TablePlan {
    var findings = SchemaFindings()
    let columns = ColumnPlanner(catalog: catalog, target: target, relation: relation).plan(&findings)
    var plan = TablePlan(relation: relation, columns: columns)
    let scope = Self.scope(of: plan, catalog: catalog)
    (plan.keys, plan.carried) = KeyPlanner(catalog: catalog, scope: scope, plan: plan).run(&findings)
    plan.checks = CheckPlanner(catalog: catalog, scope: scope, plan: plan).run(&findings)
    weakenUnchecked(&plan)
    plan.findings = findings
    return plan
  }

  /// The columns of a planned table for its expressions.
  static func scope(of plan: TablePlan, catalog: CatalogIndex) -> ExpressionScope {
    var scope = ExpressionScope(columns: [:], catalog: catalog)
    for column in plan.columns {
      var kind = scope.kind(of: column.column.type)
      if column.storage.fidelity == .none || !column.column.hasDeterministicCollation { kind = .other(column.source.name) }
      let length: Int? =
        switch column.storage.shape {
        case .text: column.storage.keyBytes.map { $0 / 4 }
        case .asciiText: column.storage.keyBytes
        default: nil
        }
      scope.columns[column.column.name] = ExpressionScope.Entry(
        sql: column.name, kind: kind, isNullable: !column.isNotNull, maximumLength: length,
        collation: column.column.collation)
    }
    return scope
  }

  /// A uuid that no check keeps canonical may be stored in two forms.
  private func weakenUnchecked(_ plan: inout TablePlan) {
    let unchecked = Set(plan.columns.filter { column in
      guard column.storage.shape == .asciiText, let condition = column.storage.check(on: column.name) else { return false }
      return !plan.checks.contains { $0.condition == condition }
    }.map(\.column.name))
    for place in plan.carried.indices where plan.carried[place].isExact && !unchecked.isDisjoint(with: plan.carried[place].columns ?? []) {
      plan.carried[place].isExact = false
      plan.carried[place].reason = "no check keeps its values in the canonical form"
    }
  }
}

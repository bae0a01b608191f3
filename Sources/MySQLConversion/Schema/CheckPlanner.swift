import MySQLTarget
import PostgresCatalog

/// Collects the CHECK constraints of a table: its own, those of its columns' domains, and those that MySQL's types lack.
struct CheckPlanner {
  let catalog: CatalogIndex
  let scope: ExpressionScope
  let plan: TablePlan

  private var relation: Relation { plan.relation }

  func run(_ findings: inout SchemaFindings) -> [TablePlan.CheckPlan] {
    relation.constraints.filter { $0.kind == .check }.compactMap { tableCheck($0, &findings) }
      + plan.columns.flatMap { domainChecks($0, &findings) } + plan.columns.compactMap { typeCheck($0, &findings) } + matchFullChecks(&findings)
  }

  private func tableCheck(_ constraint: Constraint, _ findings: inout SchemaFindings) -> TablePlan.CheckPlan? {
    let text = constraint.checkExpression ?? Self.expression(in: constraint.definition)
    let check = check(named: constraint.name, text, in: scope, "the check \(constraint.name) on \(plan.displayName)", &findings)
    if check != nil, !constraint.isValidated {
      findings.differs(
        .check, "the check \(constraint.name) on \(plan.displayName) is NOT VALID: MySQL checks existing rows too",
        help: "mend the rows that violate it before loading them")
    }
    return check
  }

  private static func expression(in definition: String) -> String {
    var text = definition[...]
    if text.hasPrefix("CHECK ") { text = text.dropFirst(6) }
    for suffix in [" NOT VALID", " NO INHERIT"] where text.hasSuffix(suffix) { text = text.dropLast(suffix.count) }
    return String(text)
  }

  private func check(
    named name: String, _ text: String, in scope: ExpressionScope, _ what: String, _ findings: inout SchemaFindings
  ) -> TablePlan.CheckPlan? {
    do throws(NotConvertible) {
      let expression = try CatalogExpressionParser.parse(text)
      try requireCheckable(expression.columns)
      let condition = try ExpressionConverter(scope: scope).condition(expression)
      // A column or CASE alone is no condition to MySQL (error 3812).
      let isCondition = !condition.isAtomic || condition.sql.hasPrefix("REGEXP_LIKE(")
      return TablePlan.CheckPlan(name: name, condition: isCondition ? condition.sql : "\(condition.operand) <> 0")
    } catch {
      findings.lost(
        .check, "\(what) is not carried over: it \(error.reason)", help: "enforce it in the application or in BEFORE INSERT and UPDATE triggers: CHECK (\(text))")
      return nil
    }
  }

  /// - Throws: For columns that MySQL allows in no check (errors 3818 and 3823).
  private func requireCheckable(_ columns: Set<String>) throws(NotConvertible) {
    for name in columns.sorted() {
      if plan.column(name)?.isAutoIncrement == true { throw NotConvertible("reads the AUTO_INCREMENT column \(name)") }
      if changedByForeignKeys.contains(name) { throw NotConvertible("reads the column \(name), which a foreign key's action changes") }
    }
  }

  /// Columns that ON DELETE or ON UPDATE actions write to.
  var changedByForeignKeys: Set<String> {
    Set(relation.constraints.filter { $0.kind == .foreignKey && ForeignKeyPlanner.changesColumns($0) }.flatMap(\.columns))
  }

  /// A domain's checks call the value VALUE; NULL passes them unless they say otherwise, as it does any check.
  private func domainChecks(_ column: TablePlan.ColumnPlan, _ findings: inout SchemaFindings) -> [TablePlan.CheckPlan] {
    var (checks, oid, steps) = ([TablePlan.CheckPlan](), column.column.type, 0)
    while let type = catalog.type(oid), type.kind == .domain, steps < 64 {
      for domainCheck in type.checks {
        var scope = scope
        scope.columns["value"] = scope.columns[column.column.name]
        let what = "the check \(domainCheck.name) of the domain \(type.name) for \(plan.displayName).\(column.column.name)"
        if column.isAutoIncrement || changedByForeignKeys.contains(column.column.name) {
          findings.lost(.check, "\(what) is not carried over: MySQL allows no check on this column", help: "enforce it in the application: CHECK (\(domainCheck.expression))")
        } else if let check = check(named: "\(relation.name)_\(column.column.name)_\(domainCheck.name)", domainCheck.expression, in: scope, what, &findings) {
          checks.append(check)
        }
      }
      (oid, steps) = (type.base, steps + 1)
    }
    return checks
  }

  /// What keeps values out that PostgreSQL's type cannot hold.
  private func typeCheck(_ column: TablePlan.ColumnPlan, _ findings: inout SchemaFindings) -> TablePlan.CheckPlan? {
    guard let condition = column.storage.check(on: column.name), !column.isAutoIncrement else { return nil }
    guard !changedByForeignKeys.contains(column.column.name) else {
      findings.note(
        .check, "\(plan.displayName).\(column.column.name) has no check of its form: a foreign key's action changes it, and MySQL then allows none")
      return nil
    }
    return TablePlan.CheckPlan(name: "\(relation.name)_\(column.column.name)_type", condition: condition)
  }

  /// MATCH FULL: all columns of the key are NULL or none is.
  private func matchFullChecks(_ findings: inout SchemaFindings) -> [TablePlan.CheckPlan] {
    relation.constraints.filter { $0.kind == .foreignKey && $0.definition.contains(" MATCH FULL") && $0.columns.count > 1 }.compactMap { key in
      guard !ForeignKeyPlanner.changesColumns(key) else {
        findings.lost(
          .foreignKey, "the foreign key \(key.name) on \(plan.displayName) lets some of its columns be NULL: MySQL has no MATCH FULL", help: "enforce it in a trigger")
        return nil
      }
      let names = key.columns.map { "(\(plan.column($0)?.name ?? ReservedWords.quoted($0)) IS NULL)" }
      return TablePlan.CheckPlan(name: "\(key.name)_full", condition: names.dropFirst().map { "\(names[0]) = \($0)" }.joined(separator: " AND "))
    }
  }
}

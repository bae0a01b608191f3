import MySQLTarget
import PostgresCatalog

/// Writes CREATE TABLE for a plan.
struct TableWriter {
  let catalog: CatalogIndex
  let names: SchemaNames
  let plan: TablePlan

  /// - Parameter checkNames: Names that MySQL's checks have already: they are unique within a database.
  func statement(_ checkNames: inout UniqueNames, _ findings: inout SchemaFindings) -> SchemaScript.Statement {
    var notes: [String] = []
    var lines = plan.columns.map { definition(of: $0, &notes, &findings) }
    lines += plan.keys.map(definition)
    for check in plan.checks {
      let name = checkNames.take(check.name, in: plan.relation.schema, prefix: plan.relation.name)
      lines.append("CONSTRAINT \(ReservedWords.quoted(name)) CHECK (\(check.condition))")
    }
    let table = names.table(plan.relation.schema, plan.relation.name)
    let body = lines.map { "  \($0)" }.joined(separator: ",\n")
    return SchemaScript.Statement(
      kind: .table, object: plan.displayName, sql: "CREATE TABLE \(table) (\n\(body)\n) \(options(&findings).joined(separator: " "))", notes: notes)
  }

  private func options(_ findings: inout SchemaFindings) -> [String] {
    var options = ["ENGINE=InnoDB", "DEFAULT CHARACTER SET utf8mb4 COLLATE \(AssumedSession.collation)"]
    if let column = plan.columns.first(where: \.isAutoIncrement), let name = column.column.sequence,
      let sequence = catalog.relation(named: name.name, schema: name.schema)?.sequence
    {
      if sequence.start > 1 { options.append("AUTO_INCREMENT=\(sequence.start)") }
      let odd = sequence.increment != 1 ? "counts by \(sequence.increment)" : sequence.start < 1 ? "starts at \(sequence.start)" : nil
      if let odd {
        findings.differs(
          .identity, "the sequence of \(plan.displayName).\(column.column.name) \(odd), AUTO_INCREMENT counts up from 1 or a start by 1",
          help: "auto_increment_increment changes the step for the whole server")
      }
    }
    if let comment = comment(plan.relation.comment, limit: 2048, plan.displayName, &findings) { options.append("COMMENT=\(comment)") }
    return options
  }

  private func comment(_ text: String?, limit: Int, _ object: String, _ findings: inout SchemaFindings) -> String? {
    guard let text, !text.isEmpty else { return nil }
    let scalars = text.unicodeScalars
    if scalars.count > limit { findings.note(.comment, "the comment on \(object) is cut to MySQL's \(limit) characters") }
    return MySQLLiteral.string(String(String.UnicodeScalarView(scalars.prefix(limit))))
  }

  private func definition(of key: TablePlan.KeyPlan) -> String {
    let parts = "(\(key.parts.joined(separator: ", ")))"
    if key.isPrimary { return "PRIMARY KEY \(parts)" }
    return "\(key.isUnique ? "UNIQUE KEY" : "KEY") \(ReservedWords.quoted(key.name)) \(parts)"
  }

  // MARK: Columns

  private func definition(
    of column: TablePlan.ColumnPlan, _ notes: inout [String], _ findings: inout SchemaFindings
  ) -> String {
    var words = [column.name, column.storage.declaration]
    if column.column.isGenerated, let generation = generation(column, &notes, &findings) {
      words.append(generation)
      if column.isNotNull { words.append("NOT NULL") }
    } else {
      if column.isNotNull { words.append("NOT NULL") }
      if column.isAutoIncrement { words.append("AUTO_INCREMENT") } else if let clause = defaultClause(column, &notes, &findings) { words.append("DEFAULT \(clause)") }
    }
    if let comment = comment(column.column.comment, limit: 1024, "\(plan.displayName).\(column.column.name)", &findings) { words.append("COMMENT \(comment)") }
    return words.joined(separator: " ")
  }

  private func generation(_ column: TablePlan.ColumnPlan, _ notes: inout [String], _ findings: inout SchemaFindings) -> String? {
    guard let text = column.column.defaultExpression else { return nil }
    do throws(NotConvertible) {
      let expression = try CatalogExpressionParser.parse(text)
      if let name = expression.columns.sorted().first(where: { plan.column($0)?.isAutoIncrement == true }) {
        throw NotConvertible("reads the AUTO_INCREMENT column \(name)")
      }
      let value = try ExpressionConverter(scope: TablePlanner.scope(of: plan, catalog: catalog)).convert(expression)
      // Stored columns forbid actions of foreign keys on what they are computed from (error 1215).
      let isActedOn = plan.relation.constraints.contains {
        $0.kind == .foreignKey && ($0.onDelete == "c" || ForeignKeyPlanner.changesColumns($0)) && !expression.columns.isDisjoint(with: $0.columns)
      }
      return "GENERATED ALWAYS AS (\(value.sql)) \(isActedOn ? "VIRTUAL" : "STORED")"
    } catch {
      findings.lost(
        .generated, "\(plan.displayName).\(column.column.name) is no longer generated: its expression \(error.reason)",
        help: "compute it in BEFORE INSERT and UPDATE triggers: \(text)")
      notes.append("not converted: \(column.column.name) GENERATED ALWAYS AS (\(text)) STORED")
      return nil
    }
  }

  private func defaultClause(_ column: TablePlan.ColumnPlan, _ notes: inout [String], _ findings: inout SchemaFindings) -> String? {
    guard !column.column.isGenerated, !column.column.isSerial, column.column.identity == nil else { return nil }
    guard let text = column.column.defaultExpression ?? domainDefault(column.column.type) else { return nil }
    do throws(NotConvertible) {
      return try ColumnDefault(scope: TablePlanner.scope(of: plan, catalog: catalog), column: column).clause(text)
    } catch {
      findings.lost(
        .default, "\(plan.displayName).\(column.column.name) has no default: it \(error.reason)", help: "give the value in the application: \(text)")
      notes.append("not converted: \(column.column.name) DEFAULT \(text)")
      return nil
    }
  }

  private func domainDefault(_ oid: OID) -> String? {
    var (current, steps) = (oid, 0)
    while let type = catalog.type(current), type.kind == .domain, steps < 64 {
      if let text = type.defaultExpression { return text }
      (current, steps) = (type.base, steps + 1)
    }
    return nil
  }
}

import MySQLTarget
import PostgresCatalog

/// Reports what a schema has besides tables, and what its tables have besides columns and keys.
struct SchemaObjectReport {
  let catalog: CatalogIndex
  let schemas: [String]
  let relations: [Relation]
  let plans: [TablePlan]

  func run(_ findings: inout SchemaFindings) {
    reportTypes(&findings)
    for relation in relations { report(relation, &findings) }
    reportNames(&findings)
    reportFunctions(&findings)
    reportOwners(&findings)
  }

  // MARK: Types

  /// One finding for each type that has a caveat, and one for each column that has no like.
  private func reportTypes(_ findings: inout SchemaFindings) {
    var columns: [SourceAndStorage: [String]] = [:]
    for plan in plans {
      for column in plan.columns {
        let name = "\(plan.displayName).\(column.column.name)"
        switch column.storage.fidelity {
        case .exact: continue
        case .caveat: columns[SourceAndStorage(source: sourceName(column.source), storage: column.storage), default: []].append(name)
        case .none:
          findings.lost(
            .type, "\(name) has no MySQL type of its own and becomes \(column.storage.name)", help: column.storage.caveats.joined(separator: "; "))
        }
      }
    }
    for (key, names) in columns.sorted(by: { ($0.key.source, $0.key.storage.name, $0.value[0]) < ($1.key.source, $1.key.storage.name, $1.value[0]) }) {
      let rest = names.count == 1 ? "" : " and \(names.count - 1) more"
      let message = "\(key.source) becomes \(shortName(key.storage.name)) (\(names[0])\(rest))"
      let help = key.storage.caveats.joined(separator: "; ")
      let isCut = ["text", "bytea", "varchar"].contains(key.source) && key.storage.keyBytes != nil
      if isCut { findings.differs(.keyLength, message, help: help) } else { findings.note(.type, message, help: help) }
    }
  }

  private struct SourceAndStorage: Hashable {
    var source: String
    var storage: StorageType
  }

  private func sourceName(_ source: SourceType) -> String { source.kind == .array ? "\(source.name.drop { $0 == "_" })[]" : source.name }

  private func shortName(_ name: String) -> String { name.count > 60 ? name.prefix(57) + "…" : name }

  // MARK: Relations

  private func report(_ relation: Relation, _ findings: inout SchemaFindings) {
    let name = "\(relation.schema).\(relation.name)"
    switch relation.kind {
    case .table, .partitionedTable: reportTable(relation, name, &findings)
    case .materializedView:
      findings.lost(.view, "the materialized view \(name) is not carried over", help: "keep a table and refresh it by RENAME TABLE or an EVENT")
    case .foreignTable: findings.lost(.table, "the foreign table \(name) is not carried over", help: "read the other server from the application")
    case .sequence: reportSequence(relation, name, &findings)
    case .compositeType, .view: break
    }
  }

  private func reportTable(_ relation: Relation, _ name: String, _ findings: inout SchemaFindings) {
    if relation.kind == .partitionedTable, !relation.isPartition {
      findings.differs(
        .partition, "the table \(name) is no longer partitioned\(relation.partitionKey.map { " by \($0)" } ?? "")",
        help: "MySQL's partitioned tables have no foreign keys in either direction; add PARTITION BY by hand where it pays")
    }
    if !relation.isPartition, plans.contains(where: { $0.displayName == name && !$0.keys.contains(where: \.isPrimary) }) {
      findings.note(
        .table, "the table \(name) has no primary key: a server with sql_require_primary_key refuses it", help: "give it one, or set sql_generate_invisible_primary_key")
    }
    if relation.hasInheritanceChildren {
      findings.lost(
        .inheritance, "the table \(name) no longer shows the rows of the tables that inherit from it", help: "read it through a view that joins them by UNION ALL")
    }
    for trigger in relation.triggers {
      findings.lost(.trigger, "the trigger \(trigger.name) on \(name) is not carried over", help: "rewrite its function as a MySQL trigger: \(trigger.definition)")
    }
    if relation.hasRules { findings.lost(.rule, "the rules on \(name) are not carried over", help: "put what they do into the statements or a trigger") }
    if relation.hasRowSecurity {
      findings.lost(
        .rowSecurity, "the row-level security of \(name) is not carried over: every row is visible", help: "put its conditions into a view with SQL SECURITY DEFINER or into every query")
    }
    for column in relation.columns where column.identity == .always {
      findings.note(.identity, "\(name).\(column.name) accepts explicit values: AUTO_INCREMENT has no GENERATED ALWAYS")
    }
  }

  private func reportSequence(_ relation: Relation, _ name: String, _ findings: inout SchemaFindings) {
    let isOwned = relations.contains { $0.columns.contains { $0.sequence == relation.qualifiedName } }
    guard !isOwned else { return }
    findings.lost(
      .sequence, "the sequence \(name) is not carried over: MySQL has none", help: "count in a table of its own with UPDATE … SET n = LAST_INSERT_ID(n + 1)")
  }

  // MARK: The rest

  private func reportNames(_ findings: inout SchemaFindings) {
    var seen: [String: String] = [:]
    for plan in plans {
      let relation = plan.relation
      if let objection = ReservedWords.objection(to: relation.name) {
        findings.lost(
          .name, "the table \(plan.displayName) becomes \(SchemaNames.usable(relation.name)): \(objection.rawValue)", help: "rename it in PostgreSQL first")
      }
      let key = "\(relation.schema)/\(relation.name.lowercased())"
      if let other = seen[key] {
        findings.differs(
          .name, "the tables \(other) and \(plan.displayName) differ in letter case only", help: "rename one unless the server has lower_case_table_names = 0")
      }
      seen[key] = plan.displayName
    }
  }

  private func reportFunctions(_ findings: inout SchemaFindings) {
    for function in catalog.catalog.functions where schemas.contains(function.schema) && function.extensionName == nil {
      let arguments = function.arguments.map { catalog.displayName(of: $0) }.joined(separator: ", ")
      findings.lost(
        .function, "the \(function.kind == .procedure ? "procedure" : "function") \(function.schema).\(function.name)(\(arguments)) is not carried over",
        help: "rewrite it as a MySQL stored routine or in the application")
    }
  }

  /// AUTO_INCREMENT in general, once.
  private func reportOwners(_ findings: inout SchemaFindings) {
    guard let plan = plans.first(where: { $0.columns.contains(where: \.isAutoIncrement) }) else { return }
    findings.note(
      .identity, "sequences become AUTO_INCREMENT (\(plan.displayName) and others): inserting 0 or NULL generates a value too",
      help: "leave the column out or give DEFAULT")
  }
}

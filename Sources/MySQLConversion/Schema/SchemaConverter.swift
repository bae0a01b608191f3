import MySQLTarget
import PostgresCatalog
import SourceText

/// Writes the MySQL schema for a catalog.
///
///     let script = SchemaConverter(catalog: index, target: .standard).convert()
///     print(script.text)
///
/// Tables, columns, defaults, keys, checks, indexes, enums, domains and foreign keys are carried over where MySQL has the same; what is
/// not is a finding and, within a table, a comment in the script. The same catalog gives the same script, byte for byte.
package struct SchemaConverter: Sendable {
  let catalog: CatalogIndex
  let target: Target
  let names: SchemaNames
  let hasExtensionPack: Bool

  /// - Parameters:
  ///   - databases: MySQL databases for schemas that are not to be databases of their own name.
  ///   - hasExtensionPack: Whether views may call the extension pack: its functions must be installed before the script runs.
  package init(catalog: CatalogIndex, target: Target = .standard, databases: [String: String] = [:], hasExtensionPack: Bool = false) {
    (self.catalog, self.target, self.hasExtensionPack) = (catalog, target, hasExtensionPack)
    let main = catalog.catalog.searchPath.first { $0 != "pg_catalog" && !$0.hasPrefix("pg_temp") } ?? "public"
    names = SchemaNames(target: target, mainSchema: main, databases: databases)
  }

  /// The script for some schemas, or for all that are not the system's.
  ///
  /// - Parameter schemas: PostgreSQL's names; the first of the search path becomes the connection's database, each other a database of
  ///   its name.
  package func convert(schemas: [String]? = nil) -> SchemaScript {
    let schemas = ordered(schemas ?? catalog.catalog.schemas.map(\.name).filter { !Self.isSystem($0) })
    let relations = schemas.flatMap { schema in
      catalog.catalog.relations.filter { $0.schema == schema && $0.extensionName == nil }.sorted { $0.name < $1.name }
    }
    let plans = DependencyOrder.sorted(relations.filter(isTable)).map { TablePlanner(catalog: catalog, target: target).plan($0) }
    var findings = SchemaFindings()
    var statements = prelude(schemas, plans)
    statements += write(plans, &findings)
    let tables = Set(plans.map { [$0.relation.schema, $0.relation.name] })
    statements += ViewWriter(catalog: catalog, target: target, names: names, tables: tables, hasExtensionPack: hasExtensionPack).statements(relations.filter { $0.kind == .view }, &findings)
    SchemaObjectReport(catalog: catalog, schemas: schemas, relations: relations, plans: plans).run(&findings)
    return SchemaScript(statements: statements, findings: findings.all)
  }

  /// Every unique key of a table and whether MySQL's table has it with the same meaning: what ON CONFLICT needs to know.
  ///
  /// MySQL's table has no other unique keys. A relation that is no table has none.
  package func keys(of relation: Relation) -> [CarriedKey] {
    isTable(relation) ? TablePlanner(catalog: catalog, target: target).plan(relation).carried : []
  }

  /// The MySQL types of a relation's columns by column name, for a table with regard to its keys.
  package func storage(of relation: Relation) -> [String: StorageType] {
    var ignored = SchemaFindings()
    let columns = ColumnPlanner(catalog: catalog, target: target, relation: relation).plan(&ignored)
    return Dictionary(columns.map { ($0.column.name, $0.storage) }, uniquingKeysWith: { first, _ in first })
  }

  /// The MySQL type that stores values of a PostgreSQL type outside of keys.
  package func storage(of type: OID, modifier: Int32 = -1) -> StorageType {
    let column = Column(number: 1, name: "value", type: type, typeModifier: modifier)
    let planner = ColumnPlanner(catalog: catalog, target: target, relation: Relation(oid: 0, schema: "", name: "", kind: .table, rowType: 0))
    return StorageTypes.storage(of: planner.source(of: column), target: target)
  }

  private static func isSystem(_ schema: String) -> Bool { schema == "information_schema" || schema.hasPrefix("pg_") }

  /// Partitions are part of their parent.
  private func isTable(_ relation: Relation) -> Bool { (relation.kind == .table || relation.kind == .partitionedTable) && !relation.isPartition }

  /// The main schema first, then by name.
  private func ordered(_ schemas: [String]) -> [String] {
    let sorted = Set(schemas).sorted()
    return sorted.filter { $0 == names.mainSchema } + sorted.filter { $0 != names.mainSchema }
  }

  // MARK: Writing

  private func prelude(_ schemas: [String], _ plans: [TablePlan]) -> [SchemaScript.Statement] {
    let collation = "CHARACTER SET utf8mb4 COLLATE \(AssumedSession.collation)"
    var statements = [
      SchemaScript.Statement(
        kind: .session, object: "", sql: "SET NAMES utf8mb4 COLLATE \(AssumedSession.collation)",
        notes: [
          "MySQL schema for the PostgreSQL database \(catalog.catalog.database), target \(target.name)",
          "Run it in the database that takes the place of the schema \(names.mainSchema).",
        ]),
      SchemaScript.Statement(kind: .session, object: "", sql: "SET time_zone = '+00:00'"),
    ]
    // The definitions are written for the default modes, and kept in a form that needs none.
    if !target.sqlModes.isEmpty { statements.append(.init(kind: .session, object: "", sql: "SET sql_mode = '\(AssumedSession.sqlMode())'")) }
    for schema in schemas {
      if schema == names.mainSchema {
        statements.append(.init(kind: .database, object: schema, sql: "ALTER DATABASE \(collation)"))
      } else if plans.contains(where: { $0.relation.schema == schema }) {
        statements.append(.init(kind: .database, object: schema, sql: "CREATE DATABASE IF NOT EXISTS \(names.database(schema)) \(collation)"))
      }
    }
    return statements
  }

  private func write(_ plans: [TablePlan], _ findings: inout SchemaFindings) -> [SchemaScript.Statement] {
    var (statements, checkNames) = ([SchemaScript.Statement](), UniqueNames())
    for plan in plans {
      findings.append(plan.findings.all)
      let writer = TableWriter(catalog: catalog, names: names, plan: plan)
      statements.append(writer.statement(&checkNames, &findings))
    }
    let byName = Dictionary(plans.map { ([$0.relation.schema, $0.relation.name], $0) }, uniquingKeysWith: { first, _ in first })
    var keyNames = UniqueNames()
    for plan in plans {
      let planner = ForeignKeyPlanner(child: plan) { byName[[$0, $1]] }
      for key in plan.relation.constraints where key.kind == .foreignKey {
        let name = keyNames.take(key.name, in: plan.relation.schema, prefix: plan.relation.name)
        guard let clause = planner.clause(for: key, name: name, &findings) else { continue }
        statements += foreignKey(clause, of: plan, key)
      }
    }
    return statements
  }

  /// MySQL looks for a bare name in REFERENCES in the altered table's database, not in the connection's (error 1824). From another
  /// database the connection's must be named, and only the server knows how it is called.
  private func foreignKey(_ clause: ForeignKeyPlanner.Clause, of plan: TablePlan, _ key: Constraint) -> [SchemaScript.Statement] {
    let object = "\(plan.displayName).\(key.name)"
    func statement(_ sql: String) -> SchemaScript.Statement { .init(kind: .foreignKey, object: object, sql: sql) }
    let head = "ALTER TABLE \(names.table(plan.relation.schema, plan.relation.name)) \(clause.head)"
    let referenced = names.table(clause.schema, clause.table)
    let needsDatabase = plan.relation.schema != names.mainSchema && clause.schema == names.mainSchema && names.databases[names.mainSchema] == nil
    guard needsDatabase else { return [statement(head + referenced + clause.tail)] }
    let (before, after) = (MySQLLiteral.string(head + "`"), MySQLLiteral.string("`." + referenced + clause.tail))
    return [
      statement("SET @sqlferry = CONCAT(\(before), REPLACE(DATABASE(), '`', '``'), \(after))"), statement("PREPARE sqlferry FROM @sqlferry"),
      statement("EXECUTE sqlferry"), statement("DEALLOCATE PREPARE sqlferry"),
    ]
  }
}

import MySQLTarget
import PostgresCatalog

/// Writes foreign keys, all after the tables, so that cycles need no care.
struct ForeignKeyPlanner {
  let child: TablePlan
  /// The plan of a referenced table that the script creates; nil for others.
  let parent: (_ schema: String, _ name: String) -> TablePlan?

  /// Whether an action writes to the key's columns.
  static func changesColumns(_ key: Constraint) -> Bool {
    ["n", "d"].contains(key.onDelete ?? "a") || ["c", "n", "d"].contains(key.onUpdate ?? "a")
  }

  /// A key's text around the name of the table that it refers to.
  struct Clause {
    var head: String
    var schema: String
    var table: String
    var tail: String
  }

  /// `ADD CONSTRAINT …` for one key under a name that is free in the database; nil when it cannot be carried over.
  func clause(for key: Constraint, name: String, _ findings: inout SchemaFindings) -> Clause? {
    do throws(NotConvertible) {
      let clause = try write(key, name)
      report(key, &findings)
      return clause
    } catch {
      findings.lost(
        .foreignKey, "the foreign key \(key.name) on \(child.displayName) is not carried over: it \(error.reason)",
        help: "check the reference in the application: \(key.definition)")
      return nil
    }
  }

  private func write(_ key: Constraint, _ name: String) throws(NotConvertible) -> Clause {
    guard let schema = key.referencedSchema, let table = key.referencedTable, let parent = parent(schema, table) else {
      throw NotConvertible("refers to a table that is not part of the script")
    }
    guard key.columns.count == key.referencedColumns.count, !key.columns.isEmpty else { throw NotConvertible("names no columns") }
    var own: [String: String] = [:]
    for (column, other) in zip(key.columns, key.referencedColumns) {
      guard let a = child.column(column), let b = parent.column(other) else { throw NotConvertible("names an unknown column") }
      try requireEqualTypes(a, b)
      own[b.name] = a.name
    }
    // The columns must stand in the order of the key that they refer to (error 6125), which PostgreSQL leaves open.
    guard let referenced = parent.keys.first(where: { $0.isUnique && Set($0.parts) == Set(own.keys) && $0.parts.count == own.count })?.parts else {
      throw NotConvertible("refers to columns without a unique key of plain columns on MySQL")
    }
    return Clause(
      head: "ADD CONSTRAINT \(ReservedWords.quoted(name)) FOREIGN KEY (\(referenced.compactMap { own[$0] }.joined(separator: ", "))) REFERENCES ",
      schema: schema, table: table,
      tail: " (\(referenced.joined(separator: ", ")))\(try action("DELETE", key.onDelete, key))\(try action("UPDATE", key.onUpdate, key))")
  }

  private func requireEqualTypes(_ a: TablePlan.ColumnPlan, _ b: TablePlan.ColumnPlan) throws(NotConvertible) {
    let areTexts = a.storage.shape == b.storage.shape && [.text, .asciiText, .bytes].contains(a.storage.shape) && a.storage.collation == b.storage.collation
    guard areTexts || a.storage.declaration == b.storage.declaration else {
      throw NotConvertible("joins \(a.storage.name) with \(b.storage.name), and MySQL demands equal types")
    }
    guard a.storage.keyBytes != nil, b.storage.keyBytes != nil else { throw NotConvertible("has a column that no MySQL key holds") }
  }

  private func action(_ event: String, _ action: String?, _ key: Constraint) throws(NotConvertible) -> String {
    switch action {
    case nil, "a": return ""
    case "r": return " ON \(event) RESTRICT"
    case "c": return " ON \(event) CASCADE"
    case "n":
      if event == "DELETE", key.definition.contains("ON DELETE SET NULL (") { throw NotConvertible("sets some of its columns to NULL only") }
      return " ON \(event) SET NULL"
    default: throw NotConvertible("sets defaults, which InnoDB does not")
    }
  }

  private func report(_ key: Constraint, _ findings: inout SchemaFindings) {
    if key.isDeferrable {
      findings.differs(
        .deferrable, "the foreign key \(key.name) on \(child.displayName) is checked at once, row by row: MySQL defers nothing",
        help: "insert parents first and delete children first")
    }
    if key.referencedSchema == child.relation.schema, key.referencedTable == child.relation.name, ["a", nil].contains(key.onDelete) {
      findings.note(
        .foreignKey, "the foreign key \(key.name) on \(child.displayName) is checked row by row: deleting parent and child rows in one statement can fail",
        help: "delete children first")
    }
    if !key.isValidated {
      findings.differs(
        .foreignKey, "the foreign key \(key.name) on \(child.displayName) is NOT VALID: MySQL checks existing rows too", help: "mend the rows that violate it before loading them")
    }
  }
}

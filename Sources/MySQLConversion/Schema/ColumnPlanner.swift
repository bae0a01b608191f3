import MySQLTarget
import PostgresCatalog

/// Decides the MySQL types of a table's columns, which hang together: a key's columns share 3072 bytes, a row's 65,535.
struct ColumnPlanner {
  let catalog: CatalogIndex
  let target: Target
  let relation: Relation

  /// The columns with their storage; `findings` gets what their types cost.
  func plan(_ findings: inout SchemaFindings) -> [TablePlan.ColumnPlan] {
    let budgets = keyBudgets()
    var columns = relation.columns.map { column(for: $0, budget: budgets[$0.name]) }
    matchReferencedColumns(&columns, &findings)
    shrinkPrimaryKey(&columns, &findings)
    fitRow(&columns, &findings)
    chooseAutoIncrement(&columns, &findings)
    quoteNames(&columns, &findings)
    return columns
  }

  private func column(for column: Column, budget: Int?) -> TablePlan.ColumnPlan {
    let source = source(of: column)
    var storage = StorageTypes.storage(of: source, keyBytes: budget, target: target)
    if !column.hasDeterministicCollation, storage.shape == .text {
      storage.collation = "COLLATE utf8mb4_0900_as_ci"
      (storage.fidelity, storage.keepsEquality, storage.keepsOrder) = (.caveat, false, false)
      storage.caveats.append("its collation is nondeterministic: utf8mb4_0900_as_ci ignores letter case only")
    }
    return TablePlan.ColumnPlan(
      column: column, name: ReservedWords.quoted(column.name), source: source, storage: storage,
      isNotNull: column.isNotNull || isNotNullDomain(column.type))
  }

  /// The column's type without domains.
  func source(of column: Column) -> SourceType {
    var (oid, modifier, steps) = (column.type, column.typeModifier, 0)
    while let type = catalog.type(oid), type.kind == .domain, steps < 64 {
      if type.baseModifier >= 0 { modifier = type.baseModifier }
      (oid, steps) = (type.base, steps + 1)
    }
    guard let type = catalog.type(oid) else { return SourceType(schema: "", name: "unknown", kind: .pseudo) }
    return SourceType(schema: type.schema, name: type.name, modifier: modifier, kind: kind(of: type))
  }

  private func kind(of type: PostgresType) -> SourceType.Kind {
    if catalog.elementType(ofArray: type.oid) != nil { return .array }
    return switch type.kind {
    case .base, .domain: .base
    case .composite: .composite
    case .enum: .enumeration(type.labels)
    case .pseudo: .pseudo
    case .range: .range
    case .multirange: .multirange
    }
  }

  private func isNotNullDomain(_ oid: OID) -> Bool {
    var (current, steps) = (oid, 0)
    while let type = catalog.type(current), type.kind == .domain, steps < 64 {
      if type.isNotNull { return true }
      (current, steps) = (type.base, steps + 1)
    }
    return false
  }

  // MARK: Keys

  /// The bytes that each column may take in the narrowest key that holds it whole; columns in no such key are missing.
  private func keyBudgets() -> [String: Int] {
    var budgets: [String: Int] = [:]
    for columns in keyColumnLists() {
      let flexible = columns.filter { isFlexible($0) }
      let fixed = columns.filter { !flexible.contains($0) }.map { fixedBytes($0) }.reduce(0, +)
      let share = max(4, (StorageTypes.maximumKeyBytes - min(fixed, StorageTypes.maximumKeyBytes)) / max(1, flexible.count))
      for column in columns { budgets[column] = min(budgets[column] ?? .max, share) }
    }
    return budgets
  }

  private func keyColumnLists() -> [[String]] {
    let indexes = relation.indexes.filter { Self.isCarried($0) }.map { index in
      index.keys.flatMap { key -> [String] in
        if let column = key.column { return [column] }
        return (try? CatalogExpressionParser.parse(key.expression))?.columns.sorted() ?? []
      }
    }
    let constraints = relation.constraints.filter { [.primaryKey, .unique, .foreignKey].contains($0.kind) }.map(\.columns)
    return indexes + constraints
  }

  /// Indexes that MySQL has a like of.
  static func isCarried(_ index: Index) -> Bool { ["btree", "hash", "brin"].contains(index.method) }

  /// Whether the column's length is for us to choose.
  private func isFlexible(_ name: String) -> Bool {
    guard let column = relation.columns.first(where: { $0.name == name }) else { return false }
    let source = source(of: column)
    guard source.schema == "pg_catalog", source.kind == .base else { return false }
    return source.name == "text" || source.name == "bytea" || (["varchar", "bpchar"].contains(source.name) && source.length == nil)
  }

  private func fixedBytes(_ name: String) -> Int {
    guard let column = relation.columns.first(where: { $0.name == name }) else { return 0 }
    return min(StorageTypes.storage(of: source(of: column), target: target).keyBytes ?? 0, 1024)
  }

  /// A foreign key's columns must have the very type of those they refer to (error 3780); for texts the length may differ.
  private func matchReferencedColumns(_ columns: inout [TablePlan.ColumnPlan], _ findings: inout SchemaFindings) {
    for key in relation.constraints where key.kind == .foreignKey {
      guard let schema = key.referencedSchema, let table = key.referencedTable, let parent = catalog.relation(named: table, schema: schema) else { continue }
      for (name, referenced) in zip(key.columns, key.referencedColumns) {
        guard let place = columns.firstIndex(where: { $0.column.name == name }), let column = parent.columns.first(where: { $0.name == referenced }) else { continue }
        let storage = StorageTypes.storage(of: source(of: column), keyBytes: 4, target: target)
        guard storage.shape == .integer, columns[place].storage.shape == .integer, storage.name != columns[place].storage.name else { continue }
        findings.differs(
          .foreignKey,
          "\(relation.schema).\(relation.name).\(name) becomes \(storage.name) instead of \(columns[place].storage.name): the foreign key \(key.name) refers to a column of that type",
          help: "MySQL demands equal types on both sides")
        columns[place].storage = storage
      }
    }
  }

  /// A primary key has columns only, no hashes: its texts must fit whole.
  private func shrinkPrimaryKey(_ columns: inout [TablePlan.ColumnPlan], _ findings: inout SchemaFindings) {
    guard let key = relation.indexes.first(where: \.isPrimary)?.keys.compactMap(\.column) ?? relation.constraints.first(where: { $0.kind == .primaryKey })?.columns else { return }
    let places = key.compactMap { name in columns.firstIndex { $0.column.name == name } }
    func total() -> Int { places.reduce(0) { $0 + (columns[$1].storage.keyBytes ?? 65_536) } }
    while total() > StorageTypes.maximumKeyBytes {
      let texts = places.filter { columns[$0].storage.shape == .text && (columns[$0].storage.keyBytes ?? 65_536) > 4 * 16 }
      guard let widest = texts.max(by: { (columns[$0].storage.keyBytes ?? 65_536, $1) < (columns[$1].storage.keyBytes ?? 65_536, $0) }) else { return }
      let others = total() - (columns[widest].storage.keyBytes ?? 65_536)
      let length = max(16, min((StorageTypes.maximumKeyBytes - min(others, StorageTypes.maximumKeyBytes)) / 4, StorageTypes.maximumKeyBytes / 4 / texts.count))
      let before = columns[widest].storage.name
      var storage = StorageTypes.storage(of: SourceType(name: "text"), keyBytes: StorageTypes.maximumKeyBytes, target: target)
      storage.name = "varchar(\(length))"
      (storage.keyBytes, storage.rowBytes) = (4 * length, 4 * length + 2)
      guard (columns[widest].storage.keyBytes ?? 65_536) > 4 * length else { return }
      storage.caveats = ["the primary key holds it, so it is limited to \(length) characters"]
      columns[widest].storage = storage
      findings.differs(
        .keyLength, "\(relation.schema).\(relation.name).\(columns[widest].column.name) becomes varchar(\(length)) instead of \(before): a key has 3072 bytes",
        help: "check that no value is longer: SELECT max(length(…)); longer ones are refused (error 1406)")
    }
  }

  // MARK: Rows

  /// Texts in no key move out of the row, widest first, until it fits.
  private func fitRow(_ columns: inout [TablePlan.ColumnPlan], _ findings: inout SchemaFindings) {
    let keyed = Set(keyColumnLists().joined())
    func total() -> Int { columns.reduce(columns.count / 8 + 16) { $0 + $1.storage.rowBytes } }
    while total() > StorageTypes.maximumRowBytes {
      let movable = columns.indices.filter { columns[$0].storage.name.hasPrefix("varchar(") && !keyed.contains(columns[$0].column.name) && columns[$0].storage.rowBytes > 64 }
      guard let widest = movable.max(by: { (columns[$0].storage.rowBytes, $1) < (columns[$1].storage.rowBytes, $0) }) else { break }
      let before = columns[widest].storage
      var storage = StorageTypes.storage(of: SourceType(name: "text"), target: target)
      storage.checkTemplate = "char_length({}) <= \((before.keyBytes ?? 0) / 4)"
      (storage.collation, storage.keepsEquality, storage.fidelity, storage.caveats) = (before.collation, before.keepsEquality, before.fidelity, before.caveats)
      columns[widest].storage = storage
      findings.note(
        .type, "\(relation.schema).\(relation.name).\(columns[widest].column.name) becomes longtext with a length check instead of \(before.name): the row would exceed 65,535 bytes")
    }
    if total() > StorageTypes.maximumRowBytes || columns.count > 1017 {
      findings.lost(
        .table, "the table \(relation.schema).\(relation.name) is wider than a MySQL row", help: "split the table: MySQL allows 1017 columns and 65,535 bytes without TEXT and BLOB")
    }
  }

  // MARK: AUTO_INCREMENT

  private func chooseAutoIncrement(_ columns: inout [TablePlan.ColumnPlan], _ findings: inout SchemaFindings) {
    let candidates = columns.indices.filter { columns[$0].column.isSerial || columns[$0].column.identity != nil }
    let leading = Set(keyColumnLists().compactMap(\.first))
    let integers = candidates.filter { columns[$0].storage.shape == .integer }
    guard let chosen = integers.first(where: { leading.contains(columns[$0].column.name) }) ?? integers.first else {
      for place in candidates { reportSequence(columns[place].column, &findings, "is no integer on MySQL") }
      return
    }
    columns[chosen].isAutoIncrement = true
    columns[chosen].isNotNull = true
    for place in candidates where place != chosen {
      reportSequence(columns[place].column, &findings, "is the second generated number of its table, and MySQL allows one")
    }
  }

  private func reportSequence(_ column: Column, _ findings: inout SchemaFindings, _ why: String) {
    findings.lost(
      .identity, "\(relation.schema).\(relation.name).\(column.name) loses its generated values: it \(why)",
      help: "give the values in the application or in a BEFORE INSERT trigger that counts in a table")
  }

  // MARK: Names

  /// MySQL ignores the letter case of column names.
  private func quoteNames(_ columns: inout [TablePlan.ColumnPlan], _ findings: inout SchemaFindings) {
    var names = UniqueNames()
    for place in columns.indices {
      let original = columns[place].column.name
      let name = names.take(original, in: "", prefix: "column\(columns[place].column.number)")
      columns[place].name = ReservedWords.quoted(name)
      guard name != original else { continue }
      let why = ReservedWords.objection(to: original).map { $0.rawValue } ?? "MySQL ignores letter case, and another column has the name"
      findings.lost(
        .name, "the column \(relation.schema).\(relation.name).\(original) becomes \(name): \(why)", help: "rename it in PostgreSQL first, or rename its uses by hand")
    }
  }
}

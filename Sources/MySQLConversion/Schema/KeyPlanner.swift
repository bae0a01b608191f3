import MySQLTarget
import PostgresCatalog

/// Turns indexes into MySQL's keys and says which unique ones still mean the same.
struct KeyPlanner {
  let catalog: CatalogIndex
  let scope: ExpressionScope
  let plan: TablePlan

  init(catalog: CatalogIndex, scope: ExpressionScope, plan: TablePlan) {
    var scope = scope
    scope.allowsInexactFolding = true
    (self.catalog, self.scope, self.plan) = (catalog, scope, plan)
  }

  private var relation: Relation { plan.relation }

  /// One part of a MySQL key.
  private struct Part {
    var sql: String
    var bytes: Int
    /// For a text column: its name, so that it can be hashed or cut.
    var text: String?
    var isExact = true
    var suffix = ""
  }

  func run(_ findings: inout SchemaFindings) -> (keys: [TablePlan.KeyPlan], carried: [CarriedKey]) {
    var (keys, carried, names) = ([TablePlan.KeyPlan](), [CarriedKey](), UniqueNames())
    _ = names.take("PRIMARY", in: "", prefix: "")
    for index in indexes() {
      if let constraint = exclusion(of: index) {
        findings.lost(
          .exclusion, "the exclusion constraint \(constraint.name) on \(plan.displayName) is not carried over: \(constraint.definition)",
          help: "look for conflicting rows in BEFORE INSERT and UPDATE triggers while holding a lock on a common row")
        carried.append(carriedKey(index, nil, "it is an exclusion constraint"))
        continue
      }
      do throws(NotConvertible) {
        let (key, reason) = try self.key(for: index, name: index.isPrimary ? "PRIMARY" : names.take(index.name, in: "", prefix: relation.name), &findings)
        keys.append(key)
        if index.isUnique { carried.append(carriedKey(index, key.name, reason)) }
      } catch {
        report(index, error, &findings)
        if index.isUnique { carried.append(carriedKey(index, nil, "it \(error.reason)")) }
      }
    }
    addAutoIncrementKey(&keys, &names, &findings)
    dropSurplus(&keys, &findings)
    return (keys, carried)
  }

  /// The indexes, the primary key first, with those that constraints imply where a catalog states the constraint alone.
  private func indexes() -> [Index] {
    let known = Set(relation.indexes.map(\.oid)).subtracting([0]), names = Set(relation.indexes.map(\.name))
    let implied = relation.constraints.filter { [.primaryKey, .unique].contains($0.kind) && !known.contains($0.index) && !names.contains($0.name) }.map {
      Index(
        oid: $0.index, name: $0.name, method: "btree", isUnique: true, isPrimary: $0.kind == .primaryKey,
        keys: $0.columns.map { Index.Key(column: $0, expression: $0) }, definition: $0.definition)
    }
    let all = relation.indexes + implied
    return all.filter(\.isPrimary) + all.filter { !$0.isPrimary }
  }

  private func constraint(of index: Index) -> Constraint? {
    relation.constraints.first { $0.kind != .foreignKey && (index.oid != 0 && $0.index == index.oid || $0.name == index.name && $0.kind != .check) }
  }

  private func exclusion(of index: Index) -> Constraint? { constraint(of: index).flatMap { $0.kind == .exclusion ? $0 : nil } }

  private func carriedKey(_ index: Index, _ name: String?, _ reason: String) -> CarriedKey {
    let columns = index.keys.compactMap(\.column)
    return CarriedKey(
      name: index.name, isPrimary: index.isPrimary, columns: columns.count == index.keys.count ? columns : nil,
      isPartial: index.predicate != nil, mysqlName: name, isExact: name != nil && reason.isEmpty, reason: reason)
  }

  private func report(_ index: Index, _ error: NotConvertible, _ findings: inout SchemaFindings) {
    if index.isUnique {
      findings.lost(
        .unique, "the unique index \(index.name) on \(plan.displayName) is not carried over: it \(error.reason)",
        help: "keep the values unique in the application or a trigger: \(index.definition)")
    } else {
      findings.differs(
        .index, "the index \(index.name) on \(plan.displayName) is not carried over: it \(error.reason)",
        help: Self.advice[index.method] ?? "write an index that serves the same queries: \(index.definition)")
    }
  }

  private static let advice = [
    "gin": "consider a FULLTEXT index for text, or a multi-valued index, ((CAST(column->'$' AS CHAR(50) ARRAY))), for JSON and arrays",
    "gist": "consider a SPATIAL index for geometry; ranges need plain indexes on their bounds",
  ]

  // MARK: One index

  private func key(
    for index: Index, name: String, _ findings: inout SchemaFindings
  ) throws(NotConvertible) -> (TablePlan.KeyPlan, reason: String) {
    guard ColumnPlanner.isCarried(index) else { throw NotConvertible("is of the access method \(index.method)") }
    guard !index.keys.isEmpty else { throw NotConvertible("has no columns") }
    guard index.isValid else { throw NotConvertible("is invalid in PostgreSQL") }
    var parts = try index.keys.map { (key) throws(NotConvertible) in try part(for: key, in: index) }
    if index.nullsNotDistinct, index.isUnique { parts = try nullsNotDistinct(index) }
    if let predicate = index.predicate {
      if index.isUnique {
        // NULL in one part keeps a row out of a unique key: that part is NULL wherever the predicate is not true.
        let condition = try ExpressionConverter.convert(predicate, in: scope)
        guard condition.kind == .boolean else { throw NotConvertible("has a predicate that is not boolean") }
        parts.append(Part(sql: "(CASE WHEN \(condition.sql) THEN 1 END)", bytes: 8, isExact: try isExact(predicate)))
      } else {
        findings.note(.index, "the index \(index.name) on \(plan.displayName) covers all rows: MySQL has no partial indexes")
      }
    }
    parts += included(index, after: parts)
    try fit(&parts, isUnique: index.isUnique && !index.isPrimary)
    guard parts.count <= 16 else { throw NotConvertible("has more than 16 parts") }
    let key = TablePlan.KeyPlan(
      name: name, isPrimary: index.isPrimary, isUnique: index.isUnique, parts: parts.map { $0.sql + $0.suffix })
    return (key, index.isUnique ? reasonAgainstExactness(index, parts, &findings) : "")
  }

  private func part(for key: Index.Key, in index: Index) throws(NotConvertible) -> Part {
    let suffix = key.isDescending ? " DESC" : ""
    if let name = key.column {
      guard let column = plan.column(name) else { throw NotConvertible("names the unknown column \(name)") }
      let storage = column.storage
      let isText = storage.shape == .text && storage.name != "enum"
      if let bytes = storage.keyBytes {
        return Part(sql: column.name, bytes: bytes, text: isText && !index.isPrimary ? column.name : nil, isExact: storage.keepsEquality, suffix: suffix)
      }
      guard isText else { throw NotConvertible("has the column \(name) of the type \(storage.name), which no MySQL key holds") }
      return Part(sql: column.name, bytes: .max / 64, text: column.name, isExact: storage.keepsEquality, suffix: suffix)
    }
    let value = try ExpressionConverter.convert(key.expression, in: scope)
    var part = Part(sql: "(\(value.sql))", bytes: 16, suffix: suffix)
    switch value.kind {
    case .text:
      part.bytes = 4 * (value.maximumLength ?? 65_536)
      part.text = value.sql
    case .boolean, .integer, .decimal, .float, .date, .time, .timestamp, .timestampWithZone: break
    case .uuid: part.bytes = 144
    default: throw NotConvertible("has an expression of a type that no MySQL key holds")
    }
    part.isExact = try isExact(key.expression)
    return part
  }

  /// Whether the expression has the same value for the same values, and its columns equate the same values.
  private func isExact(_ text: String) throws(NotConvertible) -> Bool {
    let expression = try CatalogExpressionParser.parse(text)
    var folds = false
    expression.visit { part in
      if case .call(let name, _) = part, ["lower", "upper"].contains(name.name) { folds = true }
    }
    return (!folds || scope.foldsAllLetters(expression)) && expression.columns.allSatisfy { plan.column($0)?.storage.keepsEquality ?? false }
  }

  /// INCLUDE columns follow in a plain index where they fit as they are; a unique one must not have them in its key.
  private func included(_ index: Index, after parts: [Part]) -> [Part] {
    guard !index.isUnique else { return [] }
    var room = StorageTypes.maximumKeyBytes - parts.map(\.bytes).reduce(0, +)
    var result: [Part] = []
    for name in index.included {
      guard let column = plan.column(name), let bytes = column.storage.keyBytes, bytes <= room, parts.count + result.count < 16 else { continue }
      room -= bytes
      result.append(Part(sql: column.name, bytes: bytes))
    }
    return result
  }

  /// Texts that exceed the key's 3072 bytes are hashed in a unique key, which keeps its meaning, and cut in another.
  private func fit(_ parts: inout [Part], isUnique: Bool) throws(NotConvertible) {
    func total() -> Int { parts.map(\.bytes).reduce(0, +) }
    while total() > StorageTypes.maximumKeyBytes {
      guard let widest = parts.indices.filter({ parts[$0].text != nil }).max(by: { (parts[$0].bytes, $1) < (parts[$1].bytes, $0) }), let text = parts[widest].text else {
        throw NotConvertible("is longer than the 3072 bytes of a MySQL key")
      }
      parts[widest].text = nil
      if isUnique {
        (parts[widest].sql, parts[widest].bytes) = ("(UNHEX(SHA2(\(text), 256)))", 256)
      } else {
        let length = parts.count == 1 ? StorageTypes.maximumKeyBytes / 4 : StorageTypes.keyTextLength / max(1, parts.count - 1)
        let isColumn = parts[widest].sql == text
        parts[widest].sql = isColumn ? "\(text)(\(length))" : "(CAST(\(text) AS CHAR(\(length))))"
        parts[widest].bytes = 4 * length
      }
    }
  }

  /// Each column as two parts: its value with NULL replaced, and whether it is NULL.
  private func nullsNotDistinct(_ index: Index) throws(NotConvertible) -> [Part] {
    var parts: [Part] = []
    for key in index.keys {
      let expression = if let column = key.column { CatalogExpression.column(column) } else { try CatalogExpressionParser.parse(key.expression) }
      let value = try ExpressionConverter(scope: scope).convert(expression)
      let zero: String? =
        switch value.kind {
        case .boolean, .integer, .decimal, .float: "0"
        case .text, .uuid: "''"
        case .date: "DATE '1000-01-01'"
        case .timestamp, .timestampWithZone: "TIMESTAMP '1000-01-01 00:00:00'"
        default: nil
        }
      guard let zero else { throw NotConvertible("takes NULLs as equal in a column of a type that has no stand-in for NULL") }
      let bytes = value.kind == .text ? 4 * (value.maximumLength ?? 65_536) : value.kind == .uuid ? 144 : 16
      guard value.isNullable else {
        parts.append(Part(sql: key.column == nil ? "(\(value.sql))" : value.sql, bytes: bytes))
        continue
      }
      parts.append(Part(sql: "(COALESCE(\(value.sql), \(zero)))", bytes: bytes, text: value.kind == .text ? "COALESCE(\(value.sql), '')" : nil))
      parts.append(Part(sql: "(\(value.operand) IS NULL)", bytes: 8))
    }
    return parts
  }

  private func reasonAgainstExactness(_ index: Index, _ parts: [Part], _ findings: inout SchemaFindings) -> String {
    if let constraint = constraint(of: index), constraint.isDeferrable {
      findings.differs(
        .deferrable, "the key \(index.name) on \(plan.displayName) is checked at once, row by row: MySQL defers nothing",
        help: "order the writes so that no row conflicts in between, or go through unused values")
      return "MySQL does not defer it"
    }
    guard !parts.allSatisfy(\.isExact) else { return "" }
    findings.differs(
      .unique, "the unique key \(index.name) on \(plan.displayName) takes other values as equal than in PostgreSQL",
      help: "compare how both servers order and equate the type's values before relying on it")
    return "MySQL equates other values of its type"
  }

  /// A table has at most 64 indexes besides (error 1069); those that only serve speed go first.
  private func dropSurplus(_ keys: inout [TablePlan.KeyPlan], _ findings: inout SchemaFindings) {
    while keys.count > 64, let place = keys.lastIndex(where: { !$0.isUnique }) {
      let key = keys.remove(at: place)
      findings.differs(
        .index, "the index \(key.name) on \(plan.displayName) is not carried over: MySQL allows 64 for a table", help: "drop indexes that no query needs")
    }
  }

  /// AUTO_INCREMENT must lead some key (error 1075).
  private func addAutoIncrementKey(_ keys: inout [TablePlan.KeyPlan], _ names: inout UniqueNames, _ findings: inout SchemaFindings) {
    guard let column = plan.columns.first(where: \.isAutoIncrement), !keys.contains(where: { $0.parts.first == column.name }) else { return }
    let name = names.take("\(column.column.name)_auto_increment", in: "", prefix: relation.name)
    keys.insert(TablePlan.KeyPlan(name: name, parts: [column.name]), at: 0)
    findings.note(.identity, "\(plan.displayName) gets a key on \(column.column.name): MySQL demands one for AUTO_INCREMENT")
  }
}

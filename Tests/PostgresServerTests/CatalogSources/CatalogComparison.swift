import PostgresCatalog

/// Says where two catalogs of the same schema differ, object by object and field by field, oids turned into names.
struct CatalogComparison {
  /// Fields by object.
  private typealias Description = [String: [String: String]]

  /// - Returns: One line a difference: `table app.item, column name, typeModifier: 24, not -1`.
  static func differences(_ actual: Catalog, from expected: Catalog, ignoring ignored: Set<String> = []) -> [String] {
    let (actual, expected) = (CatalogDescription(actual).objects, CatalogDescription(expected).objects)
    var lines: [String] = []
    for name in Set(actual.keys).union(expected.keys).sorted() {
      guard let found = actual[name] else { lines.append("\(name) is missing"); continue }
      guard let wanted = expected[name] else { lines.append("\(name) is there and should not be"); continue }
      for field in Set(found.keys).union(wanted.keys).sorted() where found[field] != wanted[field] && !ignored.contains(field) {
        lines.append("\(name), \(field): \(found[field] ?? "nothing"), not \(wanted[field] ?? "nothing")")
      }
    }
    return lines
  }
}

/// Every object of the database's own schemas with its fields as text.
private struct CatalogDescription {
  private(set) var objects: [String: [String: String]] = [:]
  private let index: CatalogIndex
  private let indexNames: [OID: String]
  private let operatorNames: [OID: String]

  init(_ catalog: Catalog) {
    var plain = catalog
    plain.searchPath = []
    index = CatalogIndex(plain)
    indexNames = Dictionary(catalog.relations.flatMap { relation in relation.indexes.map { ($0.oid, "\(relation.schema).\($0.name)") } }, uniquingKeysWith: { a, _ in a })
    operatorNames = Dictionary(catalog.operators.map { ($0.oid, "\($0.schema).\($0.name)") }, uniquingKeysWith: { a, _ in a })
    for schema in catalog.schemas where Self.isUsers(schema.name) { add("schema \(schema.name)", schema) }
    for relation in catalog.relations where Self.isUsers(relation.schema) { add(relation) }
    for type in catalog.types where Self.isUsers(type.schema) { add("type \(type.schema).\(type.name)", type) }
    for function in catalog.functions where Self.isUsers(function.schema) { add("function \(signature(function))", function) }
    for found in catalog.operators where Self.isUsers(found.schema) {
      add("operator \(found.schema).\(found.name)(\(type(found.left)), \(type(found.right)))", found)
    }
    for found in catalog.operatorClasses where Self.isUsers(found.schema) { add("operator class \(found.schema).\(found.name) \(found.method)", found) }
    for found in catalog.collations where Self.isUsers(found.schema) { add("collation \(found.schema).\(found.name)", found) }
    for found in catalog.casts where found.source >= 16_384 || found.target >= 16_384 || found.function >= 16_384 {
      add("cast (\(type(found.source)) as \(type(found.target)))", found)
    }
    for found in catalog.extensions { add("extension \(found.name)", found) }
    objects["catalog"] = ["comment": catalog.comment ?? "", "searchPath": "\(catalog.searchPath)"]
  }

  private static func isUsers(_ schema: String) -> Bool { schema != "pg_catalog" && schema != "information_schema" && schema != "pg_toast" }

  private mutating func add(_ relation: Relation) {
    let name = "\(relation.kind) \(relation.schema).\(relation.name)"
    add(name, relation)
    for column in relation.columns { add("\(name), column \(column.name)", column) }
    for constraint in relation.constraints { add("\(name), constraint \(constraint.name)", constraint) }
    for index in relation.indexes { add("\(name), index \(index.name)", index) }
    for trigger in relation.triggers { add("\(name), trigger \(trigger.name)", trigger) }
    for rule in relation.rules { add("\(name), rule \(rule.name)", rule) }
    for policy in relation.policies { add("\(name), policy \(policy.name)", policy) }
    func order(_ names: [String]) -> String { names.joined(separator: " ") }
    objects[name]?["order"] = [
      order(relation.columns.map(\.name)), order(relation.constraints.map(\.name)), order(relation.indexes.map(\.name)),
      order(relation.triggers.map(\.name)), order(relation.rules.map(\.name)), order(relation.policies.map(\.name)),
    ].joined(separator: "; ")
  }

  private mutating func add(_ name: String, _ object: Any) {
    var fields: [String: String] = [:]
    for child in Mirror(reflecting: object).children {
      guard let label = child.label, !Self.parts.contains(label) else { continue }
      fields[label] = text(child.value, label)
    }
    objects[name] = fields
  }

  /// Described apart, or of no meaning outside one server: a dump says nothing of dropped columns.
  private static let parts: Set<String> = ["oid", "number", "constraints", "indexes", "triggers", "rules", "policies"]

  private func text(_ value: Any, _ label: String) -> String {
    if let oid = value as? OID { return reference(oid, label) }
    if value is [Column] { return "" }
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .optional: return mirror.children.first.map { text($0.value, label) } ?? "nil"
    case .collection: return "[" + mirror.children.map { text($0.value, label) }.joined(separator: ", ") + "]"
    case .struct where !(value is any CustomStringConvertible):
      return "{" + mirror.children.map { "\($0.label ?? ""): \(text($0.value, $0.label ?? ""))" }.joined(separator: ", ") + "}"
    default: return "\(value)"
    }
  }

  private func reference(_ oid: OID, _ label: String) -> String {
    if oid == 0 { return "none" }
    switch label {
    case "index": return indexNames[oid] ?? "?"
    case "function": return index.function(oid).map(signature) ?? "?"
    case "commutator", "negator": return operatorNames[oid] ?? "?"
    case "relation": return index.relation(oid).map { "\($0.schema).\($0.name)" } ?? "?"
    default: return type(oid)
    }
  }

  private func type(_ oid: OID) -> String { oid == 0 ? "none" : index.type(oid).map { "\($0.schema).\($0.name)" } ?? "?" }

  private func signature(_ function: Function) -> String {
    "\(function.schema).\(function.name)(\(function.arguments.map(type).joined(separator: ", ")))"
  }
}

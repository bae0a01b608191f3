/// Gives oids to the names in a snapshot: those of the built-in data to its objects, new ones to all others, which may be named before
/// they are defined.
struct SnapshotSymbols: Sendable {
  private var types: [String: OID] = [:]
  private var typeNames: [OID: String] = [:]
  /// Names of built-in types by what they are called in the catalog: `character varying` by `pg_catalog.varchar`.
  private var builtinTypes: [QualifiedName: String] = [:]
  private var references: [ReferenceKind: [String: OID]] = [:]
  /// Where names stand that are not defined yet.
  private var pending: [String: Int] = [:]
  private var arrayNames: [OID: String] = [:]
  private var nextOID = BuiltinCatalog.firstFreeOID

  init(_ builtin: Catalog, _ names: SnapshotNames) {
    for type in builtin.types {
      guard let name = names.type(type.oid) else { continue }
      (types[name], typeNames[type.oid], builtinTypes[type.qualifiedName]) = (type.oid, name, name)
    }
    for function in builtin.functions { references[.function, default: [:]][names.function(function)] = function.oid }
    for entry in builtin.operators { references[.operator, default: [:]][names.operator(entry)] = entry.oid }
  }

  mutating func newOID() -> OID {
    defer { nextOID &+= 1 }
    return nextOID
  }

  /// The first name, by place, that stands in the file without being defined.
  var undefined: (name: String, offset: Int)? {
    pending.min { ($0.value, $0.key) < ($1.value, $1.key) }.map { ($0.key, $0.value) }
  }

  // MARK: Types

  /// The type of that name without a modifier.
  mutating func type(_ name: String, at offset: Int) -> OID {
    if let oid = types[name] { return oid }
    pending["type \(name)"] = offset
    return add(name)
  }

  private mutating func add(_ name: String) -> OID {
    let oid = newOID()
    (types[name], typeNames[oid]) = (oid, name)
    return oid
  }

  mutating func define(_ type: QualifiedName) -> OID { define(name(of: type)) }

  private mutating func define(_ name: String) -> OID {
    pending["type \(name)"] = nil
    return types[name] ?? add(name)
  }

  /// The array type over `type`, called `name` in the catalog.
  mutating func declareArray(_ name: String, of type: PostgresType) -> OID {
    let oid = define(self.name(of: type.qualifiedName) + "[]")
    arrayNames[oid] = name
    return oid
  }

  func arrayName(_ oid: OID) -> String? { arrayNames[oid] }

  private func name(of type: QualifiedName) -> String {
    builtinTypes[type] ?? (type.schema == "pg_catalog" ? Identifier.quoted(type.name) : type.description)
  }

  private func typeName(_ oid: OID) -> String { typeNames[oid] ?? SnapshotNames.noType }

  // MARK: Others

  mutating func reference(_ name: String, to kind: ReferenceKind, at offset: Int) -> OID {
    if let oid = references[kind]?[name] { return oid }
    pending["\(kind.rawValue) \(name)"] = offset
    let oid = newOID()
    references[kind, default: [:]][name] = oid
    return oid
  }

  private mutating func define(_ name: String, _ kind: ReferenceKind) -> OID {
    let oid = reference(name, to: kind, at: 0)
    pending["\(kind.rawValue) \(name)"] = nil
    return oid
  }

  mutating func define(_ function: Function) -> OID {
    define("\(function.qualifiedName)(\(function.arguments.map(typeName).joined(separator: ", ")))", .function)
  }

  mutating func define(_ entry: Operator) -> OID {
    let left = entry.left == 0 ? "NONE" : typeName(entry.left)
    return define("\(QualifiedName(entry.schema, entry.name))(\(left), \(typeName(entry.right)))", .operator)
  }

  mutating func define(index: QualifiedName) -> OID { define(index.description, .index) }
}

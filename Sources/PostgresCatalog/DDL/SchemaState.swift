/// The catalog while DDL changes it: objects by oid and by name, over a base that nothing changes.
struct SchemaState {
  /// What every database has.
  let base: CatalogIndex
  private var nextOID: OID
  var schemas: [String: Schema] = [:]
  var relations: [OID: Relation] = [:]
  private(set) var relationNames: [QualifiedName: OID] = [:]
  /// The tables of indexes, which share the names of relations.
  private(set) var indexTables: [QualifiedName: OID] = [:]
  var types: [OID: PostgresType] = [:]
  private(set) var typeNames: [QualifiedName: OID] = [:]
  var functions: [OID: Function] = [:]
  private(set) var functionNames: [QualifiedName: [OID]] = [:]
  var operators: [Operator] = []
  var casts: [Cast] = []
  var operatorClasses: [OperatorClass] = []
  var collations: [Collation] = []
  var extensions: [Extension] = []
  var databaseComment: String?
  /// Tables by the name of a table that they inherit from or are partitions of.
  private(set) var children: [QualifiedName: Set<OID>] = [:]
  /// What is kept apart because definitions are written at the end, under the names of then.
  var libraries: [OID: String] = [:]
  var sqlBodies: Set<OID> = []
  var operatorLinks: [OID: OperatorLinks] = [:]
  /// Names that a constraint has or once had.
  var usedConstraintNames: Set<QualifiedName> = []
  /// The relations that a view reads.
  var sources: [OID: Set<OID>] = [:]
  /// The highest column number that a relation ever had.
  var highestNumbers: [OID: Int] = [:]
  /// Schemas of the database's search path, once the files set it.
  var databasePath: [String]?

  init(base: Catalog) {
    self.base = CatalogIndex(base)
    nextOID = max(BuiltinCatalog.firstFreeOID, ((base.types.map(\.oid) + base.relations.map(\.oid) + base.functions.map(\.oid)).max() ?? 0) + 1)
    for schema in base.schemas { schemas[schema.name] = schema }
    // `initdb` says so, and a dump does not repeat it.
    if let found = schemas["public"], found.comment == nil { schemas["public"]?.comment = "standard public schema" }
    extensions = base.extensions
    if !extensions.contains(where: { $0.name == "plpgsql" }) {
      extensions.append(Extension(name: "plpgsql", version: "1.0", schema: "pg_catalog", comment: "PL/pgSQL procedural language"))
    }
  }

  mutating func newOID() -> OID {
    defer { nextOID &+= 1 }
    return nextOID
  }

  // MARK: Relations

  func relation(_ name: QualifiedName) -> OID? { relationNames[name] }

  /// Whether a relation or an index has the name.
  func isTaken(_ name: QualifiedName) -> Bool { relationNames[name] != nil || indexTables[name] != nil }

  mutating func add(_ relation: Relation) {
    relations[relation.oid] = relation
    relationNames[relation.qualifiedName] = relation.oid
    noteConstraints(of: relation.oid)
    for parent in relation.parents { children[parent, default: []].insert(relation.oid) }
  }

  mutating func removeRelation(_ oid: OID) {
    guard let relation = relations.removeValue(forKey: oid) else { return }
    relationNames[relation.qualifiedName] = nil
    for index in relation.indexes { indexTables[QualifiedName(relation.schema, index.name)] = nil }
    for parent in relation.parents { children[parent]?.remove(oid) }
  }

  /// Changes a relation's name or schema, and everything that holds the name.
  mutating func rename(_ oid: OID, to name: QualifiedName) {
    guard let old = relations[oid]?.qualifiedName, old != name else { return }
    relationNames[old] = nil
    relationNames[name] = oid
    relations[oid]?.schema = name.schema
    relations[oid]?.name = name.name
    noteConstraints(of: oid)
    if old.schema != name.schema {
      for index in relations[oid]?.indexes ?? [] {
        indexTables[QualifiedName(old.schema, index.name)] = nil
        indexTables[QualifiedName(name.schema, index.name)] = oid
      }
    }
    for child in children[old] ?? [] {
      let parents = relations[child]?.parents.map { $0 == old ? name : $0 } ?? []
      relations[child]?.parents = parents
    }
    children[name] = children.removeValue(forKey: old)
    for (other, relation) in Array(relations) where refers(relation, to: old) { relations[other] = relation.renaming(old, to: name) }
  }

  private func refers(_ relation: Relation, to name: QualifiedName) -> Bool {
    relation.sequence?.owner?.relation == name
      || relation.constraints.contains { $0.referencedTable == name.name && $0.referencedSchema == name.schema }
  }

  mutating func setParents(of oid: OID, to parents: [QualifiedName]) {
    for parent in relations[oid]?.parents ?? [] { children[parent]?.remove(oid) }
    relations[oid]?.parents = parents
    for parent in parents { children[parent, default: []].insert(oid) }
  }

  /// Tables under another, in the order of their making; all levels.
  func descendants(of oid: OID) -> [OID] {
    var (found, place) = ([oid], 0)
    while place < found.count {
      if let name = relations[found[place]]?.qualifiedName {
        for child in (children[name] ?? []).sorted() where !found.contains(child) { found.append(child) }
      }
      place += 1
    }
    return Array(found.dropFirst())
  }

  // MARK: Indexes

  /// The table of an index.
  func table(ofIndex name: QualifiedName) -> OID? { indexTables[name] }

  mutating func add(_ index: Index, to table: OID) {
    guard let schema = relations[table]?.schema else { return }
    relations[table]?.indexes.append(index)
    indexTables[QualifiedName(schema, index.name)] = table
  }

  mutating func removeIndex(_ name: QualifiedName) {
    guard let table = indexTables.removeValue(forKey: name) else { return }
    relations[table]?.indexes.removeAll { $0.name == name.name }
  }

  mutating func renameIndex(_ name: QualifiedName, to newName: String) {
    guard let table = indexTables.removeValue(forKey: name) else { return }
    indexTables[QualifiedName(name.schema, newName)] = table
    guard let place = relations[table]?.indexes.firstIndex(where: { $0.name == name.name }) else { return }
    relations[table]?.indexes[place].name = newName
    if let constraint = relations[table]?.constraints.firstIndex(where: { $0.name == name.name && $0.kind.hasIndex }) {
      relations[table]?.constraints[constraint].name = newName
      noteConstraints(of: table)
    }
  }

  // MARK: Types

  func type(_ oid: OID) -> PostgresType? { types[oid] ?? base.type(oid) }
  func type(_ name: QualifiedName) -> OID? { typeNames[name] }

  mutating func add(_ type: PostgresType) {
    types[type.oid] = type
    for check in type.checks { usedConstraintNames.insert(QualifiedName(type.schema, check.name)) }
    typeNames[type.qualifiedName] = type.oid
  }

  mutating func removeType(_ oid: OID) {
    guard let type = types.removeValue(forKey: oid) else { return }
    typeNames[type.qualifiedName] = nil
    if type.array != 0 { removeType(type.array) }
  }

  mutating func rename(type oid: OID, to name: QualifiedName) {
    guard let old = types[oid]?.qualifiedName else { return }
    typeNames[old] = nil
    typeNames[name] = oid
    types[oid]?.schema = name.schema
    types[oid]?.name = name.name
    guard let array = types[oid]?.array, array != 0, let oldArray = types[array]?.qualifiedName else { return }
    typeNames[oldArray] = nil
    let arrayName = ObjectNames.arrayType(of: name.name) { typeNames[QualifiedName(name.schema, $0)] != nil }
    types[array]?.schema = name.schema
    types[array]?.name = arrayName
    typeNames[QualifiedName(name.schema, arrayName)] = array
  }

  /// Adds a type and the array type over it.
  mutating func addWithArray(_ type: PostgresType) {
    var type = type
    let name = ObjectNames.arrayType(of: type.name) { typeNames[QualifiedName(type.schema, $0)] != nil || $0 == type.name }
    var array = PostgresType(oid: newOID(), schema: type.schema, name: name, kind: .base, category: "A", element: type.oid)
    (array.isCollatable, array.acceptsModifier, array.extensionName) = (type.isCollatable, type.acceptsModifier, type.extensionName)
    type.array = array.oid
    add(type)
    add(array)
  }

  // MARK: Functions

  func functions(_ name: QualifiedName) -> [Function] { (functionNames[name] ?? []).compactMap { functions[$0] } }

  mutating func add(_ function: Function) {
    functions[function.oid] = function
    functionNames[function.qualifiedName, default: []].append(function.oid)
  }

  mutating func removeFunction(_ oid: OID) {
    guard let function = functions.removeValue(forKey: oid) else { return }
    functionNames[function.qualifiedName]?.removeAll { $0 == oid }
  }

  mutating func rename(function oid: OID, to name: QualifiedName) {
    guard var function = functions[oid] else { return }
    removeFunction(oid)
    (function.schema, function.name) = (name.schema, name.name)
    add(function)
  }
}

/// The names of an operator's commutator and negator, which may be made later than it.
struct OperatorLinks {
  var commutator: String?
  var negator: String?
}

extension Constraint.Kind {
  /// Whether an index of its name stands behind it.
  var hasIndex: Bool { self == .primaryKey || self == .unique || self == .exclusion }
}

extension Relation {
  /// With another table's new name in its foreign keys and its sequence's owner.
  fileprivate func renaming(_ old: QualifiedName, to name: QualifiedName) -> Relation {
    var relation = self
    if relation.sequence?.owner?.relation == old { relation.sequence?.owner?.relation = name }
    for place in relation.constraints.indices
    where relation.constraints[place].referencedTable == old.name && relation.constraints[place].referencedSchema == old.schema {
      (relation.constraints[place].referencedSchema, relation.constraints[place].referencedTable) = (name.schema, name.name)
    }
    return relation
  }
}

extension SchemaState {
  /// Whether a constraint of a schema's tables and domains has the name.
  ///
  /// - Complexity: O(1) for a name that none ever had, else O(*n*) in the count of constraints.
  func isConstraint(_ name: QualifiedName) -> Bool {
    guard usedConstraintNames.contains(name) else { return false }
    return relations.values.contains { $0.schema == name.schema && $0.constraints.contains { $0.name == name.name } }
      || types.values.contains { $0.schema == name.schema && $0.checks.contains { $0.name == name.name } }
  }

  /// Notes the names of a relation's constraints; to be called whenever it got others.
  mutating func noteConstraints(of oid: OID) {
    guard let relation = relations[oid] else { return }
    for constraint in relation.constraints { usedConstraintNames.insert(QualifiedName(relation.schema, constraint.name)) }
  }
}

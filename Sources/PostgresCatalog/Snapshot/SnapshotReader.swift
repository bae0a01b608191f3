/// Puts the lists of a snapshot into a catalog that begins as the built-in one.
struct SnapshotReader {
  /// A format number that is not `CatalogSnapshot.format`, as it stands in the file.
  private(set) var unknownFormat: String?
  private var catalog = Catalog()
  private var decoder = SnapshotDecoder(SnapshotSymbols(Catalog(), SnapshotNames(Catalog())))
  private var hasDatabase = false
  private var absent: Set<String> = []
  private var typePlaces: [OID: Int] = [:]
  private var functionPlaces: [OID: Int] = [:]
  private var operatorPlaces: [OID: Int] = [:]
  /// Of the objects without oids that count, by their names.
  private var namedPlaces: [SnapshotSection: [String: Int]] = [:]
  /// Where domains and relations stand, for messages.
  private var offsets: [QualifiedName: Int] = [:]

  /// Reads one member of the snapshot's object.
  mutating func read(_ key: String, at offset: Int, _ reader: inout JSONReader) throws(JSONFault) {
    switch key {
    case "\(CatalogSnapshot.formatKey)": try readFormat(try reader.node())
    case "database": try readDatabase(try reader.node())
    case "absent": try readAbsent(try reader.node())
    default:
      guard let section = SnapshotSection.allCases.first(where: { "\($0.key)" == key }) else {
        throw JSONFault(offset: offset, message: "there is no list \"\(key)\" in a snapshot")
      }
      guard hasDatabase else { throw JSONFault(offset: offset, message: "\"database\" has to stand before \"\(key)\"") }
      try reader.array { reader throws(JSONFault) in try readObject(try reader.node(), of: section) }
    }
  }

  private mutating func readFormat(_ node: JSONNode) throws(JSONFault) {
    guard case .number(let number) = node.value else { throw JSONFault(offset: node.offset, message: "the format is no number") }
    guard number == "\(CatalogSnapshot.format)" else {
      unknownFormat = String(number.prefix(20))
      throw JSONFault(offset: node.offset, message: "unknown format")
    }
  }

  private mutating func readDatabase(_ node: JSONNode) throws(JSONFault) {
    let database: SnapshotDatabase = try decoder.object(node)
    let version = database.catalog.serverVersion
    let isStandard = version / 10_000 <= BuiltinCatalog.catalog.serverVersion / 10_000
    let base = isStandard ? SnapshotBase.standard : SnapshotBase(BuiltinCatalog.catalog(version: version))
    catalog = database.catalog
    (catalog.schemas, catalog.extensions, catalog.collations) = (base.catalog.schemas, base.catalog.extensions, base.catalog.collations)
    (catalog.types, catalog.functions, catalog.operators) = (base.catalog.types, base.catalog.functions, base.catalog.operators)
    (catalog.operatorClasses, catalog.casts, catalog.relations) = (base.catalog.operatorClasses, base.catalog.casts, base.catalog.relations)
    decoder = SnapshotDecoder(base.symbols)
    (typePlaces, functionPlaces, operatorPlaces) = (base.typePlaces, base.functionPlaces, base.operatorPlaces)
    namedPlaces = base.namedPlaces
    hasDatabase = true
  }

  private mutating func readAbsent(_ node: JSONNode) throws(JSONFault) {
    guard case .array(let elements) = node.value else { throw JSONFault(offset: node.offset, message: "expected an array, found \(node.kind)") }
    for element in elements {
      guard case .string(let name) = element.value else {
        throw JSONFault(offset: element.offset, message: "expected a string, found \(element.kind)")
      }
      absent.insert(name)
    }
  }

  // MARK: Objects

  private mutating func readObject(_ node: JSONNode, of section: SnapshotSection) throws(JSONFault) {
    switch section {
    case .schema:
      var schema: Schema = try decoder.object(node)
      schema.oid = namedPlaces[.schema]?[schema.name].map { catalog.schemas[$0].oid } ?? decoder.symbols.newOID()
      put(schema, into: \.schemas, .schema, schema.name)
    case .extension:
      let found: Extension = try decoder.object(node)
      put(found, into: \.extensions, .extension, found.name)
    case .collation:
      let collation: Collation = try decoder.object(node)
      put(collation, into: \.collations, .collation, SnapshotKeys.collation(collation))
    case .operatorClass:
      let found: OperatorClass = try decoder.object(node)
      put(found, into: \.operatorClasses, .operatorClass, SnapshotKeys.operatorClass(found))
    case .cast:
      let cast: Cast = try decoder.object(node)
      put(cast, into: \.casts, .cast, SnapshotKeys.cast(cast))
    case .type: try readType(node)
    case .function:
      var function: Function = try decoder.object(node)
      function.oid = decoder.symbols.define(function)
      Self.put(function, function.oid, into: &catalog.functions, &functionPlaces)
    case .operator:
      var found: Operator = try decoder.object(node)
      found.oid = decoder.symbols.define(found)
      Self.put(found, found.oid, into: &catalog.operators, &operatorPlaces)
    case .relation: try readRelation(node)
    }
  }

  private mutating func put<Object>(
    _ object: Object, into objects: WritableKeyPath<Catalog, [Object]>, _ section: SnapshotSection, _ name: String
  ) {
    if let place = namedPlaces[section]?[name] {
      catalog[keyPath: objects][place] = object
    } else {
      namedPlaces[section, default: [:]][name] = catalog[keyPath: objects].count
      catalog[keyPath: objects].append(object)
    }
  }

  private static func put<Object>(_ object: Object, _ oid: OID, into objects: inout [Object], _ places: inout [OID: Int]) {
    if let place = places[oid] {
      objects[place] = object
    } else {
      places[oid] = objects.count
      objects.append(object)
    }
  }

  private mutating func readType(_ node: JSONNode) throws(JSONFault) {
    var type: PostgresType = try decoder.object(node)
    type.oid = decoder.symbols.define(type.qualifiedName)
    offsets[type.qualifiedName] = node.offset
    Self.put(type, type.oid, into: &catalog.types, &typePlaces)
    putArray(over: type)
  }

  /// The array type over `type`, which follows from it.
  private mutating func putArray(over type: PostgresType) {
    guard type.array != 0, let name = decoder.symbols.arrayName(type.array) else { return }
    var array = PostgresType(oid: type.array, schema: type.schema, name: name, kind: .base, category: "A", element: type.oid)
    (array.isCollatable, array.acceptsModifier, array.extensionName) = (type.isCollatable, type.acceptsModifier, type.extensionName)
    Self.put(array, array.oid, into: &catalog.types, &typePlaces)
  }

  private mutating func readRelation(_ node: JSONNode) throws(JSONFault) {
    let entry: RelationEntry = try decoder.object(node)
    var relation = entry.relation
    let known = namedPlaces[.relation]?[relation.qualifiedName.description]
    relation.oid = known.map { catalog.relations[$0].oid } ?? decoder.symbols.newOID()
    for place in relation.indexes.indices {
      relation.indexes[place].oid = decoder.symbols.define(index: QualifiedName(relation.schema, relation.indexes[place].name))
    }
    if var type = entry.rowType {
      type.oid = decoder.symbols.define(type.qualifiedName)
      (type.relation, relation.rowType) = (relation.oid, type.oid)
      Self.put(type, type.oid, into: &catalog.types, &typePlaces)
      putArray(over: type)
    }
    offsets[relation.qualifiedName] = node.offset
    put(relation, into: \.relations, .relation, relation.qualifiedName.description)
  }

  // MARK: The end

  /// Checks what belongs together, takes out what the server lacks, and gives the catalog.
  mutating func finish() throws(JSONFault) -> Catalog {
    guard hasDatabase else { throw JSONFault(offset: 0, message: "\"database\" is missing") }
    if let (name, offset) = decoder.symbols.undefined {
      throw JSONFault(offset: offset, message: "the \(name) is neither in the snapshot nor built in")
    }
    try checkCycles()
    if !absent.isEmpty { removeAbsent() }
    catalog.relations.sort { $0.qualifiedName < $1.qualifiedName }
    catalog.schemas.sort { $0.name < $1.name }
    catalog.extensions.sort { $0.name < $1.name }
    catalog.collations.sort { ($0.schema, $0.name, $0.encoding ?? "") < ($1.schema, $1.name, $1.encoding ?? "") }
    return catalog
  }

  /// Nothing is based on, or inherits from, itself: whoever follows such a chain relies on its end.
  private func checkCycles() throws(JSONFault) {
    let bases = Dictionary(
      catalog.types.filter { $0.kind == .domain }.map { ($0.oid, [$0.base]) }, uniquingKeysWith: { first, _ in first })
    let domains = Self.cycle(bases).compactMap { typePlaces[$0].map { catalog.types[$0].qualifiedName } }
    if let name = first(of: domains) { throw JSONFault(offset: offsets[name] ?? 0, message: "the domain \(name) is based on itself") }
    let parents = Dictionary(catalog.relations.map { ($0.qualifiedName, $0.parents) }, uniquingKeysWith: { first, _ in first })
    if let name = first(of: Self.cycle(parents)) {
      throw JSONFault(offset: offsets[name] ?? 0, message: "the relation \(name) inherits from itself")
    }
  }

  private func first(of names: [QualifiedName]) -> QualifiedName? { names.min { (offsets[$0] ?? 0, $0) < (offsets[$1] ?? 0, $1) } }

  /// The nodes of a way along `next` that comes back to where it began; empty where there is none.
  private static func cycle<Node: Hashable & Comparable>(_ next: [Node: [Node]]) -> [Node] {
    // Nodes without a way on are taken off again and again; what is left stands on a cycle or leads to one.
    var (open, above) = ([Node: Int](), [Node: [Node]]())
    for (node, targets) in next {
      let known = targets.filter { next[$0] != nil }
      open[node] = known.count
      for target in known { above[target, default: []].append(node) }
    }
    var ready = open.filter { $0.value == 0 }.map(\.key)
    while let node = ready.popLast() {
      open[node] = nil
      for other in above[node] ?? [] {
        guard let count = open[other] else { continue }
        open[other] = count - 1
        if count == 1 { ready.append(other) }
      }
    }
    var (way, current) = ([Node](), open.keys.min())
    while let node = current {
      if let start = way.firstIndex(of: node) { return Array(way[start...]) }
      way.append(node)
      current = next[node]?.filter { open[$0] != nil }.min()
    }
    return []
  }

  private mutating func removeAbsent() {
    let names = SnapshotNames(catalog)
    func isAbsent(_ section: SnapshotSection, _ name: String?) -> Bool { absent.contains("\(section.rawValue) \(name ?? "")") }
    let relations = Set(catalog.relations.filter { isAbsent(.relation, $0.qualifiedName.description) }.map(\.oid))
    let types = Set(
      catalog.types.filter { relations.contains($0.relation) || $0.relation == 0 && !names.isArray($0) && isAbsent(.type, names.type($0.oid)) }
        .map(\.oid))
    catalog.functions.removeAll { isAbsent(.function, names.function($0)) }
    catalog.operators.removeAll { isAbsent(.operator, names.operator($0)) }
    catalog.casts.removeAll { isAbsent(.cast, SnapshotKeys.cast($0, names)) }
    catalog.types.removeAll { types.contains($0.oid) || $0.element != 0 && types.contains($0.element) }
    catalog.relations.removeAll { relations.contains($0.oid) }
    catalog.schemas.removeAll { isAbsent(.schema, $0.name) }
    catalog.extensions.removeAll { isAbsent(.extension, $0.name) }
    catalog.collations.removeAll { isAbsent(.collation, SnapshotKeys.collation($0)) }
    catalog.operatorClasses.removeAll { isAbsent(.operatorClass, SnapshotKeys.operatorClass($0)) }
  }
}

/// The built-in catalog, ready to be added to.
private struct SnapshotBase: Sendable {
  let catalog: Catalog
  let symbols: SnapshotSymbols
  let typePlaces: [OID: Int]
  let functionPlaces: [OID: Int]
  let operatorPlaces: [OID: Int]
  let namedPlaces: [SnapshotSection: [String: Int]]

  /// Of the version that the data is of.
  static let standard = SnapshotBase(BuiltinCatalog.catalog)

  init(_ catalog: Catalog) {
    self.catalog = catalog
    symbols = SnapshotSymbols(catalog, SnapshotNames(catalog))
    typePlaces = Self.places(catalog.types.map(\.oid))
    functionPlaces = Self.places(catalog.functions.map(\.oid))
    operatorPlaces = Self.places(catalog.operators.map(\.oid))
    namedPlaces = [
      .schema: Self.places(catalog.schemas.map(\.name)), .extension: Self.places(catalog.extensions.map(\.name)),
      .collation: Self.places(catalog.collations.map(SnapshotKeys.collation)),
      .operatorClass: Self.places(catalog.operatorClasses.map(SnapshotKeys.operatorClass)),
      .cast: Self.places(catalog.casts.map(SnapshotKeys.cast)), .relation: Self.places(catalog.relations.map(\.qualifiedName.description)),
    ]
  }

  private static func places<Key: Hashable>(_ keys: [Key]) -> [Key: Int] {
    Dictionary(keys.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }
}

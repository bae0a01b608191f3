/// Look-ups over a `Catalog`: by oid, by name along the search path, and by signature.
///
///     let index = CatalogIndex(catalog)
///     let item = index.relation(named: "item")                 // the first schema of search_path that has it
///     let candidates = index.functions(named: "lower")         // every overload that a call may mean
///     index.displayName(of: .varchar, modifier: 24)            // "character varying(20)"
///
/// Immutable; a class, for many hold it and copy what they are. Names are as the catalog stores them (already folded, without quotes). Where a catalog repeats an oid or a
/// name, the first entry counts. Looking up is O(1), apart from the count of what is returned.
package final class CatalogIndex: Sendable {
  package let catalog: Catalog
  /// The schemas that unqualified names are looked for in, in order: `Catalog.searchPath` with `pg_catalog` put first unless it is named
  /// there ("Schemas", The System Catalog Schema).
  package let path: [String]

  private let typesByOID: [OID: Int]
  private let typesByName: [QualifiedName: Int]
  private let relationsByOID: [OID: Int]
  private let relationsByName: [QualifiedName: Int]
  private let functionsByOID: [OID: Int]
  private let functionsByName: [QualifiedName: [Int]]
  private let operatorsByName: [QualifiedName: [Int]]
  private let castsByTypes: [TypePair: Int]
  private let schemasByName: [String: Int]
  private let functionSchemas: [String: [String]]
  /// The relation and column that own each sequence.
  private let sequenceOwners: [QualifiedName: (relation: Int, column: Int)]

  package init(_ catalog: Catalog) {
    self.catalog = catalog
    path = catalog.searchPath.contains("pg_catalog") ? catalog.searchPath : ["pg_catalog"] + catalog.searchPath
    typesByOID = Self.positions(of: catalog.types) { $0.oid }
    typesByName = Self.positions(of: catalog.types) { QualifiedName($0.schema, $0.name) }
    relationsByOID = Self.positions(of: catalog.relations) { $0.oid }
    relationsByName = Self.positions(of: catalog.relations) { QualifiedName($0.schema, $0.name) }
    functionsByOID = Self.positions(of: catalog.functions) { $0.oid }
    functionsByName = Self.groups(of: catalog.functions) { QualifiedName($0.schema, $0.name) }
    operatorsByName = Self.groups(of: catalog.operators) { QualifiedName($0.schema, $0.name) }
    castsByTypes = Self.positions(of: catalog.casts) { TypePair($0.source, $0.target) }
    schemasByName = Self.positions(of: catalog.schemas) { $0.name }
    sequenceOwners = Self.sequenceOwners(in: catalog.relations)
    functionSchemas = Dictionary(functionsByName.keys.map { ($0.name, [$0.schema]) }, uniquingKeysWith: +)
  }

  private static func positions<Entry, Key: Hashable>(of entries: [Entry], by key: (Entry) -> Key) -> [Key: Int] {
    Dictionary(entries.enumerated().map { (key($1), $0) }, uniquingKeysWith: { first, _ in first })
  }

  private static func sequenceOwners(in relations: [Relation]) -> [QualifiedName: (relation: Int, column: Int)] {
    var owners: [QualifiedName: (relation: Int, column: Int)] = [:]
    for (number, relation) in relations.enumerated() {
      for (column, entry) in relation.columns.enumerated() {
        if let sequence = entry.sequence, owners[sequence] == nil { owners[sequence] = (number, column) }
      }
    }
    return owners
  }

  private static func groups<Entry, Key: Hashable>(of entries: [Entry], by key: (Entry) -> Key) -> [Key: [Int]] {
    Dictionary(grouping: entries.indices) { key(entries[$0]) }
  }
}

private struct TypePair: Hashable {
  var source: OID
  var target: OID

  init(_ source: OID, _ target: OID) { (self.source, self.target) = (source, target) }
}

// MARK: - Types

extension CatalogIndex {
  package func type(_ oid: OID) -> PostgresType? { typesByOID[oid].map { catalog.types[$0] } }

  /// The type of that catalog name (`int4`, `_text`), looked for in `schema`, or along the search path.
  ///
  /// The grammar's own spellings (`integer`, `double precision`) are no catalog names: see `PostgresType.catalogName(ofSpelling:)`.
  package func type(named name: String, schema: String? = nil) -> PostgresType? {
    first(schema, name, in: typesByName).map { catalog.types[$0] }
  }

  /// The element type of a true array (`integer[]`); nil for every other type, those that merely have subscripts (`point`,
  /// `int2vector`) included.
  package func elementType(ofArray oid: OID) -> OID? {
    guard let type = type(oid), type.element != 0, self.type(type.element)?.array == oid else { return nil }
    return type.element
  }

  /// The array type over `oid`, or nil when it has none.
  package func arrayType(of oid: OID) -> OID? {
    guard let array = type(oid)?.array, array != 0 else { return nil }
    return array
  }

  /// The type under a domain, through domains over domains; every other type is its own.
  package func baseType(of oid: OID) -> OID {
    var (current, steps) = (oid, 0)
    while let type = type(current), type.kind == .domain, type.base != 0, steps < 64 { (current, steps) = (type.base, steps + 1) }
    return current
  }

  package func cast(from source: OID, to target: OID) -> Cast? { castsByTypes[TypePair(source, target)].map { catalog.casts[$0] } }
}

// MARK: - Schemas and relations

extension CatalogIndex {
  package func schema(named name: String) -> Schema? { schemasByName[name].map { catalog.schemas[$0] } }

  package func relation(_ oid: OID) -> Relation? { relationsByOID[oid].map { catalog.relations[$0] } }

  /// The relation of that name, looked for in `schema`, or along the search path.
  package func relation(named name: String, schema: String? = nil) -> Relation? {
    first(schema, name, in: relationsByName).map { catalog.relations[$0] }
  }

  /// The column that owns a sequence and draws from it.
  package func owner(ofSequence name: QualifiedName) -> (relation: Relation, column: Column)? {
    sequenceOwners[name].map { (catalog.relations[$0.relation], catalog.relations[$0.relation].columns[$0.column]) }
  }

  /// Names near `name` among the visible relations, for a diagnostic's help: those that differ in letter case only.
  package func relationsIgnoringCase(named name: String) -> [Relation] {
    catalog.relations.filter { path.contains($0.schema) && $0.name != name && $0.name.lowercased() == name.lowercased() }
  }
}

// MARK: - Routines

extension CatalogIndex {
  package func function(_ oid: OID) -> Function? { functionsByOID[oid].map { catalog.functions[$0] } }

  /// Every overload that a call of `name` may mean: those of `schema`, or those visible along the search path, where of equal
  /// argument types the earlier schema's hides the later ones ("Function Type Resolution").
  package func functions(named name: String, schema: String? = nil) -> [Function] {
    visible(schema, name, in: functionsByName, of: catalog.functions) { $0.arguments }
  }

  /// The schemas that have a function of that name, visible or not, sorted.
  package func schemas(withFunction name: String) -> [String] { (functionSchemas[name] ?? []).sorted() }

  /// Every operator of that name that an expression may mean, visible as functions are ("Operator Type Resolution").
  package func operators(named name: String, schema: String? = nil) -> [Operator] {
    visible(schema, name, in: operatorsByName, of: catalog.operators) { [$0.left, $0.right] }
  }
}

extension CatalogIndex {
  private func first(_ schema: String?, _ name: String, in positions: [QualifiedName: Int]) -> Int? {
    if let schema { return positions[QualifiedName(schema, name)] }
    for schema in path {
      if let position = positions[QualifiedName(schema, name)] { return position }
    }
    return nil
  }

  private func visible<Entry>(
    _ schema: String?, _ name: String, in groups: [QualifiedName: [Int]], of entries: [Entry], signature: (Entry) -> [OID]
  ) -> [Entry] {
    if let schema { return (groups[QualifiedName(schema, name)] ?? []).map { entries[$0] } }
    var (found, seen) = ([Entry](), Set<[OID]>())
    for schema in path {
      for position in groups[QualifiedName(schema, name)] ?? [] where seen.insert(signature(entries[position])).inserted {
        found.append(entries[position])
      }
    }
    return found
  }
}

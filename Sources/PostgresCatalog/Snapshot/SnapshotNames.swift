/// The names by which objects of a catalog stand in a snapshot: qualified, unless they are in `pg_catalog`.
struct SnapshotNames {
  private let index: CatalogIndex

  init(_ catalog: Catalog) {
    var catalog = catalog
    catalog.searchPath = []  // pg_catalog alone is looked in, so that every other schema's name is written
    index = CatalogIndex(catalog)
  }

  /// `integer`, `character varying(20)`, `public.mood[]`; nil for one that the catalog lacks.
  func type(_ oid: OID, modifier: Int32 = -1) -> String? {
    index.type(oid) == nil ? nil : index.displayName(of: oid, modifier: modifier < 0 ? nil : modifier)
  }

  /// Stands in a list for a type that is not there.
  static let noType = "-"

  /// The catalog name of a type, without its schema.
  func typeName(_ oid: OID) -> String? { index.type(oid)?.name }

  func type(at oid: OID) -> PostgresType? { index.type(oid) }
  func relation(at oid: OID) -> Relation? { index.relation(oid) }

  /// Whether it is the array type over another.
  func isArray(_ type: PostgresType) -> Bool { index.elementType(ofArray: type.oid) != nil }

  /// How the array type over `type` is called unless the name was taken (`makeArrayTypeName` in `pg_type.c`); nil for a type that has
  /// none.
  static func usualArrayName(of type: PostgresType) -> String? {
    type.kind == .pseudo || type.category == "A" ? nil : "_" + type.name
  }

  /// `public.add(integer, integer)`.
  func function(_ function: Function) -> String {
    "\(function.qualifiedName)(\(function.arguments.map { type($0) ?? "0" }.joined(separator: ", ")))"
  }

  func function(_ oid: OID) -> String? { index.function(oid).map(function) }

  /// `pg_catalog.+(integer, integer)`, a prefix operator `pg_catalog.-(NONE, integer)`.
  func `operator`(_ entry: Operator) -> String {
    let left = entry.left == 0 ? "NONE" : type(entry.left) ?? "0"
    return "\(QualifiedName(entry.schema, entry.name))(\(left), \(type(entry.right) ?? "0"))"
  }
}

import SourceText

/// A catalog as one JSON file, to analyse with where there is no database.
///
///     let bytes = CatalogSnapshot.encode(catalog)
///     let catalog = try CatalogSnapshot.decode(bytes)     // equal to the first; oids may differ
///
/// The same catalog gives the same bytes, and a change in the schema changes few lines: objects are sorted by name, one a line, and
/// tables have a line for each column, constraint and index. Types and whatever else is referred to stand by name. Fields that are as
/// usual are left out, and so are the objects that `BuiltinCatalog` has for the server's version; `absent` lists those of it that the
/// server lacks.
package enum CatalogSnapshot {
  /// The number that a file of this format begins with. It changes when files of the older one cannot be read any more.
  package static let format = 1
  static let formatKey: StaticString = "sqlferry-catalog"

  /// UTF-8, with a line feed at the end.
  package static func encode(_ catalog: Catalog) -> [UInt8] {
    let (entries, builtin) = (SnapshotEntries(catalog), SnapshotEntries(BuiltinCatalog.catalog(version: catalog.serverVersion)))
    var writer = JSONWriter()
    writer.openObject()
    writer.lineBreak(indent: 1)
    writer.field(formatKey, format)
    writer.lineBreak(indent: 1)
    writer.key("database")
    writer.value(json: entries.database)
    for section in SnapshotSection.allCases {
      let known = builtin.sections[section] ?? [:]
      let own = (entries.sections[section] ?? [:]).filter { known[$0.key] != $0.value }.sorted { $0.key < $1.key }
      guard !own.isEmpty else { continue }
      writer.lineBreak(indent: 1)
      writer.key(section.key)
      writer.openArray()
      for (_, bytes) in own {
        writer.lineBreak(indent: 2)
        writer.value(json: bytes)
      }
      writer.closeArray()
    }
    write(absent: absent(entries, builtin), to: &writer)
    writer.finalLineBreak()
    writer.closeObject()
    writer.finalLineBreak()
    return writer.bytes
  }

  private static func absent(_ entries: SnapshotEntries, _ builtin: SnapshotEntries) -> [String] {
    SnapshotSection.allCases.flatMap { section in
      let own = entries.sections[section] ?? [:]
      return (builtin.sections[section] ?? [:]).keys.filter { own[$0] == nil }.sorted().map { "\(section.rawValue) \($0)" }
    }
  }

  private static func write(absent names: [String], to writer: inout JSONWriter) {
    guard !names.isEmpty else { return }
    writer.lineBreak(indent: 1)
    writer.key("absent")
    writer.openArray()
    for name in names {
      writer.lineBreak(indent: 2)
      writer.value(name)
    }
    writer.closeArray()
  }
}

/// The lists of a snapshot, in the order in which they stand there.
enum SnapshotSection: String, CaseIterable {
  case schema, `extension`, collation, type, function, `operator`, operatorClass, cast, relation

  var key: StaticString {
    switch self {
    case .schema: "schemas"
    case .extension: "extensions"
    case .collation: "collations"
    case .type: "types"
    case .function: "functions"
    case .operator: "operators"
    case .operatorClass: "operatorClasses"
    case .cast: "casts"
    case .relation: "relations"
    }
  }
}

/// The objects of a catalog as they stand in a snapshot, by their names.
struct SnapshotEntries {
  private(set) var database: [UInt8]
  private(set) var sections: [SnapshotSection: [String: [UInt8]]] = [:]

  init(_ catalog: Catalog) {
    let names = SnapshotNames(catalog)
    var encoder = SnapshotEncoder(names, references: Self.references(catalog, names))
    database = encoder.object(SnapshotDatabase(catalog: catalog))
    func entries<Object: SnapshotObject>(_ objects: [Object], _ key: (Object) -> String) -> [String: [UInt8]] {
      Dictionary(objects.map { (key($0), encoder.object($0)) }, uniquingKeysWith: { first, _ in first })
    }
    sections[.schema] = entries(catalog.schemas) { $0.name }
    sections[.extension] = entries(catalog.extensions) { $0.name }
    sections[.collation] = entries(catalog.collations) { SnapshotKeys.collation($0) }
    sections[.type] = entries(catalog.types.filter { $0.relation == 0 && !names.isArray($0) }) { names.type($0.oid) ?? "" }
    sections[.function] = entries(catalog.functions) { names.function($0) }
    sections[.operator] = entries(catalog.operators) { names.operator($0) }
    sections[.operatorClass] = entries(catalog.operatorClasses) { SnapshotKeys.operatorClass($0) }
    sections[.cast] = entries(catalog.casts) { SnapshotKeys.cast($0, names) }
    sections[.relation] = entries(catalog.relations.map { RelationEntry($0, rowType: names.type(at: $0.rowType)) }) {
      $0.relation.qualifiedName.description
    }
  }

  private static func references(_ catalog: Catalog, _ names: SnapshotNames) -> [ReferenceKind: [OID: String]] {
    func byOID(_ pairs: [(OID, String)]) -> [OID: String] { Dictionary(pairs, uniquingKeysWith: { first, _ in first }) }
    return [
      .function: byOID(catalog.functions.map { ($0.oid, names.function($0)) }),
      .operator: byOID(catalog.operators.map { ($0.oid, names.operator($0)) }),
      .index: byOID(
        catalog.relations.flatMap { relation in relation.indexes.map { ($0.oid, QualifiedName(relation.schema, $0.name).description) } }),
    ]
  }
}

/// Keys of objects whose name alone is not enough.
enum SnapshotKeys {
  static func collation(_ collation: Collation) -> String {
    QualifiedName(collation.schema, collation.name).description + (collation.encoding.map { " for \($0)" } ?? "")
  }

  static func operatorClass(_ entry: OperatorClass) -> String { "\(QualifiedName(entry.schema, entry.name)) using \(entry.method)" }

  static func cast(_ cast: Cast, _ names: SnapshotNames) -> String {
    "\(names.type(cast.source) ?? "") as \(names.type(cast.target) ?? "")"
  }

  /// Within one catalog.
  static func cast(_ cast: Cast) -> String { "\(cast.source) as \(cast.target)" }
}

/// A relation with what its row type has of its own.
struct RelationEntry: SnapshotObject {
  var relation: Relation
  /// nil where there is none: sequences have none from PostgreSQL 14.
  var rowType: PostgresType?

  init(_ relation: Relation, rowType: PostgresType?) { (self.relation, self.rowType) = (relation, rowType) }

  static var blank: RelationEntry { RelationEntry(.blank, rowType: nil) }

  mutating func code(_ coder: inout some FieldCoder) {
    relation.code(&coder)
    var hasRowType = rowType != nil
    coder.flag("rowType", &hasRowType, usual: relation.kind != .sequence)
    guard hasRowType else { return rowType = nil }
    var type = rowType ?? PostgresType(oid: 0, schema: "", name: "", kind: .composite, category: "C")
    (type.schema, type.name, type.extensionName) = (relation.schema, relation.name, relation.extensionName)
    let named = type
    coder.arrayType(&type.array, of: named)
    coder.text("typeComment", &type.comment)
    rowType = type
  }
}

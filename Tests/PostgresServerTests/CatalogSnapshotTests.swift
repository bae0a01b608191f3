import Testing

@testable import PostgresCatalog
@testable import PostgresServer

/// A real catalog through a snapshot and back.
@Suite(.enabled(if: TestServer.isWanted)) struct CatalogSnapshotTests {
  @Test func aCatalogComesBackWithEveryField() async throws {
    try await TestServer.withDatabase(EveryObjectSchema.statements) { name in
      let connection = try await PostgresConnection.open(TestServer.url(database: name))
      let live = try await CatalogLoader.load(connection)
      await connection.close()
      let bytes = CatalogSnapshot.encode(live)
      let read = try CatalogSnapshot.decode(bytes)
      #expect(CatalogSnapshot.encode(read) == bytes)
      compare(NamedCatalog(live), NamedCatalog(read))
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(!text.contains("pg_stat_activity") && !text.contains("de-x-icu"))
      #expect(text.contains("\n    {\"name\":\"price\",\"type\":\"numeric(10,2)\",\"number\":6}"))
      #expect(text.contains("\n  {\"name\":\"audit.level\",\"kind\":\"enum\",\"category\":\"E\",\"labels\":[\"low\",\"it's, \\\"high\\\"\",\"NULL\","))
    }
  }

  private func compare(_ ours: NamedCatalog, _ theirs: NamedCatalog) {
    #expect(Set(ours.objects.keys) == Set(theirs.objects.keys))
    for (key, text) in ours.objects where theirs.objects[key] != text {
      Issue.record("\(key)\n    live:     \(text)\n    snapshot: \(theirs.objects[key] ?? "-")")
    }
  }

  @Test func whatTheServerLacksIsNotThereAfterwards() throws {
    var catalog = BuiltinCatalog.catalog
    catalog.database = "old"
    catalog.functions.removeAll { $0.name == "gen_random_uuid" }
    catalog.types.removeAll { ["int8multirange", "_int8multirange"].contains($0.name) }
    catalog.relations.removeAll { $0.name == "pg_stat_wal" }
    catalog.schemas.removeAll { $0.name == "public" }
    let bytes = CatalogSnapshot.encode(catalog)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("\n  \"function pg_catalog.gen_random_uuid()\"") && text.contains("\n  \"type int8multirange\""))
    let read = try CatalogSnapshot.decode(bytes)
    #expect(!read.functions.contains { $0.name == "gen_random_uuid" } && !read.schemas.contains { $0.name == "public" })
    #expect(!read.types.contains { $0.name == "int8multirange" || $0.name == "_int8multirange" })
    #expect(!read.relations.contains { $0.name == "pg_stat_wal" })
    #expect(read.types.count == catalog.types.count - 2 && CatalogSnapshot.encode(read) == bytes)
  }
}

/// A catalog's objects as texts in which names stand for oids, from a walk over every stored field: a field that the snapshot forgets
/// makes a difference here. System objects are compared by name alone: they are the built-in ones, which have a test of their own.
struct NamedCatalog {
  private(set) var objects: [String: String] = [:]

  init(_ catalog: Catalog) {
    let names = SnapshotNames(catalog)
    var known: [OID: String] = [0: "none"]
    for type in catalog.types { known[type.oid] = "type \(names.type(type.oid) ?? "")" }
    for function in catalog.functions { known[function.oid] = "function \(names.function(function))" }
    for entry in catalog.operators { known[entry.oid] = "operator \(names.operator(entry))" }
    for relation in catalog.relations {
      known[relation.oid] = "relation \(relation.qualifiedName)"
      for index in relation.indexes { known[index.oid] = "index \(relation.schema).\(index.name)" }
    }
    for schema in catalog.schemas { known[schema.oid] = "schema \(schema.name)" }
    func add(_ key: String, _ object: Any) { objects[key] = Self.isSystems(key) ? "" : Self.text(of: object, known) }
    for schema in catalog.schemas { add("schema \(schema.name)", schema) }
    for entry in catalog.extensions { add("extension \(entry.name)", entry) }
    for collation in catalog.collations { add("collation \(SnapshotKeys.collation(collation))", collation) }
    for type in catalog.types { add("type \(names.type(type.oid) ?? "")", type) }
    for function in catalog.functions { add("function \(names.function(function))", function) }
    for entry in catalog.operators { add("operator \(names.operator(entry))", entry) }
    for entry in catalog.operatorClasses { add("class \(SnapshotKeys.operatorClass(entry))", entry) }
    for cast in catalog.casts { add("cast \(SnapshotKeys.cast(cast, names))", cast) }
    for relation in catalog.relations { add("relation \(relation.qualifiedName)", relation) }
    var rest = catalog
    (rest.schemas, rest.extensions, rest.collations, rest.types, rest.functions) = ([], [], [], [], [])
    (rest.operators, rest.operatorClasses, rest.casts, rest.relations) = ([], [], [], [])
    add("database", rest)
  }

  private static func isSystems(_ key: String) -> Bool { key.contains(" pg_catalog.") || key.contains(" information_schema.") }

  /// Oids are the only values of 32 bits without a sign.
  private static func text(of value: Any, _ known: [OID: String]) -> String {
    if let oid = value as? OID { return known[oid] ?? "unknown oid" }
    let mirror = Mirror(reflecting: value)
    if mirror.children.isEmpty { return String(reflecting: value) }
    let parts = mirror.children.map { ($0.label.map { $0 + ": " } ?? "") + text(of: $0.value, known) }
    return "(" + parts.joined(separator: ", ") + ")"
  }
}

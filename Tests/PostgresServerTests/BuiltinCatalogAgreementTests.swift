import Testing

@testable import PostgresCatalog
@testable import PostgresServer

/// The built-in catalog is what a server of its version has, object by object.
@Suite(.enabled(if: TestServer.isWanted)) struct BuiltinCatalogAgreementTests {
  @Test func everyObjectIsTheServers() async throws {
    try await TestServer.withDatabase { name in
      let connection = try await TestServer.administrator(database: name)
      let live = try await CatalogLoader.load(connection)
      await connection.close()
      let builtin = BuiltinCatalog.catalog
      guard live.serverVersion / 10_000 == builtin.serverVersion / 10_000 else {
        print("the server is of version \(live.serverVersionText), the built-in catalog of \(builtin.serverVersionText): not compared")
        return
      }
      let server = SystemObjects(live, numbering: builtin)
      compare("type", builtin.types, server.types) { "\($0.schema).\($0.name)" }
      compare("function", builtin.functions, server.functions) { "\($0.schema).\($0.name)\($0.arguments)" }
      compare("operator", builtin.operators, server.operators) { "\($0.schema).\($0.left)\($0.name)\($0.right)" }
      compare("cast", builtin.casts, server.casts) { "\($0.source) to \($0.target)" }
      compare("operator class", builtin.operatorClasses, server.operatorClasses) { "\($0.schema).\($0.name) \($0.method)" }
      let known = Set(builtin.collations.map(\.name))
      let shared = live.collations.filter { $0.schema == "pg_catalog" && known.contains($0.name) }
      compare("collation", builtin.collations.filter { ours in shared.contains { $0.name == ours.name } }, shared) { $0.name }
      compare("relation", builtin.relations.map(RelationText.init), server.relations.map(RelationText.init)) { $0.name }
    }
  }

  private func compare<Object: Equatable>(_ kind: String, _ ours: [Object], _ theirs: [Object], key: (Object) -> String) {
    let (ours, theirs) = (Dictionary(grouping: ours, by: key), Dictionary(grouping: theirs, by: key))
    for name in Set(ours.keys).union(theirs.keys).sorted() where ours[name] != theirs[name] {
      Issue.record("\(kind) \(name):\n    built in: \(ours[name] ?? [])\n    server:   \(theirs[name] ?? [])")
    }
    print("\(ours.count) built-in \(kind)s compared with the server's")
  }

  /// A relation as one text of all that is known of it.
  private struct RelationText: Equatable {
    let name: String
    let text: String

    init(_ relation: Relation) {
      name = "\(relation.schema).\(relation.name)"
      text = String(reflecting: relation)
    }
  }
}

/// A server's own part of its catalog, with the oids that differ from server to server replaced by those of `numbering`'s objects of the
/// same names.
private struct SystemObjects {
  var types: [PostgresType]
  var functions: [Function]
  var operators: [Operator]
  var operatorClasses: [OperatorClass]
  var casts: [Cast]
  var relations: [Relation]

  init(_ live: Catalog, numbering: Catalog) {
    func isSystems(_ schema: String, _ extensionName: String?) -> Bool {
      ["pg_catalog", "information_schema"].contains(schema) && extensionName == nil
    }
    let typeOIDs = Self.oids(live.types.map { ($0.schema, $0.name, $0.oid) }, numbering.types.map { ($0.schema, $0.name, $0.oid) })
    let relationOIDs = Self.oids(live.relations.map { ($0.schema, $0.name, $0.oid) }, numbering.relations.map { ($0.schema, $0.name, $0.oid) })
    func type(_ oid: OID) -> OID { typeOIDs[oid] ?? oid }
    func relation(_ oid: OID) -> OID { relationOIDs[oid] ?? oid }
    types = live.types.filter { isSystems($0.schema, $0.extensionName) }.map { entry in
      var entry = entry
      (entry.oid, entry.element, entry.array) = (type(entry.oid), type(entry.element), type(entry.array))
      (entry.base, entry.relation) = (type(entry.base), relation(entry.relation))
      return entry
    }
    let unnumbered = live.functions.filter { isSystems($0.schema, $0.extensionName) }.map { entry in
      var entry = entry
      (entry.arguments, entry.result) = (entry.arguments.map(type), type(entry.result))
      entry.outputs = entry.outputs.map { .init(name: $0.name, type: type($0.type)) }
      if entry.argumentNames.allSatisfy(\.isEmpty) { entry.argumentNames = [] }
      return entry
    }
    func signature(_ entry: Function) -> String { "\(entry.name)\(entry.arguments)" }
    let functionOIDs = Self.oids(
      unnumbered.map { ($0.schema, signature($0), $0.oid) }, numbering.functions.map { ($0.schema, signature($0), $0.oid) })
    functions = unnumbered.map { entry in
      var entry = entry
      entry.oid = functionOIDs[entry.oid] ?? entry.oid
      return entry
    }
    operators = live.operators.filter { isSystems($0.schema, $0.extensionName) }
    operatorClasses = live.operatorClasses.filter { isSystems($0.schema, $0.extensionName) }
    casts = live.casts
    relations = live.relations.filter { isSystems($0.schema, $0.extensionName) }.map { entry in
      var entry = entry
      (entry.oid, entry.rowType) = (relation(entry.oid), type(entry.rowType))
      entry.columns = entry.columns.map { column in
        var column = column
        column.type = type(column.type)
        return column
      }
      return entry
    }
  }

  /// From the server's oids that `initdb` gave (12,000 and above) to ours.
  private static func oids(_ live: [(String, String, OID)], _ ours: [(String, String, OID)]) -> [OID: OID] {
    let known = Dictionary(ours.map { ("\($0.0).\($0.1)", $0.2) }, uniquingKeysWith: { first, _ in first })
    let pairs = live.compactMap { entry in known["\(entry.0).\(entry.1)"].map { (entry.2, $0) } }
    return Dictionary(pairs.filter { $0.0 >= 12_000 }, uniquingKeysWith: { first, _ in first })
  }
}

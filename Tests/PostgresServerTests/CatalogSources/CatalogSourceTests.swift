import Analysis
import Foundation
import PostgresCatalog
import Testing

@testable import PostgresServer

/// The same schema gives the same catalog, whatever it is read from.
@Suite(.enabled(if: TestServer.isWanted)) struct CatalogSourceTests {
  private func load(_ text: String, base: Catalog = BuiltinCatalog.catalog) -> DDLLoading {
    DDLLoader(base: base, queryColumns: Analyzer.columns).load([SchemaFile(name: "dump.sql", text: text)])
  }

  private func live(_ database: String) async throws -> Catalog {
    let connection = try await PostgresConnection.open(TestServer.url(database: database))
    let catalog = try await CatalogLoader.load(connection)
    await connection.close()
    return catalog
  }

  @Test func aDumpGivesTheLiveCatalog() async throws {
    let extensions = RichSchema.extensions.map { "CREATE EXTENSION \"\($0)\";" }.joined()
    try await TestServer.withDatabase([]) { database in
      let owner = try await TestServer.administrator(database: database)
      for statement in TestServer.statements(extensions + RichSchema.statements) { _ = try await owner.query(statement) }
      await owner.close()
      let expected = try await live(database)
      let loading = load(try PostgresDump.text(of: database, withData: true))
      #expect(loading.diagnostics.map { "\($0.range?.start.line ?? 0): \($0.message)" } == [])
      #expect(CatalogComparison.differences(loading.catalog, from: expected) == [])
      for catalog in [expected, loading.catalog] {
        let read = try CatalogSnapshot.decode(CatalogSnapshot.encode(catalog))
        #expect(CatalogComparison.differences(read, from: expected) == [])
      }
    }
  }

  @Test func aPrivateServerGivesTheLiveCatalog() async throws {
    let extensions = RichSchema.extensions.map { "CREATE EXTENSION \"\($0)\";" }.joined(separator: "\n")
    let script = SchemaFile(name: "schema.sql", text: extensions + RichSchema.statements)
    try await TestServer.withDatabase([]) { database in
      let owner = try await TestServer.administrator(database: database)
      for statement in TestServer.statements(extensions + RichSchema.statements) { _ = try await owner.query(statement) }
      await owner.close()
      let expected = try await live(database)
      let server = try await EphemeralServer.start()
      let diagnostics = await server.load([script])
      #expect(diagnostics.map(\.message) == [])
      let connection = try await PostgresConnection.open(server.target)
      let catalog = try await CatalogLoader.load(connection)
      await connection.close()
      await server.stop()
      // Composite types of extensions belong to another role there.
      #expect(CatalogComparison.differences(catalog, from: expected, ignoring: ["selectable"]) == [])
    }
  }

  /// Hand-written files say the same in other words: what they say is equal, the wording of expressions need not be.
  @Test func migrationsGiveTheLiveCatalog() async throws {
    let texts: Set<String> = ["viewDefinition", "definition", "defaultExpression", "checkExpression", "defaultExpressions", "predicate", "keys", "checks"]
    try await TestServer.withDatabase([]) { database in
      let owner = try await TestServer.administrator(database: database)
      for script in Migrations.scripts {
        _ = try await owner.query("RESET search_path")
        for statement in TestServer.statements(script) { _ = try await owner.query(statement) }
      }
      await owner.close()
      let expected = try await live(database)
      let files = Migrations.scripts.enumerated().map { SchemaFile(name: "\($0 + 1).sql", text: $1) }
      let loading = DDLLoader(queryColumns: Analyzer.columns).load(files)
      #expect(loading.diagnostics.map { "\($0.file ?? ""):\($0.range?.start.line ?? 0): \($0.message)" } == [])
      #expect(CatalogComparison.differences(loading.catalog, from: expected, ignoring: texts) == [])
      #expect(try await wordings(of: loading.catalog, on: database) == [])
    }
  }

  /// Expressions that the server prints otherwise than it prints its own ones: each is given back to it as a column's default or check.
  private func wordings(of catalog: Catalog, on database: String) async throws -> [String] {
    let owner = try await TestServer.administrator(database: database)
    var differing: [String] = []
    for relation in catalog.relations where relation.kind == .table && relation.schema != "pg_catalog" && relation.schema != "information_schema" {
      for column in relation.columns where !column.isGenerated && column.identity == nil {
        guard let text = column.defaultExpression else { continue }
        let before = try await self.defaultExpression(column.name, of: relation, owner)
        _ = try await owner.query("ALTER TABLE \(relation.qualifiedName) ALTER COLUMN \(Identifier.quoted(column.name)) SET DEFAULT \(text)")
        let after = try await self.defaultExpression(column.name, of: relation, owner)
        if before != after { differing.append("\(relation.name).\(column.name): \(text) is \(after ?? ""), not \(before ?? "")") }
      }
      for check in relation.constraints where check.kind == .check && check.isLocal {
        let name = Identifier.quoted(check.name)
        let query = "SELECT pg_catalog.pg_get_constraintdef(oid) FROM pg_catalog.pg_constraint WHERE conname = $1 AND conrelid = $2::regclass"
        let parameters = [check.name, relation.qualifiedName.description]
        let before = try await owner.query(query, parameters: parameters)[0, 0]
        _ = try await owner.query("ALTER TABLE ONLY \(relation.qualifiedName) DROP CONSTRAINT \(name)")
        _ = try await owner.query("ALTER TABLE \(relation.qualifiedName) ADD CONSTRAINT \(name) \(check.definition)")
        let after = try await owner.query(query, parameters: parameters)[0, 0]
        if before != after { differing.append("\(relation.name).\(check.name): \(after ?? ""), not \(before ?? "")") }
      }
    }
    await owner.close()
    return differing
  }

  private func defaultExpression(_ column: String, of relation: Relation, _ owner: PostgresConnection) async throws -> String? {
    try await owner.query(
      """
      SELECT pg_catalog.pg_get_expr(d.adbin, d.adrelid) FROM pg_catalog.pg_attrdef d JOIN pg_catalog.pg_attribute a
        ON a.attrelid = d.adrelid AND a.attnum = d.adnum WHERE d.adrelid = $1::regclass AND a.attname = $2
      """, parameters: [relation.qualifiedName.description, column])[0, 0]
  }
}

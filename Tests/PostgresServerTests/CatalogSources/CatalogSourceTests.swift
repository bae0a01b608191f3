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
    }
  }
}

import MySQLConversion
import PostgresCatalog
import PostgresServer

/// The sample schema, as the product converts it.
enum MySQLSchema {
  static func statements(for url: String) async throws -> [String] {
    let connection = try await PostgresConnection.open(url)
    let catalog = try await CatalogLoader.load(connection)
    await connection.close()
    return SchemaConverter(catalog: CatalogIndex(catalog)).convert().statements.map(\.sql).filter { !$0.isEmpty }
  }
}

import MySQLConversion
import PostgresCatalog
import PostgresServer

/// A database's schema, as the product converts it.
package enum MySQLSchema {
  package static func statements(for url: String) async throws -> [String] {
    let connection = try await PostgresConnection.open(url)
    let catalog = try await CatalogLoader.load(connection)
    await connection.close()
    return SchemaConverter(catalog: CatalogIndex(catalog)).convert().statements.map(\.sql).filter { !$0.isEmpty }
  }
}

import Foundation
import PostgresCatalog
import Synchronization

@testable import PostgresServer

/// The PostgreSQL server that tests run on, named by `SQLFERRY_TEST_POSTGRES`.
enum TestServer {
  static let url = ProcessInfo.processInfo.environment["SQLFERRY_TEST_POSTGRES"] ?? ""
  /// Without a server its tests are left out, unless `SQLFERRY_REQUIRE_SERVERS=1` says that they must run.
  static let isWanted = !url.isEmpty || ProcessInfo.processInfo.environment["SQLFERRY_REQUIRE_SERVERS"] == "1"

  private static let counter = Mutex(0)

  private static func url(database: String) throws -> String {
    guard var parts = URLComponents(string: url) else { throw TestServerError.noServer }
    parts.path = "/" + database
    return parts.string ?? url
  }

  private static func open(_ url: String) async throws -> PostgresConnection {
    if url.isEmpty { throw TestServerError.noServer }
    var options = PostgresConnection.Options()
    options.isReadOnly = false
    options.statementTimeout = 60_000
    return try await PostgresConnection.open(url, options: options)
  }

  /// Runs `body` with a connection to a new database that holds the shop, and the shop's catalog; drops the database afterwards.
  static func withShop(hasData: Bool = false, _ body: (PostgresConnection, CatalogIndex) async throws -> Void) async throws {
    let data = hasData ? [ShopSchema.nullifier] + ShopSchema.data + ["DROP FUNCTION n"] : []
    try await withDatabase(ShopSchema.statements + data) { connection, index, _ in try await body(connection, index) }
  }

  /// Runs `body` with a connection to a new database made by these statements, its catalog and its URL; drops the database afterwards.
  static func withDatabase(
    _ statements: [String], _ body: (PostgresConnection, CatalogIndex, String) async throws -> Void
  ) async throws {
    let number = counter.withLock { counter in
      counter += 1
      return counter
    }
    let name = "sqlferry_analysis_\(ProcessInfo.processInfo.processIdentifier)_\(number)"
    let administrator = try await open(url)
    _ = try await administrator.query("CREATE DATABASE \(name) TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'")
    do {
      let url = try url(database: name)
      let owner = try await open(url)
      for statement in statements { _ = try await owner.query(statement) }
      let index = CatalogIndex(try await CatalogLoader.load(owner))
      try await body(owner, index, url)
      await owner.close()
    } catch {
      _ = try? await administrator.query("DROP DATABASE \(name) WITH (FORCE)")
      throw error
    }
    _ = try await administrator.query("DROP DATABASE \(name) WITH (FORCE)")
  }
}

enum TestServerError: Error { case noServer }

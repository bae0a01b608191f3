import Foundation
import PostgresSyntax
import SourceText
import Synchronization

@testable import PostgresServer

/// The PostgreSQL server that tests run on, named by `SQLFERRY_TEST_POSTGRES`: a URL of a role that may create databases and roles.
enum TestServer {
  static let url = ProcessInfo.processInfo.environment["SQLFERRY_TEST_POSTGRES"] ?? ""
  /// Without a server its tests are left out, unless `SQLFERRY_REQUIRE_SERVERS=1` says that they must run.
  static let isWanted = !url.isEmpty || ProcessInfo.processInfo.environment["SQLFERRY_REQUIRE_SERVERS"] == "1"

  private static let counter = Mutex(0)

  /// A name that no other test and no other run uses at the same time.
  static func freshName(_ stem: String = "test") -> String {
    let number = counter.withLock { counter in
      counter += 1
      return counter
    }
    return "sqlferry_\(stem)_\(ProcessInfo.processInfo.processIdentifier)_\(number)"
  }

  /// The server's URL with another database, user or password.
  static func url(database: String? = nil, user: String? = nil, password: String? = nil, query: [String: String] = [:]) throws -> String {
    guard var parts = URLComponents(string: url) else { throw TestServerError.noServer }
    if let database { parts.path = "/" + database }
    if let user { parts.user = user }
    if let password { parts.password = password }
    if !query.isEmpty { parts.queryItems = (parts.queryItems ?? []) + query.map { URLQueryItem(name: $0, value: $1) } }
    return parts.string ?? url
  }

  static func administrator(database: String? = nil) async throws -> PostgresConnection {
    if url.isEmpty { throw TestServerError.noServer }
    var options = PostgresConnection.Options()
    options.isReadOnly = false
    options.lockTimeout = 20_000
    options.statementTimeout = 60_000
    return try await PostgresConnection.open(url(database: database), options: options)
  }

  /// The statements of a script.
  static func statements(_ script: String) -> [String] {
    let text = SQLText(script)
    return Parser.split(text).map { text.string(in: $0) }
  }

  /// Runs `body` with the name of a new database that holds `schema`, and drops it afterwards.
  static func withDatabase(_ schema: [String] = [], _ body: (String) async throws -> Void) async throws {
    let name = freshName()
    let administrator = try await administrator()
    _ = try await administrator.query("CREATE DATABASE \(name) TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'")
    do {
      let owner = try await self.administrator(database: name)
      for statement in schema { _ = try await owner.query(statement) }
      await owner.close()
      try await body(name)
    } catch {
      _ = try? await administrator.query("DROP DATABASE \(name) WITH (FORCE)")
      throw error
    }
    _ = try await administrator.query("DROP DATABASE \(name) WITH (FORCE)")
  }
}

enum TestServerError: Error { case noServer }

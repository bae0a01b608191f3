import Foundation
import Synchronization

@testable import MySQLServer

/// The MySQL server that tests run on, named by `SQLFERRY_TEST_MYSQL`: a URL of an account that may create databases and accounts.
enum TestMySQL {
  static let url = ProcessInfo.processInfo.environment["SQLFERRY_TEST_MYSQL"] ?? ""
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

  static func location() throws -> MySQLLocation { try MySQLLocation(url) }

  static func administrator(database: String = "") async throws -> MySQLConnection {
    var location = try location()
    location.database = database
    return try await MySQLConnection.open(location)
  }

  /// Runs `body` with the name of a new database that holds `schema`, and drops it afterwards.
  static func withDatabase(_ schema: [String] = [], _ body: (String) async throws -> Void) async throws {
    let name = freshName()
    let administrator = try await administrator()
    _ = try await administrator.query("CREATE DATABASE \(name) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin")
    do {
      let owner = try await self.administrator(database: name)
      for statement in schema { _ = try await owner.query(statement) }
      try await body(name)
    } catch {
      _ = try? await administrator.query("DROP DATABASE \(name)")
      throw error
    }
    _ = try await administrator.query("DROP DATABASE \(name)")
  }

  /// Runs `body` with a new account's name, and drops it afterwards.
  static func withAccount(
    _ clause: String = "IDENTIFIED WITH caching_sha2_password BY 'ge/he:im@'", grants: [String] = [],
    _ body: (String) async throws -> Void
  ) async throws {
    let user = freshName("u")
    let administrator = try await administrator()
    _ = try await administrator.query("CREATE USER '\(user)'@'%' \(clause)")
    do {
      for grant in grants { _ = try await administrator.query("\(grant) TO '\(user)'@'%'") }
      try await body(user)
    } catch {
      _ = try? await administrator.query("DROP USER '\(user)'@'%'")
      throw error
    }
    _ = try await administrator.query("DROP USER '\(user)'@'%'")
  }
}

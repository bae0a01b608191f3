import Foundation
import Testing

@testable import PostgresServer

@Suite(.enabled(if: TestServer.isWanted && !GuardedServer.binaries.isEmpty)) struct GuardedServerTests {
  private func failure(_ target: String) async throws -> PostgresConnectionError? {
    do throws(PostgresConnectionError) {
      await (try PostgresConnection.open(target)).close()
      return nil
    } catch {
      return error
    }
  }

  @Test func saysWhyItIsNotLetIn() async throws {
    let server = try GuardedServer()
    func target(_ more: String) -> String { "host=127.0.0.1 port=\(server.port) dbname=postgres \(more)" }
    let right = "user=postgres password='\(GuardedServer.password)'"
    for mode in ["disable", "prefer", "require"] {
      let connection = try await PostgresConnection.open(target("\(right) sslmode=\(mode)"))
      #expect(await connection.usesTLS == (mode != "disable"))
    }
    let percentEncoded = "postgresql://postgres:top%3Ase%2Fcret%40@127.0.0.1:\(server.port)/postgres"
    #expect(try await failure(percentEncoded) == nil)

    guard case .wrongPassword(let site)? = try await failure(target("user=postgres password=falsch")) else {
      Issue.record("not a wrong password")
      return
    }
    #expect(site == PostgresSite(host: "127.0.0.1", port: "\(server.port)", database: "postgres", user: "postgres"))
    let absent = try await failure(target("user=postgres passfile=/nonexistent"))
    guard case .missingPassword? = absent else { return #expect(absent == nil) }
    let rejected = try await failure(target("user=nobody password=x"))
    guard case .notAdmitted? = rejected else { return #expect(rejected == nil) }
    let unencrypted = try await failure(target("user=sealed password=x sslmode=disable"))
    guard case .notAdmitted(_, isEncrypted: false, _)? = unencrypted else { return #expect(unencrypted == nil) }
    #expect(unencrypted?.help.contains("sslmode=require") == true)
    let unverified = try await failure(target("\(right) sslmode=verify-full sslrootcert=/nonexistent"))
    guard case .tlsFailed? = unverified else { return #expect(unverified == nil) }
    let unknownRole = try await failure(target("user=trusted"))
    guard case .unknownRole? = unknownRole else { return #expect(unknownRole == nil) }
    let unknownDatabase = try await failure("host=127.0.0.1 port=\(server.port) dbname=nope \(right)")
    guard case .unknownDatabase? = unknownDatabase else { return #expect(unknownDatabase == nil) }
    for error in [absent, rejected, unencrypted, unverified, unknownRole, unknownDatabase] {
      #expect(error?.message.contains("cret") == false && error?.help.isEmpty == false)
    }
  }
}

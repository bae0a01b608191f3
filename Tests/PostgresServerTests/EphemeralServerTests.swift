import Foundation
import PostgresCatalog
import Testing

@testable import PostgresServer

/// Whether this machine has a PostgreSQL to start; where tests must run, one has to be there.
private let canStart = TestServer.isWanted || !PostgresInstallation.all().isEmpty

@Suite(.enabled(if: canStart)) struct EphemeralServerTests {
  private func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  /// Processes that have the folder on their command line.
  private func processes(naming folder: String) throws -> [String] {
    guard exists("/proc/self/cmdline") else { return [] }
    return try FileManager.default.contentsOfDirectory(atPath: "/proc").filter { Int($0) != nil }.filter {
      let line = FileManager.default.contents(atPath: "/proc/\($0)/cmdline") ?? Data()
      return String(decoding: line, as: UTF8.self).contains(folder)
    }
  }

  private func waitUntilGone(_ folder: String) async throws {
    for _ in 0..<200 where exists(folder) { try await Task.sleep(for: .milliseconds(50)) }
    for _ in 0..<100 where try !processes(naming: folder).isEmpty { try await Task.sleep(for: .milliseconds(50)) }
    #expect(!exists(folder))
    #expect(try processes(naming: folder) == [])
  }

  @Test func loadsFilesAndLeavesNothingBehind() async throws {
    let server = try await EphemeralServer.start()
    #expect(try FileManager.default.attributesOfItem(atPath: server.folder)[.posixPermissions] as? Int == 0o700)
    let diagnostics = await server.load([
      SchemaFile(
        name: "1.sql",
        text: """
          BEGIN;
          CREATE SCHEMA app; SET LOCAL search_path = app;
          CREATE EXTENSION IF NOT EXISTS citext WITH SCHEMA public;
          CREATE TABLE item (id bigserial PRIMARY KEY, name public.citext NOT NULL);
          ALTER TABLE item OWNER TO shop_owner; GRANT SELECT ON item TO reporting;
          COPY item (name) FROM stdin;
          1\tx;'
          \\.
          COMMIT;
          """),
      SchemaFile(name: "2.sql", text: "CREATE TABLE other (id int);\n  SELECT nonsense FROM app.item;\nCREATE VIEW v AS SELECT * FROM app.item;"),
    ])
    #expect(diagnostics.map { "\($0.file ?? ""):\($0.range?.start.line ?? 0):\($0.range?.start.column ?? 0): \($0.message)" } == [
      "2.sql:2:10: column \"nonsense\" does not exist (SQLSTATE 42703)"
    ])
    let connection = try await PostgresConnection.open(server.target)
    let catalog = try await CatalogLoader.load(connection)
    #expect(catalog.relations.contains { $0.schema == "app" && $0.name == "item" })
    #expect(catalog.relations.contains { $0.schema == "public" && $0.name == "other" })
    #expect(catalog.relations.first { $0.name == "v" }?.columns.map(\.name) == ["id", "name"])
    await connection.close()
    #expect(try !processes(naming: server.folder).isEmpty)
    await server.stop()
    #expect(!exists(server.folder))
    #expect(try processes(naming: server.folder) == [])
  }

  @Test func whatIsLoadedCannotReachTheMachine() async throws {
    let server = try await EphemeralServer.start()
    let witness = server.folder + "-witness"
    let diagnostics = await server.load([
      SchemaFile(
        name: "evil.sql",
        text: """
          DO $$ BEGIN EXECUTE 'COPY (SELECT 1) TO PROGRAM ''touch \(witness)'''; END $$;
          SELECT pg_read_file('/etc/passwd');
          CREATE FUNCTION f() RETURNS int LANGUAGE c AS 'libc', 'getpid';
          SET SESSION AUTHORIZATION sqlferry_administrator; SET ROLE sqlferry_administrator;
          SELECT lo_export(1, '\(witness)');
          ALTER ROLE postgres SUPERUSER;
          """)
    ])
    #expect(diagnostics.count == 5)
    #expect(diagnostics.allSatisfy { $0.message.contains("42501") })
    #expect(!exists(witness))
    await server.stop()
  }

  @Test func isGoneAfterTheProcessWasKilled() async throws {
    let result = await #expect(processExitsWith: .signal(SIGKILL), observing: [\.standardOutputContent]) {
      let server = try await EphemeralServer.start()
      print("folder=\(server.folder)=")
      fflush(nil)
      kill(getpid(), SIGKILL)
    }
    let output = String(decoding: result?.standardOutputContent ?? [], as: UTF8.self)
    let folder = try #require(output.split(separator: "=").first { $0.hasPrefix("/") }.map(String.init))
    try await waitUntilGone(folder)
  }

  @Test func saysWhatIsInstalled() async throws {
    await #expect(throws: EphemeralServerError.self) { _ = try await EphemeralServer.start(options: .init(version: 3)) }
    let versions = PostgresInstallation.all().map(\.majorVersion)
    #expect(versions == versions.sorted(by: >))
    let message = EphemeralServerError.notInstalled(wanted: 3, found: [17, 15]).message
    #expect(message == "PostgreSQL 3 is not installed here; there is 17, 15")
  }
}

import Testing

@testable import PostgresServer

@Suite(.enabled(if: TestServer.isWanted)) struct PostgresPrivilegesTests {
  /// What is missing is granted by the very text of the results, and is missing no more.
  @Test func givesTheGrantsThatMend() async throws {
    let role = TestServer.freshName("Role")
    let schema = [
      "CREATE ROLE \"\(role)\" LOGIN", "CREATE SCHEMA \"Odd\"\"one\"", "CREATE TABLE \"Odd\"\"one\".\"user\" (a int)",
      "CREATE TABLE open_one (a serial)", "CREATE VIEW seen AS SELECT 1", "CREATE SCHEMA many",
    ] + (1...5).map { "CREATE TABLE many.t\($0) (a serial)" }
    try await TestServer.withDatabase(schema) { name in
      let administrator = try await TestServer.administrator(database: name)
      _ = try await administrator.query("GRANT SELECT ON open_one TO \"\(role)\"")
      let connection = try await PostgresConnection.open(TestServer.url(database: name, user: role))
      let before = try await PostgresPrivileges.check(connection)
      #expect(before.map { "\($0.name) \($0.kind.rawValue) \($0.missing.count)/\($0.count)" } == [
        "\(name) CONNECT on the database 0/1", "Odd\"one USAGE on the schema 1/1", "Odd\"one SELECT on all tables 1/1",
        "Odd\"one SELECT on all sequences 0/0", "many USAGE on the schema 1/1", "many SELECT on all tables 5/5",
        "many SELECT on all sequences 5/5", "public USAGE on the schema 0/1", "public SELECT on all tables 1/2",
        "public SELECT on all sequences 1/1",
      ])
      let grants = before.flatMap(\.grants)
      #expect(grants.contains("GRANT SELECT ON \"Odd\"\"one\".\"user\" TO \"\(role)\";"))
      #expect(grants.contains("GRANT SELECT ON ALL TABLES IN SCHEMA many TO \"\(role)\";"))
      #expect(grants.contains("GRANT SELECT ON SEQUENCE public.open_one_a_seq TO \"\(role)\";"))
      for grant in grants { _ = try await administrator.query(grant) }
      #expect(try await PostgresPrivileges.check(connection).allSatisfy(\.isGranted))
      let absent = try await PostgresPrivileges.check(connection, schemas: ["nowhere"])
      #expect(absent.count == 2 && !absent[1].exists && !absent[1].isGranted && absent[1].grants.isEmpty)
      await connection.close()
    }
    _ = try await TestServer.administrator().query("DROP ROLE \"\(role)\"")
  }

  @Test func knowsTheServer() async throws {
    try await TestServer.withDatabase { name in
      _ = try await TestServer.administrator(database: name).query("ALTER DATABASE \(name) SET TimeZone = 'Asia/Tokyo'")
      _ = try await TestServer.administrator(database: name).query("ALTER DATABASE \(name) SET DateStyle = 'German'")
      let facts = try await PostgresConnection.open(TestServer.url(database: name)).facts()
      #expect(facts.database == name && facts.encoding == "UTF8" && facts.collation == "C" && facts.timeZone == "Asia/Tokyo")
      #expect(facts.dateStyle.hasPrefix("German") && facts.searchPath == "\"$user\", public" && facts.standardConformingStrings)
      #expect(facts.isSuperuser && facts.service == .postgres && !facts.usesTLS && !facts.isInRecovery && facts.versionNumber > 90_000)
    }
  }
}

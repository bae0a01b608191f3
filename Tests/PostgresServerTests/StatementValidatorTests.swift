import PostgresCatalog
import Testing

@testable import PostgresServer

@Suite(.enabled(if: TestServer.isWanted)) struct StatementValidatorTests {
  static let schema = [
    "CREATE TABLE item (id int PRIMARY KEY, name varchar(20), price numeric(10,2))", "INSERT INTO item VALUES (1, 'x', 2)",
    "CREATE SEQUENCE counter", "CREATE FUNCTION noisy() RETURNS int LANGUAGE plpgsql AS 'BEGIN PERFORM nextval(''counter''); RETURN 1; END'",
  ]

  private func withValidator(_ body: (StatementValidator, String) async throws -> Void) async throws {
    try await TestServer.withDatabase(Self.schema) { name in
      try await body(StatementValidator(PostgresConnection.open(TestServer.url(database: name))), name)
    }
  }

  @Test func describesParametersAndColumns() async throws {
    try await withValidator { validator, _ in
      let found = await validator.validate([
        .init("SELECT i.id, name AS n, price * $2 FROM item i WHERE id = $1"), .init("UPDATE item SET name = $1"),
        .init("SELECT $1", parameterTypes: [.int8]), .init(""), .init("DROP TABLE no_such"),
      ])
      guard case .accepted(let select) = found[0] else { return #expect(found[0] == .unsendable("accepted")) }
      #expect(select.parameters == [.int4, .numeric] && select.columns.map(\.name) == ["id", "n", "?column?"])
      #expect(select.columns.map(\.type) == [.int4, .varchar, .numeric] && select.columns.map(\.typeModifier) == [-1, 24, -1])
      #expect(select.columns.map(\.columnNumber) == [1, 2, 0] && select.columns[0].table != 0 && select.columns[2].table == 0)
      #expect(found[1] == .accepted(.init(parameters: [.varchar], columns: [])))
      #expect(found[2] == .accepted(.init(parameters: [.int8], columns: [.init(name: "?column?", type: .int8)])))
      #expect(found[3...4] == [.accepted(.init(parameters: [], columns: [])), .accepted(.init(parameters: [], columns: []))])
    }
  }

  /// The place is given by its text, so nobody counts bytes.
  @Test(arguments: [
    ("SELECT emial FROM item", "42703", "emial"), ("SELECT 'äöü€😀', emial FROM item", "42703", "emial"),
    ("SELECT \"größe\".x /* ✓ */ FROM nichts", "42P01", "nichts"), ("SELEC 1", "42601", "SELEC"), ("SELECT 1; SELECT 2", "42601", nil),
    ("SELECT '😀' + id FROM item", "22P02", "'😀'"), ("SELECT id FROM item WHERE", "42601", ""), ("SELECT nosuch(1)", "42883", "nosuch"),
  ])
  func givesPlacesAsByteOffsets(_ statement: String, _ sqlstate: String, _ place: String?) async throws {
    try await withValidator { validator, _ in
      guard case .rejected(let error) = await validator.validate([.init(statement)])[0] else {
        Issue.record("accepted: \(statement)")
        return
      }
      #expect(error.sqlstate == sqlstate)
      guard let place else { return #expect(error.offset == nil) }
      let offset = try #require(error.offset)
      #expect(Array(statement.utf8)[offset...].starts(with: Array(place.utf8)))
      if place.isEmpty { #expect(offset == statement.utf8.count) }
    }
  }

  @Test func keepsStatementsApartAndInOrder() async throws {
    try await withValidator { validator, _ in
      let requests = (0..<500).map { number in
        number % 3 == 0 ? ValidationRequest("SELECT nope\(number) FROM item") : ValidationRequest("SELECT \(number % 7), id FROM item")
      }
      let found = await validator.validate(requests)
      #expect(found.count == 500)
      for (number, validation) in found.enumerated() {
        if case .rejected(let error) = validation {
          #expect(number % 3 == 0 && error.message == "column \"nope\(number)\" does not exist" && error.offset == 7)
        } else if case .accepted(let description) = validation {
          #expect(number % 3 != 0 && description.columns.count == 2)
        } else {
          Issue.record("\(validation)")
        }
      }
    }
  }

  static let hostile = [
    "DELETE FROM item", "DROP TABLE item", "DO $$ BEGIN DELETE FROM item; END $$", "SELECT noisy()", "INSERT INTO item SELECT noisy(), 'y', 1",
    "COPY item TO PROGRAM 'touch /tmp/owned'", "SELECT nextval('counter')", "CALL noisy()", "TRUNCATE item; DROP TABLE item", "COMMIT; DROP TABLE item",
    "SET default_transaction_read_only = off", "SELECT set_config('default_transaction_read_only', 'off', false)", "BEGIN", "LOCK TABLE item",
    "CREATE TABLE made AS SELECT noisy()", "EXPLAIN ANALYZE DELETE FROM item", "PREPARE p AS DELETE FROM item", "LISTEN channel",
    "DECLARE c CURSOR WITH HOLD FOR SELECT noisy()", "VACUUM", "ALTER SYSTEM SET work_mem = '1MB'", "REFRESH MATERIALIZED VIEW nothing",
  ]

  @Test func neverExecutes() async throws {
    try await withValidator { validator, name in
      let administrator = try await TestServer.administrator(database: name)
      for statement in Self.hostile {
        let found = await validator.validate([.init(statement), .init("SELECT id FROM item"), .init("SHOW default_transaction_read_only")])
        if case .lost = found[0] { Issue.record("lost: \(statement)") }
        if case .accepted = found[1] {} else { Issue.record("\(statement), then \(found[1])") }
        let state = try await administrator.query(
          "SELECT (SELECT count(*) FROM item), (SELECT is_called FROM counter), (SELECT count(*) FROM pg_prepared_statements), to_regclass('made')")
        #expect((0..<4).map { state[0, $0] } == ["1", "f", "0", nil], "\(statement)")
      }
    }
  }

  /// A server that gives no sign of life for longer than its own time-out counts as lost; what it hung on is not sent again.
  @Test func doesNotWaitForASilentServer() async throws {
    try await TestServer.withDatabase(Self.schema) { name in
      let holder = try await TestServer.administrator(database: name)
      _ = try await holder.query("BEGIN")
      _ = try await holder.query("LOCK TABLE item IN ACCESS EXCLUSIVE MODE")
      var options = PostgresConnection.Options()
      (options.statementTimeout, options.lockTimeout, options.answerMargin) = (60_000, 60_000, -59_500)
      let validator = StatementValidator(try await PostgresConnection.open(TestServer.url(database: name), options: options))
      let found = await validator.validate([.init("SELECT 1 AS one"), .init("SELECT id FROM item"), .init("SELECT 2 AS two")])
      guard case .accepted = found[0], case .lost(let reason) = found[1], case .accepted = found[2] else { return #expect(found.isEmpty) }
      #expect(reason == "no answer from the server in time")
    }
  }

  @Test func refusesWhatCannotBeSent() async throws {
    try await withValidator { validator, _ in
      let long = ValidationRequest(text: Array(repeating: 0x20, count: 5 << 20))
      let found = await validator.validate([.init(text: [0x53, 0, 0x31]), long, .init(text: Array("SELECT '".utf8) + [0xFF, 0x27])])
      guard case .unsendable = found[0], case .unsendable = found[1] else { return #expect(found.isEmpty) }
      guard case .rejected(let error) = found[2] else { return #expect(found.isEmpty) }
      #expect(error.sqlstate == "22021")
    }
  }

  @Test func survivesDeepNesting() async throws {
    try await withValidator { validator, _ in
      let deep = String(repeating: "(", count: 200_000) + "1" + String(repeating: ")", count: 200_000)
      let found = await validator.validate([.init("SELECT " + deep), .init("SELECT 1")])
      guard case .rejected(let error) = found[0] else { return #expect(found.isEmpty) }
      #expect(error.sqlstate == "54001" || error.sqlstate == "42601" || error.sqlstate == "53200")
      guard case .accepted = found[1] else { return #expect(found.isEmpty) }
    }
  }

  @Test func givesUpOnALockedTable() async throws {
    try await TestServer.withDatabase(Self.schema) { name in
      let holder = try await TestServer.administrator(database: name)
      _ = try await holder.query("BEGIN")
      _ = try await holder.query("LOCK TABLE item IN ACCESS EXCLUSIVE MODE")
      for (statementTimeout, lockTimeout, sqlstate) in [(20_000, 200, "55P03"), (300, 20_000, "57014")] {
        var options = PostgresConnection.Options()
        (options.statementTimeout, options.lockTimeout) = (statementTimeout, lockTimeout)
        let validator = StatementValidator(try await PostgresConnection.open(TestServer.url(database: name), options: options))
        let found = await validator.validate([.init("SELECT id FROM item"), .init("SELECT 1 AS one")])
        guard case .undecided(let error) = found[0], case .accepted = found[1] else { return #expect(found.isEmpty) }
        #expect(error.sqlstate == sqlstate)
      }
    }
  }

  /// A locked table holds the batch up while another session ends the validator's backend.
  @Test func goesOnAfterALostConnection() async throws {
    try await TestServer.withDatabase(Self.schema) { name in
      let holder = try await TestServer.administrator(database: name)
      _ = try await holder.query("BEGIN")
      _ = try await holder.query("LOCK TABLE item IN ACCESS EXCLUSIVE MODE")
      var options = PostgresConnection.Options()
      (options.statementTimeout, options.lockTimeout) = (60_000, 60_000)
      let connection = try await PostgresConnection.open(TestServer.url(database: name), options: options)
      let own = try #require(try await connection.query("SELECT pg_backend_pid()")[0, 0])
      async let validations = StatementValidator(connection).validate([
        .init("SELECT 1 AS first"), .init("SELECT id FROM item"), .init("SELECT 2 AS last"), .init("SELECT nope"),
      ])
      let killer = try await TestServer.administrator()
      while try await killer.query(
        "SELECT wait_event_type FROM pg_stat_activity WHERE pid = $1::text::int", parameters: [own])[0, 0] != "Lock" {}
      _ = try await killer.query("SELECT pg_terminate_backend($1::text::int)", parameters: [own])
      let found = await validations
      guard case .accepted = found[0], case .lost(let reason) = found[1], case .accepted = found[2], case .rejected = found[3] else {
        Issue.record("\(found)")
        return
      }
      #expect(reason == "terminating connection due to administrator command")
    }
  }

  @Test func losesTheRestWhenTheServerStaysAway() async throws {
    let role = TestServer.freshName("role")
    try await TestServer.withDatabase(Self.schema + ["CREATE ROLE \(role) LOGIN"]) { name in
      let connection = try await PostgresConnection.open(TestServer.url(database: name, user: role))
      let own = try #require(try await connection.query("SELECT pg_backend_pid()")[0, 0])
      let killer = try await TestServer.administrator()
      _ = try await killer.query("ALTER ROLE \(role) NOLOGIN")
      _ = try await killer.query("SELECT pg_terminate_backend($1::text::int)", parameters: [own])
      let found = await StatementValidator(connection).validate([.init("SELECT 1"), .init("SELECT 2")])
      for validation in found {
        guard case .lost(let reason) = validation else { return #expect(found.isEmpty) }
        #expect(!reason.isEmpty)
      }
    }
    _ = try await TestServer.administrator().query("DROP ROLE \(role)")
  }

  @Test func findsAnIdleSessionThatWasEnded() async throws {
    try await withValidator { _, name in
      let connection = try await PostgresConnection.open(TestServer.url(database: name))
      let own = try await connection.query("SELECT pg_backend_pid()")[0, 0]
      _ = try await TestServer.administrator().query("SELECT pg_terminate_backend($1::text::int)", parameters: [own])
      let found = await StatementValidator(connection).validate([.init("SELECT 1")])
      guard case .accepted = found[0] else { return #expect(found.isEmpty) }
    }
  }
}

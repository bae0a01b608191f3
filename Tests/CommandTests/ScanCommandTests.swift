import Foundation
import PostgresServer
import Testing

@Suite(.enabled(if: Servers.hasPostgres)) struct ScanCommandTests {
  static let python = #"""
    import psycopg

    def load(conn, user_id, pattern):
        cur = conn.cursor()
        cur.execute("SELECT id, name FROM users WHERE id = %s", (user_id,))
        cur.execute("SELECT id::text FROM users WHERE name ILIKE %s", (pattern,))
        cur.execute("SELECT emial FROM users")
        cur.execute("INSERT INTO users (name) VALUES (%s) RETURNING id", (pattern,))
        cur.execute(f"SELECT id FROM users {pattern}")
        cur.execute("SELECT age / 2, 'C:\\dir' FROM users WHERE active LIMIT 5")
    """#

  @Test func aTreeIsScannedAndTheDocumentHasEveryField() async throws {
    try await Servers.withDatabase { url in
      let folder = try TemporaryFolder()
      try folder.write("src/app.py", Self.python)
      let output = try folder.sqlferry("scan", "src", "--database", url, "--format", "json")
      #expect(output.status == 0, "\(output.stderr)")
      let statements = try output.statements()
      #expect(statements.map(\.status) == ["unchanged", "converted", "invalid", "manual", "review", "converted"])
      #expect(statements.allSatisfy { $0["file"] as? String == "app.py" })
      #expect(statements[0].validation["by"] as? String == "server")
      #expect(statements[0].validation["parameters"] as? [String] == ["int4"])
      #expect(statements[1]["rewritten"] as? String == "SELECT CAST(id AS CHAR) FROM users WHERE LOWER(name) LIKE LOWER(?)")
      #expect(statements[2].validation["sqlstate"] as? String == "42703")
      #expect(statements[2].rules == ["undefined-column"])
      #expect(statements[3].rules.contains("returning"))
      #expect(statements[4].validation["by"] as? String == "catalog")
    }
  }

  @Test func theTextTellsPlacesAndASummary() async throws {
    try await Servers.withDatabase { url in
      let folder = try TemporaryFolder()
      try folder.write("src/app.py", Self.python)
      let output = try folder.sqlferry("scan", "src", "--database", url, "--show")
      #expect(output.stdout.contains("src/app.py:7:25: error[undefined-column]: column \"emial\" does not exist (SQLSTATE 42703)"))
      #expect(output.stdout.contains("- SELECT id::text FROM users WHERE name ILIKE %s"))
      #expect(output.stdout.contains("+ SELECT CAST(id AS CHAR) FROM users WHERE LOWER(name) LIKE LOWER(%s)"))
      #expect(output.stdout.split(separator: "\n").contains { $0.hasPrefix("statements") && $0.hasSuffix(" 6") })
      #expect(!output.stdout.contains("\u{1B}"))
      #expect(output.stderr.contains("sqlferry: info[connection-settings]: sessions of PyMySQL or mysqlclient must run in UTC"))
      #expect(output.stdout.contains("\n5 statements checked by PostgreSQL "))
      #expect(!output.stderr.contains("\r"), "no progress without a terminal")
    }
  }

  @Test func theExitStatusFollowsFailOn() async throws {
    try await Servers.withDatabase { url in
      let folder = try TemporaryFolder()
      try folder.write("good.sql", "SELECT id FROM users;\n")
      try folder.write("bad.sql", "SELECT nope FROM users;\n")
      try folder.write("soso.py", "cur.execute(f\"SELECT id FROM users {tail}\")\nimport psycopg\n")
      for (file, level, status) in [
        ("good.sql", "warning", 0), ("bad.sql", "never", 0), ("bad.sql", "error", 1), ("soso.py", "error", 0), ("soso.py", "warning", 1),
      ] as [(String, String, Int32)] {
        #expect(try folder.sqlferry("scan", file, "--database", url, "--fail-on", level).status == status, "\(file) \(level)")
      }
    }
  }

  @Test func theSameInputGivesTheSameDocumentForAnyNumberOfJobs() async throws {
    try await Servers.withDatabase { url in
      let folder = try TemporaryFolder()
      for number in 0..<30 { try folder.write("src/\(number)/app.py", Self.python) }
      let one = try folder.sqlferry("scan", "src", "--database", url, "--format", "json", "--jobs", "1")
      let many = try folder.sqlferry("scan", "src", "--database", url, "--format", "json", "--jobs", "16")
      #expect(one.status == 0)
      #expect(one.stdout == many.stdout)
      #expect(try many.statements().count == 180)
    }
  }

  /// Both forms in which JSON lines come: as files finish, and all at once for a file.
  @Test func jsonLinesComeInTheOrderOfFiles() async throws {
    try await Servers.withDatabase { url in
      let folder = try TemporaryFolder()
      for number in 0..<60 {
        let statements = (0..<40).map { "SELECT id, \(number * 1000 + $0) FROM users;\n" }.joined()
        try folder.write("src/\(number).sql", statements + "SELECT id FROM users WHERE id = 1;\n")
      }
      let streamed = try folder.sqlferry("scan", "src", "--database", url, "--format", "jsonl")
      let written = try folder.sqlferry("scan", "src", "--database", url, "--format", "jsonl", "--output", "all.jsonl")
      #expect(streamed.status == 0 && written.status == 0 && written.stdout == "")
      #expect(try folder.read("all.jsonl") == streamed.stdout)
      let lines = streamed.stdout.split(separator: "\n")
      #expect(lines.count == 60 * 41 + 2)
      let json = try folder.sqlferry("scan", "src", "--database", url, "--format", "json")
      let entries = json.stdout.split(separator: "\n").filter { $0.hasPrefix("{\"id\"") }.map { $0.dropLast($0.hasSuffix("],") ? 2 : 1) }
      #expect(lines.dropFirst().dropLast().elementsEqual(entries))
    }
  }

  @Test func withoutADatabaseOnlySyntaxIsKnown() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.sql", "SELECT id::text FROM users;\nSELEC 1;\n")
    let output = try folder.sqlferry("scan", ".", "--format", "json")
    let statements = try output.statements()
    #expect(output.stderr.contains("warning[no-catalog]: nothing is known of the database: only the syntax of 2 statements was checked"))
    #expect(statements.map(\.status) == ["manual", "invalid"])
    #expect(statements.map { $0.validation["by"] as? String } == ["syntax", "syntax"])
  }

  @Test func namesThatAnotherStatementCreatesAreNotInvalid() async throws {
    try await Servers.withDatabase { url in
      let folder = try TemporaryFolder()
      try folder.write(
        "a.sql",
        """
        CREATE TEMP TABLE picked (id integer, mark text);
        SELECT id FROM picked;
        ALTER TABLE users ADD COLUMN colour text;
        SELECT colour FROM users;
        SELECT id FROM never_created;
        CREATE INDEX picked_mark ON picked (mark);
        DROP INDEX picked_mark;
        COMMENT ON COLUMN picked.mark IS 'x';
        CREATE SCHEMA later;
        DROP TABLE later.item;
        SELECT later.total(1);
        """)
      let statements = try folder.sqlferry("scan", "a.sql", "--database", url, "--format", "json").statements()
      #expect(statements[1].rules.contains("context-missing") && statements[1].status != "invalid")
      #expect(statements[3].rules.contains("context-missing") && statements[3].status != "invalid")
      #expect(statements[4].status == "invalid")
      #expect([6, 7, 9, 10].map { statements[$0] }.allSatisfy { $0.rules.contains("context-missing") && $0.status != "invalid" })
    }
  }

  @Test func aNameUsedAtTwoTypesIsTwoParameters() async throws {
    try await Servers.withDatabase { url in
      let folder = try TemporaryFolder()
      try folder.write(
        "A.java",
        """
        class A { void f() {
          named.query("SELECT id FROM users WHERE id = :x AND age = :x", params, mapper);
          named.query("SELECT id FROM users WHERE id = :x AND name = :x AND age = :x", params, mapper);
        } NamedParameterJdbcTemplate named; }
        """)
      let statements = try folder.sqlferry("scan", "A.java", "--database", url, "--format", "json").statements()
      let numbers = statements.map { ($0["atoms"] as? [[String: Any]] ?? []).compactMap { $0["parameter"] as? Int } }
      #expect(numbers == [[1, 1], [1, 2, 1]])
      #expect(statements.allSatisfy { $0.validation["ok"] as? Bool == true })
    }
  }

  @Test func excludedPathsAndChosenDriversComeFromTheConfiguration() async throws {
    try await Servers.withDatabase { url in
      let folder = try TemporaryFolder()
      try folder.write("src/a.sql", "SELECT id FROM users WHERE id = ?;\n")
      try folder.write("src/old/b.sql", "SELECT 1;\n")
      try folder.write("src/c_test.sql", "SELECT 1;\n")
      try folder.write(
        ".sqlferry.yml",
        """
        database: \(url)
        exclude: ["src/old/", "*_test.sql"]
        drivers:
          - path: src/a.sql
            placeholders: question
        """)
      let output = try folder.sqlferry("scan", "src", "--format", "json")
      let statements = try output.statements()
      #expect(statements.map { $0["file"] as? String } == ["a.sql"])
      #expect(statements.first?.validation["parameters"] as? [String] == ["int4"])
    }
  }
}

@Suite(.enabled(if: Servers.hasPostgres)) struct ScanErrorTests {
  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("a.sql", "SELECT id FROM users;\n")
    return folder
  }

  @Test func noServer() throws {
    let output = try folder().sqlferry("scan", "a.sql", "--database", "postgresql://nobody@127.0.0.1:1/shop")
    #expect(output.status == 2)
    #expect(output.stderr.contains("no PostgreSQL server can be reached at 127.0.0.1:1"))
    #expect(output.stderr.contains("help: "))
  }

  @Test func unknownDatabase() throws {
    let output = try folder().sqlferry("scan", "a.sql", "--database", Servers.postgresURL(database: "no_such_database"))
    #expect(output.status == 2)
    #expect(output.stderr.contains("there is no database \"no_such_database\""))
  }

  @Test func anUnreadableConnectionStringShowsNoPassword() throws {
    let output = try folder().sqlferry("scan", "a.sql", "--database", "postgresql://ann:geheim@host:port:port/x")
    #expect(output.status == 2)
    #expect(!output.stderr.contains("geheim"))
  }

  @Test func aSchemaWithoutUsageIsReviewedWithTheGrant() async throws {
    let role = Servers.freshName()
    try await Servers.withDatabase([
      "CREATE SCHEMA hidden", "CREATE TABLE hidden.secrets (id integer PRIMARY KEY, word text NOT NULL)",
      "CREATE ROLE \(role) LOGIN PASSWORD 'scan'",
    ]) { url in
      let folder = try TemporaryFolder()
      try folder.write("a.sql", "SELECT id FROM hidden.secrets;\nSELECT nope FROM hidden.secrets;\n")
      var parts = try #require(URLComponents(string: url))
      (parts.user, parts.password) = (role, "scan")
      let statements = try folder.sqlferry("scan", "a.sql", "--database", #require(parts.string), "--format", "json").statements()
      #expect(statements[0].status == "review")
      #expect(statements[0].validation["by"] as? String == "catalog")
      #expect(statements[0].rules.contains("schema-not-usable"))
      #expect(statements[0].helps.contains("GRANT USAGE ON SCHEMA hidden TO \(role);"))
      #expect(statements[1].status == "invalid", "the catalog knows the columns")
    }
    _ = try await Servers.administrator().query("DROP ROLE \(role)")
  }

  @Test func aServerLostInTheMiddleKeepsWhatIsDone() async throws {
    try await Servers.withDatabase { url in
      let folder = try TemporaryFolder()
      var script = ""
      for number in 0..<1000 { script += "SELECT id, \(number) FROM users;\n" }
      script += "SELECT 'cut here' FROM users;\nSELECT name FROM users;\n"
      try folder.write("a.sql", script)
      let proxy = try CuttingProxy(to: url, at: "cut here")
      let output = try folder.sqlferry("scan", "a.sql", "--database", proxy.url, "--format", "json")
      proxy.stop()
      #expect(output.status == 2)
      #expect(output.stderr.contains("error[server-lost]: the connection to the PostgreSQL server was lost"))
      let statements = try output.statements()
      #expect(statements.count == 1002)
      #expect(statements[0].validation["by"] as? String == "server" && statements[0].status == "unchanged")
      #expect(statements[1001].validation["by"] as? String == "none")
      #expect(statements[1001].validation["ok"] is NSNull)
      #expect(["review", "manual"].contains(statements[1001].status) && statements[1001].rules.contains("not-validated"))
    }
  }

  @Test func filesThatCannotBeReadAreNamedAndTheRestIsScanned() async throws {
    try await Servers.withDatabase { url in
      let folder = try folder()
      try folder.write("latin.py", Data("import psycopg\ncur.execute(\"SELECT '".utf8) + Data([0xE9]) + Data("'\")\n".utf8))
      try folder.write("locked.sql", "SELECT 1;\n")
      let output = try folder.sqlferry("scan", "a.sql", "latin.py", "locked.sql", "gone.sql", "--database", url, "--format", "json")
      #expect(output.status == 2)
      #expect(output.stderr.contains("gone.sql"))
      #expect(output.stderr.contains("latin.py"))
      #expect(try output.statements().contains { $0["file"] as? String == "a.sql" && $0.status == "unchanged" })
    }
  }

  @Test func anInterruptedScanPrintsWhatThereIs() async throws {
    try await Servers.withDatabase { url in
      let folder = try TemporaryFolder()
      var script = ""
      for number in 0..<40_000 { script += "SELECT id, \(number) FROM users WHERE age > \(number);\n" }
      try folder.write("a.sql", script)
      let output = try folder.sqlferry.run(["scan", "a.sql", "--database", url, "--format", "json"], interruptAfter: 1.0)
      #expect(output.status == 2)
      #expect(output.stderr.contains("error[interrupted]"))
      let apply = try folder.sqlferry.run(["apply", "a.sql", "--database", url], interruptAfter: 1.0)
      #expect(apply.status == 2 && apply.stdout == "")
      #expect(apply.stderr.contains("interrupted: nothing was written"))
      #expect(try folder.read("a.sql") == script)
      let document = try output.json()
      #expect((document["statements"] as? [Any])?.isEmpty == false || (document["summary"] as? [String: Int])?["statements"] == 0)
    }
  }
}

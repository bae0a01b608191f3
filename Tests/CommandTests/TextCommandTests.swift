import Foundation
import MySQLServer
import Testing

@Suite(.enabled(if: Servers.hasPostgres)) struct ConvertCommandTests {
  @Test func textIsConvertedAndWhatIsNotStandsAsAComment() async throws {
    try await Servers.withDatabase { url in
      let folder = try TemporaryFolder()
      try folder.write(
        "q.sql",
        """
        -- the list
        SELECT id::text FROM users WHERE name ILIKE $1;
          INSERT INTO users (name) VALUES ($1) RETURNING id; SELECT 1;
        SELECT nope FROM users;
        SELECT name FROM users

        """)
      let output = try folder.sqlferry("convert", "q.sql", "--database", url)
      #expect(output.status == 0, "\(output.stderr)")
      let lines = output.stdout.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      #expect(lines[0] == "-- the list")
      #expect(lines[1] == "SELECT CAST(id AS CHAR) FROM users WHERE LOWER(name) LIKE LOWER(?);")
      #expect(lines[2].hasPrefix("-- manual[returning]: "))
      #expect(lines.contains { $0.hasPrefix("-- INSERT INTO users (name) VALUES ($1) RETURNING id;") })
      #expect(lines.contains("SELECT 1;"))
      #expect(lines.contains { $0.hasPrefix("-- invalid[undefined-column]: column \"nope\" does not exist (SQLSTATE 42703)") })
      #expect(lines.contains("-- SELECT nope FROM users;"))
      #expect(output.stdout.hasSuffix("SELECT name FROM users\n"))
      let reparsed = try folder.sqlferry("convert", "-", "--database", url, input: output.stdout)
      #expect(reparsed.stdout.contains("SELECT 1;"))
    }
  }

  @Test func theDocumentNamesItsInput() async throws {
    try await Servers.withDatabase { url in
      let folder = try TemporaryFolder()
      try folder.write("sub/q.sql", "SELECT id FROM users WHERE name = :name OR email = :name;\n")
      let output = try folder.sqlferry("convert", "sub/q.sql", "--database", url, "--placeholders", "colon", "--format", "json")
      let document = try output.json()
      try DocumentShape.check(document)
      #expect(document["root"] as? String == "sub")
      let statement = try #require((document["statements"] as? [[String: Any]])?.first)
      #expect(statement["file"] as? String == "q.sql")
      #expect(statement["rewritten"] as? String == "SELECT id FROM users WHERE name = ? OR email = ?")
      #expect(statement["parameters"] as? [Int] == [1, 1] || statement["parameters"] as? [Int] == [1, 2])
    }
  }

  @Test func theExitStatusFollowsFailOn() async throws {
    try await Servers.withDatabase { url in
      let folder = try TemporaryFolder()
      #expect(try folder.sqlferry("convert", "--database", url, "--fail-on", "error", input: "SELECT id FROM users").status == 0)
      #expect(try folder.sqlferry("convert", "--database", url, "--fail-on", "error", input: "SELECT x FROM users").status == 1)
      let missing = try folder.sqlferry("convert", "no.sql", "--database", url)
      #expect(missing.status == 2)
      #expect(missing.stderr.contains("there is no file no.sql"))
    }
  }
}

@Suite(.enabled(if: Servers.hasPostgres)) struct SourceCheckTests {
  @Test func aGoodSourceHasEverything() async throws {
    try await Servers.withDatabase { url in
      let output = try TemporaryFolder().sqlferry("check", "source", "--database", url, "--fail-on", "error")
      #expect(output.status == 0, "\(output.stdout)")
      #expect(output.stdout.contains("✓ USAGE on the schema public"))
      #expect(output.stdout.contains("PostgreSQL: everything is there"))
      var ascii = try TemporaryFolder().sqlferry
      ascii.environment = ["LC_ALL": "C"]
      #expect(try ascii("check", "source", "--database", url).stdout.contains("ok USAGE on the schema public"))
    }
  }

  @Test func missingPrivilegesComeWithTheirGrants() async throws {
    let role = Servers.freshName()
    try await Servers.withDatabase(
      Servers.shop + ["CREATE SCHEMA hidden", "CREATE TABLE hidden.t (id integer)", "CREATE ROLE \(role) LOGIN PASSWORD 'scan'"]
    ) { url in
      var parts = try #require(URLComponents(string: url))
      (parts.user, parts.password) = (role, "scan")
      let folder = try TemporaryFolder()
      let output = try folder.sqlferry("check", "source", "--database", #require(parts.string), "--fail-on", "error")
      #expect(output.status == 1)
      #expect(output.stdout.contains("GRANT USAGE ON SCHEMA hidden TO \(role);"))
      #expect(output.stdout.contains("GRANT SELECT ON public.users TO \(role);"))
      let json = try folder.sqlferry("check", "source", "--database", #require(parts.string), "--format", "json").json()
      #expect(json["holds"] as? Bool == false)
      let items = try #require(json["checks"] as? [[String: Any]])
      #expect(items.contains { $0["holds"] as? Bool == false && ($0["mending"] as? String)?.contains("GRANT USAGE") == true })
    }
    _ = try await Servers.administrator().query("DROP ROLE \(role)")
  }
}

@Suite(.enabled(if: Servers.hasMySQL)) struct TargetCheckTests {
  @Test func noServerIsToldApart() throws {
    let output = try TemporaryFolder().sqlferry("check", "target", "--target-database", "mysql://ann:geheim@127.0.0.1:1/shop")
    #expect(output.status == 2)
    #expect(output.stderr.contains("127.0.0.1:1"))
    #expect(!output.stderr.contains("geheim"))
  }

  @Test func settingsComeWithWhatMendsThem() throws {
    let url = Servers.mysql.hasSuffix("/") ? Servers.mysql + "mysql" : Servers.mysql
    let output = try TemporaryFolder().sqlferry("check", "target", "--target-database", url)
    #expect(output.status == 0, "\(output.stderr)")
    #expect(output.stdout.contains("✓ CREATE ROUTINE"))
    #expect(output.stdout.contains("SET time_zone = '+00:00'") || output.stdout.contains("✓ time_zone"))
  }
}

@Suite(.enabled(if: Servers.hasPostgres && Servers.hasMySQL)) struct SchemaAndVerifyTests {
  @Test func theSchemaLoadsAndRewritesArePreparedOnIt() async throws {
    try await Servers.withDatabase { url in
      let folder = try TemporaryFolder()
      let schema = try folder.sqlferry("schema", "--database", url)
      #expect(schema.status == 0, "\(schema.stderr)")
      #expect(schema.stdout.contains("CREATE TABLE"))
      try await Servers.withMySQLDatabase(script: schema.stdout) { target in
        try folder.write("a.sql", "SELECT id::text FROM users WHERE name = $1;\nSELECT id FROM users ORDER BY name LIMIT 3;\n")
        let output = try folder.sqlferry("verify", "a.sql", "--database", url, "--target-database", target, "--format", "json")
        let statements = try output.statements()
        let prepared = statements.compactMap { ($0["evidence"] as? [String: Any])?["prepared"] as? String }
        #expect(prepared.count == 2, "\(output.stdout)")
        #expect(prepared.allSatisfy { $0.hasPrefix("mysql-") })
      }
      try await Servers.withMySQLDatabase(script: "") { target in
        try folder.write("a.sql", "SELECT id::text FROM users;\n")
        let output = try folder.sqlferry("verify", "a.sql", "--database", url, "--target-database", target, "--format", "json")
        let statement = try #require(output.statements().first)
        #expect(statement.status == "manual" && statement.rules.contains("prepare-refused"))
        #expect(statement["rewritten"] is NSNull)
        #expect(output.stderr.contains("target-schema-missing"))
      }
    }
  }
}

@Suite(.enabled(if: Servers.hasPostgres && Servers.hasMySQL)) struct ExtensionPackCommandTests {
  @Test func thePackIsWhatTheCodeUses() async throws {
    try await Servers.withDatabase { url in
      let folder = try TemporaryFolder()
      try folder.write("a.sql", "SELECT initcap(name) FROM users;\n")
      let schema = try folder.sqlferry("schema", "--database", url)
      // A database of this test's own holds both.
      try await Servers.withMySQLDatabase(script: schema.stdout) { target in
        let name = String(target.split(separator: "/").last ?? "")
        let options = ["--database", url, "--extension-database", name]
        let verify = ["verify", "a.sql", "--target-database", target, "--format", "json"] + options
        let before = try folder.sqlferry.run(verify)
        #expect(try before.statements().first?.status == "manual")
        #expect(before.stderr.contains("extension-pack-missing") && before.stderr.contains("sqlferry schema --extension-pack"))

        let pack = try folder.sqlferry.run(["schema", "--extension-pack", "--used-by", "a.sql"] + options)
        #expect(pack.stdout.contains("CREATE FUNCTION \(name).initcap("))
        #expect(pack.stdout.components(separatedBy: "CREATE FUNCTION").count == 2)
        let connection = try await MySQLConnection.open(target)
        for statement in Servers.statements(of: pack.stdout) { _ = try await connection.query(statement) }
        await connection.close()
        #expect(try folder.sqlferry.run(verify).statements().first?.status == "converted")
      }
    }
  }

  @Test func viewsThatCallThePackComeBehindIt() async throws {
    try await Servers.withDatabase(Servers.shop + ["CREATE VIEW titles AS SELECT id, initcap(name) AS title FROM users"]) { url in
      let folder = try TemporaryFolder()
      let plain = try folder.sqlferry("schema", "--database", url)
      #expect(!plain.stdout.contains("CREATE VIEW") && plain.stderr.contains("--with-extension-pack"))
      try await Servers.withMySQLDatabase(script: "") { target in
        let name = String(target.split(separator: "/").last ?? "")
        let script = try folder.sqlferry("schema", "--with-extension-pack", "--database", url, "--extension-database", name)
        #expect(script.stdout.components(separatedBy: "CREATE FUNCTION").count == 2)
        let connection = try await MySQLConnection.open(target)
        for statement in Servers.statements(of: script.stdout) { _ = try await connection.query(statement) }
        #expect(try await connection.query("SELECT title FROM titles").rows.isEmpty)
        await connection.close()
      }
    }
  }

  /// An account that may make routines in the pack's database and nothing else.
  @Test func thePackIsInstalledWithoutTheRightToCreateDatabases() async throws {
    try await Servers.withMySQLDatabase(script: "") { target in
      let name = String(target.split(separator: "/").last ?? "")
      let user = "pack_\(ProcessInfo.processInfo.processIdentifier)"
      let administrator = try await MySQLConnection.open(target)
      _ = try await administrator.query("CREATE USER '\(user)'@'%' IDENTIFIED BY 'pw'")
      _ = try await administrator.query("GRANT CREATE ROUTINE, ALTER ROUTINE, EXECUTE ON `\(name)`.* TO '\(user)'@'%'")
      let pack = try TemporaryFolder().sqlferry("schema", "--extension-pack", "--extension-database", name)
      #expect(pack.stdout.contains("log_bin_trust_function_creators"))
      var account = try MySQLLocation(target)
      (account.user, account.password) = (user, "pw")
      let isTrusted = try await administrator.query("SELECT @@log_bin = 0 OR @@log_bin_trust_function_creators = 1")[0, 0] == "1"
      var failure = ""
      do {
        let connection = try await MySQLConnection.open(account)
        for _ in 1...2 { for statement in Servers.statements(of: pack.stdout) { _ = try await connection.query(statement) } }
        await connection.close()
      } catch {
        failure = "\(error)"
      }
      _ = try await administrator.query("DROP USER '\(user)'@'%'")
      await administrator.close()
      #expect(isTrusted ? failure.isEmpty : failure.contains("1419"), "\(failure)")
    }
  }

  @Test func theWholePackNeedsNoCatalog() throws {
    let folder = try TemporaryFolder()
    let pack = try folder.sqlferry("schema", "--extension-pack")
    #expect(pack.status == 0 && pack.stdout.contains("CREATE FUNCTION pg_ext.initcap("))
    #expect(try folder.sqlferry("schema", "--used-by", "src").stderr.contains("--used-by goes with --extension-pack"))
  }
}

@Suite struct InitCommandTests {
  @Test func aTreeIsLookedAtAndACommentedFileWritten() throws {
    let folder = try TemporaryFolder()
    try folder.write("src/a.py", "import psycopg\ncur.execute(\"SELECT 1 FROM t WHERE a = %s\", (1,))\n")
    try folder.write("src/q.sql", "SELECT 1;\nSELECT 2;\n")
    let output = try folder.sqlferry("init", "src")
    #expect(output.status == 0, "\(output.stderr)")
    #expect(output.stdout.contains("2 files, 3 statements:"))
    #expect(output.stdout.contains("python: 1 statement in 1 file, driver psycopg, placeholders percent"))
    #expect(output.stdout.contains("wrote .sqlferry.yml"))
    let text = try folder.read(".sqlferry.yml")
    #expect(text.contains("target: mysql-8.4"))
    #expect(text.contains("#     python: 1 statement in 1 file, driver psycopg, placeholders percent"))
    #expect(try folder.sqlferry("scan", "src").status == 0, "what init writes is a valid configuration")

    let again = try folder.sqlferry("init", "src")
    #expect(again.status == 2)
    #expect(again.stderr.contains(".sqlferry.yml is already there"))
    try folder.write(".sqlferry.yml", "target: mysql-8.0\n")
    #expect(try folder.sqlferry("init", "src", "--force").status == 0)
    #expect(try folder.read(".sqlferry.yml") == text)
  }

  @Test func whereTheDefinitionsAreIsFoundOrSaid() throws {
    let folder = try TemporaryFolder()
    try folder.write("app/a.py", "import psycopg\ncur.execute(\"SELECT 1\")\n")
    for number in 1...3 { try folder.write("app/db/migrate/\(number)_x.sql", "CREATE TABLE t\(number) (id int);\n") }
    try folder.write("app/test/fixture.sql", "CREATE TABLE f (id int);\n")
    #expect(try folder.sqlferry("init", "app").status == 0)
    let found = try folder.read(".sqlferry.yml")
    #expect(found.contains("\n# schema: app/db/migrate\n# or, found too: app/test/fixture.sql\n# ephemeral: true\n"))
    for (options, expected) in [
      (["--schema", "app/db/migrate"], "\nschema: app/db/migrate\n# What DDL"), (["--schema", "a", "--schema", "b c"], "\nschema: [a, \"b c\"]\n"),
      (["--schema", "a", "--collation", "de_DE.UTF-8", "--time-zone", "UTC"], "\ncollation: de_DE.UTF-8\ntime-zone: UTC\n"),
      (["--schema", "a", "--ephemeral"], "\nschema: a\nephemeral: true\n"), (["--catalog", "x.json"], "\ncatalog: x.json\n"),
      (["--database", "postgresql://me@db/shop"], "\ndatabase: \"postgresql://me@db/shop\"\n"),
      (["--database", "postgresql://me:secret@db/shop"], "\n# database: ${DATABASE_URL}\n"),
      (["--database", "host=db password=secret"], "\n# database: ${DATABASE_URL}\n"),
    ] {
      #expect(try folder.sqlferry.run(["init", "app", "--force"] + options).status == 0)
      let text = try folder.read(".sqlferry.yml")
      #expect(text.contains(expected), "\(options): \(text)")
      #expect(!text.contains("secret"))
    }
  }

  @Test func aMistakeInTheConfigurationIsToldWithItsPlace() throws {
    let folder = try TemporaryFolder()
    try folder.write(".sqlferry.yml", "target: mysql-8.4\ndatabse: x\n")
    let output = try folder.sqlferry("scan", ".")
    #expect(output.status == 64)
    #expect(output.stderr.contains(".sqlferry.yml:2:1: error[configuration]: unknown setting \"databse\""))
    let missing = try folder.sqlferry("scan", ".", "--config", "no.yml")
    #expect(missing.status == 64)
    #expect(missing.stderr.contains("does not exist"))
  }
}

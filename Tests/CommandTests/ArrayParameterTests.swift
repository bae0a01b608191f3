import Testing

/// Array parameters from the scan to the edited file.
@Suite struct ArrayParameterTests {
  private static let schema = "CREATE TABLE item (id int PRIMARY KEY, name text NOT NULL, uid uuid, day date, active boolean, tags text[], doc jsonb);\n"
  private static let options = ["--schema", "schema.sql", "--collation", "C.UTF-8", "--time-zone", "UTC"]

  private func tree(_ files: KeyValuePairs<String, String>) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("schema.sql", Self.schema)
    for (name, text) in files { try folder.write("app/\(name)", text) }
    return folder
  }

  private func scan(_ folder: TemporaryFolder) throws -> [[String: Any]] {
    let document = try folder.sqlferry.run(["scan", "app", "--format", "json"] + Self.options).json()
    try DocumentShape.check(document)
    return try #require(document["statements"] as? [[String: Any]])
  }

  private static let python = #"""
    """Items."""
    import os

    import psycopg

    def find(cur, name, ids):
        cur.execute("SELECT id FROM item WHERE name = %s AND id = ANY(%s)", (name, ids))

    def known(cur, uids):
        cur.execute("SELECT id FROM item WHERE uid = ANY(%(uids)s::uuid[])", {"uids": uids})

    """#

  @Test func theCallIsEditedOnceAndTheStatementConverted() throws {
    let folder = try tree(["items.py": Self.python])
    for statement in try scan(folder) {
      #expect(statement["status"] as? String == "converted", "\(statement["findings"] ?? "")")
      let bindings = try #require(statement["bindings"] as? [[String: Any]])
      #expect(bindings.count == 1 && bindings[0]["edited"] as? Bool == true && bindings[0]["as"] as? String == "json")
      let findings = try #require(statement["findings"] as? [[String: Any]])
      #expect(findings.contains { $0["rule"] as? String == "array-parameter" && $0["severity"] as? String == "info" })
    }
    #expect(try folder.sqlferry.run(["apply", "app"] + Self.options).status == 0)
    let once = try folder.read("app/items.py")
    #expect(once.hasPrefix("\"\"\"Items.\"\"\"\nimport json\nimport os\n\nimport psycopg\n"))
    #expect(once.contains(", (name, json.dumps(ids)))\n"))
    #expect(once.contains(", {\"uids\": json.dumps(uids, default=str)})\n"))
    let second = try folder.sqlferry.run(["apply", "app"] + Self.options)
    #expect(second.status == 0 && second.stdout == "")
    #expect(try folder.read("app/items.py") == once)
    let again = try scan(folder)
    #expect(again.count == 2 && again.allSatisfy { $0["status"] as? String == "unchanged" })
  }

  @Test func aPatchHoldsTheImportOnce() throws {
    let folder = try tree(["items.py": Self.python])
    let patch = try folder.sqlferry.run(["patch", "app", "--stdout"] + Self.options)
    #expect(patch.stdout.split(separator: "\n").count { $0 == "+import json" } == 1)
    try folder.write("all.patch", patch.stdout)
    #expect(try folder.run("git", "apply", "all.patch").status == 0)
    #expect(try folder.read("app/items.py").contains("json.dumps(ids)"))
  }

  @Test func whatIsNotSeenStaysForAPerson() throws {
    let folder = try tree([
      "a.py": "import psycopg\ndef f(cur, ids):\n    cur.execute(\"SELECT id FROM item WHERE id = ANY(%s)\", (\"{\" + \",\".join(ids) + \"}\",))\n",
      "b.go": "package a\n\nimport \"database/sql\"\n\nfunc f(db *sql.DB, ids []int64) {\n\tdb.Query(`SELECT id FROM item WHERE id = ANY($1)`, pq.Array(ids))\n}\n",
      "c.py": "import psycopg\ndef f(cur, values):\n    cur.execute(\"SELECT id FROM item WHERE id = ANY(%s)\", values)\n",
    ])
    let statements = try scan(folder)
    #expect(statements.count == 3)
    for statement in statements {
      #expect(statement["status"] as? String == "review")
      #expect((statement["bindings"] as? [[String: Any]])?.first?["edited"] as? Bool == false)
      let finding = (statement["findings"] as? [[String: Any]])?.first { $0["rule"] as? String == "array-parameter" }
      let call = statement["language"] as? String == "go" ? "json.Marshal(values)" : "json.dumps(values)"
      #expect((finding?["help"] as? String)?.contains(call) == true)
    }
  }

  @Test func resultsSayWhatTheCodeSees() throws {
    let query = "SELECT id, active, uid, tags, doc FROM item"
    let folder = try tree([
      "a.py": "import psycopg\ncur.execute(\"\(query)\")\n", "b.ts": "import { Pool } from 'pg';\npool.query('\(query)');\n",
      "c.go": "package a\n\nimport \"database/sql\"\n\nfunc f(db *sql.DB) {\n\tdb.Query(`SELECT active FROM item`)\n}\n",
    ])
    let statements = try scan(folder)
    func results(_ number: Int) throws -> [[String: Any]] { try #require(statements[number]["results"] as? [[String: Any]]) }
    #expect(try results(0).map { $0["column"] as? Int } == [2, 3, 4, 5])
    #expect(try results(0).map { $0["was"] as? String } == ["bool", "uuid", "text[]", "jsonb"])
    #expect(try results(0).map { $0["arrives"] as? String } == ["tinyint(1)", "char(36)", "json", "json"])
    // psycopg made a list of the array; mysql2 does as pg did.
    #expect(statements.map { $0["status"] as? String } == ["review", "unchanged", "unchanged"])
    #expect(try results(1).first?["host"] as? String == "a number, 1 or 0, so that === true is false; typeCast can turn TINY of length 1 into a boolean")
    #expect(try results(2).first?["host"] as? String == "an int64, 1 or 0; Scan into a bool takes it")
  }

  @Test func theTargetsModesCount() throws {
    let folder = try tree(["a.go": "package a\n\nimport \"database/sql\"\n\nfunc f(db *sql.DB) {\n\tdb.Query(`SELECT \"id\" AS \"rank\", name || 'C:\\x' FROM item`)\n}\n"])
    let options = ["scan", "app", "--format", "json"] + Self.options
    let plain = try folder.sqlferry.run(options).json()
    #expect(((plain["statements"] as? [[String: Any]])?.first?["status"] as? String) == "manual", "a raw literal holds no backtick")
    let modes = try folder.sqlferry.run(options + ["--sql-mode", "ansi_quotes,PIPES_AS_CONCAT,NO_BACKSLASH_ESCAPES"]).json()
    #expect(((modes["statements"] as? [[String: Any]])?.first?["status"] as? String) == "unchanged")
    try folder.write(".sqlferry.yml", "sql-mode: [ANSI, NO_BACKSLASH_ESCAPES]\n")
    let configured = try folder.sqlferry.run(options).json()
    #expect(((configured["statements"] as? [[String: Any]])?.first?["status"] as? String) == "unchanged")
    let wrong = try folder.sqlferry("scan", "app", "--sql-mode", "ORACLE")
    #expect(wrong.status != 0 && wrong.stderr.contains("unknown mode \"ORACLE\"; accepted are ANSI, ANSI_QUOTES, NO_BACKSLASH_ESCAPES"))
  }
}

import Testing

@testable import Scanner

@Suite struct SQLRecognizerTests {
  @Test func thePrefilterCompiles() throws {
    try Prefilter.words.check()
    #expect(try Prefilter.mayHoldSQL(Array("x('begin')".utf8)))
    #expect(try !Prefilter.mayHoldSQL(Array("updates values, created selection".utf8)))
  }

  /// Text for people: none of it is SQL.
  @Test(arguments: [
    "Select an item from the list", "Select a file", "select all", "Select one of the tables", "Select your country from the menu",
    "Update available", "Update your profile", "update failed", "Delete from cart", "Delete this item?", "delete all of them",
    "Insert coin", "insert into the slot", "Create user account", "Create a new project", "create index", "Drop files here", "Drop table service",
    "With great power", "with", "Show more", "Show all", "SHOW ALL", "Set password", "SET NULL", "Begin", "Commit changes", "Grant access to all users",
    "Values", "Alter ego", "Explain", "Lock screen", "Call me", "Do it", "Fetch data", "Copy", "Copy to clipboard", "Comment on this post",
    "from", "where are you?", "Where", "and then", "or", "order by phone", "Order by phone, or by mail", "limit exceeded", "LIMIT",
    "on success", "ON", "join us", "JOIN THE CLUB", "group", "FROM", "AND", "left", "union square", "having fun",
    "execute order 66", "Truncate", "merge", "Merge branch 'main' into host", "merge into main", "refresh", "with a little help from my friends",
    "Select apples, oranges from basket and go", "Could not select rows from table users", "error: update or delete on table \"t\" violates",
    "https://example.org/select?from=a", "SELECT", "SELECT ", "select.", "{\"select\": 1}", "select-none from-indigo-50", "update: x = 1",
    "return a + b from here", "Delete", "DELETE", "INSERT", "UPDATE", "set x to y",
  ])
  func rejectsProse(_ text: String) {
    let literal = "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    #expect(extract("var x = f(\(literal)) // select insert into update where x values (", "a.ts").statements.map(shown) == [])
  }

  /// SQL that no known call takes.
  @Test(arguments: [
    "SELECT 1", "SELECT * FROM users", "select * from users", "select id from users", "select id, name from users where id = $1",
    "SELECT a FROM t", "SELECT count(*) FROM t", "INSERT INTO t VALUES ($1)", "insert into t (a, b) values ($1, $2)", "UPDATE t SET a = 1",
    "update t set a = $1 where b = $2", "DELETE FROM t", "delete from t where a = 1", "WITH x AS (SELECT 1) SELECT * FROM x",
    "CREATE TABLE t (a int)", "create index i on t (a)", "DROP TABLE t", "ALTER TABLE t ADD COLUMN a int", "TRUNCATE TABLE t", "VALUES (1), (2)",
    "(SELECT 1) UNION (SELECT 2)", "/* hint */ SELECT 1", "-- why\nSELECT 1", "\n\tSELECT a\n\tFROM t\n", "EXPLAIN SELECT 1",
    "MERGE INTO t USING s ON t.a = s.a WHEN MATCHED THEN DELETE", "SELECT name FROM user_accounts",
  ])
  func acceptsStatements(_ text: String) {
    #expect(extract("const x = `\(text)`", "a.ts").statements.map(shown) == [text.replacing("$1", with: "‹1:$1›").replacing("$2", with: "‹2:$2›").replacing("\n", with: "⏎") + " [likely]"])
  }

  @Test(arguments: [
    "WHERE a = $1 ORDER BY b", " AND a = $1", "ORDER BY a DESC, b", "LIMIT 10 OFFSET 5", " LEFT JOIN t ON t.a = s.a", "OR a IS NULL",
  ])
  func acceptsFragments(_ text: String) {
    #expect(extract("const x = `\(text)` // select 1", "a.ts").statements.map(shown) == [text.replacing("$1", with: "‹1:$1›") + " [fragment] [likely]"])
  }

  @Test(arguments: [
    .ts("db.query('BEGIN')", "BEGIN"),
    .ts("db.query('SELEC a FROM t WHERE b = 1')", "SELEC a FROM t WHERE b = 1"),
    .ts("db.query('SELECT a FROM WHERE')", "SELECT a FROM WHERE"),
    .ts("db.query('hello')"),
    .ts("params.query('page number')"),
    .ts("db.query(`${base} WHERE a = $1 ORDER BY b`, [x])", "⟦base⟧ WHERE a = ‹1:$1› ORDER BY b [fragment]"),
    .ts("throw new Error('SELECT a FROM t')"),
    .ts("console.log(`UPDATE t SET a = ${x}`)"),
    .go("rows.WriteString(\"SELECT a FROM t WHERE b = $1\")", "SELECT a FROM t WHERE b = ‹1:$1› [fragment] [likely]"),
    .python("q = 'SELECT a FROM t WHERE b = 1'\nq += ' AND c = 2'\ncur.execute(q)", "SELECT a FROM t WHERE b = 1 [fragment]", " AND c = 2 [fragment] [likely]"),
    .python("cur.execute('BEGIN; UPDATE t SET a = 1; COMMIT')", "BEGIN", "UPDATE t SET a = 1", "COMMIT"),
    .ts("db.query(`INSERT INTO t VALUES (';'); DELETE FROM s;`)", "INSERT INTO t VALUES (';')", "DELETE FROM s"),
    .java("em.createQuery(\"SELECT u FROM User u\");"),
    .java("@Query(\"SELECT u FROM User u\") List<User> all();"),
  ] as [Extraction])
  func usesTheCall(_ example: Extraction) { expectExtraction(example) }
}

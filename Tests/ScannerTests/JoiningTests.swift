import Testing

@Suite struct JoiningTests {
  @Test(arguments: [
    .go(#"db.Query("SELECT a FROM t WHERE b = $1", x)"#, "SELECT a FROM t WHERE b = ‹1:$1›"),
    .go("db.Query(\"SELECT a \" +\n\t\"FROM t\")", "SELECT a FROM t"),
    .go(#"db.Query("SELECT a FROM " + table + " WHERE b = $1", x)"#, "SELECT a FROM ⟦table⟧ WHERE b = ‹1:$1›"),
    .go(#"db.Query("SELECT a FROM " + s.table("x", 1) + " LIMIT 1")"#, #"SELECT a FROM ⟦s.table("x", 1)⟧ LIMIT 1"#),
    .go(#"db.Query("SELECT a FROM t" /* why */ + " LIMIT 1")"#, "SELECT a FROM t LIMIT 1"),
    .go(#"db.Query(prefix + "SELECT a FROM t")"#, "⟦prefix⟧SELECT a FROM t [fragment]"),
    .go(#"db.Query(fmt.Sprintf("SELECT %s FROM t WHERE b LIKE 'x%%' LIMIT %d", cols, n))"#, "SELECT ⟦cols⟧ FROM t WHERE b LIKE 'x%' LIMIT ⟦n⟧"),
    .go(#"db.Query(fmt.Sprintf("SELECT %[2]s FROM %[1]q", t, c))"#, "SELECT ⟦c⟧ FROM ⟦t⟧"),
    .go(#"db.Query(fmt.Sprintf("SELECT a FROM %s", t) + " LIMIT 1")"#, "SELECT a FROM ⟦t⟧ LIMIT 1"),
    .go("const cols = \"a, b\"\nfunc f() { db.Query(\"SELECT \" + cols + \" FROM t\") }", "SELECT a, b FROM t"),
    .go("const cols = \"a, b\"\nfunc f(cols string) { db.Query(\"SELECT \" + cols + \" FROM t\") }", "SELECT ⟦cols⟧ FROM t"),
    .go("var cols = \"a, b\"\nfunc f() { db.Query(\"SELECT \" + cols + \" FROM t\") }", "SELECT ⟦cols⟧ FROM t"),
    .go("func f() { cols := \"a\"; cols = g(); db.Query(\"SELECT \" + cols + \" FROM t\") }", "SELECT ⟦cols⟧ FROM t"),
    .java(#"jdbc.query("SELECT a " + "FROM t WHERE b = ?", m, x);"#, "SELECT a FROM t WHERE b = ‹1:?›"),
    .java(#"st.executeQuery(String.format("SELECT a FROM %s%n", t));"#, "SELECT a FROM ⟦t⟧⏎"),
    .java(#"st.executeQuery("SELECT a FROM %s".formatted(t));"#, "SELECT a FROM ⟦t⟧"),
    .java("st.executeQuery(\"\"\"\n    SELECT a\n      FROM t\n    \"\"\");", "SELECT a⏎  FROM t⏎"),
    .java(
      #"class A { private static final String COLS = "a, b"; void f() { st.executeQuery("SELECT " + COLS + " FROM t"); } }"#,
      "SELECT a, b FROM t"),
    .ts("db.query(`SELECT a FROM ${table} WHERE b = $1`, [x])", "SELECT a FROM ⟦table⟧ WHERE b = ‹1:$1›"),
    .ts("db.query('SELECT a ' + \"FROM t\" + ` LIMIT ${n}`)", "SELECT a FROM t LIMIT ⟦n⟧"),
    .ts("const COLS = 'a, b';\ndb.query(`SELECT ${COLS} FROM t`)", "SELECT a, b FROM t"),
    .ts("db.query(`SELECT a FROM t ${where ? `WHERE ${where}` : ''}`)", "SELECT a FROM t ⟦where ? `WHERE ${where}` : ''⟧", "WHERE ⟦where⟧ [fragment] [likely]"),
    .ts("db.query(`SELECT a FROM t`.trim())", "SELECT a FROM t"),
    .ts("db.query(`SELECT a FROM TABLE_`.replace('TABLE_', t))", "SELECT a FROM TABLE_ [fragment]"),
    .python("cur.execute('SELECT a ' 'FROM t')", "SELECT a FROM t"),
    .python("cur.execute(\n    'SELECT a '  # columns\n    'FROM t'\n)", "SELECT a FROM t"),
    .python("cur.execute(('SELECT a '\n  'FROM t'), (x,))", "SELECT a FROM t"),
    .python("q = 'SELECT a FROM t'\n'docstring'\ncur.execute(q)", "SELECT a FROM t"),
    .python("q = 'SELECT a ' \\\n    'FROM t'\ncur.execute(q)", "SELECT a FROM t"),
    .python("cur.execute(f'SELECT a FROM {t} WHERE b = \"{{x}}\"')", "SELECT a FROM ⟦t⟧ WHERE b = \"{x}\""),
    .python("cur.execute('SELECT a FROM %s WHERE b = %%s' % t, (x,))", "SELECT a FROM ⟦t⟧ WHERE b = ‹1:%s›"),
    .python("cur.execute('SELECT %(c)s FROM t' % {'c': c})", "SELECT ⟦%(c)s⟧ FROM t"),
    .python("cur.execute('SELECT {} FROM {t}'.format(c, t=tab))", "SELECT ⟦c⟧ FROM ⟦t=tab⟧"),
    .python("cur.execute(sql.SQL('SELECT a FROM {}').format(sql.Identifier(t)))", "SELECT a FROM ⟦sql.Identifier(t)⟧"),
    .python("cur.execute(textwrap.dedent('''\\\n  SELECT a FROM t'''))", "  SELECT a FROM t"),
    .python("COLS = 'a, b'\ndef f():\n    cur.execute(f'SELECT {COLS} FROM t')", "SELECT a, b FROM t"),
    .python("def f(cols='a'):\n    cur.execute(f'SELECT {cols} FROM t')", "SELECT ⟦cols⟧ FROM t"),
    .python("def f():\n    g(cols='a')\n    cur.execute(f'SELECT {cols} FROM t')", "SELECT ⟦cols⟧ FROM t"),
    .ts("function f(cols = 'a') { db.query(`SELECT ${cols} FROM t`) }", "SELECT ⟦cols⟧ FROM t"),
    .go("const (\n\tcols = \"a, b\"\n)\nfunc f() { db.Query(\"SELECT \" + cols + \" FROM t\") }", "SELECT a, b FROM t"),
    .python("cur.execute('SELECT a FROM t' if x else 'SELECT b FROM t')", "SELECT a FROM t", "SELECT b FROM t"),
  ] as [Extraction])
  func joins(_ example: Extraction) { expectExtraction(example) }

  @Test func aLongChainIsALoop() {
    let chain = Array(repeating: "\"a, \"", count: 20_000).joined(separator: " + ")
    let extraction = extract("db.Query(\"SELECT \" + \(chain) + \"b FROM t\")", "a.go")
    #expect(extraction.statements.count == 1)
    #expect(extraction.statements.first?.literals.count == 20_002)
  }

  @Test func rangesCoverTheStatementsOwnLiterals() throws {
    let source = "const cols = \"a\"\nfunc f() { db.Query(\"SELECT \" + cols + \" FROM t\") }"
    let statement = try #require(extract(source, "a.go").statements.first)
    #expect(Array(source.utf8)[statement.range.range].elementsEqual("\"SELECT \" + cols + \" FROM t\"".utf8))
    #expect(statement.literals.count == 3)
  }
}

import HostLanguages
import Testing

/// A source with one statement, and the values of its call as written; nil where they are not known.
struct Call: CustomTestStringConvertible, Sendable {
  var path: String
  var source: String
  var callee: String?
  var values: [String]?
  var testDescription: String { source }

  init(_ path: String, _ source: String, _ callee: String?, _ values: [String]?) {
    (self.path, self.source, self.callee, self.values) = (path, source, callee, values)
  }
}

@Suite struct CallSiteTests {
  @Test(arguments: [
    Call("a.go", "db.QueryContext(ctx, `SELECT a FROM t WHERE b = $1 AND c = $2`, x, f(y, 1))", "QueryContext", ["x", "f(y, 1)"]),
    Call("a.go", "db.Query(`SELECT a FROM t`)", "Query", []),
    Call("a.go", "db.Query(`SELECT a FROM t WHERE b = $1`, args...)", "Query", nil),
    Call("a.go", "db.Query(ctx, `SELECT a FROM t WHERE b = $1`, pgx.QueryExecModeExec, x)", "Query", nil),
    Call("a.go", "db.Query(ctx, `SELECT a FROM t WHERE b = @b`, pgx.NamedArgs{\"b\": 1})", "Query", nil),
    Call("a.go", "db.Prepare(`SELECT a FROM t WHERE b = $1`)", "Prepare", nil),
    Call("a.go", "func f() { const q = `SELECT a FROM t WHERE b = $1`; db.Query(q, x) }", "Query", ["x"]),
    Call("a.go", "func f() { q := `SELECT a FROM t WHERE b = $1`\n db.Query(q, x); db.Exec(q, y) }", nil, nil),
    Call("a.go", "func f() { q := `SELECT a FROM t WHERE b = $1`\n db.Query(q, x) }\nfunc g() { q := 1; db.Query(q) }", "Query", ["x"]),
    Call("a.go", "const Q = `SELECT a FROM t WHERE b = $1`\nfunc f() { db.Query(Q, x) }", nil, nil),
    Call("a.go", "const q = `SELECT a FROM t WHERE b = $1`\nfunc f() { db.Query(q, x) }", "Query", ["x"]),
    Call("a.go", "const q string = `SELECT a FROM t WHERE b = $1`\nfunc f() { db.Query(q, x) }", "Query", ["x"]),
    Call("a.ts", "c.query('SELECT a FROM t WHERE b = $1', [x, y.z])", "query", ["x", "y.z"]),
    Call("a.ts", "c.query('SELECT a FROM t WHERE b = $1', values)", "query", nil),
    Call("a.ts", "c.query('SELECT a FROM t WHERE b = $1', [...values])", "query", nil),
    Call("a.ts", "c.query<User>('SELECT a FROM t WHERE b = $1', [x])", "query", ["x"]),
    Call("a.ts", "c.query({ name: 'n', text: 'SELECT a FROM t WHERE b = $1', values: [x] })", "query", ["x"]),
    Call("a.ts", "c.query({ text: 'SELECT a FROM t WHERE b = $1', values })", "query", nil),
    Call("a.ts", "c.query({ text: 'SELECT a FROM t WHERE b = $1' }, [x])", "query", ["x"]),
    Call("a.ts", "const q = `SELECT a FROM t WHERE b = $1`;\nawait c.query(q, [x]);", "query", ["x"]),
    Call("a.ts", "export const q = `SELECT a FROM t WHERE b = $1`;\nawait c.query(q, [x]);", nil, nil),
    Call("a.ts", "const q = `SELECT a FROM t WHERE b = $1`;\nawait c.query(q, [x]);\nmodule.exports = { q };", nil, nil),
    Call("a.ts", "const q: string = `SELECT a FROM t WHERE b = $1`;\nawait c.query({ text: q, values: [x] });", "query", ["x"]),
    Call("a.py", "cur.execute('SELECT a FROM t WHERE b = %s', (x,))", "execute", ["x"]),
    Call("a.py", "cur.execute('SELECT a FROM t WHERE b = %s', [x, y])", "execute", ["x", "y"]),
    Call("a.py", "cur.execute('SELECT a FROM t WHERE b = %s', (x))", "execute", nil),
    Call("a.py", "cur.execute('SELECT a FROM t WHERE b = %s', [f(v) for v in x])", "execute", nil),
    Call("a.py", "cur.execute('SELECT a FROM t WHERE b = %s', [*x])", "execute", nil),
    Call("a.py", "cur.execute('SELECT a FROM t WHERE b = %(b)s', {'b': x})", "execute", nil),
    Call("a.py", "cur.execute(query='SELECT a FROM t WHERE b = %s', vars=(x, y))", "execute", ["x", "y"]),
    Call("a.py", "cur.executemany('INSERT INTO t VALUES (%s)', [(1,), (2,)])", "executemany", nil),
    Call("a.py", "def f():\n    q = 'SELECT a FROM t WHERE b = %s'\n    cur.execute(q, (x,))\n", "execute", ["x"]),
    Call("a.py", "def f():\n    q = 'SELECT a FROM t WHERE b = %s'\n    cur.execute(q, (x,))\ndef g():\n    q = 1\n    cur.execute(q, (x,))", "execute", ["x"]),
    Call("a.py", "Q = 'SELECT a FROM t WHERE b = %s'\ndef f():\n    cur.execute(Q, (x,))\n", nil, nil),
    Call("a.py", "_Q = 'SELECT a FROM t WHERE b = %s'\ndef f():\n    cur.execute(_Q, (x,))\n", "execute", ["x"]),
    Call("a.py", "import asyncpg\nawait c.fetch('SELECT a FROM t WHERE b = $1', x, y)", "fetch", ["x", "y"]),
    Call("A.java", "c.prepareStatement(\"SELECT a FROM t WHERE b = ?\")", "prepareStatement", nil),
    Call("A.java", "class A { private static final String Q = \"SELECT a FROM t\"; void f() { s.executeQuery(Q); } }", "executeQuery", nil),
    Call("A.java", "class A { static final String Q = \"SELECT a FROM t\"; void f() { s.executeQuery(Q); } }", nil, nil),
    Call("A.java", "@Query(value = \"SELECT a FROM t\", nativeQuery = true) List<A> f();", "@Query", nil),
  ])
  func findsValues(_ example: Call) throws {
    let extraction = extract(example.source, example.path)
    #expect(extraction.statements.count == 1)
    let statement = try #require(extraction.statements.first)
    let host = Array(example.source.utf8)
    #expect(statement.callSite?.callee == example.callee)
    let values = statement.callSite?.parameters?.map { String(decoding: host[$0.range.range], as: UTF8.self) }
    #expect(values == example.values)
    if let site = statement.callSite {
      #expect(site.arguments.indices.contains(site.statementArgument))
      #expect(host[site.range.end - 1] == UInt8(ascii: ")"))
    }
    expectMapHolds(statement, in: host)
  }

  @Test func theSeparatorIsTheCallsOwn() throws {
    let statement = try #require(extract("db.Query(`SELECT a FROM t WHERE b = $1 AND c = $2`,\n\tx,\n\ty)", "a.go").statements.first)
    #expect(statement.callSite?.separator == ",\n\t")
  }
}

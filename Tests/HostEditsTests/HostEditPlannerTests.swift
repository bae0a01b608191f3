import HostLanguages
import SourceText
import Testing

@testable import HostEdits

/// A host line before and after, and the rewrite between.
struct Editing: CustomTestStringConvertible, Sendable {
  var fixture: HostFixture
  var before: String
  /// Of the SQL text: what is replaced, in order, and by what.
  var changes: [(String, String)]
  /// The host line after, or nil for a refusal.
  var after: String?
  var rules: [String] = []
  var nameHoles = false
  var testDescription: String { "\(fixture.language): \(before)" }

  init(
    _ fixture: HostFixture, _ before: String, _ changes: [(String, String)] = [], becomes after: String?, rules: [String] = [],
    nameHoles: Bool = false
  ) {
    (self.fixture, self.before, self.changes, self.after) = (fixture, before, changes, after)
    (self.rules, self.nameHoles) = (rules, nameHoles)
  }
}

/// The pieces that replace texts of a statement, each searched for behind the one before.
func pieces(_ text: SQLText, _ changes: [(String, String)]) throws -> [Piece] {
  var result: [Piece] = []
  var position = 0
  for (old, new) in changes {
    let pattern = Array(old.utf8)
    let start = try #require((position...(text.bytes.count - pattern.count)).first { text.bytes[$0...].starts(with: pattern) })
    result += [.source(ByteRange(position, start)), .text(new)]
    position = start + pattern.count
  }
  return result + [.source(ByteRange(position, text.bytes.count))]
}

/// Plans, edits, reads the edited line again and compares everything.
func expectEditing(_ row: Editing) throws {
  let host = Array(row.before.utf8)
  let statement = try #require(row.fixture.statements(in: host).first)
  let plan = HostEditPlanner.plan(
    pieces: try pieces(statement.text, row.changes), for: statement, in: host,
    nameHoles: row.nameHoles ? Set(statement.text.holes.map(\.range)) : [])
  try expect(plan, row)
}

func expect(_ plan: HostEditPlan, _ row: Editing) throws {
  let host = Array(row.before.utf8)
  #expect(plan.findings.map(\.rule) == row.rules)
  guard let after = row.after else {
    #expect(plan.ceiling == .manual)
    #expect(plan.edits.isEmpty)
    return
  }
  let edited = try plan.edits.applied(to: host)
  #expect(String(decoding: edited, as: UTF8.self) == after)
  for edit in plan.edits where !edit.range.isEmpty && !edit.replacement.isEmpty {
    #expect(host[edit.range.start] != edit.replacement.first || host[edit.range.end - 1] != edit.replacement.last || row.before.contains("%"))
  }
  let statements = row.fixture.statements(in: host)
  let wanted = [plan] + statements.dropFirst().map(HostEditPlan.untouched)
  var plans = wanted
  RescanCheck(original: host, statements: statements) { row.fixture.statements(in: $0) }.check(&plans)
  #expect(plans == wanted, "does not read back: \(row.fixture.statements(in: edited).map(\.text.string))")
}

@Suite struct HostEditPlannerTests {
  @Test(arguments: [
    Editing(.go, #"run("SELECT 1")"#, becomes: #"run("SELECT 1")"#),
    Editing(.go, #"run("SELECT a::text FROM t")"#, [("a::text", "CAST(a AS CHAR)")], becomes: #"run("SELECT CAST(a AS CHAR) FROM t")"#),
    Editing(.go, #"run("SELECT \"Key\" FROM t")"#, [("\"Key\"", "`Key`")], becomes: #"run("SELECT `Key` FROM t")"#),
    Editing(.go, #"run("SELECT 'a'")"#, [("'a'", "\"a\\b\"")], becomes: #"run("SELECT \"a\\b\"")"#),
    Editing(.go, "run(`SELECT 'a'`)", [("'a'", "\"a\\b\"")], becomes: "run(`SELECT \"a\\b\"`)"),
    Editing(.go, "run(`SELECT \"Key\"`)", [("\"Key\"", "`Key`")], becomes: nil, rules: ["literal-cannot-hold"]),
    Editing(.go, "run(`SELECT\n  a\n  FROM t`)", [("a", "b\nc")], becomes: "run(`SELECT\n  b\nc\n  FROM t`)"),
    Editing(.go, "run(`SELECT\r\n  a\r\n  FROM t`)", [("a", "b\nc")], becomes: "run(`SELECT\r\n  b\r\nc\r\n  FROM t`)"),
    Editing(.go, #"run("SELECT a")"#, [("a", "b\nc\td")], becomes: #"run("SELECT b\nc\td")"#),
    Editing(.go, #"run("SELECT a::int " + "FROM t")"#, [("::int FROM", " FROM")], becomes: #"run("SELECT a " + "FROM t")"#),
    Editing(.go, #"run("SELECT a::" + "int FROM t")"#, [("a::int", "CAST(a AS SIGNED)")], becomes: #"run("SELECT CAST(a AS SIGNED)" + " FROM t")"#),
    Editing(.go, #"run("x" + "y" + "z")"#, [("xyz", "w")], becomes: #"run("w" + "" + "")"#),
    Editing(.go, #"run("SELECT a" + " FROM t")"#, [("a FROM", "ab FROM")], becomes: #"run("SELECT ab" + " FROM t")"#),
    Editing(.go, #"run("naïve é")"#, [("é", "è")], becomes: #"run("naïve è")"#),
    Editing(.go, "run(\"\\u00e9 a\")", [("é a", "é b")], becomes: "run(\"\\u00e9 b\")"),
    Editing(.go, "run(\"\\u00e9 a\")", [("é", "è")], becomes: "run(\"è a\")"),
  ])
  func goLiterals(_ row: Editing) throws { try expectEditing(row) }

  @Test(arguments: [
    Editing(.java, #"run("SELECT a")"#, [("a", "\"b\\c\"\n\u{1}")], becomes: #"run("SELECT \"b\\c\"\n\001")"#),
    Editing(.java, "run(\"\"\"\n    SELECT a::int\n      FROM t\n    \"\"\")", [("::int", "")],
      becomes: "run(\"\"\"\n    SELECT a\n      FROM t\n    \"\"\")"),
    Editing(.java, "run(\"\"\"\n    SELECT a ::int  \n      FROM t\"\"\")", [("::int", "")],
      becomes: "run(\"\"\"\n    SELECT a\\s  \n      FROM t\"\"\")"),
    Editing(.java, "run(\"\"\"\n    SELECT\n    FROM t\n    \"\"\")", [("SELECT\n", "SELECT\n b ")],
      becomes: "run(\"\"\"\n    SELECT\n    \\sb FROM t\n    \"\"\")"),
    Editing(.java, "run(\"\"\"\n    a\n    b\n    c\n    \"\"\")", [("b\n", "")], becomes: "run(\"\"\"\n    a\n    c\n    \"\"\")"),
    Editing(.java, "run(\"\"\"\n    a\n    b\n    \"\"\")", [("a\nb", "x")], becomes: "run(\"\"\"\n    x\n    \"\"\")"),
    Editing(.java, "run(\"\"\"\n    a\n    b\n    \"\"\")", [("b\n", "b\nc")], becomes: "run(\"\"\"\n    a\n    b\n    c\"\"\")"),
    Editing(.java, "run(\"\"\"\n    a\n    \"\"\")", [("a", "x\"\"\"y")], becomes: "run(\"\"\"\n    x\\\"\"\"y\n    \"\"\")"),
    Editing(.java, "run(\"\"\"\n    a\"\"\")", [("a", "x\"")], becomes: "run(\"\"\"\n    x\\\"\"\"\")"),
    Editing(.java, "run(\"\"\"\n    a\n    \"\"\")", [("a", "x\ny\\")], becomes: "run(\"\"\"\n    x\\ny\\\\\n    \"\"\")"),
  ])
  func javaLiterals(_ row: Editing) throws { try expectEditing(row) }

  @Test(arguments: [
    Editing(.javascript, "run(`SELECT \"Key\"`)", [("\"Key\"", "`Key`")], becomes: #"run(`SELECT \`Key\``)"#),
    Editing(.javascript, "run('SELECT \"Key\"')", [("\"Key\"", "`K'`")], becomes: #"run('SELECT `K\'`')"#),
    Editing(.javascript, "run(`SELECT a`)", [("a", "${b}\\")], becomes: #"run(`SELECT \${b}\\`)"#),
    Editing(.javascript, "run(`SELECT a{`)", [("a", "$")], becomes: #"run(`SELECT \${`)"#),
    Editing(.javascript, "run(`SELECT $a`)", [("a", "{")], becomes: #"run(`SELECT $\{`)"#),
    Editing(.javascript, "run(`SELECT a\n  FROM t`)", [("a", "b\nc")], becomes: "run(`SELECT b\nc\n  FROM t`)"),
    Editing(.javascript, "run(`SELECT a::int FROM ${t} x`)", [("a::int", "b"), (" x", " y")], becomes: "run(`SELECT b FROM ${t} y`)"),
    Editing(.javascript, "run(`a ${t} b`)", [("⟧", "⟧ c")], becomes: nil, rules: ["rewrite-inconsistent"]),
    Editing(.javascript, "run(`a ${t} b`)", [("a ", "a (")], becomes: "run(`a (${t} b`)"),
    Editing(.javascript, "run('a ' + t + ' b')", [(" b", ") b")], becomes: "run('a ' + t + ') b')"),
    Editing(.javascript, "run('a ' + t + u)", [("⟦t⟧", "")], becomes: nil, rules: ["hole-dropped"]),
    Editing(.javascript, "run(`a ${t} b`)", [("a ⟦t⟧ b", "c")], becomes: nil, rules: ["hole-dropped"]),
  ])
  func javascriptLiterals(_ row: Editing) throws { try expectEditing(row) }

  @Test(arguments: [
    Editing(.python, #"run("SELECT 'a'")"#, [("'a'", "\"a\\\"")], becomes: #"run("SELECT \"a\\\"")"#),
    Editing(.python, "run('''SELECT a\n FROM t''')", [("a", "'''x\ny'")], becomes: "run('''SELECT \\'''x\ny'\n FROM t''')"),
    Editing(.python, "run('''SELECT a''')", [("a", "x'")], becomes: "run('''SELECT x\\'''')"),
    Editing(.python, "run(f'SELECT a FROM {t}')", [("a", "'{}'")], becomes: "run(f'SELECT \\'{{}}\\' FROM {t}')"),
    Editing(.python, "run(f'SELECT {{a}}')", [("{a}", "{b}")], becomes: "run(f'SELECT {{b}}')"),
    Editing(.python, "run(r'SELECT a')", [("a", "\\d")], becomes: "run(r'SELECT \\d')"),
    Editing(.python, "run(r'SELECT a')", [("a", "x\\")], becomes: nil, rules: ["literal-cannot-hold"]),
    Editing(.python, "run(r'SELECT a')", [("a", "'x'")], becomes: nil, rules: ["literal-cannot-hold"]),
    Editing(.python, "run(r'SELECT a')", [("a", "x\ny")], becomes: nil, rules: ["literal-cannot-hold"]),
    Editing(.python, "run('SELECT a '\n    'FROM t')", [("a FROM t", "b FROM u")], becomes: "run('SELECT b FROM u'\n    '')"),
    Editing(.python, "run('SELECT a '\n    'FROM t')", [("a", "b"), ("t", "u")], becomes: "run('SELECT b '\n    'FROM u')"),
    Editing(.python, "run('SELECT a % 2 FROM t')", [("a % 2", "MOD(a, 2)")], becomes: "run('SELECT MOD(a, 2) FROM t')"),
    Editing(.python, "run('SELECT a FROM t')", [("a", "a % 2")], becomes: "run('SELECT a % 2 FROM t')"),
    Editing(.python, "run('SELECT a FROM t WHERE b = %s', (b,))", [("a", "a % 2")],
      becomes: "run('SELECT a %% 2 FROM t WHERE b = %s', (b,))"),
    Editing(.python, "run('SELECT a FROM t WHERE b LIKE \\'x%%\\' AND c = %s', (c,))", [("'x%'", "'y%'")],
      becomes: "run('SELECT a FROM t WHERE b LIKE \\'y%%\\' AND c = %s', (c,))"),
    Editing(.python, "run('SELECT %(a)s::int, %(a)s', values)", [("::int", "")], becomes: "run('SELECT %(a)s, %(a)s', values)"),
  ])
  func pythonLiterals(_ row: Editing) throws { try expectEditing(row) }

  @Test(arguments: [
    Editing(.sql, "SELECT a::int;\nSELECT 2;\n", [("a::int", "b")], becomes: "SELECT b;\nSELECT 2;\n"),
    Editing(.sql, "a;b;", [("a", "xa")], becomes: "xa;b;"),
  ])
  func sqlFiles(_ row: Editing) throws { try expectEditing(row) }

  @Test(arguments: [
    Editing(.go, #"run("SELECT $1", a)"#, becomes: #"run("SELECT ?", a)"#),
    Editing(.go, #"run("SELECT $1, $2", a, b)"#, becomes: #"run("SELECT ?, ?", a, b)"#),
    Editing(.go, #"run("SELECT $2, $1", a, b)"#, becomes: #"run("SELECT ?, ?", b, a)"#),
    Editing(.go, #"run("SELECT $1, $2, $1", a, b)"#, becomes: #"run("SELECT ?, ?, ?", a, b, a)"#),
    Editing(.go, #"run("SELECT $1, $1, $2", a, b)"#, becomes: #"run("SELECT ?, ?, ?", a, a, b)"#),
    Editing(.go, #"run("SELECT $2, $1, $2", a /* first */, b)"#, becomes: #"run("SELECT ?, ?, ?", b, a /* first */, b)"#),
    Editing(.go, "run(\"SELECT $2, $1\",\n  a, /* the a */\n  b)", becomes: "run(\"SELECT ?, ?\",\n  b, /* the a */\n  a)"),
    Editing(.go, #"run("SELECT $1, $1", u.Name)"#, becomes: #"run("SELECT ?, ?", u.Name, u.Name)"#),
    Editing(.go, #"run("SELECT $1, $1", next())"#, becomes: nil, rules: ["argument-not-repeatable"]),
    Editing(.go, #"run("SELECT $2, $1", f(), g())"#, becomes: #"run("SELECT ?, ?", g(), f())"#, rules: ["argument-order"]),
    Editing(.go, #"run("SELECT $2, $1", f(), b)"#, becomes: #"run("SELECT ?, ?", b, f())"#),
    Editing(.go, #"run("SELECT $2, $1", *args)"#, becomes: nil, rules: ["arguments-not-found"]),
    Editing(.go, #"run("SELECT $2, $1", a)"#, becomes: nil, rules: ["arguments-not-found"]),
    Editing(.go, #"run("SELECT $1", *args)"#, becomes: #"run("SELECT ?", *args)"#),
    Editing(.javascript, "run('SELECT $2, $1', [a, b])", becomes: "run('SELECT ?, ?', [b, a])"),
    Editing(.javascript, "run('SELECT $1, $1', [req.body.id])", becomes: "run('SELECT ?, ?', [req.body.id, req.body.id])"),
    Editing(.javascript, "run(`SELECT $1 FROM ${t}`, [a])", becomes: nil, rules: ["hole-with-placeholders"]),
    Editing(.javascript, "run(`SELECT $1 FROM ${t}`, [a])", becomes: "run(`SELECT ? FROM ${t}`, [a])", nameHoles: true),
    Editing(.javascript, "run('SELECT \\'what?\\', $1', [a])", becomes: "run('SELECT \\'what?\\', ?', [a])", rules: ["literal-question-mark"]),
    Editing(.javascript, "run(`SELECT 1 FROM ${t}`)", becomes: "run(`SELECT 1 FROM ${t}`)"),
    Editing(.asyncpg, "run('SELECT $2, $1', a, b)", becomes: "run('SELECT %s, %s', b, a)"),
    Editing(.asyncpg, "run('SELECT $1 LIKE \\'a%\\' || b', a)", [("b", "c")], becomes: "run('SELECT %s LIKE \\'a%%\\' || c', a)"),
    Editing(.java, #"run("SELECT ?, ?", a, b)"#, becomes: #"run("SELECT ?, ?", a, b)"#),
    Editing(.java, #"run("SELECT ?? ?", a)"#, becomes: nil, rules: ["escaped-question-mark"]),
    Editing(.spring, #"run("SELECT :b::int, :a, :b", values)"#, [("::int", "")], becomes: #"run("SELECT :b, :a, :b", values)"#),
  ])
  func placeholders(_ row: Editing) throws { try expectEditing(row) }

  /// Pieces given by the texts they cover: `$n`, `?` and `%s` are placeholders, `=` begins new text, all else is source.
  @Test(arguments: [
    (Editing(.go, #"run("SELECT strpos(a, 'b')")"#, becomes: #"run("SELECT LOCATE('b', a)")"#),
      ["SELECT ", "=LOCATE(", "'b'", "=, ", "a", "=)"]),
    (Editing(.javascript, "run(`SELECT strpos(${a}, 'b')`)", becomes: "run(`SELECT LOCATE('b', ${a})`)"),
      ["SELECT ", "=LOCATE(", "'b'", "=, ", "⟦a⟧", "=)"]),
    (Editing(.javascript, "run(`SELECT strpos(${a}, ${b})`)", becomes: nil, rules: ["hole-moved"]),
      ["SELECT ", "=LOCATE(", "⟦b⟧", "=, ", "⟦a⟧", "=)"]),
    (Editing(.go, #"run("SELECT strpos($1, $2)", a, b)"#, becomes: #"run("SELECT LOCATE(?, ?)", b, a)"#),
      ["SELECT ", "=LOCATE(", "$2", "=, ", "$1", "=)"]),
    (Editing(.go, #"run("SELECT greatest($1, x)", a)"#, becomes: #"run("SELECT IF(? > x, ?, x)", a, a)"#),
      ["SELECT ", "=IF(", "$1", "= > ", "x", "=, ", "$1", "=, ", "x", "=)"]),
    (Editing(.python, "run('SELECT strpos(%s, %s)', (a, b))", becomes: "run('SELECT LOCATE(%s, %s)', (b, a))"),
      ["SELECT ", "=LOCATE(", "%s2", "=, ", "%s1", "=)"]),
    (Editing(.python, "run('SELECT f(%s, %s)', (a, b))", becomes: "run('SELECT f(%s)', (a,))"),
      ["SELECT f(", "%s1", "=)"]),
    (Editing(.python, "run('SELECT strpos(%(a)s, \\'%%\\')', v)", becomes: "run('SELECT LOCATE(\\'%%\\', %(a)s)', v)"),
      ["SELECT ", "=LOCATE(", "'%'", "=, ", "%(a)s", "=)"]),
    (Editing(.java, #"run("SELECT strpos(?, ?)", a, b)"#, becomes: #"run("SELECT LOCATE(?, ?)", b, a)"#),
      ["SELECT ", "=LOCATE(", "?2", "=, ", "?1", "=)"]),
  ])
  func movedParts(_ row: Editing, parts: [String]) throws {
    let statement = try #require(row.fixture.statement(in: row.before))
    let plan = HostEditPlanner.plan(pieces: try pieces(statement.text, parts), for: statement, in: Array(row.before.utf8))
    try expect(plan, row)
  }

  private func pieces(_ text: SQLText, _ parts: [String]) throws -> [Piece] {
    try parts.map { part in
      if part.hasPrefix("=") { return .text(String(part.dropFirst())) }
      let atom = text.placeholders.first { atom in
        let written = text.string(in: atom.range)
        return written == part || "\(written)\(atom.parameter ?? 0)" == part
      }
      if let atom, let parameter = atom.parameter { return .placeholder(parameter: parameter, range: atom.range) }
      let start = try #require(text.bytes.indices.first { text.bytes[$0...].starts(with: part.utf8) })
      return .source(ByteRange(start, start + part.utf8.count))
    }
  }

  @Test func givesTheTextsOfTheResult() throws {
    let host = #"run("SELECT 'a%', %s, %s", (a, b))"#
    let statement = try #require(HostFixture.python.statement(in: host.replacing("a%", with: "a%%")))
    let bytes = Array(host.replacing("a%", with: "a%%").utf8)
    let plan = HostEditPlanner.plan(pieces: [.source(ByteRange(0, statement.text.bytes.count)), .text(" % 2")], for: statement, in: bytes)
    #expect(String(decoding: plan.replacement, as: UTF8.self) == "SELECT 'a%%', %s, %s %% 2")
    #expect(String(decoding: plan.decoded, as: UTF8.self) == "SELECT 'a%', %s, %s % 2")
    #expect(String(decoding: plan.rewritten, as: UTF8.self) == "SELECT 'a%', ?, ? % 2")
    #expect(plan.parameters == [1, 2])
    #expect(plan.ceiling == nil)
  }

  @Test func aMapThatDoesNotFitIsRefused() throws {
    var statement = try #require(HostFixture.go.statement(in: #"run("SELECT 1")"#))
    statement.map.segments[0].host = ByteRange(100, 108)
    let plan = HostEditPlanner.plan(pieces: [.text("x")], for: statement, in: Array(#"run("SELECT 1")"#.utf8))
    #expect(plan.findings.map(\.rule) == ["rewrite-inconsistent"])
    let outside = HostEditPlanner.plan(pieces: [.source(ByteRange(0, 99))], for: statement, in: [])
    #expect(outside.ceiling == .manual)
  }
}

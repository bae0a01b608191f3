import HostLanguages
import SourceText
import Testing

@Suite struct DriverTests {
  struct Row: CustomTestStringConvertible, Sendable {
    var path: String
    var imports: String
    var call: String
    var driver: String
    var text: String
    var testDescription: String { "\(imports) \(call)" }

    init(_ path: String, _ imports: String, _ call: String, _ driver: String, _ text: String) {
      (self.path, self.imports, self.call, self.driver, self.text) = (path, imports, call, driver, text)
    }
  }

  @Test(arguments: [
    Row("a.go", "import \"github.com/jackc/pgx/v5\"", "c.Query(ctx, `SELECT $1::int`, x)", "pgx", "SELECT ‹1:$1›::int"),
    Row("a.go", "import \"database/sql\"", "c.Query(`SELECT $2, $1, $2`, x, y)", "database/sql", "SELECT ‹2:$2›, ‹1:$1›, ‹2:$2›"),
    Row("a.go", "", "c.Query(`SELECT a ? 'k' FROM t`)", "database/sql", "SELECT a ? 'k' FROM t"),
    Row("a.go", "import \"github.com/jmoiron/sqlx\"\nimport \"database/sql\"", "c.NamedExec(`UPDATE t SET a = :a`, x)", "sqlx", "UPDATE t SET a = ‹1::a›"),
    Row("a.go", "import \"github.com/jmoiron/sqlx\"\nimport \"database/sql\"", "c.Exec(`UPDATE t SET a = $1`, x)", "database/sql", "UPDATE t SET a = ‹1:$1›"),
    Row("a.go", "import \"gorm.io/gorm\"", "c.Raw(`SELECT a FROM t WHERE b = ?`, x)", "gorm", "SELECT a FROM t WHERE b = ‹1:?›"),
    Row("a.py", "import psycopg2", "c.execute('SELECT a FROM t WHERE b = %s AND c LIKE \\'x%%\\'', (x,))", "psycopg", "SELECT a FROM t WHERE b = ‹1:%s› AND c LIKE 'x%'"),
    Row("a.py", "import psycopg2", "c.execute('SELECT a FROM t WHERE c LIKE \\'x%%\\'')", "psycopg", "SELECT a FROM t WHERE c LIKE 'x%%'"),
    Row("a.py", "import psycopg2", "c.execute('SELECT 7 % 2')", "psycopg", "SELECT 7 % 2"),
    Row("a.py", "import psycopg2", "c.execute('SELECT %(a)s, %(b)s, %(a)s', d)", "psycopg", "SELECT ‹1:%(a)s›, ‹2:%(b)s›, ‹1:%(a)s›"),
    Row("a.py", "import asyncpg", "await c.fetch('SELECT $1::int', x)", "asyncpg", "SELECT ‹1:$1›::int"),
    Row("a.py", "from sqlalchemy import text", "c.execute(text('SELECT :a, b::int FROM t WHERE c = :a'), {'a': 1})", "sqlalchemy", "SELECT ‹1::a›, b::int FROM t WHERE c = ‹1::a›"),
    Row("a.py", "from sqlalchemy import text", "c.execute(text('SELECT a[1\\\\:n] FROM t'))", "sqlalchemy", "SELECT a[1:n] FROM t"),
    Row("A.java", "import java.sql.Connection;", "c.prepareStatement(\"SELECT ?, '?', a ?? 'k' FROM t WHERE b = ?\");", "jdbc", "SELECT ‹1:?›, '?', a ? 'k' FROM t WHERE b = ‹2:?›"),
    Row("A.java", "import org.springframework.jdbc.core.JdbcTemplate;", "j.update(\"UPDATE t SET a = ?\", x);", "spring", "UPDATE t SET a = ‹1:?›"),
    Row("A.java", "import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;", "j.update(\"UPDATE t SET a = :a\", p);", "spring-named", "UPDATE t SET a = ‹1::a›"),
    Row("A.java", "import org.springframework.jdbc.core.simple.JdbcClient;\nimport org.springframework.jdbc.core.JdbcTemplate;", "j.update(\"UPDATE t SET a = ?\", x);", "spring", "UPDATE t SET a = ‹1:?›"),
    Row("a.ts", "import { Pool } from 'pg';", "p.query('SELECT $1::int', [x])", "node-postgres", "SELECT ‹1:$1›::int"),
    Row("a.js", "const knex = require('knex')", "knex.raw('SELECT a FROM t WHERE b = ?', [x])", "knex", "SELECT a FROM t WHERE b = ‹1:?›"),
  ])
  func readsPlaceholders(_ row: Row) throws {
    let statement = try #require(extract(row.imports + "\n" + row.call, row.path).statements.first)
    #expect(statement.driver.id == row.driver)
    #expect(shown(statement) == row.text)
    expectMapHolds(statement, in: Array((row.imports + "\n" + row.call).utf8))
  }

  @Test func aPercentEscapeMapsAsAWhole() throws {
    let source = "cur.execute('SELECT 7 %% 2, %s', (x,))"
    let statement = try #require(extract(source, "a.py").statements.first)
    let escape = try #require(statement.map.segments.first { $0.kind == .escape })
    #expect(Array(source.utf8)[escape.host.range].elementsEqual("%%".utf8))
    #expect(statement.text.string(in: escape.sql) == "%")
  }

  @Test func aFormattedLiteralDoublesPerCentSigns() throws {
    let statement = try #require(extract("db.Query(fmt.Sprintf(`SELECT a FROM %s`, t))", "a.go").statements.first)
    #expect(statement.literals.first?.form.mustEscape.contains("%") == true)
  }
}

import SourceText
import Testing

@Suite struct SQLFileTests {
  @Test(arguments: [
    .sql("SELECT 1;\nSELECT 2", "SELECT 1", "SELECT 2"),
    .sql("\u{FEFF}SELECT 1;", "SELECT 1"),
    .sql("-- name: GetX :one\nSELECT a FROM t WHERE b = $1;", "SELECT a FROM t WHERE b = ‹1:$1›"),
    .sql("-- name: GetX :one\nSELECT a FROM t WHERE b = @b;", "SELECT a FROM t WHERE b = ‹1:@b›"),
    .sql("\\set x 1\nSELECT :x;\n\\echo done\n", "SELECT ‹1::x›"),
    .sql("SELECT * FROM :schema.t WHERE a = :'name';", "SELECT * FROM ⟦:schema⟧.t WHERE a = ⟦:'name'⟧"),
    .sql("CREATE FUNCTION f() RETURNS int AS $$ SELECT 1; SELECT 2; $$ LANGUAGE sql;", "CREATE FUNCTION f() RETURNS int AS $$ SELECT 1; SELECT 2; $$ LANGUAGE sql"),
    .sql("COPY t FROM stdin;\n1\tx;y\n\\.\nSELECT 1;", "COPY t FROM stdin", "SELECT 1"),
    .sql("SELEC 1;", "SELEC 1"),
    .sql("-- nothing\n"),
    .sql(""),
  ] as [Extraction])
  func splits(_ example: Extraction) { expectExtraction(example) }

  @Test func theLiteralIsTheStatement() throws {
    let statement = try #require(extract("  SELECT 1 ;\n", "a.sql").statements.first)
    #expect(statement.range == ByteRange(2, 10))
    #expect(statement.literals.map(\.body) == [ByteRange(2, 10)])
    #expect(statement.literals.first?.form == .sql)
    #expect(statement.language == "sql")
  }
}

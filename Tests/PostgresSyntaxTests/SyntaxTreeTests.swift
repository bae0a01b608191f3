import SourceText
import Testing

@testable import PostgresSyntax

@Suite struct SyntaxTreeTests {
  @Test(arguments: [
    Row("int", "pg_catalog.int4"), Row("integer[]", "pg_catalog.int4[]"), Row("bigint", "pg_catalog.int8"), Row("smallint", "pg_catalog.int2"),
    Row("real", "pg_catalog.float4"), Row("double precision", "pg_catalog.float8"), Row("float(24)", "pg_catalog.float4"),
    Row("float(25)", "pg_catalog.float8"), Row("float", "pg_catalog.float8"), Row("decimal(10, 2)", "pg_catalog.numeric(10,2)"),
    Row("numeric", "pg_catalog.numeric"), Row("numeric(3, -2)", "pg_catalog.numeric(3,-2)"), Row("boolean", "pg_catalog.bool"),
    Row("char", "pg_catalog.bpchar(1)"), Row("character(5)", "pg_catalog.bpchar(5)"), Row("varchar(20)", "pg_catalog.varchar(20)"),
    Row("character varying", "pg_catalog.varchar"), Row("nchar varying(3)", "pg_catalog.varchar(3)"), Row("bit", "pg_catalog.bit(1)"),
    Row("bit varying(8)", "pg_catalog.varbit(8)"), Row("timestamp", "pg_catalog.timestamp"), Row("timestamp with time zone", "pg_catalog.timestamptz"),
    Row("timestamp(3) without time zone", "pg_catalog.timestamp(3)"), Row("time(6) with time zone", "pg_catalog.timetz(6)"),
    Row("interval", "pg_catalog.interval"), Row("interval day to second(3)", "pg_catalog.interval(7176,3)"),
    Row("interval(2)", "pg_catalog.interval(32767,2)"), Row("text", "text"), Row("int4", "int4"), Row("Public.\"My Type\"(3)[][]", "public.My Type(3)[][]"),
    Row("text ARRAY[3]", "text[]"), Row("pg_catalog.jsonb", "pg_catalog.jsonb"), Row("SETOF uuid", "setof uuid"),
  ])
  func typeNames(_ row: Row) throws {
    let tree = try Parser.parseStatement(SQLText("SELECT CAST(a AS \(row.text))"))
    #expect(tree.defects == [])
    let type = tree.typeName(of: try #require(tree.ids.first { tree[$0].kind == .typeName }))
    let modifiers = type.modifiers.isEmpty ? "" : "(" + type.modifiers.map(String.init).joined(separator: ",") + ")"
    let printed = (type.isSetOf ? "setof " : "") + (type.schema.map { $0 + "." } ?? "") + type.name + modifiers
    #expect(printed + String(repeating: "[]", count: type.arrayDimensions) == row.expected)
  }

  @Test(arguments: [
    Row("interval '1' year", "interval(4)"), Row("interval '1' day to hour", "interval(1032)"), Row("interval(3) '1'", "interval(32767,3)"),
    Row("char 'x'", "bpchar"), Row("N'x'", "bpchar"), Row("timestamp with time zone 'x'", "timestamptz"), Row("bit '1'", "bit"),
  ])
  func typesOfLiterals(_ row: Row) throws {
    let tree = try Parser.parseStatement(SQLText("SELECT \(row.text)"))
    #expect(tree.defects == [])
    let type = tree.typeName(of: try #require(tree.ids.first { tree[$0].kind == .typedLiteral }))
    #expect(type.name + (type.modifiers.isEmpty ? "" : "(" + type.modifiers.map(String.init).joined(separator: ",") + ")") == row.expected)
  }

  @Test(arguments: [
    Row("Foo.BAR", "foo bar"), Row("\"Foo\".\"b\"\"c\"", "Foo b\"c"), Row("U&\"d\\0061\".É", "da É"), Row("t.*", "t"), Row("user_id", "user_id"),
    Row(String(repeating: "é", count: 40), String(repeating: "é", count: 31)),
  ])
  func names(_ row: Row) throws {
    let tree = try Parser.parseStatement(SQLText("SELECT \(row.text)"))
    let node = try #require(tree.ids.first { tree[$0].kind == .columnReference || tree[$0].kind == .star })
    #expect(tree.qualifiedName(of: node).joined(separator: " ") == row.expected)
  }

  @Test(arguments: [Row("a != b", "<>"), Row("a || b", "||"), Row("a OPERATOR(s.@@) b", "@@"), Row("a NOT ILIKE ALL (b)", "!~~*"), Row("- a", "-")])
  func operatorNames(_ row: Row) throws {
    let tree = try Parser.parseStatement(SQLText("SELECT \(row.text)"))
    let node = try #require(tree.ids.first { tree.child(of: $0, .operator) != nil })
    #expect(tree.operatorName(of: node) == row.expected)
  }

  @Test func parameters() throws {
    let bare = try Parser.parseStatement(SQLText("SELECT $12"))
    #expect(bare.ids.filter { bare[$0].kind == .placeholder }.map { bare.parameter(of: $0) } == [12])
    let named = try Parser.parseStatement(sql("SELECT :a, :b, :a", .colon))
    #expect(named.ids.filter { named[$0].kind == .placeholder }.map { named.parameter(of: $0) } == [1, 2, 1])
    let hole = try Parser.parseStatement(sql("SELECT $⟦n⟧"))
    #expect(hole.ids.filter { hole[$0].kind == .placeholder }.map { hole.parameter(of: $0) } == [nil])
  }

  @Test func tokensAndComments() throws {
    let tree = try Parser.parseStatement(SQLText("SELECT a /* x /* y */ */ + -- z\n b"))
    let operation = try #require(tree.ids.first { tree[$0].kind == .binaryOperation })
    #expect(tree.firstToken(of: operation).map { tree.text.string(in: $0.range) } == "a")
    #expect(tree.lastToken(of: operation).map { tree.text.string(in: $0.range) } == "b")
    #expect(tree.tokens(in: tree[operation].range).count == 3)
    #expect(tree.commentRanges.map { tree.text.string(in: $0) } == ["/* x /* y */ */", "-- z"])
  }

  @Test(arguments: [
    Row("SELECT 1", "select SELECT"), Row("WITH a AS (SELECT 1) DELETE FROM b", "delete WITH"), Row("INSERT INTO t VALUES (1)", "insert INSERT"),
    Row("TABLE t", "select TABLE"), Row("CREATE TEMP TABLE IF NOT EXISTS t (a int)", "utility(command: \"CREATE TABLE\") CREATE TABLE"),
    Row("CREATE OR REPLACE FUNCTION f() RETURNS int RETURN 1", "utility(command: \"CREATE FUNCTION\") CREATE FUNCTION"),
    Row("CREATE UNIQUE INDEX ON t (a)", "utility(command: \"CREATE INDEX\") CREATE INDEX"), Row("BEGIN WORK", "utility(command: \"BEGIN\") BEGIN"),
    Row("DROP MATERIALIZED VIEW IF EXISTS v", "utility(command: \"DROP MATERIALIZED VIEW\") DROP MATERIALIZED VIEW"),
    Row("ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO a", "utility(command: \"ALTER DEFAULT PRIVILEGES\") ALTER DEFAULT PRIVILEGES"),
    Row("START TRANSACTION READ ONLY", "utility(command: \"START TRANSACTION\") START TRANSACTION"),
    Row("SET TIME ZONE 'UTC'", "utility(command: \"SET\") SET"), Row("GRANT SELECT ON t TO u", "utility(command: \"GRANT\") GRANT"),
  ])
  func statementKinds(_ row: Row) throws {
    let tree = try Parser.parseStatement(SQLText(row.text))
    #expect("\(tree.statementKind) \(tree.statementKeywords.joined(separator: " "))" == row.expected)
  }
}

import SourceText
import Testing

@testable import PostgresSyntax

/// Syntax that came with releases that the judge does not know; what the statements give is after each release's manual and gram.y.
@Suite struct NewerSyntaxTests {
  @Test(arguments: NewerSyntax.releases)
  func isMarked(_ release: (number: Int, rows: [Row])) throws {
    for row in release.rows {
      let tree = try Parser.parseStatement(SQLText(row.text))
      #expect(tree.defects == [], "\(row.text)")
      #expect(tree.outline == row.expected, "\(row.text)")
      #expect(tree.minimumRelease == release.number, "\(row.text)")
      #expect(tree.feature(missingIn: release.number) == nil, "\(row.text)")
      let use = try #require(tree.feature(missingIn: release.number - 1), "\(row.text)")
      #expect(use.feature.release == release.number)
      #expect(!tree.name(of: use).isEmpty && !tree.tokens(in: use.range).isEmpty, "\(row.text)")
    }
  }

  /// Every feature stands in a row of its release.
  @Test func everyFeatureIsThere() throws {
    let used = Set(try NewerSyntax.releases.flatMap(\.rows).flatMap { try Parser.parseStatement(SQLText($0.text)).features.map(\.feature) })
    #expect(SyntaxFeature.allCases.filter { !used.contains($0) } == [])
  }

  @Test(arguments: Corpus.expressions.map { "SELECT \($0)" } + Corpus.queries + Corpus.changes + Corpus.utilities)
  func whatRelease15AcceptsIsNoNewer(_ statement: String) throws {
    #expect(try Parser.parseStatement(SQLText(statement)).minimumRelease <= 15)
  }

  /// Names of newer functions are plain names where no clause of the newer grammar follows.
  @Test(arguments: [
    "SELECT json_object('{a,b}'), json_object(k, v), json(a), json_value(a), json_query(a, b, c) FROM t", "SELECT json_array, json_table FROM t",
    "SELECT * FROM json_table JOIN json_value USING (json_exists)", "SELECT f(json_scalar => 1)", "SELECT s.json_array(1), \"json_array\"(1)",
    "SELECT s.merge_action(), merge_action(1), s.system_user, \"system_user\" FROM t", "SELECT a format, b absent FROM t",
    "SELECT json_objectagg(DISTINCT a), json_arrayagg(ALL a) FROM t", "CREATE TABLE period (period int, enforced int, virtual text)",
  ])
  func newerWordsAreNames(_ statement: String) throws {
    let tree = try Parser.parseStatement(SQLText(statement))
    #expect(tree.features == [])
    #expect(!tree.nodes.contains { $0.kind == .specialFunction || $0.kind == .specialTable || $0.kind == .sqlValueFunction })
  }

  @Test(arguments: [
    Row("SELECT json_object('a': )", #"syntax error at or near ")""#), Row("SELECT json_value(a, '$' DEFAULT 1)", #"syntax error at or near ")""#),
    Row("SELECT json_array(1 ABSENT ON 2)", #"syntax error at or near "2""#),
    Row("SELECT * FROM json_table(a, '$')", #"syntax error at or near ")""#), Row("SELECT * FROM json_table(a, '$' COLUMNS ())", #"syntax error at or near ")""#),
    Row("UPDATE t SET a = 1 RETURNING WITH (a AS b) c", #"syntax error at or near "a""#),
    Row("MERGE INTO t USING s ON a WHEN NOT MATCHED BY x THEN DO NOTHING", #"syntax error at or near "x""#),
    Row("CREATE TABLE t (a int, UNIQUE (a) ENFORCED)", "UNIQUE constraints cannot be marked ENFORCED"),
    Row("SELECT 1_", #"trailing junk after numeric literal at or near "1_""#), Row("SELECT 0x", #"trailing junk after numeric literal at or near "0x""#),
  ])
  func errors(_ row: Row) throws {
    let error = try #require(throws: SyntaxError.self) { try Parser.parseStatement(SQLText(row.text)) }
    #expect(error.message == row.expected)
  }
}

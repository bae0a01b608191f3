import PostgresSyntax
import Results
import SourceText
import Testing

@testable import Pipeline

@Suite struct CommonFolderTests {
  @Test(arguments: [
    (["a/b/c.sql"], "a/b"), (["a/b/c.sql", "a/d.sql"], "a"), (["a.sql"], "."), (["./a/x.sql", "a/y.sql"], "a"), (["/x/a.sql"], "/x"),
    (["/a.sql"], "/"), (["a/x.sql", "b/y.sql"], "."), ([], "."), (["../a/x.sql"], "../a"),
  ])
  func ofFiles(_ paths: [String], _ folder: String) {
    #expect(CommonFolder.of(paths) == folder)
  }

  @Test(arguments: [("a/b/c.sql", "a", "b/c.sql"), ("./a.sql", ".", "a.sql"), ("/x/a.sql", "/x", "a.sql"), ("/a.sql", "/", "a.sql")])
  func relativePaths(_ path: String, _ folder: String, _ expected: String) {
    #expect(CommonFolder.relative(path, to: folder) == expected)
  }
}

extension CommonFolderTests {
  @Test(arguments: [
    ("src", "db/a.sql", "../db/a.sql"), ("src", "src/db/a.sql", "db/a.sql"), (".", "db/a.sql", "db/a.sql"), ("a/b", "a/c.sql", "../c.sql"),
    ("/w/src", "db/a.sql", "../db/a.sql"), ("src", "/w/db/a.sql", "../db/a.sql"), ("/x", "/y/a.sql", "../y/a.sql"), ("../a", "db/x.sql", "db/x.sql"),
    ("../a", "../a/x.sql", "x.sql"), ("../a/b", "../a/x.sql", "../x.sql"),
  ])
  func routes(_ folder: String, _ path: String, _ expected: String) {
    #expect(CommonFolder.route(from: folder, to: path, workingFolder: "/w") == expected)
    let document = ResultDocument(toolVersion: "", target: "", root: folder)
    if !folder.hasPrefix("/"), !path.hasPrefix("/") { #expect(document.displayPath(expected) == path || expected == path) }
  }
}

@Suite struct UncheckedTextTests {
  @Test(arguments: [
    ("DO $$ BEGIN NULL; END $$", "$$ BEGIN NULL; END $$"), ("EXECUTE q(1)", "q"), ("EXPLAIN ANALYZE EXECUTE q", "q"), ("DEALLOCATE PREPARE q", "q"),
    ("FETCH FORWARD 10 FROM c", "c"), ("MOVE c", "c"), ("CLOSE c;", "c"),
    ("CREATE OR REPLACE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'", "'SELECT 1'"),
  ])
  func isFound(_ sql: String, _ part: String) throws {
    let tree = try Parser.parseStatement(SQLText(sql))
    let found = try #require(UncheckedText(in: tree))
    #expect(tree.text.string(in: found.range) == part)
  }

  @Test(arguments: [
    "SELECT 1", "DEALLOCATE ALL", "CLOSE ALL", "CREATE TABLE t (execute int)", "PREPARE q AS SELECT 1", "EXPLAIN SELECT 1",
    "CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql RETURN a + 1", "DECLARE c CURSOR FOR SELECT 1",
  ])
  func isNotThere(_ sql: String) throws {
    #expect(UncheckedText(in: try Parser.parseStatement(SQLText(sql))) == nil)
  }
}

@Suite struct PlaceholderStyleTests {
  @Test(arguments: [
    ("SELECT $1", PlaceholderStyle.dollar), ("SELECT ?", .question), ("SELECT %s, %(a)s", .percent), ("SELECT :a", .colon),
    ("SELECT @a", .at), ("SELECT 'a:b', x::text", .dollar), ("", .dollar),
  ])
  func isTakenFromTheText(_ sql: String, _ style: PlaceholderStyle) {
    #expect(TextInput.style(of: Array(sql.utf8)) == style)
  }

  @Test func eachStatementOfATextNumbersItsOwnNames() {
    let statements = TextInput(name: "x", bytes: Array("SELECT :a, :b; SELECT :b, :a; SELECT 1".utf8)).statements(.colon)
    #expect(statements.map { $0.text.atoms.compactMap(\.parameter) } == [[1, 2], [1, 2], []])
    let dollars = TextInput(name: "x", bytes: Array("SELECT $2; SELECT $1".utf8)).statements(.dollar)
    #expect(dollars.map { $0.text.atoms.compactMap(\.parameter) } == [[2], [1]])
  }
}

@Suite struct ConvertedTextTests {
  private func result(_ status: StatementStatus, _ rewritten: String?, _ range: ByteRange) -> StatementResult {
    let place = SourcePosition(offset: range.start, line: 1, column: 1)
    var result = StatementResult(
      id: "", fingerprint: "", file: "", language: "sql", kind: "statement", confidence: "certain",
      range: SourceRange(start: place, end: place), literals: [], sql: SQLText(""), status: status,
      findings: status >= .review ? [Finding(rule: "why", severity: .error, message: "it is so", help: "do this", range: range)] : [])
    result.rewritten = rewritten
    return result
  }

  private func text(_ source: String, _ parts: [(String, StatementStatus, String?)]) -> String {
    let bytes = Array(source.utf8)
    var ranges: [ByteRange] = []
    for (part, _, _) in parts {
      let start = bytes[(ranges.last?.end ?? 0)...].firstRange(of: Array(part.utf8))?.lowerBound ?? 0
      ranges.append(ByteRange(start, start + part.utf8.count))
    }
    let results = zip(parts, ranges).map { result($0.1, $0.2, $1) }
    return String(decoding: ConvertedText(bytes, ranges, results).bytes, as: UTF8.self)
  }

  @Test func statementsAreReplacedAndTheRestStays() {
    #expect(text("-- a\nA ;\n\n B;", [("A", .converted, "X"), ("B", .unchanged, "B")]) == "-- a\nX ;\n\n B;\n")
  }

  @Test func whatIsNotConvertedIsAComment() {
    #expect(text("A;\nB;\n", [("A", .manual, nil), ("B", .unchanged, "B")]) == "-- manual[why]: it is so; do this\n-- A;\nB;\n")
    #expect(
      text("A; B;\n", [("A", .invalid, nil), ("B", .unchanged, "B")]) == "-- invalid[why]: it is so; do this\n-- A; \nB;\n")
    #expect(
      text("C; A\n  b;\n", [("C", .unchanged, "C"), ("A\n  b", .manual, nil)])
        == "C; \n-- manual[why]: it is so; do this\n-- A\n--   b;\n")
  }

  @Test func whatIsToReviewKeepsItsRewriteUnderARemark() {
    #expect(text("A;\n", [("A", .review, "X")]) == "-- review[why]: it is so; do this\nX;\n")
  }
}

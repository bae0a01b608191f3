import Foundation
import Testing

@Suite struct ParseCommandTests {
  @Test func aValidTextIsQuiet() throws {
    let output = try TemporaryFolder().sqlferry("parse", input: "SELECT 1; SELECT a FROM t WHERE b = $1;")
    #expect(output.status == 0)
    #expect(output.stdout == "")
    #expect(output.stderr == "")
  }

  @Test func anErrorIsToldWithItsPlaceInTheFile() throws {
    let folder = try TemporaryFolder()
    try folder.write("q.sql", "SELECT 1;\n\nSELECT *\n  FORM t;\n")
    let output = try folder.sqlferry("parse", "q.sql")
    #expect(output.status == 0)
    #expect(output.stderr.contains("q.sql:4:3: error[syntax-error]: syntax error at or near \"FORM\" (SQLSTATE 42601)"))
    #expect(try folder.sqlferry("parse", "q.sql", "--fail-on", "error").status == 1)
  }

  @Test func theDocumentHasAnEntryForEachStatementOfEachFile() throws {
    let folder = try TemporaryFolder()
    try folder.write("a/one.sql", "SELECT 1 + 2 * 3;\n")
    try folder.write("a/two.sql", "SELEC 1;\n")
    let output = try folder.sqlferry("parse", "--print", "--format", "json", "a/one.sql", "a/two.sql")
    #expect(output.status == 0)
    let document = try output.json()
    #expect(document["root"] as? String == "a")
    let statements = try #require(document["statements"] as? [[String: Any]])
    #expect(statements.map { $0["file"] as? String } == ["one.sql", "two.sql"])
    #expect(statements[0]["status"] is NSNull)
    #expect(statements[0]["printed"] as? String == "SELECT (1 + (2 * 3))")
    #expect(statements[1]["status"] as? String == "invalid")
    let validation = try #require(statements[1]["validation"] as? [String: Any])
    #expect(validation["sqlstate"] as? String == "42601")
    #expect(validation["by"] as? String == "syntax")
  }

  @Test(arguments: [
    ("question", "SELECT ? + ?"), ("percent", "SELECT %s, %(name)s"), ("colon", "SELECT :a, :b::text"), ("at", "SELECT @name"),
    ("auto", "SELECT a FROM t WHERE x = :x AND y = :y"),
  ])
  func placeholdersOfEveryStyleAreRead(_ style: String, _ sql: String) throws {
    let output = try TemporaryFolder().sqlferry("parse", "--placeholders", style, "--format", "json", input: sql)
    let statements = try #require(try output.json()["statements"] as? [[String: Any]])
    #expect(statements.count == 1)
    #expect(statements.first?["status"] is NSNull, "\(output.stdout)")
    #expect((statements.first?["atoms"] as? [Any])?.isEmpty == false)
  }

  @Test func whatCannotBeReadIsSaidAndTheRestIsDone() throws {
    let folder = try TemporaryFolder()
    try folder.write("good.sql", "SELECT 1")
    try folder.write("latin.sql", Data([0x53, 0x45, 0x4C, 0x45, 0x43, 0x54, 0x20, 0x27, 0xE9, 0x27]))
    let output = try folder.sqlferry("parse", "--format", "json", "good.sql", "latin.sql", "missing.sql")
    #expect(output.status == 2)
    #expect((try output.json()["statements"] as? [Any])?.count == 1)
    #expect(output.stderr.contains("latin.sql: error[not-utf8]:"))
    #expect(output.stderr.contains("missing.sql: error[unreadable]: there is no file"))
  }

  @Test func hundredsOfFilesTakeNoTime() throws {
    let folder = try TemporaryFolder()
    let names = try (0..<400).map { number in
      try folder.write("\(number).sql", "SELECT a, b FROM t\(number) WHERE x = 1 AND y IN (1, 2, 3) ORDER BY 1;\n")
      return "\(number).sql"
    }
    let start = ContinuousClock.now
    let output = try folder.sqlferry.run(["parse", "--print", "--format", "json"] + names)
    #expect(ContinuousClock.now - start < .seconds(10))
    #expect((try output.json()["statements"] as? [Any])?.count == 400)
  }
}

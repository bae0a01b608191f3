import Foundation
import Results
import SourceText
import Testing

@testable import Reports

private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

@Suite struct TextReporterTests {
  @Test func theWholeReport() {
    #expect(
      text(TextReporter().report(sampleDocument())) == #"""
        src/app/user.go:1:17: unchanged SELECT 1
        src/app/user.go:42:17: converted SELECT id::text FROM users
        src/app/user.go:51:17: review SELECT a FROM t ORDER BY a
        src/app/user.go:52:3: warning[null-order]: NULLs sort 50% first, or last
          help: check: it
        src/app/user.go:51:17: info[error-lost]: division by zero gives NULL
        src/app/user.go:60:17: manual INSERT INTO t VALUES (1) RETURNING id
        src/app/user.go:60:17: error[returning]: MySQL has no RETURNING
          help: read LastInsertId()
        src/app/é evil\x1b[31m.go:70:17: invalid SELECT emial FROM users
        src/app/é evil\x1b[31m.go:70:17: error[rejected]: column "emial" does not exist (SQLSTATE 42703)

        files         3
        statements    5
          unchanged   1
          converted   1
          review      1
          manual      1
          invalid     1

        """#)
  }

  @Test func showsTextsBeforeAndAfter() {
    let report = text(TextReporter(showsTexts: true, least: .error).report(sampleDocument()))
    #expect(report.contains("converted SELECT id::text FROM users\n    - SELECT id::text FROM users\n    + SELECT CAST(id AS CHAR) FROM users\n"))
    #expect(report.contains("    - SELECT a\n    -   FROM t\n    -  ORDER BY a\n    + SELECT a\n    +   FROM t\n    +  ORDER BY a IS NULL, a\n"))
    #expect(report.contains("    1 INSERT INTO t VALUES (1)\n    2 SELECT LAST_INSERT_ID()\n    run both on one connection\n"))
    #expect(!report.contains("null-order"))
  }

  @Test func coloursOnlyWhenAsked() {
    let coloured = text(TextReporter(style: TerminalStyle(usesColour: true)).report(sampleDocument()))
    #expect(coloured.contains("\u{1B}[32mconverted\u{1B}[0m"))
    #expect(coloured.contains("\u{1B}[31merror[returning]:\u{1B}[0m"))
    #expect(!text(TextReporter().report(sampleDocument())).contains("\u{1B}"))
  }

  @Test func findingNothingIsSaidLoudly() {
    let empty = ResultDocument(toolVersion: "1", target: "", root: "src\u{1B}", files: 2)
    #expect(text(TextReporter().report(empty)).hasPrefix("NO SQL STATEMENT FOUND in 2 files under src\\x1b: "))
    let none = ResultDocument(toolVersion: "1", target: "", root: ".", files: 0)
    #expect(text(TextReporter().report(none)).contains("in 0 files under .: no file of a known language is there"))
  }

  @Test func diagnosticsAreForStandardError() {
    #expect(
      TextReporter().diagnostics(sampleDocument()) == """
        src/big.go: warning[file-too-large]: 5 MB; skipped
          help: raise the limit
        src/app/user.go:3:2: info[host-driver]: imports pgx
        sqlferry: error[server-lost]: the server closed the connection

        """)
  }

  @Test(arguments: [(".", "f"), ("", "f"), ("/abs", "f"), ("./src/", "src/f"), ("a/b", "a/b/f"), ("..", "../f"), ("./", "f")])
  func paths(root: String, expected: String) {
    #expect(ResultDocument(toolVersion: "", target: "", root: root).displayPath("f") == expected)
  }
}

@Suite struct GitHubReporterTests {
  @Test func annotations() {
    #expect(
      text(GitHubReporter().report(sampleDocument(root: "."))) == #"""
        ::warning file=app/user.go,line=52,endLine=52,col=3,endColumn=4,title=null-order::NULLs sort 50%25 first, or%0Alast%0Ahelp: check: it
        ::notice file=app/user.go,line=51,endLine=51,col=17,endColumn=37,title=error-lost::division by zero gives NULL
        ::error file=app/user.go,line=60,endLine=60,col=17,endColumn=37,title=returning::MySQL has no RETURNING%0Ahelp: read LastInsertId()
        ::error file=app/é evil\x1b[31m.go,line=70,endLine=70,col=17,endColumn=37,title=rejected::column "emial" does not exist (SQLSTATE 42703)
        ::warning file=big.go,title=file-too-large::5 MB; skipped%0Ahelp: raise the limit
        ::notice file=app/user.go,line=3,endLine=3,col=2,endColumn=3,title=host-driver::imports pgx
        ::error title=server-lost::the server closed the connection
        ::notice title=sqlferry::5 statements in 3 files: 1 unchanged, 1 converted, 1 review, 1 manual, 1 invalid

        """#)
  }

  @Test func propertiesCannotBeFaked() {
    var document = sampleDocument()
    document.statements[1].file = "a,line=9::b\n::error::x"
    document.statements[1].findings = [Finding(rule: "r", severity: .info, message: "m\r\n::error::x", range: ByteRange(0, 1))]
    document.statements = [document.statements[1]]
    document.diagnostics = []
    let lines = text(GitHubReporter().report(document)).split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines[0] == "::notice file=src/a%2Cline=9%3A%3Ab%0A%3A%3Aerror%3A%3Ax,line=42,endLine=42,col=17,endColumn=37,title=r::m%0D%0A::error::x")
  }
}

@Suite struct SARIFReporterTests {
  @Test func aLogOfOneRun() throws {
    var document = sampleDocument()
    document.isIncomplete = true
    let log = try #require(try JSONSerialization.jsonObject(with: Data(SARIFReporter().report(document))) as? [String: Any])
    #expect(log["version"] as? String == "2.1.0")
    let run = try #require((log["runs"] as? [[String: Any]])?.first)
    let driver = try #require((run["tool"] as? [String: [String: Any]])?["driver"])
    #expect(driver["name"] as? String == "sqlferry" && driver["version"] as? String == "0.1.0")
    let rules = try #require(driver["rules"] as? [[String: String]]).compactMap { $0["id"] }
    #expect(rules == ["error-lost", "file-too-large", "host-driver", "null-order", "rejected", "returning", "server-lost"])
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(results.compactMap { $0["ruleId"] as? String } == ["null-order", "error-lost", "returning", "rejected"])
    #expect(results.compactMap { $0["level"] as? String } == ["warning", "note", "error", "error"])
    for result in results { #expect(rules[try #require(result["ruleIndex"] as? Int)] == result["ruleId"] as? String) }
    let location = try #require((results[3]["locations"] as? [[String: [String: Any]]])?.first?["physicalLocation"])
    #expect((location["artifactLocation"] as? [String: String])?["uri"] == "src/app/%C3%A9%20evil%1B%5B31m.go")
    #expect((location["region"] as? [String: Int]) == ["startLine": 70, "endLine": 70, "byteOffset": 7017, "byteLength": 20])
    let invocation = try #require((run["invocations"] as? [[String: Any]])?.first)
    #expect(invocation["executionSuccessful"] as? Bool == false)
    #expect((invocation["toolExecutionNotifications"] as? [Any])?.count == 3)
  }

  @Test func anEmptyLog() throws {
    let empty = ResultDocument(toolVersion: "1", target: "", root: ".")
    let log = try #require(try JSONSerialization.jsonObject(with: Data(SARIFReporter().report(empty))) as? [String: Any])
    #expect(((log["runs"] as? [[String: Any]])?.first?["results"] as? [Any])?.isEmpty == true)
  }
}

@Suite struct ReportFormatTests {
  @Test(arguments: ReportFormat.allCases) func everyFormatIsStableAndEndsItsLine(format: ReportFormat) throws {
    let document = sampleDocument()
    let report = format.reporter().report(document)
    #expect(report == format.reporter().report(document))
    #expect(report.last == 0x0A)
    if format == .json || format == .jsonl { #expect(try ResultDocument(json: report).json == document.json) }
  }
}

@Suite struct TerminalTextTests {
  @Test(arguments: [
    ("plain", "plain"), ("a\tb\nc", "a\tb\nc"), ("\u{1B}[2J\u{7}", "\\x1b[2J\\x07"), ("é文", "é文"), ("\u{9B}31m", "\\x9b31m"),
    ("a\u{202E}b", "a\\u202eb"), ("a\rb", "a\\x0db"), ("\u{FEFF}a\u{2028}", "\\ufeffa\\u2028"), ("\u{0}", "\\x00"),
  ]) func controlCharactersAreShown(text: String, expected: String) { #expect(TerminalText.safe(text) == expected) }

  @Test(arguments: [
    ("  SELECT\n\t1 ", 20, "SELECT 1"), ("abcdef", 6, "abcdef"), ("abcdefg", 6, "abcde…"), ("", 5, ""), ("a\u{1B}b", 10, "a\\x1bb"),
    (String(repeating: " ", count: 10_000) + "x", 5, ""), ("ééééééé", 4, "ééé…"),
  ]) func excerpts(text: String, limit: Int, expected: String) { #expect(TerminalText.excerpt(text, limit: limit) == expected) }

  @Test(arguments: [
    (true, [:], true, true), (false, [:], true, false), (true, ["NO_COLOR": "1"], true, false), (true, ["NO_COLOR": ""], true, true), (true, [:], false, false),
    (true, ["TERM": "dumb"], true, false),
  ] as [(Bool, [String: String], Bool, Bool)]) func colours(option: Bool, environment: [String: String], isTerminal: Bool, expected: Bool) {
    #expect(TerminalStyle.isWanted(option: option, environment: environment, isTerminal: isTerminal) == expected)
  }
}

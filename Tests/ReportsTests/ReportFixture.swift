import Results
import SourceText

/// Places count from line 1, column 1; offsets do not matter to the reports that show lines.
func place(_ line: Int, _ column: Int, length: Int = 1) -> SourceRange {
  let offset = line * 100 + column
  return SourceRange(
    start: SourcePosition(offset: offset, line: line, column: column),
    end: SourcePosition(offset: offset + length, line: line, column: column + length))
}

func statement(_ status: StatementStatus?, _ sql: String, _ replacement: String? = nil, line: Int, file: String = "app/user.go") -> StatementResult {
  var result = StatementResult(
    id: "id\(line)", fingerprint: "f\(line)", file: file, language: "go", kind: "statement", confidence: "certain",
    range: place(line, 17, length: 20), literals: [], sql: SQLText(sql), status: status)
  result.replacement = replacement
  result.rewritten = replacement
  return result
}

/// One statement of each status, with what makes reports difficult.
func sampleDocument(root: String = "src") -> ResultDocument {
  var document = ResultDocument(toolVersion: "0.1.0", target: "mysql-8.4", root: root, files: 3)
  var review = statement(.review, "SELECT a\n  FROM t\n ORDER BY a", "SELECT a\n  FROM t\n ORDER BY a IS NULL, a", line: 51)
  review.findings = [
    Finding(rule: "null-order", severity: .warning, message: "NULLs sort 50% first, or\nlast", help: "check: it", range: ByteRange(1, 2)),
    Finding(rule: "error-lost", severity: .info, message: "division by zero gives NULL", range: ByteRange(0, 1)),
  ]
  review.findingPlaces = [place(52, 3)]
  var manual = statement(.manual, "INSERT INTO t VALUES (1) RETURNING id", line: 60)
  manual.findings = [Finding(rule: "returning", severity: .error, message: "MySQL has no RETURNING", help: "read LastInsertId()", range: ByteRange(25, 34))]
  manual.recipe = .init(
    statements: [.init(sql: "INSERT INTO t VALUES (1)", parameters: [], returns: false), .init(sql: "SELECT LAST_INSERT_ID()", parameters: [], returns: true)],
    host: "run both on one connection")
  var invalid = statement(.invalid, "SELECT emial FROM users", line: 70, file: "app/é evil\u{1B}[31m.go")
  invalid.validation = Validation(by: .server, ok: false, sqlstate: "42703", error: "column \"emial\" does not exist")
  document.statements = [
    statement(.unchanged, "SELECT 1", "SELECT 1", line: 1), statement(.converted, "SELECT id::text FROM users", "SELECT CAST(id AS CHAR) FROM users", line: 42),
    review, manual, invalid,
  ]
  document.diagnostics = [
    Diagnostic(file: "big.go", rule: "file-too-large", severity: .warning, message: "5 MB; skipped", help: "raise the limit"),
    Diagnostic(file: "app/user.go", range: place(3, 2), rule: "host-driver", severity: .info, message: "imports pgx"),
    Diagnostic(rule: "server-lost", severity: .error, message: "the server closed the connection"),
  ]
  return document
}

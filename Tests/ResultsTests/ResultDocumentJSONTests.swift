import Foundation
import SourceText
import Testing

@testable import Results

/// A document with a value in every field.
func fullDocument() -> ResultDocument {
  var statement = StatementResult(
    id: StatementResult.makeID(file: "a/é.go", fingerprint: "f", ordinal: 0), fingerprint: "f", file: "a/é.go", language: "go",
    kind: "statement", confidence: "certain",
    range: SourceRange(start: SourcePosition(offset: 10, line: 2, column: 3), end: SourcePosition(offset: 40, line: 2, column: 33)),
    literals: [.init(range: ByteRange(10, 30)), .init(file: "b.go", range: ByteRange(1, 9))],
    sql: SQLText("SELECT $1 \"x\\\u{1}\n\" FROM ⟦t⟧", atoms: [
      Atom(range: ByteRange(7, 9), kind: .placeholder, parameter: 1), Atom(range: ByteRange(22, 29), kind: .hole),
    ]), status: .review,
    validation: Validation(
      by: .server, ok: true, parameters: ["int8"], columns: [.init(name: "id", type: "int8", nullable: false)]),
    findings: [Finding(rule: "r", severity: .warning, message: "m", help: "h", range: ByteRange(7, 9))])
  statement.variant = .init(group: "g", number: 1, of: 3)
  (statement.rewritten, statement.parameters, statement.replacement) = ("SELECT ?", [1, 1, 2], "SELECT ?")
  statement.bindings = [.init(parameter: 2, was: "text[]", as: "json", edited: true)]
  statement.results = [.init(column: 2, was: "bool", arrives: "tinyint(1)", host: "int64")]
  statement.recipe = .init(statements: [.init(sql: "UPDATE", parameters: [2, 1], returns: false)], host: "do it")
  statement.prepared = "mysql-9.7.4"
  var document = ResultDocument(toolVersion: "0.1.0", target: "mysql-8.4", root: "samples", files: 4)
  document.statements = [statement, bareStatement()]
  document.diagnostics = [
    Diagnostic(
      file: "x", range: statement.range, rule: "file-changed", severity: .error, message: "m", help: "h"),
    Diagnostic(rule: "server-lost", severity: .warning, message: "m"),
  ]
  return document
}

func bareStatement() -> StatementResult {
  let start = SourcePosition(offset: 0, line: 1, column: 1)
  return StatementResult(
    id: "i", fingerprint: "f", file: "b", language: "sql", kind: "fragment", confidence: "likely",
    range: SourceRange(start: start, end: start), literals: [], sql: SQLText(""), status: nil)
}

private let full = [
  #"{"id":"ID","fingerprint":"f","file":"a/é.go","language":"go","kind":"statement","confidence":"certain","#,
  #""range":{"start":{"offset":10,"line":2,"column":3},"end":{"offset":40,"line":2,"column":33}},"#,
  #""literals":[{"file":null,"start":10,"end":30},{"file":"b.go","start":1,"end":9}],"#,
  #""variant":{"group":"g","number":1,"of":3},"sql":"SELECT $1 \"x\\\u0001\n\" FROM ⟦t⟧","#,
  #""atoms":[{"start":7,"end":9,"kind":"placeholder","parameter":1},{"start":22,"end":29,"kind":"hole","parameter":null}],"#,
  #""rewritten":"SELECT ?","parameters":[1,1,2],"replacement":"SELECT ?","#,
  #""bindings":[{"parameter":2,"was":"text[]","as":"json","edited":true}],"#,
  #""results":[{"column":2,"was":"bool","arrives":"tinyint(1)","host":"int64"}],"#,
  #""recipe":{"statements":[{"sql":"UPDATE","parameters":[2,1],"returns":false}],"host":"do it"},"status":"review","#,
  #""validation":{"by":"server","ok":true,"sqlstate":null,"error":null,"parameters":["int8"],"#,
  #""columns":[{"name":"id","type":"int8","nullable":false}]},"evidence":{"prepared":"mysql-9.7.4"},"#,
  #""findings":[{"rule":"r","severity":"warning","message":"m","help":"h","start":7,"end":9}]},"#,
].joined()

private let bare = [
  #"{"id":"i","fingerprint":"f","file":"b","language":"sql","kind":"fragment","confidence":"likely","#,
  #""range":{"start":{"offset":0,"line":1,"column":1},"end":{"offset":0,"line":1,"column":1}},"literals":[],"variant":null,"#,
  #""sql":"","atoms":[],"rewritten":null,"parameters":null,"replacement":null,"bindings":[],"results":[],"recipe":null,"#,
  #""status":null,"validation":{"by":"none","ok":null,"sqlstate":null,"error":null,"parameters":[],"columns":[]},"#,
  #""evidence":{"prepared":null},"findings":[]}],"#,
].joined()

@Suite struct ResultDocumentJSONTests {
  @Test func writesEveryFieldInOrder() {
    let json = String(decoding: fullDocument().json, as: UTF8.self)
    let lines = json.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[0] == #"{"version":1,"tool":{"name":"sqlferry","version":"0.1.0"},"target":"mysql-8.4","root":"samples","#)
    #expect(lines[1] == #""summary":{"files":4,"statements":2,"unchanged":0,"converted":0,"review":1,"manual":0,"invalid":0},"#)
    #expect(lines[2] == #""statements":["#)
    let id = StatementResult.makeID(file: "a/é.go", fingerprint: "f", ordinal: 0)
    #expect(lines[3] == full.replacing("ID", with: id))
    #expect(lines[4] == bare)
    #expect(lines[7] == #"{"file":null,"range":null,"rule":"server-lost","severity":"warning","message":"m","help":""}]}"#)
    #expect(lines.count == 9)
  }

  @Test func readsWhatItWrote() throws {
    let document = fullDocument()
    let read = try ResultDocument(json: document.json)
    #expect(read.json == document.json)
    #expect(read.files == 4)
  }

  @Test func readsLines() throws {
    let document = fullDocument()
    let lines = document.jsonlHead + document.statements.flatMap(\.jsonLine) + document.jsonlTail
    #expect(lines.split(separator: 0x0A).count == 4)
    #expect(try ResultDocument(json: lines).json == document.json)
    let cut = document.jsonlHead + document.statements[0].jsonLine
    #expect(try ResultDocument(json: cut).statements.count == 1)
  }

  @Test func anEmptyDocument() throws {
    let document = ResultDocument(toolVersion: "1", target: "mysql-8.4", root: ".")
    let object = try #require(try JSONSerialization.jsonObject(with: Data(document.json)) as? [String: Any])
    #expect((object["statements"] as? [Any])?.isEmpty == true)
    #expect(try ResultDocument(json: document.json).json == document.json)
  }

  @Test func badUTF8MovesOffsets() throws {
    var statement = bareStatement()
    statement.sql = SQLText(bytes: [0x61, 0xFF, 0x24, 0x31], atoms: [Atom(range: ByteRange(2, 4), kind: .placeholder, parameter: 1)])
    statement.findings = [Finding(rule: "r", severity: .info, message: "", range: ByteRange(2, 4))]
    var document = ResultDocument(toolVersion: "1", target: "", root: "")
    document.statements = [statement]
    let read = try ResultDocument(json: document.json).statements[0]
    #expect(read.sql.string == "a\u{FFFD}$1")
    #expect(read.sql.string(in: read.sql.atoms[0].range) == "$1")
    #expect(read.findings[0].range == read.sql.atoms[0].range)
  }

  @Test(arguments: [
    ("", "not a result document"), ("[]", "not a result document"), ("{\"version\": 2, \"tool\": {\"version\": \"9\"}, \"target\": \"\", \"root\": \"\"}", "version 2"),
    (#"{"version":1,"tool":{"version":"1"},"target":"","root":"","summary":{"files":0},"statements":[]}"#, "diagnostics"),
    (#"{"version":1,"tool":{"version":"1"},"target":"","root":"","summary":{"files":0},"statements":[],"diagnostics":[{"rule":"r","severity":"odd","message":"","help":""}]}"#,
      #"unknown severity "odd""#),
  ])
  func saysWhatIsWrong(text: String, part: String) {
    #expect { try ResultDocument(json: Array(text.utf8)) } throws: { "\($0)".contains(part) }
  }

  @Test(.timeLimit(.minutes(20))) func writesALargeDocument() {
    var document = fullDocument()
    document.statements = (0..<20_000).map { _ in document.statements[0] }
    let json = document.json
    #expect(json.count > 20_000 * 500)
  }
}

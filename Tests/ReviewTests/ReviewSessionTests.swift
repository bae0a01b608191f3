import Foundation
import Results
import SourceText
import Testing

@testable import Review

private let host = "package main\n\nvar a = `SELECT 1::int`\nvar b = `SELECT 2::int`\nvar c = `SELECT 3::int`\nvar d = 4\n"

/// A suggestion that takes the cast off a number.
private func suggestion(_ number: Int, status: StatementStatus = .converted) -> StatementResult {
  let bytes = Array(host.utf8)
  let start = bytes.indices.first { bytes[$0...].starts(with: "SELECT \(number)::int".utf8) } ?? 0
  let range = ByteRange(start - 1, start + 14)
  var result = StatementResult(
    id: "\(number)", fingerprint: "\(number)", file: "main.go", language: "go", kind: "statement", confidence: "certain",
    range: LineMap(bytes).range(of: range), literals: [.init(range: range)], sql: SQLText("SELECT \(number)::int"), status: status)
  if status.hasRewriting {
    result.replacement = "SELECT \(number)"
    result.edits = [FileEdit(file: "main.go", edit: TextEdit(ByteRange(start + 8, start + 13), with: []))]
  }
  return result
}

/// A console that answers from a list and keeps what is written.
private final class Script {
  var answers: [String]
  var written = ""
  init(_ answers: [String]) { self.answers = answers }
  var console: ReviewSession.Console {
    .init(write: { self.written += $0 }, readLine: { self.answers.isEmpty ? nil : self.answers.removeFirst() })
  }
}

private func document() -> ResultDocument {
  var document = ResultDocument(toolVersion: "1", target: "mysql-8.4", root: ".", files: 1)
  document.statements = [suggestion(1), suggestion(9, status: .manual), suggestion(2, status: .review), suggestion(3)]
  document.statements[2].findings = [
    Finding(rule: "r", severity: .warning, message: "look \u{1B}[2Jhere", help: "do this", range: ByteRange(0, 1))
  ]
  return document
}

private struct Failure: Error {}

@Suite struct ReviewSessionTests {
  private func session(_ ledger: DecisionLedger = DecisionLedger(), colour: Bool = false) -> ReviewSession {
    ReviewSession(
      document(), originals: ["main.go": Array(host.utf8)], ledger: ledger, style: TerminalStyle(usesColour: colour))
  }

  @Test func showsASuggestion() throws {
    let script = Script(["q"])
    var session = session()
    _ = try session.run(script.console) { _ in }
    #expect(
      script.written == """

        [1/3] main.go:3:9 converted
        @@ -1,6 +1,6 @@
         package main
         
        -var a = `SELECT 1::int`
        +var a = `SELECT 1`
         var b = `SELECT 2::int`
         var c = `SELECT 3::int`
         var d = 4
        accept this rewrite? [y,n,s,q,?] 0 accepted, 0 rejected, 0 skipped, 3 undecided

        """)
  }

  @Test func findingsAndColours() throws {
    let script = Script(["y"])
    var session = session(colour: true)
    _ = try session.run(script.console) { _ in }
    #expect(script.written.contains("\u{1B}[31m-var b = `SELECT 2::int`\u{1B}[0m\n\u{1B}[32m+var b = `SELECT 2`\u{1B}[0m\n"))
    #expect(script.written.contains("4:9: \u{1B}[33mwarning[r]:\u{1B}[0m look \\x1b[2Jhere\n  help: do this\n"))
  }

  @Test func goesOnWhereItStopped() throws {
    let first = Script(["y", "q"])
    var session = session()
    var saved: [DecisionLedger] = []
    let left = try session.run(first.console) { saved.append($0) }
    #expect(left == ReviewSession.Outcome(accepted: ["1"], decided: 1, isFinished: false, wantsWriting: false))
    #expect(saved.count == 1)

    let second = Script(["s", " N ", "y"])
    var next = self.session(try #require(saved.last))
    #expect(next.open.map(\.id) == ["2", "3"])
    let finished = try next.run(second.console) { saved.append($0) }
    #expect(finished == ReviewSession.Outcome(accepted: ["1"], decided: 2, isFinished: true, wantsWriting: true))
    #expect(second.written.contains("[1/2] main.go:4:9 review"))
    #expect(second.written.contains("1 accepted, 1 rejected, 1 skipped, 0 undecided\nwrite the accepted rewrite now? [y,n] "))

    let third = self.session(try #require(saved.last))
    #expect(third.open.map(\.id) == ["2"], "what was skipped comes again, last")
  }

  @Test func endOfInputLeaves() throws {
    let script = Script(["y"])
    var session = session()
    let outcome = try session.run(script.console) { _ in }
    #expect(outcome == ReviewSession.Outcome(accepted: ["1"], decided: 1, isFinished: false, wantsWriting: false))
    let end = Script(["y", "y", "y"])
    var all = self.session()
    #expect(try all.run(end.console) { _ in }.wantsWriting == false)
  }

  @Test func helpAndNonsense() throws {
    let script = Script(["?", "what", "", "yes", "q"])
    var session = session()
    #expect(try session.run(script.console) { _ in }.accepted == ["1"])
    #expect(script.written.components(separatedBy: "s - skip it").count == 4)
  }

  @Test func anAnswerThatCannotBeKeptIsNotTaken() {
    let script = Script(["y", "y"])
    var session = session()
    #expect(throws: Failure.self) { try session.run(script.console) { _ in throw Failure() } }
    #expect(session.open.count == 3)
  }

  @Test func nothingToAsk() throws {
    let script = Script([])
    var empty = ReviewSession(ResultDocument(toolVersion: "", target: "", root: "."), originals: [:], ledger: DecisionLedger())
    #expect(try empty.run(script.console) { _ in } == ReviewSession.Outcome(isFinished: true))
    #expect(script.written.hasPrefix("no rewrite to review\n"))
  }

  @Test func textsWhereTheFileIsGone() throws {
    let script = Script(["q"])
    var session = ReviewSession(document(), originals: [:], ledger: DecisionLedger())
    _ = try session.run(script.console) { _ in }
    #expect(script.written.contains("-SELECT 1::int\n+SELECT 1\n"))
  }
}

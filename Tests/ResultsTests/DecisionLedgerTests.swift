import Foundation
import SourceText
import Testing

@testable import Results

private func suggestion(_ id: Character, replacement: String = "x", file: String = "a b.go") -> StatementResult {
  var statement = bareStatement()
  statement.id = String(repeating: id, count: 32)
  statement.file = file
  statement.replacement = replacement
  return statement
}

@Suite struct DecisionLedgerTests {
  @Test func keepsDecisions() {
    var ledger = DecisionLedger()
    ledger.record(.accept, on: suggestion("b"))
    ledger.record(.reject, on: suggestion("a"))
    ledger.record(.skip, on: suggestion("c"))
    let read = DecisionLedger(text: ledger.text)
    #expect(read == ledger)
    #expect(read.decision(on: suggestion("a")) == .reject)
    #expect(read.decision(on: suggestion("d")) == nil)
    let lines = String(decoding: ledger.text, as: UTF8.self).split(separator: "\n")
    #expect(lines == lines.sorted() && lines.count == 3)
    #expect(lines[0].hasSuffix(" reject a b.go"))
  }

  @Test func anotherRewriteIsAskedAgain() {
    var ledger = DecisionLedger()
    ledger.record(.accept, on: suggestion("a", replacement: "x"))
    #expect(ledger.decision(on: suggestion("a", replacement: "y")) == nil)
    var edited = suggestion("a", replacement: "x")
    edited.edits = [FileEdit(file: "a b.go", edit: TextEdit(ByteRange(3, 4), with: [1]))]
    #expect(ledger.decision(on: edited) == nil)
    ledger.record(.accept, on: edited)
    edited.edits[0].edit.range = ByteRange(9, 10)
    #expect(ledger.decision(on: edited) == .accept, "an edit elsewhere moves this one")
  }

  @Test func survivesAMerge() {
    let hash = String(repeating: "0", count: 31)
    let rewrite = suggestion("a").rewriteFingerprint
    let text = """
      <<<<<<< ours
      \(hash)1 \(rewrite) accept a.go
      =======
      \(hash)1 \(rewrite) reject a.go
      >>>>>>> theirs
      \(hash)2 \(rewrite) accept
      nonsense
      """
    var first = suggestion("0")
    first.id = hash + "1"
    var second = suggestion("0")
    second.id = hash + "2"
    let ledger = DecisionLedger(text: Array(text.utf8))
    #expect(ledger.decision(on: first) == nil)
    #expect(ledger.decision(on: second) == .accept)
  }

  @Test func forgetsWhatIsInTheSource() {
    var ledger = DecisionLedger()
    ledger.record(.accept, on: suggestion("a"))
    ledger.forget([suggestion("a").id])
    #expect(ledger.isEmpty && ledger.text.isEmpty)
  }

  @Test func aFileNameWithALineEnd() {
    var ledger = DecisionLedger()
    ledger.record(.accept, on: suggestion("a", file: "x\ny"))
    #expect(DecisionLedger(text: ledger.text).decision(on: suggestion("a")) == .accept)
  }
}

@Suite struct StatementIdentityTests {
  @Test func equalTextsAreNumbered() {
    var numbering = StatementNumbering(file: "a")
    let first = numbering.next("SELECT  1".utf8)
    let second = numbering.next("SELECT 1\n".utf8)
    let third = numbering.next("SELECT 2".utf8)
    #expect(first.fingerprint == second.fingerprint && first.id != second.id && third.fingerprint != first.fingerprint)
    var again = StatementNumbering(file: "a")
    _ = again.next("SELECT 2".utf8)
    #expect(again.next("SELECT 1".utf8).id == first.id, "other statements do not count")
    #expect(first.id != StatementResult.makeID(file: "b", fingerprint: first.fingerprint, ordinal: 0))
  }
}

@Suite struct AtomicFileTests {
  @Test func keepsModeAndLeavesNothingBehind() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "sqlferry-atomic-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try AtomicFile.createFolder(folder.appending(path: "a/b").path)
    try AtomicFile.createFolder(folder.appending(path: "a/b").path)
    let file = folder.appending(path: "a/b/f").path
    try AtomicFile.write([1, 2], to: file)
    try FileManager.default.setAttributes([.posixPermissions: 0o750], ofItemAtPath: file)
    try AtomicFile.write([3], to: file, like: file)
    #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == Data([3]))
    #expect(try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int == 0o750)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "a/b").path) == ["f"])
  }

  @Test func saysWhatFailed() {
    #expect { try AtomicFile.write([1], to: "/no such folder/f") } throws: { "\($0)".contains("cannot create a file in the folder /no such folder") }
    #expect { try AtomicFile.createFolder("/dev/null/x") } throws: { "\($0)".contains("/dev/null") }
  }
}

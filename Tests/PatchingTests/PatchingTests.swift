import Foundation
import Results
import SourceText
import Testing

@testable import Patching

/// A folder of its own that goes away with the value.
final class TemporaryFolder {
  let path: String
  init() throws {
    path = FileManager.default.temporaryDirectory.appending(path: "sqlferry-patching-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }
  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ text: String, _ name: String) throws {
    let file = "\(path)/\(name)"
    try FileManager.default.createDirectory(
      atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: file))
  }
  func text(_ name: String) -> String? {
    (try? Data(contentsOf: URL(fileURLWithPath: "\(path)/\(name)"))).map { String(decoding: $0, as: UTF8.self) }
  }
  func names(_ name: String = "") throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: "\(path)/\(name)").sorted() }

  func run(_ program: [String], input: [UInt8] = []) throws -> (status: Int32, said: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = program
    process.currentDirectoryURL = URL(fileURLWithPath: path)
    let (standardInput, output) = (Pipe(), Pipe())
    (process.standardInput, process.standardOutput, process.standardError) = (standardInput, output, output)
    try process.run()
    try standardInput.fileHandleForWriting.write(contentsOf: Data(input))
    try standardInput.fileHandleForWriting.close()
    let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, said)
  }
}

/// A statement that replaces `old` by `new` in its file, both being its literal.
func statement(
  _ id: String, in file: String, of text: String, _ old: String, _ new: String, status: StatementStatus = .converted
) -> StatementResult {
  let bytes = Array(text.utf8)
  let start = bytes.indices.first { bytes[$0...].starts(with: old.utf8) } ?? 0
  let range = ByteRange(start, start + old.utf8.count)
  var result = StatementResult(
    id: id, fingerprint: Fingerprint.ofStatement(old.utf8), file: file, language: "sql", kind: "statement", confidence: "certain",
    range: LineMap(bytes).range(of: range), literals: [.init(range: range)], sql: SQLText(old), status: status)
  if status.hasRewriting {
    (result.rewritten, result.replacement) = (new, new)
    if status != .unchanged { result.edits = [FileEdit(file: file, edit: TextEdit(range, with: Array(new.utf8)))] }
  }
  return result
}

func document(_ statements: [StatementResult]) -> ResultDocument {
  var document = ResultDocument(toolVersion: "1", target: "mysql-8.4", root: ".")
  document.statements = statements
  return document
}

@Suite struct PatchingTests {
  let text = "one\ntwo\nthree\nfour\n"
  var originals: [String: [UInt8]] { ["a": Array(text.utf8), "b": Array(text.utf8)] }

  @Test(arguments: [
    (Selection.rewrites(withReview: false), "ONE\ntwo\nthree\nfour\n"),
    (Selection.rewrites(withReview: true), "ONE\nTWO\nthree\nfour\n"),
    (Selection.rewrites(withReview: false, accepted: ["2"]), "ONE\nTWO\nthree\nfour\n"),
    (Selection.rewrites(withReview: true, rejected: ["1"]), "one\nTWO\nthree\nfour\n"),
    (Selection.only(["2", "3"]), "one\nTWO\nthree\nfour\n"),
  ])
  func selects(selection: Selection, expected: String) throws {
    let plan = Patching.plan(
      document([
        statement("1", in: "a", of: text, "one", "ONE"), statement("2", in: "a", of: text, "two", "TWO", status: .review),
        statement("3", in: "a", of: text, "three", "THREE", status: .manual),
        statement("4", in: "a", of: text, "four", "four", status: .unchanged),
      ]), originals: originals, selection: selection)
    #expect(plan.changes.map { String(decoding: $0.new, as: UTF8.self) } == [expected])
    #expect(plan.diagnostics.isEmpty)
  }

  @Test func filesComeInOrder() {
    let plan = Patching.plan(
      document([statement("1", in: "b", of: text, "one", "1"), statement("2", in: "a", of: text, "one", "2")]),
      originals: originals, selection: .rewrites(withReview: false))
    #expect(plan.changes.map(\.file) == ["a", "b"])
    #expect(plan.changes.map(\.statements) == [["2"], ["1"]])
    #expect(plan.changes[0].fingerprints == [Fingerprint.ofStatement("2".utf8)])
  }

  @Test func equalEditsOfASharedLiteralAreMadeOnce() {
    let both = [statement("1", in: "a", of: text, "one", "1"), statement("2", in: "a", of: text, "one", "1")]
    let plan = Patching.plan(document(both), originals: originals, selection: .rewrites(withReview: false))
    #expect(plan.changes.map { String(decoding: $0.new, as: UTF8.self) } == ["1\ntwo\nthree\nfour\n"])
    let one = Patching.plan(document(both), originals: originals, selection: .only(["1"]))
    #expect(one.changes.isEmpty)
    #expect(one.diagnostics.map(\.rule) == ["shared-literal"])
  }

  @Test func aFileThatCannotBeEditedTakesItsStatementsWithIt() {
    var wide = statement("1", in: "a", of: text, "one", "1")
    wide.edits.append(FileEdit(file: "gone", edit: TextEdit(ByteRange(0, 1), with: [])))
    let plan = Patching.plan(
      document([wide, statement("2", in: "a", of: text, "two", "2")]), originals: originals, selection: .rewrites(withReview: false))
    #expect(plan.changes.map { String(decoding: $0.new, as: UTF8.self) } == ["one\n2\nthree\nfour\n"])
    #expect(plan.diagnostics.map(\.rule) == ["file-missing"])
  }

  @Test func aTextThatIsStillPostgresElsewhereIsNotRecorded() {
    let one = statement("1", in: "a", of: text, "one", "two")
    let plan = Patching.plan(
      document([one, statement("2", in: "a", of: text, "two", "2", status: .manual)]), originals: originals,
      selection: .rewrites(withReview: false))
    #expect(plan.changes.isEmpty)
    #expect(plan.diagnostics.map(\.rule) == ["applied-text-ambiguous"])
    let both = Patching.plan(
      document([one, statement("2", in: "a", of: text, "two", "2")]), originals: originals, selection: .rewrites(withReview: false))
    #expect(both.changes.map { String(decoding: $0.new, as: UTF8.self) } == ["two\n2\nthree\nfour\n"])
    let chain = Patching.plan(
      document([statement("3", in: "a", of: text, "three", "one"), one, statement("2", in: "a", of: text, "two", "2", status: .manual)]),
      originals: originals, selection: .rewrites(withReview: false))
    #expect(chain.changes.isEmpty, "what is left out is PostgreSQL still, too")
  }

  @Test func recheckHasTheLastWord() {
    let plan = Patching.plan(
      document([statement("1", in: "a", of: text, "one", "1"), statement("2", in: "b", of: text, "two", "2")]), originals: originals,
      selection: .rewrites(withReview: false), recheck: { file, new, ids in file == "b" && ids == ["2"] && new.count == 17 })
    #expect(plan.changes.map(\.file) == ["b"])
    #expect(plan.diagnostics.map(\.rule) == ["rescan-differs"])
  }

  @Test func overlappingEditsLeaveTheFileAlone() {
    var other = statement("2", in: "a", of: text, "ne", "x")
    other.literals = []
    let plan = Patching.plan(
      document([statement("1", in: "a", of: text, "one", "1"), other]), originals: originals, selection: .rewrites(withReview: false))
    #expect(plan.changes.isEmpty)
    #expect(plan.diagnostics.map(\.rule) == ["overlapping-edits"])
  }
}

@Suite struct AppliedListTests {
  @Test(arguments: [
    ("SELECT 1", "SELECT  1\n", true), ("a %% b", "a % b", true), ("a %% b", "a %% b", true), ("a ?? b", "a ? b", true),
    ("a %% ?? b", "a % ?? b", true), ("a %%%% b", "a %% b", true), ("a %%%% b", "a % b", false), ("a % b", "a %% b", false), ("a", "b", false),
  ])
  func aReplacementIsFoundAgain(_ written: String, _ found: String, expected: Bool) {
    var list = AppliedList()
    list.insert(AppliedList.fingerprints(ofReplacement: written.utf8))
    #expect(list.contains(found.utf8) == expected)
  }

  @Test func readsWhatItWrote() {
    var list = AppliedList()
    #expect(list.text.isEmpty)
    list.insert(["b", "a"].map { Fingerprint.ofStatement($0.utf8) })
    list.insert([Fingerprint.ofStatement("a".utf8)])
    #expect(AppliedList(text: list.text) == list)
    #expect(AppliedList(text: Array("<<<<<<<\r\n".utf8) + list.text.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }) == list)
    #expect(list.contains("a".utf8) && !list.contains("c".utf8))
    let lines = list.text.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
    #expect(lines.count == 2 && lines == lines.sorted())
  }
}

@Suite struct PatchWriterTests {
  private func tree() throws -> (TemporaryFolder, [FileChange]) {
    let folder = try TemporaryFolder()
    try folder.write("one\r\ntwo", "a b/c.go")
    try folder.write("x\ny\n", "é.py")
    return (
      folder,
      [
        FileChange(
          file: "a b/c.go", old: Array("one\r\ntwo".utf8), new: Array("one\r\n2".utf8), statements: ["1"],
          fingerprints: [Fingerprint.ofStatement("2".utf8)]),
        FileChange(
          file: "é.py", old: Array("x\ny\n".utf8), new: Array("x\nY\n".utf8), statements: ["2"],
          fingerprints: [Fingerprint.ofStatement("Y".utf8)]),
      ]
    )
  }

  @Test(arguments: [["git", "apply", "-"], ["patch", "-p1", "-s"]], [nil, "0123456789abcdef0123456789abcdef\n"])
  func combinedPatchApplies(program: [String], list: String?) throws {
    let (folder, changes) = try tree()
    if let list { try folder.write(list, AppliedList.path) }
    let patch = PatchWriter(changes, applied: list.map { Array($0.utf8) }).combined
    let (status, said) = try folder.run(program, input: patch)
    #expect(status == 0, "\(said)")
    #expect(folder.text("a b/c.go") == "one\r\n2")
    #expect(folder.text("é.py") == "x\nY\n")
    let applied = AppliedList(text: Array(try #require(folder.text(AppliedList.path)).utf8))
    #expect(applied.contains("2".utf8) && applied.contains("Y".utf8))
  }

  @Test func onePatchAFile() throws {
    let (folder, changes) = try tree()
    let names = try PatchWriter(changes, applied: nil).write(to: "\(folder.path)/out/patches")
    #expect(names == ["0001-a-b-c.go.patch", "0002-py.patch", "0003-sqlferry-applied.patch"] || names[0] == "0001-a-b-c.go.patch")
    #expect(try folder.names("out/patches") == names)
    for name in names { #expect(try folder.run(["git", "apply", "out/patches/\(name)"]).status == 0) }
    #expect(folder.text("é.py") == "x\nY\n")
  }

  @Test func appliesInAFolderOfARepository() throws {
    let (folder, changes) = try tree()
    _ = try folder.run(["git", "init", "-q", "."])
    let inner = try TemporaryFolder()
    try FileManager.default.moveItem(atPath: "\(folder.path)/a b", toPath: "\(inner.path)/a b")
    try FileManager.default.moveItem(atPath: inner.path, toPath: "\(folder.path)/sub")
    let patch = PatchWriter([changes[0]], applied: nil).combined
    try folder.write(String(decoding: patch, as: UTF8.self), "p")
    #expect(try folder.run(["sh", "-c", "cd sub && git apply ../p"]).status == 0)
    #expect(folder.text("sub/a b/c.go") == "one\r\n2")
    #expect(folder.text("sub/.sqlferry/applied") != nil)
  }

  @Test func nothingToDoIsAnEmptyPatch() {
    #expect(PatchWriter([], applied: nil).combined.isEmpty)
    #expect(PatchWriter([FileChange(file: "a", old: [1], new: [1])], applied: nil).files.isEmpty)
  }
}

@Suite struct InPlaceWriterTests {
  private func change(_ file: String, _ old: String, _ new: String, _ ids: [String] = ["1"]) -> FileChange {
    FileChange(
      file: file, old: Array(old.utf8), new: Array(new.utf8), statements: ids, fingerprints: [Fingerprint.ofStatement(new.utf8)])
  }

  @Test func writesAndRecords() throws {
    let folder = try TemporaryFolder()
    try folder.write("old", "a/b.go")
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: "\(folder.path)/a/b.go")
    let outcome = InPlaceWriter(root: folder.path).write([change("a/b.go", "old", "new")])
    #expect(outcome.written == ["a/b.go"] && outcome.statements == ["1"] && outcome.diagnostics.isEmpty)
    #expect(folder.text("a/b.go") == "new")
    #expect(try FileManager.default.attributesOfItem(atPath: "\(folder.path)/a/b.go")[.posixPermissions] as? Int == 0o640)
    #expect(try folder.names("a") == ["b.go"])
    #expect(AppliedList(text: Array(try #require(folder.text(AppliedList.path)).utf8)).contains("new".utf8))
    let second = InPlaceWriter(root: folder.path).write([change("a/b.go", "new", "newer")])
    #expect(second.diagnostics.isEmpty)
    #expect(try #require(folder.text(AppliedList.path)).split(separator: "\n").count == 2)
  }

  @Test func leavesAloneWhatItCannotWrite() throws {
    let folder = try TemporaryFolder()
    for name in ["changed", "readonly", "closed/f", "fine"] { try folder.write("old", name) }
    try folder.write("other", "changed")
    try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: "\(folder.path)/readonly")
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: "\(folder.path)/closed")
    defer { try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: "\(folder.path)/closed") }
    let names = ["changed", "closed/f", "fine", "gone", "readonly"]
    let outcome = InPlaceWriter(root: folder.path).write(names.map { change($0, "old", "new", [$0]) })
    #expect(outcome.diagnostics.map(\.rule) == ["file-changed", "folder-read-only", "file-missing", "file-read-only"])
    #expect(outcome.written == ["fine"] && outcome.statements == ["fine"])
    #expect(folder.text("changed") == "other" && folder.text("readonly") == "old" && folder.text("closed/f") == "old")
  }

  @Test func followsLinksInsideTheTreeOnly() throws {
    let (folder, other) = (try TemporaryFolder(), try TemporaryFolder())
    try folder.write("old", "real/a")
    try other.write("old", "b")
    try FileManager.default.createSymbolicLink(atPath: "\(folder.path)/link", withDestinationPath: "real/a")
    try FileManager.default.createSymbolicLink(atPath: "\(folder.path)/out", withDestinationPath: "\(other.path)/b")
    let outcome = InPlaceWriter(root: folder.path).write([change("link", "old", "new"), change("out", "old", "new", ["2"])])
    #expect(outcome.written == ["link"])
    #expect(folder.text("real/a") == "new")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: "\(folder.path)/link") == "real/a")
    #expect(outcome.diagnostics.map(\.rule) == ["outside-root"] && other.text("b") == "old")
  }

  @Test func aStatementInTwoFilesIsWrittenToBothOrNone() throws {
    let folder = try TemporaryFolder()
    try folder.write("old", "a")
    try folder.write("other", "b")
    let outcome = InPlaceWriter(root: folder.path).write([change("a", "old", "new", ["1", "2"]), change("b", "old", "new", ["2"])])
    #expect(outcome.written.isEmpty && folder.text("a") == "old")
    #expect(outcome.diagnostics.map(\.rule) == ["file-changed", "other-file-refused"])
    #expect(folder.text(AppliedList.path) == nil)
  }
}

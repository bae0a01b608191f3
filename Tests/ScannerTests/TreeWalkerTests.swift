import Foundation
import Testing

@testable import Scanner

/// A temporary folder with files, removed with the last use of the value.
final class Tree {
  let path: String

  init(_ files: [String: String]) throws {
    path = NSTemporaryDirectory() + "sqlferry-\(UUID().uuidString)"
    for (name, text) in files { try add(name, text) }
  }

  func add(_ name: String, _ text: String) throws {
    let url = URL(fileURLWithPath: path + "/" + name)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    if !name.hasSuffix("/") { try Data(text.utf8).write(to: url) }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func walk(_ names: String...) -> Walk { TreeWalker().files(paths: names.isEmpty ? [path] : names.map { path + "/" + $0 }) }
}

@Suite struct TreeWalkerTests {
  @Test func honoursIgnoreFilesAtEveryLevel() throws {
    let tree = try Tree([
      ".gitignore": "*.gen.go\n/build/\n!keep.gen.go\n", "a.go": "", "b.gen.go": "", "keep.gen.go": "", "build/c.go": "", "x/build/d.go": "",
      "x/.gitignore": "local.go\n!e.gen.go\n", "x/local.go": "", "x/e.gen.go": "", "y/local.go": "", ".ignore": "y/f.go\n", "y/f.go": "",
      ".hidden/g.go": "", ".h.go": "", "node_modules/h.js": "", "vendor/i.go": "", "z/vendor/j.go": "", "k.txt": "", "l.SQL": "",
      "x/sub/.rgignore": "*\n", "x/sub/m.go": "",
    ])
    #expect(tree.walk().files.map(\.file) == ["a.go", "keep.gen.go", "l.SQL", "x/build/d.go", "x/e.gen.go", "y/local.go"])
    #expect(tree.walk().diagnostics.isEmpty)
  }

  @Test func honoursIgnoreFilesAboveInTheRepository() throws {
    let tree = try Tree([
      ".git/info/exclude": "excluded.go\n", ".gitignore": "/src/no.go\n*.tmp.go\n", "src/no.go": "", "src/yes.go": "", "src/a.tmp.go": "",
      "src/excluded.go": "", "src/in/b.tmp.go": "", "src/in/c.go": "",
    ])
    #expect(tree.walk("src").files.map(\.file) == ["in/c.go", "yes.go"])
    #expect(tree.walk("src/in").files.map(\.file) == ["c.go"])
  }

  @Test func aGivenFileIsAlwaysTaken() throws {
    let tree = try Tree([".gitignore": "*\n", "a.go": "", "b.txt": "", "c/d.go": ""])
    #expect(tree.walk("a.go", "b.txt").files.map(\.file) == ["a.go", "b.txt"])
    #expect(tree.walk().files.isEmpty)
    let one = tree.walk("c/d.go")
    #expect(one.root == tree.path + "/c")
    #expect(one.files.map(\.file) == ["d.go"])
  }

  @Test func rootIsTheCommonFolder() throws {
    let tree = try Tree(["a/b/c.go": "", "a/d/e.go": "", "a/d/f/g.go": ""])
    let walk = tree.walk("a/d", "a/b/c.go", "a/d/f")
    #expect(walk.root == tree.path + "/a")
    #expect(walk.files.map(\.file) == ["b/c.go", "d/e.go", "d/f/g.go"])
  }

  @Test func linksAreNotFollowed() throws {
    let tree = try Tree(["in/a.go": "", "out/b.go": ""])
    try FileManager.default.createSymbolicLink(atPath: tree.path + "/in/link", withDestinationPath: tree.path + "/out")
    try FileManager.default.createSymbolicLink(atPath: tree.path + "/in/loop", withDestinationPath: ".")
    try FileManager.default.createSymbolicLink(atPath: tree.path + "/in/c.go", withDestinationPath: "/etc/passwd")
    #expect(tree.walk("in").files.map(\.file) == ["a.go"])
  }

  @Test func aMissingPathIsSaid() throws {
    let tree = try Tree(["a.go": ""])
    let walk = tree.walk("a.go", "no/such")
    #expect(walk.files.map(\.file) == ["a.go"])
    #expect(walk.diagnostics.map(\.rule) == ["path-unreadable"])
    #expect(walk.diagnostics.first?.message.contains("no such file or folder") == true)
  }

  @Test(.enabled(if: getuid() != 0)) func anUnreadableFolderIsSaid() throws {
    let tree = try Tree(["a/b.go": "", "c.go": ""])
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: tree.path + "/a")
    defer { try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: tree.path + "/a") }
    #expect(tree.walk().files.map(\.file) == ["c.go"])
    #expect(tree.walk().diagnostics.map(\.rule) == ["folder-unreadable"])
  }

  @Test func namesThatAreNotUTF8AreShownEscaped() throws {
    #expect(PathText.shown(Array("a/".utf8) + [0xFF] + Array("é.go".utf8)) == "a/%FFé.go")
    #expect(PathText.shown(Array("100%41.go".utf8)) == "100%2541.go")
    #expect(PathText.shown(Array("50%.go\n".utf8)) == "50%.go%0A")
    for path in [Array("a%20b".utf8), [0x80, 0x25, 0x32, 0x35], Array("ünï/%".utf8)] as [[UInt8]] {
      #expect(PathText.bytes(shown: PathText.shown(path)) == path)
    }
    let tree = try Tree(["a.go": ""])
    let name = Array((tree.path + "/b").utf8) + [0xFE] + Array(".go".utf8)
    let descriptor = name.withPath { open($0, O_CREAT | O_WRONLY, 0o600) }
    try #require(descriptor >= 0)
    close(descriptor)
    #expect(tree.walk().files.map(\.file) == ["a.go", "b%FE.go"])
    #expect(try FileReader().read(#require(tree.walk().files.last)).bytes.isEmpty)
  }
}

@Suite struct FileReaderTests {
  private func extraction(_ bytes: [UInt8], _ name: String = "a.go", limit: Int = 4 << 20) throws -> FileExtraction {
    let tree = try Tree([:])
    try tree.add(name, "")
    try Data(bytes).write(to: URL(fileURLWithPath: tree.path + "/" + name))
    return try FileExtractor(sizeLimit: limit).extract(#require(tree.walk(name).files.first))
  }

  @Test func readsBytesAndStamp() throws {
    let text = "db.Query(\"SELECT 1\")"
    let extraction = try extraction(Array(text.utf8))
    #expect(extraction.bytes == Array(text.utf8))
    #expect(extraction.stamp?.size == text.utf8.count)
    #expect(extraction.stamp?.hash == FileStamp.hash(of: Array(text.utf8)))
    #expect(extraction.language == "go")
  }

  /// A Go constant at file level is seen in the whole package: the call's values may be edited only if no other file names it.
  @Test func aConstantThatANeighbourNamesHasNoCallSite() throws {
    let tree = try Tree([
      "p/a.go": "const q = `SELECT a FROM t WHERE b = $1`\nfunc f() { db.Query(q, x) }\nconst r = `SELECT 1`\nfunc g() { db.Query(r) }",
      "p/b.go": "func h() { db.Query(q, y); qr() }", "o/c.go": "r()", "p/d.txt": "r",
    ])
    let found = try #require(tree.walk("p").files.first)
    #expect(FileExtractor().extract(found).statements.map { $0.callSite?.sharedName } == [nil, "r"])
    #expect(FileExtractor().extract(found).statements.map { $0.callSite == nil } == [true, false])
  }

  @Test func saysWhatIsNotRead() throws {
    #expect(try extraction(Array("x\0y".utf8)).diagnostics.map(\.rule) == ["binary-file"])
    #expect(try extraction([0xFF, 0xFE, 0x41, 0]).diagnostics.map(\.rule) == ["file-not-utf8"])
    #expect(try extraction(Array("0123456789".utf8), limit: 9).diagnostics.map(\.rule) == ["file-too-large"])
    #expect(try extraction(Array("0123456789".utf8), limit: 10).diagnostics.isEmpty)
    #expect(try extraction(Array("x".utf8), "a.txt").diagnostics.map(\.rule) == ["unknown-language"])
  }

  @Test func aBadByteIsPlacedAndTheRestIsRead() throws {
    let extraction = try extraction(Array("// ".utf8) + [0xE9] + Array("\nvar s = \"SELECT '".utf8) + [0xE9] + Array("'\"\ndb.Query(\"SELECT 1\")".utf8))
    #expect(extraction.diagnostics.first?.range?.start.offset == 3)
    #expect(extraction.diagnostics.first?.message.contains("0xE9") == true)
    #expect(extraction.statements.map(\.text.string) == ["SELECT 1"])
  }

  @Test func aPipeIsNotOpened() throws {
    let tree = try Tree(["x.go": ""])
    let path = tree.path + "/pipe.go"
    #expect(mkfifo(path, 0o600) == 0)
    #expect(tree.walk().files.map(\.file) == ["x.go"])
    let given = TreeWalker().files(paths: [path])
    #expect(try FileExtractor().extract(#require(given.files.first)).diagnostics.map(\.rule) == ["file-not-regular"])
  }

  @Test func theMarkAndLineEndsStayInPlace() throws {
    let source = "\u{FEFF}db.Query(`SELECT 1,\r\n2`)\r\n"
    let statement = try #require(extract(source, "a.go").statements.first)
    #expect(statement.text.string == "SELECT 1,\n2")
    expectMapHolds(statement, in: Array(source.utf8))
  }
}

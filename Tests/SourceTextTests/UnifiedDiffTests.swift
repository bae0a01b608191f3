import Foundation
import Testing

@testable import SourceText

/// One text before and after, as a row.
struct DiffCase: CustomTestStringConvertible, Sendable {
  var name: String
  var path = "file.txt"
  var old: String?
  var new: String?
  var testDescription: String { name }
}

let manyLines = (1...40).map { "line \($0)\n" }.joined()

private let diffCases = [
  DiffCase(name: "one line in the middle", old: manyLines, new: manyLines.replacingOccurrences(of: "line 20\n", with: "twenty\n")),
  DiffCase(name: "first line", old: "a\nb\nc\n", new: "x\nb\nc\n"),
  DiffCase(name: "last line", old: "a\nb\nc\n", new: "a\nb\nx\n"),
  DiffCase(name: "near hunks join", old: manyLines,
    new: manyLines.replacingOccurrences(of: "line 20\n", with: "").replacingOccurrences(of: "line 27\n", with: "27\n27\n")),
  DiffCase(name: "far hunks stay apart", old: manyLines,
    new: manyLines.replacingOccurrences(of: "line 20\n", with: "").replacingOccurrences(of: "line 28\n", with: "28\n28\n")),
  DiffCase(name: "lines added at the end", old: "a\n", new: "a\nb\nc\n"),
  DiffCase(name: "lines added at the start", old: manyLines, new: "zero\n" + manyLines),
  DiffCase(name: "all lines gone", old: "a\nb\n", new: ""),
  DiffCase(name: "from nothing", old: "", new: "a\nb\n"),
  DiffCase(name: "no newline before", old: "a\nb", new: "a\nb\n"),
  DiffCase(name: "no newline after", old: "a\nb\n", new: "a\nb"),
  DiffCase(name: "no newline in both, last line", old: "a\nb", new: "a\nc"),
  DiffCase(name: "no newline in both, other line", old: "a\nb", new: "x\nb"),
  DiffCase(name: "carriage returns", old: "a\r\nb\r\nc\r\n", new: "a\r\nx\r\nc\r\n"),
  DiffCase(name: "mixed line ends", old: "a\r\nb\nc\rd\n", new: "a\r\nB\nc\rd\n"),
  DiffCase(name: "not UTF-8 is kept", old: "caf\u{FFFD}\nb\n", new: "caf\u{FFFD}\nc\n"),
  DiffCase(name: "repeated lines", old: "a\na\nb\na\na\n", new: "a\nb\na\na\na\nb\n"),
  DiffCase(name: "blank in path", path: "my dir/a file.txt", old: "a\n", new: "b\n"),
  DiffCase(name: "quote in path", path: "a\"b.txt", old: "a\n", new: "b\n"),
  DiffCase(name: "quote and blank in path", path: "a \"b\" c.txt", old: "a\n", new: "b\n"),
  DiffCase(name: "backslash in path", path: "a\\b.txt", old: "a\n", new: "b\n"),
  DiffCase(name: "tab in path", path: "a\tb.txt", old: "a\n", new: "b\n"),
  DiffCase(name: "UTF-8 in path", path: "dossier é/naïve 文.txt", old: "a\n", new: "b\n"),
  DiffCase(name: "new file", path: ".sqlferry/applied", old: nil, new: "a\nb\n"),
  DiffCase(name: "new file with a blank in its path", path: "new dir/a b", old: nil, new: "a\n"),
  DiffCase(name: "removed file", old: "a\nb\n", new: nil),
  DiffCase(name: "line that looks like a header", old: "-- a\n++ b\n@@ -1 +1 @@\n", new: "-- c\n++ d\n@@ -1 +1 @@\n"),
]

@Suite struct UnifiedDiffTests {
  @Test func showsContextAndPlaces() {
    let old = "1\n2\n3\n4\n5\n6\n7\n8\n9\n"
    let new = "1\n2\n3\n4\nfive\n6\n7\n8\n9\n"
    let diff = UnifiedDiff.make(old: Array(old.utf8), new: Array(new.utf8), path: "a/b.txt")
    #expect(
      String(decoding: diff, as: UTF8.self)
        == "--- a/a/b.txt\n+++ b/a/b.txt\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n")
  }

  @Test func equalTextsGiveNothing() {
    #expect(UnifiedDiff.make(old: [1, 2], new: [1, 2], path: "x").isEmpty)
    #expect(UnifiedDiff.make(old: nil, new: nil, path: "x").isEmpty)
  }

  @Test(arguments: [("plain.txt", "plain.txt"), ("a b", "a b"), ("é", #""\303\251""#), ("\u{1}\n", #""\001\n""#), (#"a"\"#, #""a\"\\""#)])
  func quotesAsGit(path: String, expected: String) { #expect(UnifiedDiff.quoting(path) == expected) }

  @Test(arguments: diffCases) func gitApplies(_ row: DiffCase) throws {
    try expectApplied(row, program: ["git", "apply", "-v", "-"])
  }

  @Test(arguments: diffCases) func patchApplies(_ row: DiffCase) throws {
    // `--binary` only matters where the system has text files; it must not be needed here.
    try expectApplied(row, program: ["patch", "-p1", "-s"])
  }

  @Test func anyTwoTexts() throws {
    var random = SplitMix(state: 7)
    for _ in 0..<300 {
      let old = randomText(&random)
      let new = random.next() % 3 == 0 ? randomText(&random) : mutated(old, &random)
      guard old != new else { continue }
      let diff = UnifiedDiff.make(old: old, new: new, path: "f")
      #expect(try applied(diff, to: old) == new)
    }
  }

  @Test(.timeLimit(.minutes(20))) func largeTextsThatDifferEverywhere() throws {
    let old = Array((0..<60_000).map { "a\($0 % 7)\n" }.joined().utf8)
    let new = Array((0..<60_000).map { "a\($0 % 11)\n" }.joined().utf8)
    let diff = UnifiedDiff.make(old: old, new: new, path: "f")
    #expect(try applied(diff, to: old) == new)
  }
}

// MARK: Tools

/// A small generator of the same numbers on every machine.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

private func randomText(_ random: inout SplitMix) -> [UInt8] {
  let lines = (0..<Int(random.next() % 30)).map { _ in "l\(random.next() % 6)" }
  return Array((lines.joined(separator: "\n") + (random.next() % 2 == 0 ? "\n" : "")).utf8)
}

private func mutated(_ text: [UInt8], _ random: inout SplitMix) -> [UInt8] {
  var lines = text.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
  for _ in 0..<(1 + random.next() % 3) {
    let place = Int(random.next() % UInt64(lines.count))
    if random.next() % 2 == 0 { lines.insert(Array("new \(random.next() % 9)".utf8), at: place) } else { lines.remove(at: place) }
    if lines.isEmpty { lines = [[]] }
  }
  return Array(lines.joined(separator: [0x0A]))
}

/// Applies a diff strictly: every context and removed line must be where it says.
private func applied(_ diff: [UInt8], to old: [UInt8]) throws -> [UInt8] {
  func lines(_ bytes: [UInt8]) -> [[UInt8]] {
    var parts = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { Array($0) + [0x0A] }
    if let last = parts.popLast(), last.count > 1 { parts.append(Array(last.dropLast())) }
    return parts
  }
  let source = lines(old)
  var output: [[UInt8]] = []
  var position = 0
  var rows = lines(diff).dropFirst(2).makeIterator()
  var row = rows.next()
  while let current = row {
    row = rows.next()
    if row?.first == UInt8(ascii: "\\") {
      // The mark belongs to the line before, whose line end is not part of the text.
      row = rows.next()
      try consume(Array(current.dropLast()))
    } else {
      try consume(current)
    }
  }
  func consume(_ line: [UInt8]) throws {
    let text = Array(line.dropFirst())
    switch line.first {
    case UInt8(ascii: "@"):
      let numbers = String(decoding: line, as: UTF8.self).split(separator: " ")[1].dropFirst().split(separator: ",").compactMap { Int($0) }
      let start = numbers.count == 2 && numbers[1] == 0 ? numbers[0] : numbers[0] - 1
      output += source[position..<start]
      position = start
    case UInt8(ascii: " "):
      try #require(position < source.count && source[position] == text)
      output.append(text)
      position += 1
    case UInt8(ascii: "-"):
      try #require(position < source.count && source[position] == text)
      position += 1
    default: output.append(text)
    }
  }
  return Array((output + source[position...]).joined())
}

private func expectApplied(_ row: DiffCase, program: [String]) throws {
  let folder = FileManager.default.temporaryDirectory.appending(path: "sqlferry-diff-\(UUID().uuidString)")
  defer { try? FileManager.default.removeItem(at: folder) }
  let file = folder.appending(path: row.path)
  try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
  try row.old.map { try Data($0.utf8).write(to: file) }
  let diff = UnifiedDiff.make(old: row.old.map { Array($0.utf8) }, new: row.new.map { Array($0.utf8) }, path: row.path)

  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  process.arguments = program
  process.currentDirectoryURL = folder
  let (input, output) = (Pipe(), Pipe())
  (process.standardInput, process.standardOutput, process.standardError) = (input, output, output)
  try process.run()
  try input.fileHandleForWriting.write(contentsOf: Data(diff))
  try input.fileHandleForWriting.close()
  let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
  process.waitUntilExit()
  #expect(process.terminationStatus == 0, "\(said)\n\(String(decoding: diff, as: UTF8.self))")
  let result = try? Data(contentsOf: file)
  // `patch` removes a file that becomes empty only on request; git keeps it.
  #expect(result.map { String(decoding: $0, as: UTF8.self) } == row.new, "\(said)")
}

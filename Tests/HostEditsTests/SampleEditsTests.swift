import Foundation
import HostLanguages
import Scanner
import SourceText
import Testing

@testable import HostEdits

/// Edits of real code, found and read back by the scanner itself.
@Suite struct SampleEditsTests {
  private struct Sample {
    var file: String
    var bytes: [UInt8]
    var statements: [EmbeddedStatement]
  }

  private static func samples() throws -> [Sample] {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "samples")
    let names = try FileManager.default.subpathsOfDirectory(atPath: root.path).sorted()
    return names.compactMap { name in
      guard ["go", "java", "js", "py", "ts", "sql"].contains((name as NSString).pathExtension),
        let data = FileManager.default.contents(atPath: root.appending(path: name).path)
      else { return nil }
      let bytes = [UInt8](data)
      return Sample(file: name, bytes: bytes, statements: FileExtractor().extract(bytes: bytes, path: name).statements)
    }
  }

  private func rescan(_ sample: Sample) -> RescanCheck.KnowingRescan {
    { FileExtractor().extract(bytes: $0, path: sample.file, known: $1).statements }
  }

  @Test(.timeLimit(.minutes(20))) func placeholdersAloneReadBack() throws {
    let samples = try Self.samples()
    #expect(samples.count > 10)
    for sample in samples {
      var plans = sample.statements.map {
        HostEditPlanner.plan(pieces: [.source(ByteRange(0, $0.text.bytes.count))], for: $0, in: sample.bytes)
      }
      SharedLiterals.reconcile(&plans, of: sample.statements)
      RescanCheck(original: sample.bytes, statements: sample.statements, knowing: rescan(sample)).check(&plans)
      #expect(!plans.contains { $0.findings.contains { $0.rule == "rescan-differs" } }, "\(sample.file)")
    }
  }

  /// New text of all awkward kinds at random places of every statement: refused with a reason, or read back as intended.
  ///
  /// Not in scripts, where half a quote moves the ends of statements and reading back is what must fail.
  @Test(.timeLimit(.minutes(20)), arguments: [1, 2, 3]) func anyEditReadsBackOrIsRefused(seed: UInt64) throws {
    var random = SplitMix(state: seed)
    for sample in try Self.samples() where !sample.file.hasSuffix(".sql") {
      var plans = sample.statements.map { HostEditPlanner.plan(pieces: Self.pieces($0.text, &random), for: $0, in: sample.bytes) }
      SharedLiterals.reconcile(&plans, of: sample.statements)
      let planned = plans
      RescanCheck(original: sample.bytes, statements: sample.statements, knowing: rescan(sample)).check(&plans)
      for (index, plan) in plans.enumerated() where plan.findings.contains(where: { $0.rule == "rescan-differs" }) {
        let new = String(decoding: planned[index].replacement, as: UTF8.self)
        Issue.record("\(sample.file): \(sample.statements[index].text.string) as \(new): \(planned[index].edits)")
      }
    }
  }

  private static let texts = [
    "", "x", " ", " y ", "\"q\"", "`b`", "\\", "\\\\n", "{a}", "${a}", "%", " % ", "é", "\n", "\n  z", "'l'", "\t", "'''", "\"\"\"", "😀", "0", "#{x}",
  ]

  /// Up to three stretches between the atoms replaced, and sometimes a moved one.
  private static func pieces(_ text: SQLText, _ random: inout SplitMix) -> [Piece] {
    var places: [ByteRange] = []
    for _ in 0..<(1 + random.next() % 3) {
      let start = Int(random.next() % UInt64(text.bytes.count))
      let range = ByteRange(start, min(start + Int(random.next() % 6), text.bytes.count))
      let isFree = !text.atoms.contains { $0.range.start < range.end + 1 && range.start < $0.range.end + 1 }
      // A backslash before a colon is a driver's escape.
      guard range.end == text.bytes.count || text.bytes[range.end] != UInt8(ascii: ":") else { continue }
      let isWhole = [range.start, range.end].allSatisfy { $0 == text.bytes.count || text.bytes[$0] & 0xC0 != 0x80 }
      if isFree, isWhole, !places.contains(where: { $0.start < range.end + 1 && range.start < $0.end + 1 }) { places.append(range) }
    }
    var result: [Piece] = []
    var position = 0
    for place in places.sorted() {
      result += [.source(ByteRange(position, place.start)), .text(texts[Int(random.next() % UInt64(texts.count))])]
      position = place.end
    }
    return result + [.source(ByteRange(position, text.bytes.count))]
  }
}

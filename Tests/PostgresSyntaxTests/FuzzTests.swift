import Foundation
import SourceText
import TestSupport
import Testing

@testable import PostgresSyntax

/// Endless input of many kinds for as long as `SQLFERRY_FUZZ_SECONDS` says (2 without it). A long run, in one process:
///
///     SQLFERRY_FUZZ_SECONDS=1800 SQLFERRY_SEED=$RANDOM swift test -c release -Xswiftc -enable-testing --filter FuzzTests
///
/// It prints what it did at the end, and each failure with its seed and the smallest input that still fails.
@Suite struct FuzzTests {
  @Test func bothParsersAgree() {
    let seconds = RandomSource.setting("SQLFERRY_FUZZ_SECONDS", 2)
    let limit = ContinuousClock.now + .seconds(seconds)
    // The short run takes the same inputs on every machine, however fast.
    let most = seconds > 2 ? Int.max : 2_000
    var fuzzer = Fuzzer(seed: GeneratedStatementTests.seed)
    while ContinuousClock.now < limit, fuzzer.counts.values.reduce(0, +) < most { fuzzer.round() }
    for finding in fuzzer.findings { Issue.record("\(finding)") }
    #expect(!fuzzer.counts.isEmpty)
    print("fuzzed:", fuzzer.counts.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.joined(separator: ", "), "-", fuzzer.findings.count, "findings")
  }
}

/// One input after the other; what is wrong with any of them.
struct Fuzzer {
  private(set) var counts: [String: Int] = [:]
  private(set) var findings: [String] = []
  /// Findings by what they say, so that one bug is reported a few times only.
  private var reported: [String: Int] = [:]
  private var seed: UInt64
  private let corpus: [[String]]

  init(seed: UInt64) {
    self.seed = seed
    corpus = (Corpus.expressions.map { "SELECT \($0)" } + Corpus.queries + Corpus.changes + Corpus.utilities).map { statement in
      let text = SQLText(statement)
      return Lexer.tokens(of: text).tokens.dropLast().map { text.string(in: $0.range) }
    }
  }

  /// One input of a kind drawn by lot.
  mutating func round() {
    seed &+= 1
    var generator = StatementGenerator(seed: seed)
    switch generator.random.below(20) {
    case 0..<9: compare(generator.statement(), "statements", &generator)
    case 9..<12: compare(generator.mutated(generator.statement()), "mutated statements", &generator)
    case 12..<15: compare(generator.mutated(generator.random.choice(corpus)), "mutated corpus statements", &generator)
    case 15: compare(generator.soup(), "token soups", &generator)
    case 16: compare(crossed(&generator.random), "crossed corpus statements", &generator)
    case 17: survive(generator.pieces(of: generator.mutated(generator.statement())).joined(), withAtoms: true, "texts with holes", &generator.random)
    default: surviveBytes(&generator)
    }
  }

  /// The head of one statement and the tail of another.
  private func crossed(_ random: inout RandomSource) -> [String] {
    let (first, second) = (random.choice(corpus), random.choice(corpus))
    return Array(first.prefix(random.below(first.count + 1)) + second.suffix(random.below(second.count + 1)))
  }

  private mutating func compare(_ tokens: [String], _ kind: String, _ generator: inout StatementGenerator) {
    counts[kind, default: 0] += 1
    let pieces = generator.pieces(of: tokens)
    guard let difference = Comparison(pieces.joined()).difference else { return }
    let class_ = String(difference.prefix(40))
    reported[class_, default: 0] += 1
    if reported[class_, default: 0] <= 5 { findings.append(Shrinking.report(pieces, seed: seed)) }
  }

  /// Bytes of a statement with some of them changed, or bytes of any value.
  private mutating func surviveBytes(_ generator: inout StatementGenerator) {
    var bytes = generator.random.chance(30) ? [] : Array(generator.pieces(of: generator.statement()).joined().utf8)
    for _ in 0..<generator.random.below(20) {
      let index = generator.random.below(bytes.count + 1)
      let byte = UInt8(truncatingIfNeeded: generator.random.next())
      switch generator.random.below(3) {
      case 0: bytes.insert(byte, at: index)
      case 1 where index < bytes.count: bytes[index] = byte
      default: bytes.insert(contentsOf: generator.random.choice(Self.pieces).utf8, at: index)
      }
    }
    survive(bytes, withAtoms: false, "byte strings", &generator.random)
  }

  private static let pieces = ["'", "\"", "$$", "$a$", "/*", "*/", "--", "(", ")", "[", "]", "E'", "U&'", "U&\"", "\\", "::", "1e", "\0", "?", ";", "x'", "\n", "⟦"]

  private mutating func survive(_ text: String, withAtoms: Bool, _ kind: String, _ random: inout RandomSource) {
    survive(Array(text.utf8), withAtoms: withAtoms, kind, &random)
  }

  /// Nothing but a sound tree or an error may come of any bytes with any atoms, whichever way they are read.
  private mutating func survive(_ bytes: [UInt8], withAtoms: Bool, _ kind: String, _ random: inout RandomSource) {
    counts[kind, default: 0] += 1
    var atoms: [Atom] = []
    for _ in 0..<(withAtoms ? 1 + random.below(4) : 0) {
      let start = random.below(bytes.count + 1)
      atoms.append(Atom(range: ByteRange(start, start + 1 + random.below(6)), kind: random.chance(70) ? .hole : .placeholder, parameter: 1))
    }
    let text = SQLText(bytes: bytes, atoms: atoms)
    check(try? Parser.parseStatement(text), text)
    check(try? Parser.parseFragment(text), text)
    for range in Parser.split(text) where range.end > bytes.count || range.start > range.end { findings.append("split outside of \(bytes) \(atoms)") }
    for style in PlaceholderStyle.allCases { _ = Placeholders.locate(in: text, style: style) }
  }

  private mutating func check(_ tree: SyntaxTree?, _ text: SQLText) {
    guard let tree else { return }
    if let defect = tree.defects.first {
      reported[defect, default: 0] += 1
      if reported[defect, default: 0] <= 5 { findings.append("SQLFERRY_SEED=\(seed)\n  \(text.string)\n  \(defect)\n  from: \(text.atoms.map(\.range))") }
    }
    _ = tree.fullyParenthesised()
  }
}

import SourceText
import TestSupport
import Testing

@testable import PostgresSyntax

/// Random statements through both parsers: accepted alike, the same tree, or the same message at the same place.
///
/// `SQLFERRY_SEED=n` starts elsewhere; a failure prints the seed of its statement and the smallest statement that still fails.
@Suite struct GeneratedStatementTests {
  static let seed = UInt64(RandomSource.setting("SQLFERRY_SEED", 15))

  @Test func everyWordOfTheGrammarIsKnown() {
    #expect(GeneratedGrammar.rules.unknown == [])
    #expect(!GeneratedGrammar.rules.heights.contains { $0 >= ProductionTable.endless })
  }

  @Test(arguments: 0..<8)
  func statements(part: Int) {
    var accepted = 0
    for number in 0..<250 {
      let seed = Self.seed &+ UInt64(part * 250 + number)
      var generator = StatementGenerator(seed: seed)
      let tokens = generator.statement()
      let pieces = generator.pieces(of: tokens)
      let comparison = Comparison(pieces.joined())
      if comparison.isAccepted { accepted += 1 }
      if comparison.difference != nil { Issue.record("\(Shrinking.report(pieces, seed: seed))") }
    }
    #expect(accepted > 150, "most statements are valid")
  }

  @Test(arguments: 0..<4)
  func mutatedStatements(part: Int) {
    for number in 0..<250 {
      let seed = Self.seed &+ UInt64(part * 250 + number)
      var generator = StatementGenerator(seed: seed)
      let tokens = generator.mutated(number % 10 == 0 ? generator.soup() : generator.statement())
      let pieces = generator.pieces(of: tokens)
      if Comparison(pieces.joined()).difference != nil { Issue.record("\(Shrinking.report(pieces, seed: seed))") }
    }
  }
}

import SourceText
import Testing

@testable import PostgresSyntax

/// The trees of schema statements and of others that are neither queries nor changes of data, as outlines.
@Suite struct DefinitionTreeTests {
  @Test(arguments: DefinitionTrees.rows)
  func outlines(_ row: Row) throws {
    let tree = try Parser.parseStatement(SQLText(row.text))
    #expect(tree.defects == [])
    #expect(tree.outline == row.expected)
  }

  /// Every kind of statement and of its parts stands in a row above or in one of the judge's statements.
  @Test func everyKindIsMade() throws {
    let statements = DefinitionTrees.rows.map(\.text) + Corpus.utilities
    let made = Set(try statements.flatMap { try Parser.parseStatement(SQLText($0)).nodes.map(\.kind) })
    let parts = NodeKind.allCases.filter { $0.rawValue >= NodeKind.notNullConstraint.rawValue && $0.rawValue <= NodeKind.utilityStatement.rawValue }
    #expect(parts.filter { !made.contains($0) } == [])
  }
}

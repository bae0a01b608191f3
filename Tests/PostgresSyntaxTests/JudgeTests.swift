import CPgQuery
import Foundation
import SourceText
import Testing

@testable import PostgresSyntax

/// libpg_query, PostgreSQL's own grammar, on what statements are and how they group.
@Suite struct JudgeTests {
  @Test(arguments: Corpus.expressions.map { "SELECT \($0)" } + Corpus.queries + Corpus.changes + Corpus.utilities)
  func sameTree(_ statement: String) throws {
    let expected = try #require(Judge.tree(of: statement).tree, "PostgreSQL refuses it: the corpus is wrong")
    let tree = try Parser.parseStatement(SQLText(statement))
    #expect(tree.defects == [])
    let printed = tree.fullyParenthesised()
    #expect(Judge.tree(of: printed).tree == expected, "printed: \(printed)")
  }

  @Test(arguments: Corpus.refused)
  func refuses(_ statement: String) throws {
    let (tree, message) = Judge.tree(of: statement)
    #expect(tree == nil, "PostgreSQL accepts it: the corpus is wrong")
    let error = try #require(throws: SyntaxError.self) { try Parser.parseStatement(SQLText(statement)) }
    #expect(error.message == message)
    // Of some errors PostgreSQL says no place.
    if let position = Judge.errorPosition(in: statement), position > 0, statement.utf8.count == statement.count {
      #expect(error.range.start == position - 1)
    }
  }

  /// Cut after any token, both agree on whether it is a statement still.
  @Test(arguments: Corpus.expressions.map { "SELECT \($0)" } + Corpus.queries + Corpus.changes + Corpus.utilities)
  func prefixesOfTokens(_ statement: String) {
    let tokens = Lexer.tokens(of: SQLText(statement)).tokens
    for token in tokens.dropLast() {
      let prefix = String(decoding: Array(statement.utf8)[..<token.range.end], as: UTF8.self)
      let (tree, message) = Judge.tree(of: prefix)
      do {
        _ = try Parser.parseStatement(SQLText(prefix))
        // PostgreSQL 16 takes subqueries without an alias, and so do we.
        #expect(tree != nil || message?.hasSuffix("in FROM must have an alias") == true, "\(prefix)")
      } catch {
        #expect(error.message == message || message?.hasSuffix("in FROM must have an alias") == true, "\(prefix)")
      }
    }
  }
}

enum Judge {
  /// PostgreSQL's raw parse tree as JSON without locations, or its message.
  static func tree(of statement: String) -> (tree: String?, message: String?) {
    let result = pg_query_parse(statement)
    defer { pg_query_free_parse_result(result) }
    if let error = result.error { return (nil, error.pointee.message.map { String(cString: $0) }) }
    guard let text = result.parse_tree, let object = try? JSONSerialization.jsonObject(with: Data(String(cString: text).utf8)),
      let data = try? JSONSerialization.data(withJSONObject: bare(object), options: [.sortedKeys])
    else { return (nil, "no JSON") }
    return (String(decoding: data, as: UTF8.self), nil)
  }

  /// Where PostgreSQL's message points to, in characters from 1; 0 for no place, nil where it accepts.
  static func errorPosition(in statement: String) -> Int? {
    let result = pg_query_parse(statement)
    defer { pg_query_free_parse_result(result) }
    return result.error.map { Int($0.pointee.cursorpos) }
  }

  private static func bare(_ value: Any) -> Any {
    if let object = value as? [String: Any] {
      return object.filter { !["location", "stmt_location", "stmt_len"].contains($0.key) }.mapValues(bare)
    }
    return (value as? [Any])?.map(bare) ?? value
  }
}

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
    let verdict = verdict(on: statement)
    return (verdict.tree, verdict.message)
  }

  /// Where PostgreSQL's message points to, in characters from 1; 0 for no place, nil where it accepts.
  static func errorPosition(in statement: String) -> Int? {
    let verdict = verdict(on: statement)
    return verdict.tree == nil ? verdict.position : nil
  }

  /// The tree or the message, and for a message its place: characters from 1, 0 where there is none.
  static func verdict(on statement: String) -> (tree: String?, message: String?, position: Int) {
    let result = pg_query_parse(statement)
    defer { pg_query_free_parse_result(result) }
    if let error = result.error { return (nil, error.pointee.message.map { String(cString: $0) } ?? "", Int(error.pointee.cursorpos)) }
    guard let text = result.parse_tree else { return (nil, "no tree", 0) }
    return (withoutLocations(text), nil, 0)
  }

  /// JSON without its members `location`, `stmt_location` and `stmt_len`.
  private static func withoutLocations(_ json: UnsafePointer<CChar>) -> String {
    var bare = [UInt8](UnsafeRawBufferPointer(start: json, count: strlen(json)))
    // Inside strings a quote has a backslash before it, so the pattern cannot stand there.
    for name in ["\"location\":", "\"stmt_location\":", "\"stmt_len\":"] {
      bare.append(0)
      let copy = bare
      bare.removeAll(keepingCapacity: true)
      copy.withUnsafeBufferPointer { buffer in
        buffer.withMemoryRebound(to: CChar.self) { if let json = $0.baseAddress { appendAll(of: json, without: name, &bare) } }
      }
    }
    return String(decoding: bare, as: UTF8.self)
  }

  /// Appends JSON without the members of a name and their numbers.
  private static func appendAll(of json: UnsafePointer<CChar>, without name: String, _ bare: inout [UInt8]) {
    var rest = json
    while let place = strstr(rest, name) {
      append(from: rest, to: place, &bare)
      var end = place + name.utf8.count
      while end.pointee == 45 || (end.pointee >= 48 && end.pointee <= 57) { end += 1 }
      if end.pointee == 44 { end += 1 } else if bare.last == 44 { bare.removeLast() }
      rest = UnsafePointer(end)
    }
    append(from: rest, to: rest + strlen(rest), &bare)
  }

  private static func append(from start: UnsafePointer<CChar>, to end: UnsafePointer<CChar>, _ bytes: inout [UInt8]) {
    bytes += UnsafeRawBufferPointer(start: start, count: end - start)
  }
}

import SourceText

/// PostgreSQL's grammar as a recursive-descent parser over `SQLText`.
///
///     let tree = try Parser.parseStatement(text)          // one whole statement, atoms included
///     let ranges = Parser.split(text)                     // the statements of a script
///     let fragment = try Parser.parseFragment(text)       // a clause list, boolean tail, expression, select list…
///
/// Any bytes give a tree or a `SyntaxError`; nesting is limited to `maximumDepth` levels, so no input overflows the stack.
/// Chains of operators, of set operations and of joins are parsed by loops and may have any length.
package enum Parser {
  /// Levels of nesting (parentheses, calls, CASE…) that a statement may have; a subquery in parentheses counts as two.
  ///
  /// Parsing this deep takes about 1 MB of stack in a release build, of the 8 MB that a thread has on Linux.
  package static let maximumDepth = 400

  /// Parses one statement; a semicolon may follow it.
  ///
  /// - Throws: `SyntaxError` in PostgreSQL's words for the first place where the text is no statement; for an empty text too.
  package static func parseStatement(_ text: SQLText) throws(SyntaxError) -> SyntaxTree {
    var grammar = Grammar(text)
    try grammar.parseStatement()
    while grammar.accept(.semicolon) {}
    try grammar.expectEnd()
    return grammar.tree(of: text)
  }

  /// Parses text that is a part of a statement.
  ///
  /// The tree's root is a `fragment` of clauses, boolean tails, expressions, select or SET items, FROM items or common table
  /// expressions, whichever reading first takes in the whole text.
  ///
  /// - Throws: The `SyntaxError` of the reading that came furthest.
  package static func parseFragment(_ text: SQLText) throws(SyntaxError) -> SyntaxTree {
    let grammar = Grammar(text)
    var furthest: SyntaxError?
    for reading in FragmentReading.allCases {
      var attempt = grammar
      do throws(SyntaxError) {
        try attempt.parseFragment(as: reading)
        return attempt.tree(of: text)
      } catch {
        if (furthest?.range.start ?? -1) < error.range.start { furthest = error }
      }
    }
    throw furthest ?? grammar.unexpected()
  }
}

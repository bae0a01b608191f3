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
  package static let maximumDepth = 400

  /// The levels parsed on the caller's stack: they need less than half a megabyte even in a debug build. What is nested deeper, hardly
  /// anything that people write, is parsed anew on a stack that is large enough, whatever thread asks.
  static let depthOnAnyStack = 16

  /// Parses one statement; a semicolon may follow it.
  ///
  /// - Throws: `SyntaxError` in PostgreSQL's words for the first place where the text is no statement; for an empty text too.
  package static func parseStatement(_ text: SQLText) throws(SyntaxError) -> SyntaxTree {
    try parse(text) { grammar in
      do throws(SyntaxError) {
        try grammar.parseStatement()
        while grammar.accept(.semicolon) {}
        try grammar.expectEnd()
        return .success(grammar.tree(of: text))
      } catch {
        return .failure(error)
      }
    }
  }

  /// Parses text that is a part of a statement.
  ///
  /// The tree's root is a `fragment` of clauses, boolean tails, expressions, select or SET items, FROM items or common table
  /// expressions, whichever reading first takes in the whole text.
  ///
  /// - Throws: The `SyntaxError` of the reading that came furthest.
  package static func parseFragment(_ text: SQLText) throws(SyntaxError) -> SyntaxTree {
    try parse(text) { grammar in
      var furthest: SyntaxError?
      for reading in FragmentReading.allCases {
        var attempt = grammar
        do throws(SyntaxError) {
          try attempt.parseFragment(as: reading)
          return .success(attempt.tree(of: text))
        } catch {
          if (furthest?.range.start ?? -1) < error.range.start { furthest = error }
        }
        if attempt.isTooDeep { grammar.isTooDeep = true }
      }
      return .failure(furthest ?? grammar.unexpected())
    }
  }

  private static func parse(
    _ text: SQLText, _ reading: @escaping @Sendable (inout Grammar) -> Result<SyntaxTree, SyntaxError>
  ) throws(SyntaxError) -> SyntaxTree {
    var grammar = Grammar(text, depthLimit: depthOnAnyStack)
    let result = reading(&grammar)
    guard grammar.isTooDeep else { return try result.get() }
    return try DeepStack.result {
      var grammar = Grammar(text, depthLimit: maximumDepth)
      return reading(&grammar)
    }.get()
  }
}

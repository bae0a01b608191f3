import SourceText

/// PostgreSQL's grammar as a recursive-descent parser over `SQLText`.
///
///     let tree = try Parser.parseStatement(text)          // one whole statement, atoms included
///     let ranges = Parser.split(text)                     // the statements of a script
///     let fragment = Parser.parseFragment(text)           // nil when it is no clause list, tail or expression
///
/// Any bytes give a tree or a `SyntaxError`; nesting is limited to `maximumDepth` levels, so no input overflows the stack.
package enum Parser {
  /// Levels of nesting (parentheses, subqueries, CASE…) that a statement may have.
  package static let maximumDepth = 400
}

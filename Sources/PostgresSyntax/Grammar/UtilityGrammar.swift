import SourceText

/// Statements other than queries and data changes: a shallow tree with the names that they speak of and the statement inside.
extension Grammar {
  /// A statement that begins with a command's word.
  mutating func parseUtility() throws(SyntaxError) {
    guard let keyword = current.keyword, Self.commands.contains(keyword) else { throw unexpected() }
    let (mark, start) = (mark, current.range.start)
    switch keyword {
    case .explain: try parseExplain()
    default: try parseGenericUtility()
    }
    finish(.utilityStatement, from: mark, start: start)
  }

  /// The first words of gram.y's statements, without queries and data changes.
  static let commands: Set<Keyword> = [
    .abort, .alter, .analyze, .analyse, .begin, .call, .checkpoint, .close, .cluster, .comment, .commit, .copy, .create, .deallocate,
    .declare, .discard, .do, .drop, .end, .execute, .explain, .fetch, .grant, .import, .listen, .load, .lock, .move, .notify, .prepare,
    .reassign, .refresh, .reindex, .release, .reset, .revoke, .rollback, .savepoint, .security, .set, .show, .start, .truncate,
    .unlisten, .vacuum,
  ]

  private mutating func parseExplain() throws(SyntaxError) {
    advance()
    if at(.leftParenthesis), !isQueryAhead(from: 0) {
      try skipParentheses()
    } else {
      _ = accept(.analyze) || accept(.analyse)
      _ = accept(.verbose)
    }
    if at(any: .create, .declare, .refresh, .execute) { try parseUtility() } else { try parsePreparable() }
    role(.statement)
  }

  /// Any tokens with balanced parentheses, up to the semicolon or the end.
  private mutating func parseGenericUtility() throws(SyntaxError) {
    var open = 0
    // BEGIN ATOMIC and CASE inside it, each up to its END.
    var blocks = 0
    while current.kind != .end {
      if at(.leftParenthesis) { open += 1 }
      if at(.rightParenthesis) {
        guard open > 0 else { throw unexpected() }
        open -= 1
      }
      if at(.begin, .atomic) || (blocks > 0 && at(.case)) { blocks += 1 }
      if at(.end), blocks > 0 { blocks -= 1 }
      if at(.semicolon), open == 0, blocks == 0 { break }
      if at(.invalid) { throw unexpected() }
      advance()
    }
    if open > 0 || blocks > 0 { throw unexpected() }
  }
}

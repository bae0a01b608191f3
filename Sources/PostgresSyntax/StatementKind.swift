/// What sort of statement a tree is.
package enum StatementKind: Hashable, Sendable {
  case select, insert, update, delete, merge
  /// Any other statement; its command as PostgreSQL's manual lists it: `CREATE TABLE`, `BEGIN`, `COPY`.
  case utility(command: String)
  case fragment
}

extension SyntaxTree {
  package var statementKind: StatementKind {
    switch self[root].kind {
    case .insertStatement: .insert
    case .updateStatement: .update
    case .deleteStatement: .delete
    case .mergeStatement: .merge
    case .utilityStatement: .utility(command: statementKeywords.joined(separator: " "))
    case .fragment: .fragment
    default: .select
    }
  }

  /// The words that a statement begins with, in upper case, up to the first name or other token: `["CREATE", "TABLE"]`. Options between
  /// them (`OR REPLACE`, `TEMPORARY`, `IF NOT EXISTS`) are left out.
  package var statementKeywords: [String] {
    let end = children(of: root).first { self[$0].role != .hole }.map { self[$0].range.start } ?? Int.max
    var words: [String] = []
    for token in tokens {
      guard let keyword = token.keyword, token.range.start < end || words.isEmpty else { break }
      words.append(keyword.word.uppercased())
      if self[root].kind != .utilityStatement { break }
    }
    return words
  }
}

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
    case let kind where kind.isUtility: .utility(command: statementKeywords.joined(separator: " "))
    case .fragment: .fragment
    default: .select
    }
  }

  /// The words that name the statement's command, in upper case: `["CREATE", "TABLE"]`, `["BEGIN"]`, `["ALTER", "DEFAULT", "PRIVILEGES"]`. Options
  /// among them (`OR REPLACE`, `TEMPORARY`, `IF NOT EXISTS`) are left out. `WITH` before a statement counts as its first word.
  package var statementKeywords: [String] {
    guard let first = tokens.first(where: { $0.kind != .atom }), let command = first.keyword else { return [] }
    guard self[root].kind.isUtility, Self.commandsWithObject.contains(command) else { return [command.word.uppercased()] }
    let name = children(of: root).first { self[$0].role == .name }.map { self[$0].range.start } ?? Int.max
    var words: [String] = []
    for token in tokens where token.kind != .atom {
      guard let keyword = token.keyword, token.range.start < name, !Self.wordsAfterCommand.contains(keyword) else { break }
      if !Self.commandOptions.contains(keyword) { words.append(keyword.word.uppercased()) }
    }
    return words
  }

  /// Commands that what they work on belongs to.
  private static let commandsWithObject: Set<Keyword> = [.alter, .create, .drop, .import, .reassign, .refresh, .security, .start]

  private static let commandOptions: Set<Keyword> = [
    .concurrently, .exists, .global, .if, .local, .not, .only, .or, .procedural, .recursive, .replace, .temp, .temporary, .trusted, .unique,
    .unlogged,
  ]

  /// Where a command is over although no name of an object follows.
  private static let wordsAfterCommand: Set<Keyword> = [
    .all, .authorization, .by, .for, .from, .grant, .in, .isolation, .on, .read, .reset, .revoke, .set,
  ]
}

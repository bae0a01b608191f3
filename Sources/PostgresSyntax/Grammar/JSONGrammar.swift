import SourceText

/// The SQL/JSON constructors and query functions of PostgreSQL 16 and 17, shallow: their values are nodes, their clauses are not.
///
/// PostgreSQL 15 knows these names as plain functions at most, so a call without such a clause stays a `functionCall`.
extension Grammar {
  private static let jsonFunctions: Set<String> = [
    "json", "json_array", "json_arrayagg", "json_exists", "json_object", "json_objectagg", "json_query", "json_scalar", "json_serialize",
    "json_value",
  ]

  /// Whether a name in one part, before an opening parenthesis, is such a function.
  func atJSONFunction(_ name: Token) -> Bool {
    name.kind == .identifier && at(.leftParenthesis) && position > 0 && tokens[position - 1] == name
      && Self.jsonFunctions.contains(text(of: name).lowercased()) && hasJSONClause
  }

  /// Whether between the parentheses that open here something stands that no plain call can have.
  private var hasJSONClause: Bool {
    var offset = 1
    var open = 1
    while open > 0 {
      let token = peek(offset)
      if token.kind == .end { return false }
      if token.symbol == .leftParenthesis || token.symbol == .leftBracket { open += 1 }
      if token.symbol == .rightParenthesis || token.symbol == .rightBracket { open -= 1 }
      if open == 1, offset == 1, token.keyword == .select || token.keyword == .with { return true }
      if open == 1, token.symbol == .colon || [.value, .returning, .passing].contains(token.keyword) { return true }
      if open == 1, token.keyword == .on || (token.keyword == .with && offset > 1) || token.keyword == .without { return true }
      offset += 1
    }
    return false
  }

  /// `( … )` of such a function; its name is pending at `mark`.
  mutating func parseJSONFunction(from mark: Int, start: Int) throws(SyntaxError) {
    role(.name)
    try expect(.leftParenthesis)
    if at(any: .select, .with) {
      try parseQuery()
      role(.argument)
    } else {
      while !at(.rightParenthesis), !atJSONTail {
        try parseExpression()
        role(.argument)
        guard accept(.comma) || accept(.colon) || accept(.value) else { break }
      }
      if at(.order) {
        try parseOrderBy()
        role(.orderByClause)
      }
    }
    try parseJSONClauses()
    try expect(.rightParenthesis)
    finish(.specialFunction, from: mark, start: start)
  }

  /// NULL ON NULL, RETURNING: clauses where a value could begin.
  private var atJSONTail: Bool { at(.returning) || (at(.null) && peek(1).keyword == .on) }

  /// Any words and balanced parentheses up to the closing one.
  mutating func parseJSONClauses() throws(SyntaxError) {
    while !at(.rightParenthesis) {
      if at(.leftParenthesis) {
        try skipParentheses()
      } else {
        guard current.kind != .end, !at(.semicolon), !at(.invalid) else { throw unexpected() }
        advance()
      }
    }
  }

  /// `JSON_TABLE ( context, path … COLUMNS (…) )` in FROM, from its name on; false where it is none.
  mutating func parseJSONTable(from mark: Int, start: Int, _ attributes: NodeAttributes) throws(SyntaxError) -> Bool {
    guard at(word: "json_table"), peek(1).symbol == .leftParenthesis else { return false }
    parseSpecialName()
    advance()
    try parseExpression()
    role(.item)
    try expect(.comma)
    try parseExpression()
    role(.item)
    try parseJSONClauses()
    try expect(.rightParenthesis)
    try parseOptionalAlias()
    finish(.specialTable, from: mark, start: start, attributes: attributes)
    return true
  }
}

import SourceText

/// `json_table` of PostgreSQL 17.
extension Grammar {
  /// `JSON_TABLE ( … )` in FROM, from its name on; false where it is none.
  mutating func parseJSONTable(from mark: Int, start: Int, _ attributes: NodeAttributes) throws(SyntaxError) -> Bool {
    guard at(word: "json_table"), peek(1).symbol == .leftParenthesis else { return false }
    note(.jsonTable, at: current)
    parseSpecialName()
    advance()
    try parseJSONValue()
    role(.item)
    try expect(.comma)
    try parseExpression()
    role(.item)
    if accept(.as) { try parseColumnName(role: .field) }
    _ = try parseJSONClauses()
    try parseJSONColumns()
    _ = try parseJSONClauses()
    try expect(.rightParenthesis)
    try parseOptionalAlias()
    finish(.specialTable, from: mark, start: start, attributes: attributes)
    return true
  }

  /// `COLUMNS ( json_table_column_definition_list )`.
  private mutating func parseJSONColumns() throws(SyntaxError) {
    try expect(.columns)
    try expect(.leftParenthesis)
    try enter()
    try parseList(.definition) { grammar throws(SyntaxError) in try grammar.parseJSONColumn() }
    leave()
    try expect(.rightParenthesis)
  }

  /// `json_table_column_definition`.
  private mutating func parseJSONColumn() throws(SyntaxError) {
    if at(word: "nested"), peek(1).kind == .string || text(of: peek(1)).lowercased() == "path" { return try parseNestedColumns() }
    let mark = mark
    try parseColumnName()
    if accept(.for) {
      try expect(.ordinality)
      return finish(.columnDefinition, from: mark)
    }
    try parseTypeName()
    role(.type)
    if at(.exists) {
      advance()
      try parseJSONPath()
      _ = try parseJSONClauses()
      finish(.columnDefinition, from: mark)
      return setDetail(.json)
    }
    let (inner, start) = (self.mark, current.range.start)
    if acceptJSONFormat() {
      finish(.jsonClause, from: inner, start: start)
      setDetail(.formatJSON)
      role(.option)
    }
    try parseJSONPath()
    _ = try parseJSONClauses()
    finish(.columnDefinition, from: mark)
  }

  /// `json_table_column_path_clause_opt`.
  private mutating func parseJSONPath() throws(SyntaxError) {
    guard at(word: "path") else { return }
    advance()
    guard atLiteralValue || atHole else { throw unexpected() }
    parseLiteralValue()
  }

  /// `NESTED path_opt Sconst [AS name] COLUMNS ( … )`.
  private mutating func parseNestedColumns() throws(SyntaxError) {
    let (mark, start) = (mark, current.range.start)
    advance()
    if at(word: "path") { advance() }
    guard atLiteralValue || atHole else { throw unexpected() }
    parseLiteralValue()
    if accept(.as) { try parseColumnName(role: .alias) }
    try parseJSONColumns()
    finish(.jsonNestedColumns, from: mark, start: start)
  }
}

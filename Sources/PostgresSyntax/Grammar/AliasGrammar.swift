import SourceText

/// What follows an item of FROM: an alias, definitions of its columns, a sample.
extension Grammar {
  /// A hole that can only be an alias: another table, a condition or a list of columns follows. Before anything else it may be joins or a clause.
  var atHoleAlias: Bool {
    guard atHole else { return false }
    let next = peek(1)
    if next.symbol == .leftParenthesis { return next.range.start == current.range.end }
    return next.symbol == .comma || next.keyword == .on || next.keyword == .using || next.keyword == .tablesample
  }

  /// `opt_alias_clause`.
  mutating func parseOptionalAlias() throws(SyntaxError) {
    guard at(.as) || atColumnName || atHoleAlias else { return }
    try parseAlias(allowsDefinitions: false)
    role(.alias)
  }

  /// `alias_clause`, and `func_alias_clause`'s column definitions.
  mutating func parseAlias(allowsDefinitions: Bool) throws(SyntaxError) {
    let (mark, start) = (mark, current.range.start)
    let attributes: NodeAttributes = accept(.as) ? .explicit : []
    if allowsDefinitions, attributes == .explicit, at(.leftParenthesis) {
      try parseDefinitions()
      return finish(.alias, from: mark, start: start, attributes: attributes)
    }
    try parseColumnName()
    if at(.leftParenthesis) {
      if allowsDefinitions, isColumnName(peek(1)) || peek(1).symbol == .hole, peek(2).symbol != .comma, peek(2).symbol != .rightParenthesis {
        try parseDefinitions()
      } else {
        try parseParenthesizedNames(role: .column)
      }
    }
    finish(.alias, from: mark, start: start, attributes: attributes)
  }

  /// `( TableFuncElementList )`.
  mutating func parseDefinitions() throws(SyntaxError) {
    try expect(.leftParenthesis)
    try parseList(.definition) { grammar throws(SyntaxError) in
      let mark = grammar.mark
      try grammar.parseColumnName()
      try grammar.parseTypeName()
      grammar.role(.type)
      if grammar.accept(.collate) { try grammar.parseQualifiedName(role: .collation) }
      grammar.finish(.columnDefinition, from: mark)
    }
    try expect(.rightParenthesis)
  }

  /// `tablesample_clause`.
  mutating func parseTableSample() throws(SyntaxError) {
    let (mark, start) = (mark, current.range.start)
    advance()
    try parseFunctionName()
    guard at(.leftParenthesis), isFunctionName(pending.count - 1) else { throw unexpected() }
    try expect(.leftParenthesis)
    try parseExpressionList(role: .argument)
    try expect(.rightParenthesis)
    if accept(.repeatable) {
      try expect(.leftParenthesis)
      try parseExpression()
      role(.value)
      try expect(.rightParenthesis)
    }
    finish(.tableSample, from: mark, start: start)
    role(.sample)
  }
}

import SourceText

/// Functions in FROM: `func_table`, ROWS FROM, `xmltable`.
extension Grammar {
  /// `func_table func_alias_clause`, or a table's name; false when only a name is left pending at `mark`.
  mutating func parseFunctionTable(from mark: Int, start: Int, _ attributes: NodeAttributes) throws(SyntaxError) -> Bool {
    if at(.xmltable), peek(1).symbol == .leftParenthesis {
      try parseXMLTable(from: mark, start: start, attributes)
      return true
    }
    if try parseJSONTable(from: mark, start: start, attributes) { return true }
    guard try parseWindowlessFunction() else { return false }
    role(.function)
    try finishFunctionTable(from: mark, start: start, attributes)
    return true
  }

  /// `func_expr_windowless`; false when it is a name without arguments, left pending as a `qualifiedName` with its role.
  mutating func parseWindowlessFunction() throws(SyntaxError) -> Bool {
    if let keyword = current.keyword, keyword != .grouping, try parseSpecialFunction(keyword) { return true }
    let (mark, start, first) = (mark, current.range.start, current)
    let canBeColumn = isColumnName(first) || atNameAtom
    guard canBeColumn || isTypeOrFunctionName(first) else { throw unexpected() }
    leaf(atHole ? .hole : atAtom ? .placeholder : .identifier, role: .name)
    let isFunctionName = isTypeOrFunctionName(first) || first.symbol == .hole || at(.dot)
    if canBeColumn { try parseNameIndirection() }
    finish(.qualifiedName, from: mark, start: start)
    if at(.leftParenthesis), isFunctionName, first.symbol != .hole || current.range.start == end {
      try parseFunctionCall(from: mark, start: start, isWindowless: true)
      return true
    }
    guard canBeColumn else { throw unexpected() }
    role(.name)
    return false
  }

  /// `opt_ordinality func_alias_clause`.
  private mutating func finishFunctionTable(from mark: Int, start: Int, _ attributes: NodeAttributes) throws(SyntaxError) {
    var attributes = attributes
    if accept(.with, .ordinality) { attributes.insert(.ordinality) }
    if at(.as) || atColumnName || atHoleAlias {
      try parseAlias(allowsDefinitions: true)
      role(.alias)
    }
    finish(.functionTable, from: mark, start: start, attributes: attributes)
  }

  /// `ROWS FROM ( rowsfrom_list )`.
  mutating func parseRowsFrom(from mark: Int, start: Int, _ attributes: NodeAttributes) throws(SyntaxError) {
    position += 2
    try expect(.leftParenthesis)
    repeat {
      guard try parseWindowlessFunction() else { throw unexpected() }
      role(.function)
      if accept(.as) { try parseDefinitions() }
    } while accept(.comma)
    try expect(.rightParenthesis)
    try finishFunctionTable(from: mark, start: start, attributes.union(.rowsFrom))
  }

  /// `xmltable opt_alias_clause`.
  private mutating func parseXMLTable(from mark: Int, start: Int, _ attributes: NodeAttributes) throws(SyntaxError) {
    parseSpecialName()
    try expect(.leftParenthesis)
    if at(.xmlnamespaces), peek(1).symbol == .leftParenthesis {
      position += 2
      try parseList(.item) { grammar throws(SyntaxError) in try grammar.parseXMLNamespace() }
      try expect(.rightParenthesis)
      try expect(.comma)
    }
    try parsePrimaryWithRole(.item)
    try parseXMLPassing()
    try expect(.columns)
    try parseList(.definition) { grammar throws(SyntaxError) in try grammar.parseXMLColumn() }
    try expect(.rightParenthesis)
    try parseOptionalAlias()
    finish(.specialTable, from: mark, start: start, attributes: attributes)
  }

  private mutating func parseXMLNamespace() throws(SyntaxError) {
    let (mark, start) = (mark, current.range.start)
    let isDefault = accept(.default)
    try parseExpression(.restricted)
    role(.value)
    if !isDefault {
      try expect(.as)
      try parseLabel(role: .alias)
    }
    finish(.other, from: mark, start: start)
  }

  /// `xmltable_column_el`.
  private mutating func parseXMLColumn() throws(SyntaxError) {
    let mark = mark
    try parseColumnName()
    if accept(.for) {
      try expect(.ordinality)
      return finish(.columnDefinition, from: mark)
    }
    try parseTypeName()
    role(.type)
    var seen: Set<String> = []
    while let option = try parseXMLColumnOption() {
      if !seen.insert(option.name).inserted { throw repeatedXMLColumnOption(option.name, at: option.token, column: mark) }
    }
    finish(.columnDefinition, from: mark)
  }

  /// `xmltable_column_option_el`; nil where none begins.
  private mutating func parseXMLColumnOption() throws(SyntaxError) -> (name: String, token: Token)? {
    let token = current
    if accept(.not) {
      try expect(.null)
      return ("null", token)
    }
    if accept(.null) { return ("null", token) }
    guard at(.default) || current.kind == .identifier || current.kind == .quotedIdentifier else { return nil }
    let name = SyntaxTree.name(in: bytes[token.range.range])
    if name == "__pg__is_not_null" { throw failure("option name \"\(name)\" cannot be used in XMLTABLE", range: token.range) }
    advance()
    try parseExpression(.restricted)
    role(.item)
    guard ["default", "path"].contains(name) else { throw failure("unrecognized column option \"\(name)\"", range: token.range) }
    return (name, token)
  }

  private func repeatedXMLColumnOption(_ name: String, at token: Token, column mark: Int) -> SyntaxError {
    let column = NodeID(Int(pending[mark]))
    return switch name {
    case "default": failure("only one DEFAULT value is allowed", range: token.range)
    case "path": failure("only one PATH value per column is allowed", range: token.range)
    default: failure("conflicting or redundant NULL / NOT NULL declarations for column \"\(finishedTree.name(of: column))\"", range: token.range)
    }
  }
}

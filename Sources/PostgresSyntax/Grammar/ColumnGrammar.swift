import SourceText

/// What begins with a name: columns, whole rows, function calls and `type 'literal'`.
extension Grammar {
  /// `columnref`, `func_application`, `func_name Sconst`.
  mutating func parseNamed() throws(SyntaxError) {
    let first = current
    let mark = mark
    let start = first.range.start
    let canBeColumn = isColumnName(first) || atHole
    guard canBeColumn || isTypeOrFunctionName(first) else { throw unexpected() }
    leaf(atHole ? .hole : .identifier, role: .name)
    let canBeFunction = isTypeOrFunctionName(first) || first.symbol == .hole || at(.dot)
    if canBeColumn {
      while at(.dot) {
        advance()
        if at(.asterisk) { return try finishStar(from: mark) }
        try parseLabel()
      }
    }
    if at(.leftParenthesis), canBeFunction {
      finish(.qualifiedName, from: mark, start: start)
      if atJSONFunction(first) { return try parseJSONFunction(from: mark, start: start) }
      return try parseFunctionCall(from: mark, start: start)
    }
    if atLiteralValue, canBeFunction { return try finishGenericTypedLiteral(from: mark, start: start) }
    guard canBeColumn else { throw unexpected() }
    finish(.columnReference, from: mark, start: start)
    try parseIndirection()
  }

  /// A string, or psycopg's `%s`, which becomes one on the client.
  var atLiteralValue: Bool {
    current.kind == .string || (current.symbol == .placeholder && bytes[current.range.start] == UInt8(ascii: "%"))
  }

  private mutating func finishStar(from mark: Int) throws(SyntaxError) {
    advance()
    finish(.star, from: mark)
    try checkLastStar()
  }

  /// The value of a typed literal with its role.
  mutating func parseLiteralValue() {
    leaf(current.kind == .string ? .stringLiteral : atHole ? .hole : .placeholder, role: .value)
  }

  /// `func_name Sconst`: the name is pending in parts.
  private mutating func finishGenericTypedLiteral(from mark: Int, start: Int) throws(SyntaxError) {
    finish(.qualifiedName, from: mark, start: start)
    role(.name)
    finish(.typeName, from: mark, start: start)
    role(.type)
    parseLiteralValue()
    finish(.typedLiteral, from: mark, start: start)
  }
}

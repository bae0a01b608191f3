import SourceText

/// What begins with a name: columns, whole rows, function calls and `type 'literal'`.
extension Grammar {
  /// `columnref`, `func_application`, `func_name Sconst`.
  mutating func parseNamed() throws(SyntaxError) {
    let (mark, start) = (mark, current.range.start)
    switch try parseNameParts(from: mark, start: start) {
    case .star: try checkLastStar()
    case .call: try parseFunctionCall(from: mark, start: start)
    case .jsonCall: try parseJSONFunction(from: mark, start: start)
    case .column: try parseIndirection()
    case .value: break
    }
  }

  /// What the names at the start of a primary turn out to be.
  private enum Named {
    /// A whole node, complete.
    case value
    /// A `columnReference`, `star`, or the `qualifiedName` of a call, pending.
    case column, star, call, jsonCall
  }

  /// The names, up to an opening parenthesis or to the end. (A function of its own so that nested calls take less of the stack.)
  private mutating func parseNameParts(from mark: Int, start: Int) throws(SyntaxError) -> Named {
    let first = current
    let canBeColumn = isColumnName(first) || atHole
    guard canBeColumn || isTypeOrFunctionName(first) else { throw unexpected() }
    leaf(atHole ? .hole : .identifier, role: .name)
    let canBeFunction = isTypeOrFunctionName(first) || first.symbol == .hole || at(.dot)
    while canBeColumn, at(.dot) {
      advance()
      if at(.asterisk) {
        advance()
        finish(.star, from: mark)
        return .star
      }
      try parseLabel()
    }
    if at(.leftParenthesis), canBeFunction {
      finish(.qualifiedName, from: mark, start: start)
      if atJSONFunction(first) { return .jsonCall }
      guard atMergeAction(first) else { return .call }
      finishMergeAction(from: mark, start: start)
      return .value
    }
    if atLiteralValue, canBeFunction {
      try finishGenericTypedLiteral(from: mark, start: start)
      return .value
    }
    guard canBeColumn else { throw unexpected() }
    guard isSystemUser(first) else {
      finish(.columnReference, from: mark, start: start)
      return .column
    }
    note(.systemUser, at: first)
    nodes.removeLast()
    pending.removeLast()
    finish(.sqlValueFunction, from: mark, start: start)
    return .value
  }

  /// PostgreSQL 16's SYSTEM_USER, a reserved word there.
  private func isSystemUser(_ token: Token) -> Bool {
    token.range.count == 11 && token.range.end == end && token.kind == .identifier
      && bytes[token.range.start] | 0x20 == UInt8(ascii: "s") && text(of: token).lowercased() == "system_user"
  }

  /// PostgreSQL 17's `MERGE_ACTION ( )`.
  private func atMergeAction(_ name: Token) -> Bool {
    name.kind == .identifier && name.range.count == 12 && peek(1).symbol == .rightParenthesis && tokens[max(position - 1, 0)] == name
      && text(of: name).lowercased() == "merge_action"
  }

  private mutating func finishMergeAction(from mark: Int, start: Int) {
    role(.name)
    note(.mergeAction, at: tokens[position - 1])
    position += 2
    finish(.specialFunction, from: mark, start: start)
  }

  /// A string, or psycopg's `%s`, which becomes one on the client.
  var atLiteralValue: Bool {
    current.kind == .string || (current.symbol == .placeholder && bytes[current.range.start] == UInt8(ascii: "%"))
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

import SourceText

/// What the rules of utility statements take from the grammar of names, literals and expressions.
extension Grammar {
  /// Matches one terminal; false, and nothing changed, where it does not fit.
  mutating func matchTerminal(_ terminal: RuleTerminal) -> Bool {
    let before = state
    do throws(SyntaxError) {
      try parse(terminal)
      return true
    } catch {
      if position > furthest.position { furthest = Furthest(position: position, error: error, objection: furthest.objection) }
      goBack(to: before)
      return false
    }
  }

  private mutating func parse(_ terminal: RuleTerminal) throws(SyntaxError) {
    switch terminal {
    case .object: try parseQualifiedName()
    case .table: try parseRelationName()
    case .relation: open.attributes.formUnion(try parseRelation())
    case .functionname:
      try parseFunctionName()
      if at(.leftParenthesis), !isFunctionName(pending.count - 1) { throw unexpected() }
    case .typeobject:
      try parseTypeName()
      role(.name)
    case .name: try take(isColumnName(current), as: .identifier)
    case .label: try take(isLabel(current), as: .identifier)
    case .word: try take(isNonReservedWord(current), as: .identifier)
    case .typefunctionname: try take(isTypeOrFunctionName(current), as: .identifier)
    case .identifier: try take(current.kind == .identifier || current.kind == .quotedIdentifier, as: .identifier)
    case .reserved: try take(current.keyword?.class == .reserved, as: .identifier)
    case .role:
      let isFunction = at(any: .currentRole, .currentUser, .sessionUser)
      let word = current
      try take(isFunction || isNonReservedWord(word), as: isFunction ? .sqlValueFunction : .identifier)
      if word.keyword == Keyword.none { throw failure("role name \"none\" is reserved", range: word.range, sqlstate: "42939") }
    case .operator: try take(current.kind == .operator, as: .operatorName)
    case .anyoperator: try parseOperatorObject()
    case .string, .integer, .number, .signed, .unsigned, .truth, .intervalliteral: try parseConstant(terminal)
    default: try parseTree(terminal)
    }
  }

  private mutating func parseConstant(_ terminal: RuleTerminal) throws(SyntaxError) {
    switch terminal {
    case .string:
      let isPlaceholder = current.kind != .string && atLiteralValue
      try take(current.kind == .string || isPlaceholder, as: isPlaceholder ? .placeholder : .stringLiteral)
    case .truth:
      let isBoolean = at(any: .true, .false)
      guard isBoolean || at(.on) else { throw unexpected() }
      leaf(isBoolean ? .booleanLiteral : .identifier, role: .item)
    case .intervalliteral:
      guard at(.interval), try parseKeywordTypedLiteral(.interval) else { throw unexpected() }
      role(.item)
    case .number: try parseSigned { grammar throws(SyntaxError) in try grammar.parseNumber() }
    case .signed: try parseSigned { grammar throws(SyntaxError) in try grammar.parseInteger() }
    case .integer: try parseInteger()
    default: try parseNumber()
    }
  }

  private mutating func parseInteger() throws(SyntaxError) {
    try take(current.kind == .integer && SyntaxTree.int32(bytes[current.range.range]) != nil, as: .integerLiteral)
  }

  private mutating func parseNumber() throws(SyntaxError) {
    try take(current.kind == .integer || current.kind == .numeric, as: current.kind == .numeric ? .numericLiteral : .integerLiteral)
  }

  /// A number that a sign may stand before.
  private mutating func parseSigned(_ number: (inout Grammar) throws(SyntaxError) -> Void) throws(SyntaxError) {
    guard at(.plus) || at(.minus) else { return try number(&self) }
    let mark = mark
    leaf(.operatorName, role: .operator)
    try number(&self)
    role(.operand)
    finish(.signedNumber, from: mark)
    role(.item)
  }

  /// Terminals that are productions of the grammar of queries.
  private mutating func parseTree(_ terminal: RuleTerminal) throws(SyntaxError) {
    switch terminal {
    case .expr, .bexpr:
      try parseExpression(terminal == .expr ? .full : .restricted)
      role(.item)
    case .type, .definedtype:
      // In a definition OPERATOR ( begins an operator's name.
      if terminal == .definedtype, at(.operator), peek(1).symbol == .leftParenthesis { throw unexpected() }
      try parseTypeName()
      role(.type)
    case .simpletype:
      let (mark, start) = (mark, current.range.start)
      try parseSimpleTypeName()
      finish(.typeName, from: mark, start: start)
      role(.type)
    case .query:
      guard atQueryStart || at(.values) || at(.leftParenthesis) || atHole else { throw unexpected() }
      if atHole, peek(1).kind == .end { leaf(.hole) } else { try parseQuery() }
      role(.statement)
    case .preparable:
      try parsePreparable()
      role(.statement)
    case .statement:
      try parseStatement()
      role(.statement)
    case .where: try parseWhere()
    case .fromlist:
      try parseFrom(.from)
      role(.fromClause)
    case .indexelement:
      try parseIndexElement()
      role(.item)
    case .application:
      guard try parseWindowlessFunction() else { throw unexpected() }
      role(.item)
    default:
      guard atHole else { throw unexpected() }
      leaf(.hole, role: .hole)
    }
  }

  /// The current token as a leaf if it fits; a hole always does.
  private mutating func take(_ fits: Bool, as kind: NodeKind) throws(SyntaxError) {
    guard fits || atNameAtom else { throw unexpected() }
    leaf(atHole ? .hole : atAtom ? .placeholder : kind, role: .item)
  }

  /// `any_operator`.
  private mutating func parseOperatorObject() throws(SyntaxError) {
    let (mark, start) = (mark, current.range.start)
    try parseAnyOperator()
    finish(.operatorName, from: mark, start: start)
    role(.item)
  }
}

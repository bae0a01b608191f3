import SourceText

/// `func_expr`: calls with their aggregate and window parts; `func_expr_common_subexpr`: functions with a grammar of their own.
extension Grammar {
  /// `func_application` and what may follow it, from the opening parenthesis on; the name is pending at `mark`.
  mutating func parseFunctionCall(from mark: Int, start: Int, isWindowless: Bool = false) throws(SyntaxError) {
    role(.name)
    var attributes = try parseFunctionArguments()
    if !isWindowless, atLiteralValue { return try finishModifiedTypedLiteral(from: mark, start: start, attributes) }
    if !isWindowless { try parseFunctionTail(&attributes, mark) }
    finish(.functionCall, from: mark, start: start, attributes: attributes)
  }

  /// `( )`, `( * )`, `( [ALL | DISTINCT] arguments [ORDER BY …] )` with VARIADIC before the last argument.
  private mutating func parseFunctionArguments() throws(SyntaxError) -> NodeAttributes {
    try expect(.leftParenthesis)
    if accept(.rightParenthesis) { return [] }
    if accept(.asterisk) {
      try expect(.rightParenthesis)
      return .star
    }
    var attributes: NodeAttributes = []
    if accept(.distinct) { attributes = .distinct } else if accept(.all) { attributes = .all }
    repeat {
      let isVariadic = attributes.isEmpty && accept(.variadic)
      try parseFunctionArgument()
      role(.argument)
      if isVariadic {
        attributes.insert(.variadic)
        break
      }
    } while accept(.comma)
    parseClauseHoles()
    if at(.order) {
      try parseOrderBy()
      role(.orderByClause)
    }
    parseClauseHoles()
    try expect(.rightParenthesis)
    return attributes
  }

  /// `func_arg_expr`.
  mutating func parseFunctionArgument() throws(SyntaxError) {
    if atNamedArgument { try parseNamedArgument() } else { try parseExpression() }
  }

  private var atNamedArgument: Bool {
    let next = peek(1).symbol
    return (next == .equalsGreater || next == .colonEquals) && (isTypeOrFunctionName(current) || atHole)
  }

  private mutating func parseNamedArgument() throws(SyntaxError) {
    let mark = mark
    leaf(atHole ? .hole : .identifier, role: .name)
    advance()
    try parseExpression()
    role(.value)
    finish(.namedArgument, from: mark)
  }

  /// `func_name ( func_arg_list ) Sconst`: a typed literal whose type has modifiers.
  private mutating func finishModifiedTypedLiteral(from mark: Int, start: Int, _ attributes: NodeAttributes) throws(SyntaxError) {
    guard attributes.isEmpty, pending.count > mark + 1 else { throw unexpected() }
    if let named = pending[(mark + 1)...].map({ nodes[Int($0)] }).first(where: { $0.kind == .namedArgument }) {
      throw failure("type modifier cannot have parameter name", range: named.range)
    }
    if let last = lastNode, last.role == .orderByClause { throw failure("type modifier cannot have ORDER BY", range: last.range) }
    guard lastNode?.role == .argument else { throw unexpected() }
    for index in (mark + 1)..<pending.count { role(.modifier, ofPending: index) }
    finish(.typeName, from: mark, start: start)
    role(.type)
    parseLiteralValue()
    finish(.typedLiteral, from: mark, start: start)
  }

  /// `within_group_clause filter_clause over_clause`.
  mutating func parseFunctionTail(_ attributes: inout NodeAttributes, _ mark: Int) throws(SyntaxError) {
    let group = current
    if accept(.within) {
      try expect(.group)
      try expect(.leftParenthesis)
      try parseOrderBy()
      role(.withinGroup)
      try expect(.rightParenthesis)
    }
    if accept(.filter) {
      try expect(.leftParenthesis)
      try expect(.where)
      try parseExpression()
      role(.filter)
      try expect(.rightParenthesis)
    }
    if accept(.over) {
      if at(.leftParenthesis) { try parseWindowSpecification(from: self.mark, start: current.range.start) } else { try parseColumnName() }
      role(.over)
    }
    if group.keyword == .within { try checkWithinGroup(attributes, mark, group.range) }
  }

  private func checkWithinGroup(_ attributes: NodeAttributes, _ mark: Int, _ range: ByteRange) throws(SyntaxError) {
    if pending[mark...].contains(where: { nodes[Int($0)].role == .orderByClause }) {
      throw failure("cannot use multiple ORDER BY clauses with WITHIN GROUP", range: range)
    }
    if attributes.contains(.distinct) { throw failure("cannot use DISTINCT with WITHIN GROUP", range: range) }
    if attributes.contains(.variadic) { throw failure("cannot use VARIADIC with WITHIN GROUP", range: range) }
  }

  // MARK: Functions with their own grammar

  /// `func_expr_common_subexpr`; false where the keyword begins no such function.
  mutating func parseSpecialFunction(_ keyword: Keyword) throws(SyntaxError) -> Bool {
    switch keyword {
    case .currentDate, .currentRole, .currentUser, .sessionUser, .user, .currentCatalog: leaf(.sqlValueFunction)
    case .currentSchema where peek(1).symbol != .leftParenthesis: leaf(.sqlValueFunction)
    case .currentTime, .currentTimestamp, .localtime, .localtimestamp: try parseTimeFunction()
    case .collation where peek(1).keyword == .for: try parseCollationFor()
    default:
      guard let kind = try specialCallKind(keyword) else { return false }
      try parseSpecialCall(keyword, kind)
    }
    return true
  }

  /// The kind of node that a keyword with an opening parenthesis after it begins; nil where it begins none.
  private func specialCallKind(_ keyword: Keyword) throws(SyntaxError) -> NodeKind? {
    guard let kind = Self.specialKind(keyword) else { return nil }
    if peek(1).symbol == .leftParenthesis { return kind }
    // Only CAST is nothing else.
    if keyword == .cast { throw unexpected(at: peek(1)) }
    return nil
  }

  private mutating func parseSpecialCall(_ keyword: Keyword, _ kind: NodeKind) throws(SyntaxError) {
    let (mark, start) = (mark, current.range.start)
    if kind == .specialFunction { parseSpecialName() } else { advance() }
    advance()
    let attributes = try parseSpecialArguments(keyword)
    try expect(.rightParenthesis)
    finish(kind, from: mark, start: start, attributes: attributes)
  }

  private static func specialKind(_ keyword: Keyword) -> NodeKind? {
    switch keyword {
    case .cast: .castExpression
    case .extract: .extract
    case .overlay: .overlay
    case .position: .position
    case .substring: .substring
    case .trim: .trim
    case .nullif: .nullif
    case .coalesce: .coalesce
    case .greatest: .greatest
    case .least: .least
    case .treat, .normalize, .grouping, .xmlconcat, .xmlelement, .xmlexists, .xmlforest, .xmlparse, .xmlpi, .xmlroot, .xmlserialize:
      .specialFunction
    default: nil
    }
  }

  /// The keyword as the name of a `specialFunction`.
  mutating func parseSpecialName() {
    let mark = mark
    leaf(.identifier, role: .name)
    finish(.qualifiedName, from: mark)
    role(.name)
  }

  private mutating func parseSpecialArguments(_ keyword: Keyword) throws(SyntaxError) -> NodeAttributes {
    switch keyword {
    case .cast, .treat: try parseCastArguments(keyword == .cast ? .operand : .argument)
    case .extract: try parseExtractArguments()
    case .overlay: try parseOverlayArguments()
    case .position: try parsePositionArguments()
    case .substring: try parseSubstringArguments()
    case .trim: return try parseTrimArguments()
    case .nullif:
      try parseArgument()
      try expect(.comma)
      try parseArgument()
    case .coalesce, .greatest, .least, .grouping, .xmlconcat: try parseExpressionList(role: .argument)
    case .normalize: try parseNormalizeArguments()
    default: try parseXMLArguments(keyword)
    }
    return []
  }

  mutating func parseArgument(role: Role = .argument) throws(SyntaxError) {
    try parseExpression()
    self.role(role)
  }

  /// CURRENT_TIME, CURRENT_TIMESTAMP, LOCALTIME, LOCALTIMESTAMP, with a precision.
  private mutating func parseTimeFunction() throws(SyntaxError) {
    let (mark, start) = (mark, current.range.start)
    advance()
    if accept(.leftParenthesis) {
      try parseIntegerConstant(role: .argument)
      try expect(.rightParenthesis)
    }
    finish(.sqlValueFunction, from: mark, start: start)
  }

  /// `COLLATION FOR ( a_expr )`.
  private mutating func parseCollationFor() throws(SyntaxError) {
    let (mark, start) = (mark, current.range.start)
    parseSpecialName()
    advance()
    try expect(.leftParenthesis)
    try parseArgument()
    try expect(.rightParenthesis)
    finish(.specialFunction, from: mark, start: start)
  }
}

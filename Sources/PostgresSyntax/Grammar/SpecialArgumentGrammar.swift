import SourceText

/// The arguments of functions with words between them: CAST, EXTRACT, OVERLAY, POSITION, SUBSTRING, TRIM, NORMALIZE.
extension Grammar {
  mutating func parseCastArguments(_ operand: Role) throws(SyntaxError) {
    try parseArgument(role: operand)
    try expect(.as)
    try parseTypeName()
    role(.type)
  }

  /// `extract_list`.
  mutating func parseExtractArguments() throws(SyntaxError) {
    switch current.kind {
    case .string: leaf(.stringLiteral, role: .field)
    case .identifier, .quotedIdentifier: leaf(.identifier, role: .field)
    case .atom: leaf(atHole ? .hole : .placeholder, role: .field)
    default:
      guard at(any: .year, .month, .day, .hour, .minute, .second) else { throw unexpected() }
      leaf(.identifier, role: .field)
    }
    try expect(.from)
    try parseArgument()
  }

  /// `overlay_list`, `func_arg_list_opt`.
  mutating func parseOverlayArguments() throws(SyntaxError) {
    if at(.rightParenthesis) { return }
    try parseFunctionArgument()
    role(.argument)
    if accept(.placing) {
      try parseArgument(role: .placing)
      try expect(.from)
      try parseArgument(role: .from)
      if accept(.for) { try parseArgument(role: .for) }
    } else {
      try parseMoreArguments()
    }
  }

  private mutating func parseMoreArguments() throws(SyntaxError) {
    while accept(.comma) {
      try parseFunctionArgument()
      role(.argument)
    }
  }

  /// `position_list`.
  mutating func parsePositionArguments() throws(SyntaxError) {
    try parseExpression(.restricted)
    role(.argument)
    try expect(.in)
    try parseExpression(.restricted)
    role(.argument)
  }

  /// `substr_list`, `func_arg_list_opt`.
  mutating func parseSubstringArguments() throws(SyntaxError) {
    if at(.rightParenthesis) { return }
    isSimilarNext = true
    try parseFunctionArgument()
    isSimilarNext = false
    role(.argument)
    if accept(.from) {
      try parseArgument(role: .from)
      if accept(.for) { try parseArgument(role: .for) }
    } else if accept(.for) {
      try parseArgument(role: .for)
      if accept(.from) { try parseArgument(role: .from) }
    } else if accept(.similar) {
      try parseArgument(role: .pattern)
      try expect(.escape)
      try parseArgument(role: .escape)
    } else {
      try parseMoreArguments()
    }
  }

  /// `trim_list` after BOTH, LEADING, TRAILING or nothing.
  mutating func parseTrimArguments() throws(SyntaxError) -> NodeAttributes {
    var attributes: NodeAttributes = []
    if accept(.leading) { attributes = .leading } else if accept(.trailing) { attributes = .trailing } else { _ = accept(.both) }
    if !at(.from) {
      try parseExpression()
      if at(.from) {
        role(.character)
      } else {
        role(.argument)
        while accept(.comma) { try parseArgument() }
        return attributes
      }
    }
    try expect(.from)
    try parseExpressionList(role: .argument)
    return attributes
  }

  mutating func parseNormalizeArguments() throws(SyntaxError) {
    try parseArgument()
    guard accept(.comma) else { return }
    guard at(any: .nfc, .nfd, .nfkc, .nfkd) else { throw unexpected() }
    leaf(.other, role: .argument)
  }
}

import SourceText

/// The XML functions of `func_expr_common_subexpr`.
extension Grammar {
  mutating func parseXMLArguments(_ keyword: Keyword) throws(SyntaxError) {
    switch keyword {
    case .xmlelement: try parseXMLElement()
    case .xmlexists:
      try parsePrimaryWithRole(.argument)
      try parseXMLPassing()
    case .xmlforest: try parseXMLAttributeList()
    case .xmlparse:
      try parseDocumentOrContent()
      try parseArgument()
      if at(any: .preserve, .strip) {
        advance()
        try expect(.whitespace)
      }
    case .xmlpi:
      try parseXMLName()
      if accept(.comma) { try parseArgument() }
    case .xmlroot: try parseXMLRoot()
    default:
      try parseDocumentOrContent()
      try parseArgument()
      try expect(.as)
      let (mark, start) = (mark, current.range.start)
      try parseSimpleTypeName()
      finish(.typeName, from: mark, start: start)
      role(.type)
      try parseIndent()
    }
  }

  /// PostgreSQL 16's `[NO] INDENT`.
  private mutating func parseIndent() throws(SyntaxError) {
    let isNegated = accept(.no)
    guard at(word: "indent") else {
      if isNegated { throw unexpected() }
      return
    }
    note(.xmlIndent, at: current)
    advance()
  }

  mutating func parsePrimaryWithRole(_ role: Role) throws(SyntaxError) {
    try enter()
    try parsePrimary(.restricted)
    self.role(role)
    leave()
  }

  /// `NAME ColLabel`.
  private mutating func parseXMLName() throws(SyntaxError) {
    try expect(.name)
    try parseLabel(role: .field)
  }

  private mutating func parseXMLElement() throws(SyntaxError) {
    try parseXMLName()
    guard accept(.comma) else { return }
    if at(.xmlattributes), peek(1).symbol == .leftParenthesis {
      let (mark, start) = (mark, current.range.start)
      parseSpecialName()
      advance()
      try parseXMLAttributeList()
      try expect(.rightParenthesis)
      finish(.specialFunction, from: mark, start: start)
      role(.argument)
      guard accept(.comma) else { return }
    }
    try parseExpressionList(role: .argument)
  }

  /// `xml_attribute_list`: values with names.
  private mutating func parseXMLAttributeList() throws(SyntaxError) {
    try parseList(.argument) { grammar throws(SyntaxError) in
      let mark = grammar.mark
      try grammar.parseExpression()
      guard grammar.accept(.as) else { return }
      grammar.role(.value)
      try grammar.parseLabel(role: .alias)
      grammar.finish(.resultTarget, from: mark, attributes: .explicit)
    }
  }

  private mutating func parseDocumentOrContent() throws(SyntaxError) {
    guard accept(.document) || accept(.content) else { throw unexpected() }
  }

  /// `xmlexists_argument`.
  mutating func parseXMLPassing() throws(SyntaxError) {
    try expect(.passing)
    try parsePassingMechanism()
    try parsePrimaryWithRole(.argument)
    try parsePassingMechanism()
  }

  private mutating func parsePassingMechanism() throws(SyntaxError) {
    // A column may be called BY.
    if at(.by), peek(1).keyword == .ref || peek(1).keyword == .value { position += 2 }
  }

  private mutating func parseXMLRoot() throws(SyntaxError) {
    try parseArgument()
    try expect(.comma)
    try expect(.version)
    if !accept(.no, .value) { try parseArgument() }
    guard accept(.comma) else { return }
    try expect(.standalone)
    if accept(.yes) { return }
    try expect(.no)
    _ = accept(.value)
  }
}

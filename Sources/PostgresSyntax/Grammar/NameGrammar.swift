import SourceText

/// Names: `ColId`, `type_function_name`, `ColLabel`, `any_name`, `qualified_name`.
extension Grammar {
  /// `ColId`: what can name a column or table.
  func isColumnName(_ token: Token) -> Bool {
    switch token.kind {
    case .identifier, .quotedIdentifier: true
    case .keyword: token.symbol != .bound && token.keyword.map { $0.class == .unreserved || $0.class == .columnName } ?? false
    default: false
    }
  }

  /// `type_function_name`: what can name a type or function.
  func isTypeOrFunctionName(_ token: Token) -> Bool {
    switch token.kind {
    case .identifier, .quotedIdentifier: true
    case .keyword: token.symbol != .bound && token.keyword.map { $0.class == .unreserved || $0.class == .typeOrFunctionName } ?? false
    default: false
    }
  }

  /// `ColLabel`: any word.
  func isLabel(_ token: Token) -> Bool {
    token.kind == .identifier || token.kind == .quotedIdentifier || (token.kind == .keyword && token.symbol != .bound)
  }

  /// `BareColLabel`: what can be a label without AS.
  func isBareLabel(_ token: Token) -> Bool {
    token.kind == .identifier || token.kind == .quotedIdentifier || (token.keyword?.isBareLabel == true && token.symbol != .bound)
  }

  /// `NonReservedWord`: any word but a reserved one.
  func isNonReservedWord(_ token: Token) -> Bool { isLabel(token) && token.keyword?.class != .reserved }

  var atColumnName: Bool { isColumnName(current) }

  /// What can stand for a name: a hole, or a placeholder that a driver replaces by text. (`$1` never; the server has the last word.)
  var atNameAtom: Bool { current.kind == .atom && (current.symbol == .hole || !isDollarParameter(current)) }

  /// `ColId`, or an atom.
  mutating func parseColumnName(role: Role = .name) throws(SyntaxError) {
    try parseNamePart(isColumnName(current), role: role)
  }

  /// `ColLabel`, or an atom.
  mutating func parseLabel(role: Role = .name) throws(SyntaxError) {
    try parseNamePart(isLabel(current), role: role)
  }

  private mutating func parseNamePart(_ isName: Bool, role: Role) throws(SyntaxError) {
    if atNameAtom {
      leaf(atHole ? .hole : .placeholder, role: role)
    } else if isName {
      leaf(.identifier, role: role)
    } else {
      throw unexpected()
    }
  }

  /// `any_name`, `qualified_name`: `a.b.c`, the first part a `ColId`.
  mutating func parseQualifiedName(role: Role = .name) throws(SyntaxError) {
    let mark = mark
    try parseColumnName()
    try parseAttributes()
    finish(.qualifiedName, from: mark)
    self.role(role)
  }

  /// `qualified_name`: catalog, schema and name at most.
  mutating func parseRelationName(role: Role = .name) throws(SyntaxError) {
    let mark = mark
    try parseColumnName()
    try parseNameIndirection()
    finish(.qualifiedName, from: mark)
    self.role(role)
    try checkRelationName()
  }

  /// `func_name` as a `qualifiedName` with the role `.name`. A word that can name a column only is let through alone, for `function_with_argtypes`.
  mutating func parseFunctionName() throws(SyntaxError) {
    let (mark, first) = (mark, current)
    guard isTypeOrFunctionName(first) || isColumnName(first) || atHole else { throw unexpected() }
    leaf(atHole ? .hole : .identifier, role: .name)
    if isColumnName(first) || first.kind == .atom { try parseNameIndirection() }
    finish(.qualifiedName, from: mark)
    role(.name)
  }

  /// Whether the pending `qualifiedName` can name a function: not a word alone that can name a column only.
  func isFunctionName(_ index: Int) -> Bool {
    let name = nodes[Int(pending[index])]
    guard let last = position > 0 ? tokens[position - 1] : nil, last.range == name.range else { return true }
    return last.kind != .keyword || isTypeOrFunctionName(last)
  }

  /// `indirection` after the first part of a relation's or a function's name. PostgreSQL reads subscripts and `*` there too and objects only
  /// to the token after them (`check_qualified_name`, `check_func_name`).
  mutating func parseNameIndirection() throws(SyntaxError) {
    var isName = true
    while at(.dot) || at(.leftBracket) {
      if at(.leftBracket) {
        isName = false
        try parseSubscript(from: mark - 1)
      } else {
        advance()
        if at(.asterisk) { isName = false }
        if at(.asterisk) { advance() } else { try parseLabel() }
      }
    }
    if !isName { throw unexpected() }
  }

  /// `makeRangeVarFromAnyName`: the last node finished has three names at most.
  func checkRelationName() throws(SyntaxError) {
    if let last = pending.last, let error = tooManyNames(Int(last)) { throw error }
  }

  /// The error for a `qualifiedName` of more names than catalog, schema and relation.
  func tooManyNames(_ name: Int) -> SyntaxError? {
    var count = 0
    var child = nodes[name].firstChild
    while child >= 0 {
      count += 1
      child = nodes[Int(child)].nextSibling
    }
    guard count > 3 else { return nil }
    let names = finishedTree.qualifiedName(of: NodeID(name)).joined(separator: ".")
    return failure("improper qualified name (too many dotted names): \(names)", range: nodes[name].range)
  }

  /// The nodes so far, for the meaning of names in error messages.
  var finishedTree: SyntaxTree { SyntaxTree(text: SQLText(bytes: bytes), tokens: [], nodes: nodes, root: NodeID(max(nodes.count - 1, 0))) }

  /// `attrs`: `.label` any number of times.
  mutating func parseAttributes() throws(SyntaxError) {
    while at(.dot) {
      advance()
      try parseLabel()
    }
  }

  /// `name_list`: `ColId, …` as identifiers with a role. A hole may stand for several.
  mutating func parseNameList(role: Role) throws(SyntaxError) {
    try parseList(role) { grammar throws(SyntaxError) in
      try grammar.parseColumnName()
      grammar.parseClauseHoles()
    }
  }

  /// `( name_list )`.
  mutating func parseParenthesizedNames(role: Role) throws(SyntaxError) {
    try expect(.leftParenthesis)
    try parseNameList(role: role)
    try expect(.rightParenthesis)
  }
}

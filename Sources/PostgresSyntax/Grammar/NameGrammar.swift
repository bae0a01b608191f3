import SourceText

/// Names: `ColId`, `type_function_name`, `ColLabel`, `any_name`, `qualified_name`.
extension Grammar {
  /// `ColId`: what can name a column or table.
  func isColumnName(_ token: Token) -> Bool {
    switch token.kind {
    case .identifier, .quotedIdentifier: true
    case .keyword: token.keyword.map { $0.class == .unreserved || $0.class == .columnName } ?? false
    default: false
    }
  }

  /// `type_function_name`: what can name a type or function.
  func isTypeOrFunctionName(_ token: Token) -> Bool {
    switch token.kind {
    case .identifier, .quotedIdentifier: true
    case .keyword: token.keyword.map { $0.class == .unreserved || $0.class == .typeOrFunctionName } ?? false
    default: false
    }
  }

  /// `ColLabel`: any word.
  func isLabel(_ token: Token) -> Bool {
    token.kind == .identifier || token.kind == .quotedIdentifier || token.kind == .keyword
  }

  /// `BareColLabel`: what can be a label without AS.
  func isBareLabel(_ token: Token) -> Bool {
    token.kind == .identifier || token.kind == .quotedIdentifier || token.keyword?.isBareLabel == true
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
    try parseQualifiedName(role: role)
    try checkRelationName()
  }

  /// `makeRangeVarFromAnyName`: the last node finished has three names at most.
  func checkRelationName() throws(SyntaxError) {
    guard let name = lastNode, childCount(ofPending: pending.count - 1) > 3 else { return }
    let parts = text(in: name.range)
    throw failure("improper qualified name (too many dotted names): \(parts)", range: name.range)
  }

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

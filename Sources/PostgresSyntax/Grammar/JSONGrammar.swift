import SourceText

/// The SQL/JSON constructors (PostgreSQL 16) and query functions (17) of `func_expr_common_subexpr`, and `json_aggregate_func`.
///
/// To PostgreSQL 15 their names are names of functions as any other, so a call that could not be the newer construct stays a `functionCall`.
extension Grammar {
  private enum JSONFunction: String {
    case json, array = "json_array", arrayAggregate = "json_arrayagg", exists = "json_exists", object = "json_object"
    case objectAggregate = "json_objectagg", query = "json_query", scalar = "json_scalar", serialize = "json_serialize"
    case value = "json_value"

    var isQuery: Bool { self == .exists || self == .query || self == .value }
    var isAggregate: Bool { self == .arrayAggregate || self == .objectAggregate }
    var feature: SyntaxFeature { isQuery || [.json, .scalar, .serialize].contains(self) ? .jsonQueryFunction : .jsonConstructor }

    /// Whether a call with so many plain arguments is the construct, not a function that PostgreSQL 15 may have.
    func takes(_ count: Int) -> Bool {
      switch self {
      case .json: false
      case .array: true
      case .object: count == 0
      case .objectAggregate: false
      case .arrayAggregate, .scalar, .serialize: count == 1
      case .exists, .query, .value: count == 2
      }
    }
  }

  /// Whether a name in one part, before an opening parenthesis, may be such a function.
  func atJSONFunction(_ name: Token) -> Bool {
    guard name.kind == .identifier, name.range.count >= 4, bytes[name.range.start] | 0x20 == UInt8(ascii: "j"), at(.leftParenthesis), position > 0,
      tokens[position - 1] == name, !DistinctWords.contains(peek(1))
    else { return false }
    return JSONFunction(rawValue: text(of: name).lowercased()) != nil
  }

  /// What begins a plain call's arguments only.
  private enum DistinctWords {
    static func contains(_ token: Token) -> Bool { token.symbol == .asterisk || [.distinct, .all, .variadic].contains(token.keyword) }
  }

  /// `( … )` of such a function; its name is pending at `mark`.
  mutating func parseJSONFunction(from mark: Int, start: Int) throws(SyntaxError) {
    let name = tokens[position - 1]
    guard let function = JSONFunction(rawValue: text(of: name).lowercased()) else { throw unexpected() }
    role(.name)
    advance()
    let before = self.mark
    try parseJSONArguments()
    let count = self.mark - before
    let isPlain = !pending[before...].contains { [.jsonMember, .jsonFormatted, .query].contains(nodes[Int($0)].kind) }
    if at(.order) {
      try parseOrderBy()
      role(.orderByClause)
    }
    let clauses = try parseJSONClauses()
    parseClauseHoles()
    try expect(.rightParenthesis)
    guard !isPlain || clauses > 0 || function.takes(count) else { return try finishPlainCall(from: mark, start: start) }
    note(function.feature, at: name)
    if function.isAggregate {
      var attributes: NodeAttributes = []
      try parseFunctionTail(&attributes, mark)
    }
    finish(.specialFunction, from: mark, start: start)
  }

  private mutating func finishPlainCall(from mark: Int, start: Int) throws(SyntaxError) {
    var attributes: NodeAttributes = []
    try parseFunctionTail(&attributes, mark)
    finish(.functionCall, from: mark, start: start, attributes: attributes)
  }

  /// `json_name_and_value_list`, `json_value_expr_list`, `select_no_parens`, or the arguments of a plain call.
  private mutating func parseJSONArguments() throws(SyntaxError) {
    if atQueryStart {
      try parseQuery()
      return role(.argument)
    }
    if at(.rightParenthesis) || at(.returning) { return }
    try parseList(.argument) { grammar throws(SyntaxError) in try grammar.parseJSONArgument() }
  }

  /// `json_name_and_value`, `json_value_expr`.
  private mutating func parseJSONArgument() throws(SyntaxError) {
    let mark = mark
    try parseFunctionArgument()
    if accept(.colon) || accept(.value) {
      role(.name)
      try parseJSONValue()
      role(.value)
      return finish(.jsonMember, from: mark)
    }
    finishJSONFormat(from: mark)
  }

  /// `json_value_expr`.
  mutating func parseJSONValue() throws(SyntaxError) {
    let mark = mark
    try parseExpression()
    finishJSONFormat(from: mark)
  }

  private mutating func finishJSONFormat(from mark: Int) {
    guard acceptJSONFormat() else { return }
    role(.value)
    finish(.jsonFormatted, from: mark)
  }

  /// `json_format_clause`.
  mutating func acceptJSONFormat() -> Bool {
    guard at(word: "format"), text(of: peek(1)).lowercased() == "json" else { return false }
    position += 2
    if accept(.encoding) { advance() }
    return true
  }

  // MARK: Clauses

  /// What may follow the arguments, in any order; how many clauses there were.
  mutating func parseJSONClauses() throws(SyntaxError) -> Int {
    let before = mark
    while try parseJSONClause() {}
    return mark - before
  }

  private mutating func parseJSONClause() throws(SyntaxError) -> Bool {
    let (mark, start) = (mark, current.range.start)
    if at(.passing) {
      advance()
      try parseList(.option) { grammar throws(SyntaxError) in try grammar.parseJSONPassing() }
      return true
    }
    if accept(.returning) {
      try parseTypeName()
      role(.type)
      let attributes: NodeAttributes = acceptJSONFormat() ? .explicit : []
      finish(.jsonReturning, from: mark, start: start, attributes: attributes)
    } else if let detail = try parseJSONWords() {
      finish(.jsonClause, from: mark, start: start)
      setDetail(detail)
    } else if let detail = try parseJSONBehavior() {
      let isEmpty = try parseJSONOccasion()
      finish(.jsonBehavior, from: mark, start: start)
      setDetail(detail, isEmpty ? .onEmpty : [])
    } else {
      return false
    }
    role(.option)
    return true
  }

  /// `json_argument`.
  private mutating func parseJSONPassing() throws(SyntaxError) {
    let mark = mark
    try parseJSONValue()
    role(.value)
    try expect(.as)
    try parseLabel()
    finish(.jsonPassing, from: mark)
  }

  /// Clauses of words alone: `json_object_constructor_null_clause_opt`, `json_key_uniqueness_constraint_opt`, `json_wrapper_behavior`,
  /// `json_quotes_clause_opt`; nil, and nothing taken, where none begins.
  private mutating func parseJSONWords() throws(SyntaxError) -> NodeDetail? {
    if at(.null, .on), peek(2).keyword == .null {
      position += 3
      return .nullOnNull
    }
    if at(word: "absent") {
      advance()
      try expect(.on)
      try expect(.null)
      return .absentOnNull
    }
    if at(any: .with, .without) { return try parseJSONWith() }
    if at(word: "keep") || at(word: "omit") {
      let detail: NodeDetail = at(word: "keep") ? .keepQuotes : .omitQuotes
      advance()
      try expect(word: "quotes")
      if at(.on), text(of: peek(1)).lowercased() == "scalar" {
        position += 2
        try expect(word: "string")
      }
      return detail
    }
    return nil
  }

  private mutating func parseJSONWith() throws(SyntaxError) -> NodeDetail {
    let isWith = at(.with)
    advance()
    if accept(.unique) {
      if at(word: "keys") { advance() }
      return isWith ? .uniqueKeys : .withoutUniqueKeys
    }
    var isConditional = false
    if isWith, at(word: "conditional") || at(word: "unconditional") {
      isConditional = at(word: "conditional")
      advance()
    }
    _ = accept(.array)
    guard accept(.wrapper) else { throw unexpected() }
    return !isWith ? .withoutWrapper : isConditional ? .withConditionalWrapper : .withWrapper
  }

  /// `json_behavior`; nil where none begins.
  private mutating func parseJSONBehavior() throws(SyntaxError) -> NodeDetail? {
    if accept(.default) {
      try parseExpression()
      role(.value)
      return .givesDefault
    }
    let detail: NodeDetail? =
      at(word: "error") ? .givesError : at(.null) ? .givesNull : at(.true) ? .givesTrue : at(.false) ? .givesFalse
      : at(.unknown) ? .givesUnknown : nil
    if detail != nil {
      advance()
      return detail
    }
    guard at(word: "empty") else { return nil }
    advance()
    if accept(.object) { return .givesEmptyObject }
    _ = accept(.array)
    return .givesEmptyArray
  }

  /// `ON EMPTY` (true), `ON ERROR`.
  private mutating func parseJSONOccasion() throws(SyntaxError) -> Bool {
    try expect(.on)
    let isEmpty = at(word: "empty")
    guard isEmpty || at(word: "error") else { throw unexpected() }
    advance()
    return isEmpty
  }

  mutating func expect(word: StaticString) throws(SyntaxError) {
    guard at(word: word) else { throw unexpected() }
    advance()
  }

  /// Says of the node finished last what it is.
  mutating func setDetail(_ detail: NodeDetail, _ words: OptionalWords = []) {
    guard let last = pending.last else { return }
    nodes[Int(last)].detail = detail
    nodes[Int(last)].words.formUnion(words)
  }
}

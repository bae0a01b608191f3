import SourceText

/// Statements other than queries and data changes: shallow trees, by the rules of `UtilityRules`.
///
/// A rule is matched with going back: what fails leaves no trace but the furthest place that it reached, which the error names.
extension Grammar {
  /// A statement that begins with a command's word.
  mutating func parseUtility() throws(SyntaxError) {
    guard let keyword = current.keyword, let rule = RuleTable.shared.statements[keyword] else { throw unexpected() }
    try enter()
    let (mark, start) = (mark, current.range.start)
    let outer = furthest
    furthest = Furthest(position: position)
    let matches = match(.rule(rule))
    let reached = furthest
    furthest = outer
    parseClauseHoles()
    // PostgreSQL complains of the first token that no reading of the statement takes.
    if !matches || (reached.position >= position && !atStatementEnd) {
      throw reached.error ?? unexpected(at: tokens[max(reached.position, position)])
    }
    finish(.utilityStatement, from: mark, start: start)
    leave()
  }

  private var atStatementEnd: Bool { current.kind == .end || at(.semicolon) || at(.rightParenthesis) }

  /// The first words of gram.y's statements, without queries and data changes.
  static let commands: Set<Keyword> = [
    .abort, .alter, .analyze, .analyse, .begin, .call, .checkpoint, .close, .cluster, .comment, .commit, .copy, .create, .deallocate,
    .declare, .discard, .do, .drop, .end, .execute, .explain, .fetch, .grant, .import, .listen, .load, .lock, .move, .notify, .prepare,
    .reassign, .refresh, .reindex, .release, .reset, .revoke, .rollback, .savepoint, .security, .set, .show, .start, .truncate,
    .unlisten, .vacuum,
  ]

  /// How far a statement's rules came before they failed.
  struct Furthest {
    var position = -1
    /// The error of an expression or query that failed there; nil for a token that no rule takes.
    var error: SyntaxError?
  }

  /// What going back restores.
  private struct State {
    var position, nodes, pending, operators, depth: Int
  }

  private var state: State {
    State(position: position, nodes: nodes.count, pending: pending.count, operators: operators.count, depth: depth)
  }

  private mutating func goBack(to state: State) {
    position = state.position
    nodes.removeLast(nodes.count - state.nodes)
    pending.removeLast(max(pending.count - state.pending, 0))
    operators.removeLast(max(operators.count - state.operators, 0))
    (depth, labelBase) = (state.depth, -1)
  }

  /// Matches a part at `position`; false, and nothing changed, where it does not fit.
  private mutating func match(_ part: RulePart) -> Bool {
    switch part {
    case .keyword(let keyword): return accept(keyword) || fail()
    case .symbol(let symbol): return accept(symbol) || fail()
    case .terminal(let terminal): return matchTerminal(terminal)
    case .rule(let index): return matchRule(index)
    case .optional(let part):
      _ = match(part)
      return true
    case .choice(let parts):
      for part in parts where match(part) { return true }
      return false
    case .sequence(let parts): return matchSequence(parts)
    case .many(let part):
      var before = position
      while match(part), position > before { before = position }
      return true
    case .list(let part): return matchList(part)
    }
  }

  private mutating func matchSequence(_ parts: [RulePart]) -> Bool {
    let before = state
    for part in parts where !match(part) {
      goBack(to: before)
      return false
    }
    return true
  }

  private mutating func matchList(_ part: RulePart) -> Bool {
    guard match(part) else { return false }
    while true {
      let before = state
      guard accept(.comma) else {
        _ = fail()
        return true
      }
      guard match(part) else {
        goBack(to: before)
        return true
      }
    }
  }

  private mutating func matchRule(_ index: Int) -> Bool {
    guard let made = RuleTable.shared.nodes[index] else { return match(RuleTable.shared.rules[index]) }
    let (mark, start) = (mark, current.range.start)
    guard match(RuleTable.shared.rules[index]) else { return false }
    finish(made.kind, from: mark, start: start)
    role(made.role)
    return true
  }

  /// Notes that the current token did not fit; always false.
  private mutating func fail() -> Bool {
    if position > furthest.position { furthest = Furthest(position: position) }
    return false
  }

  // MARK: Terminals

  private mutating func matchTerminal(_ terminal: RuleTerminal) -> Bool {
    let before = state
    do throws(SyntaxError) {
      try parse(terminal)
      return true
    } catch {
      if position > furthest.position { furthest = Furthest(position: position, error: error) }
      goBack(to: before)
      return false
    }
  }

  private mutating func parse(_ terminal: RuleTerminal) throws(SyntaxError) {
    switch terminal {
    case .object: try parseQualifiedName()
    case .relation: _ = try parseRelation()
    case .routine: try parseRoutineName()
    case .functionname, .anyname: try skipNames(isFunction: terminal == .functionname)
    case .typeobject:
      try parseTypeName()
      role(.name)
    case .columnname: try parseColumnName()
    case .name: try take(isColumnName(current) || atHole)
    case .label: try take(isLabel(current) || atHole)
    case .word: try take(isNonReservedWord(current) || atHole)
    case .typefunctionname: try take(isTypeOrFunctionName(current) || atHole)
    case .identifier: try take(current.kind == .identifier || current.kind == .quotedIdentifier || atHole)
    case .reserved: try take(current.keyword?.class == .reserved)
    case .role: try take(isNonReservedWord(current) || atHole || at(any: .currentRole, .currentUser, .sessionUser))
    case .string: try take(current.kind == .string || atLiteralValue || atHole)
    case .integer: try take(atHole || (current.kind == .integer && SyntaxTree.int32(bytes[current.range.range]) != nil))
    case .number:
      _ = accept(.plus) || accept(.minus)
      try take(atNumber)
    case .unsigned: try take(atNumber)
    case .operator: try take(current.kind == .operator)
    case .anyoperator: try skipOperator()
    default: try parseTree(terminal)
    }
  }

  private var atNumber: Bool { current.kind == .integer || current.kind == .numeric || atHole }

  /// Terminals that leave a tree of their own.
  private mutating func parseTree(_ terminal: RuleTerminal) throws(SyntaxError) {
    switch terminal {
    case .expr, .bexpr:
      try parseExpression(terminal == .expr ? .full : .restricted)
      role(.item)
    case .type:
      try parseTypeName()
      role(.type)
    case .simpletype:
      let (mark, start) = (mark, current.range.start)
      try parseSimpleTypeName()
      finish(.typeName, from: mark, start: start)
      role(.type)
    case .intervalfields: try parseIntervalFields()
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

  private mutating func take(_ fits: Bool) throws(SyntaxError) {
    guard fits else { throw unexpected() }
    advance()
  }

  /// `func_name` as a node: a function's name may be a word that no table can have.
  private mutating func parseRoutineName() throws(SyntaxError) {
    let mark = mark
    guard isTypeOrFunctionName(current) || isColumnName(current) || atHole else { throw unexpected() }
    leaf(atHole ? .hole : .identifier, role: .name)
    try parseAttributes()
    finish(.qualifiedName, from: mark)
    role(.name)
  }

  private mutating func skipNames(isFunction: Bool) throws(SyntaxError) {
    try take(isColumnName(current) || atHole || (isFunction && isTypeOrFunctionName(current)))
    while accept(.dot) { try take(isLabel(current) || atHole) }
  }

  private mutating func skipOperator() throws(SyntaxError) {
    while current.kind != .operator {
      try take(isColumnName(current))
      try expect(.dot)
    }
    advance()
  }
}

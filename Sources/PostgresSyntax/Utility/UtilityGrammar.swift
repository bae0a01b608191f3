import SourceText

/// Statements other than queries and data changes, by the rules of `UtilityRules`.
///
/// A rule is matched with going back: what fails leaves no trace but the furthest place that it reached, which the error names.
extension Grammar {
  /// A statement that begins with a command's word.
  mutating func parseUtility() throws(SyntaxError) {
    guard let keyword = current.keyword, let rule = RuleTable.shared.statements[keyword] else { throw unexpected() }
    try enter()
    let outer = furthest
    furthest = Furthest(position: position)
    let matches = match(.rule(rule))
    let reached = furthest
    furthest = outer
    if matches, let error = objection {
      objection = nil
      throw error
    }
    // PostgreSQL complains of the first token that no reading of the statement takes, and before that of what an action objects to.
    if !matches || (reached.position >= position && !atStatementEnd) {
      objection = nil
      throw reached.objection ?? reached.error ?? unexpected(at: tokens[max(reached.position, position)])
    }
    leave()
  }

  /// A rule by name, in the middle of a production that is not one of the rules.
  mutating func parseRule(_ name: String) throws(SyntaxError) {
    guard let index = RuleTable.shared.numbers[name] else { throw unexpected() }
    let outer = furthest
    furthest = Furthest(position: position)
    let matches = match(.rule(index))
    let reached = furthest
    furthest = outer
    if !matches { throw reached.error ?? unexpected(at: tokens[max(reached.position, position)]) }
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
    /// What the first check that failed said, on the way that was taken or on one that was not.
    var objection: SyntaxError?
  }

  /// The node that the innermost rule with a node of its own is making.
  struct OpenNode {
    var kind: NodeKind
    var detail = NodeDetail.none
    var attributes: NodeAttributes = []
    var words: OptionalWords = []
    /// Where its children begin in `pending`, and its first token.
    var mark = 0
    var position = 0
  }

  /// What going back restores.
  struct State {
    var position, nodes, pending, operators, depth, features: Int
    var open: OpenNode
    var objection: SyntaxError?
  }

  var state: State {
    State(
      position: position, nodes: nodes.count, pending: pending.count, operators: operators.count, depth: depth, features: features.count,
      open: open, objection: objection)
  }

  mutating func goBack(to state: State) {
    position = state.position
    nodes.removeLast(nodes.count - state.nodes)
    pending.removeLast(max(pending.count - state.pending, 0))
    operators.removeLast(max(operators.count - state.operators, 0))
    features.removeLast(max(features.count - state.features, 0))
    (depth, labelBase, open, objection) = (state.depth, -1, state.open, state.objection)
  }

  /// Matches a part at `position`; false, and nothing changed, where it does not fit.
  private mutating func match(_ part: RulePart) -> Bool {
    switch part {
    case .keyword(let keyword): return (current.symbol != .bound || keyword == .with) && accept(keyword) || fail()
    case .symbol(let symbol): return accept(symbol) || fail()
    case .word(let word): return accept(word: word) || fail()
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
    case .role(let role, let part): return match(part, as: role)
    default:
      apply(part)
      return true
    }
  }

  /// Says something of the node that is being made.
  private mutating func apply(_ directive: RulePart) {
    switch directive {
    case .kind(let kind): open.kind = kind
    case .detail(let detail): open.detail = detail
    case .mark(let attributes, let words):
      open.attributes.formUnion(attributes)
      open.words.formUnion(words)
    case .feature(let feature): note(feature, at: tokens[max(position - 1, 0)])
    case .check(let check):
      guard objection == nil else { return }
      objection = objection(by: check)
      if furthest.objection == nil { furthest.objection = objection }
    default: break
    }
  }

  private mutating func accept(word: String) -> Bool {
    guard current.kind == .identifier, text(of: current).lowercased() == word else { return false }
    advance()
    return true
  }

  private mutating func match(_ part: RulePart, as role: Role) -> Bool {
    let mark = mark
    guard match(part) else { return false }
    for index in mark..<max(mark, pending.count) { self.role(role, ofPending: index) }
    return true
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
    let (mark, start, outer) = (mark, current.range.start, open)
    open = OpenNode(kind: made.kind, mark: mark, position: position)
    defer { open = outer }
    guard match(RuleTable.shared.rules[index]) else { return false }
    if open.kind.isUtility { parseClauseHoles() }
    finish(open.kind, from: mark, start: start, attributes: open.attributes)
    let number = nodes.count - 1
    (nodes[number].detail, nodes[number].words, nodes[number].role) = (open.detail, open.words, made.role)
    return true
  }

  /// Notes that the current token did not fit; always false.
  mutating func fail() -> Bool {
    if position > furthest.position { furthest = Furthest(position: position, objection: furthest.objection) }
    return false
  }
}

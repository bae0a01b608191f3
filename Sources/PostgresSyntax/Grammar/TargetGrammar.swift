import SourceText

/// `target_list`, of SELECT and RETURNING.
extension Grammar {
  var atEndOfTargets: Bool { isEndOfTargets(current) }

  /// Whether a token ends a target list.
  private func isEndOfTargets(_ token: Token) -> Bool {
    switch token.keyword {
    case .with, .create, .grant, .into, .from, .where, .group, .having, .window, .union, .intersect, .except, .order, .limit, .offset, .fetch, .for, .on,
      .returning:
      true
    default: token.kind == .end || token.symbol == .rightParenthesis || token.symbol == .semicolon
    }
  }

  /// Whether the current keyword is a label although it could be an operator: `SELECT a AND FROM t` has a column `and`.
  func isLabelBefore(_ next: Token) -> Bool {
    current.keyword?.isBareLabel == true && (next.symbol == .comma || isEndOfTargets(next))
  }

  /// The `a_expr` of a target, which a label without AS may follow.
  private mutating func parseTargetExpression() throws(SyntaxError) {
    let outer = labelBase
    labelBase = operators.count
    try parseExpression()
    labelBase = outer
  }

  /// `target_list`.
  mutating func parseTargetList() throws(SyntaxError) {
    let mark = mark
    try parseList(.item) { grammar throws(SyntaxError) in
      grammar.parseHoleBeforeTarget()
      try grammar.parseTarget()
      if grammar.atHole {
        grammar.role(.item)
        grammar.parseClauseHoles()
      }
    }
    finish(.targetList, from: mark)
    for child in childrenOfLast where nodes[child].kind == .hole { nodes[child].role = .hole }
  }

  private var childrenOfLast: [Int] {
    var result: [Int] = []
    guard let last = pending.last else { return result }
    var child = nodes[Int(last)].firstChild
    while child >= 0 {
      result.append(Int(child))
      child = nodes[Int(child)].nextSibling
    }
    return result
  }

  /// A hole that a whole target follows without a comma stands for words such as DISTINCT or for targets with their comma.
  private mutating func parseHoleBeforeTarget() {
    guard atHole else { return }
    let next = peek(1)
    let after = peek(2)
    let isTarget: Bool
    switch next.kind {
    case .integer, .numeric, .string, .bitString, .parameter: isTarget = true
    case .atom: isTarget = next.symbol == .placeholder
    case .operator: isTarget = next.symbol == .asterisk && (after.keyword == .from || after.symbol == .comma)
    case .identifier, .quotedIdentifier, .keyword:
      // `⟦x⟧ name` is an expression with its label, unless more of an expression follows the name.
      isTarget = isColumnName(next) && next.keyword != .operator && (after.symbol == .dot || after.symbol == .leftParenthesis || after.keyword == .as)
    default: isTarget = false
    }
    if isTarget { leaf(.hole, role: .hole) }
  }

  /// `target_el`.
  private mutating func parseTarget() throws(SyntaxError) {
    let mark = mark
    var attributes: NodeAttributes = []
    if at(.asterisk) {
      leaf(.star, role: .value)
    } else {
      try parseTargetExpression()
      role(.value)
      if accept(.as) {
        attributes = .explicit
        try parseLabel(role: .alias)
      } else if isBareLabel(current) {
        leaf(.identifier, role: .alias)
      }
    }
    finish(.resultTarget, from: mark, attributes: attributes)
  }
}

import PostgresCatalog
import PostgresSyntax

/// Where expressions stand, and at which query level what they refer to.
extension Inference {
  /// Runs `body` with the present level's expressions standing at `place`.
  func at<Result>(_ place: ExpressionPlace, _ body: () -> Result) -> Result {
    let level = scope
    let before = scopes[level].place
    scopes[level].place = place
    defer { scopes[level].place = before }
    return body()
  }

  /// How many levels a level is above the present one, 0 for itself; nil for one that does not enclose it.
  func distance(to level: Int) -> Int? {
    var (current, distance): (Int?, Int) = (scope, 0)
    while let number = current {
      if number == level { return distance }
      (current, distance) = (scopes[number].parent, distance + 1)
    }
    return nil
  }

  /// The level that many above the present one.
  func level(above distance: Int) -> Int {
    var current = scope
    for _ in 0..<distance { current = scopes[current].parent ?? current }
    return current
  }

  /// The level of the source that a resolved reference is to; nil for anything else.
  func levelReferred(by id: NodeID) -> Int? {
    switch typed[id].resolution {
    case .column(let source, _), .row(let source): source < levelsOfSources.count ? levelsOfSources[source] : nil
    default: systemColumnSources[id].map { levelsOfSources[$0] }
    }
  }

  /// The nodes of an expression in source order, parents first, by a loop; `body` says whether to go into a node.
  func walk(_ roots: some Sequence<NodeID>, _ body: (NodeID) -> Bool) {
    for root in roots { walk(root, body) }
  }

  func walk(_ root: NodeID, _ body: (NodeID) -> Bool) {
    var current = root
    while true {
      if body(current), let first = firstChild(current) {
        current = first
        continue
      }
      while current != root, tree.nodes[Int(current.index)].nextSibling < 0 { current = NodeID(Int(tree.nodes[Int(current.index)].parent)) }
      guard current != root else { return }
      current = NodeID(Int(tree.nodes[Int(current.index)].nextSibling))
    }
  }

  /// The first reference to a column of the present level, within subqueries too (`locate_var_of_level`).
  func ownColumn(in id: NodeID) -> NodeID? {
    var found: NodeID?
    walk(id) { node in
      guard found == nil else { return false }
      if kind(node) == .columnReference || kind(node) == .identifier, levelReferred(by: node) == scope { found = node }
      return found == nil
    }
    return found
  }

  /// LIMIT, OFFSET (`transformLimitClause`).
  func limit(_ clause: NodeID, _ construct: String, _ place: ExpressionPlace) {
    isDone[Int(clause.index)] = true
    guard let value = child(clause, .value) else { return }
    at(place) { expression(value) }
    coerceArgument(value, to: .int8, of: construct)
    refuseColumns(in: value, construct)
    if has(clause, .withTies), kind(unparenthesized(value)) == .nullLiteral {
      reportWithoutPlace("2201W", "row count cannot be null in FETCH FIRST ... WITH TIES clause")
    }
  }

  /// Has a value taken as the one type that a construct accepts (`coerce_to_specific_type`).
  func coerceArgument(_ id: NodeID, to target: OID, of construct: String) {
    let source = type(of: id)
    guard !coerce(id, to: target, .assignment) else { return }
    report("42804", "argument of \(construct) must be type \(display(target)), not type \(display(source))", at: place(of: id))
  }

  func refuseColumns(in id: NodeID, _ construct: String) {
    guard let column = ownColumn(in: id) else { return }
    report("42P10", "argument of \(construct) must not contain variables", at: column)
  }

  /// The node whose place PostgreSQL names for an expression (`exprLocation`): the leftmost part of a call of an operator, parentheses
  /// taken off.
  func place(of id: NodeID) -> NodeID {
    var current = id
    while true {
      switch kind(current) {
      case .parenthesized, .binaryOperation, .isNull, .isTrue, .isFalse, .isUnknown, .between, .inList, .like, .ilike, .similarTo,
        .isDistinctFrom, .anyComparison, .and, .or, .typeCast, .collate, .subscript, .slice, .fieldSelection, .atTimeZone:
        guard let first = firstChild(current) else { return current }
        current = first
      default: return current
      }
    }
  }
}

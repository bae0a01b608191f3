import PostgresSyntax
import SourceText

/// GROUP BY with one ROLLUP, and what MySQL's WITH ROLLUP leaves to a condition on GROUPING().
///
/// MySQL rolls up all keys one by one from the last. Keys beside ROLLUP, and keys that go together in it, are such groupings less some: the
/// rows in which a key beside it is rolled up, or one of several keys alone.
struct Rollup {
  /// In the order in which they are written.
  let keys: [NodeID]
  /// Keys that are never rolled up, but for the last of which the others follow; pairs that are only together.
  private let kept: NodeID?
  private let together: [(NodeID, NodeID)]

  /// Nil for CUBE, GROUPING SETS, several sets and keys that are there twice.
  init?(_ clause: NodeID, in context: RewriteContext) {
    let items = context.tree.children(of: clause, .item)
    let sets = items.filter { context.tree[$0].kind == .groupingSet }
    guard sets.count == 1, let set = sets.first, context.tree.firstToken(of: set).map({ context.tree.text.string(in: $0.range).uppercased() }) == "ROLLUP" else { return nil }
    let plain = items.filter { $0 != set }
    var rolled: [NodeID] = []
    var pairs: [(NodeID, NodeID)] = []
    for item in context.tree.children(of: set, .item) {
      let item = context.unwrapped(item)
      guard context.tree[item].kind != .groupingSet else { return nil }
      let parts = context.tree[item].kind == .rowConstructor ? context.tree.children(of: item, .item) : [item]
      guard context.tree[item].kind != .rowConstructor || !context.tree[item].attributes.contains(.explicit) else { return nil }
      pairs += zip(parts, parts.dropFirst())
      rolled += parts
    }
    keys = plain + rolled
    kept = plain.last
    together = pairs
    for (number, key) in keys.enumerated() where keys[..<number].contains(where: { context.isSame($0, key) }) { return nil }
    let tested = [kept].compactMap { $0 } + pairs.flatMap { [$0.0, $0.1] }
    guard !rolled.isEmpty, tested.allSatisfy({ context.tree[$0].kind == .columnReference }) else { return nil }
  }

  /// The condition for HAVING; empty where every row of WITH ROLLUP is wanted.
  func condition(in context: inout RewriteContext) -> [Piece] {
    var tests: [[Piece]] = []
    func grouping(_ key: NodeID) -> [Piece] { [.text(context.keyword("GROUPING") + "(")] + context.convert(key).pieces + [.text(")")] }
    if let kept { tests.append(grouping(kept) + [.text(" = 0")]) }
    for (a, b) in together { tests.append(grouping(a) + [.text(" = ")] + grouping(b)) }
    return .joined(tests, by: context.keyword(" AND "))
  }
}

/// GROUPING(…) in a query with ROLLUP.
struct GroupingRule: ConversionRule {
  static let id = "rollup"
  static let help = RuleHelp(
    why: """
      GROUP BY ROLLUP (a, b) is GROUP BY a, b WITH ROLLUP, and GROUPING is the same. Keys beside ROLLUP, and keys in parentheses in it, ask for fewer \
      groupings than MySQL makes: HAVING leaves the others out. CUBE and GROUPING SETS are declined.
      """,
    example: "SELECT category, grouping(category), sum(price) FROM item GROUP BY ROLLUP (category)",
    manual: ["PostgreSQL: GROUPING SETS, CUBE, and ROLLUP", "MySQL: GROUP BY Modifiers"])
  static let kinds: [NodeKind] = [.specialFunction]

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    guard context.tree.firstToken(of: node).map({ context.tree.text.string(in: $0.range).uppercased() }) == "GROUPING" else { return nil }
    let arguments = context.tree.children(of: node).filter { [.argument, .item].contains(context.tree[$0].role) }
    guard let query = context.enclosingQuery(of: node), let select = context.tree.child(of: query, .body), let clause = context.tree.child(of: select, .groupByClause),
      let rollup = Rollup(clause, in: context), arguments.allSatisfy({ argument in rollup.keys.contains { context.isSame($0, argument) } })
    else { return context.decline("grouping-sets", at: node, "MySQL has GROUPING with WITH ROLLUP only, of what is written in GROUP BY") }
    if context.tree.child(of: select, .havingClause).map({ context.tree[$0].range.contains(context.tree[node].range) }) == true,
      !arguments.allSatisfy({ context.tree[context.unwrapped($0)].kind == .columnReference })
    {
      return context.decline("grouping-sets", at: node, "MySQL's HAVING has GROUPING of columns only")
    }
    let values = arguments.map { context.convert($0).pieces }
    return context.call("GROUPING", values)
  }
}

extension RewriteContext {
  /// Whether a query with ROLLUP has nothing else that MySQL does otherwise there; declines where it has.
  mutating func checkRollup(of select: NodeID) -> Bool {
    guard let query = tree.parent(of: select) else { return false }
    let parts = [tree.child(of: select, .targetList), tree.child(of: select, .havingClause), tree.child(of: query, .orderByClause)].compactMap { $0 }
    for part in parts {
      if containsSubquery(part) {
        decline("grouping-sets", at: part, "a subquery beside ROLLUP may read a key before it is rolled up", help: "put the grouped query into a derived table")
        return false
      }
      if tree.descendants(of: part).contains(where: { tree[$0].kind == .functionCall && tree.child(of: $0, .over) != nil }) {
        decline("grouping-sets", at: part, "a window function over rolled up rows is not the same in MySQL", help: "put the grouped query into a derived table")
        return false
      }
    }
    return true
  }
}

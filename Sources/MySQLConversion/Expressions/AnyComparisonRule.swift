import PostgresSyntax
import SourceText

/// `x = ANY (ARRAY[…])` becomes `x IN (…)`; comparisons with a subquery stay.
struct AnyComparisonRule: ConversionRule {
  static let id = "any-comparison"
  static let help = RuleHelp(
    why: """
      MySQL has no arrays: = ANY over a list that is written out becomes IN, <> ALL becomes NOT IN. A comparison with ANY, SOME or \
      ALL of a subquery is the same. An array parameter is declined.
      """,
    example: "SELECT id FROM item WHERE kind = ANY (ARRAY['a', 'b'])",
    manual: ["PostgreSQL: Row and Array Comparisons", "MySQL: Subqueries with ANY, IN, or SOME"])
  static let kinds: [NodeKind] = [.anyComparison, .allComparison]

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    guard let left = context.tree.child(of: node, .left), let right = context.tree.child(of: node, .right), let name = context.operatorName(node)
    else { return nil }
    if context.tree[right].kind == .query { return subquery(node, left, right, name, in: &context) }
    let isAny = context.tree[node].kind == .anyComparison
    let list = array(right, in: context)
    guard (isAny && name == "=") || (!isAny && (name == "<>" || name == "!=")), let list, !list.isEmpty else {
      return context.decline(
        "array-comparison", at: node, "a comparison with the elements of an array; MySQL has no arrays",
        help: "expand the array to a list of placeholders, or pass it as JSON and use JSON_TABLE")
    }
    for item in list {
      guard context.checkComparison(of: left, with: item, isOrder: false, at: node) else { return Output([.source(context.tree[node].range)]) }
    }
    let items = list.map { context.convert($0).pieces }
    let word = context.keyword(isAny ? " IN (" : " NOT IN (")
    return Output((context.convert(left, atLeast: .bitOr) + [.text(word)] + .joined(items, by: ", ") + [.text(")")]).compacted(), .predicate)
  }

  private func subquery(_ node: NodeID, _ left: NodeID, _ right: NodeID, _ name: String, in context: inout RewriteContext) -> Output? {
    let isOrder = ComparisonRule.order.contains(name)
    guard isOrder || ComparisonRule.equality.contains(name) else { return nil }
    guard context.checkSubqueryComparison(of: left, with: right, isOrder: isOrder, at: node) else {
      return Output([.source(context.tree[node].range)])
    }
    return Output(context.copy(node), .comparison)
  }

  private func array(_ node: NodeID, in context: RewriteContext) -> [NodeID]? {
    var node = context.unwrapped(node)
    if context.tree[node].kind == .typeCast, let operand = context.tree.child(of: node, .operand) { node = context.unwrapped(operand) }
    guard context.tree[node].kind == .arrayConstructor else { return nil }
    let items = context.tree.children(of: node, .item)
    return items.contains { context.tree[$0].kind == .arrayConstructor } ? nil : items
  }
}

extension RewriteContext {
  /// Whether a value compares alike with the one column of a subquery; declines where it does not, or where MySQL has no such subquery.
  mutating func checkSubqueryComparison(of left: NodeID, with query: NodeID, isOrder: Bool, at node: NodeID) -> Bool {
    if tree.child(of: query, .limitClause) != nil || tree.child(of: query, .offsetClause) != nil {
      decline("limit-in-subquery", at: node, "MySQL has no LIMIT in a subquery of IN, ANY or ALL", help: "wrap the subquery: SELECT … FROM (subquery) AS q")
      return false
    }
    let outputs = typed.outputs[query] ?? []
    let operands = tree[unwrapped(left)].kind == .rowConstructor ? tree.children(of: unwrapped(left), .item) : [left]
    guard outputs.count == operands.count else {
      declineUnknown(node, "the columns of its subquery are not known")
      return false
    }
    for (operand, output) in zip(operands, outputs) {
      guard let a = coercedFamily(of: operand), let b = output.type.map({ catalog.family(of: $0.oid) }) else {
        declineUnknown(node, "the types of its operands are not known")
        return false
      }
      guard Self.comparesAlike(a, b, isOrder: isOrder, isUTC: sessionIsUTC) else {
        decline("comparison-types", at: node, "MySQL does not compare these types as PostgreSQL does")
        return false
      }
      if isOrder, a.isCollatable { checkCollation(operand, isOrder: true) }
    }
    return true
  }
}

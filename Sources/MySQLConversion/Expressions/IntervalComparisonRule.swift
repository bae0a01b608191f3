import PostgresSyntax
import SourceText

/// `a - b > interval '1 day'` on two timestamps, and OVERLAPS of dates and timestamps.
struct IntervalComparisonRule: ConversionRule {
  static let id = "interval-comparisons"
  static let help = RuleHelp(
    why: """
      MySQL has no interval values: the difference of two timestamps is counted in microseconds and compared with the constant's, in which a month \
      is thirty days, as PostgreSQL compares. OVERLAPS becomes comparisons of the periods' starts and ends.
      """,
    example: "SELECT id FROM orders WHERE now() - created_at > interval '7 days'",
    manual: ["PostgreSQL: Date/Time Functions and Operators", "MySQL: Date and Time Functions"])
  static let kinds: [NodeKind] = [.binaryOperation, .overlaps]

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    if context.tree[node].kind == .overlaps { return overlaps(node, in: &context) }
    guard let name = context.operatorName(node), ComparisonRule.order.contains(name) || ComparisonRule.equality.contains(name), context.builtInOperator(node) != nil,
      let left = context.tree.child(of: node, .left), let right = context.tree.child(of: node, .right)
    else { return nil }
    if let (difference, constant) = sides(left, right, in: context) { return comparison(difference, name, constant, in: &context) }
    if let (difference, constant) = sides(right, left, in: context) {
      let mirrored = ["<": ">", ">": "<", "<=": ">=", ">=": "<="][name] ?? name
      return comparison(difference, mirrored, constant, in: &context)
    }
    return nil
  }

  private func sides(_ difference: NodeID, _ constant: NodeID, in context: RewriteContext) -> (difference: NodeID, microseconds: Int)? {
    let operation = context.unwrapped(difference)
    guard context.tree[operation].kind == .binaryOperation, context.operatorName(operation) == "-", context.builtInOperator(operation) != nil,
      let left = context.tree.child(of: operation, .left), let right = context.tree.child(of: operation, .right), let family = context.coercedFamily(of: left),
      family == context.coercedFamily(of: right), family == .timestamp || family == .timestamptz,
      let interval = IntervalTerms.constant(context.unwrapped(constant), in: context)
    else { return nil }
    return (operation, interval.comparedMicroseconds)
  }

  private func comparison(_ difference: NodeID, _ name: String, _ microseconds: Int, in context: inout RewriteContext) -> Output? {
    let sides = [Role.right, .left].compactMap { context.tree.child(of: difference, $0) }
    return context.fill(Template("TIMESTAMPDIFF(MICROSECOND, {0}, {1}) \(name) \(microseconds)"), with: sides, .comparison)
  }

  private func overlaps(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    let items = [Role.left, .right].compactMap { context.tree.child(of: node, $0) }.flatMap { context.tree.children(of: context.unwrapped($0), .item) }
    // With NULL among them PostgreSQL has rules of its own.
    guard items.count == 4, items.allSatisfy({ !context.isNullable($0) && context.isRepeatable($0) }), let family = context.coercedFamily(of: items[0]),
      family.isTemporal, items.allSatisfy({ context.family(of: $0) == family })
    else { return nil }
    return context.fill(
      "(LEAST({0}, {1}) = LEAST({2}, {3}) OR LEAST({0}, {1}) < GREATEST({2}, {3}) AND LEAST({2}, {3}) < GREATEST({0}, {1}))", with: items)
  }
}

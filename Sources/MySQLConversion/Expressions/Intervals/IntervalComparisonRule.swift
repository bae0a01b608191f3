import PostgresSyntax
import SourceText

/// Comparisons of intervals: `a - b > interval '1 day'`, `duration BETWEEN '1 hour' AND '2 hours'`.
struct IntervalComparisonRule: ConversionRule {
  static let id = "interval-comparisons"
  static let help = RuleHelp(
    why: """
      MySQL has no interval values: the difference of two timestamps is counted in microseconds and compared with the constant's, in which a month \
      is thirty days, as PostgreSQL compares. Interval columns hold the text that PostgreSQL prints; a function of the extension pack counts it.
      """,
    example: "SELECT id FROM orders WHERE now() - created_at > interval '7 days'",
    manual: ["PostgreSQL: Date/Time Functions and Operators", "MySQL: Date and Time Functions"])
  static let kinds: [NodeKind] = [.binaryOperation, .between, .inList]
  static let names: Set<String>? = ComparisonRule.equality.union(ComparisonRule.order)

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    switch context.tree[node].kind {
    case .between: between(node, in: &context)
    case .inList: list(node, in: &context)
    default: comparison(node, in: &context)
    }
  }

  private func comparison(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    guard let name = context.operatorName(node), ComparisonRule.order.contains(name) || ComparisonRule.equality.contains(name), context.builtInOperator(node) != nil,
      let (left, right) = context.operands(of: node), isInterval(left, in: context), isInterval(right, in: context)
    else { return nil }
    let (value, other) = (context.intervalOrder(left), context.intervalOrder(right))
    return Output((value.parenthesized(below: .comparison) + [.text(" \(name) ")] + other.parenthesized(below: .predicate)).compacted(), .comparison)
  }

  private func isInterval(_ node: NodeID, in context: RewriteContext) -> Bool { context.coercedFamily(of: node) == .interval }

  private func between(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    let parts = [Role.operand, .low, .high].compactMap { context.tree.child(of: node, $0) }
    guard parts.count == 3, parts.allSatisfy({ isInterval($0, in: context) }), !context.tree[node].attributes.contains(.symmetric) else { return nil }
    let values = parts.map { context.intervalOrder($0).parenthesized(below: .bitOr) }
    return context.copied(node, .predicate, replacing: Dictionary(uniqueKeysWithValues: zip(parts, values)))
  }

  private func list(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    guard let operand = context.tree.child(of: node, .operand), isInterval(operand, in: context) else { return nil }
    let items = context.tree.children(of: node, .item)
    guard items.allSatisfy({ isInterval($0, in: context) }) else { return nil }
    var values = [operand: context.intervalOrder(operand).parenthesized(below: .bitOr)]
    for item in items { values[item] = context.intervalOrder(item).pieces }
    return context.copied(node, .predicate, replacing: values)
  }
}

extension RewriteContext {
  /// The microseconds by which PostgreSQL compares and sorts an interval.
  mutating func intervalOrder(_ node: NodeID) -> Output {
    if let constant = IntervalTerms.constant(node, in: self) {
      let count = constant.comparedMicroseconds
      return Output(String(count), count < 0 ? .unary : .primary)
    }
    if let difference = intervalDifference(node) ?? aggregateDifference(node) { return difference }
    return fill("@interval_order({0})", with: [node]) ?? Output(source: tree[node].range)
  }

  /// The microseconds of an interval without months that is a difference of timestamps or times, or a time: MySQL counts them itself.
  mutating func intervalDifference(_ node: NodeID) -> Output? {
    let node = unwrapped(node)
    if tree[node].kind.isCast, let operand = tree.child(of: node, .operand), family(of: operand) == .time, type(of: node)?.modifier == -1 {
      return fill("TIMESTAMPDIFF(MICROSECOND, TIMESTAMP '2000-01-01 00:00:00', TIMESTAMP('2000-01-01', {0}))", with: [operand])
    }
    guard let (later, earlier, family) = subtraction(node) else { return nil }
    if family == .time { return fill("TIMESTAMPDIFF(MICROSECOND, TIMESTAMP('2000-01-01', {1}), TIMESTAMP('2000-01-01', {0}))", with: [later, earlier]) }
    return fill("TIMESTAMPDIFF(MICROSECOND, {1}, {0})", with: [later, earlier])
  }

  /// The operands of `a - b` on timestamps or times of day, and their family.
  func subtraction(_ node: NodeID) -> (later: NodeID, earlier: NodeID, family: TypeFamily)? {
    let node = unwrapped(node)
    guard tree[node].kind == .binaryOperation, operatorName(node) == "-", builtInOperator(node) != nil, let (left, right) = operands(of: node),
      let family = coercedFamily(of: left), family == coercedFamily(of: right),
      family == .timestamp || family == .time || family == .timestamptz, checksZone([left, right], family)
    else { return nil }
    return (left, right, family)
  }

  /// A date or timestamp becomes a timestamptz by the session's time zone.
  func checksZone(_ values: [NodeID], _ family: TypeFamily) -> Bool {
    family != .timestamptz || sessionIsUTC || values.allSatisfy { self.family(of: $0) == .timestamptz }
  }
}

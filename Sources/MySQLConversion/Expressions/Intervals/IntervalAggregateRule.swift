import PostgresSyntax
import SourceText

/// sum, avg, min and max of intervals, and count(DISTINCT interval).
struct IntervalAggregateRule: ConversionRule {
  static let id = "interval-aggregates"
  static let help = RuleHelp(
    why: """
      The parts of intervals are summed apart: months, days and time. A mean is the sum divided as PostgreSQL divides intervals, by a function of the \
      extension pack. Differences of timestamps have no months, so that their largest and smallest are known by their microseconds.
      """,
    example: "SELECT avg(seen - at)::text, max(now() - seen) > interval '1 day' FROM item",
    manual: ["PostgreSQL: Aggregate Functions", "MySQL: Aggregate Functions"])
  static let kinds: [NodeKind] = [.functionCall]
  static let names: Set<String>? = ["count", "min", "max", "sum", "avg"]

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    guard let function = context.builtIn(node), function.kind == .aggregate, let argument = context.tree.child(of: node, .argument),
      context.tree.children(of: node, .argument).count == 1, context.family(of: argument) == .interval,
      [Role.orderByClause, .withinGroup, .over].allSatisfy({ context.tree.child(of: node, $0) == nil })
    else { return nil }
    if context.tree[node].attributes.contains(.distinct) {
      // What is compared of a constant NULL is a number.
      guard function.name == "count", context.tree.child(of: node, .filter) == nil, context.tree[context.withoutCasts(argument)].kind != .nullLiteral else { return nil }
      return context.fill("COUNT(DISTINCT {0})", with: [context.intervalOrder(argument)])
    }
    switch function.name {
    case "min", "max":
      guard let value = context.aggregateDifference(node), let (_, _, family) = context.subtraction(argument) else { return nil }
      return context.fill(family == .time ? "@interval_out(0, 0, {0})" : "@interval_out(0, {0} DIV 86400000000, {0} % 86400000000)", with: [value])
    case "sum": return sum(node, argument, in: &context)
    case "avg":
      guard let total = sum(node, argument, in: &context), let count = context.aggregated("COUNT", context.convert(argument), of: node) else { return nil }
      return context.fill("@interval_div({0}, {1})", with: [total, count])
    default: return nil
    }
  }

  private func sum(_ node: NodeID, _ argument: NodeID, in context: inout RewriteContext) -> Output? {
    guard context.isRepeatable(argument) else { return nil }
    var parts: [Output]
    if let (_, _, family) = context.subtraction(argument), let difference = context.intervalDifference(argument) {
      parts = family == .time
        ? [Output("0"), Output("0"), difference]
        : [Output("0"), context.fill("{0} DIV 86400000000", with: [difference], .multiplicative), context.fill("{0} % 86400000000", with: [difference], .multiplicative)]
    } else {
      let value = context.convert(argument)
      parts = ["@interval_months({0})", "@interval_days({0})", "@interval_microseconds({0})"].map { context.fill(Template($0), with: [value]) }
    }
    for (index, part) in parts.enumerated() where part.pieces != Output("0").pieces {
      guard let total = context.aggregated("SUM", part, of: node) else { return nil }
      parts[index] = total
    }
    return context.fill("@interval_out({0}, {1}, {2})", with: parts)
  }
}

extension RewriteContext {
  /// The microseconds of `min(a - b)` or `max(a - b)` of timestamps or times.
  mutating func aggregateDifference(_ node: NodeID) -> Output? {
    let node = unwrapped(node)
    guard tree[node].kind == .functionCall, let function = builtIn(node), function.kind == .aggregate, function.name == "min" || function.name == "max",
      let argument = tree.child(of: node, .argument), [Role.orderByClause, .withinGroup, .over].allSatisfy({ tree.child(of: node, $0) == nil }),
      subtraction(argument) != nil, let difference = intervalDifference(argument)
    else { return nil }
    return aggregated(function.name.uppercased(), difference, of: node)
  }

  /// `F(x)`, under the call's FILTER `F(CASE WHEN c THEN x END)`.
  mutating func aggregated(_ name: String, _ value: Output, of call: NodeID) -> Output? {
    guard filterCondition(of: call).map({ isRepeatable($0) }) ?? true else { return nil }
    return fill(Template("\(name)({0})"), with: [filtered(value, of: call)])
  }
}

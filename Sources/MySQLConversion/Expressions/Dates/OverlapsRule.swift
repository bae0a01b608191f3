import PostgresSyntax
import SourceText

/// `(a, b) OVERLAPS (c, d)` of dates, timestamps and times.
struct OverlapsRule: ConversionRule {
  static let id = "overlaps"
  static let help = RuleHelp(
    why: """
      OVERLAPS becomes comparisons of the periods' starts and ends: periods are half open, ends may come first, equal starts overlap. Where an end \
      can be NULL, for which PostgreSQL has rules of its own, a function of the extension pack decides. A period's second part may be an interval.
      """,
    example: "SELECT (date '2024-01-01', date '2024-01-10') OVERLAPS (date '2024-01-05', date '2024-01-15')",
    manual: ["PostgreSQL: Date/Time Functions and Operators"])
  static let kinds: [NodeKind] = [.overlaps]

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    let items = [Role.left, .right].compactMap { context.tree.child(of: node, $0) }.flatMap { context.tree.children(of: context.unwrapped($0), .item) }
    let families = items.map { context.family(of: $0) }
    guard items.count == 4, let first = families[0], areComparable(families, in: context) else { return nil }
    var values: [Output] = []
    for (index, item) in items.enumerated() {
      guard let value = families[index] == .interval ? sum(items[index - 1], item, in: &context) : context.convert(item) else { return nil }
      values.append(value)
    }
    if items.allSatisfy({ !context.isNullable($0) && context.isRepeatable($0) }) {
      return context.fill("(LEAST({0}, {1}) = LEAST({2}, {3}) OR LEAST({0}, {1}) < GREATEST({2}, {3}) AND LEAST({2}, {3}) < GREATEST({0}, {1}))", with: values)
    }
    // A start that an interval is added to is written twice.
    guard [1, 3].allSatisfy({ families[$0] != .interval || context.isRepeatable(items[$0 - 1]) }) else { return nil }
    return context.fill(
      first == .time
        ? "@overlaps(TIMESTAMP('2000-01-01', {0}), TIMESTAMP('2000-01-01', {1}), TIMESTAMP('2000-01-01', {2}), TIMESTAMP('2000-01-01', {3}))"
        : "@overlaps({0}, {1}, {2}, {3})", with: values)
  }

  /// All times, or all dates and timestamps: with and without a time zone where that is UTC only. Intervals in the second place.
  private func areComparable(_ families: [TypeFamily?], in context: RewriteContext) -> Bool {
    let moments = [0, 1, 2, 3].filter { $0 % 2 == 0 || families[$0] != .interval }.map { families[$0] }
    if moments.allSatisfy({ $0 == .time }) { return true }
    guard moments.allSatisfy({ $0?.isTemporal == true }) else { return false }
    return context.sessionIsUTC || Set(moments).count == 1
  }

  private func sum(_ start: NodeID, _ length: NodeID, in context: inout RewriteContext) -> Output? {
    if context.family(of: start) == .time { return DateArithmeticRule().time(start, "+", length, in: &context) }
    guard context.family(of: start) != .timestamptz || context.isOfOneLength(length) else { return nil }
    return DateArithmeticRule().interval(start, "+", length, in: &context)
  }
}

import PostgresSyntax
import SourceText

/// `date_bin(stride, moment, origin)` with a constant stride without months.
struct DateBinRule: ConversionRule {
  static let id = "date-bin"
  static let help = RuleHelp(
    why: """
      The microseconds since the origin, modulo the stride, are taken off the moment; MOD is taken twice because a moment before the origin has a \
      negative remainder.
      """,
    example: "SELECT date_bin('15 minutes', at, timestamp '2000-01-01') FROM item",
    manual: ["PostgreSQL: Date/Time Functions and Operators", "MySQL: Date and Time Functions"])
  static let kinds: [NodeKind] = [.functionCall]
  static let names: Set<String>? = ["date_bin"]

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    guard let function = context.builtIn(node), function.name == "date_bin", context.isPlainCall(node) else { return nil }
    let arguments = context.tree.children(of: node, .argument)
    guard arguments.count == 3, let stride = IntervalTerms.constant(arguments[0], in: context), stride.months == 0, stride.comparedMicroseconds > 0 else { return nil }
    let moments = [arguments[1], arguments[2]]
    let families = moments.map { context.coercedFamily(of: $0) }
    guard families[0] == families[1], families[0] == .timestamp || (families[0] == .timestamptz && context.checksZone(moments, .timestamptz)),
      context.isRepeatable(moments[0])
    else { return nil }
    let size = stride.comparedMicroseconds
    return context.fill(
      Template("CAST({0} - INTERVAL MOD(MOD(TIMESTAMPDIFF(MICROSECOND, {1}, {0}), \(size)) + \(size), \(size)) MICROSECOND AS DATETIME(6))"), with: moments)
  }
}

import PostgresSyntax
import SourceText

/// `a IS [NOT] DISTINCT FROM b` becomes the null-safe equality `<=>`.
struct DistinctFromRule: ConversionRule {
  static let id = "is-distinct-from"
  static let help = RuleHelp(
    why: "MySQL writes IS NOT DISTINCT FROM as <=>; IS DISTINCT FROM is its negation.",
    example: "SELECT id FROM item WHERE code IS DISTINCT FROM $1",
    manual: ["PostgreSQL: Comparison Functions and Operators", "MySQL: Comparison Functions and Operators"])
  static let kinds: [NodeKind] = [.isDistinctFrom]

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    guard let (left, right) = context.operands(of: node) else { return nil }
    guard context.checkComparison(of: left, with: right, isOrder: false, at: node) else {
      return Output(source: context.tree[node].range)
    }
    let pieces = context.convert(left, atLeast: .comparison) + [.text(" <=> ")] + context.convert(right, atLeast: .predicate)
    if context.tree[node].attributes.contains(.negated) { return Output(pieces.compacted(), .comparison) }
    return Output(([.text(context.keyword("NOT") + " (")] + pieces + [.text(")")]).compacted(), .not)
  }
}

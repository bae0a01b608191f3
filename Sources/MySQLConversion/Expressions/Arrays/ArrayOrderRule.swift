import PostgresSyntax
import SourceText

/// `<`, `<=`, `>` and `>=` of arrays.
struct ArrayOrderRule: ConversionRule {
  static let id = "array-order"
  static let help = RuleHelp(
    why: """
      Arrays compare element by element, then by length, as JSON arrays do in MySQL; but NULL is the largest element in PostgreSQL, and JSON's null the \
      smallest: where an element can be NULL, a function of the extension pack compares.
      """,
    example: "SELECT id FROM item WHERE tags < ARRAY['m']", manual: ["PostgreSQL: Array Functions and Operators", "MySQL: Comparison and Ordering of JSON Values"])
  static let kinds: [NodeKind] = [.binaryOperation]
  static let names: Set<String>? = ComparisonRule.order

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    guard let name = context.operatorName(node), ComparisonRule.order.contains(name), let (left, right) = context.operands(of: node),
      let a = context.elementFamily(of: left), let b = context.elementFamily(of: right)
    else { return nil }
    guard (a == b && [.integer, .text, .uuid, .boolean, .date].contains(a)) || (a.isNumber && b.isNumber && a != .double && b != .double) else { return nil }
    if a == .text { context.checkCollation(left, isOrder: true) }
    if context.isArrayWithoutNull(left), context.isArrayWithoutNull(right) { return context.fill(Template("{0} \(name) {1}"), with: [left, right], .comparison) }
    return context.fill(Template("@array_compare({0}, {1}) \(name) 0"), with: [left, right], .comparison)
  }
}

import MySQLTarget
import PostgresSyntax
import SourceText

/// `< <= > >=` and BETWEEN on enums, by the order of their labels.
struct EnumComparisonRule: ConversionRule {
  static let id = "enum-comparisons"
  static let help = RuleHelp(
    why: "PostgreSQL orders an enum by its labels' order; MySQL compares it with text by its letters. FIELD gives a label's number in the list.",
    example: "SELECT id FROM item WHERE mood > 'sad'",
    manual: ["PostgreSQL: Enumerated Types", "MySQL: The ENUM Type"])
  static let kinds: [NodeKind] = [.binaryOperation, .between]
  static let names: Set<String>? = ComparisonRule.order

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    if context.tree[node].kind == .between { return between(node, in: &context) }
    guard let name = context.operatorName(node), ComparisonRule.order.contains(name), context.builtInOperator(node) != nil, let (left, right) = context.operands(of: node),
      let a = number(left, in: &context), let b = number(right, in: &context)
    else { return nil }
    return Output(a + [.text(" \(name) ")] + b, .comparison)
  }

  private func between(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    guard !context.tree[node].attributes.contains(.symmetric), let operand = context.tree.child(of: node, .operand), let low = context.tree.child(of: node, .low),
      let high = context.tree.child(of: node, .high), let value = number(operand, in: &context), let a = number(low, in: &context), let b = number(high, in: &context)
    else { return nil }
    let word = context.tree[node].attributes.contains(.negated) ? " NOT BETWEEN " : " BETWEEN "
    return Output(value + [.text(context.keyword(word))] + a + [.text(context.keyword(" AND "))] + b, .predicate)
  }

  /// The number of a label; NULL for NULL.
  private func number(_ node: NodeID, in context: inout RewriteContext) -> [Piece]? {
    guard context.coercedFamily(of: node) == .enumeration, let labels = context.enumLabels(of: node) else { return nil }
    if let constant = context.constantJSON(node) {
      return labels.firstIndex(of: constant).map { [.text("\($0 + 1)")] }
    }
    let list = labels.map { Template.literal($0) }.joined(separator: ", ")
    let template = context.isNullable(node) ? Template("NULLIF(FIELD({0}, \(list)), 0)") : Template("FIELD({0}, \(list))")
    return context.fill(template, with: [node])?.pieces
  }
}

import PostgresSyntax
import SourceText

/// `avg` of integers and numeric values where its digits matter: the sum divided by the count with PostgreSQL's digits.
struct MeanRule: ConversionRule {
  static let id = "mean"
  static let help = RuleHelp(
    why: """
      PostgreSQL's mean has at least 16 significant digits, MySQL's has four more than its values. Where it is not rounded or compared \
      within its exact digits, it becomes the sum divided by the count, with PostgreSQL's digits, by the extension pack's numeric_div.
      """,
    example: "SELECT avg(price) FROM item",
    manual: ["PostgreSQL: Aggregate Functions", "MySQL: Aggregate Functions"])
  static let kinds: [NodeKind] = [.functionCall]
  static let names: Set<String>? = ["avg"]

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    guard let function = context.builtIn(node), function.kind == .aggregate, function.name == "avg", let argument = context.tree.children(of: node, .argument).first,
      let scale = context.numericScale(of: argument), !context.isDecidedMean(of: argument, at: node), !context.containsSubquery(argument),
      !context.tree[node].attributes.contains(.variadic), context.tree.child(of: node, .orderByClause) == nil
    else { return nil }
    let (isDistinct, over) = (context.tree[node].attributes.contains(.distinct), context.tree.child(of: node, .over))
    guard over == nil || !isDistinct, let value = value(node, argument, in: &context) else { return nil }
    let inner: [Piece] = (isDistinct ? [.text(context.keyword("DISTINCT "))] : []) + value
    let end = ByteRange(context.tree[argument].range.end, context.tree[node].range.end)
    let sums = ["SUM", "COUNT"].map { name -> Output in
      let tail = over == nil ? [.text(")")] : context.copy(node, within: end)
      return Output(([.text(context.keyword(name) + "(")] + inner + tail).compacted())
    }
    return context.fill("@numeric_div({0}, {1}, {2}, 0)", with: [sums[0], Output("\(scale.digits)"), sums[1]])
  }

  /// What is averaged, NULL where a FILTER leaves the row out; nil where a filtered window function is asked for.
  private func value(_ node: NodeID, _ argument: NodeID, in context: inout RewriteContext) -> [Piece]? {
    guard let condition = context.filterCondition(of: node) else { return context.convert(argument).pieces }
    guard context.tree.child(of: node, .over) == nil else { return nil }
    return context.when(context.convert(condition), then: context.convert(argument)).pieces
  }
}

extension RewriteContext {
  /// Whether the mean of a value is rounded or compared within its exact digits.
  func isDecidedMean(of argument: NodeID, at node: NodeID) -> Bool {
    guard let bounds = numericBounds(of: argument) else { return false }
    let sum = NumericBounds(magnitude: bounds.magnitude * Self.mostSummed, scale: bounds.scale)
    return isDecided(QuotientBounds(dividend: sum, divisor: NumericBounds(magnitude: Self.mostRows, scale: 0)), at: node)
  }
}

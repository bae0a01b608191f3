import PostgresCatalog
import PostgresSyntax
import SourceText

/// Operators and functions of ranges that are written out: comparisons of their bounds.
struct RangeRule: ConversionRule {
  static let id = "ranges"
  static let help = RuleHelp(
    why: """
      MySQL has no range types. A range that is written out, as a constructor or a constant, becomes a comparison of its bounds: a bound that \
      is NULL is none, an empty range overlaps nothing and lies in every other, and ranges of integers and dates take the form [a,b).
      """,
    example: "SELECT id FROM orders WHERE daterange(placed, shipped) @> DATE '2024-02-29'",
    manual: ["PostgreSQL: Range Types", "PostgreSQL: Range/Multirange Functions and Operators", "MySQL: Comparison Functions and Operators"])
  static let kinds: [NodeKind] = [.binaryOperation, .functionCall, .typeCast, .castExpression]
  static let names: Set<String>? = functions.union(["&&", "<<", ">>", "@>", "<@", "&<", "&>", "-|-", "=", "<>"])

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    switch context.tree[node].kind {
    case .binaryOperation: operation(node, in: &context)
    case .functionCall: function(node, in: &context)
    default: text(node, in: &context)
    }
  }

  // MARK: Operators

  private func operation(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    guard context.builtInOperator(node) != nil, let name = context.operatorName(node), let (left, right) = context.operands(of: node)
    else { return nil }
    switch (context.rangeSubtype(of: left) != nil, context.rangeSubtype(of: right) != nil) {
    case (true, false) where name == "@>": return element(right, of: left, in: &context)
    case (false, true) where name == "<@": return element(left, of: right, in: &context)
    case (true, true): return pair(name, left, right, in: &context)
    default: return nil
    }
  }

  private func element(_ value: NodeID, of range: NodeID, in context: inout RewriteContext) -> Output? {
    guard let range = context.rangeValue(of: range)?.comparable(in: &context), context.isRepeatable(value), range.isRepeatable,
      let family = context.coercedFamily(of: value), RewriteContext.comparesAlike(family, range.family, isOrder: true, isUTC: context.sessionIsUTC), family != .double
    else { return nil }
    let operand = context.convert(value)
    let isNullable = context.isNullable(value)
    guard let test = range.holds(operand) else {
      // No bound, or no element: only NULL is in question.
      let answer = range.isEmpty ? "FALSE" : "TRUE"
      return isNullable ? context.fill(Template("IF({0} IS NULL, NULL, \(answer))"), with: [operand]) : Output(context.keyword(answer))
    }
    guard isNullable, !range.isBoundedOnOneSide else { return test.output(in: context) }
    return context.fill("IF({0} IS NULL, NULL, {1})", with: [operand, Output(test.output(in: context).pieces)])
  }

  private func pair(_ name: String, _ left: NodeID, _ right: NodeID, in context: inout RewriteContext) -> Output? {
    guard let a = context.rangeValue(of: left), let b = context.rangeValue(of: right), a.family == b.family, a.isRepeatable, b.isRepeatable else { return nil }
    let (first, second) = (a.comparable(in: &context), b.comparable(in: &context))
    let (left, right) = (a.canonical(in: &context), b.canonical(in: &context))
    let test: RangeTest
    switch name {
    case "&&": test = first.overlaps(second)
    case "<<": test = first.isLeft(of: second)
    case ">>": test = second.isLeft(of: first)
    case "@>": test = left.contains(right)
    case "<@": test = right.contains(left)
    case "&<": test = left.endsWithin(right)
    case "&>": test = left.startsWithin(right)
    case "-|-": test = left.isAdjacent(to: right)
    case "=": test = left.equals(right)
    case "<>", "!=":
      let equal = left.equals(right).output(in: context)
      return Output([.text(context.keyword("NOT") + " (")] + equal.pieces + [.text(")")], .not)
    default: return nil
    }
    return test.output(in: context)
  }

  // MARK: Functions

  private func function(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    guard let name = context.builtIn(node)?.name, Self.functions.contains(name), context.isPlainCall(node) else { return nil }
    let arguments = context.tree.children(of: node, .argument)
    guard arguments.count == 1, let range = context.rangeValue(of: arguments[0])?.canonical(in: &context), range.isRepeatable else { return nil }
    switch name {
    case "isempty": return range.emptiness.output(in: context)
    case "lower": return bound(range.lower, of: range, in: &context)
    case "upper": return bound(range.upper, of: range, in: &context)
    case "lower_inc": return range.inclusion(of: range.lower, range.isLowerInclusive).output(in: context)
    case "upper_inc": return range.inclusion(of: range.upper, range.isUpperInclusive).output(in: context)
    case "lower_inf": return range.absence(of: range.lower).output(in: context)
    default: return range.absence(of: range.upper).output(in: context)
    }
  }

  private static let functions: Set<String> = ["isempty", "lower", "upper", "lower_inc", "upper_inc", "lower_inf", "upper_inf"]

  private func bound(_ bound: RangeValue.Bound?, of range: RangeValue, in context: inout RewriteContext) -> Output? {
    let null = Output(context.cased("CAST(NULL AS \(range.castType))"))
    guard let bound, !range.isEmpty else { return context.fill("{0}", with: [null]) }
    // A bare number would be the number of a column in ORDER BY and GROUP BY.
    if case .always = range.fullness { return context.fill("COALESCE({0})", with: [bound.value]) }
    return context.fill("IF({0}, {1}, NULL)", with: [Output(range.fullness.output(in: context).pieces), bound.value])
  }

  // MARK: Text

  /// A range of integers or dates as text; the bounds of others have forms of their own.
  private func text(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    guard let operand = context.tree.child(of: node, .operand), context.isUnlimitedText(node),
      context.rangeSubtype(of: operand) != nil, let range = context.rangeValue(of: operand)?.canonical(in: &context), range.isDiscrete, range.isRepeatable
    else { return nil }
    if range.isEmpty { return Output("'empty'") }
    func side(_ bound: RangeValue.Bound?, _ template: Template, missing: String) -> [Output] {
      guard let bound else { return [Output(missing)] }
      guard bound.isNullable else { return [context.fill(template, with: [bound.value])] }
      return [context.fill(Template("COALESCE(CONCAT({0}), \(missing))"), with: [Output(context.fill(template, with: [bound.value]).pieces)])]
    }
    let parts = side(range.lower, "'[', {0}", missing: "'('") + [Output("','")] + side(range.upper, "{0}", missing: "''") + [Output("')'")]
    let whole = context.call("CONCAT", parts.map(\.pieces))
    if case .always = range.fullness { return whole }
    return context.fill("IF({0}, {1}, 'empty')", with: [Output(range.fullness.output(in: context).pieces), whole])
  }
}

extension RangeValue {
  /// Whether every bound may stand twice.
  var isRepeatable: Bool { [lower, upper].allSatisfy { $0?.isRepeatable ?? true } }

  /// Whether one bound at least is never NULL, so that a comparison with a NULL value is NULL.
  var isBoundedOnOneSide: Bool { [lower, upper].contains { $0.map { !$0.isNullable } ?? false } }

  fileprivate func inclusion(of bound: Bound?, _ isInclusive: Bool) -> RangeTest {
    guard let bound, isInclusive, !isEmpty else { return .never }
    let isThere = bound.isNullable ? RangeTest.comparison(bound.value, "IS NOT", Output("NULL")) : .always
    return isThere.and(fullness)
  }

  /// Whether there is no bound: an empty range has none, but is not unbounded.
  fileprivate func absence(of bound: Bound?) -> RangeTest {
    if isEmpty { return .never }
    guard let bound else { return .always }
    return bound.isNullable ? .isNull(bound.value) : .never
  }

  fileprivate var castType: String {
    switch family {
    case .integer: "SIGNED"
    case .decimal: "DECIMAL"
    case .date: "DATE"
    default: "DATETIME(6)"
    }
  }
}

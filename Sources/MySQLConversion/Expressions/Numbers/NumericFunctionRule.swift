import PostgresSyntax
import SourceText

/// Functions of numeric values whose form depends on what is known of their digits: div, scale, min_scale, trim_scale, width_bucket, and power and
/// log of constants.
struct NumericFunctionRule: ConversionRule {
  static let id = "numeric-functions"
  static let help = RuleHelp(
    why: """
      DIV truncates as div does, for quotients that a BIGINT holds. MySQL has no function that tells the digits after the point: they are \
      taken from the declared scale. A power or logarithm of constants that is a whole number is written as that number.
      """,
    example: "SELECT div(price, 3), scale(price) FROM item",
    manual: ["PostgreSQL: Mathematical Functions and Operators", "MySQL: Arithmetic Operators"])
  static let kinds: [NodeKind] = [.functionCall, .binaryOperation]
  static let names: Set<String>? = ["^", "div", "scale", "min_scale", "trim_scale", "width_bucket", "power", "pow", "log"]

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    if context.tree[node].kind == .binaryOperation {
      guard context.operatorName(node) == "^", context.builtInOperator(node) != nil, let (left, right) = context.operands(of: node),
        context.family(of: node) == .decimal
      else { return nil }
      return power(left, right, in: context)
    }
    guard let function = context.builtIn(node), context.isPlainCall(node) else { return nil }
    let arguments = context.tree.children(of: node, .argument)
    guard arguments.allSatisfy({ context.coercedFamily(of: $0) == .decimal || context.family(of: $0) == .integer }) else { return nil }
    switch (function.name, arguments.count) {
    case ("div", 2): return quotient(node, arguments[0], arguments[1], in: &context)
    case ("scale", 1), ("min_scale", 1), ("trim_scale", 1): return digits(function.name, arguments[0], in: &context)
    case ("width_bucket", 4): return bucket(arguments, in: &context)
    case ("power", 2), ("pow", 2): return context.family(of: node) == .decimal ? power(arguments[0], arguments[1], in: context) : nil
    case ("log", 2): return logarithm(arguments[0], arguments[1], in: context)
    default: return nil
    }
  }

  private func quotient(_ node: NodeID, _ left: NodeID, _ right: NodeID, in context: inout RewriteContext) -> Output? {
    guard let a = context.numericBounds(of: left), let b = context.numericBounds(of: right), let limit = Double("1e\(18 - b.scale)"), a.magnitude < limit else { return nil }
    context.noteLostError(.divisionByZero, at: node)
    let pieces = context.convert(left, atLeast: .multiplicative) + [.text(context.keyword(" DIV "))] + context.convert(right, atLeast: .power)
    return Output(pieces.compacted(), .multiplicative)
  }

  private func digits(_ name: String, _ argument: NodeID, in context: inout RewriteContext) -> Output? {
    guard let scale = context.numericScale(of: argument) else { return nil }
    switch name {
    case "trim_scale": return Output(context.convert(argument).pieces, .or)
    case "scale":
      return context.isNullable(argument) ? context.fill(Template("IF({0} IS NULL, NULL, \(scale.digits))"), with: [argument]) : Output("\(scale.digits)")
    default:
      guard scale.isKept else { return nil }
      guard scale.digits > 0 else { return context.isNullable(argument) ? context.fill("IF({0} IS NULL, NULL, 0)", with: [argument]) : Output("0") }
      return context.fill("CHAR_LENGTH(TRIM(TRAILING '0' FROM SUBSTRING_INDEX(CAST({0} AS CHAR), '.', -1)))", with: [argument])
    }
  }

  /// Between constant bounds.
  private func bucket(_ arguments: [NodeID], in context: inout RewriteContext) -> Output? {
    guard let value = context.numericBounds(of: arguments[0]), let low = constant(arguments[1], in: context), let high = constant(arguments[2], in: context),
      let count = context.constantInteger(arguments[3]), count > 0, let from = Double(low.plain), let to = Double(high.plain), from != to
    else { return nil }
    let span = NumericBounds(magnitude: abs(from - to), scale: max(low.fractionDigits, high.fractionDigits))
    let dividend = NumericBounds(magnitude: (value.magnitude + max(abs(from), abs(to))) * Double(count), scale: max(value.scale, span.scale))
    guard QuotientBounds(dividend: dividend, divisor: span).isDecided(at: 0) else { return nil }
    let isRising = from < to
    let (below, above) = isRising ? ("<", ">=") : (">", "<=")
    let distance = isRising ? "({0} - {1})" : "({1} - {0})"
    let width = isRising ? "({2} - {1})" : "({1} - {2})"
    return context.fill(
      Template("IF({0} \(below) {1}, 0, IF({0} \(above) {2}, \(count + 1), CAST(\(distance) * \(count) AS DECIMAL(65,20)) DIV \(width) + 1))"), with: Array(arguments.prefix(3)))
  }

  private func constant(_ node: NodeID, in context: RewriteContext) -> DecimalText? {
    let node = context.unwrapped(node)
    let text = context.tree.string(of: node)
    switch context.tree[node].kind {
    case .integerLiteral, .numericLiteral: return DecimalText(text)
    case .unaryOperation:
      guard context.operatorName(node) == "-", let operand = context.tree.child(of: node, .operand), let inner = constant(operand, in: context) else { return nil }
      return inner.plain.hasPrefix("-") ? nil : DecimalText("-" + inner.plain)
    case .typeCast, .castExpression:
      guard let operand = context.tree.child(of: node, .operand), let type = context.type(of: node), type.modifier == -1 else { return nil }
      return constant(operand, in: context)
    default: return nil
    }
  }

  /// A whole number to a small whole power.
  private func power(_ base: NodeID, _ exponent: NodeID, in context: RewriteContext) -> Output? {
    guard let value = whole(base, in: context), let times = whole(exponent, in: context), (0...60).contains(times),
      let result = Self.power(value, times)
    else { return nil }
    return Output("\(result)", result < 0 ? .unary : .primary)
  }

  private func logarithm(_ base: NodeID, _ value: NodeID, in context: RewriteContext) -> Output? {
    guard let base = whole(base, in: context), let value = whole(value, in: context), base > 1, value > 0,
      let exponent = (0...60).first(where: { Self.power(base, $0) == value })
    else { return nil }
    return Output("\(exponent)")
  }

  private func whole(_ node: NodeID, in context: RewriteContext) -> Int? {
    guard let text = constant(node, in: context)?.plain else { return nil }
    let halves = text.split(separator: ".", omittingEmptySubsequences: false)
    return halves.dropFirst().allSatisfy { $0.allSatisfy { $0 == "0" } } ? Int(halves[0]) : nil
  }

  /// Nil where it has more than 15 digits.
  private static func power(_ base: Int, _ exponent: Int) -> Int? {
    var result = 1
    for _ in 0..<exponent {
      let (product, overflows) = result.multipliedReportingOverflow(by: base)
      guard !overflows, abs(product) < 1_000_000_000_000_000 else { return nil }
      result = product
    }
    return result
  }
}

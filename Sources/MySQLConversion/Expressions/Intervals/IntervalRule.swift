import MySQLTarget
import PostgresSyntax
import SourceText

/// Values of type interval: the text that PostgreSQL prints.
struct IntervalRule: ConversionRule {
  static let id = "intervals"
  static let help = RuleHelp(
    why: """
      MySQL has no interval values: a column of intervals holds the text that PostgreSQL prints, and so does every expression. Constants are \
      calculated at conversion time; differences of timestamps, age() and arithmetic with intervals are functions of the extension pack, which give \
      that text. Where only a field, a comparison or a sum with a timestamp is asked for, MySQL's own functions are used if they do.
      """,
    example: "SELECT (now() - created_at)::text, justify_days(interval '65 days')::text FROM orders",
    manual: ["PostgreSQL: Date/Time Functions and Operators", "PostgreSQL: Interval Input", "MySQL: Date and Time Functions"])
  static let kinds: [NodeKind] = [.binaryOperation, .unaryOperation, .functionCall, .typeCast, .castExpression, .typedLiteral, .stringLiteral, .placeholder]

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    guard context.family(of: node) == .interval else { return nil }
    if let constant = IntervalTerms.constant(node, in: context) { return Output(MySQLLiteral.string(constant.printed)) }
    switch context.tree[node].kind {
    case .binaryOperation: return operation(node, in: &context)
    case .unaryOperation:
      guard context.operatorName(node) == "-", context.builtInOperator(node) != nil, let operand = context.tree.child(of: node, .operand) else { return nil }
      return context.fill("@interval_um({0})", with: [operand])
    case .functionCall: return call(node, in: &context)
    case .typeCast, .castExpression: return cast(node, in: &context)
    case .placeholder:
      guard let parameter = context.tree.parameter(of: node) else { return nil }
      return context.fill("@interval_in({0})", with: [Output([.placeholder(parameter: parameter, range: context.tree[node].range)])])
    default: return nil
    }
  }

  private func operation(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    guard let name = context.operatorName(node), context.builtInOperator(node) != nil, let (left, right) = context.operands(of: node),
      let a = context.coercedFamily(of: left), let b = context.coercedFamily(of: right)
    else { return nil }
    switch (a, name, b) {
    case (.interval, "+", .interval): return context.fill("@interval_pl({0}, {1})", with: [left, right])
    case (.interval, "-", .interval): return context.fill("@interval_mi({0}, {1})", with: [left, right])
    case (.interval, "*", _) where b.isNumber: return context.fill("@interval_mul({0}, {1})", with: [left, right])
    case (_, "*", .interval) where a.isNumber: return context.fill("@interval_mul({1}, {0})", with: [left, right])
    case (.interval, "/", _) where b.isNumber:
      if context.constantNumber(right) == nil { context.noteLostError(.divisionByZero, at: node) }
      return context.fill("@interval_div({0}, {1})", with: [left, right])
    case (_, "-", _):
      guard let (later, earlier, family) = context.subtraction(node) else { return nil }
      guard family == .time else { return context.fill("@timestamp_mi({0}, {1})", with: [later, earlier]) }
      return context.intervalDifference(node).map { context.fill("@interval_out(0, 0, {0})", with: [$0]) }
    default: return nil
    }
  }

  private func call(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    guard let function = context.builtIn(node), context.isPlainCall(node) else { return nil }
    let arguments = context.tree.children(of: node, .argument)
    switch function.name {
    case "age": return age(arguments, in: &context)
    case "justify_days", "justify_hours", "justify_interval":
      guard arguments.count == 1, context.family(of: arguments[0]) == .interval else { return nil }
      return context.fill(Template("@\(function.name)({0})"), with: arguments)
    case "make_interval": return made(node, in: &context)
    case "date_trunc":
      guard arguments.count == 2, context.coercedFamily(of: arguments[0]) == .text, context.coercedFamily(of: arguments[1]) == .interval else { return nil }
      return context.fill("@interval_trunc({0}, {1})", with: arguments)
    default: return nil
    }
  }

  private func age(_ arguments: [NodeID], in context: inout RewriteContext) -> Output? {
    guard let (later, earlier) = context.ageOperands(arguments) else { return nil }
    return context.fill("@age({0}, {1})", with: [later, earlier])
  }

  private func made(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    guard let parts = context.intervalParts(node) else { return nil }
    var values: [Output] = []
    for name in ["years", "months", "weeks", "days", "hours", "mins", "secs"] {
      values.append(parts[name].map { context.convert($0) } ?? Output("0"))
    }
    return context.fill("@make_interval({0}, {1}, {2}, {3}, {4}, {5}, {6})", with: values)
  }

  private func cast(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    guard context.type(of: node)?.modifier == -1, let operand = context.tree.child(of: node, .operand) else { return nil }
    let inner = context.unwrapped(operand)
    switch context.tree[inner].kind {
    case .nullLiteral: return Output(context.cast([.source(context.tree[inner].range)], as: "CHAR"))
    case .placeholder: return context.convert(operand)
    case .stringLiteral: return nil
    default: break
    }
    switch context.family(of: operand) {
    case .interval: return context.convert(operand)
    case .text: return context.fill("@interval_in({0})", with: [operand])
    case .time: return context.intervalDifference(node).map { context.fill("@interval_out(0, 0, {0})", with: [$0]) }
    default: return nil
    }
  }
}

extension RewriteContext {
  /// The two moments of `age(a, b)`; of `age(b)`, midnight of today is the first.
  mutating func ageOperands(_ arguments: [NodeID]) -> (later: Output, earlier: Output)? {
    let families = arguments.map { coercedFamily(of: $0) }
    guard families.allSatisfy({ $0 == families.first }), let family = families.first ?? nil, family == .timestamp || family == .timestamptz || family == .date,
      family == .timestamp || sessionIsUTC
    else { return nil }
    switch arguments.count {
    case 1 where sessionIsUTC: return (Output(keyword("CURRENT_DATE")), convert(arguments[0]))
    case 2: return (convert(arguments[0]), convert(arguments[1]))
    default: return nil
    }
  }
}

import PostgresSyntax
import SourceText

/// Interval expressions without variables, calculated at conversion time.
extension IntervalTerms {
  /// Nil where the expression is no constant, or one whose value is not known for certain.
  static func constant(_ node: NodeID, in context: RewriteContext) -> IntervalText? {
    let node = context.unwrapped(node)
    guard context.family(of: node) == .interval, !context.tree.containsHole(node) else { return nil }
    switch context.tree[node].kind {
    case .unaryOperation:
      guard context.operatorName(node) == "-", let operand = context.tree.child(of: node, .operand) else { return nil }
      return constant(operand, in: context)?.negated
    case .binaryOperation: return operation(node, in: context)
    case .functionCall: return call(node, in: context)
    case .stringLiteral: return text(node, in: context)
    case .typedLiteral:
      guard let value = context.tree.child(of: node, .value) else { return nil }
      return context.type(of: node)?.modifier == -1 ? text(value, in: context) : qualified(node, value, in: context)
    case .typeCast, .castExpression:
      guard context.type(of: node)?.modifier == -1, let operand = context.tree.child(of: node, .operand) else { return nil }
      return text(operand, in: context) ?? constant(operand, in: context)
    default: return nil
    }
  }

  private static func text(_ node: NodeID, in context: RewriteContext) -> IntervalText? { context.constantString(node).flatMap { IntervalText($0) } }

  private static func operation(_ node: NodeID, in context: RewriteContext) -> IntervalText? {
    guard let name = context.operatorName(node), context.builtInOperator(node) != nil, let (left, right) = context.operands(of: node)
    else { return nil }
    switch name {
    case "+", "-":
      guard let a = constant(left, in: context), let b = constant(right, in: context) else { return nil }
      return a.adding(name == "+" ? b : b.negated)
    case "*":
      if let factor = context.constantNumber(right) { return constant(left, in: context)?.scaled { $0 * factor } }
      if let factor = context.constantNumber(left) { return constant(right, in: context)?.scaled { $0 * factor } }
      return nil
    case "/":
      guard let divisor = context.constantNumber(right), divisor != 0 else { return nil }
      return constant(left, in: context)?.scaled { $0 / divisor }
    default: return nil
    }
  }

  private static func call(_ node: NodeID, in context: RewriteContext) -> IntervalText? {
    guard let function = context.builtIn(node), context.isPlainCall(node) else { return nil }
    if function.name == "make_interval" { return made(node, in: context) }
    guard let argument = context.tree.child(of: node, .argument), let value = constant(argument, in: context) else { return nil }
    switch function.name {
    case "justify_days": return value.justifiedDays
    case "justify_hours": return value.justifiedHours
    case "justify_interval": return value.justified
    default: return nil
    }
  }

  private static func made(_ node: NodeID, in context: RewriteContext) -> IntervalText? {
    guard let arguments = context.intervalParts(node), arguments["secs"].map({ context.constantInteger($0) != nil }) ?? true else { return nil }
    var values: [String: Int] = [:]
    for (name, argument) in arguments {
      guard let value = context.constantInteger(argument), abs(value) <= 100_000_000 else { return nil }
      values[name] = value
    }
    let time = [("hours", 3600), ("mins", 60), ("secs", 1)].reduce(0) { $0 + (values[$1.0] ?? 0) * $1.1 }
    return IntervalText(
      months: (values["years"] ?? 0) * 12 + (values["months"] ?? 0), days: (values["weeks"] ?? 0) * 7 + (values["days"] ?? 0), microseconds: time * 1_000_000)
  }

  /// `INTERVAL '1' DAY`: a whole number of the unit that is written after it.
  private static func qualified(_ node: NodeID, _ value: NodeID, in context: RewriteContext) -> IntervalText? {
    guard let text = context.constantString(value), Int(text.trimmingBlanks()) != nil else { return nil }
    let rest = context.tree.text.string(in: ByteRange(context.tree[value].range.end, context.tree[node].range.end)).trimmingBlanks().lowercased()
    return ["year", "month", "day", "hour", "minute", "second"].contains(rest) ? IntervalText(text, unit: rest) : nil
  }
}

extension RewriteContext {
  /// The value of a number constant, as PostgreSQL makes a double precision number of it.
  func constantNumber(_ node: NodeID) -> Double? {
    let node = unwrapped(node)
    switch tree[node].kind {
    case .integerLiteral, .numericLiteral: return DecimalText(tree.string(of: node)).flatMap { Double($0.plain) }
    case .unaryOperation:
      guard operatorName(node) == "-", builtInOperator(node) != nil, let operand = tree.child(of: node, .operand), tree[unwrapped(operand)].kind != .unaryOperation
      else { return nil }
      return constantNumber(operand).map { -$0 }
    default: return nil
    }
  }

  /// The arguments of make_interval by their names, whether they are written with names or in order.
  func intervalParts(_ call: NodeID) -> [String: NodeID]? {
    let names = ["years", "months", "weeks", "days", "hours", "mins", "secs"]
    var parts: [String: NodeID] = [:]
    for (index, argument) in tree.children(of: call, .argument).enumerated() {
      if tree[argument].kind == .namedArgument {
        guard let name = tree.child(of: argument, .name), let value = tree.child(of: argument, .value) else { return nil }
        parts[tree.name(of: name)] = value
      } else {
        guard names.indices.contains(index) else { return nil }
        parts[names[index]] = argument
      }
    }
    return parts.keys.allSatisfy(names.contains) ? parts : nil
  }
}

import Foundation
import PostgresSyntax

extension Double {
  fileprivate static func powerOfTen(_ exponent: Int) -> Double { Double("1e\(exponent)") ?? .infinity }
}

/// How large a number can be, and how many digits it has after the point at most.
struct NumericBounds {
  var magnitude: Double
  var scale: Int
}

extension RewriteContext {
  /// A count is taken to stay below this many rows.
  static let mostRows = 1e11
  /// A sum is taken to stay below this many times the largest value that its type has.
  static let mostSummed = 1e4

  /// The bounds of an integer or numeric expression; nil where none are known.
  func numericBounds(of node: NodeID) -> NumericBounds? {
    let node = unwrapped(node)
    switch tree[node].kind {
    case .integerLiteral, .numericLiteral:
      guard let text = DecimalText(tree.string(of: node)), let value = Double(text.plain) else { return nil }
      return NumericBounds(magnitude: abs(value), scale: text.fractionDigits)
    case .unaryOperation: return tree.child(of: node, .operand).flatMap { numericBounds(of: $0) }
    case .binaryOperation: return boundsOfOperation(node) ?? boundsOfType(node)
    case .coalesce: return widest(tree.children(of: node, .argument)) ?? boundsOfType(node)
    case .nullif: return tree.children(of: node, .argument).first.flatMap { numericBounds(of: $0) }
    case .caseExpression:
      return widest(tree.children(of: node, .when).compactMap { tree.child(of: $0, .result) } + tree.children(of: node, .else)) ?? boundsOfType(node)
    case .functionCall: return boundsOfCall(node) ?? boundsOfType(node)
    case .typeCast, .castExpression:
      guard let operand = tree.child(of: node, .operand), family(of: operand)?.isNumber == true else { return boundsOfType(node) }
      return boundsOfType(node) ?? numericBounds(of: operand)
    default: return boundsOfType(node)
    }
  }

  private func boundsOfType(_ node: NodeID) -> NumericBounds? {
    guard let type = type(of: node) else { return nil }
    switch catalog.baseType(of: type.oid) {
    case .int2: return NumericBounds(magnitude: 32768, scale: 0)
    case .int4: return NumericBounds(magnitude: 2_147_483_648, scale: 0)
    case .int8: return NumericBounds(magnitude: 9.3e18, scale: 0)
    case .numeric: return numericShape(type.modifier).map { NumericBounds(magnitude: .powerOfTen($0.precision - $0.scale), scale: $0.scale) }
    default: return nil
    }
  }

  private func widest(_ values: [NodeID]) -> NumericBounds? {
    let values = values.filter { tree[unwrapped($0)].kind != .nullLiteral }
    let bounds = values.map { numericBounds(of: $0) }
    guard !bounds.isEmpty, bounds.allSatisfy({ $0 != nil }) else { return nil }
    return NumericBounds(magnitude: bounds.compactMap { $0?.magnitude }.max() ?? 0, scale: bounds.compactMap { $0?.scale }.max() ?? 0)
  }

  private func boundsOfOperation(_ node: NodeID) -> NumericBounds? {
    guard let name = operatorName(node), builtInOperator(node) != nil, let (left, right) = operands(of: node),
      let a = numericBounds(of: left), let b = numericBounds(of: right)
    else { return nil }
    switch name {
    case "+", "-": return NumericBounds(magnitude: a.magnitude + b.magnitude, scale: max(a.scale, b.scale))
    case "*": return NumericBounds(magnitude: a.magnitude * b.magnitude, scale: a.scale + b.scale)
    case "%": return NumericBounds(magnitude: b.magnitude, scale: max(a.scale, b.scale))
    case "/" where family(of: node) == .integer: return a
    default: return nil
    }
  }

  private func boundsOfCall(_ node: NodeID) -> NumericBounds? {
    guard let function = builtIn(node) else { return nil }
    let arguments = tree.children(of: node, .argument)
    if function.name == "count" { return NumericBounds(magnitude: Self.mostRows, scale: 0) }
    guard let first = arguments.first, let inner = numericBounds(of: first) else { return nil }
    switch function.name {
    case "abs", "min", "max": return inner
    case "ceil", "ceiling", "floor": return NumericBounds(magnitude: inner.magnitude + 1, scale: 0)
    case "round", "trunc":
      if arguments.count == 1 { return NumericBounds(magnitude: inner.magnitude + 1, scale: 0) }
      guard arguments.count == 2, let digits = constantInteger(arguments[1]), (0...30).contains(digits) else { return nil }
      return NumericBounds(magnitude: inner.magnitude + 1, scale: min(digits, inner.scale))
    case "sum": return NumericBounds(magnitude: inner.magnitude * Self.mostSummed, scale: inner.scale)
    default: return nil
    }
  }
}

/// A quotient on its way to the place where its digits are cut: `round(100.0 * a / b, 2)`.
///
/// The true value is a fraction with the divisor in its denominator, so it is either exactly on a boundary of what it is rounded to, or as far
/// from it as a fraction of that denominator can be. PostgreSQL's value has 16 significant digits and MySQL's 24 after the point: where both
/// errors are less than that distance, both servers round alike.
struct QuotientBounds {
  /// The dividend's magnitude times the factors that the quotient is multiplied by.
  private var magnitude: Double
  private var factor = 1.0
  private let divisor: NumericBounds
  /// Digits after the point of the dividend and of the factors and terms.
  private var scale: Int

  init(dividend: NumericBounds, divisor: NumericBounds) {
    (magnitude, self.divisor, scale) = (dividend.magnitude, divisor, dividend.scale)
  }

  mutating func multiply(by bounds: NumericBounds) {
    magnitude *= max(bounds.magnitude, 1e-30)
    factor *= max(bounds.magnitude, 1)
    scale += bounds.scale
  }

  mutating func add(_ bounds: NumericBounds) { scale = max(scale, bounds.scale) }

  /// Whether both servers' values lie on the same side of every multiple of half of the digit.
  func isDecided(at digits: Int) -> Bool {
    let finest = max(scale, digits)
    let dividedBy = divisor.magnitude * .powerOfTen(divisor.scale)
    return magnitude * .powerOfTen(divisor.scale + finest) <= 1e16 && dividedBy * factor * .powerOfTen(finest) < 1e23 && scale <= 20
  }
}

extension RewriteContext {
  /// Whether what becomes of a quotient is the same with PostgreSQL's digits as with more: it is rounded, or compared, within its exact digits.
  func isDecided(_ quotient: QuotientBounds, at node: NodeID) -> Bool {
    var (quotient, node) = (quotient, tree.outermost(node))
    while let parent = tree.parent(of: node) {
      switch tree[parent].kind {
      case .unaryOperation where family(of: parent) == .decimal: break
      case .binaryOperation:
        guard let name = operatorName(parent), builtInOperator(parent) != nil, let other = otherOperand(of: parent, than: node),
          let bounds = numericBounds(of: other), family(of: other) == .integer || family(of: other) == .decimal
        else { return false }
        switch name {
        case "*": quotient.multiply(by: bounds)
        case "+", "-": quotient.add(bounds)
        case "=", "<>", "!=", "<", "<=", ">", ">=": return quotient.isDecided(at: bounds.scale)
        default: return false
        }
      case .coalesce: break
      case .whenClause where tree[node].role == .result: break
      case .caseExpression where tree[node].kind == .whenClause || tree[node].role == .else: break
      case .functionCall: return roundedDigits(by: parent, of: node).map { quotient.isDecided(at: $0) } ?? false
      case .typeCast, .castExpression:
        if family(of: parent) == .integer { return quotient.isDecided(at: 0) }
        guard let type = type(of: parent), family(of: parent) == .decimal else { return false }
        guard let shape = numericShape(type.modifier) else { break }
        return quotient.isDecided(at: shape.scale)
      default: return false
      }
      node = tree.outermost(parent)
    }
    return false
  }

  /// The digits at which a call rounds its first argument.
  private func roundedDigits(by call: NodeID, of node: NodeID) -> Int? {
    guard let function = builtIn(call), isPlainCall(call) else { return nil }
    let arguments = tree.children(of: call, .argument)
    guard arguments.first == node else { return nil }
    switch function.name {
    case "floor", "ceil", "ceiling", "sign": return 0
    case "round", "trunc": return arguments.count == 1 ? 0 : constantInteger(arguments[1]).flatMap { (-30...20).contains($0) ? max($0, 0) : nil }
    default: return nil
    }
  }
}

import PostgresCatalog
import PostgresSyntax
import SourceText

/// `+ - *`, unary `-` and `+`, `%` on numbers that both servers calculate alike.
struct ArithmeticRule: ConversionRule {
  static let id = "arithmetic"
  static let help = RuleHelp(
    why: """
      Sums, differences, products and remainders of integers, numeric and double precision values are the same. MySQL calculates \
      integers in 64 bits, so an overflow that PostgreSQL reports is lost; its DECIMAL keeps at most 30 digits after the point, so a \
      product of columns without a declared scale is a caveat.
      """,
    example: "SELECT price * quantity - 1 FROM item",
    manual: ["PostgreSQL: Mathematical Functions and Operators", "MySQL: Arithmetic Operators"])
  static let kinds: [NodeKind] = [.binaryOperation, .unaryOperation]
  static let names: Set<String>? = ["+", "-", "*", "%"]

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    context.tree[node].kind == .unaryOperation ? unary(node, in: &context) : binary(node, in: &context)
  }

  private func unary(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    guard let name = context.operatorName(node), name == "-" || name == "+", let operand = context.tree.child(of: node, .operand),
      let family = context.coercedFamily(of: operand), family.isNumber, context.builtInOperator(node) != nil
    else { return nil }
    // Two minus signs in a row would start a comment.
    let pieces = context.convert(operand, atLeast: .collate)
    let gap = ByteRange(context.tree[node].range.start, context.tree[operand].range.start)
    return Output(([.source(gap)] + pieces).compacted(), .unary)
  }

  private func binary(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    guard let name = context.operatorName(node), ["+", "-", "*", "%"].contains(name),
      let (left, right) = context.operands(of: node),
      let symbol = context.tree.child(of: node, .operator), context.builtInOperator(node) != nil,
      let a = context.coercedFamily(of: left), let b = context.coercedFamily(of: right), a.isNumber, b.isNumber
    else { return nil }
    if name == "%", a == .double || b == .double { return nil }
    if name == "%" { context.noteLostError(.divisionByZero, at: node) }
    if a == .integer, b == .integer, name != "%" { context.noteLostError(.integerOverflow, at: node) }
    if name == "*", a == .decimal || b == .decimal { checkScale(of: node, left, right, in: &context) }
    let level: Precedence = name == "+" || name == "-" ? .additive : .multiplicative
    return context.arithmetic(left, symbol, right, level: level)
  }

  private func checkScale(of node: NodeID, _ left: NodeID, _ right: NodeID, in context: inout RewriteContext) {
    if let shape = context.decimalShape(of: node), shape.scale <= 30, shape.precision <= 65 { return }
    // A factor without digits after the point adds none.
    if [left, right].contains(where: { context.numericScale(of: $0)?.digits == 0 }) { return }
    context.caution(
      "product-scale", at: node, "a product of numeric values of unknown scale: MySQL keeps at most 30 digits after the point and 65 in all")
  }
}

extension RewriteContext {
  /// An arithmetic operation of one level, left-associative; numeric parameters are given their type.
  mutating func arithmetic(_ left: NodeID, _ symbol: NodeID, _ right: NodeID, level: Precedence, replacingSymbol: String? = nil) -> Output {
    let next = Precedence(rawValue: level.rawValue + 1) ?? .primary
    let (a, s, b) = (tree[left].range, tree[symbol].range, tree[right].range)
    var pieces = arithmeticOperand(left, atLeast: level)
    pieces.append(.source(ByteRange(a.end, s.start)))
    pieces.append(replacingSymbol.map { .text($0) } ?? .source(s))
    pieces.append(.source(ByteRange(s.end, b.start)))
    pieces += arithmeticOperand(right, atLeast: next)
    return Output(pieces.compacted(), level)
  }

  /// An operand; a numeric parameter may arrive as text or as a floating-point number, and would make the result one.
  mutating func arithmeticOperand(_ node: NodeID, atLeast required: Precedence) -> [Piece] {
    let pieces = convert(node, atLeast: required)
    guard tree[unwrapped(node)].kind == .placeholder, family(of: node) == .decimal else { return pieces }
    return [.text(cased("CAST("))] + pieces + [.text(cased(" AS DECIMAL(65,30))"))]
  }

  /// The digits that a numeric or integer expression can have; nil where no bound is known.
  func decimalShape(of node: NodeID) -> (precision: Int, scale: Int)? {
    let node = unwrapped(node)
    let text = tree.string(of: node)
    switch tree[node].kind {
    case .integerLiteral: return (text.utf8.count, 0)
    case .numericLiteral:
      guard let plain = DecimalText(text)?.plain else { return nil }
      let fraction = plain.split(separator: ".", omittingEmptySubsequences: false).dropFirst().first
      return (plain.utf8.count, fraction?.utf8.count ?? 0)
    case .unaryOperation: return tree.child(of: node, .operand).flatMap { decimalShape(of: $0) }
    case .binaryOperation: return operationShape(of: node)
    case .functionCall: return aggregateShape(of: node)
    case .extract: return extractShape(of: node)
    default: break
    }
    guard let type = type(of: node) else { return nil }
    switch catalog.family(of: type.oid) {
    case .integer: return (19, 0)
    case .decimal: return numericShape(type.modifier)
    default: return nil
    }
  }

  /// The precision and scale of a numeric type modifier; nil for none, or a negative scale.
  func numericShape(_ modifier: Int32) -> (precision: Int, scale: Int)? {
    guard modifier >= 4 else { return nil }
    let packed = Int(modifier) - 4
    let scale = packed & 0x7FF
    return scale > 1000 ? nil : ((packed >> 16) & 0xFFFF, scale)
  }

  /// A sum, and the least or greatest value, has the scale of the values.
  private func aggregateShape(of call: NodeID) -> (precision: Int, scale: Int)? {
    guard let function = builtIn(call), function.kind == .aggregate, ["sum", "min", "max"].contains(function.name), let value = tree.children(of: call, .argument).first,
      let shape = decimalShape(of: value)
    else { return type(of: call).flatMap { catalog.family(of: $0.oid) == .integer ? (19, 0) : nil } }
    return function.name == "sum" ? (shape.precision + 19, shape.scale) : shape
  }

  private func operationShape(of node: NodeID) -> (precision: Int, scale: Int)? {
    guard let name = operatorName(node), let (left, right) = operands(of: node),
      let a = decimalShape(of: left), let b = decimalShape(of: right)
    else { return nil }
    switch name {
    case "+", "-": return (max(a.precision - a.scale, b.precision - b.scale) + max(a.scale, b.scale) + 1, max(a.scale, b.scale))
    case "*": return (a.precision + b.precision, a.scale + b.scale)
    case "%": return (max(a.precision, b.precision), max(a.scale, b.scale))
    default: return nil
    }
  }
}

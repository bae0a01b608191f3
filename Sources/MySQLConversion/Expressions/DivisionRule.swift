import PostgresSyntax
import SourceText

/// `/`: DIV on integers, a widened dividend on numeric values.
struct DivisionRule: ConversionRule {
  static let id = "division"
  static let help = RuleHelp(
    why: """
      PostgreSQL's / on integers truncates towards zero, MySQL's gives a decimal: DIV truncates as well. A quotient of numeric values \
      has at least 16 significant digits in PostgreSQL and four more than the dividend in MySQL: the dividend is widened, exactly \
      where the quotient is rounded, else with a caveat.
      """,
    example: "SELECT total / 2, round(price / 3, 2) FROM item",
    manual: ["PostgreSQL: Mathematical Functions and Operators", "MySQL: Arithmetic Operators"])
  static let kinds: [NodeKind] = [.binaryOperation]

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    guard context.operatorName(node) == "/", let left = context.tree.child(of: node, .left),
      let right = context.tree.child(of: node, .right), let symbol = context.tree.child(of: node, .operator),
      context.builtInOperator(node) != nil, let a = context.coercedFamily(of: left), let b = context.coercedFamily(of: right), a.isNumber,
      b.isNumber
    else { return nil }
    context.noteLostError(.divisionByZero, at: node)
    if a == .integer, b == .integer { return integer(left, symbol, right, in: &context) }
    if a == .double || b == .double {
      // An integer or numeric dividend becomes double precision in PostgreSQL, and in MySQL by the other operand.
      return context.arithmetic(left, symbol, right, level: .multiplicative)
    }
    return decimal(node, left, right, in: &context)
  }

  private func integer(_ left: NodeID, _ symbol: NodeID, _ right: NodeID, in context: inout RewriteContext) -> Output {
    let (before, after) = (context.tree[left].range.end, context.tree[right].range.start)
    let range = context.tree[symbol].range
    let word = (before == range.start ? " " : "") + context.keyword("DIV") + (after == range.end ? " " : "")
    return context.arithmetic(left, symbol, right, level: .multiplicative, replacingSymbol: word)
  }

  private func decimal(_ node: NodeID, _ left: NodeID, _ right: NodeID, in context: inout RewriteContext) -> Output {
    if !context.isRounded(node) {
      context.caution(
        "quotient-digits", at: node, "a numeric quotient has at least 16 significant digits in PostgreSQL; here it has 24 after the point",
        help: "round the quotient to the digits that you need")
    }
    var pieces: [Piece] = [.text("CAST(")] + context.convert(left).pieces + [.text(" AS DECIMAL(65,20))")]
    pieces.append(.source(ByteRange(context.tree[left].range.end, context.tree[right].range.start)))
    pieces += context.arithmeticOperand(right, atLeast: .power)
    return Output(pieces.compacted(), .multiplicative)
  }
}

extension RewriteContext {
  /// Whether the value is at once rounded to at most 12 digits after the point: `round(x, 2)`, `x::numeric(10,2)`.
  func isRounded(_ node: NodeID) -> Bool {
    let node = tree.outermost(node)
    guard let parent = tree.parent(of: node) else { return false }
    switch tree[parent].kind {
    case .functionCall:
      guard let function = builtIn(parent), function.name == "round" || function.name == "trunc" else { return false }
      let arguments = tree.children(of: parent, .argument)
      guard arguments.first == node else { return false }
      return arguments.count == 1 || constantInteger(arguments[1]).map { (0...12).contains($0) } == true
    case .typeCast, .castExpression:
      guard let type = type(of: parent) else { return false }
      return family(of: parent) == .integer || (family(of: parent) == .decimal && type.modifier >= 4 && (Int(type.modifier) - 4) & 0x7FF <= 12)
    default: return false
    }
  }
}

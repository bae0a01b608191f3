import PostgresSyntax
import SourceText

/// `/`: DIV on integers, a widened dividend on numeric values.
struct DivisionRule: ConversionRule {
  static let id = "division"
  static let help = RuleHelp(
    why: """
      PostgreSQL's / on integers truncates towards zero, MySQL's gives a decimal: DIV truncates as well. A quotient of numeric values \
      has at least 16 significant digits in PostgreSQL and four more than the dividend in MySQL. Where it is rounded or compared within \
      its exact digits the dividend is widened; elsewhere, the operands' scales being known, the extension pack's numeric_div gives \
      PostgreSQL's digits; with scales unknown the widened quotient is a caveat.
      """,
    example: "SELECT total / 2, round(price / 3, 2) FROM item",
    manual: ["PostgreSQL: Mathematical Functions and Operators", "MySQL: Arithmetic Operators"])
  static let kinds: [NodeKind] = [.binaryOperation]
  static let names: Set<String>? = ["/"]

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    guard context.operatorName(node) == "/", let (left, right) = context.operands(of: node), let symbol = context.tree.child(of: node, .operator),
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
    if let a = context.numericBounds(of: left), let b = context.numericBounds(of: right), context.isDecided(QuotientBounds(dividend: a, divisor: b), at: node) {
      return widened(left, right, in: &context)
    }
    if let a = context.numericScale(of: left), let b = context.numericScale(of: right) {
      // The quotient has 16 digits from its first group of four on.
      let whole = context.numericBounds(of: right).map { bounds in (1...64).first { bounds.magnitude <= (Double("1e\($0)") ?? 0) } ?? 65 } ?? 65
      if (a.digits + 3) / 4 + (whole + 3) / 4 > 3 {
        context.note("decimal-range", at: node, "MySQL's DECIMAL has 30 digits after the point: a quotient below about 1e-12, which PostgreSQL gives more, is an error")
      }
      let values = [context.convert(left), Output("\(a.digits)"), context.convert(right), Output("\(b.digits)")]
      return context.fill("@numeric_div({0}, {1}, {2}, {3})", with: values)
    }
    context.caution(
      "quotient-digits", at: node, "a numeric quotient has at least 16 significant digits in PostgreSQL; here it has 24 after the point",
      help: "round the quotient to the digits that you need, or cast its operands to numeric(p,s)")
    return widened(left, right, in: &context)
  }

  private func widened(_ left: NodeID, _ right: NodeID, in context: inout RewriteContext) -> Output {
    var pieces: [Piece] = [.text(context.cased("CAST("))] + context.convert(left).pieces + [.text(context.cased(" AS DECIMAL(65,20))"))]
    pieces.append(.source(ByteRange(context.tree[left].range.end, context.tree[right].range.start)))
    pieces += context.arithmeticOperand(right, atLeast: .power)
    return Output(pieces.compacted(), .multiplicative)
  }
}

import PostgresSyntax
import SourceText

/// `||` on text becomes CONCAT.
struct ConcatenationRule: ConversionRule {
  static let id = "concatenation"
  static let help = RuleHelp(
    why: """
      || is a logical OR in MySQL unless PIPES_AS_CONCAT is set. CONCAT gives NULL for a NULL operand, as || does. A boolean becomes \
      the word that PostgreSQL writes.
      """,
    example: "SELECT first_name || ' ' || last_name FROM customer",
    manual: ["PostgreSQL: String Functions and Operators", "MySQL: String Functions and Operators"])
  static let kinds: [NodeKind] = [.binaryOperation]
  static let names: Set<String>? = ["||"]

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    guard context.operatorName(node) == "||", context.builtInOperator(node) != nil, context.family(of: node) == .text else { return nil }
    if context.target.sqlModes.contains(.pipesAsConcat) { return piped(node, in: &context) }
    let operands = operands(of: node, in: context)
    var pieces: [[Piece]] = []
    for operand in operands {
      guard let text = context.textForm(of: operand) else { return Output(source: context.tree[node].range) }
      pieces.append(text)
    }
    return context.call("CONCAT", pieces)
  }

  /// Under PIPES_AS_CONCAT the operator stays; there it binds tighter than any other but a sign, in PostgreSQL less tightly than `+`.
  private func piped(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    guard let (left, right) = context.operands(of: node) else { return nil }
    var replacements: [NodeID: [Piece]] = [:]
    for operand in [left, right] {
      switch context.family(of: operand) {
      case .text? where operand == left && context.tree[operand].kind == .binaryOperation && context.operatorName(operand) == "||":
        replacements[operand] = context.convert(operand, atLeast: .power)
      case .text?, .integer?, .date?, .enumeration?: replacements[operand] = context.convert(operand, atLeast: .primary)
      default:
        guard let text = context.textForm(of: operand) else { return Output(source: context.tree[node].range) }
        let isCall = if case .text(let first)? = text.first { first.contains("(") || first.hasPrefix("CASE") } else { false }
        replacements[operand] = isCall ? text : [.text("(")] + text + [.text(")")]
      }
    }
    return context.copied(node, .power, replacing: replacements)
  }

  /// The operands of a left-deep chain of text concatenations, in order.
  private func operands(of node: NodeID, in context: RewriteContext) -> [NodeID] {
    var operands: [NodeID] = []
    var node = node
    while context.tree[node].kind == .binaryOperation, context.operatorName(node) == "||", context.builtInOperator(node) != nil,
      context.family(of: node) == .text, let (left, right) = context.operands(of: node)
    {
      operands.append(right)
      node = left
    }
    operands.append(node)
    return operands.reversed()
  }
}

extension RewriteContext {
  /// The text that PostgreSQL's `||` and `::text` make of a value, as MySQL writes it; nil after declining.
  mutating func textForm(of node: NodeID) -> [Piece]? {
    guard let family = family(of: node) else {
      declineUnknown(node, "its type is not known")
      return nil
    }
    switch family {
    // The column's character set is ASCII, to which MySQL converts what stands beside it, and BIN_TO_UUID's collation ignores case.
    case .uuid: return fill("CAST({0} AS CHAR)", with: [node])?.pieces
    case .interval where !columnReferences(in: node).isEmpty: return fill("CAST({0} AS CHAR)", with: [node])?.pieces
    case .caseless where coercedFamily(of: node) == .text: return convert(node).pieces
    case .text, .blankPadded, .integer, .date, .enumeration, .interval: return convert(node).pieces
    case .decimal:
      if let text = numericText(of: node) ?? conditionalText(of: node) { return text }
      if tree[unwrapped(node)].kind == .extract, decimalShape(of: node) != nil { return convert(node).pieces }
    case .array where elementFamily(of: node) == .integer:
      return fill("REPLACE(REPLACE(REPLACE(REPLACE(CAST({0} AS CHAR), '[', '{{'), ']', '}'), ', ', ','), 'null', 'NULL')", with: [node])?.pieces
    case .array where elementFamily(of: node).map({ [TypeFamily.text, .boolean, .uuid].contains($0) }) == true: return fill("@array_out({0})", with: [node])?.pieces
    case .money:
      checkMoneyLocale(at: node, isText: true)
      if let output = fill("CONCAT(IF({0} < 0, '-', ''), '$', FORMAT(ABS({0}), 2))", with: [node]) { return output.pieces }
    case .double: return fill("@float8_out({0})", with: [node])?.pieces
    case .single: return fill("@float4_out({0})", with: [node])?.pieces
    case .boolean:
      guard isRepeatable(node) else { return fill("ELT({0} + 1, 'false', 'true')", with: [node])?.pieces }
      let value = convert(node).pieces
      return [.text(cased("CASE WHEN "))] + value + [.text(cased(" THEN 'true' WHEN NOT "))] + convert(node, atLeast: .not) + [.text(cased(" THEN 'false' END"))]
    case .timestamp: return fill("TRIM(TRAILING '.' FROM TRIM(TRAILING '0' FROM DATE_FORMAT({0}, '%Y-%m-%d %H:%i:%s.%f')))", with: [node])?.pieces
    case .timestamptz where sessionIsUTC:
      return fill("CONCAT(TRIM(TRAILING '.' FROM TRIM(TRAILING '0' FROM DATE_FORMAT({0}, '%Y-%m-%d %H:%i:%s.%f'))), '+00')", with: [node])?.pieces
    case .time: return fill("TRIM(TRAILING '.' FROM TRIM(TRAILING '0' FROM TIME_FORMAT({0}, '%H:%i:%s.%f')))", with: [node])?.pieces
    case .bytea: return fill("CONCAT('\\\\x', LOWER(HEX({0})))", with: [node])?.pieces
    case .jsonb:
      if !writesNumbersAlike(node) { caution("json-number-text", at: node, "a JSON number with a fraction reads otherwise as text in MySQL: 1.50 is 1.5") }
      return fill("CAST({0} AS CHAR)", with: [node])?.pieces
    default: break
    }
    decline("text-form", at: node, "MySQL writes \(typeName(node)) in another form than PostgreSQL", help: "format the value in the application")
    return nil
  }
}

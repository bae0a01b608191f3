import PostgresCatalog
import PostgresSyntax
import SourceText

/// pg_trgm: similarity(), % and <-> of texts.
struct TrigramRule: ConversionRule {
  static let id = "text-similarity"
  static let help = RuleHelp(
    why: """
      similarity() is the share of trigrams that two texts have in common; the extension pack counts them as pg_trgm does. a % b asks whether it \
      reaches pg_trgm.similarity_threshold, which is 0.3 unless somebody sets it; a <-> b is what is left to 1. MySQL has no index for it.
      """,
    example: "SELECT similarity(name, 'anna') FROM item",
    manual: ["PostgreSQL: pg_trgm"])
  static let kinds: [NodeKind] = [.functionCall, .binaryOperation]
  static let names: Set<String>? = ["similarity", "%", "<->", "=", "<>", "<", "<=", ">", ">="]

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    if let output = value(node, in: &context) { return output }
    guard context.tree[node].kind == .binaryOperation, context.builtInOperator(node) != nil else { return nil }
    return comparison(node, in: &context)
  }

  private func value(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    if let function = context.call(of: ["pg_trgm"], node), context.tree[node].kind == .functionCall, context.isPlainCall(node) {
      let arguments = context.tree.children(of: node, .argument)
      guard arguments.count == 2, context.takesAlike(arguments) else { return nil }
      switch function.name {
      case "similarity":
        cautionWords(arguments, at: node, in: &context)
        return context.fill("@similarity({0}, {1})", with: arguments)
      default: return nil
      }
    }
    guard case .operator(let found) = context.typed[node].resolution, found.extensionName == "pg_trgm", let (left, right) = context.operands(of: node),
      context.takesAlike([left, right])
    else { return nil }
    switch found.name {
    case "%":
      context.caution("trigram-words", at: node, "% compares with pg_trgm.similarity_threshold, which is 0.3 unless the session sets it")
      return context.fill("@similarity({0}, {1}) >= 0.3", with: [left, right], .comparison)
    case "<->":
      cautionWords([left, right], at: node, in: &context)
      return context.fill("CAST(1 - @similarity({0}, {1}) AS FLOAT)", with: [left, right])
    default: return nil
    }
  }

  /// Of letters beyond ASCII the two servers do not agree which belong to a word.
  private func cautionWords(_ texts: [NodeID], at node: NodeID, in context: inout RewriteContext) {
    guard !texts.allSatisfy({ context.constantString($0)?.utf8.allSatisfy { $0 < 0x80 } == true }) else { return }
    context.caution("trigram-words", at: node, "pg_trgm takes words apart by the letters of the database's locale, MySQL by Unicode's: they may differ for combining marks and digits of other scripts")
  }

  /// A comparison of a likeness with a number: PostgreSQL's real and MySQL's FLOAT both become double precision.
  private func comparison(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    guard let name = context.operatorName(node), ComparisonRule.equality.contains(name) || ComparisonRule.order.contains(name),
      let (left, right) = context.operands(of: node)
    else { return nil }
    guard let first = operand(left, in: &context), let second = operand(right, in: &context), isLikeness(left, in: context) || isLikeness(right, in: context) else { return nil }
    return context.fill(Template("{0} \(name) {1}"), with: [first, second], .comparison)
  }

  private func isLikeness(_ node: NodeID, in context: RewriteContext) -> Bool {
    switch context.typed[context.unwrapped(node)].resolution {
    case .function(let function): function.extensionName == "pg_trgm" && function.name == "similarity"
    case .operator(let found): found.extensionName == "pg_trgm" && found.name == "<->"
    default: false
    }
  }

  private func operand(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    if isLikeness(node, in: context) { return context.convert(context.unwrapped(node)) }
    let inner = context.unwrapped(node)
    if context.tree[inner].kind == .placeholder, context.family(of: inner) == .single, let parameter = context.tree.parameter(of: inner) {
      return Output(context.cast([.placeholder(parameter: parameter, range: context.tree[inner].range)], as: "FLOAT"))
    }
    guard context.family(of: node)?.isNumber == true else { return nil }
    return context.convert(node)
  }
}

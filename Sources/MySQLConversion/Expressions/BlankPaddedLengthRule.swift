import PostgresSyntax
import SourceText

/// `octet_length` of char(n), which counts the blanks that MySQL's CHAR does not have.
struct BlankPaddedLengthRule: ConversionRule {
  static let id = "char-octet-length"
  static let help = RuleHelp(
    why: "PostgreSQL stores char(n) with blanks up to its length and counts their bytes; MySQL's CHAR(n) is read without them.",
    example: "SELECT octet_length(name::char(5)) FROM item",
    manual: ["PostgreSQL: Character Types", "MySQL: The CHAR and VARCHAR Types"])
  static let kinds: [NodeKind] = [.functionCall]

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    guard let function = context.builtIn(node), context.signature(of: function) == "octet_length(bpchar)", context.isPlainCall(node),
      let argument = context.tree.children(of: node, .argument).first, let type = context.type(of: argument), context.family(of: argument) == .blankPadded,
      type.modifier > 4
    else { return nil }
    return context.fill(Template("OCTET_LENGTH(RPAD({0}, \(type.modifier - 4), ' '))"), with: [argument])
  }
}

import PostgresSyntax
import SourceText

/// `TRIM(…)` of blanks or of one character.
struct TrimRule: ConversionRule {
  static let id = "trim"
  static let help = RuleHelp(
    why: """
      PostgreSQL trims any of the characters given, MySQL the string as a whole: the same for blanks and for one character, declined \
      for more.
      """,
    example: "SELECT trim(both 'x' from code) FROM item",
    manual: ["PostgreSQL: String Functions and Operators", "MySQL: String Functions and Operators"])
  static let kinds: [NodeKind] = [.trim]

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    let arguments = context.tree.children(of: node, .argument)
    guard arguments.count == 1 else {
      return context.decline("function-not-converted", at: node, "TRIM with a list of arguments is not the same in MySQL")
    }
    guard context.family(of: arguments[0]) == .text else {
      return context.decline("argument-type", at: node, "TRIM of \(context.typeName(arguments[0])) is not the same in MySQL")
    }
    if let character = context.tree.child(of: node, .character), context.constantString(character)?.unicodeScalars.count != 1 {
      return context.decline("argument-not-constant", at: character, "TRIM of other than one constant character is not the same in MySQL")
    }
    let name = ByteRange(context.tree[node].range.start, context.tree[node].range.start + 4)
    let open = context.tree.tokens(in: ByteRange(name.end, context.tree[node].range.end)).first?.range.start ?? name.end
    return Output(([.source(name)] + context.copy(node, within: ByteRange(open, context.tree[node].range.end))).compacted())
  }
}

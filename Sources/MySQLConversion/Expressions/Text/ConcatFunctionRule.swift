import PostgresSyntax
import SourceText

/// `concat(…)`, which skips NULL, and `concat_ws(…)`.
struct ConcatFunctionRule: ConversionRule {
  static let id = "concat-function"
  static let help = RuleHelp(
    why: """
      PostgreSQL's concat() takes NULL for the empty string, MySQL's CONCAT gives NULL: arguments that can be NULL are wrapped in \
      COALESCE. concat_ws skips NULL in both.
      """,
    example: "SELECT concat(first_name, ' ', last_name) FROM customer",
    manual: ["PostgreSQL: String Functions and Operators", "MySQL: String Functions and Operators"])
  static let kinds: [NodeKind] = [.functionCall]
  static let names: Set<String>? = ["concat", "concat_ws"]

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    guard let function = context.builtIn(node), function.name == "concat" || function.name == "concat_ws",
      !context.tree[node].attributes.contains(.variadic), let name = context.tree.child(of: node, .name)
    else { return nil }
    let arguments = context.tree.children(of: node, .argument)
    var values: [[Piece]] = []
    for argument in arguments {
      // concat writes a boolean as t or f.
      let truth = context.family(of: argument) == .boolean ? context.fill("ELT({0} + 1, 'f', 't')", with: [argument])?.pieces : nil
      // Of a char of unknown length the blanks are not known: CASE and COALESCE over char(3) and char(6) give one.
      let isPadded = context.family(of: argument) == .blankPadded
      let padded = isPadded ? context.paddedText(argument)?.pieces : nil
      if isPadded, padded == nil { return nil }
      guard let text = truth ?? padded ?? context.textForm(of: argument) else { return Output(source: context.tree[node].range) }
      let mayBeNull = function.name == "concat" && context.isNullable(argument)
      values.append(mayBeNull ? context.call("COALESCE", [text, [.text("''")]]).pieces : text)
    }
    let written = ByteRange(context.tree[name].range.start, context.tree[name].range.end)
    return Output(([.source(written), .text("(")] + .joined(values, by: ", ") + [.text(")")]).compacted())
  }
}

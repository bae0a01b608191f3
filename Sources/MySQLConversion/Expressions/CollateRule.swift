import PostgresSyntax
import SourceText

/// `COLLATE "C"`.
struct CollateRule: ConversionRule {
  static let id = "collate"
  static let help = RuleHelp(
    why: "The collation \"C\" compares by code point, as MySQL's utf8mb4_0900_bin does. Other collations have no MySQL equal.",
    example: #"SELECT name FROM item ORDER BY name COLLATE "C""#,
    manual: ["PostgreSQL: Collation Support", "MySQL: Collation Naming Conventions"])
  static let kinds: [NodeKind] = [.collate]

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    guard let operand = context.tree.child(of: node, .operand), let name = context.tree.child(of: node, .name) else { return nil }
    let collation = (context.tree[name].kind == .qualifiedName ? context.tree.qualifiedName(of: name).last : context.tree.name(of: name)) ?? ""
    guard ["C", "POSIX", "ucs_basic", "C.UTF-8"].contains(collation), context.family(of: operand) == .text else {
      return context.decline("collation", at: node, "the collation \(collation) has no MySQL equal", help: "choose one of MySQL's collations")
    }
    return Output(context.convert(operand, atLeast: .collate) + [.text(context.keyword(" COLLATE ") + "utf8mb4_0900_bin")], .collate)
  }
}

import PostgresSyntax
import SourceText

/// RETURNING, which MySQL does not have.
struct ReturningRule: ConversionRule {
  static let id = "returning"
  static let help = RuleHelp(
    why: "MySQL has no RETURNING. The generated key comes from the driver; other columns need a SELECT in the same transaction.",
    example: "INSERT INTO item (name) VALUES ($1) RETURNING id",
    manual: ["PostgreSQL: Returning Data from Modified Rows", "MySQL: INSERT Statement"])
  static let kinds: [NodeKind] = [.returningClause]

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    let help = context.host.returningHelp
    return context.decline(
      Self.id, at: node, "MySQL has no RETURNING",
      help: help.isEmpty ? "read the key with LAST_INSERT_ID(), or SELECT the rows in the same transaction" : help)
  }
}

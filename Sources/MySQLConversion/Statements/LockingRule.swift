import PostgresSyntax
import SourceText

/// FOR UPDATE and FOR SHARE.
struct LockingRule: ConversionRule {
  static let id = "locking"
  static let help = RuleHelp(
    why: "FOR UPDATE, FOR SHARE, NOWAIT and SKIP LOCKED are the same; MySQL has no FOR NO KEY UPDATE and FOR KEY SHARE.",
    example: "SELECT id FROM job WHERE done = false FOR UPDATE SKIP LOCKED",
    manual: ["PostgreSQL: The Locking Clause", "MySQL: Locking Reads"])
  static let kinds: [NodeKind] = [.lockingClause]

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    let attributes = context.tree[node].attributes
    guard attributes.isDisjoint(with: [.noKeyUpdate, .keyShare]) else {
      return context.decline("lock-strength", at: node, "MySQL has no FOR NO KEY UPDATE and FOR KEY SHARE", help: "use FOR UPDATE or FOR SHARE")
    }
    return context.copied(node)
  }
}

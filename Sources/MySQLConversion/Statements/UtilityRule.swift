import PostgresSyntax
import SourceText

/// Statements that are neither queries nor changes of data.
struct UtilityRule: ConversionRule {
  static let id = "utility-statements"
  static let help = RuleHelp(
    why: """
      BEGIN, COMMIT, ROLLBACK and savepoints are the same in their plain forms. Schema changes are the work of `sqlferry schema`; every \
      other utility statement is declined.
      """,
    example: "BEGIN TRANSACTION",
    manual: ["PostgreSQL: SQL Commands", "MySQL: SQL Statements"])
  static let kinds: [NodeKind] = NodeKind.allCases.filter(\.isUtility)

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    // Two words say what it is; a third that it is more than these.
    let words = context.tree.tokens(in: context.tree[node].range).prefix(3).map { context.tree.text.string(in: $0.range).uppercased() }
    let text = words.joined(separator: " ")
    let source = Output(source: context.tree[node].range)
    switch text {
    case "BEGIN", "BEGIN WORK", "COMMIT", "COMMIT WORK", "ROLLBACK", "ROLLBACK WORK", "START TRANSACTION": return source
    case "BEGIN TRANSACTION": return Output(context.keyword("START TRANSACTION"))
    case "END", "END TRANSACTION", "END WORK", "COMMIT TRANSACTION": return Output(context.keyword("COMMIT"))
    case "ABORT", "ROLLBACK TRANSACTION": return Output(context.keyword("ROLLBACK"))
    default: break
    }
    return declined(node, words, in: &context)
  }

  private func declined(_ node: NodeID, _ words: [String], in context: inout RewriteContext) -> Output {
    let name = words.prefix(2).filter { $0.utf8.allSatisfy { (0x41...0x5A).contains($0) } }.joined(separator: " ")
    switch words.first {
    case "CREATE", "ALTER", "DROP", "COMMENT":
      return context.decline("schema-statement", at: node, "\(name) changes the schema", help: "`sqlferry schema` prints the MySQL schema")
    case "LISTEN", "NOTIFY", "UNLISTEN":
      return context.decline("utility-statement", at: node, "MySQL has no \(name)", help: "use a queue or poll a table")
    case "COPY":
      return context.decline("utility-statement", at: node, "MySQL has no COPY", help: "use LOAD DATA or batches of INSERT")
    case "SET", "RESET", "SHOW":
      return context.decline("utility-statement", at: node, "\(name) names a setting of PostgreSQL", help: "use MySQL's own system variable")
    default:
      return context.decline("utility-statement", at: node, "\(name) has no MySQL form that is known to be the same", help: "rewrite the statement by hand")
    }
  }
}

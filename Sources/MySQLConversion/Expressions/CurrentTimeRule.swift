import PostgresSyntax
import SourceText

/// `now()`, `CURRENT_TIMESTAMP` and their kin, with microseconds.
struct CurrentTimeRule: ConversionRule {
  static let id = "current-time"
  static let help = RuleHelp(
    why: """
      MySQL's NOW() has no fraction of a second unless asked for: NOW(6). PostgreSQL's now() is the start of the transaction, MySQL's \
      that of the statement; clock_timestamp() is SYSDATE(6). The session runs in UTC.
      """,
    example: "SELECT now(), current_date",
    manual: ["PostgreSQL: Date/Time Functions and Operators", "MySQL: Date and Time Functions"])
  static let kinds: [NodeKind] = [.sqlValueFunction, .functionCall]

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    context.tree[node].kind == .functionCall ? call(node, in: &context) : keyword(node, in: &context)
  }

  private func call(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    guard let function = context.builtIn(node), function.arguments.isEmpty else { return nil }
    switch function.name {
    case "now", "transaction_timestamp", "statement_timestamp": return Output(context.keyword("NOW") + "(6)")
    case "clock_timestamp": return Output(context.keyword("SYSDATE") + "(6)")
    default: return nil
    }
  }

  private func keyword(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    let words = context.tree.string(of: node).uppercased()
    let name = words.prefix { $0.isLetter || $0 == "_" }
    let precision = context.tree.child(of: node, .argument).flatMap { context.constantInteger($0) } ?? 6
    guard (0...6).contains(precision) else { return nil }
    switch name {
    case "CURRENT_TIMESTAMP": return Output("\(context.keyword("CURRENT_TIMESTAMP"))(\(precision))")
    case "LOCALTIMESTAMP" where context.sessionIsUTC: return Output("\(context.keyword("LOCALTIMESTAMP"))(\(precision))")
    case "CURRENT_DATE" where context.sessionIsUTC: return Output([.source(context.tree[node].range)])
    default:
      return context.decline(
        "value-function", at: node, "\(context.tree.string(of: node)) has no MySQL form that is known to be the same",
        help: name == "CURRENT_DATE" || name == "LOCALTIMESTAMP" ? context.zoneHelp : "")
    }
  }
}

extension RewriteContext {
  /// What stands in the way where the meaning depends on the time zone.
  var zoneHelp: String {
    let zone = catalog.catalog.timeZone
    return zone.isEmpty ? "the source database's time zone is not known: name it with --time-zone" : "the source database's time zone is \(zone), not UTC"
  }

  /// Whether the source's sessions run in UTC, as the target's do.
  var sessionIsUTC: Bool {
    ["UTC", "Etc/UTC", "GMT", "Etc/GMT", "UCT", "Zulu", "Etc/UCT", "Etc/Zulu", "GMT0", "Universal", "Etc/Universal"]
      .contains(catalog.catalog.timeZone)
  }
}

import PostgresSyntax
import SourceText

/// `now()`, `CURRENT_TIMESTAMP` and their kin, with microseconds.
struct CurrentTimeRule: ConversionRule {
  static let id = "current-time"
  static let help = RuleHelp(
    why: """
      MySQL's NOW() has no fraction of a second unless asked for: NOW(6). PostgreSQL's now() is the start of the transaction, MySQL's \
      that of the statement; clock_timestamp() is SYSDATE(6). Asked for fewer digits, PostgreSQL rounds and MySQL cuts: a CAST rounds. The session \
      runs in UTC.
      """,
    example: "SELECT now(), current_date, localtimestamp(0)",
    manual: ["PostgreSQL: Date/Time Functions and Operators", "MySQL: Date and Time Functions"])
  static let kinds: [NodeKind] = [.sqlValueFunction, .functionCall, .typeCast, .castExpression]
  static let names: Set<String>? = ["now", "transaction_timestamp", "statement_timestamp", "clock_timestamp", "timeofday"]

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    switch context.tree[node].kind {
    case .functionCall: call(node, in: &context)
    case .sqlValueFunction: keyword(node, in: &context)
    default: cast(node, in: &context)
    }
  }

  private func call(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    guard let function = context.builtIn(node), function.arguments.isEmpty else { return nil }
    switch function.name {
    case "now" where context.tree.child(of: node, .name).map({ context.tree.string(of: $0).lowercased() == "now" }) == true:
      guard let name = context.tree.child(of: node, .name) else { return nil }
      return Output([.source(context.tree[name].range), .text("(6)")])
    case "now", "transaction_timestamp", "statement_timestamp": return Output(context.keyword("NOW") + "(6)")
    case "clock_timestamp": return Output(context.keyword("SYSDATE") + "(6)")
    case "timeofday" where context.zoneAbbreviation == "UTC": return context.fill("DATE_FORMAT(SYSDATE(6), '%a %b %d %H:%i:%s.%f %Y UTC')", with: [Output]())
    default: return nil
    }
  }

  private func keyword(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    let name = Self.name(node, in: context)
    guard let digits = Self.digits(node, in: context) else { return nil }
    if digits == 6, name == "CURRENT_TIMESTAMP" || name == "LOCALTIMESTAMP" && context.sessionIsUTC {
      let range = context.tree[node].range
      return Output([.source(range)] + (context.tree.child(of: node, .argument) == nil ? [.text("(6)")] : []))
    }
    switch name {
    case "CURRENT_TIMESTAMP": return rounded("\(context.keyword("CURRENT_TIMESTAMP"))(6)", "DATETIME", digits, in: context)
    case "LOCALTIMESTAMP" where context.sessionIsUTC: return rounded("\(context.keyword("LOCALTIMESTAMP"))(6)", "DATETIME", digits, in: context)
    case "LOCALTIME" where context.sessionIsUTC: return rounded("\(context.keyword("CURTIME"))(6)", "TIME", digits, in: context)
    case "CURRENT_DATE" where context.sessionIsUTC: return Output(source: context.tree[node].range)
    default:
      return context.decline(
        "value-function", at: node, "\(context.tree.string(of: node)) has no MySQL form that is known to be the same",
        help: name == "CURRENT_TIME" ? "MySQL has no time with a time zone: use localtime" : context.zoneHelp)
    }
  }

  private func rounded(_ value: String, _ type: String, _ digits: Int, in context: RewriteContext) -> Output {
    digits == 6 ? Output(value) : Output(context.keyword("CAST") + "(" + value + context.keyword(" AS \(type)") + "(\(digits)))")
  }

  /// `current_time::time`: the time of day without its zone.
  private func cast(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    guard let operand = context.tree.child(of: node, .operand).map({ context.unwrapped($0) }), context.tree[operand].kind == .sqlValueFunction,
      Self.name(operand, in: context) == "CURRENT_TIME", let digits = Self.digits(operand, in: context), context.sessionIsUTC, context.family(of: node) == .time,
      context.type(of: node)?.modifier == -1
    else { return nil }
    return rounded("\(context.keyword("CURTIME"))(6)", "TIME", digits, in: context)
  }

  private static func name(_ node: NodeID, in context: RewriteContext) -> String {
    String(context.tree.string(of: node).uppercased().prefix { $0.isLetter || $0 == "_" })
  }

  private static func digits(_ node: NodeID, in context: RewriteContext) -> Int? {
    guard let argument = context.tree.child(of: node, .argument) else { return 6 }
    return context.constantInteger(argument).flatMap { (0...6).contains($0) ? $0 : nil }
  }
}

extension RewriteContext {
  /// What stands in the way where the meaning depends on the time zone.
  var zoneHelp: String {
    let zone = catalog.catalog.timeZone
    return zone.isEmpty ? "the source database's time zone is not known: name it with --time-zone" : "the source database's time zone is \(zone), not UTC"
  }

  /// What PostgreSQL prints for the session's time zone where that is UTC.
  var zoneAbbreviation: String? {
    guard sessionIsUTC else { return nil }
    return catalog.catalog.timeZone.contains("GMT") ? "GMT" : "UTC"
  }
}

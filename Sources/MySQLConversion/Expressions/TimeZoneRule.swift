import PostgresSyntax
import SourceText

/// `AT TIME ZONE 'UTC'`, where the target's timestamps are in UTC already.
struct TimeZoneRule: ConversionRule {
  static let id = "at-time-zone"
  static let help = RuleHelp(
    why: "A timestamptz is kept in UTC in MySQL, so that AT TIME ZONE 'UTC' changes nothing. Other zones are declined.",
    example: "SELECT created_at AT TIME ZONE 'UTC' FROM orders",
    manual: ["PostgreSQL: AT TIME ZONE", "MySQL: MySQL Server Time Zone Support"])
  static let kinds: [NodeKind] = [.atTimeZone]

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    guard let operand = context.tree.child(of: node, .operand), let zone = context.tree.child(of: node, .zone) else { return nil }
    guard let family = context.family(of: operand) else { return context.declineUnknown(operand, "its type is not known") }
    guard ["utc", "etc/utc", "gmt"].contains(context.constantString(zone)?.lowercased() ?? ""), family == .timestamp || family == .timestamptz else {
      return context.decline(
        "time-zone", at: node, "AT TIME ZONE with another zone than UTC needs MySQL's time zone tables", help: "use CONVERT_TZ once they are loaded")
    }
    return context.convert(operand)
  }
}

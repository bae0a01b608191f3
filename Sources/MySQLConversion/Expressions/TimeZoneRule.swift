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
    if family == .timestamp || family == .timestamptz, let minutes = Self.offset(zone, in: context) {
      // A timestamptz is in UTC: the local time is later by the offset; the other way round it is taken off.
      let shift = family == .timestamptz ? minutes : -minutes
      return context.fill(shift < 0 ? Template("{0} - INTERVAL \(-shift) MINUTE") : Template("{0} + INTERVAL \(shift) MINUTE"), with: [operand], .additive)
    }
    if family == .timestamp || family == .timestamptz, let name = context.constantString(zone), name.contains("/"), !["etc/utc"].contains(name.lowercased()) {
      context.caution(
        "time-zone-tables", at: node, "CONVERT_TZ needs MySQL's time zone tables, gives NULL without them, and leaves times before 1970 as they are",
        help: "mysql_tzinfo_to_sql /usr/share/zoneinfo | mysql -u root mysql")
      let literal = Template.literal(name)
      return context.fill(family == .timestamptz ? Template("CONVERT_TZ({0}, '+00:00', \(literal))") : Template("CONVERT_TZ({0}, \(literal), '+00:00')"), with: [operand])
    }
    guard ["utc", "etc/utc", "gmt"].contains(context.constantString(zone)?.lowercased() ?? ""), family == .timestamp || family == .timestamptz else {
      return context.decline(
        "time-zone", at: node, "AT TIME ZONE with another zone than UTC needs MySQL's time zone tables", help: "use CONVERT_TZ once they are loaded")
    }
    return context.convert(operand)
  }

  /// The minutes east of UTC of a constant offset: an interval as it is, a zone's text with POSIX's sign, which is west.
  private static func offset(_ zone: NodeID, in context: RewriteContext) -> Int? {
    if let constant = IntervalTerms.constant(context.unwrapped(zone), in: context) {
      return constant.months == 0 && constant.days == 0 && constant.microseconds % 60_000_000 == 0 ? constant.microseconds / 60_000_000 : nil
    }
    guard let text = context.constantString(zone), let sign = text.first, sign == "+" || sign == "-" else { return nil }
    let parts = text.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.allSatisfy({ $0.count == 2 && $0.allSatisfy { $0.isASCII && $0.isNumber } }), let hours = Int(parts[0]), hours <= 14,
      let minutes = parts.count == 2 ? Int(parts[1]) : 0, minutes < 60
    else { return nil }
    return (sign == "+" ? -1 : 1) * (hours * 60 + minutes)
  }
}

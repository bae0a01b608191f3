import MySQLTarget
import PostgresSyntax
import SourceText

/// `x AT TIME ZONE zone`, `timezone(zone, x)` and `date_trunc(unit, x, zone)`.
struct TimeZoneRule: ConversionRule {
  static let id = "at-time-zone"
  static let help = RuleHelp(
    why: """
      A timestamptz is kept in UTC in MySQL, so that AT TIME ZONE 'UTC' changes nothing; an offset or an abbreviation such as EST is added as minutes. \
      Named zones become CONVERT_TZ with a caveat: it needs the time zone tables, and covers the years from 1970 to 2037. A zone's text with an offset \
      has the sign of POSIX, which is west.
      """,
    example: "SELECT seen AT TIME ZONE 'UTC', seen AT TIME ZONE 'EST' FROM item",
    manual: ["PostgreSQL: AT TIME ZONE", "MySQL: MySQL Server Time Zone Support"])
  static let kinds: [NodeKind] = [.atTimeZone, .functionCall]
  static let names: Set<String>? = ["timezone", "date_trunc"]

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    guard context.tree[node].kind == .functionCall else {
      guard let operand = context.tree.child(of: node, .operand), let zone = context.tree.child(of: node, .zone) else { return nil }
      return shifted(node, operand, zone, in: &context)
    }
    guard let function = context.builtIn(node), context.isPlainCall(node) else { return nil }
    let arguments = context.tree.children(of: node, .argument)
    switch (function.name, arguments.count) {
    case ("timezone", 2): return shifted(node, arguments[1], arguments[0], in: &context)
    case ("date_trunc", 3): return truncated(node, arguments, in: &context)
    default: return nil
    }
  }

  private func shifted(_ node: NodeID, _ operand: NodeID, _ zone: NodeID, in context: inout RewriteContext) -> Output? {
    guard let family = context.coercedFamily(of: operand), let own = context.family(of: operand) else { return context.declineUnknown(operand, "its type is not known") }
    guard family == .timestamp || family == .timestamptz, own == family || context.sessionIsUTC else {
      return context.decline("time-zone", at: node, "AT TIME ZONE of \(context.typeName(operand)) has no MySQL form that is known to be the same")
    }
    let value = own == .date ? context.fill("CAST({0} AS DATETIME(6))", with: [operand]) : nil
    let moment = value ?? context.convert(operand)
    switch Zone(zone, in: context) {
    case .offset(let minutes): return Self.shift(moment, by: family == .timestamptz ? minutes : -minutes, in: &context)
    case .named(let name):
      cautionOfTables(node, in: &context)
      return context.fill(Self.conversion(toLocal: family == .timestamptz, Template.literal(name)), with: [moment])
    case .unknown where context.coercedFamily(of: zone) == .text:
      cautionOfTables(node, in: &context)
      let form: Template = family == .timestamptz ? "CONVERT_TZ({0}, '+00:00', {1})" : "CONVERT_TZ({0}, {1}, '+00:00')"
      return context.fill(form, with: [moment, context.convert(zone)])
    case .unknown: return context.decline("time-zone", at: node, "this time zone has no MySQL form that is known to be the same", help: "use CONVERT_TZ with a zone's name")
    }
  }

  /// `date_trunc('day', x, 'Europe/Paris')`: in local time, then back.
  private func truncated(_ node: NodeID, _ arguments: [NodeID], in context: inout RewriteContext) -> Output? {
    guard let word = context.constantString(arguments[0]), let template = ExtractRule.truncation(word), context.family(of: arguments[1]) == .timestamptz,
      context.isRepeatable(arguments[1]), context.constantString(arguments[2]) != nil
    else { return nil }
    let moment = context.convert(arguments[1])
    let local: Output
    switch Zone(arguments[2], in: context) {
    case .offset(let minutes): local = Self.shift(moment, by: minutes, in: &context)
    case .named(let name):
      cautionOfTables(node, in: &context)
      local = context.fill(Self.conversion(toLocal: true, Template.literal(name)), with: [moment])
    case .unknown: return nil
    }
    let start = context.fill(Template(template.replacing("@", with: "{0}")), with: [local])
    switch Zone(arguments[2], in: context) {
    case .offset(let minutes): return Self.shift(start, by: -minutes, in: &context)
    case .named(let name): return context.fill(Self.conversion(toLocal: false, Template.literal(name)), with: [start])
    case .unknown: return nil
    }
  }

  private func cautionOfTables(_ node: NodeID, in context: inout RewriteContext) {
    context.caution(
      "time-zone-tables", at: node,
      "CONVERT_TZ needs MySQL's time zone tables, gives NULL without them, leaves times before 1970 as they are and knows no daylight saving after 2037; local times that "
        + "a change of clocks skips or repeats are read otherwise",
      help: "mysql_tzinfo_to_sql /usr/share/zoneinfo | mysql -u root mysql")
  }

  private static func shift(_ moment: Output, by minutes: Int, in context: inout RewriteContext) -> Output {
    if minutes == 0 { return moment }
    let term = context.fill(Template(" \(minutes < 0 ? "-" : "+") INTERVAL \(abs(minutes)) MINUTE"), with: [Output]())
    return Output((moment.parenthesized(below: .additive) + term.pieces).compacted(), .additive)
  }

  private static func conversion(toLocal: Bool, _ zone: String) -> Template {
    Template(toLocal ? "CONVERT_TZ({0}, '+00:00', \(zone))" : "CONVERT_TZ({0}, \(zone), '+00:00')")
  }
}

/// A constant time zone.
private enum Zone {
  /// Minutes east of UTC.
  case offset(Int)
  case named(String)
  case unknown

  init(_ node: NodeID, in context: RewriteContext) {
    if let constant = IntervalTerms.constant(node, in: context) {
      let isWhole = constant.months == 0 && constant.days == 0 && constant.microseconds % 60_000_000 == 0
      self = isWhole ? .offset(constant.microseconds / 60_000_000) : .unknown
      return
    }
    guard let text = context.constantString(node) else { self = .unknown; return }
    if let minutes = Self.abbreviations[text.uppercased()] ?? Self.posixOffset(text) { self = .offset(minutes); return }
    // Names of the tables; Etc/GMT+5 is among them.
    self = text.contains("/") && text.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "/_+-".contains($0)) }) ? .named(text) : .unknown
  }

  /// `pg_timezone_abbrevs` of the default set, where their zones never had another offset under that name.
  private static let abbreviations: [String: Int] = [
    "UTC": 0, "GMT": 0, "Z": 0, "ETC/UTC": 0, "UCT": 0, "ZULU": 0, "ETC/GMT": 0, "UNIVERSAL": 0, "EST": -300, "EDT": -240, "CST": -360, "CDT": -300, "MST": -420,
    "MDT": -360, "PST": -480, "PDT": -420, "CET": 60, "CEST": 120, "EET": 120, "EEST": 180, "JST": 540,
  ]

  /// A zone's text with POSIX's sign, which is west.
  private static func posixOffset(_ text: String) -> Int? {
    guard let sign = text.first, sign == "+" || sign == "-" else { return nil }
    let parts = text.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.allSatisfy({ $0.count == 2 && $0.allSatisfy { $0.isASCII && $0.isNumber } }), let hours = Int(parts[0]), hours <= 14,
      let minutes = parts.count == 2 ? Int(parts[1]) : 0, minutes < 60
    else { return nil }
    return (sign == "+" ? -1 : 1) * (hours * 60 + minutes)
  }
}

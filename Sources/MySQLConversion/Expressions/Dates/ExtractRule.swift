import PostgresSyntax
import SourceText

/// `extract(field FROM x)`, `date_part('field', x)` and `date_trunc('unit', x)` with a constant field.
struct ExtractRule: ConversionRule {
  static let id = "date-fields"
  static let help = RuleHelp(
    why: """
      Years, months, days, hours, minutes and quarters have the same numbers. Days of the week count from 0 in PostgreSQL, weeks are \
      those of ISO 8601, seconds and the epoch have fractions. MySQL's YEAR() is unsigned, so that a difference of years needs EXTRACT. \
      date_trunc stays a timestamp; with a unit that is no constant it is a function of the extension pack.
      """,
    example: "SELECT extract(dow FROM created_at), date_trunc('day', created_at) FROM orders",
    manual: ["PostgreSQL: Date/Time Functions and Operators", "MySQL: Date and Time Functions"])
  static let kinds: [NodeKind] = [.extract, .functionCall]
  static let names: Set<String>? = ["date_trunc", "date_part"]

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    guard let (name, field, argument) = parts(of: node, in: context) else { return truncation(node, in: &context) }
    guard let family = context.coercedFamily(of: argument) else { return context.declineUnknown(argument, "its type is not known") }
    if family == .interval {
      if name == "date_trunc" { return nil }
      if let number = IntervalFields.value(field, of: argument, in: &context) { return typed(number, name) }
    }
    if let kept = kept(node, field, family, argument, in: &context) { return kept }
    if family == .time, name != "date_trunc", let template = Self.timeFields[field], template.filter({ $0 == "@" }).count == 1 || context.isRepeatable(argument) {
      return typed(Output(fill(template, context.convert(argument, atLeast: .additive), in: context)), name)
    }
    guard family == .date || family == .timestamp || (family == .timestamptz && context.sessionIsUTC) else {
      return context.decline("date-field-type", at: node, "\(name) of \(context.typeName(argument)) has no MySQL form that is known to be the same")
    }
    if family == .timestamptz, name != "date_trunc", Self.zoneFields.contains(field) {
      return typed(context.fill("IF({0} IS NULL, NULL, 0)", with: [argument]) ?? Output("0"), name)
    }
    if field == "julian", family != .date, name != "date_trunc" { return context.fill("@julian({0})", with: [argument]).map { typed($0, name) } }
    let template = name == "date_trunc" ? Self.truncations[field] : family == .date ? Self.dateFields[field] ?? Self.fields[field] : Self.fields[field]
    guard let template, template.filter({ $0 == "@" }).count == 1 || context.isRepeatable(argument) else {
      return context.decline("date-field", at: node, "\(name) of \"\(field)\" has no MySQL form that is known to be the same")
    }
    let value = context.convert(argument, atLeast: .additive)
    return typed(Output(fill(template, value, in: context)), name)
  }

  /// date_part gives double precision, which a quotient shows.
  private func typed(_ value: Output, _ name: String) -> Output {
    name == "date_part" ? Output(([.text("(")] + value.parenthesized(below: .additive) + [.text(" + 0e0)")]).compacted()) : value
  }

  /// MySQL's EXTRACT has the same numbers for these fields.
  private func kept(_ node: NodeID, _ field: String, _ family: TypeFamily, _ argument: NodeID, in context: inout RewriteContext) -> Output? {
    let isMoment = family == .timestamp || family == .timestamptz && context.sessionIsUTC
    guard context.tree[node].kind == .extract, let word = context.tree.child(of: node, .field), context.tree.string(of: word).lowercased() == field,
      ["year", "quarter", "month", "day"].contains(field) ? family == .date || isMoment : ["hour", "minute"].contains(field) && isMoment, context.tree.string(of: node).dropFirst("extract".count).first == "("
    else { return nil }
    let (whole, value) = (context.tree[node].range, context.tree[argument].range)
    return Output(
      ([.source(ByteRange(whole.start, value.start))] + context.convert(argument).pieces + [.source(ByteRange(value.end, whole.end))]).compacted())
  }

  /// `date_trunc(unit, moment)` with a unit that is no constant.
  private func truncation(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    guard let function = context.builtIn(node), function.name == "date_trunc", context.isPlainCall(node) else { return nil }
    let arguments = context.tree.children(of: node, .argument)
    guard arguments.count == 2, context.coercedFamily(of: arguments[0]) == .text, let family = context.coercedFamily(of: arguments[1]), family.isTemporal,
      family == .timestamp || context.sessionIsUTC
    else { return nil }
    return context.fill("@date_trunc({0}, {1})", with: arguments)
  }

  func parts(of node: NodeID, in context: RewriteContext) -> (name: String, field: String, argument: NodeID)? {
    if context.tree[node].kind == .extract {
      guard let field = context.tree.child(of: node, .field), let argument = context.tree.child(of: node, .argument) else { return nil }
      let name = context.tree[field].kind == .stringLiteral ? context.constantString(field) ?? "" : context.tree.name(of: field)
      return ("extract", Self.canonical(name), argument)
    }
    guard let function = context.builtIn(node), function.name == "date_trunc" || function.name == "date_part" else { return nil }
    let arguments = context.tree.children(of: node, .argument)
    guard arguments.count == 2, let field = context.constantString(arguments[0]) else { return nil }
    return (function.name, Self.canonical(field), arguments[1])
  }

  /// The template of date_trunc's unit.
  static func truncation(_ word: String) -> String? { truncations[canonical(word)] }

  /// The field that a word names: `years` is `year`, `msec` is `milliseconds`.
  private static func canonical(_ word: String) -> String {
    switch IntervalText.unit(word) {
    case "microsecond": "microseconds"
    case "millisecond": "milliseconds"
    case let unit?: unit
    case nil: ["qtr": "quarter", "j": "julian", "jd": "julian"][word.lowercased()] ?? word.lowercased()
    }
  }

  private func fill(_ template: String, _ value: [Piece], in context: RewriteContext) -> [Piece] {
    let parts = (context.writesLowerCase ? template.lowercased() : template).split(separator: "@", omittingEmptySubsequences: false)
    return .joined(parts.map { [.text(String($0))] }, with: value).compacted()
  }

  static let timeFields: [String: String] = [
    "hour": "HOUR(@)", "minute": "MINUTE(@)", "second": "(SECOND(@) + MICROSECOND(@) * 0.000001)", "microseconds": "(SECOND(@) * 1000000 + MICROSECOND(@))",
    "milliseconds": "(SECOND(@) * 1000 + MICROSECOND(@) * 0.001)", "epoch": "(HOUR(@) * 3600 + MINUTE(@) * 60 + SECOND(@) + MICROSECOND(@) * 0.000001)",
  ]

  static let dateFields = ["epoch": "(DATEDIFF(@, DATE '1970-01-01') * 86400)", "julian": "(TO_DAYS(@) + 1721060)"]
  /// The session's zone is UTC.
  static let zoneFields: Set<String> = ["timezone", "timezone_hour", "timezone_minute"]

  /// `@` stands for the argument; each template binds as tightly as a call.
  static let fields: [String: String] = [
    "year": "EXTRACT(YEAR FROM @)", "month": "MONTH(@)", "day": "DAYOFMONTH(@)", "hour": "HOUR(@)", "minute": "MINUTE(@)", "quarter": "QUARTER(@)",
    "dow": "(DAYOFWEEK(@) - 1)", "isodow": "(WEEKDAY(@) + 1)", "doy": "DAYOFYEAR(@)", "week": "WEEK(@, 3)",
    "decade": "(EXTRACT(YEAR FROM @) DIV 10)", "century": "((EXTRACT(YEAR FROM @) + 99) DIV 100)", "millennium": "((EXTRACT(YEAR FROM @) + 999) DIV 1000)",
    "milliseconds": "(SECOND(@) * 1000 + MICROSECOND(@) * 0.001)", "microseconds": "(SECOND(@) * 1000000 + MICROSECOND(@))",
    "isoyear": "(YEARWEEK(@, 3) DIV 100)", "second": "(SECOND(@) + MICROSECOND(@) * 0.000001)",
    "epoch": "(TIMESTAMPDIFF(MICROSECOND, TIMESTAMP '1970-01-01 00:00:00', @) * 0.000001)",
  ]

  static let truncations: [String: String] = [
    "microseconds": "CAST(@ AS DATETIME(6))",
    "milliseconds": "CAST(@ - INTERVAL (MICROSECOND(@) % 1000) MICROSECOND AS DATETIME(6))",
    "second": "CAST(@ - INTERVAL MICROSECOND(@) MICROSECOND AS DATETIME(6))",
    "decade": "CAST(MAKEDATE(YEAR(@) DIV 10 * 10, 1) AS DATETIME(6))",
    "century": "CAST(MAKEDATE((YEAR(@) - 1) DIV 100 * 100 + 1, 1) AS DATETIME(6))",
    "millennium": "CAST(MAKEDATE((YEAR(@) - 1) DIV 1000 * 1000 + 1, 1) AS DATETIME(6))",
    "minute": "CAST(DATE(@) + INTERVAL (HOUR(@) * 60 + MINUTE(@)) MINUTE AS DATETIME(6))",
    "hour": "CAST(DATE(@) + INTERVAL HOUR(@) HOUR AS DATETIME(6))",
    "day": "CAST(DATE(@) AS DATETIME(6))",
    "week": "CAST(DATE(@) - INTERVAL WEEKDAY(@) DAY AS DATETIME(6))",
    "month": "CAST(DATE(@) - INTERVAL (DAYOFMONTH(@) - 1) DAY AS DATETIME(6))",
    "quarter": "CAST(MAKEDATE(YEAR(@), 1) + INTERVAL (QUARTER(@) - 1) QUARTER AS DATETIME(6))",
    "year": "CAST(MAKEDATE(YEAR(@), 1) AS DATETIME(6))",
  ]
}

extension RewriteContext {
  /// The digits of a field; nil for the Julian day of a timestamp, which has as many as its quotient.
  func extractShape(of node: NodeID) -> (precision: Int, scale: Int)? {
    guard let (_, field, argument) = ExtractRule().parts(of: node, in: self), let family = coercedFamily(of: argument) else { return nil }
    switch field {
    case "second": return (9, 6)
    case "milliseconds": return (9, 3)
    case "epoch": return family == .date ? (12, 0) : (20, 6)
    case "julian": return family == .date ? (8, 0) : nil
    default: return (10, 0)
    }
  }
}

extension [Piece] {
  /// The lists with pieces between them.
  static func joined(_ lists: [[Piece]], with separator: [Piece]) -> [Piece] {
    var result: [Piece] = []
    for (index, list) in lists.enumerated() { result += (index > 0 ? separator : []) + list }
    return result
  }
}

import PostgresSyntax
import SourceText

/// `extract(field FROM x)`, `date_part('field', x)` and `date_trunc('unit', x)` with a constant field.
struct ExtractRule: ConversionRule {
  static let id = "date-fields"
  static let help = RuleHelp(
    why: """
      Years, months, days, hours, minutes and quarters have the same numbers. Days of the week count from 0 in PostgreSQL, weeks are \
      those of ISO 8601, seconds and the epoch have fractions. date_trunc stays a timestamp.
      """,
    example: "SELECT extract(dow FROM created_at), date_trunc('day', created_at) FROM orders",
    manual: ["PostgreSQL: Date/Time Functions and Operators", "MySQL: Date and Time Functions"])
  static let kinds: [NodeKind] = [.extract, .functionCall]

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    guard let (name, field, argument) = parts(of: node, in: context) else { return nil }
    if let difference = difference(name, field, argument, in: &context) { return difference }
    guard let family = context.coercedFamily(of: argument) else { return context.declineUnknown(argument, "its type is not known") }
    if family == .interval, let number = constantField(name, field, argument, in: context) { return number }
    if family == .time, name != "date_trunc", let template = Self.timeFields[field], template.filter({ $0 == "@" }).count == 1 || context.isRepeatable(argument) {
      return Output(fill(template, context.convert(argument, atLeast: .additive), in: context))
    }
    guard family == .date || family == .timestamp || (family == .timestamptz && context.sessionIsUTC) else {
      return context.decline("date-field-type", at: node, "\(name) of \(context.typeName(argument)) has no MySQL form that is known to be the same")
    }
    let template = name == "date_trunc" ? Self.truncations[field] : family == .date && field == "epoch" ? Self.dateEpoch : Self.fields[field]
    guard let template, template.filter({ $0 == "@" }).count == 1 || context.isRepeatable(argument) else {
      return context.decline("date-field", at: node, "\(name) of \"\(field)\" has no MySQL form that is known to be the same")
    }
    let value = context.convert(argument, atLeast: .additive)
    return Output(fill(template, value, in: context))
  }

  private func parts(of node: NodeID, in context: RewriteContext) -> (name: String, field: String, argument: NodeID)? {
    if context.tree[node].kind == .extract {
      guard let field = context.tree.child(of: node, .field), let argument = context.tree.child(of: node, .argument) else { return nil }
      let name = context.tree[field].kind == .stringLiteral ? context.constantString(field) ?? "" : context.tree.name(of: field)
      return ("extract", name.lowercased(), argument)
    }
    guard let function = context.builtIn(node), function.name == "date_trunc" || function.name == "date_part" else { return nil }
    let arguments = context.tree.children(of: node, .argument)
    guard arguments.count == 2, let field = context.constantString(arguments[0]) else { return nil }
    return (function.name, field.lowercased(), arguments[1])
  }

  /// A field of the difference of two timestamps: MySQL has no such interval, but counts its units.
  private func difference(_ name: String, _ field: String, _ argument: NodeID, in context: inout RewriteContext) -> Output? {
    let operation = context.unwrapped(argument)
    guard name != "date_trunc", context.tree[operation].kind == .binaryOperation, context.operatorName(operation) == "-",
      context.builtInOperator(operation) != nil, let left = context.tree.child(of: operation, .left),
      let right = context.tree.child(of: operation, .right), let unit = ["epoch": "MICROSECOND", "day": "DAY"][field]
    else { return nil }
    let families = [left, right].map { context.coercedFamily(of: $0) }
    guard families[0] == families[1], families[0] == .timestamp || families[0] == .timestamptz else { return nil }
    var pieces: [Piece] = [.text(context.keyword("TIMESTAMPDIFF") + "(\(context.keyword(unit)), ")]
    pieces += context.convert(right).pieces + [.text(", ")] + context.convert(left).pieces + [.text(")")]
    return field == "epoch" ? Output([.text("(")] + pieces + [.text(" * 0.000001)")]) : Output(pieces)
  }

  private func fill(_ template: String, _ value: [Piece], in context: RewriteContext) -> [Piece] {
    let parts = (context.writesLowerCase ? template.lowercased() : template).split(separator: "@", omittingEmptySubsequences: false)
    return .joined(parts.map { [.text(String($0))] }, with: value).compacted()
  }

  /// A field of an interval constant is a number.
  private func constantField(_ name: String, _ field: String, _ argument: NodeID, in context: RewriteContext) -> Output? {
    guard name != "date_trunc", let value = IntervalTerms.constant(context.unwrapped(argument), in: context) else { return nil }
    let (hours, rest) = value.microseconds.quotientAndRemainder(dividingBy: 3_600_000_000)
    let number: Int
    switch field {
    case "year": number = value.months / 12
    case "month": number = value.months % 12
    case "day": number = value.days
    case "hour": number = hours
    case "minute": number = rest / 60_000_000
    case "epoch" where value.microseconds % 1_000_000 == 0 && value.months % 12 == 0 && value.months >= 0 && value.days >= 0 && value.microseconds >= 0:
      // A year is 365.25 days here.
      number = value.months / 12 * 31_557_600 + value.days * 86_400 + value.microseconds / 1_000_000
    default: return nil
    }
    return Output("\(number)", number < 0 ? .unary : .primary)
  }

  static let timeFields: [String: String] = [
    "hour": "HOUR(@)", "minute": "MINUTE(@)", "second": "(SECOND(@) + MICROSECOND(@) * 0.000001)", "microseconds": "(SECOND(@) * 1000000 + MICROSECOND(@))",
    "milliseconds": "(SECOND(@) * 1000 + MICROSECOND(@) * 0.001)", "epoch": "(HOUR(@) * 3600 + MINUTE(@) * 60 + SECOND(@) + MICROSECOND(@) * 0.000001)",
  ]

  static let dateEpoch = "(DATEDIFF(@, DATE '1970-01-01') * 86400)"

  /// `@` stands for the argument; each template binds as tightly as a call.
  static let fields: [String: String] = [
    "year": "YEAR(@)", "month": "MONTH(@)", "day": "DAYOFMONTH(@)", "hour": "HOUR(@)", "minute": "MINUTE(@)", "quarter": "QUARTER(@)",
    "dow": "(DAYOFWEEK(@) - 1)", "isodow": "(WEEKDAY(@) + 1)", "doy": "DAYOFYEAR(@)", "week": "WEEK(@, 3)",
    "decade": "(YEAR(@) DIV 10)", "century": "((YEAR(@) + 99) DIV 100)", "millennium": "((YEAR(@) + 999) DIV 1000)",
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

extension [Piece] {
  /// The lists with pieces between them.
  static func joined(_ lists: [[Piece]], with separator: [Piece]) -> [Piece] {
    var result: [Piece] = []
    for (index, list) in lists.enumerated() { result += (index > 0 ? separator : []) + list }
    return result
  }
}

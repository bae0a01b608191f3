import PostgresSyntax
import SourceText

/// Fields of intervals: `extract(epoch FROM a - b)`, `date_part('year', age(birthday))`, `extract(hour FROM duration)`.
enum IntervalFields {
  /// Nil for a field that intervals do not have, and where an operand would have to be repeated that cannot be.
  static func value(_ field: String, of argument: NodeID, in context: inout RewriteContext) -> Output? {
    if let constant = IntervalTerms.constant(argument, in: context) {
      return constant.field(field).map { Output($0, $0.utf8.first == 0x2D ? .unary : .primary) }
    }
    if let number = difference(field, argument, in: &context) ?? age(field, argument, in: &context) { return number }
    return fields[field].flatMap { context.fill($0, with: [argument]) }
  }

  /// MySQL counts the units of a difference itself.
  private static func difference(_ field: String, _ argument: NodeID, in context: inout RewriteContext) -> Output? {
    let isTime = context.subtraction(argument)?.family == .time
    if !isTime, let unit = ["day": "DAY", "hour": "HOUR", "minute": "MINUTE"][field] {
      guard let (later, earlier, _) = context.subtraction(argument) else { return nil }
      let wrap = ["hour": " % 24", "minute": " % 60"][field]
      return context.fill(Template(wrap.map { "(TIMESTAMPDIFF(\(unit), {1}, {0})\($0))" } ?? "TIMESTAMPDIFF(\(unit), {1}, {0})"), with: [later, earlier])
    }
    let template: Template
    switch field {
    case "epoch": template = "({0} * 0.000001)"
    case "hour": template = "({0} DIV 3600000000)"
    case "minute": template = "({0} % 3600000000 DIV 60000000)"
    case "second": template = "({0} % 60000000 * 0.000001)"
    case "milliseconds": template = "({0} % 60000000 * 0.001)"
    case "microseconds": template = "({0} % 60000000)"
    default: return nil
    }
    if field == "epoch", let extreme = context.aggregateDifference(argument) { return context.fill(template, with: [extreme]) }
    return context.intervalDifference(argument).map { context.fill(template, with: [$0]) }
  }

  /// Whole years and months, counted as `age` counts them.
  private static func age(_ field: String, _ argument: NodeID, in context: inout RewriteContext) -> Output? {
    let call = context.unwrapped(argument)
    guard field == "year" || field == "month", let function = context.builtIn(call), function.name == "age", context.isPlainCall(call),
      let (later, earlier) = context.ageOperands(context.tree.children(of: call, .argument))
    else { return nil }
    return context.fill(field == "year" ? "TIMESTAMPDIFF(YEAR, {1}, {0})" : "(TIMESTAMPDIFF(MONTH, {1}, {0}) % 12)", with: [later, earlier])
  }

  private static let fields: [String: Template] = [
    "millennium": "(@interval_months({0}) DIV 12000)", "century": "(@interval_months({0}) DIV 1200)", "decade": "(@interval_months({0}) DIV 120)",
    "year": "(@interval_months({0}) DIV 12)", "quarter": "(@interval_months({0}) % 12 DIV 3 + 1)", "month": "(@interval_months({0}) % 12)",
    "day": "@interval_days({0})", "hour": "(@interval_microseconds({0}) DIV 3600000000)", "minute": "(@interval_microseconds({0}) % 3600000000 DIV 60000000)",
    "second": "(@interval_microseconds({0}) % 60000000 * 0.000001)", "milliseconds": "(@interval_microseconds({0}) % 60000000 * 0.001)",
    "microseconds": "(@interval_microseconds({0}) % 60000000)", "epoch": "@interval_epoch({0})",
  ]
}

import PostgresSyntax
import SourceText

/// `+` and `-` on dates, timestamps, integers and interval constants.
struct DateArithmeticRule: ConversionRule {
  static let id = "date-arithmetic"
  static let help = RuleHelp(
    why: """
      MySQL adds a number to a date as to the number 20240131, and has intervals only as terms of date arithmetic. A date plus an \
      interval is a timestamp in PostgreSQL. Months are added first, then days, then the time.
      """,
    example: "SELECT id FROM orders WHERE created_at > now() - interval '7 days'",
    manual: ["PostgreSQL: Date/Time Functions and Operators", "MySQL: Date and Time Functions", "MySQL: Temporal Intervals"])
  static let kinds: [NodeKind] = [.binaryOperation]
  static let names: Set<String>? = ["+", "-"]

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    guard let name = context.operatorName(node), name == "+" || name == "-", context.builtInOperator(node) != nil,
      let (left, right) = context.operands(of: node),
      let a = context.coercedFamily(of: left), let b = context.coercedFamily(of: right)
    else { return nil }
    switch (a, name, b) {
    case (.date, _, .integer): return days(left, name, right, in: &context)
    case (.integer, "+", .date): return days(right, name, left, in: &context)
    case (.date, "-", .date):
      return context.call("DATEDIFF", [context.convert(left).pieces, context.convert(right).pieces])
    case (.date, _, .interval), (.timestamp, _, .interval): return interval(left, name, right, in: &context)
    case (.timestamptz, _, .interval) where context.isOfOneLength(right): return interval(left, name, right, in: &context)
    case (.time, _, .interval): return time(left, name, right, in: &context)
    case (.interval, "+", .time): return time(right, name, left, in: &context)
    case (.interval, "+", .date), (.interval, "+", .timestamp): return interval(right, name, left, in: &context)
    case (.interval, "+", .timestamptz) where context.isOfOneLength(left): return interval(right, name, left, in: &context)
    default: return nil
    }
  }

  private func days(_ date: NodeID, _ sign: String, _ count: NodeID, in context: inout RewriteContext) -> Output {
    context.noteDateRange(of: count)
    let number = context.convert(count, atLeast: .primary)
    let interval = context.keyword("INTERVAL")
    return Output(
      (context.convert(date, atLeast: .additive) + [.text(" \(sign) \(interval) ")] + number + [.text(" " + context.keyword("DAY"))]).compacted(),
      .additive)
  }

  /// A time of day goes round at midnight, and days and months do not count.
  func time(_ value: NodeID, _ sign: String, _ interval: NodeID, in context: inout RewriteContext) -> Output? {
    guard let constant = IntervalTerms.constant(interval, in: context) else {
      return context.fill(Template("@time_\(sign == "-" ? "mi" : "pl")_interval({0}, {1})"), with: [value, interval])
    }
    let microseconds = sign == "-" ? -constant.microseconds : constant.microseconds
    return context.fill(
      Template("CAST(TIME(TIMESTAMP('2000-01-02', {0}) + INTERVAL \(microseconds % 86_400_000_000) MICROSECOND) AS TIME(6))"), with: [value])
  }

  func interval(_ moment: NodeID, _ sign: String, _ interval: NodeID, in context: inout RewriteContext) -> Output? {
    guard let terms = IntervalTerms(interval, in: &context) else {
      context.noteDateRange(of: interval)
      return context.fill(Template("@timestamp_\(sign == "-" ? "mi" : "pl")_interval({0}, {1})"), with: [moment, interval])
    }
    var pieces = context.convert(moment, atLeast: .additive)
    if context.coercedFamily(of: moment) == .date {
      pieces = context.cast(context.convert(moment).pieces, as: "DATETIME(6)")
    }
    for term in terms.terms {
      pieces.append(.text(term.isNegative == (sign == "-") ? " + " : " - "))
      pieces += term.pieces
    }
    return Output(pieces.compacted(), terms.terms.isEmpty ? .primary : .additive)
  }
}

extension RewriteContext {
  /// Whether the interval is as long in every time zone: days and months are not, where clocks are changed.
  func isOfOneLength(_ interval: NodeID) -> Bool {
    if sessionIsUTC { return true }
    guard let constant = IntervalTerms.constant(interval, in: self) else { return false }
    return constant.months == 0 && constant.days == 0
  }

  /// A sum past the last date that MySQL has is NULL there, where PostgreSQL counts on to the year 294276 or further.
  mutating func noteDateRange(of count: NodeID) {
    guard constantInteger(count) == nil else { return }
    note("date-range", at: count, "MySQL's dates end with the year 9999: where this leads past it, the result is NULL")
  }
}

/// The terms that an interval expression adds to a date in MySQL.
struct IntervalTerms {
  let terms: [(isNegative: Bool, pieces: [Piece])]

  /// Nil where the expression is no interval constant, no multiple of one unit, and no make_interval of one unit.
  init?(_ node: NodeID, in context: inout RewriteContext) {
    let node = context.unwrapped(node)
    if let constant = Self.constant(node, in: context) {
      terms = constant.terms.map { term in (term.isNegative, [.text(context.writesLowerCase ? term.text.lowercased() : term.text)]) }
      return
    }
    if let term = Self.product(node, in: &context) ?? Self.counted(node, in: &context) ?? Self.fractional(node, in: &context) { terms = [(false, term)]; return }
    if let made = Self.made(node, in: &context) { terms = made.map { (false, $0) }; return }
    return nil
  }

  /// `(n || ' days')::interval` with an integer n.
  private static func counted(_ node: NodeID, in context: inout RewriteContext) -> [Piece]? {
    guard context.tree[node].kind.isCast, context.type(of: node)?.modifier == -1,
      let operand = context.tree.child(of: node, .operand).map({ context.unwrapped($0) }), context.tree[operand].kind == .binaryOperation, context.operatorName(operand) == "||",
      let count = context.tree.child(of: operand, .left), let word = context.tree.child(of: operand, .right), context.family(of: count) == .integer,
      let unit = context.constantString(word), let term = IntervalText("1" + unit)?.terms, term.count == 1, term[0].text.hasPrefix("INTERVAL 1 ")
    else { return nil }
    context.noteDateRange(of: count)
    return interval(context.convert(count, atLeast: .primary), String(term[0].text.dropFirst("INTERVAL 1 ".count)), in: context)
  }

  /// `x * interval '1 hour'` with a fraction: in microseconds, calculated in double precision as `interval_mul` does.
  private static func fractional(_ node: NodeID, in context: inout RewriteContext) -> [Piece]? {
    guard context.tree[node].kind == .binaryOperation, context.operatorName(node) == "*", context.builtInOperator(node) != nil, let (left, right) = context.operands(of: node)
    else { return nil }
    for (count, unit) in [(left, right), (right, left)] {
      guard let family = context.family(of: count), family == .decimal || family == .double, let constant = constant(context.unwrapped(unit), in: context),
        constant.months == 0, constant.days == 0, constant.microseconds > 0
      else { continue }
      context.noteDateRange(of: count)
      let value = context.convert(count, atLeast: .multiplicative)
      return interval([.text(context.keyword("ROUND") + "(")] + value + [.text(" * \(constant.microseconds)e0)")], "MICROSECOND", in: context)
    }
    return nil
  }

  /// `n * interval '1 day'` with an integer n: `INTERVAL n DAY`.
  private static func product(_ node: NodeID, in context: inout RewriteContext) -> [Piece]? {
    guard context.tree[node].kind == .binaryOperation, context.operatorName(node) == "*", let (left, right) = context.operands(of: node)
    else { return nil }
    for (count, unit) in [(left, right), (right, left)] {
      guard context.family(of: count) == .integer, let constant = constant(context.unwrapped(unit), in: context), let term = constant.terms.first,
        constant.terms.count == 1, !term.isNegative, term.text.hasPrefix("INTERVAL 1 ")
      else { continue }
      context.noteDateRange(of: count)
      return interval(context.convert(count, atLeast: .primary), String(term.text.dropFirst("INTERVAL 1 ".count)), in: context)
    }
    return nil
  }

  /// `make_interval(days => n, hours => 2)`: one term for each, the largest unit first.
  private static func made(_ node: NodeID, in context: inout RewriteContext) -> [[Piece]]? {
    guard let function = context.builtIn(node), function.name == "make_interval" else { return nil }
    let units = [("years", "YEAR"), ("months", "MONTH"), ("weeks", "WEEK"), ("days", "DAY"), ("hours", "HOUR"), ("mins", "MINUTE")]
    guard let values = context.intervalParts(node) else { return nil }
    guard !values.isEmpty, values.keys.allSatisfy({ key in units.contains { $0.0 == key } }), values["years"] == nil || values["months"] == nil else { return nil }
    return units.compactMap { name, unit -> [Piece]? in
      guard let value = values[name] else { return nil }
      context.noteDateRange(of: value)
      return interval(context.convert(value, atLeast: .primary), unit, in: context)
    }
  }

  private static func interval(_ count: [Piece], _ unit: String, in context: RewriteContext) -> [Piece] {
    [.text(context.keyword("INTERVAL") + " ")] + count + [.text(" " + context.keyword(unit))]
  }
}

import MySQLTarget
import PostgresSyntax
import SourceText

/// `generate_series`: the numbers of the elements of an array of so many zeros, or the values themselves where they are constant and few.
///
/// A recursive query would stop at `cte_max_recursion_depth` rows.
struct SeriesForm {
  private enum Sort { case integers, decimals, moments }

  private let call: NodeID
  private let first: NodeID
  private let last: NodeID
  private let step: NodeID?
  private let sort: Sort

  init?(_ call: NodeID, _ arguments: [NodeID], in context: RewriteContext) {
    guard arguments.count == 2 || arguments.count == 3 else { return nil }
    (self.call, first, last, step) = (call, arguments[0], arguments[1], arguments.count == 3 ? arguments[2] : nil)
    switch context.family(of: call) {
    case .integer: sort = .integers
    case .decimal: sort = .decimals
    case .timestamp: sort = .moments
    case .timestamptz where context.sessionIsUTC: sort = .moments
    default: return nil
    }
  }

  /// Nil where the step or a bound is nothing that MySQL can count.
  func form(in context: inout RewriteContext) -> SetForm? {
    switch sort {
    case .integers: integers(in: &context)
    case .decimals: decimals(in: &context)
    case .moments: moments(in: &context)
    }
  }

  // MARK: Parts

  /// Constant series up to this length are written out.
  private static let longestList = 50
  /// The names of the bounds inside the derived table.
  private static let start = "series_start", end = "series_end", bounds = "series_bounds"

  /// `CASE WHEN condition THEN an array of count + 1 zeros END`. REPEAT gives NULL for a text longer than max_allowed_packet: then the text is
  /// no JSON, which is an error, where NULL would be a series without rows.
  private func zeros(_ count: String, when condition: String?, in context: RewriteContext) -> [Piece] {
    let array = "COALESCE(CONCAT('[', REPEAT('0,', \(count)), '0]'), '')"
    return [.text(context.keyword(condition.map { "CASE WHEN \($0) THEN \(array) END" } ?? array))]
  }

  /// `(SELECT value AS name, …) AS series_bounds`: each bound is written once.
  private func table(_ bounds: [(value: [Piece], name: String)], in context: RewriteContext) -> [Piece] {
    guard !bounds.isEmpty else { return [] }
    let list = bounds.map { $0.value + [.text(context.keyword(" AS ") + $0.name)] }
    return [.text(context.keyword("(SELECT "))] + .joined(list, by: ", ") + [.text(")" + context.keyword(" AS ") + Self.bounds)]
  }

  // MARK: Integers

  private func integers(in context: inout RewriteContext) -> SetForm? {
    let constants = [first, last].map { context.constantInteger($0) }
    guard let step = step.map({ context.constantInteger($0) }) ?? 1, step != 0, abs(step) < 1_000_000_000, constants.allSatisfy({ abs($0 ?? 0) < 1_000_000_000_000_000 }) else { return nil }
    let type = context.type(of: call).map { SetColumnType.integer($0.oid) } ?? "BIGINT"
    if let start = constants[0], let end = constants[1] {
      let count = (end - start) / step + 1
      if (step > 0 ? end < start : end > start) || count <= Self.longestList {
        let values = Array(stride(from: start, through: end, by: step)).map(String.init)
        return .elements(of: [.text("'[\(values.joined(separator: ", "))]'")], "\(type) PATH '$'")
      }
      return numbered(zeros("\(count - 1)", when: nil, in: context), "\(start)", start, step, [], in: context)
    }
    var columns: [(value: [Piece], name: String)] = []
    var names: [String] = []
    for (node, (constant, name)) in zip([first, last], zip(constants, [Self.start, Self.end])) {
      if let constant { names.append("\(constant)"); continue }
      guard context.family(of: node) == .integer else { return nil }
      columns.append((bound(node, "SIGNED", in: &context), name))
      names.append(name)
    }
    let (low, high) = step > 0 ? (names[0], names[1]) : (names[1], names[0])
    let distance = low == "0" ? high : low.hasPrefix("-") ? "\(high) + \(low.dropFirst())" : "\(high) - \(low)"
    let count = abs(step) == 1 ? distance : "(\(distance)) DIV \(abs(step))"
    return numbered(zeros(count, when: "\(high) >= \(low)", in: context), names[0], constants[0], step, table(columns, in: context), in: context)
  }

  private func bound(_ node: NodeID, _ type: String, in context: inout RewriteContext) -> [Piece] {
    let value = context.convert(node)
    if type == "DATETIME(6)", context.family(of: node) != .date { return value.pieces }
    guard type != "SIGNED" || context.tree[context.unwrapped(node)].kind == .placeholder else { return value.pieces }
    return context.cast(value.pieces, as: type)
  }

  /// JSON_TABLE's numbers are unsigned: an unsigned difference below zero is an error.
  private func numbered(_ document: [Piece], _ start: String, _ constant: Int?, _ step: Int, _ bounds: [Piece], in context: RewriteContext) -> SetForm {
    let number = "CAST(\(SetForm.number) AS SIGNED)"
    let value: String
    switch (constant, step) {
    case (let start?, 1): value = start == 1 ? number : start > 1 ? "\(number) + \(start - 1)" : "\(number) - \(1 - start)"
    case (_, 1): value = "\(start) + \(number) - 1"
    case (_, -1): value = "\(start) + 1 - \(number)"
    default: value = step > 0 ? "\(start) + (\(number) - 1) * \(step)" : "\(start) - (\(number) - 1) * \(-step)"
    }
    return SetForm(document: document, columns: [], values: [[.text(context.keyword(value))]], bounds: bounds, isNumbered: true)
  }

  // MARK: Numeric

  private func decimals(in context: inout RewriteContext) -> SetForm? {
    let texts = [first, last].map { context.constantNumeral($0) } + [step.map { context.constantNumeral($0) } ?? "1"]
    guard !texts.contains(nil) else { return nil }
    let parts = texts.compactMap { $0 }.compactMap(ScaledNumber.init)
    guard parts.count == 3, let scale = parts.map(\.scale).max(), case let values = parts.compactMap({ $0.scaled(to: scale) }), values.count == 3, values[2] != 0 else { return nil }
    let (start, end, step) = (values[0], values[1], values[2])
    guard step > 0 ? end >= start : end <= start else { return .elements(of: [.text("'[]'")], "DECIMAL(65,30) PATH '$'") }
    let count = (end - start) / step
    let (from, by) = (ScaledNumber(digits: start, scale: scale).text, ScaledNumber(digits: abs(step), scale: scale).text)
    let value = "\(from) \(step > 0 ? "+" : "-") (CAST(\(SetForm.number) AS SIGNED) - 1) * \(by)"
    return SetForm(document: zeros("\(count)", when: nil, in: context), columns: [], values: [[.text(context.keyword(value))]], isNumbered: true)
  }

  // MARK: Moments

  private func moments(in context: inout RewriteContext) -> SetForm? {
    guard let step, let interval = IntervalTerms.constant(context.unwrapped(step), in: context), abs(interval.days) < 10_000_000,
      abs(interval.microseconds) < 1_000_000_000_000_000_000
    else { return nil }
    let fixed = interval.days * 86_400_000_000 + interval.microseconds
    guard (interval.months == 0) != (fixed == 0), context.isMoment(first), context.isMoment(last) else { return nil }
    let isUp = interval.months + fixed > 0
    let count: String
    let (low, high) = isUp ? (Self.start, Self.end) : (Self.end, Self.start)
    let (unit, size): (String, Int)
    if interval.months != 0 {
      if let start = context.constantMoment(first), let end = context.constantMoment(last) { return months(from: start, to: end, by: interval.months) ?? nil }
      if !context.isEarlyInMonth(first) {
        context.caution(
          "series-month-end", at: first, "from the 29th to the 31st on, PostgreSQL's series keeps the day of the shortest month that it has passed",
          help: "see that the series starts on one of the first 28 days of a month")
      }
      (unit, size) = ("MONTH", abs(interval.months))
      count = "TIMESTAMPDIFF(MONTH, \(low), \(high))" + (size == 1 ? "" : " DIV \(size)")
    } else {
      let units = [("DAY", 86_400_000_000), ("HOUR", 3_600_000_000), ("MINUTE", 60_000_000), ("SECOND", 1_000_000), ("MICROSECOND", 1)]
      guard let found = units.first(where: { fixed % $0.1 == 0 }) else { return nil }
      (unit, size) = (found.0, abs(fixed) / found.1)
      count = "TIMESTAMPDIFF(MICROSECOND, \(low), \(high)) DIV \(abs(fixed))"
    }
    let bounds = table([(bound(first, "DATETIME(6)", in: &context), Self.start), (bound(last, "DATETIME(6)", in: &context), Self.end)], in: context)
    let number = size == 1 ? "(\(SetForm.number) - 1)" : "(\(SetForm.number) - 1) * \(size)"
    let value = "\(Self.start) \(isUp ? "+" : "-") INTERVAL \(number) \(unit)"
    return SetForm(
      document: zeros(count, when: "\(high) >= \(low)", in: context), columns: [], values: [[.text(context.keyword(value))]], bounds: bounds, isNumbered: true)
  }

  /// A constant series of months, written out: each value is made of the one before, so that a day once cut short stays so.
  private func months(from start: String, to end: String, by step: Int) -> SetForm? {
    var values: [String] = []
    var current = start
    while step > 0 ? current <= end : current >= end {
      guard values.count < 400 else { return nil }
      values.append("\"\(current)\"")
      guard let next = DateTimeText.adding(months: step, to: current) else { return nil }
      current = next
    }
    return .elements(of: [.text("'[\(values.joined(separator: ", "))]'")], "DATETIME(6) PATH '$'")
  }
}

/// A decimal number as an integer of its last digits.
struct ScaledNumber {
  let digits: Int
  let scale: Int

  init(digits: Int, scale: Int) { (self.digits, self.scale) = (digits, scale) }

  /// Nil for more than 15 digits.
  init?(_ text: String) {
    guard let plain = DecimalText(text)?.plain else { return nil }
    let halves = plain.split(separator: ".", omittingEmptySubsequences: false)
    scale = halves.count == 2 ? halves[1].count : 0
    guard plain.count <= 16, let digits = Int(halves.joined()) else { return nil }
    self.digits = digits
  }

  /// Nil where that has too many digits.
  func scaled(to scale: Int) -> Int? {
    guard scale >= self.scale, scale <= 15 else { return nil }
    var result = digits
    for _ in self.scale..<scale {
      let (product, overflow) = result.multipliedReportingOverflow(by: 10)
      guard !overflow, abs(product) < 1_000_000_000_000_000_000 else { return nil }
      result = product
    }
    return result
  }

  var text: String {
    guard scale > 0 else { return String(digits) }
    let padded = abs(digits).padded(to: scale + 1)
    return (digits < 0 ? "-" : "") + padded.dropLast(scale) + "." + padded.suffix(scale)
  }
}

extension RewriteContext {
  /// The text of a number constant, with a sign.
  func constantNumeral(_ node: NodeID) -> String? {
    let node = unwrapped(node)
    switch tree[node].kind {
    case .integerLiteral, .numericLiteral: return tree.string(of: node)
    case .unaryOperation:
      guard operatorName(node) == "-", let operand = tree.child(of: node, .operand) else { return nil }
      return constantNumeral(operand).flatMap { $0.hasPrefix("-") ? nil : "-" + $0 }
    default: return nil
    }
  }

  /// Whether a value is a date or a moment whose zone does not matter.
  func isMoment(_ node: NodeID) -> Bool {
    switch family(of: node) {
    case .date, .timestamp: coercedFamily(of: node) != .timestamptz || sessionIsUTC
    case .timestamptz: sessionIsUTC
    default: false
    }
  }

  /// A constant date or moment as `YYYY-MM-DD HH:MM:SS.ffffff`, in UTC.
  func constantMoment(_ node: NodeID) -> String? {
    guard isMoment(node), let family = family(of: node), type(of: node)?.modifier == -1 else { return nil }
    var inner = unwrapped(node)
    if tree[inner].kind.isCast, let operand = tree.child(of: inner, .operand) { inner = unwrapped(operand) }
    inner = literalValue(inner)
    guard !tree.containsHole(inner), let text = constantString(inner), let constant = TypedConstant(text, family: family, sourceIsUTC: sessionIsUTC) else { return nil }
    let full = constant.text.utf8.count == 10 ? constant.text + " 00:00:00" : constant.text
    let whole = full.utf8.count == 19 ? full + "." : full
    return whole + String(repeating: "0", count: max(0, 26 - whole.utf8.count))
  }

  /// Whether a moment surely lies on one of the first 28 days of its month.
  func isEarlyInMonth(_ node: NodeID) -> Bool {
    if let text = constantMoment(node) { return Int(text.dropFirst(8).prefix(2)).map { $0 <= 28 } ?? false }
    let node = unwrapped(node)
    switch tree[node].kind {
    case .typeCast, .castExpression: return tree.child(of: node, .operand).map { isEarlyInMonth($0) && isMoment($0) } ?? false
    case .functionCall:
      guard builtIn(node)?.name == "date_trunc", let unit = tree.children(of: node, .argument).first.flatMap({ constantString($0) }) else { return false }
      return ["month", "quarter", "year", "decade", "century"].contains(unit.lowercased())
    case .binaryOperation:
      guard let name = operatorName(node), name == "+" || name == "-", let (left, right) = operands(of: node),
        let interval = IntervalTerms.constant(unwrapped(right), in: self)
      else { return false }
      return interval.days == 0 && interval.microseconds == 0 && isEarlyInMonth(left)
    default: return false
    }
  }
}

extension DateTimeText {
  /// The moment some months later, at most on the last day of its month; nil outside MySQL's years.
  static func adding(months: Int, to moment: String) -> String? {
    let parts = moment.prefix(10).split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3 else { return nil }
    let total = parts[0] * 12 + parts[1] - 1 + months
    let (year, month) = (total / 12, total % 12 + 1)
    guard (1000...9999).contains(year) else { return nil }
    let day = min(parts[2], days(inMonth: month, of: year))
    return "\(year)-\(month.padded(to: 2))-\(day.padded(to: 2))" + moment.dropFirst(10)
  }
}

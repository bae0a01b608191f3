/// An interval value as PostgreSQL keeps it: months, days and microseconds, added in that order.
struct IntervalText: Equatable, Sendable {
  var months = 0
  var days = 0
  var microseconds = 0

  static let day = 86_400_000_000

  /// Nil beyond PostgreSQL's range, and beyond the one in which a comparison can count microseconds: some 290,000 years.
  init?(months: Int, days: Int, microseconds: Int) {
    guard Int32(exactly: months) != nil, Int32(exactly: days) != nil else { return nil }
    let (count, isTooLong) = (months * 30 + days).multipliedReportingOverflow(by: Self.day)
    guard !isTooLong, !count.addingReportingOverflow(microseconds).overflow, microseconds != .min else { return nil }
    (self.months, self.days, self.microseconds) = (months, days, microseconds)
  }

  /// The interval the other way.
  var negated: IntervalText {
    var result = self
    (result.months, result.days, result.microseconds) = (-months, -days, -microseconds)
    return result
  }

  /// As comparisons count it: a month has thirty days.
  var comparedMicroseconds: Int { (months * 30 + days) * Self.day + microseconds }

  // MARK: Printing

  /// The text that PostgreSQL prints under IntervalStyle postgres (`EncodeInterval`): `1 year 2 mons -3 days +04:05:06.7`.
  var printed: String {
    var words: [String] = []
    var isBefore = false
    for (value, unit) in [(months / 12, "year"), (months % 12, "mon"), (days, "day")] where value != 0 {
      words.append("\(isBefore && value > 0 ? "+" : "")\(value) \(unit)\(value == 1 ? "" : "s")")
      isBefore = value < 0
    }
    if words.isEmpty || microseconds != 0 {
      words.append((microseconds < 0 ? "-" : isBefore ? "+" : "") + Self.clock(abs(microseconds)))
    }
    return words.joined(separator: " ")
  }

  /// `04:05:06.7`, hours without a limit.
  static func clock(_ microseconds: Int) -> String {
    var text = DateTimeText.clock(microseconds)
    if microseconds % 1_000_000 != 0 { while text.last == "0" { text.removeLast() } }
    return text
  }

  // MARK: MySQL's terms

  /// The MySQL terms, in PostgreSQL's order of adding: `INTERVAL 1 MONTH`, with the sign apart.
  var terms: [(isNegative: Bool, text: String)] {
    var terms: [(Bool, String)] = []
    if months != 0 {
      let (unit, count) = months % 12 == 0 ? ("YEAR", months / 12) : ("MONTH", months)
      terms.append((count < 0, "INTERVAL \(abs(count)) \(unit)"))
    }
    if days != 0 { terms.append((days < 0, "INTERVAL \(abs(days)) DAY")) }
    if microseconds != 0 { terms.append((microseconds < 0, Self.time(abs(microseconds)))) }
    return terms
  }

  private static func time(_ microseconds: Int) -> String {
    for (unit, size) in [("HOUR", 3_600_000_000), ("MINUTE", 60_000_000), ("SECOND", 1_000_000)] where microseconds % size == 0 {
      return "INTERVAL \(microseconds / size) \(unit)"
    }
    return "INTERVAL \(microseconds) MICROSECOND"
  }
}

// MARK: - Arithmetic, as timestamp.c does it

extension IntervalText {
  func adding(_ other: IntervalText) -> IntervalText? {
    let (sum, overflow) = microseconds.addingReportingOverflow(other.microseconds)
    return overflow ? nil : IntervalText(months: months + other.months, days: days + other.days, microseconds: sum)
  }

  /// `interval_mul` and `interval_div`: fractions of months become days of thirty a month, those of days become time.
  func scaled(_ scale: (Double) -> Double) -> IntervalText? {
    let (scaledMonths, scaledDays, scaledTime) = (scale(Double(months)), scale(Double(days)), scale(Double(microseconds)))
    guard abs(scaledMonths) < 2e9, abs(scaledDays) < 2e9, abs(scaledTime) < 9e18 else { return nil }
    func rounded(_ value: Double) -> Double { (value * 1e6).rounded(.toNearestOrEven) / 1e6 }
    let fraction = rounded((scaledMonths - scaledMonths.rounded(.towardZero)) * 30)
    var wholeDays = scaledDays.rounded(.towardZero)
    var seconds = rounded((scaledDays - wholeDays + fraction - fraction.rounded(.towardZero)) * 86_400)
    if abs(seconds) >= 86_400 {
      let extra = (seconds / 86_400).rounded(.towardZero)
      wholeDays += extra
      seconds -= extra * 86_400
    }
    let time = (scaledTime + seconds * 1e6).rounded(.toNearestOrEven)
    guard abs(time) < 9e18 else { return nil }
    return IntervalText(months: Int(scaledMonths), days: Int(wholeDays + fraction.rounded(.towardZero)), microseconds: Int(time))
  }

  /// `justify_hours`: 24 hours are a day.
  var justifiedHours: IntervalText? {
    var (days, time) = (days + microseconds / Self.day, microseconds % Self.day)
    if days > 0, time < 0 { (days, time) = (days - 1, time + Self.day) }
    if days < 0, time > 0 { (days, time) = (days + 1, time - Self.day) }
    return IntervalText(months: months, days: days, microseconds: time)
  }

  /// `justify_days`: thirty days are a month.
  var justifiedDays: IntervalText? {
    var (months, days) = (months + days / 30, days % 30)
    if months > 0, days < 0 { (months, days) = (months - 1, days + 30) }
    if months < 0, days > 0 { (months, days) = (months + 1, days - 30) }
    return IntervalText(months: months, days: days, microseconds: microseconds)
  }

  /// `justify_interval`: both, and one sign for all parts.
  var justified: IntervalText? {
    var (months, days, time) = (months, days + microseconds / Self.day, microseconds % Self.day)
    (months, days) = (months + days / 30, days % 30)
    if months > 0, days < 0 || (days == 0 && time < 0) {
      (months, days) = (months - 1, days + 30)
    } else if months < 0, days > 0 || (days == 0 && time > 0) {
      (months, days) = (months + 1, days - 30)
    }
    if days > 0, time < 0 {
      (days, time) = (days - 1, time + Self.day)
    } else if days < 0, time > 0 {
      (days, time) = (days + 1, time - Self.day)
    }
    return IntervalText(months: months, days: days, microseconds: time)
  }

  /// What `extract` gives of a field, as a decimal number; nil for a field that intervals do not have.
  func field(_ name: String) -> String? {
    let (years, hours) = (months / 12, microseconds / 3_600_000_000)
    let seconds = microseconds % 60_000_000
    switch name {
    case "millennium": return String(years / 1000)
    case "century": return String(years / 100)
    case "decade": return String(years / 10)
    case "year": return String(years)
    case "quarter": return String(months % 12 / 3 + 1)
    case "month": return String(months % 12)
    case "day": return String(days)
    case "hour": return String(hours)
    case "minute": return String(microseconds % 3_600_000_000 / 60_000_000)
    case "second": return Self.decimal(seconds, places: 6)
    case "milliseconds": return Self.decimal(seconds, places: 3)
    case "microseconds": return String(seconds)
    case "epoch":
      // A year is 365.25 days here.
      let days = years * 31_557_600 + months % 12 * 2_592_000 + days * 86_400
      let (whole, overflow) = days.multipliedReportingOverflow(by: 1_000_000)
      let (total, isTooLarge) = whole.addingReportingOverflow(microseconds)
      return overflow || isTooLarge ? nil : Self.decimal(total, places: 6)
    default: return nil
    }
  }

  private static func decimal(_ number: Int, places: Int) -> String {
    let digits = number.magnitude.padded(to: places + 1)
    return (number < 0 ? "-" : "") + digits.dropLast(places) + "." + digits.suffix(places)
  }
}

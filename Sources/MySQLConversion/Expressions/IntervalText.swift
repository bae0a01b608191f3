/// An interval constant as PostgreSQL keeps it: months, days and microseconds, added in that order.
struct IntervalText: Equatable {
  var months = 0
  var days = 0
  var microseconds = 0

  /// PostgreSQL's verbose form and its time part: `1 year 2 months 3 days 04:05:06.7`, `-90 minutes`, `1.5 hours`, `3 days ago`.
  ///
  /// Also ISO 8601 with designators (`P1Y2M3DT4H`) and SQL's `1-2` and `3 04:05:06`. Nil for other forms and for values beyond ±10,000 years.
  /// See "Interval Input".
  init?(_ text: String, unit defaultUnit: String? = nil) {
    if text.uppercased().hasPrefix("P") {
      guard let found = Self.designated(text.uppercased().dropFirst()) else { return nil }
      self = found
      return
    }
    var words = Self.words(text.lowercased())
    let isAgo = words.last == "ago"
    if isAgo { words.removeLast() }
    guard !words.isEmpty else { return nil }
    var index = 0
    while index < words.count {
      let word = words[index]
      if word.contains(":") {
        guard let time = Self.clock(word) else { return nil }
        microseconds += time
        index += 1
        continue
      }
      if let months = Self.yearsAndMonths(word) {
        self.months += months
        index += 1
        continue
      }
      guard let number = Self.decimal(word) else { return nil }
      if index + 1 < words.count, words[index + 1].contains(":") {
        guard number % 1_000_000 == 0 else { return nil }
        days += number / 1_000_000
        index += 1
        continue
      }
      let unit: String
      if index + 1 < words.count {
        unit = words[index + 1]
      } else if let defaultUnit, words.count == 1 {
        unit = defaultUnit
      } else {
        return nil
      }
      guard add(number, unit) else { return nil }
      index += 2
    }
    if isAgo { (months, days, microseconds) = (-months, -days, -microseconds) }
  }

  /// `1-2`: a year and two months.
  private static func yearsAndMonths(_ word: String) -> Int? {
    let parts = word.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let years = Int(parts[0]), let months = Int(parts[1]), (0...10_000).contains(years), (0..<12).contains(months) else { return nil }
    return years * 12 + months
  }

  /// What follows the P of ISO 8601.
  private static func designated(_ text: Substring) -> IntervalText? {
    var result = IntervalText()
    var (number, isTime, isEmpty) = ("", false, true)
    for character in text {
      switch character {
      case "T": guard number.isEmpty, !isTime else { return nil }; isTime = true
      case "0"..."9", ".", "-", "+": number.append(character)
      default:
        let units = isTime ? ["H": "hour", "M": "minute", "S": "second"] : ["Y": "year", "M": "month", "W": "week", "D": "day"]
        guard let unit = units[String(character)], let value = decimal(number), result.add(value, unit) else { return nil }
        (number, isEmpty) = ("", false)
      }
    }
    return number.isEmpty && !isEmpty ? result : nil
  }

  private init() {}

  /// The interval the other way.
  var negated: IntervalText {
    var result = self
    (result.months, result.days, result.microseconds) = (-months, -days, -microseconds)
    return result
  }

  /// As comparisons count it: a month has thirty days.
  var comparedMicroseconds: Int { (months * 30 + days) * 86_400_000_000 + microseconds }

  /// A number in millionths, so that sums stay exact.
  private static func decimal(_ word: String) -> Int? {
    var digits = Substring(word)
    var sign = 1
    if digits.first == "-" || digits.first == "+" { sign = digits.removeFirst() == "-" ? -1 : 1 }
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = Int(parts[0].isEmpty ? "0" : parts[0]), (0...100_000_000).contains(whole), !digits.isEmpty, digits != "." else { return nil }
    guard parts.count == 2 else { return sign * whole * 1_000_000 }
    guard parts[1].count <= 6, parts[1].allSatisfy(\.isNumber), let fraction = Int((parts[1] + "000000").prefix(6)) else { return nil }
    return sign * (whole * 1_000_000 + fraction)
  }

  /// Adds a count, in millionths, of a unit; false for an unknown unit or a fraction that PostgreSQL would spread over smaller units.
  private mutating func add(_ millionths: Int, _ unit: String) -> Bool {
    let isWhole = millionths % 1_000_000 == 0
    let count = millionths / 1_000_000
    switch unit {
    case "microsecond", "microseconds", "us", "usec", "usecs": guard isWhole else { return false }; microseconds += count
    case "millisecond", "milliseconds", "ms", "msec", "msecs": microseconds += millionths / 1000; return millionths % 1000 == 0
    case "second", "seconds", "sec", "secs", "s": microseconds += millionths
    case "minute", "minutes", "min", "mins", "m": microseconds += millionths * 60
    case "hour", "hours", "hr", "hrs", "h": microseconds += millionths * 3600
    case "day", "days", "d":
      days += count
      microseconds += millionths % 1_000_000 * 86_400
    case "week", "weeks", "w": return add(millionths * 7, "day")
    case "month", "months", "mon", "mons":
      // A fraction of a month is one of thirty days.
      months += count
      return isWhole || add(millionths % 1_000_000 * 30, "day")
    case "year", "years", "yr", "yrs", "y":
      guard isWhole || millionths * 12 % 1_000_000 == 0 else { return false }
      months += millionths * 12 / 1_000_000
    case "decade", "decades": guard isWhole else { return false }; months += count * 120
    default: return false
    }
    return true
  }

  private static func clock(_ word: String) -> Int? {
    var body = Substring(word)
    var sign = 1
    if body.first == "-" || body.first == "+" { sign = body.removeFirst() == "-" ? -1 : 1 }
    let parts = body.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2 || parts.count == 3, let hours = Int(parts[0]), let minutes = Int(parts[1]), (0...1_000_000).contains(hours),
      (0..<60).contains(minutes)
    else { return nil }
    let seconds = parts.count == 3 ? decimal(String(parts[2])) : 0
    guard let seconds, (0..<60_000_000).contains(seconds) else { return nil }
    return sign * ((hours * 60 + minutes) * 60_000_000 + seconds)
  }

  /// Words and numbers; `1day` is two of them.
  private static func words(_ text: String) -> [String] {
    var words: [String] = []
    var current = ""
    func isNumeric(_ c: Character) -> Bool { c.isNumber || c == "." || c == ":" || c == "-" || c == "+" }
    for character in text {
      if character == " " || character == "\t" || character == "\n" {
        if !current.isEmpty { words.append(current) }
        current = ""
      } else if let last = current.last, isNumeric(last) != isNumeric(character) {
        words.append(current)
        current = String(character)
      } else {
        current.append(character)
      }
    }
    if !current.isEmpty { words.append(current) }
    return words
  }

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

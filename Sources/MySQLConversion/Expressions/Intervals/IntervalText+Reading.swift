/// Reading an interval's text ("Interval Input"; `ParseDateTime` and `DecodeInterval` of `datetime.c`).
extension IntervalText {
  /// `1 year 2 months 3 days 04:05:06.7`, `-90 minutes`, `1.5 hours ago`, ISO 8601 with designators (`P1Y2M3DT4H`), SQL's `1-2` and
  /// `3 04:05:06`.
  ///
  /// Nil for what PostgreSQL refuses, for some rarer forms, and for fractions of a year that are no whole months, which its versions
  /// read otherwise.
  ///
  /// - Parameter unit: The unit of a number without one at the end.
  init?(_ text: String, unit defaultUnit: String = "second") {
    let text = text.lowercased()
    let trimmed = text.trimmingBlanks()
    if trimmed.hasPrefix("p") {
      guard let found = Self.designated(trimmed.dropFirst()) else { return nil }
      self = found
      return
    }
    guard let tokens = Self.tokens(text), !tokens.isEmpty else { return nil }
    var reader = Reader()
    var unit: String? = defaultUnit
    var isAgo = false
    for (index, token) in tokens.enumerated().reversed() {
      if token.allSatisfy(\.isLetter) {
        guard token != "ago" else {
          guard index == tokens.count - 1 else { return nil }
          isAgo = true
          continue
        }
        guard let known = Self.unit(token) else { return nil }
        unit = known
      } else if token.contains(":") {
        guard reader.addClock(token) else { return nil }
        unit = "day"
      } else {
        guard let unit, reader.add(token, of: unit) else { return nil }
      }
    }
    guard !reader.seen.isEmpty, let value = reader.value else { return nil }
    self = isAgo ? value.negated : value
  }

  /// Words and numbers with their signs; nil for what is neither.
  private static func tokens(_ text: String) -> [String]? {
    var rest = Substring(text)
    var tokens: [String] = []
    while let first = rest.first {
      guard first.isASCII else { return nil }
      if first.isLetter {
        let word = rest.prefix { $0.isASCII && $0.isLetter }
        rest.removeFirst(word.count)
        // PostgreSQL takes what touches a word for a part of it.
        guard rest.first.map({ !$0.isNumber && !"+-./".contains($0) }) ?? true else { return nil }
        tokens.append(String(word))
      } else if first.isNumber || "+-.".contains(first) {
        guard let number = takeNumber(&rest) else { return nil }
        tokens.append(number)
      } else {
        rest.removeFirst()
      }
    }
    return tokens
  }

  /// `-1.5`, `04:05:06`, `1-2`; blanks may follow the sign.
  private static func takeNumber(_ rest: inout Substring) -> String? {
    var sign = ""
    if let first = rest.first, first == "-" || first == "+" {
      sign = first == "-" ? "-" : "+"
      rest.removeFirst()
      rest = rest.drop { $0 == " " || $0 == "\t" || $0 == "\n" }
    }
    let body = rest.prefix { $0.isASCII && ($0.isNumber || ".:-".contains($0)) }
    rest.removeFirst(body.count)
    guard body.contains(where: \.isNumber), !body.hasPrefix("-"), !body.hasPrefix(":") else { return nil }
    return sign + body
  }

  /// What follows the P of ISO 8601.
  private static func designated(_ text: Substring) -> IntervalText? {
    var reader = Reader()
    var (number, isTime) = ("", false)
    for character in text {
      switch character {
      case "t": guard number.isEmpty, !isTime else { return nil }; isTime = true
      case "0"..."9", ".", "-", "+": number.append(character)
      default:
        let units = isTime ? ["h": "hour", "m": "minute", "s": "second"] : ["y": "year", "m": "month", "w": "week", "d": "day"]
        guard let unit = units[String(character)], !number.dropFirst().contains("-"), reader.add(number, of: unit) else { return nil }
        number = ""
      }
    }
    return number.isEmpty && !reader.seen.isEmpty ? reader.value : nil
  }

  /// The unit that a word names (`deltatktbl`); words count to their tenth letter.
  static func unit(_ word: String) -> String? {
    switch word.lowercased().prefix(10) {
    case "us", "usec", "usecs", "usecond", "useconds", "microsecon": "microsecond"
    case "ms", "msec", "msecs", "msecond", "mseconds", "millisecon": "millisecond"
    case "s", "sec", "secs", "second", "seconds": "second"
    case "m", "min", "mins", "minute", "minutes": "minute"
    case "h", "hr", "hrs", "hour", "hours": "hour"
    case "d", "day", "days": "day"
    case "w", "week", "weeks": "week"
    case "mon", "mons", "month", "months": "month"
    case "y", "yr", "yrs", "year", "years": "year"
    case "dec", "decs", "decade", "decades": "decade"
    case "c", "cent", "century", "centuries": "century"
    case "mil", "mils", "millennia", "millennium": "millennium"
    default: nil
    }
  }
}

/// Sums the parts of an interval's text.
private struct Reader {
  private var months = 0
  private var days = 0
  private var microseconds = 0
  /// Each unit may come once.
  private(set) var seen: Set<String> = []

  var value: IntervalText? { IntervalText(months: months, days: days, microseconds: microseconds) }

  /// `04:05`, `-04:05:06.7`, and `05:06.7`, which is minutes and seconds.
  mutating func addClock(_ token: String) -> Bool {
    let isNegative = token.first == "-"
    var parts = token.drop { $0 == "-" || $0 == "+" }.split(separator: ":", omittingEmptySubsequences: false)
    if parts.count == 2, parts[1].contains(".") { parts.insert("0", at: 0) }
    guard parts.count == 2 || parts.count == 3, let hours = Self.whole(parts[0]), hours <= 100_000_000, let minutes = Self.whole(parts[1]), minutes < 60,
      let (seconds, fraction) = parts.count == 3 ? Self.number(String(parts[2])) : (0, 0), seconds <= 60,
      ["hour", "minute", "second"].allSatisfy({ seen.insert($0).inserted })
    else { return false }
    let total = (hours * 60 + minutes) * 60_000_000 + seconds * 1_000_000 + Int((fraction * 1e6).rounded(.toNearestOrEven))
    return add(microseconds: isNegative ? -total : total)
  }

  /// A number of a unit; false for one that is out of range, or has come already.
  mutating func add(_ token: String, of unit: String) -> Bool {
    let sign = token.first == "-" ? -1 : 1
    let body = String(token.drop { $0 == "-" || $0 == "+" })
    if body.contains("-") { return addYearsAndMonths(body, sign) }
    guard let (count, fraction) = Self.number(body), seen.insert(unit).inserted else { return false }
    let (whole, part) = (sign * count, Double(sign) * fraction)
    switch unit {
    case "microsecond": return addTime(whole, part, 1)
    case "millisecond": return addTime(whole, part, 1000)
    case "second": return addTime(whole, part, 1_000_000)
    case "minute": return addTime(whole, part, 60_000_000)
    case "hour": return addTime(whole, part, 3_600_000_000)
    case "day": return addDays(whole, 1) && addTime(0, part, IntervalText.day)
    case "week": return addDays(whole, 7) && addFraction(ofDays: part * 7)
    case "month": return addMonths(whole, 1) && addFraction(ofDays: part * 30)
    case "year": return addMonths(whole, 12) && addFraction(ofYears: part)
    case "decade": return addMonths(whole, 120) && addFraction(ofYears: part * 10)
    case "century": return addMonths(whole, 1200) && addFraction(ofYears: part * 100)
    case "millennium": return addMonths(whole, 12_000) && addFraction(ofYears: part * 1000)
    default: return false
    }
  }

  /// `1-2`: a year and two months.
  private mutating func addYearsAndMonths(_ body: String, _ sign: Int) -> Bool {
    let parts = body.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let years = Self.whole(parts[0]), years <= 1_000_000, let months = Self.whole(parts[1]), months < 12, seen.insert("month").inserted
    else { return false }
    return addMonths(sign * (years * 12 + months), 1)
  }

  private mutating func addMonths(_ count: Int, _ scale: Int) -> Bool {
    guard abs(count) <= 1_000_000_000 else { return false }
    months += count * scale
    return true
  }

  private mutating func addDays(_ count: Int, _ scale: Int) -> Bool {
    guard abs(count) <= 1_000_000_000 else { return false }
    days += count * scale
    return true
  }

  private mutating func addFraction(ofDays part: Double) -> Bool {
    days += Int(part)
    return addTime(0, part - part.rounded(.towardZero), IntervalText.day)
  }

  private mutating func addFraction(ofYears part: Double) -> Bool {
    let count = part * 12
    guard abs(count - count.rounded()) < 1e-9 else { return false }
    months += Int(count.rounded())
    return true
  }

  /// Halves of a microsecond round towards zero (`AdjustFractMicroseconds`).
  private mutating func addTime(_ count: Int, _ fraction: Double, _ scale: Int) -> Bool {
    let (whole, overflow) = count.multipliedReportingOverflow(by: scale)
    let part = fraction * Double(scale)
    let rest = part - part.rounded(.towardZero)
    return !overflow && add(microseconds: whole) && add(microseconds: Int(part) + (rest > 0.5 ? 1 : rest < -0.5 ? -1 : 0))
  }

  private mutating func add(microseconds count: Int) -> Bool {
    let (sum, overflow) = microseconds.addingReportingOverflow(count)
    microseconds = sum
    return !overflow
  }

  private static func whole(_ digits: Substring) -> Int? {
    guard !digits.isEmpty, digits.utf8.count <= 18, digits.utf8.allSatisfy(\.isDigit) else { return nil }
    return Int(digits)
  }

  /// The whole and the fraction of a number without a sign.
  private static func number(_ text: String) -> (Int, Double)? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.contains(where: { !$0.isEmpty }), let count = parts[0].isEmpty ? 0 : whole(parts[0]) else { return nil }
    guard parts.count == 2, !parts[1].isEmpty else { return (count, 0) }
    guard whole(parts[1]) != nil, let fraction = Double("0." + parts[1]) else { return nil }
    return (count, fraction)
  }
}

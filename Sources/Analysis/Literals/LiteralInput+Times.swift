import PostgresCatalog

/// Dates, times, intervals ("Date/Time Input"): of the many forms those of ISO 8601 are read; of others only what is no form at all is told.
extension LiteralInput {
  func time(_ text: [UInt8], _ type: OID) -> LiteralProblem? {
    switch type {
    case .date: moment(text, "date")
    case .timestamp: moment(text, "timestamp")
    case .timestamptz: moment(text, "timestamp with time zone")
    case .time: timeOfDay(text, "time")
    case .timetz: timeOfDay(text, "time with time zone")
    case .interval: interval(text)
    default: nil
    }
  }

  private static let moments: Set<String> = ["now", "today", "tomorrow", "yesterday", "epoch", "infinity", "allballs"]

  /// Units of intervals that are words of no moment.
  private static let spans: Set<String> = [
    "day", "days", "hour", "hours", "hr", "hrs", "min", "mins", "minute", "minutes", "month", "months", "secs", "second", "seconds", "week",
    "weeks", "year", "years", "yr", "yrs",
  ]

  private func isSpan(_ text: [UInt8]) -> Bool {
    guard text.contains(where: Self.isLetter) else { return false }
    return text.split(whereSeparator: Self.isSpace).contains { Self.spans.contains(Self.shown($0).lowercased()) }
  }

  private func moment(_ text: [UInt8], _ name: String) -> LiteralProblem? {
    var scanner = DigitScanner(Self.trimmed(text))
    if isWordAlone(text) || isSpan(text) { return Self.syntax(name, text, sqlstate: "22007") }
    guard let year = scanner.number(4...4), scanner.take("-"), let month = scanner.number(1...2), scanner.take("-"),
      let day = scanner.number(1...2)
    else { return nil }
    let isDateAlone = scanner.isAtEnd
    var time: (hour: Int, minute: Int, second: Int)?
    if !isDateAlone {
      if let letter = scanner.letter, letter | 0x20 != UInt8(ascii: "t"), letter | 0x20 != UInt8(ascii: "z"), scanner.isLast {
        return Self.syntax(name, text, sqlstate: "22007")
      }
      guard scanner.takeSeparator() else { return nil }
      time = scanner.timeOfDay()
      guard time != nil, scanner.takeZone(), scanner.isAtEnd else { return nil }
    }
    if let time, isWrong(time) { return overflow(text) }
    guard (1...12).contains(month), (1...31).contains(day) else {
      return overflow(text, hint: "Perhaps you need a different \"datestyle\" setting.")
    }
    return day <= days(in: month, of: year) ? nil : overflow(text)
  }

  private func timeOfDay(_ text: [UInt8], _ name: String) -> LiteralProblem? {
    if isWordAlone(text) { return Self.syntax(name, text, sqlstate: "22007") }
    var scanner = DigitScanner(Self.trimmed(text))
    guard let time = scanner.timeOfDay(), scanner.isAtEnd else { return nil }
    return isWrong(time) ? overflow(text) : nil
  }

  /// Nothing, or one word that stands for no moment.
  private func isWordAlone(_ text: [UInt8]) -> Bool {
    let word = Self.trimmed(text)
    return word.allSatisfy(Self.isLetter) && !Self.moments.contains(Self.shown(word).lowercased())
  }

  private func isWrong(_ time: (hour: Int, minute: Int, second: Int)) -> Bool {
    time.hour > 24 || time.minute > 59 || time.second > 60 || (time.hour == 24 && (time.minute > 0 || time.second > 0))
  }

  private func overflow(_ text: [UInt8], hint: String = "") -> LiteralProblem {
    LiteralProblem(sqlstate: "22008", message: "date/time field value out of range: \"\(Self.shown(text))\"", hint: hint)
  }

  private func days(in month: Int, of year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
  }

  /// Words of `deltatktbl`, cut to ten letters as PostgreSQL does.
  private static let units: Set<String> = [
    "ago", "c", "cent", "centuries", "century", "d", "day", "days", "dec", "decade", "decades", "decs", "h", "hour", "hours", "hr", "hrs",
    "infinity", "m", "microsecon", "mil", "millennia", "millennium", "millisecon", "mils", "min", "mins", "minute", "minutes", "mon", "mons",
    "month", "months", "ms", "msec", "msecond", "mseconds", "msecs", "qtr", "quarter", "s", "sec", "second", "seconds", "secs", "timezone",
    "timezone_h", "timezone_m", "us", "usec", "usecond", "useconds", "usecs", "w", "week", "weeks", "y", "year", "years", "yr", "yrs",
  ]

  private func interval(_ text: [UInt8]) -> LiteralProblem? {
    let slice = Self.trimmed(text)
    if let first = slice.first, first | 0x20 == UInt8(ascii: "p") { return nil }
    let words = slice.split { !Self.isLetter($0) && $0 != UInt8(ascii: "_") }
    let hasNumber = slice.contains(where: Self.isDigit)
    let isKnown = words.allSatisfy { Self.units.contains(String(Self.shown($0).lowercased().prefix(10))) }
    let isForever = words.count == 1 && Self.shown(words[0]).lowercased() == "infinity"
    return isKnown && (hasNumber || isForever) ? nil : Self.syntax("interval", text, sqlstate: "22007")
  }
}

/// Reads fixed forms of dates and times.
private struct DigitScanner {
  private var rest: ArraySlice<UInt8>

  init(_ text: ArraySlice<UInt8>) { rest = text }

  var isAtEnd: Bool { rest.isEmpty }
  var isLast: Bool { rest.count == 1 }
  var letter: UInt8? { rest.first.flatMap { LiteralInput.isLetter($0) ? $0 : nil } }

  mutating func number(_ counts: ClosedRange<Int>) -> Int? {
    let digits = rest.prefix(while: LiteralInput.isDigit)
    guard counts.contains(digits.count) else { return nil }
    rest.removeFirst(digits.count)
    return digits.reduce(0) { $0 * 10 + Int($1 & 0xF) }
  }

  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard rest.first == UInt8(ascii: character) else { return false }
    rest.removeFirst()
    return true
  }

  /// Blanks, or a T between digits.
  mutating func takeSeparator() -> Bool {
    if rest.count > 1, rest.first.map({ $0 | 0x20 }) == UInt8(ascii: "t") {
      rest.removeFirst()
      return rest.first.map(LiteralInput.isDigit) ?? false
    }
    let count = rest.count
    skipBlanks()
    return rest.count < count && (rest.first.map(LiteralInput.isDigit) ?? false)
  }

  private mutating func skipBlanks() { while let byte = rest.first, LiteralInput.isSpace(byte) { rest.removeFirst() } }

  mutating func timeOfDay() -> (hour: Int, minute: Int, second: Int)? {
    guard let hour = number(1...2), take(":"), let minute = number(2...2) else { return nil }
    guard take(":") else { return (hour, minute, 0) }
    guard let second = number(2...2) else { return nil }
    if take(".") { rest.removeFirst(rest.prefix(while: LiteralInput.isDigit).count) }
    return (hour, minute, second)
  }

  /// A zone as an offset, Z or UTC, or none; false for one that only a server knows.
  mutating func takeZone() -> Bool {
    skipBlanks()
    if rest.isEmpty { return true }
    if ["z", "utc"].contains(LiteralInput.shown(rest).lowercased()) {
      rest = []
      return true
    }
    guard take("+") || take("-"), let hours = number(1...2), hours < 15 else { return false }
    guard take(":") else { return true }
    return number(2...2).map { $0 < 60 } ?? false
  }
}

/// Dates, times and intervals as PostgreSQL prints them under DateStyle ISO and IntervalStyle postgres.
extension SchemaLiteral {
  /// `2024-02-29`, years 1000 to 9999.
  static func isDate(_ text: String) -> Bool { date(text[...]) != nil }

  /// `12:30:00` with up to six decimals.
  static func isTime(_ text: Substring) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts[0].utf8.count == 8, let numbers = numbers(parts[0], separator: ":", count: 3) else { return false }
    if parts.count == 2, !(1...6).contains(parts[1].utf8.count) || !parts[1].utf8.allSatisfy(\.isDigit) { return false }
    return numbers[0] <= 24 && numbers[1] < 60 && numbers[2] < 60
  }

  /// A timestamp as MySQL's literal takes it, in UTC where it has a zone; nil for what MySQL cannot hold.
  static func moment(_ text: String, zoned: Bool) -> String? {
    guard let space = text.firstIndex(of: " "), let days = date(text[..<space]) else { return nil }
    var time = text[text.index(after: space)...]
    guard zoned else { return isTime(time) ? text : nil }
    guard let sign = time.lastIndex(where: { $0 == "+" || $0 == "-" }) else { return nil }
    let zone = time[time.index(after: sign)...].split(separator: ":")
    let isBehind = time[sign] == "-"
    time = time[..<sign]
    guard isTime(time), (1...2).contains(zone.count), let hours = Int(zone[0]), let minutes = Int(zone.count > 1 ? zone[1] : "0"),
      let clock = numbers(time.prefix(8), separator: ":", count: 3)
    else { return nil }
    let offset = (hours * 60 + minutes) * (isBehind ? -1 : 1)
    let total = days * 1440 + clock[0] * 60 + clock[1] - offset
    let (day, minute) = (total.quotient(1440), total.remainder(1440))
    guard let date = dateText(day) else { return nil }
    return "\(date) \((minute / 60).padded(to: 2)):\((minute % 60).padded(to: 2))\(time.dropFirst(5))"
  }

  /// An amount of one of MySQL's units.
  struct IntervalPart: Hashable, Sendable {
    var amount: String
    var unit: String
  }

  /// `1 year 2 mons -3 days 04:05:06.7` as amounts in the order in which PostgreSQL adds them; nil for other forms.
  static func intervalParts(_ text: String) -> [IntervalPart]? {
    var (months, days, seconds) = (0, 0, nil as String?)
    var words = text.split(separator: " ")[...]
    while let word = words.popFirst() {
      if word.contains(":") {
        seconds = clockSeconds(word)
        guard seconds != nil, words.isEmpty else { return nil }
        break
      }
      guard let amount = Int(word), abs(amount) < 1_000_000, let unit = words.popFirst() else { return nil }
      switch unit {
      case "year", "years": months += amount * 12
      case "mon", "mons": months += amount
      case "day", "days": days += amount
      default: return nil
      }
    }
    var parts: [IntervalPart] = []
    if months != 0 { parts.append(IntervalPart(amount: "\(months)", unit: "MONTH")) }
    if days != 0 { parts.append(IntervalPart(amount: "\(days)", unit: "DAY")) }
    if let seconds { parts.append(IntervalPart(amount: seconds, unit: "SECOND")) }
    return parts.isEmpty ? nil : parts
  }

  private static func clockSeconds(_ word: Substring) -> String? {
    let isNegative = word.hasPrefix("-")
    let parts = word.drop { $0 == "-" || $0 == "+" }.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 3, let hours = Int(parts[0]), let minutes = Int(parts[1]), hours < 1_000_000 else { return nil }
    let fraction = parts[2].split(separator: ".", omittingEmptySubsequences: false)
    guard fraction.count <= 2, let seconds = Int(fraction[0]), fraction.count == 1 || fraction[1].utf8.allSatisfy(\.isDigit) else { return nil }
    let total = hours * 3600 + minutes * 60 + seconds
    return (isNegative ? "-" : "") + "\(total)" + (fraction.count == 2 ? ".\(fraction[1])" : "")
  }

  private static func numbers(_ text: Substring, separator: Character, count: Int) -> [Int]? {
    let parts = text.split(separator: separator, omittingEmptySubsequences: false)
    guard parts.count == count, parts.allSatisfy({ !$0.isEmpty && $0.utf8.count <= 4 && $0.utf8.allSatisfy(\.isDigit) }) else { return nil }
    return parts.compactMap { Int($0) }
  }

  // MARK: The proleptic Gregorian calendar, days counted from 1970-01-01

  private static func date(_ text: Substring) -> Int? {
    guard text.utf8.count == 10, let parts = numbers(text, separator: "-", count: 3), parts[0] >= 1000, (1...12).contains(parts[1]) else { return nil }
    let days = dayNumber(parts[0], parts[1], parts[2])
    return (1...31).contains(parts[2]) && dateText(days) == String(text) ? days : nil
  }

  private static func dayNumber(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let y = month <= 2 ? year - 1 : year
    let era = y.quotient(400), yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  private static func dateText(_ days: Int) -> String? {
    let z = days + 719_468
    let era = z.quotient(146_097), dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let m = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * m + 2) / 5 + 1, month = m < 10 ? m + 3 : m - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    guard (1000...9999).contains(year) else { return nil }
    return "\(year.padded(to: 4))-\(month.padded(to: 2))-\(day.padded(to: 2))"
  }
}

extension Int {
  /// Division that rounds down.
  fileprivate func quotient(_ divisor: Int) -> Int { (self - remainder(divisor)) / divisor }
  fileprivate func remainder(_ divisor: Int) -> Int { ((self % divisor) + divisor) % divisor }
}

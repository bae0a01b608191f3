/// A date and time in ISO 8601 form, or in another that PostgreSQL reads alike whatever its settings.
struct DateTimeText {
  /// `2024-02-29`.
  let date: String
  /// `10:11:12.5`, nil for a date alone.
  let time: String?
  /// Minutes east of UTC.
  let offset: Int?

  private let day: (year: Int, month: Int, day: Int)
  private let microseconds: Int

  /// Nil for any other form, and for a day that does not exist or lies outside MySQL's years.
  init?(_ text: String) {
    let bytes = Array(Self.plain(text).utf8)
    guard bytes.count >= 10, bytes[4] == 0x2D, bytes[7] == 0x2D, let year = Self.number(bytes[0..<4]),
      let month = Self.number(bytes[5..<7]), let day = Self.number(bytes[8..<10]), (1...9999).contains(year),
      (1...12).contains(month), day >= 1, day <= Self.days(inMonth: month, of: year)
    else { return nil }
    date = String(decoding: bytes[0..<10], as: UTF8.self)
    self.day = (year, month, day)
    guard bytes.count > 10 else { (time, offset, microseconds) = (nil, nil, 0); return }
    guard bytes[10] == 0x20 || bytes[10] == 0x54 else { return nil }
    let rest = bytes[11...]
    let end = rest.firstIndex { $0 == 0x2B || $0 == 0x2D || $0 == 0x5A } ?? rest.endIndex
    let clock = String(decoding: rest[..<end], as: UTF8.self).trimmingBlanks()
    guard let time = Self.time(clock), let microseconds = Self.microseconds(time) else { return nil }
    (self.time, self.microseconds) = (time, microseconds)
    guard end < rest.endIndex else { offset = nil; return }
    guard let offset = Self.offset(String(decoding: rest[end...], as: UTF8.self)) else { return nil }
    self.offset = offset
  }

  /// The moment as `YYYY-MM-DD HH:MM:SS[.ffffff]`: shifted to UTC where it has an offset; nil where it has none and the source
  /// session's zone is not UTC.
  func timestamp(sourceIsUTC: Bool) -> String? {
    guard let offset else {
      guard sourceIsUTC else { return nil }
      return time.map { "\(date) \($0)" } ?? date
    }
    if offset == 0 { return "\(date) \(time ?? "00:00:00")" }
    let total = microseconds - offset * 60_000_000
    let shift = total < 0 ? -1 : total >= 86_400_000_000 ? 1 : 0
    let inDay = total - shift * 86_400_000_000
    return "\(Self.date(day, plus: shift)) \(Self.clock(inDay))"
  }

  /// A time of day `HH:MM[:SS[.ffffff]]` in full form; nil for any other form.
  static func time(_ text: String) -> String? {
    let text = plainClock(text)
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { Array($0.utf8) }
    guard parts.count == 2 || parts.count == 3, parts[0].count == 2, parts[1].count == 2, let hour = number(parts[0][...]), hour < 24,
      let minute = number(parts[1][...]), minute < 60
    else { return nil }
    guard parts.count == 3 else { return text + ":00" }
    let seconds = parts[2]
    guard seconds.count == 2 || (seconds.count >= 4 && seconds.count <= 9 && seconds[2] == 0x2E), let second = number(seconds[0..<2]), second < 60,
      seconds.count == 2 || number(seconds[3...]) != nil
    else { return nil }
    return text
  }

  private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
  private static let longMonths = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"]

  /// `20240229`, `2024-2-9`, `2024/02/29`, `Feb 29, 2024`, `29 February 2024` in the form `2024-02-29`; a zone's Z or UTC in the form Z.
  /// Other texts stay.
  private static func plain(_ text: String) -> String {
    let text = withoutZoneName(text)
    return numbered(text) ?? compact(text) ?? monthFirst(text) ?? dayFirst(text) ?? text
  }

  private static func numbered(_ text: String) -> String? {
    var cursor = TextCursor(text)
    guard let year = cursor.digits(4, 4), cursor.skip("-/"), let month = cursor.digits(1, 2), cursor.skip("-/"), let day = cursor.digits(1, 2),
      cursor.isAtEnd || cursor.isNext("T ")
    else { return nil }
    return joined(year, month, day, cursor.rest)
  }

  private static func compact(_ text: String) -> String? {
    var cursor = TextCursor(text)
    guard let year = cursor.digits(4, 4), let month = cursor.digits(2, 2), let day = cursor.digits(2, 2), cursor.isAtEnd || cursor.isNext("T") else { return nil }
    return joined(year, month, day, cursor.rest)
  }

  private static func monthFirst(_ text: String) -> String? {
    var cursor = TextCursor(text)
    guard let word = cursor.letters(), let month = month(word) else { return nil }
    _ = cursor.skip(".")
    guard cursor.skip(" "), let day = cursor.digits(1, 2) else { return nil }
    _ = cursor.skip(",")
    guard cursor.skip(" "), let year = cursor.digits(4, 4), cursor.isAtEnd || cursor.isNext(" ") else { return nil }
    return joined(year, month, day, cursor.rest)
  }

  private static func dayFirst(_ text: String) -> String? {
    var cursor = TextCursor(text)
    guard let day = cursor.digits(1, 2), cursor.skip(" -"), let word = cursor.letters(), let month = month(word), cursor.skip(" -"), let year = cursor.digits(4, 4),
      cursor.isAtEnd || cursor.isNext(" ")
    else { return nil }
    return joined(year, month, day, cursor.rest)
  }

  private static func withoutZoneName(_ text: String) -> String {
    guard let name = ["z", "Z", "utc", "UTC", "gmt", "GMT"].first(where: text.hasSuffix) else { return text }
    var moment = text.dropLast(name.count)
    if moment.hasSuffix(" ") { moment.removeLast() }
    guard let last = moment.utf8.last, last.isDigit else { return text }
    return moment + "Z"
  }

  private static func month(_ word: String) -> String? {
    let word = word.lowercased()
    return (months.firstIndex(of: word) ?? longMonths.firstIndex(of: word)).map { String($0 + 1) }
  }

  private static func joined(_ year: String, _ month: String, _ day: String, _ rest: String) -> String {
    "\(year)-\(month.utf8.count < 2 ? "0" : "")\(month)-\(day.utf8.count < 2 ? "0" : "")\(day)\(rest)"
  }

  /// `1:05 PM` as `13:05`; other texts stay.
  private static func plainClock(_ text: String) -> String {
    var cursor = TextCursor(text)
    guard let digits = cursor.digits(1, 2), let hour = Int(digits), cursor.skip(":"), let minute = cursor.digits(2, 2) else { return text }
    var rest = ":" + minute
    if cursor.skip(":") {
      guard let second = cursor.digits(2, 2) else { return text }
      rest += ":" + second
      if cursor.skip(".") {
        guard let fraction = cursor.digits(1) else { return text }
        rest += "." + fraction
      }
    }
    let hasBlank = cursor.skip(" ")
    guard !cursor.isAtEnd else { return hasBlank ? text : hour.padded(to: 2) + rest }
    let half = cursor.rest.lowercased()
    guard half == "am" || half == "pm", (1...12).contains(hour) else { return text }
    return (hour % 12 + (half == "pm" ? 12 : 0)).padded(to: 2) + rest
  }

  private static func microseconds(_ time: String) -> Int? {
    let parts = time.split(separator: ":")
    guard parts.count == 3, let hour = Int(parts[0]), let minute = Int(parts[1]) else { return nil }
    let seconds = parts[2].split(separator: ".")
    guard let second = Int(seconds[0]) else { return nil }
    let fraction = seconds.count == 2 ? Int((seconds[1] + "000000").prefix(6)) ?? 0 : 0
    return ((hour * 60 + minute) * 60 + second) * 1_000_000 + fraction
  }

  /// `HH:MM:SS[.ffffff]`, hours without a limit.
  static func clock(_ microseconds: Int) -> String {
    let (seconds, fraction) = microseconds.quotientAndRemainder(dividingBy: 1_000_000)
    let text = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { $0.padded(to: 2) }.joined(separator: ":")
    return fraction == 0 ? text : text + "." + fraction.padded(to: 6)
  }

  /// `Z`, `+02`, `+0200`, `+02:00`: minutes east of UTC.
  private static func offset(_ text: String) -> Int? {
    if text == "Z" { return 0 }
    let digits = Array(text.utf8.dropFirst().filter { $0 != 0x3A })
    guard digits.count == 2 || digits.count == 4, let hours = number(digits[0..<2]), hours <= 15,
      let minutes = digits.count == 4 ? number(digits[2...]) : 0, minutes < 60
    else { return nil }
    return (text.first == "-" ? -1 : 1) * (hours * 60 + minutes)
  }

  private static func date(_ day: (year: Int, month: Int, day: Int), plus days: Int) -> String {
    var (year, month, number) = (day.year, day.month, day.day + days)
    if number < 1 {
      month -= 1
      if month < 1 { (year, month) = (year - 1, 12) }
      number = Self.days(inMonth: month, of: year)
    } else if number > Self.days(inMonth: month, of: year) {
      (month, number) = (month + 1, 1)
      if month > 12 { (year, month) = (year + 1, 1) }
    }
    return "\(year.padded(to: 4))-\(month.padded(to: 2))-\(number.padded(to: 2))"
  }

  static func days(inMonth month: Int, of year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard !digits.isEmpty, digits.allSatisfy(\.isDigit) else { return nil }
    return Int(String(decoding: digits, as: UTF8.self))
  }
}

/// Constants in the one form that both servers read and print: told from the literal's bytes, without decoding it.
enum CanonicalConstant {
  /// Whether a literal, quotes included, is the form of a type; false says nothing.
  static func matches(_ literal: ArraySlice<UInt8>, _ family: TypeFamily, sourceIsUTC: Bool) -> Bool {
    guard literal.count > 2, literal.first == UInt8(ascii: "'"), literal.last == UInt8(ascii: "'") else { return false }
    let value = literal.dropFirst().dropLast()
    switch family {
    case .date: return value.count == 10 && isDay(value)
    case .timestamp, .timestamptz:
      return value.count == 19 && (family == .timestamp || sourceIsUTC) && isDay(value.prefix(10)) && isClock(value.dropFirst(10))
    case .uuid: return isUUID(value)
    default: return false
    }
  }

  /// `2024-02-29`, a day that exists.
  private static func isDay(_ text: ArraySlice<UInt8>) -> Bool {
    let start = text.startIndex
    guard text[start + 4] == UInt8(ascii: "-"), text[start + 7] == UInt8(ascii: "-"), let century = pair(text, start), let rest = pair(text, start + 2),
      let month = pair(text, start + 5), let day = pair(text, start + 8)
    else { return false }
    let year = century * 100 + rest
    return year >= 1 && (1...12).contains(month) && day >= 1 && day <= DateTimeText.days(inMonth: month, of: year)
  }

  /// ` 10:11:12` after the day.
  private static func isClock(_ text: ArraySlice<UInt8>) -> Bool {
    let start = text.startIndex
    guard text[start] == UInt8(ascii: " "), text[start + 3] == UInt8(ascii: ":"), text[start + 6] == UInt8(ascii: ":"), let hour = pair(text, start + 1),
      let minute = pair(text, start + 4), let second = pair(text, start + 7)
    else { return false }
    return hour < 24 && minute < 60 && second < 60
  }

  private static func pair(_ text: ArraySlice<UInt8>, _ index: Int) -> Int? {
    let (tens, ones) = (text[index] &- 0x30, text[index + 1] &- 0x30)
    return tens < 10 && ones < 10 ? Int(tens) * 10 + Int(ones) : nil
  }

  private static func isUUID(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.count == 36 else { return false }
    for (place, byte) in text.enumerated() {
      let isDash = place == 8 || place == 13 || place == 18 || place == 23
      guard isDash ? byte == UInt8(ascii: "-") : (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte) else { return false }
    }
    return true
  }
}

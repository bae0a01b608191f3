import MySQLTarget
import SourceText

/// A number's text in digits: `1.5e3` is `1500`.
struct DecimalText {
  /// Digits with at most one point, a minus sign where it is negative.
  let plain: String

  /// How many digits stand after the point.
  var fractionDigits: Int { plain.split(separator: ".", omittingEmptySubsequences: false).dropFirst().first?.utf8.count ?? 0 }

  /// Nil for what is no decimal number, or one of more than 65 digits.
  init?(_ source: String) {
    var rest = Substring(source.trimmingBlanks())
    var sign = ""
    if rest.first == "-" || rest.first == "+" { sign = rest.removeFirst() == "-" ? "-" : "" }
    let parts = rest.split(separator: "e", omittingEmptySubsequences: false).flatMap { $0.split(separator: "E", omittingEmptySubsequences: false) }
    guard let mantissa = parts.first, parts.count <= 2, let exponent = parts.count == 2 ? Int(parts[1]) : 0, abs(exponent) <= 60 else { return nil }
    let halves = mantissa.split(separator: ".", omittingEmptySubsequences: false)
    guard halves.count <= 2, mantissa.utf8.contains(where: \.isDigit),
      halves.allSatisfy({ $0.utf8.allSatisfy(\.isDigit) })
    else { return nil }
    let whole = String(halves[0])
    let fraction = halves.count == 2 ? String(halves[1]) : ""
    let digits = whole + fraction
    let point = whole.count + exponent
    guard digits.count <= 65, point <= 65, digits.count - point <= 30 else { return nil }
    if point <= 0 {
      plain = sign + "0." + String(repeating: "0", count: -point) + digits
    } else if point >= digits.count {
      plain = sign + digits + String(repeating: "0", count: point - digits.count)
    } else {
      plain = sign + digits.prefix(point) + "." + digits.dropFirst(point)
    }
  }
}

/// A string constant that PostgreSQL reads as a value of another type, in the one form that both servers read alike.
struct TypedConstant {
  /// The value's text in MySQL's form, without quotes.
  let text: String
  /// Where the type is clear from the place: a number, or a quoted text.
  let bare: String
  /// Where the constant itself must say its type: `DATE '…'`.
  let typed: String

  /// Nil where the text is not in the form that both servers read alike.
  init?(_ value: String, family: TypeFamily, sourceIsUTC: Bool) {
    let trimmed = value.trimmingBlanks()
    switch family {
    case .integer:
      guard let number = Int(trimmed) else { return nil }
      self.init(text: String(number), bare: String(number), typed: String(number))
    case .decimal:
      guard let plain = DecimalText(trimmed)?.plain else { return nil }
      self.init(text: plain, bare: plain, typed: plain)
    case .double:
      guard let plain = DecimalText(trimmed)?.plain else { return nil }
      self.init(text: plain + "e0", bare: plain + "e0", typed: plain + "e0")
    case .boolean:
      guard let truth = Self.boolean(trimmed) else { return nil }
      self.init(text: truth, bare: truth, typed: truth)
    case .date:
      guard let date = DateTimeText(trimmed), date.time == nil, date.offset == nil else { return nil }
      self.init(text: date.date, bare: "'\(date.date)'", typed: "DATE '\(date.date)'")
    case .timestamp, .timestamptz:
      guard let moment = DateTimeText(trimmed), family == .timestamptz || moment.offset == nil,
        let text = moment.timestamp(sourceIsUTC: family == .timestamp || sourceIsUTC)
      else { return nil }
      // MySQL refuses a TIMESTAMP literal without a time (error 1525).
      self.init(text: text, bare: "'\(text)'", typed: "TIMESTAMP '\(moment.time == nil ? text.prefix(10) + " 00:00:00" : text)'")
    case .time:
      guard let time = DateTimeText.time(trimmed) else { return nil }
      self.init(text: time, bare: "'\(time)'", typed: "TIME '\(time)'")
    case .uuid:
      guard let uuid = Self.uuid(trimmed) else { return nil }
      self.init(text: uuid, bare: "'\(uuid)'", typed: "'\(uuid)'")
    case .money:
      guard let amount = MoneyText.number(trimmed) else { return nil }
      self.init(text: amount, bare: amount, typed: amount)
    case .bytea:
      guard let hex = Self.bytes(value) else { return nil }
      self.init(text: hex, bare: "X'\(hex)'", typed: "X'\(hex)'")
    case .jsonb, .json:
      guard !value.utf8.contains(0), JSONConstant.fitsMySQL(value) else { return nil }
      self.init(text: value, bare: MySQLLiteral.string(value), typed: "CAST(\(MySQLLiteral.string(value)) AS JSON)")
    default: return nil
    }
  }

  private init(text: String, bare: String, typed: String) { (self.text, self.bare, self.typed) = (text, bare, typed) }

  /// "Boolean Type": unique prefixes of these words, in any case.
  private static func boolean(_ text: String) -> String? {
    switch text.lowercased() {
    case "t", "tr", "tru", "true", "y", "ye", "yes", "on", "1": "TRUE"
    case "f", "fa", "fal", "fals", "false", "n", "no", "of", "off", "0": "FALSE"
    default: nil
    }
  }

  private static func uuid(_ text: String) -> String? {
    var body = Substring(text)
    if body.first == "{", body.last == "}" { body = body.dropFirst().dropLast() }
    let digits = body.lowercased().filter { $0 != "-" }
    guard digits.utf8.count == 32, digits.utf8.allSatisfy(\.isHexadecimalDigit) else { return nil }
    var result = ""
    for (index, digit) in digits.enumerated() {
      if [8, 12, 16, 20].contains(index) { result.append("-") }
      result.append(digit)
    }
    return result
  }

  /// The hexadecimal digits of bytea's hex format (`\x…`).
  private static func bytes(_ text: String) -> String? {
    guard text.hasPrefix("\\x") else { return text.utf8.allSatisfy { $0 < 0x80 && $0 != 0x5C } ? text.utf8.map(hex).joined() : nil }
    let digits = text.dropFirst(2)
    guard digits.utf8.count % 2 == 0, digits.utf8.allSatisfy(\.isHexadecimalDigit)
    else { return nil }
    return String(digits)
  }

  private static func hex(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16)
    return digits.count == 1 ? "0" + digits : digits
  }
}

extension String {
  /// Without white space at the ends, as PostgreSQL's input functions skip it.
  func trimmingBlanks() -> String {
    let blank: (Character) -> Bool = { $0 == " " || $0 == "\t" || $0 == "\n" || $0 == "\r" }
    guard let first = firstIndex(where: { !blank($0) }), let last = lastIndex(where: { !blank($0) }) else { return "" }
    return String(self[first...last])
  }
}

import Foundation
import MySQLServer

/// A value in a form that is equal for both servers when it means the same: numbers without trailing zeros, booleans as 1 and 0, timestamps
/// in UTC without trailing zeros, JSON and arrays as JSON values. Text keeps every byte.
package struct ComparableValue: Hashable, Comparable, CustomStringConvertible {
  package let description: String

  package static let null = ComparableValue(description: "NULL")
  package static func < (a: Self, b: Self) -> Bool { a.description < b.description }
}

extension ComparableValue {
  /// A value as PostgreSQL writes it.
  package init(postgres text: String?, kind: ValueKind) {
    guard let text else { self = .null; return }
    switch kind {
    case .boolean: description = text == "t" ? "1" : "0"
    case .integer, .decimal: description = Self.number(text)
    case .float: description = Self.float(text)
    case .paddedText: description = Self.quoted(Self.withoutTrailingBlanks(text))
    case .text: description = Self.quoted(text)
    case .date: description = text
    case .time, .timestamp: description = Self.timestamp(text)
    case .timestamptz: description = Self.timestamp(text.hasSuffix("+00") ? String(text.dropLast(3)) : text + " (not in UTC)")
    case .json: description = Self.json(text)
    case .bytes: description = text
    case .array(let element): description = Self.json(Self.arrayAsJSON(text, element: element))
    }
  }

  /// A value as MySQL gives it, read as what PostgreSQL would call `kind`.
  package init(mysql bytes: [UInt8]?, kind: ValueKind) {
    guard let bytes else { self = .null; return }
    let text = String(decoding: bytes, as: UTF8.self)
    switch kind {
    case .boolean, .integer, .decimal: description = Self.number(text)
    case .float: description = Self.float(text)
    case .paddedText: description = Self.quoted(Self.withoutTrailingBlanks(text))
    case .text: description = Self.quoted(text)
    case .date: description = text
    case .time, .timestamp, .timestamptz: description = Self.timestamp(text)
    case .json, .array: description = Self.json(text)
    case .bytes: description = "\\x" + bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
  }

  /// Swift's `==` on strings equates composed with decomposed accents; the scalars written out do not.
  static func quoted(_ text: String) -> String {
    "'" + text.unicodeScalars.map { $0.isASCII ? String($0) : "{\(String($0.value, radix: 16))}" }.joined() + "'"
  }

  private static func withoutTrailingBlanks(_ text: String) -> String {
    String(text.reversed().drop { $0 == " " }.reversed())
  }

  /// `-0.50e1` → `-5`; text that is no number stays.
  static func number(_ text: String) -> String {
    guard Decimal(string: text) != nil, let parts = digits(of: text) else { return text }
    var whole = parts.whole.drop { $0 == "0" }
    if whole.isEmpty { whole = "0" }
    let fraction = String(parts.fraction.reversed().drop { $0 == "0" }.reversed())
    let magnitude = fraction.isEmpty ? String(whole) : "\(whole).\(fraction)"
    return parts.isNegative && magnitude != "0" ? "-" + magnitude : magnitude
  }

  /// Sign, digits before and digits after the point, the exponent worked in.
  private static func digits(of text: String) -> (isNegative: Bool, whole: Substring, fraction: Substring)? {
    var body = text[...]
    let isNegative = body.hasPrefix("-")
    if isNegative || body.hasPrefix("+") { body = body.dropFirst() }
    let halves = body.split(separator: "e", omittingEmptySubsequences: false)
    guard halves.count <= 2, let exponent = halves.count == 2 ? Int(halves[1]) : 0, abs(exponent) < 500 else { return nil }
    let sides = halves[0].split(separator: ".", omittingEmptySubsequences: false)
    guard sides.count <= 2, sides.allSatisfy({ $0.allSatisfy(\.isNumber) }) else { return nil }
    let fraction = sides.count == 2 ? sides[1] : ""
    let zeros = String(repeating: "0", count: abs(exponent))
    let all = zeros + sides[0] + fraction + zeros
    let point = all.index(all.startIndex, offsetBy: zeros.count + sides[0].count + exponent)
    return (isNegative, all[..<point], all[point...])
  }

  private static func float(_ text: String) -> String { Double(text).map { "\($0 == 0 ? 0 : $0)" } ?? text }

  /// `2024-01-31 10:00:00.500000` → `2024-01-31 10:00:00.5`.
  private static func timestamp(_ text: String) -> String {
    guard text.contains(".") else { return text }
    var text = text[...]
    while text.hasSuffix("0") { text = text.dropLast() }
    return String(text.hasSuffix(".") ? text.dropLast() : text)
  }
}

// MARK: JSON

extension ComparableValue {
  private static func json(_ text: String) -> String {
    guard let value = try? JSONDecoder().decode(JSONValue.self, from: Data(text.utf8)) else { return "not JSON: " + text }
    return value.description
  }

  /// `{1,NULL,"a b"}` → `[1, null, "a b"]`.
  static func arrayAsJSON(_ text: String, element: ValueKind) -> String {
    let items = ArrayLiteral.elements(of: text).map { item -> String in
      guard let item else { return "null" }
      switch element {
      case .integer, .decimal, .float: return item
      case .boolean: return item == "t" ? "true" : "false"
      case .json: return item
      default: return Self.jsonString(item)
      }
    }
    return "[" + items.joined(separator: ", ") + "]"
  }

  private static func jsonString(_ text: String) -> String {
    let data = try? JSONEncoder().encode(text)
    return data.map { String(decoding: $0, as: UTF8.self) } ?? "null"
  }
}

/// A JSON value written so that equal values read equal: keys sorted, numbers without trailing zeros.
private indirect enum JSONValue: Decodable, CustomStringConvertible {
  case null
  case boolean(Bool)
  case number(Decimal)
  /// Beyond what `Decimal` holds.
  case double(Double)
  case text(String)
  case list([JSONValue])
  case object([String: JSONValue])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .boolean(value)
    } else if let value = try? container.decode(Decimal.self) {
      self = .number(value)
    } else if let value = try? container.decode(Double.self) {
      self = .double(value)
    } else if let value = try? container.decode(String.self) {
      self = .text(value)
    } else if let value = try? container.decode([JSONValue].self) {
      self = .list(value)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }

  var description: String {
    switch self {
    case .null: "null"
    case .boolean(let value): "\(value)"
    case .number(let value): ComparableValue.number("\(value)")
    case .double(let value): "\(value)"
    case .text(let text): ComparableValue.quoted(text)
    case .list(let values): "[" + values.map(\.description).joined(separator: ", ") + "]"
    case .object(let members):
      "{" + members.map { ComparableValue.quoted($0.key) + ": \($0.value)" }.sorted().joined(separator: ", ") + "}"
    }
  }
}

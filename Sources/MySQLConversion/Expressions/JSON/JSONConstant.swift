/// A constant JSON document.
indirect enum JSONConstant {
  case object([(String, JSONConstant)])
  case array([JSONConstant])
  /// Its text.
  case scalar(String)

  /// Nil for what is no JSON, or nested beyond sixty levels.
  init?(_ text: String) {
    var reader = Reader(rest: Array(text.unicodeScalars)[...])
    guard let value = reader.value(0), reader.isAtEnd else { return nil }
    self = value
  }

  private struct Reader {
    var rest: ArraySlice<Unicode.Scalar>
    var hasRepeatedName = false

    mutating func skip() { rest = rest.drop { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\r" } }

    var isAtEnd: Bool { rest.allSatisfy { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\r" } }

    mutating func take(_ scalar: Unicode.Scalar) -> Bool {
      skip()
      guard rest.first == scalar else { return false }
      rest.removeFirst()
      return true
    }

    mutating func value(_ depth: Int) -> JSONConstant? {
      skip()
      guard depth < 60, let first = rest.first else { return nil }
      switch first {
      case "{": return object(depth)
      case "[": return array(depth)
      case "\"": return string().map { .scalar($0.source) }
      default:
        let word = rest.prefix { $0 != "," && $0 != "]" && $0 != "}" && $0 != " " && $0 != "\n" && $0 != "\t" }
        rest = rest.dropFirst(word.count)
        var text = String.UnicodeScalarView()
        text.append(contentsOf: word)
        let plain = String(text)
        let isNumber = plain.allSatisfy { $0.isASCII && ($0.isNumber || "+-.eE".contains($0)) } && plain.contains { $0.isNumber }
        return isNumber || ["true", "false", "null"].contains(plain) ? .scalar(plain) : nil
      }
    }

    private mutating func object(_ depth: Int) -> JSONConstant? {
      rest.removeFirst()
      var members: [(String, JSONConstant)] = []
      if take("}") { return .object([]) }
      while true {
        skip()
        guard rest.first == "\"", let key = string(), take(":"), let value = value(depth + 1) else { return nil }
        // The last of equal keys counts.
        let count = members.count
        members.removeAll { $0.0.unicodeScalars.elementsEqual(key.value.unicodeScalars) }
        hasRepeatedName = hasRepeatedName || members.count < count
        members.append((key.value, value))
        if take("}") { return .object(members) }
        guard take(",") else { return nil }
      }
    }

    private mutating func array(_ depth: Int) -> JSONConstant? {
      rest.removeFirst()
      var items: [JSONConstant] = []
      if take("]") { return .array([]) }
      while true {
        guard let value = value(depth + 1) else { return nil }
        items.append(value)
        if take("]") { return .array(items) }
        guard take(",") else { return nil }
      }
    }

    /// A string's value and source; nil for escapes by number, which need not be read here.
    private mutating func string() -> (value: String, source: String)? {
      var value = String.UnicodeScalarView()
      var source = String.UnicodeScalarView(["\""])
      rest.removeFirst()
      while let scalar = rest.popFirst() {
        source.append(scalar)
        if scalar == "\"" { return (String(value), String(source)) }
        guard scalar == "\\" else { value.append(scalar); continue }
        guard let next = rest.popFirst() else { return nil }
        source.append(next)
        switch next {
        case "\"", "\\", "/": value.append(next)
        case "n": value.append("\n")
        case "t": value.append("\t")
        case "r": value.append("\r")
        default: return nil
        }
      }
      return nil
    }
  }
}

extension JSONConstant {
  /// Whether no object in a text that is JSON has a name twice; false for what is not read here.
  static func hasUniqueNames(_ text: String) -> Bool {
    var reader = Reader(rest: Array(text.unicodeScalars)[...])
    return reader.value(0) != nil && reader.isAtEnd && !reader.hasRepeatedName
  }

  /// Whether MySQL takes a text that is JSON: no number beyond those of floating point, no more than a hundred levels.
  static func fitsMySQL(_ text: String) -> Bool {
    var (isQuoted, isEscaped, depth, word) = (false, false, 0, "")
    for byte in text.utf8 {
      if isQuoted {
        if isEscaped { isEscaped = false } else if byte == 0x5C { isEscaped = true } else if byte == 0x22 { isQuoted = false }
        continue
      }
      if byte.isDigit || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains(byte) { word.unicodeScalars.append(Unicode.Scalar(byte)); continue }
      if let number = Double(word), number.isInfinite { return false }
      word = ""
      switch byte {
      case 0x22: isQuoted = true
      case 0x5B, 0x7B: depth += 1
      case 0x5D, 0x7D: depth -= 1
      default: break
      }
      if depth > 90 { return false }
    }
    return !(Double(word)?.isInfinite ?? false)
  }

  /// Whether every number in it reads as the same text in both servers: integers of 64 bits, and fractions in the shortest form.
  var writesNumbersAlike: Bool {
    switch self {
    case .object(let members): members.allSatisfy { $0.1.writesNumbersAlike }
    case .array(let items): items.allSatisfy(\.writesNumbersAlike)
    case .scalar(let text): Self.isWrittenAlike(text)
    }
  }

  private static func isWrittenAlike(_ text: String) -> Bool {
    guard let first = text.utf8.first, first == 0x2D || first.isDigit else { return true }
    guard text.utf8.contains(where: { $0 == 0x2E || $0 | 0x20 == 0x65 }) else { return text != "-0" && (Int64(text) != nil || UInt64(text) != nil) }
    // Digits with a point alone, few enough for a floating-point number to give them back without an exponent.
    guard !text.utf8.contains(where: { $0 | 0x20 == 0x65 }), text.utf8.count <= 15, let number = Double(text), abs(number) >= 0.001 else { return false }
    return "\(number)" == text
  }
}

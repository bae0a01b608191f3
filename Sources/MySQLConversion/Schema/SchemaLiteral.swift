import MySQLTarget

/// PostgreSQL's constants as MySQL's.
enum SchemaLiteral {
  static func text(_ text: String, kind: ValueKind) -> MySQLExpression {
    MySQLExpression(
      sql: MySQLLiteral.string(text), kind: kind, isLiteral: true, isNullable: false, maximumLength: text.unicodeScalars.count)
  }

  /// A number without exponent; MySQL would read one with an exponent as a float.
  static func number(_ text: String) throws(NotConvertible) -> MySQLExpression {
    let digits = text.utf8.filter { $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "+") }
    guard digits.allSatisfy(\.isDigit), !digits.isEmpty, digits.count <= 65 else { throw NotConvertible("has the number \(text), which MySQL reads otherwise") }
    return MySQLExpression(
      sql: text, kind: Int64(text) == nil ? .decimal : .integer, isAtomic: !text.hasPrefix("-"), isLiteral: true, isNullable: false)
  }

  /// A constant of a type, given as PostgreSQL prints its value.
  ///
  /// - Throws: `NotConvertible` where MySQL has no such value (infinity, NaN, years before 1000) or no rule knows the type.
  static func literal(_ text: String, kind: ValueKind, modifiers: [Int] = [], scope: ExpressionScope) throws(NotConvertible) -> MySQLExpression {
    switch kind {
    case .text, .paddedText, .unknown:
      if let length = modifiers.first, text.unicodeScalars.count > length { throw NotConvertible("cuts a constant to \(length) characters") }
      return self.text(kind == .paddedText ? withoutTrailingSpaces(text) : text, kind: kind == .unknown ? .text : kind)
    case .integer: return try numeric(text, kind: .integer)
    case .decimal: return try numeric(text, kind: .decimal)
    case .float: return try float(text)
    case .boolean:
      guard let value = boolean(text) else { throw NotConvertible("has the boolean '\(text)'") }
      return MySQLExpression(sql: value ? "TRUE" : "FALSE", kind: .boolean, isLiteral: true, isNullable: false)
    case .date, .time, .timestamp, .timestampWithZone: return try temporal(text, kind: kind)
    case .uuid:
      let form = text.lowercased()
      guard isUUID(form) else { throw NotConvertible("has the uuid '\(text)' in another form") }
      return self.text(form, kind: .uuid)
    case .bytes:
      guard let bytes = bytes(text) else { throw NotConvertible("has a bytea constant in another form than hex") }
      return MySQLExpression(sql: MySQLLiteral.bytes(bytes), kind: .bytes, isLiteral: true, isNullable: false)
    case .bits:
      guard !text.isEmpty, text.utf8.allSatisfy({ $0 == 0x30 || $0 == 0x31 }) else { throw NotConvertible("has a bit string in another form") }
      return MySQLExpression(sql: "b'\(text)'", kind: .bits, isLiteral: true, isNullable: false)
    case .json:
      let compact = String(text.filter { !$0.isWhitespace })
      let sql = compact == "{}" ? "JSON_OBJECT()" : compact == "[]" ? "JSON_ARRAY()" : "CAST(\(MySQLLiteral.string(text)) AS JSON)"
      return MySQLExpression(sql: sql, kind: .json, isNullable: false)
    case .enumeration(let type):
      guard scope.catalog.type(type)?.labels.contains(text) == true else { throw NotConvertible("has the label '\(text)', which the enum lacks") }
      return self.text(text, kind: kind)
    case .interval: return self.text(text, kind: .interval)
    case .array: throw NotConvertible("has an array constant without its element type")
    case .other(let name): return try other(text, name)
    }
  }

  private static func temporal(_ text: String, kind: ValueKind) throws(NotConvertible) -> MySQLExpression {
    let (type, name, value) =
      switch kind {
      case .date: ("DATE", "date", isDate(text) ? text : nil)
      case .time: ("TIME", "time", isTime(text[...]) ? text : nil)
      default: ("TIMESTAMP", "timestamp", moment(text, zoned: kind == .timestampWithZone))
      }
    guard let value else { throw NotConvertible("has the \(name) '\(text)', which MySQL does not hold") }
    return MySQLExpression(sql: "\(type) '\(value)'", kind: kind, isLiteral: true, isNullable: false)
  }

  /// Types that are stored as the text that PostgreSQL prints.
  private static func other(_ text: String, _ name: String) throws(NotConvertible) -> MySQLExpression {
    guard ["inet", "cidr", "macaddr", "macaddr8", "citext", "ltree"].contains(name) else { throw NotConvertible("has a constant of the type \(name)") }
    return self.text(text, kind: .other(name))
  }

  /// A constant array as a JSON array.
  static func array(_ text: String, element: CatalogTypeName, scope: ExpressionScope) throws(NotConvertible) -> MySQLExpression {
    guard let elements = arrayElements(text) else { throw NotConvertible("has an array constant of several dimensions") }
    let kind = scope.kind(of: element)
    let items = try elements.map { (item) throws(NotConvertible) -> String in
      guard let item else { return "NULL" }
      switch kind {
      case .text, .integer, .uuid, .enumeration: return try literal(item, kind: kind, scope: scope).sql
      case .boolean: return "CAST('\(boolean(item) == true)' AS JSON)"
      case .date: return try literal(item, kind: .date, scope: scope).sql.replacing("DATE ", with: "")
      default: throw NotConvertible("has an array constant of a type that JSON lacks")
      }
    }
    return MySQLExpression(sql: "JSON_ARRAY(\(items.joined(separator: ", ")))", kind: .array, isNullable: false)
  }

  /// The elements of a one-dimensional array's text form, NULL as nil; nil for other texts ("Array Input and Output Syntax").
  static func arrayElements(_ text: String) -> [String?]? {
    guard text.hasPrefix("{"), text.hasSuffix("}"), text.utf8.count >= 2 else { return nil }
    let body = Array(text.unicodeScalars.dropFirst().dropLast())
    if body.allSatisfy({ $0 == " " }) { return [] }
    var (elements, current, isQuoted, wasQuoted, offset) = ([String?](), String.UnicodeScalarView(), false, false, 0)
    func element() -> String? { !wasQuoted && String(current).uppercased() == "NULL" ? nil : String(current) }
    while offset < body.count {
      let scalar = body[offset]
      offset += 1
      switch scalar {
      case "\\":
        guard offset < body.count else { return nil }
        current.append(body[offset])
        offset += 1
      case "\"":
        isQuoted.toggle()
        wasQuoted = true
      case "," where !isQuoted:
        elements.append(element())
        (current, wasQuoted) = (String.UnicodeScalarView(), false)
      case "{", "}": if isQuoted { current.append(scalar) } else { return nil }
      default: current.append(scalar)
      }
    }
    return isQuoted ? nil : elements + [element()]
  }

  private static func numeric(_ text: String, kind: ValueKind) throws(NotConvertible) -> MySQLExpression {
    var value = try number(text)
    guard kind == .decimal || value.kind == .integer else { throw NotConvertible("has the number \(text), which is no integer") }
    value.kind = kind
    return value
  }

  private static func float(_ text: String) throws(NotConvertible) -> MySQLExpression {
    guard let value = Double(text), value.isFinite, text.utf8.allSatisfy({ $0.isDigit || "+-.eE".utf8.contains($0) }) else {
      throw NotConvertible("has the float '\(text)', which MySQL does not hold")
    }
    let sql = text.utf8.contains(UInt8(ascii: "e")) || text.utf8.contains(UInt8(ascii: "E")) ? text : text + "e0"
    return MySQLExpression(sql: sql, kind: .float, isAtomic: !text.hasPrefix("-"), isLiteral: true, isNullable: false)
  }

  private static func boolean(_ text: String) -> Bool? {
    switch text.lowercased() {
    case "t", "true", "yes", "on", "1", "y": true
    case "f", "false", "no", "off", "0", "n": false
    default: nil
    }
  }

  private static func withoutTrailingSpaces(_ text: String) -> String {
    var text = text
    while text.hasSuffix(" ") { text.removeLast() }
    return text
  }

  private static func bytes(_ text: String) -> [UInt8]? {
    guard text.hasPrefix("\\x"), text.utf8.count % 2 == 0 else { return nil }
    let digits = text.utf8.dropFirst(2).map { Character(UnicodeScalar($0)).hexDigitValue }
    guard !digits.contains(nil) else { return nil }
    let values = digits.compactMap { $0 }
    return stride(from: 0, to: values.count, by: 2).map { UInt8(values[$0] * 16 + values[$0 + 1]) }
  }

  private static func isUUID(_ text: String) -> Bool {
    let groups = text.split(separator: "-", omittingEmptySubsequences: false)
    return groups.map(\.utf8.count) == [8, 4, 4, 4, 12] && groups.joined().utf8.allSatisfy { $0.isDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0) }
  }
}

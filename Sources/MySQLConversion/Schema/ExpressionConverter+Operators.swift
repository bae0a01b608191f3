import MySQLTarget

extension ExpressionConverter {
  func prefix(_ name: String, _ operand: CatalogExpression) throws(NotConvertible) -> MySQLExpression {
    let value = try convert(operand)
    guard name == "-" || name == "+", value.kind.isNumber else { throw NotConvertible("uses the operator \(name)") }
    return MySQLExpression(
      sql: name == "-" ? "-\(value.operand)" : value.sql, kind: value.kind, isAtomic: false, isLiteral: value.isLiteral, isNullable: value.isNullable)
  }

  func binary(_ name: String, _ left: CatalogExpression, _ right: CatalogExpression) throws(NotConvertible) -> MySQLExpression {
    switch name {
    case "=", "<>", "<", "<=", ">", ">=": return try comparison(name, left, right)
    case "+", "-", "*", "/", "%": return try arithmetic(name, left, right)
    case "||": return try concatenation(left, right)
    case "~~", "!~~", "~~*", "!~~*": return try like(name, left, right)
    case "~", "!~", "~*", "!~*": return try match(name, left, right)
    default: throw NotConvertible("uses the operator \(name)")
    }
  }

  // MARK: Comparisons

  func comparison(_ name: String, _ left: CatalogExpression, _ right: CatalogExpression) throws(NotConvertible) -> MySQLExpression {
    if let special = try jsonTypeComparison(name, left, right) { return special }
    let pair = try comparable(left, right)
    if name != "=", name != "<>" {
      switch pair.kind {
      case .text where !scope.sortsBytewise(left) || !scope.sortsBytewise(right):
        throw NotConvertible("compares the order of texts, which PostgreSQL sorts by a language's rules")
      case .enumeration: throw NotConvertible("compares the order of an enum's labels")
      case .uuid, .boolean: if pair.left.isLiteral && pair.right.isLiteral { throw NotConvertible("compares constants") }
      default: break
      }
    }
    return boolean(
      "\(pair.left.operand) \(name) \(pair.right.operand)", isNullable: pair.left.isNullable || pair.right.isNullable)
  }

  /// Both sides of a comparison, an untyped literal read as the other side's type.
  func comparable(
    _ left: CatalogExpression, _ right: CatalogExpression
  ) throws(NotConvertible) -> (left: MySQLExpression, right: MySQLExpression, kind: ValueKind) {
    var (a, b) = (try convert(left), try convert(right))
    if case .string(let text) = right, b.kind == .unknown { b = try SchemaLiteral.literal(text, kind: a.kind, scope: scope) }
    if case .string(let text) = left, a.kind == .unknown { a = try SchemaLiteral.literal(text, kind: b.kind, scope: scope) }
    if a.sql == "NULL" || b.sql == "NULL" { throw NotConvertible("compares with NULL") }
    return (a, b, try comparedKind(a, b))
  }

  private func comparedKind(_ a: MySQLExpression, _ b: MySQLExpression) throws(NotConvertible) -> ValueKind {
    if a.kind.isNumber, b.kind.isNumber {
      guard (a.kind == .float) == (b.kind == .float) || a.isLiteral || b.isLiteral else { throw NotConvertible("compares a float with an exact number") }
      return a.kind
    }
    // A char(n) column and a literal without trailing spaces: MySQL has stripped the column's padding.
    if Set([a.kind, b.kind]).isSubset(of: [.paddedText, .text]), a.kind == .paddedText || b.kind == .paddedText {
      let other = a.kind == .paddedText ? b : a
      if other.kind == .paddedText && !other.isLiteral { return .text }
      guard other.isLiteral, !other.sql.hasSuffix(" '") else { throw NotConvertible("compares char(n) with text of unknown trailing spaces") }
      return .text
    }
    if Set([a.kind, b.kind]) == [.date, .timestamp] { return .timestamp }
    guard a.kind == b.kind, a.kind.isComparable else { throw NotConvertible("compares values of types whose comparison differs on MySQL") }
    return a.kind
  }

  /// `jsonb_typeof(x) = 'object'` and `'array'`, the two names that both servers give to the same values.
  private func jsonTypeComparison(
    _ name: String, _ left: CatalogExpression, _ right: CatalogExpression
  ) throws(NotConvertible) -> MySQLExpression? {
    guard case .call(let function, let arguments) = left, ["jsonb_typeof", "json_typeof"].contains(function.name), arguments.count == 1 else { return nil }
    guard name == "=" || name == "<>", let text = constantText(right) else { throw NotConvertible("compares the type of a JSON value") }
    let names = ["object": "OBJECT", "array": "ARRAY", "string": "STRING", "boolean": "BOOLEAN", "null": "NULL"]
    let value = try convert(arguments[0])
    guard value.kind == .json, let type = names[text] else { throw NotConvertible("compares the type of a JSON value with '\(text)'") }
    // JSON_TYPE's own collation, utf8mb4_bin, does not mix with that of a literal (error 1267).
    return boolean("JSON_TYPE(\(value.sql)) \(name) '\(type)' COLLATE \(AssumedSession.collation)", isNullable: value.isNullable)
  }

  /// The text of a string constant, through casts to text types.
  func constantText(_ expression: CatalogExpression) -> String? {
    switch expression {
    case .string(let text): text
    case .cast(let operand, let type) where !type.isArray && ["text", "varchar"].contains(type.name) && type.modifiers.isEmpty: constantText(operand)
    default: nil
    }
  }

  // MARK: Lists

  func membership(_ value: CatalogExpression, _ items: [CatalogExpression], negated: Bool) throws(NotConvertible) -> MySQLExpression {
    guard !items.isEmpty else { throw NotConvertible("compares with an empty list") }
    var list: [String] = []
    var operand: MySQLExpression?
    for item in items {
      let pair = try comparable(value, item)
      operand = pair.left
      list.append(pair.right.sql)
    }
    guard let operand else { throw NotConvertible("compares with an empty list") }
    return boolean("\(operand.operand) \(negated ? "NOT IN" : "IN") (\(list.joined(separator: ", ")))", isNullable: operand.isNullable)
  }

  func quantified(
    _ value: CatalogExpression, _ name: String, _ right: CatalogExpression, isAll: Bool
  ) throws(NotConvertible) -> MySQLExpression {
    let items = try elements(of: right)
    if name == "=", !isAll { return try membership(value, items, negated: false) }
    if name == "<>", isAll { return try membership(value, items, negated: true) }
    if items.count == 1 { return try binary(name, value, items[0]) }
    let comparisons = try items.map { (item) throws(NotConvertible) in try binary(name, value, item).operand }
    guard !comparisons.isEmpty else { throw NotConvertible("compares with an empty array") }
    return boolean(comparisons.joined(separator: isAll ? " AND " : " OR "))
  }

  /// The elements of a constant array: `ARRAY[…]`, `'{…}'::type[]`, through casts of the whole array.
  private func elements(of expression: CatalogExpression) throws(NotConvertible) -> [CatalogExpression] {
    switch expression {
    case .array(let items): return items
    case .cast(.string(let text), let type) where type.isArray:
      var element = type
      element.isArray = false
      guard let items = SchemaLiteral.arrayElements(text) else { throw NotConvertible("has an array literal that is not understood") }
      return items.map { item in item.map { .cast(.string($0), element) } ?? .null }
    case .cast(let operand, let type) where type.isArray && type.modifiers.isEmpty:
      var element = type
      element.isArray = false
      return try elements(of: operand).map { .cast($0, element) }
    default: throw NotConvertible("compares with an array that is no constant")
    }
  }

  // MARK: Arithmetic and text

  private func arithmetic(_ name: String, _ left: CatalogExpression, _ right: CatalogExpression) throws(NotConvertible) -> MySQLExpression {
    let a = try convert(left)
    if case .cast(.string(let text), let type) = right, type.name == "interval", !type.isArray { return try shifted(a, name, text) }
    let b = try convert(right)
    let isNullable = a.isNullable || b.isNullable
    if name == "-", a.kind == .date, b.kind == .date {
      return MySQLExpression(sql: "DATEDIFF(\(a.sql), \(b.sql))", kind: .integer, isNullable: isNullable)
    }
    if name == "+" || name == "-", a.kind == .date, b.kind == .integer {
      return MySQLExpression(sql: "\(a.operand) \(name) INTERVAL \(b.operand) DAY", kind: .date, isAtomic: false, isNullable: isNullable)
    }
    guard a.kind.isNumber, b.kind.isNumber else { throw NotConvertible("uses \(name) on values that are no numbers") }
    let kind: ValueKind = a.kind == .float || b.kind == .float ? .float : a.kind == .decimal || b.kind == .decimal ? .decimal : .integer
    switch name {
    case "/":
      guard kind == .integer else { throw NotConvertible("divides numbers whose quotient MySQL rounds otherwise") }
      return MySQLExpression(sql: "\(a.operand) DIV \(b.operand)", kind: .integer, isAtomic: false)
    case "%":
      guard kind != .float else { throw NotConvertible("takes the remainder of floats") }
      return MySQLExpression(sql: "\(a.operand) % \(b.operand)", kind: kind, isAtomic: false)
    default: return MySQLExpression(sql: "\(a.operand) \(name) \(b.operand)", kind: kind, isAtomic: false, isNullable: isNullable)
    }
  }

  private func shifted(_ value: MySQLExpression, _ sign: String, _ text: String) throws(NotConvertible) -> MySQLExpression {
    guard sign == "+" || sign == "-", [.date, .timestamp, .timestampWithZone].contains(value.kind) else {
      throw NotConvertible("calculates with an interval")
    }
    guard let parts = SchemaLiteral.intervalParts(text) else { throw NotConvertible("has the interval '\(text)', which is not understood") }
    let sql = parts.reduce(value.operand) { "\($0) \(sign) INTERVAL \($1.amount) \($1.unit)" }
    // date + interval is a timestamp in PostgreSQL; MySQL would keep a date.
    let base = value.kind == .date ? "CAST(\(value.sql) AS DATETIME(6))" + sql.dropFirst(value.operand.count) : sql
    return MySQLExpression(
      sql: base, kind: value.kind == .date ? .timestamp : value.kind, isAtomic: false, isNullable: value.isNullable)
  }

  private func concatenation(_ left: CatalogExpression, _ right: CatalogExpression) throws(NotConvertible) -> MySQLExpression {
    var operands: [CatalogExpression] = [right]
    var first = left
    while case .binary("||", let a, let b) = first {
      operands.append(b)
      first = a
    }
    let values = try ([first] + operands.reversed()).map { (item) throws(NotConvertible) in try convert(item) }
    guard values.allSatisfy({ $0.kind == .text || ($0.kind == .unknown && $0.isLiteral) || $0.kind == .integer || $0.kind == .uuid }),
      values.contains(where: { $0.kind == .text || $0.kind == .unknown })
    else { throw NotConvertible("joins values with || that are not all text") }
    let lengths = values.map { $0.kind == .integer ? 20 : $0.kind == .uuid ? 36 : $0.maximumLength }
    return MySQLExpression(
      sql: "CONCAT(\(values.map(\.sql).joined(separator: ", ")))", kind: .text, isNullable: values.contains(where: \.isNullable),
      maximumLength: lengths.contains(nil) ? nil : lengths.compactMap { $0 }.reduce(0, +))
  }

  private func like(_ name: String, _ left: CatalogExpression, _ right: CatalogExpression) throws(NotConvertible) -> MySQLExpression {
    let value = try text(left), pattern = try text(right)
    let word = name.hasPrefix("!") ? "NOT LIKE" : "LIKE"
    if name.hasSuffix("*") {
      guard scope.foldsAllLetters(left) else { throw NotConvertible("uses ILIKE, which here ignores the case of other letters than on MySQL") }
      guard pattern.isLiteral, pattern.sql.utf8.allSatisfy({ $0 < 0x80 }) else { throw NotConvertible("uses ILIKE with a pattern that is not plain ASCII") }
      return boolean("LOWER(\(value.sql)) \(word) \(pattern.sql.lowercased())", isNullable: value.isNullable)
    }
    return boolean("\(value.operand) \(word) \(pattern.operand)", isNullable: value.isNullable || pattern.isNullable)
  }

  private func match(_ name: String, _ left: CatalogExpression, _ right: CatalogExpression) throws(NotConvertible) -> MySQLExpression {
    let value = try convert(left)
    guard value.kind == .text || value.kind == .paddedText, let pattern = constantText(right) else {
      throw NotConvertible("matches a regular expression that is no constant")
    }
    let found = try ConstantPattern(pattern, PatternOptions(ignoresCase: name.hasSuffix("*")), matchesOnly: true)
    guard scope.foldsAllLetters(left) || (!found.namesLetters && found.text.utf8.allSatisfy({ $0 < 0x80 })) else {
      throw NotConvertible("matches a regular expression whose letters this database counts otherwise than MySQL")
    }
    // char(n) is matched with its padding, which MySQL has stripped.
    guard value.kind == .text || value.maximumLength != nil else { throw NotConvertible("matches char(n) of unknown length") }
    let subject = value.kind == .paddedText ? "RPAD(\(value.sql), \(value.maximumLength ?? 0), ' ')" : value.sql
    let call = "REGEXP_LIKE(\(subject), \(MySQLLiteral.string(found.text)), 'cn')"
    return boolean(name.hasPrefix("!") ? "NOT \(call)" : call, isNullable: value.isNullable)
  }

  /// An operand that must be text.
  func text(_ expression: CatalogExpression) throws(NotConvertible) -> MySQLExpression {
    let value = try convert(expression)
    guard value.kind == .text || value.kind == .unknown else { throw NotConvertible("uses a text function on a value that is no text") }
    return value
  }
}

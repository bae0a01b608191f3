import MySQLTarget

extension ExpressionConverter {
  func cast(_ operand: CatalogExpression, _ type: CatalogTypeName) throws(NotConvertible) -> MySQLExpression {
    if type.isArray { return try arrayCast(operand, type) }
    let kind = scope.kind(of: type)
    switch operand {
    case .string(let text): return try SchemaLiteral.literal(text, kind: kind, modifiers: type.modifiers, scope: scope)
    case .number(let text) where kind == .text || kind == .paddedText:
      return try SchemaLiteral.literal(text, kind: kind, modifiers: type.modifiers, scope: scope)
    case .null: return MySQLExpression(sql: "NULL", kind: kind, isLiteral: true)
    default: break
    }
    var value = try convert(operand)
    if value.kind == .unknown { throw NotConvertible("casts a value of unknown type") }
    if value.kind == kind, type.modifiers.isEmpty { return value }
    if let sql = castText(value, kind, type.modifiers) {
      (value.isAtomic, value.isLiteral) = (sql == value.sql ? value.isAtomic : true, sql == value.sql && value.isLiteral)
      if kind == .text { value.maximumLength = length(of: value, type.modifiers) }
      (value.sql, value.kind) = (sql, kind)
      return value
    }
    throw NotConvertible("casts to \(type.name), which MySQL does otherwise")
  }

  private func arrayCast(_ operand: CatalogExpression, _ type: CatalogTypeName) throws(NotConvertible) -> MySQLExpression {
    var element = type
    element.isArray = false
    switch operand {
    case .string(let text): return try SchemaLiteral.array(text, element: element, scope: scope)
    case .array(let items): return try convert(.array(items.map { .cast($0, element) }))
    case .null: return MySQLExpression(sql: "NULL", kind: .array, isLiteral: true)
    case .cast(let inner, let other) where other.isArray: return try arrayCast(inner, type)
    default: throw NotConvertible("casts an array")
    }
  }

  /// The text of a cast between two kinds, equal to `value.sql` where MySQL needs none; nil where the values differ.
  private func castText(_ value: MySQLExpression, _ kind: ValueKind, _ modifiers: [Int]) -> String? {
    switch (value.kind, kind) {
    case (.text, .text), (.paddedText, .text), (.enumeration, .text), (.uuid, .text):
      guard let length = modifiers.first else { return value.sql }
      if let known = value.maximumLength, known <= length { return value.sql }
      return "LEFT(\(value.sql), \(length))"
    case (.integer, .text) where modifiers.isEmpty: return "CAST(\(value.sql) AS CHAR)"
    case (.boolean, .text) where modifiers.isEmpty: return "CASE WHEN \(value.sql) THEN 'true' WHEN NOT \(value.operand) THEN 'false' END"
    case (.boolean, .integer): return value.sql
    case (.integer, .boolean): return "(\(value.operand) <> 0)"
    case (.integer, .integer): return value.sql
    case (.integer, .decimal), (.decimal, .decimal):
      guard let precision = modifiers.first else { return value.sql }
      let scale = modifiers.count > 1 ? modifiers[1] : 0
      guard (1...65).contains(precision), (0...30).contains(scale) else { return nil }
      return "CAST(\(value.sql) AS DECIMAL(\(precision),\(scale)))"
    case (.decimal, .integer): return "CAST(\(value.sql) AS SIGNED)"
    case (.integer, .float), (.decimal, .float): return value.isLiteral ? "\(value.sql)e0" : "CAST(\(value.sql) AS DOUBLE)"
    case (.date, .timestamp) where modifiers.isEmpty: return "CAST(\(value.sql) AS DATETIME(6))"
    case (.timestamp, .date): return "CAST(\(value.sql) AS DATE)"
    case (.timestamp, .time) where modifiers.isEmpty: return "CAST(\(value.sql) AS TIME(6))"
    // These depend on the session's time zone, which is UTC on the target: good enough for the moment at which a row is made.
    case (.timestampWithZone, .date) where scope.allowsVolatile: return "CAST(\(value.sql) AS DATE)"
    case (.timestampWithZone, .timestamp) where scope.allowsVolatile && modifiers.isEmpty: return value.sql
    default: return nil
    }
  }

  private func length(of value: MySQLExpression, _ modifiers: [Int]) -> Int? {
    let known = value.kind == .integer ? 20 : value.kind == .uuid ? 36 : value.kind == .boolean ? 5 : value.maximumLength
    guard let limit = modifiers.first else { return known }
    return min(limit, known ?? limit)
  }
}

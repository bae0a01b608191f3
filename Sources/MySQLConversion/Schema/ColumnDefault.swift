import MySQLTarget
import PostgresCatalog

/// Writes a column's DEFAULT.
struct ColumnDefault {
  let scope: ExpressionScope
  let column: TablePlan.ColumnPlan

  /// The text after `DEFAULT`, or nil for none at all.
  ///
  /// - Throws: `NotConvertible` where the value would differ.
  func clause(_ text: String) throws(NotConvertible) -> String? {
    var scope = scope
    scope.allowsVolatile = true
    let expression = try CatalogExpressionParser.parse(text)
    if expression.columns.isEmpty == false { throw NotConvertible("reads a column") }
    if case .null = expression { return nil }
    if let constant = try constant(expression, scope) { return written(constant) }
    let value = try ExpressionConverter(scope: scope).convert(expression)
    return try coerced(value)
  }

  /// A literal, read as the column's own type whatever it was cast to on the way.
  private func constant(_ expression: CatalogExpression, _ scope: ExpressionScope) throws(NotConvertible) -> MySQLExpression? {
    let kind = scope.columns[column.column.name]?.kind ?? .unknown
    switch expression {
    case .string(let text), .cast(.string(let text), _):
      if case .cast(_, let type) = expression, !isReadable(scope.kind(of: type), as: kind) { return nil }
      if kind == .array { return try arrayConstant(text, scope) }
      return try SchemaLiteral.literal(text, kind: kind, scope: scope)
    case .number(let text), .cast(.number(let text), _):
      guard kind.isNumber || kind == .text else { return nil }
      return try SchemaLiteral.literal(text, kind: kind, scope: scope)
    case .prefix("-", .number(let text)): return kind.isNumber ? try SchemaLiteral.literal("-" + text, kind: kind, scope: scope) : nil
    default: return nil
    }
  }

  /// Whether a constant of one type is, as text, the same constant of the other.
  private func isReadable(_ from: ValueKind, as to: ValueKind) -> Bool {
    if from == to || from == .text || from == .unknown { return true }
    if from.isNumber, to.isNumber { return true }
    return Set([from, to]) == [.text, .paddedText]
  }

  private func arrayConstant(_ text: String, _ scope: ExpressionScope) throws(NotConvertible) -> MySQLExpression {
    let base = scope.catalog.baseType(of: column.column.type)
    guard let element = scope.catalog.elementType(ofArray: base), let type = scope.catalog.type(element) else { throw NotConvertible("has an array of an unknown type") }
    return try SchemaLiteral.array(text, element: CatalogTypeName(schema: type.schema, name: type.name), scope: scope)
  }

  /// MySQL refuses temporal literals with a type word here, and literals without parentheses for some types.
  private func written(_ value: MySQLExpression) -> String {
    var sql = value.sql
    for word in ["DATE ", "TIME ", "TIMESTAMP "] where value.isLiteral && sql.hasPrefix(word + "'") { sql = String(sql.dropFirst(word.count)) }
    return value.isLiteral && column.storage.allowsLiteralDefault ? sql : "(\(sql))"
  }

  /// An expression's value as PostgreSQL assigns it to the column.
  private func coerced(_ value: MySQLExpression) throws(NotConvertible) -> String {
    let kind = scope.columns[column.column.name]?.kind ?? .unknown
    switch (value.kind, column.storage.shape) {
    case (.timestampWithZone, .dateTime), (.timestamp, .dateTime):
      // The precision must be the column's, else error 1067.
      let precision = column.storage.name.count > 9 ? "(\(column.storage.name.dropFirst(9).dropLast()))" : ""
      return value.sql == "CURRENT_TIMESTAMP(6)" ? "CURRENT_TIMESTAMP\(precision)" : "(\(value.sql))"
    case (.timestampWithZone, .date), (.timestamp, .date): return value.sql == "CURRENT_TIMESTAMP(6)" ? "(CURRENT_DATE)" : "(CAST(\(value.sql) AS DATE))"
    case (.timestampWithZone, .time), (.timestamp, .time): return "(CAST(\(value.sql) AS TIME(6)))"
    case (.date, .dateTime): return "(CAST(\(value.sql) AS DATETIME(6)))"
    default: break
    }
    let isAssignable = value.kind == kind || (value.kind.isNumber && kind.isNumber) || (value.kind == .uuid && kind == .text)
    guard isAssignable else { throw NotConvertible("is of a type that MySQL assigns otherwise") }
    return value.isLiteral ? written(value) : "(\(value.sql))"
  }
}

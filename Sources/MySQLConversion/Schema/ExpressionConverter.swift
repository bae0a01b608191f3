import MySQLTarget

/// Rewrites expressions of the catalog into MySQL, or declines them.
///
/// Only forms whose value is the same on both servers for every row are taken; a check that cannot be written so is reported, never
/// approximated.
struct ExpressionConverter {
  let scope: ExpressionScope

  /// - Throws: `NotConvertible` with the first part that has no certain equal.
  static func convert(_ text: String, in scope: ExpressionScope) throws(NotConvertible) -> MySQLExpression {
    try ExpressionConverter(scope: scope).convert(try CatalogExpressionParser.parse(text))
  }

  func convert(_ expression: CatalogExpression) throws(NotConvertible) -> MySQLExpression {
    switch expression {
    case .column(let name):
      let entry = try scope.entry(name)
      return MySQLExpression(sql: entry.sql, kind: entry.kind, isNullable: entry.isNullable, maximumLength: entry.maximumLength)
    case .string(let text): return SchemaLiteral.text(text, kind: .unknown)
    case .number(let text): return try SchemaLiteral.number(text)
    case .boolean(let value): return MySQLExpression(sql: value ? "TRUE" : "FALSE", kind: .boolean, isLiteral: true, isNullable: false)
    case .null: return MySQLExpression(sql: "NULL", kind: .unknown, isLiteral: true)
    case .cast(let operand, let type): return try cast(operand, type)
    case .prefix(let name, let operand): return try prefix(name, operand)
    case .binary(let name, let left, let right): return try binary(name, left, right)
    case .and(let list): return try connective(list, "AND")
    case .or(let list): return try connective(list, "OR")
    case .not(let operand):
      let condition = try self.condition(operand)
      return boolean("NOT \(condition.operand)", isNullable: condition.isNullable)
    case .isNull(let operand, let negated):
      return boolean("\(try convert(operand).operand) IS \(negated ? "NOT " : "")NULL", isNullable: false)
    case .isTruth(let operand, let word, let negated):
      return boolean("\(try condition(operand).operand) IS \(negated ? "NOT " : "")\(word)", isNullable: false)
    case .isDistinct(let left, let right, let negated):
      let pair = try comparable(left, right)
      let equality = "\(pair.left.operand) <=> \(pair.right.operand)"
      return boolean(negated ? equality : "NOT (\(equality))", isNullable: false)
    case .between(let value, let low, let high, let negated):
      let lower = try comparison(">=", value, low), upper = try comparison("<=", value, high)
      let both = "\(lower.sql) AND \(upper.sql)"
      return boolean(negated ? "NOT (\(both))" : both, isNullable: lower.isNullable || upper.isNullable)
    case .inList(let value, let items, let negated): return try membership(value, items, negated: negated)
    case .quantified(let value, let name, let right, let isAll): return try quantified(value, name, right, isAll: isAll)
    case .array(let items): return try array(items)
    case .call(let name, let arguments): return try call(name, arguments)
    case .valueFunction(let name, let precision): return try valueFunction(name, precision)
    case .caseWhen(let operand, let branches, let last): return try caseWhen(operand, branches, last)
    case .extract(let field, let operand): return try extract(field, operand)
    case .trim(let side, let characters, let text): return try trim(side, characters, text)
    case .atTimeZone(let operand, let zone): return try atTimeZone(operand, zone)
    case .collate: throw NotConvertible("names a collation")
    }
  }

  func boolean(_ sql: String, isNullable: Bool = true) -> MySQLExpression {
    MySQLExpression(sql: sql, kind: .boolean, isAtomic: false, isNullable: isNullable)
  }

  /// An operand of AND, OR, NOT or WHEN.
  func condition(_ expression: CatalogExpression) throws(NotConvertible) -> MySQLExpression {
    let converted = try convert(expression)
    guard converted.kind == .boolean || converted.kind == .unknown else { throw NotConvertible("has a condition that is not boolean") }
    return converted
  }

  private func connective(_ list: [CatalogExpression], _ word: String) throws(NotConvertible) -> MySQLExpression {
    let operands = try list.map { (item) throws(NotConvertible) in try condition(item) }
    return boolean(operands.map(\.operand).joined(separator: " \(word) "), isNullable: operands.contains(where: \.isNullable))
  }

  private func array(_ items: [CatalogExpression]) throws(NotConvertible) -> MySQLExpression {
    let converted = try items.map { (item) throws(NotConvertible) in
      let value = try convert(item)
      guard [.integer, .text, .boolean, .unknown].contains(value.kind) else { throw NotConvertible("has an array of a type that JSON lacks") }
      return value.kind == .boolean ? "CAST(IF(\(value.sql), 'true', 'false') AS JSON)" : value.sql
    }
    return MySQLExpression(sql: "JSON_ARRAY(\(converted.joined(separator: ", ")))", kind: .array, isNullable: false)
  }

  private func caseWhen(
    _ operand: CatalogExpression?, _ branches: [CatalogExpression.Branch], _ last: CatalogExpression?
  ) throws(NotConvertible) -> MySQLExpression {
    var sql = "CASE"
    var results: [MySQLExpression] = []
    for branch in branches {
      // A simple CASE is written as a searched one, so that its comparisons pass the same rules.
      let condition = if let operand { try comparison("=", operand, branch.condition) } else { try condition(branch.condition) }
      let result = try convert(branch.result)
      sql += " WHEN \(condition.sql) THEN \(result.sql)"
      results.append(result)
    }
    if let last {
      results.append(try convert(last))
      sql += " ELSE \(results[results.count - 1].sql)"
    }
    let kind = try commonKind(results)
    return MySQLExpression(
      sql: sql + " END", kind: kind, isNullable: last == nil || results.contains(where: \.isNullable), maximumLength: longest(results))
  }

  /// The one kind of several values of which some may be untyped; numbers may mix.
  func commonKind(_ values: [MySQLExpression]) throws(NotConvertible) -> ValueKind {
    let kinds = Set(values.map(\.kind)).subtracting([.unknown])
    if kinds.count <= 1 { return kinds.first ?? .text }
    if kinds == [.integer, .decimal] { return .decimal }
    throw NotConvertible("mixes values of different types")
  }

  func longest(_ values: [MySQLExpression]) -> Int? {
    var length = 0
    for value in values where value.sql != "NULL" {
      guard let maximum = value.maximumLength else { return nil }
      length = max(length, maximum)
    }
    return length
  }
}

import MySQLTarget

extension ExpressionConverter {
  /// Functions with the same value under another name, or the same; the arguments' kinds guard that PostgreSQL's own is meant.
  private struct Rename {
    var mysql: String
    var arguments: Set<ValueKind>
    var count: ClosedRange<Int>
    var result: ValueKind?
    /// Whether the text is no longer than its first argument.
    var keepsLength = false
  }

  private static let renames: [String: Rename] = [
    "abs": Rename(mysql: "ABS", arguments: [.integer, .decimal, .float], count: 1...1),
    "ceil": Rename(mysql: "CEILING", arguments: [.integer, .decimal], count: 1...1),
    "ceiling": Rename(mysql: "CEILING", arguments: [.integer, .decimal], count: 1...1),
    "char_length": Rename(mysql: "CHAR_LENGTH", arguments: [.text], count: 1...1, result: .integer),
    "character_length": Rename(mysql: "CHAR_LENGTH", arguments: [.text], count: 1...1, result: .integer),
    "floor": Rename(mysql: "FLOOR", arguments: [.integer, .decimal], count: 1...1),
    "lower": Rename(mysql: "LOWER", arguments: [.text], count: 1...1, keepsLength: true),
    "mod": Rename(mysql: "MOD", arguments: [.integer, .decimal], count: 2...2),
    "octet_length": Rename(mysql: "LENGTH", arguments: [.text, .bytes], count: 1...1, result: .integer),
    "replace": Rename(mysql: "REPLACE", arguments: [.text], count: 3...3),
    "reverse": Rename(mysql: "REVERSE", arguments: [.text], count: 1...1, keepsLength: true),
    "round": Rename(mysql: "ROUND", arguments: [.integer, .decimal], count: 1...2),
    "sign": Rename(mysql: "SIGN", arguments: [.integer, .decimal], count: 1...1),
    "upper": Rename(mysql: "UPPER", arguments: [.text], count: 1...1, keepsLength: true),
  ]

  func call(_ name: CatalogFunctionName, _ arguments: [CatalogExpression]) throws(NotConvertible) -> MySQLExpression {
    if scope.allowsVolatile, let volatile = volatileCall(name, arguments) { return volatile }
    guard name.schema == nil || name.schema == "pg_catalog" else { throw NotConvertible("calls the function \(name.schema ?? "").\(name.name)") }
    if let rename = Self.renames[name.name], rename.count.contains(arguments.count) { return try renamed(rename, name, arguments) }
    switch (name.name, arguments.count) {
    case ("length", 1): return try length(arguments[0])
    case ("btrim", 1): return try trim("both", nil, arguments[0])
    case ("ltrim", 1): return try trim("leading", nil, arguments[0])
    case ("rtrim", 1): return try trim("trailing", nil, arguments[0])
    case ("coalesce", 1...):
      let values = try converted(arguments)
      return MySQLExpression(
        sql: "COALESCE(\(list(values)))", kind: try commonKind(values), isNullable: values.allSatisfy(\.isNullable), maximumLength: longest(values))
    case ("nullif", 2):
      let pair = try comparable(arguments[0], arguments[1])
      return MySQLExpression(
        sql: "NULLIF(\(pair.left.sql), \(pair.right.sql))", kind: pair.left.kind, maximumLength: pair.left.maximumLength)
    case ("greatest", 1...), ("least", 1...): return try extreme(name.name, arguments)
    case ("concat", 1...): return try concat(arguments)
    case ("strpos", 2), ("position", 2):
      let text = try self.text(arguments[0]), needle = try self.text(arguments[1])
      return MySQLExpression(
        sql: "LOCATE(\(needle.sql), \(text.sql))", kind: .integer, isNullable: text.isNullable || needle.isNullable)
    case ("starts_with", 2):
      let text = try self.text(arguments[0]), start = try self.text(arguments[1])
      return boolean("LEFT(\(text.sql), CHAR_LENGTH(\(start.sql))) = \(start.operand)", isNullable: text.isNullable || start.isNullable)
    case ("substring", 2...3), ("substr", 2...3), ("left", 2), ("right", 2): return try substring(name.name, arguments)
    case ("cardinality", 1): return try cardinality(arguments[0])
    case ("num_nulls", 1...), ("num_nonnulls", 1...):
      let test = name.name == "num_nulls" ? "IS NULL" : "IS NOT NULL"
      let terms = try converted(arguments).map { "(\($0.operand) \(test))" }
      return MySQLExpression(sql: terms.joined(separator: " + "), kind: .integer, isAtomic: terms.count == 1, isNullable: false)
    case ("date_part", 2):
      guard let field = constantText(arguments[0]) else { throw NotConvertible("calls date_part with a field that is no constant") }
      return try extract(field.lowercased(), arguments[1])
    case ("timezone", 2): return try atTimeZone(arguments[1], arguments[0])
    default: throw NotConvertible("calls the function \(name.name)")
    }
  }

  private func renamed(_ rename: Rename, _ name: CatalogFunctionName, _ arguments: [CatalogExpression]) throws(NotConvertible) -> MySQLExpression {
    if name.name == "lower" || name.name == "upper", !scope.allowsInexactFolding, !arguments.allSatisfy(scope.foldsAllLetters) {
      throw NotConvertible("calls \(name.name), which here changes other letters than on MySQL")
    }
    let values = try converted(arguments)
    guard values.allSatisfy({ rename.arguments.contains($0.kind) || ($0.kind == .unknown && $0.isLiteral) }), let first = values.first else {
      throw NotConvertible("calls \(name.name) on a value whose \(name.name) differs on MySQL")
    }
    var kind = rename.result
    if kind == nil { kind = try commonKind(values) }
    return MySQLExpression(
      sql: "\(rename.mysql)(\(list(values)))", kind: kind ?? .unknown, isNullable: values.contains(where: \.isNullable),
      maximumLength: rename.keepsLength ? first.maximumLength : nil)
  }

  private func converted(_ arguments: [CatalogExpression]) throws(NotConvertible) -> [MySQLExpression] {
    try arguments.map { (argument) throws(NotConvertible) in try convert(argument) }
  }

  private func list(_ values: [MySQLExpression]) -> String { values.map(\.sql).joined(separator: ", ") }

  private func length(_ argument: CatalogExpression) throws(NotConvertible) -> MySQLExpression {
    let value = try convert(argument)
    guard value.kind == .text || value.kind == .bytes else { throw NotConvertible("takes the length of a value that is no text") }
    let function = value.kind == .bytes ? "LENGTH" : "CHAR_LENGTH"
    return MySQLExpression(sql: "\(function)(\(value.sql))", kind: .integer, isNullable: value.isNullable)
  }

  private func cardinality(_ argument: CatalogExpression) throws(NotConvertible) -> MySQLExpression {
    let value = try convert(argument)
    guard value.kind == .array else { throw NotConvertible("takes the cardinality of no array") }
    return MySQLExpression(sql: "JSON_LENGTH(\(value.sql))", kind: .integer, isNullable: value.isNullable)
  }

  /// GREATEST and LEAST skip NULL in PostgreSQL and give NULL in MySQL.
  private func extreme(_ name: String, _ arguments: [CatalogExpression]) throws(NotConvertible) -> MySQLExpression {
    let values = try converted(arguments)
    let kind = try commonKind(values)
    guard kind.isNumber || [.date, .timestamp].contains(kind) else { throw NotConvertible("calls \(name) on values whose order differs") }
    let sql = "\(name.uppercased())(\(list(values)))"
    if values.allSatisfy({ !$0.isNullable }) { return MySQLExpression(sql: sql, kind: kind, isNullable: false) }
    guard values.count == 2, !scope.allowsVolatile else { throw NotConvertible("calls \(name) with arguments that can be NULL") }
    return MySQLExpression(sql: "COALESCE(\(sql), \(list(values)))", kind: kind, isNullable: values.allSatisfy(\.isNullable))
  }

  /// PostgreSQL's concat() takes NULL as empty, MySQL's gives NULL.
  private func concat(_ arguments: [CatalogExpression]) throws(NotConvertible) -> MySQLExpression {
    let values = try converted(arguments)
    guard values.allSatisfy({ [.text, .integer, .unknown].contains($0.kind) }) else { throw NotConvertible("calls concat on values that are no text") }
    let parts = values.map { $0.isNullable ? "COALESCE(\($0.sql), '')" : $0.sql }
    return MySQLExpression(sql: "CONCAT(\(parts.joined(separator: ", ")))", kind: .text, isNullable: false)
  }

  /// Only constant starts and counts of at least 1 and 0: MySQL counts others from the end.
  private func substring(_ name: String, _ arguments: [CatalogExpression]) throws(NotConvertible) -> MySQLExpression {
    let value = try text(arguments[0])
    var numbers: [Int] = []
    for argument in arguments.dropFirst() {
      guard case .number(let text) = argument, let number = Int(text) else { throw NotConvertible("calls \(name) with a position that is no constant") }
      numbers.append(number)
    }
    let startsWithin = name == "left" || name == "right" || (numbers.first ?? 0) >= 1
    guard startsWithin, numbers.allSatisfy({ $0 >= 0 }) else { throw NotConvertible("calls \(name) with a position before the text") }
    let function = name == "left" || name == "right" ? name.uppercased() : "SUBSTRING"
    return MySQLExpression(
      sql: "\(function)(\(([value.sql] + numbers.map(String.init)).joined(separator: ", ")))", kind: .text, isNullable: value.isNullable,
      maximumLength: value.maximumLength)
  }

  func trim(_ side: String, _ characters: CatalogExpression?, _ text: CatalogExpression) throws(NotConvertible) -> MySQLExpression {
    let value = try self.text(text)
    var removed = " "
    if let characters {
      // PostgreSQL removes any of the characters, MySQL whole copies of the text: the same for one character.
      guard let constant = constantText(characters), constant.unicodeScalars.count == 1 else { throw NotConvertible("trims several characters") }
      removed = constant
    }
    let words = removed == " " && side == "both" ? "" : "\(side.uppercased()) \(MySQLLiteral.string(removed)) FROM "
    return MySQLExpression(sql: "TRIM(\(words)\(value.sql))", kind: .text, isNullable: value.isNullable, maximumLength: value.maximumLength)
  }

  func extract(_ field: String, _ operand: CatalogExpression) throws(NotConvertible) -> MySQLExpression {
    let value = try convert(operand)
    let isDay = ["year", "month", "day", "quarter"].contains(field), isTime = ["hour", "minute"].contains(field)
    guard (isDay && [.date, .timestamp].contains(value.kind)) || (isTime && [.time, .timestamp].contains(value.kind)) else {
      throw NotConvertible("extracts the field \(field)")
    }
    return MySQLExpression(sql: "EXTRACT(\(field.uppercased()) FROM \(value.sql))", kind: .integer, isNullable: value.isNullable)
  }

  // MARK: Functions for defaults

  func valueFunction(_ name: String, _ precision: Int?) throws(NotConvertible) -> MySQLExpression {
    guard scope.allowsVolatile else { throw NotConvertible("uses \(name.uppercased()), which changes") }
    let digits = max(0, min(precision ?? 6, 6))
    return switch name {
    case "current_date": MySQLExpression(sql: "CURRENT_DATE", kind: .date, isNullable: false)
    case "current_timestamp": MySQLExpression(sql: "CURRENT_TIMESTAMP(\(digits))", kind: .timestampWithZone, isNullable: false)
    case "localtimestamp": MySQLExpression(sql: "CURRENT_TIMESTAMP(\(digits))", kind: .timestamp, isNullable: false)
    case "localtime": MySQLExpression(sql: "CURRENT_TIME(\(digits))", kind: .time, isNullable: false)
    case "current_user", "user", "current_role", "session_user":
      MySQLExpression(sql: "SUBSTRING_INDEX(CURRENT_USER(), '@', 1)", kind: .text, isNullable: false)
    default: throw NotConvertible("uses \(name.uppercased())")
    }
  }

  /// A version 4 UUID in PostgreSQL's form; MySQL's own UUID() is of version 1: it counts up and tells the machine.
  static let randomUUID = """
    LOWER(CONCAT(HEX(RANDOM_BYTES(4)), '-', HEX(RANDOM_BYTES(2)), '-4', SUBSTR(HEX(RANDOM_BYTES(2)), 2), '-', \
    HEX((ASCII(RANDOM_BYTES(1)) & 63) | 128), HEX(RANDOM_BYTES(1)), '-', HEX(RANDOM_BYTES(6))))
    """

  private func volatileCall(_ name: CatalogFunctionName, _ arguments: [CatalogExpression]) -> MySQLExpression? {
    guard arguments.isEmpty else { return nil }
    return switch name.name {
    case "now" where name.schema == nil, "transaction_timestamp" where name.schema == nil, "statement_timestamp" where name.schema == nil:
      MySQLExpression(sql: "CURRENT_TIMESTAMP(6)", kind: .timestampWithZone, isNullable: false)
    case "clock_timestamp" where name.schema == nil: MySQLExpression(sql: "SYSDATE(6)", kind: .timestampWithZone, isNullable: false)
    case "gen_random_uuid", "uuid_generate_v4": MySQLExpression(sql: Self.randomUUID, kind: .uuid, isNullable: false)
    case "uuid_generate_v1", "uuid_generate_v1mc": MySQLExpression(sql: "UUID()", kind: .uuid, isNullable: false)
    case "random" where name.schema == nil: MySQLExpression(sql: "RAND()", kind: .float, isNullable: false)
    default: nil
    }
  }

  /// Only moves between UTC and UTC: the target's sessions know no other zone.
  func atTimeZone(_ operand: CatalogExpression, _ zone: CatalogExpression) throws(NotConvertible) -> MySQLExpression {
    guard let name = constantText(zone), ["utc", "gmt", "etc/utc", "z"].contains(name.lowercased()) else {
      throw NotConvertible("converts between time zones")
    }
    var value = try convert(operand)
    switch value.kind {
    case .timestamp: value.kind = .timestampWithZone
    case .timestampWithZone: value.kind = .timestamp
    default: throw NotConvertible("applies AT TIME ZONE to a value that is no timestamp")
    }
    return value
  }
}

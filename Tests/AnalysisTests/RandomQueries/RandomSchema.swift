import TestSupport

/// Tables of one shape, with and without NOT NULL for each type, and their random rows: few values, so that joins meet, and every odd one
/// (NULL wherever it may be, JSON null, empty arrays and ranges, an infinite date).
enum RandomSchema {
  enum Kind: CaseIterable { case int, numeric, text, bool, date, json, array, range }

  struct Column {
    var name: String
    var kind: Kind
    var isNotNull: Bool
  }

  static let columns = [
    Column(name: "id", kind: .int, isNotNull: true), Column(name: "i", kind: .int, isNotNull: true), Column(name: "j", kind: .int, isNotNull: false),
    Column(name: "m", kind: .numeric, isNotNull: true), Column(name: "n", kind: .numeric, isNotNull: false),
    Column(name: "s", kind: .text, isNotNull: true), Column(name: "t", kind: .text, isNotNull: false),
    Column(name: "f", kind: .bool, isNotNull: true), Column(name: "g", kind: .bool, isNotNull: false),
    Column(name: "d", kind: .date, isNotNull: true), Column(name: "e", kind: .date, isNotNull: false),
    Column(name: "x", kind: .json, isNotNull: true), Column(name: "y", kind: .json, isNotNull: false),
    Column(name: "u", kind: .array, isNotNull: true), Column(name: "v", kind: .array, isNotNull: false),
    Column(name: "r", kind: .range, isNotNull: true), Column(name: "q", kind: .range, isNotNull: false),
  ]

  static let tables = ["a", "b", "c"]

  static let statements: [String] =
    tables.map { "CREATE TABLE \($0) (\(definitions(isKeyed: true)))" } + [
      "CREATE TABLE a_child (extra text) INHERITS (a)", "CREATE VIEW a_view AS SELECT * FROM a WHERE j IS NOT NULL OR i > 1",
      "CREATE FUNCTION strict_null(integer) RETURNS integer STRICT LANGUAGE sql AS 'SELECT NULL::integer'",
    ]

  private static func definitions(isKeyed: Bool) -> String {
    columns.map { column in
      "\(column.name) \(type(column.kind))" + (column.isNotNull ? " NOT NULL" : "") + (column.name == "id" ? " PRIMARY KEY" : "")
    }.joined(separator: ", ")
  }

  static func type(_ kind: Kind) -> String {
    switch kind {
    case .int: "integer"
    case .numeric: "numeric(8,2)"
    case .text: "text"
    case .bool: "boolean"
    case .date: "date"
    case .json: "jsonb"
    case .array: "integer[]"
    case .range: "int4range"
    }
  }

  private static let literals: [Kind: [String]] = [
    .int: ["0", "1", "2", "3", "-1"], .numeric: ["0", "1.5", "-2", "2"], .text: ["''", "'a'", "'b'", "'ab'", "'1'"], .bool: ["true", "false"],
    .date: ["'2024-01-01'", "'2024-02-29'", "'infinity'"],
    .json: ["'{\"a\": null}'", "'{}'", "'[]'", "'5'", "'null'", "'{\"a\": \"b\", \"k\": [1, null]}'", "'[1, null]'"],
    .array: ["'{}'", "'{NULL}'", "'{1,2}'", "'{1,NULL}'"], .range: ["'empty'", "'[1,3)'", "'(,)'", "'(,2)'"],
  ]

  /// Statements that replace all rows; some tables stay empty.
  static func rows(_ random: inout RandomSource) -> [String] {
    var statements = ["TRUNCATE a, b, c"]
    for table in tables + ["a_child"] {
      let count = random.choice(table == "a_child" ? [0, 1] : [0, 1, 2, 4])
      for id in 0..<count {
        let values = columns.map { column in
          if column.name == "id" { return "\(id)" }
          return !column.isNotNull && random.chance(45) ? "NULL" : random.choice(literals[column.kind] ?? ["NULL"])
        }
        statements.append("INSERT INTO \(table) VALUES (\(values.joined(separator: ", "))\(table == "a_child" ? ", NULL" : ""))")
      }
    }
    return statements
  }
}

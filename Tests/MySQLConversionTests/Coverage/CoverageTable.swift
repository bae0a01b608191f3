/// What became of each example of the table of expressions: one row an expression of PostgreSQL.
struct CoverageRow: Sendable {
  enum Outcome: String, Sendable, CaseIterable {
    /// The same on both servers; what the calling code must do with an array is not counted.
    case exact
    /// Converted with a caveat.
    case review
    /// Declined with its reason.
    case manual
  }

  /// Stable.
  let id: String
  /// An expression, or a query where it starts with SELECT or WITH.
  let example: String
  let outcome: Outcome

  init(_ id: String, _ example: String, _ outcome: Outcome) { (self.id, self.example, self.outcome) = (id, example, outcome) }

  var sql: String { example.hasPrefix("SELECT ") || example.hasPrefix("WITH ") ? example : "SELECT \(example)" }

  /// Whether two runs give two results, so that there is nothing to compare.
  var isVolatile: Bool { ["random()", "timeofday", "clock_timestamp", "statement_timestamp", "gen_random", "uuid_generate"].contains { example.contains($0) } }
}

/// The rows by category.
struct CoverageCategory: Sendable {
  let name: String
  let rows: [CoverageRow]

  static let all: [CoverageCategory] = [
    .aggregates, .arrayFunctions, .casts, .collationFacts, .conditionals, .datetimeFunctions, .datetimeFormats, .numberFormats, .jsonFunctions, .literals,
    .mathFunctions, .networkAndSearch, .arithmeticOperators, .arrayOperators, .comparisonOperators, .concatOperators, .datetimeOperators, .jsonOperators,
    .patternOperators, .rangeNetBitOperators, .regex, .setReturning, .stringFunctions, .systemFunctions, .windowFunctions,
  ]
}

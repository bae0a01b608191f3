extension Driver {
  /// A script or a query file (sqlc, a migration): `$n` where it has parameters.
  package static let sqlFile = Driver(
    id: "sql-file", placeholders: .dollar, targetPlaceholders: .question, targetName: "the mysql client",
    returningHelp: sqlReturning)

  /// A query file with `:name` (psql variables, aiosql, HugSQL).
  package static let sqlFileNamed = Driver(
    id: "sql-file", placeholders: .colon, targetPlaceholders: .colon, targetName: "the mysql client",
    returningHelp: sqlReturning)

  /// sqlc's `@name`; its MySQL engine knows `?` and `sqlc.arg(name)` only.
  package static let sqlFileAt = Driver(
    id: "sql-file", placeholders: .at, targetPlaceholders: .question, targetName: "sqlc for MySQL", returningHelp: sqlReturning)

  private static let sqlReturning = "select LAST_INSERT_ID() for the generated key, or select the row by its key in the same transaction"
}

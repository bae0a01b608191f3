extension Driver {
  static let databaseSQL = Driver(
    id: "database/sql", placeholders: .dollar, targetPlaceholders: .question, targetName: "go-sql-driver/mysql",
    returningHelp: goReturning)

  static let pgx = Driver(
    id: "pgx", placeholders: .dollar, targetPlaceholders: .question, targetName: "database/sql with go-sql-driver/mysql",
    returningHelp: goReturning)

  /// github.com/jmoiron/sqlx with `:name`; its other statements are those of database/sql.
  static let sqlxNamed = Driver(
    id: "sqlx", placeholders: .colon, targetPlaceholders: .colon, targetName: "sqlx with go-sql-driver/mysql",
    returningHelp: goReturning)

  static let gorm = Driver(
    id: "gorm", placeholders: .question, targetPlaceholders: .question, targetName: "gorm.io/driver/mysql",
    returningHelp: "read the key that GORM puts into the model after Create, or select the row by its key afterwards",
    readsColumnsByName: true)

  static let goFallback = databaseSQL

  private static let goReturning =
    "run the statement with Exec and use Result.LastInsertId() for the generated key, or select the row by its key in the same transaction"
}

extension Driver {
  static let psycopg = Driver(
    id: "psycopg", placeholders: .percent, targetPlaceholders: .percent, targetName: "PyMySQL or mysqlclient",
    returningHelp: pythonReturning)

  static let asyncpg = Driver(
    id: "asyncpg", placeholders: .dollar, targetPlaceholders: .percent, targetName: "aiomysql or asyncmy",
    returningHelp: pythonReturning)

  static let sqlAlchemy = Driver(
    id: "sqlalchemy", placeholders: .colon, targetPlaceholders: .colon, targetName: "SQLAlchemy with the mysql+pymysql dialect",
    returningHelp: "use result.lastrowid for the generated key, or select the row by its key in the same transaction")

  static let pythonFallback = psycopg

  private static let pythonReturning =
    "use cursor.lastrowid for the generated key, or select the row by its key in the same transaction"
}

extension Driver {
  static let jdbc = Driver(
    id: "jdbc", placeholders: .question, targetPlaceholders: .question, targetName: "MySQL Connector/J",
    returningHelp: """
      prepare the statement with Statement.RETURN_GENERATED_KEYS and read getGeneratedKeys(), or select the row by its key in the same \
      transaction
      """)

  static let spring = Driver(
    id: "spring", placeholders: .question, targetPlaceholders: .question, targetName: "JdbcTemplate with MySQL Connector/J",
    returningHelp: springReturning)

  static let springNamed = Driver(
    id: "spring-named", placeholders: .colon, targetPlaceholders: .colon,
    targetName: "NamedParameterJdbcTemplate with MySQL Connector/J", returningHelp: springReturning)

  static let jpaNative = Driver(
    id: "jpa", placeholders: .colon, targetPlaceholders: .colon, targetName: "JPA with MySQL Connector/J",
    returningHelp: "persist the entity and read its generated id, or select the row by its key in the same transaction")

  static let jdbi = Driver(
    id: "jdbi", placeholders: .colon, targetPlaceholders: .colon, targetName: "Jdbi with MySQL Connector/J",
    returningHelp: "use executeAndReturnGeneratedKeys(), or select the row by its key in the same transaction")

  static let vertx = Driver(
    id: "vertx", placeholders: .dollar, targetPlaceholders: .question, targetName: "the Vert.x or R2DBC client for MySQL",
    returningHelp: "read the last inserted id from the result (MySQLClient.LAST_INSERTED_ID), or select the row by its key in the same transaction")

  private static let springReturning = """
    use update(…, keyHolder) with a GeneratedKeyHolder for the generated key, or select the row by its key in the same transaction
    """
}

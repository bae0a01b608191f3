extension Driver {
  static let nodePostgres = Driver(
    id: "node-postgres", placeholders: .dollar, targetPlaceholders: .question, targetName: "mysql2", returningHelp: mysql2Returning,
    readsColumnsByName: true)

  static let pgPromise = Driver(
    id: "pg-promise", placeholders: .dollar, targetPlaceholders: .question, targetName: "mysql2", returningHelp: mysql2Returning,
    readsColumnsByName: true)

  static let knex = Driver(
    id: "knex", placeholders: .question, targetPlaceholders: .question, targetName: "Knex with mysql2",
    returningHelp: "use the id that the insert resolves to, or select the row by its key in the same transaction", readsColumnsByName: true)

  static let sequelize = Driver(
    id: "sequelize", placeholders: .colon, targetPlaceholders: .colon, targetName: "Sequelize with mysql2",
    returningHelp: "use the id that the raw insert resolves to, or select the row by its key in the same transaction", readsColumnsByName: true)

  static let typeORM = Driver(
    id: "typeorm", placeholders: .dollar, targetPlaceholders: .question, targetName: "TypeORM with mysql2",
    returningHelp: "use result.insertId of the raw query, or select the row by its key in the same transaction", readsColumnsByName: true)

  static let javascriptFallback = nodePostgres

  private static let mysql2Returning =
    "use result.insertId for the generated key, or select the row by its key in the same transaction"
}

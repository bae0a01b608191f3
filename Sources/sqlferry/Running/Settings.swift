import MySQLTarget
import Pipeline

/// What the command line and the configuration together say of servers and target.
struct Settings {
  let configuration: Configuration
  /// What statements are checked against.
  let catalog: CatalogSource
  let target: Target
  /// Whether somebody named the target, or it is the default.
  let namesTarget: Bool
  /// A MySQL URL, or nil.
  let targetDatabase: String?

  init(
    _ config: ConfigOptions, catalog: CatalogOptions? = nil, target: TargetOptions? = nil, targetDatabase: TargetDatabaseOptions? = nil
  ) throws {
    let configuration = try Configuration.load(named: config.config)
    self.configuration = configuration
    self.catalog = try catalog?.source(configuration) ?? configuration.catalogSource
    self.targetDatabase = targetDatabase?.targetDatabase ?? configuration.targetDatabase
    let name = target?.target ?? configuration.target
    namesTarget = name != nil
    var chosen = Target.standard
    do throws(Target.NameError) {
      if let name { chosen = try Target(named: name) }
    } catch {
      throw UsageError("\(error)")
    }
    if let database = target?.extensionDatabase ?? configuration.extensionDatabase { chosen.extensionDatabase = database }
    var unknown: String?
    chosen.sqlModes = SQLModes(list: target?.sqlMode ?? configuration.sqlMode ?? "", unknown: &unknown)
    if let unknown { throw UsageError("unknown mode \"\(unknown)\"; accepted are \(SQLModes.acceptedNames) and MySQL's default modes") }
    self.target = chosen
  }
}

extension CatalogOptions {
  /// The source that the options name, else the configuration.
  func source(_ configuration: Configuration = Configuration()) throws -> CatalogSource {
    if let database = database.database { return .server(database) }
    if let snapshot { return .snapshot(snapshot) }
    let files = definitions.isEmpty ? configuration.schema : definitions
    if ephemeral == true, files.isEmpty {
      throw UsageError("--ephemeral starts a private PostgreSQL from DDL: name that with --schema FILE_OR_FOLDER (or `schema:` in \(Configuration.fileName))")
    }
    guard !files.isEmpty else { return configuration.catalogSource }
    let definitions = Definitions(
      files, collation: collation ?? configuration.collation, timeZone: timeZone ?? configuration.timeZone)
    return ephemeral ?? configuration.ephemeral ? .ephemeral(definitions) : .definitions(definitions)
  }
}

extension Configuration {
  /// The one source of the catalog that the file names.
  var catalogSource: CatalogSource {
    if let database { return .server(database) }
    if let catalog { return .snapshot(catalog) }
    let definitions = Definitions(schema, collation: collation, timeZone: timeZone)
    return schema.isEmpty ? .none : ephemeral ? .ephemeral(definitions) : .definitions(definitions)
  }
}

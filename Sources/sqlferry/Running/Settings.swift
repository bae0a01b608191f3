import MySQLTarget
import Pipeline

/// What the command line and the configuration together say of servers and target.
struct Settings {
  let configuration: Configuration
  /// A libpq connection string, or nil.
  let database: String?
  let target: Target
  /// Whether somebody named the target, or it is the default.
  let namesTarget: Bool
  /// A MySQL URL, or nil.
  let targetDatabase: String?

  init(
    _ config: ConfigOptions, database: DatabaseOptions? = nil, target: TargetOptions? = nil, targetDatabase: TargetDatabaseOptions? = nil
  ) throws {
    configuration = try Configuration.load(named: config.config)
    self.database = database?.database ?? configuration.database
    self.targetDatabase = targetDatabase?.targetDatabase ?? configuration.targetDatabase
    let name = target?.target ?? configuration.target
    namesTarget = name != nil
    do throws(Target.NameError) {
      self.target = if let name { try Target(named: name) } else { .standard }
    } catch {
      throw UsageError("\(error)")
    }
  }
}

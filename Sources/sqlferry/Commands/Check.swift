import ArgumentParser
import Pipeline

struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Checks connection, privileges and settings of a server, with what mends them.",
    subcommands: [Source.self, TargetServer.self])

  struct Source: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Checks the PostgreSQL database that code is scanned with.",
      discussion: "Example: sqlferry check source --database postgresql://scanner@db/shop")

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var config: ConfigOptions
    @OptionGroup var format: DocumentFormatOptions
    @OptionGroup var presentation: PresentationOptions
    @OptionGroup var exit: ExitOptions

    func run() async throws {
      try await reportingFailures {
        guard let url = try database.database ?? Settings(config).catalog.database else {
          throw UsageError("name the PostgreSQL database with --database URL (or `database:` in \(Configuration.fileName))")
        }
        try CheckReport(try await SourceCheck.run(url), server: "PostgreSQL").present(format, presentation, exit)
      }
    }
  }

  struct TargetServer: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "target", abstract: "Checks the MySQL server that the application will run on.",
      discussion: "Example: sqlferry check target --target-database mysql://app@db/shop")

    @OptionGroup var targetDatabase: TargetDatabaseOptions
    @OptionGroup var target: TargetOptions
    @OptionGroup var config: ConfigOptions
    @OptionGroup var format: DocumentFormatOptions
    @OptionGroup var presentation: PresentationOptions
    @OptionGroup var exit: ExitOptions

    func run() async throws {
      try await reportingFailures {
        let settings = try Settings(config, target: target, targetDatabase: targetDatabase)
        guard let url = settings.targetDatabase else {
          throw UsageError("name the MySQL database with --target-database URL (or `target-database:` in \(Configuration.fileName))")
        }
        let check = try await TargetCheck.run(url, target: settings.namesTarget ? settings.target : nil, sqlModes: settings.target.sqlModes)
        try CheckReport(check, server: "MySQL").present(format, presentation, exit)
      }
    }
  }
}

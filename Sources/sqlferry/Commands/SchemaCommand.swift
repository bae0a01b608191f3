import ArgumentParser
import Pipeline

struct SchemaCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Prints the MySQL schema for a PostgreSQL database.",
    discussion: "Example: sqlferry schema --database postgresql:///shop > shop.sql")

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var target: TargetOptions
  @OptionGroup var config: ConfigOptions
  @OptionGroup var presentation: PresentationOptions

  func run() async throws {
    try await reportingFailures {
      let settings = try Settings(config, database: database, target: target)
      guard let url = settings.database else {
        throw UsageError("name the PostgreSQL database with --database URL (or `database:` in \(Configuration.fileName))")
      }
      let schema = try await SchemaJob.run(url, target: settings.target)
      let console = Console(presentation)
      try console.write(schema.text)
      console.tell(schema.diagnostics, root: ".")
    }
  }
}

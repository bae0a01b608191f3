import ArgumentParser
import Pipeline

struct SchemaCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Prints the MySQL schema for a PostgreSQL database.",
    discussion: """
      Example: sqlferry schema --database postgresql:///shop > shop.sql
      Example: sqlferry schema --schema db/migrations > shop.sql
      """)

  @OptionGroup var catalog: CatalogOptions
  @OptionGroup var target: TargetOptions
  @OptionGroup var config: ConfigOptions
  @OptionGroup var presentation: PresentationOptions

  func run() async throws {
    try await reportingFailures {
      let settings = try Settings(config, catalog: catalog, target: target)
      guard settings.catalog != .none else { throw UsageError.noCatalog }
      let schema = try await stoppingOnInterrupt { try await SchemaJob.run(settings.catalog, target: settings.target) }
      let console = Console(presentation)
      try console.write(schema.text)
      console.tell(schema.diagnostics, root: ".")
      if schema.isIncomplete { throw Failure.incomplete }
    }
  }
}

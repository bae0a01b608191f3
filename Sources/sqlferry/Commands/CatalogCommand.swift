import ArgumentParser
import Pipeline

struct CatalogCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "catalog", abstract: "Writes a snapshot of a database's catalog, for --catalog.",
    discussion: """
      One JSON file with a line for every object, in an order that does not change: kept under version control, it shows what a change of \
      the schema changes. It holds no rows and no passwords.

      Example: sqlferry catalog --database postgresql:///shop --output shop.json
      Example: sqlferry catalog --schema db/migrations --output shop.json
      """)

  @OptionGroup var catalog: CatalogOptions
  @OptionGroup var config: ConfigOptions
  @OptionGroup var presentation: PresentationOptions

  func run() async throws {
    try await reportingFailures {
      let settings = try Settings(config, catalog: catalog)
      guard settings.catalog != .none else { throw UsageError.noCatalog }
      let job = try await stoppingOnInterrupt { try await CatalogJob.run(settings.catalog) }
      let console = Console(presentation)
      try console.write(job.text)
      console.tell(job.diagnostics, root: ".")
      if job.isIncomplete { throw Failure.incomplete }
    }
  }
}

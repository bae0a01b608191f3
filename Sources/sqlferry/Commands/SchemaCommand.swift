import ArgumentParser
import Pipeline

struct SchemaCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Prints the MySQL schema for a PostgreSQL database.",
    discussion: """
      Example: sqlferry schema --database postgresql:///shop > shop.sql
      Example: sqlferry schema --schema db/migrations > shop.sql
      Example: sqlferry schema --extension-pack --used-by src --schema db/migrations | mysql
      """)

  @Flag(help: "Print the stored functions that rewrites call instead of the schema.")
  var extensionPack = false

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("With --extension-pack: only the functions that the rewrites of this code call.", valueName: "path"))
  var usedBy: [String] = []

  @Flag(help: "Carry over views that call such functions, and print these before the schema.")
  var withExtensionPack = false

  @OptionGroup var catalog: CatalogOptions
  @OptionGroup var target: TargetOptions
  @OptionGroup var config: ConfigOptions
  @OptionGroup var presentation: PresentationOptions

  func validate() throws {
    guard !(extensionPack && withExtensionPack) else { throw ValidationError("--with-extension-pack prints the schema, --extension-pack the functions alone") }
    guard usedBy.isEmpty || extensionPack else { throw ValidationError("--used-by goes with --extension-pack") }
  }

  func run() async throws {
    try await reportingFailures {
      let settings = try Settings(config, catalog: catalog, target: target)
      if extensionPack { return try await printExtensionPack(settings) }
      guard settings.catalog != .none else { throw UsageError.noCatalog }
      let schema = try await stoppingOnInterrupt { try await SchemaJob.run(settings.catalog, target: settings.target, withExtensionPack: withExtensionPack) }
      let console = Console(presentation)
      try console.write(schema.text)
      console.tell(schema.diagnostics, root: ".")
      if schema.isIncomplete { throw Failure.incomplete }
    }
  }

  private func printExtensionPack(_ settings: Settings) async throws {
    let console = Console(presentation)
    guard !usedBy.isEmpty else { return try console.write(Array(ExtensionPackJob(target: settings.target).text.utf8)) }
    let request = PipelineRequest(
      paths: usedBy, catalog: settings.catalog, target: settings.target, exclude: settings.configuration.exclude,
      patternFolder: settings.configuration.folder, drivers: settings.configuration.drivers)
    let outcome = try await stoppingOnInterrupt { try await Pipeline(request).run() }
    let pack = ExtensionPackJob(usedBy: outcome, target: settings.target)
    try console.write(Array(pack.text.utf8))
    console.tell(pack.diagnostics, root: pack.root)
    if pack.isIncomplete { throw Failure.incomplete }
  }
}

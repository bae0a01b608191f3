import ArgumentParser
import Pipeline
import Results

struct Convert: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Converts SQL text, statement by statement.",
    discussion: """
      Prints the text with each statement in MySQL's SQL, placeholders as ?. A statement that is not converted stands as a comment, with \
      why. With --format json an entry for each statement.

      Example: sqlferry convert --database postgresql:///shop query.sql
      """)

  @Argument(help: ArgumentHelp("A file with SQL text; - is standard input.", valueName: "file"))
  var file = "-"

  @Flag(help: "Lower statements to review whose run-time errors MySQL would not raise.")
  var strictErrors = false

  @OptionGroup var placeholders: PlaceholderOptions
  @OptionGroup var catalog: CatalogOptions
  @OptionGroup var target: TargetOptions
  @OptionGroup var targetDatabase: TargetDatabaseOptions
  @OptionGroup var config: ConfigOptions
  @OptionGroup var format: DocumentFormatOptions
  @OptionGroup var presentation: PresentationOptions
  @OptionGroup var exit: ExitOptions

  func run() async throws {
    try await reportingFailures {
      let inputs = InputFiles([file])
      let console = Console(presentation)
      guard let input = inputs.read.first else { throw Failure(inputs.diagnostics.first) }
      let settings = try Settings(config, catalog: catalog, target: target, targetDatabase: targetDatabase)
      let job = TextJob(
        catalog: settings.catalog, target: settings.target, targetDatabase: settings.targetDatabase, placeholders: placeholders.style,
        strictErrors: strictErrors || settings.configuration.strictErrors)
      let outcome = try await stoppingOnInterrupt { try await job.run(input, root: inputs.root) }
      switch format.format {
      case .json: try console.write(outcome.document.json)
      case .text: try console.write(outcome.text)
      }
      console.tellDiagnostics(of: outcome.document)
      if outcome.document.statements.isEmpty { console.note("sqlferry: warning: no statement found in \(input.name)") }
      try console.finish(outcome.document, exit)
    }
  }
}

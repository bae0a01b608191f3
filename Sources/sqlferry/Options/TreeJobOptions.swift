import ArgumentParser
import Pipeline

/// Everything that a job over source trees takes.
struct TreeJobOptions: ParsableArguments {
  @OptionGroup var tree: TreeOptions
  @OptionGroup var catalog: CatalogOptions
  @OptionGroup var target: TargetOptions
  @OptionGroup var targetDatabase: TargetDatabaseOptions
  @OptionGroup var config: ConfigOptions

  func settings() throws -> Settings { try Settings(config, catalog: catalog, target: target, targetDatabase: targetDatabase) }

  /// Runs the job with progress on a terminal; Ctrl-C ends it with what there is.
  func outcome(quiet: Bool) async throws -> PipelineOutcome { try await outcome(settings(), quiet: quiet) }

  /// As `outcome`, for commands that write: after Ctrl-C nothing is.
  func outcomeToWrite(quiet: Bool) async throws -> PipelineOutcome {
    let outcome = try await outcome(quiet: quiet)
    if outcome.isInterrupted { throw Failure("interrupted: nothing was written", help: "run the command again") }
    return outcome
  }

  /// - Parameter emit: Given what is final before the job is done.
  func outcome(
    _ settings: Settings, quiet: Bool, emit: @escaping @Sendable (Pipeline.Part) -> Void = { _ in }
  ) async throws -> PipelineOutcome {
    let request = PipelineRequest(
      paths: tree.paths, catalog: settings.catalog, target: settings.target, targetDatabase: settings.targetDatabase,
      jobs: tree.jobs, exclude: settings.configuration.exclude, patternFolder: settings.configuration.folder, drivers: settings.configuration.drivers,
      strictErrors: tree.strictErrors || settings.configuration.strictErrors)
    let line = ProgressLine(quiet: quiet)
    defer { line.clear() }
    return try await stoppingOnInterrupt { try await Pipeline(request) { line.show($0) }.run(emit) }
  }
}

extension TreeJobOptions {
  /// Runs the job and prints its document; JSON lines as soon as a file and all before it are done.
  func present(
    _ settings: Settings, format: ReportFormatOptions, shows: Bool, _ presentation: PresentationOptions, _ exit: ExitOptions
  ) async throws {
    let console = Console(presentation)
    let streams = format.format == .jsonl && console.writesToOutput
    let outcome = try await outcome(settings, quiet: presentation.quiet) { part in
      guard streams else { return }
      switch part {
      case .head(let document): Terminal.write(document.jsonlHead)
      case .statements(let statements): Terminal.write(statements.reduce(into: []) { $0 += $1.jsonLine })
      }
    }
    try console.present(outcome.document, format: format.format, shows: shows, isPrinted: streams, exit)
  }
}

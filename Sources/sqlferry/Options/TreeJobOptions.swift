import ArgumentParser
import Pipeline

/// Everything that a job over source trees takes.
struct TreeJobOptions: ParsableArguments {
  @OptionGroup var tree: TreeOptions
  @OptionGroup var database: DatabaseOptions
  @OptionGroup var target: TargetOptions
  @OptionGroup var targetDatabase: TargetDatabaseOptions
  @OptionGroup var config: ConfigOptions

  func settings() throws -> Settings { try Settings(config, database: database, target: target, targetDatabase: targetDatabase) }

  /// Runs the job with progress on a terminal; Ctrl-C ends it with what there is.
  func outcome(quiet: Bool) async throws -> PipelineOutcome { try await outcome(settings(), quiet: quiet) }

  /// As `outcome`, for commands that write: after Ctrl-C nothing is.
  func outcomeToWrite(quiet: Bool) async throws -> PipelineOutcome {
    let outcome = try await outcome(quiet: quiet)
    if outcome.isInterrupted { throw Failure("interrupted: nothing was written", help: "run the command again") }
    return outcome
  }

  func outcome(_ settings: Settings, quiet: Bool) async throws -> PipelineOutcome {
    let request = PipelineRequest(
      paths: tree.paths, database: settings.database, target: settings.target, targetDatabase: settings.targetDatabase,
      jobs: tree.jobs, exclude: settings.configuration.exclude, patternFolder: settings.configuration.folder, drivers: settings.configuration.drivers,
      strictErrors: tree.strictErrors || settings.configuration.strictErrors)
    let line = ProgressLine(quiet: quiet)
    defer { line.clear() }
    return try await stoppingOnInterrupt { try await Pipeline(request) { line.show($0) }.run() }
  }
}

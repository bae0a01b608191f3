import ArgumentParser
import Pipeline

struct Verify: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Prepares every rewrite on a real MySQL.",
    discussion: """
      Needs a MySQL database with the converted schema (`sqlferry schema`). A rewrite that MySQL refuses becomes manual, with MySQL's \
      message. Nothing is executed.

      Example: sqlferry verify src --database postgresql:///shop --target-database mysql://app@localhost/shop
      """)

  @OptionGroup var job: TreeJobOptions
  @OptionGroup var format: ReportFormatOptions
  @OptionGroup var presentation: PresentationOptions
  @OptionGroup var exit: ExitOptions

  func run() async throws {
    try await reportingFailures {
      let settings = try job.settings()
      guard settings.targetDatabase != nil else {
        throw UsageError("name the MySQL database with --target-database URL (or `target-database:` in \(Configuration.fileName))")
      }
      try await job.present(settings, format: format, shows: false, presentation, exit)
    }
  }
}

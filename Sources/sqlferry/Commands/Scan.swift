import ArgumentParser
import Pipeline

struct Scan: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Finds the SQL in code, validates it on PostgreSQL and converts it; changes nothing.",
    discussion: "Example: sqlferry scan src --database postgresql:///shop --show")

  @OptionGroup var job: TreeJobOptions
  @OptionGroup var format: ReportFormatOptions
  @OptionGroup var presentation: PresentationOptions
  @OptionGroup var exit: ExitOptions

  @Flag(help: "Show each statement before and after.")
  var show = false

  func run() async throws {
    try await reportingFailures {
      try await job.present(job.settings(), format: format, shows: show, presentation, exit)
    }
  }
}

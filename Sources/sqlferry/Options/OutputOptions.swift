import ArgumentParser
import Reports
import SourceText

/// What decides an exit status of 1.
enum FailOn: String, CaseIterable, ExpressibleByArgument {
  case error, warning, never
}

struct ExitOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Exit with status 1 when some statement is that bad: error (invalid, manual), warning (also review), never.", valueName: "level"))
  var failOn = FailOn.never

  /// Whether a status counts as a failure.
  func counts(_ status: StatementStatus) -> Bool {
    switch failOn {
    case .never: false
    case .error: status >= .manual
    case .warning: status >= .review
    }
  }
}

/// Where results go and how they look.
struct PresentationOptions: ParsableArguments {
  @Option(name: .shortAndLong, help: ArgumentHelp("Write results to this file instead of standard output.", valueName: "file"))
  var output: String?

  @Flag(name: .shortAndLong, help: "No progress and no informal messages on standard error.")
  var quiet = false

  @Flag(help: "No colours, also on a terminal. NO_COLOR in the environment does the same.")
  var noColor = false
}

/// Text for people or JSON for programs.
enum DocumentFormat: String, CaseIterable, ExpressibleByArgument {
  case text, json
}

struct DocumentFormatOptions: ParsableArguments {
  @Option(help: ArgumentHelp("How results are printed: text or json.", valueName: "format"))
  var format = DocumentFormat.text
}

extension ReportFormat: ExpressibleByArgument {}

struct ReportFormatOptions: ParsableArguments {
  @Option(help: ArgumentHelp("How results are printed: text, json, jsonl, sarif (code scanning), github (workflow annotations).", valueName: "format"))
  var format = ReportFormat.text
}

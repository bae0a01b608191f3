import ArgumentParser
import Pipeline
import Results
import SourceText

struct Parse: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Checks the syntax of SQL text, without any server.",
    discussion: """
      Prints a line for each syntax error, or with --format json an entry for each statement, with status "invalid" or null.

      Example: sqlferry parse --print queries.sql
      """)

  @Argument(help: ArgumentHelp("Files with SQL text; - or none is standard input.", valueName: "file"))
  var files: [String] = []

  @Flag(name: .customLong("print"), help: "Add each statement's fully parenthesised PostgreSQL reprint.")
  var prints = false

  @OptionGroup var placeholders: PlaceholderOptions
  @OptionGroup var format: DocumentFormatOptions
  @OptionGroup var presentation: PresentationOptions
  @OptionGroup var exit: ExitOptions

  func run() async throws {
    try await reportingFailures {
      let inputs = InputFiles(files.isEmpty ? ["-"] : files)
      var document = SyntaxJob.run(inputs.read, root: inputs.root, placeholders: placeholders.style, prints: prints)
      document.diagnostics = inputs.diagnostics
      document.isIncomplete = !inputs.diagnostics.isEmpty
      let console = Console(presentation)
      switch format.format {
      case .json: try console.write(document.json)
      case .text: try console.write(prints ? Self.reprints(document) : [])
      }
      console.tellDiagnostics(of: document)
      if format.format == .text { console.tellFindings(of: document) }
      try console.finish(document, exit)
    }
  }

  private static func reprints(_ document: ResultDocument) -> [UInt8] {
    Array(document.statements.compactMap(\.printed).map { $0 + ";\n" }.joined().utf8)
  }
}

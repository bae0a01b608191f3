import ArgumentParser
import Foundation
import Pipeline
import Reports
import Results
import SourceText

/// Takes a command's results to standard output or a file, its messages to standard error, and ends it with its exit status.
struct Console {
  /// The file for results, nil for standard output.
  private let output: String?
  private let quiet: Bool
  private let noColor: Bool

  init(_ presentation: PresentationOptions) {
    (output, quiet, noColor) = (presentation.output, presentation.quiet, presentation.noColor)
  }

  init(quiet: Bool, noColor: Bool = false) { (output, self.quiet, self.noColor) = (nil, quiet, noColor) }

  /// How results look.
  var style: TerminalStyle { TerminalStyle(usesColour: output == nil && isColorWanted(on: STDOUT_FILENO)) }

  private func isColorWanted(on descriptor: Int32) -> Bool {
    TerminalStyle.isWanted(
      option: !noColor, environment: ProcessInfo.processInfo.environment, isTerminal: isatty(descriptor) == 1)
  }

  /// Writes results where `--output` says.
  func write(_ bytes: [UInt8]) throws {
    let bytes = bytes.isEmpty || bytes.last == 0x0A ? bytes : bytes + [0x0A]
    guard let path = output else { return Terminal.write(bytes) }
    do throws(FileWriteError) {
      try AtomicFile.write(bytes, to: path)
    } catch {
      throw Failure("\(error)", help: "name another file with --output")
    }
  }

  /// Tells what a person should know although the results go elsewhere.
  func note(_ line: String) {
    if !quiet { Terminal.note(line) }
  }

  // MARK: Diagnostics

  /// Prints a document's diagnostics, and others on its files, on standard error.
  func tellDiagnostics(of document: ResultDocument, and others: [Diagnostic] = []) {
    var document = document
    document.diagnostics += others
    Terminal.write(Array(messages.diagnostics(document).utf8), to: STDERR_FILENO)
  }

  func tell(_ diagnostics: [Diagnostic], root: String) {
    tellDiagnostics(of: ResultDocument(toolVersion: "", target: "", root: root), and: diagnostics)
  }

  /// Prints a document's findings on standard error, each on its place.
  func tellFindings(of document: ResultDocument) {
    for statement in document.statements where !statement.findings.isEmpty {
      Terminal.write(Array(messages.lines(of: statement, in: document).utf8), to: STDERR_FILENO)
    }
  }

  private var messages: TextReporter {
    TextReporter(style: TerminalStyle(usesColour: isColorWanted(on: STDERR_FILENO)), least: quiet ? .error : .info)
  }

  // MARK: Endings

  /// Whether results go to standard output.
  var writesToOutput: Bool { output == nil }

  /// Prints a document, and ends the command with what it says of the work.
  ///
  /// - Parameter isPrinted: Whether its statements were printed before, as JSON lines; then the last line is what is left.
  func present(_ document: ResultDocument, format: ReportFormat, shows: Bool, isPrinted: Bool, _ exit: ExitOptions) throws {
    try write(isPrinted ? document.jsonlTail : format.reporter(text: TextReporter(showsTexts: shows, style: style)).report(document))
    var told = document
    // A report for people says it itself.
    if format == .text { told.diagnostics.removeAll { $0.rule == ResultDocument.catalogSourceRule } }
    tellDiagnostics(of: told)
    if document.statements.isEmpty, format != .text || output != nil { Terminal.note(TextReporter.nothingFound(document)) }
    try finish(document, exit)
  }

  /// Ends a command: 2 where the work is incomplete, 1 where something reached `--fail-on`.
  ///
  /// - Parameter failed: Whether a file could not be written.
  func finish(_ document: ResultDocument, _ exit: ExitOptions, failed: Bool = false) throws {
    if document.isIncomplete || failed { throw Failure.incomplete }
    if document.statements.contains(where: { $0.status.map(exit.counts) ?? false }) { throw ExitCode(1) }
  }
}

import ArgumentParser
import Foundation
import Pipeline
import Results
import SourceText

/// Takes a command's results to standard output or a file, its messages to standard error, and its exit status.
struct Reporter {
  let presentation: PresentationOptions

  init(_ presentation: PresentationOptions) { self.presentation = presentation }

  /// Whether results may be coloured.
  var usesColor: Bool { presentation.output == nil && Terminal.mayColor(noColor: presentation.noColor) }

  /// Writes results where `--output` says.
  func write(_ bytes: [UInt8]) throws {
    guard let path = presentation.output else { return Terminal.write(bytes) }
    do throws(FileWriteError) {
      try AtomicFile.write(bytes, to: path)
    } catch {
      throw Failure("\(error)", help: "name another file with --output")
    }
  }

  /// Tells what a person should know although the results go elsewhere.
  func note(_ line: String) {
    if !presentation.quiet { Terminal.note(line) }
  }

  /// Ends a command: 2 where the work is incomplete, 1 where something reached `--fail-on`.
  func finish(_ document: ResultDocument, _ exit: ExitOptions) throws {
    if document.isIncomplete { throw Failure.incomplete }
    if document.statements.contains(where: { $0.status.map(exit.counts) ?? false }) { throw ExitCode(1) }
  }
}

import ArgumentParser
import Pipeline
import SourceText

/// Ends a command: what happened and what to do, on standard error, with the exit status of incomplete work.
struct Failure: Error {
  static let incomplete = ExitCode(2)

  var message: String
  var help: String

  init(_ message: String, help: String = "") { (self.message, self.help) = (message, help) }

  init(_ diagnostic: Diagnostic?) { self.init(diagnostic?.message ?? "nothing can be read", help: diagnostic?.help ?? "") }

  /// `sqlferry: error: …` and its help.
  var text: String { "sqlferry: error: \(message)" + (help.isEmpty ? "" : "\n  help: \(help)") }
}

/// An option or setting that cannot be used: exit status 64, as for every wrong command line.
struct UsageError: Error {
  var message: String
  init(_ message: String) { self.message = message }

  /// A command that is nothing without a schema was given none.
  static let noCatalog = UsageError(
    "name the PostgreSQL schema with --database URL, --schema FILE_OR_FOLDER or --catalog FILE (or `database:`, `schema:`, `catalog:` in \(Configuration.fileName))")
}

/// Runs a command's body; a failure is printed and becomes exit status 2, or 64 where the command line or configuration is at fault.
func reportingFailures(_ body: () async throws -> Void) async throws {
  do {
    try await body()
  } catch let failure as Failure {
    Terminal.note(failure.text)
    throw Failure.incomplete
  } catch let error as PipelineError {
    Terminal.note(Failure(error.message, help: error.help).text)
    throw Failure.incomplete
  } catch let error as ConfigurationError {
    Terminal.note(error.text)
    throw ExitCode.validationFailure
  } catch let error as UsageError {
    Terminal.note("sqlferry: error: \(error.message)")
    throw ExitCode.validationFailure
  }
}

extension ConfigurationError {
  var text: String {
    let place = ([path] + [line, column].compactMap { $0.map(String.init) }).joined(separator: ":")
    return "\(place): error[configuration]: \(message)\n  help: \(help)"
  }
}

import ArgumentParser
import Pipeline
import SourceText

/// Ends a command: what happened and what to do, on standard error, with the exit status of incomplete work.
struct Failure: Error {
  static let incomplete = ExitCode(2)

  var message: String
  var help: String

  init(_ message: String, help: String = "") { (self.message, self.help) = (message, help) }

  /// `sqlferry: error: …` and its help.
  var text: String { "sqlferry: error: \(message)" + (help.isEmpty ? "" : "\n  help: \(help)") }
}

/// Runs a command's body; a failure is printed and becomes exit status 2, or 64 where the configuration is at fault.
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
  }
}

extension ConfigurationError {
  var text: String {
    let place = ([path] + [line, column].compactMap { $0.map(String.init) }).joined(separator: ":")
    return "\(place): error[configuration]: \(message)\n  help: \(help)"
  }
}

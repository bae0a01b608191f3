import Dispatch
import Foundation

/// Runs work so that Ctrl-C stops it in good order: the work's task is cancelled and returns what there is. A second Ctrl-C ends the
/// program at once.
func stoppingOnInterrupt<Output: Sendable>(_ work: @escaping @Sendable () async throws -> Output) async throws -> Output {
  let task = Task { try await work() }
  signal(SIGINT, SIG_IGN)
  let source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
  source.setEventHandler {
    task.cancel()
    signal(SIGINT, SIG_DFL)
  }
  source.resume()
  defer {
    source.cancel()
    signal(SIGINT, SIG_DFL)
  }
  return try await task.value
}

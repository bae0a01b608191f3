import Foundation
import Pipeline
import Synchronization

/// One line on a terminal's standard error that tells how far a job is; nothing anywhere else.
final class ProgressLine: Sendable {
  private struct State: Sendable {
    var lastWritten = ContinuousClock.now - .seconds(1)
    var isShown = false
  }

  private let isShowing: Bool
  private let state = Mutex(State())
  private static let interval = Duration.milliseconds(80)

  init(quiet: Bool) { isShowing = !quiet && Terminal.errorIsTerminal }

  func show(_ event: ProgressEvent) {
    guard isShowing else { return }
    state.withLock { state in
      let now = ContinuousClock.now
      guard event.done == event.total || now - state.lastWritten >= Self.interval else { return }
      state.lastWritten = now
      state.isShown = true
      Terminal.write(Array("\r\u{1B}[K\(Self.words(for: event.stage)) \(event.done)/\(event.total)".utf8), to: STDERR_FILENO)
    }
  }

  /// Takes the line away, before anything else is written.
  func clear() {
    guard isShowing else { return }
    state.withLock { state in
      guard state.isShown else { return }
      state.isShown = false
      Terminal.write(Array("\r\u{1B}[K".utf8), to: STDERR_FILENO)
    }
  }

  private static func words(for stage: ProgressEvent.Stage) -> String {
    switch stage {
    case .reading: "reading files"
    case .validating: "asking PostgreSQL"
    case .converting: "converting"
    case .planning: "planning edits"
    case .preparing: "asking MySQL"
    }
  }
}

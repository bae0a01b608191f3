import Synchronization

/// Counts finished items of a stage from many tasks and tells progress.
final class Counter: Sendable {
  private let stage: ProgressEvent.Stage
  private let total: Int
  private let progress: @Sendable (ProgressEvent) -> Void
  private let done = Atomic<Int>(0)

  init(stage: ProgressEvent.Stage, total: Int, _ progress: @escaping @Sendable (ProgressEvent) -> Void) {
    (self.stage, self.total, self.progress) = (stage, total, progress)
  }

  func advance(by number: Int = 1) {
    let count = done.wrappingAdd(number, ordering: .relaxed).newValue
    progress(ProgressEvent(stage, done: count, of: total))
  }
}

import Foundation

/// Work that needs more stack than a thread may have: 8 MB on Linux, half a megabyte on macOS but for the main thread.
enum DeepStack {
  /// Twice what `Parser.maximumDepth` levels take in a debug build; only the pages that are used cost memory.
  private static let size = 24 << 20

  /// What work gives on a thread of its own; the caller waits for it.
  static func result<Value: Sendable>(of work: @escaping @Sendable () -> Value) -> Value {
    let outcome = Outcome<Value>()
    let thread = Thread {
      outcome.value = work()
      outcome.isThere.signal()
    }
    thread.stackSize = size
    thread.start()
    outcome.isThere.wait()
    return outcome.value ?? work()
  }

  /// Written by one thread before the signal, read by the other after it.
  private final class Outcome<Value>: @unchecked Sendable {
    var value: Value?
    let isThere = DispatchSemaphore(value: 0)
  }
}

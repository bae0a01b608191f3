/// Which statements of a pipeline are to be sent before the next answer is read.
///
/// A burst follows when half of those under way are answered: more often would cost a system call for each, less often would leave the
/// server idle.
struct SendingAhead {
  private static let maximumCount = 256
  private static let maximumBytes = 1 << 18

  private let requests: ArraySlice<ValidationRequest>
  /// The first that is not sent.
  private var next: Int

  init(_ requests: ArraySlice<ValidationRequest>) { (self.requests, next) = (requests, requests.startIndex) }

  /// - Parameter answered: How many answers were read.
  mutating func due(beforeAnswer answered: Int) -> ArraySlice<ValidationRequest> {
    let first = requests.startIndex + answered
    // The answer to come must be under way at least.
    guard next <= first || next - first <= Self.maximumCount / 2 else { return [] }
    var bytes = requests[min(first, next)..<next].reduce(0) { $0 + $1.text.count }
    let start = next
    while next < requests.endIndex, next <= first || (next - first < Self.maximumCount && bytes < Self.maximumBytes) {
      bytes += requests[next].text.count
      next += 1
    }
    return requests[start..<next]
  }
}

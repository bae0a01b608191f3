import Patching
import Synchronization

/// The list of texts that sqlferry has written in the tree that is scanned.
struct AppliedTexts: Sendable {
  private let list: AppliedList

  /// Reads the list of a root; a list that cannot be read counts as empty.
  init(root: String) {
    list = AppliedList(text: ((try? InPlaceWriter(root: root).appliedList()) ?? nil) ?? [])
  }

  func contains(_ text: [UInt8]) -> Bool { !list.isEmpty && list.contains(text) }
}

/// So many bytes may be kept by all tasks together.
final class ByteBudget: Sendable {
  private let left: Atomic<Int>

  init(_ bytes: Int) { left = Atomic(bytes) }

  /// Whether that many are still left; if so, they are taken.
  func takes(_ count: Int) -> Bool {
    if left.subtract(count, ordering: .relaxed).newValue >= 0 { return true }
    left.add(count, ordering: .relaxed)
    return false
  }
}

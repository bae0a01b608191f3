import SourceText

/// Chooses, among ranges that come in some order, the sequence of ascending disjoint ranges that weighs most.
///
/// - Complexity: O(*n* log *m*) for *n* ranges over a text of *m* bytes.
struct HeaviestSequence {
  private struct Entry {
    var index: Int
    var weight: Int
    var previous: Int  // in `entries`, -1 for none
  }

  private var entries: [Entry] = []
  /// A Fenwick tree over end offsets: the best entry that ends at or before an offset.
  private var best: [Int]

  init(length: Int) { best = [Int](repeating: -1, count: length + 2) }

  /// Adds the next range; it must lie inside the text.
  mutating func append(_ index: Int, _ range: ByteRange, weight: Int) {
    let previous = bestEnding(at: range.start)
    let total = weight + (previous >= 0 ? entries[previous].weight : 0)
    entries.append(Entry(index: index, weight: total, previous: previous))
    note(entries.count - 1, endingAt: range.end)
  }

  /// The indices given to `append` of the chosen ranges, ascending.
  var chosen: [Int] {
    var result: [Int] = []
    var entry = bestEnding(at: best.count - 2)
    while entry >= 0 {
      result.append(entries[entry].index)
      entry = entries[entry].previous
    }
    return result.reversed()
  }

  private func bestEnding(at end: Int) -> Int {
    var result = -1
    var node = end + 1
    while node > 0 {
      if isBetter(best[node], than: result) { result = best[node] }
      node -= node & -node
    }
    return result
  }

  private mutating func note(_ entry: Int, endingAt end: Int) {
    var node = end + 1
    while node < best.count {
      if isBetter(entry, than: best[node]) { best[node] = entry }
      node += node & -node
    }
  }

  /// Earlier entries win among equals, so that the result does not depend on the tree's shape.
  private func isBetter(_ a: Int, than b: Int) -> Bool {
    guard a >= 0 else { return false }
    guard b >= 0 else { return true }
    return (entries[a].weight, -a) > (entries[b].weight, -b)
  }
}

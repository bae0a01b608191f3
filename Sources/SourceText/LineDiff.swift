/// The lines two texts have in common, as runs: the basis of a unified diff.
///
/// Lines that occur once in both texts anchor the comparison (patience); what lies between two anchors is compared by
/// Myers' algorithm, and taken as wholly replaced where that would need more than `editLimit` steps, so that the time is
/// bounded for any input.
struct LineDiff {
  /// A run of equal lines: `count` lines from `old` in the old text and from `new` in the new one.
  struct Match: Hashable {
    var old: Int
    var new: Int
    var count: Int
  }

  private static let editLimit = 600

  private let old: [Int]
  private let new: [Int]
  private(set) var matches: [Match] = []

  /// Compares two texts whose lines are given as numbers, equal lines having equal numbers.
  init(old: [Int], new: [Int]) {
    (self.old, self.new) = (old, new)
    compare(0..<old.count, 0..<new.count)
  }

  private mutating func compare(_ oldRange: Range<Int>, _ newRange: Range<Int>) {
    var (oldStart, newStart) = (oldRange.lowerBound, newRange.lowerBound)
    var (oldEnd, newEnd) = (oldRange.upperBound, newRange.upperBound)
    while oldStart < oldEnd, newStart < newEnd, old[oldStart] == new[newStart] {
      (oldStart, newStart) = (oldStart + 1, newStart + 1)
    }
    while oldEnd > oldStart, newEnd > newStart, old[oldEnd - 1] == new[newEnd - 1] {
      (oldEnd, newEnd) = (oldEnd - 1, newEnd - 1)
    }
    match(oldRange.lowerBound, newRange.lowerBound, oldStart - oldRange.lowerBound)
    if oldStart < oldEnd, newStart < newEnd { compareMiddle(oldStart..<oldEnd, newStart..<newEnd) }
    match(oldEnd, newEnd, oldRange.upperBound - oldEnd)
  }

  private mutating func compareMiddle(_ oldRange: Range<Int>, _ newRange: Range<Int>) {
    let anchors = anchors(oldRange, newRange)
    guard !anchors.isEmpty else { return compareDirectly(oldRange, newRange) }
    var (oldStart, newStart) = (oldRange.lowerBound, newRange.lowerBound)
    for anchor in anchors {
      compareDirectly(oldStart..<anchor.old, newStart..<anchor.new)
      match(anchor.old, anchor.new, 1)
      (oldStart, newStart) = (anchor.old + 1, anchor.new + 1)
    }
    compareDirectly(oldStart..<oldRange.upperBound, newStart..<newRange.upperBound)
  }

  private mutating func match(_ oldStart: Int, _ newStart: Int, _ count: Int) {
    guard count > 0 else { return }
    if let last = matches.last, last.old + last.count == oldStart, last.new + last.count == newStart {
      matches[matches.count - 1].count += count
    } else {
      matches.append(Match(old: oldStart, new: newStart, count: count))
    }
  }
}

// MARK: Anchors

extension LineDiff {
  /// Lines that stand once in each range, the longest sequence of them in the same order in both.
  private func anchors(_ oldRange: Range<Int>, _ newRange: Range<Int>) -> [Match] {
    struct Places { var (oldCount, newCount, old, new) = (0, 0, 0, 0) }
    var places: [Int: Places] = [:]
    for index in oldRange {
      places[old[index], default: Places()].oldCount += 1
      places[old[index], default: Places()].old = index
    }
    for index in newRange {
      places[new[index], default: Places()].newCount += 1
      places[new[index], default: Places()].new = index
    }
    let unique = places.values.filter { $0.oldCount == 1 && $0.newCount == 1 }.sorted { $0.old < $1.old }
    return Self.longestAscending(unique.map(\.new)).map { Match(old: unique[$0].old, new: unique[$0].new, count: 1) }
  }

  /// The indices of a longest ascending subsequence of different numbers.
  private static func longestAscending(_ numbers: [Int]) -> [Int] {
    var piles: [Int] = []  // indices of the smallest last number of a subsequence of each length
    var previous = [Int](repeating: -1, count: numbers.count)
    for (index, number) in numbers.enumerated() {
      var (low, high) = (0, piles.count)
      while low < high {
        let middle = (low + high) / 2
        if numbers[piles[middle]] < number { low = middle + 1 } else { high = middle }
      }
      previous[index] = low > 0 ? piles[low - 1] : -1
      if low == piles.count { piles.append(index) } else { piles[low] = index }
    }
    var result: [Int] = []
    var index = piles.last ?? -1
    while index >= 0 {
      result.append(index)
      index = previous[index]
    }
    return result.reversed()
  }
}

// MARK: Myers

extension LineDiff {
  private mutating func compareDirectly(_ oldRange: Range<Int>, _ newRange: Range<Int>) {
    var (oldEnd, newEnd) = (oldRange.upperBound, newRange.upperBound)
    while oldEnd > oldRange.lowerBound, newEnd > newRange.lowerBound, old[oldEnd - 1] == new[newEnd - 1] {
      (oldEnd, newEnd) = (oldEnd - 1, newEnd - 1)
    }
    for found in shortestEdit(oldRange.lowerBound..<oldEnd, newRange.lowerBound..<newEnd) {
      match(found.old, found.new, found.count)
    }
    match(oldEnd, newEnd, oldRange.upperBound - oldEnd)
  }

  /// Myers' greedy algorithm; no match at all when more than `editLimit` lines would differ.
  private func shortestEdit(_ oldRange: Range<Int>, _ newRange: Range<Int>) -> [Match] {
    let (n, m) = (oldRange.count, newRange.count)
    guard n > 0, m > 0 else { return [] }
    let limit = min(n + m, Self.editLimit)
    var furthest = [Int](repeating: 0, count: 2 * limit + 2)
    var trace: [[Int]] = []
    for distance in 0...limit {
      trace.append(furthest)
      for diagonal in stride(from: -distance, through: distance, by: 2) {
        let below = diagonal == -distance
          || (diagonal != distance && furthest[limit + diagonal - 1] < furthest[limit + diagonal + 1])
        var x = below ? furthest[limit + diagonal + 1] : furthest[limit + diagonal - 1] + 1
        while x < n, x - diagonal < m, x - diagonal >= 0, old[oldRange.lowerBound + x] == new[newRange.lowerBound + x - diagonal] {
          x += 1
        }
        furthest[limit + diagonal] = x
        if x >= n, x - diagonal >= m { return backtrack(trace, oldRange, newRange, limit) }
      }
    }
    return []
  }

  private func backtrack(_ trace: [[Int]], _ oldRange: Range<Int>, _ newRange: Range<Int>, _ limit: Int) -> [Match] {
    var (x, y) = (oldRange.count, newRange.count)
    var result: [Match] = []
    for distance in stride(from: trace.count - 1, through: 0, by: -1) {
      let furthest = trace[distance]
      let diagonal = x - y
      let below = diagonal == -distance
        || (diagonal != distance && furthest[limit + diagonal - 1] < furthest[limit + diagonal + 1])
      let previousDiagonal = below ? diagonal + 1 : diagonal - 1
      let previousX = distance == 0 ? 0 : furthest[limit + previousDiagonal]
      let previousY = distance == 0 ? 0 : previousX - previousDiagonal
      let run = min(x - previousX, y - previousY)
      if run > 0 {
        result.append(Match(old: oldRange.lowerBound + x - run, new: newRange.lowerBound + y - run, count: run))
      }
      (x, y) = (previousX, previousY)
    }
    return result.reversed()
  }
}

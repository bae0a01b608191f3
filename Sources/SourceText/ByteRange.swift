/// A half-open range of byte offsets, counted from 0, in a text that the context names.
///
/// Unlike `Range<Int>` it is never checked for use on a collection; an empty range marks a place between two bytes.
///
/// Public, as the small types of syntax trees are: see `NodeKind`.
package struct ByteRange: Hashable, Sendable, Comparable {
  package var start: Int
  package var end: Int

  /// A range; an `end` before `start` is taken as empty at `start`.
  package init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = max(start, end)
  }

  package init(_ range: Range<Int>) { self.init(range.lowerBound, range.upperBound) }

  package var count: Int { end - start }
  package var isEmpty: Bool { end == start }
  package var range: Range<Int> { start..<end }

  package func contains(_ other: ByteRange) -> Bool { start <= other.start && other.end <= end }
  package func contains(offset: Int) -> Bool { start <= offset && offset < end }
  package func overlaps(_ other: ByteRange) -> Bool { start < other.end && other.start < end }

  /// The range moved by `delta` bytes.
  package func shifted(by delta: Int) -> ByteRange { ByteRange(start + delta, end + delta) }

  /// The smallest range that covers both.
  package func union(_ other: ByteRange) -> ByteRange { ByteRange(min(start, other.start), max(end, other.end)) }

  package static func < (a: ByteRange, b: ByteRange) -> Bool { (a.start, a.end) < (b.start, b.end) }
}

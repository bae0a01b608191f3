/// A half-open range of byte offsets, counted from 0, in a text that the context names.
///
/// Unlike `Range<Int>` it is never checked for use on a collection; an empty range marks a place between two bytes.
///
/// Public, as the small types of syntax trees are: see `NodeKind`.
public struct ByteRange: Hashable, Sendable, Comparable {
  public var start: Int
  public var end: Int

  /// A range; an `end` before `start` is taken as empty at `start`.
  @inlinable public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = max(start, end)
  }

  @inlinable public init(_ range: Range<Int>) { self.init(range.lowerBound, range.upperBound) }

  @inlinable public var count: Int { end - start }
  @inlinable public var isEmpty: Bool { end == start }
  @inlinable public var range: Range<Int> { start..<end }

  @inlinable public func contains(_ other: ByteRange) -> Bool { start <= other.start && other.end <= end }
  @inlinable public func contains(offset: Int) -> Bool { start <= offset && offset < end }
  @inlinable public func overlaps(_ other: ByteRange) -> Bool { start < other.end && other.start < end }

  /// The range moved by `delta` bytes.
  @inlinable public func shifted(by delta: Int) -> ByteRange { ByteRange(start + delta, end + delta) }

  /// The smallest range that covers both.
  @inlinable public func union(_ other: ByteRange) -> ByteRange { ByteRange(min(start, other.start), max(end, other.end)) }

  @inlinable public static func < (a: ByteRange, b: ByteRange) -> Bool { (a.start, a.end) < (b.start, b.end) }
}

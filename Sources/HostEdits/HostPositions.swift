import HostLanguages
import SourceText

/// Finds host bytes for places in the SQL text.
struct HostPositions {
  private let statement: EmbeddedStatement
  private let segments: [SourceMap.Segment]

  /// Refuses a map that does not lie inside the file and the text.
  init(_ statement: EmbeddedStatement, in host: [UInt8]) throws(Refusal) {
    self.statement = statement
    segments = statement.map.segments
    let length = statement.text.bytes.count
    var end = 0
    for segment in segments {
      let isSound = segment.sql.start == end && segment.sql.end <= length && segment.host.start >= 0 && segment.host.end <= host.count
        && segment.literal < statement.literals.count
        && (segment.literal >= 0 || segment.kind == .hole)
        && (segment.kind != .verbatim || segment.sql.count == segment.host.count)
      guard isSound else { throw Refusal(.inconsistentPieces, at: segment.sql) }
      end = segment.sql.end
    }
    guard end == length else { throw Refusal(.inconsistentPieces, at: ByteRange(end, length)) }
    for literal in statement.literals {
      let isSound = literal.range.start >= 0 && literal.range.end <= host.count && literal.range.contains(literal.body)
      guard isSound else { throw Refusal(.inconsistentPieces, at: ByteRange(0, length)) }
    }
  }

  /// Host bytes of one literal, by its index.
  struct Place: Hashable {
    var literal: Int
    var host: ByteRange
  }

  /// The range of SQL bytes grown so that it cuts no escape sequence.
  func withoutCutEscapes(_ range: ByteRange) -> ByteRange {
    var result = range
    if let segment = segment(inside: range.start), segment.kind != .verbatim { result.start = segment.sql.start }
    if let segment = segment(inside: range.end), segment.kind != .verbatim { result.end = segment.sql.end }
    return result
  }

  /// Where the bytes of a range are written, one place for each literal; an empty range gives the one place where it is.
  ///
  /// Empty when an empty range stands between two host expressions.
  func places(of range: ByteRange) -> [Place] {
    if range.isEmpty { return insertionPlace(at: range.start).map { [$0] } ?? [] }
    var result: [Place] = []
    var index = firstIndex(endingAfter: range.start)
    while index < segments.count, segments[index].sql.start < range.end {
      let segment = segments[index]
      index += 1
      guard segment.literal >= 0, !segment.sql.isEmpty else { continue }
      let start = hostOffset(of: max(segment.sql.start, range.start), literal: segment.literal) ?? segment.host.start
      let end = hostOffset(of: min(segment.sql.end, range.end), literal: segment.literal) ?? segment.host.end
      if let last = result.last, last.literal == segment.literal {
        result[result.count - 1].host.end = max(end, last.host.end)
      } else {
        result.append(Place(literal: segment.literal, host: ByteRange(start, end)))
      }
    }
    return result
  }

  private func insertionPlace(at offset: Int) -> Place? {
    let index = firstIndex(endingAfter: offset)
    if index < segments.count, segments[index].sql.start < offset {
      return hostOffset(of: offset, literal: segments[index].literal).map { Place(literal: segments[index].literal, host: ByteRange($0, $0)) }
    }
    let candidates = [index > 0 ? segments[index - 1].literal : -1, index < segments.count ? segments[index].literal : -1]
    for literal in candidates where literal >= 0 {
      if let host = hostOffset(of: offset, literal: literal) { return Place(literal: literal, host: ByteRange(host, host)) }
    }
    // Between two host expressions, or beside one, an empty literal may stand.
    return emptyLiteral(at: offset)
  }

  private func emptyLiteral(at offset: Int) -> Place? {
    let index = firstIndex(endingAfter: offset)
    let start = index > 0 ? segments[index - 1].host.end : 0
    let end = index < segments.count ? segments[index].host.start : Int.max
    for (number, literal) in statement.literals.enumerated()
    where literal.body.isEmpty && literal.range.start >= start && literal.range.end <= end {
      return Place(literal: number, host: literal.body)
    }
    return nil
  }

  /// The host offset of a place in the text, inside a literal that has bytes beside it.
  ///
  /// At a boundary between two segments it is the end of the former, so that blanks a text block strips stay behind; but at the start of
  /// a line it is the start of the latter, behind the stripped indentation.
  private func hostOffset(of offset: Int, literal: Int) -> Int? {
    let index = firstIndex(endingAfter: offset)
    if index < segments.count, segments[index].sql.start < offset {
      guard segments[index].kind == .verbatim, segments[index].literal == literal else { return nil }
      return segments[index].host.start + offset - segments[index].sql.start
    }
    let next = index < segments.count && segments[index].literal == literal ? segments[index] : nil
    guard index > 0, segments[index - 1].literal == literal else { return next?.host.start }
    let previous = segments[index - 1]
    guard endsLine(previous) else { return previous.host.end }
    if let next { return next.host.start }
    return statement.literals[literal].form.escapes == .javaTextBlock ? statement.literals[literal].body.end : previous.host.end
  }

  private func endsLine(_ segment: SourceMap.Segment) -> Bool {
    segment.kind != .hole && segment.sql.end > 0 && statement.text.bytes[segment.sql.end - 1] == 0x0A
  }

  private func segment(inside offset: Int) -> SourceMap.Segment? {
    let index = firstIndex(endingAfter: offset)
    guard index < segments.count, segments[index].sql.start < offset else { return nil }
    return segments[index]
  }

  /// The first segment that ends after an offset of the text.
  private func firstIndex(endingAfter offset: Int) -> Int {
    var (low, high) = (0, segments.count)
    while low < high {
      let middle = (low + high) / 2
      if segments[middle].sql.end <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

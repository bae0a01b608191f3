import HostLanguages
import SourceText

extension EmbeddedStatement {
  /// The bytes of the host file that write a range of the SQL text, for showing a finding's place: from where its first byte is written
  /// to where its last one is, whatever lies between.
  ///
  /// An empty range gives an empty one; a range outside the text is cut to it.
  package func hostRange(of sql: ByteRange) -> ByteRange {
    guard let first = map.segments.first, let last = map.segments.last else { return range }
    let start = min(max(sql.start, first.sql.start), last.sql.end)
    let end = min(max(sql.end, start), last.sql.end)
    guard start < end else {
      let place = hostOffset(start, isEnd: start == last.sql.end)
      return ByteRange(place, place)
    }
    return ByteRange(hostOffset(start, isEnd: false), hostOffset(end, isEnd: true))
  }

  /// Where a byte begins (or, as an end, where the byte before it ends).
  private func hostOffset(_ offset: Int, isEnd: Bool) -> Int {
    let segments = map.segments
    var (low, high) = (0, segments.count)
    while low < high {
      let middle = (low + high) / 2
      let isBefore = isEnd ? segments[middle].sql.end < offset : segments[middle].sql.end <= offset
      if isBefore { low = middle + 1 } else { high = middle }
    }
    guard low < segments.count else { return range.end }
    let segment = segments[low]
    guard segment.kind == .verbatim else { return isEnd ? segment.host.end : segment.host.start }
    return segment.host.start + min(max(offset - segment.sql.start, 0), segment.host.count)
  }
}

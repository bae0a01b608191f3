import SourceText

/// Run-time text under construction: its bytes, where each comes from, and the literals that they come from.
package struct HostText: Hashable, Sendable {
  package private(set) var bytes: [UInt8] = []
  package private(set) var segments: [SourceMap.Segment] = []
  /// In order of the text.
  package var literals: [EmbeddedLiteral] = []
  /// For each of `literals` whether it stands elsewhere than the text it is part of, named by a constant.
  package var isElsewhere: [Bool] = []

  package init() {}

  package var isEmpty: Bool { bytes.isEmpty }
  package var hasHoles: Bool { segments.contains { $0.kind == .hole } }

  /// The holes as atoms.
  package var holes: [Atom] { segments.filter { $0.kind == .hole }.map { Atom(range: $0.sql, kind: .hole) } }

  /// Begins a literal; what is added after it comes from it. Returns its index.
  package mutating func begin(_ literal: EmbeddedLiteral) -> Int {
    literals.append(literal)
    isElsewhere.append(false)
    return literals.count - 1
  }

  package mutating func addVerbatim(_ range: ByteRange, of host: [UInt8], literal: Int) {
    guard !range.isEmpty else { return }
    let start = bytes.count
    bytes += host[range.range]
    if let last = segments.last, last.kind == .verbatim, last.literal == literal, last.host.end == range.start {
      segments[segments.count - 1].sql.end = bytes.count
      segments[segments.count - 1].host.end = range.end
    } else {
      segments.append(.init(sql: ByteRange(start, bytes.count), host: range, literal: literal, kind: .verbatim))
    }
  }

  mutating func addEscape(_ text: some Collection<UInt8>, from host: ByteRange, literal: Int) {
    guard !text.isEmpty else { return }
    let start = bytes.count
    bytes += text
    segments.append(.init(sql: ByteRange(start, bytes.count), host: host, literal: literal, kind: .escape))
  }

  /// Adds `⟦expression⟧`; `literal` is -1 for an expression between two literals.
  package mutating func addHole(_ expression: some Collection<UInt8>, from host: ByteRange, literal: Int) {
    let start = bytes.count
    bytes += Array("⟦".utf8) + expression + Array("⟧".utf8)
    segments.append(.init(sql: ByteRange(start, bytes.count), host: host, literal: literal, kind: .hole))
  }

  /// Adds all of another text, its literals too.
  mutating func append(_ other: HostText, isElsewhere elsewhere: Bool = false) {
    let (offset, firstLiteral) = (bytes.count, literals.count)
    bytes += other.bytes
    literals += other.literals
    isElsewhere += elsewhere ? other.literals.map { _ in true } : other.isElsewhere
    for var segment in other.segments {
      segment.sql = segment.sql.shifted(by: offset)
      if segment.literal >= 0 { segment.literal += firstLiteral }
      segments.append(segment)
    }
  }

  // MARK: Parts

  /// The index of the segment that holds `offset`, or `segments.count`.
  private func segmentIndex(at offset: Int) -> Int {
    var (low, high) = (0, segments.count)
    while low < high {
      let middle = (low + high) / 2
      if segments[middle].sql.end <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The host bytes that a range of the text comes from: from the first one's to the last one's, in one literal.
  /// Nil where they come from several literals.
  package func hostRange(of range: ByteRange) -> (range: ByteRange, literal: Int)? {
    var result: (range: ByteRange, literal: Int)?
    var index = segmentIndex(at: range.start)
    while index < segments.count, segments[index].sql.start < range.end {
      let part = Self.clip(segments[index], to: range)
      if let known = result {
        guard known.literal == part.literal, known.range.end <= part.host.start else { return nil }
        result = (known.range.union(part.host), part.literal)
      } else {
        result = (part.host, part.literal)
      }
      index += 1
    }
    return result
  }

  private static func clip(_ segment: SourceMap.Segment, to range: ByteRange) -> SourceMap.Segment {
    var part = segment
    let (start, end) = (max(segment.sql.start, range.start), min(segment.sql.end, range.end))
    part.sql = ByteRange(start, end)
    if segment.kind == .verbatim {
      part.host = ByteRange(segment.host.start + start - segment.sql.start, segment.host.start + end - segment.sql.start)
    }
    return part
  }

  /// Adds a range of another text whose literals this one has already (in the same order).
  package mutating func appendPart(_ range: ByteRange, of other: HostText) {
    var index = other.segmentIndex(at: range.start)
    while index < other.segments.count, other.segments[index].sql.start < range.end {
      var part = Self.clip(other.segments[index], to: range)
      let source = part.sql
      part.sql = ByteRange(bytes.count, bytes.count + source.count)
      bytes += other.bytes[source.range]
      if let last = segments.last, last.kind == .verbatim, part.kind == .verbatim, last.literal == part.literal,
        last.host.end == part.host.start
      {
        segments[segments.count - 1].sql.end = part.sql.end
        segments[segments.count - 1].host.end = part.host.end
      } else {
        segments.append(part)
      }
      index += 1
    }
  }

  /// An empty text with the same literals, to be filled with `appendPart` and what stands for other parts.
  package func emptied() -> HostText {
    var text = HostText()
    (text.literals, text.isElsewhere) = (literals, isElsewhere)
    return text
  }

  /// Adds text that replaces a range of another text as one escape sequence.
  package mutating func addEscape(_ text: some Collection<UInt8>, for range: ByteRange, of other: HostText) {
    guard let host = other.hostRange(of: range) else { return appendPart(range, of: other) }
    addEscape(text, from: host.range, literal: host.literal)
  }

  /// Adds a hole that replaces a range of another text.
  mutating func addHole(_ expression: some Collection<UInt8>, for range: ByteRange, of other: HostText) {
    let host = other.hostRange(of: range) ?? (ByteRange(0, 0), -1)
    addHole(expression, from: host.range, literal: host.literal)
  }

  /// A range of the text as a text of its own, with the literals that it comes from only.
  package func part(_ range: ByteRange) -> HostText {
    var part = emptied()
    part.appendPart(range, of: self)
    var numbers: [Int: Int] = [:]
    (part.literals, part.isElsewhere) = ([], [])
    for index in part.segments.indices where part.segments[index].literal >= 0 {
      let old = part.segments[index].literal
      if numbers[old] == nil {
        numbers[old] = part.literals.count
        part.literals.append(literals[old])
        part.isElsewhere.append(isElsewhere[old])
      }
      part.segments[index].literal = numbers[old] ?? -1
    }
    return part
  }
}

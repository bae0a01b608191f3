import HostLanguages
import PostgresSyntax
import SourceText

/// Text as a driver reads it: its escapes decoded, its placeholders found.
struct DriverText {
  var text: HostText
  var sql: SQLText

  /// - Parameter binds: Whether the call passes values; nil when it is not known. Without values psycopg leaves `%` alone.
  init(_ text: HostText, style: PlaceholderStyle, binds: Bool?) {
    self.text = text
    sql = SQLText(bytes: text.bytes, atoms: text.holes)
    switch style {
    case .percent: decodePercent(binds: binds)
    case .question: decodeQuestion()
    case .colon: decodeColon()
    case .dollar, .at, .none: sql = Placeholders.locate(in: sql, style: style)
    }
  }

  /// Text with the drivers' escapes taken out so far, and the placeholders of what is left.
  private struct Rewriting {
    var source: HostText
    var result: HostText
    var atoms: [Atom] = []
    var copied = 0

    init(_ source: HostText) { (self.source, result) = (source, source.emptied()) }

    mutating func copy(to offset: Int) {
      result.appendPart(ByteRange(copied, offset), of: source)
      copied = offset
    }

    mutating func escape(_ range: ByteRange, as text: String) {
      copy(to: range.start)
      result.addEscape(text.utf8, for: range, of: source)
      copied = range.end
    }
  }

  // MARK: psycopg

  /// psycopg looks at the bytes alone: a marker counts inside quotes too.
  private mutating func decodePercent(binds: Bool?) {
    let markers = percentMarkers()
    guard binds ?? markers.contains(where: { $0.count > 1 }) else { return }
    var rewriting = Rewriting(text)
    var numbers: [String: Int] = [:]
    var count = 0
    for range in markers where range.count > 1 {
      if text.bytes[range.end - 1] == UInt8(ascii: "%") {
        rewriting.escape(range, as: "%")
        continue
      }
      rewriting.copy(to: range.start)
      let start = rewriting.result.bytes.count
      rewriting.copy(to: range.end)
      let name = range.count > 2 ? String(decoding: text.bytes[(range.start + 2)..<(range.end - 2)], as: UTF8.self) : nil
      let known = name.flatMap { numbers[$0] }
      if known == nil { count += 1 }
      if let name { numbers[name] = known ?? count }
      rewriting.atoms.append(
        Atom(range: ByteRange(start, start + range.count), kind: .placeholder, parameter: known ?? count, name: name))
    }
    rewriting.copy(to: text.bytes.count)
    finish(rewriting)
  }

  /// `%%`, `%s`, `%b`, `%t`, `%(name)s` outside holes; a per cent sign that begins none of them has length 1.
  private func percentMarkers() -> [ByteRange] {
    let bytes = text.bytes
    let holes = text.holes.map(\.range)
    var (at, hole) = (0, 0)
    var markers: [ByteRange] = []
    while at < bytes.count {
      if hole < holes.count, at >= holes[hole].start {
        at = max(at, holes[hole].end)
        hole += 1
      } else if bytes[at] == UInt8(ascii: "%") {
        let limit = hole < holes.count ? holes[hole].start : bytes.count
        let end = Self.percentEnd(at, in: bytes, limit: limit)
        markers.append(ByteRange(at, end))
        at = end
      } else {
        at += 1
      }
    }
    return markers
  }

  private static func percentEnd(_ at: Int, in bytes: [UInt8], limit: Int) -> Int {
    guard at + 1 < limit else { return at + 1 }
    if bytes[at + 1] == UInt8(ascii: "%") || "sbt".utf8.contains(bytes[at + 1]) { return at + 2 }
    guard bytes[at + 1] == UInt8(ascii: "("), let close = bytes[at..<limit].prefix(130).firstIndex(of: UInt8(ascii: ")")), close + 1 < limit,
      close > at + 2, "sbt".utf8.contains(bytes[close + 1])
    else { return at + 1 }
    return close + 2
  }

  // MARK: JDBC

  /// `??` outside quotes is the operator `?`.
  private mutating func decodeQuestion() {
    let located = Placeholders.locate(in: sql, style: .question)
    let marks = located.placeholders
    guard zip(marks, marks.dropFirst()).contains(where: { $0.range.end == $1.range.start }) else {
      sql = located
      return
    }
    var rewriting = Rewriting(text)
    var (index, count) = (0, 0)
    var numbers: [String: Int] = [:]
    while index < marks.count {
      let mark = marks[index]
      if index + 1 < marks.count, mark.range.end == marks[index + 1].range.start, mark.range.count == 1 {
        rewriting.escape(mark.range.union(ByteRange(mark.range.end, mark.range.end + 1)), as: "?")
        index += 2
        continue
      }
      rewriting.copy(to: mark.range.start)
      let start = rewriting.result.bytes.count
      rewriting.copy(to: mark.range.end)
      let known = mark.name.flatMap { numbers[$0] }
      if known == nil { count += 1 }
      if let name = mark.name { numbers[name] = known ?? count }
      rewriting.atoms.append(
        Atom(range: ByteRange(start, start + mark.range.count), kind: .placeholder, parameter: known ?? count, name: mark.name))
      index += 1
    }
    rewriting.copy(to: text.bytes.count)
    finish(rewriting)
  }

  // MARK: Named parameters

  /// `\:` is a colon that begins no name.
  private mutating func decodeColon() {
    let bytes = text.bytes
    guard bytes.contains(UInt8(ascii: "\\")) else {
      sql = Placeholders.locate(in: sql, style: .colon)
      return
    }
    var rewriting = Rewriting(text)
    // While placeholders are looked for, an escaped colon must not look like one.
    var masked = SQLText(bytes: [], atoms: [])
    var at = 0
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "\\"), at + 1 < bytes.count, bytes[at + 1] == UInt8(ascii: ":") {
        rewriting.escape(ByteRange(at, at + 2), as: ":")
        masked.bytes.append(UInt8(ascii: "="))
        at += 2
      } else {
        masked.bytes.append(bytes[at])
        at += 1
      }
    }
    rewriting.copy(to: bytes.count)
    masked.atoms = rewriting.result.holes
    rewriting.atoms = Placeholders.locate(in: masked, style: .colon).placeholders
    finish(rewriting)
  }

  private mutating func finish(_ rewriting: Rewriting) {
    text = rewriting.result
    sql = SQLText(bytes: text.bytes, atoms: (text.holes + rewriting.atoms).sorted { $0.range < $1.range })
  }
}

import HostLanguages
import SourceText

/// Turns replaced stretches of the SQL text into edits inside the literals that hold them.
struct LiteralEdits {
  private let statement: EmbeddedStatement
  private let host: [UInt8]
  private let positions: HostPositions
  /// By index of the literal; a long literal may get many edits.
  private var encoders: [Int: LiteralEncoder] = [:]
  private(set) var edits: [TextEdit] = []

  init(_ statement: EmbeddedStatement, in host: [UInt8]) throws(Refusal) {
    (self.statement, self.host) = (statement, host)
    positions = try HostPositions(statement, in: host)
  }

  /// Adds the edits that put `text`, already with the driver's escapes, in place of `source`.
  ///
  /// New text goes into the first literal that loses bytes; the others only lose theirs, so that no delimiter or host code is touched.
  mutating func replace(_ source: ByteRange, with text: [UInt8]) throws(Refusal) {
    let whole = positions.withoutCutEscapes(source)
    let sql = statement.text.bytes
    var text: [UInt8] = Array(sql[whole.start..<source.start]) + text + Array(sql[source.end..<whole.end])
    let places = positions.places(of: whole)
    guard !places.isEmpty else { throw Refusal(.noLiteralForText, at: source) }
    for place in places {
      let edit = try edit(place, with: text, source: source)
      if !edit.range.isEmpty || !edit.replacement.isEmpty { edits.append(edit) }
      text = []
    }
  }

  /// The edits in order, each once; a literal that occurs twice in the statement must get the same edits at both places.
  func finished() throws(Refusal) -> [TextEdit] {
    let everything = ByteRange(0, statement.text.bytes.count)
    try checkRepeatedLiterals(everything)
    var result: [TextEdit] = []
    for edit in edits.sorted(by: { $0.range < $1.range }) where edit != result.last {
      if let last = result.last, edit.range.start < last.range.end || edit.range == last.range {
        throw Refusal(.overlappingEdits, at: everything)
      }
      result.append(edit)
    }
    return result
  }

  private func checkRepeatedLiterals(_ everything: ByteRange) throws(Refusal) {
    var occurrences: [ByteRange: Int] = [:]
    for literal in statement.literals { occurrences[literal.range, default: 0] += 1 }
    guard occurrences.contains(where: { $0.value > 1 }) else { return }
    var counts: [TextEdit: Int] = [:]
    for edit in edits { counts[edit, default: 0] += 1 }
    for literal in statement.literals {
      guard let times = occurrences[literal.range], times > 1 else { continue }
      let agree = counts.allSatisfy { !literal.range.contains($0.key.range) || $0.value == times }
      guard agree else { throw Refusal(.sharedLiteral, at: everything) }
    }
  }

  // MARK: One literal

  private mutating func encoder(of number: Int) -> LiteralEncoder {
    if let known = encoders[number] { return known }
    let literal = statement.literals[number]
    let encoder = LiteralEncoder(
      form: literal.form, delimiter: host[literal.body.end..<literal.range.end], lineEnd: lineEnd(in: literal))
    encoders[number] = encoder
    return encoder
  }

  private mutating func edit(_ place: HostPositions.Place, with text: [UInt8], source: ByteRange) throws(Refusal) -> TextEdit {
    let literal = statement.literals[place.literal]
    guard literal.body.contains(place.host) else { throw Refusal(.inconsistentPieces, at: source) }
    let (range, text) = keepingBlanks(place.host, text, literal)
    let encoder = encoder(of: place.literal)
    let surroundings = LiteralEncoder.Surroundings(
      before: host[literal.body.start..<range.start].suffix(16), after: host[range.end..<literal.range.end].prefix(16),
      startsLine: startsLine(range.start, literal), endsLine: endsLine(range.end, literal))
    do {
      let encoded = try encoder.encode(text, in: surroundings)
      try checkEnd(literal, range, encoded, source)
      return TextEdit(range, with: encoded)
    } catch let error as LiteralEncoder.CannotHold {
      throw Refusal(.literalCannotHold(sequence: error.sequence, form: literal.form.name), at: source)
    } catch let error as Refusal {
      throw error
    } catch {
      throw Refusal(.inconsistentPieces, at: source)
    }
  }

  /// A raw Python string cannot end with an odd count of backslashes.
  private func checkEnd(_ literal: EmbeddedLiteral, _ range: ByteRange, _ encoded: [UInt8], _ source: ByteRange) throws(Refusal) {
    let isBackslash: (UInt8) -> Bool = { $0 == UInt8(ascii: "\\") }
    guard literal.form.escapes == .none, statement.language == "python", host[range.end..<literal.body.end].allSatisfy(isBackslash) else { return }
    var count = literal.body.end - range.end + encoded.reversed().prefix(while: isBackslash).count
    if encoded.allSatisfy(isBackslash) { count += host[literal.body.start..<range.start].reversed().prefix(while: isBackslash).count }
    if count % 2 == 1 { throw Refusal(.literalCannotHold(sequence: "\\", form: literal.form.name), at: source) }
  }

  /// How a line end is written in the literal: as its other line ends are, where the language reads CR LF as one line end.
  private func lineEnd(in literal: EmbeddedLiteral) -> [UInt8] {
    let body = host[literal.body.range]
    guard literal.form.isMultiline, let first = body.firstIndex(of: 0x0A), first > body.startIndex, body[first - 1] == 0x0D,
      !keepsReturns(in: literal.body)
    else { return [0x0A] }
    return [0x0D, 0x0A]
  }

  /// Whether carriage returns are part of the text.
  private func keepsReturns(in body: ByteRange) -> Bool {
    statement.map.segments.contains { segment in
      segment.kind == .verbatim && body.contains(segment.host) && host[segment.host.range].contains(0x0D)
    }
  }

  // MARK: Blanks of text blocks

  /// Where removing text would leave a blank at the end or start of a text block's line, the blank joins the edit, so that it is
  /// written `\s`.
  private func keepingBlanks(_ range: ByteRange, _ text: [UInt8], _ literal: EmbeddedLiteral) -> (ByteRange, [UInt8]) {
    guard literal.form.escapes == .javaTextBlock, text.isEmpty, !range.isEmpty else { return (range, text) }
    if endsLine(range.end, literal), range.start > literal.body.start, host[range.start - 1] == 0x20 {
      return (ByteRange(range.start - 1, range.end), [0x20])
    }
    if startsLine(range.start, literal), range.end < literal.body.end, host[range.end] == 0x20 {
      return (ByteRange(range.start, range.end + 1), [0x20])
    }
    return (range, text)
  }

  private func startsLine(_ offset: Int, _ literal: EmbeddedLiteral) -> Bool {
    let before = host[literal.body.start..<offset].reversed().drop { $0 == 0x20 || $0 == 0x09 }
    return before.first.map { $0 == 0x0A || $0 == 0x0D } ?? true
  }

  private func endsLine(_ offset: Int, _ literal: EmbeddedLiteral) -> Bool {
    let after = host[offset..<literal.body.end].drop { $0 == 0x20 || $0 == 0x09 }
    return after.first.map { $0 == 0x0A || $0 == 0x0D } ?? true
  }
}

import SourceText

/// Why a literal's run-time text cannot be told.
package enum DecodingError: Error, Hashable, Sendable {
  /// An escape sequence that the language rejects, or that cannot be resolved here (`\N{…}`).
  case undecodable(offset: Int, escape: String)
  /// The text would not be UTF-8.
  case notUTF8(offset: Int)
}

/// Decodes literals into the bytes that the program sees at run time, with the place each comes from.
struct LiteralDecoder {
  let file: HostFile

  /// Adds a literal token's text to `text`.
  ///
  /// - Parameter hole: What to add for a hole; by default `⟦expression⟧`.
  func decode(_ token: HostToken, into text: inout HostText) throws(DecodingError) {
    let form = file.form(of: token)
    let literal = text.begin(EmbeddedLiteral(range: token.range, body: token.body, form: form))
    let start = text.bytes.count
    if form.escapes == .javaTextBlock {
      try decodeTextBlock(token.body, literal: literal, into: &text)
    } else {
      try decodeBody(token, form: form, literal: literal, into: &text)
    }
    guard UTF8Validation.firstInvalid(in: text.bytes, start..<text.bytes.count) == nil else { throw .notUTF8(offset: token.body.start) }
  }

  private func decodeBody(_ token: HostToken, form: LiteralForm, literal: Int, into text: inout HostText) throws(DecodingError) {
    var at = token.body.start
    for hole in token.holes {
      try decodeRun(ByteRange(at, hole.range.start), form: form, literal: literal, into: &text)
      text.addHole(file.expression(of: hole.body), from: hole.range, literal: literal)
      at = hole.range.end
    }
    try decodeRun(ByteRange(at, token.body.end), form: form, literal: literal, into: &text)
  }

  /// A run of body text without holes.
  private func decodeRun(_ run: ByteRange, form: LiteralForm, literal: Int, into text: inout HostText) throws(DecodingError) {
    let doublesBraces = form.mustEscape.contains("{")
    var (at, verbatim) = (run.start, run.start)
    while at < run.end {
      guard let (end, decoded) = try special(at: at, in: run, form: form, doublesBraces: doublesBraces) else {
        at += 1
        continue
      }
      text.addVerbatim(ByteRange(verbatim, at), of: file.bytes, literal: literal)
      text.addEscape(decoded, from: ByteRange(at, end), literal: literal)
      (at, verbatim) = (end, end)
    }
    text.addVerbatim(ByteRange(verbatim, run.end), of: file.bytes, literal: literal)
  }

  /// What does not stand for itself at `at`: its end and the text that it gives; nil for a byte that does.
  private func special(
    at: Int, in run: ByteRange, form: LiteralForm, doublesBraces: Bool
  ) throws(DecodingError) -> (end: Int, text: [UInt8])? {
    switch file.bytes[at] {
    case UInt8(ascii: "\\") where form.escapes == .python && at + 1 == run.end:
      // Before a hole the backslash escapes nothing.
      return nil
    case UInt8(ascii: "\\") where form.escapes != .none:
      guard let escape = EscapeSequence(in: file.bytes, at: at, limit: run.end, rules: form.escapes) else {
        throw .undecodable(offset: at, escape: file.string(ByteRange(at, min(at + 2, run.end))))
      }
      return escape.isVerbatim ? nil : (escape.end, escape.text)
    case UInt8(ascii: "\r") where form.isMultiline:
      let isPair = at + 1 < run.end && file.bytes[at + 1] == UInt8(ascii: "\n")
      // A Go raw string drops carriage returns; Python and JavaScript read CR LF as LF.
      if form.cannotHold.contains("\r") { return (at + 1, []) }
      return (at + (isPair ? 2 : 1), [UInt8(ascii: "\n")])
    case UInt8(ascii: "{") where doublesBraces, UInt8(ascii: "}") where doublesBraces:
      let isPair = at + 1 < run.end && file.bytes[at + 1] == file.bytes[at]
      return isPair ? (at + 2, [file.bytes[at]]) : nil
    default:
      return nil
    }
  }
}

extension HostFile {
  /// The bytes of a host expression without surrounding white space.
  func expression(of range: ByteRange) -> ArraySlice<UInt8> {
    bytes[trimmed(range).range]
  }

  /// A range without white space at its ends.
  func trimmed(_ range: ByteRange) -> ByteRange {
    var (start, end) = (range.start, range.end)
    while start < end, bytes[start].isWhiteSpace { start += 1 }
    while end > start, bytes[end - 1].isWhiteSpace { end -= 1 }
    return ByteRange(start, end)
  }
}

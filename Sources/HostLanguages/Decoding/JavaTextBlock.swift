import SourceText

extension LiteralDecoder {
  /// A Java text block (specification 3.10.6): incidental white space stripped line by line, then escapes interpreted.
  func decodeTextBlock(_ body: ByteRange, literal: Int, into text: inout HostText) throws(DecodingError) {
    let lines = self.lines(of: body)
    let indentation = commonIndentation(of: lines)
    for (number, line) in lines.enumerated() {
      let isLast = number == lines.count - 1
      let content = strippingTrailingBlanks(line.content)
      let start = min(line.content.start + indentation, content.end)
      let continues = try decodeLine(ByteRange(start, content.end), literal: literal, into: &text)
      if isLast || continues { continue }
      if content.end == line.content.end, line.end == content.end + 1, file.bytes[content.end] == UInt8(ascii: "\n") {
        text.addVerbatim(ByteRange(content.end, line.end), of: file.bytes, literal: literal)
      } else {
        text.addEscape([UInt8(ascii: "\n")], from: ByteRange(content.end, line.end), literal: literal)
      }
    }
  }

  private struct Line {
    var content: ByteRange
    /// After its line end.
    var end: Int
  }

  private func lines(of body: ByteRange) -> [Line] {
    var lines: [Line] = []
    var start = body.start
    var at = start
    while at < body.end {
      let byte = file.bytes[at]
      guard byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") else { at += 1; continue }
      let isPair = byte == UInt8(ascii: "\r") && at + 1 < body.end && file.bytes[at + 1] == UInt8(ascii: "\n")
      let end = at + (isPair ? 2 : 1)
      lines.append(Line(content: ByteRange(start, at), end: end))
      (start, at) = (end, end)
    }
    return lines + [Line(content: ByteRange(start, body.end), end: body.end)]
  }

  private func strippingTrailingBlanks(_ range: ByteRange) -> ByteRange {
    var end = range.end
    while end > range.start, file.bytes[end - 1].isWhiteSpace { end -= 1 }
    return ByteRange(range.start, end)
  }

  /// The least indentation of the lines that count: those with text, and the last one.
  private func commonIndentation(of lines: [Line]) -> Int {
    var least = Int.max
    for (number, line) in lines.enumerated() {
      let isBlank = strippingTrailingBlanks(line.content).isEmpty
      if isBlank, number < lines.count - 1 { continue }
      least = min(least, line.content.range.prefix { file.bytes[$0].isWhiteSpace }.count)
    }
    return least == Int.max ? 0 : least
  }

  /// The escapes of one line; true when it ends with a backslash that joins the next line to it.
  private func decodeLine(_ line: ByteRange, literal: Int, into text: inout HostText) throws(DecodingError) -> Bool {
    var (at, verbatim) = (line.start, line.start)
    while at < line.end {
      guard file.bytes[at] == UInt8(ascii: "\\") else { at += 1; continue }
      text.addVerbatim(ByteRange(verbatim, at), of: file.bytes, literal: literal)
      if at + 1 == line.end { return true }
      guard let escape = EscapeSequence(in: file.bytes, at: at, limit: line.end, rules: .javaTextBlock) else {
        throw .undecodable(offset: at, escape: file.string(ByteRange(at, at + 2)))
      }
      text.addEscape(escape.text, from: ByteRange(at, escape.end), literal: literal)
      (at, verbatim) = (escape.end, escape.end)
    }
    text.addVerbatim(ByteRange(verbatim, line.end), of: file.bytes, literal: literal)
    return false
  }
}

import HostLanguages
import SourceText

/// Builds the run-time text of the patched source, as the target driver is sent it and as the source driver would decode it.
struct SentText {
  private(set) var sent: [UInt8] = []
  private(set) var decoded: [UInt8] = []
  /// Where the text keeps a question mark that the source escapes for its driver.
  private(set) var escapedQuestionMark: ByteRange?
  private(set) var hasLiteralQuestionMark = false

  private let text: SQLText
  private let writing: PlaceholderWriting
  private let escapes: [(range: ByteRange, escape: DriverEscape)]
  private var position = 0
  private var nextEscape = 0

  init(_ statement: EmbeddedStatement, _ writing: PlaceholderWriting, in host: [UInt8]) {
    text = statement.text
    self.writing = writing
    escapes = statement.map.segments.compactMap { segment in
      guard segment.kind == .escape else { return nil }
      return DriverEscape(segment, of: statement, host: host).map { (segment.sql, $0) }
    }
  }

  /// Takes over the source text up to `source`, and new text instead of it; ranges come in order.
  mutating func replace(_ source: ByteRange, with new: NewText, sent newSent: [UInt8]) {
    keep(upTo: source.start)
    position = source.end
    sent += newSent
    decoded += new.bytes
    hasLiteralQuestionMark = hasLiteralQuestionMark || zip(new.bytes, new.isMarker).contains { $0 == UInt8(ascii: "?") && !$1 }
  }

  /// Takes over the rest of the source text.
  mutating func finish() { keep(upTo: text.bytes.count) }

  private mutating func keep(upTo end: Int) {
    guard position < end else { return }
    let range = ByteRange(position, end)
    decoded += text.bytes[range.range]
    hasLiteralQuestionMark = hasLiteralQuestionMark || writing.holdsQuestionMark(range, of: text)
    while nextEscape < escapes.count, escapes[nextEscape].range.start < end {
      let (place, escape) = escapes[nextEscape]
      nextEscape += 1
      guard place.start >= position else { continue }  // replaced
      sent += text.bytes[position..<place.start]
      sent += escape.written
      position = place.end
      if escape == .question { escapedQuestionMark = place }
    }
    sent += text.bytes[position..<end]
    position = end
  }
}

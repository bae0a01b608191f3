/// The replacement of one byte range of a text.
package struct TextEdit: Hashable, Sendable {
  /// The bytes replaced, in the text before any edit; empty for an insertion.
  package var range: ByteRange
  package var replacement: [UInt8]

  package init(_ range: ByteRange, with replacement: [UInt8]) {
    (self.range, self.replacement) = (range, replacement)
  }
}

/// Why a list of edits cannot be applied.
package enum TextEditError: Error, Hashable {
  case overlapping(ByteRange, ByteRange)
  case outside(ByteRange, length: Int)
}

extension [TextEdit] {
  /// The text with every edit made; insertions at the same place keep their order in the list.
  ///
  /// - Throws: `TextEditError` when two edits overlap or one lies outside the text.
  package func applied(to text: [UInt8]) throws(TextEditError) -> [UInt8] {
    let ordered = enumerated()
      .sorted { ($0.element.range, $0.offset) < ($1.element.range, $1.offset) }
      .map(\.element)
    var result: [UInt8] = []
    var position = 0
    var previous = ByteRange(0, 0)
    for edit in ordered {
      guard edit.range.start >= 0, edit.range.end <= text.count else {
        throw .outside(edit.range, length: text.count)
      }
      guard edit.range.start >= position else { throw .overlapping(previous, edit.range) }
      result += text[position..<edit.range.start]
      result += edit.replacement
      position = edit.range.end
      previous = edit.range
    }
    result += text[position...]
    return result
  }
}

/// A place in a text: its byte offset from 0, its line from 1, its column in bytes from 1.
package struct SourcePosition: Hashable, Sendable {
  package var offset: Int
  package var line: Int
  package var column: Int

  package init(offset: Int, line: Int, column: Int) {
    (self.offset, self.line, self.column) = (offset, line, column)
  }
}

/// A range of a text with both ends as positions.
package struct SourceRange: Hashable, Sendable {
  package var start: SourcePosition
  package var end: SourcePosition

  package init(start: SourcePosition, end: SourcePosition) { (self.start, self.end) = (start, end) }
}

/// The line starts of a text, to turn byte offsets into lines and columns.
///
/// Lines end at LF, CR LF or a lone CR, as editors count them.
package struct LineMap: Sendable {
  private let starts: [Int]
  private let length: Int

  /// - Complexity: O(*n*) in the count of bytes.
  package init(_ bytes: some RandomAccessCollection<UInt8>) {
    var starts = [0]
    var offset = 0
    var previousWasReturn = false
    for byte in bytes {
      offset += 1
      if byte == 0x0A {
        if previousWasReturn { starts[starts.count - 1] = offset } else { starts.append(offset) }
      } else if byte == 0x0D {
        starts.append(offset)
      }
      previousWasReturn = byte == 0x0D
    }
    self.starts = starts
    length = offset
  }

  /// The same for an array, compiled for it: the generic one is slow when called from another module.
  package init(_ bytes: [UInt8]) { self.init(bytes[...]) }

  /// The count of lines; a text that ends with a line end has an empty last line.
  package var lineCount: Int { starts.count }

  /// The position of a byte offset; an offset beyond the text gives the text's end.
  package func position(of offset: Int) -> SourcePosition {
    let offset = min(max(offset, 0), length)
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return SourcePosition(offset: offset, line: low + 1, column: offset - starts[low] + 1)
  }

  package func range(of range: ByteRange) -> SourceRange {
    SourceRange(start: position(of: range.start), end: position(of: range.end))
  }
}

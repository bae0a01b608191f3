import SourceText

/// Tokens and trivia by place.
extension SyntaxTree {
  /// The tokens that lie wholly in a range; without the `end` token.
  package func tokens(in range: ByteRange) -> ArraySlice<Token> {
    let first = tokenIndex(from: range.start)
    var last = first
    while last < tokens.count, tokens[last].kind != .end, tokens[last].range.end <= range.end { last += 1 }
    return tokens[first..<last]
  }

  /// The first token of a node; nil for an empty node.
  package func firstToken(of id: NodeID) -> Token? { tokens(in: self[id].range).first }

  /// The last token of a node; nil for an empty node.
  package func lastToken(of id: NodeID) -> Token? {
    let range = self[id].range
    let index = tokenIndex(from: range.end) - 1
    return index >= 0 && tokens[index].range.start >= range.start ? tokens[index] : nil
  }

  /// The index of the first token that does not start before an offset.
  package func tokenIndex(from offset: Int) -> Int {
    var (low, high) = (0, tokens.count)
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].range.start < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// What lies between the tokens of a range, where it is not empty: white space and comments, in order.
  package func trivia(in range: ByteRange) -> [ByteRange] {
    var result: [ByteRange] = []
    var position = range.start
    for token in tokens(in: range) {
      if token.range.start > position { result.append(ByteRange(position, token.range.start)) }
      position = token.range.end
    }
    if position < range.end { result.append(ByteRange(position, range.end)) }
    return result
  }

  /// The ranges of all comments, `--` ones without their line end.
  package var commentRanges: [ByteRange] { commentRanges(in: ByteRange(0, text.bytes.count)) }

  /// The comments between the tokens of a range, such as a node's.
  package func commentRanges(in range: ByteRange) -> [ByteRange] {
    var result: [ByteRange] = []
    for gap in trivia(in: range) { appendComments(in: gap, to: &result) }
    return result
  }

  private func appendComments(in gap: ByteRange, to result: inout [ByteRange]) {
    var offset = gap.start
    while offset < gap.end {
      let isLine = text.bytes[offset] == UInt8(ascii: "-")
      guard isLine || text.bytes[offset] == UInt8(ascii: "/") else {
        offset += 1
        continue
      }
      let end = isLine ? endOfLine(from: offset, in: gap) : endOfBlock(from: offset, in: gap)
      result.append(ByteRange(offset, end))
      offset = end
    }
  }

  private func endOfLine(from start: Int, in gap: ByteRange) -> Int {
    var end = start
    while end < gap.end, text.bytes[end] != 0x0A, text.bytes[end] != 0x0D { end += 1 }
    return end
  }

  private func endOfBlock(from start: Int, in gap: ByteRange) -> Int {
    var depth = 0
    var end = start
    while end + 1 < gap.end {
      let pair = (text.bytes[end], text.bytes[end + 1])
      if pair == (UInt8(ascii: "/"), UInt8(ascii: "*")) {
        depth += 1
        end += 2
      } else if pair == (UInt8(ascii: "*"), UInt8(ascii: "/")) {
        depth -= 1
        end += 2
        if depth == 0 { return end }
      } else {
        end += 1
      }
    }
    return gap.end
  }
}

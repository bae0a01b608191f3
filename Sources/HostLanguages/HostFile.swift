import SourceText

/// A host file with its tokens and brackets: the ground on which literals are joined and call sites found.
///
///     let file = try HostFile(bytes: bytes, language: .go)
///     for token in file.literalsInOrder { … file.joined(containing: token) … }
///
/// Every look at the surroundings of a literal is a binary search, so no file makes extraction quadratic.
package struct HostFile: Sendable {
  package let bytes: [UInt8]
  package let language: HostLanguage
  /// In order of their ends.
  package let tokens: [HostToken]
  /// Indices of `tokens` in order of their starts.
  let byStart: [Int]
  let brackets: BracketMap

  package init(bytes: [UInt8], language: HostLanguage) throws(RegexError) {
    (self.bytes, self.language) = (bytes, language)
    var scanner = TokenScanner(plan: .of(language), bytes: bytes)
    tokens = try scanner.scan()
    let found = tokens
    byStart = found.indices.sorted { (found[$0].range.start, -found[$0].range.end) < (found[$1].range.start, -found[$1].range.end) }
    brackets = BracketMap(bytes: bytes, tokens: tokens, byStart: byStart)
  }

  /// The indices in `tokens` of the literals, in order of their starts.
  package var literalsInOrder: [Int] { byStart.filter { tokens[$0].kind == .literal } }

  /// The form of a literal token.
  package func form(of token: HostToken) -> LiteralForm {
    switch language.tokens[token.rule].role {
    case .literal(let form): form
    case .interpolated(let interpolation):
      identifier(endingAt: token.range.start).isEmpty || !isRawTag(before: token.range.start)
        ? interpolation.form : .javascriptRawTemplate
    case .comment, .opaque, .slash: .sql
    }
  }

  private func isRawTag(before offset: Int) -> Bool { starts("String.raw", at: offset - 10) }

  // MARK: Tokens at a place

  func token(endingAt offset: Int) -> Int? {
    var (low, high) = (0, tokens.count)
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].range.end < offset { low = middle + 1 } else { high = middle }
    }
    return low < tokens.count && tokens[low].range.end == offset ? low : nil
  }

  func token(startingAt offset: Int) -> Int? {
    var (low, high) = (0, byStart.count)
    while low < high {
      let middle = (low + high) / 2
      if tokens[byStart[middle]].range.start < offset { low = middle + 1 } else { high = middle }
    }
    return low < byStart.count && tokens[byStart[low]].range.start == offset ? byStart[low] : nil
  }

  // MARK: Trivia

  /// The first byte at or after `offset` that is neither white space nor in a comment; the file's end if there is none.
  func skippingTrivia(from offset: Int, acrossLines: Bool = true) -> Int {
    var at = offset
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "\n"), !acrossLines { return at }
      if bytes[at].isWhiteSpace {
        at += 1
      } else if let token = token(startingAt: at), tokens[token].kind == .comment {
        at = tokens[token].range.end
      } else if bytes[at] == UInt8(ascii: "\\"), language.blocksByIndentation, let end = lineContinuation(at: at) {
        at = end
      } else {
        return at
      }
    }
    return at
  }

  /// The end of the last byte before `offset` that is neither white space nor in a comment; 0 if there is none.
  func skippingTrivia(before offset: Int, acrossLines: Bool = true) -> Int {
    var at = offset
    while at > 0 {
      if bytes[at - 1] == UInt8(ascii: "\n"), !acrossLines {
        // A line that a backslash continues is one line.
        var before = at - 1
        if before > 0, bytes[before - 1] == UInt8(ascii: "\r") { before -= 1 }
        guard language.blocksByIndentation, before > 0, bytes[before - 1] == UInt8(ascii: "\\") else { return at }
        at = before - 1
      } else if bytes[at - 1].isWhiteSpace {
        at -= 1
      } else if let token = token(endingAt: at), tokens[token].kind == .comment {
        at = tokens[token].range.start
      } else if bytes[at - 1] == UInt8(ascii: "\\"), language.blocksByIndentation, lineContinuation(at: at - 1) != nil {
        at -= 1
      } else {
        return at
      }
    }
    return at
  }

  private func lineContinuation(at offset: Int) -> Int? {
    var at = offset + 1
    if at < bytes.count, bytes[at] == UInt8(ascii: "\r") { at += 1 }
    return at < bytes.count && bytes[at] == UInt8(ascii: "\n") ? at + 1 : nil
  }

  // MARK: Words

  /// The identifier that ends at `offset`; empty where none does.
  func identifier(endingAt offset: Int) -> ByteRange {
    var start = offset
    while start > 0, bytes[start - 1].isIdentifierPart { start -= 1 }
    return ByteRange(start, offset)
  }

  func identifier(startingAt offset: Int) -> ByteRange {
    var end = offset
    while end < bytes.count, bytes[end].isIdentifierPart { end += 1 }
    return ByteRange(offset, end)
  }

  /// The text of a range, for people; bad UTF-8 is healed.
  package func string(_ range: ByteRange) -> String {
    guard range.start >= 0, range.end <= bytes.count else { return "" }
    return String(decoding: bytes[range.range], as: UTF8.self)
  }

  func byte(at offset: Int) -> UInt8 { offset >= 0 && offset < bytes.count ? bytes[offset] : 0 }

  func starts(_ text: String, at offset: Int) -> Bool {
    var at = offset
    for byte in text.utf8 {
      guard self.byte(at: at) == byte, at < bytes.count else { return false }
      at += 1
    }
    return true
  }
}

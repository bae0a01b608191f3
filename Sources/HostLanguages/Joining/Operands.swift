import SourceText

/// The extent of host expressions, as far as joining text needs it: names, members, calls and subscripts.
extension HostFile {
  /// The end of the primary expression that begins at `offset` (no white space); nil where none does.
  func primaryEnd(from offset: Int) -> Int? {
    guard var at = atomEnd(from: offset) else { return nil }
    for _ in 0..<64 {
      guard let next = suffixEnd(from: at) else { return at }
      at = next
    }
    return at
  }

  private func atomEnd(from offset: Int) -> Int? {
    if let token = token(startingAt: offset) {
      return tokens[token].kind == .literal ? tokens[token].range.end : nil
    }
    switch byte(at: offset) {
    case UInt8(ascii: "("), UInt8(ascii: "["): return closer(of: offset).map { $0 + 1 }
    case UInt8(ascii: "!"), UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "&"): return atomEnd(from: offset + 1)
    default: break
    }
    let word = identifier(startingAt: offset)
    guard !word.isEmpty else { return nil }
    if ["await", "new", "typeof"].contains(string(word)) {
      let next = skippingTrivia(from: word.end, acrossLines: false)
      return next > word.end ? primaryEnd(from: next) : word.end
    }
    // A prefix of a literal is no name.
    return word.end
  }

  private func suffixEnd(from offset: Int) -> Int? {
    var at = offset
    switch byte(at: at) {
    case UInt8(ascii: "("), UInt8(ascii: "["): return closer(of: at).map { $0 + 1 }
    case UInt8(ascii: "!") where byte(at: at + 1) != UInt8(ascii: "="): return at + 1
    default: break
    }
    at = skippingTrivia(from: at, acrossLines: !language.lineEndsExpression)
    if byte(at: at) == UInt8(ascii: "?"), byte(at: at + 1) == UInt8(ascii: ".") { at += 1 }
    guard byte(at: at) == UInt8(ascii: ".") else { return nil }
    let word = identifier(startingAt: skippingTrivia(from: at + 1))
    return word.isEmpty ? nil : word.end
  }

  /// The start of the primary expression that ends at `offset` (no white space); nil where none does.
  func primaryStart(endingAt offset: Int) -> Int? {
    var end = offset
    for _ in 0..<64 {
      guard let part = partStart(endingAt: end) else { return nil }
      guard let next = part.goesOn else { return part.start }
      end = next
    }
    return end
  }

  /// The last component of a primary expression, and the end of what it hangs on, if anything.
  private func partStart(endingAt offset: Int) -> (start: Int, goesOn: Int?)? {
    guard offset > 0 else { return nil }
    if let token = token(endingAt: offset) {
      return tokens[token].kind == .literal ? (tokens[token].range.start, nil) : nil
    }
    switch bytes[offset - 1] {
    case UInt8(ascii: ")"), UInt8(ascii: "]"):
      guard let bracket = brackets.bracket(at: offset - 1), bracket.partner >= 0 else { return nil }
      let open = bracket.partner
      let isSuffix = open > 0 && (bytes[open - 1].isIdentifierPart || [UInt8(ascii: ")"), UInt8(ascii: "]")].contains(bytes[open - 1]))
      return (open, isSuffix ? open : nil)
    case UInt8(ascii: "!"): return (offset - 1, offset - 1)
    default: break
    }
    let word = identifier(endingAt: offset)
    guard !word.isEmpty else { return nil }
    var before = skippingTrivia(before: word.start, acrossLines: !language.lineEndsExpression)
    guard byte(at: before - 1) == UInt8(ascii: ".") else { return (word.start, nil) }
    before -= 1
    if byte(at: before - 1) == UInt8(ascii: "?") { before -= 1 }
    return (before, skippingTrivia(before: before))
  }

  /// Position of the closing bracket of the pair that opens at `offset`.
  func closer(of offset: Int) -> Int? {
    guard let bracket = brackets.bracket(at: offset), bracket.isOpening, bracket.partner > offset else { return nil }
    return bracket.partner
  }

  /// Whether a `+` that joins text stands at `offset`: not `++`, not `+=`.
  func isPlus(at offset: Int) -> Bool {
    byte(at: offset) == UInt8(ascii: "+") && byte(at: offset + 1) != UInt8(ascii: "+") && byte(at: offset + 1) != UInt8(ascii: "=")
      && byte(at: offset - 1) != UInt8(ascii: "+")
  }

  /// The callee in front of an opening parenthesis: the whole dotted name and its last component (with `@` for an
  /// annotation); nil for a grouping parenthesis.
  func callee(before open: Int) -> Callee? {
    var end = skippingTrivia(before: open, acrossLines: !language.lineEndsExpression)
    if byte(at: end - 1) == UInt8(ascii: ">"), let start = typeArgumentsStart(endingAt: end) { end = start }
    let last = identifier(endingAt: end)
    guard !last.isEmpty, !Self.wordsBeforeGroups.contains(string(last)) else { return nil }
    if byte(at: last.start - 1) == UInt8(ascii: "@") {
      let range = ByteRange(last.start - 1, last.end)
      return Callee(range: range, name: string(range), last: string(range))
    }
    var start = last.start
    if byte(at: skippingTrivia(before: start) - 1) == UInt8(ascii: ".") { start = primaryStart(endingAt: last.end) ?? start }
    return Callee(range: ByteRange(start, last.end), name: string(ByteRange(start, min(last.end, start + 256))), last: string(last))
  }

  struct Callee {
    var range: ByteRange
    /// As written, with what it is a member of.
    var name: String
    var last: String
  }

  /// Words that stand before a parenthesis without calling anything.
  private static let wordsBeforeGroups: Set<String> = [
    "and", "assert", "await", "case", "const", "elif", "else", "for", "if", "in", "is", "not", "or", "return", "switch", "throw", "type",
    "typeof", "var", "while", "with", "yield",
  ]

  /// `<User>` before a call's parenthesis; bounded.
  private func typeArgumentsStart(endingAt end: Int) -> Int? {
    var (depth, at) = (0, end)
    while at > 0, end - at < 300 {
      at -= 1
      switch bytes[at] {
      case UInt8(ascii: ">"): depth += bytes[max(0, at - 1)] == UInt8(ascii: "=") ? 0 : 1
      case UInt8(ascii: "<"):
        depth -= 1
        if depth == 0 { return at }
      case UInt8(ascii: ";"), UInt8(ascii: "("): return nil
      default: break
      }
    }
    return nil
  }
}

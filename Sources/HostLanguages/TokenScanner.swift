import SourceText

/// Finds the comments and literals of a file in one pass of a combined pattern; literals with holes are followed by a stack.
///
/// Tokens come in order of their ends, so a literal inside a hole stands before the one around it. Unclosed literals are
/// opaque to the end of their line or file. No input makes the scan fail: what is nested too deeply is opaque too.
struct TokenScanner {
  private let plan: ScanPlan
  private let bytes: [UInt8]
  private let outside: Matcher
  private let inside: Matcher
  private let chunks: [Matcher?]
  private let regexes: [Matcher?]

  private var tokens: [HostToken] = []
  private var frames: [Frame] = []
  private var position = 0
  private var remainingRetreats = 4
  /// The end of the last line on which a `/` began no regular expression literal: others there are not tried.
  private var slashesDivideUntil = 0

  private struct Frame {
    let rule: Int
    let interpolation: Interpolation
    let start: Int
    let bodyStart: Int
    var holes: [HostHole] = []
    /// How many tokens there were when this literal began.
    let tokenCount: Int
    /// Where the scan is inside the literal.
    var place = Place.text
    /// Starts of the holes that are open: one, and one more for each nested in a format specification.
    var holeStarts: [Int] = []
    /// Open brackets in the innermost hole.
    var depth = 0
  }

  private enum Place { case text, hole, specification }

  private static let maximumNesting = 40

  init(plan: ScanPlan, bytes: [UInt8]) {
    (self.plan, self.bytes) = (plan, bytes)
    outside = Matcher(plan.outside)
    inside = Matcher(plan.inside)
    chunks = plan.chunks.map { $0.map(Matcher.init) }
    regexes = plan.regexes.map { $0.map(Matcher.init) }
  }

  mutating func scan() throws(RegexError) -> [HostToken] {
    while true {
      let goesOn = frames.isEmpty ? try scanCode() : try scanInterpolated()
      if goesOn { continue }
      if frames.isEmpty { return tokens }
      retreat()
    }
  }

  /// One token of code outside every interpolated literal; false at the end of the file.
  private mutating func scanCode() throws(RegexError) -> Bool {
    guard try outside.find(in: bytes, from: position), let group = outside.firstGroup else { return false }
    try take(plan.rule(ofGroup: group), matched: outside.range, body: outside.group(group + 1))
    return true
  }

  private mutating func take(_ number: Int, matched: ByteRange, body: ByteRange?) throws(RegexError) {
    let rule = plan.rules[number]
    var range = matched
    if rule.takesPrefix { range.start -= prefixLength(before: range.start) }
    position = max(matched.end, position + 1)
    switch rule.role {
    case .comment: add(.comment, range, number)
    case .opaque: add(.opaque, range, number)
    case .literal: add(.literal, range, number, body: body ?? range)
    case .interpolated(let interpolation):
      guard frames.count < Self.maximumNesting, remainingRetreats > 0 else {
        add(.opaque, range, number)
        return
      }
      frames.append(
        Frame(rule: number, interpolation: interpolation, start: range.start, bodyStart: matched.end, tokenCount: tokens.count))
    case .slash:
      guard matched.start >= slashesDivideUntil, mayBeginExpression(at: matched.start), let regex = regexes[number] else { return }
      guard try regex.find(in: bytes, from: matched.start, anchored: true) else {
        slashesDivideUntil = bytes[matched.start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
        return
      }
      position = max(regex.range.end, position)
      add(.opaque, regex.range, number)
    }
  }

  private mutating func add(_ kind: HostToken.Kind, _ range: ByteRange, _ rule: Int, body: ByteRange = ByteRange(0, 0), holes: [HostHole] = []) {
    guard !range.isEmpty else { return }
    tokens.append(HostToken(kind: kind, range: range, body: body, rule: rule, holes: holes))
  }

  // MARK: Literals with holes

  /// One step inside the innermost interpolated literal; false where it cannot be followed.
  private mutating func scanInterpolated() throws(RegexError) -> Bool {
    switch frames[frames.count - 1].place {
    case .text: return try scanText()
    case .hole: return try scanHole()
    case .specification: return scanSpecification()
    }
  }

  private mutating func scanText() throws(RegexError) -> Bool {
    let frame = frames[frames.count - 1]
    guard let chunk = chunks[frame.rule], try chunk.find(in: bytes, from: position, anchored: true) else { return false }
    position = chunk.range.end
    if starts(with: frame.interpolation.closing) {
      let body = ByteRange(frame.bodyStart, position)
      position += frame.interpolation.closing.utf8.count
      frames.removeLast()
      add(.literal, ByteRange(frame.start, position), frame.rule, body: body, holes: frame.holes)
      return true
    }
    guard starts(with: frame.interpolation.opening) else { return false }
    openHole()
    return true
  }

  private mutating func openHole() {
    let last = frames.count - 1
    frames[last].holeStarts.append(position)
    frames[last].place = .hole
    frames[last].depth = 0
    position += frames[last].interpolation.opening.utf8.count
  }

  private mutating func closeHole() {
    let last = frames.count - 1
    position += 1
    guard let start = frames[last].holeStarts.popLast() else { return }
    if frames[last].holeStarts.isEmpty {
      let body = ByteRange(start + frames[last].interpolation.opening.utf8.count, position - 1)
      frames[last].holes.append(HostHole(range: ByteRange(start, position), body: body))
      frames[last].place = .text
    } else {
      frames[last].place = .specification
    }
  }

  private mutating func scanHole() throws(RegexError) -> Bool {
    let last = frames.count - 1
    guard try inside.find(in: bytes, from: position), let group = inside.firstGroup else { return false }
    guard group == plan.bracketGroup else {
      try take(plan.rule(ofGroup: group), matched: inside.range, body: inside.group(group + 1))
      return true
    }
    position = inside.range.start
    let isOutermost = frames[last].depth == 0
    switch bytes[position] {
    case UInt8(ascii: "}") where isOutermost:
      closeHole()
      return true
    case UInt8(ascii: ":"):
      if isOutermost, frames[last].interpolation.hasFormatSpecification { frames[last].place = .specification }
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
      frames[last].depth += 1
    default:
      if isOutermost { return false }
      frames[last].depth -= 1
    }
    position += 1
    return true
  }

  /// A format specification: text up to `}`, with holes in `{…}`; quotes mean nothing in it.
  private mutating func scanSpecification() -> Bool {
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "}"):
        closeHole()
        return true
      case UInt8(ascii: "{"):
        guard frames[frames.count - 1].holeStarts.count < Self.maximumNesting else { return false }
        openHole()
        return true
      case UInt8(ascii: "\n"): return false
      default: position += 1
      }
    }
    return false
  }

  /// Gives up the outermost literal that could not be followed: its opening delimiter is opaque, the scan goes on after it.
  private mutating func retreat() {
    guard let frame = frames.first else { return }
    remainingRetreats -= 1
    frames.removeAll()
    tokens.removeSubrange(frame.tokenCount...)
    add(.opaque, ByteRange(frame.start, frame.bodyStart), frame.rule)
    position = frame.bodyStart
  }

  // MARK: Bytes around

  private func starts(with text: String) -> Bool {
    var at = position
    for byte in text.utf8 {
      guard at < bytes.count, bytes[at] == byte else { return false }
      at += 1
    }
    return true
  }

  /// How many letters before a quote are a prefix of the literal.
  private func prefixLength(before quote: Int) -> Int {
    var start = quote
    while start > 0, quote - start < 2, "rRbBuUfFtT".utf8.contains(bytes[start - 1]) { start -= 1 }
    if start > 0, bytes[start - 1].isIdentifierPart { return 0 }
    return quote - start
  }

  /// Whether a `/` here divides or begins a regular expression literal, told by what stands before it.
  private func mayBeginExpression(at slash: Int) -> Bool {
    var before = slash
    while before > 0, bytes[before - 1].isWhiteSpace { before -= 1 }
    guard before > 0 else { return true }
    if "(,=:[!&|?{;+-*%~^".utf8.contains(bytes[before - 1]) { return true }
    if before > 1, bytes[before - 1] == UInt8(ascii: ">"), bytes[before - 2] == UInt8(ascii: "=") { return true }
    var start = before
    while start > 0, before - start < 12, bytes[start - 1].isIdentifierPart { start -= 1 }
    let word = String(decoding: bytes[start..<before], as: UTF8.self)
    return ["return", "typeof", "case", "do", "else", "in", "of", "void", "delete", "throw", "new", "await", "yield"].contains(word)
  }
}

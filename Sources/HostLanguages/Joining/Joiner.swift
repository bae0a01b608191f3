import SourceText

/// Text joined from literals and expressions: what one host expression gives at run time.
package struct JoinedText: Hashable, Sendable {
  package var text: HostText
  /// Of the whole expression.
  package var range: ByteRange
  /// Indices in `HostFile.tokens` of the literals that went into it.
  package var tokens: [Int]
  /// Whether a method or function that this scanner does not know works on the text before it is used.
  package var isTransformed: Bool
  /// Why a literal could not be decoded; the text is then of no use.
  package var error: DecodingError?
}

/// Reads the expression around a literal: adjacent and `+`-joined literals, format strings, constants of the same file.
///
///     let joined = Joiner(file: file, names: names).joined(containing: token)
///
/// What is no literal becomes a hole. Long chains are loops; only parentheses and format calls nest, to a limit.
package struct Joiner {
  let file: HostFile
  let names: NameTable?
  private let budget = Budget()

  /// How far chains may be followed to their starts, in operands for the whole file: text that is made to look like one chain but
  /// breaks wherever it is read would be followed anew from each of its literals.
  private final class Budget { var operands = 200_000 }

  /// - Parameter names: Resolves constants; nil leaves every name a hole.
  package init(file: HostFile, names: NameTable?) { (self.file, self.names) = (file, names) }

  static let maximumNesting = 16

  /// The largest expression around a literal token that only joins text.
  package func joined(containing token: Int) -> JoinedText {
    let literal = file.tokens[token].range
    var start = leftmostOperand(from: literal.start)
    var best = parseSum(at: start, nesting: 0)
    if best.map({ !$0.range.contains(literal) }) ?? true {
      start = literal.start
      best = parseSum(at: start, nesting: 0)
    }
    guard var result = best else { return alone(token) }
    for _ in 0..<Self.maximumNesting {
      guard let outer = outerStart(around: result.range) else { break }
      let from = leftmostOperand(from: outer)
      guard let wider = parseSum(at: from, nesting: 0), wider.range.contains(result.range), wider.range != result.range,
        wider.tokens.count >= result.tokens.count
      else { break }
      result = wider
    }
    return result
  }

  private func alone(_ token: Int) -> JoinedText {
    literalGroup(at: file.tokens[token].range.start) ?? JoinedText(
      text: HostText(), range: file.tokens[token].range, tokens: [token], isTransformed: false, error: nil)
  }

  // MARK: Finding the start

  /// The start of the first operand of the chain that the operand at `start` is part of.
  private func leftmostOperand(from start: Int) -> Int {
    var start = start
    var isLiteral = true
    while budget.operands > 0 {
      budget.operands -= 1
      let before = file.skippingTrivia(before: start, acrossLines: joinsAcrossLines(at: start))
      if before > 0, file.isPlus(at: before - 1) {
        let operandEnd = file.skippingTrivia(before: before - 1)
        guard let operand = file.primaryStart(endingAt: operandEnd) else { return start }
        start = operand
        isLiteral = file.token(startingAt: operand).map { file.tokens[$0].kind == .literal } ?? false
      } else if isLiteral, file.language.joinsAdjacent, let token = file.token(endingAt: before), file.tokens[token].kind == .literal {
        start = file.tokens[token].range.start
      } else {
        return start
      }
    }
    return start
  }

  /// Whether a line end at this place does not end the expression: inside brackets, or in a language without such ends.
  private func joinsAcrossLines(at offset: Int) -> Bool {
    guard file.language.lineEndsExpression else { return true }
    guard let opener = file.brackets.opener(around: offset) else { return false }
    return file.language.blocksByIndentation || opener.kind != UInt8(ascii: "{")
  }

  /// Where the expression around `range` starts, when it is a group in parentheses or the format of a format call.
  private func outerStart(around range: ByteRange) -> Int? {
    let before = file.skippingTrivia(before: range.start)
    guard file.byte(at: before - 1) == UInt8(ascii: "("), file.brackets.isCode(before - 1), let close = file.closer(of: before - 1) else {
      return nil
    }
    if let callee = file.callee(before: before - 1) {
      return isFormatter(callee.name) || isWrapper(callee, of: before - 1) ? callee.range.start : nil
    }
    return file.skippingTrivia(from: range.end) == close ? before - 1 : nil
  }

  // MARK: Parsing forwards

  /// `operand + operand…` from `start`; nil when there is no literal in it.
  func parseSum(at start: Int, nesting: Int) -> JoinedText? {
    guard nesting < Self.maximumNesting, var sum = parseOperand(at: start, nesting: nesting) else { return nil }
    while true {
      let plus = file.skippingTrivia(from: sum.range.end, acrossLines: joinsAcrossLines(at: sum.range.end))
      guard file.isPlus(at: plus), file.brackets.isCode(plus) else { break }
      let next = file.skippingTrivia(from: plus + 1)
      guard let operand = parseOperand(at: next, nesting: nesting) else {
        // An operand that cannot be read: the rest of the text is unknown.
        sum.isTransformed = true
        break
      }
      sum.text.append(operand.text)
      sum.tokens += operand.tokens
      sum.isTransformed = sum.isTransformed || operand.isTransformed
      sum.error = sum.error ?? operand.error
      sum.range.end = operand.range.end
    }
    return sum.tokens.isEmpty ? nil : sum
  }

  private func parseOperand(at start: Int, nesting: Int) -> JoinedText? {
    if let group = literalGroup(at: start) { return withSuffixes(group, nesting: nesting) }
    if file.byte(at: start) == UInt8(ascii: "("), let close = file.closer(of: start) {
      let inner = file.skippingTrivia(from: start + 1)
      if var group = parseSum(at: inner, nesting: nesting + 1), file.skippingTrivia(from: group.range.end) == close {
        group.range = ByteRange(start, close + 1)
        return withSuffixes(group, nesting: nesting)
      }
    }
    guard let end = file.primaryEnd(from: start) else { return nil }
    let range = ByteRange(start, end)
    if let call = textCall(at: start, nesting: nesting) { return withSuffixes(call, nesting: nesting) }
    return hole(range)
  }

  /// A run of literals at `start`; one literal where the language does not join adjacent ones.
  private func literalGroup(at start: Int) -> JoinedText? {
    guard let first = file.token(startingAt: start), file.tokens[first].kind == .literal else { return nil }
    var group = JoinedText(text: HostText(), range: file.tokens[first].range, tokens: [], isTransformed: false, error: nil)
    var next: Int? = first
    while let token = next {
      add(token, to: &group)
      next = nil
      guard file.language.joinsAdjacent else { break }
      let end = group.range.end
      let after = file.skippingTrivia(from: end, acrossLines: joinsAcrossLines(at: end))
      if let following = file.token(startingAt: after), file.tokens[following].kind == .literal { next = following }
    }
    return group
  }

  private func add(_ token: Int, to group: inout JoinedText) {
    group.tokens.append(token)
    group.range = group.range.union(file.tokens[token].range)
    guard group.error == nil else { return }
    do throws(DecodingError) {
      var text = HostText()
      try LiteralDecoder(file: file).decode(file.tokens[token], into: &text)
      group.text.append(resolvingHoles(of: text))
    } catch {
      group.error = error
    }
  }

  private func hole(_ range: ByteRange) -> JoinedText {
    var text = HostText()
    if let constant = constant(range) {
      text.append(constant, isElsewhere: true)
    } else {
      text.addHole(file.bytes[range.range], from: range, literal: -1)
    }
    return JoinedText(text: text, range: range, tokens: [], isTransformed: false, error: nil)
  }

  /// The text of a constant of this file, when the expression is its name.
  private func constant(_ range: ByteRange) -> HostText? {
    guard let names, file.identifier(startingAt: range.start) == range, !file.byte(at: range.start).isDigit else { return nil }
    return names.constant(file.string(range), usedAt: range.start)
  }

  /// Interpolated constants become their text.
  private func resolvingHoles(of text: HostText) -> HostText {
    guard names != nil, text.hasHoles else { return text }
    var result = text.emptied()
    for segment in text.segments {
      if segment.kind == .hole, let constant = holeConstant(segment.host) {
        result.append(constant, isElsewhere: true)
      } else {
        result.appendPart(segment.sql, of: text)
      }
    }
    return result
  }

  private func holeConstant(_ hole: ByteRange) -> HostText? {
    // `${name}` and `{name}`: the name is what is left between the delimiters.
    var body = hole
    while body.start < body.end, !file.bytes[body.start].isIdentifierPart || file.bytes[body.start] == UInt8(ascii: "$") { body.start += 1 }
    while body.end > body.start, !file.bytes[body.end - 1].isIdentifierPart { body.end -= 1 }
    guard hole.count - body.count <= 8 else { return nil }
    return constant(body)
  }

  // MARK: Methods and operators on a text

  /// Applies what follows a text: `.format(…)`, `.strip()`, `% values`.
  private func withSuffixes(_ operand: JoinedText, nesting: Int) -> JoinedText {
    var result = operand
    for _ in 0..<16 {
      let after = file.skippingTrivia(from: result.range.end, acrossLines: joinsAcrossLines(at: result.range.end))
      if file.byte(at: after) == UInt8(ascii: ".") {
        guard applyMethod(at: after, to: &result) else { break }
      } else if file.language.hasPercentOperator, file.byte(at: after) == UInt8(ascii: "%"), file.byte(at: after + 1) != UInt8(ascii: "=") {
        guard applyPercent(at: after, to: &result) else { break }
      } else {
        break
      }
    }
    return result
  }

  private func applyMethod(at dot: Int, to operand: inout JoinedText) -> Bool {
    let name = file.identifier(startingAt: file.skippingTrivia(from: dot + 1))
    let open = name.end
    guard !name.isEmpty, file.byte(at: open) == UInt8(ascii: "("), let close = file.closer(of: open) else {
      operand.isTransformed = true
      return false
    }
    let method = file.string(name)
    if let formatter = file.language.formatMethods.first(where: { $0.callee == method }) {
      let arguments = file.arguments(ofCallAt: open)
      operand.text = FormatFilling(style: formatter.style, arguments: arguments, file: file).fill(operand.text)
    } else if !file.language.trimMethods.contains(method) {
      operand.isTransformed = true
    }
    operand.range.end = close + 1
    return true
  }

  private func applyPercent(at sign: Int, to operand: inout JoinedText) -> Bool {
    let start = file.skippingTrivia(from: sign + 1)
    guard let end = file.primaryEnd(from: start) ?? file.closer(of: start).map({ $0 + 1 }) else {
      operand.isTransformed = true
      return false
    }
    let isTuple = file.byte(at: start) == UInt8(ascii: "(") && file.closer(of: start).map { $0 + 1 } == end
    let arguments = isTuple ? file.arguments(ofCallAt: start) : [HostArgument(range: ByteRange(start, end))]
    operand.text = FormatFilling(style: .python, arguments: arguments, file: file).fill(operand.text)
    operand.range.end = end
    return true
  }

  // MARK: Calls that give text

  private func isFormatter(_ name: String) -> Bool { file.language.formatters.contains { $0.callee == name } }

  /// A wrapper hands on its one argument.
  private func isWrapper(_ callee: HostFile.Callee, of open: Int) -> Bool {
    let wrappers = file.language.wrappers
    return (wrappers.contains(callee.name) || wrappers.contains(callee.last)) && file.arguments(ofCallAt: open).count == 1
  }

  /// `fmt.Sprintf("…", a, b)` as text with holes, `text("…")` as its argument.
  private func textCall(at start: Int, nesting: Int) -> JoinedText? {
    guard let open = nameEnd(from: start), let close = file.closer(of: open), let callee = file.callee(before: open) else { return nil }
    if let formatter = file.language.formatters.first(where: { $0.callee == callee.name }) {
      let arguments = file.arguments(ofCallAt: open)
      guard let first = arguments.first, var format = parseSum(at: first.range.start, nesting: nesting + 1), format.range == first.range
      else { return nil }
      format.text = FormatFilling(style: formatter.style, arguments: Array(arguments.dropFirst()), file: file).fill(format.text)
      format.range = ByteRange(start, close + 1)
      return format
    }
    guard isWrapper(callee, of: open), var inner = parseSum(at: file.skippingTrivia(from: open + 1), nesting: nesting + 1) else { return nil }
    let end = file.skippingTrivia(from: inner.range.end)
    guard end == close || (file.byte(at: end) == UInt8(ascii: ",") && file.skippingTrivia(from: end + 1) == close) else { return nil }
    inner.range = ByteRange(start, close + 1)
    return inner
  }

  /// The opening parenthesis after a dotted name.
  private func nameEnd(from start: Int) -> Int? {
    var at = start
    while file.byte(at: at).isIdentifierPart || file.byte(at: at) == UInt8(ascii: "."), at - start < 200 { at += 1 }
    return at > start && file.byte(at: at) == UInt8(ascii: "(") ? at : nil
  }
}

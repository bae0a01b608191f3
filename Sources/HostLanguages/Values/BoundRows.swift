import SourceText

extension HostFile {
  /// The values of each row that a call binds, where its rows are written out: `[(1, a), (2, b)]`, dictionaries instead of tuples, or a comprehension
  /// `[(r.id, r.tags) for r in rows]` over one of them.
  ///
  /// - Returns: For each row its values; those of dictionaries with their names. Nil where a row is not seen.
  package func boundRows(of call: CallSite) -> [[HostArgument]]? {
    guard let list = call.arguments.dropFirst(call.statementArgument + 1).first, !list.isSpread, list.name == nil, let close = closer(of: list.range.start),
      close + 1 == list.range.end, [UInt8(ascii: "["), UInt8(ascii: "(")].contains(byte(at: list.range.start))
    else { return nil }
    let rows = arguments(ofCallAt: list.range.start)
    guard let first = rows.first, rows.count <= Self.rowLimit else { return nil }
    if let end = closer(of: first.range.start), string(identifier(startingAt: skippingTrivia(from: end + 1))) == "for" {
      return row(ByteRange(first.range.start, end + 1)).map { [$0] }
    }
    let values = rows.map { $0.isSpread ? nil : row($0.range) }
    return values.contains { $0 == nil } ? nil : values.compactMap { $0 }
  }

  /// Rows of one call that are looked at.
  private static let rowLimit = 1000

  private func row(_ range: ByteRange) -> [HostArgument]? {
    guard let close = closer(of: range.start), close + 1 == range.end else {
      return namedValues(in: range)
    }
    guard byte(at: range.start) != UInt8(ascii: "{") else { return namedValues(in: range) }
    let values = arguments(ofCallAt: range.start)
    // A generator in parentheses is no tuple.
    return values.isEmpty || values.contains { $0.isSpread || $0.name != nil || isGenerator($0.range) } ? nil : values
  }

  private func isGenerator(_ range: ByteRange) -> Bool {
    var at = range.start
    while at < range.end {
      if let token = token(startingAt: at) {
        at = tokens[token].range.end
      } else if let close = closer(of: at) {
        at = close + 1
      } else {
        let word = identifier(startingAt: at)
        if string(word) == "for" { return true }
        at = max(word.end, at + 1)
      }
    }
    return false
  }

  /// The keywords of a method that is called on the call around a literal: `text("…").bindparams(ids=ids)`.
  package func keywords(ofMethod method: String, on literal: ByteRange) -> [HostArgument]? {
    guard let opener = brackets.opener(around: literal.start), opener.kind == UInt8(ascii: "("), let close = closer(of: opener.position) else { return nil }
    let dot = skippingTrivia(from: close + 1)
    guard byte(at: dot) == UInt8(ascii: ".") else { return nil }
    let name = identifier(startingAt: skippingTrivia(from: dot + 1))
    guard string(name) == method, byte(at: name.end) == UInt8(ascii: "("), let end = closer(of: name.end) else { return nil }
    // Another method behind it may bind again.
    guard byte(at: skippingTrivia(from: end + 1)) != UInt8(ascii: ".") else { return nil }
    return keywords(ofCallAt: name.end)
  }

  /// The elements of the list that a property of the call's options holds: `{ bind: [ids] }`.
  package func elements(ofProperty property: String, of call: CallSite) -> [HostArgument]? {
    for argument in call.arguments.dropFirst(call.statementArgument + 1) where byte(at: argument.range.start) == UInt8(ascii: "{") {
      let entries = arguments(ofCallAt: argument.range.start)
      guard !entries.contains(where: \.isSpread), let entry = entries.first(where: { string(identifier(startingAt: $0.range.start)) == property }) else { continue }
      let colon = skippingTrivia(from: identifier(startingAt: entry.range.start).end)
      let list = skippingTrivia(from: colon + 1)
      guard byte(at: colon) == UInt8(ascii: ":"), byte(at: list) == UInt8(ascii: "["), closer(of: list).map({ $0 + 1 }) == entry.range.end else { return nil }
      return arguments(ofCallAt: list)
    }
    return nil
  }
}

import SourceText

extension HostFile {
  /// The values that a call binds by name: those of a dictionary that is written out after the statement.
  ///
  /// - Returns: For each its name and the range of the value; nil where they are not all seen.
  package func namedValues(of call: CallSite) -> [HostArgument]? {
    for argument in call.arguments.dropFirst(call.statementArgument + 1) where !argument.isSpread {
      let start = argument.name == nil ? argument.range.start : valueStart(of: argument.range)
      if isDictionary(ByteRange(start, argument.range.end)) { return namedValues(in: ByteRange(start, argument.range.end)) }
    }
    return nil
  }

  /// The values of a dictionary that is written out: `{"a": x}` or `dict(a=x)`.
  func namedValues(in range: ByteRange) -> [HostArgument]? {
    guard isDictionary(range) else { return nil }
    return byte(at: range.start) == UInt8(ascii: "{") ? pairs(ofDictionaryAt: range.start) : keywords(ofCallAt: identifier(startingAt: range.start).end)
  }

  private func isDictionary(_ range: ByteRange) -> Bool {
    if byte(at: range.start) == UInt8(ascii: "{") { return closer(of: range.start).map { $0 + 1 } == range.end }
    let word = identifier(startingAt: range.start)
    return string(word) == "dict" && byte(at: word.end) == UInt8(ascii: "(") && closer(of: word.end).map { $0 + 1 } == range.end
  }

  private func valueStart(of range: ByteRange) -> Int {
    min(skippingTrivia(from: skippingTrivia(from: identifier(startingAt: range.start).end) + 1), range.end)
  }

  private func pairs(ofDictionaryAt open: Int) -> [HostArgument]? {
    var values: [HostArgument] = []
    for entry in arguments(ofCallAt: open) {
      guard !entry.isSpread, let token = token(startingAt: entry.range.start), tokens[token].kind == .literal else { return nil }
      let colon = skippingTrivia(from: tokens[token].range.end)
      guard byte(at: colon) == UInt8(ascii: ":") else { return nil }
      let start = skippingTrivia(from: colon + 1)
      guard start < entry.range.end else { return nil }
      values.append(HostArgument(range: ByteRange(start, entry.range.end), name: string(tokens[token].body)))
    }
    return values
  }

  func keywords(ofCallAt open: Int) -> [HostArgument]? {
    var values: [HostArgument] = []
    for argument in arguments(ofCallAt: open) {
      guard let name = argument.name, !argument.isSpread else { return nil }
      values.append(HostArgument(range: ByteRange(valueStart(of: argument.range), argument.range.end), name: name))
    }
    return values
  }
}

import SourceText

extension HostFile {
  /// The values that a call binds by name: those of a dictionary that is written out after the statement.
  ///
  /// - Returns: For each its name and the range of the value; nil where they are not all seen.
  package func namedValues(of call: CallSite) -> [HostArgument]? {
    for argument in call.arguments.dropFirst(call.statementArgument + 1) where !argument.isSpread {
      let start = argument.name == nil ? argument.range.start : valueStart(of: argument.range)
      if byte(at: start) == UInt8(ascii: "{"), closer(of: start).map({ $0 + 1 }) == argument.range.end { return pairs(ofDictionaryAt: start) }
      let word = identifier(startingAt: start)
      if string(word) == "dict", byte(at: word.end) == UInt8(ascii: "("), closer(of: word.end).map({ $0 + 1 }) == argument.range.end {
        return keywords(ofCallAt: word.end)
      }
    }
    return nil
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

  private func keywords(ofCallAt open: Int) -> [HostArgument]? {
    var values: [HostArgument] = []
    for argument in arguments(ofCallAt: open) {
      guard let name = argument.name, !argument.isSpread else { return nil }
      values.append(HostArgument(range: ByteRange(valueStart(of: argument.range), argument.range.end), name: name))
    }
    return values
  }
}

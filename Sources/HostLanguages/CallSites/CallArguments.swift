import SourceText

extension HostFile {
  /// The arguments of the call (or the elements of the list) whose opening bracket is at `open`.
  package func arguments(ofCallAt open: Int) -> [HostArgument] {
    guard let close = closer(of: open) else { return [] }
    var arguments: [HostArgument] = []
    var (start, at) = (open + 1, open + 1)
    while at < close {
      if let token = token(startingAt: at) {
        at = tokens[token].range.end
      } else if let inner = closer(of: at) {
        at = inner + 1
      } else {
        if bytes[at] == UInt8(ascii: ",") {
          arguments.append(argument(ByteRange(start, at)))
          start = at + 1
        }
        at += 1
      }
    }
    let last = argument(ByteRange(start, close))
    return last.range.isEmpty ? arguments : arguments + [last]
  }

  /// An argument without the trivia around it; its name and spread mark read.
  private func argument(_ range: ByteRange) -> HostArgument {
    let start = min(skippingTrivia(from: range.start), range.end)
    let end = max(skippingTrivia(before: range.end), start)
    var argument = HostArgument(range: ByteRange(start, end))
    for mark in language.spreadMarks where starts(mark, at: start) || (end - start > mark.utf8.count && starts(mark, at: end - mark.utf8.count)) {
      argument.isSpread = true
    }
    let word = identifier(startingAt: start)
    guard !word.isEmpty, word.end < end else { return argument }
    let sign = skippingTrivia(from: word.end)
    if bytes[sign] == UInt8(ascii: "="), byte(at: sign + 1) != UInt8(ascii: "="), byte(at: sign + 1) != UInt8(ascii: ">") {
      argument.name = string(word)
    }
    return argument
  }
}

import Results
import SourceText

/// A script with its statements converted in place; those that are not stand as comments, with why.
struct ConvertedText {
  private(set) var bytes: [UInt8] = []

  init(_ source: [UInt8], _ ranges: [ByteRange], _ statements: [StatementResult]) {
    var position = 0
    for (range, statement) in zip(ranges, statements) {
      bytes += source[position..<range.start]
      position = range.end
      append(remarks(on: statement), endsLine: true)
      if let rewritten = statement.rewritten {
        bytes += rewritten.utf8
      } else {
        append(comment(source[range.range]), endsLine: false)
        // What follows on the line of a comment would be lost in it.
        let rest = source[position...].prefix { $0 != 0x0A }
        bytes += rest.prefix { $0 == UInt8(ascii: ";") || $0 == 0x20 || $0 == 0x09 }
        position += rest.prefix { $0 == UInt8(ascii: ";") || $0 == 0x20 || $0 == 0x09 }.count
        if position < source.count, source[position] != 0x0A { bytes.append(0x0A) }
      }
    }
    bytes += source[position...]
    if let last = bytes.last, last != 0x0A { bytes.append(0x0A) }
  }

  /// Lines of their own: begun on a new one where the text before does not end with a line end.
  private mutating func append(_ lines: [String], endsLine: Bool) {
    guard !lines.isEmpty else { return }
    let indent = bytes.reversed().prefix { $0 == 0x20 || $0 == 0x09 }.reversed()
    if let last = bytes.dropLast(indent.count).last, last != 0x0A { bytes.append(0x0A) } else { bytes.removeLast(indent.count) }
    bytes += lines.joined(separator: "\n").utf8
    if endsLine { bytes.append(0x0A) }
  }

  private func remarks(on statement: StatementResult) -> [String] {
    guard let status = statement.status, status >= .review else { return [] }
    return statement.findings.filter { $0.severity > .info }.map { finding in
      "-- \(status.rawValue)[\(finding.rule)]: " + oneLine(finding.message) + (finding.help.isEmpty ? "" : "; " + oneLine(finding.help))
    }
  }

  private func comment(_ statement: ArraySlice<UInt8>) -> [String] {
    statement.split(separator: 0x0A, omittingEmptySubsequences: false).map { "-- " + String(decoding: $0.filter { $0 != 0x0D }, as: UTF8.self) }
  }

  private func oneLine(_ text: String) -> String { text.split(whereSeparator: \.isNewline).joined(separator: " ") }
}

import Results
import SourceText

/// Words one suggestion for the terminal: place, status, the host lines before and after, the findings.
struct SuggestionView {
  let document: ResultDocument
  let originals: [String: [UInt8]]
  let style: TerminalStyle

  func suggestion(_ statement: StatementResult, number: Int, of count: Int) -> String {
    let path = TerminalText.safe(document.displayPath(statement.file), onOneLine: true)
    let place = "\(path):\(statement.range.start.line):\(statement.range.start.column)"
    let status = statement.status.map { style($0.rawValue, $0.look) } ?? ""
    var result = "\n\(style("[\(number)/\(count)]", .dim)) \(style(place, .bold)) \(status)\n"
    result += diff(of: statement)
    for (finding, place) in statement.placedFindings {
      let head = style("\(finding.severity.rawValue)[\(TerminalText.safe(finding.rule, onOneLine: true))]:", finding.severity.look)
      result += "\(place.start.line):\(place.start.column): \(head) \(TerminalText.safe(finding.message, onOneLine: true))\n"
      if !finding.help.isEmpty { result += "  help: \(TerminalText.safe(finding.help, onOneLine: true))\n" }
    }
    return result
  }

  func prompt(_ text: String) -> String { style(text, .cyan) }

  // MARK: The diff

  /// The changed host lines with their context; the SQL texts where the files cannot be had.
  private func diff(of statement: StatementResult) -> String {
    var result = ""
    for file in Set(statement.edits.map(\.file)).sorted() {
      let edits = statement.edits.filter { $0.file == file }.map(\.edit)
      guard let old = originals[file], let new = try? edits.applied(to: old) else { return texts(of: statement) }
      if file != statement.file { result += "\(TerminalText.safe(document.displayPath(file), onOneLine: true)):\n" }
      result += coloured(UnifiedDiff.make(old: old, new: new, path: file))
    }
    return result
  }

  private func coloured(_ diff: [UInt8]) -> String {
    diff.split(separator: 0x0A, omittingEmptySubsequences: false).dropFirst(2).dropLast().map { line in
      // A carriage return at the end is the file's line end, not a control character to show.
      let text = TerminalText.safe(line.last == 0x0D ? line.dropLast() : line)
      switch line.first {
      case UInt8(ascii: "-"): return style(text, .red) + "\n"
      case UInt8(ascii: "+"): return style(text, .green) + "\n"
      case UInt8(ascii: "@"), UInt8(ascii: "\\"): return style(text, .dim) + "\n"
      default: return text + "\n"
      }
    }.joined()
  }

  private func texts(of statement: StatementResult) -> String {
    func lines(_ mark: String, _ text: String, _ look: TerminalStyle.Look) -> String {
      TerminalText.safe(text).split(separator: "\n", omittingEmptySubsequences: false).map { style(mark + $0, look) + "\n" }.joined()
    }
    return lines("-", statement.sql.string, .red) + lines("+", statement.replacement ?? "", .green)
  }
}

import Results
import SourceText

/// `--format text`: one line a statement with its findings below, then the summary.
///
///     app/user.go:42:17: converted SELECT id::text FROM users
///     app/user.go:51:9: manual INSERT INTO users … RETURNING id
///     app/user.go:51:52: error[returning]: MySQL has no RETURNING
///       help: read LastInsertId() of the result
///
/// Text from scanned files is stripped of control characters.
package struct TextReporter: Reporter {
  /// Whether each changed statement is shown before and after.
  package var showsTexts: Bool
  package var style: TerminalStyle
  /// The least severe finding that is printed.
  package var least: Severity

  package init(showsTexts: Bool = false, style: TerminalStyle = TerminalStyle(usesColour: false), least: Severity = .info) {
    (self.showsTexts, self.style, self.least) = (showsTexts, style, least)
  }

  package func report(_ document: ResultDocument) -> [UInt8] {
    var output: [UInt8] = []
    for statement in document.statements { output += lines(of: statement, in: document).utf8 }
    if !document.statements.isEmpty { output.append(0x0A) }
    output += summary(document).utf8
    return output
  }

  // MARK: Statements

  /// The lines of one statement, with line ends.
  package func lines(of statement: StatementResult, in document: ResultDocument) -> String {
    let path = TerminalText.safe(document.displayPath(statement.file), onOneLine: true)
    let status = statement.status.map { style($0.rawValue, $0.look) } ?? "parsed"
    var result = "\(Self.place(path, statement.range)) \(status) \(TerminalText.excerpt(statement.sql.string, limit: 72))\n"
    for (finding, place) in statement.placedFindings where finding.severity >= least {
      result += message(Self.place(path, place), finding.severity, finding.rule, finding.message, finding.help)
    }
    if showsTexts { result += texts(of: statement) }
    return result
  }

  private static func place(_ path: String, _ range: SourceRange) -> String {
    "\(path):\(range.start.line):\(range.start.column):"
  }

  private func message(_ place: String, _ severity: Severity, _ rule: String, _ message: String, _ help: String) -> String {
    let head = style("\(severity.rawValue)[\(TerminalText.safe(rule, onOneLine: true))]:", severity.look)
    var result = "\(place) \(head) \(TerminalText.safe(message, onOneLine: true))\n"
    if !help.isEmpty { result += "  help: \(TerminalText.safe(help, onOneLine: true))\n" }
    return result
  }

  private func texts(of statement: StatementResult) -> String {
    let before = marked("-", statement.sql.string, .red)
    switch statement.status {
    case .converted, .review: return before + marked("+", statement.replacement ?? statement.rewritten ?? "", .green)
    case .manual, .invalid: return before + recipe(of: statement)
    case .unchanged, nil: return marked(" ", statement.sql.string, .dim)
    }
  }

  private func recipe(of statement: StatementResult) -> String {
    guard let recipe = statement.recipe else { return "" }
    let steps = recipe.statements.enumerated().map { marked("\($0.offset + 1)", $0.element.sql, .cyan) }.joined()
    return steps + "    \(TerminalText.safe(recipe.host, onOneLine: true))\n"
  }

  private func marked(_ mark: String, _ text: String, _ look: TerminalStyle.Look) -> String {
    TerminalText.safe(text).split(separator: "\n", omittingEmptySubsequences: false)
      .map { "    " + style("\(mark) \($0)", look) + "\n" }.joined()
  }

  // MARK: Summary

  /// The table of counts and what the statements were checked by, or a loud line when nothing was found.
  package func summary(_ document: ResultDocument) -> String {
    let summary = Summary(document)
    guard summary.statements > 0 else { return style(Self.nothingFound(document), .yellow) + "\n" }
    var rows = [("files", summary.files, TerminalStyle.Look.bold), ("statements", summary.statements, .bold)]
    rows += StatementStatus.allCases.map { ("  \($0.rawValue)", summary[$0], $0.look) }
    let width = rows.map { String($0.1).count }.max() ?? 1
    return rows.map { name, count, look in
      let number = String(count)
      let padding = String(repeating: " ", count: 14 - name.count + width - number.count)
      return (count > 0 ? style(name, look) : name) + padding + number + "\n"
    }.joined() + (document.catalogSource.map { "\n\(TerminalText.safe($0.message, onOneLine: true))\n" } ?? "")
  }

  /// What is said when a scan finds no SQL.
  package static func nothingFound(_ document: ResultDocument) -> String {
    let files = document.files == 1 ? "1 file" : "\(document.files) files"
    let reason =
      document.files == 0
      ? "no file of a known language is there, or all are ignored" : "is it the right folder, and do its drivers' calls hold SQL text?"
    return "NO SQL STATEMENT FOUND in \(files) under \(TerminalText.safe(document.root, onOneLine: true)): \(reason)"
  }

  // MARK: Diagnostics

  /// The document's diagnostics, for standard error.
  package func diagnostics(_ document: ResultDocument) -> String {
    document.diagnostics.filter { $0.severity >= least }.map { diagnostic in
      let path = diagnostic.file.map { TerminalText.safe(document.displayPath($0), onOneLine: true) }
      let place = path.map { path in diagnostic.range.map { Self.place(path, $0) } ?? "\(path):" } ?? "sqlferry:"
      return message(place, diagnostic.severity, diagnostic.rule, diagnostic.message, diagnostic.help)
    }.joined()
  }
}

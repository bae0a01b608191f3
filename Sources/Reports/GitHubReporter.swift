import Results
import SourceText

/// `--format github`: workflow commands that GitHub shows as annotations of the changed lines.
package struct GitHubReporter: Reporter {
  package init() {}

  package func report(_ document: ResultDocument) -> [UInt8] {
    var output = ""
    for statement in document.statements {
      for (finding, place) in statement.placedFindings {
        output += Self.command(
          finding.severity, file: document.displayPath(statement.file), place: place, rule: finding.rule, message: finding.message,
          help: finding.help)
      }
    }
    for diagnostic in document.diagnostics {
      output += Self.command(
        diagnostic.severity, file: diagnostic.file.map(document.displayPath), place: diagnostic.range, rule: diagnostic.rule,
        message: diagnostic.message, help: diagnostic.help)
    }
    return Array((output + "::notice title=sqlferry::\(Self.escape(summary(document)))\n").utf8)
  }

  private func summary(_ document: ResultDocument) -> String {
    let summary = Summary(document)
    guard summary.statements > 0 else { return TextReporter.nothingFound(document) }
    let counts = StatementStatus.allCases.map { "\(summary[$0]) \($0.rawValue)" }.joined(separator: ", ")
    return "\(summary.statements) statements in \(summary.files) files: \(counts)"
  }

  private static func command(
    _ severity: Severity, file: String?, place: SourceRange?, rule: String, message: String, help: String
  ) -> String {
    var properties: [String] = []
    if let file { properties.append("file=\(property(file))") }
    if let place {
      properties += ["line=\(place.start.line)", "endLine=\(place.end.line)"]
      // Columns of different lines would be read as one range of columns.
      if place.start.line == place.end.line { properties += ["col=\(place.start.column)", "endColumn=\(place.end.column)"] }
    }
    properties.append("title=\(property(rule))")
    let text = help.isEmpty ? message : "\(message)\nhelp: \(help)"
    return "::\(word(severity)) \(properties.joined(separator: ","))::\(escape(text))\n"
  }

  private static func word(_ severity: Severity) -> String {
    switch severity {
    case .info: "notice"
    case .warning: "warning"
    case .error: "error"
    }
  }

  /// `%`, CR and LF would end or fake a command.
  private static func escape(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      default: result += TerminalText.safe(String(scalar))
      }
    }
    return result
  }

  private static func property(_ text: String) -> String {
    var result = ""
    for character in escape(text) {
      switch character {
      case ":": result += "%3A"
      case ",": result += "%2C"
      default: result.append(character)
      }
    }
    return result
  }
}

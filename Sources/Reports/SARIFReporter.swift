import Results
import SourceText

/// `--format sarif`: a SARIF 2.1.0 log with one run; findings are results, diagnostics notifications.
package struct SARIFReporter: Reporter {
  package init() {}

  package func report(_ document: ResultDocument) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.field("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
      writer.field("version", "2.1.0")
      writer.key("runs")
      writer.array { writer in writer.object { writeRun(document, to: &$0) } }
    }
    writer.finalLineBreak()
    return writer.bytes
  }

  private func writeRun(_ document: ResultDocument, to writer: inout JSONWriter) {
    let rules = Set(document.statements.flatMap { $0.placedFindings.map(\.finding.rule) } + document.diagnostics.map(\.rule)).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: rules.enumerated().map { ($0.element, $0.offset) })
    writer.key("tool")
    writer.object { writer in
      writer.key("driver")
      writer.object { writer in
        writer.field("name", "sqlferry")
        writer.field("version", document.toolVersion)
        writer.key("rules")
        writer.array { writer in
          for rule in rules {
            writer.object {
              $0.field("id", rule)
            }
          }
        }
      }
    }
    writer.key("results")
    writer.array { writer in
      for statement in document.statements {
        for (finding, place) in statement.placedFindings {
          writer.lineBreak()
          writeResult(finding, place, statement, document, number: numbers[finding.rule] ?? 0, to: &writer)
        }
      }
    }
    writer.key("invocations")
    writer.array { writer in writer.object { writeInvocation(document, to: &$0) } }
  }

  private func writeResult(
    _ finding: Finding, _ place: SourceRange, _ statement: StatementResult, _ document: ResultDocument, number: Int,
    to writer: inout JSONWriter
  ) {
    writer.object { writer in
      writer.field("ruleId", finding.rule)
      writer.field("ruleIndex", number)
      writer.field("level", Self.level(finding.severity))
      Self.writeMessage(finding.message, finding.help, to: &writer)
      Self.writeLocations(document.displayPath(statement.file), place, to: &writer)
      writer.key("partialFingerprints")
      writer.object {
        $0.field("statement/v1", statement.id)
      }
    }
  }

  private func writeInvocation(_ document: ResultDocument, to writer: inout JSONWriter) {
    writer.field("executionSuccessful", !document.isIncomplete)
    writer.key("toolExecutionNotifications")
    writer.array { writer in
      for diagnostic in document.diagnostics {
        writer.lineBreak()
        writer.object { writer in
          writer.key("descriptor")
          writer.object {
            $0.field("id", diagnostic.rule)
          }
          writer.field("level", Self.level(diagnostic.severity))
          Self.writeMessage(diagnostic.message, diagnostic.help, to: &writer)
          if let file = diagnostic.file { Self.writeLocations(document.displayPath(file), diagnostic.range, to: &writer) }
        }
      }
    }
  }

  private static func writeMessage(_ message: String, _ help: String, to writer: inout JSONWriter) {
    writer.key("message")
    writer.object {
      $0.field("text", help.isEmpty ? message : "\(message)\n\(help)")
    }
  }

  private static func writeLocations(_ path: String, _ place: SourceRange?, to writer: inout JSONWriter) {
    writer.key("locations")
    writer.array { writer in
      writer.object { writer in
        writer.key("physicalLocation")
        writer.object { writer in
          writer.key("artifactLocation")
          writer.object {
            $0.field("uri", uri(path))
          }
          guard let place else { return }
          writer.key("region")
          writer.object { writeRegion(place, to: &$0) }
        }
      }
    }
  }

  /// Lines and bytes; SARIF counts columns in characters, which a byte column is only on lines of ASCII.
  private static func writeRegion(_ place: SourceRange, to writer: inout JSONWriter) {
    writer.field("startLine", place.start.line)
    writer.field("endLine", place.end.line)
    writer.field("byteOffset", place.start.offset)
    writer.field("byteLength", place.end.offset - place.start.offset)
  }

  private static func level(_ severity: Severity) -> String {
    switch severity {
    case .info: "note"
    case .warning: "warning"
    case .error: "error"
    }
  }

  /// A path as a relative URI reference.
  private static func uri(_ path: String) -> String {
    var result = ""
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        result += "%" + (digits.count == 1 ? "0" : "") + digits
      }
    }
    return result
  }
}

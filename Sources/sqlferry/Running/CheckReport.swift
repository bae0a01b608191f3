import ArgumentParser
import Foundation
import Pipeline
import Results
import SourceText

/// Prints what `check` found, as a list for people or as JSON.
struct CheckReport {
  let check: ServerCheck
  let server: String

  init(_ check: ServerCheck, server: String) { (self.check, self.server) = (check, server) }

  /// - Throws: Exit status 1 when something required is missing and `--fail-on` is `error`, or anything and it is `warning`.
  func present(_ format: DocumentFormatOptions, _ presentation: PresentationOptions, _ exit: ExitOptions) throws {
    let console = Console(presentation)
    switch format.format {
    case .json: try console.write(json)
    case .text: try console.write(Array(text(console.style).utf8))
    }
    let fails: Bool = switch exit.failOn {
    case .never: false
    case .error: !check.holds
    case .warning: check.items.contains { !$0.holds }
    }
    if fails { throw ExitCode(1) }
  }

  // MARK: - For people

  private func text(_ style: TerminalStyle) -> String {
    let marks = Marks(style)
    let width = check.facts.map(\.name.count).max() ?? 0
    var lines = check.facts.map { "\($0.name.padding(toLength: width, withPad: " ", startingAt: 0))  \(TerminalText.safe($0.value, onOneLine: true))" }
    var group = ""
    for item in check.items {
      if item.group != group {
        group = item.group
        lines += ["", group]
      }
      lines += self.lines(for: item, marks)
    }
    if !check.mending.isEmpty { lines += ["", "what mends the privileges:"] + check.mending.map { "  \($0)" } }
    lines += ["", summary]
    return lines.joined(separator: "\n") + "\n"
  }

  private func lines(for item: ServerCheck.Item, _ marks: Marks) -> [String] {
    let mark = item.holds ? marks.holds : item.isRequired ? marks.missing : marks.advice
    var line = item.name
    if !item.found.isEmpty { line += item.holds ? ": \(item.found)" : ": \(item.found), not \(item.expected)" }
    if !item.holds, !item.reason.isEmpty { line += " (\(item.reason))" }
    line = "  \(mark) \(TerminalText.safe(line, onOneLine: true))"
    return item.holds || item.mending.isEmpty ? [line] : [line, "      \(TerminalText.safe(item.mending, onOneLine: true))"]
  }

  private var summary: String {
    let missing = check.items.count { !$0.holds && $0.isRequired }
    let advised = check.items.count { !$0.holds && !$0.isRequired }
    if missing == 0, advised == 0 { return "\(server): everything is there" }
    return "\(server): \(missing) missing" + (advised == 0 ? "" : ", \(advised) that only a part of the work needs")
  }

  /// ✓ and ✗, or ASCII where the locale cannot show them.
  private struct Marks {
    let holds: String
    let missing: String
    let advice: String

    init(_ style: TerminalStyle) {
      let environment = ProcessInfo.processInfo.environment
      let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
      let isUnicode = locale.lowercased().contains("utf-8") || locale.lowercased().contains("utf8")
      let plain = isUnicode ? ("✓", "✗", "!") : ("ok", "MISSING", "note")
      (holds, missing, advice) = (style(plain.0, .green), style(plain.1, .red), style(plain.2, .yellow))
    }
  }

  // MARK: - For programs

  private var json: [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.field("version", 1)
      writer.field("server", server)
      writer.field("holds", check.holds)
      writer.key("facts")
      writer.array { writer in
        for fact in check.facts { Self.write(["name": fact.name, "value": fact.value], &writer) }
      }
      writer.key("checks")
      writer.array { writer in
        for item in check.items { Self.write(item, &writer) }
      }
      writer.key("mending")
      writer.array { writer in
        for statement in check.mending { writer.value(statement) }
      }
    }
    writer.finalLineBreak()
    return writer.bytes
  }

  private static func write(_ item: ServerCheck.Item, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("group", item.group)
      writer.field("name", item.name)
      writer.field("holds", item.holds)
      writer.field("required", item.isRequired)
      writer.field("found", item.found)
      writer.field("expected", item.expected)
      writer.field("reason", item.reason)
      writer.field("mending", item.mending)
    }
  }

  private static func write(_ fields: KeyValuePairs<StaticString, String>, _ writer: inout JSONWriter) {
    writer.object { writer in
      for (key, value) in fields {
        writer.field(key, value)
      }
    }
  }
}

import SourceText

extension ResultDocument {
  /// The document of `--format json`: one statement a line, keys in the order of the manual, absent values as `null`.
  package var json: [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writeHead(to: &writer)
      writer.lineBreak()
      writer.key("summary")
      writeSummary(to: &writer)
      writer.lineBreak()
      writer.key("statements")
      writer.array { writer in
        for statement in statements {
          writer.lineBreak()
          statement.write(to: &writer)
        }
      }
      writer.lineBreak()
      writer.key("diagnostics")
      writeDiagnostics(to: &writer)
    }
    writer.finalLineBreak()
    return writer.bytes
  }

  private func writeHead(to writer: inout JSONWriter) {
    writer.field("version", Self.version)
    writer.key("tool")
    writer.object {
      $0.field("name", "sqlferry")
      $0.field("version", toolVersion)
    }
    writer.field("target", target)
    writer.field("root", root)
  }

  private func writeSummary(to writer: inout JSONWriter) {
    let summary = Summary(self)
    writer.object {
      $0.field("files", summary.files)
      $0.field("statements", summary.statements)
      $0.field("unchanged", summary[.unchanged])
      $0.field("converted", summary[.converted])
      $0.field("review", summary[.review])
      $0.field("manual", summary[.manual])
      $0.field("invalid", summary[.invalid])
    }
  }

  private func writeDiagnostics(to writer: inout JSONWriter) {
    writer.array { writer in
      for diagnostic in diagnostics {
        writer.lineBreak()
        diagnostic.write(to: &writer)
      }
    }
  }

  // MARK: jsonl

  /// The first line of `--format jsonl`: what is known before the first statement.
  package var jsonlHead: [UInt8] {
    line { writer in writer.object { writeHead(to: &$0) } }
  }

  /// The last line of `--format jsonl`: summary and diagnostics.
  package var jsonlTail: [UInt8] {
    var writer = JSONWriter()
    writer.object {
      $0.key("summary")
      writeSummary(to: &$0)
      $0.key("diagnostics")
      $0.array { writer in
        for diagnostic in diagnostics { diagnostic.write(to: &writer) }
      }
    }
    writer.finalLineBreak()
    return writer.bytes
  }

  private func line(_ write: (inout JSONWriter) -> Void) -> [UInt8] {
    var writer = JSONWriter()
    write(&writer)
    writer.finalLineBreak()
    return writer.bytes
  }
}

/// The counts of a document, taken in one pass.
package struct Summary: Hashable, Sendable {
  package let files: Int
  package let statements: Int
  private var counts: [StatementStatus: Int] = [:]

  package init(_ document: ResultDocument) {
    files = document.files
    statements = document.statements.count
    for statement in document.statements {
      if let status = statement.status { counts[status, default: 0] += 1 }
    }
  }

  package subscript(status: StatementStatus) -> Int { counts[status] ?? 0 }
}

extension StatementResult {
  /// The statement's line of `--format jsonl`, with its line end.
  package var jsonLine: [UInt8] {
    var writer = JSONWriter()
    write(to: &writer)
    writer.finalLineBreak()
    return writer.bytes
  }

  func write(to writer: inout JSONWriter) {
    let text = PortableText(sql.bytes)
    writer.object { writer in
      writeIdentity(to: &writer)
      writePlace(to: &writer)
      writeText(text, to: &writer)
      writeHostSide(to: &writer)
      writer.field("status", status?.rawValue)
      writer.key("validation")
      validation.write(to: &writer)
      writer.key("evidence")
      writer.object {
        $0.field("prepared", prepared)
      }
      writer.key("findings")
      writer.array { for finding in findings { finding.write(to: &$0, text) } }
      if let printed {
        writer.field("printed", printed)
      }
    }
  }

  private func writeIdentity(to writer: inout JSONWriter) {
    writer.field("id", id)
    writer.field("fingerprint", fingerprint)
    writer.field("file", file)
    writer.field("language", language)
    writer.field("kind", kind)
    writer.field("confidence", confidence)
  }

  private func writePlace(to writer: inout JSONWriter) {
    writer.key("range")
    range.write(to: &writer)
    writer.key("literals")
    writer.array { writer in
      for literal in literals {
        writer.object {
          $0.field("file", literal.file)
          $0.field("start", literal.range.start)
          $0.field("end", literal.range.end)
        }
      }
    }
    writer.key("variant")
    guard let variant else { return writer.null() }
    writer.object {
      $0.field("group", variant.group)
      $0.field("number", variant.number)
      $0.field("of", variant.of)
    }
  }

  private func writeText(_ text: PortableText, to writer: inout JSONWriter) {
    writer.field("sql", text.string)
    writer.key("atoms")
    writer.array { writer in
      for atom in sql.atoms {
        writer.object {
          $0.field("start", text.offset(atom.range.start))
          $0.field("end", text.offset(atom.range.end))
          $0.field("kind", atom.kind == .hole ? "hole" : "placeholder")
          $0.field("parameter", atom.parameter)
        }
      }
    }
    writer.field("rewritten", rewritten)
    writer.field("parameters", parameters)
    writer.field("replacement", replacement)
  }

  private func writeHostSide(to writer: inout JSONWriter) {
    writer.key("bindings")
    writer.array { writer in
      for binding in bindings {
        writer.object {
          $0.field("parameter", binding.parameter)
          $0.field("was", binding.was)
          $0.field("as", binding.as)
          $0.field("edited", binding.edited)
        }
      }
    }
    writer.key("results")
    writer.array { writer in
      for column in results {
        writer.object {
          $0.field("column", column.column)
          $0.field("was", column.was)
          $0.field("arrives", column.arrives)
          $0.field("host", column.host)
        }
      }
    }
    writer.key("recipe")
    if let recipe { recipe.write(to: &writer) } else { writer.null() }
  }
}

extension StatementResult.Recipe {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("statements")
      writer.array { writer in
        for step in statements {
          writer.object {
            $0.field("sql", step.sql)
            $0.field("parameters", step.parameters)
            $0.field("returns", step.returns)
          }
        }
      }
      writer.field("host", host)
    }
  }
}

extension Validation {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("by", by.rawValue)
      writer.field("ok", ok)
      writer.field("sqlstate", sqlstate)
      writer.field("error", error)
      writer.key("parameters")
      writer.array { for type in parameters { $0.value(type) } }
      writer.key("columns")
      writer.array { writer in
        for column in columns {
          writer.object {
            $0.field("name", column.name)
            $0.field("type", column.type)
            $0.field("nullable", column.nullable)
          }
        }
      }
    }
  }
}

extension Finding {
  fileprivate func write(to writer: inout JSONWriter, _ text: PortableText) {
    writer.object {
      $0.field("rule", rule)
      $0.field("severity", severity.rawValue)
      $0.field("message", message)
      $0.field("help", help)
      $0.field("start", text.offset(range.start))
      $0.field("end", text.offset(range.end))
    }
  }
}

extension Diagnostic {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("file", file)
      writer.key("range")
      if let range { range.write(to: &writer) } else { writer.null() }
      writer.field("rule", rule)
      writer.field("severity", severity.rawValue)
      writer.field("message", message)
      writer.field("help", help)
    }
  }
}

extension SourceRange {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.object {
      $0.key("start")
      start.write(to: &$0)
      $0.key("end")
      end.write(to: &$0)
    }
  }
}

extension SourcePosition {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.object {
      $0.field("offset", offset)
      $0.field("line", line)
      $0.field("column", column)
    }
  }
}

/// SQL bytes as JSON can hold them, with the offsets moved where bad UTF-8 was healed.
struct PortableText {
  let string: String
  private let bytes: [UInt8]
  private let wasHealed: Bool

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    string = String(decoding: bytes, as: UTF8.self)
    wasHealed = !string.utf8.elementsEqual(bytes)
  }

  /// The offset in `string` of an offset in the bytes.
  func offset(_ offset: Int) -> Int {
    guard wasHealed else { return offset }
    return String(decoding: bytes[..<min(max(offset, 0), bytes.count)], as: UTF8.self).utf8.count
  }
}

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
    writer.key("version")
    writer.value(Self.version)
    writer.key("tool")
    writer.object {
      $0.key("name")
      $0.value("sqlferry")
      $0.key("version")
      $0.value(toolVersion)
    }
    writer.key("target")
    writer.value(target)
    writer.key("root")
    writer.value(root)
  }

  private func writeSummary(to writer: inout JSONWriter) {
    let summary = Summary(self)
    writer.object {
      $0.key("files")
      $0.value(summary.files)
      $0.key("statements")
      $0.value(summary.statements)
      $0.key("unchanged")
      $0.value(summary[.unchanged])
      $0.key("converted")
      $0.value(summary[.converted])
      $0.key("review")
      $0.value(summary[.review])
      $0.key("manual")
      $0.value(summary[.manual])
      $0.key("invalid")
      $0.value(summary[.invalid])
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
      writer.key("status")
      writer.value(status?.rawValue)
      writer.key("validation")
      validation.write(to: &writer)
      writer.key("evidence")
      writer.object {
        $0.key("prepared")
        $0.value(prepared)
      }
      writer.key("findings")
      writer.array { for finding in findings { finding.write(to: &$0, text) } }
      if let printed {
        writer.key("printed")
        writer.value(printed)
      }
    }
  }

  private func writeIdentity(to writer: inout JSONWriter) {
    writer.key("id")
    writer.value(id)
    writer.key("fingerprint")
    writer.value(fingerprint)
    writer.key("file")
    writer.value(file)
    writer.key("language")
    writer.value(language)
    writer.key("kind")
    writer.value(kind)
    writer.key("confidence")
    writer.value(confidence)
  }

  private func writePlace(to writer: inout JSONWriter) {
    writer.key("range")
    range.write(to: &writer)
    writer.key("literals")
    writer.array { writer in
      for literal in literals {
        writer.object {
          $0.key("file")
          $0.value(literal.file)
          $0.key("start")
          $0.value(literal.range.start)
          $0.key("end")
          $0.value(literal.range.end)
        }
      }
    }
    writer.key("variant")
    guard let variant else { return writer.null() }
    writer.object {
      $0.key("group")
      $0.value(variant.group)
      $0.key("number")
      $0.value(variant.number)
      $0.key("of")
      $0.value(variant.of)
    }
  }

  private func writeText(_ text: PortableText, to writer: inout JSONWriter) {
    writer.key("sql")
    writer.value(text.string)
    writer.key("atoms")
    writer.array { writer in
      for atom in sql.atoms {
        writer.object {
          $0.key("start")
          $0.value(text.offset(atom.range.start))
          $0.key("end")
          $0.value(text.offset(atom.range.end))
          $0.key("kind")
          $0.value(atom.kind == .hole ? "hole" : "placeholder")
          $0.key("parameter")
          $0.value(atom.parameter)
        }
      }
    }
    writer.key("rewritten")
    writer.value(rewritten)
    writer.key("parameters")
    writer.value(parameters)
    writer.key("replacement")
    writer.value(replacement)
  }

  private func writeHostSide(to writer: inout JSONWriter) {
    writer.key("bindings")
    writer.array { writer in
      for binding in bindings {
        writer.object {
          $0.key("parameter")
          $0.value(binding.parameter)
          $0.key("was")
          $0.value(binding.was)
          $0.key("as")
          $0.value(binding.as)
          $0.key("edited")
          $0.value(binding.edited)
        }
      }
    }
    writer.key("results")
    writer.array { writer in
      for column in results {
        writer.object {
          $0.key("column")
          $0.value(column.column)
          $0.key("was")
          $0.value(column.was)
          $0.key("arrives")
          $0.value(column.arrives)
          $0.key("host")
          $0.value(column.host)
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
            $0.key("sql")
            $0.value(step.sql)
            $0.key("parameters")
            $0.value(step.parameters)
            $0.key("returns")
            $0.value(step.returns)
          }
        }
      }
      writer.key("host")
      writer.value(host)
    }
  }
}

extension Validation {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("by")
      writer.value(by.rawValue)
      writer.key("ok")
      writer.value(ok)
      writer.key("sqlstate")
      writer.value(sqlstate)
      writer.key("error")
      writer.value(error)
      writer.key("parameters")
      writer.array { for type in parameters { $0.value(type) } }
      writer.key("columns")
      writer.array { writer in
        for column in columns {
          writer.object {
            $0.key("name")
            $0.value(column.name)
            $0.key("type")
            $0.value(column.type)
            $0.key("nullable")
            $0.value(column.nullable)
          }
        }
      }
    }
  }
}

extension Finding {
  fileprivate func write(to writer: inout JSONWriter, _ text: PortableText) {
    writer.object {
      $0.key("rule")
      $0.value(rule)
      $0.key("severity")
      $0.value(severity.rawValue)
      $0.key("message")
      $0.value(message)
      $0.key("help")
      $0.value(help)
      $0.key("start")
      $0.value(text.offset(range.start))
      $0.key("end")
      $0.value(text.offset(range.end))
    }
  }
}

extension Diagnostic {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("file")
      writer.value(file)
      writer.key("range")
      if let range { range.write(to: &writer) } else { writer.null() }
      writer.key("rule")
      writer.value(rule)
      writer.key("severity")
      writer.value(severity.rawValue)
      writer.key("message")
      writer.value(message)
      writer.key("help")
      writer.value(help)
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
      $0.key("offset")
      $0.value(offset)
      $0.key("line")
      $0.value(line)
      $0.key("column")
      $0.value(column)
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

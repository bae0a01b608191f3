import Foundation
import SourceText

/// Why a file is no result document.
package enum ResultDocumentError: Error, Hashable {
  /// Not JSON, or a field is missing or of another type; says where.
  case malformed(String)
  /// Written by a version of the format that this program does not know.
  case version(Int)
}

extension ResultDocumentError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .malformed(let detail): "not a result document of sqlferry: \(detail)"
    case .version(let number): "result document of version \(number); this program reads version \(ResultDocument.version)"
    }
  }
}

extension ResultDocument {
  /// Reads a document that `--format json` or `--format jsonl` wrote. Host edits are not in it.
  package init(json bytes: [UInt8]) throws(ResultDocumentError) {
    let decoder = JSONDecoder()
    do {
      if Self.isLines(bytes) {
        try self.init(lines: bytes, decoder)
      } else {
        self = try decoder.decode(DocumentForm.self, from: Data(bytes)).document()
      }
    } catch let error as ResultDocumentError {
      throw error
    } catch let error as DecodingError {
      throw .malformed(Self.wording(error))
    } catch {
      throw .malformed("\(error)")
    }
  }

  /// Whether the first line is a whole object, as in jsonl; a document's first line never is.
  private static func isLines(_ bytes: [UInt8]) -> Bool {
    guard let end = bytes.firstIndex(of: 0x0A), end > 0 else { return false }
    return bytes[..<end].last { $0 > 0x20 } == UInt8(ascii: "}") && bytes[end...].contains { $0 > 0x20 }
  }

  private init(lines bytes: [UInt8], _ decoder: JSONDecoder) throws {
    var lines = bytes.split(separator: 0x0A)
    let head = try decoder.decode(HeadForm.self, from: Data(lines.removeFirst()))
    self = try head.document()
    guard let last = lines.popLast() else { return }
    if let tail = try? decoder.decode(TailForm.self, from: Data(last)) {
      files = tail.summary.files
      diagnostics = try tail.diagnostics.map { try $0.diagnostic() }
    } else {
      lines.append(last)  // cut short: the statements that are there count
    }
    statements = try lines.map { try decoder.decode(StatementForm.self, from: Data($0)).statement() }
  }

  private static func wording(_ error: DecodingError) -> String {
    func place(_ context: DecodingError.Context) -> String {
      let path = context.codingPath.map { $0.intValue.map { "[\($0)]" } ?? ".\($0.stringValue)" }.joined()
      return path.isEmpty ? "" : " at \(path)"
    }
    switch error {
    case .keyNotFound(let key, let context): return "no field \"\(key.stringValue)\"\(place(context))"
    case .typeMismatch(_, let context), .valueNotFound(_, let context): return "a value of another type\(place(context))"
    case .dataCorrupted(let context): return "\(context.debugDescription)\(place(context))"
    @unknown default: return "\(error)"
    }
  }
}

// MARK: The fields as they stand in the document

private struct HeadForm: Decodable {
  struct Tool: Decodable { var version: String }
  var version: Int
  var tool: Tool
  var target: String
  var root: String

  func document() throws -> ResultDocument {
    guard version == ResultDocument.version else { throw ResultDocumentError.version(version) }
    return ResultDocument(toolVersion: tool.version, target: target, root: root)
  }
}

private struct TailForm: Decodable {
  struct Summary: Decodable { var files: Int }
  var summary: Summary
  var diagnostics: [DiagnosticForm]
}

private struct DocumentForm: Decodable {
  var head: HeadForm
  var tail: TailForm
  var statements: [StatementForm]

  private enum Key: CodingKey { case statements }

  init(from decoder: any Decoder) throws {
    head = try HeadForm(from: decoder)
    guard head.version == ResultDocument.version else { throw ResultDocumentError.version(head.version) }
    tail = try TailForm(from: decoder)
    statements = try decoder.container(keyedBy: Key.self).decode([StatementForm].self, forKey: .statements)
  }

  func document() throws -> ResultDocument {
    var document = try head.document()
    document.files = tail.summary.files
    document.statements = try statements.map { try $0.statement() }
    document.diagnostics = try tail.diagnostics.map { try $0.diagnostic() }
    return document
  }
}

private struct PositionForm: Decodable {
  var offset: Int
  var line: Int
  var column: Int
  var position: SourcePosition { SourcePosition(offset: offset, line: line, column: column) }
}

private struct RangeForm: Decodable {
  var start: PositionForm
  var end: PositionForm
  var range: SourceRange { SourceRange(start: start.position, end: end.position) }
}

/// Reads a word of a fixed list, or says which field holds another.
private func word<Word: RawRepresentable>(_ text: String, _ field: String) throws -> Word where Word.RawValue == String {
  guard let word = Word(rawValue: text) else { throw ResultDocumentError.malformed("unknown \(field) \"\(text)\"") }
  return word
}

private struct DiagnosticForm: Decodable {
  var file: String?
  var range: RangeForm?
  var rule: String
  var severity: String
  var message: String
  var help: String

  func diagnostic() throws -> Diagnostic {
    Diagnostic(
      file: file, range: range?.range, rule: rule, severity: try word(severity, "severity"), message: message, help: help)
  }
}

private struct StatementForm: Decodable {
  struct Literal: Decodable {
    var file: String?
    var start: Int
    var end: Int
  }
  struct Variant: Decodable {
    var group: String
    var number: Int
    var of: Int
  }
  struct AtomForm: Decodable {
    var start: Int
    var end: Int
    var kind: String
    var parameter: Int?
  }
  struct Binding: Decodable {
    var parameter: Int
    var was: String
    var `as`: String
    var edited: Bool
  }
  struct Column: Decodable {
    var column: Int
    var was: String
    var arrives: String
    var host: String
  }
  struct Recipe: Decodable {
    struct Step: Decodable {
      var sql: String
      var parameters: [Int]
      var returns: Bool
    }
    var statements: [Step]
    var host: String
  }
  struct ValidationForm: Decodable {
    struct Column: Decodable {
      var name: String
      var type: String
      var nullable: Bool
    }
    var by: String
    var ok: Bool?
    var sqlstate: String?
    var error: String?
    var parameters: [String]
    var columns: [Column]
  }
  struct Evidence: Decodable { var prepared: String? }
  struct FindingForm: Decodable {
    var rule: String
    var severity: String
    var message: String
    var help: String
    var start: Int
    var end: Int
  }

  var id: String
  var fingerprint: String
  var file: String
  var language: String
  var kind: String
  var confidence: String
  var range: RangeForm
  var literals: [Literal]
  var variant: Variant?
  var sql: String
  var atoms: [AtomForm]
  var rewritten: String?
  var parameters: [Int]?
  var replacement: String?
  var bindings: [Binding]
  var results: [Column]
  var recipe: Recipe?
  var status: String?
  var validation: ValidationForm
  var evidence: Evidence
  var findings: [FindingForm]
  var printed: String?

  func statement() throws -> StatementResult {
    var result = StatementResult(
      id: id, fingerprint: fingerprint, file: file, language: language, kind: kind, confidence: confidence, range: range.range,
      literals: literals.map { .init(file: $0.file, range: ByteRange($0.start, $0.end)) },
      sql: SQLText(sql, atoms: atoms.map { atom in
        Atom(range: ByteRange(atom.start, atom.end), kind: atom.kind == "hole" ? .hole : .placeholder, parameter: atom.parameter)
      }),
      status: try status.map { try word($0, "status") }, validation: try validationValue(), findings: try findings.map(finding))
    result.variant = variant.map { .init(group: $0.group, number: $0.number, of: $0.of) }
    (result.rewritten, result.parameters, result.replacement) = (rewritten, parameters, replacement)
    result.bindings = bindings.map { .init(parameter: $0.parameter, was: $0.was, as: $0.as, edited: $0.edited) }
    result.results = results.map { .init(column: $0.column, was: $0.was, arrives: $0.arrives, host: $0.host) }
    result.recipe = recipe.map { recipe in
      .init(
        statements: recipe.statements.map { .init(sql: $0.sql, parameters: $0.parameters, returns: $0.returns) }, host: recipe.host)
    }
    (result.prepared, result.printed) = (evidence.prepared, printed)
    return result
  }

  private func validationValue() throws -> Validation {
    Validation(
      by: try word(validation.by, "judge"), ok: validation.ok, sqlstate: validation.sqlstate, error: validation.error,
      parameters: validation.parameters,
      columns: validation.columns.map { .init(name: $0.name, type: $0.type, nullable: $0.nullable) })
  }

  private func finding(_ form: FindingForm) throws -> Finding {
    Finding(
      rule: form.rule, severity: try word(form.severity, "severity"), message: form.message, help: form.help,
      range: ByteRange(form.start, form.end))
  }
}

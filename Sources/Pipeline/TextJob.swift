import MySQLConversion
import MySQLTarget
import PostgresCatalog
import PostgresSyntax
import Results
import SourceText

/// `convert`: SQL text in, MySQL text out, statement by statement.
package struct TextJob: Sendable {
  package struct Outcome: Sendable {
    package var document: ResultDocument
    /// The input with every statement converted; one that is not stands as a comment, with why.
    package var text: [UInt8]
  }

  /// A libpq connection string, or nil: then only syntax is known.
  package var database: String?
  package var target: Target
  /// A MySQL URL to prepare every rewrite on, or nil.
  package var targetDatabase: String?
  /// How placeholders are written; nil to find out from the text.
  package var placeholders: PlaceholderStyle?
  package var strictErrors: Bool

  package init(
    database: String? = nil, target: Target = .standard, targetDatabase: String? = nil, placeholders: PlaceholderStyle? = .dollar,
    strictErrors: Bool = false
  ) {
    (self.database, self.target, self.targetDatabase) = (database, target, targetDatabase)
    (self.placeholders, self.strictErrors) = (placeholders, strictErrors)
  }

  package func run(_ input: TextInput) async throws(PipelineError) -> Outcome {
    let source: SourceDatabase? = if let database { try await SourceDatabase.open(database) } else { nil }
    let mysql: TargetDatabase? = if let targetDatabase { try await TargetDatabase.open(targetDatabase) } else { nil }
    let statements = input.statements(placeholders)
    let judged = await JudgingStage(
      source: source, target: target, jobs: 1, strictErrors: strictErrors, progress: { _ in }
    ).judge(statements.map { StatementSubject(text: $0.text, isFragment: false, driver: "sql-file", returningHelp: "", driverGivesTypes: false) })
    var document = ResultDocument(
      toolVersion: SQLFerryVersion.current, target: target.name, root: ".", files: 1, diagnostics: judged.diagnostics,
      isIncomplete: judged.isIncomplete)
    document.statements = zip(input.entries(of: statements), judged.statements).map { $0.converted($1) }
    input.placeFindings(of: &document.statements)
    if let mysql { await mysql.prepare(&document, target) { _ in } }
    return Outcome(document: document, text: ConvertedText(input.bytes, statements.map(\.range), document.statements).bytes)
  }
}

extension StatementResult {
  /// The entry with what was found out, for a text that no host code surrounds.
  fileprivate func converted(_ judged: JudgedStatement) -> StatementResult {
    var result = self
    (result.sql, result.status, result.validation, result.findings) = (judged.text, judged.status, judged.validation, judged.findings)
    guard judged.status.hasRewriting else { return result }
    let (text, parameters) = judged.rewrittenText
    (result.rewritten, result.parameters, result.replacement) = (text, parameters, text)
    result.results = judged.changedColumns.map { .init(column: $0.column, was: $0.was, arrives: $0.arrives, host: $0.host) }
    if judged.status <= .converted { result.status = text == sql.string ? .unchanged : .converted }
    return result
  }
}

extension JudgedStatement {
  /// The MySQL text with `?` for every placeholder, and for each the number of its parameter.
  var rewrittenText: (text: String, parameters: [Int]) {
    var (bytes, parameters) = ([UInt8](), [Int]())
    for piece in pieces {
      switch piece {
      case .source(let range): bytes += text.bytes[min(range.start, text.bytes.count)..<min(range.end, text.bytes.count)]
      case .placeholder(let parameter, _):
        bytes.append(UInt8(ascii: "?"))
        parameters.append(parameter)
      case .text(let new): bytes += new.utf8
      }
    }
    return (String(decoding: bytes, as: UTF8.self), parameters)
  }
}

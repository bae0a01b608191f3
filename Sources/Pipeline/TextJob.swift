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

  /// What statements are checked against.
  package var catalog: CatalogSource
  package var target: Target
  /// A MySQL URL to prepare every rewrite on, or nil.
  package var targetDatabase: String?
  /// How placeholders are written; nil to find out from the text.
  package var placeholders: PlaceholderStyle?
  package var strictErrors: Bool

  package init(
    catalog: CatalogSource = .none, target: Target = .standard, targetDatabase: String? = nil, placeholders: PlaceholderStyle? = .dollar,
    strictErrors: Bool = false
  ) {
    (self.catalog, self.target, self.targetDatabase) = (catalog, target, targetDatabase)
    (self.placeholders, self.strictErrors) = (placeholders, strictErrors)
  }

  /// - Parameter root: The folder that the input's name is relative to.
  package func run(_ input: TextInput, root: String = ".") async throws(PipelineError) -> Outcome {
    try await SourceDatabase.using(catalog) { source throws(PipelineError) in try await run(input, root, source) }
  }

  private func run(_ input: TextInput, _ root: String, _ source: SourceDatabase?) async throws(PipelineError) -> Outcome {
    let mysql: TargetDatabase? = if let targetDatabase { try await TargetDatabase.open(targetDatabase, sqlModes: target.sqlModes) } else { nil }
    let statements = input.statements(placeholders)
    let subjects = statements.map { StatementSubject($0) }
    let judging = JudgingStage(
      source: source, settings: .init(target: target, jobs: 1, strictErrors: strictErrors), created: CreatedNames(subjects),
      total: subjects.count, progress: { _ in })
    let isApplied = subjects.map { _ in false }
    let answers = await judging.ask(subjects, isApplied)
    let judged = await judging.judge(subjects, isApplied, answers)
    var document = ResultDocument(
      toolVersion: SQLFerryVersion.current, target: target.name, root: root, files: 1,
      diagnostics: source?.diagnostics(from: root) ?? [], isIncomplete: source?.isIncomplete == true)
    if let lost = answers.lazy.compactMap(\.answer.lossReason).first, !Task.isCancelled {
      document.isIncomplete = true
      document.diagnostics.append(JudgingStage.lossDiagnostic(lost))
    }
    document.statements = zip(input.entries(of: statements), judged).map { $0.converted($1) }
    input.placeFindings(of: &document.statements)
    if let mysql {
      var preparation = TargetPreparation(mysql, target: target, total: statements.count)
      await preparation.prepare(&document.statements)
      preparation.report(in: &document)
    }
    if let report = CatalogReport.diagnostic(on: document.statements, source: source) { document.diagnostics.append(report) }
    return Outcome(document: document, text: ConvertedText(input.bytes, statements.map(\.range), document.statements).bytes)
  }
}

extension StatementSubject {
  /// A text that no host code surrounds.
  fileprivate init(_ statement: TextStatement) {
    self.init(text: statement.text, isFragment: false, driver: "sql-file", returningHelp: "", driverGivesTypes: false)
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
    result.bindings = judged.bindings.map { .init(parameter: $0.parameter, was: $0.was, as: $0.as, edited: false) }
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

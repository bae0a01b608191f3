import Analysis
import MySQLConversion
import MySQLTarget
import PostgresCatalog
import Results
import SourceText

/// Judges texts: on the server where there is one, by analysis, by conversion.
///
/// The texts come in portions, so that results can be had before all is done; asking about one portion can go on while another is judged.
struct JudgingStage: Sendable {
  /// What a job judges its texts by.
  struct Settings: Sendable {
    var target: Target
    /// Texts worked on at once, from 1.
    var jobs: Int
    var strictErrors: Bool
  }

  private let source: SourceDatabase?
  private let settings: Settings
  private let judge: StatementJudge
  private let asked: Counter
  private let converted: Counter

  /// - Parameters:
  ///   - created: The names that any of the texts creates.
  ///   - total: How many texts there are in all.
  init(
    source: SourceDatabase?, settings: Settings, created: CreatedNames, total: Int, progress: @escaping @Sendable (ProgressEvent) -> Void
  ) {
    (self.source, self.settings) = (source, settings)
    let catalog = source?.catalog ?? CatalogIndex(Catalog())
    judge = StatementJudge(
      catalog: catalog, analyzer: Analyzer(catalog: catalog), hasCatalog: source != nil,
      converter: Converter(catalog: catalog, target: settings.target), created: created, role: source?.role ?? "",
      strictErrors: settings.strictErrors)
    asked = Counter(stage: .validating, total: source?.connection == nil ? 0 : total, progress)
    converted = Counter(stage: .converting, total: total, progress)
  }

  /// What the server says of texts, or our own analysis where there is none.
  ///
  /// - Parameter lost: Why the server was lost before; then it is not asked any more.
  /// - Returns: One judgement for each subject, in their order.
  func ask(_ subjects: [StatementSubject], _ isApplied: [Bool], lost: String? = nil) async -> [ServerJudgement] {
    var judgements = subjects.map { ServerJudgement(text: $0.text, answer: .notAsked) }
    guard let source else { return judgements }
    let wanted = subjects.indices.filter { !subjects[$0].isFragment && !isApplied[$0] }
    let answers: [ServerJudgement]
    if let lost {
      answers = wanted.map { ServerJudgement(text: subjects[$0].text, answer: .lost(lost)) }
    } else if let connection = source.connection {
      answers = await ServerStage(connection).judge(wanted.map { subjects[$0].text })
      asked.advance(by: subjects.count)
    } else {
      answers = await parallelMap(count: wanted.count, jobs: settings.jobs) { [judge] index in
        judge.analyzer.numbered(subjects[wanted[index]].text)
      }.enumerated().map { $1 ?? ServerJudgement(text: subjects[wanted[$0]].text, answer: .notAsked) }
    }
    for (index, answer) in zip(wanted, answers) { judgements[index] = answer }
    return judgements
  }

  /// - Returns: One for each subject, in their order.
  func judge(_ subjects: [StatementSubject], _ isApplied: [Bool], _ judgements: [ServerJudgement]) async -> [JudgedStatement] {
    let judged = await parallelMap(count: subjects.count, jobs: settings.jobs) { [judge, converted] index in
      defer { converted.advance() }
      return isApplied[index] ? JudgedStatement.applied(subjects[index]) : judge.judge(subjects[index], judgements[index])
    }
    return zip(judged, subjects).map { $0 ?? JudgedStatement.interrupted($1) }
  }

  static func lossDiagnostic(_ reason: String) -> Diagnostic {
    Diagnostic(
      rule: "server-lost", severity: .error, message: "the connection to the PostgreSQL server was lost: \(reason)",
      help: "statements without the server's answer have the finding not-validated; scan again")
  }
}

extension CreatedNames {
  /// The names that any of some texts creates.
  init(_ subjects: [StatementSubject]) {
    self.init()
    for subject in subjects where !subject.isFragment { formUnion(CreatedNames(subject.text)) }
  }
}

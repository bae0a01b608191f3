import Analysis
import MySQLConversion
import MySQLTarget
import PostgresCatalog
import Results
import SourceText

/// Judges texts: on the server where there is one, by analysis, by conversion.
struct JudgingStage: Sendable {
  struct Outcome: Sendable {
    /// One for each subject, in their order.
    var statements: [JudgedStatement]
    var diagnostics: [Diagnostic] = []
    var isIncomplete = false
  }

  let source: SourceDatabase?
  let target: Target
  /// Texts worked on at once, from 1.
  let jobs: Int
  let strictErrors: Bool
  let progress: @Sendable (ProgressEvent) -> Void

  /// - Parameter isApplied: Whether sqlferry wrote the text of that number.
  func judge(
    _ subjects: [StatementSubject], isApplied: @escaping @Sendable (Int) -> Bool = { _ in false }
  ) async -> Outcome {
    let judgements = await ask(subjects, isApplied)
    let catalog = source?.catalog ?? CatalogIndex(Catalog())
    let judge = StatementJudge(
      catalog: catalog, analyzer: Analyzer(catalog: catalog), hasCatalog: source != nil, converter: Converter(catalog: catalog, target: target),
      created: createdNames(in: subjects), role: source?.role ?? "", strictErrors: strictErrors)
    let count = Counter(stage: .converting, total: subjects.count, progress)
    let judged = await parallelMap(count: subjects.count, jobs: jobs) { index in
      defer { count.advance() }
      return isApplied(index) ? JudgedStatement.applied(subjects[index]) : judge.judge(subjects[index], judgements[index])
    }
    var outcome = Outcome(statements: zip(judged, subjects).map { $0 ?? JudgedStatement.interrupted($1) })
    if let lost = judgements.lazy.compactMap(\.answer.lossReason).first, !Task.isCancelled {
      outcome.isIncomplete = true
      outcome.diagnostics.append(
        Diagnostic(
          rule: "server-lost", severity: .error, message: "the connection to the PostgreSQL server was lost: \(lost)",
          help: "statements without the server's answer have the finding not-validated; scan again"))
    }
    return outcome
  }

  private func ask(_ subjects: [StatementSubject], _ isApplied: (Int) -> Bool) async -> [ServerJudgement] {
    var judgements = subjects.map { ServerJudgement(text: $0.text, answer: .notAsked) }
    guard let source else { return judgements }
    let asked = subjects.indices.filter { !subjects[$0].isFragment && !isApplied($0) }
    let answers = await ServerStage(source.connection).judge(asked.map { subjects[$0].text }) { [progress] done in
      progress(ProgressEvent(.validating, done: done, of: asked.count))
    }
    for (index, answer) in zip(asked, answers) { judgements[index] = answer }
    return judgements
  }

  private func createdNames(in subjects: [StatementSubject]) -> CreatedNames {
    var created = CreatedNames()
    for subject in subjects where !subject.isFragment { created.formUnion(CreatedNames(subject.text)) }
    return created
  }
}

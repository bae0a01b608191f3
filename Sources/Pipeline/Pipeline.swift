import HostEdits
import Results
import SourceText

/// The whole job over source trees: from paths to the result document.
///
///     let outcome = try await Pipeline(PipelineRequest(paths: ["src"], database: url)).run()
///     for statement in outcome.document.statements { … }        // in path order, statuses final
///
/// Files are walked and extracted in parallel; the statements' texts, each once however often it stands in the tree, are checked on the
/// server, analysed and converted; then each file's edits are planned and read back. Nothing is written. Results are placed by index, so
/// the document depends on the input alone. When the task is cancelled, what there is so far is the outcome, marked as incomplete.
package struct Pipeline: Sendable {
  private let request: PipelineRequest
  private let progress: @Sendable (ProgressEvent) -> Void

  /// - Parameter progress: Called from any thread, often.
  package init(_ request: PipelineRequest, progress: @escaping @Sendable (ProgressEvent) -> Void = { _ in }) {
    (self.request, self.progress) = (request, progress)
  }

  /// - Throws: `PipelineError` when a server that the request names cannot be used from the start.
  package func run() async throws(PipelineError) -> PipelineOutcome {
    let source: SourceDatabase? = if let database = request.database { try await SourceDatabase.open(database) } else { nil }
    let target: TargetDatabase? = if let database = request.targetDatabase { try await TargetDatabase.open(database) } else { nil }
    let tree = await TreeExtraction(request).run(progress)
    var document = ResultDocument(
      toolVersion: SQLFerryVersion.current, target: request.target.name, root: tree.root, files: tree.files.count,
      diagnostics: tree.diagnostics, isIncomplete: tree.isIncomplete)
    let texts = UniqueTexts(tree.files)
    let judged = await JudgingStage(
      source: source, target: request.target, jobs: request.jobs, strictErrors: request.strictErrors, progress: progress
    ).judge(texts.subjects, isApplied: texts.isApplied)
    document.diagnostics += judged.diagnostics
    document.isIncomplete = document.isIncomplete || judged.isIncomplete
    let planned = await plan(tree, texts, judged.statements)
    document.statements = planned.flatMap(\.statements)
    document.diagnostics += planned.flatMap(\.diagnostics)
    document.isIncomplete = document.isIncomplete || planned.contains(where: \.isIncomplete)
    if let target { await target.prepare(&document, request.target, progress) }
    document.diagnostics += ConnectionAdvice.diagnostics(for: usedDrivers(tree, document))
    let isInterrupted = Task.isCancelled
    if isInterrupted {
      document.isIncomplete = true
      document.diagnostics.append(
        Diagnostic(rule: "interrupted", severity: .error, message: "the scan was interrupted: this is what there was until then"))
    }
    return PipelineOutcome(document: document, isInterrupted: isInterrupted, editable: planned.compactMap(\.editable))
  }

  /// The final entries of each file, in path order.
  private func plan(_ tree: ExtractedTree, _ texts: UniqueTexts, _ judged: [JudgedStatement]) async -> [PlannedFile] {
    let count = Counter(stage: .planning, total: tree.files.count, progress)
    let planned = await parallelMap(count: tree.files.count, jobs: request.jobs) { index in
      defer { count.advance() }
      return tree.files[index].planned(texts.numbers(ofFile: index).map { judged[$0] })
    }
    return zip(planned, tree.files).map { $0 ?? PlannedFile(statements: $1.interrupted(), isIncomplete: true) }
  }

  /// The drivers of the statements that have a rewriting.
  private func usedDrivers(_ tree: ExtractedTree, _ document: ResultDocument) -> Set<ConnectionAdvice.Used> {
    let statements = tree.files.lazy.flatMap(\.statements)
    return Set(zip(statements, document.statements).filter { $1.status?.hasRewriting == true }.map { ConnectionAdvice.Used($0.0) })
  }
}

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
    document.statements = await planned(tree, texts, judged.statements, &document)
    if let target { await target.prepare(&document, request.target, progress) }
    if Task.isCancelled {
      document.isIncomplete = true
      document.diagnostics.append(
        Diagnostic(rule: "interrupted", severity: .error, message: "the scan was interrupted: this is what there was until then"))
    }
    return PipelineOutcome(document: document, rootFolder: tree.rootFolder)
  }

  // MARK: - Planning files

  private func planned(
    _ tree: ExtractedTree, _ texts: UniqueTexts, _ judged: [JudgedStatement], _ document: inout ResultDocument
  ) async -> [StatementResult] {
    let count = Counter(stage: .planning, total: tree.files.count, progress)
    let planned = await parallelMap(count: tree.files.count, jobs: request.jobs) { index in
      defer { count.advance() }
      return tree.files[index].planned(texts.numbers(ofFile: index).map { judged[$0] })
    }
    document.diagnostics += planned.flatMap { $0?.diagnostics ?? [] }
    if planned.contains(where: { $0?.isIncomplete ?? true }) { document.isIncomplete = true }
    return planned.enumerated().flatMap { index, file in file?.statements ?? tree.files[index].interrupted() }
  }
}

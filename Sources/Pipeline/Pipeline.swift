import HostEdits
import MySQLConversion
import Results
import SourceText

/// The whole job over source trees: from paths to the result document.
///
///     let outcome = try await Pipeline(PipelineRequest(paths: ["src"], catalog: .server(url))).run()
///     for statement in outcome.document.statements { … }        // in path order, statuses final
///
/// Files are walked and extracted in parallel; the statements' texts, each once however often it stands in the tree, are checked on the
/// server or by analysis, and converted; then each file's edits are planned and read back. Nothing is written. Results are placed by
/// index, so the document depends on the input alone. When the task is cancelled, what there is so far is the outcome, marked as
/// incomplete.
package struct Pipeline: Sendable {
  /// What is known for good before the job is done.
  package enum Part: Sendable {
    /// All but statements, diagnostics and counts; comes once, first.
    case head(ResultDocument)
    /// The statements that follow those before, in path order.
    case statements([StatementResult])
  }

  private let request: PipelineRequest
  private let progress: @Sendable (ProgressEvent) -> Void

  /// - Parameter progress: Called from any thread, often.
  package init(_ request: PipelineRequest, progress: @escaping @Sendable (ProgressEvent) -> Void = { _ in }) {
    (self.request, self.progress) = (request, progress)
  }

  /// - Parameter emit: Given what is final as soon as it and all before it is; from one thread at a time.
  /// - Throws: `PipelineError` when a source or server that the request names cannot be used from the start.
  package func run(_ emit: @escaping @Sendable (Part) -> Void = { _ in }) async throws(PipelineError) -> PipelineOutcome {
    try await SourceDatabase.using(request.catalog) { source throws(PipelineError) in try await run(source, emit) }
  }

  func run(_ source: SourceDatabase?, _ emit: @Sendable (Part) -> Void) async throws(PipelineError) -> PipelineOutcome {
    let target: TargetDatabase? = if let database = request.targetDatabase { try await TargetDatabase.open(database, sqlModes: request.target.sqlModes) } else { nil }
    let tree = await TreeExtraction(request).run(progress)
    var document = ResultDocument(
      toolVersion: SQLFerryVersion.current, target: request.target.name, root: tree.root, files: tree.files.count,
      diagnostics: (source?.diagnostics(from: tree.root) ?? []) + tree.diagnostics, isIncomplete: tree.isIncomplete || source?.isIncomplete == true)
    emit(.head(document))
    var preparation = target.map { TargetPreparation($0, target: request.target, total: tree.files.reduce(0) { $0 + $1.statements.count }, progress) }
    let planned = await PortionedWork(request, source: source, tree: tree, progress).run { statements in
      await preparation?.prepare(&statements)
      emit(.statements(statements))
      document.statements += statements
    }
    document.diagnostics += planned.diagnostics
    document.isIncomplete = document.isIncomplete || planned.isIncomplete
    preparation?.report(in: &document)
    if let report = CatalogReport.diagnostic(on: document.statements, source: source) { document.diagnostics.append(report) }
    document.diagnostics += ConnectionAdvice.diagnostics(for: usedDrivers(tree, document))
    let isInterrupted = Task.isCancelled
    if isInterrupted {
      document.isIncomplete = true
      document.diagnostics.append(
        Diagnostic(rule: "interrupted", severity: .error, message: "the scan was interrupted: this is what there was until then"))
    }
    return PipelineOutcome(document: document, isInterrupted: isInterrupted, editable: planned.editable)
  }

  /// The drivers of the statements that have a rewriting.
  private func usedDrivers(_ tree: ExtractedTree, _ document: ResultDocument) -> Set<ConnectionAdvice.Used> {
    let statements = tree.files.lazy.flatMap(\.statements)
    return Set(zip(statements, document.statements).filter { $1.status?.hasRewriting == true }.map { ConnectionAdvice.Used($0.0) })
  }
}

import Results
import SourceText

/// Judges and plans a tree's files in portions, in path order: while one portion is converted, the server is asked about the next.
struct PortionedWork: Sendable {
  /// What came of all portions beside their statements.
  struct Outcome: Sendable {
    var diagnostics: [Diagnostic] = []
    var isIncomplete = false
    var editable: [EditableFile] = []
  }

  private let tree: ExtractedTree
  private let texts: UniqueTexts
  private let judging: JudgingStage
  private let jobs: Int
  private let count: Counter

  init(
    _ request: PipelineRequest, source: SourceDatabase?, tree: ExtractedTree, _ progress: @escaping @Sendable (ProgressEvent) -> Void
  ) {
    (self.tree, jobs) = (tree, request.jobs)
    texts = UniqueTexts(tree.files)
    judging = JudgingStage(
      source: source, settings: .init(target: request.target, jobs: request.jobs, strictErrors: request.strictErrors),
      created: CreatedNames(texts.subjects), total: texts.subjects.count, progress: progress)
    count = Counter(stage: .planning, total: tree.files.count, progress)
  }

  /// - Parameter finish: Given each portion's statements, which are final but for what it does to them.
  func run(_ finish: (inout [StatementResult]) async -> Void) async -> Outcome {
    var outcome = Outcome()
    var judged: [JudgedStatement] = []
    var lost: String?
    let portions = texts.portions()
    var answers = await ask(portions.first, lost)
    for (number, portion) in portions.enumerated() {
      lost = lost ?? (Task.isCancelled ? nil : answers.lazy.compactMap(\.answer.lossReason).first)
      let (known, next) = (lost, number + 1 < portions.count ? portions[number + 1] : nil)
      async let following = ask(next, known)
      judged += await judging.judge(Array(texts.subjects[portion.texts]), texts.applied(portion.texts), answers)
      let planned = await plan(portion.files, judged)
      var statements = planned.flatMap(\.statements)
      await finish(&statements)
      outcome.add(planned)
      answers = await following
    }
    if let lost {
      outcome.isIncomplete = true
      outcome.diagnostics.insert(JudgingStage.lossDiagnostic(lost), at: 0)
    }
    return outcome
  }

  private func ask(_ portion: UniqueTexts.Portion?, _ lost: String?) async -> [ServerJudgement] {
    guard let portion else { return [] }
    return await judging.ask(Array(texts.subjects[portion.texts]), texts.applied(portion.texts), lost: lost)
  }

  /// The final entries of some files, in path order.
  ///
  /// - Parameter judged: By the number of the text; all that these files need.
  private func plan(_ files: Range<Int>, _ judged: [JudgedStatement]) async -> [PlannedFile] {
    let planned = await parallelMap(count: files.count, jobs: jobs) { [tree, texts, count] index in
      defer { count.advance() }
      let number = files.lowerBound + index
      return tree.files[number].planned(texts.numbers(ofFile: number).map { judged[$0] })
    }
    return zip(planned, tree.files[files]).map { $0 ?? PlannedFile(statements: $1.interrupted(), isIncomplete: true) }
  }
}

extension PortionedWork.Outcome {
  fileprivate mutating func add(_ planned: [PlannedFile]) {
    diagnostics += planned.flatMap(\.diagnostics)
    isIncomplete = isIncomplete || planned.contains(where: \.isIncomplete)
    editable += planned.compactMap(\.editable)
  }
}

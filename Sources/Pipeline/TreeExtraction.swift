import HostLanguages
import Results
import Scanner
import SourceText

/// The statements of a tree's files.
struct ExtractedTree: Sendable {
  /// The common folder of the paths as given.
  var root: String
  /// In path order; files without a statement included.
  var files: [ExtractedFile]
  var diagnostics: [Diagnostic]

  /// Whether something could not be read.
  var isIncomplete: Bool { diagnostics.contains { $0.severity == .error } }
}

/// The statements of one file.
struct ExtractedFile: Sendable {
  let found: FoundFile
  let extractor: FileExtractor
  var statements: [EmbeddedStatement]
  /// The file's lines; of an empty text where it holds no statement.
  var lines: LineMap
  /// For each statement whether sqlferry wrote its text.
  var applied: [Bool]
  /// The file's content; nil where too much was read to keep it all.
  var bytes: [UInt8]?
  var stamp: FileStamp?
}

/// Walks the paths and extracts every file, several at once.
struct TreeExtraction: Sendable {
  /// So many bytes of files are kept; those beyond are read again when their edits are planned.
  private static let keptBytes = 256 << 20

  private let request: PipelineRequest

  init(_ request: PipelineRequest) { self.request = request }

  func run(_ progress: @escaping @Sendable (ProgressEvent) -> Void) async -> ExtractedTree {
    var walk = TreeWalker().files(paths: request.paths)
    let choices = FileChoices(request)
    walk.files.removeAll { !$0.isGiven && choices.excludes($0) }
    return await extract(walk, choices, progress)
  }

  private func extract(
    _ walk: Walk, _ choices: FileChoices, _ progress: @escaping @Sendable (ProgressEvent) -> Void
  ) async -> ExtractedTree {
    let applied = AppliedTexts(walk.files)
    let count = Counter(stage: .reading, total: walk.files.count, progress)
    let budget = ByteBudget(Self.keptBytes)
    let extracted = await parallelMap(count: walk.files.count, jobs: request.jobs) { index in
      defer { count.advance() }
      let found = walk.files[index]
      let extractor = FileExtractor(choice: choices.choice(for: found))
      let extraction = extractor.extract(found)
      return (Self.file(found, extraction, extractor, applied, budget), extraction.diagnostics)
    }
    return ExtractedTree(
      root: walk.root, files: extracted.compactMap { $0?.0 }, diagnostics: walk.diagnostics + extracted.flatMap { $0?.1 ?? [] })
  }

  private static func file(
    _ found: FoundFile, _ extraction: FileExtraction, _ extractor: FileExtractor, _ applied: AppliedTexts, _ budget: ByteBudget
  ) -> ExtractedFile? {
    // Nothing but a message: the file could not be read.
    if extraction.statements.isEmpty, !extraction.diagnostics.isEmpty { return nil }
    let keeps = extraction.statements.isEmpty || budget.takes(extraction.bytes.count)
    return ExtractedFile(
      found: found, extractor: extractor, statements: extraction.statements,
      lines: LineMap(extraction.statements.isEmpty ? [] : extraction.bytes),
      applied: extraction.statements.map { applied.contains($0.text.bytes, in: found) }, bytes: keeps ? extraction.bytes : nil,
      stamp: extraction.stamp)
  }
}

import MySQLTarget
import Results
import SourceText

/// A job over source trees.
package struct PipelineRequest: Sendable {
  /// Files and folders, as given.
  package var paths: [String]
  /// What statements are checked against.
  package var catalog: CatalogSource
  package var target: Target
  /// A MySQL URL to prepare every rewrite on, or nil.
  package var targetDatabase: String?
  /// Files worked on at once, from 1.
  package var jobs: Int
  /// Patterns of paths that are left out, in `.gitignore`'s notation; a path given itself is always taken.
  package var exclude: [String]
  /// The folder that patterns are relative to, absolute; nil for the working folder.
  package var patternFolder: String?
  package var drivers: [DriverSetting]
  /// Whether an error that PostgreSQL raises and MySQL does not lowers a statement to `review`.
  package var strictErrors: Bool

  package init(
    paths: [String], catalog: CatalogSource = .none, target: Target = .standard, targetDatabase: String? = nil, jobs: Int = 1,
    exclude: [String] = [], patternFolder: String? = nil, drivers: [DriverSetting] = [], strictErrors: Bool = false
  ) {
    (self.paths, self.catalog, self.target, self.targetDatabase) = (paths, catalog, target, targetDatabase)
    (self.jobs, self.exclude, self.patternFolder) = (jobs, exclude, patternFolder)
    (self.drivers, self.strictErrors) = (drivers, strictErrors)
  }
}

/// What a job over source trees came to.
package struct PipelineOutcome: Sendable {
  package var document: ResultDocument
  /// Whether the task was cancelled before all was done.
  package let isInterrupted: Bool
  /// By path relative to the root.
  private let editable: [String: EditableFile]

  init(document: ResultDocument, isInterrupted: Bool = false, editable: [EditableFile]) {
    (self.document, self.isInterrupted) = (document, isInterrupted)
    self.editable = Dictionary(editable.map { ($0.file, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The content of each file with edits as it was scanned, by path relative to the root.
  package var originals: [String: [UInt8]] { editable.mapValues(\.bytes) }

  /// Whether a new version of a file, scanned again, holds the new texts of these statements and all else as before.
  package func readsBack(_ file: String, _ new: [UInt8], _ statements: Set<String>) -> Bool {
    editable[file]?.readsBack(new, statements) ?? false
  }
}

/// How far a job is; for people, on a terminal.
package struct ProgressEvent: Hashable, Sendable {
  package enum Stage: String, Hashable, Sendable {
    case reading, validating, converting, planning, preparing
  }

  package var stage: Stage
  package var done: Int
  package var total: Int

  package init(_ stage: Stage, done: Int, of total: Int) { (self.stage, self.done, self.total) = (stage, done, total) }
}

import MySQLTarget
import Results
import SourceText

/// A job over source trees.
package struct PipelineRequest: Sendable {
  /// Files and folders, as given.
  package var paths: [String]
  /// A libpq connection string, or nil: then only syntax is known.
  package var database: String?
  package var target: Target
  /// A MySQL URL to prepare every rewrite on, or nil.
  package var targetDatabase: String?
  /// Files worked on at once, from 1.
  package var jobs: Int
  /// Patterns of paths that are left out, in `.gitignore`'s notation.
  package var exclude: [String]
  package var drivers: [DriverRule]
  /// Whether an error that PostgreSQL raises and MySQL does not lowers a statement to `review`.
  package var strictErrors: Bool

  package init(
    paths: [String], database: String? = nil, target: Target = .standard, targetDatabase: String? = nil, jobs: Int = 1,
    exclude: [String] = [], drivers: [DriverRule] = [], strictErrors: Bool = false
  ) {
    (self.paths, self.database, self.target, self.targetDatabase) = (paths, database, target, targetDatabase)
    (self.jobs, self.exclude, self.drivers, self.strictErrors) = (jobs, exclude, drivers, strictErrors)
  }
}

/// What a job over source trees came to.
package struct PipelineOutcome: Sendable {
  package var document: ResultDocument
  /// The absolute path of the document's root.
  package var rootFolder: String

  package init(document: ResultDocument, rootFolder: String) { (self.document, self.rootFolder) = (document, rootFolder) }
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

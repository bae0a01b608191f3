import PostgresCatalog
import SourceText

/// `catalog`: the snapshot of a database's catalog.
package struct CatalogJob: Sendable {
  /// The snapshot, UTF-8.
  package var text: [UInt8]
  /// What reading the catalog brought up.
  package var diagnostics: [Diagnostic]
  /// Whether a part of what describes the database could not be used.
  package var isIncomplete: Bool

  /// - Parameter catalog: Not `.none`.
  package static func run(_ catalog: CatalogSource) async throws(PipelineError) -> CatalogJob {
    try await SourceDatabase.using(catalog) { source throws(PipelineError) in
      guard let source else { throw .definitions(message: "no PostgreSQL schema is named", help: "name its source") }
      return CatalogJob(
        text: CatalogSnapshot.encode(source.catalog.catalog), diagnostics: source.diagnostics, isIncomplete: source.isIncomplete)
    }
  }
}

import MySQLConversion
import MySQLTarget
import SourceText

/// `schema`: the MySQL schema for a PostgreSQL database.
package struct SchemaJob: Sendable {
  /// The script, UTF-8.
  package var text: [UInt8]
  /// What reading the schema brought up, and what of it has no or no exact MySQL form.
  package var diagnostics: [Diagnostic]
  /// Whether a part of what describes the database could not be used.
  package var isIncomplete = false

  /// - Parameter catalog: Not `.none`.
  package static func run(_ catalog: CatalogSource, target: Target) async throws(PipelineError) -> SchemaJob {
    try await SourceDatabase.using(catalog) { source throws(PipelineError) in
      guard let source else { throw .definitions(message: "no PostgreSQL schema is named", help: "name its source") }
      let script = SchemaConverter(catalog: source.catalog, target: target).convert()
      return SchemaJob(text: Array(script.text.utf8), diagnostics: source.diagnostics + script.findings, isIncomplete: source.isIncomplete)
    }
  }
}

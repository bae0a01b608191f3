import MySQLConversion
import MySQLTarget
import SourceText

/// `schema`: the MySQL schema for a PostgreSQL database.
package struct SchemaJob: Sendable {
  /// The script, UTF-8.
  package var text: [UInt8]
  /// What of the schema has no or no exact MySQL form.
  package var diagnostics: [Diagnostic]

  /// - Parameter database: A libpq connection string.
  package static func run(_ database: String, target: Target) async throws(PipelineError) -> SchemaJob {
    let source = try await SourceDatabase.open(database)
    let script = SchemaConverter(catalog: source.catalog, target: target).convert()
    return SchemaJob(text: Array(script.text.utf8), diagnostics: script.findings)
  }
}

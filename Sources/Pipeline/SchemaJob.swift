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

  /// - Parameters:
  ///   - catalog: Not `.none`.
  ///   - withExtensionPack: Whether views may call the extension pack: the functions that they need come first.
  package static func run(_ catalog: CatalogSource, target: Target, withExtensionPack: Bool = false) async throws(PipelineError) -> SchemaJob {
    try await SourceDatabase.using(catalog) { source throws(PipelineError) in
      guard let source else { throw .definitions(message: "no PostgreSQL schema is named", help: "name its source") }
      let script = SchemaConverter(catalog: source.catalog, target: target, hasExtensionPack: withExtensionPack).convert()
      let functions = withExtensionPack ? ExtensionPack.needed(by: ExtensionPack.called(in: script.text, target: target)) : []
      let pack = functions.isEmpty ? "" : ExtensionPack.script(functions, target: target) + "\n"
      return SchemaJob(text: Array((pack + script.text).utf8), diagnostics: source.diagnostics + script.findings, isIncomplete: source.isIncomplete)
    }
  }
}

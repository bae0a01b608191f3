import PostgresCatalog
import SourceText

extension SourceDatabase {
  static func definitions(_ paths: [String]) throws(PipelineError) -> SourceDatabase { throw .definitions(message: "not yet", help: "") }
  static func snapshot(_ path: String) throws(PipelineError) -> SourceDatabase { throw .definitions(message: "not yet", help: "") }
  static func ephemeral(_ paths: [String]) async throws(PipelineError) -> SourceDatabase { throw .definitions(message: "not yet", help: "") }
}

import PostgresCatalog
import PostgresServer
import SourceText

extension SourceDatabase {
  static func definitions(_ paths: [String]) throws(PipelineError) -> SourceDatabase { throw .definitions(message: "not yet", help: "") }
  static func snapshot(_ path: String) throws(PipelineError) -> SourceDatabase { throw .definitions(message: "not yet", help: "") }

  /// Starts a private server, loads the DDL that paths lead to, and reads the catalog that it makes of it.
  static func ephemeral(_ paths: [String]) async throws(PipelineError) -> SourceDatabase {
    let files = try DefinitionFiles(paths)
    let server: EphemeralServer
    do throws(EphemeralServerError) {
      server = try await EphemeralServer.start()
    } catch {
      throw .definitions(message: error.message, help: error.help)
    }
    let diagnostics = await server.load(files.scripts)
    do throws(PipelineError) {
      var database = try await live(server.target)
      database.origin = "a private \(database.catalog.catalog.serverName) with the DDL of \(files.name)"
      database.diagnostics = files.diagnostics + diagnostics
      database.release = { await server.stop() }
      return database
    } catch {
      await server.stop()
      throw error
    }
  }
}

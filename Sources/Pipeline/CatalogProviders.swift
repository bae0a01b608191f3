import Analysis
import PostgresCatalog
import PostgresServer
import Scanner
import SourceText

extension SourceDatabase {
  /// Reads the catalog out of the DDL that paths lead to.
  static func definitions(_ paths: [String]) throws(PipelineError) -> SourceDatabase {
    let files = try DefinitionFiles(paths)
    let loading = DDLLoader(base: files.base, queryColumns: Analyzer.columns).load(files.scripts)
    return SourceDatabase(
      catalog: CatalogIndex(loading.catalog), origin: "the DDL of \(files.name)", diagnostics: files.diagnostics + loading.diagnostics)
  }

  /// Reads a snapshot that `sqlferry catalog` wrote.
  static func snapshot(_ path: String) throws(PipelineError) -> SourceDatabase {
    let found = FoundFile(path: Array(path.utf8), file: path, isGiven: true)
    let bytes: [UInt8]
    do throws(Diagnostic) {
      bytes = try FileReader(sizeLimit: DefinitionFiles.sizeLimit).read(found).bytes
    } catch {
      throw .definitions(message: error.message, help: "name a file that `sqlferry catalog` wrote")
    }
    do throws(CatalogSnapshotError) {
      let catalog = try CatalogSnapshot.decode(bytes)
      return SourceDatabase(
        catalog: CatalogIndex(catalog), origin: "the snapshot \(path) (\(catalog.serverName), database \(catalog.database))")
    } catch {
      throw .definitions(message: "the snapshot \(path) cannot be read: \(error.message)", help: error.help)
    }
  }

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

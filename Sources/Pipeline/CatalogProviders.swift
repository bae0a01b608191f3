import Analysis
import PostgresCatalog
import PostgresServer
import Scanner
import SourceText

extension SourceDatabase {
  /// Reads the catalog out of the DDL that paths lead to.
  static func definitions(_ definitions: Definitions) throws(PipelineError) -> SourceDatabase {
    let files = try DefinitionFiles(definitions.paths)
    var loading = DDLLoader(base: files.base, queryColumns: Analyzer.columns).load(files.scripts)
    definitions.complete(&loading.catalog)
    return SourceDatabase(
      catalog: CatalogIndex(loading.catalog), origin: "the DDL of \(files.name)",
      diagnostics: files.diagnostics + loading.diagnostics + definitions.diagnostics)
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
  static func ephemeral(_ definitions: Definitions) async throws(PipelineError) -> SourceDatabase {
    let files = try DefinitionFiles(definitions.paths)
    let server: EphemeralServer
    do throws(EphemeralServerError) {
      server = try await EphemeralServer.start()
    } catch {
      throw .definitions(message: error.message, help: error.help)
    }
    let diagnostics = await server.load(files.scripts)
    do throws(PipelineError) {
      var database = try await live(server.target)
      var catalog = database.catalog.catalog
      // Its own say nothing of the database that the DDL is for.
      definitions.complete(&catalog)
      database.catalog = CatalogIndex(catalog)
      database.origin = "a private \(catalog.serverName) with the DDL of \(files.name)"
      database.diagnostics = files.diagnostics + diagnostics + definitions.diagnostics
      database.release = { await server.stop() }
      return database
    } catch {
      await server.stop()
      throw error
    }
  }
}

extension Definitions {
  /// Puts what DDL does not say into a catalog.
  fileprivate func complete(_ catalog: inout Catalog) {
    (catalog.collation, catalog.characterType, catalog.timeZone) = (collation ?? "", collation ?? "", timeZone ?? "")
  }

  /// Says what is not known.
  fileprivate var diagnostics: [Diagnostic] {
    var unknown: [String] = []
    var options: [String] = []
    if collation == nil {
      unknown.append("by what collation the database orders text and folds its case")
      options.append("--collation (what SHOW lc_collate prints)")
    }
    if timeZone == nil {
      unknown.append("in which time zone it runs")
      options.append("--time-zone (SHOW timezone)")
    }
    guard !unknown.isEmpty else { return [] }
    return [
      Diagnostic(
        rule: "database-locale", severity: .info, message: "DDL does not say \(unknown.joined(separator: ", nor ")): what depends on it is review or manual",
        help: "name it with \(options.joined(separator: " and "))")
    ]
  }
}

import Foundation
import PostgresCatalog
import PostgresServer
import SourceText

/// The PostgreSQL database that statements are checked against: what its catalog says and, where there is a server, a connection.
struct SourceDatabase: Sendable {
  /// Nil where there is only a description of the database: then analysis alone checks statements.
  var connection: PostgresConnection?
  var catalog: CatalogIndex
  /// The role that scans; empty without a server.
  var role = ""
  /// Where the catalog comes from, for people: "PostgreSQL 15.18 at db:5432, database shop", "the DDL in db/migrations".
  var origin: String
  /// What reading the source brought up; files as seen from the working folder.
  var diagnostics: [Diagnostic] = []
  /// Ends what was started for this database alone.
  var release: @Sendable () async -> Void = {}

  /// Opens a source.
  ///
  /// - Returns: Nil for `.none`.
  private static func open(_ source: CatalogSource) async throws(PipelineError) -> SourceDatabase? {
    switch source {
    case .none: nil
    case .server(let target): try await live(target)
    case .definitions(let files): try definitions(files)
    case .snapshot(let path): try snapshot(path)
    case .ephemeral(let files): try await ephemeral(files)
    }
  }

  /// Opens a source for some work and closes it afterwards.
  static func using<Result>(
    _ source: CatalogSource, _ work: (SourceDatabase?) async throws(PipelineError) -> Result
  ) async throws(PipelineError) -> Result {
    let source = try await open(source)
    do throws(PipelineError) {
      let result = try await work(source)
      await source?.close()
      return result
    } catch {
      await source?.close()
      throw error
    }
  }

  /// Whether a part of what describes the database could not be used.
  var isIncomplete: Bool { diagnostics.contains { $0.severity == .error } }

  /// The diagnostics with files as seen from a folder.
  func diagnostics(from folder: String) -> [Diagnostic] {
    let workingFolder = FileManager.default.currentDirectoryPath
    return diagnostics.map { diagnostic in
      var diagnostic = diagnostic
      diagnostic.file = diagnostic.file.map { CommonFolder.route(from: folder, to: $0, workingFolder: workingFolder) }
      return diagnostic
    }
  }

  private func close() async {
    await connection?.close()
    await release()
  }

  /// Connects and reads the catalog.
  static func live(_ target: String) async throws(PipelineError) -> SourceDatabase {
    let connection: PostgresConnection
    do throws(PostgresConnectionError) {
      connection = try await PostgresConnection.open(target)
    } catch {
      throw .source(error)
    }
    do throws(PostgresFailure) {
      let catalog = try await CatalogLoader.load(connection)
      let role = try await connection.query("SELECT current_user")[0, 0] ?? ""
      let address = await connection.site?.address ?? ""
      return SourceDatabase(
        connection: connection, catalog: CatalogIndex(catalog), role: role,
        origin: "\(catalog.serverName) at \(address), database \(catalog.database)")
    } catch {
      throw .catalog("\(error)")
    }
  }
}

extension Catalog {
  /// `PostgreSQL 15.18`.
  var serverName: String { "PostgreSQL \(serverVersionText.prefix { $0 != " " })" }
}

/// Why a job could not begin.
package enum PipelineError: Error, Sendable {
  case source(PostgresConnectionError)
  /// The connection stands but its catalog cannot be read; the reason, for people.
  case catalog(String)
  /// Files that describe the database cannot be used, or no private server came about: what happened, and what to do.
  case definitions(message: String, help: String)
  /// No connection to MySQL: what happened, and what to do.
  case target(message: String, help: String)

  /// What happened: one sentence, lower case, no full stop.
  package var message: String {
    switch self {
    case .source(let error): error.message
    case .catalog(let reason): "the database's catalog cannot be read: \(reason)"
    case .definitions(let message, _), .target(let message, _): message
    }
  }

  package var help: String {
    switch self {
    case .source(let error): error.help
    case .catalog: "`sqlferry check source` tells what is missing"
    case .definitions(_, let help), .target(_, let help): help
    }
  }
}

import PostgresCatalog
import PostgresServer

/// The PostgreSQL database that statements are checked against: its connection and what its catalog says.
struct SourceDatabase: Sendable {
  let connection: PostgresConnection
  let catalog: CatalogIndex
  /// The role that scans.
  let role: String

  /// Connects and reads the catalog.
  static func open(_ target: String) async throws(PipelineError) -> SourceDatabase {
    let connection: PostgresConnection
    do throws(PostgresConnectionError) {
      connection = try await PostgresConnection.open(target)
    } catch {
      throw .source(error)
    }
    do throws(PostgresFailure) {
      let catalog = try await CatalogLoader.load(connection)
      let role = try await connection.query("SELECT current_user")[0, 0] ?? ""
      return SourceDatabase(connection: connection, catalog: CatalogIndex(catalog), role: role)
    } catch {
      throw .catalog("\(error)")
    }
  }
}

/// Why a job could not begin.
package enum PipelineError: Error, Sendable {
  case source(PostgresConnectionError)
  /// The connection stands but its catalog cannot be read; the reason, for people.
  case catalog(String)
  /// No connection to MySQL: what happened, and what to do.
  case target(message: String, help: String)

  /// What happened: one sentence, lower case, no full stop.
  package var message: String {
    switch self {
    case .source(let error): error.message
    case .catalog(let reason): "the database's catalog cannot be read: \(reason)"
    case .target(let message, _): message
    }
  }

  package var help: String {
    switch self {
    case .source(let error): error.help
    case .catalog: "`sqlferry check source` tells what is missing"
    case .target(_, let help): help
    }
  }
}

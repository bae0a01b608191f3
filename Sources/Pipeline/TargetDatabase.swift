import MySQLServer
import MySQLTarget

/// The MySQL database that rewrites are prepared on.
struct TargetDatabase: Sendable {
  let connection: MySQLConnection
  let facts: MySQLFacts

  /// - Parameter sqlModes: What the session's `sql_mode` has beside the default modes.
  static func open(_ url: String, sqlModes: SQLModes = []) async throws(PipelineError) -> TargetDatabase {
    let connection: MySQLConnection
    var options = MySQLConnection.Options()
    options.sqlModes = sqlModes
    do throws(MySQLConnectionError) {
      connection = try await MySQLConnection.open(url, options: options)
    } catch {
      throw .target(message: error.message, help: error.help)
    }
    do throws(MySQLFailure) {
      return TargetDatabase(connection: connection, facts: try await connection.facts())
    } catch {
      throw .target(message: "the MySQL server does not say what it is: \(error)", help: "`sqlferry check target` tells what is missing")
    }
  }
}

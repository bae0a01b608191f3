import CLibPQ

/// Runs a whole SQL script, which the product's own connection never does.
package enum PostgresScript {
  package static func run(_ script: String, on url: String) throws {
    let connection = PQconnectdb(url)
    defer { PQfinish(connection) }
    guard PQstatus(connection) == CONNECTION_OK else { throw ComparisonError(description: message(connection)) }
    let result = PQexec(connection, script)
    defer { PQclear(result) }
    let status = PQresultStatus(result)
    guard status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK else { throw ComparisonError(description: message(connection)) }
  }

  private static func message(_ connection: OpaquePointer?) -> String { PQerrorMessage(connection).map { String(cString: $0) } ?? "no connection" }
}

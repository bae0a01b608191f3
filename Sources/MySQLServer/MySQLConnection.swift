import MySQLTarget

/// A session on a MySQL server, set as rewrites assume it.
///
///     let connection = try await MySQLConnection.open("mysql://app:secret@db/shop?ssl-mode=REQUIRED")
///     let description = try await connection.prepare("SELECT id FROM item WHERE name = ?")
///     let rowset = try await connection.execute("SELECT id FROM item WHERE name = ?", [.text("x")])
///
/// Its calls block a thread of their own, none of the cooperative pool. Several statements in one string are refused (1064).
package actor MySQLConnection {
  package struct Options: Hashable, Sendable {
    /// Whether the session is set as `AssumedSession` says; off to see the server's own defaults.
    package var preparesSession = true
    /// Modes of the session beside the default ones.
    package var sqlModes: SQLModes = []
    /// How long to wait for an answer before the connection counts as lost, in seconds.
    package var answerTimeout = 60
    /// How long a statement may wait for a table's metadata lock, in seconds.
    package var lockTimeout = 10

    package init() {}
  }

  package nonisolated let options: Options
  package nonisolated let site: MySQLSite
  private nonisolated let location: MySQLLocation
  private nonisolated let executor: BlockingExecutor
  private var client: MySQLClient?

  package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

  private init(location: MySQLLocation, options: Options) {
    (self.location, self.options, site) = (location, options, MySQLSite(location))
    executor = BlockingExecutor(label: "sqlferry.mysql")
  }

  /// Connects to a `mysql://` URL and prepares the session.
  package static func open(_ url: String, options: Options = Options()) async throws(MySQLConnectionError) -> MySQLConnection {
    try await open(MySQLLocation(url), options: options)
  }

  /// Connects and prepares the session.
  package static func open(
    _ location: MySQLLocation, options: Options = Options()
  ) async throws(MySQLConnectionError) -> MySQLConnection {
    let connection = MySQLConnection(location: location, options: options)
    try await connection.connect()
    return connection
  }

  package var usesTLS: Bool { client?.usesTLS ?? false }

  /// The database that the URL names, empty for none.
  package nonisolated var database: String { location.database }

  /// Connects anew; what there was of a session is closed.
  package func connect() throws(MySQLConnectionError) {
    client = nil
    let client = try reach()
    var version = ""
    do throws(MySQLFailure) {
      version = try withoutBrokenPipeSignal { () throws(MySQLFailure) in
        try client.query(Array("SELECT CONCAT_WS(' ', VERSION(), @@version_comment)".utf8))[0, 0] ?? ""
      }
    } catch {
      throw .other(site, code: 0, reason: "\(error)")
    }
    if version.lowercased().contains("mariadb") { throw .notMySQL(site, version: version) }
    do throws(MySQLFailure) {
      let lockTimeout = "SET SESSION lock_wait_timeout = \(max(options.lockTimeout, 1))"
      for statement in [lockTimeout] + (options.preparesSession ? AssumedSession.statements(with: options.sqlModes) : []) {
        _ = try withoutBrokenPipeSignal { () throws(MySQLFailure) in try client.query(Array(statement.utf8)) }
      }
    } catch {
      throw .sessionRefused(site, reason: "\(error)")
    }
    self.client = client
  }

  package func close() { client = nil }

  /// `PREFERRED` is an attempt with TLS, then one without: the client library has no such mode of its own.
  private func reach() throws(MySQLConnectionError) -> MySQLClient {
    let mode = location.tlsMode ?? (location.socket == nil ? .preferred : .disabled)
    do throws(MySQLError) {
      do throws(MySQLError) {
        return try MySQLClient.connect(
          location, encrypts: mode != .disabled, verifies: mode == .verifyCA || mode == .verifyIdentity, readTimeout: options.answerTimeout)
      } catch {
        guard mode == .preferred, error.code == 2026 else { throw error }
        return try MySQLClient.connect(location, encrypts: false, verifies: false, readTimeout: options.answerTimeout)
      }
    } catch {
      throw .diagnosed(
        code: error.code, message: error.message, site: site, hasPassword: location.password?.isEmpty == false)
    }
  }

  /// Runs one statement by the text protocol.
  package func query(_ sql: String) throws(MySQLFailure) -> MySQLRowset { try query(Array(sql.utf8)) }

  package func query(_ sql: [UInt8]) throws(MySQLFailure) -> MySQLRowset {
    try answering { (client) throws(MySQLFailure) in try client.query(sql) }
  }

  /// Has the server prepare a statement without running it.
  package func prepare(_ sql: String) throws(MySQLFailure) -> MySQLStatementDescription { try prepare(Array(sql.utf8)) }

  package func prepare(_ sql: [UInt8]) throws(MySQLFailure) -> MySQLStatementDescription {
    try answering { (client) throws(MySQLFailure) in try client.prepare(sql) }
  }

  /// Prepares and runs a statement; statements that cannot be prepared (1295) need `query`.
  package func execute(_ sql: String, _ parameters: [MySQLValue] = []) throws(MySQLFailure) -> MySQLRowset {
    try answering { (client) throws(MySQLFailure) in try client.execute(Array(sql.utf8), parameters) }
  }

  private func answering<Answer>(
    _ body: (MySQLClient) throws(MySQLFailure) -> Answer
  ) throws(MySQLFailure) -> Answer {
    guard let client else { throw .lost("it is closed") }
    do throws(MySQLFailure) {
      return try withoutBrokenPipeSignal { () throws(MySQLFailure) in try body(client) }
    } catch {
      if case .lost = error { self.client = nil }
      throw error
    }
  }
}

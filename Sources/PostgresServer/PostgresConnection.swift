import PostgresCatalog

/// A session on a PostgreSQL server that only reads.
///
///     let connection = try await PostgresConnection.open("postgresql://app@db/shop")
///     let catalog = try await CatalogLoader.load(connection)
///     let validations = await StatementValidator(connection).validate(requests)
///
/// The target is anything that libpq takes: a URL, `key=value` pairs, a service, a database name, or an empty string for the `PG*`
/// variables alone. The session is read-only (`default_transaction_read_only`), with statement and lock time-outs; only sqlferry's own
/// queries are executed in it. Its calls block a thread of their own, none of the cooperative pool.
package actor PostgresConnection {
  package struct Options: Hashable, Sendable {
    /// In seconds; a `connect_timeout` of the connection string or `PGCONNECT_TIMEOUT` goes before it. At least 2.
    package var connectTimeout = 10
    /// In milliseconds, for each statement on the server; a shorter `statement_timeout` of the connection string or role goes before it.
    package var statementTimeout = 10_000
    /// In milliseconds, for a lock that another session holds.
    package var lockTimeout = 2_000
    /// In milliseconds: how much longer than `statementTimeout` an answer may take before the connection counts as lost. The server's own
    /// time-out should show first.
    package var answerMargin = 10_000
    /// Off for tests alone.
    package var isReadOnly = true
    package var applicationName = "sqlferry"

    package init() {}
  }

  package nonisolated let options: Options
  private nonisolated let target: String
  private nonisolated let executor: BlockingExecutor
  private var session: LibPQ?

  package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

  private init(target: String, options: Options) {
    (self.target, self.options) = (target, options)
    executor = BlockingExecutor(label: "sqlferry.postgres")
  }

  /// Connects and prepares the session.
  package static func open(
    _ target: String, options: Options = Options()
  ) async throws(PostgresConnectionError) -> PostgresConnection {
    let connection = PostgresConnection(target: target, options: options)
    try await connection.connect()
    return connection
  }

  /// Whom and what the session reaches, for messages; nil when it is lost.
  package var site: PostgresSite? { session?.site }
  package var isAlive: Bool { session?.isAlive ?? false }
  package var usesTLS: Bool { session?.usesTLS ?? false }
  /// As `server_version_num`: 150018.
  package var serverVersion: Int { session?.serverVersion ?? 0 }

  /// Connects anew after the session was lost; what there was of it is closed.
  package func connect() throws(PostgresConnectionError) {
    session = nil
    let session = try LibPQ.connect(to: target, applicationName: options.applicationName, timeout: options.connectTimeout)
    do throws(PostgresFailure) {
      for setting in sessionSettings { _ = try session.query(setting.sql, parameters: [setting.name, setting.value], timeout: .seconds(10)) }
    } catch {
      throw .other(session.site, sqlstate: nil, reason: "the session could not be prepared: \(error)")
    }
    // The same words everywhere, where the role may set it; it is no matter when not.
    _ = try? session.query("SELECT pg_catalog.set_config('lc_messages', 'C', false)", timeout: .seconds(10))
    self.session = session
  }

  package func close() { session = nil }

  private var sessionSettings: [(name: String, value: String, sql: String)] {
    let plain = "SELECT pg_catalog.set_config($1, $2, false)"
    // A shorter time that the connection string, the role or the database sets stays.
    let atMost = """
      SELECT pg_catalog.set_config(s.name, CASE WHEN s.setting::int BETWEEN 1 AND $2::text::int THEN s.setting ELSE $2 END, false)
      FROM pg_catalog.pg_settings s WHERE s.name = $1
      """
    return [
      ("default_transaction_read_only", options.isReadOnly ? "on" : "off", plain), ("DateStyle", "ISO, MDY", plain),
      ("statement_timeout", "\(options.statementTimeout)", atMost), ("lock_timeout", "\(options.lockTimeout)", atMost),
    ]
  }

  /// Runs one command of sqlferry's own, never text from scanned code.
  ///
  /// - Parameter parameters: In text format; nil is NULL.
  package func query(_ sql: String, parameters: [String?] = []) throws(PostgresFailure) -> Rowset {
    guard let session else { throw .lost("it is closed") }
    return try session.query(sql, parameters: parameters, timeout: answerTimeout)
  }

  /// Whether the session still stands, found out by asking the server.
  package func answers() -> Bool { (try? query("SELECT 1")) != nil }

  /// Runs the queries of `steps` one after the other in one read-only transaction, so that they see the same state, and puts their rows
  /// into `state`. Definitions are printed the same whatever the role's settings are.
  ///
  /// - Parameter timeout: In milliseconds, for each of them.
  func readConsistently<State: Sendable>(
    _ steps: [ReadingStep<State>], into state: State, timeout: Int
  ) throws(PostgresFailure) -> State {
    guard let session else { throw .lost("it is closed") }
    let patience = Duration.milliseconds(timeout) + .seconds(10)
    var state = state
    _ = try session.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", timeout: patience)
    do throws(PostgresFailure) {
      for setting in ["statement_timeout = \(timeout)", "IntervalStyle = postgres", "extra_float_digits = 1", "quote_all_identifiers = off"] {
        _ = try session.query("SET LOCAL \(setting)", timeout: patience)
      }
      for step in steps {
        try session.copy(step.query, timeout: patience) { row in step.read(&state, &row) }
        if let next = step.searchPathFromHere { _ = try session.query("SET LOCAL search_path = \(next)", timeout: patience) }
      }
      _ = try session.query("COMMIT", timeout: patience)
      return state
    } catch {
      _ = try? session.query("ROLLBACK", timeout: patience)
      throw error
    }
  }

  /// Parse and Describe of each statement; see `LibPQ.describe`.
  func describe(_ requests: ArraySlice<ValidationRequest>) -> (answers: [LibPQ.Answer], lost: String?) {
    guard let session else { return ([], "it is closed") }
    let answer = session.describe(requests, timeout: answerTimeout)
    if answer.lost != nil { self.session = nil }
    return answer
  }

  /// How long to wait for the server's own time-out to show before the connection counts as lost.
  private var answerTimeout: Duration { .milliseconds(options.statementTimeout + options.answerMargin) }
}

/// A query and what its rows add to a value.
struct ReadingStep<State: Sendable>: Sendable {
  var query: String
  /// The search path for the steps after this one, as SQL text; nil to leave it.
  var searchPathFromHere: String?
  var read: @Sendable (inout State, inout CopyRow) -> Void

  init(_ query: String, searchPathFromHere: String? = nil, read: @escaping @Sendable (inout State, inout CopyRow) -> Void) {
    (self.query, self.searchPathFromHere, self.read) = (query, searchPathFromHere, read)
  }
}

import CLibPQ
import PostgresCatalog

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A libpq connection: the one place that holds its pointers.
///
/// Invariants: `handle` is a live `PGconn` from `init` to `deinit`; every `PGresult` is cleared in the function that got it; strings of
/// libpq are copied before the call that made them invalid. Not thread-safe: confined to one actor. The socket is non-blocking and each
/// wait has a deadline, so a server that falls silent is noticed.
final class LibPQ {
  private let handle: OpaquePointer

  private init(handle: OpaquePointer) { self.handle = handle }
  deinit { PQfinish(handle) }

  var isAlive: Bool { PQstatus(handle) == CONNECTION_OK }
  var usesTLS: Bool { PQsslInUse(handle) == 1 }
  var serverVersion: Int { Int(PQserverVersion(handle)) }
  var site: PostgresSite { Self.site(of: handle) }

  /// A setting that the server reports by itself (`server_encoding`, `is_superuser`…), nil if it does not.
  func reported(_ setting: String) -> String? { PQparameterStatus(handle, setting).map { String(cString: $0) } }
}

// MARK: - Connecting

extension LibPQ {
  /// Connects by libpq's rules: connection string or database name, service file, `PG*` variables, password file.
  ///
  /// - Parameter timeout: In seconds, unless the connection string or `PGCONNECT_TIMEOUT` gives another.
  static func connect(to target: String, applicationName: String, timeout: Int) throws(PostgresConnectionError) -> LibPQ {
    try checkSyntax(of: target)
    var settings = [("fallback_application_name", applicationName), ("dbname", target), ("client_encoding", "UTF8")]
    if getenv("PGCONNECT_TIMEOUT") == nil { settings.insert(("connect_timeout", "\(timeout)"), at: 0) }
    guard let handle = start(settings, PQconnectStartParams) else { throw .invalidConnectionString("out of memory") }
    let options = Self.options(of: handle)
    if options["host"]?.contains(",") == true || options["hostaddr"]?.contains(",") == true {
      // Only libpq's own loop goes from one host to the next when the first falls silent.
      PQfinish(handle)
      guard let handle = start(settings, PQconnectdbParams) else { throw .invalidConnectionString("out of memory") }
      return try finish(handle, isReady: PQstatus(handle) == CONNECTION_OK)
    }
    // With this verbosity the error message carries the SQLSTATE, which libpq gives in no other way while connecting.
    PQsetErrorVerbosity(handle, PQERRORS_VERBOSE)
    silenceNotices(of: handle)
    let limit = options["connect_timeout"].flatMap { Int($0) } ?? timeout
    guard let isReady = poll(handle, seconds: limit > 0 ? max(limit, 2) : nil) else {
      let site = site(of: handle)
      PQfinish(handle)
      throw .noAnswer(site, seconds: max(limit, 2))
    }
    return try finish(handle, isReady: isReady)
  }

  private static func checkSyntax(of target: String) throws(PostgresConnectionError) {
    if target.utf8.contains(0) { throw .invalidConnectionString("it contains a NUL byte") }
    let isConnectionString = target.contains("=") || target.hasPrefix("postgresql://") || target.hasPrefix("postgres://")
    guard isConnectionString else { return }
    var message: UnsafeMutablePointer<CChar>?
    let options = PQconninfoParse(target, &message)
    defer {
      PQconninfoFree(options)
      PQfreemem(message)
    }
    if options == nil {
      throw .invalidConnectionString(ConnectionDiagnosis.withoutQuotedParts(message.map { String(cString: $0) } ?? "out of memory"))
    }
  }

  private typealias Starter = (
    UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<UnsafePointer<CChar>?>?, Int32
  ) -> OpaquePointer?

  private static func start(_ settings: [(String, String)], _ starter: Starter) -> OpaquePointer? {
    let keywords = settings.map { strdup($0.0) }
    let values = settings.map { strdup($0.1) }
    defer { for pointer in keywords + values { free(pointer) } }
    return starter(keywords.map { UnsafePointer($0) } + [nil], values.map { UnsafePointer($0) } + [nil], 1)
  }

  /// - Returns: Whether the connection stands; nil when the time ran out.
  private static func poll(_ handle: OpaquePointer, seconds: Int?) -> Bool? {
    guard PQstatus(handle) != CONNECTION_BAD else { return false }
    let deadline = seconds.map { ContinuousClock.now + .seconds($0) }
    var wanted = PGRES_POLLING_WRITING
    while true {
      let events = Int16(wanted == PGRES_POLLING_READING ? POLLIN : POLLOUT)
      if wait(for: events, on: PQsocket(handle), until: deadline) == 0 { return nil }
      wanted = PQconnectPoll(handle)
      if wanted == PGRES_POLLING_OK { return true }
      if wanted == PGRES_POLLING_FAILED { return false }
    }
  }

  private static func finish(_ handle: OpaquePointer, isReady: Bool) throws(PostgresConnectionError) -> LibPQ {
    let connection = LibPQ(handle: handle)
    guard isReady else {
      throw ConnectionDiagnosis(
        report: String(cString: PQerrorMessage(handle)), site: connection.site, needsPassword: PQconnectionNeedsPassword(handle) == 1
      ).error
    }
    PQsetErrorVerbosity(handle, PQERRORS_DEFAULT)
    silenceNotices(of: handle)
    PQsetnonblocking(handle, 1)
    return connection
  }

  /// libpq would print notices to standard error.
  private static func silenceNotices(of handle: OpaquePointer) { PQsetNoticeProcessor(handle, { _, _ in }, nil) }

  private static func options(of handle: OpaquePointer) -> [String: String] {
    guard let options = PQconninfo(handle) else { return [:] }
    defer { PQconninfoFree(options) }
    var (found, entry) = ([String: String](), options)
    while let keyword = entry.pointee.keyword {
      if let value = entry.pointee.val { found[String(cString: keyword)] = String(cString: value) }
      entry += 1
    }
    return found
  }

  private static func site(of handle: OpaquePointer) -> PostgresSite {
    func text(_ value: UnsafeMutablePointer<CChar>?) -> String { value.map { String(cString: $0) } ?? "" }
    return PostgresSite(host: text(PQhost(handle)), port: text(PQport(handle)), database: text(PQdb(handle)), user: text(PQuser(handle)))
  }

  /// - Returns: The events that came, 0 when the time ran out.
  private static func wait(for events: Int16, on socket: Int32, until deadline: ContinuousClock.Instant?) -> Int16 {
    while true {
      var milliseconds: Int32 = -1
      if let deadline {
        let left = ContinuousClock.now.duration(to: deadline)
        guard left > .zero else { return 0 }
        milliseconds = Int32(clamping: left.components.seconds * 1000 + left.components.attoseconds / 1_000_000_000_000_000 + 1)
      }
      var entry = pollfd(fd: socket, events: events, revents: 0)
      let answer = withUnsafeMutablePointer(to: &entry) { systemPoll($0, milliseconds) }
      if answer > 0 { return entry.revents }
      if answer < 0, errno != EINTR { return Int16(POLLERR) }
    }
  }
}

private func systemPoll(_ entry: UnsafeMutablePointer<pollfd>, _ milliseconds: Int32) -> Int32 { poll(entry, 1, milliseconds) }

// MARK: - Queries of our own

extension LibPQ {
  /// Runs one command with parameters in text format.
  func query(_ sql: String, parameters: [String?] = [], timeout: Duration) throws(PostgresFailure) -> Rowset {
    guard !sql.utf8.contains(0), !parameters.contains(where: { $0?.utf8.contains(0) == true }) else {
      throw .refused(PostgresError(sqlstate: "22021", message: "a NUL byte cannot be sent to PostgreSQL"))
    }
    let values = parameters.map { $0.flatMap { strdup($0) } }
    defer { for value in values { free(value) } }
    let pointers = values.map { UnsafePointer($0) }
    guard PQsendQueryParams(handle, sql, Int32(clamping: parameters.count), nil, pointers, nil, nil, 0) == 1 else {
      throw .lost(lastMessage)
    }
    var (rowset, failure): (Rowset?, PostgresError?)
    while let result = try next(until: .now + timeout) {
      defer { PQclear(result) }
      switch PQresultStatus(result) {
      case PGRES_TUPLES_OK, PGRES_COMMAND_OK, PGRES_EMPTY_QUERY: rowset = Self.rowset(of: result)
      case PGRES_COPY_IN, PGRES_COPY_OUT, PGRES_COPY_BOTH: throw .lost("COPY is not supported here")
      default: failure = error(of: result, text: Array(sql.utf8))
      }
    }
    if let failure {
      if failure.severity != "ERROR" || !isAlive { throw .lost(failure.message) }
      throw .refused(failure)
    }
    guard let rowset else { throw .lost(lastMessage) }
    return rowset
  }

  /// Runs `COPY (query) TO STDOUT` and hands over row after row; fewer bytes and less memory than a result of all rows.
  ///
  /// - Parameter timeout: For each portion of the answer to arrive after the one before it.
  func copy(_ query: String, timeout: Duration, _ read: (inout CopyRow) -> Void) throws(PostgresFailure) {
    let command = "COPY (\(query)) TO STDOUT"
    guard PQsendQuery(handle, command) == 1 else { throw .lost(lastMessage) }
    var failure: PostgresError?
    while let result = try next(until: .now + timeout) {
      defer { PQclear(result) }
      switch PQresultStatus(result) {
      case PGRES_COPY_OUT: try readCopy(timeout: timeout, read)
      case PGRES_COMMAND_OK: break
      default: failure = error(of: result, text: Array(command.utf8))
      }
    }
    guard let failure else { return }
    if failure.severity != "ERROR" || !isAlive { throw .lost(failure.message) }
    throw .refused(failure)
  }

  private func readCopy(timeout: Duration, _ read: (inout CopyRow) -> Void) throws(PostgresFailure) {
    var row = CopyRow()
    while true {
      var line: UnsafeMutablePointer<CChar>?
      let length = PQgetCopyData(handle, &line, 1)
      if length < 0 { return }  // the end, or an error that the next result tells
      if length == 0 {
        if Self.wait(for: Int16(POLLIN), on: PQsocket(handle), until: .now + timeout) == 0 { throw .lost("no answer from the server in time") }
        if PQconsumeInput(handle) == 0 { throw .lost(lastMessage) }
        continue
      }
      guard let line else { throw .lost(lastMessage) }
      row.replace(with: UnsafeRawBufferPointer(start: line, count: Int(length)))
      PQfreemem(line)
      read(&row)
    }
  }

  private static func rowset(of result: OpaquePointer) -> Rowset {
    let (rows, columns) = (PQntuples(result), PQnfields(result))
    var values: [String?] = []
    values.reserveCapacity(Int(rows) * Int(columns))
    for row in 0..<rows {
      for column in 0..<columns {
        values.append(PQgetisnull(result, row, column) == 1 ? nil : PQgetvalue(result, row, column).map { String(cString: $0) })
      }
    }
    let affected = PQcmdTuples(result).flatMap { Int(String(cString: $0)) }
    return Rowset(columns: resultColumns(of: result), count: Int(rows), values: values, affected: affected)
  }

  private static func resultColumns(of result: OpaquePointer) -> [ResultColumn] {
    (0..<PQnfields(result)).map { column in
      ResultColumn(
        name: PQfname(result, column).map { String(cString: $0) } ?? "", type: PQftype(result, column),
        typeModifier: PQfmod(result, column), table: PQftable(result, column), columnNumber: Int(PQftablecol(result, column)))
    }
  }

  private func error(of result: OpaquePointer, text: [UInt8]) -> PostgresError {
    func field(_ code: Character) -> String? {
      code.asciiValue.flatMap { PQresultErrorField(result, Int32($0)) }.map { String(cString: $0) }
    }
    let position = field("P").flatMap { Int($0) }
    let countsBytes = reported("server_encoding") == "SQL_ASCII"
    return PostgresError(
      severity: field("V") ?? "ERROR", sqlstate: field("C") ?? "", message: field("M") ?? lastMessage, detail: field("D") ?? "",
      hint: field("H") ?? "", offset: position.flatMap { CharacterPosition.byteOffset(of: $0, in: text, countsBytes: countsBytes) })
  }

  /// The next result, or nil where libpq says that there is none for now.
  private func next(until deadline: ContinuousClock.Instant) throws(PostgresFailure) -> OpaquePointer? {
    while true {
      let flushed = PQflush(handle)
      if PQisBusy(handle) == 0 { break }
      let events = Int16(POLLIN) | (flushed == 1 ? Int16(POLLOUT) : 0)
      let arrived = Self.wait(for: events, on: PQsocket(handle), until: deadline)
      if arrived == 0 { throw .lost("no answer from the server in time") }
      if arrived & ~Int16(POLLOUT) != 0, PQconsumeInput(handle) == 0, PQisBusy(handle) != 0 { throw .lost(lastMessage) }
    }
    return PQgetResult(handle)
  }

  private var lastMessage: String {
    let message = String(cString: PQerrorMessage(handle)).split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    return message.isEmpty ? "the server closed the connection" : message
  }
}

// MARK: - Parse and Describe

extension LibPQ {
  /// What the server says of one statement that it parsed.
  enum Answer {
    case described(StatementDescription)
    case refused(PostgresError)
  }

  /// Sends Parse, Describe and Sync for each statement, never Bind or Execute, and reads the answers.
  ///
  /// Statements are sent ahead of the answers, so that the server never waits for the network; so few that neither side holds much.
  ///
  /// - Parameter timeout: For one statement's answer to arrive after the one before it.
  /// - Returns: The answers in order; fewer than requests when the connection was lost, then with the reason.
  func describe(_ requests: ArraySlice<ValidationRequest>, timeout: Duration) -> (answers: [Answer], lost: String?) {
    var (answers, ahead) = ([Answer](), SendingAhead(requests))
    do throws(PostgresFailure) {
      guard PQenterPipelineMode(handle) == 1 else { throw .lost(lastMessage) }
      for request in requests {
        for waiting in ahead.due(beforeAnswer: answers.count) { try send(waiting) }
        answers.append(try receive(request, until: .now + timeout))
      }
      guard PQexitPipelineMode(handle) == 1 else { return (answers, lastMessage) }
      return (answers, nil)
    } catch {
      switch error {
      case .lost(let reason): return (answers, reason)
      case .refused(let error): return (answers, error.message)
      }
    }
  }

  private func send(_ request: ValidationRequest) throws(PostgresFailure) {
    let text = (request.text + [0]).map { CChar(bitPattern: $0) }
    let isSent = PQsendPrepare(handle, "", text, Int32(clamping: request.parameterTypes.count), request.parameterTypes) == 1
      && PQsendDescribePrepared(handle, "") == 1 && PQpipelineSync(handle) == 1
    if !isSent { throw .lost(lastMessage) }
  }

  /// Reads one statement's results up to its Sync: those of Parse and of Describe, or an error.
  private func receive(_ request: ValidationRequest, until deadline: ContinuousClock.Instant) throws(PostgresFailure) -> Answer {
    var (failure, description, gaps): (PostgresError?, StatementDescription?, Int) = (nil, nil, 0)
    while true {
      guard let result = try next(until: deadline) else {
        gaps += 1  // one follows each result; more mean that the connection is of no use any more
        if gaps > 8 || !isAlive { throw .lost(failure?.message ?? lastMessage) }
        continue
      }
      defer { PQclear(result) }
      switch PQresultStatus(result) {
      case PGRES_COMMAND_OK: description = Self.description(of: result)
      case PGRES_PIPELINE_ABORTED: break
      case PGRES_PIPELINE_SYNC:
        if let failure { return .refused(failure) }
        return description.map(Answer.described) ?? .refused(PostgresError(sqlstate: "08P01", message: "no answer to Describe"))
      default:
        let error = error(of: result, text: request.text)
        if error.severity != "ERROR" || !isAlive { throw .lost(error.message) }
        failure = failure ?? error
      }
    }
  }

  private static func description(of result: OpaquePointer) -> StatementDescription {
    StatementDescription(parameters: (0..<PQnparams(result)).map { PQparamtype(result, $0) }, columns: resultColumns(of: result))
  }
}

import CMySQL

/// A connection of the MySQL client library: the one place that holds its pointers.
///
/// Invariants: `handle` is a live `MYSQL` from `init` to `deinit`; results are freed in the function that got them; strings and rows are
/// copied before the next call. Not thread-safe: confined to one actor.
final class MySQLClient {
  let handle: UnsafeMutablePointer<MYSQL>

  private init(handle: UnsafeMutablePointer<MYSQL>) { self.handle = handle }
  deinit { withoutBrokenPipeSignal { mysql_close(handle) } }

  /// The library's own initialisation is not safe against two threads at once; a static constant is made once.
  private static let isLibraryReady = mysql_server_init(0, nil, nil) == 0

  var usesTLS: Bool { mysql_get_ssl_cipher(handle) != nil }

  /// Connects with client flag FOUND_ROWS.
  ///
  /// - Parameter encrypts: Whether TLS is required on this attempt.
  static func connect(
    _ location: MySQLLocation, encrypts: Bool, verifies: Bool, readTimeout: Int
  ) throws(MySQLError) -> MySQLClient {
    guard isLibraryReady, let handle = mysql_init(nil) else { throw MySQLError(code: 2008, sqlstate: "HY000", message: "out of memory") }
    let client = MySQLClient(handle: handle)
    client.set(MYSQL_OPT_CONNECT_TIMEOUT, UInt32(clamping: location.connectTimeout))
    client.set(MYSQL_OPT_READ_TIMEOUT, UInt32(clamping: readTimeout))
    client.set(MYSQL_OPT_WRITE_TIMEOUT, UInt32(clamping: readTimeout))
    client.set(MYSQL_OPT_LOCAL_INFILE, UInt32(0))  // a hostile server could ask for any file
    client.set(MYSQL_SET_CHARSET_NAME, "utf8mb4")
    if let folder = location.pluginFolder { client.set(MYSQL_PLUGIN_DIR, folder) }
    client.set(MYSQL_OPT_SSL_ENFORCE, CChar(encrypts ? 1 : 0))
    client.set(MYSQL_OPT_SSL_VERIFY_SERVER_CERT, CChar(encrypts && verifies ? 1 : 0))
    if encrypts {
      if let file = location.tlsAuthority { client.set(MYSQL_OPT_SSL_CA, file) }
      if let file = location.tlsCertificate { client.set(MYSQL_OPT_SSL_CERT, file) }
      if let file = location.tlsKey { client.set(MYSQL_OPT_SSL_KEY, file) }
    } else if location.socket == nil {
      // None of these lets a server that is not the right one read the password.
      client.set(MARIADB_OPT_RESTRICTED_AUTH, "caching_sha2_password,sha256_password,mysql_native_password,client_ed25519")
    }
    client.set(MYSQL_OPT_PROTOCOL, (location.socket == nil ? MYSQL_PROTOCOL_TCP : MYSQL_PROTOCOL_SOCKET).rawValue)
    let connected = withoutBrokenPipeSignal {
      mysql_real_connect(
        handle, location.socket == nil ? location.host : nil, location.user, location.password ?? "",
        location.database.isEmpty ? nil : location.database, UInt32(clamping: location.port), location.socket, UInt(CLIENT_FOUND_ROWS))
    }
    if connected == nil { throw client.error }
    return client
  }

  private func set<Value>(_ option: mysql_option, _ value: Value) {
    withUnsafePointer(to: value) { _ = mysql_options(handle, option, $0) }
  }

  private func set(_ option: mysql_option, _ value: String) { _ = value.withCString { mysql_options(handle, option, $0) } }

  var error: MySQLError {
    MySQLError(
      code: Int(mysql_errno(handle)), sqlstate: String(cString: mysql_sqlstate(handle)), message: String(cString: mysql_error(handle)))
  }

  /// The failure that an error means: the client library's own errors of the network end the connection.
  func failure(_ error: MySQLError) -> MySQLFailure {
    [2006, 2012, 2013, 2014, 2026, 2027, 2055, 1053, 1080, 4031].contains(error.code) ? .lost(error.message) : .refused(error)
  }
}

// MARK: - Text protocol

extension MySQLClient {
  /// Runs one statement; of several results (CALL) the first with columns counts.
  func query(_ sql: [UInt8]) throws(MySQLFailure) -> MySQLRowset {
    let text = try Self.terminated(sql)
    guard mysql_real_query(handle, text, UInt(sql.count)) == 0 else { throw failure(error) }
    var rowset = try takeResult()
    while mysql_more_results(handle) != 0 {
      guard mysql_next_result(handle) == 0 else { throw failure(error) }
      let next = try takeResult()
      if rowset.columns.isEmpty, !next.columns.isEmpty { rowset = next }
    }
    return rowset
  }

  /// The text with a NUL after it. The library takes the length 0 for "up to the NUL", so empty text is refused here, as the server does.
  static func terminated(_ sql: [UInt8]) throws(MySQLFailure) -> [CChar] {
    if sql.isEmpty { throw .refused(MySQLError(code: 1065, sqlstate: "42000", message: "Query was empty")) }
    return sql.map { CChar(bitPattern: $0) } + [0]
  }

  private func takeResult() throws(MySQLFailure) -> MySQLRowset {
    var rowset = MySQLRowset()
    guard let result = mysql_store_result(handle) else {
      if mysql_errno(handle) != 0 { throw failure(error) }
      rowset.affected = Int(clamping: Int64(bitPattern: mysql_affected_rows(handle)))
      rowset.lastInsertID = Int(clamping: mysql_insert_id(handle))
      rowset.warnings = Int(mysql_warning_count(handle))
      return rowset
    }
    defer { mysql_free_result(result) }
    rowset.columns = Self.columns(of: result)
    while let row = mysql_fetch_row(result), let lengths = mysql_fetch_lengths(result) {
      rowset.rows.append(
        rowset.columns.indices.map { column in
          row[column].map { Array(UnsafeRawBufferPointer(start: $0, count: Int(lengths[column]))) }
        })
    }
    if mysql_errno(handle) != 0 { throw failure(error) }
    rowset.affected = rowset.rows.count
    rowset.warnings = Int(mysql_warning_count(handle))
    return rowset
  }

  static func columns(of result: UnsafeMutablePointer<MYSQL_RES>) -> [MySQLColumn] {
    guard let fields = mysql_fetch_fields(result) else { return [] }
    return (0..<Int(mysql_num_fields(result))).map { number in
      let field = fields[number]
      return MySQLColumn(
        name: field.name.map { String(cString: $0) } ?? "", type: columnType(field.type),
        isUnsigned: field.flags & UInt32(UNSIGNED_FLAG) != 0, isNotNull: field.flags & UInt32(NOT_NULL_FLAG) != 0,
        collation: Int(field.charsetnr), length: Int(clamping: field.length), decimals: Int(field.decimals))
    }
  }

  private static func columnType(_ type: enum_field_types) -> MySQLColumnType {
    if type == MYSQL_TYPE_VARCHAR { return .varchar }
    return MySQLColumnType(rawValue: Int(bitPattern: UInt(type.rawValue))) ?? .other
  }
}

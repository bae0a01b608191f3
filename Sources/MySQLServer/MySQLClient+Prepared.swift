import CMySQL

/// Prepared statements. Invariant: what a bind points to lives in `BindBuffers` until after the call that reads or fills it.
extension MySQLClient {
  /// Prepares a statement and forgets it.
  func prepare(_ sql: [UInt8]) throws(MySQLFailure) -> MySQLStatementDescription {
    try withPrepared(sql) { (statement) throws(MySQLFailure) in
      MySQLStatementDescription(parameterCount: Int(mysql_stmt_param_count(statement)), columns: Self.resultColumns(of: statement))
    }
  }

  /// Prepares and executes a statement with parameters, and reads all rows of its first result.
  func execute(_ sql: [UInt8], _ parameters: [MySQLValue]) throws(MySQLFailure) -> MySQLRowset {
    try withPrepared(sql) { (statement) throws(MySQLFailure) in
      let count = Int(mysql_stmt_param_count(statement))
      guard count == parameters.count else {
        throw .refused(
          MySQLError(code: 2031, sqlstate: "HY000", message: "the statement has \(count) parameters, \(parameters.count) values are given"))
      }
      let buffers = BindBuffers(count: count)
      for (number, value) in parameters.enumerated() { buffers.set(value, at: number) }
      if count > 0, mysql_stmt_bind_param(statement, buffers.binds) != 0 { throw failure(Self.error(of: statement)) }
      guard mysql_stmt_execute(statement) == 0 else { throw failure(Self.error(of: statement)) }
      let rowset = try readResult(of: statement)
      while mysql_stmt_more_results(statement) != 0, mysql_stmt_next_result(statement) == 0 { mysql_stmt_free_result(statement) }
      return rowset
    }
  }

  private func withPrepared<Result>(
    _ sql: [UInt8], _ body: (UnsafeMutablePointer<MYSQL_STMT>) throws(MySQLFailure) -> Result
  ) throws(MySQLFailure) -> Result {
    guard let statement = mysql_stmt_init(handle) else { throw .lost("out of memory") }
    defer { mysql_stmt_close(statement) }
    let text = try Self.terminated(sql)
    guard mysql_stmt_prepare(statement, text, UInt(sql.count)) == 0 else { throw failure(Self.error(of: statement)) }
    return try body(statement)
  }

  private static func resultColumns(of statement: UnsafeMutablePointer<MYSQL_STMT>) -> [MySQLColumn] {
    guard let metadata = mysql_stmt_result_metadata(statement) else { return [] }
    defer { mysql_free_result(metadata) }
    return columns(of: metadata)
  }

  private func readResult(of statement: UnsafeMutablePointer<MYSQL_STMT>) throws(MySQLFailure) -> MySQLRowset {
    var rowset = MySQLRowset()
    rowset.columns = Self.resultColumns(of: statement)
    rowset.warnings = Int(mysql_warning_count(handle))
    guard !rowset.columns.isEmpty else {
      rowset.affected = Int(clamping: Int64(bitPattern: mysql_stmt_affected_rows(statement)))
      rowset.lastInsertID = Int(clamping: mysql_stmt_insert_id(statement))
      return rowset
    }
    // The library would call a null function pointer for a type that it does not know.
    guard !rowset.columns.contains(where: { $0.type == .other }) else {
      throw .refused(MySQLError(code: 2036, sqlstate: "HY000", message: "the client library cannot read a column of this type"))
    }
    var updatesLength: my_bool = 1
    mysql_stmt_attr_set(statement, STMT_ATTR_UPDATE_MAX_LENGTH, &updatesLength)
    guard mysql_stmt_store_result(statement) == 0 else { throw failure(Self.error(of: statement)) }
    let buffers = BindBuffers(count: rowset.columns.count)
    let lengths = Self.longestValues(of: statement, count: rowset.columns.count)
    for (number, column) in rowset.columns.enumerated() { buffers.expect(column, longest: lengths[number], at: number) }
    guard mysql_stmt_bind_result(statement, buffers.binds) == 0 else { throw failure(Self.error(of: statement)) }
    while true {
      let state = mysql_stmt_fetch(statement)
      if state == MYSQL_NO_DATA { break }
      if state == 1 { throw failure(Self.error(of: statement)) }
      rowset.rows.append(rowset.columns.enumerated().map { buffers.value(of: $1, at: $0) })
    }
    rowset.affected = rowset.rows.count
    return rowset
  }

  private static func longestValues(of statement: UnsafeMutablePointer<MYSQL_STMT>, count: Int) -> [Int] {
    guard let metadata = mysql_stmt_result_metadata(statement), let fields = mysql_fetch_fields(metadata) else {
      return Array(repeating: 0, count: count)
    }
    defer { mysql_free_result(metadata) }
    return (0..<count).map { Int(clamping: fields[$0].max_length) }
  }

  private static func error(of statement: UnsafeMutablePointer<MYSQL_STMT>) -> MySQLError {
    MySQLError(
      code: Int(mysql_stmt_errno(statement)), sqlstate: String(cString: mysql_stmt_sqlstate(statement)),
      message: String(cString: mysql_stmt_error(statement)))
  }
}

/// The memory that an array of binds points to.
private final class BindBuffers {
  let binds: UnsafeMutablePointer<MYSQL_BIND>
  private let lengths: UnsafeMutablePointer<UInt>
  private let nulls: UnsafeMutablePointer<my_bool>
  private var buffers: [UnsafeMutableRawBufferPointer] = []
  private let count: Int

  init(count: Int) {
    self.count = count
    (binds, lengths, nulls) = (.allocate(capacity: max(count, 1)), .allocate(capacity: max(count, 1)), .allocate(capacity: max(count, 1)))
    binds.initialize(repeating: MYSQL_BIND(), count: count)
    lengths.initialize(repeating: 0, count: count)
    nulls.initialize(repeating: 0, count: count)
  }

  deinit {
    for buffer in buffers { buffer.deallocate() }
    binds.deallocate()
    lengths.deallocate()
    nulls.deallocate()
  }

  private func bind(_ type: enum_field_types, capacity: Int, at number: Int) -> UnsafeMutableRawBufferPointer {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: max(capacity, 8), alignment: 8)
    buffer.initializeMemory(as: UInt8.self, repeating: 0)
    buffers.append(buffer)
    binds[number].buffer_type = type
    binds[number].buffer = buffer.baseAddress
    binds[number].buffer_length = UInt(buffer.count)
    binds[number].length = lengths + number
    binds[number].is_null = nulls + number
    return buffer
  }

  /// Makes the bind of a parameter.
  func set(_ value: MySQLValue, at number: Int) {
    switch value {
    case .null:
      _ = bind(MYSQL_TYPE_NULL, capacity: 0, at: number)
      nulls[number] = 1
    case .int(let value): bind(MYSQL_TYPE_LONGLONG, capacity: 8, at: number).storeBytes(of: value, as: Int64.self)
    case .double(let value): bind(MYSQL_TYPE_DOUBLE, capacity: 8, at: number).storeBytes(of: value, as: Double.self)
    case .decimal(let digits): set(Array(digits.utf8), as: MYSQL_TYPE_NEWDECIMAL, at: number)
    case .text(let bytes): set(bytes, as: MYSQL_TYPE_VAR_STRING, at: number)
    case .blob(let bytes): set(bytes, as: MYSQL_TYPE_BLOB, at: number)
    }
  }

  private func set(_ bytes: [UInt8], as type: enum_field_types, at number: Int) {
    bind(type, capacity: bytes.count, at: number).copyBytes(from: bytes)
    lengths[number] = UInt(bytes.count)
  }

  /// Makes the bind of a result column: integers and floating-point numbers as they are, all else as the library writes it out.
  func expect(_ column: MySQLColumn, longest: Int, at number: Int) {
    if column.type.isInteger {
      _ = bind(MYSQL_TYPE_LONGLONG, capacity: 8, at: number)
      binds[number].is_unsigned = column.isUnsigned ? 1 : 0
    } else if column.type == .double {
      _ = bind(MYSQL_TYPE_DOUBLE, capacity: 8, at: number)
    } else if column.type == .float {
      _ = bind(MYSQL_TYPE_FLOAT, capacity: 8, at: number)
    } else {
      _ = bind(MYSQL_TYPE_STRING, capacity: max(longest, 64) + 1, at: number)
    }
  }

  /// The value that the last fetch put there, as text.
  func value(of column: MySQLColumn, at number: Int) -> [UInt8]? {
    guard nulls[number] == 0 else { return nil }
    let buffer = UnsafeRawBufferPointer(buffers[number])
    if column.type.isInteger {
      return Array((column.isUnsigned ? "\(buffer.load(as: UInt64.self))" : "\(buffer.load(as: Int64.self))").utf8)
    }
    if column.type == .double { return Array("\(buffer.load(as: Double.self))".utf8) }
    if column.type == .float { return Array("\(buffer.load(as: Float.self))".utf8) }
    return Array(buffer.prefix(min(Int(clamping: lengths[number]), buffer.count)))
  }
}

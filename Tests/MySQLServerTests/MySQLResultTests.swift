import Testing

@testable import MySQLServer

@Suite(.enabled(if: TestMySQL.isWanted)) struct MySQLResultTests {
  /// Every type, read by both protocols: the same text.
  @Test func readsEveryTypeAlike() async throws {
    let table = """
      CREATE TABLE t (ti tinyint, tu tinyint unsigned, si smallint, mi mediumint, i int, b bigint, bu bigint unsigned, f float, d double,
        n decimal(30,10), bt bit(9), c char(3), v varchar(40), lt longtext, bl longblob, vb varbinary(9), e enum('x','y'), s set('p','q'),
        j json, dt date, tm time(3), ts datetime(6), t0 datetime, st timestamp(2), y year)
      """
    let rows = [
      """
      (-128, 255, -1, 8388607, -2147483648, -9223372036854775808, 18446744073709551615, 1.5, 1.25, '-12345678901234567890.0000000001',
       b'100000001', 'ab', '€😀', 'long', x'00ff00', x'0000', 'y', 'p,q', '{"a": [1, null]}', '2024-02-29', '-838:59:58.125',
       '9999-12-31 23:59:59.999999', '1000-01-01 00:00:00', '2038-01-01 00:00:00.25', 2155)
      """, "(\(Array(repeating: "NULL", count: 25).joined(separator: ",")))",
      """
      (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, b'0', '', '', '', '', '', 'x', '', 'null', '0001-01-01', '00:00:00', '2024-01-01', '2024-01-01',
       '1970-01-02 00:00:00', 1901)
      """,
    ]
    try await TestMySQL.withDatabase([table, "INSERT INTO t VALUES " + rows.joined(separator: ",")]) { name in
      let connection = try await TestMySQL.administrator(database: name)
      let text = try await connection.query("SELECT * FROM t")
      let binary = try await connection.execute("SELECT * FROM t")
      #expect(text.columns.map(\.name) == binary.columns.map(\.name) && text.columns.map(\.type) == binary.columns.map(\.type))
      for row in 0..<3 {
        for (number, column) in text.columns.enumerated() {
          if column.type == .double || column.type == .float {
            #expect(text[row, number].flatMap { Double($0) } == binary[row, number].flatMap { Double($0) })
          } else {
            #expect(text.rows[row][number] == binary.rows[row][number], "\(column.name) of row \(row)")
          }
        }
      }
      #expect(binary.columns[1].isUnsigned && binary.columns[14].isBinary && !binary.columns[13].isBinary && binary.columns[0].type == .tinyint)
    }
  }

  @Test func sendsEveryKindOfParameter() async throws {
    let connection = try await TestMySQL.administrator()
    let sent = try await connection.execute(
      "SELECT ?, ?, ?, ?, ?, ?, ? = 'A', HEX(?)",
      [
        .null, .int(.min), .double(0.1), .decimal("12345678901234567890.5"), .text("€'\\😀"), .blob([0, 255]), .text("a"), .blob([0, 0xFF]),
      ])
    #expect((0..<5).map { sent[0, $0] } == [nil, "\(Int64.min)", "0.1", "12345678901234567890.5", "€'\\😀"])
    #expect(sent.rows[0][5] == [0, 255] && sent[0, 6] == "0" && sent[0, 7] == "00FF")
    let none = try await connection.execute("SELECT 1 WHERE 1 = 0")
    #expect(none.rows.isEmpty && none.columns.count == 1)
  }

  @Test func readsLongValues() async throws {
    let connection = try await TestMySQL.administrator()
    let answer = try await connection.execute("SELECT REPEAT('ä', 100000), ?", [.text(Array(repeating: 0x78, count: 300_000))])
    #expect(answer.rows[0].map { $0?.count } == [200_000, 300_000])
  }

  @Test func preparesWithoutRunning() async throws {
    try await TestMySQL.withDatabase(["CREATE TABLE t (a int NOT NULL, b varchar(9))"]) { name in
      let connection = try await TestMySQL.administrator(database: name)
      let select = try await connection.prepare("SELECT a, b, COUNT(*) OVER () FROM t WHERE b = ? AND a IN (?, ?)")
      #expect(select.parameterCount == 3 && select.columns.map(\.name) == ["a", "b", "COUNT(*) OVER ()"])
      #expect(select.columns.map(\.type) == [.int, .varchar, .bigint] && select.columns[0].isNotNull)
      #expect(try await connection.prepare("INSERT INTO t VALUES (?, 'x')") == .init(parameterCount: 1, columns: []))
      #expect(try await connection.query("SELECT COUNT(*) FROM t")[0, 0] == "0")
    }
  }

  @Test(arguments: [
    ("SELEC 1", 1064, "42000"), ("SELECT nope", 1054, "42S22"), ("SELECT 1 FROM nope.nope", 1049, "42000"), ("SELECT 1; SELECT 2", 1064, "42000"),
    ("", 1065, "42000"), ("SELECT nosuch(1)", 1046, "3D000"),
  ])
  func refusesInTheServersWords(_ statement: String, _ code: Int, _ sqlstate: String) async throws {
    let connection = try await TestMySQL.administrator()
    for isPrepared in [true, false] {
      do {
        if isPrepared { _ = try await connection.prepare(statement) } else { _ = try await connection.query(statement) }
        Issue.record("accepted")
      } catch {
        guard case .refused(let error) = error else { return #expect("\(error)" == "") }
        #expect("\(error.code) \(error.sqlstate)" == "\(code) \(sqlstate)" && !error.message.isEmpty, "\(error)")
      }
    }
    #expect(try await connection.query("SELECT 1")[0, 0] == "1")
  }

  @Test func readsAProcedureCall() async throws {
    try await TestMySQL.withDatabase(["CREATE PROCEDURE p() BEGIN SELECT 1 AS a UNION SELECT 2; SELECT 3; END"]) { name in
      let connection = try await TestMySQL.administrator(database: name)
      #expect(try await connection.query("CALL p()").rows.count == 2)
      #expect(try await connection.execute("CALL p()").rows.count == 2)
      #expect(try await connection.query("SELECT 4")[0, 0] == "4")
    }
  }

  @Test func refusesATypeThatTheLibraryCannotRead() async throws {
    let connection = try await TestMySQL.administrator()
    guard try await connection.facts().version.hasPrefix("9.") else { return }
    do {
      let answer = try await connection.execute("SELECT STRING_TO_VECTOR('[1,2]')")
      #expect(answer.rows.count == 1)
    } catch {
      guard case .refused = error else { return #expect("\(error)" == "") }
    }
    #expect(try await connection.query("SELECT 1")[0, 0] == "1")
  }

  @Test func wantsAsManyValuesAsParameters() async throws {
    let connection = try await TestMySQL.administrator()
    await #expect(throws: MySQLFailure.self) { _ = try await connection.execute("SELECT ?, ?", [.int(1)]) }
  }
}

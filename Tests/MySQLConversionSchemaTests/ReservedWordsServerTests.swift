import Foundation
import MySQLServer
import MySQLTarget
import Testing

/// The table of reserved words against a server's grammar: every key word that it has, in every position.
@Suite(.enabled(if: TestPair.isWanted)) struct ReservedWordsServerTests {
  static let forms: [(position: ReservedWords.Position, form: String)] = [
    (.anywhere, "SELECT 1 FROM (SELECT 1) AS ?"), (.anywhere, "SELECT 1 FROM (SELECT 1) ?"), (.columnLabel, "SELECT 1 ?"), (.columnLabel, "SELECT 1 AS ?"),
    (.columnReference, "SELECT ? FROM (SELECT 1 AS `?`) AS q"), (.afterPeriod, "SELECT q.? FROM (SELECT 1 AS `?`) AS q"),
    (.commonTable, "WITH ? AS (SELECT 1) SELECT 1"), (.beforeParenthesis, "WITH ?(a) AS (SELECT 1) SELECT 1"),
  ]

  @Test func everyKeyWord() async throws {
    let connection = try await MySQLConnection.open(ProcessInfo.processInfo.environment["SQLFERRY_TEST_MYSQL"] ?? "")
    let server = try await connection.query("SELECT VERSION(), @@version_comment")
    let target = try Target.detected(version: server[0, 0] ?? "", comment: server[0, 1] ?? "")
    let words = try await connection.query("SELECT LOWER(WORD) FROM information_schema.keywords UNION SELECT CONCAT('_', CHARACTER_SET_NAME) FROM information_schema.character_sets")
    for row in words.rows.indices {
      let word = words[row, 0] ?? ""
      var refusals = 0
      for (position, form) in Self.forms {
        let isRefused = (try? await connection.prepare(form.replacing("?", with: word))) == nil
        if isRefused {
          refusals += 1
          #expect(ReservedWords.needsQuoting(word, at: position, target: target), "\(form.replacing("?", with: word))")
          #expect((try? await connection.prepare(form.replacing("`?`", with: "?").replacing("?", with: ReservedWords.quoted(word)))) != nil)
        }
      }
      if ReservedWords.isReserved(word, target: target) { #expect(refusals > 0, "\(word) is not reserved on \(target.name)") }
    }
    await connection.close()
  }

  /// The types as declared, on a real server: each takes a column, and a key where it says so.
  @Test func everyStorageType() async throws {
    let connection = try await MySQLConnection.open(ProcessInfo.processInfo.environment["SQLFERRY_TEST_MYSQL"] ?? "")
    let names = [
      "bit", "bool", "box", "bpchar", "bytea", "char", "cidr", "circle", "date", "float4", "float8", "inet", "int2", "int4", "int8", "interval", "json", "jsonb", "line", "macaddr",
      "macaddr8", "money", "name", "numeric", "oid", "pg_lsn", "point", "regclass", "text", "time", "timestamp", "timestamptz", "timetz", "tsquery", "tsvector", "uuid", "varbit",
      "varchar", "xid", "xml",
    ]
    let database = "sqlferry_types_\(ProcessInfo.processInfo.processIdentifier)"
    _ = try await connection.query("CREATE DATABASE \(database) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin")
    for name in names {
      for (key, modifier) in [(nil, -1), (3072, -1), (nil, 6), (nil, 24)] as [(Int?, Int32)] {
        let type = StorageTypes.storage(of: SourceType(name: name, modifier: modifier), keyBytes: key, target: .standard)
        let check = type.check(on: "c").map { ", CHECK (\($0))" } ?? ""
        let index = type.keyBytes == nil ? "" : ", UNIQUE KEY (c)"
        let sql = "CREATE TABLE \(database).t (c \(type.declaration)\(check)\(index))"
        await #expect(throws: Never.self, "\(sql)") { _ = try await connection.query(sql) }
        let reported = try await connection.query("SELECT COLUMN_TYPE FROM information_schema.columns WHERE TABLE_SCHEMA = '\(database)'")
        #expect(reported[0, 0] == type.name.replacing(" srid 0", with: ""))
        _ = try await connection.query("DROP TABLE IF EXISTS \(database).t")
      }
    }
    _ = try await connection.query("DROP DATABASE \(database)")
    await connection.close()
  }
}

import Foundation
import PostgresCatalog
import PostgresServer
import PostgresSyntax
import SourceText
import TestSupport
import Testing

@testable import Analysis

/// Random statements over random rows: no column that analysis calls not null may ever give NULL.
@Suite(.enabled(if: TestServer.isWanted)) struct RandomNullabilityTests {
  @Test func noColumnCalledNotNullGivesNull() async throws {
    let seed = UInt64(ProcessInfo.processInfo.environment["SQLFERRY_SEED"] ?? "") ?? 20_240_229
    let isExhaustive = ProcessInfo.processInfo.environment["SQLFERRY_EXHAUSTIVE"] == "1"
    try await TestServer.withDatabase(RandomSchema.statements) { connection, index, _ in
      let analyzer = Analyzer(catalog: index)
      // A join of several tables can take its time, compiling it even more.
      for setting in ["statement_timeout = 1000", "jit = off"] { _ = try await connection.query("SET \(setting)") }
      var (queries, random) = (RandomQuery(seed: seed), RandomSource(seed: seed &+ 1))
      var (runs, failed, notNull, columnsSeen) = (0, 0, 0, 0)
      for _ in 0..<(isExhaustive ? 100 : 6) {
        for statement in RandomSchema.rows(&random) { _ = try await connection.query(statement) }
        for _ in 0..<100 {
          let statement = queries.statement()
          let tree = try Parser.parseStatement(SQLText(statement))
          let typed = analyzer.analyze(tree)
          let columns = typed.outputs[tree.root] ?? []
          do {
            let rows = try await run(statement, connection)
            runs += 1
            if let error = typed.errors.first { Issue.record("false error: \(error.message)\n    \(statement)") }
            (columnsSeen, notNull) = (columnsSeen + columns.count, notNull + columns.count { !$0.isNullable })
            for (number, column) in columns.enumerated() where !column.isNullable {
              if (0..<rows.count).contains(where: { rows[$0, number] == nil }) {
                Issue.record("column \(number + 1), \(column.name), is NULL\n    \(statement)")
              }
            }
          } catch {
            failed += 1
            if isExhaustive { print("failed: \(error)\n    \(statement)") }
          }
        }
      }
      print("ran \(runs) random statements; \(notNull) of \(columnsSeen) columns not null; \(failed) failed")
      #expect(runs >= 500 && notNull * 8 > columnsSeen)
    }
  }

  /// Runs a statement and takes back what it changed.
  private func run(_ statement: String, _ connection: PostgresConnection) async throws -> Rowset {
    _ = try await connection.query("BEGIN")
    let rows: Rowset
    do { rows = try await connection.query(statement) } catch {
      _ = try await connection.query("ROLLBACK")
      throw error
    }
    _ = try await connection.query("ROLLBACK")
    return rows
  }
}

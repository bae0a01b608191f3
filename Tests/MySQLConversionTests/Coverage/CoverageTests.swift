import Foundation
import MySQLServer
import PostgresServer
import ServerComparison
import Testing

/// Every row of the table of expressions has the outcome that it is listed with, and what is exact gives the same on both servers.
///
/// With `SQLFERRY_COVERAGE_OUTPUT=FILE` the test writes `id`, outcome, rules and rewrite of every row to a file, one line each.
@Suite(.serialized, .enabled(if: Lab.hasServers)) struct CoverageTests {
  @Test func everyRowHasItsOutcome() async throws {
    try await PairedDatabase.with("sqlferry_coverage", scripts: [Self.tables]) { pair in
      let runner = try await StatementRunner(pair)
      var lines: [String] = []
      var tally: [CoverageRow.Outcome: Int] = [:]
      for category in CoverageCategory.all + [.traps] {
        for row in category.rows {
          let seen = await look(at: row, runner)
          if category.name != CoverageCategory.traps.name { tally[seen.outcome, default: 0] += 1 }
          lines.append([row.id, seen.outcome.rawValue, seen.rules.joined(separator: ","), seen.rewritten, seen.problem].joined(separator: "\t").replacing("\n", with: "\\n"))
          if !seen.problem.isEmpty { Issue.record("\(row.id): \(seen.problem)\n  PostgreSQL: \(row.sql)\n  MySQL:      \(seen.rewritten)") }
          if seen.outcome != row.outcome { Issue.record("\(row.id) is \(seen.outcome) (\(seen.rules)), listed as \(row.outcome): \(row.sql) → \(seen.rewritten)") }
        }
      }
      let summary = CoverageRow.Outcome.allCases.map { "\(tally[$0] ?? 0) \($0)" }.joined(separator: ", ")
      print("coverage: " + summary)
      let readme = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../../README.md").standardizedFileURL
      #expect(try String(contentsOf: readme, encoding: .utf8).contains(summary), "README.md says another summary than \(summary)")
      if let path = ProcessInfo.processInfo.environment["SQLFERRY_COVERAGE_OUTPUT"] {
        try lines.joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)
      }
    }
  }

  @Test func everyRowIsListedOnce() {
    let ids = CoverageCategory.all.flatMap { $0.rows.map(\.id) }
    #expect(Set(ids).count == ids.count)
    #expect(ids.count > 800)
  }

  private struct Sight {
    var outcome = CoverageRow.Outcome.manual
    var rules: [String] = []
    var rewritten = ""
    var problem = ""
  }

  private func look(at row: CoverageRow, _ runner: StatementRunner) async -> Sight {
    var sight = Sight()
    guard case .accepted(let description)? = await StatementValidator(runner.pair.postgres).validate([ValidationRequest(row.sql)]).first,
      let rewrite = try? runner.rewrite(row.sql, description)
    else {
      sight.rules = ["not accepted"]
      return sight
    }
    sight.rules = rewrite.conversion.findings.map(\.rule)
    guard rewrite.conversion.status < .manual else { return sight }
    sight.rewritten = rewrite.text
    guard StatementRunner.isClaimed(rewrite.conversion) else {
      sight.outcome = .review
      do { _ = try await runner.pair.mysql.prepare(rewrite.text) } catch { sight.problem = "MySQL refuses it: \(error)" }
      return sight
    }
    sight.outcome = .exact
    if row.isVolatile {
      do { _ = try await runner.pair.mysql.execute(rewrite.text) } catch { sight.problem = "MySQL refuses it: \(error)" }
      return sight
    }
    let statement = FuzzStatement(tree: Grown("statement", [.text(row.sql)]), isOrdered: false)
    switch await runner.outcome(of: statement, atOneInstant: true) {
    case .failure(let sort, let text): sight.problem = "\(sort): \(text)"
    case .raised: sight.problem = "PostgreSQL raises an error"
    case .rejected(let text): sight.problem = text
    case .agreement, .declined: break
    }
    return sight
  }

  private static let tables = """
    CREATE EXTENSION IF NOT EXISTS pgcrypto;
    CREATE EXTENSION IF NOT EXISTS hstore;
    CREATE EXTENSION IF NOT EXISTS citext;
    CREATE EXTENSION IF NOT EXISTS pg_trgm;
    CREATE EXTENSION IF NOT EXISTS fuzzystrmatch;
    CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
    CREATE SEQUENCE sq;
    CREATE TABLE g (k int, v int, n numeric(10,2), f double precision, t text, b boolean);
    CREATE TABLE e (k int, v int, n numeric(10,2), f double precision, t text, b boolean);
    CREATE TABLE emp (id int PRIMARY KEY, dept varchar(20), sal int, hired date);
    INSERT INTO g VALUES (1, 10, 1.50, 1.5, 'a', true), (1, 20, 2.25, 2.25, 'B', false), (1, NULL, NULL, NULL, NULL, NULL),
      (2, 5, 0.10, 0.1, 'é', true), (2, 5, 0.20, 0.2, 'Z', true), (3, NULL, NULL, NULL, NULL, NULL);
    INSERT INTO emp VALUES (1, 'a', 100, '2020-01-01'), (2, 'a', 200, '2020-02-29'), (3, 'a', 200, '2021-01-01'), (4, 'b', 50, '2019-12-31'),
      (5, 'b', NULL, '2022-06-15'), (6, NULL, 70, NULL);
    """
}

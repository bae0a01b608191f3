import Foundation
import Pipeline
import Results
import ServerComparison
import SourceText
import Testing

/// The promise of `unchanged` and `converted`, put to the proof: over the sample shop's awkward data, each sample statement gives the same
/// rows, the same row count and the same table contents on PostgreSQL and, rewritten, on MySQL.
@Suite(.serialized, .enabled(if: PairedDatabase.hasServers)) struct TruthTests {
  /// Folders of `samples/` with statements.
  private static let folders = ["python", "go", "java", "typescript", "javascript", "sql"]

  /// The proof's footing: the converted schema takes every row, and both servers then hold the same.
  @Test func holdsTheSameRowsOnBothServers() async throws {
    try await Shop.with { shop in
      #expect(shop.tables.count >= 12)
      for table in shop.tables {
        let contents = try await shop.contents(of: table)
        #expect(!contents.postgres.isEmpty, "\(table.name) has no rows: nothing would be compared")
        if let difference = ComparableRows.difference(contents.postgres, contents.mysql) { Issue.record("table \(table.name): \(difference)") }
      }
    }
  }

  @Test func everySampleStatementMeansTheSame() async throws {
    let values = try TruthValues(file: Shop.folder.appendingPathComponent("truth-values.yml"))
    try await Shop.with { shop in
      let paths = Self.folders.map { Shop.folder.appendingPathComponent($0).path }
      let document = try await Pipeline(PipelineRequest(paths: paths, catalog: .server(shop.postgresURL), target: shop.target)).run().document
      #expect(document.statements.count >= 80)
      for entry in values.unused(by: document.statements) { Issue.record("no such statement: \(entry)") }
      var tally: [StatementStatus: Int] = [:]
      var runs = 0
      for statement in document.statements {
        if let status = statement.status { tally[status, default: 0] += 1 }
        runs += await expectTruth(of: statement, values, on: shop)
      }
      print("truth: " + tally.map { "\($0.value) \($0.key)" }.sorted().joined(separator: ", ") + "; \(runs) runs compared")
      #expect(runs > 500)
    }
  }

  /// Runs a statement with every set of values and returns how many runs gave something to compare.
  private func expectTruth(of statement: StatementResult, _ values: TruthValues, on shop: PairedDatabase) async -> Int {
    guard let entry = values.entry(for: statement) else {
      Issue.record("\(place(statement)): no entry in samples/truth-values.yml for: \(statement.sql.string)")
      return 0
    }
    guard statement.status == .unchanged || statement.status == .converted else { return 0 }
    var runs = 0
    for holes in entry.holes {
      let examples = entry.parameterSets.map { Truth.Case(parameters: $0, holes: holes, hasPartialOrder: entry.hasPartialOrder) }
      let variations = values.variations(of: entry, for: statement).map {
        Truth.Case(parameters: $0, holes: holes, hasPartialOrder: entry.hasPartialOrder, mayBeRefused: true)
      }
      for example in examples + variations {
        do {
          switch try await Truth(shop: shop).outcome(of: statement, example) {
          case .agreement: runs += 1
          case .refused: break
          case .disagreement(let text): Issue.record("\(place(statement)): \(text)")
          }
        } catch {
          Issue.record("\(place(statement)): \(error)")
        }
      }
    }
    return runs
  }

  private func place(_ statement: StatementResult) -> String { "\(statement.file):\(statement.range.start.line)" }
}

// MARK: the test's own test

extension TruthTests {
  /// A rewrite that MySQL accepts and that means something else.
  struct WrongRewrite: Sendable, CustomTestStringConvertible {
    var original: String
    var rewrite: String
    init(_ original: String, _ rewrite: String) { (self.original, self.rewrite) = (original, rewrite) }
    var testDescription: String { rewrite }

    static let all = [
      WrongRewrite("SELECT id FROM customers ORDER BY nickname, id", "SELECT id FROM customers ORDER BY nickname, id"),
      WrongRewrite("SELECT lines / 2 FROM orders", "SELECT `lines` / 2 FROM orders"),
      WrongRewrite("SELECT full_name || 'x' FROM customers", "SELECT full_name || 'x' FROM customers"),
      WrongRewrite("SELECT id FROM customers WHERE full_name = 'ANNA SCHMIDT'", "SELECT id FROM customers WHERE LOWER(full_name) = 'anna schmidt'"),
      WrongRewrite("SELECT body FROM reviews", "SELECT coalesce(body, '') FROM reviews"),
      WrongRewrite("SELECT now()", "SELECT now()"),
      WrongRewrite("SELECT id, vip FROM customers", "SELECT id FROM customers"),
      WrongRewrite("UPDATE coupons SET usage = 7 WHERE code = 'LEAP'", "UPDATE coupons SET `usage` = 8 WHERE code = 'LEAP'"),
      WrongRewrite("UPDATE coupons SET usage = 7 WHERE code = 'LEAP'", "UPDATE coupons SET `usage` = 7 WHERE code IN ('LEAP', 'MAX')"),
      WrongRewrite(
        "INSERT INTO settings (key, value) VALUES ('flags', 'x') ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        "INSERT INTO settings (`key`, value) VALUES ('flags', 'x') ON DUPLICATE KEY UPDATE value = 'x'"),
    ]
  }

  @Test func seesWrongRewrites() async throws {
    try await Shop.with { shop in
      for wrong in WrongRewrite.all {
        let start = SourcePosition(offset: 0, line: 1, column: 1)
        var statement = StatementResult(
          id: "", fingerprint: "", file: "", language: "sql", kind: "statement", confidence: "certain", range: SourceRange(start: start, end: start),
          literals: [], sql: SQLText(wrong.original), status: .converted)
        statement.rewritten = wrong.rewrite
        let outcome = try await Truth(shop: shop).outcome(of: statement, Truth.Case(parameters: []))
        guard case .disagreement = outcome else { Issue.record("no disagreement seen: \(wrong.rewrite)"); continue }
      }
    }
  }
}

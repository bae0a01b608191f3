import Foundation
import Pipeline
import Results
import SourceText
import Testing

/// The promise of `unchanged` and `converted`, put to the proof: over the sample shop's awkward data, each sample statement gives the same
/// rows, the same row count and the same table contents on PostgreSQL and, rewritten, on MySQL.
@Suite(.serialized, .enabled(if: Shop.hasServers)) struct TruthTests {
  /// Folders of `samples/` with statements.
  private static let folders = ["python", "go", "java", "typescript", "javascript", "sql"]

  /// The proof's footing: the converted schema takes every row, and both servers then hold the same.
  @Test func holdsTheSameRowsOnBothServers() async throws {
    try await Shop.with { shop in
      #expect(shop.tables.count >= 12)
      for table in shop.tables {
        let contents = try await shop.contents(of: table)
        #expect(!contents.postgres.isEmpty, "\(table.name) has no rows: nothing would be compared")
        if let difference = Truth.difference(contents.postgres, contents.mysql) { Issue.record("table \(table.name): \(difference)") }
      }
    }
  }

  @Test func everySampleStatementMeansTheSame() async throws {
    let values = try TruthValues(file: Shop.folder.appendingPathComponent("truth-values.yml"))
    try await Shop.with { shop in
      let paths = Self.folders.map { Shop.folder.appendingPathComponent($0).path }
      let document = try await Pipeline(PipelineRequest(paths: paths, database: shop.postgresURL)).run().document
      #expect(document.statements.count >= 80)
      for entry in values.unused(by: document.statements) { Issue.record("no such statement: \(entry)") }
      var tally: [StatementStatus: Int] = [:]
      for statement in document.statements {
        if let status = statement.status { tally[status, default: 0] += 1 }
        try await expectTruth(of: statement, values, on: shop)
      }
      print("truth: " + tally.map { "\($0.value) \($0.key)" }.sorted().joined(separator: ", "))
    }
  }

  private func expectTruth(of statement: StatementResult, _ values: TruthValues, on shop: Shop) async throws {
    let place = "\(statement.file):\(statement.range.start.line)"
    guard let entry = values.entry(for: statement) else {
      Issue.record("\(place): no entry in samples/truth-values.yml for: \(statement.sql.string)")
      return
    }
    guard statement.status == .unchanged || statement.status == .converted else { return }
    for holes in entry.holes {
      for parameters in entry.parameterSets {
        do {
          if let disagreement = try await Truth(shop: shop).disagreement(
            on: statement, parameters: parameters, holes: holes, hasPartialOrder: entry.hasPartialOrder)
          {
            Issue.record("\(place): \(disagreement)")
          }
        } catch {
          Issue.record("\(place): \(error)")
        }
      }
    }
  }
}

import Testing

/// The promise of `unchanged` and `converted`, put to the proof over the sample shop's awkward data.
@Suite(.serialized, .enabled(if: Shop.hasServers)) struct TruthTests {
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
}

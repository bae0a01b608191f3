import Foundation
import PostgresCatalog
import PostgresSyntax
import SourceText
import Testing

@testable import Analysis

/// Text of any size and depth is analysed without a crash, in about linear time, on no more stack than parsing it takes.
@Suite struct HostileInputTests {
  static let nestings: [(name: String, open: String, core: String, close: String)] = [
    ("parentheses", "(", "1", ")"), ("subqueries", "(SELECT ", "1", ")"), ("derived tables", "(SELECT * FROM ", "(SELECT 1) t", ") t"),
    ("CASE", "CASE WHEN true THEN ", "1", " END"), ("calls", "lower(", "'x'", ")"), ("arrays", "ARRAY[", "1", "]"),
    ("rows", "ROW(", "1", ")"), ("operands", "1 + (", "1", ")"), ("COALESCE", "coalesce(NULL, ", "1", ")"),
    ("IN", "1 IN (SELECT ", "1", ")"), ("EXISTS", "EXISTS (SELECT 1 WHERE ", "true", ")"), ("NOT", "NOT (", "true", ")"),
    ("window", "sum(1) OVER (ORDER BY ", "1", ")"), ("casts", "CAST(", "1", " AS text)"),
  ]

  @Test(arguments: nestings.map(\.name)) func nestsAsDeepAsTheParserLetsIt(_ name: String) throws {
    let nesting = try #require(Self.nestings.first { $0.name == name })
    let prefix = name == "derived tables" ? "SELECT * FROM " : "SELECT "
    var deepest = 0
    for depth in [10, 50, 100, 150, 199, 250, 300, 390, 399] {
      let levels = { (text: String) in String(repeating: text, count: depth) }
      let sql = prefix + levels(nesting.open) + nesting.core + levels(nesting.close)
      if analyze(sql) { deepest = depth }
    }
    #expect(deepest >= 100)
  }

  /// Quadratic work would run into the time limit, which only tells a hang.
  @Test(.timeLimit(.minutes(10))) func longChainsStayLinear() {
    let count = 20_000
    let chains = [
      "SELECT 1" + String(repeating: " + 1", count: count), "SELECT 'a'" + String(repeating: " || 'b'", count: count),
      "SELECT 1" + String(repeating: "::int", count: count), "SELECT " + String(repeating: "- ", count: count) + "1",
      "SELECT " + String(repeating: "NOT ", count: count) + "true", "SELECT true" + String(repeating: " AND true", count: count),
      "SELECT 1 IN (1" + String(repeating: ", 1", count: count) + ")", "SELECT 1" + String(repeating: ", 1", count: count),
      "SELECT 1" + String(repeating: " UNION ALL SELECT 1", count: 5_000), "VALUES (1)" + String(repeating: ", (1)", count: count),
      "SELECT a" + String(repeating: "[1]", count: count) + " FROM (SELECT ARRAY[1] AS a) t",
      "SELECT * FROM (SELECT 1) t" + String(repeating: " CROSS JOIN (SELECT 1) t", count: 2_000),
      "SELECT CASE" + String(repeating: " WHEN true THEN 1", count: count) + " END",
      "WITH t0 AS (SELECT 1 AS a)"
        + (1...60).map { ", t\($0) AS (SELECT x.*, y.* FROM t\($0 - 1) x, t\($0 - 1) y)" }.joined() + " SELECT * FROM t60",
    ]
    for chain in chains { #expect(analyze(chain), "\(chain.prefix(40))") }
  }

  @Test(arguments: [
    "SELECT * FROM ⟦t⟧", "SELECT ⟦a⟧ FROM t WHERE ⟦b⟧", "INSERT INTO ⟦t⟧ (⟦c⟧) VALUES (⟦v⟧)", "SELECT t.⟦c⟧, t.* FROM ⟦s⟧.t ⟦j⟧ WHERE x = 1 ⟦and⟧",
    "UPDATE t SET ⟦s⟧ WHERE ⟦w⟧", "SELECT x ⟦op⟧ 1, f(⟦a⟧), 1 = ANY (⟦list⟧) FROM t ORDER BY ⟦o⟧ LIMIT ⟦n⟧", "WITH ⟦c⟧ SELECT * FROM q",
    "SELECT * FROM a JOIN ⟦t⟧ ON ⟦c⟧ LEFT JOIN b USING (⟦k⟧)", "SELECT ⟦a⟧::⟦t⟧, CAST(1 AS ⟦t⟧)", "DELETE FROM a USING ⟦t⟧ WHERE a.x = 1",
  ])
  func goesOnAroundHoles(_ sql: String) throws {
    let typed = Analyzer(catalog: CatalogIndex(Catalog())).analyze(try Parser.parseStatement(HoleText.sql(sql)))
    #expect(typed.errors == [])
  }

  /// Parses and analyses on a thread of its own; false where the parser refuses.
  private func analyze(_ sql: String) -> Bool {
    let isParsed = Flag()
    let done = DispatchSemaphore(value: 0)
    let thread = Thread {
      if let tree = try? Parser.parseStatement(SQLText(sql)) {
        let typed = Analyzer(catalog: CatalogIndex(Catalog())).analyze(tree)
        isParsed.value = typed.facts.count == tree.nodes.count
      }
      done.signal()
    }
    thread.stackSize = Self.stackSize
    thread.start()
    done.wait()
    return isParsed.value
  }

  /// A debug build parses the deepest nesting in 8 MB; an optimised one takes a quarter of it.
  private static let stackSize = 16 << 20
}

private final class Flag: @unchecked Sendable {
  var value = false
}

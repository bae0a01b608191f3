import Analysis
import ArgumentParser
import PostgresCatalog
import PostgresServer
import PostgresSyntax
import SourceText

/// `analyze`: microseconds a statement for names, types and nullability, and how they grow with a statement's length.
struct AnalyzeBenchmark: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "analyze", abstract: "Analyses the statements of files and folders by a catalog, beside parsing them.",
    discussion: """
      The catalog is that of a database, or the built-in one alone, by which most tables stay unknown. A second table shows how long \
      statements of one shape take as they double: by twice as long if analysis is linear.
      """)

  @Argument(help: "SQL files, source files and folders to take statements from.")
  var paths: [String]

  @Option(help: "A PostgreSQL URL for the catalog.")
  var database: String?

  @Option(help: "Rounds to measure; the median counts.")
  var rounds = 7

  func validate() throws {
    guard rounds > 0 else { throw ValidationError("--rounds must be at least 1") }
  }

  func run() async throws {
    let trees = StatementSource.statements(in: paths).compactMap {
      try? Parser.parseStatement(Placeholders.locate(in: SQLText(bytes: $0), style: .dollar))
    }
    guard !trees.isEmpty else { throw ValidationError("no statement found in \(paths.joined(separator: ", "))") }
    let catalog = try await loadCatalog()
    let start = ContinuousClock.now
    let analyzer = Analyzer(catalog: CatalogIndex(catalog))
    print("\(trees.count) statements, \(trees.reduce(0) { $0 + $1.nodes.count }) nodes; indexing the catalog took \(ContinuousClock.now - start)")
    var contest = Contest()
    contest.add("sqlferry Parser.parseStatement") { for tree in trees { _ = try? Parser.parseStatement(tree.text) } }
    contest.add("sqlferry Analyzer.analyze") { for tree in trees { _ = analyzer.analyze(tree) } }
    for measurement in contest.run(rounds: rounds) {
      let each = measurement.seconds / Double(trees.count) * 1e6
      let allocations = measurement.allocations.map { ", \($0 / Int64(trees.count)) allocations" } ?? ""
      print("\(measurement.name): \((each * 10).rounded() / 10) µs\(allocations) a statement")
    }
    growth(analyzer)
  }

  private func loadCatalog() async throws -> Catalog {
    guard let database else { return BuiltinCatalog.catalog }
    let connection = try await PostgresConnection.open(database)
    let catalog = try await CatalogLoader.load(connection)
    await connection.close()
    return catalog
  }

  // MARK: Growth

  private static let shapes: [(name: String, text: @Sendable (Int) -> String)] = [
    ("operators", { "SELECT 1" + String(repeating: " + 1", count: $0) }),
    ("select list", { "SELECT 1" + String(repeating: ", lower('x') || 'y'", count: min($0, 1_600)) }),
    ("conditions", { "SELECT 1 WHERE 1 = 1" + (0..<$0).map { " AND \($0) < 5" }.joined() }),
    ("IN list", { "SELECT 1 IN (1" + String(repeating: ", 2", count: $0) + ")" }),
    ("VALUES", { "VALUES (1, 'x')" + String(repeating: ", (2, 'y')", count: $0) }),
    ("UNION", { "SELECT 1" + String(repeating: " UNION ALL SELECT 2", count: $0) }),
    ("CASE", { "SELECT CASE" + (0..<$0).map { " WHEN \($0) > 1 THEN \($0)" }.joined() + " END" }),
    ("joins", { "SELECT * FROM (SELECT 1 AS a) t" + (0..<min($0, 480)).map { " JOIN (SELECT 1 AS a) t\($0) ON t\($0).a = t.a" }.joined() }),
    ("common tables", { "WITH t0 AS (SELECT 1 AS a)" + (1...$0).map { ", t\($0) AS (SELECT a + 1 AS a FROM t\($0 - 1))" }.joined() + " SELECT * FROM t\($0)" }),
  ]

  private func growth(_ analyzer: Analyzer) {
    for shape in Self.shapes {
      let times = [100, 200, 400, 800, 1_600].compactMap { count -> String? in
        guard let tree = try? Parser.parseStatement(SQLText(shape.text(count))) else { return nil }
        var contest = Contest()
        contest.add(shape.name) { _ = analyzer.analyze(tree) }
        let seconds = contest.run(rounds: rounds)[0].seconds
        return "\(tree.nodes.count) nodes \((seconds / Double(tree.nodes.count) * 1e9).rounded()) ns each"
      }
      print("\(shape.name): " + times.joined(separator: ", "))
    }
  }
}

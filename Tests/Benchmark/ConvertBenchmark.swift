import Analysis
import ArgumentParser
import Foundation
import MySQLConversion
import MySQLTarget
import PostgresCatalog
import PostgresServer
import PostgresSyntax
import SourceText

/// `convert`: statements per second from text to MySQL, beside sqlglot.
struct ConvertBenchmark: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert", abstract: "Parses, analyses and converts the statements of files and folders, beside sqlglot.",
    discussion: """
      One core each, rounds in turns. sqlglot comes from PyPI (python3 -m pip install sqlglot) and does \
      transpile(text, read="postgres", write="mysql"), which knows no catalog. Statements are repeated until there are enough of them; \
      sqlferry keeps what it looked up in the catalog, neither side keeps results.
      """)

  @Argument(help: "SQL files, source files and folders to take statements from.")
  var paths: [String]

  @Option(help: "A PostgreSQL URL for the catalog; else the built-in one alone, by which most tables stay unknown.")
  var database: String?

  @Option(help: "So many statements at least are converted a round.")
  var statements = 10_000

  @Option(help: "Rounds to measure; the median counts.")
  var rounds = 5

  func validate() throws {
    guard rounds > 0, statements > 0 else { throw ValidationError("--rounds and --statements must be at least 1") }
  }

  func run() async throws {
    let found = StatementSource.statements(in: paths).filter { (try? Parser.parseStatement(SQLText(bytes: $0))) != nil }
    guard !found.isEmpty else { throw ValidationError("no statement found in \(paths.joined(separator: ", "))") }
    let texts = (0..<max(statements, found.count)).map { found[$0 % found.count] }
    let index = CatalogIndex(try await loadCatalog())
    let (analyzer, converter) = (Analyzer(catalog: index), Converter(catalog: index, target: .standard))
    var tally: [StatementStatus: Int] = [:]
    for text in found { tally[Self.convert(text, analyzer, converter)?.status ?? .invalid, default: 0] += 1 }
    print("\(texts.count) statements, \(found.count) different ones: " + tally.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.joined(separator: ", "))
    let peer = SQLGlot(texts)
    if peer == nil { print("sqlglot does not run here: python3 -m pip install sqlglot") }
    var contest = Contest()
    contest.add("sqlferry parse, analyse, convert") { for text in texts { _ = Self.convert(text, analyzer, converter) } }
    if let peer { contest.add("sqlglot \(peer.version) transpile") { peer.transpile() } }
    let measurements = contest.run(rounds: rounds)
    for measurement in measurements { print("\(measurement.name): \(Int((Double(texts.count) / measurement.seconds).rounded())) statements/s") }
    print("of which " + phases(texts, analyzer, converter).map { "\($0.name) \($0.time) µs" }.joined(separator: ", ") + " of processor time a statement")
    if measurements.count == 2 {
      print("\((measurements[1].seconds / measurements[0].seconds * 10).rounded() / 10) times sqlglot's rate; it refused \(peer?.refused ?? 0) of \(texts.count)")
    }
  }

  /// What each step takes, in the fastest round: in tenths of a microsecond of processor time, which other processes do not add to.
  private func phases(_ texts: [[UInt8]], _ analyzer: Analyzer, _ converter: Converter) -> [(name: String, time: Double)] {
    let trees = texts.compactMap { Self.tree($0) }
    let typed = trees.map { analyzer.analyze($0) }
    let steps: [(name: String, work: () -> Void)] = [
      ("parse", { for text in texts { _ = Self.tree(text) } }),
      ("analyse", { for tree in trees { _ = analyzer.analyze(tree) } }),
      ("convert", { for tree in typed { _ = converter.convert(tree) } }),
    ]
    return steps.map { step in
      let times = (0..<rounds).map { _ in
        let start = clock()
        step.work()
        return Double(clock() - start) / Double(CLOCKS_PER_SEC)
      }
      return (step.name, ((times.min() ?? 0) / Double(trees.count) * 1e7).rounded() / 10)
    }
  }

  private static func tree(_ text: [UInt8]) -> SyntaxTree? {
    try? Parser.parseStatement(Placeholders.locate(in: SQLText(bytes: text), style: .dollar))
  }

  private static func convert(_ text: [UInt8], _ analyzer: Analyzer, _ converter: Converter) -> Conversion? {
    guard let tree = tree(text) else { return nil }
    return converter.convert(analyzer.analyze(tree))
  }

  private func loadCatalog() async throws -> Catalog {
    guard let database else { return BuiltinCatalog.catalog }
    let connection = try await PostgresConnection.open(database)
    let catalog = try await CatalogLoader.load(connection)
    await connection.close()
    return catalog
  }
}

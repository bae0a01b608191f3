import ArgumentParser
import CBenchmarkSupport
import PostgresSyntax
import SourceText

/// `parse`: statements per second beside libpg_query, PostgreSQL's own parser as a library.
struct ParseBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parse", abstract: "Parses the statements of files and folders, beside libpg_query.",
    discussion: """
      Every statement that both accept is parsed once a round; rounds take turns. libpg_query is loaded when it is installed (Debian: \
      libpg-query-dev). pg_query_parse_protobuf is the way that bindings of other languages take, pg_query_parse gives JSON.
      """)

  @Argument(help: "SQL files, source files and folders to take statements from.")
  var paths: [String]

  @Option(help: "Rounds to measure; the median counts.")
  var rounds = 7

  func validate() throws {
    guard rounds > 0 else { throw ValidationError("--rounds must be at least 1") }
  }

  func run() throws {
    let hasPeer = pg_query_load() == 1
    let found = StatementSource.statements(in: paths)
    let statements = found.filter { isAccepted($0, hasPeer) }
    let bytes = statements.reduce(0) { $0 + $1.count }
    print("\(statements.count) statements, \(bytes) bytes; \(found.count - statements.count) that not every parser takes are left out")
    guard !statements.isEmpty else { throw ValidationError("no statement found in \(paths.joined(separator: ", "))") }
    if !hasPeer { print("libpg_query is not installed (apt-get install libpg-query-dev): no comparison") }
    for measurement in contest(statements, hasPeer).run(rounds: rounds) { report(measurement, statements.count, bytes) }
  }

  private func isAccepted(_ statement: [UInt8], _ hasPeer: Bool) -> Bool {
    guard !statement.contains(0), (try? Parser.parseStatement(SQLText(bytes: statement))) != nil else { return false }
    return !hasPeer || Self.terminated(statement).withUnsafeBufferPointer { $0.baseAddress.map(pg_query_accepts) == 1 }
  }

  private func contest(_ statements: [[UInt8]], _ hasPeer: Bool) -> Contest {
    let texts = statements.map { Placeholders.locate(in: SQLText(bytes: $0), style: .dollar) }
    var contest = Contest()
    contest.add("sqlferry Parser.parseStatement") {
      for text in texts { _ = try? Parser.parseStatement(text) }
    }
    guard hasPeer else { return contest }
    let strings = statements.map(Self.terminated)
    let peers = [("pg_query_parse_protobuf", pg_query_accepts_as_protobuf), ("pg_query_parse", pg_query_accepts)]
    for (name, parse) in peers {
      contest.add(name) {
        for string in strings { string.withUnsafeBufferPointer { _ = $0.baseAddress.map(parse) } }
      }
    }
    return contest
  }

  private static func terminated(_ statement: [UInt8]) -> [CChar] { statement.map { CChar(bitPattern: $0) } + [0] }

  private func report(_ measurement: Measurement, _ count: Int, _ bytes: Int) {
    let rate = Double(count) / measurement.seconds
    let megabytes = Double(bytes) / measurement.seconds / 1e6
    let allocations = measurement.allocations.map { ", \(decimal(Double($0) / Double(count), 1)) allocations a statement" } ?? ""
    print("\(measurement.name): \(decimal(rate, 0)) statements/s, \(decimal(megabytes, 1)) MB/s\(allocations)")
  }

  private func decimal(_ value: Double, _ digits: Int) -> String {
    digits == 0 ? "\(Int(value.rounded()))" : "\((value * 10).rounded() / 10)"
  }
}

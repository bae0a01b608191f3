import Foundation
import MySQLConversion
import PostgresServer
import ServerComparison
import Testing

/// One statement with its outcome.
struct DifferentialRow: Sendable {
  enum Outcome: Sendable, Equatable {
    /// `unchanged` or `converted`, and the same on both servers.
    case exact
    /// Converted with this caveat.
    case review(String)
    /// Declined for this reason.
    case manual(String)
  }

  /// An expression over a row of `t`, or a statement where it starts with the word of one.
  let text: String
  let outcome: Outcome
  /// Values of `$1`, each tried.
  let values: [String]

  init(_ text: String, _ outcome: Outcome, with values: [String] = []) { (self.text, self.outcome, self.values) = (text, outcome, values) }

  private var isStatement: Bool { ["SELECT ", "WITH ", "INSERT ", "UPDATE ", "DELETE "].contains(where: text.hasPrefix) }
  var isChange: Bool { ["INSERT ", "UPDATE ", "DELETE "].contains(where: text.hasPrefix) }
  var sql: String { isStatement ? text : "SELECT id, \(text) FROM t ORDER BY id" }
  var isVolatile: Bool { text.contains("random") }
}

/// Hundreds of statements over awkward data, each with its outcome: equal on both servers, or not claimed, with the reason.
///
/// With `SQLFERRY_DIFFERENTIAL_OUTPUT=FILE` the test writes text and outcome of every row to a file.
@Suite(.serialized, .enabled(if: Lab.hasServers)) struct DifferentialTests {
  private static let rows: [DifferentialRow] =
    DifferentialRow.text + DifferentialRow.patterns + DifferentialRow.numbers + DifferentialRow.dates + DifferentialRow.documents + DifferentialRow.queries
    + DifferentialRow.sets + DifferentialRow.ranges + DifferentialRow.system + DifferentialRow.grouping + DifferentialRow.network
    + DifferentialRow.likeness

  @Test func everyStatementHasItsOutcome() async throws {
    #expect(Self.rows.count >= 500)
    try await Lab.with("differential") { pair in
      let runner = try await StatementRunner(pair)
      var lines: [String] = []
      for row in Self.rows {
        let outcome = await outcome(of: row, runner)
        let text = switch outcome {
        case .exact: "exact"
        case .review(let rule): "review:\(rule)"
        case .manual(let rule): "manual:\(rule)"
        }
        lines.append("\(row.text.replacing("\n", with: "\\n"))\t\(text)")
        if outcome != row.outcome { Issue.record("\(text), listed as \(row.outcome): \(row.sql)") }
      }
      if let path = ProcessInfo.processInfo.environment["SQLFERRY_DIFFERENTIAL_OUTPUT"] {
        try lines.joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)
      }
    }
  }

  private func outcome(of row: DifferentialRow, _ runner: StatementRunner) async -> DifferentialRow.Outcome {
    guard case .accepted(let description)? = await StatementValidator(runner.pair.postgres).validate([ValidationRequest(row.sql)]).first,
      let rewrite = try? runner.rewrite(row.sql, description)
    else { return .manual("PostgreSQL refuses it") }
    let findings = rewrite.conversion.findings
    switch rewrite.conversion.status {
    case .manual, .invalid: return .manual(findings.first { $0.severity == .error }?.rule ?? "")
    case .review:
      if StatementRunner.isClaimed(rewrite.conversion) { await run(row, description, runner) }
      return .review(findings.first { $0.severity == .warning }?.rule ?? "")
    case .unchanged, .converted: break
    }
    await run(row, description, runner)
    return .exact
  }

  /// Runs the row with each of its values, and with none; each run that PostgreSQL gives a result for must agree.
  private func run(_ row: DifferentialRow, _ description: StatementDescription, _ runner: StatementRunner) async {
    guard !row.isVolatile else { return }
    let type = description.parameters.first.flatMap { runner.index.type($0)?.name } ?? ""
    let sets: [String?] = row.values.isEmpty ? [nil] : row.values.map { $0 } + [nil]
    for value in sets {
      let pieces = row.sql.split(separator: "$1", omittingEmptySubsequences: false).map { Grown.Part.text(String($0)) }
      guard pieces.count <= 2 else { continue }
      let parts = pieces.count == 1 ? pieces : [pieces[0], .parameter(.init(text: value, type: type)), pieces[1]]
      var statement = FuzzStatement(tree: Grown("statement", parts), isOrdered: row.sql.contains("ORDER BY id"), isChange: row.isChange)
      statement.rowwise = Fuzzer.rowwise(Grown("statement", [.text("SELECT id, "), .text(row.text), .text(" FROM t ORDER BY id")]))
      if case .failure(let sort, let text) = await runner.outcome(of: statement, atOneInstant: ["now", "current_", "localtime", "today", "tomorrow"].contains(where: row.sql.contains)) {
        Issue.record("\(sort): \(text)\n  \(row.sql) with \(value ?? "NULL")")
      }
    }
  }
}

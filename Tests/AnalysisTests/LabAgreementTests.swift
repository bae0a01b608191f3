import Foundation
import PostgresCatalog
import PostgresServer
import PostgresSyntax
import SourceText
import Testing

@testable import Analysis

/// Every feature that has a rule of typing, judged by the server: results and parameters by Describe, each expression by the tree that the
/// server's own analysis prints.
@Suite(.enabled(if: TestServer.isWanted)) struct LabAgreementTests {
  @Test func everyExpressionHasTheServersType() async throws {
    try await TestServer.withDatabase(LabSchema.statements) { _, index, url in
      let server = try #require(AnalysingServer(url))
      // The built-in catalog with the schema's own objects has to say the same as the server's.
      let builtin = CatalogIndex(index.catalog.onBuiltin)
      var (live, offline) = (LabJudge(index), LabJudge(builtin))
      for statement in LabCorpus.families.flatMap(\.statements) {
        let answer = server.analyse(statement)
        live.take(statement, answer, isAccepted: true)
        offline.take(statement, answer, isAccepted: true)
      }
      live.report("the corpus")
      offline.report("the corpus by the built-in catalog")
      #expect(live.tally.statements > 900 && live.tally.expressions > 12_000)
    }
  }

  /// Every so many of the combinations; all of them with `SQLFERRY_EXHAUSTIVE=1`, which takes minutes.
  @Test func combinationsHaveTheServersTypesAndErrors() async throws {
    let isExhaustive = ProcessInfo.processInfo.environment["SQLFERRY_EXHAUSTIVE"] == "1"
    try await TestServer.withDatabase(LabSchema.statements) { connection, index, url in
      let server = try #require(AnalysingServer(url))
      var judge = LabJudge(index)
      let functions = Enumeration.calls(try await callableFunctions(connection))
      for enumeration in Enumeration.all + [functions] {
        for number in stride(from: 0, to: enumeration.count, by: isExhaustive ? 1 : enumeration.step) {
          let statement = enumeration.statement(number)
          judge.take(statement, server.analyse(statement), isAccepted: false)
        }
      }
      judge.report("combinations")
      #expect(judge.tally.statements > 500 && judge.tally.rejected > 1_000)
    }
  }

  /// The functions of the system catalog with, for every argument, a column of its type.
  private func callableFunctions(_ connection: PostgresConnection) async throws -> [(name: String, arguments: [String])] {
    let rows = try await connection.query(
      """
      SELECT DISTINCT quote_ident(p.proname), coalesce(x.columns, '') FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace,
        LATERAL (SELECT string_agg(coalesce(c.name, 'NULL'), ',' ORDER BY o) AS columns, count(*) FILTER (WHERE c.name IS NULL) AS unknown
          FROM unnest(p.proargtypes) WITH ORDINALITY AS t (type, o) LEFT JOIN LATERAL (SELECT min(attname) AS name FROM pg_attribute
            WHERE attrelid = 'sample'::regclass AND attnum > 0 AND atttypid = t.type) c ON true) x
      WHERE p.prokind <> 'p' AND n.nspname = 'pg_catalog' AND x.unknown < 2 AND p.proargtypes::oid[] && ARRAY['internal'::regtype::oid, 'cstring'::regtype] IS NOT TRUE
      ORDER BY 1, 2
      """)
    return (0..<rows.count).map { row in
      ("pg_catalog." + (rows[row, 0] ?? ""), (rows[row, 1] ?? "").split(separator: ",").map(String.init))
    }
  }
}

/// Counts and describes what differs.
struct LabJudge {
  struct Tally {
    var (statements, agreeing, rejected, expressions, unmatched) = (0, 0, 0, 0, 0)
    var (differing, explained) = (0, [String: Int]())
    /// Rejected statements of which analysis says something else, or nothing.
    var misjudged: [String] = []
  }

  private let analyzer: Analyzer
  private let index: CatalogIndex
  private(set) var tally = Tally()
  private(set) var problems: [String] = []

  init(_ index: CatalogIndex) { (self.index, analyzer) = (index, Analyzer(catalog: index)) }

  /// - Parameter isAccepted: The server must accept it.
  mutating func take(_ sql: String, _ answer: AnalysingServer.Answer, isAccepted: Bool) {
    if let sqlstate = answer.sqlstate, isAccepted { return problems.append("rejected: \(sqlstate) \(answer.message)\n    \(sql)") }
    guard let tree = try? Parser.parseStatement(Placeholders.locate(in: SQLText(sql), style: .dollar)) else {
      if answer.sqlstate == nil { problems.append("not parsed: \(sql)") }
      return
    }
    let typed = analyzer.analyze(tree)
    guard answer.sqlstate == nil else { return takeRejected(sql, typed, answer) }
    tally.statements += 1
    if let difference = difference(typed, answer) { problems.append("\(difference)\n    \(sql)") } else { tally.agreeing += 1 }
    let comparison = TreeComparison(typed, answer.tree, index)
    tally.expressions += comparison.compared
    tally.unmatched += comparison.unmatched.count
    for difference in comparison.differences {
      tally.differing += 1
      if let reason = difference.reason {
        tally.explained[reason.rawValue, default: 0] += 1
      } else {
        problems.append("\(difference.text) [\(difference.kind)] is \(difference.found), server: \(difference.wanted)\n    \(sql)")
      }
    }
  }

  /// The first error of analysis is the server's; how many are not is counted.
  private mutating func takeRejected(_ sql: String, _ typed: TypedTree, _ answer: AnalysingServer.Answer) {
    tally.rejected += 1
    guard let sqlstate = answer.sqlstate else { return }
    let found = typed.errors.first.map { "\($0.sqlstate) \($0.message)" } ?? "none"
    if found == "\(sqlstate) \(answer.message)" { return }
    tally.misjudged.append("error \(found), server: \(sqlstate) \(answer.message)\n    \(sql)")
  }

  /// Prints the figures and records every problem: 100 % of the statements, and of the expressions all but those with a reason, which may
  /// be one in two hundred.
  func report(_ what: String) {
    let share = Double(tally.expressions - tally.differing) / Double(max(1, tally.expressions))
    print(
      """
      \(what): the server agrees on \(tally.agreeing) of \(tally.statements) statements and on \(tally.expressions - tally.differing) of \
      \(tally.expressions) expressions (\(tally.unmatched) have no node of their own in its tree); \(tally.rejected) it rejects, \
      \(tally.misjudged.count) of them for another reason than analysis finds
      """)
    for misjudged in tally.misjudged.prefix(40) { print("  \(misjudged)") }
    for (reason, count) in tally.explained.sorted(by: { $0.key < $1.key }) { print("  \(count): \(reason)") }
    for problem in problems.prefix(200) { Issue.record("\(problem)") }
    #expect(problems.isEmpty)
    #expect(share >= 0.995)
    #expect(tally.misjudged.count * 200 <= tally.rejected)
  }

  /// Parameters and result columns against Describe.
  private func difference(_ typed: TypedTree, _ answer: AnalysingServer.Answer) -> String? {
    if let error = typed.errors.first { return "false error: \(error.sqlstate) \(error.message)" }
    let parameters = (0..<answer.parameters.count).map { name(typed.parameters[$0 + 1]) }
    let wantedParameters = answer.parameters.map { name(TypeReference($0)) }
    if parameters != wantedParameters { return "parameters \(parameters), server: \(wantedParameters)" }
    let columns = (typed.outputs[typed.tree.root] ?? []).map { "\($0.name) \(name(sent($0.type)))" }
    let wanted = answer.columns.map { "\($0.name) \(name(TypeReference($0.type.oid, modifier: $0.type.modifier)))" }
    return columns == wanted ? nil : "columns \(columns), server: \(wanted)"
  }

  /// A result column of a domain is described as its base type.
  private func sent(_ type: TypeReference?) -> TypeReference? {
    guard let type, let domain = index.type(type.oid), domain.kind == .domain else { return type }
    return TypeReference(index.baseType(of: type.oid), modifier: domain.baseModifier)
  }

  private func name(_ type: TypeReference?) -> String { type.map { index.displayName(of: $0.oid, modifier: $0.modifier) } ?? "?" }
}

import Foundation
import PostgresCatalog
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
      var judge = LabJudge(index)
      for family in LabCorpus.families {
        let before = judge.tally
        for statement in family.statements { judge.take(statement, server.analyse(statement)) }
        print("\(family.name): \(judge.tally.statements - before.statements) statements, \(judge.tally.expressions - before.expressions) expressions")
      }
      let tally = judge.tally
      print(
        "the server agrees on \(tally.agreeing) of \(tally.statements) statements and \(tally.expressions - tally.differing) of \(tally.expressions) expressions; \(tally.unmatched) without a node of the server's"
      )
      for problem in judge.problems { Issue.record("\(problem)") }
    }
  }
}

/// Counts and describes what differs.
struct LabJudge {
  struct Tally {
    var (statements, agreeing, expressions, differing, unmatched) = (0, 0, 0, 0, 0)
  }

  private let analyzer: Analyzer
  private let index: CatalogIndex
  private(set) var tally = Tally()
  private(set) var problems: [String] = []

  init(_ index: CatalogIndex) { (self.index, analyzer) = (index, Analyzer(catalog: index)) }

  mutating func take(_ sql: String, _ answer: AnalysingServer.Answer) {
    tally.statements += 1
    if let sqlstate = answer.sqlstate { return problems.append("rejected: \(sqlstate) \(answer.message)\n    \(sql)") }
    guard let tree = try? Parser.parseStatement(Placeholders.locate(in: SQLText(sql), style: .dollar)) else {
      return problems.append("not parsed: \(sql)")
    }
    let typed = analyzer.analyze(tree)
    if let difference = difference(typed, answer) { problems.append("\(difference)\n    \(sql)") } else { tally.agreeing += 1 }
    let comparison = TreeComparison(typed, answer.tree, index)
    tally.expressions += comparison.compared
    tally.differing += comparison.differences.count
    tally.unmatched += comparison.unmatched.count
    for difference in comparison.differences {
      problems.append("\(difference.text) [\(difference.kind)] is \(difference.found), server: \(difference.wanted)\n    \(sql)")
    }
    for place in comparison.unmatched where ProcessInfo.processInfo.environment["LAB_UNMATCHED"] != nil {
      print("UNMATCHED \(place.kind) \(place.text)    \(sql)")
    }
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

import PostgresCatalog
import PostgresServer
import PostgresSyntax
import SourceText
import Testing

@testable import Analysis

/// The server is the judge: what Describe says of a statement's parameters and result columns, analysis must say too.
@Suite(.enabled(if: TestServer.isWanted)) struct AgreementTests {
  @Test func typesAreThoseOfTheServer() async throws {
    try await TestServer.withShop { connection, index in
      let analyzer = Analyzer(catalog: index)
      let statements = Corpus.all
      let judgements = await StatementValidator(connection).validate(statements.map { ValidationRequest($0) })
      var differing = 0
      for (statement, judgement) in zip(statements, judgements) {
        let text = Placeholders.locate(in: SQLText(statement), style: .dollar)
        guard let tree = try? Parser.parseStatement(text) else {
          if case .accepted = judgement { Issue.record("not parsed: \(statement)") }
          continue
        }
        let typed = analyzer.analyze(tree)
        let difference: String?
        switch judgement {
        case .accepted(let description): difference = self.difference(typed, description, index)
        case .rejected(let error): difference = self.difference(typed, error)
        default: difference = "the server did not say: \(judgement)"
        }
        if let difference {
          differing += 1
          Issue.record("\(statement)\n    \(difference)")
        }
      }
      print("analysis agrees with the server on \(statements.count - differing) of \(statements.count) statements")
    }
  }

  private func difference(_ typed: TypedTree, _ description: StatementDescription, _ index: CatalogIndex) -> String? {
    if let error = typed.errors.first { return "false error: \(error.sqlstate) \(error.message)" }
    let parameters = (0..<description.parameters.count).map { name(typed.parameters[$0 + 1], index) }
    let wantedParameters = description.parameters.map { name(TypeReference($0), index) }
    if parameters != wantedParameters { return "parameters \(parameters), server: \(wantedParameters)" }
    let columns = (typed.outputs[typed.tree.root] ?? []).map { "\($0.name) \(name(sent($0.type, index), index))" }
    let wanted = description.columns.map { "\($0.name) \(name(TypeReference($0.type, modifier: $0.typeModifier), index))" }
    return columns == wanted ? nil : "columns \(columns), server: \(wanted)"
  }

  /// A result column of a domain is described as its base type.
  private func sent(_ type: TypeReference?, _ index: CatalogIndex) -> TypeReference? {
    guard let type, let domain = index.type(type.oid), domain.kind == .domain else { return type }
    return TypeReference(index.baseType(of: type.oid), modifier: domain.baseModifier)
  }

  private func name(_ type: TypeReference?, _ index: CatalogIndex) -> String {
    guard let type else { return "?" }
    return index.displayName(of: type.oid, modifier: type.modifier)
  }

  /// The server's first error is found, word for word and at its place.
  private func difference(_ typed: TypedTree, _ error: PostgresError) -> String? {
    guard let found = typed.errors.first else { return "missed \(error)" }
    if found.sqlstate != error.sqlstate || found.message != error.message {
      return "error \(found.sqlstate) \(found.message), server: \(error.sqlstate) \(error.message)"
    }
    if found.hint != error.hint { return "hint \(found.hint), server: \(error.hint)" }
    return error.offset == nil || found.range.start == error.offset ? nil : "at \(found.range.start), server: \(error.offset ?? -1)"
  }
}

import PostgresCatalog
import PostgresServer
import PostgresSyntax
import SourceText
import Testing

@testable import Analysis

/// What analysis says of a wrong statement is what the server says: SQLSTATE, message, place, detail and hint.
@Suite(.enabled(if: TestServer.isWanted)) struct ErrorAgreementTests {
  @Test func errorsAreThoseOfTheServer() async throws {
    try await TestServer.withShop { connection, _ in
      for statement in WrongStatements.objects { _ = try await connection.query(statement) }
      let live = try await CatalogLoader.load(connection)
      let statements = WrongStatements.all
      let judgements = await StatementValidator(connection).validate(statements.map { ValidationRequest($0) })
      for (name, catalog) in [("live catalog", live), ("built-in catalog", live.onBuiltin)] {
        let analyzer = Analyzer(catalog: CatalogIndex(catalog))
        var agreeing = 0
        for (statement, judgement) in zip(statements, judgements) {
          guard case .rejected(let error) = judgement else {
            Issue.record("the server does not reject it: \(statement)\n    \(judgement)")
            continue
          }
          guard let tree = try? Parser.parseStatement(Self.text(statement)) else {
            if error.sqlstate != "42601" { Issue.record("not parsed: \(statement)") }
            continue
          }
          if let difference = Self.difference(analyzer.analyze(tree).errors.first, error) {
            Issue.record("\(name): \(statement)\n    \(difference)")
          } else {
            agreeing += 1
          }
        }
        print("by the \(name) analysis says what the server says of \(agreeing) wrong statements")
        #expect(agreeing >= 1_000)
      }
    }
  }

  /// Errors that preparing does not raise, judged by EXPLAIN.
  @Test func planningErrorsAreThoseOfTheServer() async throws {
    try await TestServer.withShop { connection, _ in
      for statement in WrongStatements.objects { _ = try await connection.query(statement) }
      let analyzer = Analyzer(catalog: CatalogIndex(try await CatalogLoader.load(connection)))
      for statement in WrongStatements.planned {
        let typed = analyzer.analyze(try Parser.parseStatement(Self.text(statement)))
        #expect(typed.errors.isEmpty, "\(statement)")
        do throws(PostgresFailure) {
          _ = try await connection.query("EXPLAIN " + statement)
          #expect(typed.runErrors.isEmpty, "the server plans \(statement)")
        } catch {
          guard case .refused(let refusal) = error else { throw error }
          if let difference = Self.difference(typed.runErrors.first, refusal) { Issue.record("\(statement)\n    \(difference)") }
        }
      }
    }
  }

  /// Statements that look wrong, and are not.
  @Test func acceptsWhatTheServerAccepts() async throws {
    try await TestServer.withShop { connection, _ in
      for statement in WrongStatements.objects { _ = try await connection.query(statement) }
      let analyzer = Analyzer(catalog: CatalogIndex(try await CatalogLoader.load(connection)))
      let judgements = await StatementValidator(connection).validate(WrongStatements.accepted.map { ValidationRequest($0) })
      for (statement, judgement) in zip(WrongStatements.accepted, judgements) {
        guard case .accepted = judgement else {
          Issue.record("the server rejects it: \(statement)\n    \(judgement)")
          continue
        }
        #expect(analyzer.analyze(try Parser.parseStatement(Self.text(statement))).errors == [], "\(statement)")
      }
    }
  }

  static func text(_ statement: String) -> SQLText { Placeholders.locate(in: SQLText(statement), style: .dollar) }

  private static func difference(_ found: AnalysisError?, _ error: PostgresError) -> String? {
    guard let found else { return "missed; server: \(shown(error))" }
    let ours = PostgresError(
      sqlstate: found.sqlstate, message: found.message, detail: found.detail, hint: found.hint,
      offset: found.hasPlace ? found.range.start : nil)
    return ours == error ? nil : "found  \(shown(ours))\n    server \(shown(error))"
  }

  private static func shown(_ error: PostgresError) -> String {
    "\(error.sqlstate) at \(error.offset.map(String.init) ?? "-") \(error.message)"
      + (error.detail.isEmpty ? "" : " | detail: \(error.detail)") + (error.hint.isEmpty ? "" : " | hint: \(error.hint)")
  }
}

extension Catalog {
  /// The built-in catalog with what users made in this one.
  var onBuiltin: Catalog {
    var catalog = BuiltinCatalog.catalog
    (catalog.searchPath, catalog.database) = (searchPath, database)
    catalog.schemas += schemas.filter { $0.oid >= BuiltinCatalog.firstFreeOID }
    catalog.relations += relations.filter { $0.oid >= BuiltinCatalog.firstFreeOID }
    catalog.types += types.filter { $0.oid >= BuiltinCatalog.firstFreeOID }
    catalog.functions += functions.filter { $0.oid >= BuiltinCatalog.firstFreeOID }
    catalog.operators += operators.filter { $0.oid >= BuiltinCatalog.firstFreeOID }
    catalog.casts += casts.filter { $0.source >= BuiltinCatalog.firstFreeOID || $0.target >= BuiltinCatalog.firstFreeOID }
    return catalog
  }
}

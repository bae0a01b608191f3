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
      let analyzers = [("live catalog", Analyzer(catalog: CatalogIndex(live))), ("built-in catalog", Analyzer(catalog: CatalogIndex(live.onBuiltin)))]
      let statements = WrongStatements.all
      let judgements = await StatementValidator(connection).validate(statements.map { ValidationRequest($0) })
      var wrong = 0
      for (name, analyzer) in analyzers {
        var agreeing = 0
        for (statement, judgement) in zip(statements, judgements) {
          guard case .rejected(let error) = judgement else {
            if name == "live catalog" { print("↳ the server does not reject it: \(statement)\n    \(judgement)") }
            continue
          }
          guard error.sqlstate != "42601" || (try? Parser.parseStatement(Self.text(statement))) != nil else { continue }
          wrong += 1
          if let difference = Self.difference(statement, analyzer, error) {
            print("↳ \(name): \(statement)\n    \(difference)")
          } else {
            agreeing += 1
          }
        }
        #expect(agreeing >= 1096)
        print("by the \(name) analysis says what the server says of \(agreeing) wrong statements")
      }
      #expect(wrong >= 2 * 200)
    }
  }

  static func text(_ statement: String) -> SQLText { Placeholders.locate(in: SQLText(statement), style: .dollar) }

  private static func difference(_ statement: String, _ analyzer: Analyzer, _ error: PostgresError) -> String? {
    guard let tree = try? Parser.parseStatement(text(statement)) else { return "not parsed; server: \(shown(error))" }
    guard let found = analyzer.analyze(tree).errors.first else { return "missed; server: \(shown(error))" }
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

import MySQLConversion
import MySQLServer
import MySQLTarget
import PostgresServer
import ServerComparison
import Testing

/// One call on both servers, with many values.
struct PackRow: Sendable {
  /// An expression with `$1`, `$2`…, each of a known type: `initcap($1::text)`.
  let postgres: String
  /// The same with `?`; the pack's functions are written `@name(`.
  let mysql: String
  /// A list of parameters for each call, as PostgreSQL's text.
  let values: [[String?]]

  init(_ postgres: String, _ mysql: String, _ values: [[String?]]) { (self.postgres, self.mysql, self.values) = (postgres, mysql, values) }

  /// For one parameter.
  init(_ postgres: String, _ mysql: String, each values: [String?]) { self.init(postgres, mysql, values.map { [$0] }) }
}

/// Every function of the extension pack gives what PostgreSQL's function gives.
@Suite(.serialized, .enabled(if: Lab.hasServers)) struct ExtensionPackTests {
  static let rows: [PackRow] = text + numbers + dates + intervals + json + arrays + system + network

  /// Every combination of two lists of values.
  static func pairs(_ first: [String?], _ second: [String?]) -> [[String?]] { first.flatMap { one in second.map { [one, $0] } } }

  @Test func functionsGiveWhatPostgreSQLsGive() async throws {
    try await PairedDatabase.with("sqlferry_pack", scripts: ["CREATE EXTENSION IF NOT EXISTS pgcrypto; CREATE EXTENSION IF NOT EXISTS pg_trgm; CREATE EXTENSION IF NOT EXISTS fuzzystrmatch; CREATE EXTENSION IF NOT EXISTS unaccent; CREATE EXTENSION IF NOT EXISTS hstore"]) { pair in
      for row in Self.rows { await compare(row, pair) }
    }
  }

  private func compare(_ row: PackRow, _ pair: PairedDatabase) async {
    let call = row.mysql.replacing("@", with: pair.target.extensionDatabaseName + ".")
    guard case .accepted(let description)? = await StatementValidator(pair.postgres).validate([ValidationRequest("SELECT \(row.postgres)")]).first else {
      Issue.record("PostgreSQL refuses \(row.postgres)")
      return
    }
    let kinds = description.columns.map { pair.kind($0.type) }
    for values in row.values {
      do {
        let expected = try await pair.postgres.query("SELECT \(row.postgres)", parameters: values)
        let arguments = try zip(values, description.parameters).map { try MySQLValue(postgres: $0, kind: pair.kind($1)) }
        let got = try await pair.mysql.execute("SELECT \(call)", arguments)
        let difference = ComparableRows.difference(ComparableRows.of(expected, kinds), ComparableRows.of(got, kinds))
        #expect(difference == nil, "\(row.postgres) and \(call) with \("\(values)".prefix(500))")
      } catch {
        Issue.record("\(call) with \("\(values)".prefix(500)): \(error)")
      }
    }
  }

  @Test(arguments: ExtensionPack.functions) func everyFunctionIsTried(_ function: ExtensionFunction) {
    #expect(Self.rows.contains { $0.mysql.contains("@\(function.name)(") }, "no row calls \(function.name)")
  }

  @Test func functionsComeAfterThoseThatTheyCall() {
    let all = ExtensionPack.needed(by: ExtensionPack.functions.map(\.name))
    #expect(Set(all) == Set(ExtensionPack.functions))
    for (place, function) in all.enumerated() {
      #expect(Set(function.calls).isSubset(of: all.prefix(place).map(\.name)), "\(function.name) calls \(function.calls)")
    }
  }

  @Test func namesAreLowerCaseAndDiffer() {
    let names = ExtensionPack.functions.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(names.allSatisfy { $0 == $0.lowercased() && $0.utf8.count <= 64 })
  }
}

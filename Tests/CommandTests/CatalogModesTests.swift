import Foundation
import PostgresServer
import PostgresSyntax
import SourceText
import Testing

/// The samples, checked by every source of the catalog: a live server, DDL files, a snapshot, a private server. All say the same of each
/// statement, but for what is listed here.
@Suite(.enabled(if: Servers.hasPostgres)) struct CatalogModesTests {
  private static let samples = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../samples").standardizedFileURL.path

  /// What analysis does not say as the server does, by the statement's text, with the reason.
  private static let differences: [String: String] = [:]

  private static func definitions() throws -> [String] {
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: samples + "/schema.sql")))
    return Parser.split(SQLText(bytes: bytes)).map { String(decoding: bytes[$0.range], as: UTF8.self) }
  }

  @Test func allSourcesSayTheSame() async throws {
    try await Servers.withDatabase(try Self.definitions()) { url in
      let folder = try TemporaryFolder()
      func statements(_ options: String...) throws -> [[String: Any]] {
        let output = try folder.sqlferry.run(["scan", Self.samples, "--format", "json"] + options)
        #expect(output.status == 0, "\(options): \(output.stderr)")
        #expect(!output.stderr.contains("warning[") && !output.stderr.contains("error["), "\(options): \(output.stderr)")
        return try output.statements()
      }
      let live = try statements("--database", url)
      #expect(live.count > 200 && Set(live.map(\.status)) == ["unchanged", "converted", "review", "manual", "invalid"])
      Self.compare(live, try statements("--schema", Self.samples + "/schema.sql", "--ephemeral"), "private server", isServer: true)
    }
  }

  private static func compare(_ live: [[String: Any]], _ others: [[String: Any]], _ source: String, isServer: Bool) {
    #expect(live.count == others.count)
    for (one, other) in zip(live, others) {
      let (expected, found) = (facts(one), facts(other))
      let isListed = !isServer && differences[one.sql] != nil
      #expect((expected == found) != isListed, "\(source), \(one.sql): \(Set(expected).symmetricDifference(found).sorted())")
      let judge = one.validation["by"] as? String == "server" && !isServer ? "catalog" : one.validation["by"] as? String
      #expect((other.validation["by"] as? String ?? "") == (judge ?? ""), "\(source), \(one.sql)")
    }
  }

  /// Everything that is said of a statement but by whom.
  private static func facts(_ statement: [String: Any]) -> [String] {
    var facts = ["status \(statement.status ?? "none")"]
    for key in ["sql", "rewritten", "replacement", "parameters", "atoms", "findings", "results", "bindings"] {
      facts.append("\(key) \(text(statement[key]))")
    }
    for key in ["ok", "sqlstate", "error", "parameters", "columns"] { facts.append("validation.\(key) \(text(statement.validation[key]))") }
    return facts
  }

  private static func text(_ value: Any?) -> String {
    let data = try? JSONSerialization.data(withJSONObject: value ?? NSNull(), options: [.sortedKeys, .fragmentsAllowed])
    return data.map { String(decoding: $0, as: UTF8.self) } ?? ""
  }
}

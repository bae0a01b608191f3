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
  private static let differences: [String: String] = [
    "SELECT JSON_VALUE(preferences, '$.a') FROM customers": """
      DDL names no release, so that of the newest PostgreSQL counts; and where a release lacks the syntax, a server has words for it, \
      which analysis, knowing the syntax, has not.
      """
  ]

  /// Statements of forms that the samples lack: names used twice, parameters without a type, names that other statements create, text
  /// inside statements, errors of every kind, utility statements.
  private static let more: KeyValuePairs = [
    "a.go": #"""
      package p

      import "database/sql"

      func f(db *sql.DB) {
      	db.Query("SELECT $1 IS NULL", 1)
      	db.Query("SELECT $3", 1)
      	db.Query("SELECT $1 || $2", 1)
      	db.Query("SELECT coalesce($1, $2), $2 + 1", 1)
      	db.Query("SELECT id FROM customers WHERE id = $1 AND full_name = $1", 1)
      	db.Query("SELECT id FROM orders WHERE status = ANY ($1)", 1)
      	db.Query("SELECT id FROM orders LIMIT $1 OFFSET $2", 1)
      	db.Query("INSERT INTO categories (slug, name) VALUES ($1, $2) ON CONFLICT (slug) DO UPDATE SET name = excluded.name", 1)
      	db.Query("SELECT c.id, count(*) FILTER (WHERE o.id > $1) FROM customers c LEFT JOIN orders o ON o.customer_id = c.id GROUP BY c.id", 1)
      	db.Query("SELECT custmers.id FROM customers", 1)
      	db.Query("SELECT id FROM warehouse.nothing", 1)
      	db.Query("SELECT id FROM nowhere.customers", 1)
      	db.Query("SELECT id FROM customers c JOIN orders o ON o.customer_id = c.id", 1)
      	db.Query("SELECT count(*), country FROM customers", 1)
      	db.Query("SELECT sum(full_name) FROM customers", 1)
      	db.Query("SELECT full_name + 1 FROM customers", 1)
      	db.Query("SELECT lower(full_name, 1) FROM customers", 1)
      	db.Query("SELECT id FROM orders WHERE status = 'lost'", 1)
      	db.Query("SELECT 'x'::integer, '2024-13-01'::date", 1)
      	db.Query("UPDATE customers SET vip = 1", 1)
      	db.Query("INSERT INTO customers (nothing) VALUES (1)", 1)
      	db.Query("SELECT id FROM customers WHERE id", 1)
      	db.Query("SELECT id FROM customers UNION SELECT full_name FROM customers", 1)
      }
      """#,
    "b.py": #"""
      import psycopg
      cur = psycopg.connect().cursor()
      cur.execute("SELECT %s IS NULL", (1,))
      cur.execute("SELECT id FROM customers WHERE %(x)s = id AND loyalty_points > %(x)s", {"x": 1})
      cur.execute("SELECT id FROM customers WHERE id = %(x)s OR full_name = %(x)s", {"x": 1})
      cur.execute("SELECT id FROM customers WHERE country = %(x)s OR %(x)s IS NULL", {"x": 1})
      cur.execute("SELECT * FROM picked WHERE mark = %s", (1,))
      cur.execute("CREATE TEMP TABLE picked (id integer, mark text)")
      cur.execute(f"SELECT id FROM customers ORDER BY {order}")
      """#,
    "c.sql": """
      SELECT id FROM customers WHERE id = :id AND full_name = :id;
      PREPARE q AS SELECT nothing FROM customers;
      EXECUTE q;
      DO $$ BEGIN PERFORM nothing(); END $$;
      DROP TABLE nothing;
      ALTER TABLE customers DROP COLUMN nothing;
      CREATE INDEX ON customers (nothing);
      CREATE VIEW v AS SELECT nothing FROM customers;
      EXPLAIN SELECT id FROM customers;
      SELECT id FROM customers; SELEC 1;
      SELECT JSON_VALUE(preferences, '$.a') FROM customers;
      """,
  ]

  private static func definitions() throws -> [String] {
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: samples + "/schema.sql")))
    return Parser.split(SQLText(bytes: bytes)).map { String(decoding: bytes[$0.range], as: UTF8.self) }
  }

  @Test func allSourcesSayTheSame() async throws {
    try await Servers.withDatabase(try Self.definitions()) { url in
      let folder = try TemporaryFolder()
      for (file, text) in Self.more { try folder.write("more/\(file)", text) }
      func statements(_ options: [String]) throws -> [[String: Any]] {
        let output = try folder.sqlferry.run(["scan", Self.samples, folder.path + "/more", "--format", "json"] + options)
        #expect(output.status == 0, "\(options): \(output.stderr)")
        #expect(!output.stderr.contains("warning[") && !output.stderr.contains("error["), "\(options): \(output.stderr)")
        return try output.statements()
      }
      let live = try statements(["--database", url])
      #expect(live.count > 200 && Set(live.map(\.status)) == ["unchanged", "converted", "review", "manual", "invalid"])
      let definitions = ["--schema", Self.samples + "/schema.sql", "--collation", "C.UTF-8", "--time-zone", try await Self.timeZone(url)]
      Self.compare(live, try statements(definitions + ["--ephemeral"]), "private server", isServer: true)
      Self.compare(live, try statements(definitions), "DDL files", isServer: false)
      let snapshot = try folder.sqlferry("catalog", "--database", url, "--output", "shop.json")
      #expect(snapshot.status == 0, "\(snapshot.stderr)")
      Self.compare(live, try statements(["--catalog", "shop.json"]), "snapshot", isServer: false)
    }
  }

  private static func timeZone(_ url: String) async throws -> String {
    try #require(try await PostgresConnection.open(url).query("SHOW timezone")[0, 0])
  }

  private static func compare(_ live: [[String: Any]], _ others: [[String: Any]], _ source: String, isServer: Bool) {
    #expect(live.count == others.count)
    for (one, other) in zip(live, others) {
      let (expected, found) = (facts(one), facts(other))
      let isListed = !isServer && differences[one.sql] != nil
      #expect((expected == found) != isListed, "\(source), \(one.sql): \(Set(expected).symmetricDifference(found).sorted())")
      guard !isListed else { continue }
      // Without a server the parser is the judge of syntax.
      let isSyntax = one.validation["sqlstate"] as? String == "42601"
      let judge = one.validation["by"] as? String == "server" && !isServer ? isSyntax ? "syntax" : "catalog" : one.validation["by"] as? String
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

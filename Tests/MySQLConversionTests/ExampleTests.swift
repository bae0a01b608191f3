import MySQLConversion
import PostgresServer
import ServerComparison
import Testing

/// What `sqlferry explain` shows is true: each example is PostgreSQL, the rule or finding is what it is an example of, and what is claimed of
/// it gives the same on both servers.
@Suite(.serialized, .enabled(if: Lab.hasServers)) struct ExampleTests {
  @Test func everyExampleIsTrue() async throws {
    try await PairedDatabase.with("sqlferry_examples", scripts: [Self.tables]) { pair in
      let runner = try await StatementRunner(pair)
      let rules = Dictionary(RuleRegistry.rules.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
      for entry in RuleRegistry.all where !entry.help.example.isEmpty {
        await look(at: entry, isRule: rules[entry.id] != nil, runner)
      }
    }
  }

  @Test func everyRuleHasAnExample() {
    for rule in RuleRegistry.rules { #expect(!rule.help.example.isEmpty, "\(rule.id) has no example") }
  }

  private func look(at entry: FindingDescription, isRule: Bool, _ runner: StatementRunner) async {
    let sql = entry.help.example
    guard case .accepted(let description)? = await StatementValidator(runner.pair.postgres).validate([ValidationRequest(sql)]).first else {
      Issue.record("\(entry.id): PostgreSQL refuses \(sql)")
      return
    }
    guard let rewrite = try? runner.rewrite(sql, description) else {
      Issue.record("\(entry.id): the parser refuses \(sql)")
      return
    }
    let findings = rewrite.conversion.findings.map(\.rule)
    if !isRule { #expect(findings.contains(entry.id), "\(entry.id) is not what \(sql) shows: \(findings) \(rewrite.text)") }
    guard rewrite.conversion.status < .review, description.parameters.isEmpty, !sql.contains("random"), !sql.contains("clock"), !sql.contains("uuid") else { return }
    let isChange = ["INSERT", "UPDATE", "DELETE"].contains { sql.hasPrefix($0) }
    // Transaction statements do nothing to compare, and MySQL does not prepare them.
    guard isChange || sql.hasPrefix("SELECT") || sql.hasPrefix("WITH") else { return }
    let statement = FuzzStatement(tree: Grown("statement", [.text(sql)]), isOrdered: false, isChange: isChange)
    switch await runner.outcome(of: statement, atOneInstant: true) {
    case .failure(let sort, let text): Issue.record("\(entry.id): \(sort): \(text)\n  PostgreSQL: \(sql)\n  MySQL:      \(rewrite.text)")
    case .rejected(let text): Issue.record("\(entry.id): \(text): \(sql)")
    case .raised, .agreement, .declined: break
    }
  }

  private static let tables = """
    CREATE EXTENSION IF NOT EXISTS pgcrypto; CREATE EXTENSION IF NOT EXISTS citext; CREATE EXTENSION IF NOT EXISTS pg_trgm; CREATE EXTENSION IF NOT EXISTS fuzzystrmatch;
    CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
    CREATE TABLE category (id int PRIMARY KEY, category_id int UNIQUE, name text, price numeric(10,2), closed boolean);
    CREATE TABLE item (
      id serial PRIMARY KEY, code varchar(20) UNIQUE, name text, note text, kind text, category text, category_id int, price numeric(10,2) NOT NULL DEFAULT 0,
      old_price numeric(10,2), discount numeric(10,2), quantity int, qty int, total int, flags int, weight double precision, active boolean, at timestamp,
      seen timestamptz, uid uuid, mood mood, data jsonb, raw bytea, tags text[]);
    CREATE TABLE orders (id int PRIMARY KEY, total numeric(10,2), price numeric(10,2), placed date, shipped date, created_at timestamp);
    CREATE TABLE customer (
      id int PRIMARY KEY, name text, nickname text, first_name text, last_name text NOT NULL, active boolean, data jsonb, extra jsonb);
    CREATE TABLE job (id int PRIMARY KEY, done boolean); CREATE TABLE host (id int PRIMARY KEY, ip inet); CREATE TABLE users (id int PRIMARY KEY, name text, rank int);
    CREATE TABLE t (a int, b int);
    INSERT INTO category VALUES (1, 1, 'tools', 9.99, false), (2, 2, 'toys', 0.5, true);
    INSERT INTO item VALUES
      (1, 'ABC123', 'anna', '2024-02-29', 'a', 'tools', 1, 12.50, 10, NULL, 3, 7, 7, 5, 1.5, true, '2024-02-29 10:20:30', '2024-02-29 10:20:30+00', NULL, 'happy', '{"name": "x", "state": "new", "price": 2}', '\\x00ff', '{new,old}'),
      (2, 'x-y', 'Éa o''b', NULL, 'b', 'toys', 2, 0.05, NULL, 1, NULL, -7, 0, NULL, -2.25, false, '2023-12-31 23:59:59.5', NULL, NULL, 'sad', NULL, NULL, '{a,b}'),
      (3, NULL, NULL, '1999-12-31', NULL, 'tools', NULL, 100, 1, 200, 0, 0, -1, 4, NULL, NULL, NULL, NULL, NULL, NULL, '{"name": null}', '', NULL);
    INSERT INTO orders VALUES (1, 10, 5, '2024-02-01', '2024-03-01', '2024-02-29 12:00:00'), (2, NULL, 7.25, '2024-03-01', NULL, '2024-03-05 00:00:00.25'), (3, 1, 1, NULL, NULL, '1969-12-31');
    INSERT INTO customer VALUES (1, 'Anna', NULL, 'Anna', 'Øst', true, '{"email": "a@b", "state": "new", "orders": [{"total": 150}]}', '{}'), (2, 'Bo', 'B', NULL, 'West', NULL, '{"name": "Bo", "address": {"city": "Rome"}}', NULL);
    INSERT INTO job VALUES (1, false), (2, true); INSERT INTO host VALUES (1, '10.1.2.3'), (2, '192.168.0.1/24'), (3, NULL); INSERT INTO users VALUES (1, 'u', 3);
    INSERT INTO t VALUES (7, 2), (-7, 2), (NULL, 1);
    """
}

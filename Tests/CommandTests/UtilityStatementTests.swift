import Foundation
import PostgresServer
import Testing

/// Statements that Parse does not look at are checked by the catalog; here PostgreSQL, which runs them, is the judge.
@Suite(.enabled(if: Servers.hasPostgres)) struct UtilityStatementTests {
  static let schema = [
    "CREATE SCHEMA audit", "CREATE TABLE users (id serial PRIMARY KEY, name text NOT NULL, age int)", "CREATE TABLE audit.log (id int, note text)",
    "CREATE VIEW grown AS SELECT * FROM users WHERE age > 17", "CREATE MATERIALIZED VIEW ages AS SELECT age, count(*) AS n FROM users GROUP BY age",
    "CREATE SEQUENCE counter", "CREATE INDEX users_age ON users (age)", "CREATE TYPE mood AS ENUM ('sad', 'ok')", "CREATE DOMAIN grade AS int",
    "CREATE FUNCTION twice(int) RETURNS int LANGUAGE sql AS 'SELECT $1 * 2'", "CREATE PROCEDURE nothing() LANGUAGE sql AS 'SELECT 1'",
    "CREATE FUNCTION noted() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
    "CREATE TRIGGER noting BEFORE INSERT ON users FOR EACH ROW EXECUTE FUNCTION noted()",
  ]

  /// PostgreSQL refuses these when they run.
  static let wrong = [
    "DROP TABLE no_such", "DROP TABLE users, public.gone CASCADE", "DROP TABLE nowhere.users", "DROP TABLE grown", "DROP TABLE users_age",
    "DROP VIEW no_such", "DROP VIEW users", "DROP MATERIALIZED VIEW grown", "DROP MATERIALIZED VIEW no_such", "DROP SEQUENCE no_such",
    "DROP SEQUENCE users", "DROP INDEX no_such", "DROP INDEX users", "DROP TYPE no_such", "DROP DOMAIN no_such", "DROP SCHEMA no_such",
    "DROP FUNCTION no_such()", "DROP FUNCTION no_such", "DROP FUNCTION no_such(int, varchar(10), text[])", "DROP FUNCTION twice(no_such)", "DROP FUNCTION twice(text, int[])",
    "DROP PROCEDURE no_such()", "DROP AGGREGATE no_such(int)", "DROP EXTENSION no_such", "DROP TRIGGER noting ON no_such",
    "DROP TRIGGER no_such ON users", "DROP POLICY p ON no_such", "DROP FOREIGN TABLE no_such", "TRUNCATE TABLE users, no_such",
    "TRUNCATE public.no_such", "LOCK TABLE nowhere.users", "LOCK no_such IN SHARE MODE", "ALTER TABLE no_such ADD COLUMN x integer",
    "ALTER TABLE users DROP COLUMN no_such", "ALTER TABLE users ALTER COLUMN no_such SET NOT NULL", "ALTER TABLE users ALTER no_such TYPE text",
    "ALTER TABLE users ALTER age TYPE no_such", "ALTER TABLE users ADD COLUMN x no_such", "ALTER TABLE users ADD COLUMN x no_such[]",
    "ALTER TABLE users ADD COLUMN x int, DROP COLUMN no_such", "ALTER TABLE users ADD FOREIGN KEY (age) REFERENCES no_such (id)",
    "ALTER TABLE users RENAME COLUMN no_such TO x", "ALTER TABLE no_such RENAME TO x", "ALTER VIEW no_such RENAME TO x",
    "ALTER INDEX no_such RENAME TO x", "ALTER SEQUENCE no_such RESTART", "ALTER TYPE no_such ADD VALUE 'x'", "ALTER DOMAIN no_such SET NOT NULL",
    "ALTER TABLE users INHERIT no_such", "CREATE INDEX i ON no_such (id)", "CREATE INDEX i ON users (no_such)",
    "CREATE UNIQUE INDEX i ON users (lower(no_such))", "CREATE INDEX i ON users (id) WHERE no_such > 1", "CREATE INDEX i ON users (id) INCLUDE (no_such)",
    "CREATE TABLE t (id int REFERENCES no_such)", "CREATE TABLE t (id no_such)", "CREATE TABLE t (LIKE no_such)",
    "CREATE TABLE t () INHERITS (no_such)", "CREATE TABLE t PARTITION OF no_such FOR VALUES IN (1)", "CREATE VIEW v AS SELECT no_such FROM users",
    "CREATE TABLE t AS SELECT no_such FROM users", "CREATE TRIGGER t BEFORE INSERT ON no_such FOR EACH ROW EXECUTE FUNCTION noted()",
    "CREATE TRIGGER t BEFORE INSERT ON users FOR EACH ROW EXECUTE FUNCTION no_such()", "CREATE POLICY p ON no_such",
    "CREATE RULE r AS ON INSERT TO no_such DO NOTHING", "COMMENT ON TABLE no_such IS 'x'", "COMMENT ON COLUMN users.no_such IS 'x'",
    "COMMENT ON COLUMN no_such.id IS 'x'", "COMMENT ON TYPE no_such IS 'x'", "COMMENT ON SCHEMA no_such IS 'x'", "GRANT SELECT ON no_such TO PUBLIC",
    "GRANT USAGE ON SCHEMA no_such TO PUBLIC", "REVOKE ALL ON audit.no_such FROM PUBLIC", "REFRESH MATERIALIZED VIEW no_such",
    "COPY no_such TO '/dev/null'", "COPY users (id, no_such) TO '/dev/null'", "COPY (SELECT no_such FROM users) TO '/dev/null'", "VACUUM no_such", "ANALYZE no_such",
    "EXPLAIN SELECT no_such FROM users", "PREPARE p AS SELECT no_such FROM users", "DECLARE c CURSOR FOR SELECT no_such FROM users", "CALL no_such()",
  ]

  /// And runs these.
  static let right = [
    "DROP TABLE IF EXISTS no_such", "DROP TABLE users CASCADE", "DROP VIEW grown", "DROP MATERIALIZED VIEW public.ages", "DROP SEQUENCE counter",
    "DROP INDEX users_age", "DROP TYPE mood", "DROP DOMAIN grade", "DROP FUNCTION twice(int)", "DROP FUNCTION twice", "DROP PROCEDURE nothing",
    "DROP SCHEMA audit CASCADE", "DROP TRIGGER noting ON users", "DROP TRIGGER IF EXISTS no_such ON users", "TRUNCATE users", "LOCK TABLE audit.log",
    "ALTER TABLE IF EXISTS no_such ADD COLUMN x integer", "ALTER TABLE users ADD COLUMN x serial, ALTER COLUMN x SET DEFAULT 1",
    "ALTER TABLE users DROP COLUMN IF EXISTS no_such", "ALTER TABLE users RENAME COLUMN age TO years", "ALTER INDEX users_age RENAME TO by_age",
    "ALTER SEQUENCE counter RESTART WITH 5", "ALTER TYPE mood ADD VALUE 'great'", "ALTER DOMAIN grade SET NOT NULL", "CREATE INDEX ON users (name, lower(name))",
    "CREATE INDEX ON users (age) WHERE name > 'a'", "CREATE TABLE t (id serial REFERENCES users, parent int, note varchar(10)[])",
    "CREATE TABLE t (id int PRIMARY KEY, parent int REFERENCES t)", "CREATE TABLE t (LIKE users)", "CREATE TABLE t () INHERITS (users)",
    "CREATE VIEW v AS SELECT id FROM users", "CREATE TRIGGER t AFTER DELETE ON users EXECUTE FUNCTION noted()", "COMMENT ON COLUMN users.age IS 'x'",
    "COMMENT ON INDEX users_age IS 'x'", "COMMENT ON TYPE mood IS 'x'", "GRANT SELECT ON users, audit.log TO PUBLIC", "GRANT USAGE ON SCHEMA audit TO PUBLIC",
    "GRANT SELECT ON ALL TABLES IN SCHEMA audit TO PUBLIC", "REFRESH MATERIALIZED VIEW ages", "ANALYZE users", "BEGIN", "SAVEPOINT s", "SET search_path = no_such",
    "DISCARD PLANS", "LISTEN news", "CALL nothing()", "CREATE TYPE t AS (a int, b mood)", "CREATE SCHEMA s", "CREATE EXTENSION IF NOT EXISTS plpgsql",
  ]

  @Test func namesThatParseDoesNotLookAtAreCheckedByTheCatalog() async throws {
    try await Servers.withDatabase(Self.schema) { url in
      let folder = try TemporaryFolder()
      let all = Self.wrong + Self.right
      try folder.write("a.py", "import psycopg\n" + all.map { "cur.execute(\"\"\"\($0)\"\"\")\n" }.joined())
      let statements = try folder.sqlferry("scan", "a.py", "--database", url, "--format", "json").statements()
      #expect(statements.map(\.sql) == all)
      let administrator = try await Servers.administrator(database: try #require(URLComponents(string: url)).path.dropFirst().description)
      for (statement, sql) in zip(statements, all) {
        let judged = try await Self.run(sql, on: administrator)
        #expect((judged != nil) == Self.wrong.contains(sql), "\(sql): \(judged?.message ?? "no error")")
        if let judged {
          #expect(statement.status == "invalid", "\(sql)")
          #expect(statement.validation["sqlstate"] as? String == judged.sqlstate, "\(sql): \(judged.sqlstate)")
          #expect(statement.validation["error"] as? String == judged.message, "\(sql): \(judged.message)")
        } else {
          #expect(statement.status != "invalid", "\(sql): \(statement.validation["error"] ?? "")")
          #expect(["catalog", "server"].contains(statement.validation["by"] as? String) && statement.validation["ok"] as? Bool == true, "\(sql)")
        }
      }
    }
  }

  /// What PostgreSQL says when a statement runs, which is undone; nil for no error.
  private static func run(_ sql: String, on administrator: PostgresConnection) async throws -> PostgresError? {
    let isAlone = ["VACUUM", "BEGIN"].contains { sql.hasPrefix($0) }
    if !isAlone { _ = try await administrator.query("BEGIN") }
    var found: PostgresError?
    do throws(PostgresFailure) {
      _ = try await administrator.query(sql)
    } catch {
      if case .refused(let error) = error { found = error }
    }
    _ = try? await administrator.query("ROLLBACK")
    return found
  }
}

import Foundation
import PostgresServer
import Testing

/// A folder full of statements that would do harm if only one of them were executed.
@Suite(.enabled(if: Servers.hasPostgres)) struct HostileStatementsTests {
  static let schema = [
    "CREATE TABLE item (id serial PRIMARY KEY, name text NOT NULL)", "INSERT INTO item (name) SELECT 'row ' || n FROM generate_series(1, 20) n",
    "CREATE SEQUENCE counter", "CREATE VIEW items AS SELECT * FROM item", "CREATE TYPE mood AS ENUM ('sad', 'ok')", "SELECT lo_create(4711)",
    """
    CREATE FUNCTION noisy() RETURNS int LANGUAGE plpgsql VOLATILE AS \
    $$ BEGIN PERFORM nextval('counter'); DELETE FROM item; RETURN 1; END $$
    """,
    "CREATE FUNCTION quiet(int) RETURNS int LANGUAGE plpgsql IMMUTABLE AS $$ BEGIN RETURN $1; END $$",
    "CREATE PROCEDURE raze() LANGUAGE plpgsql AS $$ BEGIN DELETE FROM item; COMMIT; END $$",
  ]

  /// `MARK` stands for a file that must not come to be, `VICTIM` for another session's process.
  static let statements = [
    "DELETE FROM item", "DELETE FROM item RETURNING noisy()", "UPDATE item SET name = noisy()::text", "TRUNCATE item RESTART IDENTITY CASCADE",
    "INSERT INTO item (name) SELECT noisy()::text", "DROP TABLE item CASCADE", "DROP SCHEMA public CASCADE", "DROP OWNED BY CURRENT_USER CASCADE",
    "ALTER TABLE item DROP COLUMN name CASCADE", "ALTER TABLE item RENAME TO gone", "ALTER TYPE mood ADD VALUE 'great'",
    "ALTER SEQUENCE counter RESTART WITH 99", "CREATE TABLE made AS SELECT noisy()", "CREATE TABLE made (id int)",
    "CREATE MATERIALIZED VIEW made AS SELECT noisy()", "SELECT noisy() INTO made", "SELECT * INTO TEMP made FROM item",
    "CREATE OR REPLACE FUNCTION quiet(int) RETURNS int LANGUAGE sql AS 'SELECT 666'", "CREATE OR REPLACE VIEW items AS SELECT 1 AS id, 'x' AS name",
    "CREATE TRIGGER t BEFORE INSERT ON item FOR EACH ROW EXECUTE FUNCTION noisy()", "CREATE RULE r AS ON SELECT TO item DO INSTEAD NOTHING",
    "CREATE INDEX made ON item (quiet(id))", "CREATE EXTENSION IF NOT EXISTS pg_trgm", "CREATE SCHEMA made", "CREATE DATABASE sqlferry_made",
    "SELECT noisy()", "SELECT quiet(1)", "SELECT quiet(id) FROM item WHERE quiet(2) = 2", "SELECT 1 WHERE noisy() = 1", "CALL raze()",
    "SELECT nextval('counter')", "SELECT setval('counter', 99)", "SELECT nextval('item_id_seq') FROM item", "VALUES (noisy()), (nextval('counter')::int)",
    "WITH gone AS (DELETE FROM item RETURNING id) SELECT * FROM gone", "MERGE INTO item i USING item o ON i.id = o.id WHEN MATCHED THEN DELETE",
    "DO $$ BEGIN DELETE FROM item; PERFORM noisy(); END $$", "DO LANGUAGE plpgsql 'BEGIN EXECUTE ''DROP TABLE item''; END'",
    "EXPLAIN ANALYZE DELETE FROM item", "EXPLAIN (ANALYZE, BUFFERS) SELECT noisy()", "PREPARE p AS DELETE FROM item", "EXECUTE p",
    "DECLARE c CURSOR WITH HOLD FOR SELECT noisy()", "FETCH ALL FROM c", "COPY item TO 'MARK'", "COPY item TO PROGRAM 'touch MARK'",
    "COPY item FROM PROGRAM 'touch MARK; echo 1'", "COPY (SELECT noisy()) TO PROGRAM 'touch MARK'", "SELECT lo_unlink(4711)",
    "SELECT lo_export(4711, 'MARK')", "SELECT lo_create(4712)", "SELECT lo_from_bytea(0, 'x')", "SELECT pg_terminate_backend(VICTIM)",
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()", "SELECT pg_cancel_backend(VICTIM)",
    "SELECT pg_advisory_lock(4711)", "SELECT pg_try_advisory_lock(4711) FROM item", "LOCK TABLE item IN ACCESS EXCLUSIVE MODE", "SELECT pg_sleep(60)",
    "SELECT pg_notify('news', 'x')", "NOTIFY news, 'x'", "LISTEN news", "SELECT pg_reload_conf()", "SELECT pg_rotate_logfile()", "SELECT pg_switch_wal()",
    "SELECT pg_stat_reset()", "SELECT pg_logical_emit_message(true, 'x', 'y')", "SELECT pg_read_file('PG_VERSION')", "SELECT txid_current()",
    "SELECT set_config('default_transaction_read_only', 'off', false)", "SET default_transaction_read_only = off", "SET statement_timeout = 0",
    "SET SESSION AUTHORIZATION DEFAULT", "SET ROLE NONE", "RESET ALL", "DISCARD ALL", "ALTER SYSTEM SET work_mem = '1MB'",
    "ALTER DATABASE CURRENT SET work_mem = '1MB'", "ALTER ROLE CURRENT_USER SET work_mem = '1MB'", "BEGIN", "BEGIN READ WRITE", "START TRANSACTION",
    "SAVEPOINT s", "COMMIT", "COMMIT AND CHAIN", "ROLLBACK", "END", "PREPARE TRANSACTION 'hostile'", "VACUUM FULL item", "ANALYZE item",
    "REINDEX TABLE item", "CLUSTER item USING item_pkey", "CHECKPOINT", "REFRESH MATERIALIZED VIEW items", "COMMENT ON TABLE item IS 'x'",
    "GRANT ALL ON item TO PUBLIC", "REVOKE ALL ON item FROM PUBLIC", "SECURITY LABEL ON TABLE item IS 'x'", "LOAD 'plpgsql'",
    "DELETE FROM item; DROP TABLE item", "SELECT 1; DELETE FROM item; COMMIT", "COMMIT; BEGIN READ WRITE; DELETE FROM item; COMMIT",
    "SELECT 1; SELECT noisy(); SELECT nextval('counter')", "SELECT id FROM item; COPY item TO PROGRAM 'touch MARK'", "SELECT 1\u{0000}; DELETE FROM item",
    "SELECT 'x'::regclass", "SELECT 'noisy()'::regprocedure", "SELECT $$; DELETE FROM item; $$", "/* */ DELETE /* ; */ FROM item -- ; \n",
    "SELECT * FROM item FOR UPDATE", "SELECT (SELECT noisy() FROM item LIMIT 1) FROM generate_series(1, 1000000000)", "TABLE item", "SHOW ALL",
  ]

  @Test func noneOfThemIsExecuted() async throws {
    try await Servers.withDatabase(Self.schema) { url in
      let name = try #require(URLComponents(string: url)?.path.dropFirst().description)
      let administrator = try await Servers.administrator(database: name)
      _ = try await administrator.query("ALTER DATABASE \(name) SET track_functions = 'all'")
      let victim = try await Servers.administrator(database: name)
      let process = try #require(try await victim.query("SELECT pg_backend_pid()")[0, 0])
      let folder = try TemporaryFolder()
      let mark = folder.path + "/mark"
      try folder.write("src/app.py", Self.program(mark: mark, victim: process))
      let before = try await Self.state(administrator)
      func othersAreGone() async throws {
        let query = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'sqlferry'"
        while try await administrator.query(query)[0, 0] != "2" { try await Task.sleep(for: .milliseconds(20)) }
      }

      let output = try folder.sqlferry("scan", "src", "--database", url, "--format", "json")
      #expect(output.status == 0, "\(output.stderr)")
      let statements = try output.statements()
      #expect(statements.count >= Self.statements.count, "texts with several statements count more than once")
      for statement in statements {
        #expect(["server", "catalog", "syntax"].contains(statement.validation["by"] as? String), "\(statement.sql)")
      }
      #expect(statements.count { $0.validation["by"] as? String == "server" } > 40)

      // A session's counters are there when it is gone.
      try await othersAreGone()
      let after = try await Self.state(administrator)
      #expect(after == before, "\(Set(after).symmetricDifference(before).sorted())")
      #expect(try await victim.query("SELECT pg_backend_pid()")[0, 0] == process, "the other session was ended")
      #expect(!folder.exists("mark"))
      #expect(try await administrator.query("SELECT pg_stat_file($1, true) IS NULL", parameters: [mark])[0, 0] == "t")

      // What would have been seen: the most harmless of them, executed.
      let doer = try await Servers.administrator(database: name)
      _ = try await doer.query("SELECT quiet(id) FROM item WHERE quiet(2) = 2")
      await doer.close()
      try await othersAreGone()
      #expect(try await Self.state(administrator) != before)
    }
  }

  /// Every statement as the argument of a call.
  private static func program(mark: String, victim: String) -> String {
    let calls = statements.map { statement in
      let text = statement.replacingOccurrences(of: "MARK", with: mark).replacingOccurrences(of: "VICTIM", with: victim)
        .replacingOccurrences(of: "\\", with: "\\\\").replacingOccurrences(of: "\u{0000}", with: "\\x00").replacingOccurrences(of: "\n", with: "\\n")
      return "cur.execute(\"\"\"\(text)\"\"\")\n"
    }
    return "import psycopg\ncur = psycopg.connect().cursor()\n" + calls.joined()
  }

  /// Everything that one of the statements could have changed, in lines of `what: state`.
  private static func state(_ administrator: PostgresConnection) async throws -> [String] {
    var lines: [String] = []
    for query in stateQueries {
      let rows = try await administrator.query(query)
      lines += rows.rows.map { row in
        var row = row
        return "\(query): " + rows.columns.map { _ in row.optional() ?? "NULL" }.joined(separator: " ")
      }
    }
    return lines
  }

  /// Rows of the database's own catalogs are compared by the transactions that wrote them. Counters are those of sessions that have
  /// ended, so that the scan's is in them; autovacuum changes none of all this.
  private static let stateQueries =
    [
      "SELECT md5(string_agg(i::text, ';' ORDER BY id)) FROM item i", "SELECT last_value, is_called FROM counter", "SELECT last_value, is_called FROM item_id_seq",
      "SELECT funcname, calls FROM pg_stat_user_functions WHERE schemaname = 'public' ORDER BY funcname",
      "SELECT n_tup_ins, n_tup_upd, n_tup_del FROM pg_stat_user_tables ORDER BY relname",
      "SELECT count(*) FROM pg_prepared_xacts WHERE database = current_database()",
      "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())",
      "SELECT count(*) FROM pg_database WHERE datname = 'sqlferry_made'", "SELECT pg_read_file('postgresql.auto.conf')",
      "SELECT setconfig FROM pg_db_role_setting WHERE setdatabase = (SELECT oid FROM pg_database WHERE datname = current_database())",
      "SELECT pg_notification_queue_usage() > 0 AS news",
    ]
    + [
      "pg_attribute", "pg_class", "pg_constraint", "pg_default_acl", "pg_depend", "pg_description", "pg_enum", "pg_extension", "pg_index",
      "pg_largeobject_metadata", "pg_namespace", "pg_policy", "pg_proc", "pg_rewrite", "pg_seclabel", "pg_trigger", "pg_type",
    ].map { "SELECT count(*), md5(string_agg(xmin::text || ctid::text, ';' ORDER BY ctid)) FROM \($0)" }
}

import SourceText
import Testing

@testable import PostgresCatalog

@Suite struct DDLLoaderTests {
  private func load(_ text: String) -> DDLLoading {
    DDLLoader(queryColumns: { _, _ in nil }).load([SchemaFile(name: "a.sql", text: text)])
  }

  struct Complaint: CustomTestStringConvertible, Sendable {
    var ddl: String
    /// `line:column: message`.
    var found: [String]
    var testDescription: String { ddl }
  }

  @Test(arguments: [
    Complaint(ddl: "CREATE TABLE t (a int);\nCREATE TABLE t (b int);", found: ["2:14: relation \"t\" already exists (SQLSTATE 42P07)"]),
    Complaint(ddl: "CREATE TABLE t (a int); CREATE TABLE IF NOT EXISTS t (b int);", found: []),
    Complaint(ddl: "CREATE TABLE t (a nonsense);", found: ["1:19: type \"nonsense\" does not exist (SQLSTATE 42704)"]),
    Complaint(ddl: "CREATE TABLE t (a int REFERENCES u);", found: ["1:34: relation \"u\" does not exist (SQLSTATE 42P01)"]),
    Complaint(ddl: "DROP TABLE t;\nDROP TABLE IF EXISTS t;", found: ["1:12: table \"t\" does not exist (SQLSTATE 42P01)"]),
    Complaint(
      ddl: "CREATE TABLE t (a int PRIMARY KEY); CREATE TABLE u (a int REFERENCES t);\nDROP TABLE t;",
      found: ["2:12: cannot drop table t because other objects depend on it (SQLSTATE 2BP01)"]),
    Complaint(ddl: "CREATE TABLE t (a int PRIMARY KEY); CREATE TABLE u (a int REFERENCES t); DROP TABLE t CASCADE;", found: []),
    Complaint(ddl: "ALTER TABLE t ADD b int;", found: ["1:13: relation \"t\" does not exist (SQLSTATE 42P01)"]),
    Complaint(
      ddl: "CREATE TABLE t (a int); ALTER TABLE t DROP COLUMN b, ADD c int;",
      found: ["1:39: column \"b\" of relation \"t\" does not exist (SQLSTATE 42703)"]),
    Complaint(ddl: "CREATE TABEL t (a int);\nCREATE TABLE u (a int);", found: ["1:8: syntax error at or near \"TABEL\" (SQLSTATE 42601)"]),
    Complaint(ddl: "DO $$ BEGIN CREATE TABLE t (); END $$;", found: ["1:1: a DO block is not followed: what it creates is not in the catalog"]),
    Complaint(ddl: "CREATE TYPE e AS ENUM ('a'); ALTER TYPE e ADD VALUE 'a';", found: ["1:53: enum label \"a\" already exists (SQLSTATE 42710)"]),
    Complaint(
      ddl: "CREATE TABLE app.t (a int);",
      found: ["1:14: schema \"app\" does not exist (SQLSTATE 3F000)"]),
    // What changes no schema is passed over, COPY's lines and psql's commands too.
    Complaint(
      ddl: "\\restrict x\nBEGIN; CREATE TABLE t (a text); INSERT INTO nowhere VALUES (1);\nCOPY t (a) FROM stdin;\n;'CREATE (\n\\.\nCOMMIT;\nGRANT ALL ON t TO you;",
      found: []),
  ])
  func complains(_ complaint: Complaint) {
    let loading = load(complaint.ddl)
    let found = loading.diagnostics.map { "\($0.range?.start.line ?? 0):\($0.range?.start.column ?? 0): \($0.message)" }
    #expect(found == complaint.found)
    #expect(loading.diagnostics.allSatisfy { $0.file == "a.sql" })
  }

  /// The rest of a file, and of a statement, goes on after a failure.
  @Test func goesOnAfterAFailure() throws {
    let catalog = load("CREATE TABEL t (); CREATE TABLE u (a int, b nonsense, c text NOT NULL); ALTER TABLE u DROP x, ADD d int;").catalog
    let table = try #require(catalog.relations.first { $0.name == "u" })
    #expect(table.columns.map(\.name) == ["a", "b", "c", "d"])
    #expect(table.columns.map(\.isNotNull) == [false, false, true, false])
  }

  @Test func followsTheSearchPath() {
    let catalog = load(
      """
      CREATE SCHEMA a; CREATE SCHEMA b; CREATE TABLE p ();
      SET search_path TO a, public; CREATE TABLE t ();
      SELECT pg_catalog.set_config('search_path', 'b', false); CREATE TABLE t ();
      RESET search_path; CREATE TABLE q (); CREATE TABLE a.u (); CREATE TEMP TABLE gone ();
      ALTER DATABASE shop SET search_path = b, a;
      """).catalog
    let names = catalog.relations.filter { $0.schema != "pg_catalog" && $0.schema != "information_schema" }.map(\.qualifiedName.description)
    #expect(names == ["a.t", "a.u", "b.t", "public.p", "public.q"])
    #expect(catalog.searchPath == ["b", "a"])
  }

  @Test func isTotal() {
    var ddl = "CREATE TABLE a (x int) PARTITION BY LIST (x); ALTER TABLE a ATTACH PARTITION a DEFAULT; CREATE TABLE b (LIKE b); "
    ddl += "CREATE VIEW v AS SELECT * FROM v; ALTER TABLE a INHERIT a; ALTER TABLE a ADD y int; DROP SCHEMA public CASCADE; "
    ddl += "CREATE DOMAIN d AS d; ALTER SEQUENCE s MAXVALUE 99999999999999999999; CREATE TABLE \"\" (); ALTER TYPE d RENAME TO d; ALTER TABLE a RENAME TO a;"
    _ = load(ddl)
    for end in stride(from: 0, to: ddl.utf8.count, by: 37) { _ = load(String(ddl.prefix(end))) }
    _ = load(String(repeating: "CREATE TABLE t (a int, a int);", count: 300))
  }
}

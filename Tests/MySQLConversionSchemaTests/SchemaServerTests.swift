import MySQLTarget
import PostgresCatalog
import SourceText
import Testing

@testable import MySQLConversion

@Suite(.enabled(if: TestPair.isWanted)) struct SchemaServerTests {
  /// A statement for both servers, or one for each.
  struct Trial: Sendable, CustomTestStringConvertible {
    var postgres: String
    var mysql: String
    var isAccepted: Bool

    init(_ sql: String, mysql: String? = nil, accepted: Bool = true) {
      (postgres, self.mysql, isAccepted) = (sql, mysql ?? sql, accepted)
    }

    static func refused(_ sql: String, mysql: String? = nil) -> Trial { Trial(sql, mysql: mysql, accepted: false) }
    var testDescription: String { postgres }
  }

  static let trials: [Trial] = [
    Trial("INSERT INTO plain (whole) VALUES (1)"),
    Trial("INSERT INTO plain (whole, body, maybe, day) VALUES (2, 'é 名 x', false, '1999-12-31')"),
    Trial("INSERT INTO plain (id, small, exact, loose) VALUES (5000, 32767, 99999999.9999, 123456789012345678901234567890.5)"),
    .refused("INSERT INTO plain (small) VALUES (32768)"), .refused("INSERT INTO plain (exact) VALUES (999999999)"),
    .refused("INSERT INTO plain (short) VALUES ('12345678901')"), .refused("INSERT INTO plain (day) VALUES ('2023-02-29')"),
    .refused("INSERT INTO plain (qty) VALUES (0)"), .refused("INSERT INTO plain (kind) VALUES ('abc')"), .refused("INSERT INTO plain (kind) VALUES ('AB')"),
    .refused("INSERT INTO plain (kind) VALUES (NULL)"), .refused("INSERT INTO plain (yes) VALUES (NULL)"), .refused("INSERT INTO plain (feeling) VALUES ('SAD')"),
    .refused("INSERT INTO plain (id4) VALUES ('nonsense')"), .refused("INSERT INTO plain (doc) VALUES ('{')"), .refused("INSERT INTO plain (clock) VALUES ('25:00:00')"),
    .refused("INSERT INTO plain (yes) VALUES ('maybe')"), .refused("INSERT INTO plain (address) VALUES ('10.0.0.300')"),

    Trial(#"INSERT INTO "Mixed Case" ("Order", "select", "a`b", "tab x", rank, "größe") VALUES (1, 's', 'b', 2, 3, 4)"#,
      mysql: "INSERT INTO `Mixed Case` (`Order`, `select`, `a``b`, `tab x`, `rank`, `größe`) VALUES (1, 's', 'b', 2, 3, 4)"),

    Trial("INSERT INTO keyed (code, email, region) VALUES ('a', 'A@x', 1)"), .refused("INSERT INTO keyed (code, email) VALUES ('a', 'b@x')"),
    Trial("INSERT INTO keyed (code, email, region) VALUES ('A', 'b@x', 1)"), Trial("INSERT INTO keyed (code, email, region) VALUES ('a ', 'c@x', 1)"),
    .refused("INSERT INTO keyed (code, email) VALUES ('x', 'a@X')"), Trial("INSERT INTO keyed (code, email, live, deleted_at) VALUES ('y', 'a@X', false, '2024-01-01 00:00:00')"),
    Trial("INSERT INTO keyed (code, email, live, region, deleted_at) VALUES ('z', 'A@x', false, 1, '2024-01-01 00:00:00')"),
    .refused("INSERT INTO keyed (code, email, live, region) VALUES ('zz', 'A@x', false, 1)"),
    Trial("INSERT INTO keyed (code, email, name, region) VALUES ('n1', 'n1', 'N', 2)"), .refused("INSERT INTO keyed (code, email, name, region) VALUES ('n2', 'n2', 'N', 2)"),
    Trial("INSERT INTO keyed (code, email, name, region) VALUES ('n3', 'n3', 'N', NULL)"), Trial("INSERT INTO keyed (code, email, name, region) VALUES ('n4', 'n4', 'N', NULL)"),
    Trial("INSERT INTO keyed (code, email, name, region) VALUES ('n5', 'n5', 'n', 2)"),
    Trial("INSERT INTO keyed (code, email, lengthy) VALUES ('l1', 'l1', repeat('z', 2000))"), .refused("INSERT INTO keyed (code, email, lengthy) VALUES ('l2', 'l2', repeat('z', 2000))"),
    Trial("INSERT INTO keyed (code, email, lengthy) VALUES ('l3', 'l3', repeat('z', 1999))"),
    Trial("INSERT INTO keyed (code, email, region) VALUES ('r1', 'r1', 101)"), .refused("INSERT INTO keyed (code, email, region) VALUES ('r2', 'r2', 101)"),
    Trial("INSERT INTO keyed (code, email, region, ref) VALUES ('r3', 'r3', 101, 0)"),

    Trial("INSERT INTO checked (id, n) VALUES (1, 10)"), .refused("INSERT INTO checked (id, n) VALUES (2, 11)"), .refused("INSERT INTO checked (id) VALUES (3)"),
    .refused("INSERT INTO checked (id, n, either) VALUES (3, 1, 1)"), .refused("INSERT INTO checked (id, either, price) VALUES (3, 1, -0.01)"),
    Trial("INSERT INTO checked (id, either, state, word) VALUES (3, 1, 'new', ' ab ')"), .refused("INSERT INTO checked (id, either, state) VALUES (4, 1, 'NEW')"),
    .refused("INSERT INTO checked (id, either, word) VALUES (4, 1, '  x ')"), .refused("INSERT INTO checked (id, either, word) VALUES (4, 1, '')"),
    Trial("INSERT INTO checked (id, either, mail) VALUES (4, 1, 'a@b')"), .refused("INSERT INTO checked (id, either, mail) VALUES (5, 1, '@b')"),
    .refused("INSERT INTO checked (id, either, mail) VALUES (5, 1, 'a@b%')"), Trial("INSERT INTO checked (id, either, up) VALUES (5, 1, 'ÄB')"),
    .refused("INSERT INTO checked (id, either, up) VALUES (6, 1, 'Äb')"), .refused("INSERT INTO checked (id, either, low, high) VALUES (6, 1, '2024-01-02', '2024-01-01')"),
    Trial("INSERT INTO checked (id, either, low) VALUES (6, 1, '2024-01-02')"), .refused("INSERT INTO checked (id, either, feeling) VALUES (7, 1, 'sad')"),
    .refused("INSERT INTO checked (id, either, flag) VALUES (7, 1, true)"), Trial("INSERT INTO checked (id, either, flag, other) VALUES (7, 1, true, false)"),
    Trial("INSERT INTO checked (id, either, pattern) VALUES (8, 1, 'A12-x')"), .refused("INSERT INTO checked (id, either, pattern) VALUES (9, 1, 'a12')"),
    .refused("INSERT INTO checked (id, either, pattern) VALUES (9, 1, E'A12\\n')", mysql: "INSERT INTO checked (id, either, pattern) VALUES (9, 1, 'A12\\n')"),
    Trial("INSERT INTO checked (id, either, anycase) VALUES (9, 1, 'aB7')"), .refused("INSERT INTO checked (id, either, anycase) VALUES (10, 1, 'xaB7')"),
    Trial(#"INSERT INTO checked (id, either, obj) VALUES (10, 1, '{"a": 1}')"#), .refused("INSERT INTO checked (id, either, obj) VALUES (11, 1, '[1]')"),
    Trial("INSERT INTO checked (id, either, doubled) VALUES (11, 1, 4)"), .refused("INSERT INTO checked (id, either, doubled) VALUES (12, 1, 3)"),
    .refused("INSERT INTO checked (id, either, doubled) VALUES (12, 1, 2)"), Trial("INSERT INTO checked (id, either, three) VALUES (12, 1, 'ABC')"),
    .refused("INSERT INTO checked (id, either, three) VALUES (13, 1, 'AB')"), Trial("INSERT INTO checked (id, either, since) VALUES (13, 1, '2020-01-01 00:00:01')"),
    .refused("INSERT INTO checked (id, either, since) VALUES (14, 1, '2020-01-01 00:00:00')"), Trial("INSERT INTO checked (id, either, k) VALUES (14, 1, 'a')"),
    .refused("INSERT INTO checked (id, either, k) VALUES (15, 1, 'b')"), Trial("INSERT INTO checked (id, either, k) VALUES (15, 1, 'n')"),
    .refused("INSERT INTO checked (id, either, low, word, flag) VALUES (16, 1, '2024-01-01', 'ab', false)"),

    Trial("INSERT INTO computed (a, b, s, v) VALUES (7, 1, 'ÄBC', 'v'), (-7, NULL, NULL, 'v'), (NULL, 3, 'x', NULL)"),
    .refused("INSERT INTO computed (total) VALUES (1)"),

    Trial("INSERT INTO parent VALUES (1, 'one', 1, 2), (2, 'two', 3, 4)"), Trial("INSERT INTO child VALUES (1, 1, 'two', 3, 4, NULL), (2, 2, NULL, NULL, NULL, 1)"),
    .refused("INSERT INTO child (id, parent_id) VALUES (3, 9)"), .refused("INSERT INTO child (id, x) VALUES (3, 1)"), .refused("INSERT INTO child (id, x, y) VALUES (3, 2, 1)"),
    .refused("INSERT INTO child (id, alt) VALUES (3, 'One')"), Trial("UPDATE parent SET alt = 'zwei' WHERE id = 2"), .refused("DELETE FROM parent WHERE id = 2"),
    Trial("INSERT INTO egg VALUES (1, NULL)"), Trial("INSERT INTO hen VALUES (1, 1)"), Trial("UPDATE egg SET hen = 1"), .refused("UPDATE egg SET hen = 2"), .refused("DELETE FROM hen"),
    Trial("INSERT INTO parted VALUES (1, '2024-05-05')"), .refused("INSERT INTO parted VALUES (1, '2024-05-05')"),
    Trial("INSERT INTO wide VALUES (repeat('é', 6000), 'b', 'c', 'd')"), .refused("INSERT INTO wide (b) VALUES (repeat('x', 7001))"),
    Trial("INSERT INTO derived VALUES (1, 2)"),
    Trial("INSERT INTO egg VALUES (2, 1)"), Trial("INSERT INTO followed (egg_id) VALUES (2)"), Trial("DELETE FROM egg WHERE id = 2"),
    Trial("INSERT INTO padded VALUES ('ab', -1)"), .refused("INSERT INTO padded VALUES ('ab ', 1)"), .refused("INSERT INTO padded VALUES ('x', -0.0e0), ('y', 0)"),
  ]

  @Test func rowsAndRefusals() async throws {
    try await TestPair.with(RichSchema.ddl, schemas: ["audit"]) { pair in
      for trial in Self.trials {
        let a = await pair.outcome(postgres: trial.postgres), b = await pair.outcome(mysql: trial.mysql)
        #expect((a == nil) == trial.isAccepted, "PostgreSQL: \(trial.postgres): \(a ?? "done")")
        #expect((b == nil) == trial.isAccepted, "MySQL: \(trial.mysql): \(b ?? "done")")
      }
      for table in ["plain", "Mixed Case", "keyed", "checked", "computed", "parent", "child", "egg", "hen", "parted", "wide", "derived", "followed", "padded", "glance", "sums"] {
        let rows = try await pair.rows(of: table == "Mixed Case" ? table : table)
        #expect(rows.postgres == rows.mysql, "\(table)")
        #expect(!rows.mysql.isEmpty, "\(table)")
      }
    }
  }

  @Test func carriedKeys() async throws {
    try await TestPair.with(RichSchema.ddl, schemas: ["audit"]) { pair in
      let keyed = try #require(pair.catalog.relation(named: "keyed"))
      let keys = Dictionary(uniqueKeysWithValues: pair.converter.keys(of: keyed).map { ($0.name, $0) })
      #expect(keys["keyed_pkey"]?.isExact == true && keys["keyed_pkey"]?.mysqlName == "PRIMARY")
      #expect(keys["keyed_name_region_key"]?.columns == ["name", "region"] && keys["keyed_name_region_key"]?.isExact == true)
      #expect(keys["keyed_email"]?.isExact == true && keys["keyed_email"]?.columns == nil && keys["keyed_email"]?.isPartial == true)
      #expect(keys["keyed_lengthy_key"]?.isExact == true && keys["keyed_nnd"]?.isExact == true)
      #expect(keys["ref_once"]?.isExact == false)
      let odd = try #require(pair.catalog.relation(named: "odd"))
      #expect(pair.converter.keys(of: odd).filter { !$0.isExact }.map(\.name) == ["odd_r_excl"])
    }
  }

  @Test func movingDefaults() async throws {
    try await TestPair.with(RichSchema.ddl, schemas: ["audit"]) { pair in
      _ = try await pair.mysql.query("INSERT INTO moving () VALUES (), ()")
      let row = try await pair.mysql.query(
        """
        SELECT COUNT(*), MIN(ABS(TIMESTAMPDIFF(SECOND, made, UTC_TIMESTAMP())) < 60), MIN(ABS(TIMESTAMPDIFF(SECOND, utc, UTC_TIMESTAMP())) < 60),
          MIN(today = UTC_DATE() AND today2 = UTC_DATE()), MIN(DATEDIFF(later, made) = 30), COUNT(DISTINCT token),
          MIN(REGEXP_LIKE(token, '^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$', 'c')), MIN(`sum` = 3), MIN(joined = 'ab'), MAX(id),
          MIN(who <> '')
        FROM moving
        """)
      #expect(row.rows.first?.map { String(decoding: $0 ?? [], as: UTF8.self) } == ["2", "1", "1", "1", "1", "2", "1", "1", "1", "2", "1"])
    }
  }

  @Test func findings() async throws {
    try await TestPair.with(RichSchema.ddl, schemas: ["audit"]) { pair in
      let errors = pair.script.findings.filter { $0.severity == .error }.map { "\($0.rule): \($0.message)" }.sorted()
      #expect(errors == Self.expectedErrors)
      let all = pair.script.findings
      #expect(all.contains { $0.rule == "schema-partition" } && all.contains { $0.rule == "schema-deferrable" } && all.contains { $0.rule == "schema-key-length" })
      #expect(all.allSatisfy { !$0.message.contains("\n") && !$0.message.hasSuffix(".") })
      #expect(pair.script.text.contains("-- not converted: n DEFAULT public.twice(2)"))
      #expect(pair.converter.convert().text == pair.script.text)
    }
  }

  static let expectedErrors = [
    "schema-check: the check calls_n_check on public.calls is not carried over: it calls the function public.twice",
    "schema-default: public.calls.m has no default: it calls the function nextval",
    "schema-default: public.calls.n has no default: it calls the function public.twice",
    "schema-exclusion: the exclusion constraint odd_r_excl on public.odd is not carried over: EXCLUDE USING gist (r WITH &&)",
    "schema-function: the function public.touch() is not carried over",
    "schema-function: the function public.twice(integer) is not carried over",
    "schema-generated: public.calls.g is no longer generated: its expression calls the function public.twice",
    "schema-inheritance: the table public.base no longer shows the rows of the tables that inherit from it",
    "schema-row-security: the row-level security of public.calls is not carried over: every row is visible",
    "schema-sequence: the sequence public.tickets is not carried over: MySQL has none",
    "schema-trigger: the trigger calls_touch on public.calls is not carried over",
    "schema-type: public.odd.b has no MySQL type of its own and becomes longtext",
    "schema-type: public.odd.r has no MySQL type of its own and becomes varchar(255)",
    "schema-type: public.odd.t has no MySQL type of its own and becomes longtext",
    "schema-view: the view public.hidden is not carried over: it needs a function that the schema does not make: the rewrite calls pg_ext.initcap, the extension pack's form of initcap(text)",
  ]

  /// Column names, types and AUTO_INCREMENT as MySQL itself reports them.
  @Test func reportedBack() async throws {
    try await TestPair.with(RichSchema.ddl, schemas: ["audit"]) { pair in
      let comment = try await pair.mysql.query(
        "SELECT TABLE_COMMENT, AUTO_INCREMENT FROM information_schema.tables WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'plain'")
      #expect(comment[0, 0] == "it's everything" && comment[0, 1] == "1000")
      let others = try await pair.mysql.query(
        "SELECT COUNT(*) FROM information_schema.columns WHERE TABLE_SCHEMA = DATABASE() AND COLLATION_NAME NOT IN ('utf8mb4_0900_bin', 'ascii_bin')")
      #expect(others[0, 0] == "0")
      for relation in pair.catalog.catalog.relations where relation.schema == "public" && relation.kind == .table && !relation.isPartition {
        let columns = try await pair.mysql.query(
          "SELECT COLUMN_NAME, COLUMN_TYPE FROM information_schema.columns WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = \(MySQLLiteral.string(relation.name)) ORDER BY ORDINAL_POSITION")
        let storage = pair.converter.storage(of: relation)
        #expect(columns.rows.indices.map { columns[$0, 0] } == relation.columns.map(\.name))
        for row in columns.rows.indices {
          let expected = storage[columns[row, 0] ?? ""]?.name.replacing(" srid 0", with: "")
          #expect(columns[row, 1] == expected, "\(relation.name).\(columns[row, 0] ?? "")")
        }
      }
    }
  }
}

@Suite(.enabled(if: TestPair.isWanted)) struct SchemaVariantTests {
  @Test func nondeterministicCollation() async throws {
    let ddl = """
      CREATE COLLATION ci (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
      CREATE TABLE folded (id integer PRIMARY KEY, name text COLLATE ci UNIQUE, plain text COLLATE "C" UNIQUE);
      CREATE UNIQUE INDEX folded_lower ON folded (lower(plain));
      """
    try await TestPair.with(ddl) { pair in
      let relation = try #require(pair.catalog.relation(named: "folded"))
      let exact = Dictionary(uniqueKeysWithValues: pair.converter.keys(of: relation).map { ($0.name, $0.isExact) })
      #expect(exact == ["folded_pkey": true, "folded_name_key": false, "folded_plain_key": true, "folded_lower": false])
      #expect(await pair.outcome(mysql: "INSERT INTO folded VALUES (1, 'A', 'A')") == nil)
      #expect(await pair.outcome(mysql: "INSERT INTO folded VALUES (2, 'a', 'x')") != nil)
      #expect(await pair.outcome(mysql: "INSERT INTO folded VALUES (2, 'b', 'b')") == nil)
    }
  }

  /// A foreign key out of another database needs the name of the connection's.
  @Test func otherDatabaseWithoutAName() async throws {
    let ddl = """
      CREATE SCHEMA side; CREATE TABLE main (id integer PRIMARY KEY); CREATE TABLE side.part (id integer REFERENCES public.main, note text);
      """
    try await TestPair.with(ddl, schemas: ["side"]) { pair in
      #expect(pair.script.text.contains("REPLACE(DATABASE(), '`', '``')"))
      let database = pair.converter.names.database("side")
      #expect(await pair.outcome(mysql: "INSERT INTO \(database).part VALUES (1, 'x')") != nil)
      #expect(await pair.outcome(mysql: "INSERT INTO main VALUES (1)") == nil)
      #expect(await pair.outcome(mysql: "INSERT INTO \(database).part VALUES (1, 'x')") == nil)
      #expect(pair.script.findings.contains { $0.message.contains("side.part has no primary key") })
    }
  }
}

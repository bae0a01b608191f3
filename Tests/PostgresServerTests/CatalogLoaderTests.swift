import PostgresCatalog
import Testing

@testable import PostgresServer

@Suite(.enabled(if: TestServer.isWanted)) struct CatalogLoaderTests {
  static let schema = [
    "CREATE SCHEMA audit", "CREATE TYPE audit.level AS ENUM ('low', 'it''s, \"high\"', 'NULL')",
    "CREATE DOMAIN email AS varchar(120) NOT NULL CHECK (VALUE LIKE '%@%')", "CREATE TYPE pair AS (a int, b text[])",
    "CREATE COLLATION nocase (provider = icu, locale = 'und-u-ks-level2', deterministic = false)",
    """
    CREATE TABLE customer (id serial PRIMARY KEY, email email, name varchar(40) COLLATE nocase DEFAULT 'x', tags text[] NOT NULL DEFAULT '{}',
      price numeric(10,2), doubled numeric GENERATED ALWAYS AS (price * 2) STORED, number bigint GENERATED ALWAYS AS IDENTITY,
      created timestamptz(3) DEFAULT now(), CONSTRAINT positive CHECK (price > 0))
    """,
    "COMMENT ON TABLE customer IS 'who pays'", "COMMENT ON COLUMN customer.name IS 'it''s the name'",
    """
    CREATE TABLE audit.entry (a int, b int, customer_id int REFERENCES customer (id) ON DELETE CASCADE DEFERRABLE,
      level audit.level, note varchar(9), UNIQUE (b, a))
    """,
    "CREATE INDEX entry_mixed ON audit.entry USING btree (lower(note), b DESC NULLS LAST) INCLUDE (a) WHERE a > 1",
    "CREATE VIEW names AS SELECT name FROM customer", "CREATE TABLE parent (p int)", "CREATE TABLE child () INHERITS (parent)",
    "CREATE TABLE parts (k int) PARTITION BY RANGE (k)", "CREATE TABLE parts_1 PARTITION OF parts FOR VALUES FROM (1) TO (9)",
    "CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
    "CREATE TRIGGER touched BEFORE UPDATE ON customer FOR EACH ROW EXECUTE FUNCTION touch()",
    "CREATE RULE quiet AS ON DELETE TO parent DO INSTEAD NOTHING", "ALTER TABLE child ENABLE ROW LEVEL SECURITY",
    """
    CREATE FUNCTION split(a int, b text DEFAULT 'x', OUT c int, OUT d text, VARIADIC e int[] DEFAULT '{}') IMMUTABLE STRICT LANGUAGE sql
    AS 'SELECT 1, $2'
    """,
  ]

  @Test func readsEveryKindOfEntry() async throws {
    try await TestServer.withDatabase(Self.schema) { name in
      let connection = try await PostgresConnection.open(TestServer.url(database: name))
      let index = CatalogIndex(try await CatalogLoader.load(connection))
      #expect(index.catalog.database == name && index.catalog.encoding == "UTF8" && index.catalog.collation == "C")
      #expect(index.catalog.searchPath == ["public"] && index.catalog.serverVersion > 90_000)
      let rowCount = try await connection.query("SELECT count(*) FROM pg_catalog.pg_proc")
      #expect(rowCount[0, 0] == "\(index.catalog.functions.count)")
      try columns(of: index)
      try keysAndIndexes(of: index)
      try aroundTables(index)
      try functions(of: index)
    }
  }

  private func columns(of index: CatalogIndex) throws {
    let customer = try #require(index.relation(named: "customer"))
    let level = try #require(index.type(named: "level", schema: "audit"))
    #expect(customer.kind == .table && customer.comment == "who pays" && customer.selectable)
    let shown = customer.columns.map { "\($0.name) \(index.displayName(of: $0.type, modifier: $0.typeModifier))" }
    #expect(
      shown == [
        "id integer", "email email", "name character varying(40)", "tags text[]", "price numeric(10,2)", "doubled numeric",
        "number bigint", "created timestamp(3) with time zone",
      ])
    #expect(customer.columns.map(\.isSerial) == [true] + Array(repeating: false, count: 7))
    #expect(customer.columns[2].collation == "public.nocase" && !customer.columns[2].hasDeterministicCollation)
    #expect(customer.columns[2].comment == "it's the name" && customer.columns[2].defaultExpression == "'x'::character varying")
    #expect(customer.columns[5].isGenerated && customer.columns[6].identity == .always && customer.columns[3].isNotNull)
    #expect(level.labels == ["low", "it's, \"high\"", "NULL"] && index.displayName(of: level.array) == "audit.level[]")
    let email = try #require(index.type(named: "email"))
    #expect(email.kind == .domain && email.isNotNull && index.displayName(of: email.base, modifier: email.baseModifier) == "character varying(120)")
    #expect(index.relation(named: "pair")?.columns.map(\.name) == ["a", "b"])
    #expect(index.relation(named: "entry") == nil && index.relation(named: "pg_class")?.schema == "pg_catalog")
  }

  private func keysAndIndexes(of index: CatalogIndex) throws {
    let customer = try #require(index.relation(named: "customer"))
    let entry = try #require(index.relation(named: "entry", schema: "audit"))
    let check = try #require(customer.constraints.first { $0.kind == .check })
    #expect(check.checkExpression == "(price > (0)::numeric)" && check.columns == ["price"] && check.onDelete == nil)
    let foreign = try #require(entry.constraints.first { $0.kind == .foreignKey })
    #expect(foreign.referencedSchema == "public" && foreign.referencedTable == "customer" && foreign.referencedColumns == ["id"])
    #expect(foreign.onDelete == "c" && foreign.onUpdate == "a" && foreign.isDeferrable)
    let unique = try #require(entry.constraints.first { $0.kind == .unique })
    #expect(unique.columns == ["b", "a"] && entry.indexes.contains { $0.oid == unique.index && $0.isUnique })
    let mixed = try #require(entry.indexes.first { $0.name == "entry_mixed" })
    #expect(mixed.keys.map(\.column) == [nil, "b"] && mixed.keys[0].expression == "lower((note)::text)")
    #expect(mixed.keys[1].isDescending && !mixed.keys[1].nullsFirst && mixed.included == ["a"] && mixed.predicate == "(a > 1)")
  }

  private func aroundTables(_ index: CatalogIndex) throws {
    #expect(index.relation(named: "customer")?.triggers.map(\.name) == ["touched"])
    let parent = try #require(index.relation(named: "parent"))
    #expect(parent.hasRules && parent.hasInheritanceChildren && !parent.hasRowSecurity)
    #expect(index.relation(named: "child")?.hasRowSecurity == true)
    #expect(index.relation(named: "parts")?.hasInheritanceChildren == false && index.relation(named: "parts")?.kind == .partitionedTable)
    let view = try #require(index.relation(named: "names"))
    #expect(view.viewDefinition?.contains("FROM public.customer") == true && !view.hasRules)
  }

  private func functions(of index: CatalogIndex) throws {
    let split = try #require(index.functions(named: "split").first)
    #expect(split.arguments == [.int4, .text, .int4Array] && split.argumentNames == ["a", "b", "e"] && split.variadic == .int4)
    #expect(split.outputs == [.init(name: "c", type: .int4), .init(name: "d", type: .text)] && split.defaults == 2)
    #expect(split.isStrict && split.volatility == .immutable && split.result == .record && !split.returnsSet)
    #expect(index.functions(named: "lower").map { index.displayName(of: $0.arguments.first ?? 0) }.contains("text"))
    #expect(index.operators(named: "||", schema: "pg_catalog").contains { $0.left == .text && $0.right == .text && $0.result == .text })
    #expect(index.operators(named: "-").contains { $0.left == 0 && $0.right == .int4 })
    #expect(index.cast(from: .int4, to: .int8)?.context == .implicit && index.cast(from: .varchar, to: .text)?.isBinary == true)
    #expect(index.catalog.extensions.map(\.name) == ["plpgsql"])
  }

  @Test func marksWhatTheRoleMayNotRead() async throws {
    let role = TestServer.freshName("role")
    let setting = [
      "CREATE ROLE \(role) LOGIN PASSWORD 'x'", "CREATE SCHEMA hidden", "CREATE TABLE hidden.t (a int)", "CREATE TABLE open_one (a int)",
      "CREATE TABLE shut (a int)", "GRANT SELECT ON open_one TO \(role)",
    ]
    try await TestServer.withDatabase(setting) { name in
      let connection = try await PostgresConnection.open(TestServer.url(database: name, user: role, password: "x"))
      let index = CatalogIndex(try await CatalogLoader.load(connection))
      #expect(index.schema(named: "hidden")?.usable == false && index.schema(named: "public")?.usable == true)
      #expect(index.relation(named: "open_one")?.selectable == true && index.relation(named: "shut")?.selectable == false)
      #expect(index.relation(named: "t", schema: "hidden")?.columns.map(\.name) == ["a"])
      await connection.close()
    }
    _ = try await TestServer.administrator().query("DROP ROLE \(role)")
  }

  /// Every type's name against the server's own `format_type`, with modifiers and without.
  @Test func namesTypesAsTheServerDoes() async throws {
    try await TestServer.withDatabase(Self.schema) { name in
      let connection = try await PostgresConnection.open(TestServer.url(database: name))
      let index = CatalogIndex(try await CatalogLoader.load(connection))
      let names = try await connection.query(
        """
        SELECT t.oid, format_type(t.oid, NULL), format_type(t.oid, -1)
        FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace WHERE n.nspname !~ '^pg_(toast|temp)'
        """)
      for var row in names.rows {
        let oid = row.oid()
        #expect(index.displayName(of: oid) == row.string())
        #expect(index.displayName(of: oid, modifier: -1) == row.string())
      }
      for type in [
        "varchar(7)", "char(3)", "numeric(12,3)", "numeric(5,-2)", "bit(9)", "varbit(4)", "time(2)", "timetz(1)", "timestamp(0)",
        "timestamptz(6)", "interval(3)", "interval year to month", "interval day to second(2)", "interval minute", "varchar(9)[]",
      ] {
        let described = try await connection.query("SELECT NULL::\(type)").columns[0]
        let shown = try await connection.query(
          "SELECT format_type($1::text::oid, $2::text::int)", parameters: ["\(described.type)", "\(described.typeModifier)"])
        #expect(index.displayName(of: described.type, modifier: described.typeModifier) == shown[0, 0])
      }
    }
  }
}

import MySQLTarget
import Testing

@Suite struct StorageTypesTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var source: SourceType
    var declaration: String
    var keyBytes: Int?
    var fidelity: StorageType.Fidelity

    init(_ name: String, _ modifier: Int32 = -1, in schema: String = "pg_catalog", kind: SourceType.Kind = .base, key: Int? = nil,
      is declaration: String, _ fidelity: StorageType.Fidelity = .exact) {
      source = SourceType(schema: schema, name: name, modifier: modifier, kind: kind)
      (self.declaration, keyBytes, self.fidelity) = (declaration, key, fidelity)
    }

    var testDescription: String { "\(source.name) \(source.modifier) → \(declaration)" }
  }

  static func numeric(_ precision: Int32, _ scale: Int32) -> Int32 { (precision << 16 | (scale & 0x7FF)) + 4 }

  static let rows = [
    Row("int4", is: "int"), Row("int8", is: "bigint"), Row("int2", is: "smallint"), Row("bool", is: "tinyint(1)"),
    Row("numeric", numeric(10, 2), is: "decimal(10,2)"), Row("numeric", is: "decimal(65,30)", .caveat),
    Row("numeric", numeric(3, -2), is: "decimal(65,30)", .none), Row("numeric", numeric(100, 2), is: "decimal(65,30)", .none),
    Row("numeric", numeric(2, 5), is: "decimal(65,30)", .none),
    Row("text", is: "longtext"), Row("text", key: 3072, is: "varchar(255)", .caveat), Row("text", key: 800, is: "varchar(200)", .caveat),
    Row("varchar", 24, is: "varchar(20)"), Row("varchar", is: "longtext"), Row("varchar", 20_004, is: "longtext"),
    Row("bpchar", 14, is: "char(10)", .caveat), Row("bytea", is: "longblob"), Row("bytea", key: 100, is: "varbinary(100)", .caveat),
    Row("uuid", is: "char(36) CHARACTER SET ascii COLLATE ascii_bin", .caveat), Row("date", is: "date", .caveat),
    Row("timestamp", is: "datetime(6)", .caveat), Row("timestamptz", 3, is: "datetime(3)", .caveat), Row("timestamp", 0, is: "datetime", .caveat),
    Row("time", is: "time(6)"), Row("bit", 8, is: "bit(8)", .caveat), Row("bit", 80, is: "varchar(80) CHARACTER SET ascii COLLATE ascii_bin", .caveat),
    Row("jsonb", is: "json", .caveat), Row("_text", kind: .array, is: "json", .caveat),
    Row("mood", in: "public", kind: .enumeration(["sad", "it's", #"a\b"#]), is: #"enum('sad','it''s','a\\b')"#, .caveat),
    Row("interval", is: "varchar(60) CHARACTER SET ascii COLLATE ascii_bin", .caveat),
    Row("citext", in: "ext", is: "varchar(255) COLLATE utf8mb4_0900_as_ci", .caveat),
    Row("tsvector", is: "longtext", .none), Row("int4range", kind: .range, is: "varchar(255)", .none), Row("weird", in: "x", is: "longtext", .none),
  ]

  @Test(arguments: rows) func mapping(row: Row) {
    let type = StorageTypes.storage(of: row.source, keyBytes: row.keyBytes, target: .standard)
    #expect(type.declaration == row.declaration)
    #expect(type.fidelity == row.fidelity)
    #expect((type.fidelity == .exact) == type.caveats.isEmpty)
  }

  @Test func checks() {
    let boolean = StorageTypes.storage(of: SourceType(name: "bool"), target: .standard)
    #expect(boolean.check(on: "`a b`") == "`a b` in (0, 1)")
    #expect(StorageTypes.storage(of: SourceType(name: "int4"), target: .standard).check(on: "a") == nil)
  }

  @Test func literalDefaults() {
    func allows(_ name: String, key: Int? = nil) -> Bool {
      StorageTypes.storage(of: SourceType(name: name), keyBytes: key, target: .standard).allowsLiteralDefault
    }
    #expect(!allows("text") && !allows("bytea") && !allows("jsonb") && !allows("xml") && !allows("point"))
    #expect(allows("text", key: 3072) && allows("int4") && allows("timestamptz"))
  }

  @Test func hostileModifiers() {
    for name in ["varchar", "bpchar", "numeric", "time", "timestamp", "timestamptz", "bit", "varbit", "text", "bytea"] {
      for modifier in [Int32.min, -2, 0, 1, 4, Int32.max] {
        for key in [nil, -1, 0, Int.max] as [Int?] {
          #expect(!StorageTypes.storage(of: SourceType(name: name, modifier: modifier), keyBytes: key, target: .standard).name.isEmpty)
        }
      }
    }
  }
}

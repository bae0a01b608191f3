import MySQLTarget
import PostgresCatalog
import Testing

@testable import MySQLConversion

@Suite struct CatalogExpressionParserTests {
  @Test(arguments: [
    "", "(", "a +", "'open", "\"open", "a b", "a::", "CASE END", "CASE WHEN a THEN", "ARRAY[1", "a = ANY (", "1 2", "$1", "a; b", "a -- b", "a /* b */", "E'x'",
    "B'01'", "a IS", "a NOT", "f(a,)", "a[1]", "EXTRACT(year)", "x AT TIME", "a::numeric(b)", "@", "\u{0}",
  ])
  func declines(text: String) { #expect(throws: NotConvertible.self) { try CatalogExpressionParser.parse(text) } }

  @Test func deepNestingEndsInAnError() {
    for depth in [200, 10_000, 60_000] {
      for (open, close) in [("(", ")"), ("NOT ", ""), ("f(", ")"), ("- ", ""), ("CASE WHEN ", " THEN 1 END"), ("ARRAY[", "]"), ("a || (", ")")] {
        let text = String(repeating: open, count: depth) + "a" + String(repeating: close, count: depth)
        #expect(throws: NotConvertible.self) { try CatalogExpressionParser.parse(text) }
      }
      #expect(throws: NotConvertible.self) { try CatalogExpressionParser.parse("a" + String(repeating: " + a", count: depth)) }
    }
  }

  @Test func longLists() throws {
    let items = (0..<5000).map(String.init).joined(separator: ", ")
    guard case .quantified(_, "=", .array(let list), isAll: false) = try CatalogExpressionParser.parse("(a = ANY (ARRAY[\(items)]))") else {
      Issue.record("not read")
      return
    }
    #expect(list.count == 5000)
  }

  @Test func precedence() throws {
    #expect(try CatalogExpressionParser.parse("a OR b AND NOT c = d + e * 2") == CatalogExpressionParser.parse("(a OR (b AND (NOT (c = (d + (e * 2))))))"))
    #expect(try CatalogExpressionParser.parse("a - b - c") == CatalogExpressionParser.parse("((a - b) - c)"))
    #expect(try CatalogExpressionParser.parse("- a::int") == .prefix("-", .cast(.column("a"), CatalogTypeName(name: "int4"))))
    #expect(try CatalogExpressionParser.parse("\"A \"\"b\"\"\"") == .column("A \"b\""))
  }

  @Test(arguments: [
    ("character varying(10)", CatalogTypeName(name: "varchar", modifiers: [10])), ("character varying[]", CatalogTypeName(name: "varchar", isArray: true)),
    ("timestamp(3) without time zone", CatalogTypeName(name: "timestamp", modifiers: [3])), ("time with time zone", CatalogTypeName(name: "timetz")),
    ("double precision", CatalogTypeName(name: "float8")), ("numeric(10,2)", CatalogTypeName(name: "numeric", modifiers: [10, 2])),
    ("\"bit\"", CatalogTypeName(name: "bit")), ("bit varying(3)", CatalogTypeName(name: "varbit", modifiers: [3])), ("s2.\"My Type\"", CatalogTypeName(schema: "s2", name: "My Type")),
  ])
  func typeNames(text: String, type: CatalogTypeName) throws { #expect(try CatalogExpressionParser.parse("a::\(text)") == .cast(.column("a"), type)) }
}

@Suite struct SchemaLiteralTests {
  @Test(arguments: [
    ("{}", []), ("{a,b}", ["a", "b"]), ("{a,NULL,\"NULL\"}", ["a", nil, "NULL"]), (#"{"a b","c\"d","e\\f",",{}"}"#, ["a b", "c\"d", "e\\f", ",{}"]),
    ("{{1},{2}}", nil), ("{a", nil), ("", nil), (#"{"a}"#, nil), (#"{a\"#, nil), ("[0:1]={1,2}", nil), ("}", nil), ("{", nil),
  ] as [(String, [String?]?)])
  func arrays(text: String, elements: [String?]?) { #expect(SchemaLiteral.arrayElements(text) == elements) }

  @Test(arguments: [
    ("2024-01-01 00:30:00+02", "2023-12-31 22:30:00"), ("2024-02-28 23:30:00.5-01:30", "2024-02-29 01:00:00.5"), ("2024-01-01 12:00:00+00", "2024-01-01 12:00:00"),
    ("1000-01-01 00:00:00+01", nil), ("9999-12-31 23:00:00-02", nil), ("infinity", nil), ("0044-03-15 00:00:00+00 BC", nil), ("2023-02-29 00:00:00+00", nil),
    ("2024-01-01 00:00:00", nil), ("12024-01-01 00:00:00+00", nil), ("2024-01-01 25:00:00+00", nil), ("2024-01-01 00:00:00+99999999999999999999", nil),
  ] as [(String, String?)])
  func moments(text: String, utc: String?) { #expect(SchemaLiteral.moment(text, zoned: true) == utc) }

  @Test(arguments: [
    ("1 year 2 mons -3 days 04:05:06.7", "14 MONTH, -3 DAY, 14706.7 SECOND"), ("-00:00:01", "-1 SECOND"), ("30 days", "30 DAY"), ("00:00:00", "0 SECOND"), ("1 fortnight", nil), ("", nil),
    ("1", nil), ("9999999999999999999999 days", nil), ("1:2", nil),
  ] as [(String, String?)])
  func intervals(text: String, parts: String?) {
    #expect(SchemaLiteral.intervalParts(text)?.map { "\($0.amount) \($0.unit)" }.joined(separator: ", ") == parts)
  }
}

@Suite struct SchemaNamesTests {
  @Test func usableNames() {
    #expect(SchemaNames.usable("order") == "order")
    for name in ["", "a ", String(repeating: "x", count: 65), String(repeating: "é", count: 200), "💡", "a\0b", "   "] {
      let usable = SchemaNames.usable(name)
      #expect(ReservedWords.objection(to: usable) == nil, "\(name)")
      #expect(usable == SchemaNames.usable(name))
    }
    #expect(SchemaNames.usable(String(repeating: "x", count: 65)) != SchemaNames.usable(String(repeating: "x", count: 66)))
  }

  @Test func uniqueNames() {
    var names = UniqueNames()
    #expect(names.take("check", in: "s", prefix: "t") == "check")
    #expect(names.take("CHECK", in: "s", prefix: "t") == "t_CHECK")
    #expect(names.take("check", in: "s", prefix: "T") == "T_check_2")
    #expect(names.take("check", in: "other", prefix: "t") == "check")
    let long = String(repeating: "y", count: 64)
    #expect(Set((0..<5).map { _ in names.take(long, in: "s", prefix: "t").lowercased() }).count == 5)
  }
}

/// Schemas that no server made: whatever a catalog says, a script comes out.
@Suite struct HostileCatalogTests {
  static func catalog(_ relations: [Relation], types: [PostgresType] = []) -> CatalogIndex {
    var catalog = Catalog()
    catalog.searchPath = ["public"]
    catalog.schemas = [Schema(oid: 1, name: "public", usable: true)]
    catalog.relations = relations
    catalog.types = [
      PostgresType(oid: .int4, schema: "pg_catalog", name: "int4", kind: .base, category: "N"), PostgresType(oid: .text, schema: "pg_catalog", name: "text", kind: .base, category: "S"),
    ] + types
    return CatalogIndex(catalog)
  }

  static func table(_ name: String, _ columns: [Column], _ constraints: [Constraint] = []) -> Relation {
    var relation = Relation(oid: OID(100 + name.utf8.count), schema: "public", name: name, kind: .table, rowType: 0)
    (relation.columns, relation.constraints) = (columns, constraints)
    return relation
  }

  @Test func namesCannotLeaveTheirQuotes() {
    let name = "x`; DROP DATABASE a; --\nDROP"
    var relation = Self.table(name, [Column(number: 1, name: name, type: .int4, defaultExpression: "evil('\n; DROP TABLE b; --')", comment: "'; DROP TABLE c; \\")])
    relation.triggers = [Trigger(name: name, definition: "x\ny")]
    let script = SchemaConverter(catalog: Self.catalog([relation])).convert()
    #expect(script.text.contains("CREATE TABLE `x``; DROP DATABASE a; --\nDROP`"))
    #expect(script.text.contains("COMMENT '''; DROP TABLE c; \\\\'"))
    for line in script.text.split(separator: "\n") where line.contains("DROP TABLE b") { #expect(line.hasPrefix("-- ")) }
    for finding in script.findings { #expect(!finding.message.contains("\n") && !finding.help.contains("\n")) }
  }

  @Test func namesThatDifferInLetterCase() {
    let relation = Self.table("t", [Column(number: 1, name: "a", type: .int4), Column(number: 2, name: "A", type: .int4)])
    let script = SchemaConverter(catalog: Self.catalog([relation])).convert()
    #expect(script.text.contains("`a` int,\n  `column2_A` int"))
    #expect(script.findings.contains { $0.rule == "schema-name" && $0.severity == .error })
  }

  @Test func unknownTypesAndDomainsInACircle() {
    let domain = PostgresType(oid: 9000, schema: "public", name: "loop", kind: .domain, category: "U", base: 9000)
    let relation = Self.table("t", [Column(number: 1, name: "a", type: 9000), Column(number: 2, name: "b", type: 12345)])
    let script = SchemaConverter(catalog: Self.catalog([relation], types: [domain])).convert()
    #expect(script.findings.filter { $0.rule == "schema-type" && $0.severity == .error }.count == 2)
  }

  @Test func keysAndReferencesToNothing() {
    let constraints = [
      Constraint(name: "p", kind: .primaryKey, columns: ["missing"], definition: ""), Constraint(name: "u", kind: .unique, columns: [], definition: ""),
      Constraint(name: "f", kind: .foreignKey, columns: ["a"], definition: "", referencedSchema: "public", referencedTable: "t", referencedColumns: []),
      Constraint(name: "g", kind: .foreignKey, columns: ["a"], definition: "", referencedSchema: "x", referencedTable: "y", referencedColumns: ["z"]),
      Constraint(name: "c", kind: .check, columns: [], definition: "CHECK ((missing > 0)) NOT VALID"),
    ]
    let converter = SchemaConverter(catalog: Self.catalog([Self.table("t", [Column(number: 1, name: "a", type: .int4)], constraints)]))
    let script = converter.convert()
    #expect(script.text.contains("CREATE TABLE `t` (\n  `a` int\n)"))
    #expect(script.findings.filter { $0.severity == .error }.count == 5, "\(script.findings.map(\.message))")
    #expect(converter.keys(of: converter.catalog.catalog.relations[0]).allSatisfy { !$0.isExact })
  }

  @Test func dependencyOrder() {
    func key(_ table: String) -> Constraint {
      Constraint(name: "k_\(table)", kind: .foreignKey, columns: ["a"], definition: "", referencedSchema: "public", referencedTable: table, referencedColumns: ["a"])
    }
    let relations = [Self.table("a", [], [key("b")]), Self.table("bb", [], []), Self.table("b", [], [key("ccc")]), Self.table("ccc", [], [key("b"), key("ccc")]), Self.table("d", [], [key("a")])]
    #expect(DependencyOrder.sorted(relations).map(\.name) == ["bb", "b", "a", "ccc", "d"])
  }
}

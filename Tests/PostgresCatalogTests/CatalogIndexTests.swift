import Testing

@testable import PostgresCatalog

@Suite struct CatalogIndexTests {
  private static func function(_ oid: OID, _ schema: String, _ name: String, _ arguments: [OID]) -> Function {
    Function(oid: oid, schema: schema, name: name, kind: .function, arguments: arguments, result: .int4)
  }

  private static let catalog: Catalog = {
    var catalog = Catalog()
    catalog.searchPath = ["app", "public"]
    catalog.types = [
      PostgresType(oid: .int4, schema: "pg_catalog", name: "int4", kind: .base, category: "N", array: .int4Array),
      PostgresType(oid: .int4Array, schema: "pg_catalog", name: "_int4", kind: .base, category: "A", element: .int4),
      PostgresType(oid: 22, schema: "pg_catalog", name: "int2vector", kind: .base, category: "A", element: .int2),
      PostgresType(oid: .char, schema: "pg_catalog", name: "char", kind: .base, category: "Z"),
      PostgresType(oid: 900, schema: "other", name: "Level", kind: .enum, category: "E", array: 901),
      PostgresType(oid: 901, schema: "other", name: "_Level", kind: .base, category: "A", element: 900),
      PostgresType(oid: 910, schema: "app", name: "d1", kind: .domain, category: "N", base: 911),
      PostgresType(oid: 911, schema: "app", name: "d0", kind: .domain, category: "N", base: .int4),
      PostgresType(oid: 912, schema: "app", name: "loop", kind: .domain, category: "N", base: 912),
    ]
    catalog.relations = [
      Relation(oid: 1, schema: "public", name: "item", kind: .table, rowType: 0),
      Relation(oid: 2, schema: "app", name: "item", kind: .view, rowType: 0),
      Relation(oid: 3, schema: "other", name: "hidden", kind: .table, rowType: 0),
      Relation(oid: 3, schema: "other", name: "hidden", kind: .view, rowType: 0),
    ]
    catalog.functions = [
      function(10, "public", "f", [.int4]), function(11, "app", "f", [.int4]), function(12, "public", "f", [.text]),
      function(13, "other", "f", [.bool]), function(14, "pg_catalog", "g", []),
    ]
    catalog.operators = [
      Operator(oid: 20, schema: "public", name: "+", left: .int4, right: .int4, result: .int4, function: 0),
      Operator(oid: 21, schema: "pg_catalog", name: "+", left: .int4, right: .int4, result: .int4, function: 0),
      Operator(oid: 22, schema: "public", name: "+", left: 0, right: .int4, result: .int4, function: 0),
    ]
    catalog.casts = [Cast(source: .int4, target: .int8, context: .implicit, function: 481, isBinary: false)]
    return catalog
  }()

  private let index = CatalogIndex(catalog)

  @Test func looksNamesUpAlongTheSearchPath() {
    #expect(index.path == ["pg_catalog", "app", "public"])
    #expect(index.relation(named: "item")?.oid == 2 && index.relation(named: "item", schema: "public")?.oid == 1)
    #expect(index.relation(named: "hidden") == nil && index.relation(named: "hidden", schema: "other")?.kind == .table)
    #expect(index.relation(3)?.kind == .table && index.relation(99) == nil)
    #expect(index.type(named: "int4")?.oid == .int4 && index.type(named: "Level") == nil)
    #expect(index.relationsIgnoringCase(named: "ITEM").map(\.oid) == [1, 2])
  }

  @Test func hidesFunctionsOfEqualArguments() {
    #expect(index.functions(named: "f").map(\.oid) == [11, 12])
    #expect(index.functions(named: "f", schema: "other").map(\.oid) == [13])
    #expect(index.functions(named: "none").isEmpty && index.schemas(withFunction: "f") == ["app", "other", "public"])
    #expect(index.operators(named: "+").map(\.oid) == [21, 22])
    #expect(index.cast(from: .int4, to: .int8)?.function == 481 && index.cast(from: .int8, to: .int4) == nil)
  }

  @Test func knowsArraysAndDomains() {
    #expect(index.elementType(ofArray: .int4Array) == .int4 && index.elementType(ofArray: 22) == nil)
    #expect(index.arrayType(of: .int4) == .int4Array && index.arrayType(of: .char) == nil)
    #expect(index.baseType(of: 910) == .int4 && index.baseType(of: 912) == 912 && index.baseType(of: .int4) == .int4)
  }

  @Test func writesTypeNames() {
    #expect(index.displayName(of: .int4Array) == "integer[]" && index.shortName(of: .int4Array) == "int4[]")
    #expect(index.displayName(of: 901) == "other.\"Level\"[]" && index.shortName(of: 901) == "other.Level[]")
    #expect(index.displayName(of: .char) == "\"char\"" && index.displayName(of: 0) == "-" && index.displayName(of: 77) == "???")
    #expect(PostgresType.catalogName(ofSpelling: "double precision") == "float8" && PostgresType.catalogName(ofSpelling: "text") == nil)
  }

  @Test(arguments: [
    ("item", "item"), ("Item", "\"Item\""), ("a\"b", "\"a\"\"b\""), ("user", "\"user\""), ("größe", "\"größe\""), ("1st", "\"1st\""),
    ("", "\"\""), ("_x9", "_x9"), ("date", "date"),
  ])
  func quotesIdentifiers(_ name: String, _ quoted: String) { #expect(Identifier.quoted(name) == quoted) }
}

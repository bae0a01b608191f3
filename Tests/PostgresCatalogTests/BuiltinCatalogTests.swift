import Testing

@testable import PostgresCatalog

@Suite struct BuiltinCatalogTests {
  private let catalog = BuiltinCatalog.catalog

  @Test func decodesEveryRow() {
    #expect(catalog.types.count == BuiltinData.typeCount && catalog.types.count > 500)
    #expect(catalog.functions.count == BuiltinData.functionCount && catalog.functions.count > 3_000)
    #expect(catalog.operators.count == BuiltinData.operatorCount && catalog.operators.count > 700)
    #expect(catalog.casts.count == BuiltinData.castCount && catalog.casts.count > 200)
    #expect(catalog.relations.count == BuiltinData.relationCount && catalog.relations.count > 190)
    #expect(catalog.relations.allSatisfy { !$0.columns.isEmpty && $0.oid != 0 && $0.rowType != 0 })
  }

  @Test func namesItsVersion() {
    #expect(catalog.serverVersion / 10_000 == 15 && catalog.serverVersionText.hasPrefix("15."))
    #expect(catalog.schemas.map(\.name) == ["pg_catalog", "public", "information_schema"])
  }

  @Test func refersOnlyToWhatItHas() {
    let types = Set(catalog.types.map(\.oid))
    let functions = Set(catalog.functions.map(\.oid))
    for function in catalog.functions + LaterFunctions.added(by: 990_000) {
      let oids = function.arguments + function.outputs.map(\.type) + [function.result] + (function.variadic == 0 ? [] : [function.variadic])
      #expect(types.isSuperset(of: oids), "\(function.name)")
    }
    for entry in catalog.operators {
      #expect(types.isSuperset(of: [entry.right, entry.result] + (entry.left == 0 ? [] : [entry.left])) && functions.contains(entry.function))
    }
    for cast in catalog.casts {
      #expect(types.contains(cast.source) && types.contains(cast.target) && (cast.function == 0 || functions.contains(cast.function)))
    }
    for relation in catalog.relations { #expect(types.isSuperset(of: relation.columns.map(\.type) + [relation.rowType])) }
    let oids = catalog.types.map(\.oid) + catalog.relations.map(\.oid)
    #expect(oids.allSatisfy { $0 < BuiltinCatalog.firstFreeOID })
  }

  @Test func knowsWhatAnalysisAsksFor() throws {
    let index = CatalogIndex(catalog)
    let lower = try #require(index.functions(named: "lower").first { $0.arguments == [.text] })
    #expect(lower.isStrict && lower.volatility == .immutable && lower.kind == .function && lower.result == .text)
    let interval = try #require(index.functions(named: "make_interval").first)
    #expect(interval.argumentNames == ["years", "months", "weeks", "days", "hours", "mins", "secs"] && interval.defaults == 7)
    let each = try #require(index.functions(named: "jsonb_each").first)
    #expect(each.returnsSet && each.outputs == [.init(name: "key", type: .text), .init(name: "value", type: .jsonb)])
    #expect(index.functions(named: "concat").first?.variadic == .any)
    #expect(index.functions(named: "count").allSatisfy { $0.kind == .aggregate })
    #expect(index.functions(named: "row_number").first?.kind == .window)
    #expect(index.operators(named: "||").count > 5 && index.cast(from: .int4, to: .int8)?.context == .implicit)
    #expect(index.displayName(of: .varchar, modifier: 24) == "character varying(20)" && index.arrayType(of: .int4) == .int4Array)
    let tables = try #require(index.relation(named: "tables", schema: "information_schema"))
    #expect(tables.kind == .view && tables.columns.first?.name == "table_catalog")
    let domain = try #require(index.type(named: "yes_or_no", schema: "information_schema"))
    #expect(domain.kind == .domain && domain.base == .varchar && domain.baseModifier == 7)
  }

  @Test(arguments: [(150_000, false, false, false), (160_002, true, false, false), (170_000, true, true, false), (180_001, true, true, true)])
  func laterVersionsHaveTheirFunctions(_ version: Int, _ anyValue: Bool, _ toBin: Bool, _ uuidv7: Bool) {
    let index = CatalogIndex(BuiltinCatalog.catalog(version: version))
    #expect(index.functions(named: "any_value").isEmpty != anyValue)
    #expect(index.functions(named: "to_bin").isEmpty != toBin)
    #expect(index.functions(named: "uuidv7").isEmpty != uuidv7)
  }

  /// Several times what it takes in a debug build on a busy machine: release builds need about a twentieth.
  @Test func decodesInMilliseconds() {
    let time = ContinuousClock().measure { #expect(BuiltinDecoder.decode().functions.count == BuiltinData.functionCount) }
    print("the built-in catalog is decoded in \(time)")
    #expect(time < .seconds(2))
  }
}

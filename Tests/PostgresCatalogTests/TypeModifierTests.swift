import Testing

@testable import PostgresCatalog

@Suite struct TypeModifierTests {
  @Test(arguments: [
    ("integer", "integer", -1), ("character varying(20)", "character varying", 24), ("character(3)[]", "character[]", 7),
    ("numeric(10,2)", "numeric", 10 << 16 | 2 + 4), ("numeric(5,-2)", "numeric", 5 << 16 | 0x7FE + 4), ("bit varying(4)", "bit varying", 4),
    ("timestamp(3) without time zone", "timestamp without time zone", 3), ("time(0) with time zone[]", "time with time zone[]", 0),
    ("interval", "interval", -1), ("interval(3)", "interval", 0x7FFF << 16 | 3), ("interval year to month", "interval", 6 << 16 | 0xFFFF),
    ("interval day to second(2)", "interval", 0x1C08 << 16 | 2), ("public.\"a(3)\"", "public.\"a(3)\"", -1),
    ("public.\"x\"\"(\"(9)", "public.\"x\"\"(\"", 9),
  ] as [(String, String, Int32)])
  func takesApart(_ text: String, _ name: String, _ modifier: Int32) {
    let parts = TypeNameParts(text)
    #expect(parts?.name == name && parts?.modifier == modifier)
  }

  /// Every modifier that a type can have comes back from its name.
  @Test func isTheInverseOfTheDisplayName() {
    let index = CatalogIndex(BuiltinCatalog.catalog)
    let lengths: [Int32] = [-1, 0, 1, 4, 5, 24, 10_485_764]
    let numerics: [Int32] = [-1, 1 << 16 | 4, 1000 << 16 | 1000 + 4, 3 << 16 | 0x7FF + 4]
    let masks = CatalogIndex.intervalFields.keys.map { Int32($0) }
    let intervals: [Int32] = masks.map { $0 << 16 | 0xFFFF } + masks.map { $0 << 16 | 3 } + [0x7FFF << 16 | 6, -1]
    let all: [(types: [OID], modifiers: [Int32])] = [
      ([.varchar, .bpchar, .varcharArray], lengths.filter { $0 == -1 || $0 > 4 }), ([.bit, .varbit, .timestamp, .timetz], lengths),
      ([.numeric], numerics), ([.interval], intervals),
    ]
    for (types, modifiers) in all {
      for (type, modifier) in types.flatMap({ type in modifiers.map { (type, $0) } }) {
        let name = index.displayName(of: type, modifier: modifier < 0 ? nil : modifier)
        let parts = TypeNameParts(name)
        #expect(parts?.modifier == modifier && parts?.name == index.displayName(of: type), "\(name)")
      }
    }
  }

  @Test(arguments: ["numeric(10)", "numeric(70000,2)", "numeric(1,2,3)", "interval(99999)", "interval fortnight", "bit(99999999999)", "bit(x)", "bit(", "a)("])
  func refusesWhatIsNoModifier(_ text: String) { #expect(TypeNameParts(text) == nil) }
}

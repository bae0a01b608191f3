/// Makes a `Catalog` of the static rows; the order of fields is that in which `Tests/Tools/builtin-catalog` writes them.
enum BuiltinDecoder {
  static func decode() -> Catalog {
    var catalog = Catalog()
    catalog.serverVersion = BuiltinData.serverVersion
    catalog.serverVersionText = BuiltinData.serverVersionText
    catalog.encoding = "UTF8"
    catalog.searchPath = ["public"]
    catalog.schemas = [
      Schema(oid: 11, name: "pg_catalog", usable: true), Schema(oid: 2200, name: "public", usable: true),
      Schema(oid: BuiltinData.informationSchema, name: "information_schema", usable: true),
    ]
    catalog.extensions = [Extension(name: "plpgsql", version: "1.0", schema: "pg_catalog", comment: "PL/pgSQL procedural language")]
    read(BuiltinData.types, into: &catalog.types, count: BuiltinData.typeCount, type)
    read(BuiltinData.functions, into: &catalog.functions, count: BuiltinData.functionCount, function)
    read(BuiltinData.operators, into: &catalog.operators, count: BuiltinData.operatorCount, `operator`)
    read(BuiltinData.casts, into: &catalog.casts, count: BuiltinData.castCount, cast)
    BuiltinRow.forEach(in: BuiltinData.operatorClasses) { schema, row in
      catalog.operatorClasses.append(
        OperatorClass(schema: schema, name: row.string(), method: row.string(), input: row.oid(), isDefault: !row.letters().isEmpty))
    }
    catalog.collations = collations()
    linkMultiranges(in: &catalog)
    readRelations(into: &catalog)
    return catalog
  }

  private static func read<Entry>(
    _ data: StaticString, into entries: inout [Entry], count: Int, _ entry: (String, inout BuiltinRow) -> Entry?
  ) {
    entries.reserveCapacity(count)
    BuiltinRow.forEach(in: data) { schema, row in
      if let entry = entry(schema, &row) { entries.append(entry) }
    }
  }

  static func type(_ schema: String, _ row: inout BuiltinRow) -> PostgresType? {
    let (oid, name, letters) = (row.oid(), row.string(), Array(row.letters()))
    guard letters.count >= 2, let kind = PostgresType.Kind(rawValue: character(letters[0])) else { return nil }
    var type = PostgresType(
      oid: oid, schema: schema, name: name, kind: kind, category: Character(Unicode.Scalar(letters[1])),
      isPreferred: letters.contains(UInt8(ascii: "!")), element: row.oid(), array: row.oid(), base: row.oid(),
      baseModifier: row.optional().flatMap { Int32($0) } ?? -1, relation: row.oid(), labels: row.strings())
    type.isCollatable = letters.contains(UInt8(ascii: "~"))
    type.acceptsModifier = letters.contains(UInt8(ascii: "%"))
    type.collation = row.optional()
    let range = row.oids()
    if range.count == 2 {
      type.range = RangeDetails(
        subtype: range[0], multirange: range[1], operatorClass: QualifiedName(schema, row.string()),
        canonical: row.optional().map { QualifiedName(schema, $0) }, difference: row.optional().map { QualifiedName(schema, $0) })
    }
    return type
  }

  private static func linkMultiranges(in catalog: inout Catalog) {
    let places = Dictionary(catalog.types.enumerated().map { ($1.oid, $0) }, uniquingKeysWith: { first, _ in first })
    for type in catalog.types {
      if let range = type.range, let place = places[range.multirange] { catalog.types[place].rangeOfMultirange = type.oid }
    }
  }

  /// Those of `pg_collation.dat` and ICU's; which of the C library's there are differs from machine to machine.
  private static func collations() -> [Collation] {
    var collations = [
      Collation(schema: "pg_catalog", name: "C", provider: .libc, collate: "C", characterType: "C"),
      Collation(schema: "pg_catalog", name: "POSIX", provider: .libc, collate: "POSIX", characterType: "POSIX"),
      Collation(schema: "pg_catalog", name: "default", provider: .default),
      Collation(schema: "pg_catalog", name: "ucs_basic", provider: .libc, collate: "C", characterType: "C", encoding: "UTF8"),
    ]
    BuiltinRow.forEach(in: BuiltinData.localeCollations) { schema, row in
      collations += row.strings().map { Collation(schema: schema, name: $0 + "-x-icu", provider: .icu, locale: $0) }
    }
    return collations.sorted { $0.name < $1.name }
  }

  private static func function(_ schema: String, _ row: inout BuiltinRow) -> Function? {
    let oid = row.oid()
    return function(schema, &row, oid: oid)
  }

  /// A function of the fields behind its oid.
  static func function(_ schema: String, _ row: inout BuiltinRow, oid: OID) -> Function? {
    let (name, letters) = (row.string(), Array(row.letters()))
    guard letters.count >= 2, let kind = Function.Kind(rawValue: character(letters[0])),
      let volatility = Function.Volatility(rawValue: character(letters[1]))
    else { return nil }
    var function = Function(
      oid: oid, schema: schema, name: name, kind: kind, arguments: [], result: row.oid(),
      returnsSet: letters.contains(UInt8(ascii: "*")), isStrict: letters.contains(UInt8(ascii: "!")), volatility: volatility)
    function.arguments = row.oids()
    function.argumentNames = row.strings()
    function.defaults = row.int()
    function.variadic = row.oid()
    let outputs = row.oids()
    let names = row.strings()
    function.outputs = outputs.enumerated().map { .init(name: $0 < names.count ? names[$0] : "", type: $1) }
    function.modes = row.letters().compactMap { Function.Mode(rawValue: character($0)) }
    if kind == .aggregate { function.aggregate = aggregate(schema, &row) }
    return function
  }

  private static func aggregate(_ schema: String, _ row: inout BuiltinRow) -> Aggregate? {
    let letters = Array(row.letters())
    guard let kind = letters.first.flatMap({ Aggregate.Kind(rawValue: character($0)) }) else { return nil }
    func qualified(_ name: String) -> QualifiedName { QualifiedName(schema, name) }
    return Aggregate(
      kind: kind, directArguments: row.int(), transition: qualified(row.string()),
      isTransitionStrict: letters.contains(UInt8(ascii: "!")), transitionType: row.oid(),
      initialValue: row.optional().map { String($0.dropFirst()) }, final: row.optional().map(qualified),
      isFinalStrict: letters.contains(UInt8(ascii: "*")), sortOperator: row.optional().map(qualified))
  }

  static func `operator`(_ schema: String, _ row: inout BuiltinRow) -> Operator? {
    var entry = Operator(
      oid: row.oid(), schema: schema, name: row.string(), left: row.oid(), right: row.oid(), result: row.oid(), function: row.oid())
    (entry.commutator, entry.negator) = (row.oid(), row.oid())
    let letters = row.letters()
    (entry.canMerge, entry.canHash) = (letters.contains(UInt8(ascii: "m")), letters.contains(UInt8(ascii: "h")))
    return entry
  }

  static func cast(_ schema: String, _ row: inout BuiltinRow) -> Cast? {
    let (source, target, letters, function) = (row.oid(), row.oid(), Array(row.letters()), row.oid())
    guard let first = letters.first, let context = Cast.Context(rawValue: character(first)) else { return nil }
    return Cast(source: source, target: target, context: context, function: function, isBinary: letters.contains(UInt8(ascii: "b")))
  }

  private static func readRelations(into catalog: inout Catalog) {
    catalog.relations.reserveCapacity(BuiltinData.relationCount)
    readRelations(BuiltinData.relations, into: &catalog.relations)
  }

  /// A relation's row is followed by those of its columns, which begin with `+` and are numbered in order, from 1.
  static func readRelations(_ data: StaticString, into relations: inout [Relation]) {
    BuiltinRow.forEach(in: data) { schema, row in
      let name = row.string()
      guard name == "+" else {
        let (letters, oid, rowType) = (Array(row.letters()), row.oid(), row.oid())
        guard let kind = letters.first.flatMap({ Relation.Kind(rawValue: character($0)) }) else { return }
        var relation = Relation(oid: oid, schema: schema, name: name, kind: kind, rowType: rowType)
        relation.viewOptions.isSecurityBarrier = letters.contains(UInt8(ascii: "#"))
        relations.append(relation)
        return
      }
      guard let last = relations.indices.last else { return }
      var column = Column(number: relations[last].columns.count + 1, name: row.string(), type: row.oid())
      column.isNotNull = row.letters().contains(UInt8(ascii: "!"))
      column.typeModifier = row.optional().flatMap { Int32($0) } ?? -1
      column.collation = row.optional()
      relations[last].columns.append(column)
    }
  }

  private static func character(_ byte: UInt8) -> String { String(Unicode.Scalar(byte)) }
}

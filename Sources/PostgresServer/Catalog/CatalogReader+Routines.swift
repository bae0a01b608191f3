import PostgresCatalog

/// Types, routines, operators and casts.
extension CatalogReader {
  mutating func readType(_ row: inout CopyRow) {
    let (oid, schema, name) = (row.oid(), row.string(), row.string())
    guard let kind = PostgresType.Kind(rawValue: row.string()) else { return }
    var type = PostgresType(
      oid: oid, schema: schema, name: name, kind: kind, category: row.string().first ?? "U", isPreferred: row.bool(),
      element: row.oid(), array: row.oid(), base: row.oid(), baseModifier: row.integer(), isNotNull: row.bool(), relation: row.oid())
    let collation = row.oid()
    type.isCollatable = collation != 0
    if collation != 0 { typeCollations[oid] = collation }
    // A base type is made before its domain, so that its row comes first.
    if kind == .domain, collation != typeCollations[type.base] ?? 0 { type.collation = collationName(collation) }
    type.acceptsModifier = row.bool()
    type.labels = row.array()
    type.defaultExpression = row.optional()
    type.comment = row.optional()
    type.extensionName = extensionName(oid, in: "pg_type")
    typePlaces[oid] = catalog.types.count
    catalog.types.append(type)
  }

  mutating func readDomainCheck(_ row: inout CopyRow) {
    guard let place = typePlaces[row.oid()] else { return }
    catalog.types[place].checks.append(
      DomainCheck(name: row.string(), expression: row.string(), isValidated: row.bool(), comment: row.optional()))
  }

  mutating func readRange(_ row: inout CopyRow) {
    guard let place = typePlaces[row.oid()] else { return }
    var range = RangeDetails(subtype: row.oid(), multirange: row.oid(), operatorClass: QualifiedName("", ""))
    range.collation = collationName(row.oid())
    range.operatorClass = QualifiedName(row.string(), row.string())
    (range.canonical, range.difference) = (functionName(row.oid()), functionName(row.oid()))
    catalog.types[place].range = range
    if let multirange = typePlaces[range.multirange] { catalog.types[multirange].rangeOfMultirange = catalog.types[place].oid }
  }

  mutating func readFunction(_ row: inout CopyRow) {
    let (oid, schema, name) = (row.oid(), row.string(), row.string())
    guard let kind = Function.Kind(rawValue: row.string()) else { return }
    let (arguments, names, letters, allTypes) = (row.numbers(OID.self), row.array(), row.array(), row.numbers(OID.self))
    let modes = letters.compactMap(Function.Mode.init)
    func argumentName(_ place: Int) -> String { place < names.count ? names[place] : "" }
    let inputs = modes.isEmpty ? names : modes.enumerated().filter { $1 != .output && $1 != .table }.map { argumentName($0.offset) }
    let outputs = modes.enumerated().filter { $1 != .input && $1 != .variadic && $0 < allTypes.count }.map {
      Function.Output(name: argumentName($0.offset), type: allTypes[$0.offset])
    }
    var function = Function(
      oid: oid, schema: schema, name: name, kind: kind, arguments: arguments,
      argumentNames: inputs.allSatisfy(\.isEmpty) ? [] : inputs, defaults: row.int(), variadic: row.oid(), result: row.oid(),
      returnsSet: row.bool(), isStrict: row.bool(), volatility: Function.Volatility(rawValue: row.string()) ?? .volatile, outputs: outputs)
    function.modes = modes
    if row.bool() { Self.describe(&function, &row) }
    function.extensionName = extensionName(oid, in: "pg_proc")
    functionPlaces[oid] = catalog.functions.count
    catalog.functions.append(function)
  }

  private static func describe(_ function: inout Function, _ row: inout CopyRow) {
    function.language = row.string()
    (function.isSecurityDefiner, function.isLeakproof) = (row.bool(), row.bool())
    function.parallel = Function.Parallel(rawValue: row.string()) ?? .unsafe
    (function.cost, function.rows) = (row.double(), row.double())
    function.settings = row.array()
    function.defaultExpressions = row.array()
    (function.body, function.definition, function.comment) = (row.optional(), row.optional(), row.optional())
  }

  mutating func readAggregate(_ row: inout CopyRow) {
    guard let place = functionPlaces[row.oid()], let kind = Aggregate.Kind(rawValue: row.string()) else { return }
    let (directArguments, transition, transitionType, initialValue) = (row.int(), row.oid(), row.oid(), row.optional())
    let (final, schema, name) = (row.oid(), row.optional(), row.optional())
    var aggregate = Aggregate(
      kind: kind, directArguments: directArguments, transition: functionName(transition) ?? QualifiedName("", ""),
      isTransitionStrict: isStrict(transition), transitionType: transitionType, initialValue: initialValue, final: functionName(final),
      isFinalStrict: isStrict(final))
    if let schema, let name { aggregate.sortOperator = QualifiedName(schema, name) }
    catalog.functions[place].aggregate = aggregate
  }

  private func isStrict(_ function: OID) -> Bool { functionPlaces[function].map { catalog.functions[$0].isStrict } ?? false }

  mutating func readOperator(_ row: inout CopyRow) {
    var entry = Operator(
      oid: row.oid(), schema: row.string(), name: row.string(), left: row.oid(), right: row.oid(), result: row.oid(), function: row.oid())
    (entry.commutator, entry.negator, entry.canMerge, entry.canHash) = (row.oid(), row.oid(), row.bool(), row.bool())
    entry.comment = row.optional()
    entry.extensionName = extensionName(entry.oid, in: "pg_operator")
    operatorPlaces[entry.oid] = catalog.operators.count
    catalog.operators.append(entry)
  }

  mutating func readOperatorClass(_ row: inout CopyRow) {
    let oid = row.oid()
    var entry = OperatorClass(schema: row.string(), name: row.string(), method: row.string(), input: row.oid(), isDefault: row.bool())
    entry.comment = row.optional()
    entry.extensionName = extensionName(oid, in: "pg_opclass")
    operatorClassPlaces[oid] = catalog.operatorClasses.count
    catalog.operatorClasses.append(entry)
  }

  mutating func readCast(_ row: inout CopyRow) {
    let (oid, source, target) = (row.oid(), row.oid(), row.oid())
    guard let context = Cast.Context(rawValue: row.string()) else { return }
    var cast = Cast(source: source, target: target, context: context, function: row.oid(), isBinary: row.bool())
    cast.comment = row.optional()
    cast.extensionName = extensionName(oid, in: "pg_cast")
    catalog.casts.append(cast)
  }
}

/// What well-known extensions bring, generated from a real server by `Tests/Tools/builtin-catalog` into `Data/`.
///
/// The rows are those of the built-in catalog (`BuiltinDecoder`); oids from `firstOID` on stand for the extension's own objects in the
/// order of their making, and get oids of the database when the extension is made in it.
struct ExtensionData: Sendable {
  var name: String
  var version: String
  var comment: String
  /// How many oids of its own it has.
  var count: Int
  var types: StaticString = ""
  var functions: StaticString = ""
  var operators: StaticString = ""
  var operatorClasses: StaticString = ""
  var casts: StaticString = ""
  var relations: StaticString = ""

  static let firstOID: OID = 1_000_000

  private static let byName = Dictionary(all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

  /// Adds an extension with its objects; false for one that is not known.
  static func add(_ name: String, version: String?, in schema: String, to state: inout SchemaState) -> Bool {
    guard let data = byName[name] else { return false }
    var made = Extension(name: name, version: version ?? data.version, schema: schema)
    made.comment = data.comment
    state.extensions.append(made)
    data.addMembers(in: schema, to: &state)
    return true
  }

  private func addMembers(in schema: String, to state: inout SchemaState) {
    let oids = (0..<count).map { _ in state.newOID() }
    func own(_ oid: OID) -> OID {
      let place = Int(oid) - Int(Self.firstOID)
      return oids.indices.contains(place) ? oids[place] : oid
    }
    BuiltinRow.forEach(in: types) { _, row in
      guard let type = BuiltinDecoder.type(schema, &row) else { return }
      state.add(adopted(type, own))
    }
    BuiltinRow.forEach(in: functions) { _, row in
      let oid = row.oid()
      guard let function = BuiltinDecoder.function(schema, &row, oid: oid) else { return }
      state.add(adopted(function, own))
    }
    BuiltinRow.forEach(in: operators) { _, row in
      guard let found = BuiltinDecoder.operator(schema, &row) else { return }
      state.operators.append(adopted(found, own))
    }
    BuiltinRow.forEach(in: operatorClasses) { _, row in
      var found = OperatorClass(schema: schema, name: row.string(), method: row.string(), input: own(row.oid()), isDefault: !row.letters().isEmpty)
      found.extensionName = name
      state.operatorClasses.append(found)
    }
    BuiltinRow.forEach(in: casts) { _, row in
      guard var cast = BuiltinDecoder.cast(schema, &row) else { return }
      (cast.source, cast.target, cast.function, cast.extensionName) = (own(cast.source), own(cast.target), own(cast.function), name)
      state.casts.append(cast)
    }
    var found: [Relation] = []
    BuiltinDecoder.readRelations(relations, into: &found)
    for relation in found { state.add(adopted(relation, in: schema, own)) }
  }

  private func adopted(_ type: PostgresType, _ own: (OID) -> OID) -> PostgresType {
    var type = type
    (type.oid, type.element, type.array, type.base, type.relation) = (own(type.oid), own(type.element), own(type.array), own(type.base), own(type.relation))
    type.extensionName = name
    return type
  }

  private func adopted(_ function: Function, _ own: (OID) -> OID) -> Function {
    var function = function
    (function.oid, function.result, function.variadic) = (own(function.oid), own(function.result), own(function.variadic))
    function.arguments = function.arguments.map(own)
    for place in function.outputs.indices { function.outputs[place].type = own(function.outputs[place].type) }
    if let type = function.aggregate?.transitionType { function.aggregate?.transitionType = own(type) }
    function.extensionName = name
    return function
  }

  private func adopted(_ found: Operator, _ own: (OID) -> OID) -> Operator {
    var found = found
    (found.oid, found.left, found.right, found.result, found.function) = (own(found.oid), own(found.left), own(found.right), own(found.result), own(found.function))
    (found.commutator, found.negator, found.extensionName) = (own(found.commutator), own(found.negator), name)
    return found
  }

  private func adopted(_ relation: Relation, in schema: String, _ own: (OID) -> OID) -> Relation {
    var relation = relation
    (relation.oid, relation.rowType, relation.schema, relation.extensionName) = (own(relation.oid), own(relation.rowType), schema, name)
    for place in relation.columns.indices { relation.columns[place].type = own(relation.columns[place].type) }
    return relation
  }
}

import PostgresCatalog
import PostgresSyntax
import SourceText

/// Type names made oids and modifiers ("Data Types"; `typenameTypeIdAndMod`).
extension Inference {
  /// The type that a `typeName` node names; nil for one that the catalog lacks or a hole.
  func typeReference(_ id: NodeID) -> TypeReference? {
    isDone[Int(id.index)] = true
    guard kind(id) == .typeName, tree.text.atoms.isEmpty || !tree.containsHole(id) else { return nil }
    let name = tree.typeName(of: id)
    guard let type = cache.type(named: name.name, schema: name.schema) else {
      undefinedType(id, name)
      return nil
    }
    if let problem = TypeModifier.problem(type, name.modifiers, count: count(id, .modifier)) {
      report(problem.sqlstate, problem.message, at: id)
    }
    var found = TypeReference(type.oid, modifier: EncodedModifier.value(of: type.oid, name.modifiers))
    if name.arrayDimensions > 0 {
      guard type.array != 0 else { return nil }
      found.oid = type.array
    }
    set(id, found)
    return found
  }

  private func undefinedType(_ id: NodeID, _ name: TypeName) {
    guard !analyzer.index.catalog.types.isEmpty, name.schema != "pg_catalog", name.schema != "pg_temp", !Self.pseudoNames.contains(name.name) else { return }
    if let schema = name.schema, analyzer.index.schema(named: schema) == nil, !analyzer.index.catalog.schemas.isEmpty {
      return report("3F000", "schema \"\(schema)\" does not exist", at: id)
    }
    let shown = (name.schema.map { $0 + "." } ?? "") + name.name + (name.arrayDimensions > 0 ? "[]" : "")
    report("42704", "type \"\(shown)\" does not exist", at: id)
  }

  /// COLLATE (`transformCollateClause`): the collation is there, and the type has any.
  func collation(_ id: NodeID, _ nameNode: NodeID, _ type: OID) {
    let words = child(id, .operand).map { tree.tokens(in: ByteRange(tree[$0].range.end, tree[id].range.end)) }
    let place = words?.first?.range ?? tree[id].range
    if type != .unknown, isCertain(type), !types.isCollatable(type) {
      return report("42804", "collations are not supported by type \(display(type))", in: place)
    }
    guard let name = schemaAndName(nameNode) else { return }
    collationName(name, at: place)
  }

  func collationName(_ name: (schema: String?, name: String), at place: ByteRange) {
    let catalog = analyzer.index.catalog
    if let schema = name.schema, isMissing(schema: schema) { return report("3F000", "schema \"\(schema)\" does not exist", in: place) }
    let schemas = name.schema.map { [$0] } ?? analyzer.index.path
    guard !catalog.collations.isEmpty, !catalog.collations.contains(where: { $0.name == name.name && schemas.contains($0.schema) }) else {
      return
    }
    let shown = (name.schema.map { $0 + "." } ?? "") + name.name
    report("42704", "collation \"\(shown)\" for encoding \"\(catalog.encoding)\" does not exist", in: place)
  }

  /// Names that stand for a type in column definitions only.
  private static let pseudoNames: Set<String> = ["serial", "serial2", "serial4", "serial8", "smallserial", "bigserial"]
}

import PostgresCatalog
import PostgresSyntax

/// Type names made oids and modifiers ("Data Types"; `typenameTypeIdAndMod`).
extension Inference {
  /// The type that a `typeName` node names; nil for one that the catalog lacks or a hole.
  func typeReference(_ id: NodeID) -> TypeReference? {
    isDone[Int(id.index)] = true
    guard kind(id) == .typeName, tree.text.atoms.isEmpty || !tree.containsHole(id) else { return nil }
    let name = tree.typeName(of: id)
    guard let type = analyzer.index.type(named: name.name, schema: name.schema) else {
      undefinedType(id, name)
      return nil
    }
    var found = TypeReference(type.oid, modifier: TypeModifier.encoded(of: type.oid, name.modifiers))
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

  /// Names that stand for a type in column definitions only.
  private static let pseudoNames: Set<String> = ["serial", "serial2", "serial4", "serial8", "smallserial", "bigserial"]
}

/// Making a `Catalog` of the state, in the order in which a live server's is read, definitions written out.
extension SchemaState {
  /// The catalog as analysis of a query needs it while statements are applied: without definitions.
  func catalog(searchPath: [String]) -> Catalog {
    var catalog = base.catalog
    catalog.searchPath = searchPath.filter { schemas[$0] != nil }
    catalog.schemas = schemas.values.sorted { Self.precedes($0.name, $1.name) }
    catalog.relations += relations.values.sorted { $0.oid < $1.oid }
    catalog.types += types.values.sorted { $0.oid < $1.oid }
    catalog.functions += functions.values.sorted { $0.oid < $1.oid }
    catalog.operators += operators
    catalog.operatorClasses += operatorClasses
    catalog.casts += casts
    catalog.collations += collations
    catalog.extensions = extensions
    return catalog
  }

  /// The catalog after the last statement.
  func finished() -> Catalog {
    var state = self
    for relation in relations.values where relation.persistence == .temporary {
      state.removeRelation(relation.oid)
      state.removeType(relation.rowType)
    }
    var catalog = state.catalog(searchPath: databasePath ?? DDLInterpreter.defaultPath)
    catalog.comment = databaseComment
    var plain = catalog
    plain.searchPath = []
    let writer = DefinitionWriter(index: CatalogIndex(plain), state: self)
    for place in catalog.relations.indices where state.relations[catalog.relations[place].oid] != nil { writer.finish(&catalog.relations[place]) }
    for place in catalog.functions.indices where state.functions[catalog.functions[place].oid] != nil { writer.finish(&catalog.functions[place]) }
    for place in catalog.types.indices { catalog.types[place].checks.sort { Self.precedes($0.name, $1.name) } }
    catalog.relations.sort { ($0.schema, $0.name) == ($1.schema, $1.name) ? $0.oid < $1.oid : Self.precedes($0.schema, $0.name, $1.schema, $1.name) }
    catalog.collations.sort { Self.precedes($0.schema, $0.name, $1.schema, $1.name) }
    catalog.operatorClasses.sort { Self.precedes($0.schema, $0.name, $1.schema, $1.name) }
    catalog.casts.sort { ($0.source, $0.target) < ($1.source, $1.target) }
    catalog.extensions.sort { Self.precedes($0.name, $1.name) }
    markSerials(&catalog)
    linkOperators(&catalog)
    catalog.linkSequences()
    return catalog
  }

  /// As `name` sorts: by bytes.
  static func precedes(_ a: String, _ b: String) -> Bool { a.utf8.lexicographicallyPrecedes(b.utf8) }

  private static func precedes(_ schema1: String, _ name1: String, _ schema2: String, _ name2: String) -> Bool {
    schema1 == schema2 ? precedes(name1, name2) : precedes(schema1, schema2)
  }

  /// A column is serial when its default draws from a sequence that it owns.
  private func markSerials(_ catalog: inout Catalog) {
    var owned: [QualifiedName: [(column: String, call: String)]] = [:]
    for relation in catalog.relations {
      guard let owner = relation.sequence?.owner, !owner.isIdentity else { continue }
      owned[owner.relation, default: []].append((owner.column, DDLInterpreter.literal(relation.qualifiedName.description) + "::regclass"))
    }
    for place in catalog.relations.indices where relations[catalog.relations[place].oid] != nil {
      let sequences = owned[catalog.relations[place].qualifiedName] ?? []
      for number in catalog.relations[place].columns.indices {
        let column = catalog.relations[place].columns[number]
        catalog.relations[place].columns[number].isSerial = sequences.contains {
          $0.column == column.name && column.defaultExpression?.contains($0.call) == true
        }
      }
    }
  }

  private func linkOperators(_ catalog: inout Catalog) {
    guard !operatorLinks.isEmpty else { return }
    func place(_ name: String, _ left: OID, _ right: OID) -> Int? {
      catalog.operators.lastIndex { $0.name == name && $0.left == left && $0.right == right }
    }
    for number in catalog.operators.indices {
      let made = catalog.operators[number]
      guard let links = operatorLinks[made.oid] else { continue }
      if let other = links.commutator.flatMap({ place($0, made.right, made.left) }) {
        catalog.operators[number].commutator = catalog.operators[other].oid
        if catalog.operators[other].commutator == 0 { catalog.operators[other].commutator = made.oid }
      }
      if let other = links.negator.flatMap({ place($0, made.left, made.right) }) {
        catalog.operators[number].negator = catalog.operators[other].oid
        if catalog.operators[other].negator == 0 { catalog.operators[other].negator = made.oid }
      }
    }
  }
}

import PostgresCatalog

/// Relations, their columns and where their rows come from.
extension CatalogReader {
  mutating func readRelation(_ row: inout CopyRow) {
    let (oid, schema, name) = (row.oid(), row.string(), row.string())
    guard let kind = Relation.Kind(rawValue: row.string()) else { return }
    var relation = Relation(oid: oid, schema: schema, name: name, kind: kind, rowType: row.oid())
    relation.persistence = Relation.Persistence(rawValue: row.string()) ?? .permanent
    (relation.hasRowSecurity, relation.forcesRowSecurity) = (row.bool(), row.bool())
    relation.isPartition = row.bool()
    relation.ofType = row.oid()
    relation.viewOptions.isPopulated = row.bool()
    relation.selectable = row.bool()
    for option in row.array() { Self.read(option, into: &relation.viewOptions) }
    relation.viewDefinition = row.optional()
    relation.partitionKey = row.optional()
    relation.partitionBound = row.optional()
    let (server, options) = (row.optional(), row.array())
    relation.foreign = server.map { ForeignOptions(server: $0, options: options) }
    relation.comment = row.optional()
    // Of a composite type the type is the member, not the relation behind it.
    relation.extensionName = extensionName(oid, in: "pg_class") ?? (kind == .compositeType ? extensionName(relation.rowType, in: "pg_type") : nil)
    relationPlaces[oid] = catalog.relations.count
    catalog.relations.append(relation)
  }

  /// Takes one of `pg_class.reloptions`: `security_barrier=true`; booleans in any of PostgreSQL's spellings.
  private static func read(_ option: String, into options: inout ViewOptions) {
    let parts = option.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return }
    let isOn = ["on", "yes", "1"].contains(parts[1].lowercased()) || "true".hasPrefix(parts[1].lowercased())
      || "yes".hasPrefix(parts[1].lowercased())
    switch parts[0] {
    case "security_barrier": options.isSecurityBarrier = isOn
    case "security_invoker": options.isSecurityInvoker = isOn
    case "check_option": options.checkOption = ViewOptions.CheckOption(rawValue: parts[1].lowercased())
    default: break
    }
  }

  mutating func readColumn(_ row: inout CopyRow) {
    let (relation, number, name, type) = (row.oid(), row.int(), row.string(), row.oid())
    guard let place = relationPlaces[relation] else { return }
    var column = Column(
      number: number, name: name, type: type, typeModifier: row.integer(), isNotNull: row.bool(),
      identity: Column.Identity(rawValue: row.string()), generation: Column.Generation(rawValue: row.string()))
    (column.isLocal, column.isInherited) = (row.bool(), row.bool())
    let collation = row.oid()
    if collation != 0 {
      columnCollations[ColumnPlace(relation: relation, number: number)] = collation
      column.collation = collationName(collation)
    }
    if let found = collationPlaces[collation != 0 ? collation : typeCollations[type] ?? 0] {
      column.hasDeterministicCollation = catalog.collations[found].isDeterministic
    }
    column.defaultExpression = row.optional()
    column.foreignOptions = row.array()
    column.comment = row.optional()
    catalog.relations[place].columns.append(column)
  }

  mutating func readInheritance(_ row: inout CopyRow) {
    let (child, parent) = (row.oid(), row.oid())
    if let place = relationPlaces[child], let name = relationName(parent), let above = relationPlaces[parent] {
      catalog.relations[place].parents.append(name)
      if !catalog.relations[place].isPartition { catalog.relations[above].hasInheritanceChildren = true }
    } else if let place = indexPlaces[child], let above = indexPlaces[parent] {
      let name = catalog.relations[above.relation].indexes[above.index].name
      catalog.relations[place.relation].indexes[place.index].parent = QualifiedName(catalog.relations[above.relation].schema, name)
    }
  }

  mutating func readSequence(_ row: inout CopyRow) {
    let oid = row.oid()
    guard let place = relationPlaces[oid] else { return }
    var options = SequenceOptions(
      type: row.oid(), start: row.integer(), increment: row.integer(), minimum: row.integer(), maximum: row.integer(),
      cache: row.integer(), isCycling: row.bool())
    let owner = ColumnPlace(relation: row.oid(), number: row.int())
    if let above = relationPlaces[owner.relation], let column = column(owner.number, ofRelationAt: above) {
      options.owner = .init(relation: catalog.relations[above].qualifiedName, column: column.name, isIdentity: row.string() == "i")
      sequenceOwners[oid] = owner
    }
    catalog.relations[place].sequence = options
  }

  mutating func readDrawnSequence(_ row: inout CopyRow) {
    let (column, sequence) = (ColumnPlace(relation: row.oid(), number: row.int()), row.oid())
    guard sequenceOwners[sequence] == column, let place = relationPlaces[column.relation],
      let number = columnPlace(column.number, ofRelationAt: place)
    else { return }
    catalog.relations[place].columns[number].isSerial = true
    catalog.relations[place].columns[number].sequence = relationName(sequence)
  }
}

import PostgresCatalog

/// Reads a live server's catalog into a `Catalog`.
///
/// A fixed number of queries, whatever the size of the database, in one transaction, so that all see the same state. Schemas without
/// USAGE and relations without SELECT are read like others (the system catalogs show them to everybody) and marked.
package enum CatalogLoader {
  /// - Throws: `PostgresFailure` when the server refuses a query, is older than PostgreSQL 11, or the connection is lost.
  package static func load(_ connection: PostgresConnection) async throws(PostgresFailure) -> Catalog {
    let version = await connection.serverVersion
    guard version == 0 || version >= 110_000 else {
      let message = "the catalog of PostgreSQL \(version / 10_000) cannot be read; 11 is the oldest that can"
      throw .refused(PostgresError(sqlstate: "0A000", message: message))
    }
    let queries = CatalogQueries(version: version).all
    let results = try await connection.consistentQueries(queries, timeout: 60_000)
    guard results.count == queries.count else { throw .lost("the catalog was read in part only") }
    var reader = CatalogReader()
    reader.readSettings(results[0])
    reader.catalog.schemas = results[1].rows.map(CatalogReader.schema)
    reader.catalog.relations = results[2].rows.compactMap(CatalogReader.relation)
    reader.indexRelations()
    reader.readColumns(results[3])
    reader.readConstraints(results[4])
    reader.readIndexes(results[5])
    reader.readTriggers(results[6])
    reader.catalog.types = results[7].rows.compactMap(CatalogReader.type)
    reader.catalog.functions = results[8].rows.compactMap(CatalogReader.function)
    reader.catalog.operators = results[9].rows.map(CatalogReader.operator)
    reader.catalog.casts = results[10].rows.compactMap(CatalogReader.cast)
    reader.catalog.extensions = results[11].rows.map { row in
      var row = row
      return Extension(name: row.string())
    }
    reader.readSequences(results[12])
    reader.catalog.linkSequences()
    reader.readInheritance(results[13])
    reader.readDomains(results[14])
    reader.readMembers(results[15])
    return reader.catalog
  }
}

/// Puts rows of `CatalogQueries` into a `Catalog`. Fields are read in the order of the query's SELECT list.
struct CatalogReader {
  var catalog = Catalog()
  private var places: [OID: Int] = [:]

  mutating func readSettings(_ rowset: Rowset) {
    guard var row = rowset.rows.first else { return }
    catalog.serverVersion = row.int()
    catalog.serverVersionText = row.string()
    catalog.database = row.string()
    catalog.encoding = row.string()
    catalog.collation = row.string()
    catalog.characterType = row.string()
    catalog.timeZone = row.string()
    catalog.standardConformingStrings = row.bool()
    catalog.searchPath = row.array()
  }

  mutating func indexRelations() {
    places = Dictionary(catalog.relations.enumerated().map { ($1.oid, $0) }, uniquingKeysWith: { first, _ in first })
  }

  mutating func readColumns(_ rowset: Rowset) {
    read(rowset) { row, relation in
      relation.columns.append(
        Column(
          number: row.int(), name: row.string(), type: row.oid(), typeModifier: row.int32(), isNotNull: row.bool(),
          defaultExpression: row.optional(), identity: Column.Identity(rawValue: row.string()), generation: row.bool() ? .stored : nil,
          isSerial: row.bool(), collation: row.optional(), hasDeterministicCollation: row.bool(), comment: row.optional()))
    }
  }

  mutating func readConstraints(_ rowset: Rowset) {
    read(rowset) { row, relation in
      let name = row.string()
      guard let kind = Constraint.Kind(rawValue: row.string()) else { return }
      var constraint = Constraint(
        name: name, kind: kind, columns: row.array(), definition: row.string(), isDeferrable: row.bool(), isValidated: row.bool(),
        referencedSchema: row.optional(), referencedTable: row.optional(), referencedColumns: row.array(), onDelete: row.optional(),
        onUpdate: row.optional(), checkExpression: row.optional(), index: row.oid())
      if kind != .foreignKey { (constraint.onDelete, constraint.onUpdate) = (nil, nil) }
      relation.constraints.append(constraint)
    }
  }

  mutating func readIndexes(_ rowset: Rowset) {
    read(rowset) { row, relation in
      let (oid, name, method) = (row.oid(), row.string(), row.string())
      let (isUnique, isPrimary, isValid, nullsNotDistinct) = (row.bool(), row.bool(), row.bool(), row.bool())
      let (keyCount, columns, expressions) = (row.int(), row.optionalArray() ?? [], row.array())
      let options = row.array().map { Int($0) ?? 0 }
      let keys = expressions.enumerated().map { place, expression in
        let option = place < options.count ? options[place] : 0
        return Index.Key(
          column: place < columns.count ? columns[place] : nil, expression: expression, isDescending: option & 1 != 0,
          nullsFirst: option & 2 != 0)
      }
      relation.indexes.append(
        Index(
          oid: oid, name: name, method: method, isUnique: isUnique, isPrimary: isPrimary, isValid: isValid,
          nullsNotDistinct: nullsNotDistinct, keys: keys, included: columns.dropFirst(keyCount).compactMap { $0 },
          predicate: row.optional(), definition: row.string()))
    }
  }

  mutating func readTriggers(_ rowset: Rowset) {
    read(rowset) { row, relation in relation.triggers.append(Trigger(name: row.string(), definition: row.string())) }
  }

  mutating func readSequences(_ rowset: Rowset) {
    read(rowset) { row, relation in
      let owner = SequenceOptions.Owner(
        relation: QualifiedName(row.string(), row.string()), column: row.string(), isIdentity: row.string() == "i")
      relation.sequence = SequenceOptions(
        start: Int64(row.string()) ?? 1, increment: Int64(row.string()) ?? 1, isCycling: row.bool(), owner: owner)
    }
  }

  mutating func readMembers(_ rowset: Rowset) {
    let members = Dictionary(rowset.rows.map { row in
      var row = row
      return (row.oid(), row.string())
    }, uniquingKeysWith: { first, _ in first })
    for place in catalog.relations.indices { catalog.relations[place].extensionName = members[catalog.relations[place].oid] }
    for place in catalog.types.indices { catalog.types[place].extensionName = members[catalog.types[place].oid] }
    for place in catalog.functions.indices { catalog.functions[place].extensionName = members[catalog.functions[place].oid] }
  }

  mutating func readInheritance(_ rowset: Rowset) {
    read(rowset) { row, relation in
      let (schema, name) = (row.optional(), row.optional())
      if let schema, let name { relation.parents.append(QualifiedName(schema, name)) }
      relation.isPartition = row.bool()
      relation.partitionKey = row.optional()
    }
  }

  mutating func readDomains(_ rowset: Rowset) {
    let places = Dictionary(catalog.types.enumerated().map { ($1.oid, $0) }, uniquingKeysWith: { first, _ in first })
    for var row in rowset.rows {
      guard let place = places[row.oid()] else { continue }
      catalog.types[place].defaultExpression = row.optional()
      if let name = row.optional() { catalog.types[place].checks.append(DomainCheck(name: name, expression: row.string())) }
    }
  }

  /// Each row begins with the oid of the relation that it adds to.
  private mutating func read(_ rowset: Rowset, _ add: (inout Rowset.Row, inout Relation) -> Void) {
    for var row in rowset.rows {
      guard let place = places[row.oid()] else { continue }
      add(&row, &catalog.relations[place])
    }
  }
}

extension CatalogReader {
  static func schema(_ row: Rowset.Row) -> Schema {
    var row = row
    return Schema(oid: row.oid(), name: row.string(), usable: row.bool())
  }

  static func relation(_ row: Rowset.Row) -> Relation? {
    var row = row
    let (oid, schema, name) = (row.oid(), row.string(), row.string())
    guard let kind = Relation.Kind(rawValue: row.string()) else { return nil }
    var relation = Relation(oid: oid, schema: schema, name: name, kind: kind, rowType: row.oid())
    relation.comment = row.optional()
    if row.bool(), schema != "pg_catalog" { relation.rules = [Rule(name: "", event: .select, definition: "")] }
    relation.hasRowSecurity = row.bool()
    relation.hasInheritanceChildren = row.bool()
    relation.viewDefinition = row.optional()
    relation.selectable = row.bool()
    return relation
  }

  static func type(_ row: Rowset.Row) -> PostgresType? {
    var row = row
    let (oid, schema, name) = (row.oid(), row.string(), row.string())
    guard let kind = PostgresType.Kind(rawValue: row.string()) else { return nil }
    return PostgresType(
      oid: oid, schema: schema, name: name, kind: kind, category: row.string().first ?? "U", isPreferred: row.bool(),
      element: row.oid(), array: row.oid(), base: row.oid(), baseModifier: row.int32(), isNotNull: row.bool(), relation: row.oid(),
      labels: row.array())
  }

  static func function(_ row: Rowset.Row) -> Function? {
    var row = row
    let (oid, schema, name) = (row.oid(), row.string(), row.string())
    guard let kind = Function.Kind(rawValue: row.string()) else { return nil }
    let (arguments, names, modes, allTypes) = (row.oids(), row.array(), row.array(), row.oids())
    let numbered = modes.enumerated()
    func argumentName(_ place: Int) -> String { place < names.count ? names[place] : "" }
    let inputs = modes.isEmpty ? names : numbered.filter { ["i", "b", "v"].contains($1) }.map { argumentName($0.offset) }
    let outputs = numbered.filter { ["o", "b", "t"].contains($1) && $0 < allTypes.count }.map {
      Function.Output(name: argumentName($0.offset), type: allTypes[$0.offset])
    }
    return Function(
      oid: oid, schema: schema, name: name, kind: kind, arguments: arguments, argumentNames: inputs, defaults: row.int(),
      variadic: row.oid(), result: row.oid(), returnsSet: row.bool(), isStrict: row.bool(),
      volatility: Function.Volatility(rawValue: row.string()) ?? .volatile, outputs: outputs)
  }

  static func `operator`(_ row: Rowset.Row) -> Operator {
    var row = row
    return Operator(
      oid: row.oid(), schema: row.string(), name: row.string(), left: row.oid(), right: row.oid(), result: row.oid(),
      function: row.oid())
  }

  static func cast(_ row: Rowset.Row) -> Cast? {
    var row = row
    let (source, target) = (row.oid(), row.oid())
    guard let context = Cast.Context(rawValue: row.string()) else { return nil }
    return Cast(source: source, target: target, context: context, function: row.oid(), isBinary: row.bool())
  }
}

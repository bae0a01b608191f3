import PostgresCatalog

/// Puts rows of `CatalogQueries` into a `Catalog`, in the order of `CatalogLoader.steps`.
///
/// A row whose letters (kind, mode…) this version does not know is left out: a newer server has more of them.
struct CatalogReader: Sendable {
  var catalog = Catalog()
  var relationPlaces: [OID: Int] = [:]
  var typePlaces: [OID: Int] = [:]
  var functionPlaces: [OID: Int] = [:]
  var operatorPlaces: [OID: Int] = [:]
  var collationPlaces: [OID: Int] = [:]
  var operatorClassPlaces: [OID: Int] = [:]
  /// A type's own collation, 0 for none, and where a column has another.
  var typeCollations: [OID: OID] = [:]
  var columnCollations: [ColumnPlace: OID] = [:]
  var indexPlaces: [OID: (relation: Int, index: Int)] = [:]
  var sequenceOwners: [OID: ColumnPlace] = [:]
  private var members: [String: [OID: String]] = [:]

  /// A column by its relation's oid and its number.
  struct ColumnPlace: Hashable {
    var relation: OID
    var number: Int
  }

  /// Puts in order what came in any, and gives the catalog.
  mutating func finish() -> Catalog {
    for place in catalog.relations.indices {
      let numbers = catalog.relations[place].columns.map(\.number)
      if !zip(numbers, numbers.dropFirst()).allSatisfy(<) { catalog.relations[place].columns.sort { $0.number < $1.number } }
      catalog.relations[place].constraints.sort { $0.name < $1.name }
      catalog.relations[place].indexes.sort { $0.name < $1.name }
      catalog.relations[place].triggers.sort { $0.name < $1.name }
      catalog.relations[place].rules.sort { $0.name < $1.name }
      catalog.relations[place].policies.sort { $0.name < $1.name }
    }
    catalog.linkSequences()
    spreadExtensions()
    return catalog
  }

  /// Array types and row types are not said to be members, but go with their element or relation.
  private mutating func spreadExtensions() {
    for type in catalog.types where type.extensionName != nil && type.array != 0 {
      if let place = typePlaces[type.array] { catalog.types[place].extensionName = type.extensionName }
    }
    for relation in catalog.relations where relation.extensionName != nil {
      guard let place = typePlaces[relation.rowType] else { continue }
      catalog.types[place].extensionName = relation.extensionName
      if let array = typePlaces[catalog.types[place].array] { catalog.types[array].extensionName = relation.extensionName }
    }
  }

  mutating func readSettings(_ row: inout CopyRow) {
    catalog.serverVersion = row.int()
    catalog.serverVersionText = row.string()
    catalog.database = row.string()
    catalog.comment = row.optional()
    catalog.encoding = row.string()
    catalog.collation = row.string()
    catalog.characterType = row.string()
    catalog.localeProvider = Collation.Provider(rawValue: row.string()) ?? .libc
    catalog.timeZone = row.string()
    catalog.monetaryLocale = row.string()
    catalog.numericLocale = row.string()
    catalog.standardConformingStrings = row.bool()
    catalog.searchPath = row.array()
  }

  mutating func readMember(_ row: inout CopyRow) {
    let (table, oid) = (row.string(), row.oid())
    members[String(table.split(separator: ".").last ?? ""), default: [:]][oid] = row.string()
  }

  /// The extension that made an object of a system table.
  func extensionName(_ oid: OID, in table: String) -> String? { members[table]?[oid] }

  mutating func readExtension(_ row: inout CopyRow) {
    catalog.extensions.append(Extension(name: row.string(), version: row.string(), schema: row.string(), comment: row.optional()))
  }

  mutating func readSchema(_ row: inout CopyRow) {
    let oid = row.oid()
    catalog.schemas.append(
      Schema(
        oid: oid, name: row.string(), usable: row.bool(), comment: row.optional(), extensionName: extensionName(oid, in: "pg_namespace")))
  }

  mutating func readCollation(_ row: inout CopyRow) {
    let (oid, schema, name) = (row.oid(), row.string(), row.string())
    guard let provider = Collation.Provider(rawValue: row.string()) else { return }
    collationPlaces[oid] = catalog.collations.count
    catalog.collations.append(
      Collation(
        schema: schema, name: name, provider: provider, isDeterministic: row.bool(), collate: row.optional(),
        characterType: row.optional(), locale: row.optional(), rules: row.optional(), encoding: row.optional(), comment: row.optional(),
        extensionName: extensionName(oid, in: "pg_collation")))
  }

  // MARK: Names of what has been read

  /// Qualified and quoted, nil for 0 and for one that is not there.
  func collationName(_ oid: OID) -> String? {
    collationPlaces[oid].map { QualifiedName(catalog.collations[$0].schema, catalog.collations[$0].name).description }
  }

  func functionName(_ oid: OID) -> QualifiedName? { functionPlaces[oid].map { catalog.functions[$0].qualifiedName } }

  func relationName(_ oid: OID) -> QualifiedName? { relationPlaces[oid].map { catalog.relations[$0].qualifiedName } }

  /// The column of that number, nil for system columns and those that are not there.
  ///
  /// - Parameter place: Of the relation in `catalog.relations`.
  func column(_ number: Int, ofRelationAt place: Int) -> Column? {
    columnPlace(number, ofRelationAt: place).map { catalog.relations[place].columns[$0] }
  }

  func columnPlace(_ number: Int, ofRelationAt place: Int) -> Int? {
    let likely = number - 1  // but for dropped columns, and for rows that came out of order
    let columns = catalog.relations[place].columns
    if columns.indices.contains(likely), columns[likely].number == number { return likely }
    return columns.firstIndex { $0.number == number }
  }
}

import PostgresCatalog

/// A unique key of a table, as far as ON CONFLICT asks for it.
struct UniqueKey: Hashable {
  let name: String
  let columns: [String]

  /// The plain unique keys of a table: no expressions, no predicate, NULLs distinct.
  static func plain(of relation: Relation) -> [UniqueKey] {
    relation.indexes.filter { isPlain($0) }.map { UniqueKey(name: $0.name, columns: $0.keys.compactMap(\.column)) }
  }

  /// Whether the table has unique keys that are not plain.
  static func hasOthers(_ relation: Relation) -> Bool { relation.indexes.contains { $0.isUnique && !isPlain($0) } }

  private static func isPlain(_ index: Index) -> Bool {
    index.isUnique && index.isValid && !index.nullsNotDistinct && index.predicate == nil && index.keys.allSatisfy { $0.column != nil }
  }

  /// Whether a row with values for these columns only can meet another row's key: not where a column of the key is generated or NULL.
  func canConflict(inserting columns: [Column], into relation: Relation) -> Bool {
    self.columns.allSatisfy { name in
      if columns.contains(where: { $0.name == name }) { return true }
      guard let column = relation.columns.first(where: { $0.name == name }) else { return true }
      let isGenerated = column.isSerial || column.identity != nil || column.defaultExpression == "gen_random_uuid()"
      return !isGenerated && column.defaultExpression != nil
    }
  }
}

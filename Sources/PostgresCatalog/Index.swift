/// A row of `pg_index`.
public struct Index: Hashable, Sendable {
  public struct Key: Hashable, Sendable {
    /// The column's name, or nil for an expression.
    package var column: String?
    /// As `pg_get_indexdef` prints the key.
    package var expression: String
    package var isDescending: Bool
    package var nullsFirst: Bool
    /// Qualified and quoted name of the collation where it is not the column's or expression's own.
    package var collation: String?
    /// Qualified and quoted name of the operator class where it is not the type's default: `pg_catalog.text_pattern_ops`.
    package var operatorClass: String?

    package init(
      column: String?, expression: String, isDescending: Bool = false, nullsFirst: Bool = false, collation: String? = nil,
      operatorClass: String? = nil
    ) {
      (self.column, self.expression, self.isDescending, self.nullsFirst) = (column, expression, isDescending, nullsFirst)
      (self.collation, self.operatorClass) = (collation, operatorClass)
    }
  }

  package var oid: OID
  package var name: String
  /// btree, hash, gin, gist, brin, spgist…
  package var method: String
  package var isUnique: Bool
  package var isPrimary: Bool
  /// Whether an exclusion constraint stands behind it.
  package var isExclusion = false
  /// Off for one whose `CREATE INDEX CONCURRENTLY` failed, and for a partitioned one that lacks parts.
  package var isValid: Bool
  package var nullsNotDistinct: Bool
  package var keys: [Key]
  /// INCLUDE columns.
  package var included: [String]
  package var predicate: String?
  /// `pg_get_indexdef`.
  package var definition: String
  /// The partitioned table's index that it is a part of.
  package var parent: QualifiedName?
  package var comment: String?

  package init(
    oid: OID, name: String, method: String, isUnique: Bool, isPrimary: Bool, isValid: Bool = true, nullsNotDistinct: Bool = false,
    keys: [Key], included: [String] = [], predicate: String? = nil, definition: String
  ) {
    (self.oid, self.name, self.method, self.isUnique, self.isPrimary) = (oid, name, method, isUnique, isPrimary)
    (self.isValid, self.nullsNotDistinct, self.keys, self.included) = (isValid, nullsNotDistinct, keys, included)
    (self.predicate, self.definition) = (predicate, definition)
  }
}

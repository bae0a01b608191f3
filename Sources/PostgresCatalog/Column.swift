/// A row of `pg_attribute`.
public struct Column: Hashable, Sendable {
  /// `pg_attribute.attidentity`.
  public enum Identity: String, Sendable, CaseIterable { case always = "a", byDefault = "d" }
  /// `pg_attribute.attgenerated`; virtual ones come with PostgreSQL 18.
  public enum Generation: String, Sendable, CaseIterable { case stored = "s", virtual = "v" }

  /// `pg_attribute.attnum`, from 1; dropped columns leave gaps.
  package var number: Int
  package var name: String
  package var type: OID
  /// `pg_attribute.atttypmod`, -1 for none.
  package var typeModifier: Int32
  package var isNotNull: Bool
  /// The expression as PostgreSQL prints it, or nil; of generated columns the generation expression.
  package var defaultExpression: String?
  package var identity: Identity?
  package var generation: Generation?
  /// Whether the default is nextval of a sequence that the column owns (serial).
  package var isSerial: Bool
  /// Whether the table itself defines it, and whether a parent does: both where a child repeats an inherited column.
  package var isLocal = true
  package var isInherited = false
  /// Qualified and quoted name of the collation where it is not the type's default.
  package var collation: String?
  /// Whether that collation is deterministic.
  package var hasDeterministicCollation: Bool
  package var comment: String?
  /// The sequence that it owns and draws from, of serial and identity columns.
  package var sequence: QualifiedName?
  /// `name=value`, of a foreign table's column.
  package var foreignOptions: [String] = []

  package init(
    number: Int, name: String, type: OID, typeModifier: Int32 = -1, isNotNull: Bool = false, defaultExpression: String? = nil,
    identity: Identity? = nil, generation: Generation? = nil, isSerial: Bool = false, collation: String? = nil,
    hasDeterministicCollation: Bool = true, comment: String? = nil
  ) {
    (self.number, self.name, self.type, self.typeModifier, self.isNotNull) = (number, name, type, typeModifier, isNotNull)
    (self.defaultExpression, self.identity, self.generation, self.isSerial) = (defaultExpression, identity, generation, isSerial)
    (self.collation, self.hasDeterministicCollation, self.comment) = (collation, hasDeterministicCollation, comment)
  }

  package var isGenerated: Bool { generation != nil }
}

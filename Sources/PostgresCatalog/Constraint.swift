/// A constraint of a relation: a row of `pg_constraint`.
///
/// NOT NULL constraints, which PostgreSQL 18 lists too, are `Column.isNotNull` here.
public struct Constraint: Hashable, Sendable {
  /// `pg_constraint.contype`.
  public enum Kind: String, Sendable, CaseIterable { case primaryKey = "p", unique = "u", foreignKey = "f", check = "c", exclusion = "x" }

  /// `pg_constraint.confmatchtype`.
  public enum Match: String, Sendable, CaseIterable { case simple = "s", full = "f", partial = "p" }

  package var name: String
  package var kind: Kind
  /// Column names in key order; of an exclusion constraint those elements that are columns.
  package var columns: [String]
  /// `pg_get_constraintdef`.
  package var definition: String
  package var isDeferrable: Bool
  package var isInitiallyDeferred = false
  package var isValidated: Bool
  /// Off for `NOT ENFORCED` (from PostgreSQL 18).
  package var isEnforced = true
  /// Whether the relation itself defines it, and whether a parent does.
  package var isLocal = true
  package var isInherited = false
  /// Of a check: children do not get it.
  package var isNoInherit = false
  /// `WITHOUT OVERLAPS` or `PERIOD` (from PostgreSQL 18).
  package var isTemporal = false
  /// For a foreign key.
  package var referencedSchema: String?
  package var referencedTable: String?
  package var referencedColumns: [String]
  package var match = Match.simple
  /// `pg_constraint.confdeltype` and `confupdtype`: a, r, c, n, d.
  package var onDelete: String?
  package var onUpdate: String?
  /// The columns that `ON DELETE SET NULL (…)` or `SET DEFAULT (…)` names (from PostgreSQL 15), empty for all.
  package var onDeleteColumns: [String] = []
  /// For a check: its expression alone (`pg_get_expr`).
  package var checkExpression: String?
  /// For an exclusion constraint: the operator of each element.
  package var exclusionOperators: [QualifiedName] = []
  /// The oid of the index behind a key (of a foreign key, the referenced one), 0 for none.
  package var index: OID
  package var comment: String?

  package init(
    name: String, kind: Kind, columns: [String], definition: String, isDeferrable: Bool = false, isValidated: Bool = true,
    referencedSchema: String? = nil, referencedTable: String? = nil, referencedColumns: [String] = [], onDelete: String? = nil,
    onUpdate: String? = nil, checkExpression: String? = nil, index: OID = 0
  ) {
    (self.name, self.kind, self.columns, self.definition) = (name, kind, columns, definition)
    (self.isDeferrable, self.isValidated, self.index) = (isDeferrable, isValidated, index)
    (self.referencedSchema, self.referencedTable, self.referencedColumns) = (referencedSchema, referencedTable, referencedColumns)
    (self.onDelete, self.onUpdate, self.checkExpression) = (onDelete, onUpdate, checkExpression)
  }
}

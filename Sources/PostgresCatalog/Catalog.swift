/// An object identifier of PostgreSQL's system catalog.
package typealias OID = UInt32

/// What a database's catalog says: schemas and relations, and the types, functions, operators and casts that analysis resolves by.
///
/// A value, loaded once; look-ups go through `CatalogIndex`.
package struct Catalog: Sendable {
  /// As `server_version_num`: 150018.
  package var serverVersion = 0
  /// As `server_version`: "15.18 (Debian 15.18-0+deb12u1)".
  package var serverVersionText = ""
  package var database = ""
  /// `UTF8`…
  package var encoding = ""
  /// The database's collation: `C.UTF-8`, `en_US.UTF-8`…
  package var collation = ""
  package var characterType = ""
  package var timeZone = ""
  package var standardConformingStrings = true
  /// Effective schemas of search_path in order, without pg_catalog unless it is named there.
  package var searchPath: [String] = []
  package var schemas: [Schema] = []
  package var relations: [Relation] = []
  package var types: [PostgresType] = []
  package var functions: [Function] = []
  package var operators: [Operator] = []
  package var casts: [Cast] = []
  package var extensions: [String] = []
  /// Oids of relations, types and functions that an extension made: no part of the database's own schema.
  package var extensionMembers: Set<OID> = []

  package init() {}
}

package struct Schema: Hashable, Sendable {
  package var oid: OID
  package var name: String
  /// Whether the connected role has USAGE.
  package var usable: Bool

  package init(oid: OID, name: String, usable: Bool) { (self.oid, self.name, self.usable) = (oid, name, usable) }
}

/// A table, view or other relation with its columns, keys and indexes.
package struct Relation: Sendable {
  /// `pg_class.relkind`.
  package enum Kind: String, Sendable {
    case table = "r", partitionedTable = "p", view = "v", materializedView = "m", foreignTable = "f", compositeType = "c", sequence = "S"
  }

  package var oid: OID
  package var schema: String
  package var name: String
  package var kind: Kind
  /// The relation's row type.
  package var rowType: OID
  package var columns: [Column] = []
  package var constraints: [Constraint] = []
  package var indexes: [Index] = []
  package var comment: String?
  /// User triggers by name with their definition (`pg_get_triggerdef`).
  package var triggers: [Trigger] = []
  package var hasRules = false
  package var hasRowSecurity = false
  /// Children by inheritance (not partitions) exist: reading it reads them too.
  package var hasInheritanceChildren = false
  /// Tables that it inherits from, or is a partition of, qualified and quoted.
  package var parents: [String] = []
  package var isPartition = false
  /// `pg_get_partkeydef` of a partitioned table: `RANGE (created_at)`.
  package var partitionKey: String?
  package var viewDefinition: String?
  /// Whether the connected role may SELECT from it.
  package var selectable = true

  package init(oid: OID, schema: String, name: String, kind: Kind, rowType: OID) {
    (self.oid, self.schema, self.name, self.kind, self.rowType) = (oid, schema, name, kind, rowType)
  }
}

package struct Trigger: Hashable, Sendable {
  package var name: String
  package var definition: String

  package init(name: String, definition: String) { (self.name, self.definition) = (name, definition) }
}

package struct Column: Hashable, Sendable {
  package enum Identity: String, Sendable { case always = "a", byDefault = "d" }

  /// `pg_attribute.attnum`, from 1.
  package var number: Int
  package var name: String
  package var type: OID
  /// `pg_attribute.atttypmod`, -1 for none.
  package var typeModifier: Int32
  package var isNotNull: Bool
  /// The expression as PostgreSQL prints it, or nil; of generated columns the generation expression.
  package var defaultExpression: String?
  package var identity: Identity?
  package var isGenerated: Bool
  /// Whether the default is nextval of a sequence that the column owns (serial).
  package var isSerial: Bool
  /// Qualified collation name where it is not the type's default.
  package var collation: String?
  /// Whether that collation is deterministic.
  package var hasDeterministicCollation: Bool
  package var comment: String?
  /// The sequence that it owns and draws from, of serial and identity columns.
  package var sequence: OwnedSequence?

  package init(
    number: Int, name: String, type: OID, typeModifier: Int32 = -1, isNotNull: Bool = false, defaultExpression: String? = nil,
    identity: Identity? = nil, isGenerated: Bool = false, isSerial: Bool = false, collation: String? = nil,
    hasDeterministicCollation: Bool = true, comment: String? = nil
  ) {
    (self.number, self.name, self.type, self.typeModifier, self.isNotNull) = (number, name, type, typeModifier, isNotNull)
    (self.defaultExpression, self.identity, self.isGenerated, self.isSerial) = (defaultExpression, identity, isGenerated, isSerial)
    (self.collation, self.hasDeterministicCollation, self.comment) = (collation, hasDeterministicCollation, comment)
  }
}

/// The sequence behind a serial or identity column (`pg_sequence`).
package struct OwnedSequence: Hashable, Sendable {
  package var schema: String
  package var name: String
  package var start: Int64
  package var increment: Int64
  package var isCycling: Bool

  package init(schema: String, name: String, start: Int64 = 1, increment: Int64 = 1, isCycling: Bool = false) {
    (self.schema, self.name, self.start, self.increment, self.isCycling) = (schema, name, start, increment, isCycling)
  }
}

package struct Constraint: Hashable, Sendable {
  /// `pg_constraint.contype`.
  package enum Kind: String, Sendable { case primaryKey = "p", unique = "u", foreignKey = "f", check = "c", exclusion = "x" }

  package var name: String
  package var kind: Kind
  /// Column names in key order.
  package var columns: [String]
  /// `pg_get_constraintdef`.
  package var definition: String
  package var isDeferrable: Bool
  package var isValidated: Bool
  /// For a foreign key.
  package var referencedSchema: String?
  package var referencedTable: String?
  package var referencedColumns: [String]
  /// `pg_constraint.confdeltype` and `confupdtype`: a, r, c, n, d.
  package var onDelete: String?
  package var onUpdate: String?
  /// For a check: its expression alone (`pg_get_expr`).
  package var checkExpression: String?
  /// The oid of the index behind a key, 0 for none.
  package var index: OID

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

package struct Index: Hashable, Sendable {
  package struct Key: Hashable, Sendable {
    /// The column's name, or nil for an expression.
    package var column: String?
    /// As `pg_get_indexdef` prints the key.
    package var expression: String
    package var isDescending: Bool
    package var nullsFirst: Bool

    package init(column: String?, expression: String, isDescending: Bool = false, nullsFirst: Bool = false) {
      (self.column, self.expression, self.isDescending, self.nullsFirst) = (column, expression, isDescending, nullsFirst)
    }
  }

  package var oid: OID
  package var name: String
  /// btree, hash, gin, gist, brin, spgist…
  package var method: String
  package var isUnique: Bool
  package var isPrimary: Bool
  package var isValid: Bool
  package var nullsNotDistinct: Bool
  package var keys: [Key]
  /// INCLUDE columns.
  package var included: [String]
  package var predicate: String?
  package var definition: String

  package init(
    oid: OID, name: String, method: String, isUnique: Bool, isPrimary: Bool, isValid: Bool = true, nullsNotDistinct: Bool = false,
    keys: [Key], included: [String] = [], predicate: String? = nil, definition: String
  ) {
    (self.oid, self.name, self.method, self.isUnique, self.isPrimary) = (oid, name, method, isUnique, isPrimary)
    (self.isValid, self.nullsNotDistinct, self.keys, self.included) = (isValid, nullsNotDistinct, keys, included)
    (self.predicate, self.definition) = (predicate, definition)
  }
}

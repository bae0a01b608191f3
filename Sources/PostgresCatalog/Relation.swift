/// A table, view or other relation with its columns, keys and indexes: a row of `pg_class` and what belongs to it.
package struct Relation: Hashable, Sendable {
  /// `pg_class.relkind`.
  package enum Kind: String, Sendable, CaseIterable {
    case table = "r", partitionedTable = "p", view = "v", materializedView = "m", foreignTable = "f", compositeType = "c", sequence = "S"
  }

  /// `pg_class.relpersistence`.
  package enum Persistence: String, Sendable, CaseIterable { case permanent = "p", unlogged = "u", temporary = "t" }

  package var oid: OID { get { row.fields.oid } _modify { yield &fields.oid } }
  package var schema: String { get { row.fields.schema } _modify { yield &fields.schema } }
  package var name: String { get { row.fields.name } _modify { yield &fields.name } }
  package var kind: Kind { get { row.fields.kind } _modify { yield &fields.kind } }
  /// The relation's row type, 0 for none (sequences).
  package var rowType: OID { get { row.fields.rowType } _modify { yield &fields.rowType } }
  package var persistence: Persistence { get { row.fields.persistence } _modify { yield &fields.persistence } }
  /// In order of their numbers.
  package var columns: [Column] { get { row.fields.columns } _modify { yield &fields.columns } }
  /// In order of their names, as are the three below.
  package var constraints: [Constraint] { get { row.fields.constraints } _modify { yield &fields.constraints } }
  package var indexes: [Index] { get { row.fields.indexes } _modify { yield &fields.indexes } }
  /// Triggers that a user made, without those that carry out constraints.
  package var triggers: [Trigger] { get { row.fields.triggers } _modify { yield &fields.triggers } }
  /// Without the `_RETURN` rule that is a view.
  package var rules: [Rule] { get { row.fields.rules } _modify { yield &fields.rules } }
  package var policies: [Policy] { get { row.fields.policies } _modify { yield &fields.policies } }
  package var comment: String? { get { row.fields.comment } _modify { yield &fields.comment } }
  package var hasRowSecurity: Bool { get { row.fields.hasRowSecurity } _modify { yield &fields.hasRowSecurity } }
  /// Whether row-level security binds the owner too (FORCE).
  package var forcesRowSecurity: Bool { get { row.fields.forcesRowSecurity } _modify { yield &fields.forcesRowSecurity } }
  /// Children by inheritance (not partitions) exist: reading it reads them too.
  package var hasInheritanceChildren: Bool { get { row.fields.hasInheritanceChildren } _modify { yield &fields.hasInheritanceChildren } }
  /// Tables that it inherits from, or is a partition of, in order.
  package var parents: [QualifiedName] { get { row.fields.parents } _modify { yield &fields.parents } }
  package var isPartition: Bool { get { row.fields.isPartition } _modify { yield &fields.isPartition } }
  /// The bound of a partition: `FOR VALUES FROM (1) TO (9)`, `DEFAULT`.
  package var partitionBound: String? { get { row.fields.partitionBound } _modify { yield &fields.partitionBound } }
  /// `pg_get_partkeydef` of a partitioned table: `RANGE (created_at)`.
  package var partitionKey: String? { get { row.fields.partitionKey } _modify { yield &fields.partitionKey } }
  /// The composite type that a typed table is `OF`, 0 for none.
  package var ofType: OID { get { row.fields.ofType } _modify { yield &fields.ofType } }
  /// `pg_get_viewdef` of a view or materialized view.
  package var viewDefinition: String? { get { row.fields.viewDefinition } _modify { yield &fields.viewDefinition } }
  package var viewOptions: ViewOptions { get { row.fields.viewOptions } _modify { yield &fields.viewOptions } }
  /// Of a sequence.
  package var sequence: SequenceOptions? { get { row.fields.sequence } _modify { yield &fields.sequence } }
  /// Of a foreign table.
  package var foreign: ForeignOptions? { get { row.fields.foreign } _modify { yield &fields.foreign } }
  /// Whether the connected role may SELECT from it.
  package var selectable: Bool { get { row.fields.selectable } _modify { yield &fields.selectable } }
  /// The extension that made it: no part of the database's own schema then.
  package var extensionName: String? { get { row.fields.extensionName } _modify { yield &fields.extensionName } }

  package init(oid: OID, schema: String, name: String, kind: Kind, rowType: OID) {
    let fields = Fields(
      oid: oid, schema: schema, name: name, kind: kind, rowType: rowType)
    row = SharedRow(fields)
  }

  package var qualifiedName: QualifiedName { QualifiedName(schema, name) }
  package var hasRules: Bool { !rules.isEmpty }
  package func column(named name: String) -> Column? { columns.first { $0.name == name } }

  /// What a row holds; see the properties of the same names.
  package struct Fields: Hashable, Sendable {
    package var oid: OID
    package var schema: String
    package var name: String
    package var kind: Kind
    package var rowType: OID
    package var persistence: Persistence = Persistence.permanent
    package var columns: [Column] = []
    package var constraints: [Constraint] = []
    package var indexes: [Index] = []
    package var triggers: [Trigger] = []
    package var rules: [Rule] = []
    package var policies: [Policy] = []
    package var comment: String?
    package var hasRowSecurity: Bool = false
    package var forcesRowSecurity: Bool = false
    package var hasInheritanceChildren: Bool = false
    package var parents: [QualifiedName] = []
    package var isPartition: Bool = false
    package var partitionBound: String?
    package var partitionKey: String?
    package var ofType: OID = 0
    package var viewDefinition: String?
    package var viewOptions: ViewOptions = ViewOptions()
    package var sequence: SequenceOptions?
    package var foreign: ForeignOptions?
    package var selectable: Bool = true
    package var extensionName: String?
  }

  package var row: SharedRow<Fields>

  /// The row as its own, to be changed.
  package var fields: Fields {
    get { row.fields }
    _modify {
      if !isKnownUniquelyReferenced(&row) { row = SharedRow(row.fields) }
      yield &row.fields
    }
  }
}

/// Options of a view, and whether a materialized view has been filled.
package struct ViewOptions: Hashable, Sendable {
  package enum CheckOption: String, Sendable, CaseIterable { case local, cascaded }

  package var checkOption: CheckOption?
  package var isSecurityBarrier = false
  /// Whether its tables are read with the rights of who reads it (from PostgreSQL 15), not its owner's.
  package var isSecurityInvoker = false
  /// Off for a materialized view made `WITH NO DATA`.
  package var isPopulated = true

  package init() {}
}

/// Where a foreign table's rows come from.
package struct ForeignOptions: Hashable, Sendable {
  package var server: String
  /// `name=value`, as `pg_foreign_table.ftoptions` has them.
  package var options: [String]

  package init(server: String, options: [String] = []) { (self.server, self.options) = (server, options) }
}

/// A rewrite rule: a row of `pg_rewrite`.
package struct Rule: Hashable, Sendable {
  /// `pg_rewrite.ev_type`.
  package enum Event: String, Sendable, CaseIterable { case select = "1", update = "2", insert = "3", delete = "4" }

  package var name: String
  package var event: Event
  package var isInstead: Bool
  package var enabled: Trigger.Enabled
  /// `pg_get_ruledef`.
  package var definition: String
  package var comment: String?

  package init(
    name: String, event: Event, isInstead: Bool = false, enabled: Trigger.Enabled = .origin, definition: String, comment: String? = nil
  ) {
    (self.name, self.event, self.isInstead, self.enabled) = (name, event, isInstead, enabled)
    (self.definition, self.comment) = (definition, comment)
  }
}

/// A row-level security policy: a row of `pg_policy`.
package struct Policy: Hashable, Sendable {
  /// `pg_policy.polcmd`.
  package enum Command: String, Sendable, CaseIterable { case select = "r", insert = "a", update = "w", delete = "d", all = "*" }

  package var name: String
  package var command: Command
  package var isPermissive: Bool
  /// Names of roles in order; `public` is everybody.
  package var roles: [String]
  /// The condition for rows that exist, and that for new ones.
  package var using: String?
  package var check: String?
  package var comment: String?

  package init(
    name: String, command: Command = .all, isPermissive: Bool = true, roles: [String] = ["public"], using: String? = nil,
    check: String? = nil, comment: String? = nil
  ) {
    (self.name, self.command, self.isPermissive, self.roles) = (name, command, isPermissive, roles)
    (self.using, self.check, self.comment) = (using, check, comment)
  }
}

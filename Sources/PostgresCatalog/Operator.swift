/// A row of `pg_operator`.
package struct Operator: Hashable, Sendable {
  package var oid: OID { get { row.fields.oid } _modify { yield &fields.oid } }
  package var schema: String { get { row.fields.schema } _modify { yield &fields.schema } }
  package var name: String { get { row.fields.name } _modify { yield &fields.name } }
  /// 0 for a prefix operator.
  package var left: OID { get { row.fields.left } _modify { yield &fields.left } }
  package var right: OID { get { row.fields.right } _modify { yield &fields.right } }
  package var result: OID { get { row.fields.result } _modify { yield &fields.result } }
  /// The function behind it.
  package var function: OID { get { row.fields.function } _modify { yield &fields.function } }
  /// The operators that mean the same with sides swapped, and the opposite; 0 for none.
  package var commutator: OID { get { row.fields.commutator } _modify { yield &fields.commutator } }
  package var negator: OID { get { row.fields.negator } _modify { yield &fields.negator } }
  package var canMerge: Bool { get { row.fields.canMerge } _modify { yield &fields.canMerge } }
  package var canHash: Bool { get { row.fields.canHash } _modify { yield &fields.canHash } }
  package var comment: String? { get { row.fields.comment } _modify { yield &fields.comment } }
  /// The extension that made it.
  package var extensionName: String? { get { row.fields.extensionName } _modify { yield &fields.extensionName } }

  package init(oid: OID, schema: String, name: String, left: OID, right: OID, result: OID, function: OID) {
    let fields = Fields(
      oid: oid, schema: schema, name: name, left: left, right: right, result: result, function: function)
    row = SharedRow(fields)
  }

  /// What a row holds; see the properties of the same names.
  package struct Fields: Hashable, Sendable {
    package var oid: OID
    package var schema: String
    package var name: String
    package var left: OID
    package var right: OID
    package var result: OID
    package var function: OID
    package var commutator: OID = 0
    package var negator: OID = 0
    package var canMerge: Bool = false
    package var canHash: Bool = false
    package var comment: String?
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

/// A row of `pg_opclass`: how an index method compares values of a type.
package struct OperatorClass: Hashable, Sendable {
  package var schema: String
  package var name: String
  /// btree, hash, gin…
  package var method: String
  package var input: OID
  package var isDefault: Bool
  package var comment: String?
  /// The extension that made it.
  package var extensionName: String?

  package init(schema: String, name: String, method: String, input: OID, isDefault: Bool) {
    (self.schema, self.name, self.method, self.input, self.isDefault) = (schema, name, method, input, isDefault)
  }
}

/// A row of `pg_cast`.
package struct Cast: Hashable, Sendable {
  /// `pg_cast.castcontext`.
  package enum Context: String, Sendable, CaseIterable { case explicit = "e", assignment = "a", implicit = "i" }

  package var source: OID
  package var target: OID
  package var context: Context
  /// The function behind it, 0 for a binary-coercible or I/O cast.
  package var function: OID
  /// `pg_cast.castmethod` is binary: no function is called.
  package var isBinary: Bool
  package var comment: String?
  /// The extension that made it.
  package var extensionName: String?

  package init(source: OID, target: OID, context: Context, function: OID, isBinary: Bool) {
    (self.source, self.target, self.context, self.function, self.isBinary) = (source, target, context, function, isBinary)
  }
}

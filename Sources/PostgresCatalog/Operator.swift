/// A row of `pg_operator`.
package struct Operator: Hashable, Sendable {
  package var oid: OID
  package var schema: String
  package var name: String
  /// 0 for a prefix operator.
  package var left: OID
  package var right: OID
  package var result: OID
  /// The function behind it.
  package var function: OID
  /// The operators that mean the same with sides swapped, and the opposite; 0 for none.
  package var commutator: OID = 0
  package var negator: OID = 0
  package var canMerge = false
  package var canHash = false
  package var comment: String?
  /// The extension that made it.
  package var extensionName: String?

  package init(oid: OID, schema: String, name: String, left: OID, right: OID, result: OID, function: OID) {
    (self.oid, self.schema, self.name, self.left) = (oid, schema, name, left)
    (self.right, self.result, self.function) = (right, result, function)
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

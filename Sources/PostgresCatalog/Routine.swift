/// A row of `pg_proc`.
package struct Function: Hashable, Sendable {
  /// `pg_proc.prokind`.
  package enum Kind: String, Sendable { case function = "f", procedure = "p", aggregate = "a", window = "w" }
  /// `pg_proc.provolatile`.
  package enum Volatility: String, Sendable { case immutable = "i", stable = "s", volatile = "v" }

  package var oid: OID
  package var schema: String
  package var name: String
  package var kind: Kind
  /// Input argument types (IN, INOUT, VARIADIC).
  package var arguments: [OID]
  package var argumentNames: [String]
  /// How many of the last arguments have defaults.
  package var defaults: Int
  /// The element type of a VARIADIC last argument, 0 for none.
  package var variadic: OID
  package var result: OID
  package var returnsSet: Bool
  /// NULL in, NULL out. Of an aggregate: nothing known.
  package var isStrict: Bool
  package var volatility: Volatility
  /// Names and types of OUT columns, for functions in FROM.
  package var outputs: [Output]

  package struct Output: Hashable, Sendable {
    package var name: String
    package var type: OID
    package init(name: String, type: OID) { (self.name, self.type) = (name, type) }
  }

  package init(
    oid: OID, schema: String, name: String, kind: Kind, arguments: [OID], argumentNames: [String] = [], defaults: Int = 0,
    variadic: OID = 0, result: OID, returnsSet: Bool = false, isStrict: Bool = false, volatility: Volatility = .volatile,
    outputs: [Output] = []
  ) {
    (self.oid, self.schema, self.name, self.kind, self.arguments) = (oid, schema, name, kind, arguments)
    (self.argumentNames, self.defaults, self.variadic, self.result) = (argumentNames, defaults, variadic, result)
    (self.returnsSet, self.isStrict, self.volatility, self.outputs) = (returnsSet, isStrict, volatility, outputs)
  }
}

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

  package init(oid: OID, schema: String, name: String, left: OID, right: OID, result: OID, function: OID) {
    (self.oid, self.schema, self.name, self.left) = (oid, schema, name, left)
    (self.right, self.result, self.function) = (right, result, function)
  }
}

/// A row of `pg_cast`.
package struct Cast: Hashable, Sendable {
  /// `pg_cast.castcontext`.
  package enum Context: String, Sendable { case explicit = "e", assignment = "a", implicit = "i" }

  package var source: OID
  package var target: OID
  package var context: Context
  /// The function behind it, 0 for a binary-coercible or I/O cast.
  package var function: OID
  /// `pg_cast.castmethod` is binary: no function is called.
  package var isBinary: Bool

  package init(source: OID, target: OID, context: Context, function: OID, isBinary: Bool) {
    (self.source, self.target, self.context, self.function, self.isBinary) = (source, target, context, function, isBinary)
  }
}

/// A row of `pg_type`, with what its kind adds.
package struct PostgresType: Hashable, Sendable {
  /// `pg_type.typtype`.
  package enum Kind: String, Sendable, CaseIterable { case base = "b", composite = "c", domain = "d", `enum` = "e", pseudo = "p", range = "r", multirange = "m" }

  package var oid: OID
  package var schema: String
  /// `pg_type.typname`: `int4`, `_text`…
  package var name: String
  package var kind: Kind
  /// `pg_type.typcategory`: N, S, B, D, A, U…
  package var category: Character
  package var isPreferred: Bool
  /// The element type of an array (or fixed-length type), 0 for none.
  package var element: OID
  /// The array type over this one, 0 for none.
  package var array: OID
  /// The base type of a domain, 0 for none.
  package var base: OID
  package var baseModifier: Int32
  package var isNotNull: Bool
  /// The relation of a composite type, 0 for none.
  package var relation: OID
  /// Labels of an enum in order.
  package var labels: [String]
  /// The checks of a domain by name, without those of the domain under it; their expressions call the value `VALUE`.
  package var checks: [DomainCheck] = []
  /// The default of a domain as PostgreSQL prints it.
  package var defaultExpression: String?
  /// What a range type ranges over; nil for every other kind, multiranges included.
  package var range: RangeDetails?
  /// The range type of a multirange, 0 for none.
  package var rangeOfMultirange: OID = 0
  /// Whether values have a collation (`COLLATE` may follow).
  package var isCollatable = false
  /// Qualified and quoted name of a domain's collation where it is not the base type's.
  package var collation: String?
  /// Whether a modifier in parentheses may follow the name (`typmodin`).
  package var acceptsModifier = false
  package var comment: String?
  /// The extension that made it: no part of the database's own schema then.
  package var extensionName: String?

  package init(
    oid: OID, schema: String, name: String, kind: Kind, category: Character, isPreferred: Bool = false, element: OID = 0,
    array: OID = 0, base: OID = 0, baseModifier: Int32 = -1, isNotNull: Bool = false, relation: OID = 0, labels: [String] = []
  ) {
    (self.oid, self.schema, self.name, self.kind, self.category) = (oid, schema, name, kind, category)
    (self.isPreferred, self.element, self.array, self.base) = (isPreferred, element, array, base)
    (self.baseModifier, self.isNotNull, self.relation, self.labels) = (baseModifier, isNotNull, relation, labels)
  }
}

extension PostgresType {
  package var qualifiedName: QualifiedName { QualifiedName(schema, name) }
}

/// A CHECK constraint of a domain.
package struct DomainCheck: Hashable, Sendable {
  package var name: String
  package var expression: String
  /// Off for `NOT VALID`.
  package var isValidated: Bool
  package var comment: String?

  package init(name: String, expression: String, isValidated: Bool = true, comment: String? = nil) {
    (self.name, self.expression, self.isValidated, self.comment) = (name, expression, isValidated, comment)
  }
}

/// A row of `pg_range`.
package struct RangeDetails: Hashable, Sendable {
  package var subtype: OID
  /// The multirange type over it (from PostgreSQL 14), 0 for none.
  package var multirange: OID
  /// Qualified and quoted name of the collation where it is not the subtype's own.
  package var collation: String?
  /// The operator class that orders the subtype.
  package var operatorClass: QualifiedName
  package var canonical: QualifiedName?
  package var difference: QualifiedName?

  package init(
    subtype: OID, multirange: OID = 0, collation: String? = nil, operatorClass: QualifiedName, canonical: QualifiedName? = nil,
    difference: QualifiedName? = nil
  ) {
    (self.subtype, self.multirange, self.collation) = (subtype, multirange, collation)
    (self.operatorClass, self.canonical, self.difference) = (operatorClass, canonical, difference)
  }
}

/// Oids that PostgreSQL fixes for its built-in types (`pg_type.dat`).
extension OID {
  package static let bool: OID = 16
  package static let bytea: OID = 17
  package static let char: OID = 18
  package static let name: OID = 19
  package static let int8: OID = 20
  package static let int2: OID = 21
  package static let int4: OID = 23
  package static let text: OID = 25
  package static let oid: OID = 26
  package static let json: OID = 114
  package static let xml: OID = 142
  package static let float4: OID = 700
  package static let float8: OID = 701
  package static let unknown: OID = 705
  package static let money: OID = 790
  package static let inet: OID = 869
  package static let bpchar: OID = 1042
  package static let varchar: OID = 1043
  package static let date: OID = 1082
  package static let time: OID = 1083
  package static let timestamp: OID = 1114
  package static let timestamptz: OID = 1184
  package static let interval: OID = 1186
  package static let timetz: OID = 1266
  package static let bit: OID = 1560
  package static let varbit: OID = 1562
  package static let numeric: OID = 1700
  package static let record: OID = 2249
  package static let any: OID = 2276
  package static let anyarray: OID = 2277
  package static let void: OID = 2278
  package static let anyelement: OID = 2283
  package static let anynonarray: OID = 2776
  package static let uuid: OID = 2950
  package static let anyenum: OID = 3500
  package static let jsonb: OID = 3802
  package static let anyrange: OID = 3831
  package static let anycompatible: OID = 5077
  package static let anycompatiblearray: OID = 5078
  package static let anycompatiblenonarray: OID = 5079
  package static let boolArray: OID = 1000
  package static let int2Array: OID = 1005
  package static let int4Array: OID = 1007
  package static let textArray: OID = 1009
  package static let varcharArray: OID = 1015
  package static let int8Array: OID = 1016
}

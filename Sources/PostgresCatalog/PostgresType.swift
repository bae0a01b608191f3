/// A row of `pg_type`, with what its kind adds.
package struct PostgresType: Hashable, Sendable {
  /// `pg_type.typtype`.
  package enum Kind: String, Sendable, CaseIterable { case base = "b", composite = "c", domain = "d", `enum` = "e", pseudo = "p", range = "r", multirange = "m" }

  package var oid: OID { get { row.fields.oid } _modify { yield &fields.oid } }
  package var schema: String { get { row.fields.schema } _modify { yield &fields.schema } }
  /// `pg_type.typname`: `int4`, `_text`…
  package var name: String { get { row.fields.name } _modify { yield &fields.name } }
  package var kind: Kind { get { row.fields.kind } _modify { yield &fields.kind } }
  /// `pg_type.typcategory`: N, S, B, D, A, U…
  package var category: Character { get { row.fields.category } _modify { yield &fields.category } }
  package var isPreferred: Bool { get { row.fields.isPreferred } _modify { yield &fields.isPreferred } }
  /// The element type of an array (or fixed-length type), 0 for none.
  package var element: OID { get { row.fields.element } _modify { yield &fields.element } }
  /// The array type over this one, 0 for none.
  package var array: OID { get { row.fields.array } _modify { yield &fields.array } }
  /// The base type of a domain, 0 for none.
  package var base: OID { get { row.fields.base } _modify { yield &fields.base } }
  package var baseModifier: Int32 { get { row.fields.baseModifier } _modify { yield &fields.baseModifier } }
  package var isNotNull: Bool { get { row.fields.isNotNull } _modify { yield &fields.isNotNull } }
  /// The relation of a composite type, 0 for none.
  package var relation: OID { get { row.fields.relation } _modify { yield &fields.relation } }
  /// Labels of an enum in order.
  package var labels: [String] { get { row.fields.labels } _modify { yield &fields.labels } }
  /// The checks of a domain by name, without those of the domain under it; their expressions call the value `VALUE`.
  package var checks: [DomainCheck] { get { row.fields.checks } _modify { yield &fields.checks } }
  /// The default of a domain as PostgreSQL prints it.
  package var defaultExpression: String? { get { row.fields.defaultExpression } _modify { yield &fields.defaultExpression } }
  /// What a range type ranges over; nil for every other kind, multiranges included.
  package var range: RangeDetails? { get { row.fields.range } _modify { yield &fields.range } }
  /// The range type of a multirange, 0 for none.
  package var rangeOfMultirange: OID { get { row.fields.rangeOfMultirange } _modify { yield &fields.rangeOfMultirange } }
  /// Whether values have a collation (`COLLATE` may follow).
  package var isCollatable: Bool { get { row.fields.isCollatable } _modify { yield &fields.isCollatable } }
  /// Qualified and quoted name of a domain's collation where it is not the base type's.
  package var collation: String? { get { row.fields.collation } _modify { yield &fields.collation } }
  /// Whether a modifier in parentheses may follow the name (`typmodin`).
  package var acceptsModifier: Bool { get { row.fields.acceptsModifier } _modify { yield &fields.acceptsModifier } }
  package var comment: String? { get { row.fields.comment } _modify { yield &fields.comment } }
  /// The extension that made it: no part of the database's own schema then.
  package var extensionName: String? { get { row.fields.extensionName } _modify { yield &fields.extensionName } }

  package init(
    oid: OID, schema: String, name: String, kind: Kind, category: Character, isPreferred: Bool = false, element: OID = 0,
    array: OID = 0, base: OID = 0, baseModifier: Int32 = -1, isNotNull: Bool = false, relation: OID = 0, labels: [String] = []
  ) {
    let fields = Fields(
      oid: oid, schema: schema, name: name, kind: kind, category: category, isPreferred: isPreferred, element: element,
        array: array, base: base, baseModifier: baseModifier, isNotNull: isNotNull, relation: relation, labels: labels)
    row = SharedRow(fields)
  }

  /// What a row holds; see the properties of the same names.
  package struct Fields: Hashable, Sendable {
    package var oid: OID
    package var schema: String
    package var name: String
    package var kind: Kind
    package var category: Character
    package var isPreferred: Bool
    package var element: OID
    package var array: OID
    package var base: OID
    package var baseModifier: Int32
    package var isNotNull: Bool
    package var relation: OID
    package var labels: [String]
    package var checks: [DomainCheck] = []
    package var defaultExpression: String?
    package var range: RangeDetails?
    package var rangeOfMultirange: OID = 0
    package var isCollatable: Bool = false
    package var collation: String?
    package var acceptsModifier: Bool = false
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
  package static var bool: OID { 16 }
  package static var bytea: OID { 17 }
  package static var char: OID { 18 }
  package static var name: OID { 19 }
  package static var int8: OID { 20 }
  package static var int2: OID { 21 }
  package static var int4: OID { 23 }
  package static var text: OID { 25 }
  package static var oid: OID { 26 }
  package static var json: OID { 114 }
  package static var xml: OID { 142 }
  package static var float4: OID { 700 }
  package static var float8: OID { 701 }
  package static var unknown: OID { 705 }
  package static var money: OID { 790 }
  package static var inet: OID { 869 }
  package static var bpchar: OID { 1042 }
  package static var varchar: OID { 1043 }
  package static var date: OID { 1082 }
  package static var time: OID { 1083 }
  package static var timestamp: OID { 1114 }
  package static var timestamptz: OID { 1184 }
  package static var interval: OID { 1186 }
  package static var timetz: OID { 1266 }
  package static var bit: OID { 1560 }
  package static var varbit: OID { 1562 }
  package static var numeric: OID { 1700 }
  package static var record: OID { 2249 }
  package static var any: OID { 2276 }
  package static var anyarray: OID { 2277 }
  package static var void: OID { 2278 }
  package static var anyelement: OID { 2283 }
  package static var anynonarray: OID { 2776 }
  package static var uuid: OID { 2950 }
  package static var anyenum: OID { 3500 }
  package static var jsonb: OID { 3802 }
  package static var anyrange: OID { 3831 }
  package static var anycompatible: OID { 5077 }
  package static var anycompatiblearray: OID { 5078 }
  package static var anycompatiblenonarray: OID { 5079 }
  package static var boolArray: OID { 1000 }
  package static var int2Array: OID { 1005 }
  package static var int4Array: OID { 1007 }
  package static var textArray: OID { 1009 }
  package static var varcharArray: OID { 1015 }
  package static var int8Array: OID { 1016 }
}

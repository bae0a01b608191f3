/// A row of `pg_type`, with what its kind adds.
public struct PostgresType: Hashable, Sendable {
  /// `pg_type.typtype`.
  public enum Kind: String, Sendable, CaseIterable { case base = "b", composite = "c", domain = "d", `enum` = "e", pseudo = "p", range = "r", multirange = "m" }

  @inlinable public var oid: OID { get { row.fields.oid } _modify { yield &fields.oid } }
  @inlinable public var schema: String { get { row.fields.schema } _modify { yield &fields.schema } }
  /// `pg_type.typname`: `int4`, `_text`…
  @inlinable public var name: String { get { row.fields.name } _modify { yield &fields.name } }
  @inlinable public var kind: Kind { get { row.fields.kind } _modify { yield &fields.kind } }
  /// `pg_type.typcategory`: N, S, B, D, A, U…
  @inlinable public var category: Character { get { row.fields.category } _modify { yield &fields.category } }
  @inlinable public var isPreferred: Bool { get { row.fields.isPreferred } _modify { yield &fields.isPreferred } }
  /// The element type of an array (or fixed-length type), 0 for none.
  @inlinable public var element: OID { get { row.fields.element } _modify { yield &fields.element } }
  /// The array type over this one, 0 for none.
  @inlinable public var array: OID { get { row.fields.array } _modify { yield &fields.array } }
  /// The base type of a domain, 0 for none.
  @inlinable public var base: OID { get { row.fields.base } _modify { yield &fields.base } }
  @inlinable public var baseModifier: Int32 { get { row.fields.baseModifier } _modify { yield &fields.baseModifier } }
  @inlinable public var isNotNull: Bool { get { row.fields.isNotNull } _modify { yield &fields.isNotNull } }
  /// The relation of a composite type, 0 for none.
  @inlinable public var relation: OID { get { row.fields.relation } _modify { yield &fields.relation } }
  /// Labels of an enum in order.
  @inlinable public var labels: [String] { get { row.fields.labels } _modify { yield &fields.labels } }
  /// The checks of a domain by name, without those of the domain under it; their expressions call the value `VALUE`.
  @inlinable public var checks: [DomainCheck] { get { row.fields.checks } _modify { yield &fields.checks } }
  /// The default of a domain as PostgreSQL prints it.
  @inlinable public var defaultExpression: String? { get { row.fields.defaultExpression } _modify { yield &fields.defaultExpression } }
  /// What a range type ranges over; nil for every other kind, multiranges included.
  @inlinable public var range: RangeDetails? { get { row.fields.range } _modify { yield &fields.range } }
  /// The range type of a multirange, 0 for none.
  @inlinable public var rangeOfMultirange: OID { get { row.fields.rangeOfMultirange } _modify { yield &fields.rangeOfMultirange } }
  /// Whether values have a collation (`COLLATE` may follow).
  @inlinable public var isCollatable: Bool { get { row.fields.isCollatable } _modify { yield &fields.isCollatable } }
  /// Qualified and quoted name of a domain's collation where it is not the base type's.
  @inlinable public var collation: String? { get { row.fields.collation } _modify { yield &fields.collation } }
  /// Whether a modifier in parentheses may follow the name (`typmodin`).
  @inlinable public var acceptsModifier: Bool { get { row.fields.acceptsModifier } _modify { yield &fields.acceptsModifier } }
  @inlinable public var comment: String? { get { row.fields.comment } _modify { yield &fields.comment } }
  /// The extension that made it: no part of the database's own schema then.
  @inlinable public var extensionName: String? { get { row.fields.extensionName } _modify { yield &fields.extensionName } }

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
  @usableFromInline struct Fields: Hashable, Sendable {
    @usableFromInline var oid: OID
    @usableFromInline var schema: String
    @usableFromInline var name: String
    @usableFromInline var kind: Kind
    @usableFromInline var category: Character
    @usableFromInline var isPreferred: Bool
    @usableFromInline var element: OID
    @usableFromInline var array: OID
    @usableFromInline var base: OID
    @usableFromInline var baseModifier: Int32
    @usableFromInline var isNotNull: Bool
    @usableFromInline var relation: OID
    @usableFromInline var labels: [String]
    @usableFromInline var checks: [DomainCheck] = []
    @usableFromInline var defaultExpression: String?
    @usableFromInline var range: RangeDetails?
    @usableFromInline var rangeOfMultirange: OID = 0
    @usableFromInline var isCollatable: Bool = false
    @usableFromInline var collation: String?
    @usableFromInline var acceptsModifier: Bool = false
    @usableFromInline var comment: String?
    @usableFromInline var extensionName: String?
  }

  @usableFromInline var row: SharedRow<Fields>

  /// The row as its own, to be changed.
  @usableFromInline var fields: Fields {
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
public struct DomainCheck: Hashable, Sendable {
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
public struct RangeDetails: Hashable, Sendable {
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
  @inlinable public static var bool: OID { 16 }
  @inlinable public static var bytea: OID { 17 }
  @inlinable public static var char: OID { 18 }
  @inlinable public static var name: OID { 19 }
  @inlinable public static var int8: OID { 20 }
  @inlinable public static var int2: OID { 21 }
  @inlinable public static var int4: OID { 23 }
  @inlinable public static var text: OID { 25 }
  @inlinable public static var oid: OID { 26 }
  @inlinable public static var json: OID { 114 }
  @inlinable public static var xml: OID { 142 }
  @inlinable public static var float4: OID { 700 }
  @inlinable public static var float8: OID { 701 }
  @inlinable public static var unknown: OID { 705 }
  @inlinable public static var money: OID { 790 }
  @inlinable public static var inet: OID { 869 }
  @inlinable public static var bpchar: OID { 1042 }
  @inlinable public static var varchar: OID { 1043 }
  @inlinable public static var date: OID { 1082 }
  @inlinable public static var time: OID { 1083 }
  @inlinable public static var timestamp: OID { 1114 }
  @inlinable public static var timestamptz: OID { 1184 }
  @inlinable public static var interval: OID { 1186 }
  @inlinable public static var timetz: OID { 1266 }
  @inlinable public static var bit: OID { 1560 }
  @inlinable public static var varbit: OID { 1562 }
  @inlinable public static var numeric: OID { 1700 }
  @inlinable public static var record: OID { 2249 }
  @inlinable public static var any: OID { 2276 }
  @inlinable public static var anyarray: OID { 2277 }
  @inlinable public static var void: OID { 2278 }
  @inlinable public static var anyelement: OID { 2283 }
  @inlinable public static var anynonarray: OID { 2776 }
  @inlinable public static var uuid: OID { 2950 }
  @inlinable public static var anyenum: OID { 3500 }
  @inlinable public static var jsonb: OID { 3802 }
  @inlinable public static var anyrange: OID { 3831 }
  @inlinable public static var anycompatible: OID { 5077 }
  @inlinable public static var anycompatiblearray: OID { 5078 }
  @inlinable public static var anycompatiblenonarray: OID { 5079 }
  @inlinable public static var boolArray: OID { 1000 }
  @inlinable public static var int2Array: OID { 1005 }
  @inlinable public static var int4Array: OID { 1007 }
  @inlinable public static var textArray: OID { 1009 }
  @inlinable public static var varcharArray: OID { 1015 }
  @inlinable public static var int8Array: OID { 1016 }
}

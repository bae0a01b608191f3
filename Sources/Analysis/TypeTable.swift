import PostgresCatalog

/// What coercion and overload resolution ask of types, in a form that is cheap to ask: one small record an oid.
struct TypeTable: Sendable {
  struct Entry: Sendable {
    var kind: PostgresType.Kind
    /// `pg_type.typcategory`, ASCII.
    var category: UInt8
    var isPreferred: Bool
    /// The type under a domain, itself for every other type.
    var base: OID
    /// The element type of a true array, else 0.
    var element: OID
    /// The array type over this one, else 0.
    var array: OID
    /// The relation of a composite type, else 0.
    var relation: OID
    /// The modifier that a domain gives its base type, -1 for none.
    var baseModifier: Int32
  }

  private let entries: [OID: Entry]

  init(_ index: CatalogIndex) {
    var entries = [OID: Entry](minimumCapacity: index.catalog.types.count)
    for type in index.catalog.types where entries[type.oid] == nil {
      entries[type.oid] = Entry(
        kind: type.kind, category: type.category.asciiValue ?? UInt8(ascii: "X"), isPreferred: type.isPreferred,
        base: index.baseType(of: type.oid), element: index.elementType(ofArray: type.oid) ?? 0, array: type.array,
        relation: type.relation, baseModifier: type.kind == .domain ? type.baseModifier : -1)
    }
    self.entries = entries
  }

  subscript(_ oid: OID) -> Entry? { entries[oid] }

  func base(of oid: OID) -> OID { entries[oid]?.base ?? oid }
  func category(of oid: OID) -> UInt8 { entries[oid]?.category ?? UInt8(ascii: "X") }
  func isPreferred(_ oid: OID) -> Bool { entries[oid]?.isPreferred ?? false }
  func array(of oid: OID) -> OID { entries[oid]?.array ?? 0 }

  /// The element type of an array or of a domain over one, else 0.
  func element(of oid: OID) -> OID { entries[base(of: oid)]?.element ?? 0 }

  func isComposite(_ oid: OID) -> Bool { entries[base(of: oid)]?.kind == .composite }
  func isEnum(_ oid: OID) -> Bool { entries[oid]?.kind == .enum }
  func isRange(_ oid: OID) -> Bool { entries[oid]?.kind == .range }
  func isMultirange(_ oid: OID) -> Bool { entries[oid]?.kind == .multirange }
}

extension TypeTable {
  static let stringCategory = UInt8(ascii: "S")

  /// Element types of the built-in ranges, which the catalog model does not carry (`pg_range`, "Range Types").
  static let rangeSubtypes: [OID: OID] = [
    .int4range: .int4, .int8range: .int8, .numrange: .numeric, .daterange: .date, .tsrange: .timestamp, .tstzrange: .timestamptz,
  ]

  /// Ranges of the built-in multiranges.
  static let multirangeRanges: [OID: OID] = [
    4451: .int4range, 4536: .int8range, 4532: .numrange, 4535: .daterange, 4533: .tsrange, 4534: .tstzrange,
  ]

  static func isPolymorphic(_ oid: OID) -> Bool {
    switch oid {
    case .anyelement, .anyarray, .anynonarray, .anyenum, .anyrange, .anymultirange: true
    default: isCompatiblePolymorphic(oid)
    }
  }

  /// The family of `anycompatible`, whose arguments take a common type rather than one and the same.
  static func isCompatiblePolymorphic(_ oid: OID) -> Bool {
    switch oid {
    case .anycompatible, .anycompatiblearray, .anycompatiblenonarray, .anycompatiblerange, .anycompatiblemultirange: true
    default: false
    }
  }
}

/// Oids of `pg_type.dat` that only analysis asks for.
extension OID {
  static let int2vector: OID = 22
  static let oidvector: OID = 30
  static let tid: OID = 27
  static let xid: OID = 28
  static let cid: OID = 29
  static let recordArray: OID = 2287
  static let internalType: OID = 2281
  static let cstring: OID = 2275
  static let anymultirange: OID = 4537
  static let anycompatiblerange: OID = 5080
  static let anycompatiblemultirange: OID = 4538
  static let int4range: OID = 3904
  static let numrange: OID = 3906
  static let tsrange: OID = 3908
  static let tstzrange: OID = 3910
  static let daterange: OID = 3912
  static let int8range: OID = 3926
}

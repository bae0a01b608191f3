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
  /// Element types of ranges, and ranges of multiranges.
  private let subtypes: [OID: OID]

  init(_ index: CatalogIndex) {
    var entries = [OID: Entry](minimumCapacity: index.catalog.types.count)
    for type in index.catalog.types where entries[type.oid] == nil {
      entries[type.oid] = Entry(
        kind: type.kind, category: type.category.asciiValue ?? UInt8(ascii: "X"), isPreferred: type.isPreferred,
        base: index.baseType(of: type.oid), element: Self.element(of: type, index), array: type.array,
        relation: type.relation, baseModifier: type.kind == .domain ? type.baseModifier : -1)
    }
    self.entries = entries
    subtypes = Self.subtypes(of: index)
  }

  /// The vectors of the system catalogs count as arrays too (`get_element_type`).
  private static func element(of type: PostgresType, _ index: CatalogIndex) -> OID {
    type.oid == .int2vector || type.oid == .oidvector ? type.element : index.elementType(ofArray: type.oid) ?? 0
  }

  /// Every range type has constructors of its own name: `daterange(date, date)`, `datemultirange(VARIADIC daterange[])`.
  private static func subtypes(of index: CatalogIndex) -> [OID: OID] {
    var subtypes: [OID: OID] = [:]
    for type in index.catalog.types where type.kind == .range || type.kind == .multirange {
      for function in index.functions(named: type.name, schema: type.schema) where function.result == type.oid {
        if type.kind == .range, function.arguments.count == 2 { subtypes[type.oid] = function.arguments[0] }
        if type.kind == .multirange, function.variadic != 0 { subtypes[type.oid] = function.variadic }
      }
    }
    return subtypes
  }

  subscript(_ oid: OID) -> Entry? { entries[oid] }

  func base(of oid: OID) -> OID { entries[oid]?.base ?? oid }
  func category(of oid: OID) -> UInt8 { entries[oid]?.category ?? UInt8(ascii: "X") }
  func isPreferred(_ oid: OID) -> Bool { entries[oid]?.isPreferred ?? false }
  func array(of oid: OID) -> OID { entries[oid]?.array ?? 0 }

  /// The element type of an array or of a domain over one, else 0.
  func element(of oid: OID) -> OID { entries[base(of: oid)]?.element ?? 0 }

  func isComposite(_ oid: OID) -> Bool { entries[base(of: oid)]?.kind == .composite }
  /// The element type of a range, or the range type of a multirange; nil for other types.
  func subtype(of oid: OID) -> OID? { subtypes[oid] }

  /// The range type of these elements, or the multirange type of these ranges; nil unless there is exactly one.
  func type(withSubtype oid: OID) -> OID? {
    let found = subtypes.filter { $0.value == oid }
    return found.count == 1 ? found.first?.key : nil
  }

  /// Whether values are compared under a collation: strings, arrays of them (`pg_type.typcollation`).
  func isCollatable(_ oid: OID) -> Bool {
    let base = base(of: oid)
    guard let entry = entries[base] else { return true }
    if entry.element != 0 { return isCollatable(entry.element) }
    return entry.category == Self.stringCategory || base == .name
  }

  func isEnum(_ oid: OID) -> Bool { entries[oid]?.kind == .enum }
  func isRange(_ oid: OID) -> Bool { entries[oid]?.kind == .range }
  func isMultirange(_ oid: OID) -> Bool { entries[oid]?.kind == .multirange }
}

extension TypeTable {
  static let stringCategory = UInt8(ascii: "S")

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
  static var int2vector: OID { 22 }
  static var oidvector: OID { 30 }
  static var tid: OID { 27 }
  static var xid: OID { 28 }
  static var cid: OID { 29 }
  static var recordArray: OID { 2287 }
  static var internalType: OID { 2281 }
  static var cstring: OID { 2275 }
  static var anymultirange: OID { 4537 }
  static var anycompatiblerange: OID { 5080 }
  static var anycompatiblemultirange: OID { 4538 }
}

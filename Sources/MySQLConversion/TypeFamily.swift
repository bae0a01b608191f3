import Analysis
import PostgresCatalog

/// PostgreSQL's types by what MySQL does with them.
package enum TypeFamily: Hashable, Sendable {
  /// int2, int4, int8.
  case integer
  /// numeric.
  case decimal
  /// float8.
  case double
  /// float4: MySQL shows six digits.
  case single
  /// text, varchar.
  case text
  /// char(n): padded in PostgreSQL, stripped in MySQL.
  case blankPadded
  /// citext: under a collation that ignores case.
  case caseless
  case boolean
  case date, time, timestamp, timestamptz
  case interval
  case uuid
  /// money: DECIMAL(19,2) in MySQL.
  case money
  case bytea
  case json, jsonb
  case enumeration
  case array
  /// Kept as the text that PostgreSQL prints: inet, cidr, macaddr.
  case printed
  case record
  /// No expression of it is known to be equal.
  case other

  /// The numbers that MySQL calculates with as PostgreSQL does.
  package var isNumber: Bool { self == .integer || self == .decimal || self == .double }
  package var isTemporal: Bool { self == .date || self == .timestamp || self == .timestamptz }
  /// Types of text whose order depends on a collation.
  package var isCollatable: Bool { self == .text || self == .blankPadded }
}

extension CatalogIndex {
  /// The family of a type; a domain is of its base type's.
  package func family(of oid: OID) -> TypeFamily {
    if let family = Self.builtInFamily(of: oid) { return family }
    let base = baseType(of: oid)
    if let family = Self.builtInFamily(of: base) { return family }
    guard let type = type(base) else { return .other }
    if type.kind == .enum { return .enumeration }
    if type.extensionName == "citext", type.name == "citext" { return .caseless }
    if type.kind == .composite { return .record }
    return elementType(ofArray: base) == nil ? .other : .array
  }

  private static func builtInFamily(of oid: OID) -> TypeFamily? {
    switch oid {
    case .int2, .int4, .int8: return .integer
    case .numeric: return .decimal
    case .float8: return .double
    case .float4: return .single
    case .text, .varchar, .unknown, .name: return .text
    case .bpchar: return .blankPadded
    case .bool: return .boolean
    case .date: return .date
    case .time: return .time
    case .timestamp: return .timestamp
    case .timestamptz: return .timestamptz
    case .interval: return .interval
    case .uuid: return .uuid
    case .money: return .money
    case .bytea: return .bytea
    case .json: return .json
    case .jsonb: return .jsonb
    case .inet, 650, 829, 774: return .printed
    case .record: return .record
    // The arrays of these types, which values of statements often are.
    case 1000, 1001, 1005, 1007, 1009, 1014, 1015, 1016, 1021, 1022, 1115, 1182, 1183, 1185, 1187, 1231, 199, 2951, 3807: return .array
    default: return nil
    }
  }
}

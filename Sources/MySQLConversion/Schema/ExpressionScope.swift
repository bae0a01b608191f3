import MySQLTarget
import PostgresCatalog

/// What kind of value an expression has, as far as the rules below tell kinds apart.
enum ValueKind: Hashable, Sendable {
  case boolean, integer, decimal, float, text, paddedText, bytes, bits, date, time, timestamp, timestampWithZone, interval, json, uuid
  case enumeration(OID), array
  /// The type of an untyped NULL or literal.
  case unknown
  /// Anything that no rule takes: the type's name.
  case other(String)

  var isNumber: Bool { self == .integer || self == .decimal || self == .float }

  /// Whether MySQL's comparison of two such values is PostgreSQL's.
  var isComparable: Bool {
    switch self {
    case .boolean, .integer, .decimal, .float, .text, .bytes, .date, .time, .timestamp, .timestampWithZone, .uuid, .enumeration: true
    // MySQL strips what char(n) pads, but only from columns: an expression is compared with its spaces.
    case .paddedText, .bits, .interval, .json, .array, .unknown, .other: false
    }
  }
}

/// MySQL text for an expression, with what a rule that uses it needs to know.
struct MySQLExpression: Hashable, Sendable {
  var sql: String
  var kind: ValueKind
  /// Whether it may be an operand without parentheses.
  var isAtomic = true
  /// Whether it is a constant that MySQL's grammar calls a literal.
  var isLiteral = false
  var isNullable = true
  /// The most characters that a text may have; nil where that is not known.
  var maximumLength: Int?

  /// As an operand of an operator.
  var operand: String { isAtomic ? sql : "(\(sql))" }
}

/// The columns and types that an expression may name.
struct ExpressionScope: Sendable {
  struct Entry: Hashable, Sendable {
    /// As MySQL's text names it.
    var sql: String
    var kind: ValueKind
    var isNullable: Bool
    var maximumLength: Int?
    /// The column's collation where it is not the database's.
    var collation: String?
  }

  var columns: [String: Entry]
  var catalog: CatalogIndex
  /// Whether functions that give another value every time are allowed: in defaults they are, in keys and checks not.
  var allowsVolatile = false

  /// Whether lower() and upper() may be taken although they fold ASCII letters only: an index on them is then reported as inexact.
  var allowsInexactFolding = false

  /// Whether a text made of these columns sorts bytewise, so that MySQL's `utf8mb4_0900_bin` sorts alike.
  func sortsBytewise(_ expression: CatalogExpression) -> Bool {
    let collations = Set(expression.columns.map { columns[$0]?.collation ?? catalog.catalog.collation })
    return collations.isEmpty ? Self.isBytewise(catalog.catalog.collation) : collations.allSatisfy(Self.isBytewise)
  }

  /// Whether lower() and upper() change every letter, as MySQL's do, and not by the rules of one language.
  func foldsAllLetters(_ expression: CatalogExpression) -> Bool {
    !["C", "POSIX"].contains(catalog.catalog.characterType) && expression.columns.allSatisfy { columns[$0]?.collation == nil }
  }

  /// `C.UTF-8` or `pg_catalog."C"`.
  private static func isBytewise(_ collation: String) -> Bool {
    let name = collation.hasPrefix("pg_catalog.") ? collation.dropFirst(11).filter { $0 != "\"" } : collation
    return ["C", "POSIX", "C.UTF-8", "C.UTF8", "C.utf8", "ucs_basic"].contains(name)
  }

  func entry(_ name: String) throws(NotConvertible) -> Entry {
    guard let entry = columns[name] else { throw NotConvertible("names the unknown column \(name)") }
    return entry
  }

  /// The kind of a type that an expression casts to.
  func kind(of name: CatalogTypeName) -> ValueKind {
    if name.isArray { return .array }
    guard let type = catalog.type(named: name.name, schema: name.schema) else { return .other(name.name) }
    return kind(of: type.oid)
  }

  func kind(of oid: OID) -> ValueKind {
    let base = catalog.baseType(of: oid)
    if catalog.elementType(ofArray: base) != nil { return .array }
    guard let type = catalog.type(base) else { return .other("???") }
    if type.kind == .enum { return .enumeration(base) }
    guard type.schema == "pg_catalog" else { return .other(type.name) }
    return Self.kinds[type.name] ?? .other(type.name)
  }

  private static let kinds: [String: ValueKind] = [
    "bit": .bits, "bool": .boolean, "bpchar": .paddedText, "bytea": .bytes, "date": .date, "float4": .float, "float8": .float,
    "int2": .integer, "int4": .integer, "int8": .integer, "interval": .interval, "json": .json, "jsonb": .json, "name": .text,
    "numeric": .decimal, "oid": .integer, "text": .text, "time": .time, "timestamp": .timestamp, "timestamptz": .timestampWithZone,
    "uuid": .uuid, "varchar": .text,
  ]
}

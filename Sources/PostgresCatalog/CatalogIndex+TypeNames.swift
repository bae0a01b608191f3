extension CatalogIndex {
  /// A type's name as PostgreSQL's messages print it: `character varying(20)`, `integer[]`, `audit.level`.
  ///
  /// The same text as `format_type(oid, modifier)` ("System Information Functions").
  ///
  /// - Parameter modifier: `pg_attribute.atttypmod`; nil where no modifier is at stake, which differs from -1 for `character` and `bit`
  ///   (a length of 1 is implied by `character`, so -1 prints as `bpchar`).
  /// - Returns: The name, qualified where the search path does not find it; `???` for an oid that the catalog lacks, `-` for 0.
  package func displayName(of oid: OID, modifier: Int32? = nil) -> String {
    if oid == 0 { return "-" }
    guard let type = type(oid) else { return "???" }
    if let element = elementType(ofArray: oid) { return scalarName(element, modifier) + "[]" }
    return scalarName(type.oid, modifier)
  }

  /// A type's catalog name, short and unquoted: `int4`, `text[]`, `audit.level` where the search path does not find it.
  package func shortName(of oid: OID) -> String {
    guard oid != 0, let type = type(oid) else { return "unknown" }
    if let element = elementType(ofArray: oid), element != oid { return shortName(of: element) + "[]" }
    return isVisible(type) ? type.name : "\(type.schema).\(type.name)"
  }

  /// Whether the type is found by its bare name along the search path.
  package func isVisible(_ type: PostgresType) -> Bool { self.type(named: type.name)?.oid == type.oid }

  private func scalarName(_ oid: OID, _ modifier: Int32?) -> String {
    if let name = standardName(oid, modifier) { return name }
    guard let type = type(oid) else { return "???" }
    let name = isVisible(type) ? Identifier.quoted(type.name) : "\(Identifier.quoted(type.schema)).\(Identifier.quoted(type.name))"
    guard let modifier, modifier >= 0 else { return name }
    return "\(name)(\(modifier))"
  }

  /// Names of types that the SQL standard spells otherwise than the catalog does (`format_type_extended` in `format_type.c`).
  private func standardName(_ oid: OID, _ modifier: Int32?) -> String? {
    let given = modifier.flatMap { $0 >= 0 ? Int($0) : nil }
    func length(_ count: Int?) -> String { count.map { "(\($0))" } ?? "" }
    switch oid {
    case .bit: return modifier == -1 ? "\"bit\"" : "bit" + length(given)
    case .bool: return "boolean"
    case .bpchar: return modifier == -1 ? "bpchar" : "character" + length(given.map { $0 - 4 })
    case .float4: return "real"
    case .float8: return "double precision"
    case .int2: return "smallint"
    case .int4: return "integer"
    case .int8: return "bigint"
    case .numeric: return "numeric" + Self.numericModifier(given)
    case .interval: return "interval" + Self.intervalModifier(given)
    case .time: return "time\(length(given)) without time zone"
    case .timetz: return "time\(length(given)) with time zone"
    case .timestamp: return "timestamp\(length(given)) without time zone"
    case .timestamptz: return "timestamp\(length(given)) with time zone"
    case .varbit: return "bit varying" + length(given)
    case .varchar: return "character varying" + length(given.map { $0 - 4 })
    default: return nil
    }
  }

  /// Precision in the upper half, scale in the lower 11 bits as a signed number, all plus 4 (`numerictypmodout`).
  private static func numericModifier(_ modifier: Int?) -> String {
    guard let modifier, modifier >= 4 else { return "" }
    let value = modifier - 4
    return "(\(value >> 16 & 0xFFFF),\((value & 0x7FF ^ 1024) - 1024))"
  }

  /// A mask of fields in the upper half, precision in the lower (`intervaltypmodout`).
  private static func intervalModifier(_ modifier: Int?) -> String {
    guard let modifier else { return "" }
    let precision = modifier & 0xFFFF
    return (intervalFields[modifier >> 16 & 0x7FFF] ?? "") + (precision == 0xFFFF ? "" : "(\(precision))")
  }

  /// Bits: month 1, year 2, day 3, hour 10, minute 11, second 12.
  static let intervalFields: [Int: String] = [
    0x0004: " year", 0x0002: " month", 0x0008: " day", 0x0400: " hour", 0x0800: " minute", 0x1000: " second",
    0x0006: " year to month", 0x0408: " day to hour", 0x0C08: " day to minute", 0x1C08: " day to second",
    0x0C00: " hour to minute", 0x1C00: " hour to second", 0x1800: " minute to second",
  ]
}

extension PostgresType {
  /// The catalog name in `pg_catalog` of a type that the grammar spells with words of its own, nil for any other
  /// ("Data Types", Table 8.1): `integer` is `int4`, `double precision` is `float8`.
  ///
  /// - Parameter spelling: Lower case, single blanks, without a length and without `[]`.
  package static func catalogName(ofSpelling spelling: String) -> String? { spellings[spelling] }

  private static let spellings: [String: String] = [
    "bigint": "int8", "bit": "bit", "bit varying": "varbit", "boolean": "bool", "char": "bpchar", "char varying": "varchar",
    "character": "bpchar", "character varying": "varchar", "dec": "numeric", "decimal": "numeric", "double precision": "float8",
    "float": "float8", "int": "int4", "integer": "int4", "interval": "interval", "national char": "bpchar",
    "national char varying": "varchar", "national character": "bpchar", "national character varying": "varchar", "nchar": "bpchar",
    "nchar varying": "varchar", "numeric": "numeric", "real": "float4", "smallint": "int2", "time": "time",
    "time with time zone": "timetz", "time without time zone": "time", "timestamp": "timestamp",
    "timestamp with time zone": "timestamptz", "timestamp without time zone": "timestamp", "varchar": "varchar",
  ]
}

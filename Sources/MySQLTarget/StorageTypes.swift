/// Which MySQL type stores which PostgreSQL type: the target that rewrites assume.
///
///     StorageTypes.storage(of: SourceType(name: "varchar", modifier: 24), target: .standard).declaration  // varchar(20)
///
/// Every row was tried on MySQL 9.7.4; 8.0 and 8.4 take the same declarations by their manuals (`vector` excepted).
package enum StorageTypes {
  /// The most bytes that an InnoDB key may have in all ("InnoDB Limits").
  package static let maximumKeyBytes = 3072
  /// The most bytes of a row without its TEXT, BLOB and JSON columns ("Limits on Table Column Count and Row Size").
  package static let maximumRowBytes = 65_535
  /// Characters of a VARCHAR that stores `text` in a key.
  package static let keyTextLength = 255

  /// The MySQL type for a PostgreSQL type.
  ///
  /// - Parameter keyBytes: The bytes that the column may take in the narrowest key that holds it whole, so that `text` and `bytea`
  ///   become VARCHAR and VARBINARY of a fitting length; nil for a column in no key.
  package static func storage(of type: SourceType, keyBytes: Int? = nil, target: Target) -> StorageType {
    switch type.kind {
    case .array: return array
    case .enumeration(let labels): return enumeration(labels)
    case .composite: return unmapped("longtext", "a composite type has no equal: store JSON or one column per field")
    case .range: return unmapped("varchar(255)", "a range has no equal: store its bounds in two columns")
    case .multirange: return unmapped("longtext", "a multirange has no equal: store its ranges in a table of their own")
    case .pseudo: return unmapped("longtext", "the pseudo-type \(type.name) stores nothing")
    case .base: break
    }
    if type.schema == "pg_catalog" {
      if let builtin = fixed[type.name] { return builtin }
      return parameterized(type, keyBytes: keyBytes) ?? unmapped("longtext", "the type \(type.name) has no equal on MySQL")
    }
    return extensionType(type, target: target) ?? unmapped("longtext", "the type \(type.schema).\(type.name) has no equal on MySQL")
  }

  static func unmapped(_ name: String, _ caveat: String) -> StorageType {
    var type = StorageType(name, .text, rowBytes: name == "longtext" ? 12 : 1022, keyBytes: name == "longtext" ? nil : 1020)
    (type.fidelity, type.caveats) = (.none, [caveat + "; until then the column holds PostgreSQL's text form"])
    (type.keepsEquality, type.keepsOrder) = (false, false)
    return type
  }
}

// MARK: - Types with a modifier

extension StorageTypes {
  private static func parameterized(_ type: SourceType, keyBytes: Int?) -> StorageType? {
    switch type.name {
    case "text": text(keyBytes)
    case "varchar": type.length.map { varchar($0, keyBytes) } ?? text(keyBytes)
    case "bpchar": type.length.map(char) ?? unboundedChar(keyBytes)
    case "bytea": bytes(keyBytes)
    case "numeric": numeric(type)
    case "time": time(type.plainModifier ?? 6)
    case "timestamp": dateTime(type.plainModifier ?? 6, zoned: false)
    case "timestamptz": dateTime(type.plainModifier ?? 6, zoned: true)
    case "bit": bits(type.plainModifier ?? 1)
    case "varbit": bitText(type.plainModifier)
    case let name where name.hasPrefix("reg"): regObject(name)
    default: nil
    }
  }

  static func varcharType(_ length: Int) -> StorageType {
    StorageType("varchar(\(length))", .text, rowBytes: 4 * length + 2, keyBytes: 4 * length)
  }

  private static func text(_ keyBytes: Int?) -> StorageType {
    guard let keyBytes else { return StorageType("longtext", .text, rowBytes: 12, keyBytes: nil) }
    let length = max(1, min(keyTextLength, keyBytes / 4))
    var type = varcharType(length)
    type.fidelity = .caveat
    type.caveats = ["a key holds it, so it is limited to \(length) characters: longer values are refused (error 1406)"]
    return type
  }

  /// Up to 16,383 characters; a key may hold 768, which the schema's writer minds.
  private static func varchar(_ length: Int, _ keyBytes: Int?) -> StorageType {
    if length <= 16_383 { return varcharType(length) }
    var type = StorageType("longtext", .text, rowBytes: 12, keyBytes: nil)
    type.checkTemplate = "char_length({}) <= \(length)"
    return type
  }

  private static func char(_ length: Int) -> StorageType {
    var type = length <= 255
      ? StorageType("char(\(length))", .text, rowBytes: 4 * length, keyBytes: 4 * length) : varcharType(min(length, 16_383))
    type.fidelity = .caveat
    type.caveats = ["PostgreSQL pads char(n) with spaces on output, MySQL strips them; both ignore them in comparisons of columns"]
    if length > 255 {
      type.caveats = ["char(\(length)) exceeds MySQL's 255 characters: trailing spaces are kept and compared"]
      type.keepsEquality = false
    }
    return type
  }

  private static func unboundedChar(_ keyBytes: Int?) -> StorageType {
    var type = text(keyBytes)
    type.fidelity = .caveat
    type.caveats.append("PostgreSQL ignores trailing spaces of bpchar in comparisons, MySQL does not")
    type.keepsEquality = false
    return type
  }

  private static func bytes(_ keyBytes: Int?) -> StorageType {
    guard let keyBytes else { return StorageType("longblob", .bytes, rowBytes: 12, keyBytes: nil) }
    let length = max(1, min(keyTextLength, keyBytes))
    var type = StorageType("varbinary(\(length))", .bytes, rowBytes: length + 2, keyBytes: length)
    type.fidelity = .caveat
    type.caveats = ["a key holds it, so it is limited to \(length) bytes: longer values are refused (error 1406)"]
    return type
  }

  private static func numeric(_ type: SourceType) -> StorageType {
    guard let (precision, scale) = type.precisionAndScale else {
      var type = decimal(65, 30)
      type.fidelity = .caveat
      type.caveats = [
        "numeric without precision is stored with 35 digits before and 30 after the point: finer values are rounded, larger ones "
          + "refused, and it reads back padded with zeros"
      ]
      return type
    }
    if (0...30).contains(scale), precision <= 65, scale <= precision { return decimal(precision, scale) }
    var stored = decimal(65, 30)
    (stored.fidelity, stored.keepsEquality) = (.none, false)
    stored.caveats = ["numeric(\(precision),\(scale)) exceeds MySQL's 65 digits with 0 to 30 decimals: it is stored as decimal(65,30)"]
    return stored
  }

  static func decimal(_ precision: Int, _ scale: Int) -> StorageType {
    /// Four bytes for nine digits, left and right of the point apart ("Precision Math": DECIMAL storage).
    func bytes(_ digits: Int) -> Int { digits / 9 * 4 + (digits % 9 + 1) / 2 }
    let size = bytes(precision - scale) + bytes(scale)
    return StorageType("decimal(\(precision),\(scale))", .decimal, rowBytes: size, keyBytes: size)
  }

  private static func time(_ precision: Int) -> StorageType {
    let digits = max(0, min(precision, 6))
    var type = StorageType(digits == 0 ? "time" : "time(\(digits))", .time, rowBytes: 6, keyBytes: 6)
    type.checkTemplate = "{} >= '00:00:00' and {} <= '24:00:00'"
    return type
  }

  private static func dateTime(_ precision: Int, zoned: Bool) -> StorageType {
    let digits = max(0, min(precision, 6))
    var type = StorageType(digits == 0 ? "datetime" : "datetime(\(digits))", .dateTime, rowBytes: 8, keyBytes: 8)
    type.fidelity = .caveat
    type.caveats = ["years 1000 to 9999 only, without infinity"]
    if zoned { type.caveats.append("it holds UTC: every session must run with time_zone = '+00:00'") }
    return type
  }

  private static func bits(_ count: Int) -> StorageType {
    guard (1...64).contains(count) else { return bitText(count) }
    var type = StorageType("bit(\(count))", .bits, rowBytes: 8, keyBytes: (count + 7) / 8)
    type.fidelity = .caveat
    type.caveats = ["shorter values are padded on the left instead of refused, and read back as bytes"]
    return type
  }

  private static func bitText(_ count: Int?) -> StorageType {
    let length = max(1, min(count ?? 3072, 3072))
    var type = ascii("varchar(\(length))", bytes: length)
    type.checkTemplate = "regexp_like({}, '^[01]*\\\\z')"
    type.fidelity = .caveat
    type.caveats = ["bit strings are stored as text of 0 and 1: bit operators must be rewritten"]
    return type
  }

  private static func regObject(_ name: String) -> StorageType { unmapped("varchar(255)", "\(name) refers to PostgreSQL's catalog") }

  private static func enumeration(_ labels: [String]) -> StorageType {
    let list = labels.map(MySQLLiteral.string).joined(separator: ",")
    var type = StorageType("enum(\(list))", .enumeration, rowBytes: 2, keyBytes: 2)
    type.fidelity = .caveat
    type.caveats = ["MySQL compares an enum with a literal as text: order by position only holds in ORDER BY"]
    if labels.contains(where: { $0.hasSuffix(" ") }) {
      type.fidelity = .none
      type.caveats = ["MySQL strips trailing spaces from enum labels"]
    }
    if labels.isEmpty { return unmapped("varchar(255)", "an enum without labels stores nothing") }
    return type
  }
}

import Analysis
import MySQLTarget
import PostgresCatalog
import SourceText

/// What a column of JSON_TABLE must be declared as.
enum SetColumnType {
  /// For the elements of an array of this type; nil where JSON does not hold its values.
  static func element(_ type: TypeReference, in context: RewriteContext) -> String? {
    let oid = context.catalog.baseType(of: type.oid)
    switch context.catalog.family(of: oid) {
    case .integer: return integer(oid)
    case .decimal: return "DECIMAL(65,30)"
    case .double: return "DOUBLE"
    case .text, .enumeration: return "LONGTEXT"
    case .uuid: return "CHAR(36) CHARACTER SET ascii COLLATE ascii_bin"
    case .boolean: return "BOOLEAN"
    case .date: return "DATE"
    case .time: return "TIME(6)"
    case .timestamp: return "DATETIME(6)"
    case .timestamptz where context.sessionIsUTC: return "DATETIME(6)"
    default: return nil
    }
  }

  static func integer(_ oid: OID) -> String { oid == .int2 ? "SMALLINT" : oid == .int4 ? "INT" : "BIGINT" }

  /// How the value of a JSON document's member becomes one of a type.
  struct Member {
    /// JSON_TABLE's type; values that are none of it raise an error.
    var type: String
    /// Where PostgreSQL reads more, or keeps more digits.
    var caveat: Caveat?
  }

  enum Caveat { case numberText, textForm }

  static func member(_ type: TypeReference, in context: RewriteContext) -> Member? {
    let oid = context.catalog.baseType(of: type.oid)
    switch context.catalog.family(of: oid) {
    case .integer: return Member(type: integer(oid))
    case .decimal:
      guard type.modifier >= 4 else { return Member(type: "DECIMAL(65,30)", caveat: .numberText) }
      let packed = Int(type.modifier) - 4
      let (precision, scale) = ((packed >> 16) & 0xFFFF, packed & 0x7FF)
      guard precision <= 65, scale <= 30, scale <= precision else { return nil }
      return Member(type: "DECIMAL(\(precision),\(scale))", caveat: precision <= 15 ? nil : .numberText)
    case .double: return Member(type: "DOUBLE")
    case .boolean: return Member(type: "BOOLEAN")
    case .text where oid == .varchar && type.modifier > 4: return Member(type: "VARCHAR(\(type.modifier - 4))", caveat: .numberText)
    case .text: return Member(type: "LONGTEXT", caveat: .numberText)
    case .date: return Member(type: "DATE", caveat: .textForm)
    case .timestamp where type.modifier < 0: return Member(type: "DATETIME(6)", caveat: .textForm)
    case .timestamptz where type.modifier < 0 && context.sessionIsUTC: return Member(type: "DATETIME(6)", caveat: .textForm)
    case .uuid: return Member(type: "CHAR(36) CHARACTER SET ascii COLLATE ascii_bin", caveat: .textForm)
    case .jsonb: return Member(type: "JSON")
    default: return nil
    }
  }
}

/// What a constant JSON text holds, told from its letters.
struct JSONTextFacts {
  private(set) var hasNull = false
  /// A number that MySQL may print otherwise: with a fraction, an exponent or more than 18 digits.
  private(set) var hasUnevenNumber = false
  /// An object or array below the outermost one.
  private(set) var isNested = false

  init(_ text: String) {
    var (inString, escaped, depth, digits) = (false, false, 0, 0)
    for byte in text.utf8 {
      if inString {
        if escaped { escaped = false } else if byte == 0x5C { escaped = true } else if byte == 0x22 { inString = false }
        continue
      }
      let isDigit = byte.isDigit
      if digits > 0, byte == 0x2E || byte == 0x65 || byte == 0x45 { hasUnevenNumber = true }
      digits = isDigit ? digits + 1 : 0
      if digits > 18 { hasUnevenNumber = true }
      switch byte {
      case 0x22: inString = true
      case 0x7B, 0x5B:
        depth += 1
        if depth > 1 { isNested = true }
      case 0x7D, 0x5D: depth -= 1
      // No other word of JSON has a u after an n.
      case 0x6E: hasNull = true
      default: break
      }
    }
  }
}

/// What a byte can be in PostgreSQL's lexer (`scan.l`), as a table over all bytes.
enum CharacterClass {
  static let identifierStart: UInt8 = 1
  /// A byte of an identifier after its first: letters, digits, `_`, `$`, bytes above 127.
  static let identifierPart: UInt8 = 2
  static let operatorPart: UInt8 = 4
  static let space: UInt8 = 8
  static let digit: UInt8 = 16

  static let table: [UInt8] = (0...255).map { byte in
    let scalar = UInt8(byte)
    switch scalar {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"), 0x80...0xFF:
      return identifierStart | identifierPart
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return digit | identifierPart
    case UInt8(ascii: "$"): return identifierPart
    case 0x20, 0x09, 0x0A, 0x0D, 0x0C: return space
    default: return "~!@#^&|`?+-*/%<>=".utf8.contains(scalar) ? operatorPart : 0
    }
  }

  static func isHexadecimal(_ byte: UInt8) -> Bool { hexadecimalValue(byte) != nil }

  static func hexadecimalValue(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte) - 48
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte) - 87
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte) - 55
    default: nil
    }
  }
}

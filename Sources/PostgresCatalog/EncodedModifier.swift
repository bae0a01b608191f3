/// `pg_attribute.atttypmod` of the built-in types.
package enum EncodedModifier {
  /// What a type's input function makes of the numbers in parentheses after its name (`typmodin`): `varchar(20)` gives 24.
  ///
  /// - Parameter numbers: As `TypeName.modifiers`.
  /// - Returns: -1 where the type takes none, or for numbers that are none of its own.
  package static func value(of type: OID, _ numbers: [Int]) -> Int32 {
    guard let first = numbers.first, let value = Int32(exactly: first), value >= 0 else { return -1 }
    switch type {
    case .varchar, .bpchar: return value &+ 4
    case .numeric:
      let scale = numbers.count > 1 ? Int32(truncatingIfNeeded: numbers[1]) : 0
      return ((value &<< 16) | (scale & 0x7FF)) &+ 4
    case .timestamp, .timestamptz, .time, .timetz: return min(value, 6)
    case .bit, .varbit: return value
    case .interval:
      let precision = numbers.count > 1 ? Int32(truncatingIfNeeded: min(numbers[1], 6)) : 0xFFFF
      return (value &<< 16) | precision
    default: return -1
    }
  }
}

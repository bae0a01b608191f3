import PostgresCatalog

/// What is wrong with the numbers behind a type's name (`typmodin` of the built-in types).
enum TypeModifier {
  /// - Parameter count: How many modifiers are written, numbers or not.
  static func problem(_ type: PostgresType, _ numbers: [Int], count: Int) -> (sqlstate: String, message: String)? {
    guard count > 0, type.schema == "pg_catalog" else { return nil }
    switch type.oid {
    case .varchar: return length(numbers, "varchar", limit: 10_485_760)
    case .bpchar: return length(numbers, "char", limit: 10_485_760)
    case .bit: return length(numbers, "bit", limit: 83_886_080)
    case .varbit: return length(numbers, "varbit", limit: 83_886_080)
    case .numeric: return precision(numbers)
    // FLOAT(n) is float4 or float8 by its number.
    case .time, .timetz, .timestamp, .timestamptz, .interval, .float4, .float8: return nil
    default:
      return type.kind == .base ? ("42601", "type modifier is not allowed for type \"\(type.name)\"") : nil
    }
  }

  private static func length(_ numbers: [Int], _ name: String, limit: Int) -> (String, String)? {
    guard numbers.count == 1 else { return numbers.isEmpty ? nil : ("22023", "invalid type modifier") }
    if numbers[0] < 1 { return ("22023", "length for type \(name) must be at least 1") }
    return numbers[0] > limit ? ("22023", "length for type \(name) cannot exceed \(limit)") : nil
  }

  private static func precision(_ numbers: [Int]) -> (String, String)? {
    guard let precision = numbers.first else { return nil }
    guard (1...1_000).contains(precision) else { return ("22023", "NUMERIC precision \(precision) must be between 1 and 1000") }
    guard numbers.count > 1, !(-1_000...1_000).contains(numbers[1]) else { return nil }
    return ("22023", "NUMERIC scale \(numbers[1]) must be between -1000 and 1000")
  }
}

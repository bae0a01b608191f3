/// What a PostgreSQL type means for comparing values across the two servers.
package indirect enum ValueKind: Hashable, Sendable {
  case boolean, integer, decimal, float, text, paddedText, date, time, timestamp, timestamptz, json, bytes
  case array(ValueKind)

  /// - Parameter name: PostgreSQL's internal name, an array's with `[]` or as `_int4`. Whatever has no case compares as text.
  package init(_ name: String) {
    if name.hasSuffix("[]") { self = .array(ValueKind(String(name.dropLast(2)))); return }
    if name.hasPrefix("_") { self = .array(ValueKind(String(name.dropFirst()))); return }
    switch name {
    case "bool": self = .boolean
    case "int2", "int4", "int8", "oid": self = .integer
    case "numeric": self = .decimal
    case "float4", "float8": self = .float
    case "bpchar": self = .paddedText
    case "date": self = .date
    case "time": self = .time
    case "timestamp": self = .timestamp
    case "timestamptz": self = .timestamptz
    case "json", "jsonb": self = .json
    case "bytea": self = .bytes
    default: self = .text
    }
  }
}

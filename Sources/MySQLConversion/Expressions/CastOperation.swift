import Analysis
import PostgresCatalog
import PostgresSyntax

/// One cast of a statement.
struct CastOperation {
  let node: NodeID
  let operand: NodeID
  let type: TypeReference
  let family: TypeFamily

  /// The n of varchar(n).
  var characterLimit: Int? { type.oid == .varchar && type.modifier >= 4 ? Int(type.modifier) - 4 : nil }

  /// `DECIMAL(p,s)` for numeric(p,s) within MySQL's limits.
  var decimalTarget: String? {
    guard type.modifier >= 4 else { return nil }
    let packed = Int(type.modifier) - 4
    let (precision, scale) = ((packed >> 16) & 0xFFFF, packed & 0x7FF)
    return precision <= 65 && scale <= 30 ? "DECIMAL(\(precision),\(scale))" : nil
  }

  /// Whether values of the source may lie outside the target integer type.
  func isNarrowing(_ source: TypeReference?) -> Bool {
    let rank: [OID: Int] = [.int2: 1, .int4: 2, .int8: 3]
    return (source.flatMap { rank[$0.oid] } ?? 3) > (rank[type.oid] ?? 0)
  }
}

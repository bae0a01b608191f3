import MySQLTarget
import PostgresCatalog
import PostgresSyntax
import SourceText

/// Casts of bit strings, and two casts in a row where the type between them has no MySQL form: `x::json::text`, `n::bit(8)::text`.
enum ChainedCast {
  static func convert(_ cast: CastOperation, in context: inout RewriteContext) -> Output? {
    let inner = context.unwrapped(cast.operand)
    switch context.tree[inner].kind {
    case .bitStringLiteral: return bits(inner, cast, in: context)
    case .typeCast, .castExpression: break
    default: return nil
    }
    guard let operand = context.tree.child(of: inner, .operand), let between = context.type(of: inner) else { return nil }
    let literal = context.constantString(operand)
    switch (between.oid, cast.family) {
    // json keeps its text.
    case (.json, .text) where cast.characterLimit == nil && literal != nil:
      context.noteLostError(.invalidText, at: inner)
      return literal.map { Output(MySQLLiteral.string($0)) }
    case (.json, .text) where cast.characterLimit == nil && context.family(of: operand) == .text && context.tree[context.unwrapped(operand)].kind != .placeholder:
      context.noteLostError(.invalidText, at: inner)
      return context.fill("CAST({0} AS CHAR)", with: [operand])
    case (byteCharacter, .text):
      guard let literal, literal.utf8.allSatisfy({ $0 < 0x80 && $0 != 0x5C }) else { return nil }
      return Output(MySQLLiteral.string(String(literal.prefix(1))))
    case (bit, .text) where context.family(of: operand) == .integer: return bits(of: operand, Int(between.modifier), in: &context)
    default: return nil
    }
  }

  /// "char".
  private static let byteCharacter: OID = 18
  private static let bit: OID = 1560

  /// An integer's last bits.
  private static func bits(of operand: NodeID, _ count: Int, in context: inout RewriteContext) -> Output? {
    let width = context.catalog.baseType(of: context.type(of: operand)?.oid ?? 0) == .int8 ? 64 : 32
    guard (1...width).contains(count) else { return nil }
    let mask = count == 64 ? UInt64.max : (UInt64(1) << UInt64(count)) - 1
    return context.fill(Template("LPAD(BIN({0} & \(mask)), \(count), '0')"), with: [operand])
  }

  /// `B'101'::int`; a full width is signed.
  private static func bits(_ literal: NodeID, _ cast: CastOperation, in context: RewriteContext) -> Output? {
    let source = context.tree.string(of: literal)
    guard source.uppercased().hasPrefix("B'"), source.hasSuffix("'"), cast.family == .integer else { return nil }
    let digits = source.dropFirst(2).dropLast()
    guard (1...31).contains(digits.count), let value = Int(digits, radix: 2) else { return nil }
    return Output("\(value)")
  }
}

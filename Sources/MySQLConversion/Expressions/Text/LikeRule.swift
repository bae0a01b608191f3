import MySQLTarget
import PostgresSyntax
import SourceText

/// LIKE and ILIKE.
struct LikeRule: ConversionRule {
  static let id = "like"
  static let help = RuleHelp(
    why: """
      LIKE compares by code point under utf8mb4_0900_bin, as PostgreSQL does. ILIKE becomes a LIKE of both sides in lower case: a LIKE \
      under a collation that ignores case would ignore accents or width as well.
      """,
    example: "SELECT name FROM item WHERE name ILIKE $1",
    manual: ["PostgreSQL: Pattern Matching", "MySQL: String Comparison Functions and Operators"])
  static let kinds: [NodeKind] = [.like, .ilike]

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    guard let (left, right) = context.operands(of: node) else { return nil }
    if let output = special(node, left, right, in: &context) { return output }
    if context.family(of: left) == .caseless, let family = context.family(of: right), family == .caseless || family == .text { return caselessColumn(node, left, right, in: &context) }
    for operand in [left, right] {
      guard let family = context.family(of: operand) else { return context.declineUnknown(operand, "its type is not known") }
      guard family == .text else {
        return context.decline("like-type", at: operand, "LIKE on \(context.typeName(operand)) is not the same in MySQL")
      }
      context.checkCollation(operand, isOrder: false)
    }
    if let escape = context.tree.child(of: node, .escape), context.constantString(escape) == nil {
      return context.decline("like-escape", at: escape, "MySQL needs a constant after ESCAPE")
    }
    let escape = impliedEscape(node, right, in: &context)
    if context.tree[node].kind == .like { return Output((context.copy(node) + escape).compacted(), .predicate) }
    let output = caseless(node, left, right, in: &context)
    return Output((output.pieces + escape).compacted(), output.precedence)
  }

  /// Under NO_BACKSLASH_ESCAPES nothing escapes in MySQL's LIKE unless ESCAPE says so.
  private func impliedEscape(_ node: NodeID, _ pattern: NodeID, in context: inout RewriteContext) -> [Piece] {
    guard context.target.sqlModes.contains(.noBackslashEscapes) else { return [] }
    if let escape = context.tree.child(of: node, .escape) {
      if context.constantString(escape) == "" { context.decline("like-escape", at: escape, "MySQL refuses ESCAPE '' under NO_BACKSLASH_ESCAPES") }
      return []
    }
    if let text = context.constantString(pattern), !text.contains("\\") { return [] }
    return [.text(context.keyword(" ESCAPE ") + MySQLLiteral.string("\\"))]
  }

  /// LIKE on bytes, and on char(n), whose blanks count.
  private func special(_ node: NodeID, _ left: NodeID, _ right: NodeID, in context: inout RewriteContext) -> Output? {
    guard context.tree[node].kind == .like, context.tree.child(of: node, .escape) == nil else { return nil }
    if context.coercedFamily(of: left) == .bytea, context.coercedFamily(of: right) == .bytea { return context.copied(node, .predicate) }
    guard context.family(of: left) == .blankPadded, context.family(of: right) == .text else { return nil }
    if let pattern = context.constantString(right), startsOnly(pattern) { return context.copied(node, .predicate) }
    guard let padded = context.paddedText(left) else { return nil }
    return context.copied(node, .predicate, replacing: [left: padded.pieces])
  }

  /// A start without blanks, for which those at the end make no difference.
  private func startsOnly(_ pattern: String) -> Bool {
    pattern.hasSuffix("%") && !pattern.dropLast().contains { "%_\\ ".contains($0) } && pattern.count > 1
  }

  /// LIKE of citext ignores case, and so does the collation of its column.
  private func caselessColumn(_ node: NodeID, _ left: NodeID, _ right: NodeID, in context: inout RewriteContext) -> Output? {
    guard context.tree.child(of: node, .escape) == nil else {
      return context.decline("like-escape", at: node, "ESCAPE with a pattern over citext is not converted", help: "compare lower() of both sides")
    }
    context.cautionCaseless(at: node)
    let negated = context.tree[node].attributes.contains(.negated)
    let word = context.keyword(negated ? " NOT LIKE " : " LIKE ")
    let sides = [left, right].map { context.converted($0).parenthesized(below: .bitOr) }
    return Output((sides[0] + [.text(word)] + sides[1]).compacted(), .predicate)
  }

  private func caseless(_ node: NodeID, _ left: NodeID, _ right: NodeID, in context: inout RewriteContext) -> Output {
    context.checkCaseFolding(at: node)
    let negated = context.tree[node].attributes.contains(.negated)
    let like = context.keyword(negated ? "NOT LIKE" : "LIKE")
    let lower = context.keyword("LOWER")
    var pieces: [Piece] = [.text("\(lower)(")] + context.convert(left).pieces + [.text(") \(like) \(lower)(")]
    pieces += context.convert(right).pieces + [.text(")")]
    if let escape = context.tree.child(of: node, .escape) {
      guard context.constantString(escape).map({ $0 == $0.lowercased() }) == true else {
        return context.decline("like-escape", at: escape, "ILIKE with an upper-case escape character")
      }
      pieces.append(.text(context.keyword(" ESCAPE ")))
      pieces += context.convert(escape).pieces
    }
    return Output(pieces.compacted(), .predicate)
  }
}

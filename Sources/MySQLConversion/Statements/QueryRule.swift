import PostgresSyntax
import SourceText

/// Queries: LIMIT, OFFSET and FETCH in MySQL's order and form.
struct QueryRule: ConversionRule {
  static let id = "limit"
  static let help = RuleHelp(
    why: """
      MySQL writes LIMIT before OFFSET, knows no OFFSET without LIMIT, no LIMIT ALL and no FETCH FIRST, and takes only an integer or \
      a placeholder after LIMIT.
      """,
    example: "SELECT id FROM item ORDER BY id OFFSET 20 FETCH FIRST 10 ROWS ONLY",
    manual: ["PostgreSQL: LIMIT and OFFSET", "MySQL: SELECT Statement"])
  static let kinds: [NodeKind] = [.query]

  /// More rows than a MySQL table can have; the form that MySQL's manual gives for "all rows from an offset on".
  static let allRows = "18446744073709551615"

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    let limit = context.tree.child(of: node, .limitClause)
    let offset = context.tree.child(of: node, .offsetClause)
    guard limit != nil || offset != nil else { return context.copied(node) }
    let bounds = [limit, offset].compactMap { $0 }.map { context.tree[$0].range }
    guard let first = bounds.min(), let last = bounds.max() else { return nil }
    let range = context.tree[node].range
    if let locking = context.tree.child(of: node, .lockingClause), context.tree[locking].range.start < last.start {
      return context.decline("lock-before-limit", at: locking, "MySQL wants the locking clause after LIMIT", help: "move it to the end")
    }
    let head = context.copy(node, within: ByteRange(range.start, first.start))
    guard let clause = clause(limit, offset, in: &context) else { return Output(source: range) }
    let tail = context.copy(node, within: ByteRange(last.end, range.end))
    if clause.isEmpty { return Output((trimmed(head, in: context) + tail).compacted()) }
    return Output((head + clause + tail).compacted())
  }

  /// The head without the blanks at its end, where nothing follows.
  private func trimmed(_ pieces: [Piece], in context: RewriteContext) -> [Piece] {
    guard case .source(let range)? = pieces.last else { return pieces }
    var end = range.end
    while end > range.start, [0x20, 0x09, 0x0A, 0x0D].contains(context.tree.text.bytes[end - 1]) { end -= 1 }
    return pieces.dropLast() + [.source(ByteRange(range.start, end))]
  }

  /// `LIMIT n OFFSET m` in MySQL's form, empty where neither limits anything; nil after declining.
  func clause(_ limit: NodeID?, _ offset: NodeID?, in context: inout RewriteContext) -> [Piece]? {
    var count: [Piece]?
    if let limit {
      guard !context.tree[limit].attributes.contains(.withTies) else {
        context.decline("with-ties", at: limit, "MySQL has no WITH TIES", help: "use a window function: rank() over the same order, in a derived table")
        return nil
      }
      let isUnlimited = context.tree[limit].attributes.contains(.all) || context.tree.child(of: limit, .value).map { context.tree[$0].kind == .nullLiteral } == true
      if !isUnlimited {
        guard let value = number(of: limit, default: "1", in: &context) else { return nil }
        count = value
      }
    }
    var skipped: [Piece]?
    if let offset {
      guard let value = number(of: offset, default: nil, in: &context) else { return nil }
      skipped = value
    }
    if let limit, count != nil, isPlain(limit, offset, in: context) {
      return unchanged(limit, offset, in: &context)
    }
    guard count != nil || skipped != nil else { return [] }
    var pieces: [Piece] = [.text(context.keyword("LIMIT") + " ")] + (count ?? [.text(Self.allRows)])
    if let skipped { pieces += [.text(" " + context.keyword("OFFSET") + " ")] + skipped }
    return pieces
  }

  /// Whether LIMIT is written as such and stands before OFFSET.
  private func isPlain(_ limit: NodeID, _ offset: NodeID?, in context: RewriteContext) -> Bool {
    guard !context.tree[limit].attributes.contains(.fetch) else { return false }
    guard let offset else { return true }
    return context.tree[limit].range.start < context.tree[offset].range.start && !context.tree[offset].attributes.contains(.rows)
  }

  private func unchanged(_ limit: NodeID, _ offset: NodeID?, in context: inout RewriteContext) -> [Piece]? {
    guard let first = whole(limit, in: &context) else { return nil }
    guard let offset else { return first }
    guard let second = whole(offset, in: &context) else { return nil }
    return first + [.source(ByteRange(context.tree[limit].range.end, context.tree[offset].range.start))] + second
  }

  private func whole(_ clause: NodeID, in context: inout RewriteContext) -> [Piece]? {
    guard let value = context.tree.child(of: clause, .value), let number = number(of: clause, default: nil, in: &context) else { return nil }
    let (range, inner) = (context.tree[clause].range, context.tree[value].range)
    return [.source(ByteRange(range.start, inner.start))] + number + [.source(ByteRange(inner.end, range.end))]
  }

  /// The count after LIMIT, FETCH or OFFSET.
  func number(of clause: NodeID, default standard: String?, in context: inout RewriteContext) -> [Piece]? {
    guard let value = context.tree.child(of: clause, .value) else {
      if let standard { return [.text(standard)] }
      context.decline("limit-not-constant", at: clause, "MySQL wants an integer or a placeholder here")
      return nil
    }
    var node = context.unwrapped(value)
    if context.tree[node].kind.isCast, let operand = context.tree.child(of: node, .operand) {
      node = context.unwrapped(operand)
    }
    switch context.tree[node].kind {
    case .integerLiteral where node == value: return [.source(context.tree[node].range)]
    case .integerLiteral: return [.text(context.tree.string(of: node))]
    case .placeholder:
      guard let parameter = context.tree.parameter(of: node) else { break }
      if context.tree[clause].kind == .limitClause {
        context.caution(
          "limit-null", at: node, "a NULL here means no limit in PostgreSQL and no rows in MySQL", help: "see that NULL is never bound here")
      }
      return [.placeholder(parameter: parameter, range: context.tree[node].range)]
    case .hole: return context.convert(node).pieces
    case .stringLiteral:
      if let text = context.constantString(node), let number = Int(text), number >= 0 { return [.text(String(number))] }
    default: break
    }
    context.decline(
      "limit-not-constant", at: value, "MySQL wants an integer or a placeholder after LIMIT and OFFSET, not an expression",
      help: "compute the number in the application and bind it")
    return nil
  }
}

import MySQLTarget
import PostgresCatalog
import PostgresSyntax
import SourceText

/// DELETE.
struct DeleteRule: ConversionRule {
  static let id = "delete"
  static let help = RuleHelp(
    why: """
      DELETE is the same for one table. MySQL's USING names the table itself again: DELETE FROM t USING t, s. MySQL refuses a subquery \
      on the changed table.
      """,
    example: "DELETE FROM item USING category c WHERE c.id = item.category_id AND c.closed",
    manual: ["PostgreSQL: DELETE", "MySQL: DELETE Statement"])
  static let kinds: [NodeKind] = [.deleteStatement]

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    if let returning = context.tree.child(of: node, .returningClause) { return context.convert(returning) }
    guard let relation = context.writtenTable(node), let name = context.tree.child(of: node, .name) else {
      return Output(source: context.tree[node].range)
    }
    guard context.tree[node].attributes.isDisjoint(with: [.only, .star]) else {
      return context.decline("table-form", at: node, "MySQL has no ONLY")
    }
    context.checkTargetIsNotRead(relation, by: node)
    if let clause = context.tree.child(of: node, .whereClause), let condition = context.tree.child(of: clause, .condition),
      context.tree[condition].kind == .currentOf
    {
      return context.decline("current-of", at: condition, "MySQL has no WHERE CURRENT OF")
    }
    guard let using = context.tree.child(of: node, .using) else { return context.copied(node) }
    return joined(node, name, using, in: &context)
  }

  /// `DELETE FROM x USING t AS x, items WHERE …`.
  private func joined(_ node: NodeID, _ name: NodeID, _ using: NodeID, in context: inout RewriteContext) -> Output {
    let range = context.tree[node].range
    guard let first = context.tree.children(of: using, .item).first else { return context.declineUnknown(using, "") }
    let table = context.convert(name).pieces
    let alias = context.tree.child(of: node, .alias)
    let aliasName = alias.flatMap { context.tree.child(of: $0, .name) }.map { ReservedWords.written(context.tree.name(of: $0), target: context.target) }
    var pieces = context.copy(node, within: ByteRange(range.start, context.tree[name].range.start))
    pieces += aliasName.map { [.text($0)] } ?? table
    let end = max(context.tree[name].range.end, alias.map { context.tree[$0].range.end } ?? 0)
    pieces += context.copy(node, within: ByteRange(end, context.tree[using].range.start))
    let open = context.tree[first].range.start
    pieces += [.source(ByteRange(context.tree[using].range.start, open))] + table
    pieces += [.text((aliasName.map { context.keyword(" AS ") + $0 } ?? "") + ", ")]
    pieces += context.copy(using, within: ByteRange(open, context.tree[using].range.end))
    pieces += context.copy(node, within: ByteRange(context.tree[using].range.end, range.end))
    return Output(pieces.compacted())
  }
}

import Analysis
import MySQLTarget
import PostgresCatalog
import PostgresSyntax
import SourceText

/// UPDATE.
struct UpdateRule: ConversionRule {
  static let id = "update"
  static let help = RuleHelp(
    why: """
      UPDATE is the same for one table; UPDATE … FROM becomes an UPDATE of several tables, exactly where at most one row of the other \
      table matches. MySQL refuses a subquery on the changed table.
      """,
    example: "UPDATE item SET price = c.price FROM category c WHERE c.id = item.category_id",
    manual: ["PostgreSQL: UPDATE", "MySQL: UPDATE Statement"])
  static let kinds: [NodeKind] = [.updateStatement]

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    if let returning = context.tree.child(of: node, .returningClause) { return context.convert(returning) }
    let unconverted = Output(source: context.tree[node].range)
    guard let relation = context.writtenTable(node) else { return unconverted }
    guard context.tree[node].attributes.isDisjoint(with: [.only, .star]) else {
      return context.decline("table-form", at: node, "MySQL has no ONLY")
    }
    guard let list = AssignmentList(node, relation: relation, in: &context) else { return unconverted }
    context.checkTargetIsNotRead(relation, by: node)
    checkKeys(list, relation, in: &context)
    checkCondition(node, in: &context)
    if context.tree.child(of: node, .fromClause) != nil { return joined(node, relation, list, in: &context) ?? unconverted }
    let nodes = context.tree.children(of: node, .assignment)
    guard let first = nodes.first, let last = nodes.last, let assignments = list.pieces(in: &context) else { return unconverted }
    let range = context.tree[node].range
    let head = context.copy(node, within: ByteRange(range.start, context.tree[first].range.start))
    let tail = context.copy(node, within: ByteRange(context.tree[last].range.end, range.end))
    return Output((head + assignments + tail).compacted())
  }

  private func checkCondition(_ node: NodeID, in context: inout RewriteContext) {
    guard let clause = context.tree.child(of: node, .whereClause), let condition = context.tree.child(of: clause, .condition) else { return }
    if context.tree[condition].kind == .currentOf { context.decline("current-of", at: condition, "MySQL has no WHERE CURRENT OF") }
  }

  /// A unique key is checked row by row: values that move within the key may collide on one server only.
  private func checkKeys(_ list: AssignmentList, _ relation: Relation, in context: inout RewriteContext) {
    let keyed = Set(relation.indexes.filter(\.isUnique).flatMap { $0.keys.compactMap(\.column) })
    for assignment in list.assignments where keyed.contains(assignment.column.name) && !assignment.reads.isEmpty {
      context.caution("key-order", at: assignment.value, "\(assignment.column.name) is part of a unique key, which MySQL checks row by row in its own order")
    }
  }

  // MARK: UPDATE … FROM

  /// `UPDATE t AS x, items SET x.c = …`.
  private func joined(_ node: NodeID, _ relation: Relation, _ list: AssignmentList, in context: inout RewriteContext) -> Output? {
    guard let from = context.tree.child(of: node, .fromClause), let name = context.tree.child(of: node, .name),
      let first = context.tree.children(of: node, .assignment).first
    else { return nil }
    guard !list.orderMatters else {
      context.decline("assignment-order", at: node, "MySQL gives no order of assignments in an UPDATE of several tables")
      return nil
    }
    let items = context.tree.children(of: from, .item)
    if !JoinUniqueness.matchesOnce(items, statement: node, in: context) {
      context.caution(
        "update-from-many", at: from, "where several rows of FROM match one row, each server takes an arbitrary one",
        help: "see that at most one row matches")
    }
    let alias = context.tree.child(of: node, .alias)
    let qualifier = alias.flatMap { context.tree.child(of: $0, .name) }.map { context.tree.name(of: $0) } ?? relation.name
    guard let assignments = list.pieces(qualifier: ReservedWords.written(qualifier, target: context.target), in: &context) else { return nil }
    let range = context.tree[node].range
    let targetEnd = max(context.tree[name].range.end, alias.map { context.tree[$0].range.end } ?? 0)
    var pieces = context.copy(node, within: ByteRange(range.start, targetEnd))
    if let start = items.first.map({ context.tree[$0].range.start }) {
      pieces += [.text(", ")] + context.copy(from, within: ByteRange(start, context.tree[from].range.end))
    }
    pieces += context.copy(node, within: ByteRange(targetEnd, context.tree[first].range.start)) + assignments
    pieces += context.copy(node, within: ByteRange(context.tree[from].range.end, range.end))
    return Output(pieces.compacted())
  }
}

/// Whether at most one row of the other tables matches a row of the changed one.
enum JoinUniqueness {
  /// One table, each column of one of its unique keys equated in WHERE with a value that does not depend on that table.
  static func matchesOnce(_ items: [NodeID], statement: NodeID, in context: RewriteContext) -> Bool {
    guard items.count == 1, let index = context.typed.sources.firstIndex(where: { $0.node == items[0] }),
      case .relation(let relation) = context.typed.sources[index].origin,
      let clause = context.tree.child(of: statement, .whereClause), let condition = context.tree.child(of: clause, .condition)
    else { return false }
    let conjuncts = context.tree[condition].kind == .and ? context.tree.children(of: condition, .operand) : [condition]
    let equated = Set(conjuncts.compactMap { equatedColumn($0, source: index, in: context) })
    return UniqueKey.plain(of: relation).contains { Set($0.columns).isSubset(of: equated) }
  }

  private static func equatedColumn(_ node: NodeID, source: Int, in context: RewriteContext) -> String? {
    let node = context.unwrapped(node)
    guard context.tree[node].kind == .binaryOperation, context.operatorName(node) == "=", let (left, right) = context.operands(of: node)
    else { return nil }
    for (column, value) in [(left, right), (right, left)] {
      guard case .column(source, _) = context.typed[column].resolution, !reads(value, source: source, in: context),
        let name = context.tree.children(of: column, .name).last
      else { continue }
      return context.tree.name(of: name)
    }
    return nil
  }

  private static func reads(_ node: NodeID, source: Int, in context: RewriteContext) -> Bool {
    context.tree.descendants(of: node).contains { if case .column(source, _) = context.typed[$0].resolution { true } else { false } }
  }
}

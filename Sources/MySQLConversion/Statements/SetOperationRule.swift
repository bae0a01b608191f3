import MySQLTarget
import PostgresSyntax
import SourceText

/// UNION, INTERSECT, EXCEPT and VALUES.
struct SetOperationRule: ConversionRule {
  static let id = "set-operations"
  static let help = RuleHelp(
    why: """
      UNION is the same; INTERSECT and EXCEPT are from MySQL 8.0.31 on. A row of VALUES is written ROW(…) in MySQL, but in INSERT. Columns \
      of different types on the two sides are declined.
      """,
    example: "SELECT v.id FROM (VALUES (1), (2)) AS v(id)",
    manual: ["PostgreSQL: Combining Queries", "MySQL: Set Operations with UNION, INTERSECT, and EXCEPT", "MySQL: VALUES Statement"])
  static let kinds: [NodeKind] = [.setOperation, .valuesClause]

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    context.tree[node].kind == .valuesClause ? values(node, in: &context) : operation(node, in: &context)
  }

  private func operation(_ node: NodeID, in context: inout RewriteContext) -> Output {
    let attributes = context.tree[node].attributes
    if !attributes.contains(.union), context.target.version < .init(8, 0, 31) {
      return context.decline("set-operation-version", at: node, "\(context.target.name) has no INTERSECT and EXCEPT (8.0.31)")
    }
    let sides = [Role.left, .right].compactMap { context.tree.child(of: node, $0) }.compactMap { families(of: $0, in: context) }
    guard sides.count == 2, sides[0].count == sides[1].count else {
      return context.declineUnknown(node, "the columns of its sides are not known")
    }
    for (a, b) in zip(sides[0], sides[1]) where !(a == b || (a.isNumber && b.isNumber) || (a.isCollatable && b.isCollatable)) {
      return context.decline("set-operation-types", at: node, "the two sides have columns of different types, which MySQL merges otherwise")
    }
    // JSON stays JSON; to find equal rows MySQL would compare numbers of different forms.
    let isDocument = sides[0].contains { $0 == .jsonb || $0 == .array }
    if isDocument && !attributes.contains(.all) || sides[0].contains(where: { [.json, .record, .other, .blankPadded, .enumeration, .caseless].contains($0) }) {
      return context.decline("set-operation-types", at: node, "MySQL merges columns of these types otherwise")
    }
    if !attributes.contains(.all), sides[0].contains(.interval) {
      return context.decline("set-operation-types", at: node, "MySQL compares intervals by their text; 1 mon and 30 days are equal in PostgreSQL")
    }
    if !attributes.contains(.all), sides[0].contains(.double) {
      context.caution("float-zero", at: node, "MySQL takes 0 and -0 of floating-point columns for different rows")
    }
    return context.copied(node)
  }

  /// The families of a side's own select list.
  private func families(of side: NodeID, in context: RewriteContext) -> [TypeFamily]? {
    switch context.tree[side].kind {
    case .selectClause:
      guard let columns = SelectedColumn.all(of: side, in: context) else { return nil }
      var families: [TypeFamily] = []
      for column in columns {
        guard let family = column.value.map({ context.coercedFamily(of: $0) }) ?? column.type.map({ context.catalog.family(of: $0.oid) }),
          family != .printed || column.value.map({ context.typed[$0].coercedTo == nil }) ?? true
        else { return nil }
        families.append(family)
      }
      return families
    case .setOperation: return context.tree.child(of: side, .left).flatMap { families(of: $0, in: context) }
    case .parenthesizedQuery:
      return context.tree.child(of: side, .subquery).flatMap { context.tree.child(of: $0, .body) }.flatMap { families(of: $0, in: context) }
    default: return nil
    }
  }

  private func values(_ node: NodeID, in context: inout RewriteContext) -> Output {
    let rows = context.tree.children(of: node, .item)
    let isInserted = context.tree.parent(of: node).flatMap { context.tree.parent(of: $0) }.map { context.tree[$0].kind == .insertStatement } ?? false
    guard !isInserted else { return context.copied(node) }
    guard context.target.version >= .init(8, 0, 19) else {
      return context.decline("values-version", at: node, "\(context.target.name) has no VALUES in queries (8.0.19)")
    }
    var replacements: [NodeID: [Piece]] = [:]
    for row in rows where context.tree[row].kind == .rowConstructor && !context.tree[row].attributes.contains(.explicit) {
      replacements[row] = [.text(context.keyword("ROW"))] + context.convert(row).pieces
    }
    return context.copied(node, replacing: replacements)
  }
}

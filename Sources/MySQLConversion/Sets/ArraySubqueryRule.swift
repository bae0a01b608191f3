import MySQLTarget
import PostgresSyntax
import SourceText

/// `ARRAY(SELECT …)`.
struct ArraySubqueryRule: ConversionRule {
  static let id = "array-subqueries"
  static let help = RuleHelp(
    why: """
      The rows of the subquery become the elements of a JSON array: GROUP_CONCAT puts their texts together in the subquery's order, cut off at \
      group_concat_max_len bytes unless the session raises it. No rows make an empty array.
      """,
    example: "SELECT ARRAY(SELECT unnest(tags) ORDER BY 1) FROM item",
    manual: ["PostgreSQL: Array Constructors", "MySQL: Aggregate Functions"])
  static let kinds: [NodeKind] = [.arraySubquery]

  private static let elements: Set<TypeFamily> = [.integer, .decimal, .text, .uuid, .enumeration, .boolean, .date]

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    guard let query = context.tree.child(of: node, .subquery), let select = context.tree.child(of: query, .body), let value = value(of: query, select, in: context) else { return nil }
    let sets = SetTargets(select, in: context)
    let table = sets?.table(in: &context)
    if sets != nil, table == nil { return Output(source: context.tree[node].range) }
    let order = context.tree.child(of: query, .orderByClause)
    guard let keys = keys(order, value, in: &context), let text = context.jsonText(of: value), let list = context.tree.child(of: select, .targetList) else { return nil }
    if order == nil {
      context.cautionUnordered(at: node, help: "add ORDER BY to the subquery")
    }
    context.noteGroupConcatLength(at: node)
    var pieces: [Piece] = [.text("(" + context.keyword("SELECT CAST(CONCAT(") + "'[', " + context.keyword("COALESCE(GROUP_CONCAT(COALESCE("))]
    pieces += text.pieces + [.text(", 'null')")] + keys
    pieces.append(.text(context.keyword(" SEPARATOR ") + "','), ''), ']')" + context.keyword(" AS JSON") + ")"))
    var replacements: [NodeID: [Piece]] = [:]
    if let table {
      if let from = context.tree.child(of: select, .fromClause) {
        replacements[from] = context.convert(from).pieces + [.text(", ")] + table
      } else {
        pieces += [.text(context.keyword(" FROM "))] + table
      }
    }
    pieces += context.copy(select, within: ByteRange(context.tree[list].range.end, context.tree[select].range.end), replacing: replacements)
    return Output((pieces + [.text(")")]).compacted())
  }

  /// The one value of a plain SELECT's row.
  private func value(of query: NodeID, _ select: NodeID, in context: RewriteContext) -> NodeID? {
    guard context.tree[select].kind == .selectClause, !context.isGrouped(select), context.tree.child(of: select, .distinctClause) == nil,
      [Role.withClause, .limitClause, .offsetClause, .lockingClause].allSatisfy({ context.tree.child(of: query, $0) == nil }),
      [Role.windowClause, .into].allSatisfy({ context.tree.child(of: select, $0) == nil }), let list = context.tree.child(of: select, .targetList)
    else { return nil }
    let targets = context.tree.children(of: list, .item)
    guard targets.count == 1, let value = context.tree.child(of: targets[0], .value), let family = context.family(of: value), Self.elements.contains(family),
      !context.tree.descendants(of: value).contains(where: { context.tree.child(of: $0, .over) != nil })
    else { return nil }
    return value
  }

  /// ` ORDER BY …` of the aggregate; nil where a key has no MySQL form. MySQL reads a number here as that of a column.
  private func keys(_ order: NodeID?, _ value: NodeID, in context: inout RewriteContext) -> [Piece]? {
    guard let order else { return [] }
    var keys: [[Piece]] = []
    for item in context.tree.children(of: order, .item) {
      guard var key = context.tree.child(of: item, .value), context.tree.child(of: item, .hole) == nil, context.tree.child(of: item, .operator) == nil else { return nil }
      if case .output(0) = context.typed[key].resolution { key = value } else if context.constantInteger(key) == 1 { key = value }
      guard context.constantInteger(key) == nil, let family = context.family(of: key), [.integer, .decimal, .text, .uuid, .boolean, .date, .timestamp].contains(family) else { return nil }
      if family == .text { context.checkCollation(key, isOrder: true) }
      guard let pieces = context.collectedSortPieces(item, key) else { return nil }
      keys.append(pieces)
    }
    if let suffix = context.orderSuffixes[order] { keys.append([.text(String(suffix.dropFirst(2)))]) }
    return [.text(context.keyword(" ORDER BY "))] + .joined(keys, by: ", ")
  }
}

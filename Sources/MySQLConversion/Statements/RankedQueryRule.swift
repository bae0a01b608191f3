import MySQLTarget
import PostgresSyntax
import SourceText

/// DISTINCT ON and FETCH … WITH TIES: the rows are numbered in a derived table, and the query around it takes those it wants.
struct RankedQueryRule: ConversionRule {
  static let id = "ranked-rows"
  static let help = RuleHelp(
    why: """
      MySQL has neither DISTINCT ON nor WITH TIES. The query becomes a derived table with one more column: row_number() over the keys of \
      DISTINCT ON, of which the first is taken, or rank() over ORDER BY. Where ORDER BY does not decide which of several rows comes \
      first, PostgreSQL takes any of them: a caveat.
      """,
    example: "SELECT DISTINCT ON (category) category, name FROM item ORDER BY category, price DESC, id",
    manual: ["PostgreSQL: DISTINCT Clause", "PostgreSQL: LIMIT Clause", "MySQL: Window Function Descriptions", "MySQL: Derived Tables"])
  static let kinds: [NodeKind] = [.query]

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    guard let body = context.tree.child(of: node, .body), context.tree[body].kind == .selectClause, context.tree.children(of: node, .hole).isEmpty,
      context.tree.child(of: body, .into) == nil, let list = context.tree.child(of: body, .targetList)
    else { return nil }
    let distinct = context.tree.child(of: body, .distinctClause)
    let keys = distinct.map { context.tree.children(of: $0, .item) } ?? []
    let limit = context.tree.child(of: node, .limitClause)
    let hasTies = limit.map { context.tree[$0].attributes.contains(.withTies) } ?? false
    guard hasTies || !keys.isEmpty else { return nil }
    guard !(hasTies && distinct != nil), context.tree.child(of: node, .lockingClause) == nil, !context.hasGroupingSets(body) else { return nil }
    guard let columns = DerivedColumns(of: node, list, in: &context) else { return nil }
    guard OrderedSets(of: node, in: context) == nil, PeerGroups(of: node, in: context) == nil else { return nil }
    context.checkHavingNames(of: body)
    context.substituteInHaving(of: body)
    let items = context.tree.child(of: node, .orderByClause).map { context.tree.children(of: $0, .item) } ?? []
    let query = RankedQuery(node: node, body: body, list: list, distinct: distinct, columns: columns, items: items, limit: limit)
    let pieces = hasTies ? query.withTies(in: &context) : query.distinctOn(keys, in: &context)
    return pieces.map { Output($0.compacted()) } ?? Output(source: context.tree[node].range)
  }
}

/// A query on its way into a derived table.
private struct RankedQuery {
  let node, body, list: NodeID
  let distinct: NodeID?
  var columns: DerivedColumns
  let items: [NodeID]
  let limit: NodeID?

  init(node: NodeID, body: NodeID, list: NodeID, distinct: NodeID?, columns: DerivedColumns, items: [NodeID], limit: NodeID?) {
    (self.node, self.body, self.list, self.distinct) = (node, body, list, distinct)
    (self.columns, self.items, self.limit) = (columns, items, limit)
  }

  // MARK: DISTINCT ON

  func distinctOn(_ nodes: [NodeID], in context: inout RewriteContext) -> [Piece]? {
    let keys = nodes.map { context.queryKey($0, of: node) }
    let sorted = items.compactMap { item in context.tree.child(of: item, .value).map { (item: item, key: context.queryKey($0, of: node)) } }
    guard sorted.count == items.count else { return declined(in: &context) }
    for key in keys where !checkKey(key, in: &context) { return nil }
    if let key = keys.first(where: { $0.expression.map { !context.isRepeatable($0) } ?? false }) {
      context.decline("order-repeat", at: key.node, "the key of DISTINCT ON cannot be written twice")
      return nil
    }
    let leading = sorted.prefix { entry in keys.contains { context.isSameKey($0, entry.key) } }
    // PostgreSQL wants the keys of DISTINCT ON first; where they are not seen there, they are written in a way that is not understood here.
    guard sorted.isEmpty || !leading.isEmpty else { return declined(in: &context) }
    let rest = sorted.dropFirst(leading.count).filter { entry in !keys.contains { context.isSameKey($0, entry.key) } }
    let identity = RowIdentity(of: body, in: context)
    if !identity.determines(columns: node, by: keys + rest.map(\.key), in: context) {
      context.caution(
        "distinct-on-order", at: distinct ?? node, "ORDER BY does not decide which of several rows DISTINCT ON keeps: each server takes one of its own choice",
        help: "add the primary key to ORDER BY")
    }
    var partition: [[Piece]] = []
    for key in keys {
      guard let written = context.windowKey(key) else { return nil }
      partition.append(written.pieces)
    }
    var order: [[Piece]] = []
    for entry in rest {
      guard let written = context.windowSortPieces(entry.item, entry.key) else { return nil }
      order.append(written)
    }
    var window: [Piece] = [.text(context.keyword("ROW_NUMBER") + "() " + context.keyword("OVER") + " (" + context.keyword("PARTITION BY "))] + .joined(partition, by: ", ")
    if !order.isEmpty { window += [.text(context.keyword(" ORDER BY "))] + .joined(order, by: ", ") }
    window.append(.text(")"))
    return written(window, Array(leading), condition: [.text(" = 1")], in: &context)
  }

  private func declined(in context: inout RewriteContext) -> [Piece]? {
    context.decline("distinct-on", at: distinct ?? node, "the keys of DISTINCT ON are not seen at the start of ORDER BY", help: "write them in the same way")
    return nil
  }

  /// MySQL puts rows together by the types that it groups by.
  private func checkKey(_ key: QueryKey, in context: inout RewriteContext) -> Bool {
    let family = key.expression.map { context.family(of: $0) } ?? key.output.flatMap { context.typed.outputs[node]?[$0].type }.map { context.catalog.family(of: $0.oid) }
    guard let family else {
      context.declineUnknown(key.node, "its type is not known")
      return false
    }
    guard ![.json, .jsonb, .array, .record, .other, .interval].contains(family) else {
      context.decline("group-by-type", at: key.node, "MySQL does not group this type as PostgreSQL does")
      return false
    }
    return true
  }

  // MARK: WITH TIES

  func withTies(in context: inout RewriteContext) -> [Piece]? {
    guard let limit, let count = number(of: limit, in: &context) else { return nil }
    let sorted = items.compactMap { item in context.tree.child(of: item, .value).map { (item: item, key: context.queryKey($0, of: node)) } }
    guard sorted.count == items.count, !sorted.isEmpty else { return nil }
    var order: [[Piece]] = []
    for entry in sorted {
      guard let written = context.windowSortPieces(entry.item, entry.key) else { return nil }
      order.append(written)
    }
    let window: [Piece] = [.text(context.keyword("RANK") + "() " + context.keyword("OVER") + " (" + context.keyword("ORDER BY "))] + .joined(order, by: ", ") + [.text(")")]
    var condition: [Piece] = [.text(" <= ")] + count
    if let offset = context.tree.child(of: node, .offsetClause) {
      guard let skipped = number(of: offset, in: &context) else { return nil }
      condition += [.text(" + ")] + skipped
    }
    return written(window, sorted, condition: condition, in: &context)
  }

  /// The number of rows. NULL, which means no limit elsewhere, is an error before WITH TIES.
  private func number(of clause: NodeID, in context: inout RewriteContext) -> [Piece]? {
    if let value = context.tree.child(of: clause, .value).map({ context.unwrapped($0) }), context.tree[value].kind == .placeholder,
      let parameter = context.tree.parameter(of: value)
    {
      if clause == limit { context.note("error-lost", at: value, "NULL or a negative number of rows is an error in PostgreSQL, and no rows here") }
      return [.placeholder(parameter: parameter, range: context.tree[value].range)]
    }
    return QueryRule().number(of: clause, default: "1", in: &context)
  }

  // MARK: Writing

  /// `SELECT … FROM (SELECT …, window AS row_rank FROM …) AS ranked_rows WHERE row_rank … ORDER BY … LIMIT …`.
  private func written(
    _ window: [Piece], _ sorted: [(item: NodeID, key: QueryKey)], condition: [Piece], in context: inout RewriteContext
  ) -> [Piece]? {
    var columns = columns
    let rank = columns.add("row_rank", window)
    var order: [[Piece]] = []
    for entry in sorted {
      guard context.checkSortKey(entry.key.node) else { return nil }
      var name = entry.key.output.map { columns.reference($0) }
      if name == nil {
        guard let value = context.windowKey(entry.key) else { return nil }
        name = columns.add("sort_key_\(order.count + 1)", value.pieces)
      }
      order.append(context.sortPieces(entry.item, Output(name ?? ""), isNullable: context.isNullable(entry.key)))
    }
    let range = context.tree[node].range
    var pieces = context.copy(node, within: ByteRange(range.start, context.tree[body].range.start))
    pieces += [.text(context.keyword("SELECT ") + columns.outerList(in: context) + context.keyword(" FROM ") + "(")]
    pieces += inner(columns, in: &context)
    pieces += [.text(")" + context.keyword(" AS ") + columns.alias + context.keyword(" WHERE ") + rank)] + condition
    if !order.isEmpty { pieces += [.text(context.keyword(" ORDER BY "))] + .joined(order, by: ", ") }
    guard let tail = tail(in: &context) else { return nil }
    return pieces + tail
  }

  /// The query's own SELECT without DISTINCT ON, its list with the added columns.
  private func inner(_ columns: DerivedColumns, in context: inout RewriteContext) -> [Piece] {
    let (whole, listRange) = (context.tree[body].range, context.tree[list].range)
    var pieces: [Piece] = []
    if let distinct {
      let range = context.tree[distinct].range
      var next = range.end
      while next < listRange.start, [0x20, 0x09, 0x0A, 0x0D].contains(context.tree.text.bytes[next]) { next += 1 }
      pieces += [.source(ByteRange(whole.start, range.start)), .source(ByteRange(next, listRange.start))]
    } else {
      pieces.append(.source(ByteRange(whole.start, listRange.start)))
    }
    pieces += columns.innerList
    return pieces + context.copy(body, within: ByteRange(listRange.end, whole.end))
  }

  private func tail(in context: inout RewriteContext) -> [Piece]? {
    let offset = context.tree.child(of: node, .offsetClause)
    guard let limit, !context.tree[limit].attributes.contains(.withTies) else {
      guard let offset else { return [] }
      return QueryRule().clause(nil, offset, in: &context).map { $0.isEmpty ? [] : [.text(" ")] + $0 }
    }
    return QueryRule().clause(limit, offset, in: &context).map { $0.isEmpty ? [] : [.text(" ")] + $0 }
  }
}

import MySQLTarget
import PostgresSyntax
import SourceText

/// ORDER BY: PostgreSQL sorts NULL as the largest value, MySQL as the smallest.
struct OrderByRule: ConversionRule {
  static let id = "null-order"
  static let help = RuleHelp(
    why: """
      Ascending, NULLs come last in PostgreSQL and first in MySQL; descending the other way round. Where a sort key can be NULL, a key \
      `x IS NULL` is put before it. MySQL has no NULLS FIRST or NULLS LAST.
      """,
    example: "SELECT name FROM item ORDER BY price DESC NULLS LAST, code",
    manual: ["PostgreSQL: Sorting Rows", "MySQL: Working with NULL Values"])
  static let kinds: [NodeKind] = [.orderByClause, .sortItem]

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    if context.tree[node].kind == .orderByClause {
      return Output(context.copy(node) + (context.orderSuffixes[node].map { [.text($0)] } ?? []))
    }
    guard let value = context.tree.child(of: node, .value) else { return nil }
    guard context.tree.child(of: node, .operator) == nil else {
      return context.decline("order-using", at: node, "MySQL has no ORDER BY … USING")
    }
    if context.tree[value].kind == .hole { return context.copied(node) }
    if !context.isPosition(value), context.becomesInteger(value) { return context.declineConstantKey(value) }
    let key = SortKey(value, in: context)
    guard context.check(key, countsIntervals: true) else { return Output(source: context.tree[node].range) }
    return item(node, key, in: &context)
  }

  private func item(_ node: NodeID, _ key: SortKey, in context: inout RewriteContext) -> Output {
    let order = SortDirection(of: node, in: context.tree)
    let sorted = key.expression ?? key.node
    var pieces =
      switch key.family {
      case .interval: context.intervalOrder(sorted).pieces
      case .printed: context.printedKey(sorted)
      default: context.convert(key.node).pieces
      }
    pieces += direction(of: node, after: key.node, in: &context)
    guard key.isNullable, !order.isMySQLs else { return Output(pieces.compacted()) }
    if let hole = context.tree.child(of: node, .hole) {
      return context.decline("order-hole", at: hole, "the direction is put in at run time and the value can be NULL: the place of NULLs is not known")
    }
    guard let test = nullTest(key, in: &context) else { return Output(source: context.tree[node].range) }
    return Output((test + [.text(order.descends ? context.keyword(" DESC") + ", " : ", ")] + pieces).compacted())
  }

  /// `x IS NULL`: by the output column's name where no input column has it, for inside an expression MySQL takes a name for an input
  /// column first; else by the expression behind it.
  private func nullTest(_ key: SortKey, in context: inout RewriteContext) -> [Piece]? {
    let suffix = Piece.text(context.keyword(" IS NULL"))
    if let name = key.safeName { return [.text(name), suffix] }
    if let expression = key.expression {
      guard context.isRepeatable(expression) else {
        context.decline("order-repeat", at: key.node, "the sort key can be NULL and cannot be written twice")
        return nil
      }
      guard expression == key.node || !context.isGroupedByName(expression) else {
        context.decline(
          "group-order", at: key.node, "MySQL does not see that this sort key, which can be NULL, is what the query groups by",
          help: "group by the expression itself, or give the column an alias that no table's column has")
        return nil
      }
      return context.convert(expression, atLeast: .comparison) + [suffix]
    }
    if context.constantInteger(key.node) != nil {
      context.decline("order-ordinal", at: key.node, "the column of this number can be NULL and has no name to test", help: "order by its name")
      return nil
    }
    return context.convert(key.node, atLeast: .comparison) + [suffix]
  }

  /// ASC or DESC as written, without NULLS FIRST or LAST.
  private func direction(of node: NodeID, after value: NodeID, in context: inout RewriteContext) -> [Piece] {
    let range = ByteRange(context.tree[value].range.end, context.tree[node].range.end)
    if let hole = context.tree.child(of: node, .hole) {
      return [.source(ByteRange(range.start, context.tree[hole].range.start))] + context.convert(hole).pieces
    }
    let tokens = context.tree.tokens(in: range).filter { ["ASC", "DESC"].contains(context.tree.text.string(in: $0.range).uppercased()) }
    return tokens.last.map { [.source(ByteRange(range.start, $0.range.end))] } ?? []
  }
}

/// What an item of ORDER BY sorts by.
private struct SortKey {
  let node: NodeID
  /// The expression behind an output column's name or number, where it may be written instead.
  let expression: NodeID?
  /// The output column's name, where MySQL cannot take it for another column.
  let safeName: String?
  let family: TypeFamily?
  let isNullable: Bool

  init(_ node: NodeID, in context: RewriteContext) {
    self.node = node
    guard case .output(let index) = context.typed[node].resolution, let query = context.enclosingQuery(of: node),
      let outputs = context.typed.outputs[query], outputs.indices.contains(index)
    else {
      (expression, safeName) = (node, nil)
      (family, isNullable) = (context.family(of: node), context.isNullable(node))
      return
    }
    let output = outputs[index]
    family = output.type.map { context.catalog.family(of: $0.oid) }
    isNullable = output.isNullable
    let body = context.tree.child(of: query, .body)
    let isSet = body.map { context.tree[$0].kind == .setOperation } ?? false
    expression = isSet ? nil : output.node.map { Self.value(of: $0, in: context) }
    let isNamed = isSet ? body.map { Self.isNamed(index, of: $0, in: context) } == true : output.node == nil || output.node.map { Self.isNamed($0, output.name, in: context) } == true
    let isClear = isSet || (expression.map { context.tree[$0].kind != .columnReference } ?? true && !context.hasSourceColumn(named: output.name))
    safeName = isNamed && isClear ? ReservedWords.written(output.name, at: .columnReference, target: context.target) : nil
  }

  /// Whether MySQL gives the column this name: an alias, or one that a rule adds because ORDER BY asks for it.
  private static func isNamed(_ node: NodeID, _ name: String, in context: RewriteContext) -> Bool {
    let target = context.tree[node].kind == .resultTarget ? node : context.tree.parent(of: node) ?? node
    guard context.tree[target].kind == .resultTarget else { return false }
    return context.tree.child(of: target, .alias) != nil || (name != "?column?" && context.needsName(target))
  }

  /// Whether MySQL names a set operation's column so: by its first SELECT, where an expression without an alias has another name.
  private static func isNamed(_ index: Int, of body: NodeID, in context: RewriteContext) -> Bool {
    var body = body
    while context.tree[body].kind != .selectClause, let next = [Role.left, .subquery, .body].lazy.compactMap({ context.tree.child(of: body, $0) }).first { body = next }
    guard context.tree[body].kind == .selectClause, let list = context.tree.children(of: body).first(where: { context.tree[$0].kind == .targetList }) else { return false }
    let targets = context.tree.children(of: list).filter { context.tree[$0].kind == .resultTarget }
    guard !targets.contains(where: { context.tree.child(of: $0, .value).map { context.tree[$0].kind == .star } ?? false }) else { return true }
    guard targets.indices.contains(index) else { return false }
    return context.tree.child(of: targets[index], .alias) != nil || context.tree.child(of: targets[index], .value).map { context.tree[$0].kind == .columnReference } == true
  }

  private static func value(of target: NodeID, in context: RewriteContext) -> NodeID {
    context.tree[target].kind == .resultTarget ? context.tree.child(of: target, .value) ?? target : target
  }

  /// Whether the key is a column of a table, whose enum MySQL sorts by index.
  ///
  /// One that is rolled up is text.
  func isTableColumn(in context: RewriteContext) -> Bool {
    if let query = context.enclosingQuery(of: node), let body = context.tree.child(of: query, .body), context.hasGroupingSets(body) { return false }
    if expression == nil, let query = context.enclosingQuery(of: node), let column = context.queryKey(node, of: query).column {
      return context.typed.sources[column.source].relation?.kind == .table
    }
    guard let expression, case .column(let source, _) = context.typed[context.unwrapped(expression)].resolution else { return false }
    return context.typed.sources.indices.contains(source) && context.typed.sources[source].relation?.kind == .table
  }
}

extension RewriteContext {
  /// Whether the query around a sort key drops equal rows: MySQL then sorts by what the select list has (error 3065).
  func isDistinct(_ node: NodeID) -> Bool {
    guard let query = enclosingQuery(of: node), let body = tree.child(of: query, .body) else { return false }
    return tree.child(of: body, .distinctClause) != nil
  }

  /// Whether MySQL sorts by the key, written as it is, as PostgreSQL does; declines where it does not.
  mutating func checkSortKey(_ node: NodeID) -> Bool {
    let key = SortKey(node, in: self)
    guard key.family != .printed else {
      decline("order-type", at: node, "MySQL does not sort this type as PostgreSQL does")
      return false
    }
    return check(key)
  }

  /// - Parameter countsIntervals: Whether an interval is written as `intervalOrder`.
  fileprivate mutating func check(_ key: SortKey, countsIntervals: Bool = false) -> Bool {
    guard let family = key.family else {
      declineUnknown(key.node, "its type is not known")
      return false
    }
    switch family {
    case .integer, .decimal, .double, .single, .money, .boolean, .date, .time, .timestamp, .timestamptz, .uuid, .bytea: return true
    case .caseless:
      cautionCaseless(at: key.node)
      return true
    case .text, .blankPadded:
      checkCollation(key.expression ?? key.node, isOrder: true)
      return true
    case .enumeration:
      if key.isTableColumn(in: self) { return true }
      decline("enum-order", at: key.node, "MySQL sorts an enum expression by its letters, PostgreSQL by the order of its labels")
    case .interval where countsIntervals && key.expression.map({ isRepeatable($0) && isRowwise(key.node) }) == true: return true
    // Another key is put in its place, over the expression itself.
    case .printed where key.expression.map({ ($0 == key.node || (isRepeatable($0) && !isGroupedByName($0))) && (tree[$0].kind == .columnReference || !isDistinct(key.node)) }) == true: return true
    case .interval, .json, .jsonb, .array, .printed, .record, .other:
      decline("order-type", at: key.node, "MySQL does not sort this type as PostgreSQL does")
    }
    return false
  }

  /// Whether the query that a node belongs to has neither DISTINCT nor GROUP BY, so that ORDER BY may have an expression of its own.
  func isRowwise(_ node: NodeID) -> Bool {
    guard let query = enclosingQuery(of: node), let body = tree.child(of: query, .body), tree[body].kind != .setOperation else { return false }
    return tree.child(of: body, .groupByClause) == nil && tree.children(of: body).allSatisfy { tree[$0].kind != .distinctClause } && !tree[body].attributes.contains(.distinct)
  }

  /// Whether an expression is grouped by an output column's name or number, which only_full_group_by does not see through.
  func isGroupedByName(_ expression: NodeID) -> Bool {
    guard tree[expression].kind != .columnReference, let query = enclosingQuery(of: expression), let body = tree.child(of: query, .body),
      let groupBy = tree.child(of: body, .groupByClause)
    else { return false }
    return tree.children(of: groupBy, .item).contains { item in
      if tree[item].kind == .integerLiteral { return true }
      if case .output = typed[item].resolution { return true }
      return false
    }
  }

  /// Whether any source of the statement has a column of that name, in any letter case.
  func hasSourceColumn(named name: String) -> Bool {
    let name = name.lowercased()
    return typed.sources.contains { $0.columns.contains { $0.name.lowercased() == name } }
  }
}

import Analysis
import PostgresCatalog
import PostgresSyntax
import SourceText

/// The calls of percentile_cont, percentile_disc and mode of one SELECT, and the derived table that numbers their rows.
struct OrderedSets {
  struct Call {
    let node: NodeID
    let function: String
    /// The share of percentile_cont and percentile_disc.
    let fraction: NodeID?
    let item: NodeID
    let value: NodeID
    /// Names of the columns that the derived table adds.
    let valueName, positionName, rowName: String
  }

  let query, select: NodeID
  let calls: [Call]

  static let functions: Set<String> = ["percentile_cont", "percentile_disc", "mode"]

  /// The ordered sets of the SELECT that a query is; nil where it has none.
  init?(of query: NodeID, in context: RewriteContext) {
    guard let select = context.tree.child(of: query, .body), context.tree[select].kind == .selectClause else { return nil }
    guard context.tree.descendants(of: query).contains(where: { context.tree[$0].role == .withinGroup }) else { return nil }
    var calls: [Call] = []
    for node in context.tree.descendants(of: query) where context.tree[node].kind == .functionCall {
      guard let within = context.tree.child(of: node, .withinGroup), context.enclosingQuery(of: node) == query, let function = context.builtIn(node),
        Self.functions.contains(function.name), let item = context.tree.child(of: within, .item), let value = context.tree.child(of: item, .value)
      else { continue }
      let number = calls.count + 1
      calls.append(
        Call(
          node: node, function: function.name, fraction: context.tree.children(of: node, .argument).first, item: item, value: value,
          valueName: context.uniqueColumnName("value_\(number)"), positionName: context.uniqueColumnName("position_\(number)"),
          rowName: context.uniqueColumnName("row_\(number)")))
    }
    guard !calls.isEmpty else { return nil }
    (self.query, self.select, self.calls) = (query, select, calls)
  }

  // MARK: The SELECT

  /// The SELECT over a derived table of its FROM and WHERE; nil after declining.
  func pieces(in context: inout RewriteContext) -> [Piece]? {
    guard let from = context.tree.child(of: select, .fromClause), !context.hasGroupingSets(select), let keys = keys(in: &context) else {
      return declined("the rows cannot be numbered for this aggregate", in: &context)
    }
    let identity = RowIdentity(of: select, in: context)
    guard identity.isComplete, !identity.sources.isEmpty, readsGroups(keys, identity.sources, in: context) else {
      return declined("a column that is neither grouped nor aggregated stands beside this aggregate", in: &context)
    }
    for call in calls where !check(call, in: &context) { return nil }
    let partition = keys.map { context.convert($0).pieces }
    guard let columns = columns(identity.sources, in: &context) else { return declined("the columns of this query cannot be named in a derived table", in: &context) }
    let inner = context.convert(from).pieces + (context.tree.child(of: select, .whereClause).map { [.text(" ")] + context.convert($0).pieces } ?? [])
    var added: [[Piece]] = []
    for call in calls { added += numbering(call, partition, in: &context) }
    var table: [Piece] = [.text("(" + context.keyword("SELECT ") + columns.list + ", ")] + .joined(added, by: ", ") + [.text(" ")] + inner
    table.append(.text(")" + context.keyword(" AS ") + columns.table))
    context.columnSubstitutes.merge(columns.substitutes) { first, _ in first }
    context.substituteInHaving(of: select)
    let modes = calls.filter { $0.function == "mode" }
    if !modes.isEmpty {
      let keys = keys.map { context.convert($0).pieces }
      let rows = modes.map { row($0, keys, in: context) }
      table = [.text("(" + context.keyword("SELECT ") + "*, ")] + .joined(rows, by: ", ") + [.text(context.keyword(" FROM "))] + table + [.text(")" + context.keyword(" AS ") + columns.table)]
    }
    let end = context.tree.child(of: select, .whereClause).map { context.tree[$0].range.end } ?? context.tree[from].range.end
    let range = context.tree[select].range
    var pieces = context.copy(select, within: ByteRange(range.start, context.tree[from].range.start))
    pieces += [.text(context.keyword("FROM "))] + table
    return (pieces + context.copy(select, within: ByteRange(end, range.end))).compacted()
  }

  private func declined(_ message: String, in context: inout RewriteContext) -> [Piece]? {
    context.decline("ordered-set", at: calls[0].node, message, help: "number the rows with row_number() and count(*) over the groups in a derived table")
    return nil
  }

  /// What the query groups by, as expressions that may be written twice.
  private func keys(in context: inout RewriteContext) -> [NodeID]? {
    guard let clause = context.tree.child(of: select, .groupByClause) else { return [] }
    var keys: [NodeID] = []
    for item in context.tree.children(of: clause, .item) {
      guard let expression = context.queryKey(item, of: query).expression, context.isRepeatable(expression), !context.becomesInteger(expression) else { return nil }
      keys.append(expression)
    }
    return keys
  }

  private func check(_ call: Call, in context: inout RewriteContext) -> Bool {
    let isEnum = context.family(of: call.value) == .enumeration
    guard !context.becomesInteger(call.value), !(isEnum && context.tree.child(of: call.node, .filter) != nil) else {
      _ = declined("the values of this aggregate cannot be sorted in a derived table", in: &context)
      return false
    }
    guard context.checkSortKey(call.value), context.tree.child(of: call.item, .operator) == nil, context.isRepeatable(call.value), context.tree.child(of: call.node, .filter).map({ context.isRepeatable($0) }) ?? true
    else {
      _ = declined("the values of this aggregate cannot be written twice", in: &context)
      return false
    }
    if let fraction = call.fraction, call.function != "mode" {
      guard context.family(of: fraction)?.isNumber == true, context.columnReferences(in: fraction).isEmpty, context.isRepeatable(fraction) else {
        _ = declined("the share of this percentile is no single constant or parameter", in: &context)
        return false
      }
      if context.containsPlaceholder(fraction) { context.note("error-lost", at: fraction, "a share outside 0 to 1 is an error in PostgreSQL") }
    }
    guard call.function != "percentile_cont" || context.family(of: call.value)?.isNumber == true else {
      _ = declined("percentile_cont of this type is not converted", in: &context)
      return false
    }
    return true
  }

  /// Whether all columns beside the aggregates are what the query groups by: a key of a table does not determine the columns of a derived one.
  private func readsGroups(_ keys: [NodeID], _ sources: [Int], in context: RewriteContext) -> Bool {
    var pending = [context.tree.child(of: select, .targetList), context.tree.child(of: select, .havingClause), context.tree.child(of: query, .orderByClause)].compactMap { $0 }
    while let node = pending.popLast() {
      if context.tree[node].kind == .functionCall {
        guard context.tree.child(of: node, .over) == nil else { return false }
        if case .function(let function) = context.typed[node].resolution, function.kind == .aggregate { continue }
      }
      if keys.contains(where: { context.isSame($0, node) }) { continue }
      if context.tree[node].kind == .star { return false }
      if context.tree[node].kind == .columnReference {
        if case .output = context.typed[node].resolution { continue }
        guard case .column(let source, _) = context.typed[node].resolution, !sources.contains(source), !context.isMerged(source) else { return false }
        continue
      }
      pending += Array(context.tree.children(of: node))
    }
    return true
  }

  // MARK: The derived table

  /// What the derived table selects, its alias, and new names of columns.
  private func columns(_ sources: [Int], in context: inout RewriteContext) -> (list: String, table: String, substitutes: [SourceColumn: String])? {
    let used = context.tree.descendants(of: query).filter { context.tree[$0].kind == .columnReference }
    let outside = used.filter { reference in
      ![Role.fromClause, .whereClause].compactMap { context.tree.child(of: select, $0) }.contains { context.tree[$0].range.contains(context.tree[reference].range) }
    }
    if sources.count == 1, let name = context.typed.sources[sources[0]].name, outside.allSatisfy({ context.tree.children(of: $0, .name).count < 3 }) {
      return ("*", context.writtenTableName(name), [:])
    }
    var substitutes: [SourceColumn: String] = [:]
    var list: [String] = []
    for reference in outside {
      guard case .column(let source, let column) = context.typed[reference].resolution else { continue }
      if context.isMerged(source) { return nil }
      let key = SourceColumn(source: source, column: column)
      guard sources.contains(source), substitutes[key] == nil else { continue }
      let name = context.typed.sources[source].columns[column].name
      let isTaken = substitutes.values.contains { $0.lowercased() == context.writtenName(name).lowercased() }
      let new = isTaken ? context.writtenName("\(context.typed.sources[source].name ?? "t")_\(name)") : context.writtenName(name)
      guard !substitutes.values.contains(new) else { return nil }
      substitutes[key] = new
      guard let table = context.typed.sources[source].name else { return nil }
      let written = context.writtenTableName(table) + "." + context.writtenName(name)
      list.append(new == context.writtenName(name) ? written : written + context.keyword(" AS ") + new)
    }
    guard !list.isEmpty else { return ("1", context.uniqueTableName("numbered_rows"), [:]) }
    return (list.joined(separator: ", "), context.uniqueTableName("numbered_rows"), substitutes)
  }

  private func window(_ partition: [[Piece]], _ rest: [Piece] = [], in context: RewriteContext) -> [Piece] {
    var pieces: [Piece] = [.text(context.keyword("OVER") + " (")]
    if !partition.isEmpty { pieces += [.text(context.keyword("PARTITION BY "))] + .joined(partition, by: ", ") }
    return pieces + (partition.isEmpty || rest.isEmpty ? [] : [.text(" ")]) + rest + [.text(")")]
  }

  private func numbering(_ call: Call, _ partition: [[Piece]], in context: inout RewriteContext) -> [[Piece]] {
    let named = context.keyword(" AS ")
    let value = context.filtered(context.convert(call.value), of: call.node)
    let isNullable = context.isNullable(call.value) || context.tree.child(of: call.node, .filter) != nil
    let count = context.call("COUNT", [value.pieces]).pieces + [.text(" ")] + window(partition, in: context)
    let nulls: [Piece] = isNullable ? value.parenthesized(below: .comparison) + [.text(context.keyword(" IS NULL") + ", ")] : []
    let order = [.text(context.keyword("ORDER BY "))] + nulls + value.pieces + (context.tree[call.item].attributes.contains(.descending) ? [.text(context.keyword(" DESC"))] : [])
    let row = [.text(context.keyword("ROW_NUMBER") + "() ")] + window(partition, order, in: context) + [.text(named + call.rowName)]
    switch call.function {
    case "mode":
      return [value.pieces + [.text(named + call.valueName)], [.text(context.keyword("COUNT") + "(*) ")] + window(partition + [value.pieces], in: context) + [.text(named + call.positionName)]]
    case "percentile_cont":
      let double = context.cast(value.pieces, as: "DOUBLE") + [.text(named + call.valueName)]
      return [double, row, fraction(call, in: &context) + [.text(" * (")] + count + [.text(" - 1)" + named + call.positionName)]]
    default:
      let position = [.text(context.keyword("GREATEST") + "(" + context.keyword("CEIL") + "(")] + fraction(call, in: &context) + [.text(" * ")] + count + [.text("), 1)" + named + call.positionName)]
      return [value.pieces + [.text(named + call.valueName)], row, position]
    }
  }

  /// The share as a floating-point number, which it is in PostgreSQL.
  private func fraction(_ call: Call, in context: inout RewriteContext) -> [Piece] {
    guard let node = call.fraction.map({ context.unwrapped($0) }) else { return [] }
    if [.numericLiteral, .integerLiteral].contains(context.tree[node].kind) {
      let text = context.tree.string(of: node)
      return [.text(text.lowercased().contains("e") ? text : text + "e0")]
    }
    return context.cast(context.convert(node).pieces, as: "DOUBLE")
  }

  /// Of the most frequent values the first in the order.
  private func row(_ call: Call, _ keys: [[Piece]], in context: RewriteContext) -> [Piece] {
    let direction = context.tree[call.item].attributes.contains(.descending) ? context.keyword(" DESC") : ""
    let order = context.keyword("ORDER BY ") + call.valueName + context.keyword(" IS NULL") + ", " + call.positionName + context.keyword(" DESC") + ", " + call.valueName + direction
    return [.text(context.keyword("ROW_NUMBER") + "() ")] + window(keys, [.text(order)], in: context) + [.text(context.keyword(" AS ") + call.rowName)]
  }
}

/// percentile_cont, percentile_disc and mode: the value of one numbered row of the group, or of two.
struct OrderedSetRule: ConversionRule {
  static let id = "ordered-sets"
  static let help = RuleHelp(
    why: """
      MySQL has no WITHIN GROUP. FROM and WHERE become a derived table that numbers the rows of each group by the value, NULLs last, and the aggregate \
      picks the row at the place that PostgreSQL takes; percentile_cont interpolates between two.
      """,
    example: "SELECT category, percentile_cont(0.5) WITHIN GROUP (ORDER BY price) FROM item GROUP BY category",
    manual: ["PostgreSQL: Ordered-Set Aggregate Functions", "MySQL: Window Function Descriptions"])
  static let kinds: [NodeKind] = [.functionCall]
  static let names: Set<String>? = OrderedSets.functions

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    guard context.tree.child(of: node, .withinGroup) != nil, let query = context.enclosingQuery(of: node), let sets = OrderedSets(of: query, in: context),
      let call = sets.calls.first(where: { $0.node == node })
    else { return nil }
    let names = [Output(call.rowName), Output(call.positionName), Output(call.valueName)]
    switch call.function {
    case "mode": return context.fill("MAX(CASE WHEN {0} = 1 THEN {2} END)", with: names)
    case "percentile_disc": return context.fill("MAX(CASE WHEN {0} = {1} THEN {2} END)", with: names)
    default: return context.fill(Self.interpolated, with: names, .additive)
    }
  }

  private static let interpolated: Template = """
    MAX(CASE WHEN {0} = FLOOR({1}) + 1 THEN {2} END) + MAX({1} - FLOOR({1})) \
    * (MAX(CASE WHEN {0} = CEIL({1}) + 1 THEN {2} END) - MAX(CASE WHEN {0} = FLOOR({1}) + 1 THEN {2} END))
    """
}

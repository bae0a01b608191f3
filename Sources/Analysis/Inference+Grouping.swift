import PostgresCatalog
import PostgresSyntax

/// The keys of one SELECT, as far as its checks ask for them.
struct SelectKeys: Sendable {
  var sort: [SelectKey] = []
  var group: [SelectKey] = []
  var distinct: [SelectKey] = []
}

/// Columns that must be grouped (`parseCheckAggregates`).
extension Inference {
  /// What a SELECT is grouped by.
  private struct Grouping {
    var columns: Set<ColumnPlace> = []
    /// Keys of what is no plain column.
    var expressions: Set<String> = []
    /// Columns that every grouping set has: only these determine others.
    var common: Set<ColumnPlace> = []
    /// False where a key cannot be compared with others.
    var isKnown = true
  }

  func checkGrouping(_ id: NodeID, _ keys: SelectKeys) {
    let group = child(id, .groupByClause)
    let having = child(id, .havingClause)
    guard scopes[scope].hasAggregates || group != nil || having != nil else { return }
    guard !scopes[scope].hasUnknownSources, !tree.containsHole(id) else { return }
    let grouping = grouping(id, group, keys)
    guard grouping.isKnown, checkGroupingCalls(grouping) else { return }
    for (number, origin) in (origins[id] ?? []).enumerated() where number < (typed.outputs[id]?.count ?? Int.max) {
      if let binding = origin.binding, let star = origin.star {
        if !check(binding, grouping, at: star, isNested: false) { return }
      } else if let node = origin.node, !check([node], grouping) {
        return
      }
    }
    if !check(hiddenTargets(id, keys), grouping) { return }
    if let having { _ = check(children(having), grouping) }
  }

  /// Expressions that only sorting, DISTINCT ON and windows read.
  private func hiddenTargets(_ id: NodeID, _ keys: SelectKeys) -> [NodeID] {
    var nodes = (keys.sort + keys.distinct).filter { $0.output == nil }.map(\.node)
    var windows = child(id, .windowClause).map { children($0, .item) } ?? []
    if windowCalls.isEmpty, windows.isEmpty { return nodes }
    walk(id) { node in
      if windowCalls[node] == scope, let over = child(node, .over), kind(over) == .windowDefinition { windows.append(over) }
      return true
    }
    for window in windows { nodes += sortValues(child(window, .orderByClause)) + children(window, .partition) }
    return nodes
  }

  private func grouping(_ id: NodeID, _ clause: NodeID?, _ keys: SelectKeys) -> Grouping {
    var grouping = Grouping()
    let origins = self.origins[id] ?? []
    for key in keys.group {
      let origin = key.output.flatMap { $0 >= 0 && $0 < origins.count ? origins[$0] : nil }
      let node = origin?.node ?? key.node
      if let column = origin?.binding.map({ column(of: $0) }) ?? column(of: node) {
        grouping.columns.insert(column)
      } else if let binding = origin?.binding {
        for part in flattened(binding) { grouping.columns.insert(ColumnPlace(source: part.source, column: part.column)) }
        grouping.expressions.insert(self.key(of: binding))
      } else if let text = self.key(of: node) {
        grouping.expressions.insert(text)
      } else {
        grouping.isKnown = false
      }
    }
    let hasSets = clause.map { each($0, .item).contains { kind($0) == .groupingSet } } ?? false
    grouping.common = hasSets ? [] : grouping.columns
    return grouping
  }

  /// GROUPING's arguments are grouping expressions (`finalize_grouping_exprs`).
  private func checkGroupingCalls(_ grouping: Grouping) -> Bool {
    for call in aggregates.keys.filter({ aggregates[$0] == scope && kind($0) == .specialFunction }).sorted() {
      for argument in each(call) where tree[argument].role == .argument || tree[argument].role == .item {
        if let column = column(of: argument), grouping.columns.contains(column) { continue }
        guard let text = key(of: argument), !grouping.expressions.contains(text) else { continue }
        report("42803", "arguments to GROUPING must be grouping expressions of the associated query level", at: argument)
        return false
      }
    }
    return true
  }

  private struct Visit {
    var node: NodeID
    var isNested = false
    var isDirect = false
  }

  /// Looks for an ungrouped column (`check_ungrouped_columns_walker`).
  ///
  /// - Returns: False where one was found and reported.
  private func check(_ roots: [NodeID], _ grouping: Grouping) -> Bool {
    var pending = roots.reversed().map { Visit(node: $0) }
    while let visit = pending.popLast() {
      let node = visit.node
      if let level = aggregates[node] {
        if level != scope, distance(to: level) != nil { continue }
        if level == scope {
          guard child(node, .withinGroup) != nil else { continue }
          pending += children(node, .argument).reversed().map { Visit(node: $0, isNested: visit.isNested, isDirect: true) }
          continue
        }
      }
      if !visit.isNested, firstChild(node) != nil, !grouping.expressions.isEmpty, let text = key(of: node),
        grouping.expressions.contains(text)
      {
        continue
      }
      if levelReferred(by: node) == scope, kind(node) == .columnReference || kind(node) == .identifier {
        if !checkReference(node, grouping, isNested: visit.isNested, isDirect: visit.isDirect) { return false }
        continue
      }
      let (count, isNested) = (pending.count, visit.isNested || kind(node) == .query)
      for part in each(node) { pending.append(Visit(node: part, isNested: isNested, isDirect: visit.isDirect)) }
      pending[count...].reverse()
    }
    return true
  }

  private func checkReference(_ node: NodeID, _ grouping: Grouping, isNested: Bool, isDirect: Bool) -> Bool {
    switch typed[node].resolution {
    case .column(let source, let column):
      return check(Binding(name: "", source: source, column: column), grouping, at: node, isNested: isNested, isDirect: isDirect)
    case .row(let source):
      if grouping.expressions.contains("r\(source)") || isDetermined(source, grouping) { return true }
      return ungrouped(source, "*", at: node, isNested, isDirect)
    default:
      guard let source = systemColumnSources[node], let text = key(of: node), !grouping.expressions.contains(text), !isDetermined(source, grouping)
      else { return true }
      return ungrouped(source, names(node)?.last ?? "", at: node, isNested, isDirect)
    }
  }

  private func check(
    _ binding: Binding, _ grouping: Grouping, at node: NodeID, isNested: Bool, isDirect: Bool = false
  ) -> Bool {
    if !grouping.expressions.isEmpty, grouping.expressions.contains(key(of: binding)) { return true }
    for part in flattened(binding) {
      let columns = typed.sources[part.source].columns
      guard part.column < columns.count, !grouping.columns.contains(ColumnPlace(source: part.source, column: part.column)),
        !isDetermined(part.source, grouping)
      else { continue }
      if typed.sources[part.source].origin.isUnknown { continue }
      return ungrouped(part.source, columns[part.column].name, at: node, isNested, isDirect)
    }
    return true
  }

  /// Whether the columns that are grouped by contain the primary key of the column's table (`check_functional_grouping`).
  private func isDetermined(_ number: Int, _ grouping: Grouping) -> Bool {
    let source = typed.sources[number]
    guard case .relation(let relation) = source.origin,
      let primary = relation.constraints.first(where: { $0.kind == .primaryKey && !$0.isDeferrable })
    else { return false }
    return primary.columns.allSatisfy { name in
      guard let place = relation.columns.firstIndex(where: { $0.name == name }) else { return false }
      return grouping.common.contains(ColumnPlace(source: number, column: place))
    }
  }

  private func ungrouped(_ source: Int, _ column: String, at node: NodeID, _ isNested: Bool, _ isDirect: Bool) -> Bool {
    let shown = "\"\(typed.sources[source].name ?? "unnamed_join").\(column)\""
    if isNested {
      report("42803", "subquery uses ungrouped column \(shown) from outer query", at: node)
    } else {
      report(
        "42803", "column \(shown) must appear in the GROUP BY clause or be used in an aggregate function",
        detail: isDirect ? "Direct arguments of an ordered-set aggregate must use only grouped columns." : "", at: node)
    }
    return false
  }
}

extension ColumnSource.Origin {
  var isUnknown: Bool {
    if case .unknown = self { true } else { false }
  }
}

import MySQLTarget
import PostgresSyntax
import SourceText

/// Set-returning functions in a select list: they become a table that is joined to each row, which gives as many rows.
///
/// PostgreSQL reads several side by side, and expands them after grouping, unless the rows are grouped by them.
struct SetTargets {
  private let select: NodeID
  /// The calls in the select list, each text once, and all nodes that stand for it.
  private let calls: [(call: NodeID, places: [NodeID])]

  /// Nil where the select list has none.
  init?(_ select: NodeID, in context: RewriteContext) {
    self.select = select
    guard let list = context.tree.child(of: select, .targetList) else { return nil }
    var calls: [(call: NodeID, places: [NodeID])] = []
    func add(_ node: NodeID, isNew: Bool) {
      let text = context.tree.string(of: node)
      if let index = calls.firstIndex(where: { context.tree.string(of: $0.call) == text }) {
        calls[index].places.append(node)
      } else if isNew {
        calls.append((node, [node]))
      }
    }
    for node in Self.sets(in: list, of: select, context) { add(node, isNew: true) }
    guard !calls.isEmpty else { return nil }
    let query = context.tree.parent(of: select)
    for clause in [context.tree.child(of: select, .groupByClause), query.flatMap { context.tree.child(of: $0, .orderByClause) }].compactMap({ $0 }) {
      for node in Self.sets(in: clause, of: select, context) { add(node, isNew: false) }
    }
    self.calls = calls
  }

  /// The calls that belong to the select itself, not to a subquery.
  private static func sets(in clause: NodeID, of select: NodeID, _ context: RewriteContext) -> [NodeID] {
    context.tree.descendants(of: clause).filter { node in
      context.returnsSet(node) && context.tree.ancestor(of: node, .query) == context.tree.ancestor(of: select, .query)
        && context.tree.ancestor(of: node, .functionTable) == context.tree.ancestor(of: select, .functionTable)
    }
  }

  // MARK: The table

  /// Makes the table, and each call a column of it; nil after declining.
  func table(in context: inout RewriteContext) -> [Piece]? {
    guard isPlain(in: context), let forms = forms(in: &context) else {
      if context.status < .manual {
        context.decline(
          "set-in-select-list", at: calls[0].call, "\(context.excerpt(of: calls[0].call)) in the select list of this query has no MySQL form that is known to give the same rows",
          help: "move the function to FROM: CROSS JOIN LATERAL")
      }
      return nil
    }
    let alias = context.unusedSetName()
    let names = FunctionTableRule.distinct(calls.map { _ in SetForm.element })
    for (call, name) in zip(calls, names) {
      for place in call.places { context.setColumns[place] = Output("\(alias).\(name)") }
    }
    let isLateral = calls.contains { !context.columnReferences(in: $0.call).isEmpty }
    for call in calls { context.checkGroupedReads(of: call.call, own: select) }
    let order = context.tree.parent(of: select).flatMap { context.tree.child(of: $0, .orderByClause) }
    let isNumbered = order != nil && !isGrouped(in: context) && context.tree.child(of: select, .distinctClause) == nil
    // Rows of one array keep their order where the sort keys are the same.
    if isNumbered, let order { context.orderSuffixes[order] = ", \(alias).\(SetForm.number)" }
    qualifyStar(in: &context)
    return SetTable(
      forms: forms, names: isNumbered ? names + [SetForm.number] : names, alias: alias, hasOrdinality: isNumbered, isOrdinalityPlain: true, isLateral: isLateral
    ).pieces(in: context)
  }

  private func forms(in context: inout RewriteContext) -> [SetForm]? {
    var forms: [SetForm] = []
    for (call, places) in calls {
      guard let type = context.type(of: call), context.catalog.family(of: type.oid) != .record,
        let functions = SetFunctions(call, columns: [.init(name: SetForm.element, type: type, isNullable: true)], readers: places, in: context),
        let form = functions.form(in: &context), form.isReadable(in: context), form.values?.count ?? max(form.columns.count, 1) == 1
      else { return nil }
      guard calls.count == 1 || context.canStandBesideOthers(form, call) else { return nil }
      forms.append(form)
    }
    return forms
  }

  private func isGrouped(in context: RewriteContext) -> Bool { context.isGrouped(select) }

  /// Whether the rows are expanded before anything else is made of them.
  private func isPlain(in context: RewriteContext) -> Bool {
    guard let list = context.tree.child(of: select, .targetList), let query = context.tree.parent(of: select), context.tree.child(of: query, .lockingClause) == nil else { return false }
    let own = context.tree.descendants(of: list).filter { context.tree.ancestor(of: $0, .query) == query }
    guard !own.contains(where: { context.builtIn($0)?.kind == .window || context.tree.child(of: $0, .over) != nil }) else { return false }
    // No set-returning function inside another.
    guard calls.allSatisfy({ call in !context.tree.descendants(of: call.call).contains { $0 != call.call && context.returnsSet($0) } }) else { return false }
    guard hasClearStar(own, in: context) else { return false }
    let keys = [context.tree.child(of: select, .groupByClause), context.tree.child(of: query, .orderByClause)].compactMap { $0 }
    let known = Set(calls.flatMap(\.places))
    guard keys.allSatisfy({ clause in Self.sets(in: clause, of: select, context).allSatisfy { known.contains($0) } }) else { return false }
    guard isGrouped(in: context) else { return true }
    return context.tree.children(of: list, .item).allSatisfy { target in
      !Self.sets(in: target, of: select, context).isEmpty ? isKey(target, in: context) : true
    }
  }

  /// Whether the rows are grouped by a column of the result.
  private func isKey(_ target: NodeID, in context: RewriteContext) -> Bool {
    guard let groupBy = context.tree.child(of: select, .groupByClause), let list = context.tree.child(of: select, .targetList), let value = context.tree.child(of: target, .value) else { return false }
    let targets = context.tree.children(of: list, .item)
    return context.tree.children(of: groupBy, .item).contains { item in
      if let number = context.constantInteger(item) { return targets.indices.contains(number - 1) && targets[number - 1] == target }
      if case .output(let number) = context.typed[item].resolution { return targets.indices.contains(number) && targets[number] == target }
      return context.tree.string(of: item) == context.tree.string(of: value)
    }
  }

  // MARK: Stars

  /// `*` would take in the new table's columns: it must be qualified, or stand for one table.
  private func hasClearStar(_ nodes: [NodeID], in context: RewriteContext) -> Bool {
    let stars = nodes.filter { context.tree[$0].kind == .star && context.tree.children(of: $0, .name).isEmpty }
    return stars.isEmpty || loneSource(in: context) != nil
  }

  private func loneSource(in context: RewriteContext) -> String? {
    guard let from = context.tree.child(of: select, .fromClause), case let items = context.tree.children(of: from, .item), items.count == 1,
      [.tableReference, .derivedTable].contains(context.tree[items[0]].kind)
    else { return nil }
    return context.typed.sources.first { $0.node == items[0] }?.name
  }

  private func qualifyStar(in context: inout RewriteContext) {
    guard let name = loneSource(in: context), let list = context.tree.child(of: select, .targetList) else { return }
    for node in context.tree.descendants(of: list) where context.tree[node].kind == .star && context.tree.children(of: node, .name).isEmpty {
      guard context.tree.ancestor(of: node, .query) == context.tree.parent(of: select) else { continue }
      context.setColumns[node] = Output(ReservedWords.written(name, target: context.target) + ".*")
    }
  }
}

/// A set-returning call that a table stands for.
struct SetColumnRule: ConversionRule {
  static let id = "set-columns"
  static let help = RuleHelp(
    why: """
      A set-returning function in the select list becomes a table in FROM, joined to each row. Several in one list are read side by side, the \
      shorter ones filled up with NULL. Under GROUP BY that is the same only where the rows are grouped by the function's values.
      """,
    example: "SELECT id, unnest(tags) AS tag FROM item ORDER BY id",
    manual: ["PostgreSQL: SQL Functions Returning Sets", "MySQL: JSON Table Functions"])
  static let kinds: [NodeKind] = [.functionCall, .star]

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? { context.setColumns[node] }
}

extension RewriteContext {
  /// A name for a table that no other has.
  mutating func unusedSetName() -> String {
    var (name, number) = (SetForm.table, 2)
    while usedSetNames.contains(name) || typed.sources.contains(where: { $0.name?.lowercased() == name }) { (name, number) = ("\(SetForm.table)_\(number)", number + 1) }
    usedSetNames.insert(name)
    return name
  }
}

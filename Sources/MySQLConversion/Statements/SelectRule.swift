import Analysis
import MySQLTarget
import PostgresSyntax
import SourceText

/// SELECT's own clauses, and the result columns of the statement.
struct SelectRule: ConversionRule {
  static let id = "select"
  static let help = RuleHelp(
    why: """
      SELECT, WHERE, GROUP BY, HAVING and DISTINCT are the same. DISTINCT ON, SELECT INTO, grouping sets and a select list without \
      columns are declined. Where code reads columns by name, an unnamed expression gets the name that PostgreSQL gives it.
      """,
    example: "SELECT category, count(*) FROM item GROUP BY category",
    manual: ["PostgreSQL: SELECT", "MySQL: SELECT Statement"])
  static let kinds: [NodeKind] = [.selectClause, .distinctClause, .groupByClause, .resultTarget, .tableClause]

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    switch context.tree[node].kind {
    case .selectClause: select(node, in: &context)
    case .distinctClause: distinct(node, in: &context)
    case .groupByClause: groupBy(node, in: &context)
    case .resultTarget: target(node, in: &context)
    default: context.decline("table-statement", at: node, "TABLE has no check of its own here", help: "write SELECT * FROM")
    }
  }

  private func select(_ node: NodeID, in context: inout RewriteContext) -> Output {
    if let into = context.tree.child(of: node, .into) {
      return context.decline("select-into", at: into, "MySQL has no SELECT INTO a table", help: "use CREATE TABLE … AS SELECT")
    }
    guard context.tree.child(of: node, .targetList) != nil else {
      return context.decline("empty-select-list", at: node, "MySQL wants at least one column after SELECT")
    }
    context.checkHavingNames(of: node)
    if let query = context.tree.parent(of: node), let sets = OrderedSets(of: query, in: context) {
      return Output(sets.pieces(in: &context) ?? [.source(context.tree[node].range)])
    }
    if let query = context.tree.parent(of: node), let peers = PeerGroups(of: query, in: context) {
      return Output(peers.pieces(in: &context) ?? [.source(context.tree[node].range)])
    }
    context.substituteInHaving(of: node)
    let sets = SetTargets(node, in: context)
    let table = sets?.table(in: &context)
    if sets != nil, table == nil { return Output(source: context.tree[node].range) }
    var replacements = rolledUp(node, in: &context)
    if let table { join(table, to: node, &replacements, in: &context) }
    return context.copied(node, replacing: replacements)
  }

  /// One more table in FROM.
  private func join(_ table: [Piece], to node: NodeID, _ replacements: inout [NodeID: [Piece]], in context: inout RewriteContext) {
    if let from = context.tree.child(of: node, .fromClause) {
      replacements[from] = context.convert(from).pieces + [.text(", ")] + table
    } else if let list = context.tree.child(of: node, .targetList) {
      replacements[list] = context.convert(list).pieces + [.text(context.keyword(" FROM "))] + table
    }
  }

  /// Where GROUP BY has a ROLLUP, the condition that leaves out the rows which only MySQL makes.
  private func rolledUp(_ node: NodeID, in context: inout RewriteContext) -> [NodeID: [Piece]] {
    guard context.hasGroupingSets(node), let clause = context.tree.child(of: node, .groupByClause), let rollup = Rollup(clause, in: context), context.checkRollup(of: node)
    else { return [:] }
    let condition = rollup.condition(in: &context)
    guard !condition.isEmpty else { return [:] }
    if let having = context.tree.child(of: node, .havingClause), let test = context.tree.child(of: having, .condition) {
      return [having: [.text(context.keyword("HAVING "))] + condition + [.text(context.keyword(" AND "))] + context.convert(test, atLeast: .not)]
    }
    return [clause: context.convert(clause).pieces + [.text(context.keyword(" HAVING "))] + condition]
  }

  private func distinct(_ node: NodeID, in context: inout RewriteContext) -> Output {
    guard context.tree.children(of: node, .item).isEmpty else {
      return context.decline(
        "distinct-on", at: node, "MySQL has no DISTINCT ON", help: "number the rows with row_number() over the same order in a derived table and keep the first")
    }
    let outputs = context.enclosingQuery(of: node).flatMap { context.typed.outputs[$0] } ?? []
    if outputs.contains(where: { $0.type.map { context.catalog.family(of: $0.oid) } == .interval }) {
      return context.decline("group-by-type", at: node, "MySQL compares intervals by their text; 1 mon and 30 days are equal in PostgreSQL")
    }
    if outputs.contains(where: { $0.type.map { context.catalog.family(of: $0.oid) } == .caseless }) {
      context.cautionCaseless(at: node)
    }
    return context.copied(node)
  }

  private func groupBy(_ node: NodeID, in context: inout RewriteContext) -> Output {
    guard context.tree[node].attributes.isDisjoint(with: [.all, .distinct]) else {
      return context.decline("group-by-quantifier", at: node, "MySQL has no GROUP BY ALL or DISTINCT")
    }
    let sets = context.tree.children(of: node, .item).filter { context.tree[$0].kind == .groupingSet }
    let rollup = Rollup(node, in: context)
    if let set = sets.first, rollup == nil {
      return context.decline("grouping-sets", at: set, "grouping sets other than ROLLUP are written otherwise in MySQL", help: "write a query for each set, and UNION ALL between them")
    }
    for item in rollup?.keys ?? context.tree.children(of: node, .item) {
      if context.tree[item].kind != .placeholder, context.containsPlaceholder(item) {
        return context.decline(
          "group-by-parameter", at: item, "MySQL takes two placeholders for two values, so that the grouped expression does not match the select list")
      }
      if let family = context.family(of: item), [.json, .jsonb, .array, .record, .other, .interval].contains(family) {
        return context.decline("group-by-type", at: item, "MySQL does not group this type as PostgreSQL does")
      }
      if context.family(of: item) == .caseless { context.cautionCaseless(at: item) }
      if context.tree.descendants(of: item).contains(where: { context.tree[$0].kind == .rowConstructor }) {
        return context.decline(
          "row-value", at: item, "MySQL does not see that this comparison of rows is what the select list repeats",
          help: "give the value a name in a derived table and group by that")
      }
      if context.containsSubquery(item) || context.becomesSubquery(item) {
        return context.decline(
          "group-by-subquery", at: item, "MySQL does not see that this subquery is what the select list repeats",
          help: "give the value a name in a derived table and group by that")
      }
      if !context.isPosition(item), context.becomesInteger(item) { return context.declineConstantKey(item) }
    }
    guard let rollup, let first = context.tree.children(of: node, .item).first else { return context.copied(node) }
    let keys = rollup.keys.map { context.convert($0).pieces }
    return Output(
      ([.source(ByteRange(context.tree[node].range.start, context.tree[first].range.start))] + .joined(keys, by: ", ") + [.text(context.keyword(" WITH ROLLUP"))]).compacted())
  }

  // MARK: Result columns

  private func target(_ node: NodeID, in context: inout RewriteContext) -> Output {
    guard let value = context.tree.child(of: node, .value) else { return context.copied(node) }
    let output = context.copied(node)
    guard context.tree[value].kind != .star else { return output }
    let alias = context.tree.child(of: node, .alias)
    if alias == nil, let name = widenedName(value, in: context) { return named(output, name, in: context) }
    guard context.needsName(node), let name = context.columnName(of: node) else { return output }
    if let alias {
      let text = context.tree.string(of: alias)
      return text == name || text.utf8.first == 0x22
        ? output : context.copied(node, replacing: [alias: [.text(ReservedWords.written(name, target: context.target))]])
    }
    return context.givesOtherName(value, than: name) ? named(output, name, in: context) : output
  }

  private func named(_ output: Output, _ name: String, in context: RewriteContext) -> Output {
    Output((output.pieces + [.text(context.keyword(" AS ") + ReservedWords.written(name, target: context.target))]).compacted())
  }

  /// The name of a column that another form takes the place of in a recursive query's first part.
  private func widenedName(_ value: NodeID, in context: RewriteContext) -> String? {
    let column = context.unwrapped(value)
    guard context.tree[column].kind == .columnReference, context.substitutions[value] != nil, let query = context.enclosingQuery(of: value),
      context.tree.parent(of: query).map({ context.tree[$0].kind == .commonTableExpression && context.tree.children(of: $0, .column).isEmpty }) == true
    else { return nil }
    return context.lastName(of: column)
  }
}

extension RewriteContext {
  /// In HAVING MySQL may take a bare name for the alias of another expression.
  mutating func checkHavingNames(of node: NodeID) {
    guard let having = tree.child(of: node, .havingClause), let list = tree.child(of: node, .targetList) else { return }
    var aliases: Set<String> = []
    for target in tree.children(of: list, .item) {
      guard let alias = tree.child(of: target, .alias), let value = tree.child(of: target, .value) else { continue }
      let name = tree.name(of: alias).lowercased()
      let ownName = tree[value].kind == .columnReference ? tree.children(of: value, .name).last.map { tree.name(of: $0).lowercased() } : nil
      if ownName != name { aliases.insert(name) }
    }
    guard !aliases.isEmpty else { return }
    for reference in columnReferences(in: having) {
      let names = tree.children(of: reference, .name)
      guard names.count == 1, aliases.contains(tree.name(of: names[0]).lowercased()) else { continue }
      decline(
        "having-alias", at: reference, "\(tree.string(of: reference)) in HAVING is also the alias of another expression",
        help: "qualify the column")
    }
  }

  /// The name that PostgreSQL gives a result column; nil where it has none.
  func columnName(of target: NodeID) -> String? {
    guard let query = enclosingQuery(of: target), let outputs = typed.outputs[query] else { return nil }
    let value = tree.child(of: target, .value)
    let output = outputs.first { $0.node == target || ($0.node != nil && $0.node == value) }
    return output.map(\.name).flatMap { $0 == "?column?" || $0.isEmpty ? nil : $0 }
  }

  func enclosingQuery(of node: NodeID) -> NodeID? { tree.ancestor(of: node, .query) }

  /// Whether somebody may read the column by its name: the calling code, or the query around a derived table.
  func needsName(_ target: NodeID) -> Bool {
    guard let query = enclosingQuery(of: target) else { return false }
    if isNamedByClause(target, of: query) { return true }
    if query == tree.root { return host.readsColumnsByName }
    guard let parent = tree.parent(of: query) else { return host.readsColumnsByName }
    switch tree[parent].kind {
    case .derivedTable: return tree.child(of: parent, .alias).map { tree.children(of: $0, .column).isEmpty } ?? true
    case .commonTableExpression: return tree.children(of: parent, .column).isEmpty
    default: return false
    }
  }

  /// Whether ORDER BY or GROUP BY names this column of the result: `SELECT total::text … ORDER BY total` sorts by the text.
  private func isNamedByClause(_ target: NodeID, of query: NodeID) -> Bool {
    let (order, group) = (tree.child(of: query, .orderByClause), tree.child(of: query, .body).flatMap { tree.child(of: $0, .groupByClause) })
    guard order != nil || group != nil, let outputs = typed.outputs[query], let value = tree.child(of: target, .value) else { return false }
    for item in [order, group].compactMap({ $0 }).flatMap({ tree.children(of: $0, .item) }) {
      let key = tree[item].kind == .sortItem ? tree.child(of: item, .value) ?? item : item
      guard tree[key].kind == .columnReference, case .output(let number) = typed[key].resolution, outputs.indices.contains(number),
        let node = outputs[number].node, node == target || node == value
      else { continue }
      return true
    }
    return false
  }

  /// Whether MySQL would name the column otherwise: it takes a column's name as written, and the text of any other expression.
  func givesOtherName(_ value: NodeID, than name: String) -> Bool {
    guard tree[value].kind == .columnReference, let last = tree.children(of: value, .name).last else { return true }
    if case .column(let source, let column) = typed[value].resolution {
      if let new = columnSubstitutes[SourceColumn(source: source, column: column)] { return new != writtenName(name) }
      if nameOfScalarRow(value, source, column) != nil { return true }
    }
    let written = tree.string(of: last)
    return written != name && written.utf8.first != 0x22
  }
}

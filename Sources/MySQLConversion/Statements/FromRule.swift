import Analysis
import PostgresCatalog
import PostgresSyntax
import SourceText

/// FROM: tables, joins, derived tables and their aliases.
struct FromRule: ConversionRule {
  static let id = "from"
  static let help = RuleHelp(
    why: """
      Inner, left, right and cross joins, USING, derived tables and LATERAL are the same. FULL JOIN, functions in FROM, ONLY and \
      TABLESAMPLE are declined. Reading a view, or a table under row-level security, rules or inheritance, is a caveat.
      """,
    example: "SELECT i.name FROM public.item AS i LEFT JOIN category AS c USING (category_id)",
    manual: ["PostgreSQL: Table Expressions", "MySQL: JOIN Clause"])
  static let kinds: [NodeKind] = [.tableReference, .join, .derivedTable, .parenthesizedTable, .alias]

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    switch context.tree[node].kind {
    case .tableReference: table(node, in: &context)
    case .join: join(node, in: &context)
    case .derivedTable: derived(node, in: &context)
    case .parenthesizedTable:
      context.tree.child(of: node, .alias) == nil
        ? context.copied(node) : context.decline("join-alias", at: node, "MySQL has no alias of a join in parentheses")
    default: alias(node, in: &context)
    }
  }

  private func table(_ node: NodeID, in context: inout RewriteContext) -> Output {
    guard context.tree[node].attributes.isDisjoint(with: [.only, .star]), context.tree.child(of: node, .sample) == nil else {
      return context.decline("table-form", at: node, "MySQL has no ONLY, * or TABLESAMPLE after a table's name")
    }
    guard let name = context.tree.child(of: node, .name) else { return context.declineUnknown(node, "") }
    if context.tree.containsHole(name) {
      context.nameHoles.insert(context.tree[name].range)
      return context.declineUnknown(name, "the table's name is put in at run time")
    }
    guard let source = context.typed.sources.first(where: { $0.node == node }) else { return context.declineUnknown(node, "the table is not known") }
    switch source.origin {
    case .relation(let relation): check(relation, at: node, in: &context)
    case .commonTable: break
    default: return context.declineUnknown(node, "the table is not known")
    }
    if let alias = context.tree.child(of: node, .alias), context.tree[alias].kind == .alias,
      !context.tree.children(of: alias, .column).isEmpty
    {
      return context.decline("table-column-alias", at: alias, "MySQL has no column aliases of a table", help: "use a derived table")
    }
    return context.copied(node)
  }

  private func check(_ relation: Relation, at node: NodeID, in context: inout RewriteContext) {
    if relation.schema == "pg_catalog" || relation.schema == "information_schema" {
      context.decline("system-catalog", at: node, "\(relation.schema).\(relation.name) is PostgreSQL's own", help: "query MySQL's information_schema")
      return
    }
    switch relation.kind {
    case .table, .partitionedTable: break
    case .view, .materializedView:
      context.caution("view", at: node, "\(relation.name) is a view; it must exist in MySQL with the same meaning")
    case .foreignTable, .compositeType, .sequence:
      context.decline("relation-kind", at: node, "\(relation.name) is no table or view of this database")
    }
    if relation.hasRowSecurity { context.caution("row-security", at: node, "\(relation.name) is under row-level security, which MySQL does not have") }
    if relation.hasRules, relation.kind == .table { context.caution("rules", at: node, "\(relation.name) has rules, which MySQL does not have") }
    if relation.hasInheritanceChildren { context.caution("inheritance", at: node, "\(relation.name) has child tables, whose rows it reads too") }
  }

  private func join(_ node: NodeID, in context: inout RewriteContext) -> Output {
    let attributes = context.tree[node].attributes
    guard !attributes.contains(.full) else {
      return context.decline("full-join", at: node, "MySQL has no FULL JOIN", help: "use a LEFT JOIN and a UNION ALL with the rows of the other side alone")
    }
    let isMerged = attributes.contains(.natural) || context.tree.child(of: node, .using) != nil
    guard !(isMerged && attributes.contains(.right)) else {
      return context.decline("right-join-using", at: node, "a right join with merged columns orders its columns otherwise in MySQL", help: "write it as a left join")
    }
    if !attributes.isDisjoint(with: [.left, .right]), let condition = context.tree.child(of: node, .condition), context.containsSubquery(condition) {
      return context.decline(
        "outer-join-subquery", at: condition, "MySQL forgets a subquery in the condition of an outer join: rows match that do not fulfil it",
        help: "join a derived table that has the subquery's condition in its WHERE")
    }
    if let using = context.tree.child(of: node, .using), context.tree.child(of: using, .alias) != nil {
      return context.decline("using-alias", at: using, "MySQL has no alias after USING")
    }
    if isMerged, context.typed.sources.contains(where: { $0.columns.contains { $0.type.map { context.catalog.family(of: $0.oid) } == .caseless } }) {
      context.cautionCaseless(at: node)
    }
    if isMerged, mergesAddresses(in: context) {
      return context.decline("comparison-types", at: node, "MySQL compares inet with cidr by their texts", help: "write the condition with ON")
    }
    if isMerged, mergesIntervals(node, in: context) {
      return context.decline("comparison-types", at: node, "MySQL compares intervals by their text; 1 mon and 30 days are equal in PostgreSQL", help: "write the condition with ON")
    }
    return context.copied(node)
  }

  /// Whether columns of one name are inet here and cidr there.
  private func mergesAddresses(in context: RewriteContext) -> Bool {
    let columns = context.typed.sources.flatMap(\.columns)
    func names(of type: OID) -> Set<String> { Set(columns.filter { $0.type.map { context.catalog.baseType(of: $0.oid) } == type }.map(\.name)) }
    return !names(of: .inet).isDisjoint(with: names(of: .cidr))
  }

  /// Whether a column of an interval type may be one of those that USING or NATURAL compares.
  private func mergesIntervals(_ node: NodeID, in context: RewriteContext) -> Bool {
    let names = context.tree.child(of: node, .using).map { Set(context.tree.children(of: $0, .column).map { context.tree.name(of: $0) }) }
    let intervals = context.typed.sources.flatMap(\.columns).filter { $0.type.map { context.catalog.family(of: $0.oid) } == .interval }.map(\.name)
    return intervals.contains { name in names?.contains(name) ?? (intervals.filter { $0 == name }.count > 1) }
  }

  private func derived(_ node: NodeID, in context: inout RewriteContext) -> Output {
    guard context.tree.child(of: node, .alias) != nil else {
      return context.decline("derived-table-alias", at: node, "MySQL wants an alias for a derived table")
    }
    if let query = context.tree.child(of: node, .subquery) { context.checkColumnNames(of: query, at: node) }
    return context.copied(node)
  }

  private func alias(_ node: NodeID, in context: inout RewriteContext) -> Output {
    guard context.tree.children(of: node, .definition).isEmpty else {
      return context.decline("column-definitions", at: node, "MySQL has no column definitions in an alias")
    }
    guard let name = context.tree.child(of: node, .name), context.tree[name].kind == .identifier else { return context.copied(node) }
    return context.copied(node, replacing: [name: context.identifierPieces(name, isCaseSensitive: true, at: .anywhere)])
  }
}

extension RewriteContext {
  /// MySQL refuses two columns of one name in a derived table (error 1060), and compares their names without case.
  mutating func checkColumnNames(of query: NodeID, at node: NodeID) {
    let names = (typed.outputs[query] ?? []).map { $0.name.lowercased() }
    guard Set(names).count < names.count, !["?column?"].contains(where: names.contains) else { return }
    decline("duplicate-column", at: node, "MySQL wants the columns of a derived table to have different names", help: "give the columns aliases")
  }
}

import PostgresSyntax
import SourceText

/// WITH: common table expressions.
struct WithRule: ConversionRule {
  static let id = "with"
  static let help = RuleHelp(
    why: """
      Common table expressions are the same; MySQL has no MATERIALIZED and no data-modifying ones. In a recursive one MySQL fixes the \
      width of columns by the first part: text is widened there, and what cannot be is a caveat. After cte_max_recursion_depth rounds it raises an error.
      """,
    example: "WITH recent AS MATERIALIZED (SELECT id FROM orders) SELECT count(*) FROM recent",
    manual: ["PostgreSQL: WITH Queries", "MySQL: WITH (Common Table Expressions)"])
  static let kinds: [NodeKind] = [.commonTableExpression, .withClause]

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    if context.tree[node].kind == .withClause {
      if context.tree[node].attributes.contains(.recursive) {
        checkRecursion(node, in: &context)
      }
      return context.copied(node)
    }
    guard let statement = context.tree.child(of: node, .statement), context.tree[statement].kind == .query else {
      return context.decline("data-modifying-cte", at: node, "MySQL has no data-modifying statements in WITH", help: "run them one after the other in a transaction")
    }
    guard context.tree.children(of: node, .item).isEmpty else {
      return context.decline("search-cycle", at: node, "MySQL has no SEARCH and CYCLE clauses")
    }
    if context.tree.children(of: node, .column).isEmpty { context.checkColumnNames(of: statement, at: node) }
    return expression(node, statement, in: &context)
  }

  private func checkRecursion(_ node: NodeID, in context: inout RewriteContext) {
    for expression in context.tree.children(of: node) where context.tree[expression].kind == .commonTableExpression {
      guard let statement = context.tree.child(of: expression, .statement), context.tree[statement].kind == .query,
        let body = context.tree.child(of: statement, .body), context.tree[body].kind == .setOperation, refers(body, to: expression, in: context)
      else { continue }
      context.note(
        "recursion-depth", at: expression, "MySQL raises an error after cte_max_recursion_depth rounds of a recursive query, 1000 unless the session raises it",
        help: "SET SESSION cte_max_recursion_depth = 4294967295")
      if let columns = RecursiveColumns(of: statement, in: context), columns.widen(in: &context) { continue }
      context.caution(
        "recursive-width", at: expression, "MySQL fixes the types of a recursive query's columns by its first part, and rounds or refuses wider values later",
        help: "cast the first part's columns to a type that holds every value")
    }
  }

  private func refers(_ body: NodeID, to expression: NodeID, in context: RewriteContext) -> Bool {
    guard let name = context.tree.child(of: expression, .name) else { return true }
    let wanted = context.tree.name(of: name)
    return context.tree.descendants(of: body).contains { context.tree[$0].kind == .identifier && context.tree.name(of: $0) == wanted }
  }

  private func expression(_ node: NodeID, _ statement: NodeID, in context: inout RewriteContext) -> Output {
    var replacements: [NodeID: [Piece]] = [:]
    if let name = context.tree.child(of: node, .name), context.tree[name].kind == .identifier {
      replacements[name] = context.identifierPieces(name, isCaseSensitive: true, at: .commonTable)
    }
    let attributes = context.tree[node].attributes
    guard !attributes.isDisjoint(with: [.materialized, .notMaterialized]) else { return context.copied(node, replacing: replacements) }
    // "AS [NOT] MATERIALIZED (" is "AS (".
    let head = ByteRange(context.tree[node].range.start, context.tree[statement].range.start)
    let tokens = context.tree.tokens(in: head)
    guard let first = tokens.firstIndex(where: { ["NOT", "MATERIALIZED"].contains(context.tree.text.string(in: $0.range).uppercased()) }),
      let open = tokens.last
    else { return context.copied(node, replacing: replacements) }
    let pieces = context.copy(node, within: ByteRange(head.start, tokens[first].range.start), replacing: replacements)
    return Output((pieces + context.copy(node, within: ByteRange(open.range.start, context.tree[node].range.end), replacing: replacements)).compacted())
  }
}

import PostgresSyntax
import SourceText

/// EXISTS, IN and ANY over a set that is made of a column of the query around it.
struct OuterSetRule: ConversionRule {
  static let id = "outer-sets"
  static let help = RuleHelp(
    why: """
      MySQL makes a semijoin of EXISTS, IN and ANY in a condition. Where the subquery reads JSON_TABLE over a column of the query around it, MySQL 9.7 \
      may materialize that table once for all rows, and rows are missing. Compared with TRUE the condition means the same and stays a subquery.
      """,
    example: "SELECT id FROM item WHERE EXISTS (SELECT 1 FROM unnest(item.tags) AS tag WHERE tag LIKE 'a%')",
    manual: ["MySQL: Optimizing IN and EXISTS Subquery Predicates with Semijoin Transformations", "MySQL: JSON Table Functions"])
  static let kinds: [NodeKind] = [.exists, .inSubquery, .anyComparison, .allComparison]

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    guard !context.guardedSubqueries.contains(node), context.readsOuterSet(node) else { return nil }
    context.guardedSubqueries.insert(node)
    let output = context.convert(node)
    return Output((output.parenthesized(below: .predicate) + [.text(context.keyword(" = TRUE"))]).compacted(), .comparison)
  }
}

extension RewriteContext {
  /// Whether a set-returning function inside a node reads columns of a query around the node.
  func readsOuterSet(_ node: NodeID) -> Bool {
    let range = tree[node].range
    return tree.descendants(of: node).contains { inner in
      guard tree[inner].kind == .functionTable || returnsSet(inner) else { return false }
      return columnReferences(in: inner).contains { reference in columnSource(reference).map { !range.contains(tree[$0.node].range) } ?? false }
    }
  }

  /// Whether a node is the call of a function that returns a set.
  func returnsSet(_ node: NodeID) -> Bool {
    guard tree[node].kind == .functionCall, case .function(let function) = typed[node].resolution else { return false }
    return function.returnsSet
  }
}

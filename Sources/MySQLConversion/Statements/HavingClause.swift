import Analysis
import PostgresSyntax
import SourceText

extension RewriteContext {
  /// MySQL's HAVING sees columns that are grouped by or selected, no others and no expressions: where all rows of a group have the same value, it is
  /// written as the least of them.
  mutating func substituteInHaving(of select: NodeID) {
    guard let having = tree.child(of: select, .havingClause), let query = tree.parent(of: select) else { return }
    let clause = tree.child(of: select, .groupByClause)
    let items = clause.map { tree.children(of: $0, .item) } ?? []
    guard !items.contains(where: { tree[$0].kind == .groupingSet }) else { return }
    let keys = items.compactMap { queryKey($0, of: query).expression }
    let selected = (typed.outputs[query] ?? []).compactMap { $0.node.map { value(ofOutput: $0) } }
    let visible = (keys + selected).filter { tree[unwrapped($0)].kind == .columnReference }
    let sources = Set(RowIdentity(of: select, in: self).sources)
    var pending = Array(tree.children(of: having))
    while let node = pending.popLast() {
      if tree[node].kind == .functionCall, case .function(let function) = typed[node].resolution, function.kind == .aggregate { continue }
      let isKey = tree[node].kind != .columnReference && keys.contains { isSame($0, node) }
      let isHidden = columnReferences(in: node).contains { reference in
        guard case .column(let source, _) = typed[reference].resolution, sources.contains(source) else { return false }
        return !visible.contains { isSame($0, reference) }
      }
      guard isHidden else { continue }
      if isKey || tree[node].kind == .columnReference {
        substituteLeast(of: node)
      } else {
        pending += Array(tree.children(of: node))
      }
    }
  }

  private mutating func substituteLeast(of node: NodeID) {
    switch family(of: node) {
    case .integer, .decimal, .double, .text, .boolean, .date, .time, .timestamp, .timestamptz, .uuid:
      substitutions[node] = call("MIN", [convert(node).pieces])
    default:
      decline("having-expression", at: node, "MySQL's HAVING does not see \(tree.string(of: node))", help: "select it under an alias, in a derived table")
    }
  }
}

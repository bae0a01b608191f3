import PostgresSyntax
import SourceText

/// FILTER, which MySQL does not have: `f(x) FILTER (WHERE c)` becomes `f(CASE WHEN c THEN x END)`, for aggregates skip NULL.
extension RewriteContext {
  /// The condition of a call's FILTER.
  func filterCondition(of call: NodeID) -> NodeID? {
    guard let filter = tree.child(of: call, .filter) else { return nil }
    return tree[filter].kind == .whereClause ? tree.child(of: filter, .condition) ?? filter : filter
  }

  /// The value where the call's FILTER lets it, else NULL; the value itself where the call has none.
  mutating func filtered(_ value: Output, of call: NodeID) -> Output {
    guard let condition = filterCondition(of: call) else { return value }
    return when(convert(condition), then: value)
  }

  /// `CASE WHEN condition THEN value END`.
  func when(_ condition: Output, then value: Output) -> Output {
    Output([.text(keyword("CASE WHEN "))] + condition.pieces + [.text(keyword(" THEN "))] + value.pieces + [.text(keyword(" END"))])
  }
}

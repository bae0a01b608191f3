import PostgresSyntax

/// What is to be said wherever values are put together.
extension RewriteContext {
  /// MySQL cuts GROUP_CONCAT off.
  mutating func noteGroupConcatLength(at node: NodeID) {
    note(
      "group-concat-length", at: node, "MySQL cuts the result off at group_concat_max_len bytes, 1024 unless the session raises it",
      help: "SET SESSION group_concat_max_len = 4294967295")
  }

  /// Nothing says which value comes first.
  mutating func cautionUnordered(at node: NodeID, help: String) {
    caution("aggregate-order", at: node, "without ORDER BY each server puts the values together in an order of its own", help: help)
  }

  /// Arrays of arrays.
  mutating func declineDimensions(at node: NodeID) -> Output {
    decline("array-dimensions", at: node, "an array of several dimensions; arrays are taken to have one")
  }
}

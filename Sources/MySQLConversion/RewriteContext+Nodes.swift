import PostgresSyntax

extension NodeKind {
  /// `x::type` and `CAST(x AS type)`.
  var isCast: Bool { self == .typeCast || self == .castExpression }
}

/// What rules ask of the nodes below theirs.
extension RewriteContext {
  /// The node below all parentheses and casts: a parameter or constant, whatever type it is written with.
  func withoutCasts(_ node: NodeID) -> NodeID {
    var node = unwrapped(node)
    while tree[node].kind.isCast, let operand = tree.child(of: node, .operand) { node = unwrapped(operand) }
    return node
  }

  /// The value of a typed literal (`jsonb '{}'`); any other node itself.
  func literalValue(_ node: NodeID) -> NodeID {
    tree[node].kind == .typedLiteral ? tree.child(of: node, .value) ?? node : node
  }

  /// The two operands of a binary operation or comparison.
  func operands(of node: NodeID) -> (left: NodeID, right: NodeID)? {
    guard let left = tree.child(of: node, .left), let right = tree.child(of: node, .right) else { return nil }
    return (left, right)
  }

  /// Whether the node is a parameter, cast or not.
  func isParameter(_ node: NodeID) -> Bool { tree[withoutCasts(node)].kind == .placeholder }
}

import PostgresCatalog
import PostgresSyntax
import SourceText

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

  /// The operand of a binary operation that stands beside one of them.
  func otherOperand(of operation: NodeID, than operand: NodeID) -> NodeID? {
    operands(of: operation).map { $0.left == operand ? $0.right : $0.left }
  }

  /// Whether the node's type is text, or varchar without a length.
  func isUnlimitedText(_ node: NodeID) -> Bool {
    type(of: node).map { $0.oid == .text || ($0.oid == .varchar && $0.modifier < 0) } ?? false
  }

  /// The words of a range, in upper case.
  func words(in range: ByteRange) -> [String] { tree.tokens(in: range).map { tree.text.string(in: $0.range).uppercased() } }

  /// Whether the node is a parameter, cast or not.
  func isParameter(_ node: NodeID) -> Bool { tree[withoutCasts(node)].kind == .placeholder }
}

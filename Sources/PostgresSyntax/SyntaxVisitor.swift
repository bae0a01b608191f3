/// Sees the nodes of a tree in source order, each before and after its children, without knowing how trees are stored.
///
///     struct Tables: SyntaxVisitor {
///       var names: [[String]] = []
///       mutating func enter(_ id: NodeID, in tree: SyntaxTree) -> VisitStep {
///         guard tree[id].kind == .tableReference else { return .children }
///         names.append(tree.qualifiedName(of: id))
///         return .skip
///       }
///     }
///     var tables = Tables()
///     tree.visit(with: &tables)
package protocol SyntaxVisitor {
  /// Called before a node's children; says how to go on.
  mutating func enter(_ id: NodeID, in tree: SyntaxTree) -> VisitStep
  /// Called after a node's children, also where these were skipped; not after `stop`.
  mutating func leave(_ id: NodeID, in tree: SyntaxTree)
}

extension SyntaxVisitor {
  package mutating func leave(_ id: NodeID, in tree: SyntaxTree) {}
}

/// What a visitor wants next.
package enum VisitStep: Hashable, Sendable {
  /// The node's children.
  case children
  /// What follows the node.
  case skip
  /// Nothing more.
  case stop
}

extension SyntaxTree {
  /// Leads a visitor through a node and everything below it; a loop, however deep the tree.
  ///
  /// - Returns: False where the visitor stopped.
  @discardableResult
  package func visit(_ id: NodeID? = nil, with visitor: inout some SyntaxVisitor) -> Bool {
    let start = id ?? root
    var current = start
    while true {
      switch visitor.enter(current, in: self) {
      case .stop: return false
      case .children where self[current].firstChild >= 0:
        current = NodeID(Int(self[current].firstChild))
        continue
      case .children, .skip: break
      }
      // Up to the next node that has a sibling.
      while true {
        visitor.leave(current, in: self)
        if current == start { return true }
        if self[current].nextSibling >= 0 { break }
        current = NodeID(Int(self[current].parent))
      }
      current = NodeID(Int(self[current].nextSibling))
    }
  }

  /// A node and everything below it, children before parents: a part of the tree's own array, so that asking costs nothing.
  package func descendants(of id: NodeID) -> NodeIDs {
    var first = Int(id.index)
    while nodes[first].firstChild >= 0 { first = Int(nodes[first].firstChild) }
    return NodeIDs(first..<Int(id.index) + 1)
  }

  /// The nodes around a node, from its parent to the root.
  package func ancestors(of id: NodeID) -> Ancestors { Ancestors(nodes: nodes, following: nodes[Int(id.index)].parent) }

  /// The nearest node of a kind around a node.
  package func ancestor(of id: NodeID, _ kind: NodeKind) -> NodeID? {
    var next = nodes[Int(id.index)].parent
    while next >= 0, nodes[Int(next)].kind != kind { next = nodes[Int(next)].parent }
    return next < 0 ? nil : NodeID(Int(next))
  }

  /// The siblings after a node, in source order.
  package func siblings(after id: NodeID) -> Children { Children(nodes: nodes, following: nodes[Int(id.index)].nextSibling) }

  /// A node with what is merely around it: the outermost node of the kinds of which each holds the one before.
  package func outermost(_ id: NodeID, through kinds: Set<NodeKind>) -> NodeID { outermost(id) { kinds.contains($0) } }

  /// A node with the parentheses around it.
  package func outermost(_ id: NodeID) -> NodeID { outermost(id) { $0 == .parenthesized } }

  private func outermost(_ id: NodeID, through isPassed: (NodeKind) -> Bool) -> NodeID {
    var current = id.index
    while nodes[Int(current)].parent >= 0, isPassed(nodes[Int(nodes[Int(current)].parent)].kind) { current = nodes[Int(current)].parent }
    return NodeID(Int(current))
  }

  /// A node without the parentheses around it.
  package func unparenthesized(_ id: NodeID) -> NodeID {
    var current = id
    while nodes[Int(current.index)].kind == .parenthesized, let operand = child(of: current, .operand) { current = operand }
    return current
  }

  /// From a node's parent to the root.
  package struct Ancestors: Sequence, IteratorProtocol {
    package let nodes: [Node]
    package var following: Int32

    package init(nodes: [Node], following: Int32) { (self.nodes, self.following) = (nodes, following) }

    package mutating func next() -> NodeID? {
      guard following >= 0 else { return nil }
      let id = NodeID(Int(following))
      following = nodes[Int(following)].parent
      return id
    }
  }
}

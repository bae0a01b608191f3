import SourceText

/// The number of a node in its tree's flat array.
package struct NodeID: Hashable, Sendable, Comparable {
  package let index: Int32
  package init(_ index: Int) { self.index = Int32(index) }
  package static func < (a: NodeID, b: NodeID) -> Bool { a.index < b.index }
}

/// One node: what it is, what it is to its parent, the bytes it covers, and its place among its relatives.
package struct Node: Sendable {
  package var kind: NodeKind
  package var role: Role
  package var detail: NodeDetail = .none
  /// -1 where there is none; see `SyntaxTree`'s accessors.
  package var parent: Int32 = -1
  package var firstChild: Int32 = -1
  package var nextSibling: Int32 = -1
  package var start, end: Int32
  package var attributes: NodeAttributes
  package var words: OptionalWords = []

  /// From the first byte of its first token to the end of its last one; no leading or trailing trivia.
  package var range: ByteRange {
    get { ByteRange(Int(start), Int(end)) }
    set { (start, end) = (Int32(clamping: newValue.start), Int32(clamping: newValue.end)) }
  }

  package init(kind: NodeKind, role: Role = .none, attributes: NodeAttributes = [], range: ByteRange) {
    (self.kind, self.role, self.attributes) = (kind, role, attributes)
    (start, end) = (Int32(clamping: range.start), Int32(clamping: range.end))
  }
}

/// The syntax tree of one statement or fragment: a flat array of nodes in post-order (every child before its parent,
/// siblings in source order), so that a bottom-up analysis is a loop and freeing a tree never recurses.
///
///     let tree = try Parser.parseStatement(text)
///     for id in tree.ids where tree[id].kind == .functionCall { … }      // bottom-up
///     let condition = tree.child(of: tree.root, .whereClause)
///
/// Every node keeps its exact byte range in `text.bytes`; parentheses are nodes of their own (`parenthesized`), comments
/// and white space are what lies between tokens.
///
/// Immutable; a class, for every step after parsing hands it on.
package final class SyntaxTree: Sendable {
  package let text: SQLText
  package let tokens: [Token]
  package let nodes: [Node]
  package let root: NodeID
  /// What in it came to PostgreSQL after release 14, in order of the places.
  package let features: [FeatureUse]

  package init(text: SQLText, tokens: [Token], nodes: [Node], root: NodeID, features: [FeatureUse] = []) {
    (self.text, self.tokens, self.nodes, self.root, self.features) = (text, tokens, nodes, root, features)
  }

  package subscript(_ id: NodeID) -> Node { nodes[Int(id.index)] }

  /// Nodes by consecutive numbers.
  package struct NodeIDs: RandomAccessCollection, Sendable {
    package let startIndex, endIndex: Int

    package init(_ numbers: Range<Int>) { (startIndex, endIndex) = (numbers.lowerBound, numbers.upperBound) }

    package subscript(_ number: Int) -> NodeID { NodeID(number) }
  }

  /// Every node, children before parents.
  package var ids: NodeIDs { NodeIDs(0..<nodes.count) }

  package func parent(of id: NodeID) -> NodeID? {
    let parent = self[id].parent
    return parent < 0 ? nil : NodeID(Int(parent))
  }

  /// The children of a node in source order.
  package func children(of id: NodeID) -> Children { Children(nodes: nodes, following: nodes[Int(id.index)].firstChild) }

  /// The children that have a role, in source order.
  package func children(of id: NodeID, _ role: Role) -> [NodeID] {
    let count = count(of: id, role)
    guard count > 0 else { return [] }
    var found: [NodeID] = []
    found.reserveCapacity(count)
    var next = nodes[Int(id.index)].firstChild
    while next >= 0 {
      if nodes[Int(next)].role == role { found.append(NodeID(Int(next))) }
      next = nodes[Int(next)].nextSibling
    }
    return found
  }

  /// How many children have a role.
  package func count(of id: NodeID, _ role: Role) -> Int {
    var (count, next) = (0, nodes[Int(id.index)].firstChild)
    while next >= 0 {
      if nodes[Int(next)].role == role { count += 1 }
      next = nodes[Int(next)].nextSibling
    }
    return count
  }

  /// The first child that has a role.
  package func child(of id: NodeID, _ role: Role) -> NodeID? {
    var next = nodes[Int(id.index)].firstChild
    while next >= 0 {
      if nodes[Int(next)].role == role { return NodeID(Int(next)) }
      next = nodes[Int(next)].nextSibling
    }
    return nil
  }

  /// The text that a node covers.
  package func string(of id: NodeID) -> String { text.string(in: self[id].range) }

  /// The children that have a role, in source order, without an array of them.
  package func eachChild(of id: NodeID, _ role: Role) -> RoleChildren {
    RoleChildren(nodes: nodes, following: nodes[Int(id.index)].firstChild, role: role)
  }

  /// The children of one node that have a role, in source order.
  package struct RoleChildren: Sequence, IteratorProtocol {
    package let nodes: [Node]
    package var following: Int32
    package let role: Role

    package init(nodes: [Node], following: Int32, role: Role) { (self.nodes, self.following, self.role) = (nodes, following, role) }

    package mutating func next() -> NodeID? {
      while following >= 0 {
        let current = Int(following)
        following = nodes[current].nextSibling
        if nodes[current].role == role { return NodeID(current) }
      }
      return nil
    }
  }

  /// The children of one node, in source order.
  package struct Children: Sequence, IteratorProtocol {
    package let nodes: [Node]
    package var following: Int32

    package init(nodes: [Node], following: Int32) { (self.nodes, self.following) = (nodes, following) }

    package mutating func next() -> NodeID? {
      guard following >= 0 else { return nil }
      let id = NodeID(Int(following))
      following = nodes[Int(following)].nextSibling
      return id
    }
  }
}

import PostgresSyntax

/// The order in which nullability is worked out, and which SELECT or data change a node belongs to.
///
/// Children before parents as in the tree's own array, but FROM and WHERE of a SELECT or UPDATE before its other parts.
struct EvaluationOrder: Sendable {
  let sequence: [NodeID]
  /// The nearest SELECT or data change that a node is a part of, -1 for none; ORDER BY and LIMIT belong to the SELECT that they follow.
  let owners: [Int32]
  /// Nodes within an aggregate's arguments, up to the next subquery.
  let isAggregated: [Bool]
  /// The first node of each subtree: a subtree is the numbers from there to its root.
  let starts: [Int32]

  /// - Parameter isAggregate: Whether a function call of that number is of an aggregate.
  init(_ tree: SyntaxTree, isAggregate: (Int) -> Bool) {
    starts = Self.starts(of: tree)
    owners = Self.owners(in: tree)
    isAggregated = Self.aggregated(in: tree, isAggregate)
    sequence = Self.sequence(of: tree, starts)
  }

  private static func starts(of tree: SyntaxTree) -> [Int32] {
    var starts = [Int32](repeating: 0, count: tree.nodes.count)
    for (number, node) in tree.nodes.enumerated() {
      starts[number] = node.firstChild >= 0 && Int(node.firstChild) < number ? starts[Int(node.firstChild)] : Int32(number)
    }
    return starts
  }

  static func isOwner(_ kind: NodeKind) -> Bool {
    switch kind {
    case .selectClause, .insertStatement, .updateStatement, .deleteStatement, .mergeStatement: true
    default: false
    }
  }

  private static func owners(in tree: SyntaxTree) -> [Int32] {
    var owners = [Int32](repeating: -1, count: tree.nodes.count)
    for number in tree.nodes.indices.reversed() {
      let parent = Int(tree.nodes[number].parent)
      guard parent >= 0 else { continue }
      switch tree.nodes[parent].kind {
      case .query: owners[number] = tree.nodes[number].role == .withClause ? owners[parent] : select(in: parent, tree)
      case let kind: owners[number] = isOwner(kind) ? Int32(parent) : owners[parent]
      }
    }
    return owners
  }

  /// The SELECT that a query consists of, without the parentheses around it; -1 for another body.
  private static func select(in query: Int, _ tree: SyntaxTree) -> Int32 {
    var current = query
    while true {
      var child = tree.nodes[current].firstChild
      let wanted: Role = tree.nodes[current].kind == .query ? .body : .subquery
      while child >= 0, tree.nodes[Int(child)].role != wanted { child = tree.nodes[Int(child)].nextSibling }
      guard child >= 0 else { return -1 }
      switch tree.nodes[Int(child)].kind {
      case .selectClause: return child
      case .parenthesizedQuery, .query: current = Int(child)
      default: return -1
      }
    }
  }

  private static func aggregated(in tree: SyntaxTree, _ isAggregate: (Int) -> Bool) -> [Bool] {
    var result = [Bool](repeating: false, count: tree.nodes.count)
    for number in tree.nodes.indices.reversed() {
      let parent = Int(tree.nodes[number].parent)
      guard parent >= 0, tree.nodes[number].kind != .query else { continue }
      result[number] = result[parent] || (tree.nodes[parent].kind == .functionCall && isAggregate(parent))
    }
    return result
  }

  /// SELECTs and UPDATEs are laid out part by part, everything between them as it stands.
  private static func sequence(of tree: SyntaxTree, _ starts: [Int32]) -> [NodeID] {
    var laidOut: [Int32: [Int]] = [:]
    for (number, node) in tree.nodes.enumerated() where node.kind == .selectClause || node.kind == .updateStatement {
      laidOut[starts[number], default: []].append(number)
    }
    var sequence: [NodeID] = []
    sequence.reserveCapacity(tree.nodes.count)
    // Ranges still to be laid out, last first; a root of -1 stands for a plain range.
    var pending: [(start: Int, end: Int)] = [(0, tree.nodes.count - 1)]
    while let range = pending.popLast() {
      var place = range.start
      while place <= range.end {
        if let root = laidOut[Int32(place)]?.last(where: { $0 <= range.end }), root > place {
          if root < range.end { pending.append((root + 1, range.end)) }
          push(parts(of: root, tree, starts), &pending)
          break
        }
        sequence.append(NodeID(place))
        place += 1
      }
    }
    return sequence
  }

  private static func push(_ parts: [(start: Int, end: Int)], _ pending: inout [(start: Int, end: Int)]) {
    for part in parts.reversed() { pending.append(part) }
  }

  /// The subtrees of a SELECT or UPDATE in their order, then itself.
  private static func parts(of root: Int, _ tree: SyntaxTree, _ starts: [Int32]) -> [(start: Int, end: Int)] {
    var (first, rest) = ([(start: Int, end: Int)](), [(start: Int, end: Int)]())
    var child = tree.nodes[root].firstChild
    while child >= 0 {
      let part = (start: Int(starts[Int(child)]), end: Int(child))
      switch tree.nodes[Int(child)].role {
      case .withClause, .fromClause, .whereClause: first.append(part)
      default: rest.append(part)
      }
      child = tree.nodes[Int(child)].nextSibling
    }
    return first + rest + [(start: root, end: root)]
  }
}

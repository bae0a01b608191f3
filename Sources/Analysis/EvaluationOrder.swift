import PostgresSyntax

/// The order in which nullability is worked out, and which SELECT or data change a node belongs to.
///
/// Children before parents as in the tree's own array, but FROM and WHERE of a SELECT or UPDATE before its other parts.
struct EvaluationOrder: Sendable {
  /// What holds of one node.
  struct Place: Sendable {
    /// The first node of its subtree: a subtree is the numbers from there to its root.
    var start: Int32
    /// The nearest SELECT or data change that it is a part of, -1 for none; ORDER BY and LIMIT belong to the SELECT that they follow.
    var owner: Int32 = -1
    /// Whether it stands within an aggregate's arguments, up to the next subquery.
    var isAggregated = false
    /// Whether it is a call of an aggregate.
    var isAggregateCall = false
    /// The last SELECT or UPDATE whose subtree starts here, and, of such a one, the one before it; -1 for none.
    var lastLaidOut: Int32 = -1
    var previousLaidOut: Int32 = -1
  }

  let sequence: [NodeID]
  /// By node.
  let places: [Place]

  func owner(of id: NodeID) -> Int32 { places[Int(id.index)].owner }
  func start(of id: NodeID) -> Int32 { places[Int(id.index)].start }
  func isAggregated(_ id: NodeID) -> Bool { places[Int(id.index)].isAggregated }

  /// - Parameter isAggregate: Whether a function call of that number is of an aggregate.
  init(_ tree: SyntaxTree, isAggregate: (Int) -> Bool) {
    var places: [Place] = []
    places.reserveCapacity(tree.nodes.count)
    for number in tree.nodes.indices {
      let first = Int(tree.nodes[number].firstChild)
      places.append(Place(start: first >= 0 && first < number ? places[first].start : Int32(number)))
      guard Self.isLaidOut(tree.nodes[number].kind) else { continue }
      let start = Int(places[number].start)
      (places[number].previousLaidOut, places[start].lastLaidOut) = (places[start].lastLaidOut, Int32(number))
    }
    Self.noteOwners(in: tree, &places, isAggregate)
    self.places = places
    sequence = Self.sequence(of: tree, places)
  }

  static func isOwner(_ kind: NodeKind) -> Bool {
    switch kind {
    case .selectClause, .insertStatement, .updateStatement, .deleteStatement, .mergeStatement: true
    default: false
    }
  }

  /// Whether the parts of a node have an order of their own.
  private static func isLaidOut(_ kind: NodeKind) -> Bool { kind == .selectClause || kind == .updateStatement }

  private static func noteOwners(in tree: SyntaxTree, _ places: inout [Place], _ isAggregate: (Int) -> Bool) {
    for number in tree.nodes.indices.reversed() {
      if tree.nodes[number].kind == .functionCall { places[number].isAggregateCall = isAggregate(number) }
      let parent = Int(tree.nodes[number].parent)
      guard parent >= 0 else { continue }
      switch tree.nodes[parent].kind {
      case .query: places[number].owner = tree.nodes[number].role == .withClause ? places[parent].owner : select(in: parent, tree)
      case let kind: places[number].owner = isOwner(kind) ? Int32(parent) : places[parent].owner
      }
      guard tree.nodes[number].kind != .query else { continue }
      places[number].isAggregated = places[parent].isAggregated || places[parent].isAggregateCall
    }
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

  /// SELECTs and UPDATEs are laid out part by part, everything between them as it stands.
  private static func sequence(of tree: SyntaxTree, _ places: [Place]) -> [NodeID] {
    var sequence: [NodeID] = []
    sequence.reserveCapacity(tree.nodes.count)
    // Ranges still to be laid out, last first.
    var pending: [(start: Int, end: Int)] = []
    pending.reserveCapacity(16)
    pending.append((0, tree.nodes.count - 1))
    while let range = pending.popLast() {
      var place = range.start
      while place <= range.end {
        var root = Int(places[place].lastLaidOut)
        while root > range.end { root = Int(places[root].previousLaidOut) }
        if root > place {
          if root < range.end { pending.append((root + 1, range.end)) }
          pending.append((start: root, end: root))
          push(partsOf: root, tree, places, &pending, first: false)
          push(partsOf: root, tree, places, &pending, first: true)
          break
        }
        sequence.append(NodeID(place))
        place += 1
      }
    }
    return sequence
  }

  /// The subtrees of a SELECT or UPDATE that come first, or those that come after them, the last one first.
  private static func push(
    partsOf root: Int, _ tree: SyntaxTree, _ places: [Place], _ pending: inout [(start: Int, end: Int)], first: Bool
  ) {
    let count = pending.count
    var child = tree.nodes[root].firstChild
    while child >= 0 {
      let isFirst =
        switch tree.nodes[Int(child)].role {
        case .withClause, .fromClause, .whereClause: true
        default: false
        }
      if isFirst == first { pending.append((start: Int(places[Int(child)].start), end: Int(child))) }
      child = tree.nodes[Int(child)].nextSibling
    }
    pending[count...].reverse()
  }
}

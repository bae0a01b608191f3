import PostgresSyntax

/// Values for a few of a tree's nodes, in the order in which they were first set.
///
/// A dictionary hashes for every look-up and makes a table for its first entry; most statements have one or two entries here. From the ninth
/// on the places of all are indexed by node, so that looking up stays O(1).
public struct NodeMap<Value: Sendable>: Sendable {
  /// Up to so many entries a look-up goes through them one by one.
  @usableFromInline static var unindexed: Int { 8 }

  @usableFromInline let nodeCount: Int
  /// By node: the place of its entry, -1 for none; empty while there are few.
  @usableFromInline var places: [Int32] = []
  @usableFromInline var nodes: [NodeID] = []
  @usableFromInline var values: [Value] = []

  /// - Parameter nodeCount: Of the tree whose nodes are keys.
  @inlinable public init(nodeCount: Int) { self.nodeCount = nodeCount }

  @inlinable public var isEmpty: Bool { nodes.isEmpty }

  /// The nodes that have a value.
  @inlinable public var keys: [NodeID] { nodes }

  @inlinable func place(of id: NodeID) -> Int? {
    guard places.isEmpty else { return places[Int(id.index)] < 0 ? nil : Int(places[Int(id.index)]) }
    var place = 0
    while place < nodes.count {
      if nodes[place].index == id.index { return place }
      place += 1
    }
    return nil
  }

  @inlinable public subscript(_ id: NodeID) -> Value? { place(of: id).map { values[$0] } }

  /// The value of a node, made by `initial` where it has none yet.
  @inlinable public subscript(_ id: NodeID, default initial: @autoclosure () -> Value) -> Value {
    get { self[id] ?? initial() }
    _modify {
      let place = place(of: id) ?? append(id, initial())
      yield &values[place]
    }
  }

  @inlinable public mutating func set(_ id: NodeID, _ value: Value) {
    if let place = place(of: id) { values[place] = value } else { _ = append(id, value) }
  }

  @inlinable mutating func append(_ id: NodeID, _ value: Value) -> Int {
    nodes.append(id)
    values.append(value)
    if !places.isEmpty { places[Int(id.index)] = Int32(nodes.count - 1) } else if nodes.count > Self.unindexed { index() }
    return nodes.count - 1
  }

  @inlinable mutating func index() {
    places = Array(repeating: -1, count: nodeCount)
    for (place, node) in nodes.enumerated() { places[Int(node.index)] = Int32(place) }
  }
}

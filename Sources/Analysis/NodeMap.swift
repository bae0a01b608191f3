import PostgresSyntax

/// Values for a few of a tree's nodes, in the order in which they were first set.
///
/// A dictionary hashes for every look-up and makes a table for its first entry; most statements have one or two entries here. From the ninth
/// on the places of all are indexed by node, so that looking up stays O(1).
package struct NodeMap<Value: Sendable>: Sendable {
  /// Up to so many entries a look-up goes through them one by one.
  static var unindexed: Int { 8 }

  let nodeCount: Int
  /// By node: the place of its entry, -1 for none; empty while there are few.
  var places: [Int32] = []
  var nodes: [NodeID] = []
  var values: [Value] = []

  /// - Parameter nodeCount: Of the tree whose nodes are keys.
  package init(nodeCount: Int) { self.nodeCount = nodeCount }

  package var isEmpty: Bool { nodes.isEmpty }

  /// The nodes that have a value.
  package var keys: [NodeID] { nodes }

  func place(of id: NodeID) -> Int? {
    guard places.isEmpty else { return places[Int(id.index)] < 0 ? nil : Int(places[Int(id.index)]) }
    var place = 0
    while place < nodes.count {
      if nodes[place].index == id.index { return place }
      place += 1
    }
    return nil
  }

  package subscript(_ id: NodeID) -> Value? { place(of: id).map { values[$0] } }

  /// The value of a node, made by `initial` where it has none yet.
  package subscript(_ id: NodeID, default initial: @autoclosure () -> Value) -> Value {
    get { self[id] ?? initial() }
    _modify {
      let place = place(of: id) ?? append(id, initial())
      yield &values[place]
    }
  }

  package mutating func set(_ id: NodeID, _ value: Value) {
    if let place = place(of: id) { values[place] = value } else { _ = append(id, value) }
  }

  mutating func append(_ id: NodeID, _ value: Value) -> Int {
    nodes.append(id)
    values.append(value)
    if !places.isEmpty { places[Int(id.index)] = Int32(nodes.count - 1) } else if nodes.count > Self.unindexed { index() }
    return nodes.count - 1
  }

  mutating func index() {
    places = Array(repeating: -1, count: nodeCount)
    for (place, node) in nodes.enumerated() { places[Int(node.index)] = Int32(place) }
  }
}

import PostgresSyntax

/// Values for a few of a tree's nodes, in the order in which they were first set.
///
/// A dictionary hashes for every look-up and makes a table for its first entry; most statements have one or two entries here. From the ninth
/// on the places of all are indexed by node, so that looking up stays O(1).
package struct NodeMap<Value: Sendable>: Sendable {
  /// Up to so many entries a look-up goes through them one by one.
  package static var unindexed: Int { 8 }

  // Package, not private, so that the optimizer can specialize it for values of other modules.
  package let nodeCount: Int
  /// By node: the place of its entry, -1 for none; empty while there are few.
  package var places: [Int32] = []
  package var entries: [(node: NodeID, value: Value)] = []

  /// - Parameter nodeCount: Of the tree whose nodes are keys.
  package init(nodeCount: Int) { self.nodeCount = nodeCount }

  package var isEmpty: Bool { entries.isEmpty }

  /// The nodes that have a value.
  package var keys: [NodeID] { entries.map(\.node) }

  package func place(of id: NodeID) -> Int? {
    guard places.isEmpty else { return places[Int(id.index)] < 0 ? nil : Int(places[Int(id.index)]) }
    var place = 0
    while place < entries.count {
      if entries[place].node.index == id.index { return place }
      place += 1
    }
    return nil
  }

  package subscript(_ id: NodeID) -> Value? { place(of: id).map { entries[$0].value } }

  /// The value of a node, made by `initial` where it has none yet.
  package subscript(_ id: NodeID, default initial: @autoclosure () -> Value) -> Value {
    get { self[id] ?? initial() }
    _modify {
      let place = place(of: id) ?? append(id, initial())
      yield &entries[place].value
    }
  }

  package mutating func set(_ id: NodeID, _ value: Value) {
    if let place = place(of: id) { entries[place].value = value } else { _ = append(id, value) }
  }

  package mutating func append(_ id: NodeID, _ value: Value) -> Int {
    entries.append((id, value))
    if !places.isEmpty { places[Int(id.index)] = Int32(entries.count - 1) } else if entries.count > Self.unindexed { index() }
    return entries.count - 1
  }

  package mutating func index() {
    places = Array(repeating: -1, count: nodeCount)
    for (place, entry) in entries.enumerated() { places[Int(entry.node.index)] = Int32(place) }
  }
}

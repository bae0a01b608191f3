import PostgresCatalog
import PostgresSyntax

/// Reading a tree: the children and names that analysis asks for.
extension Inference {
  func kind(_ id: NodeID) -> NodeKind { tree.nodes[Int(id.index)].kind }

  func has(_ id: NodeID, _ attribute: NodeAttributes) -> Bool { tree.nodes[Int(id.index)].attributes.contains(attribute) }

  /// The first child of a role.
  func child(_ id: NodeID, _ role: Role) -> NodeID? { tree.child(of: id, role) }

  /// The children of a role, or all, in source order, without an array of them.
  func each(_ id: NodeID, _ role: Role) -> SyntaxTree.RoleChildren { tree.eachChild(of: id, role) }
  func each(_ id: NodeID) -> SyntaxTree.Children { tree.children(of: id) }

  /// How many children have a role.
  func count(_ id: NodeID, _ role: Role) -> Int { tree.count(of: id, role) }

  /// The children of a role, in source order.
  func children(_ id: NodeID, _ role: Role) -> [NodeID] { tree.children(of: id, role) }

  /// All children, in source order.
  func children(_ id: NodeID) -> [NodeID] { Array(tree.children(of: id)) }

  func firstChild(_ id: NodeID) -> NodeID? {
    let first = tree.nodes[Int(id.index)].firstChild
    return first < 0 ? nil : NodeID(Int(first))
  }

  /// The value of an identifier; nil for an atom.
  func name(_ id: NodeID) -> String? {
    guard kind(id) == .identifier, tree.text.atoms.isEmpty || !tree.containsHole(id) else { return nil }
    return tree.name(of: id)
  }

  /// The names of a dotted name or column reference; nil where an atom stands for one.
  func names(_ id: NodeID) -> [String]? {
    if kind(id) == .identifier { return name(id).map { [$0] } }
    var names: [String] = []
    for part in each(id, .name) {
      guard let name = name(part) else { return nil }
      names.append(name)
    }
    return names.isEmpty ? nil : names
  }

  /// A dotted name as schema and name; nil where an atom stands for a part or there are more than two (a database's name before them
  /// is dropped).
  func schemaAndName(_ id: NodeID) -> (schema: String?, name: String)? {
    if kind(id) == .identifier { return name(id).map { (nil, $0) } }
    var parts = each(id, .name)
    if let first = parts.next(), parts.next() == nil { return name(first).map { (nil, $0) } }
    guard let names = names(id), let last = names.last, names.count <= 3 else { return nil }
    return (names.count > 1 ? names[names.count - 2] : nil, last)
  }

  func parameter(of id: NodeID) -> Int? { tree.parameter(of: id) }

  /// An operator's schema and name; nil for a hole. LIKE and its kin, before ANY and ALL, are the operators that they stand for.
  func operatorName(_ id: NodeID) -> (schema: String?, name: String)? {
    guard kind(id) == .operatorName, tree.text.atoms.isEmpty || !tree.containsHole(id) else { return nil }
    return (tree.operatorSchema(of: id).last, tree.operatorName(of: id))
  }

  /// The node without the parentheses around it.
  func unparenthesized(_ id: NodeID) -> NodeID { tree.unparenthesized(id) }
}

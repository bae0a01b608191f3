import PostgresCatalog
import PostgresSyntax

/// Which conclusions rest on the text in a hole: the third pass, over the finished facts of a statement that has holes.
///
/// Analysis gives a type only where it holds for every text that may stand in the hole; so a type rests on a hole where it is unknown
/// because of one, and where more of the statement may change it: a UNION at the end of a SELECT, a common table that hides a table of the
/// same name. Whether a value can be NULL rests on every hole within the value, and on those that decide which rows there are and from
/// where: in FROM, WHERE, GROUP BY and HAVING.
struct HoleAnalysis {
  private(set) var typed: TypedTree
  private let tree: SyntaxTree
  private let order: EvaluationOrder
  private let origins: NodeMap<[OutputOrigin]>
  private let queriesOfSources: [Int: NodeID]
  private let derivations: [Int: [[Binding]]]
  private let incompleteQueries: Set<NodeID>
  private let demanded: Set<NodeID>
  /// Whether a hole stands within a node, or is it.
  private var holdsHole: [Bool]
  /// SELECTs and data changes whose rows a hole decides.
  private var uncertainRows: Set<NodeID> = []
  /// Whether a WITH clause holds a hole in place of a common table.
  private var hasOpenWith = false

  init(_ nullability: NullabilityAnalysis, _ inference: Inference) {
    (typed, tree, order) = (nullability.handOver(), nullability.tree, nullability.order)
    (origins, queriesOfSources, derivations) = (nullability.origins, nullability.queriesOfSources, nullability.derivations)
    (incompleteQueries, demanded) = (inference.incompleteQueries, inference.demanded)
    holdsHole = Array(repeating: false, count: tree.nodes.count)
  }

  static func hasHoles(_ tree: SyntaxTree) -> Bool { tree.text.atoms.contains { $0.kind == .hole } }

  mutating func run() {
    noteHoles()
    for id in order.sequence { visit(id) }
  }

  /// Children stand before their parents in the tree's array.
  private mutating func noteHoles() {
    for id in tree.ids {
      // A name may hold one among its letters.
      if tree[id].kind == .hole || (tree.nodes[Int(id.index)].firstChild < 0 && tree.containsHole(id)) { holdsHole[Int(id.index)] = true }
      guard holdsHole[Int(id.index)], let parent = tree.parent(of: id) else { continue }
      holdsHole[Int(parent.index)] = true
      if tree[parent].kind == .withClause, tree[id].kind == .hole { hasOpenWith = true }
      if EvaluationOrder.isOwner(tree[parent].kind), decidesRows(id) { uncertainRows.insert(parent) }
      if tree[parent].kind == .query, tree[id].kind == .hole, let body = tree.child(of: parent, .body) { uncertainRows.insert(body) }
    }
  }

  /// Whether a part of a SELECT or data change says which rows there are.
  private func decidesRows(_ id: NodeID) -> Bool {
    switch tree[id].role {
    case .targetList, .returningClause, .orderByClause, .limitClause, .offsetClause, .withClause: false
    default: true
    }
  }

  private mutating func visit(_ id: NodeID) {
    switch tree[id].kind {
    case .hole: typed[id].restsOnHole = demanded.contains(id) ? .nullability : [.type, .nullability]
    case .columnReference, .identifier, .star: typed[id].restsOnHole = reference(id)
    case .scalarSubquery, .arraySubquery: typed[id].restsOnHole = subquery(id)
    default: typed[id].restsOnHole = parts(id)
    }
    if typed.outputs[id] != nil { outputs(id) }
  }

  /// An expression of known type has it whatever stands in a hole within; of unknown type, it is the hole that makes it so.
  private func parts(_ id: NodeID) -> HoleDependence {
    var found: HoleDependence = []
    for part in tree.children(of: id) { found.formUnion(typed[part].restsOnHole) }
    if holdsHole[Int(id.index)] { found.insert(.nullability) }
    if typed[id].type != nil, !passesType(id) { found.remove(.type) }
    return found
  }

  /// Whether a node has its type from its parts, rather than from an operator, function or cast that was found for certain.
  private func passesType(_ id: NodeID) -> Bool {
    switch tree[id].kind {
    case .parenthesized, .collate, .resultTarget: true
    default: false
    }
  }

  private func subquery(_ id: NodeID) -> HoleDependence {
    var found = tree.child(of: id, .subquery).flatMap { typed.outputs[$0]?.first?.restsOnHole } ?? []
    if holdsHole[Int(id.index)] { found.insert(.nullability) }
    return found
  }

  private func reference(_ id: NodeID) -> HoleDependence {
    switch typed[id].resolution {
    case .column(let source, let column): return of(source, column)
    case .row(let source): return rows(of: source)
    case .output(let number):
      let owner = order.owner(of: id)
      guard owner >= 0, let node = origins[NodeID(Int(owner))].flatMap({ number < $0.count ? $0[number].node : nil }) else { return [] }
      return typed[node].restsOnHole
    case .unresolved where typed[id].type == nil: return [.type, .nullability]
    default: return []
    }
  }

  private func rows(of source: Int) -> HoleDependence {
    let node = typed.sources[source].node
    let level = EvaluationOrder.isOwner(tree[node].kind) ? node : order.owner(of: node) >= 0 ? NodeID(Int(order.owner(of: node))) : nil
    var found: HoleDependence = level.map { uncertainRows.contains($0) } == true || holdsHole[Int(node.index)] ? .nullability : []
    switch typed.sources[source].origin {
    case .unknown: found.insert(.type)
    case .relation where hasOpenWith: found.formUnion([.type, .nullability])
    default: break
    }
    return found
  }

  private func of(_ source: Int, _ column: Int) -> HoleDependence {
    var found = rows(of: source)
    if let query = queriesOfSources[source] {
      if let outputs = typed.outputs[query], column < outputs.count { found.formUnion(outputs[column].restsOnHole) }
      if holdsHole[Int(query.index)] { found.insert(.nullability) }
      if incompleteQueries.contains(query) { found.insert(.type) }
    } else if let inputs = derivations[source], column < inputs.count {
      for input in inputs[column] where input.source != source { found.formUnion(of(input.source, input.column)) }
    }
    return found
  }

  /// Behind a SELECT a hole may hold UNION and another SELECT.
  private mutating func outputs(_ id: NodeID) {
    let isOpen = isQuery(id) && tree.children(of: id).contains { $0.isHole(in: tree) || isOpenList($0) }
    let origins = origins[id] ?? []
    for number in typed.outputs[id]?.indices ?? 0..<0 {
      var found: HoleDependence = isOpen ? [.type, .nullability] : []
      if number < origins.count {
        if let node = origins[number].node { found.formUnion(typed[node].restsOnHole) }
        if let binding = origins[number].binding { found.formUnion(of(binding.source, binding.column)) }
      }
      for part in tree.children(of: id) {
        if let inner = typed.outputs[part], number < inner.count { found.formUnion(inner[number].restsOnHole) }
        if uncertainRows.contains(id) || (uncertainRows.contains(part) && tree[id].kind == .query) { found.insert(.nullability) }
      }
      if typed.outputs[id]?[number].type == nil, holdsHole[Int(id.index)] { found.formUnion([.type, .nullability]) }
      typed.outputs[id, default: []][number].restsOnHole = found
    }
  }

  private func isQuery(_ id: NodeID) -> Bool {
    switch tree[id].kind {
    case .query, .selectClause, .setOperation, .valuesClause, .parenthesizedQuery: true
    default: false
    }
  }

  /// Whether a hole stands behind the last item of a select list.
  private func isOpenList(_ id: NodeID) -> Bool {
    tree[id].kind == .targetList && tree.children(of: id).contains { $0.isHole(in: tree) }
  }
}

extension NodeID {
  fileprivate func isHole(in tree: SyntaxTree) -> Bool { tree[self].kind == .hole }
}

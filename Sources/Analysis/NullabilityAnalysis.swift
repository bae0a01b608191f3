import PostgresCatalog
import PostgresSyntax

/// Whether values can be NULL: the second pass, over a tree whose names and types are known.
///
/// Says "not null" only where it is proven; every fact starts as "may be NULL". Visits each node once, children first, with two
/// exceptions to the order of the text: a SELECT's FROM and WHERE and an UPDATE's come before its list, since what they demand of a
/// row holds for what is computed from it.
///
/// A class, used by one analysis alone: the closures of its checks would copy a value of this size.
final class NullabilityAnalysis {
  let analyzer: Analyzer
  let tree: SyntaxTree
  @exclusivity(unchecked) var typed: TypedTree
  let types: TypeTable
  let origins: NodeMap<[OutputOrigin]>
  let valueColumns: [NodeID: [[NodeID]]]
  let queriesOfSources: [Int: NodeID]
  let derivations: [Int: [[Binding]]]
  let extendedSources: NodeMap<[Int]>
  let systemColumnSources: [NodeID: Int]
  let order: EvaluationOrder
  /// What conditions prove, by source.
  @exclusivity(unchecked) var proofs: [SourceProof]
  /// Whether any SELECT may have grouping sets: a hole may hold one.
  let mayHaveGroupingSets: Bool
  /// Nodes that are still to be looked at, of walks within walks.
  @exclusivity(unchecked) var pending: [NodeID] = []
  /// Left terms of recursive queries that are being read, with their query and its UNION.
  let recursiveTerms: [NodeID: (query: NodeID, union: NodeID)]
  /// What recursive terms may assume of their own query's columns.
  var assumptions: [NodeID: [Bool]] = [:]
  /// How often a wrong assumption may still be taken back by going over a recursive term again.
  var revisions = 32

  init(_ inference: Inference) {
    (analyzer, tree, typed, types) = (inference.analyzer, inference.tree, inference.handOver(), inference.types)
    (origins, valueColumns) = (inference.origins, inference.valueColumns)
    (queriesOfSources, derivations) = (inference.queriesOfSources, inference.derivations)
    (extendedSources, systemColumnSources) = (inference.extendedSources, inference.systemColumnSources)
    let facts = typed.facts
    order = EvaluationOrder(inference.tree) { number in
      guard case .function(let function) = facts[number].resolution, function.kind == .aggregate else { return false }
      return inference.child(NodeID(number), .over) == nil
    }
    var terms: [NodeID: (query: NodeID, union: NodeID)] = [:]
    for (query, union) in inference.recursiveQueries {
      if let left = inference.child(union, .left) { terms[left] = (query, union) }
    }
    recursiveTerms = terms
    proofs = Array(repeating: SourceProof(), count: typed.sources.count)
    mayHaveGroupingSets = !tree.text.atoms.isEmpty || inference.parts.contains(.groupingSet)
  }

  func run() {
    var place = 0
    var termStarts: [NodeID: Int] = [:]
    while place < order.sequence.count {
      let id = order.sequence[place]
      place += 1
      visit(id)
      if let term = recursiveTerms[id] {
        termStarts[term.union] = place
        assume(term.query, of: id)
      } else if let start = termStarts[id], mustRevise(id) {
        place = start
      }
    }
  }

  /// Gives what was found to the next pass: where two passes held it, the first change would copy it.
  func handOver() -> TypedTree { exchange(&typed, with: TypedTree(nothingOf: tree)) }

  // MARK: Recursive queries

  /// A recursive term first takes its query's columns to be as the first term's are.
  private func assume(_ query: NodeID, of left: NodeID) {
    let columns = typed.outputs[left] ?? []
    assumptions[query] = columns.map { revisions > 0 ? $0.isNullable : true }
  }

  /// Whether a recursive term makes a column NULL that was taken not to be; then it is read again without any assumption.
  private func mustRevise(_ union: NodeID) -> Bool {
    guard let query = recursiveTerms.values.first(where: { $0.union == union })?.query, let assumed = assumptions[query] else { return false }
    let found = typed.outputs[union] ?? []
    guard zip(assumed, found).contains(where: { !$0.0 && $0.1.isNullable }) else { return false }
    revisions -= 1
    assumptions[query] = assumed.map { _ in true }
    forgetSources(in: union)
    return true
  }

  /// What conditions proved is proven anew.
  private func forgetSources(in union: NodeID) {
    for (number, source) in typed.sources.enumerated() where order.start(of: union) <= source.node.index && source.node < union {
      proofs[number] = SourceProof()
    }
  }

  // MARK: Facts

  func isNullable(_ id: NodeID) -> Bool { typed.facts[Int(id.index)].isNullable }
  func kind(_ id: NodeID) -> NodeKind { tree.nodes[Int(id.index)].kind }
  func has(_ id: NodeID, _ attribute: NodeAttributes) -> Bool { tree.nodes[Int(id.index)].attributes.contains(attribute) }
  func type(of id: NodeID) -> OID { typed.facts[Int(id.index)].type?.oid ?? 0 }

  func child(_ id: NodeID, _ role: Role) -> NodeID? { tree.child(of: id, role) }

  func children(_ id: NodeID, _ role: Role) -> [NodeID] { tree.children(of: id, role) }

  func each(_ id: NodeID, _ role: Role) -> SyntaxTree.RoleChildren { tree.eachChild(of: id, role) }

  func each(_ id: NodeID) -> SyntaxTree.Children { tree.children(of: id) }

  func unparenthesized(_ id: NodeID) -> NodeID { tree.unparenthesized(id) }

  /// Whether a column can be NULL where it is read after all conditions so far.
  func isNullable(_ source: Int, _ column: Int) -> Bool {
    guard source >= 0, source < typed.sources.count, column < typed.sources[source].columns.count else { return true }
    if proofs[source].contains(column) { return false }
    if typed.sources[source].isNullExtended, !proofs[source].isPresent { return true }
    return typed.sources[source].columns[column].isNullable
  }

  func isNullable(_ binding: Binding) -> Bool { isNullable(binding.source, binding.column) }
}

/// What conditions prove of one source.
struct SourceProof {
  /// Columns that are not NULL; a bit each of the first 64.
  private var first: UInt64 = 0
  private var others: Set<Int> = []
  /// Whether the row of a null-extended source is there all the same.
  var isPresent = false

  func contains(_ column: Int) -> Bool { 0..<64 ~= column ? first & 1 << UInt64(column) != 0 : others.contains(column) }

  mutating func forget() { (first, others) = (0, []) }

  mutating func insert(_ column: Int) {
    if 0..<64 ~= column { first |= 1 << UInt64(column) } else { others.insert(column) }
  }
}

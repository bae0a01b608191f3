import PostgresCatalog
import PostgresSyntax
import SourceText

/// Names and types of one statement: the first pass.
///
/// Follows the order of PostgreSQL's own analysis (FROM before the select list, WHERE after it…), for the order decides which use
/// of a parameter gives it its type. Works on node numbers; a node's type stands in `typed` once `isDone` says so.
///
/// A class, used by one analysis alone: as a value of this size every recursive call would keep copies of it on the stack, tens of
/// kilobytes a level. What every step reads or writes goes without run-time checks of exclusive access, which took a sixth of the time: no
/// reference to it leaves a call.
final class Inference {
  /// Operators in one chain, such as `a + b + c…`, beyond which an expression stays unknown.
  static let chainLimit = 5_000
  /// Joins in one chain, and columns of one join (`MaxAttrNumber`); what is beyond stays unknown.
  static let joinLimit = (tables: 500, columns: 32_767)
  /// Columns of one select list (`MaxTupleAttributeNumber`); what is beyond stays unknown.
  static let outputLimit = 1_664
  /// Subscripts of one value; PostgreSQL allows six.
  static let subscriptLimit = 64
  /// Levels of expressions and queries within each other; more stay unknown.
  static let depthLimit = 500

  let analyzer: Analyzer
  let cache: LookupCache
  let tree: SyntaxTree
  @exclusivity(unchecked) var typed: TypedTree
  @exclusivity(unchecked) var isDone: [Bool]
  /// All levels that ever were; `scope` is the present one.
  @exclusivity(unchecked) var scopes: [Scope] = [Scope()]
  @exclusivity(unchecked) var scope = 0
  @exclusivity(unchecked) var depth = 0
  /// What there is in the statement: most have nothing that whole passes look for.
  let parts: StatementParts
  /// Types of parameters so far; a parameter that is not here has none yet.
  var parameters: [Int: TypeReference]
  /// For sources over a query (derived tables, common tables): the query whose output they are.
  var queriesOfSources: [Int: NodeID] = [:]
  /// For functions in FROM: the type of their rows, by source.
  var rowTypes: [Int: TypeReference] = [:]
  /// For columns of joins: what each is made of, by source.
  var derivations: [Int: [[Binding]]] = [:]
  /// For each join: the sources that it can null-extend.
  var extendedSources: NodeMap<[Int]>
  /// What is behind each output column of a SELECT, for coercions from outside (UNION, INSERT) and for nullability.
  @exclusivity(unchecked) var origins: NodeMap<[OutputOrigin]>
  /// The level of each SELECT.
  var levelsOfSelects: NodeMap<Int>
  /// For VALUES: the expressions of each column, top to bottom.
  var valueColumns: [NodeID: [[NodeID]]] = [:]
  /// For queries whose `*` covers a relation that is not known.
  var incompleteQueries: Set<NodeID> = []
  /// For recursive queries: the UNION that they consist of.
  var recursiveQueries: [NodeID: NodeID] = [:]
  /// The level that each of `TypedTree.sources` belongs to.
  var levelsOfSources: [Int] = []
  /// Aggregate calls (and GROUPING) with the level that each belongs to.
  var aggregates: NodeMap<Int>
  /// Calls of window functions, and of functions that return sets, with the level that they stand at.
  var windowCalls: NodeMap<Int>
  var setReturningCalls: NodeMap<Int>
  /// For constructs of the grammar that stand for a function: the arguments in its order.
  var systemArguments: NodeMap<[NodeID]>
  /// Holes whose type their place gives.
  var demanded: Set<NodeID> = []
  /// For references to system columns: their source.
  var systemColumnSources: [NodeID: Int] = [:]

  init(analyzer: Analyzer, cache: LookupCache, tree: SyntaxTree, parameterTypes: [Int: TypeReference]) {
    (self.analyzer, self.cache, self.tree, parameters) = (analyzer, cache, tree, parameterTypes)
    typed = TypedTree(tree: tree)
    parts = StatementParts(of: tree)
    let count = tree.nodes.count
    isDone = Array(repeating: false, count: count)
    (origins, extendedSources, systemArguments) = (NodeMap(nodeCount: count), NodeMap(nodeCount: count), NodeMap(nodeCount: count))
    (levelsOfSelects, aggregates) = (NodeMap(nodeCount: count), NodeMap(nodeCount: count))
    (windowCalls, setReturningCalls) = (NodeMap(nodeCount: count), NodeMap(nodeCount: count))
  }

  func run() {
    checkGrammar()
    statement(tree.root)
    if storesResult(tree.root) { typed.outputs.set(tree.root, []) }
    if parts.contains(.placeholder) { checkParameters() } else { rewriteChanges() }
    checkPlanning()
    settleLiterals()
    typed.parameters = parameters
  }

  /// Gives what was found to the next pass: where two passes held it, the first change would copy it.
  func handOver() -> TypedTree { exchange(&typed, with: TypedTree(nothingOf: tree)) }

  /// SELECT INTO makes a table of its rows and returns none.
  private func storesResult(_ id: NodeID) -> Bool {
    guard kind(id) == .query, let body = child(id, .body) else { return false }
    return child(body, .into) != nil
  }

  /// Whatever literal no context gave a type is text to PostgreSQL in the end; a parameter's type stays open.
  private func settleLiterals() {
    for id in tree.ids where type(of: id) == .unknown {
      switch tree[id].kind {
      case .placeholder: typed[id].type = parameter(of: id).flatMap { parameters[$0] }
      case .parenthesized, .collate: typed[id].type = operandType(id)
      default: typed[id].type = TypeReference(.text)
      }
    }
  }

  private func operandType(_ id: NodeID) -> TypeReference? { child(id, .operand).flatMap { typed[$0].type } }
}

// MARK: - Facts

extension Inference {
  var types: TypeTable { analyzer.types }

  /// The node's type so far: 0 for one that cannot be known, `unknown` for one that the context is to give.
  func type(of id: NodeID) -> OID { typed.facts[Int(id.index)].type?.oid ?? 0 }

  func modifier(of id: NodeID) -> Int32 { typed.facts[Int(id.index)].type?.modifier ?? -1 }

  func reference(of id: NodeID) -> TypeReference { typed.facts[Int(id.index)].type ?? TypeReference(0) }

  func set(_ id: NodeID, _ type: OID, modifier: Int32 = -1) {
    typed.facts[Int(id.index)].type = type == 0 ? nil : TypeReference(type, modifier: modifier)
  }

  func set(_ id: NodeID, _ type: TypeReference) { set(id, type.oid, modifier: type.modifier) }

  func resolve(_ id: NodeID, _ resolution: Resolution) { typed.facts[Int(id.index)].resolution = resolution }

  /// A type as messages print it.
  func display(_ oid: OID) -> String { oid == .unknown ? "unknown" : analyzer.index.displayName(of: oid) }
}

// MARK: - Coercion of nodes

extension Inference {
  /// Has a node's value taken as `target`: gives an unknown literal or parameter that type, or notes the cast.
  ///
  /// - Returns: Whether PostgreSQL allows it; true where something is unknown.
  @discardableResult
  func coerce(
    _ id: NodeID, to target: OID, modifier: Int32 = -1, _ context: CoercionContext = .implicit
  ) -> Bool {
    guard target != 0, target != .any, !TypeTable.isPolymorphic(target) else { return true }
    let current = type(of: id)
    if current == .unknown {
      adopt(id, target, modifier)
      return true
    }
    if current == 0, context != .explicit, demand(id, target) { return true }
    if isRow(current, takenAs: target) { return true }
    if current == .record, types.isComposite(target) { coerceFields(id, to: target, context) }
    let changes = current != target || (modifier >= 0 && self.modifier(of: id) != modifier)
    if changes { typed[id].coercedTo = TypeReference(target, modifier: modifier) }
    return current == 0 || analyzer.coercion.canCoerce(current, to: target, context)
  }

  /// A hole is of the type that its place demands: it could not stand there otherwise, but for a cast.
  ///
  /// - Returns: Whether it is a hole.
  @discardableResult
  func demand(_ id: NodeID, _ type: OID) -> Bool {
    let hole = unparenthesized(id)
    guard kind(hole) == .hole, type != 0 else { return false }
    set(hole, type)
    if hole != id { set(id, type) }
    demanded.insert(hole)
    return true
  }

  /// A composite value is a record as it is; nothing is done to it.
  private func isRow(_ type: OID, takenAs target: OID) -> Bool {
    target == .record ? types.isComposite(type) : target == .recordArray && types.isComposite(types.element(of: type))
  }

  /// The fields of ROW(…) take the types of the composite type that it becomes (`coerce_record_to_complex`).
  func coerceFields(_ id: NodeID, to target: OID, _ context: CoercionContext) {
    let row = unparenthesized(id)
    guard kind(row) == .rowConstructor, let fields = compositeColumns(target, row) else { return }
    for (item, field) in zip(children(row, .item), fields) {
      if let type = field.type { coerce(item, to: type.oid, modifier: type.modifier, context) }
    }
  }

  /// Gives an expression without a type the one that its place demands.
  private func adopt(_ id: NodeID, _ target: OID, _ modifier: Int32) {
    var current = id
    while true {
      switch tree[current].kind {
      case .parenthesized, .collate:
        set(current, target)
        guard let operand = child(current, .operand) else { return }
        current = operand
        continue
      case .placeholder:
        adoptParameter(current, target)
      default:
        let base = types.base(of: target)
        checkLiteral(current, base)
        // Only interval constants are made with their modifier; for others a cast function follows (`coerce_type`).
        if base == .interval, base == target { return set(current, base, modifier: modifier) }
        set(current, base)
        if base != target || modifier >= 0 { typed[current].coercedTo = TypeReference(target, modifier: modifier) }
      }
      return
    }
  }

  private func adoptParameter(_ id: NodeID, _ target: OID) {
    guard let number = parameter(of: id) else { return set(id, target) }
    if let known = parameters[number] {
      conflictingParameter(id, number, known, target)
      set(id, known)
      if known.oid != target { typed[id].coercedTo = TypeReference(target) }
      return
    }
    parameters[number] = TypeReference(target)
    set(id, target)
  }

  /// Takes nodes as their common type, and gives it with the modifier that they share (`select_common_typmod`).
  ///
  /// - Returns: 0 where some type is unknown and decides, or where there is no common type.
  func unify(_ nodes: [NodeID], _ construct: String) -> TypeReference {
    let types = nodes.map { type(of: $0) }
    guard !types.contains(0) else { return unifyAroundUnknown(nodes, types) }
    guard let common = analyzer.coercion.commonType(of: types) else {
      reportMismatch(nodes, types, construct)
      return TypeReference(0)
    }
    for (node, type) in zip(nodes, types) where !coerce(node, to: common) {
      let part = construct == "CASE" ? (tree[node].role == .else ? "CASE/ELSE" : "CASE/WHEN") : construct
      report("42846", "\(part) could not convert type \(display(type)) to \(display(common))", at: node)
      break
    }
    return TypeReference(common, modifier: commonModifier(nodes, common))
  }

  /// With a hole among them the common type is that of the others only if all of them agree exactly; then literals take it too.
  private func unifyAroundUnknown(_ nodes: [NodeID], _ types: [OID]) -> TypeReference { TypeReference(0) }

  func commonModifier(_ nodes: [NodeID], _ common: OID) -> Int32 {
    guard let first = nodes.first, type(of: first) == common else { return -1 }
    let modifier = modifier(of: first)
    return nodes.allSatisfy { type(of: $0) == common && self.modifier(of: $0) == modifier } ? modifier : -1
  }

  /// The first input of another category than those before it, against the type chosen from them (`select_common_type`).
  private func reportMismatch(_ nodes: [NodeID], _ types: [OID], _ construct: String) {
    for count in 2...max(types.count, 2) where count <= types.count {
      guard analyzer.coercion.commonType(of: Array(types.prefix(count))) == nil else { continue }
      return mismatch(construct, analyzer.coercion.commonType(of: Array(types.prefix(count - 1))) ?? 0, types[count - 1], at: nodes[count - 1])
    }
  }

  /// Domains count as what they are over.
  func mismatch(_ construct: String, _ first: OID, _ second: OID, at node: NodeID) {
    let (first, second) = (display(types.base(of: first)), display(types.base(of: second)))
    report("42804", "\(construct) types \(first) and \(second) cannot be matched", at: node)
  }

  /// Takes a node as a condition.
  ///
  /// - Parameter place: Where it stands; nil for an operand of a larger expression.
  func condition(_ id: NodeID, _ construct: String, _ place: ExpressionPlace? = nil) {
    if let place { return at(place) { condition(id, construct) } }
    if tree[id].kind == .hole {
      demanded.insert(id)
      isDone[Int(id.index)] = true
      return set(id, .bool)
    }
    expression(id)
    if !coerce(id, to: .bool, .assignment) {
      report("42804", "argument of \(construct) must be type boolean, not type \(display(type(of: id)))", at: id)
    }
  }
}

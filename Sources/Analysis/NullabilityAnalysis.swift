import PostgresCatalog
import PostgresSyntax

/// Which expressions can be NULL: the second pass, over the finished types.
///
/// One loop over the post-order array, so that an expression comes after its parts and a query after its select list. It says
/// "not null" only where that is proven: a NOT NULL column that no outer join extends, a strict function of pg_catalog that is
/// known to give a value for values, a column that WHERE or an inner join's ON has tested.
struct NullabilityAnalysis {
  var typed: TypedTree
  let inference: Inference
  /// By SELECT: the columns that its WHERE and inner joins let through only with a value.
  private var refined: [NodeID: Set<ColumnKey>] = [:]
  /// SELECTs whose grouping sets turn grouped columns into NULL.
  private var nullingSelects: Set<NodeID> = []

  struct ColumnKey: Hashable {
    var source: Int
    var column: Int
  }

  init(_ inference: Inference) {
    (typed, self.inference) = (inference.typed, inference)
  }

  var tree: SyntaxTree { typed.tree }

  mutating func run() {
    extendSources()
    for id in tree.ids where tree[id].kind == .selectClause { refine(id) }
    for id in tree.ids { visit(id) }
  }

  private mutating func visit(_ id: NodeID) {
    switch tree[id].kind {
    case .selectClause, .valuesClause, .setOperation, .query: settleOutputs(of: id)
    case .insertStatement, .updateStatement, .deleteStatement, .mergeStatement: settleOutputs(of: id)
    default: typed[id].isNullable = isNullable(id)
    }
  }

  // MARK: - Sources

  private mutating func extendSources() {
    for sources in inference.extendedSources.values {
      for source in sources where typed.sources.indices.contains(source) { typed.sources[source].isNullExtended = true }
    }
  }

  /// Whether a column of a source can be NULL where no condition has been tested.
  func isNullable(_ key: ColumnKey) -> Bool {
    guard typed.sources.indices.contains(key.source), typed.sources[key.source].columns.indices.contains(key.column) else { return true }
    let source = typed.sources[key.source]
    if let inputs = inference.derivations[key.source], inputs.indices.contains(key.column) {
      return isMergedNullable(inputs[key.column], of: source)
    }
    return source.isNullExtended || source.columns[key.column].isNullable
  }

  /// A merged column of USING is the left side's value, but in right and full joins.
  private func isMergedNullable(_ inputs: [Binding], of join: ColumnSource) -> Bool {
    let keys = inputs.map { ColumnKey(source: $0.source, column: $0.column) }
    let isOuter = tree[join.node].kind != .join || !tree[join.node].attributes.isDisjoint(with: [.right, .full])
    return isOuter ? keys.contains(where: isNullable) : keys.first.map(isNullable) ?? true
  }

  // MARK: - Outputs

  private mutating func settleOutputs(of id: NodeID) {
    guard var outputs = typed.outputs[id] else { return }
    switch tree[id].kind {
    case .selectClause: for number in outputs.indices { outputs[number].isNullable = isOutputNullable(number, of: id) }
    case .valuesClause:
      let columns = inference.valueColumns[id] ?? []
      for number in outputs.indices {
        outputs[number].isNullable = !columns.indices.contains(number) || columns[number].contains { typed[$0].isNullable }
      }
    case .setOperation: mergeSides(of: id, into: &outputs)
    case .query:
      let body = tree.child(of: id, .body).flatMap { bodyOutputs($0) }
      for number in outputs.indices { outputs[number].isNullable = body.map { !$0.indices.contains(number) || $0[number].isNullable } ?? true }
    default: break
    }
    typed.outputs[id] = outputs
    for (source, query) in inference.queriesOfSources where query == id { settle(source, outputs) }
  }

  private mutating func settle(_ source: Int, _ outputs: [OutputColumn]) {
    guard typed.sources.indices.contains(source) else { return }
    for number in typed.sources[source].columns.indices where outputs.indices.contains(number) {
      typed.sources[source].columns[number].isNullable = outputs[number].isNullable
    }
  }

  private func bodyOutputs(_ body: NodeID) -> [OutputColumn]? {
    if tree[body].kind == .parenthesizedQuery { return tree.child(of: body, .subquery).flatMap { typed.outputs[$0] } }
    return typed.outputs[body]
  }

  private func mergeSides(of id: NodeID, into outputs: inout [OutputColumn]) {
    let sides = [Role.left, .right].compactMap { tree.child(of: id, $0) }.map { bodyOutputs($0) }
    for number in outputs.indices {
      outputs[number].isNullable = sides.contains { side in
        guard let side, side.indices.contains(number) else { return true }
        return side[number].isNullable
      }
    }
  }

  private func isOutputNullable(_ number: Int, of select: NodeID) -> Bool {
    guard !nullingSelects.contains(select), let origins = inference.origins[select] ?? origins(ofHolder: select), origins.indices.contains(number)
    else { return true }
    if let node = origins[number].node {
      let value = tree[node].kind == .resultTarget ? tree.child(of: node, .value) ?? node : node
      return typed[value].isNullable
    }
    guard let binding = origins[number].binding else { return true }
    let key = ColumnKey(source: binding.source, column: binding.column)
    return isNullable(key) && !(refined[select]?.contains(key) ?? false)
  }

  /// Outputs may be kept under the query around a SELECT.
  private func origins(ofHolder select: NodeID) -> [OutputOrigin]? { tree.parent(of: select).flatMap { inference.origins[$0] } }
}

// MARK: - What conditions prove

extension NullabilityAnalysis {
  /// Collects the columns that a SELECT's WHERE and its inner joins' ON leave with a value.
  private mutating func refine(_ select: NodeID) {
    if let groupBy = tree.child(of: select, .groupByClause), tree.children(of: groupBy).contains(where: { tree[$0].kind == .groupingSet }) {
      nullingSelects.insert(select)
    }
    var proven: Set<ColumnKey> = []
    if let clause = tree.child(of: select, .whereClause), let condition = tree.child(of: clause, .condition) { collect(condition, &proven) }
    if let from = tree.child(of: select, .fromClause) {
      for item in tree.children(of: from, .item) { collectJoins(item, &proven) }
    }
    if !proven.isEmpty { refined[select] = proven }
  }

  private func collectJoins(_ item: NodeID, _ proven: inout Set<ColumnKey>) {
    var pending = [item]
    while let next = pending.popLast() {
      if tree[next].kind == .parenthesizedTable { pending += tree.children(of: next, .item) }
      guard tree[next].kind == .join, tree[next].attributes.isDisjoint(with: [.left, .right, .full]) else { continue }
      if let condition = tree.child(of: next, .condition) { collect(condition, &proven) }
      pending += tree.children(of: next, .left) + tree.children(of: next, .right)
    }
  }

  /// A condition that is true only where these columns have values: its conjuncts' strict comparisons and IS NOT NULL tests.
  private func collect(_ condition: NodeID, _ proven: inout Set<ColumnKey>) {
    var pending = [condition]
    while let next = pending.popLast() {
      switch tree[next].kind {
      case .and: pending += tree.children(of: next, .operand)
      case .parenthesized: pending += tree.children(of: next, .operand)
      case .isNull where tree[next].attributes.contains(.negated): column(tree.child(of: next, .operand), &proven)
      case .binaryOperation where StrictFunctions.isComparison(typed[next].resolution):
        column(tree.child(of: next, .left), &proven)
        column(tree.child(of: next, .right), &proven)
      case .like, .ilike: column(tree.child(of: next, .left), &proven)
      case .between, .inList, .inSubquery: column(tree.child(of: next, .operand), &proven)
      case .columnReference: column(next, &proven)
      default: break
      }
    }
  }

  private func column(_ node: NodeID?, _ proven: inout Set<ColumnKey>) {
    guard var node else { return }
    while tree[node].kind == .parenthesized, let inner = tree.child(of: node, .operand) { node = inner }
    guard tree[node].kind == .columnReference, case .column(let source, let column) = typed[node].resolution else { return }
    let key = ColumnKey(source: source, column: column)
    proven.insert(key)
    // A merged column has a value only where what it is made of has.
    if let inputs = inference.derivations[source], inputs.indices.contains(column), inputs[column].count == 1 {
      proven.insert(ColumnKey(source: inputs[column][0].source, column: inputs[column][0].column))
    }
  }

  /// Whether the conditions of a SELECT around a reference have let through only rows in which the column has a value.
  func isProven(_ key: ColumnKey, at node: NodeID) -> Bool {
    guard !refined.isEmpty else { return false }
    var child = node
    var next = tree.parent(of: node)
    while let parent = next {
      if let select = provingSelect(parent, from: child), refined[select]?.contains(key) == true, !nullingSelects.contains(select) { return true }
      (child, next) = (parent, tree.parent(of: parent))
    }
    return false
  }

  /// The SELECT whose conditions hold where a child of `parent` is evaluated: the select list, grouping and ordering come after WHERE.
  private func provingSelect(_ parent: NodeID, from child: NodeID) -> NodeID? {
    switch tree[parent].kind {
    case .selectClause:
      [.targetList, .groupByClause, .havingClause, .windowClause, .distinctClause].contains(tree[child].role) ? parent : nil
    case .query where tree[child].role == .orderByClause:
      tree.child(of: parent, .body).flatMap { tree[$0].kind == .selectClause ? $0 : nil }
    default: nil
    }
  }
}

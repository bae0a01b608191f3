import Analysis
import PostgresCatalog
import PostgresSyntax

/// What in a SELECT depends on what: which columns are the same in all rows that agree in some keys.
struct RowIdentity {
  /// `a = b` in WHERE or ON: the one determines the other, where the rows of some sources are known.
  private var equalities: [(from: SourceColumn, to: SourceColumn, required: [Int])] = []
  private var constants: [SourceColumn] = []
  private(set) var isComplete = true
  /// The SELECT's own sources.
  private(set) var sources: [Int] = []
  private let select: NodeID

  init(of select: NodeID, in context: RewriteContext) {
    self.select = select
    guard let from = context.tree.child(of: select, .fromClause) else { return }
    for item in context.tree.children(of: from, .item) { add(item, in: context) }
    if let clause = context.tree.child(of: select, .whereClause), let condition = context.tree.child(of: clause, .condition) { addConjuncts(of: condition, in: context) }
  }

  /// Whether all rows that agree in the keys have the same values in every column of the query's result.
  func determines(columns query: NodeID, by queryKeys: [QueryKey], in context: RewriteContext) -> Bool {
    let outputs = context.typed.outputs[query] ?? []
    let keys = queryKeys.compactMap(\.expression)
    let known = closure(of: keys, queryKeys.compactMap(\.column), in: context)
    let isGrouped = context.tree.child(of: select, .groupByClause) != nil
    if isGrouped, hasAllGroups(keys, in: context) { return true }
    if !isGrouped, determinesRows(known, in: context) { return true }
    return outputs.allSatisfy { output in
      guard let node = output.node else { return false }
      let value = context.value(ofOutput: node)
      return keys.contains { context.isSame($0, value) } || isDetermined(value, known, in: context)
    }
  }

  /// Whether no two rows of the sources agree in the keys.
  func determinesRows(by keys: [NodeID], in context: RewriteContext) -> Bool {
    determinesRows(closure(of: keys, in: context), in: context)
  }

  private func determinesRows(_ known: Set<SourceColumn>, in context: RewriteContext) -> Bool {
    isComplete && !sources.isEmpty && sources.allSatisfy { isDetermined($0, known, in: context) }
  }

  private func hasAllGroups(_ keys: [NodeID], in context: RewriteContext) -> Bool {
    guard let clause = context.tree.child(of: select, .groupByClause), let query = context.tree.parent(of: select) else { return false }
    return context.tree.children(of: clause, .item).allSatisfy { item in
      guard let group = context.queryKey(item, of: query).expression else { return false }
      return keys.contains { context.isSame($0, group) }
    }
  }

  /// Whether an expression reads nothing but known columns, and gives the same for the same.
  private func isDetermined(_ value: NodeID, _ known: Set<SourceColumn>, in context: RewriteContext) -> Bool {
    guard context.isRepeatable(value) else { return false }
    return context.tree.descendants(of: value).allSatisfy { node in
      switch context.tree[node].kind {
      case .columnReference: return column(node, in: context).map(known.contains) ?? false
      case .functionCall:
        guard case .function(let function) = context.typed[node].resolution else { return false }
        return function.kind == .function
      default: return true
      }
    }
  }

  private func closure(of keys: [NodeID], _ columns: [SourceColumn] = [], in context: RewriteContext) -> Set<SourceColumn> {
    var known = Set(keys.compactMap { column($0, in: context) } + columns + constants)
    while true {
      let count = known.count
      for pair in equalities where known.contains(pair.from) && pair.required.allSatisfy({ isDetermined($0, known, in: context) }) { known.insert(pair.to) }
      for source in sources where isDetermined(source, known, in: context) {
        for number in context.typed.sources[source].columns.indices { known.insert(SourceColumn(source: source, column: number)) }
      }
      if known.count == count { return known }
    }
  }

  /// Whether the known columns hold a key of a table.
  private func isDetermined(_ source: Int, _ known: Set<SourceColumn>, in context: RewriteContext) -> Bool {
    let columns = context.typed.sources[source].columns
    guard let relation = context.typed.sources[source].relation, relation.kind == .table || relation.kind == .partitionedTable, !relation.hasInheritanceChildren || relation.kind == .partitionedTable
    else { return false }
    return UniqueKey.plain(of: relation).contains { key in
      key.columns.allSatisfy { name in
        guard let number = columns.firstIndex(where: { $0.name == name }), relation.columns.first(where: { $0.name == name })?.isNotNull == true else { return false }
        return known.contains(SourceColumn(source: source, column: number))
      }
    }
  }

  private func column(_ node: NodeID, in context: RewriteContext) -> SourceColumn? {
    guard case .column(let source, let column) = context.typed[context.unwrapped(node)].resolution else { return nil }
    return SourceColumn(source: source, column: column)
  }

  // MARK: Reading FROM and WHERE

  private mutating func add(_ item: NodeID, in context: RewriteContext) {
    switch context.tree[item].kind {
    case .join:
      for side in [Role.left, .right].compactMap({ context.tree.child(of: item, $0) }) { add(side, in: context) }
      guard let condition = context.tree.child(of: item, .condition) else { return }
      addConjuncts(of: condition, of: item, in: context)
    case .parenthesizedTable: context.tree.children(of: item, .item).forEach { add($0, in: context) }
    default:
      if let source = context.typed.sources.firstIndex(where: { $0.node == item }) { sources.append(source) } else { isComplete = false }
    }
  }

  private mutating func addConjuncts(of condition: NodeID, of join: NodeID? = nil, in context: RewriteContext) {
    let condition = context.unwrapped(condition)
    if context.tree[condition].kind == .and {
      context.tree.children(of: condition, .operand).forEach { addConjuncts(of: $0, of: join, in: context) }
      return
    }
    guard context.tree[condition].kind == .binaryOperation, context.operatorName(condition) == "=", context.builtInOperator(condition) != nil,
      let (left, right) = context.operands(of: condition)
    else { return }
    let (a, b) = (column(left, in: context), column(right, in: context))
    if let a, let b, context.type(of: left) == context.type(of: right) {
      addPair(a, b, join, in: context)
      addPair(b, a, join, in: context)
    } else if join == nil, let only = a ?? b, [.placeholder, .stringLiteral, .integerLiteral].contains(context.tree[context.unwrapped(a == nil ? left : right)].kind) {
      constants.append(only)
    }
  }

  /// In the condition of an outer join only the side that keeps all its rows determines the other, and only with all that the condition reads of it.
  private mutating func addPair(_ from: SourceColumn, _ to: SourceColumn, _ join: NodeID?, in context: RewriteContext) {
    guard let join, !context.tree[join].attributes.isDisjoint(with: [.left, .right, .full]) else { return equalities.append((from, to, [])) }
    let keepsLeft = context.tree[join].attributes.contains(.left)
    guard !context.tree[join].attributes.contains(.full), let nullable = context.tree.child(of: join, keepsLeft ? .right : .left),
      let kept = context.tree.child(of: join, keepsLeft ? .left : .right), lies(to.source, in: nullable, in: context), lies(from.source, in: kept, in: context)
    else { return }
    equalities.append((from, to, sources.filter { lies($0, in: kept, in: context) }))
  }

  private func lies(_ source: Int, in item: NodeID, in context: RewriteContext) -> Bool {
    context.typed.sources.indices.contains(source) && context.tree[item].range.contains(context.tree[context.typed.sources[source].node].range)
  }
}

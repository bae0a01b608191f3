import PostgresCatalog
import PostgresSyntax

/// Where the value of an output column comes from.
struct OutputOrigin: Sendable {
  /// The expression; nil where `*` stands for it.
  var node: NodeID?
  /// The column that `*` stands for, and that `*`.
  var binding: Binding?
  var star: NodeID?
}

extension Inference {
  /// Analyses a whole statement of any kind.
  func statement(_ id: NodeID) {
    switch kind(id) {
    case .query: query(id)
    case .insertStatement, .updateStatement, .deleteStatement, .mergeStatement: dataChange(id)
    case .fragment: fragment(id)
    case .callStatement: callStatement(id)
    case let utility where utility.isUtility:
      for part in each(id, .statement) { statement(part) }
    default: expression(id)
    }
  }

  /// A query: WITH, then its body with ORDER BY and LIMIT.
  ///
  /// - Parameter settles: Literals of the select list without a type become text; not so where INSERT or UNION gives them one.
  /// - Returns: The output columns; a type is `unknown` only where `settles` is false.
  @discardableResult
  func query(_ id: NodeID, settles: Bool = true) -> [OutputColumn] {
    guard kind(id) == .query else {
      isDone[Int(id.index)] = true
      incompleteQueries.insert(id)
      return []
    }
    guard !isDone[Int(id.index)] else { return typed.outputs[id] ?? [] }
    isDone[Int(id.index)] = true
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.depthLimit else {
      incompleteQueries.insert(id)
      return []
    }
    return inNewScope { $0.queryBody(id, settles) }
  }

  /// `(SELECT …) ORDER BY x` sorts the inner SELECT by its own columns: parentheses around the body are taken off.
  private func queryBody(_ id: NodeID, _ settles: Bool) -> [OutputColumn] {
    var holders = [id]
    withClause(id)
    while let body = child(holders[holders.count - 1], .body), kind(body) == .parenthesizedQuery,
      let inner = child(body, .subquery), kind(inner) == .query
    {
      isDone[Int(body.index)] = true
      isDone[Int(inner.index)] = true
      holders.append(inner)
      withClause(inner)
    }
    let holder = holders[holders.count - 1]
    guard let body = child(holder, .body) else { return [] }
    for holder in holders where each(holder).contains(where: { kind($0) == .hole && tree[$0].role == .hole }) {
      scopes[scope].hasUnknownSources = true
    }
    let columns = self.body(body, holders, settles)
    for holder in holders {
      typed.outputs.set(holder, columns)
      if let found = origins[body] { origins.set(holder, found) }
      if incompleteQueries.contains(body) { incompleteQueries.insert(holder) }
    }
    return columns
  }

  /// A body with the clauses of the queries around it, outermost first.
  private func body(_ id: NodeID, _ holders: [NodeID], _ settles: Bool) -> [OutputColumn] {
    switch kind(id) {
    case .selectClause: return selectClause(id, holders, settles)
    case .setOperation, .valuesClause, .tableClause, .parenthesizedQuery:
      if kind(id) == .setOperation { for holder in holders { refuseLocks(holder, "is not allowed with UNION/INTERSECT/EXCEPT") } }
      let columns = operand(id)
      if kind(id) == .valuesClause { for holder in holders { refuseLocks(holder, "cannot be applied to VALUES") } }
      for holder in holders.reversed() { outputClauses(holder, columns, isComplete: !incompleteQueries.contains(id)) }
      return columns
    default:
      isDone[Int(id.index)] = true
      incompleteQueries.insert(id)
      return []
    }
  }

  /// One side of a set operation, or a body without a namespace of its own.
  func operand(_ id: NodeID) -> [OutputColumn] {
    isDone[Int(id.index)] = true
    let columns: [OutputColumn]
    switch kind(id) {
    case .selectClause: return inNewScope { $0.selectClause(id, [], false) }
    case .valuesClause: columns = valuesClause(id)
    case .tableClause: columns = tableClause(id)
    case .setOperation: columns = setOperation(id)
    case .parenthesizedQuery:
      guard let subquery = child(id, .subquery) else { return [] }
      columns = query(subquery, settles: false)
      if let found = origins[subquery] { origins.set(id, found) }
      if incompleteQueries.contains(subquery) { incompleteQueries.insert(id) }
    default:
      incompleteQueries.insert(id)
      columns = []
    }
    typed.outputs.set(id, columns)
    return columns
  }

  /// SELECT in the order in which PostgreSQL reads it (`transformSelectStmt`).
  private func selectClause(_ id: NodeID, _ holders: [NodeID], _ settles: Bool) -> [OutputColumn] {
    isDone[Int(id.index)] = true
    levelsOfSelects.set(id, scope)
    if let into = child(id, .into), scopes[scope].parent != 0, let name = child(into, .name), holders.count > 0 {
      report("42601", "SELECT ... INTO is not allowed here", at: name)
    }
    scopes[scope].windowClause = child(id, .windowClause)
    if each(id).contains(where: { tree[$0].role == .hole }) { scopes[scope].hasUnknownSources = true }
    if let from = child(id, .fromClause) { fromClause(from) }
    var columns = child(id, .targetList).map { list in at(.selectTarget) { targetList(list, id) } } ?? []
    if let part = child(id, .whereClause) { whereClause(part, "WHERE", .whereClause) }
    if let part = child(id, .havingClause) { whereClause(part, "HAVING", .having) }
    let context = KeyContext(columns: columns, owner: id, isComplete: !incompleteQueries.contains(id))
    var keys = SelectKeys()
    for holder in holders.reversed() {
      if let order = child(holder, .orderByClause) { keys.sort += orderByClause(order, context) }
    }
    if let group = child(id, .groupByClause) { keys.group = groupByClause(group, context) }
    if let distinct = child(id, .distinctClause) {
      keys.distinct = distinctClause(distinct, context)
      if !has(distinct, .all) { checkDistinct(distinct, keys, columns, id) }
    }
    for holder in holders.reversed() { limits(holder) }
    windowDefinitions(child(id, .windowClause))
    if settles { settle(&columns, id) }
    typed.outputs.set(id, columns)
    for holder in holders.reversed() { lockingClauses(holder, id) }
    checkGrouping(id, keys)
    if scopes[scope].hasSelfReference { refuseAggregates() }
    return columns
  }

  /// Makes select-list items without a type text (`resolveTargetListUnknowns`).
  func settle(_ columns: inout [OutputColumn], _ id: NodeID) {
    for (number, origin) in (origins[id] ?? []).enumerated() where number < columns.count && columns[number].type?.oid == .unknown {
      if let node = origin.node { coerce(node, to: .text) }
      columns[number].type = TypeReference(.text)
    }
  }

  func whereClause(_ id: NodeID, _ construct: String, _ place: ExpressionPlace) {
    isDone[Int(id.index)] = true
    for part in each(id) { condition(part, construct, place) }
  }

  /// VALUES as a query: every column takes a common type.
  private func valuesClause(_ id: NodeID) -> [OutputColumn] {
    let rows = each(id, .item).filter { kind($0) == .rowConstructor }
    var columns: [[NodeID]] = []
    for (number, row) in rows.enumerated() {
      isDone[Int(row.index)] = true
      set(row, .record)
      let items = children(row, .item)
      defer { _ = checkLength(of: row, as: rows[0]) }
      if number == 0 { columns = Array(repeating: [], count: items.count) }
      for (place, item) in items.enumerated() {
        at(.values) { expression(item) }
        if place < columns.count { columns[place].append(item) }
      }
    }
    if rows.isEmpty { incompleteQueries.insert(id) }
    origins.set(id, columns.map { OutputOrigin(node: $0.first, binding: nil) })
    valueColumns[id] = columns
    return columns.enumerated().map { number, nodes in
      let common = unify(nodes, "VALUES")
      let type = common.oid == 0 ? nil : common
      return OutputColumn(name: "column\(number + 1)", type: type, isNullable: true, node: nodes.first)
    }
  }

  private func tableClause(_ id: NodeID) -> [OutputColumn] {
    guard let name = child(id, .name) else { return [] }
    return inNewScope { inner in
      let item = inner.relationItem(name, table: id, alias: nil)
      inner.origins.set(id, [])
      var columns: [OutputColumn] = []
      inner.expand(item, into: &columns, id)
      return columns
    }
  }
}

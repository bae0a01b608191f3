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
    case let utility where utility.isUtility:
      for part in children(id, .statement) { statement(part) }
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
    for holder in holders where children(holder).contains(where: { kind($0) == .hole && tree[$0].role == .hole }) {
      scopes[scope].hasUnknownSources = true
    }
    let columns = self.body(body, holders, settles)
    for holder in holders {
      typed.outputs[holder] = columns
      origins[holder] = origins[body]
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
      origins[id] = origins[subquery]
      if incompleteQueries.contains(subquery) { incompleteQueries.insert(id) }
    default:
      incompleteQueries.insert(id)
      columns = []
    }
    typed.outputs[id] = columns
    return columns
  }

  /// SELECT in the order in which PostgreSQL reads it (`transformSelectStmt`).
  private func selectClause(_ id: NodeID, _ holders: [NodeID], _ settles: Bool) -> [OutputColumn] {
    isDone[Int(id.index)] = true
    levelsOfSelects[id] = scope
    scopes[scope].windowClause = child(id, .windowClause)
    if children(id).contains(where: { tree[$0].role == .hole }) { scopes[scope].hasUnknownSources = true }
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
    typed.outputs[id] = columns
    for holder in holders.reversed() { lockingClauses(holder, id) }
    checkGrouping(id, keys)
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
    for part in children(id) { condition(part, construct, place) }
  }

  /// VALUES as a query: every column takes a common type.
  private func valuesClause(_ id: NodeID) -> [OutputColumn] {
    let rows = children(id, .item).filter { kind($0) == .rowConstructor }
    var columns: [[NodeID]] = []
    for (number, row) in rows.enumerated() {
      isDone[Int(row.index)] = true
      set(row, .record)
      let items = children(row, .item)
      if number == 0 { columns = Array(repeating: [], count: items.count) }
      for (place, item) in items.enumerated() {
        at(.values) { expression(item) }
        if place < columns.count { columns[place].append(item) }
      }
    }
    if rows.isEmpty { incompleteQueries.insert(id) }
    origins[id] = columns.map { OutputOrigin(node: $0.first, binding: nil) }
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
      inner.origins[id] = []
      var columns: [OutputColumn] = []
      inner.expand(item, into: &columns, id)
      return columns
    }
  }
}

// MARK: - WITH

extension Inference {
  /// The common tables of a statement's WITH clause, in order.
  func withClause(_ statement: NodeID) {
    guard let clause = child(statement, .withClause) else { return }
    isDone[Int(clause.index)] = true
    let items = children(clause, .item)
    let tables = items.filter { kind($0) == .commonTableExpression }
    if tables.count < items.count { scopes[scope].hasUnknownCommonTables = true }
    let isRecursive = has(clause, .recursive)
    if isRecursive {
      // A table may be named before it is defined; what it is then stays unknown.
      for table in tables {
        if let name = child(table, .name).flatMap({ name($0) }) {
          scopes[scope].commonTables.append(CommonTable(name: name, columns: [], query: table, isComplete: false, isOpen: true))
        }
      }
    }
    for table in tables { commonTable(table, isRecursive) }
  }

  private func commonTable(_ id: NodeID, _ isRecursive: Bool) {
    isDone[Int(id.index)] = true
    guard let nameNode = child(id, .name), let name = name(nameNode), let statement = child(id, .statement) else { return }
    let aliases = children(id, .column).map { self.name($0) }
    let columns: [OutputColumn]
    if kind(statement) != .query {
      columns = dataChange(statement)
    } else if isRecursive, let union = recursiveUnion(statement) {
      columns = recursiveQuery(statement, union, name, aliases, addedColumns(id))
    } else {
      columns = query(statement)
    }
    var table = CommonTable(
      name: name, columns: renamed(columns, aliases), query: statement, isComplete: !incompleteQueries.contains(statement))
    table.columns += addedColumns(id)
    register(table)
  }

  /// The columns that SEARCH and CYCLE add ("WITH Queries", Search Order, Cycle Detection).
  private func addedColumns(_ id: NodeID) -> [ColumnSource.Column] {
    var columns: [ColumnSource.Column] = []
    for part in children(id, .item) {
      isDone[Int(part.index)] = true
      let names = children(part, .name).map { name($0) ?? "" }
      let words = tree.string(of: part).lowercased().split { !$0.isLetter }
      if words.first == "search", let name = names.first {
        let isDepth = words.dropFirst().first == "depth"
        columns.append(.init(name: name, type: TypeReference(isDepth ? .recordArray : .record), isNullable: true))
      } else if words.first == "cycle", names.count == 2 {
        let marks = children(part, .value) + children(part, .else)
        at(.cycleMark) { for mark in marks { expression(mark) } }
        let type = marks.isEmpty ? TypeReference(.bool) : unify(marks, "CYCLE")
        columns.append(.init(name: names[0], type: type.oid == 0 ? nil : type, isNullable: true))
        columns.append(.init(name: names[1], type: TypeReference(.recordArray), isNullable: true))
      }
    }
    return columns
  }

  private func register(_ table: CommonTable) {
    if let place = scopes[scope].commonTables.lastIndex(where: { $0.name == table.name }) {
      scopes[scope].commonTables[place] = table
    } else {
      scopes[scope].commonTables.append(table)
    }
  }

  private func renamed(_ columns: [OutputColumn], _ aliases: [String?]) -> [ColumnSource.Column] {
    columns.enumerated().map { number, column in
      let name = number < aliases.count ? aliases[number] ?? column.name : column.name
      return ColumnSource.Column(name: name, type: column.type, isNullable: true)
    }
  }

  /// The UNION that a recursive query consists of.
  private func recursiveUnion(_ id: NodeID) -> NodeID? {
    guard let body = child(id, .body), kind(body) == .setOperation, has(body, .union) else { return nil }
    return body
  }

  /// A recursive query's columns are those of its first term; the second term may then read them ("WITH Queries", Recursive Queries).
  private func recursiveQuery(
    _ id: NodeID, _ union: NodeID, _ name: String, _ aliases: [String?], _ added: [ColumnSource.Column]
  ) -> [OutputColumn] {
    isDone[Int(id.index)] = true
    isDone[Int(union.index)] = true
    let outer = scope
    return inNewScope { inner in
      inner.withClause(id)
      guard let left = inner.child(union, .left), let right = inner.child(union, .right) else { return [] }
      var columns = inner.operand(left)
      inner.settle(&columns, left)
      let isComplete = !inner.incompleteQueries.contains(left)
      let table = CommonTable(name: name, columns: inner.renamed(columns, aliases) + added, query: id, isComplete: isComplete, unexpanded: added.count)
      if let place = inner.scopes[outer].commonTables.lastIndex(where: { $0.name == name }) {
        inner.scopes[outer].commonTables[place] = table
      }
      inner.recursiveQueries[id] = union
      let others = inner.operand(right)
      columns = inner.combine(union, columns, others, left, right, isRecursive: true)
      if !isComplete { inner.incompleteQueries.insert(id) }
      inner.typed.outputs[union] = columns
      inner.typed.outputs[id] = columns
      inner.outputClauses(id, columns, isComplete: isComplete)
      return columns
    }
  }
}

import PostgresCatalog
import PostgresSyntax

/// WITH (`transformWithClause`).
extension Inference {
  /// The common tables of a statement's WITH clause, in order.
  func withClause(_ statement: NodeID) {
    guard let clause = child(statement, .withClause) else { return }
    isDone[Int(clause.index)] = true
    let items = children(clause, .item)
    let tables = items.filter { kind($0) == .commonTableExpression }
    if tables.count < items.count { scopes[scope].hasUnknownCommonTables = true }
    let isRecursive = has(clause, .recursive)
    let names = tables.map { child($0, .name).flatMap { name($0) } ?? "" }
    for (number, name) in names.enumerated() where !name.isEmpty && names[..<number].contains(name) {
      report("42712", "WITH query name \"\(name)\" specified more than once", at: tables[number])
    }
    if scopes[scope].parent != 0, let change = tables.first(where: { child($0, .statement).map { isDataChange($0) } ?? false }) {
      report("0A000", "WITH clause containing a data-modifying statement must be at the top level", at: change)
    }
    if isRecursive {
      checkRecursion(tables, names)
      // A table may be named before it is defined; what it is then stays unknown.
      for table in tables {
        if let name = child(table, .name).flatMap({ name($0) }) {
          scopes[scope].commonTables.append(CommonTable(name: name, columns: [], query: table, isComplete: false, isOpen: true))
        }
      }
    }
    for (number, table) in tables.enumerated() {
      if !isRecursive { scopes[scope].futureTables = Set(names[number...]) }
      commonTable(table, isRecursive)
    }
    scopes[scope].futureTables = []
  }

  func isDataChange(_ id: NodeID) -> Bool {
    switch kind(id) {
    case .insertStatement, .updateStatement, .deleteStatement, .mergeStatement: true
    default: false
    }
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
    if aliases.count > columns.count, !incompleteQueries.contains(statement) {
      report("42P10", "WITH query \"\(name)\" has \(columns.count) columns available but \(aliases.count) columns specified", at: id)
    }
    checkSearch(id, table.columns.map(\.name), isRecursive: isRecursive && self.isRecursive(statement, name))
    table.columns += addedColumns(id)
    register(table)
  }

  /// The columns that SEARCH and CYCLE add ("WITH Queries", Search Order, Cycle Detection).
  private func addedColumns(_ id: NodeID) -> [ColumnSource.Column] {
    var columns: [ColumnSource.Column] = []
    for part in each(id, .item) {
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
      let table = CommonTable(name: name, columns: inner.renamed(columns, aliases) + added, query: id, isComplete: isComplete, isSelfReference: true, unexpanded: added.count)
      if let place = inner.scopes[outer].commonTables.lastIndex(where: { $0.name == name }) {
        inner.scopes[outer].commonTables[place] = table
      }
      inner.recursiveQueries[id] = union
      let others = inner.operand(right)
      columns = inner.combine(union, columns, others, left, right, recursive: name)
      if !isComplete { inner.incompleteQueries.insert(id) }
      inner.typed.outputs.set(union, columns)
      inner.typed.outputs.set(id, columns)
      inner.outputClauses(id, columns, isComplete: isComplete)
      return columns
    }
  }
}

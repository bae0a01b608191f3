import PostgresCatalog
import PostgresSyntax
import SourceText

/// What a FROM item adds to the namespace.
struct FromItem: Sendable {
  /// Everything that names may mean, joined tables beside the join.
  var items: [NamespaceItem]
  /// The item itself: for a join, the join.
  var top: NamespaceItem
}

extension Inference {
  /// A FROM clause into the present scope; its earlier items are visible to LATERAL ones only until it ends.
  func fromClause(_ id: NodeID) {
    isDone[Int(id.index)] = true
    for child in each(id) {
      guard let item = fromItem(child) else {
        isDone[Int(child.index)] = true
        scopes[scope].hasUnknownSources = true
        continue
      }
      checkConflicts(scopes[scope].items, item.items)
      for var visible in item.items {
        visible.isLateralOnly = true
        scopes[scope].items.append(visible)
      }
    }
    for number in scopes[scope].items.indices {
      scopes[scope].items[number].isLateralOnly = false
      scopes[scope].items[number].isLateralAllowed = true
    }
  }

  /// Two items of one name (`checkNameSpaceConflicts`), unless both are tables of different schemas without an alias.
  func checkConflicts(_ first: [NamespaceItem], _ second: [NamespaceItem]) {
    for item in second where item.isNameVisible {
      guard let name = item.name else { continue }
      for other in first where other.isNameVisible && other.name == name {
        if item.relation != 0, other.relation != 0, item.relation != other.relation { continue }
        return reportWithoutPlace("42712", "table name \"\(name)\" specified more than once")
      }
    }
  }

  /// One FROM item; nil for a hole.
  func fromItem(_ id: NodeID) -> FromItem? {
    isDone[Int(id.index)] = true
    let found: FromItem?
    switch kind(id) {
    case .tableReference: found = tableReference(id)
    case .derivedTable: found = single(derivedTable(id))
    case .functionTable: found = single(functionTable(id))
    case .join: return join(id)
    case .parenthesizedTable: found = parenthesizedTable(id)
    case .specialTable: found = single(specialTable(id))
    default: found = nil
    }
    if let top = found?.top, top.name != nil { scopes[scope].entries.append(top) }
    return found
  }

  private func single(_ item: NamespaceItem) -> FromItem { FromItem(items: [item], top: item) }

  func addSource(_ source: ColumnSource) -> Int {
    typed.sources.append(source)
    levelsOfSources.append(scope)
    return typed.sources.count - 1
  }

  /// The alias's name and column names.
  func alias(of id: NodeID) -> (name: String?, columns: [String?])? {
    guard let alias = child(id, .alias) else { return nil }
    if kind(alias) == .identifier { return (name(alias), []) }
    return (child(alias, .name).flatMap { name($0) }, children(alias, .column).map { name($0) })
  }

  /// - Parameter isComplete: False where there may be more columns than are known.
  func rename(_ columns: inout [ColumnSource.Column], _ names: [String?], _ table: String?, isComplete: Bool = true) {
    if names.count > columns.count, isComplete, let table {
      reportWithoutPlace(
        "42P10", "table \"\(table)\" has \(columns.count) columns available but \(names.count) columns specified")
    }
    for (number, name) in names.enumerated() where number < columns.count {
      if let name { columns[number].name = name }
    }
  }

  // MARK: Tables

  private func tableReference(_ id: NodeID) -> FromItem? {
    guard let nameNode = child(id, .name) else { return nil }
    let item = relationItem(nameNode, table: id, alias: alias(of: id))
    if let sample = child(id, .sample) { tableSample(sample, of: item, at: nameNode) }
    return single(item)
  }

  /// A table's name as schema and name; a database's name before them has to be that of the connection.
  func relationName(_ id: NodeID) -> (schema: String?, name: String)? {
    if count(id, .name) == 3, let names = names(id), !isOwnDatabase(names[0]) {
      report("0A000", "cross-database references are not implemented: \"\(names.joined(separator: "."))\"", at: id)
    }
    return schemaAndName(id)
  }

  /// The item of a table, view or common table.
  func relationItem(_ nameNode: NodeID, table: NodeID, alias: (name: String?, columns: [String?])?) -> NamespaceItem {
    isDone[Int(nameNode.index)] = true
    let name = relationName(nameNode)
    var source = ColumnSource(name: alias?.name ?? name?.name, origin: .unknown, columns: [], node: table)
    var item = NamespaceItem(name: source.name, source: 0)
    if let name, name.schema == nil, let common = commonTable(named: name.name) {
      (source.origin, source.columns) = (.commonTable, common.columns)
      item.hasUnknownColumns = !common.isComplete
      item.unexpanded = common.unexpanded
      if common.isSelfReference { scopes[scope].hasSelfReference = true }
      if isDataChange(common.query), child(common.query, .returningClause) == nil,
        !each(common.query).contains(where: { tree[$0].role == .hole })
      {
        report("0A000", "WITH query \"\(name.name)\" does not have a RETURNING clause", at: nameNode)
      }
      if !common.isOpen { queriesOfSources[typed.sources.count] = common.query }
    } else if let name, let known = cache.relation(named: name.name, schema: name.schema) {
      let isOnly = has(table, .only)
      source = relationSource(known, name: source.name, node: table, isOnly: isOnly)
      if alias?.name == nil { item.relation = known.relation.oid }
      item.known = known
    } else {
      item.hasUnknownColumns = true
      if let name, name.schema != nil || !hasUnknownCommonTables { missingRelation(name, at: nameNode) }
    }
    if let alias, !alias.columns.isEmpty {
      rename(&source.columns, alias.columns, source.name, isComplete: !item.hasUnknownColumns)
      item.known = nil
    }
    item.source = addSource(source)
    resolve(nameNode, .row(source: item.source))
    resolve(table, .row(source: item.source))
    return item
  }

  /// A relation's columns; NOT NULL counts only where nothing can go round it: not for views and foreign tables, nor where children
  /// that inherit are read too.
  func relationSource(_ known: KnownRelation, name: String?, node: NodeID, isOnly: Bool) -> ColumnSource {
    let relation = known.relation
    let isTable = relation.kind == .table || relation.kind == .partitionedTable
    let isEnforced = isTable && (isOnly || !relation.hasInheritanceChildren)
    return ColumnSource(
      name: name ?? relation.name, origin: .relation(relation), columns: isEnforced ? known.enforced : known.unenforced, node: node)
  }

  func missingRelation(_ name: (schema: String?, name: String), at id: NodeID) {
    let catalog = analyzer.index.catalog
    guard !catalog.relations.isEmpty || !catalog.schemas.isEmpty else { return }
    if let schema = name.schema {
      guard analyzer.knowsRelations(of: schema), analyzer.index.schema(named: schema)?.usable != false else { return }
    } else if name.name.hasPrefix("pg_"), !analyzer.knowsRelations(of: "pg_catalog") {
      return
    }
    if let kind = otherKind(name) { return report("42809", "\"\(name.name)\" is \(kind)", at: id) }
    let shown = (name.schema.map { $0 + "." } ?? "") + name.name
    let lower = name.name.lowercased()
    let near = analyzer.capitalizedRelations[lower] ?? analyzer.index.relation(named: lower, schema: name.schema)?.name
    let isAhead = name.schema == nil && isFutureTable(name.name)
    report(
      "42P01", "relation \"\(shown)\" does not exist",
      detail: isAhead ? "There is a WITH item named \"\(name.name)\", but it cannot be referenced from this part of the query." : "",
      hint: isAhead ? "Use WITH RECURSIVE, or re-order the WITH items to remove forward references." : "", at: id)
    guard let near, !isAhead else { return }
    typed.errors[typed.errors.count - 1].advice = "Names in double quotes keep their case: there is \"\(near)\"."
  }

  /// What a name stands for that no table is.
  private func otherKind(_ name: (schema: String?, name: String)) -> String? {
    let schemas = name.schema.map { [$0] } ?? analyzer.index.path
    for relation in analyzer.index.catalog.relations where schemas.contains(relation.schema) {
      if relation.indexes.contains(where: { $0.name == name.name }) { return "an index" }
    }
    return nil
  }

  /// Whether a WITH item of that name is read later.
  private func isFutureTable(_ name: String) -> Bool {
    var level: Int? = scope
    while let number = level {
      if scopes[number].futureTables.contains(name) { return true }
      level = scopes[number].parent
    }
    return false
  }

  private func derivedTable(_ id: NodeID) -> NamespaceItem {
    let alias = alias(of: id)
    var source = ColumnSource(name: alias?.name, origin: .subquery, columns: [], node: id)
    var item = NamespaceItem(name: alias?.name, source: 0)
    if let subquery = child(id, .subquery) {
      let columns = at(.fromSubquery) { withLateral(has(id, .lateral)) { $0.query(subquery) } }
      source.columns = columns.map { .init(name: $0.name, type: $0.type, isNullable: true) }
      item.hasUnknownColumns = incompleteQueries.contains(subquery)
      queriesOfSources[typed.sources.count] = subquery
    } else {
      item.hasUnknownColumns = true
    }
    if item.hasUnknownColumns { source.columns.removeAll { $0.name == "*" } }
    if let alias { rename(&source.columns, alias.columns, source.name, isComplete: !item.hasUnknownColumns) }
    item.source = addSource(source)
    resolve(id, .row(source: item.source))
    return item
  }

  func withLateral<Result>(_ isActive: Bool, _ body: (Inference) -> Result) -> Result {
    let level = scope
    let before = scopes[level].isLateralActive
    scopes[level].isLateralActive = isActive
    defer { scopes[level].isLateralActive = before }
    return body(self)
  }

  /// XMLTABLE: the columns that it defines.
  private func specialTable(_ id: NodeID) -> NamespaceItem {
    let parts = children(id)
    let definitions = definitions(of: id)
    let isJSON = child(id, .name).flatMap { names($0)?.last } == "json_table"
    at(.fromFunction) { withLateral(true) { inner in
      for part in parts where inner.tree[part].role != .name && inner.tree[part].role != .definition && inner.tree[part].role != .alias {
        if isJSON {
          inner.specialPart(part)
          continue
        }
        let values = inner.kind(part) == .other ? inner.children(part, .value) : [part]
        inner.isDone[Int(part.index)] = inner.kind(part) == .other
        // The document is XML, the path to its rows and the namespaces are text.
        for value in values { inner.expression(value, as: inner.tree[part].role == .argument ? .xml : .text) }
      }
      for definition in definitions { inner.columnClauses(of: definition) }
    } }
    let alias = alias(of: id)
    let name = alias?.name ?? child(id, .name).flatMap { names($0)?.last }
    var source = ColumnSource(name: name, origin: .function, columns: [], node: id)
    for definition in definitions {
      guard let column = definedColumn(definition) else { continue }
      // FOR ORDINALITY has no type of its own.
      source.columns.append(child(definition, .type) == nil ? .init(name: column.name, type: TypeReference(.int4), isNullable: true) : column)
    }
    if let alias { rename(&source.columns, alias.columns, source.name, isComplete: !definitions.isEmpty) }
    let number = addSource(source)
    resolve(id, .row(source: number))
    return NamespaceItem(name: name, source: number, hasUnknownColumns: definitions.isEmpty)
  }
}

extension Inference {
  /// The columns that XMLTABLE or JSON_TABLE defines, those of nested paths among them.
  private func definitions(of id: NodeID) -> [NodeID] {
    children(id, .definition).flatMap { definition -> [NodeID] in
      isDone[Int(definition.index)] = true
      return kind(definition) == .jsonNestedColumns ? definitions(of: definition) : [definition]
    }
  }

  /// PATH, which is text, and DEFAULT, of the column's own type.
  private func columnClauses(of definition: NodeID) {
    let type = child(definition, .type).flatMap { typeReference($0) }?.oid ?? .int4
    for clause in each(definition, .item) {
      let isDefault = tree.tokens(in: ByteRange(tree[definition].range.start, tree[clause].range.start)).last?.keyword == .default
      expression(clause, as: isDefault ? type : .text)
    }
  }

  /// Analyses an expression whose place demands a type.
  func expression(_ id: NodeID, as type: OID) {
    expression(id)
    coerce(id, to: type, .assignment)
  }
}

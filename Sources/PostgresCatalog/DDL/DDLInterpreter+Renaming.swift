import PostgresSyntax

/// RENAME and SET SCHEMA.
extension DDLInterpreter {
  mutating func rename(_ id: NodeID) throws(DDLError) {
    guard let node = child(id, .name), let newNode = child(id, .newName) else { return }
    let newName = name(newNode)
    switch detail(id) {
    case .column: try renameColumn(id, node, newName)
    case .tableConstraint: try renameConstraint(id, node, newName)
    case .trigger, .policy, .rule: try renamePart(id, node, newName)
    case .schema: renameSchema(names(node).last ?? "", newName)
    case .function, .procedure, .routine, .aggregate:
      let oid = try routine(node)
      if let schema = state.functions[oid]?.schema { state.rename(function: oid, to: QualifiedName(schema, newName)) }
    case .type, .domain: try renameType(node, newName)
    case .domainConstraint:
      guard let type = userType(names(node)), let old = child(id, .constraint).map({ self.name($0) }),
        let place = state.types[type]?.checks.firstIndex(where: { $0.name == old })
      else { return }
      state.types[type]?.checks[place].name = newName
    case .role, .database, .tablespace: break
    default: try renameRelation(id, node, newName)
    }
  }

  private mutating func renameRelation(_ id: NodeID, _ node: NodeID, _ newName: String) throws(DDLError) {
    if let oid = relation(names(node)), let old = state.relations[oid] {
      let name = QualifiedName(old.schema, newName)
      if state.isTaken(name) { throw DDLError("42P07", "relation \"\(newName)\" already exists", at: child(id, .newName)) }
      replaceInDefaults(old, by: name)
      state.rename(oid, to: name)
      if old.rowType != 0 { state.rename(type: old.rowType, to: name) }
    } else if let index = index(names(node)) {
      if state.isTaken(QualifiedName(index.schema, newName)) { throw DDLError("42P07", "relation \"\(newName)\" already exists", at: child(id, .newName)) }
      state.renameIndex(index, to: newName)
    } else if !words(id).contains(.ifExists) {
      throw DDLError("42P01", "relation \"\(names(node).joined(separator: "."))\" does not exist", at: node)
    }
  }

  /// Defaults follow the sequence that they draw from.
  private mutating func replaceInDefaults(_ relation: Relation, by name: QualifiedName) {
    guard relation.kind == .sequence else { return }
    replaceInExpressions(
      Self.literal(relation.qualifiedName.description) + "::regclass", with: Self.literal(name.description) + "::regclass")
  }

  private mutating func renameColumn(_ id: NodeID, _ node: NodeID, _ newName: String) throws(DDLError) {
    let parts = names(node)
    let table = relation(parts) ?? userType(parts).flatMap { state.type($0)?.relation }.flatMap { $0 == 0 ? nil : $0 }
    guard let table else {
      if words(id).contains(.ifExists) { return }
      throw DDLError("42P01", "relation \"\(parts.joined(separator: "."))\" does not exist", at: node)
    }
    let old = child(id, .column).map { self.name($0) } ?? ""
    guard state.relations[table]?.column(named: old) != nil else { throw DDLError("42703", "column \"\(old)\" does not exist", at: child(id, .column)) }
    if state.relations[table]?.column(named: newName) != nil {
      throw DDLError("42701", "column \"\(newName)\" of relation \"\(parts.last ?? "")\" already exists", at: child(id, .newName))
    }
    for oid in [table] + state.descendants(of: table) {
      guard let relation = state.relations[oid] else { continue }
      for (other, found) in state.relations { state.relations[other] = found.renamingColumn(old, to: newName, of: relation.qualifiedName) }
    }
  }

  private mutating func renameConstraint(_ id: NodeID, _ node: NodeID, _ newName: String) throws(DDLError) {
    guard let table = relation(names(node)), let relation = state.relations[table] else {
      if words(id).contains(.ifExists) { return }
      throw DDLError("42P01", "relation \"\(names(node).joined(separator: "."))\" does not exist", at: node)
    }
    let old = child(id, .constraint).map { self.name($0) } ?? ""
    guard let place = relation.constraints.firstIndex(where: { $0.name == old }) else {
      throw DDLError("42704", "constraint \"\(old)\" for table \"\(relation.name)\" does not exist", at: child(id, .constraint))
    }
    if relation.constraints[place].kind.hasIndex { state.renameIndex(QualifiedName(relation.schema, old), to: newName) }
    for oid in [table] + (relation.constraints[place].kind == .check ? state.descendants(of: table) : []) {
      if let own = state.relations[oid]?.constraints.firstIndex(where: { $0.name == old }) { state.relations[oid]?.constraints[own].name = newName }
      state.noteConstraints(of: oid)
    }
  }

  private mutating func renamePart(_ id: NodeID, _ node: NodeID, _ newName: String) throws(DDLError) {
    guard let relationNode = child(id, .relation) else { return }
    let (table, old) = (try relation(relationNode), self.name(node))
    for place in state.relations[table]?.triggers.indices ?? 0..<0 where detail(id) == .trigger && state.relations[table]?.triggers[place].name == old {
      state.relations[table]?.triggers[place].name = newName
    }
    for place in state.relations[table]?.policies.indices ?? 0..<0 where detail(id) == .policy && state.relations[table]?.policies[place].name == old {
      state.relations[table]?.policies[place].name = newName
    }
    for place in state.relations[table]?.rules.indices ?? 0..<0 where detail(id) == .rule && state.relations[table]?.rules[place].name == old {
      state.relations[table]?.rules[place].name = newName
    }
  }

  private mutating func renameType(_ node: NodeID, _ newName: String) throws(DDLError) {
    let parts = kind(node) == .typeName ? child(node, .name).map { names($0) } ?? [] : names(node)
    guard let oid = userType(parts), let type = state.types[oid] else {
      throw DDLError("42704", "type \"\(parts.joined(separator: "."))\" does not exist", at: node)
    }
    move(type, to: QualifiedName(type.schema, newName))
  }

  /// A type under a new name or in another schema, with the relation of a composite one; expressions follow.
  private mutating func move(_ type: PostgresType, to name: QualifiedName) {
    replaceInExpressions("::" + type.qualifiedName.description, with: "::" + name.description)
    state.rename(type: type.oid, to: name)
    if type.relation != 0 { state.rename(type.relation, to: name) }
  }

  private mutating func renameSchema(_ name: String, _ newName: String) {
    guard var schema = state.schemas.removeValue(forKey: name) else { return }
    schema.name = newName
    state.schemas[newName] = schema
    for relation in state.relations.values where relation.schema == name { moveRelation(relation.oid, to: newName) }
    for type in state.types.values where type.schema == name { move(type, to: QualifiedName(newName, type.name)) }
    for function in state.functions.values where function.schema == name { state.rename(function: function.oid, to: QualifiedName(newName, function.name)) }
    for place in state.extensions.indices where state.extensions[place].schema == name { state.extensions[place].schema = newName }
  }

  private mutating func moveRelation(_ oid: OID, to schema: String) {
    guard let relation = state.relations[oid] else { return }
    let name = QualifiedName(schema, relation.name)
    replaceInDefaults(relation, by: name)
    state.rename(oid, to: name)
    if relation.rowType != 0 { state.rename(type: relation.rowType, to: name) }
  }

  mutating func setSchema(_ id: NodeID) throws(DDLError) {
    guard let node = child(id, .name), let schema = child(id, .schema).map({ self.name($0) }) else { return }
    switch detail(id) {
    case .function, .procedure, .routine, .aggregate:
      let oid = try routine(node)
      if let name = state.functions[oid]?.name { state.rename(function: oid, to: QualifiedName(schema, name)) }
    case .type, .domain:
      let parts = kind(node) == .typeName ? child(node, .name).map { names($0) } ?? [] : names(node)
      if let type = userType(parts).flatMap({ state.types[$0] }) { move(type, to: QualifiedName(schema, type.name)) }
    case .extension: moveExtension(names(node).last ?? "", to: schema)
    case .table, .view, .materializedView, .sequence, .foreignTable:
      guard let oid = relation(names(node)), let relation = state.relations[oid] else {
        if words(id).contains(.ifExists) { return }
        throw DDLError("42P01", "relation \"\(names(node).joined(separator: "."))\" does not exist", at: node)
      }
      let owned = state.relations.values.filter { $0.sequence?.owner?.relation == relation.qualifiedName }.map(\.oid)
      for oid in [oid] + owned { moveRelation(oid, to: schema) }
    default: break
    }
  }

  // MARK: COMMENT
}

extension Relation {
  /// With the new name of a column of a table that may be this one.
  fileprivate func renamingColumn(_ old: String, to new: String, of table: QualifiedName) -> Relation {
    var relation = self
    func renamed(_ names: [String]) -> [String] { names.map { $0 == old ? new : $0 } }
    if relation.sequence?.owner?.relation == table, relation.sequence?.owner?.column == old { relation.sequence?.owner?.column = new }
    for place in relation.constraints.indices
    where relation.constraints[place].referencedTable == table.name && relation.constraints[place].referencedSchema == table.schema {
      relation.constraints[place].referencedColumns = renamed(relation.constraints[place].referencedColumns)
    }
    guard qualifiedName == table else { return relation }
    func renamed(_ text: String?) -> String? { text.map { ExpressionText.renaming(old, to: new, in: $0) } }
    for place in relation.columns.indices {
      if relation.columns[place].name == old { relation.columns[place].name = new }
      if relation.columns[place].isGenerated { relation.columns[place].defaultExpression = renamed(relation.columns[place].defaultExpression) }
    }
    for place in relation.constraints.indices {
      relation.constraints[place].columns = renamed(relation.constraints[place].columns)
      relation.constraints[place].onDeleteColumns = renamed(relation.constraints[place].onDeleteColumns)
      relation.constraints[place].checkExpression = renamed(relation.constraints[place].checkExpression)
    }
    for place in relation.indexes.indices { relation.indexes[place] = relation.indexes[place].renamingColumn(old, to: new) }
    for place in relation.triggers.indices { relation.triggers[place].updateColumns = renamed(relation.triggers[place].updateColumns) }
    for place in relation.policies.indices {
      relation.policies[place].using = renamed(relation.policies[place].using)
      relation.policies[place].check = renamed(relation.policies[place].check)
    }
    return relation
  }
}

extension Index {
  fileprivate func renamingColumn(_ old: String, to new: String) -> Index {
    var index = self
    for place in index.keys.indices {
      if index.keys[place].column == old {
        (index.keys[place].column, index.keys[place].expression) = (new, Identifier.quoted(new))
      } else if index.keys[place].column == nil {
        index.keys[place].expression = ExpressionText.renaming(old, to: new, in: index.keys[place].expression)
      }
    }
    index.included = index.included.map { $0 == old ? new : $0 }
    index.predicate = index.predicate.map { ExpressionText.renaming(old, to: new, in: $0) }
    return index
  }
}

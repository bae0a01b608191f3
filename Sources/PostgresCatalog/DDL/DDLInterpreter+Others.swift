import PostgresSyntax

/// Schemas, names, comments, extensions, the search path.
extension DDLInterpreter {
  // MARK: Schemas

  mutating func createSchema(_ id: NodeID) throws(DDLError) {
    guard let node = child(id, .name) ?? child(id, .owner) else { return }
    let name = names(node).last ?? ""
    if state.schemas[name] != nil {
      if words(id).contains(.ifNotExists) || name == "public" { return }
      throw DDLError("42P06", "schema \"\(name)\" already exists", at: node)
    }
    state.schemas[name] = Schema(oid: state.newOID(), name: name)
    elementSchema = name
    defer { elementSchema = nil }
    for statement in children(id, .statement) { try apply(statement) }
  }

  // MARK: The search path

  mutating func set(_ id: NodeID) {
    let setting = child(id, .name).map { names($0).joined(separator: ".").lowercased() } ?? ""
    if kind(id) == .resetStatement {
      if setting == "search_path" || tree[id].attributes.contains(.all) { searchPath = state.databasePath ?? Self.defaultPath }
      return
    }
    guard setting == "search_path" || setting == "schema" else { return }
    if tree[id].attributes.contains(.defaultValues) {
      searchPath = state.databasePath ?? Self.defaultPath
    } else {
      searchPath = Self.path(children(id, .value).map { value($0) })
    }
  }

  /// `"$user"` is the schema of who runs it, which the files do not know.
  static func path(_ names: [String]) -> [String] { names.filter { $0 != "$user" && !$0.isEmpty && $0 != "pg_catalog" && $0 != "pg_temp" } }

  /// `SELECT pg_catalog.set_config('search_path', '', false)`.
  mutating func setConfig(_ id: NodeID) {
    for call in tree.descendants(of: id) where kind(call) == .functionCall {
      guard let function = child(call, .name), names(function).last == "set_config" else { continue }
      let arguments = children(call, .argument)
      guard arguments.count > 1, value(arguments[0]) == "search_path", let path = tree.stringValue(of: arguments[1]) else { continue }
      let schemas = String(decoding: path, as: UTF8.self).split(separator: ",").map { part -> String in
        let trimmed = part.drop { $0 == " " }
        return trimmed.hasPrefix("\"") ? String(trimmed.dropFirst().prefix { $0 != "\"" }) : trimmed.prefix { $0 != " " }.lowercased()
      }
      searchPath = Self.path(schemas)
    }
  }

  mutating func alterOther(_ id: NodeID) throws(DDLError) {
    switch detail(id) {
    case .policy: try alterPolicy(id)
    case .database, .role:
      guard let setting = child(id, .value), kind(setting) == .setStatement, child(setting, .name).map({ names($0) }) == ["search_path"] else { return }
      state.databasePath = Self.path(children(setting, .value).map { value($0) })
    default: break
    }
  }

  // MARK: RENAME, SET SCHEMA

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

  mutating func comment(_ id: NodeID) throws(DDLError) {
    guard let node = child(id, .name) ?? child(id, .type), let valueNode = child(id, .value) else { return }
    let written = kind(valueNode) == .nullLiteral ? "" : value(valueNode)
    let text = written.isEmpty ? nil : written
    let parts = kind(node) == .typeName ? child(node, .name).map { names($0) } ?? [] : names(node)
    switch detail(id) {
    case .column: try commentColumn(parts, text, at: node)
    case .index:
      if let index = index(parts), let table = state.table(ofIndex: index), let place = state.relations[table]?.indexes.firstIndex(where: { $0.name == index.name }) {
        state.relations[table]?.indexes[place].comment = text
      }
    case .table, .view, .materializedView, .foreignTable, .sequence:
      guard let oid = relation(parts) else { throw DDLError("42P01", "relation \"\(parts.joined(separator: "."))\" does not exist", at: node) }
      state.relations[oid]?.comment = text
    case .type, .domain:
      if let oid = userType(parts) { state.types[oid]?.comment = text }
    case .schema: if let name = parts.last { state.schemas[name]?.comment = text }
    case .database: state.databaseComment = text
    case .function, .procedure, .routine, .aggregate: state.functions[try routine(node)]?.comment = text
    case .extension:
      for place in state.extensions.indices where state.extensions[place].name == parts.last { state.extensions[place].comment = text }
    case .collation:
      for place in state.collations.indices where state.collations[place].name == parts.last { state.collations[place].comment = text }
    case .tableConstraint, .trigger, .policy, .rule: commentPart(id, parts.last ?? "", text)
    case .domainConstraint:
      if let relationNode = child(id, .relation), let type = userType(names(relationNode)),
        let place = state.types[type]?.checks.firstIndex(where: { $0.name == parts.last })
      {
        state.types[type]?.checks[place].comment = text
      }
    case .operator: commentOperator(node, text)
    case .operatorClass:
      for place in state.operatorClasses.indices where state.operatorClasses[place].name == parts.last { state.operatorClasses[place].comment = text }
    case .cast:
      let types = children(id, .type).compactMap { try? type($0).oid }
      for place in state.casts.indices where types == [state.casts[place].source, state.casts[place].target] { state.casts[place].comment = text }
    default: break
    }
  }

  private mutating func commentColumn(_ parts: [String], _ text: String?, at node: NodeID) throws(DDLError) {
    let owner = Array(parts.dropLast())
    let oid = relation(owner) ?? userType(owner).flatMap { state.type($0)?.relation }
    guard let oid, let place = state.relations[oid]?.columns.firstIndex(where: { $0.name == parts.last }) else {
      throw DDLError("42703", "column \"\(parts.joined(separator: "."))\" does not exist", at: node)
    }
    state.relations[oid]?.columns[place].comment = text
  }

  private mutating func commentPart(_ id: NodeID, _ name: String, _ text: String?) {
    guard let node = child(id, .relation), let table = relation(names(node)), var relation = state.relations[table] else { return }
    switch detail(id) {
    case .tableConstraint: for place in relation.constraints.indices where relation.constraints[place].name == name { relation.constraints[place].comment = text }
    case .trigger: for place in relation.triggers.indices where relation.triggers[place].name == name { relation.triggers[place].comment = text }
    case .policy: for place in relation.policies.indices where relation.policies[place].name == name { relation.policies[place].comment = text }
    default: for place in relation.rules.indices where relation.rules[place].name == name { relation.rules[place].comment = text }
    }
    state.relations[table] = relation
  }

  private mutating func commentOperator(_ node: NodeID, _ text: String?) {
    guard let nameNode = child(node, .name) else { return }
    let symbol = tree.operatorName(of: nameNode)
    let types = children(node, .parameter).map { parameter in child(parameter, .type).flatMap { try? type($0).oid } ?? 0 }
    for place in state.operators.indices
    where state.operators[place].name == symbol && [state.operators[place].left, state.operators[place].right].filter({ $0 != 0 }) == types {
      state.operators[place].comment = text
    }
  }

  // MARK: Extensions

  mutating func createExtension(_ id: NodeID) throws(DDLError) {
    guard let node = child(id, .name) else { return }
    let name = self.name(node)
    if state.extensions.contains(where: { $0.name == name }) {
      if words(id).contains(.ifNotExists) { return }
      throw DDLError("42710", "extension \"\(name)\" already exists", at: node)
    }
    let schema = child(id, .schema).map { self.name($0) } ?? searchPath.first { state.schemas[$0] != nil } ?? "public"
    if state.schemas[schema] == nil { state.schemas[schema] = Schema(oid: state.newOID(), name: schema) }
    if ExtensionData.add(name, version: child(id, .version).map { value($0) }, in: schema, to: &state) { return }
    state.extensions.append(Extension(name: name, schema: schema))
    report(
      DDLError("", "what the extension \"\(name)\" brings is not known: its types and functions are not in the catalog",
        help: "use --ephemeral with a PostgreSQL that has it, --database, or a snapshot"), at: tree[node].range)
  }

  mutating func dropExtension(_ name: String) -> Bool {
    guard state.extensions.contains(where: { $0.name == name }) else { return false }
    state.extensions.removeAll { $0.name == name }
    for relation in state.relations.values where relation.extensionName == name { dropRelation(relation.oid) }
    for type in state.types.values where type.extensionName == name { state.removeType(type.oid) }
    for function in state.functions.values where function.extensionName == name { state.removeFunction(function.oid) }
    state.operators.removeAll { $0.extensionName == name }
    state.casts.removeAll { $0.extensionName == name }
    state.operatorClasses.removeAll { $0.extensionName == name }
    return true
  }

  private mutating func moveExtension(_ name: String, to schema: String) {
    for place in state.extensions.indices where state.extensions[place].name == name { state.extensions[place].schema = schema }
    for type in state.types.values where type.extensionName == name { state.rename(type: type.oid, to: QualifiedName(schema, type.name)) }
    for function in state.functions.values where function.extensionName == name {
      state.rename(function: function.oid, to: QualifiedName(schema, function.name))
    }
    for place in state.operators.indices where state.operators[place].extensionName == name { state.operators[place].schema = schema }
    for place in state.operatorClasses.indices where state.operatorClasses[place].extensionName == name { state.operatorClasses[place].schema = schema }
  }
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

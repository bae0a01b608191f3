import PostgresSyntax

/// DROP: what depends on the object goes too.
extension DDLInterpreter {
  mutating func drop(_ id: NodeID) throws(DDLError) {
    switch detail(id) {
    case .cast: return try dropCast(id)
    case .trigger, .rule, .policy: return try dropPart(id)
    default: break
    }
    for node in children(id, .name) {
      guard try drop(node, of: id) || words(id).contains(.ifExists) else {
        let shown = kind(node) == .routineSignature ? text(node) : names(node).joined(separator: ".")
        throw DDLError(Self.missingCodes[detail(id)] ?? "42704", "\(Self.nouns[detail(id)] ?? "object") \"\(shown)\" does not exist", at: node)
      }
    }
  }

  private static let missingCodes: [NodeDetail: String] = [.table: "42P01", .view: "42P01", .materializedView: "42P01", .sequence: "42P01", .schema: "3F000", .function: "42883"]

  private static let nouns: [NodeDetail: String] = [
    .table: "table", .foreignTable: "foreign table", .view: "view", .materializedView: "materialized view", .sequence: "sequence", .index: "index",
    .type: "type", .domain: "type", .schema: "schema", .function: "function", .procedure: "procedure", .routine: "routine",
    .aggregate: "aggregate", .extension: "extension", .collation: "collation", .operator: "operator",
  ]

  /// Drops one object; false where there is none.
  private mutating func drop(_ node: NodeID, of id: NodeID) throws(DDLError) -> Bool {
    let cascades = words(id).contains(.cascade)
    switch detail(id) {
    case .table, .foreignTable, .view, .materializedView, .sequence:
      guard let oid = relation(names(node)) else { return false }
      if !cascades { try checkDependents(of: oid, among: children(id, .name), at: node) }
      dropRelation(oid)
    case .index:
      guard let name = index(names(node)) else { return false }
      state.removeIndex(name)
      removeParts(of: name)
    case .type, .domain:
      let parts = kind(node) == .typeName ? child(node, .name).map { names($0) } ?? [] : names(node)
      guard let oid = userType(parts) else { return false }
      dropType(oid)
    case .schema:
      let name = names(node).last ?? ""
      guard state.schemas[name] != nil else { return false }
      dropSchema(name)
    case .function, .procedure, .routine, .aggregate:
      guard let oid = routineIfAny(node) else { return false }
      dropFunction(oid)
    case .operator: return dropOperator(node)
    case .extension: return dropExtension(names(node).last ?? "")
    case .collation:
      let parts = names(node)
      state.collations.removeAll { $0.name == parts.last && (parts.count < 2 || $0.schema == parts[parts.count - 2]) }
    case .operatorClass:
      let name = names(node).last
      state.operatorClasses.removeAll { $0.name == name }
    default: break
    }
    return true
  }

  /// Without CASCADE nothing that others need can be dropped.
  private func checkDependents(of oid: OID, among dropped: [NodeID], at node: NodeID) throws(DDLError) {
    guard let relation = state.relations[oid] else { return }
    let going = Set(dropped.compactMap { self.relation(names($0)) })
    let views = state.sources.filter { $0.value.contains(oid) && !going.contains($0.key) && state.relations[$0.key] != nil }
    let keys = state.relations.values.filter { other in
      !going.contains(other.oid) && other.constraints.contains { $0.kind == .foreignKey && $0.referencedTable == relation.name && $0.referencedSchema == relation.schema }
    }
    guard !views.isEmpty || !keys.isEmpty else { return }
    let noun = relation.kind == .view ? "view" : relation.kind == .materializedView ? "materialized view" : "table"
    throw DDLError(
      "2BP01", "cannot drop \(noun) \(Identifier.quoted(relation.name)) because other objects depend on it",
      help: "use DROP ... CASCADE to drop the dependent objects too", at: node)
  }

  mutating func dropRelation(_ oid: OID) {
    guard let relation = state.relations[oid] else { return }
    for child in state.descendants(of: oid) { dropRelation(child) }
    for parent in relation.parents where !relation.isPartition {
      if let parent = state.relation(parent) {
        let count = state.children[state.relations[parent]?.qualifiedName ?? relation.qualifiedName]?.count ?? 0
        state.relations[parent]?.hasInheritanceChildren = count > 1
      }
    }
    for (other, found) in state.relations {
      if found.sequence?.owner?.relation == relation.qualifiedName { state.removeRelation(other) }
      let keys = found.constraints.filter { $0.referencedTable == relation.name && $0.referencedSchema == relation.schema }
      for key in keys where other != oid { state.relations[other]?.constraints.removeAll { $0.name == key.name } }
    }
    if relation.kind == .sequence { dropDefaults(of: relation) }
    state.removeRelation(oid)
    if relation.rowType != 0 { dropType(relation.rowType) }
    for (view, sources) in state.sources where sources.contains(oid) { dropRelation(view) }
    state.sources[oid] = nil
  }

  /// Columns that drew from a sequence have no default any more.
  private mutating func dropDefaults(of sequence: Relation) {
    let call = "nextval(\(Self.literal(sequence.qualifiedName.description))::regclass)"
    for (oid, relation) in state.relations {
      for place in relation.columns.indices where relation.columns[place].defaultExpression?.contains(call) == true {
        state.relations[oid]?.columns[place].defaultExpression = nil
      }
    }
  }

  /// Drops a type with the columns, domains and functions of it.
  private mutating func dropType(_ oid: OID) {
    guard let type = state.types[oid] else { return }
    let both = Set([oid, type.array].filter { $0 != 0 })
    if type.relation != 0, state.relations[type.relation] != nil { dropRelation(type.relation) }
    for (table, relation) in state.relations where relation.columns.contains(where: { both.contains($0.type) }) {
      state.relations[table]?.columns.removeAll { both.contains($0.type) }
    }
    for function in state.functions.values where both.contains(function.result) || !both.isDisjoint(with: function.arguments) {
      state.removeFunction(function.oid)
    }
    for other in state.types.values where both.contains(other.base) { dropType(other.oid) }
    state.casts.removeAll { both.contains($0.source) || both.contains($0.target) }
    state.operators.removeAll { both.contains($0.left) || both.contains($0.right) }
    if let multirange = type.range?.multirange { state.removeType(multirange) }
    state.removeType(oid)
  }

  private mutating func dropFunction(_ oid: OID) {
    guard let function = state.functions[oid] else { return }
    let rest = state.functions(function.qualifiedName).count > 1
    for (table, relation) in state.relations where !rest && relation.triggers.contains(where: { $0.function == function.qualifiedName }) {
      state.relations[table]?.triggers.removeAll { $0.function == function.qualifiedName }
    }
    state.operators.removeAll { $0.function == oid }
    state.casts.removeAll { $0.function == oid }
    state.removeFunction(oid)
  }

  private mutating func dropSchema(_ name: String) {
    for relation in state.relations.values where relation.schema == name { dropRelation(relation.oid) }
    for type in state.types.values where type.schema == name { dropType(type.oid) }
    for function in state.functions.values where function.schema == name { dropFunction(function.oid) }
    state.operators.removeAll { $0.schema == name }
    state.collations.removeAll { $0.schema == name }
    state.operatorClasses.removeAll { $0.schema == name }
    for found in state.extensions where found.schema == name { _ = dropExtension(found.name) }
    state.schemas[name] = nil
  }

  private mutating func dropOperator(_ node: NodeID) -> Bool {
    guard let nameNode = child(node, .name) else { return false }
    let symbol = tree.operatorName(of: nameNode)
    let types = children(node, .parameter).map { parameter in child(parameter, .type).flatMap { try? type($0).oid } ?? 0 }
    let place = state.operators.firstIndex { $0.name == symbol && [$0.left, $0.right].filter { $0 != 0 } == types }
    guard let place else { return false }
    state.operators.remove(at: place)
    return true
  }

  private mutating func dropCast(_ id: NodeID) throws(DDLError) {
    let types = children(id, .type)
    guard types.count == 2 else { return }
    let (source, target) = (try type(types[0]).oid, try type(types[1]).oid)
    state.casts.removeAll { $0.source == source && $0.target == target }
  }

  private mutating func dropPart(_ id: NodeID) throws(DDLError) {
    guard let nameNode = child(id, .name), let relationNode = child(id, .relation) else { return }
    let name = self.name(nameNode)
    guard let table = relation(names(relationNode)) else {
      if words(id).contains(.ifExists) { return }
      throw DDLError("42P01", "relation \"\(names(relationNode).joined(separator: "."))\" does not exist", at: relationNode)
    }
    for oid in [table] + state.descendants(of: table) {
      switch detail(id) {
      case .trigger: state.relations[oid]?.triggers.removeAll { $0.name == name && (oid == table || $0.isInherited) }
      case .rule where oid == table: state.relations[oid]?.rules.removeAll { $0.name == name }
      case .policy where oid == table: state.relations[oid]?.policies.removeAll { $0.name == name }
      default: break
      }
    }
  }
}

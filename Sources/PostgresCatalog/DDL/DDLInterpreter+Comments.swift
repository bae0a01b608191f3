import PostgresSyntax

/// COMMENT ON.
extension DDLInterpreter {
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
}

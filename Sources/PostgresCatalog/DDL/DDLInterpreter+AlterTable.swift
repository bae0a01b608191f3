import PostgresSyntax

/// ALTER TABLE and its kin (`ATExecCmd`).
extension DDLInterpreter {
  mutating func alterTable(_ id: NodeID) throws(DDLError) {
    guard let node = child(id, .name) else { return }
    if detail(id) == .index { return try alterIndex(id, node) }
    if detail(id) == .compositeType { return try alterComposite(id, node) }
    guard let table = relation(names(node)) else {
      if words(id).contains(.ifExists) { return }
      throw DDLError("42P01", "relation \"\(names(node).joined(separator: "."))\" does not exist", at: node)
    }
    for action in children(id, .action) {
      do throws(DDLError) {
        try alter(table, action)
      } catch {
        report(error, at: tree[error.node ?? action].range)
      }
    }
  }

  private mutating func alter(_ table: OID, _ action: NodeID) throws(DDLError) {
    switch kind(action) {
    case .addColumn: try addColumn(action, to: table)
    case .dropColumn: try dropColumn(action, of: table)
    case .alterColumnType: try changeType(action, of: table)
    case .setDefault, .dropDefault, .setNotNull, .dropNotNull, .setExpression, .dropExpression: try changeColumn(action, of: table)
    case .addIdentity, .setIdentity, .dropIdentity: try changeIdentity(action, of: table)
    case .addConstraint:
      if let node = child(action, .constraint) { try addConstraint(PendingConstraint(node: node, column: nil), to: table) }
    case .dropConstraint: try dropConstraint(action, of: table)
    case .validateConstraint, .alterConstraint: try changeConstraint(action, of: table)
    case .attachPartition: try attach(action, to: table)
    case .detachPartition: try detach(action, from: table)
    case .inheritTable: try changeInheritance(action, of: table)
    case .enableTrigger: enableTriggers(action, of: table)
    case .rowLevelSecurity: changeRowSecurity(action, of: table)
    case .setOptions: setOptions(action, of: table)
    case .otherAction where detail(action) == .setLogged: state.relations[table]?.persistence = .permanent
    case .otherAction where detail(action) == .setUnlogged: state.relations[table]?.persistence = .unlogged
    default: break
    }
  }

  /// The place of the column that an action names.
  func column(_ action: NodeID, of table: OID) throws(DDLError) -> Int {
    let node = child(action, .column)
    let name = node.map { self.name($0) } ?? ""
    guard let place = state.relations[table]?.columns.firstIndex(where: { $0.name == name }) else {
      throw DDLError("42703", "column \"\(name)\" of relation \"\(state.relations[table]?.name ?? "")\" does not exist", at: node ?? action)
    }
    return place
  }

  // MARK: Constraints

  private mutating func dropConstraint(_ action: NodeID, of table: OID) throws(DDLError) {
    guard let node = child(action, .constraint), let relation = state.relations[table] else { return }
    let name = self.name(node)
    guard let constraint = relation.constraints.first(where: { $0.name == name }) else {
      if words(action).contains(.ifExists) { return }
      throw DDLError("42704", "constraint \"\(name)\" of relation \"\(relation.name)\" does not exist", at: node)
    }
    removeConstraint(name, of: table)
    guard constraint.kind == .check || constraint.kind == .foreignKey else { return }
    for child in state.descendants(of: table) {
      if state.relations[child]?.constraints.contains(where: { $0.name == name && !$0.isLocal }) == true { removeConstraint(name, of: child) }
    }
  }

  /// Removes a constraint with its index, the parts of that in partitions, and the foreign keys that need it.
  mutating func removeConstraint(_ name: String, of table: OID) {
    guard let relation = state.relations[table], let constraint = relation.constraints.first(where: { $0.name == name }) else { return }
    state.relations[table]?.constraints.removeAll { $0.name == name }
    guard constraint.kind.hasIndex else { return }
    state.removeIndex(QualifiedName(relation.schema, name))
    removeParts(of: QualifiedName(relation.schema, name))
    for (oid, other) in state.relations {
      for key in other.constraints where key.kind == .foreignKey && key.index == constraint.index { removeConstraint(key.name, of: oid) }
    }
  }

  /// Indexes of partitions go with the one above.
  mutating func removeParts(of index: QualifiedName) {
    for relation in state.relations.values {
      for part in relation.indexes where part.parent == index {
        if relation.constraints.contains(where: { $0.name == part.name && $0.kind.hasIndex }) {
          removeConstraint(part.name, of: relation.oid)
        } else {
          state.removeIndex(QualifiedName(relation.schema, part.name))
          removeParts(of: QualifiedName(relation.schema, part.name))
        }
      }
    }
  }

  private mutating func changeConstraint(_ action: NodeID, of table: OID) throws(DDLError) {
    guard let node = child(action, .constraint) else { return }
    guard let place = state.relations[table]?.constraints.firstIndex(where: { $0.name == self.name(node) }) else {
      throw DDLError("42704", "constraint \"\(self.name(node))\" of relation \"\(state.relations[table]?.name ?? "")\" does not exist", at: node)
    }
    if kind(action) == .validateConstraint {
      state.relations[table]?.constraints[place].isValidated = true
    } else if var constraint = state.relations[table]?.constraints[place] {
      setDeferral(&constraint, words(action))
      state.relations[table]?.constraints[place] = constraint
    }
  }

  // MARK: Partitions and inheritance

  private mutating func attach(_ action: NodeID, to table: OID) throws(DDLError) {
    guard let node = child(action, .name), let parent = state.relations[table] else { return }
    let part = try relation(node)
    state.setParents(of: part, to: [parent.qualifiedName])
    state.relations[part]?.isPartition = true
    let bound = child(action, .bound).map { expression($0) }
    state.relations[part]?.partitionBound = bound
    adopt(part, by: parent, isPartition: true)
    clonePartitionParts(of: table, to: part)
  }

  /// Marks the columns and checks that a child shares with its parent.
  private mutating func adopt(_ child: OID, by parent: Relation, isPartition: Bool) {
    for column in parent.columns {
      guard let place = state.relations[child]?.columns.firstIndex(where: { $0.name == column.name }) else { continue }
      state.relations[child]?.columns[place].isInherited = true
      if isPartition { state.relations[child]?.columns[place].isLocal = false }
    }
    for check in parent.constraints where check.kind == .check && !check.isNoInherit {
      guard let place = state.relations[child]?.constraints.firstIndex(where: { $0.name == check.name }) else { continue }
      state.relations[child]?.constraints[place].isInherited = true
      if isPartition { state.relations[child]?.constraints[place].isLocal = false }
    }
  }

  private mutating func detach(_ action: NodeID, from table: OID) throws(DDLError) {
    guard let node = child(action, .name) else { return }
    let part = try relation(node)
    state.setParents(of: part, to: [])
    state.relations[part]?.isPartition = false
    state.relations[part]?.partitionBound = nil
    release(part)
    for place in state.relations[part]?.indexes.indices ?? 0..<0 { state.relations[part]?.indexes[place].parent = nil }
    state.relations[part]?.triggers.removeAll { $0.isInherited }
  }

  private mutating func release(_ child: OID) {
    for place in state.relations[child]?.columns.indices ?? 0..<0 {
      state.relations[child]?.columns[place].isLocal = true
      state.relations[child]?.columns[place].isInherited = false
    }
    for place in state.relations[child]?.constraints.indices ?? 0..<0 {
      state.relations[child]?.constraints[place].isLocal = true
      state.relations[child]?.constraints[place].isInherited = false
    }
  }

  private mutating func changeInheritance(_ action: NodeID, of table: OID) throws(DDLError) {
    guard let node = child(action, .name), let relation = state.relations[table] else { return }
    let parent = try self.relation(node)
    guard let name = state.relations[parent]?.qualifiedName, let parentRelation = state.relations[parent] else { return }
    if tree[action].attributes.contains(.negated) {
      state.setParents(of: table, to: relation.parents.filter { $0 != name })
      release(table)
      for other in state.relations[table]?.parents ?? [] {
        if let other = state.relation(other).flatMap({ state.relations[$0] }) { adopt(table, by: other, isPartition: false) }
      }
      state.relations[parent]?.hasInheritanceChildren = !(state.children[name] ?? []).isEmpty
    } else {
      state.setParents(of: table, to: relation.parents + [name])
      adopt(table, by: parentRelation, isPartition: false)
      state.relations[parent]?.hasInheritanceChildren = true
    }
  }

  // MARK: Triggers, security, options

  private mutating func enableTriggers(_ action: NodeID, of table: OID) {
    let attributes = tree[action].attributes
    let isReplica = text(action).lowercased().contains("replica")
    let enabled: Trigger.Enabled = attributes.contains(.negated) ? .disabled : words(action).contains(.always) ? .always : isReplica ? .replica : .origin
    let name = child(action, .name).map { self.name($0) }
    if detail(action) == .rule {
      for place in state.relations[table]?.rules.indices ?? 0..<0 where state.relations[table]?.rules[place].name == name {
        state.relations[table]?.rules[place].enabled = enabled
      }
      return
    }
    for place in state.relations[table]?.triggers.indices ?? 0..<0 where name == nil || state.relations[table]?.triggers[place].name == name {
      state.relations[table]?.triggers[place].enabled = enabled
    }
  }

  private mutating func changeRowSecurity(_ action: NodeID, of table: OID) {
    let isOn = !tree[action].attributes.contains(.negated)
    if words(action).contains(.force) {
      state.relations[table]?.forcesRowSecurity = isOn
    } else {
      state.relations[table]?.hasRowSecurity = isOn
    }
  }

  private mutating func setOptions(_ action: NodeID, of table: OID) {
    guard state.relations[table]?.kind == .view, var settings = state.relations[table]?.viewOptions else { return }
    let isReset = tree[action].attributes.contains(.negated)
    for option in options(action) {
      let name = option.split(separator: "=").first.map(String.init) ?? ""
      Self.set(isReset ? name + "=" : option, in: &settings)
    }
    state.relations[table]?.viewOptions = settings
  }

  // MARK: Indexes, composite types

  private mutating func alterIndex(_ id: NodeID, _ node: NodeID) throws(DDLError) {
    guard let parent = index(names(node)) else {
      if words(id).contains(.ifExists) { return }
      throw DDLError("42P01", "relation \"\(names(node).joined(separator: "."))\" does not exist", at: node)
    }
    for action in children(id, .action) where kind(action) == .attachPartition {
      guard let partNode = child(action, .name), let part = index(names(partNode)), let table = state.table(ofIndex: part),
        let place = state.relations[table]?.indexes.firstIndex(where: { $0.name == part.name })
      else { continue }
      state.relations[table]?.indexes[place].parent = parent
      if let own = state.relations[table]?.constraints.firstIndex(where: { $0.name == part.name && $0.kind.hasIndex }) {
        state.relations[table]?.constraints[own].isLocal = false
        state.relations[table]?.constraints[own].isInherited = true
      }
      validate(parent)
    }
  }

  /// An index on a partitioned table is valid once every partition has its part.
  private mutating func validate(_ index: QualifiedName) {
    guard let table = state.table(ofIndex: index), let relation = state.relations[table],
      let place = relation.indexes.firstIndex(where: { $0.name == index.name })
    else { return }
    let parts = (state.children[relation.qualifiedName] ?? []).filter { child in
      state.relations[child]?.indexes.contains { $0.parent == index && $0.isValid } == true
    }
    guard parts.count == state.children[relation.qualifiedName]?.count ?? 0 else { return }
    state.relations[table]?.indexes[place].isValid = true
    if let parent = relation.indexes[place].parent { validate(parent) }
  }

  private mutating func alterComposite(_ id: NodeID, _ node: NodeID) throws(DDLError) {
    guard let type = userType(names(node)), let table = state.type(type)?.relation, table != 0 else {
      throw DDLError("42704", "type \"\(names(node).joined(separator: "."))\" does not exist", at: node)
    }
    for action in children(id, .action) { try alter(table, action) }
  }
}

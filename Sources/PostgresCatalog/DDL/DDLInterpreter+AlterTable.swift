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
  private func column(_ action: NodeID, of table: OID) throws(DDLError) -> Int {
    let node = child(action, .column)
    let name = node.map { self.name($0) } ?? ""
    guard let place = state.relations[table]?.columns.firstIndex(where: { $0.name == name }) else {
      throw DDLError("42703", "column \"\(name)\" of relation \"\(state.relations[table]?.name ?? "")\" does not exist", at: node ?? action)
    }
    return place
  }

  // MARK: Columns

  private mutating func addColumn(_ action: NodeID, to table: OID) throws(DDLError) {
    guard let element = child(action, .element), var relation = state.relations[table] else { return }
    let name = child(element, .name).map { self.name($0) } ?? ""
    if relation.column(named: name) != nil {
      if words(action).contains(.ifNotExists) { return }
      throw DDLError("42701", "column \"\(name)\" of relation \"\(relation.name)\" already exists", at: element)
    }
    // Numbers of dropped columns are not used again.
    let highest = max(state.highestNumbers[table] ?? 0, relation.columns.map(\.number).max() ?? 0)
    var pending = PendingParts()
    try addColumn(element, to: &relation, &pending)
    relation.columns[relation.columns.count - 1].number = highest + 1
    state.highestNumbers[table] = highest + 1
    state.relations[table] = relation
    for sequence in pending.sequences { makeSequence(sequence, of: table) }
    if let column = relation.columns.last { inherit(column, from: table) }
    try addConstraints(pending.constraints, to: table)
  }

  private mutating func inherit(_ column: Column, from table: OID) {
    for child in state.descendants(of: table) {
      if let place = state.relations[child]?.columns.firstIndex(where: { $0.name == column.name }) {
        state.relations[child]?.columns[place].isInherited = true
        continue
      }
      var copy = state.relations[table]?.column(named: column.name) ?? column
      let highest = max(state.highestNumbers[child] ?? 0, state.relations[child]?.columns.map(\.number).max() ?? 0)
      copy.number = highest + 1
      state.highestNumbers[child] = highest + 1
      (copy.isLocal, copy.isInherited, copy.isSerial, copy.sequence) = (false, true, false, nil)
      state.relations[child]?.columns.append(copy)
    }
  }

  private mutating func dropColumn(_ action: NodeID, of table: OID) throws(DDLError) {
    let name = child(action, .column).map { self.name($0) } ?? ""
    guard state.relations[table]?.column(named: name) != nil else {
      if words(action).contains(.ifExists) { return }
      throw DDLError("42703", "column \"\(name)\" of relation \"\(state.relations[table]?.name ?? "")\" does not exist", at: action)
    }
    for oid in [table] + state.descendants(of: table) { removeColumn(name, of: oid) }
  }

  /// Removes a column with the keys, constraints, indexes and sequences that need it.
  private mutating func removeColumn(_ name: String, of table: OID) {
    guard let relation = state.relations[table], let place = relation.columns.firstIndex(where: { $0.name == name }) else { return }
    state.highestNumbers[table] = max(state.highestNumbers[table] ?? 0, relation.columns.map(\.number).max() ?? 0)
    for (oid, other) in state.relations where other.sequence?.owner?.relation == relation.qualifiedName && other.sequence?.owner?.column == name {
      state.removeRelation(oid)
    }
    for constraint in relation.constraints where constraint.columns.contains(name) { removeConstraint(constraint.name, of: table) }
    for index in state.relations[table]?.indexes ?? [] where uses(index, name) {
      state.removeIndex(QualifiedName(relation.schema, index.name))
    }
    for (oid, other) in state.relations where oid != table {
      for constraint in other.constraints
      where constraint.referencedTable == relation.name && constraint.referencedSchema == relation.schema && constraint.referencedColumns.contains(name) {
        removeConstraint(constraint.name, of: oid)
      }
    }
    state.relations[table]?.columns.remove(at: place)
  }

  private func uses(_ index: Index, _ column: String) -> Bool {
    if index.keys.contains(where: { $0.column == column }) || index.included.contains(column) { return true }
    return ([index.predicate] + index.keys.filter { $0.column == nil }.map(\.expression)).contains { $0.map { ExpressionText.names(column, in: $0) } ?? false }
  }

  private mutating func changeType(_ action: NodeID, of table: OID) throws(DDLError) {
    guard let node = child(action, .type) else { return }
    let place = try column(action, of: table)
    let (oid, modifier) = try type(node)
    let name = state.relations[table]?.columns[place].name ?? ""
    let written = child(action, .collation).flatMap { collationName($0) }
    let collation = written == state.type(oid)?.collation ? nil : written
    let isDeterministic = isDeterministic(written ?? state.type(oid)?.collation)
    for member in [table] + state.descendants(of: table) {
      guard let place = state.relations[member]?.columns.firstIndex(where: { $0.name == name }) else { continue }
      state.relations[member]?.columns[place].type = oid
      state.relations[member]?.columns[place].typeModifier = modifier
      state.relations[member]?.columns[place].collation = collation
      state.relations[member]?.columns[place].hasDeterministicCollation = isDeterministic
    }
  }

  private mutating func changeColumn(_ action: NodeID, of table: OID) throws(DDLError) {
    let place = try column(action, of: table)
    guard let column = state.relations[table]?.columns[place] else { return }
    let value = child(action, .value).flatMap { kind(action) == .setExpression ? expression($0) : defaultExpression($0, of: column.type) }
    let isOnly = tree[tree.root].attributes.contains(.only)
    for member in [table] + (isOnly ? [] : state.descendants(of: table)) {
      guard let place = state.relations[member]?.columns.firstIndex(where: { $0.name == column.name }) else { continue }
      switch kind(action) {
      case .setDefault, .setExpression: state.relations[member]?.columns[place].defaultExpression = value
      case .dropDefault: state.relations[member]?.columns[place].defaultExpression = nil
      case .setNotNull: state.relations[member]?.columns[place].isNotNull = true
      case .dropNotNull: state.relations[member]?.columns[place].isNotNull = false
      default:
        state.relations[member]?.columns[place].generation = nil
        state.relations[member]?.columns[place].defaultExpression = nil
      }
    }
  }

  private mutating func changeIdentity(_ action: NodeID, of table: OID) throws(DDLError) {
    let place = try column(action, of: table)
    guard let column = state.relations[table]?.columns[place] else { return }
    let identity: Column.Identity? = words(action).contains(.always) ? .always : words(action).contains(.byDefault) ? .byDefault : nil
    let owned = state.relations.values.first {
      $0.sequence?.owner?.isIdentity == true && $0.sequence?.owner?.column == column.name
        && $0.sequence?.owner?.relation == state.relations[table]?.qualifiedName
    }
    switch kind(action) {
    case .addIdentity:
      state.relations[table]?.columns[place].identity = identity
      makeSequence(PendingSequence(column: column.name, type: column.type, options: children(action, .option), isIdentity: true), of: table)
    case .setIdentity:
      if let identity { state.relations[table]?.columns[place].identity = identity }
      if let owned, let sequence = owned.sequence { try change(owned.oid, sequence, children(action, .option)) }
    default:
      state.relations[table]?.columns[place].identity = nil
      if let owned { state.removeRelation(owned.oid) }
    }
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

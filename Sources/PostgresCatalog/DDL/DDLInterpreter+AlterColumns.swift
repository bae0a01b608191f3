import PostgresSyntax

/// What ALTER TABLE does to columns.
extension DDLInterpreter {
  mutating func addColumn(_ action: NodeID, to table: OID) throws(DDLError) {
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

  mutating func dropColumn(_ action: NodeID, of table: OID) throws(DDLError) {
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

  mutating func changeType(_ action: NodeID, of table: OID) throws(DDLError) {
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

  mutating func changeColumn(_ action: NodeID, of table: OID) throws(DDLError) {
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

  mutating func changeIdentity(_ action: NodeID, of table: OID) throws(DDLError) {
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
}

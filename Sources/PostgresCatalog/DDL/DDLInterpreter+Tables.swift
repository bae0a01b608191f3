import PostgresSyntax

/// CREATE TABLE, CREATE FOREIGN TABLE ("CREATE TABLE"; `transformCreateStmt`, `DefineRelation`).
extension DDLInterpreter {
  mutating func createTable(_ id: NodeID) throws(DDLError) {
    guard let nameNode = child(id, .name) else { return }
    let isTemporary = words(id).contains(.temporary)
    let name = try creationName(nameNode, isTemporary: isTemporary)
    if try exists(name, nameNode, isAllowed: words(id).contains(.ifNotExists)) { return }
    let kind: Relation.Kind = child(id, .partition) != nil ? .partitionedTable : detail(id) == .foreignTable ? .foreignTable : .table
    var relation = Relation(oid: state.newOID(), schema: name.schema, name: name.name, kind: kind, rowType: 0)
    if words(id).contains(.unlogged) { relation.persistence = .unlogged }
    if isTemporary { relation.persistence = .temporary }
    if kind == .foreignTable { relation.foreign = ForeignOptions(server: child(id, .server).map { self.name($0) } ?? "", options: options(id)) }
    let parents = try inherit(id, into: &relation)
    var pending = try elements(id, of: &relation)
    if let partition = child(id, .partition) { relation.partitionKey = partitionKey(partition, of: relation) }
    if let bound = child(id, .bound) { relation.partitionBound = expression(bound) }
    state.add(relation)
    addRowType(relation.oid)
    state.setParents(of: relation.oid, to: parents)
    if kind != .foreignTable || !relation.isPartition, !relation.isPartition {
      for parent in parents { if let oid = state.relation(parent) { state.relations[oid]?.hasInheritanceChildren = true } }
    }
    for serial in pending.sequences { makeSequence(serial, of: relation.oid) }
    for like in pending.likes { copyIndexes(like, to: relation.oid, taken: &pending.indexNames) }
    try addConstraints(pending.constraints, to: relation.oid)
    if relation.isPartition, let parent = parents.first.flatMap({ state.relation($0) }) { clonePartitionParts(of: parent, to: relation.oid) }
  }

  /// Whether something of that name is there; an error unless that is allowed.
  func exists(_ name: QualifiedName, _ node: NodeID, isAllowed: Bool) throws(DDLError) -> Bool {
    guard state.isTaken(name) else { return false }
    if isAllowed { return true }
    throw DDLError("42P07", "relation \"\(name.name)\" already exists", at: node)
  }

  func options(_ id: NodeID) -> [String] {
    children(id, .option).filter { kind($0) == .option }.map { option in
      let name = children(option, .name).map { self.name($0) }.joined(separator: ".")
      return name + "=" + (child(option, .value).map { value($0) } ?? "true")
    }
  }

  /// The row type of a relation and the array over it.
  mutating func addRowType(_ oid: OID) {
    guard let relation = state.relations[oid], relation.kind != .sequence else { return }
    let type = state.newOID()
    state.addWithArray(PostgresType(oid: type, schema: relation.schema, name: relation.name, kind: .composite, category: "C", relation: oid))
    state.relations[oid]?.rowType = type
  }

  // MARK: Inheritance

  /// Takes over the columns and checks of parents, of the table that it is a partition of, or of a type (OF).
  private mutating func inherit(_ id: NodeID, into relation: inout Relation) throws(DDLError) -> [QualifiedName] {
    if let type = child(id, .type), let row = userType(child(type, .name).map { names($0) } ?? []) {
      relation.ofType = row
      relation.columns = state.relations[state.type(row)?.relation ?? 0]?.columns ?? []
      for place in relation.columns.indices { relation.columns[place].comment = nil }
      return []
    }
    let nodes = children(id, .inherits) + children(id, .parent)
    relation.isPartition = child(id, .parent) != nil
    var parents: [QualifiedName] = []
    for node in nodes {
      guard let parent = state.relations[try self.relation(node)] else { continue }
      parents.append(parent.qualifiedName)
      for column in parent.columns { merge(column, into: &relation) }
      for constraint in parent.constraints where constraint.kind == .check && !constraint.isNoInherit {
        guard !relation.constraints.contains(where: { $0.name == constraint.name }) else { continue }
        var inherited = constraint
        (inherited.isLocal, inherited.isInherited, inherited.comment) = (false, true, nil)
        relation.constraints.append(inherited)
      }
    }
    return parents
  }

  private func merge(_ column: Column, into relation: inout Relation) {
    guard !relation.columns.contains(where: { $0.name == column.name }) else { return }
    var inherited = column
    inherited.number = (relation.columns.map(\.number).max() ?? 0) + 1
    (inherited.isLocal, inherited.isInherited, inherited.comment, inherited.sequence, inherited.identity) = (false, true, nil, nil, nil)
    inherited.isSerial = false
    relation.columns.append(inherited)
  }

  // MARK: Elements

  /// What a table's elements leave to be made once the table is there.
  struct PendingParts {
    var constraints: [PendingConstraint] = []
    var sequences: [PendingSequence] = []
    var likes: [NodeID] = []
    var indexNames: Set<String> = []
  }

  private mutating func elements(_ id: NodeID, of relation: inout Relation) throws(DDLError) -> PendingParts {
    var pending = PendingParts()
    for element in children(id, .element) {
      switch kind(element) {
      case .columnDefinition: try addColumn(element, to: &relation, &pending)
      case .likeClause:
        try copy(element, to: &relation)
        pending.likes.append(element)
      default: pending.constraints.append(PendingConstraint(node: element, column: nil))
      }
    }
    return pending
  }

  /// Adds the column of a `columnDefinition`, or changes the inherited one of its name.
  mutating func addColumn(_ node: NodeID, to relation: inout Relation, _ pending: inout PendingParts) throws(DDLError) {
    let name = child(node, .name).map { self.name($0) } ?? ""
    let place: Int
    if let inherited = relation.columns.firstIndex(where: { $0.name == name }) {
      guard relation.columns[inherited].isInherited || relation.ofType != 0 else {
        throw DDLError("42701", "column \"\(name)\" specified more than once", at: node)
      }
      relation.columns[inherited].isLocal = !relation.isPartition
      place = inherited
    } else {
      let number = (relation.columns.map(\.number).max() ?? 0) + 1
      relation.columns.append(Column(number: number, name: name, type: .unknown))
      place = relation.columns.count - 1
      guard let typeNode = child(node, .type) else { throw DDLError("42703", "column \"\(name)\" does not exist", at: node) }
      if let serial = serialType(typeNode) {
        relation.columns[place].type = serial
        (relation.columns[place].isNotNull, relation.columns[place].isSerial) = (true, true)
        pending.sequences.append(PendingSequence(column: name, type: serial, options: [], isIdentity: false))
      } else {
        do throws(DDLError) {
          (relation.columns[place].type, relation.columns[place].typeModifier) = try type(typeNode)
        } catch {
          // The column is there all the same, of a type that nobody knows.
          report(error, at: tree[error.node ?? typeNode].range)
        }
        relation.columns[place].hasDeterministicCollation = isDeterministic(state.type(relation.columns[place].type)?.collation)
      }
    }
    if kind(node) == .columnDefinition, relation.kind == .foreignTable { relation.columns[place].foreignOptions = options(node) }
    try columnConstraints(node, &relation.columns[place], &pending)
  }

  private static let serials: [String: OID] = [
    "serial": .int4, "serial4": .int4, "bigserial": .int8, "serial8": .int8, "smallserial": .int2, "serial2": .int2,
  ]

  private func serialType(_ node: NodeID) -> OID? {
    let written = tree.typeName(of: node)
    return written.schema == nil && written.arrayDimensions == 0 ? Self.serials[written.name] : nil
  }

  private mutating func columnConstraints(_ node: NodeID, _ column: inout Column, _ pending: inout PendingParts) throws(DDLError) {
    for (place, constraint) in children(node, .constraint).enumerated() {
      switch kind(constraint) {
      case .notNullConstraint: column.isNotNull = true
      case .defaultConstraint: column.defaultExpression = child(constraint, .value).flatMap { defaultExpression($0, of: column.type) }
      case .generatedConstraint:
        column.generation = words(constraint).contains(.virtual) ? .virtual : .stored
        column.defaultExpression = child(constraint, .value).map { expression($0) }
      case .identityConstraint:
        column.identity = words(constraint).contains(.always) ? .always : .byDefault
        column.isNotNull = true
        pending.sequences.append(
          PendingSequence(column: column.name, type: column.type, options: children(constraint, .option), isIdentity: true))
      case .collateClause:
        let collation = child(constraint, .collation).flatMap { collationName($0) }
        column.collation = collation == state.type(column.type)?.collation ? nil : collation
        column.hasDeterministicCollation = isDeterministic(collation)
      case .constraintAttributes:
        if !pending.constraints.isEmpty { pending.constraints[pending.constraints.count - 1].attributes.formUnion(words(constraint)) }
      case .primaryKeyConstraint, .uniqueConstraint, .checkConstraint, .foreignKeyConstraint:
        pending.constraints.append(PendingConstraint(node: constraint, column: column.name, order: place))
      default: break
      }
    }
  }

  /// A default as the catalog holds it; none for NULL.
  func defaultExpression(_ node: NodeID, of type: OID) -> String? {
    if kind(node) == .nullLiteral { return nil }
    return expression(node, as: type)
  }

  private func partitionKey(_ node: NodeID, of relation: Relation) -> String {
    let strategy = child(node, .strategy).map { name($0).uppercased() } ?? ""
    let items = children(node, .item).map { item in
      var text = child(item, .value).map { expression($0) } ?? ""
      if let collation = child(item, .collation).flatMap({ collationName($0) }) { text += " COLLATE " + Self.unqualified(collation) }
      if let operatorClass = child(item, .operatorClass) { text += " " + names(operatorClass).map(Identifier.quoted).joined(separator: ".") }
      return text
    }
    return "\(strategy) (\(items.joined(separator: ", ")))"
  }

  /// A qualified and quoted name as PostgreSQL prints it with `pg_catalog` alone in the search path.
  static func unqualified(_ name: String) -> String { name.hasPrefix("pg_catalog.") ? String(name.dropFirst(11)) : name }
}

// MARK: - LIKE

extension DDLInterpreter {
  private func includes(_ like: NodeID, _ what: String) -> Bool {
    var included = false
    for option in children(like, .option) {
      let word = child(option, .name).map { self.name($0) } ?? ""
      if word == what || word == "all" { included = !tree[option].attributes.contains(.negated) }
    }
    return included
  }

  private mutating func copy(_ like: NodeID, to relation: inout Relation) throws(DDLError) {
    guard let node = child(like, .name), let source = state.relations[try self.relation(node)] else { return }
    for column in source.columns {
      var copy = Column(number: (relation.columns.map(\.number).max() ?? 0) + 1, name: column.name, type: column.type, typeModifier: column.typeModifier)
      (copy.isNotNull, copy.collation, copy.hasDeterministicCollation) = (column.isNotNull, column.collation, column.hasDeterministicCollation)
      if column.isGenerated ? includes(like, "generated") : includes(like, "defaults") {
        (copy.defaultExpression, copy.generation) = (column.defaultExpression, column.generation)
      }
      if includes(like, "comments") { copy.comment = column.comment }
      relation.columns.append(copy)
    }
    guard includes(like, "constraints") else { return }
    for constraint in source.constraints where constraint.kind == .check {
      var copy = constraint
      (copy.isLocal, copy.isInherited) = (true, false)
      if !includes(like, "comments") { copy.comment = nil }
      relation.constraints.append(copy)
    }
  }

  /// Keys and indexes of the model under names of their own, and sequences of identity columns.
  mutating func copyIndexes(_ like: NodeID, to table: OID, taken: inout Set<String>) {
    guard let node = child(like, .name), let source = (try? relation(node)).flatMap({ state.relations[$0] }) else { return }
    if includes(like, "identity") {
      for column in source.columns {
        guard let identity = column.identity, let place = state.relations[table]?.columns.firstIndex(where: { $0.name == column.name }) else { continue }
        state.relations[table]?.columns[place].identity = identity
        makeSequence(PendingSequence(column: column.name, type: column.type, options: [], isIdentity: true), of: table)
      }
    }
    guard includes(like, "indexes") else { return }
    for index in source.indexes {
      let constraint = source.constraints.first { $0.name == index.name && $0.kind.hasIndex }
      copyIndex(index, constraint, to: table)
    }
  }
}

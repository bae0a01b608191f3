import PostgresSyntax

/// A constraint that is made once its table is there.
struct PendingConstraint {
  var node: NodeID
  /// The column that it stands at, nil for a table's.
  var column: String?
  var order = 0
  /// Attributes that stand apart from it.
  var attributes: OptionalWords = []
}

/// Constraints of tables (`AddRelationNewConstraints`, `transformIndexConstraints`, `ATAddForeignKeyConstraint`).
extension DDLInterpreter {
  /// Makes constraints in PostgreSQL's order: checks, the primary key, other keys, foreign keys.
  mutating func addConstraints(_ constraints: [PendingConstraint], to table: OID) throws(DDLError) {
    let ranks: [NodeKind: Int] = [.checkConstraint: 0, .primaryKeyConstraint: 1, .uniqueConstraint: 2, .exclusionConstraint: 2, .foreignKeyConstraint: 3]
    for rank in 0...3 {
      for constraint in constraints where ranks[kind(constraint.node)] == rank {
        do throws(DDLError) {
          try addConstraint(constraint, to: table)
        } catch {
          report(error, at: tree[error.node ?? constraint.node].range)
        }
      }
    }
    for constraint in constraints where kind(constraint.node) == .notNullConstraint {
      if let column = child(constraint.node, .column) { setNotNull(name(column), of: table) }
    }
  }

  mutating func addConstraint(_ constraint: PendingConstraint, to table: OID) throws(DDLError) {
    switch kind(constraint.node) {
    case .checkConstraint: try addCheck(constraint, to: table)
    case .foreignKeyConstraint: try addForeignKey(constraint, to: table)
    case .notNullConstraint: if let column = child(constraint.node, .column) { setNotNull(name(column), of: table) }
    default: try addKey(constraint, to: table)
    }
  }

  mutating func setNotNull(_ column: String, of table: OID) {
    for oid in [table] + state.descendants(of: table) {
      guard let place = state.relations[oid]?.columns.firstIndex(where: { $0.name == column }) else { continue }
      state.relations[oid]?.columns[place].isNotNull = true
    }
  }

  /// Whether a constraint of the schema has the name; tables and domains share them.
  func isConstraint(_ name: String, in schema: String) -> Bool {
    state.isConstraint(QualifiedName(schema, name))
  }

  private func givenName(_ constraint: PendingConstraint, on table: OID) throws(DDLError) -> String? {
    guard let node = child(constraint.node, .name) else { return nil }
    let name = self.name(node)
    if state.relations[table]?.constraints.contains(where: { $0.name == name }) == true {
      throw DDLError("42710", "constraint \"\(name)\" for relation \"\(state.relations[table]?.name ?? "")\" already exists", at: node)
    }
    return name
  }

  /// The columns that an expression names, each once, in order of appearance.
  func columns(in node: NodeID, of relation: Relation) -> [String] {
    var found: [String] = []
    let references = tree.descendants(of: node).filter { kind($0) == .columnReference }
    for id in references.sorted(by: { tree[$0].range.start < tree[$1].range.start }) {
      let parts = names(id)
      guard let name = parts.first(where: { part in relation.columns.contains { $0.name == part } }), !found.contains(name) else { continue }
      found.append(name)
    }
    return found
  }

  // MARK: CHECK

  private mutating func addCheck(_ pending: PendingConstraint, to table: OID) throws(DDLError) {
    guard let relation = state.relations[table], let condition = child(pending.node, .condition) else { return }
    let columns = columns(in: condition, of: relation)
    let given = try givenName(pending, on: table)
    let name = given ?? ObjectNames.unused(relation.name, columns.count == 1 ? columns[0] : nil, "check") { isConstraint($0, in: relation.schema) }
    var constraint = Constraint(name: name, kind: .check, columns: columns, definition: "", checkExpression: expression(condition))
    let attributes = words(pending.node).union(pending.attributes)
    (constraint.isNoInherit, constraint.isValidated) = (attributes.contains(.noInherit), !attributes.contains(.notValid))
    constraint.isEnforced = !attributes.contains(.notEnforced)
    add(constraint, to: table)
  }

  private mutating func add(_ check: Constraint, to table: OID) {
    state.relations[table]?.constraints.append(check)
    state.noteConstraints(of: table)
    guard !check.isNoInherit else { return }
    for child in state.descendants(of: table) {
      if let place = state.relations[child]?.constraints.firstIndex(where: { $0.name == check.name }) {
        state.relations[child]?.constraints[place].isInherited = true
      } else {
        var inherited = check
        (inherited.isLocal, inherited.isInherited) = (false, true)
        state.relations[child]?.constraints.append(inherited)
        state.noteConstraints(of: child)
      }
    }
  }

  // MARK: Keys

  private mutating func addKey(_ pending: PendingConstraint, to table: OID) throws(DDLError) {
    guard let relation = state.relations[table] else { return }
    let (node, isPrimary) = (pending.node, kind(pending.node) == .primaryKeyConstraint)
    let attributes = words(node).union(pending.attributes)
    if isPrimary, relation.constraints.contains(where: { $0.kind == .primaryKey }) {
      throw DDLError("42P16", "multiple primary keys for table \"\(relation.name)\" are not allowed", at: node)
    }
    if let index = child(node, .index) { return try adopt(self.name(index), pending, isPrimary, attributes, on: table) }
    let isExclusion = kind(node) == .exclusionConstraint
    var (keys, operators) = ([Index.Key](), [QualifiedName]())
    for item in isExclusion ? children(node, .item) : [] {
      guard let element = child(item, .value) else { continue }
      keys.append(try key(element, of: relation, method: child(node, .method).map { self.name($0) } ?? "btree"))
      operators.append(QualifiedName(tree.operatorSchema(of: item).last ?? "pg_catalog", tree.operatorName(of: item)))
    }
    let columns = pending.column.map { [$0] } ?? children(node, .column).map { self.name($0) }
    for column in isExclusion ? [] : columns {
      guard relation.column(named: column) != nil else {
        throw DDLError("42703", "column \"\(column)\" named in key does not exist", at: node)
      }
      keys.append(Index.Key(column: column, expression: Identifier.quoted(column)))
    }
    let included = children(node, .include).map { self.name($0) }
    let given = try givenName(pending, on: table)
    if !isPrimary, !isExclusion, given == nil, hasEqualKey(keys, included, attributes, of: relation) { return }
    let keyNames = ObjectNames.distinct(keys.map { $0.column ?? Self.indexColumnName(of: $0.expression) } + included)
    let label = isPrimary ? "pkey" : isExclusion ? "excl" : "key"
    let name = given ?? ObjectNames.unused(relation.name, isPrimary ? nil : ObjectNames.joined(keyNames), label) {
      state.isTaken(QualifiedName(relation.schema, $0)) || isConstraint($0, in: relation.schema)
    }
    if given != nil, state.isTaken(QualifiedName(relation.schema, name)) {
      throw DDLError("42P07", "relation \"\(name)\" already exists", at: node)
    }
    var index = Index(
      oid: state.newOID(), name: name, method: child(node, .method).map { self.name($0) } ?? "btree", isUnique: !isExclusion, isPrimary: isPrimary,
      nullsNotDistinct: attributes.contains(.nullsNotDistinct), keys: keys, included: included, definition: storageOptions(node))
    (index.isExclusion, index.predicate) = (isExclusion, isExclusion ? child(node, .condition).map { expression($0) } : nil)
    var constraint = Constraint(
      name: name, kind: isPrimary ? .primaryKey : isExclusion ? .exclusion : .unique, columns: keys.compactMap(\.column), definition: "",
      index: index.oid)
    constraint.exclusionOperators = operators
    setDeferral(&constraint, attributes)
    addIndex(index, constraint, to: table, isOnly: tree[tree.root].attributes.contains(.only))
  }

  /// A key that repeats an earlier one of the same statement is none (`transformIndexConstraints`).
  private func hasEqualKey(_ keys: [Index.Key], _ included: [String], _ attributes: OptionalWords, of relation: Relation) -> Bool {
    guard kind(tree.root) == .createTableStatement else { return false }
    return relation.indexes.contains { $0.keys == keys && $0.included == included && !attributes.contains(.deferrable) && $0.isUnique }
  }

  func setDeferral(_ constraint: inout Constraint, _ attributes: OptionalWords) {
    constraint.isInitiallyDeferred = attributes.contains(.initiallyDeferred)
    constraint.isDeferrable = attributes.contains(.deferrable) || constraint.isInitiallyDeferred
  }

  /// `PRIMARY KEY USING INDEX i`.
  private mutating func adopt(
    _ index: String, _ pending: PendingConstraint, _ isPrimary: Bool, _ attributes: OptionalWords, on table: OID
  ) throws(DDLError) {
    guard let relation = state.relations[table], let place = relation.indexes.firstIndex(where: { $0.name == index }) else {
      throw DDLError("42704", "index \"\(index)\" does not exist", at: pending.node)
    }
    let name = try givenName(pending, on: table) ?? index
    state.renameIndex(QualifiedName(relation.schema, index), to: name)
    state.relations[table]?.indexes[place].isPrimary = isPrimary
    var constraint = Constraint(
      name: name, kind: isPrimary ? .primaryKey : .unique, columns: relation.indexes[place].keys.compactMap(\.column), definition: "",
      index: relation.indexes[place].oid)
    setDeferral(&constraint, attributes)
    state.relations[table]?.constraints.append(constraint)
    state.noteConstraints(of: table)
    if isPrimary { for column in constraint.columns { setNotNull(column, of: table) } }
  }

  // MARK: FOREIGN KEY

  private mutating func addForeignKey(_ pending: PendingConstraint, to table: OID) throws(DDLError) {
    guard let relation = state.relations[table], let target = child(pending.node, .referenced) else { return }
    guard let referenced = state.relations[try self.relation(target)] else { return }
    let (node, attributes) = (pending.node, words(pending.node).union(pending.attributes))
    let columns = pending.column.map { [$0] } ?? children(node, .column).map { self.name($0) }
    for column in columns where relation.column(named: column) == nil {
      throw DDLError("42703", "column \"\(column)\" referenced in foreign key constraint does not exist", at: node)
    }
    var keys = children(node, .referencedColumn).map { self.name($0) }
    if keys.isEmpty { keys = referenced.constraints.first { $0.kind == .primaryKey }?.columns ?? [] }
    if keys.isEmpty {
      throw DDLError("42704", "there is no primary key for referenced table \"\(referenced.name)\"", at: target)
    }
    let name = try givenName(pending, on: table) ?? ObjectNames.unused(relation.name, ObjectNames.joined(columns), "fkey") {
      isConstraint($0, in: relation.schema)
    }
    var constraint = Constraint(
      name: name, kind: .foreignKey, columns: columns, definition: "", isValidated: !attributes.contains(.notValid),
      referencedSchema: referenced.schema, referencedTable: referenced.name, referencedColumns: keys, onDelete: "a", onUpdate: "a",
      index: referenced.indexes.first { Self.isKey($0, keys) }?.oid ?? 0)
    setDeferral(&constraint, attributes)
    constraint.isEnforced = !attributes.contains(.notEnforced)
    constraint.match = attributes.contains(.matchFull) ? Constraint.Match.full : attributes.contains(.matchPartial) ? .partial : .simple
    for action in children(node, .action) { setAction(action, &constraint) }
    state.relations[table]?.constraints.append(constraint)
    state.noteConstraints(of: table)
    clone(constraint, from: table)
  }

  private static func isKey(_ index: Index, _ columns: [String]) -> Bool {
    index.isUnique && index.predicate == nil && index.keys.count == columns.count && Set(index.keys.map(\.column)) == Set(columns)
  }

  private static let actionCodes: [NodeDetail: String] = [.noAction: "a", .restrict: "r", .cascade: "c", .setNull: "n", .setDefault: "d"]

  private func setAction(_ node: NodeID, _ constraint: inout Constraint) {
    let code = Self.actionCodes[detail(node)] ?? "a"
    if tree[node].attributes.contains(.update) {
      constraint.onUpdate = code
    } else {
      (constraint.onDelete, constraint.onDeleteColumns) = (code, children(node, .column).map { self.name($0) })
    }
  }

  /// Partitions have the foreign keys of the table above them.
  private mutating func clone(_ constraint: Constraint, from table: OID) {
    guard state.relations[table]?.kind == .partitionedTable else { return }
    for child in state.descendants(of: table) { addInherited(constraint, to: child) }
  }

  mutating func addInherited(_ constraint: Constraint, to table: OID) {
    guard let relation = state.relations[table] else { return }
    if let place = relation.constraints.firstIndex(where: { Self.isSame($0, constraint) }) {
      state.relations[table]?.constraints[place].isLocal = false
      state.relations[table]?.constraints[place].isInherited = true
      return
    }
    var copy = constraint
    (copy.isLocal, copy.isInherited, copy.comment) = (false, true, nil)
    if relation.constraints.contains(where: { $0.name == copy.name }) {
      copy.name = ObjectNames.unused(relation.name, ObjectNames.joined(copy.columns), "fkey") { isConstraint($0, in: relation.schema) }
    }
    state.relations[table]?.constraints.append(copy)
    state.noteConstraints(of: table)
  }

  private static func isSame(_ a: Constraint, _ b: Constraint) -> Bool {
    a.kind == b.kind && a.columns == b.columns && a.referencedTable == b.referencedTable && a.referencedSchema == b.referencedSchema
      && a.referencedColumns == b.referencedColumns && a.onDelete == b.onDelete && a.onUpdate == b.onUpdate
  }
}

import PostgresSyntax
import SourceText

/// CREATE INDEX, and the indexes behind keys (`DefineIndex`).
extension DDLInterpreter {
  mutating func createIndex(_ id: NodeID) throws(DDLError) {
    guard let relationNode = child(id, .relation), let relation = state.relations[try self.relation(relationNode)] else { return }
    let method = child(id, .method).map { self.name($0) } ?? "btree"
    var keys: [Index.Key] = []
    for item in children(id, .item) { keys.append(try key(item, of: relation, method: method)) }
    let included = children(id, .include).compactMap { child($0, .value).flatMap { names($0).last } }
    let given = child(id, .name).flatMap { names($0).last }
    if let given, state.isTaken(QualifiedName(relation.schema, given)) {
      if words(id).contains(.ifNotExists) { return }
      throw DDLError("42P07", "relation \"\(given)\" already exists", at: child(id, .name))
    }
    let keyNames = ObjectNames.distinct(keys.map { $0.column ?? Self.indexColumnName(of: $0.expression) } + included)
    let name = given ?? ObjectNames.unused(relation.name, ObjectNames.joined(keyNames), "idx") {
      state.isTaken(QualifiedName(relation.schema, $0))
    }
    let isOnly = tree[id].attributes.contains(.only)
    let index = Index(
      oid: state.newOID(), name: name, method: method, isUnique: words(id).contains(.unique), isPrimary: false,
      nullsNotDistinct: words(id).contains(.nullsNotDistinct), keys: keys, included: included,
      predicate: child(id, .whereClause).flatMap { child($0, .condition) }.map { expression($0) }, definition: storageOptions(id))
    addIndex(index, nil, to: relation.oid, isOnly: isOnly)
  }

  /// Adds an index, the constraint over it, and on a partitioned table the indexes of its partitions.
  mutating func addIndex(_ index: Index, _ constraint: Constraint?, to table: OID, isOnly: Bool) {
    var (index, constraint) = (index, constraint)
    let isPartitioned = state.relations[table]?.kind == .partitionedTable
    if isPartitioned, isOnly, !state.descendants(of: table).isEmpty { index.isValid = false }
    state.add(index, to: table)
    if let made = constraint {
      state.relations[table]?.constraints.append(made)
      state.noteConstraints(of: table)
      if made.kind == .primaryKey { for column in made.columns { setNotNull(column, of: table) } }
      constraint = made
    }
    guard isPartitioned, !isOnly, let name = state.relations[table]?.qualifiedName else { return }
    for child in (state.children[name] ?? []).sorted() { addPart(of: index, in: name.schema, constraint, to: child) }
  }

  /// The index of a partition that belongs to one of the table above: one that is there already, or a new one.
  mutating func addPart(of index: Index, in schema: String, _ constraint: Constraint?, to child: OID) {
    guard let relation = state.relations[child] else { return }
    let parent = QualifiedName(schema, index.name)
    if let place = relation.indexes.firstIndex(where: { Self.matches($0, index) && $0.parent == nil }) {
      state.relations[child]?.indexes[place].parent = parent
      let name = relation.indexes[place].name
      if let own = relation.constraints.firstIndex(where: { $0.name == name && $0.kind.hasIndex }) {
        state.relations[child]?.constraints[own].isLocal = false
        state.relations[child]?.constraints[own].isInherited = true
        return
      }
      if constraint == nil { return }
    }
    let keyNames = ObjectNames.distinct(index.keys.map { $0.column ?? Self.indexColumnName(of: $0.expression) } + index.included)
    let label = index.isPrimary ? "pkey" : constraint == nil ? "idx" : index.isExclusion ? "excl" : "key"
    var part = index
    (part.oid, part.parent, part.comment, part.isValid) = (state.newOID(), parent, nil, true)
    part.name = ObjectNames.unused(relation.name, index.isPrimary ? nil : ObjectNames.joined(keyNames), label) {
      state.isTaken(QualifiedName(relation.schema, $0)) || constraint != nil && isConstraint($0, in: relation.schema)
    }
    var copy = constraint
    copy?.name = part.name
    copy?.index = part.oid
    copy?.isLocal = false
    copy?.isInherited = true
    copy?.comment = nil
    addIndex(part, copy, to: child, isOnly: false)
  }

  static func matches(_ a: Index, _ b: Index) -> Bool {
    a.isUnique == b.isUnique && a.method == b.method && a.keys == b.keys && a.included == b.included && a.predicate == b.predicate
      && a.nullsNotDistinct == b.nullsNotDistinct
  }

  /// Gives a new partition what the table above it has: indexes, keys, foreign keys, triggers.
  mutating func clonePartitionParts(of parent: OID, to child: OID) {
    guard let relation = state.relations[parent] else { return }
    for index in relation.indexes {
      addPart(of: index, in: relation.schema, relation.constraints.first { $0.name == index.name && $0.kind.hasIndex }, to: child)
    }
    for constraint in relation.constraints where constraint.kind == .foreignKey { addInherited(constraint, to: child) }
    for trigger in relation.triggers where trigger.isForEachRow { addInherited(trigger, to: child) }
  }

  mutating func addInherited(_ trigger: Trigger, to table: OID) {
    guard state.relations[table]?.triggers.contains(where: { $0.name == trigger.name }) == false else { return }
    var copy = trigger
    (copy.isInherited, copy.comment) = (true, nil)
    state.relations[table]?.triggers.append(copy)
  }

  /// The copy of an index by CREATE TABLE … LIKE.
  mutating func copyIndex(_ index: Index, _ constraint: Constraint?, to table: OID) {
    guard let relation = state.relations[table] else { return }
    let keyNames = ObjectNames.distinct(index.keys.map { $0.column ?? Self.indexColumnName(of: $0.expression) } + index.included)
    let label = index.isPrimary ? "pkey" : constraint == nil ? "idx" : index.isExclusion ? "excl" : "key"
    var copy = index
    (copy.oid, copy.parent, copy.comment) = (state.newOID(), nil, nil)
    copy.name = ObjectNames.unused(relation.name, index.isPrimary ? nil : ObjectNames.joined(keyNames), label) {
      state.isTaken(QualifiedName(relation.schema, $0)) || constraint != nil && isConstraint($0, in: relation.schema)
    }
    var key = constraint
    key?.name = copy.name
    key?.index = copy.oid
    key?.comment = nil
    addIndex(copy, key, to: table, isOnly: false)
  }

  /// An `indexElement`.
  func key(_ node: NodeID, of relation: Relation, method: String) throws(DDLError) -> Index.Key {
    guard let value = child(node, .value) else { throw DDLError("42601", "an index element is missing", at: node) }
    let attributes = tree[node].attributes
    var key: Index.Key
    if kind(value) == .columnReference {
      let column = names(value).last ?? ""
      guard relation.column(named: column) != nil else { throw DDLError("42703", "column \"\(column)\" does not exist", at: value) }
      key = Index.Key(column: column, expression: Identifier.quoted(column))
    } else {
      key = Index.Key(column: nil, expression: indexExpression(value))
    }
    key.isDescending = attributes.contains(.descending)
    key.nullsFirst = attributes.contains(.nullsFirst) || key.isDescending && !attributes.contains(.nullsLast)
    if let collation = child(node, .collation).map({ collationName($0) }) {
      let own = key.column.flatMap { relation.column(named: $0)?.collation }
      key.collation = collation == own ? nil : collation
    }
    if let written = child(node, .operatorClass) { key.operatorClass = operatorClass(names(written), method: method) }
    return key
  }

  /// Qualified and quoted; nil for one that is the default of its type.
  private func operatorClass(_ parts: [String], method: String) -> String? {
    let name = parts.last ?? ""
    let all = state.operatorClasses + state.base.catalog.operatorClasses
    let found = all.filter { $0.name == name && $0.method == method && (parts.count < 2 || $0.schema == parts[parts.count - 2]) }
    let path = ["pg_catalog"] + searchPath
    guard let best = found.min(by: { (path.firstIndex(of: $0.schema) ?? 99) < (path.firstIndex(of: $1.schema) ?? 99) }) else {
      return parts.count > 1 ? QualifiedName(parts[parts.count - 2], name).description : QualifiedName("pg_catalog", name).description
    }
    return best.isDefault ? nil : QualifiedName(best.schema, best.name).description
  }

  /// ` WITH (fillfactor='70')`, or nothing.
  func storageOptions(_ id: NodeID) -> String {
    let options = options(id).map { option in
      let parts = option.split(separator: "=", maxSplits: 1)
      // `flatten_reloptions`: only a value that is no plain name is quoted.
      let value = parts.count > 1 ? String(parts[1]) : ""
      return "\(parts[0])=\(Identifier.quoted(value) == value ? value : Self.literal(value))"
    }
    return options.isEmpty ? "" : " WITH (\(options.joined(separator: ", ")))"
  }

  /// The name that an index column of an expression has (`FigureIndexColname`): that of its function, else `expr`.
  static func indexColumnName(of expression: String) -> String {
    guard let tree = try? Parser.parseFragment(SQLText(expression)) else { return "expr" }
    return ExpressionName.proposed(by: tree) ?? "expr"
  }
}

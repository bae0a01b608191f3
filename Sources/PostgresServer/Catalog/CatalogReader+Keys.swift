import PostgresCatalog

/// Constraints, indexes, triggers, rules and policies.
extension CatalogReader {
  mutating func readConstraint(_ row: inout CopyRow) {
    guard let place = relationPlaces[row.oid()] else { return }
    let name = row.string()
    guard let kind = Constraint.Kind(rawValue: row.string()) else { return }
    var constraint = Constraint(
      name: name, kind: kind, columns: names(row.numbers(), ofRelationAt: place), definition: row.string(), isDeferrable: row.bool())
    (constraint.isInitiallyDeferred, constraint.isValidated, constraint.isEnforced) = (row.bool(), row.bool(), row.bool())
    (constraint.isLocal, constraint.isInherited) = (row.bool(), row.bool())
    let isNoInherit = row.bool()
    constraint.isTemporal = row.bool()
    let (referenced, referencedColumns) = (row.oid(), row.numbers(Int.self))
    let (match, onDelete, onUpdate, onDeleteColumns) = (row.string(), row.string(), row.string(), row.numbers(Int.self))
    if kind == .foreignKey {
      if let above = relationPlaces[referenced] {
        (constraint.referencedSchema, constraint.referencedTable) = (catalog.relations[above].schema, catalog.relations[above].name)
        constraint.referencedColumns = names(referencedColumns, ofRelationAt: above)
      }
      constraint.match = Constraint.Match(rawValue: match) ?? .simple
      (constraint.onDelete, constraint.onUpdate) = (onDelete, onUpdate)
      constraint.onDeleteColumns = names(onDeleteColumns, ofRelationAt: place)
    }
    constraint.exclusionOperators = row.numbers(OID.self).map { oid in
      operatorPlaces[oid].map { QualifiedName(catalog.operators[$0].schema, catalog.operators[$0].name) } ?? QualifiedName("", "")
    }
    constraint.index = row.oid()
    constraint.comment = row.optional()
    if kind == .check {
      constraint.isNoInherit = isNoInherit
      constraint.checkExpression = Self.checkExpression(constraint.definition)
    }
    catalog.relations[place].constraints.append(constraint)
  }

  private func names(_ numbers: [Int], ofRelationAt place: Int) -> [String] {
    numbers.compactMap { column($0, ofRelationAt: place)?.name }
  }

  /// `CHECK (expression)` and what may follow it, as `pg_get_constraintdef` prints them: printing the expression a second time
  /// would double the cost.
  static func checkExpression(_ definition: String) -> String? {
    var text = Substring(definition)
    for ending in [" NOT ENFORCED", " NOT VALID", " NO INHERIT"] where text.hasSuffix(ending) { text.removeLast(ending.count) }
    guard text.hasPrefix("CHECK ("), text.hasSuffix(")") else { return nil }
    return String(text.dropFirst("CHECK (".count).dropLast())
  }

  mutating func readIndex(_ row: inout CopyRow) {
    let table = row.oid()
    guard let relation = relationPlaces[table] else { return }
    let (oid, name, method) = (row.oid(), row.string(), row.string())
    let (isUnique, isPrimary, isExclusion, isValid, nullsNotDistinct) = (row.bool(), row.bool(), row.bool(), row.bool(), row.bool())
    let (keyCount, numbers, classes, collations) = (row.int(), row.numbers(Int.self), row.numbers(OID.self), row.numbers(OID.self))
    let (options, expressions) = (row.numbers(Int.self), row.optionalArray() ?? [])
    let keys = numbers.prefix(keyCount).enumerated().map { place, number in
      let column = column(number, ofRelationAt: relation)
      var key = Index.Key(column: column?.name, expression: column.map { Identifier.quoted($0.name) } ?? "")
      if column == nil, place < expressions.count { key.expression = expressions[place] ?? "" }
      if place < options.count { (key.isDescending, key.nullsFirst) = (options[place] & 1 != 0, options[place] & 2 != 0) }
      if place < classes.count { key.operatorClass = notDefault(classes[place]) }
      if place < collations.count, collations[place] != collation(of: column, in: table) { key.collation = collationName(collations[place]) }
      return key
    }
    var index = Index(
      oid: oid, name: name, method: method, isUnique: isUnique, isPrimary: isPrimary, isValid: isValid,
      nullsNotDistinct: nullsNotDistinct, keys: Array(keys), included: names(Array(numbers.dropFirst(keyCount)), ofRelationAt: relation),
      predicate: row.optional(), definition: row.string())
    if index.definition.isEmpty { index.definition = Self.definition(of: index, on: catalog.relations[relation].qualifiedName) }
    index.isExclusion = isExclusion
    index.comment = row.optional()
    indexPlaces[oid] = (relation, catalog.relations[relation].indexes.count)
    catalog.relations[relation].indexes.append(index)
  }

  /// What `pg_get_indexdef` prints for an index on columns alone, without options and predicate, under an empty search path.
  private static func definition(of index: Index, on relation: QualifiedName) -> String {
    func visible(_ name: String) -> String { name.hasPrefix("pg_catalog.") ? String(name.dropFirst("pg_catalog.".count)) : name }
    let keys = index.keys.map { key in
      let order =
        key.isDescending ? (key.nullsFirst ? " DESC" : " DESC NULLS LAST") : (key.nullsFirst ? " NULLS FIRST" : "")
      return key.expression + (key.collation.map { " COLLATE " + visible($0) } ?? "") + (key.operatorClass.map { " " + visible($0) } ?? "") + order
    }
    let included = index.included.isEmpty ? "" : " INCLUDE (\(index.included.map(Identifier.quoted).joined(separator: ", ")))"
    return "CREATE \(index.isUnique ? "UNIQUE " : "")INDEX \(Identifier.quoted(index.name)) ON \(relation) USING \(index.method) "
      + "(\(keys.joined(separator: ", ")))\(included)\(index.nullsNotDistinct ? " NULLS NOT DISTINCT" : "")"
  }

  private func notDefault(_ oid: OID) -> String? {
    guard let place = operatorClassPlaces[oid], !catalog.operatorClasses[place].isDefault else { return nil }
    return QualifiedName(catalog.operatorClasses[place].schema, catalog.operatorClasses[place].name).description
  }

  /// The collation that a key has unless another is named; of an expression that is not known, and the database's is taken.
  private func collation(of column: Column?, in table: OID) -> OID {
    guard let column else { return Self.defaultCollation }
    return columnCollations[ColumnPlace(relation: table, number: column.number)] ?? typeCollations[column.type] ?? 0
  }

  /// `DEFAULT_COLLATION_OID` in `pg_collation.dat`.
  private static let defaultCollation: OID = 100

  // MARK: Triggers, rules, policies

  mutating func readTrigger(_ row: inout CopyRow) {
    guard let place = relationPlaces[row.oid()] else { return }
    let (name, type, columns, function) = (row.string(), row.int(), row.numbers(Int.self), QualifiedName(row.string(), row.string()))
    var trigger = Trigger(
      name: name, timing: type & 64 != 0 ? .insteadOf : type & 2 != 0 ? .before : .after, events: Self.events(type),
      isForEachRow: type & 1 != 0, function: function, definition: "")
    trigger.updateColumns = names(columns, ofRelationAt: place)
    trigger.arguments = Self.arguments(row.string())
    trigger.isConditional = row.bool()
    trigger.enabled = Trigger.Enabled(rawValue: row.string()) ?? .origin
    (trigger.isConstraint, trigger.isDeferrable, trigger.isInitiallyDeferred) = (row.bool(), row.bool(), row.bool())
    (trigger.oldTable, trigger.newTable) = (row.optional(), row.optional())
    trigger.isInherited = row.bool()
    trigger.definition = row.string()
    trigger.comment = row.optional()
    catalog.relations[place].triggers.append(trigger)
  }

  /// Bits of `pg_trigger.tgtype` (`TRIGGER_TYPE_INSERT`… in `pg_trigger.h`).
  private static func events(_ type: Int) -> [Trigger.Event] {
    [(4, Trigger.Event.insert), (8, .delete), (16, .update), (32, .truncate)].filter { type & $0.0 != 0 }.map(\.1)
  }

  /// Strings that each end with a zero byte, in hexadecimal digits.
  static func arguments(_ hexadecimal: String) -> [String] {
    let digits = Array(hexadecimal.utf8)
    let bytes = stride(from: 0, to: digits.count - 1, by: 2).map { place in
      UInt8(String(decoding: digits[place...place + 1], as: UTF8.self), radix: 16) ?? 0
    }
    return bytes.split(separator: 0, omittingEmptySubsequences: false).dropLast().map { String(decoding: $0, as: UTF8.self) }
  }

  mutating func readRule(_ row: inout CopyRow) {
    guard let place = relationPlaces[row.oid()] else { return }
    let name = row.string()
    guard let event = Rule.Event(rawValue: row.string()) else { return }
    catalog.relations[place].rules.append(
      Rule(
        name: name, event: event, isInstead: row.bool(), enabled: Trigger.Enabled(rawValue: row.string()) ?? .origin,
        definition: row.string(), comment: row.optional()))
  }

  mutating func readPolicy(_ row: inout CopyRow) {
    guard let place = relationPlaces[row.oid()] else { return }
    let name = row.string()
    guard let command = Policy.Command(rawValue: row.string()) else { return }
    catalog.relations[place].policies.append(
      Policy(
        name: name, command: command, isPermissive: row.bool(), roles: row.array(), using: row.optional(), check: row.optional(),
        comment: row.optional()))
  }
}

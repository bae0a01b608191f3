import PostgresSyntax

/// CREATE TYPE, CREATE DOMAIN and their ALTER ("CREATE TYPE"; `typecmds.c`).
extension DDLInterpreter {
  mutating func createType(_ id: NodeID) throws(DDLError) {
    guard let node = child(id, .name) else { return }
    let name = try creationName(node)
    if state.type(name) != nil { throw DDLError("42710", "type \"\(name.name)\" already exists", at: node) }
    switch kind(id) {
    case .createEnumStatement:
      var type = PostgresType(oid: state.newOID(), schema: name.schema, name: name.name, kind: .enum, category: "E")
      type.labels = children(id, .value).map { value($0) }
      state.addWithArray(type)
    case .createCompositeTypeStatement: try createComposite(id, name)
    case .createRangeStatement: try createRange(id, name)
    default: try createDomain(id, name)
    }
  }

  private mutating func createComposite(_ id: NodeID, _ name: QualifiedName) throws(DDLError) {
    var relation = Relation(oid: state.newOID(), schema: name.schema, name: name.name, kind: .compositeType, rowType: 0)
    var pending = PendingParts()
    for element in children(id, .element) { try addColumn(element, to: &relation, &pending) }
    state.add(relation)
    addRowType(relation.oid)
  }

  private mutating func createDomain(_ id: NodeID, _ name: QualifiedName) throws(DDLError) {
    guard let typeNode = child(id, .type) else { return }
    let (base, modifier) = try type(typeNode)
    let under = state.type(base)
    var domain = PostgresType(
      oid: state.newOID(), schema: name.schema, name: name.name, kind: .domain, category: under?.category ?? "U", base: base, baseModifier: modifier)
    domain.isCollatable = under?.isCollatable ?? false
    // A domain over a domain keeps the default of that one.
    domain.defaultExpression = under?.kind == .domain ? under?.defaultExpression : nil
    var checks: [NodeID] = []
    for constraint in children(id, .constraint) {
      switch kind(constraint) {
      case .notNullConstraint: domain.isNotNull = true
      case .defaultConstraint: domain.defaultExpression = child(constraint, .value).flatMap { defaultExpression($0, of: base) }
      case .collateClause: domain.collation = child(constraint, .collation).flatMap { collationName($0) }
      case .checkConstraint: checks.append(constraint)
      default: break
      }
    }
    state.addWithArray(domain)
    for check in checks { try addCheck(check, toDomain: domain.oid) }
  }

  private mutating func addCheck(_ node: NodeID, toDomain oid: OID) throws(DDLError) {
    guard let domain = state.types[oid], let condition = child(node, .condition) else { return }
    let name = child(node, .name).map { self.name($0) } ?? ObjectNames.unused(domain.name, nil, "check") { isConstraint($0, in: domain.schema) }
    if domain.checks.contains(where: { $0.name == name }) {
      throw DDLError("42710", "constraint \"\(name)\" for domain \"\(domain.name)\" already exists", at: node)
    }
    let isValidated = !words(node).contains(.notValid)
    let check = DomainCheck(name: name, expression: expression(condition), isValidated: isValidated)
    state.types[oid]?.checks.append(check)
    state.usedConstraintNames.insert(QualifiedName(domain.schema, name))
  }

  // MARK: Ranges

  private mutating func createRange(_ id: NodeID, _ name: QualifiedName) throws(DDLError) {
    var options: [String: NodeID] = [:]
    for option in children(id, .option) {
      if let key = child(option, .name), let value = child(option, .value) { options[self.name(key)] = value }
    }
    guard let subtypeNode = options["subtype"] else { throw DDLError("42601", "type attribute \"subtype\" is required", at: id) }
    let subtype = try type(subtypeNode).oid
    let operatorClass = options["subtype_opclass"].map { names($0) }.flatMap { $0.isEmpty ? nil : $0 }
      .map { QualifiedName($0.count > 1 ? $0[$0.count - 2] : "pg_catalog", $0[$0.count - 1]) } ?? defaultOperatorClass(of: subtype)
    let multiParts = options["multirange_type_name"].flatMap { child($0, .name) ?? $0 }.map { names($0) } ?? []
    let multiName = QualifiedName(
      multiParts.count > 1 ? multiParts[multiParts.count - 2] : name.schema, multiParts.last ?? ObjectNames.multirange(of: name.name))
    var range = PostgresType(oid: state.newOID(), schema: name.schema, name: name.name, kind: .range, category: "R")
    var multirange = PostgresType(oid: state.newOID(), schema: multiName.schema, name: multiName.name, kind: .multirange, category: "R")
    multirange.rangeOfMultirange = range.oid
    let collation = options["collation"].flatMap { child($0, .name) ?? $0 }.flatMap { collationName($0) }
    func function(_ key: String) -> QualifiedName? { options[key].map { functionName(names($0)) } }
    range.range = RangeDetails(
      subtype: subtype, multirange: multirange.oid, collation: collation, operatorClass: operatorClass, canonical: function("canonical"),
      difference: function("subtype_diff"))
    state.addWithArray(range)
    state.addWithArray(multirange)
    addConstructors(of: range, subtype, multirange)
  }

  private func defaultOperatorClass(of type: OID) -> QualifiedName {
    let classes = (state.base.catalog.operatorClasses + state.operatorClasses).filter { $0.method == "btree" && $0.isDefault }
    let input: OID = type == .varchar ? .text : type
    let found = classes.first { $0.input == input } ?? classes.first { state.type(type)?.kind == .enum && $0.name == "enum_ops" }
    return found.map { QualifiedName($0.schema, $0.name) } ?? QualifiedName("pg_catalog", (state.type(type)?.name ?? "") + "_ops")
  }

  /// The functions that make ranges and multiranges (`makeRangeConstructors`, `makeMultirangeConstructors`), and the cast between them.
  private mutating func addConstructors(of range: PostgresType, _ subtype: OID, _ multirange: PostgresType) {
    let rangeArray = state.types[range.oid]?.array ?? 0
    let made: [(PostgresType, [OID], OID, Bool, String)] = [
      (range, [subtype, subtype], 0, false, "range_constructor2"), (range, [subtype, subtype, .text], 0, false, "range_constructor3"),
      (multirange, [], 0, true, "multirange_constructor0"), (multirange, [range.oid], 0, true, "multirange_constructor1"),
      (multirange, [rangeArray], range.oid, true, "multirange_constructor2"),
    ]
    for (type, arguments, variadic, isStrict, source) in made {
      var function = Function(
        oid: state.newOID(), schema: type.schema, name: type.name, kind: .function, arguments: arguments, variadic: variadic, result: type.oid,
        isStrict: isStrict, volatility: .immutable)
      (function.parallel, function.body, function.modes) = (.safe, source, variadic == 0 ? [] : [.variadic])
      state.add(function)
      if source == "multirange_constructor1" {
        state.casts.append(Cast(source: range.oid, target: multirange.oid, context: .explicit, function: function.oid, isBinary: false))
      }
    }
  }

  // MARK: ALTER

  private mutating func typeToAlter(_ id: NodeID) throws(DDLError) -> OID {
    let parts = child(id, .name).map { names($0) } ?? []
    guard let oid = userType(parts) else {
      throw DDLError("42704", "type \"\(parts.joined(separator: "."))\" does not exist", at: child(id, .name))
    }
    return oid
  }

  mutating func alterEnum(_ id: NodeID) throws(DDLError) {
    let oid = try typeToAlter(id)
    guard let action = child(id, .action), let node = child(action, .value), var labels = state.types[oid]?.labels else { return }
    let label = value(node)
    if kind(action) == .renameEnumValue {
      guard let place = labels.firstIndex(of: label) else { throw DDLError("22023", "\"\(label)\" is not an existing enum label", at: node) }
      labels[place] = child(action, .newValue).map { value($0) } ?? label
      let type = typeText(oid)
      replaceInExpressions(Self.literal(label) + "::" + type, with: Self.literal(labels[place]) + "::" + type)
    } else {
      if labels.contains(label) {
        if words(action).contains(.ifNotExists) { return }
        throw DDLError("42710", "enum label \"\(label)\" already exists", at: node)
      }
      var place = labels.count
      if let neighbor = child(action, .neighbor) {
        guard let found = labels.firstIndex(of: value(neighbor)) else {
          throw DDLError("22023", "\"\(value(neighbor))\" is not an existing enum label", at: neighbor)
        }
        place = words(action).contains(.before) ? found : found + 1
      }
      labels.insert(label, at: place)
    }
    state.types[oid]?.labels = labels
  }

  /// A stored expression holds objects, not names: it follows a new name.
  mutating func replaceInExpressions(_ old: String, with new: String) {
    func replaced(_ text: String?) -> String? { text.map { $0.contains(old) ? $0.replacing(old, with: new) : $0 } }
    for (oid, found) in Array(state.relations) {
      var relation = found
      for place in relation.columns.indices { relation.columns[place].defaultExpression = replaced(relation.columns[place].defaultExpression) }
      for place in relation.constraints.indices { relation.constraints[place].checkExpression = replaced(relation.constraints[place].checkExpression) }
      for place in relation.indexes.indices { relation.indexes[place].predicate = replaced(relation.indexes[place].predicate) }
      if relation != found { state.relations[oid] = relation }
    }
  }

  mutating func alterDomain(_ id: NodeID) throws(DDLError) {
    let oid = try typeToAlter(id)
    guard let action = child(id, .action), let domain = state.types[oid] else { return }
    let name = child(action, .constraint).map { self.name($0) } ?? ""
    switch kind(action) {
    case .setDefault:
      let text = child(action, .value).flatMap { defaultExpression($0, of: domain.base) }
      state.types[oid]?.defaultExpression = text
    case .dropDefault: state.types[oid]?.defaultExpression = nil
    case .setNotNull: state.types[oid]?.isNotNull = true
    case .dropNotNull: state.types[oid]?.isNotNull = false
    case .addConstraint:
      guard let node = child(action, .constraint) else { return }
      if kind(node) == .checkConstraint { try addCheck(node, toDomain: oid) }
      if kind(node) == .notNullConstraint { state.types[oid]?.isNotNull = true }
    case .dropConstraint:
      guard domain.checks.contains(where: { $0.name == name }) || words(action).contains(.ifExists) else {
        throw DDLError("42704", "constraint \"\(name)\" of domain \"\(domain.name)\" does not exist", at: action)
      }
      state.types[oid]?.checks.removeAll { $0.name == name }
    case .validateConstraint:
      if let place = domain.checks.firstIndex(where: { $0.name == name }) { state.types[oid]?.checks[place].isValidated = true }
    default: break
    }
  }
}

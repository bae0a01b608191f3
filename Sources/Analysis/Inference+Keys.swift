import PostgresCatalog
import PostgresSyntax

/// What a key of ORDER BY, GROUP BY or DISTINCT ON is.
struct SelectKey: Sendable {
  var node: NodeID
  /// The output column that it names or numbers, or that is the same expression; nil for an expression of its own.
  var output: Int?
}

/// What a type has to support for a clause.
enum KeyDemand {
  case order, equality
}

/// ORDER BY, GROUP BY, DISTINCT ON (`findTargetlistEntrySQL92`).
extension Inference {
  /// The select list that keys refer to.
  struct KeyContext {
    var columns: [OutputColumn]
    /// The SELECT whose `origins` say what is behind the columns; nil for a set operation.
    var owner: NodeID?
    /// False where `*` over an unknown relation hides columns.
    var isComplete: Bool
  }

  @discardableResult
  func orderByClause(_ id: NodeID, _ context: KeyContext) -> [SelectKey] {
    isDone[Int(id.index)] = true
    var keys: [SelectKey] = []
    for item in each(id, .item) where kind(item) == .sortItem {
      isDone[Int(item.index)] = true
      guard let value = child(item, .value) else { continue }
      keys.append(at(.orderBy) { key(value, "ORDER BY", context) })
      sortOperator(item, value)
    }
    return keys
  }

  /// The sort operators of an ORDER BY whose expressions have been read: within calls and windows.
  func orderKeys(_ clause: NodeID) {
    isDone[Int(clause.index)] = true
    for item in each(clause, .item) where kind(item) == .sortItem {
      isDone[Int(item.index)] = true
      guard let value = child(item, .value) else { continue }
      if type(of: value) == .unknown { coerce(value, to: .text) }
      sortOperator(item, value)
    }
  }

  @discardableResult
  func distinctClause(_ id: NodeID, _ context: KeyContext) -> [SelectKey] {
    isDone[Int(id.index)] = true
    return children(id, .item).map { item in
      let found = at(.distinctOn) { key(item, "DISTINCT ON", context) }
      settleKey(item, .equality)
      return found
    }
  }

  @discardableResult
  func groupByClause(_ id: NodeID, _ context: KeyContext) -> [SelectKey] {
    isDone[Int(id.index)] = true
    var keys: [SelectKey] = []
    var pending = Array(children(id, .item).reversed())
    while let item = pending.popLast() {
      switch kind(item) {
      case .groupingSet:
        isDone[Int(item.index)] = true
        pending += children(item, .item).reversed()
      case .rowConstructor where !has(item, .explicit):
        isDone[Int(item.index)] = true
        set(item, .record)
        pending += children(item, .item).reversed()
      default:
        keys.append(at(.groupBy) { key(item, "GROUP BY", context) })
        settleKey(item, .equality)
      }
    }
    return keys
  }

  /// A key that may be a name or number of an output column.
  private func key(_ id: NodeID, _ construct: String, _ context: KeyContext) -> SelectKey {
    if let output = outputKey(id, construct, context) { return SelectKey(node: id, output: output) }
    if isDone[Int(id.index)] { return SelectKey(node: id, output: nil) }
    expression(id)
    if type(of: id) == .unknown { coerce(id, to: .text) }
    guard let owner = context.owner, let origins = origins[owner] else { return SelectKey(node: id, output: nil) }
    if let column = column(of: id) {
      let output = origins.firstIndex { $0.binding.map { self.column(of: $0) } ?? $0.node.map { self.column(of: $0) } == column }
      return SelectKey(node: id, output: output)
    }
    guard let key = key(of: id) else { return SelectKey(node: id, output: nil) }
    let output = origins.firstIndex { origin in
      origin.binding.map { self.key(of: $0) == key } ?? origin.node.map { self.key(of: $0) == key } ?? false
    }
    return SelectKey(node: id, output: output)
  }

  /// Tries a key as a name or number of an output column; in GROUP BY a column of the FROM clause of that name goes before.
  ///
  /// - Returns: nil where it is no such name or number; -1 where it is a number without a column.
  func outputKey(_ id: NodeID, _ construct: String, _ context: KeyContext) -> Int? {
    let inner = unparenthesized(id)
    if let number = ordinal(id, inner, construct, context) { return number }
    guard kind(inner) == .columnReference, let names = names(inner), names.count == 1 else { return nil }
    if construct == "GROUP BY" {
      switch lookUp(column: names[0], isLocal: true) {
      case .none, .uncertain: break
      default: return nil
      }
    }
    guard let match = context.columns.firstIndex(where: { $0.name == names[0] }) else { return nil }
    if context.columns.indices.contains(where: { $0 > match && context.columns[$0].name == names[0] && differ($0, match, context) }) {
      report("42702", "\(construct) \"\(names[0])\" is ambiguous", at: inner)
    }
    use(output: match, context, id, inner)
    return match
  }

  /// Whether two output columns are for certain not the same expression.
  private func differ(_ a: Int, _ b: Int, _ context: KeyContext) -> Bool {
    guard a != b, let owner = context.owner, let origins = origins[owner], a < origins.count, b < origins.count else { return false }
    func key(_ origin: OutputOrigin) -> String? { origin.binding.map { self.key(of: $0) } ?? origin.node.flatMap { self.key(of: $0) } }
    guard let first = key(origins[a]), let second = key(origins[b]) else { return false }
    return first != second
  }

  /// A constant is the number of an output column, or wrong.
  private func ordinal(_ id: NodeID, _ inner: NodeID, _ construct: String, _ context: KeyContext) -> Int? {
    guard let text = constantText(inner) else { return nil }
    guard kind(inner) == .integerLiteral || kind(inner) == .unaryOperation, numberType(integer(of: inner), isNegative: false) == .int4 else {
      report("42601", "non-integer constant in \(construct)", at: inner)
      use(output: nil, context, id, inner)
      return -1
    }
    let number = tree.integerValue(of: integer(of: inner)).map { kind(inner) == .unaryOperation ? -$0 : $0 }
    guard let number, number >= 1, number <= context.columns.count else {
      if context.isComplete { report("42P10", "\(construct) position \(number.map(String.init) ?? text) is not in select list", at: inner) }
      use(output: nil, context, id, inner)
      return -1
    }
    // Behind columns that are not known the number counts them too.
    let isKnown = context.isComplete || !context.columns.prefix(number).contains { $0.name == "*" && $0.type == nil }
    use(output: isKnown ? number - 1 : nil, context, id, inner)
    return isKnown ? number - 1 : -1
  }

  /// The text of a constant (`A_Const`), a negative number included; nil for anything else.
  private func constantText(_ id: NodeID) -> String? {
    switch kind(id) {
    case .integerLiteral, .numericLiteral, .stringLiteral, .bitStringLiteral, .nullLiteral: return tree.string(of: id)
    case .booleanLiteral: return analyzer.hasBooleanConstants ? tree.string(of: id) : nil
    case .unaryOperation:
      guard let sign = child(id, .operator), tree.string(of: sign) == "-", let operand = child(id, .operand) else { return nil }
      let inner = unparenthesized(operand)
      return kind(inner) == .integerLiteral || kind(inner) == .numericLiteral ? "-" + tree.string(of: inner) : nil
    default: return nil
    }
  }

  private func integer(of id: NodeID) -> NodeID {
    kind(id) == .unaryOperation ? child(id, .operand).map { unparenthesized($0) } ?? id : id
  }

  private func use(output: Int?, _ context: KeyContext, _ id: NodeID, _ inner: NodeID) {
    if let output { refuseCalls(in: output, context, at: inner) }
    var current = id
    while true {
      isDone[Int(current.index)] = true
      if let output {
        set(current, context.columns[output].type ?? TypeReference(0))
        resolve(current, .output(output))
      }
      guard current != inner, let next = child(current, .operand) else { return }
      current = next
    }
  }

  /// GROUP BY of an output column that calls an aggregate or window function (`checkTargetlistEntrySQL92`).
  private func refuseCalls(in output: Int, _ context: KeyContext, at id: NodeID) {
    guard scopes[scope].place == .groupBy, let owner = context.owner, let origins = origins[owner], output < origins.count,
      let node = origins[output].node
    else { return }
    if let found = firstCall(in: node, aggregates) { report("42803", "aggregate functions are not allowed in GROUP BY", at: found) }
    if let found = firstCall(in: node, windowCalls) { report("42P20", "window functions are not allowed in GROUP BY", at: found) }
  }

  func firstCall(in id: NodeID, _ calls: NodeMap<Int>) -> NodeID? {
    guard !calls.isEmpty else { return nil }
    var found: NodeID?
    walk(id) { node in
      if found == nil, calls[node] == scope { found = node }
      return found == nil
    }
    return found
  }
}

// MARK: - Operators behind keys

extension Inference {
  /// Objects to a key whose type cannot be sorted or compared (`get_sort_group_operators`).
  func settleKey(_ id: NodeID, _ demand: KeyDemand) {
    if type(of: id) == .unknown { coerce(id, to: .text) }
    refuse(type(of: id), demand, at: id)
  }

  func refuse(_ type: OID, _ demand: KeyDemand, at id: NodeID) {
    switch demand {
    case .order where !analyzer.sorting.canSort(type):
      report(
        "42883", "could not identify an ordering operator for type \(display(type))",
        hint: "Use an explicit ordering operator or modify the query.", at: id)
    case .equality where !analyzer.sorting.canCompare(type):
      report("42883", "could not identify an equality operator for type \(display(type))", at: id)
    default: break
    }
  }

  /// The operator of one sort item: `<` or `>`, or that of USING (`addTargetToSortList`).
  private func sortOperator(_ item: NodeID, _ value: NodeID) {
    guard let written = child(item, .operator) else { return settleKey(value, .order) }
    guard let name = operatorName(written), type(of: value) != 0 else { return }
    let type = type(of: value)
    guard case .found = cache.operator(name.name, schema: name.schema, left: type, right: type) else {
      return failedOperator(written, name, left: type, right: type, isAmbiguous: false)
    }
    if ["<", ">", "~<~", "~>~", "*<", "*>"].contains(name.name) { return }
    if analyzer.index.operators(named: name.name).contains(where: { $0.schema != "pg_catalog" }) { return }
    report(
      "42809", "operator \(name.name) is not a valid ordering operator",
      hint: "Ordering operators must be \"<\" or \">\" members of btree operator families.", at: written)
  }
}

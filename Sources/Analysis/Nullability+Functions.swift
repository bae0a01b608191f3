import PostgresCatalog
import PostgresSyntax

extension NullabilityAnalysis {
  func functionCall(_ id: NodeID) -> Bool {
    guard case .function(let function) = typed[id].resolution else {
      // `type(value)` is a cast.
      guard case .none = typed[id].resolution, typed[id].type != nil, let argument = child(id, .argument) else { return true }
      return isNullable(argument) || analyzer.index.type(types.base(of: type(of: id)))?.schema != "pg_catalog"
    }
    if function.returnsSet { return true }
    let isWindow = child(id, .over) != nil
    switch function.kind {
    case .aggregate: return aggregate(id, function, isWindow: isWindow)
    case .window: return window(id, function)
    case .function, .procedure: return plain(function, each(id, .argument))
    }
  }

  /// A construct of the grammar that stands for a function.
  func systemCall(_ id: NodeID) -> Bool {
    guard case .function(let function) = typed[id].resolution else { return true }
    let roles: [Role] = [.argument, .placing, .from, .for, .pattern, .escape, .character]
    return plain(function, roles.flatMap { children(id, $0) })
  }

  private func plain(_ function: Function, _ arguments: some Sequence<NodeID>) -> Bool {
    if NeverNull.always.contains(function.name), function.schema == "pg_catalog" { return false }
    if NeverNull.afterFirst.contains(function.name), function.schema == "pg_catalog" {
      return arguments.first { _ in true }.map { isNullable($0) } ?? true
    }
    return arguments.contains { isNullable($0) } || !NeverNull.contains(function, types)
  }

  /// Over no rows every aggregate but count is NULL; GROUP BY makes no empty groups.
  private func aggregate(_ id: NodeID, _ function: Function, isWindow: Bool) -> Bool {
    guard function.schema == "pg_catalog" else { return true }
    if NeverNull.counts.contains(function.name) { return false }
    guard NeverNull.aggregates.contains(function.name), child(id, .filter) == nil else { return true }
    if isWindow {
      guard hasDefaultFrame(id) else { return true }
    } else {
      let owner = order.owner(of: id)
      guard owner >= 0, isGroupedPlainly(NodeID(Int(owner))), readsOwnLevel(id, owner) else { return true }
    }
    return each(id, .argument).contains { isNullable($0) } && !NeverNull.collecting.contains(function.name)
  }

  private func isGroupedPlainly(_ select: NodeID) -> Bool {
    guard kind(select) == .selectClause, let clause = child(select, .groupByClause) else { return false }
    let items = children(clause, .item)
    return !items.isEmpty && !each(clause).contains { kind($0) == .groupingSet || kind($0) == .hole }
  }

  /// Whether an aggregate reads a column of its own SELECT: one of outer columns alone belongs to the outer query.
  private func readsOwnLevel(_ id: NodeID, _ owner: Int32) -> Bool {
    for number in Int(order.start(of: id))...Int(id.index) {
      guard case .column(let source, _) = typed.facts[number].resolution, kind(NodeID(number)) == .columnReference else { continue }
      if order.owner(of: typed.sources[source].node) == owner { return true }
    }
    return false
  }

  /// Whether a window's frame holds the current row for certain: it does where none is given.
  private func hasDefaultFrame(_ id: NodeID) -> Bool {
    guard let over = child(id, .over), kind(over) == .windowDefinition else { return false }
    return child(over, .frame) == nil && child(over, .base) == nil
  }

  private func window(_ id: NodeID, _ function: Function) -> Bool {
    guard function.schema == "pg_catalog" else { return true }
    let arguments = children(id, .argument)
    switch function.name {
    case "row_number", "rank", "dense_rank", "percent_rank", "cume_dist": return false
    case "lag", "lead": return arguments.count < 3 || arguments.contains { isNullable($0) }
    case "first_value", "last_value": return !hasDefaultFrame(id) || arguments.contains { isNullable($0) }
    case "ntile": return arguments.contains { isNullable($0) }
    default: return true
    }
  }
}

// MARK: - What conditions prove

/// A column of a source.
struct ColumnPlace: Hashable, Sendable {
  var source: Int
  var column: Int
}

extension NullabilityAnalysis {
  /// Hands over the columns that cannot be NULL in rows for which a condition is true.
  func forEachProven(by condition: NodeID, _ body: (ColumnPlace) -> Void) {
    let count = pending.count
    pending.append(condition)
    while pending.count > count, let next = pending.popLast() {
      switch kind(next) {
      case .and: pending += each(next)
      case .parenthesized: pushStrictOperands(next)
      case .isTrue where !has(next, .negated): if let operand = child(next, .operand) { pending.append(operand) }
      case .isNull where has(next, .negated): if let operand = child(next, .operand) { notNullOperand(operand, body) }
      case .or: for column in provenByAll(Array(each(next))) { body(column) }
      default: operandsOfTruth(next, body)
      }
    }
  }

  /// What a true predicate proves more than one that merely is not NULL: over no rows IN and ANY are false whatever the left side is, and
  /// `false AND NULL` is false.
  private func operandsOfTruth(_ id: NodeID, _ body: (ColumnPlace) -> Void) {
    switch kind(id) {
    case .between where !has(id, .negated) && !has(id, .symmetric) && isStrict(id):
      for role in [Role.operand, .low, .high] {
        if let operand = child(id, role) { strictColumns(operand, body) }
      }
    case .anyComparison where isStrict(id): if let left = child(id, .left) { strictColumns(left, body) }
    case .inSubquery where !has(id, .negated) && isStrict(id):
      if let operand = child(id, .operand), kind(unparenthesized(operand)) != .rowConstructor { strictColumns(operand, body) }
    default: strictColumns(id, body)
    }
  }

  /// OR proves what each of its sides does; long chains are not worth the look.
  private func provenByAll(_ sides: [NodeID]) -> Set<ColumnPlace> {
    guard sides.count <= 64, let first = sides.first else { return [] }
    var common = columnsProven(by: first)
    for side in sides.dropFirst() where !common.isEmpty { common.formIntersection(columnsProven(by: side)) }
    return common
  }

  private func columnsProven(by condition: NodeID) -> Set<ColumnPlace> {
    var found: Set<ColumnPlace> = []
    forEachProven(by: condition) { found.insert($0) }
    return found
  }

  private func notNullOperand(_ operand: NodeID, _ body: (ColumnPlace) -> Void) {
    let row = unparenthesized(operand)
    guard kind(row) == .rowConstructor else { return strictColumns(operand, body) }
    for item in each(row, .item) { strictColumns(item, body) }
  }

  /// The columns for whose NULL an expression is NULL.
  private func strictColumns(_ id: NodeID, _ body: (ColumnPlace) -> Void) {
    let count = pending.count
    pending.append(id)
    while pending.count > count, let next = pending.popLast() {
      switch kind(next) {
      case .columnReference, .identifier:
        if case .column(let source, let column) = typed.facts[Int(next.index)].resolution { body(ColumnPlace(source: source, column: column)) }
      case .parenthesized, .collate, .not, .atTimeZone, .subscript: pushStrictOperands(next)
      case .unaryOperation, .binaryOperation, .like, .ilike, .similarTo: if isStrict(next) { pushStrictOperands(next) }
      case .inList, .between: if isStrict(next) { pushStrictOperands(next) }
      case .functionCall: pushStrictArguments(next)
      case .typeCast, .castExpression: if isStrictCast(next) { pushStrictOperands(next) }
      default: continue
      }
    }
  }

  private func pushStrictOperands(_ id: NodeID) {
    switch kind(id) {
    case .binaryOperation, .like, .ilike, .similarTo:
      push(child(id, .left))
      push(child(id, .right))
    default: push(child(id, .operand))
    }
  }

  private func push(_ operand: NodeID?) {
    if let operand, kind(unparenthesized(operand)) != .rowConstructor { pending.append(operand) }
  }

  private func isStrict(_ id: NodeID) -> Bool {
    guard case .operator(let row) = typed.facts[Int(id.index)].resolution else { return false }
    return analyzer.strictFunctions.contains(row.function)
  }

  private func pushStrictArguments(_ id: NodeID) {
    guard case .function(let function) = typed.facts[Int(id.index)].resolution, function.isStrict, function.kind == .function, !function.returnsSet
    else { return }
    // VARIADIC arguments are gathered in an array, which is not NULL.
    let count = function.variadic != 0 ? function.arguments.count - 1 : function.arguments.count
    for argument in each(id, .argument).prefix(max(count, 0)) where kind(argument) != .namedArgument { pending.append(argument) }
  }

  private func isStrictCast(_ id: NodeID) -> Bool {
    if case .function(let function) = typed.facts[Int(id.index)].resolution { return function.isStrict }
    return true
  }
}

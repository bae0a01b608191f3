import PostgresCatalog
import PostgresSyntax

extension NullabilityAnalysis {
  /// Whether an expression's value can be NULL, its parts being known.
  func value(_ id: NodeID) -> Bool {
    let nullable = plainValue(id)
    return nullable || isHiddenByGrouping(id)
  }

  /// With grouping sets every expression of the list may be a key that is NULL in some rows; counts are none, nor is what an aggregate
  /// takes in.
  private func isHiddenByGrouping(_ id: NodeID) -> Bool {
    let owner = order.owner(of: id)
    guard owner >= 0, hasGroupingSets(NodeID(Int(owner))), !isBeforeGrouping(id, of: NodeID(Int(owner))) else { return false }
    switch kind(id) {
    case .integerLiteral, .numericLiteral, .stringLiteral, .bitStringLiteral, .booleanLiteral, .typedLiteral: return false
    case .specialFunction: return type(of: id) != .int4
    case .functionCall: return !isAggregate(id)
    default: return !order.isAggregated(id)
    }
  }

  private func isAggregate(_ id: NodeID) -> Bool {
    if case .function(let function) = typed[id].resolution { return function.kind != .function }
    return false
  }

  private func any(_ nodes: some Sequence<NodeID>) -> Bool { nodes.contains { isNullable($0) } }
  private func anyChild(_ id: NodeID, _ first: Role, _ second: Role, _ third: Role) -> Bool {
    any(each(id, first)) || any(each(id, second)) || any(each(id, third))
  }

  private func operand(_ id: NodeID) -> Bool { child(id, .operand).map { isNullable($0) } ?? true }

  private func plainValue(_ id: NodeID) -> Bool {
    switch kind(id) {
    case .integerLiteral, .numericLiteral, .stringLiteral, .bitStringLiteral, .booleanLiteral: return false
    case .typedLiteral: return child(id, .value).map { kind($0) != .stringLiteral } ?? true
    case .columnReference, .identifier: return columnReference(id)
    case .parenthesized, .collate, .not, .isOther: return operand(id)
    case .isNull, .isTrue, .isFalse, .isUnknown, .isDistinctFrom, .exists, .arraySubquery, .arrayConstructor, .rowConstructor: return false
    case .unaryOperation: return operand(id) || !isTotal(id)
    case .binaryOperation: return binary(id)
    case .and, .or: return any(each(id))
    case .booleanTail: return any(each(id))
    case .between: return rowOrValue(id, .operand) || rowOrValue(id, .low) || rowOrValue(id, .high) || !isTotal(id)
    case .inList: return rowOrValue(id, .operand) || each(id, .item).contains { comparesNull($0) } || !isTotal(id)
    case .inSubquery: return rowOrValue(id, .operand) || subqueryHasNull(id, .subquery)
    case .like, .ilike, .similarTo: return anyChild(id, .left, .right, .escape) || !isTotal(id)
    case .anyComparison, .allComparison: return quantified(id)
    default: return furtherValue(id)
    }
  }

  private func furtherValue(_ id: NodeID) -> Bool {
    switch kind(id) {
    case .functionCall: return functionCall(id)
    case .namedArgument: return child(id, .value).map { isNullable($0) } ?? true
    case .typeCast, .castExpression: return operand(id) || !isTotalCast(id)
    case .caseExpression: return caseExpression(id)
    case .coalesce, .greatest, .least: return each(id, .argument).allSatisfy { isNullable($0) }
    case .sqlValueFunction: return tree.string(of: id).lowercased().hasPrefix("current_schema")
    case .extract: return extract(id)
    case .scalarSubquery: return scalarSubquery(id)
    case .atTimeZone: return operand(id) || child(id, .zone).map { isNullable($0) } ?? true
    case .position, .overlay, .trim, .substring: return systemCall(id)
    case .specialFunction: return !(type(of: id) == .int4 && tree.string(of: id).lowercased().hasPrefix("grouping"))
    default: return true
    }
  }

  // MARK: Columns

  private func columnReference(_ id: NodeID) -> Bool {
    switch typed[id].resolution {
    case .column(let source, let column): return isNullable(source, column) || isGroupedAway(source, id)
    case .row(let source): return typed.sources[source].isNullExtended && !proofs[source].isPresent || isGroupedAway(source, id)
    case .output(let number): return output(number, id)
    default:
      guard let source = systemColumnSources[id] else { return true }
      return typed.sources[source].isNullExtended && !proofs[source].isPresent || isGroupedAway(source, id)
    }
  }

  private func isGroupedAway(_ source: Int, _ id: NodeID) -> Bool {
    !order.isAggregated(id) && isGrouped(away: source, at: id)
  }

  private func output(_ number: Int, _ id: NodeID) -> Bool {
    let owner = order.owner(of: id)
    if owner >= 0, let origins = origins[NodeID(Int(owner))], number < origins.count {
      if let node = origins[number].node { return isNullable(node) }
      return origins[number].binding.map { isNullable($0) } ?? true
    }
    // ORDER BY of a set operation: of the query that it stands in.
    guard let query = tree.ancestor(of: id, .query), let body = child(query, .body), let columns = typed.outputs[body], number < columns.count else { return true }
    return columns[number].isNullable
  }

  // MARK: Operators

  /// Whether the node's operator never gives NULL for arguments that are not.
  private func isTotal(_ id: NodeID) -> Bool {
    guard case .operator(let row) = typed[id].resolution else { return false }
    return NeverNull.contains(row, types)
  }

  private func binary(_ id: NodeID) -> Bool {
    guard let left = child(id, .left), let right = child(id, .right) else { return true }
    guard kind(unparenthesized(left)) != .rowConstructor || kind(unparenthesized(right)) == .rowConstructor else { return true }
    return comparesNull(left) || comparesNull(right) || !isTotal(id)
  }

  private func rowOrValue(_ id: NodeID, _ role: Role) -> Bool {
    child(id, role).map { comparesNull($0) } ?? true
  }

  /// Whether a comparison with a value meets NULL: in a row, which itself is not NULL, it meets that of a field.
  private func comparesNull(_ id: NodeID) -> Bool {
    let value = unparenthesized(id)
    return kind(value) == .rowConstructor ? each(value, .item).contains { comparesNull($0) } : isNullable(id)
  }

  private func subqueryHasNull(_ id: NodeID, _ role: Role) -> Bool {
    guard var subquery = child(id, role).map({ unparenthesized($0) }), isTotal(id) else { return true }
    if kind(subquery) == .scalarSubquery, let inner = child(subquery, .subquery) { subquery = inner }
    guard let columns = typed.outputs[subquery], !columns.isEmpty else { return true }
    return columns.contains { $0.isNullable }
  }

  private func quantified(_ id: NodeID) -> Bool {
    guard let right = child(id, .right), !rowOrValue(id, .left), isTotal(id) else { return true }
    let inner = unparenthesized(right)
    switch kind(inner) {
    case .query, .scalarSubquery: return subqueryHasNull(id, .right)
    case .arrayConstructor: return any(each(inner, .item))
    case .stringLiteral: return tree.string(of: inner).lowercased().contains("null") || isEscaped(inner)
    default: return true
    }
  }

  /// Whether a literal may write its letters otherwise.
  private func isEscaped(_ id: NodeID) -> Bool { tree.string(of: id).contains { $0 == "\\" || $0 == "&" } }

  // MARK: Casts and choices

  private func isTotalCast(_ id: NodeID) -> Bool {
    if case .function(let function) = typed[id].resolution { return NeverNull.containsCast(function) }
    let target = types.base(of: type(of: id))
    guard let entry = types[target], entry.kind != .pseudo, entry.kind != .composite else { return false }
    // Without a function: the same bits, or the text form; only a type's own input function could give NULL.
    return entry.kind == .enum || entry.kind == .range || analyzer.index.type(target)?.schema == "pg_catalog"
  }

  private func caseExpression(_ id: NodeID) -> Bool {
    guard let fallback = child(id, .else) else { return true }
    return isNullable(fallback) || each(id, .when).contains { child($0, .result).map { isNullable($0) } ?? true }
  }

  /// Fields of an infinite date are NULL, except those that grow with it ("EXTRACT, date_part").
  private func extract(_ id: NodeID) -> Bool {
    guard let argument = child(id, .argument), !isNullable(argument), let field = child(id, .field) else { return true }
    if types.base(of: type(of: argument)) == .time || types.base(of: type(of: argument)) == .timetz { return false }
    let name = tree.string(of: field).lowercased().filter { $0.isLetter }
    return !["year", "years", "century", "decade", "epoch", "isoyear", "julian", "millennium"].contains(name)
  }

  private func scalarSubquery(_ id: NodeID) -> Bool {
    guard let subquery = child(id, .subquery), let column = typed.outputs[subquery]?.first else { return true }
    return column.isNullable || !givesOneRow(subquery)
  }

  /// Whether a query gives exactly one row for certain: aggregates without GROUP BY, or a SELECT without FROM.
  private func givesOneRow(_ query: NodeID) -> Bool {
    guard kind(query) == .query, child(query, .limitClause) == nil, child(query, .offsetClause) == nil,
      let body = child(query, .body), kind(body) == .selectClause, child(body, .groupByClause) == nil,
      child(body, .havingClause) == nil, let list = child(body, .targetList)
    else { return false }
    if each(query).contains(where: { kind($0) == .hole }) || each(body).contains(where: { kind($0) == .hole }) { return false }
    let range = Int(order.start(of: list))...Int(list.index)
    var hasAggregate = false
    for number in range where order.places[number].owner == body.index {
      guard case .function(let function) = typed.facts[number].resolution else { continue }
      if function.returnsSet { return false }
      if function.kind == .aggregate, child(NodeID(number), .over) == nil { hasAggregate = true }
    }
    return hasAggregate || (child(body, .fromClause) == nil && child(body, .whereClause) == nil)
  }
}

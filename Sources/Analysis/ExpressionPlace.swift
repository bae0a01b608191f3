/// Where an expression stands in its statement (`ParseExprKind`): what may be called there depends on it.
enum ExpressionPlace: Sendable {
  /// Nowhere in particular, or in a fragment whose place is not known: everything is allowed.
  case none
  case joinOn, fromSubquery, fromFunction, whereClause, having, filter
  case windowPartition, windowOrder, windowRange, windowRows, windowGroups
  case selectTarget, insertTarget, updateSource, updateTarget, mergeWhen
  case groupBy, orderBy, distinctOn, limit, offset, returning
  /// A row of VALUES; `singleRow` where INSERT has only one.
  case values, singleRow
  case indexExpression, indexPredicate, callArgument, cycleMark

  /// As messages name it (`ParseExprKindName`).
  var name: String {
    switch self {
    case .none: ""
    case .joinOn: "JOIN/ON"
    case .fromSubquery: "sub-SELECT in FROM"
    case .fromFunction: "function in FROM"
    case .whereClause: "WHERE"
    case .having: "HAVING"
    case .filter: "FILTER"
    case .windowPartition: "window PARTITION BY"
    case .windowOrder: "window ORDER BY"
    case .windowRange: "window RANGE"
    case .windowRows: "window ROWS"
    case .windowGroups: "window GROUPS"
    case .selectTarget: "SELECT"
    case .insertTarget: "INSERT"
    case .updateSource, .updateTarget: "UPDATE"
    case .mergeWhen: "MERGE WHEN"
    case .groupBy: "GROUP BY"
    case .orderBy: "ORDER BY"
    case .distinctOn: "DISTINCT ON"
    case .limit: "LIMIT"
    case .offset: "OFFSET"
    case .returning: "RETURNING"
    case .values, .singleRow: "VALUES"
    case .indexExpression: "index expression"
    case .indexPredicate: "index predicate"
    case .callArgument: "CALL"
    case .cycleMark: "CYCLE"
    }
  }
}

// MARK: - What may stand there

extension ExpressionPlace {
  /// How a message names the place where aggregates are not allowed; nil where they are (`check_agglevels_and_constraints`).
  var refusingAggregates: String? {
    switch self {
    case .none, .having, .windowPartition, .windowOrder, .selectTarget, .orderBy, .distinctOn: nil
    case .joinOn: "JOIN conditions"
    case .fromSubquery: "FROM clause of their own query level"
    case .fromFunction: "functions in FROM"
    case .mergeWhen: "MERGE WHEN conditions"
    case .indexExpression: "index expressions"
    case .indexPredicate: "index predicates"
    case .callArgument: "CALL arguments"
    default: name
    }
  }

  /// The like for window functions (`transformWindowFuncCall`).
  var refusingWindows: String? {
    switch self {
    case .none, .selectTarget, .orderBy, .distinctOn: nil
    case .joinOn: "JOIN conditions"
    case .fromFunction: "functions in FROM"
    case .windowPartition, .windowOrder, .windowRange, .windowRows, .windowGroups: "window definitions"
    case .mergeWhen: "MERGE WHEN conditions"
    case .indexExpression: "index expressions"
    case .indexPredicate: "index predicates"
    case .callArgument: "CALL arguments"
    default: name
    }
  }

  /// The like for functions that return sets (`check_srf_call_placement`).
  var refusingSets: String? {
    switch self {
    case .none, .fromFunction, .fromSubquery, .windowPartition, .windowOrder, .selectTarget, .insertTarget, .groupBy, .orderBy, .distinctOn,
      .singleRow:
      nil
    case .joinOn: "JOIN conditions"
    case .windowRange, .windowRows, .windowGroups: "window definitions"
    case .mergeWhen: "MERGE WHEN conditions"
    case .indexExpression: "index expressions"
    case .indexPredicate: "index predicates"
    case .callArgument: "CALL arguments"
    default: name
    }
  }
}

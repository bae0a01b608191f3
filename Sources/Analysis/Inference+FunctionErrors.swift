import PostgresCatalog
import PostgresSyntax
import SourceText

/// What PostgreSQL objects to in calls (`ParseFuncOrColumn`).
extension Inference {
  /// Named arguments come last, each once.
  func checkNotation(_ arguments: [NodeID]) {
    var names: Set<String> = []
    for argument in arguments {
      if kind(argument) == .namedArgument {
        guard let name = child(argument, .name).flatMap({ self.name($0) }) else { continue }
        if !names.insert(name).inserted { return report("42601", "argument name \"\(name)\" used more than once", at: argument) }
      } else if !names.isEmpty {
        return report("42601", "positional argument cannot follow named argument", at: argument)
      }
    }
  }

  /// Whether a polymorphic result depends on literals without a type alone.
  func isUndetermined(_ found: ResolvedFunction, _ call: CallShape) -> Bool {
    guard found.row.arguments.contains(where: { TypeTable.isPolymorphic($0) && !TypeTable.isCompatiblePolymorphic($0) }) else { return false }
    return zip(found.row.arguments, call.types).allSatisfy { declared, given in
      !TypeTable.isPolymorphic(declared) || TypeTable.isCompatiblePolymorphic(declared) || given == .unknown
    }
  }

  func checkVariadic(_ found: ResolvedFunction, _ arguments: [NodeID]) {
    guard found.row.variadic == .any, let last = arguments.last else { return }
    let type = type(of: last)
    if type != 0, types.element(of: type) == 0 { report("42804", "VARIADIC argument must be an array", at: last) }
  }

  /// Objects to what only other kinds of functions can have.
  ///
  /// - Returns: Whether there was something to object to.
  func refuse(_ id: NodeID, _ function: Function) -> Bool {
    let count = typed.errors.count
    lazy var name = child(id, .name).map { shownName($0) } ?? function.name
    switch function.kind {
    case .procedure:
      report(
        "42809", "\(name)(\(argumentList(id))) is a procedure", hint: "To call a procedure, use CALL.", at: id)
    case .function: refuseAggregateNotation(id, name)
    case .aggregate: refuseOrderedSetNotation(id, name, function)
    case .window:
      if child(id, .over) == nil {
        report("42809", "window function \(name) requires an OVER clause", at: id)
      } else if child(id, .withinGroup) != nil {
        report("42809", "window function \(name) cannot have WITHIN GROUP", at: id)
      }
    }
    return typed.errors.count > count
  }

  private func refuseAggregateNotation(_ id: NodeID, _ written: @autoclosure () -> String) {
    guard has(id, .star) || has(id, .distinct) || [.withinGroup, .orderByClause, .filter, .over].contains(where: { child(id, $0) != nil }) else { return }
    let name = written()
    let notation: String? =
      has(id, .star)
      ? "\(name)(*)"
      : has(id, .distinct)
        ? "DISTINCT" : child(id, .withinGroup) != nil
          ? "WITHIN GROUP" : child(id, .orderByClause) != nil ? "ORDER BY" : child(id, .filter) != nil ? "FILTER" : nil
    if let notation { return report("42809", "\(notation) specified, but \(name) is not an aggregate function", at: id) }
    if child(id, .over) != nil {
      report("42809", "OVER specified, but \(name) is not a window function nor an aggregate function", at: id)
    }
  }

  private func refuseOrderedSetNotation(_ id: NodeID, _ written: @autoclosure () -> String, _ function: Function) {
    let isOrdered = child(id, .withinGroup) != nil
    guard analyzer.isOrderedSet(function) else {
      if isOrdered { report("42809", "\(written()) is not an ordered-set aggregate, so it cannot have WITHIN GROUP", at: id) }
      return
    }
    let name = written()
    if !isOrdered { return report("42809", "WITHIN GROUP is required for ordered-set aggregate \(name)", at: id) }
    if child(id, .over) != nil { return report("0A000", "OVER is not supported for ordered-set aggregate \(name)", at: id) }
    let (direct, sorted) = (count(id, .argument), sortValues(child(id, .withinGroup)).count)
    let missing = "function \(name)(\(argumentList(id))) does not exist"
    if analyzer.isHypotheticalSet(function) {
      guard direct != sorted else { return }
      report(
        "42883", missing,
        hint: "To use the hypothetical-set aggregate \(name), the number of hypothetical direct arguments (here \(direct)) must match the "
          + "number of ordering columns (here \(sorted)).", at: id)
    } else if direct != function.arguments.count - 1 {
      let wanted = function.arguments.count - 1
      report(
        "42883", missing,
        hint: "There is an ordered-set aggregate \(name), but it requires \(wanted) direct argument\(wanted == 1 ? "" : "s"), not \(direct).", at: id)
    }
  }

  /// What follows from the kind of function that was found: where it stands, its ORDER BY, DISTINCT and window.
  func placeCall(_ id: NodeID, _ function: Function, _ arguments: [NodeID], _ sorted: [NodeID], after earlier: NodeID?) {
    lazy var name = child(id, .name).map { shownName($0) } ?? function.name
    if function.returnsSet { placeSetReturning(id, after: earlier) }
    guard function.kind == .aggregate || function.kind == .window else { return }
    let isEmpty = arguments.isEmpty && sorted.isEmpty && !has(id, .star)
    guard let over = child(id, .over) else {
      guard function.kind == .aggregate else { return }
      if isEmpty { return report("42809", "\(name)(*) must be used to call a parameterless aggregate function", at: id) }
      if arguments.contains(where: { kind($0) == .namedArgument }) {
        return report("42601", "aggregates cannot use named arguments", at: id)
      }
      return aggregateCall(id, arguments, sorted)
    }
    if has(id, .distinct) { return report("0A000", "DISTINCT is not implemented for window functions", at: id) }
    if function.kind == .aggregate, isEmpty {
      return report("42809", "\(name)(*) must be used to call a parameterless aggregate function", at: id)
    }
    if child(id, .orderByClause) != nil { return report("0A000", "aggregate ORDER BY is not implemented for window functions", at: id) }
    if function.kind == .window, child(id, .filter) != nil {
      return report("0A000", "FILTER is not implemented for non-aggregate window functions", at: id)
    }
    placeWindowCall(id, arguments + (child(id, .filter).map { [$0] } ?? []), over: over)
  }

  /// `transformAggregateCall`.
  private func aggregateCall(_ id: NodeID, _ arguments: [NodeID], _ sorted: [NodeID]) {
    let filter = child(id, .filter).map { [$0] } ?? []
    if let order = child(id, .withinGroup) {
      orderKeys(order)
      return placeAggregate(id, sorted + filter, direct: arguments)
    }
    var ordered: [NodeID] = []
    if let order = child(id, .orderByClause) {
      ordered = sortValues(order)
      at(.orderBy) { for value in ordered { expression(value) } }
      orderKeys(order)
    }
    if has(id, .distinct) { distinctArguments(arguments, ordered) }
    placeAggregate(id, arguments + ordered + filter)
  }

  private func distinctArguments(_ arguments: [NodeID], _ ordered: [NodeID]) {
    let keys = arguments.map { key(of: $0) }
    for value in ordered {
      guard let key = key(of: value), !keys.contains(nil) else { continue }
      if !keys.contains(key) {
        return report("42P10", "in an aggregate with DISTINCT, ORDER BY expressions must appear in argument list", at: value)
      }
    }
    for argument in arguments { settleKey(argument, .equality) }
  }

  func failedFunction(
    _ id: NodeID, _ name: (schema: String?, name: String), _ call: CallShape, isAmbiguous: Bool, noun: String = "function"
  ) {
    let shown = (name.schema.map { $0 + "." } ?? "") + name.name
    let unnamed = call.types.count - call.names.count
    let list = call.types.enumerated().map { number, type in
      (number < unnamed ? "" : call.names[number - unnamed] + " => ") + display(type)
    }
    let what = "\(noun) \(shown)(\(list.joined(separator: ", "))) " + (isAmbiguous ? "is not unique" : "does not exist")
    resolve(id, .unresolved(what))
    guard call.types.allSatisfy(isKnownForCertain), !analyzer.index.catalog.functions.isEmpty, name.schema != "pg_temp" else { return }
    if let schema = name.schema, isMissing(schema: schema) { return report("3F000", "schema \"\(schema)\" does not exist", at: id) }
    let place = callPlace(id)
    guard !isAmbiguous else {
      let hint = "Could not choose a best candidate \(noun). You might need to add explicit type casts."
      return report("42725", what, hint: hint, in: place)
    }
    let isMisplaced = kind(id) == .functionCall && child(id, .orderByClause) != nil
    report(
      "42883", what,
      hint: isMisplaced
        ? "No aggregate function matches the given name and argument types. "
          + "Perhaps you misplaced ORDER BY; ORDER BY must appear after all regular arguments of the aggregate."
        : "No \(noun) matches the given name and argument types. You might need to add explicit type casts.", in: place)
  }

  func isMissing(schema: String) -> Bool {
    let catalog = analyzer.index.catalog
    return analyzer.index.schema(named: schema) == nil && schema != "pg_catalog" && schema != "information_schema" && !catalog.schemas.isEmpty
  }

  /// Where PostgreSQL points to: the construct, or its words where they stand behind an operand.
  private func callPlace(_ id: NodeID) -> ByteRange {
    switch kind(id) {
    case .atTimeZone, .isOther: operatorRange(id)
    case .overlaps: operatorRange(id)
    default: tree[id].range
    }
  }

  private func shownName(_ id: NodeID) -> String { names(id).map { $0.joined(separator: ".") } ?? tree.string(of: id) }

  /// The types of a call's arguments as messages list them.
  private func argumentList(_ id: NodeID) -> String {
    let values = children(id, .argument) + sortValues(child(id, .withinGroup))
    return values.map { value in
      guard kind(value) == .namedArgument, let inner = child(value, .value) else { return display(type(of: value)) }
      return (child(value, .name).flatMap { name($0) }.map { $0 + " => " } ?? "") + display(type(of: inner))
    }.joined(separator: ", ")
  }
}

extension Analyzer {
  /// Ordered-set aggregates of pg_catalog ("Ordered-Set Aggregate Functions", "Hypothetical-Set Aggregate Functions").
  func isOrderedSet(_ function: Function) -> Bool {
    guard function.schema == "pg_catalog" else { return false }
    return ["percentile_cont", "percentile_disc", "mode"].contains(function.name) || isHypotheticalSet(function)
  }

  func isHypotheticalSet(_ function: Function) -> Bool {
    function.kind == .aggregate && function.schema == "pg_catalog" && ["rank", "dense_rank", "percent_rank", "cume_dist"].contains(function.name)
  }
}

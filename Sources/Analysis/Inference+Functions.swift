import PostgresCatalog
import PostgresSyntax

/// Calls (`transformFuncCall`, `ParseFuncOrColumn`).
extension Inference {
  func functionCall(_ id: NodeID) {
    let arguments = has(id, .star) ? [] : children(id, .argument)
    let earlier = scopes[scope].lastSetReturning
    for argument in arguments { expression(argument) }
    let sorted = sortValues(child(id, .withinGroup))
    if !sorted.isEmpty { at(.orderBy) { for value in sorted { expression(value) } } }
    if let filter = child(id, .filter) { filterClause(filter) }
    checkNotation(arguments)
    guard let nameNode = child(id, .name), let name = functionName(nameNode) else {
      resolve(id, .unresolved("the function's name is a hole"))
      return restOfCall(id)
    }
    let values = sorted.isEmpty ? arguments : arguments + sorted
    var call = CallShape(types: values.map { type(of: $0) }, isVariadic: has(id, .variadic))
    for argument in arguments where kind(argument) == .namedArgument {
      if let name = child(argument, .name).flatMap({ self.name($0) }) { call.names.append(name) }
    }
    call.isLoneLiteral = values.count == 1 && kind(unparenthesized(values[0])) != .placeholder
    if let found = resolveFunction(id, name, call, values) { placeCall(id, found, arguments, sorted, after: earlier) }
    unifyHypothetical(id, arguments, sorted)
    restOfCall(id)
  }

  /// The name as schema and name; a database's name before them has to be that of the connection.
  private func functionName(_ id: NodeID) -> (schema: String?, name: String)? {
    if count(id, .name) == 3, let names = names(id), !isOwnDatabase(names[0]) {
      report("0A000", "cross-database references are not implemented: \(names.joined(separator: "."))", at: id)
    }
    return schemaAndName(id)
  }

  func isOwnDatabase(_ name: String) -> Bool {
    let database = analyzer.index.catalog.database
    return database.isEmpty || database == name
  }

  /// What of the call nothing has read: ORDER BY and window of a call that was not found.
  private func restOfCall(_ id: NodeID) {
    if let order = child(id, .orderByClause) {
      at(.orderBy) { for value in sortValues(order) { expression(value) } }
      for value in sortValues(order) where type(of: value) == .unknown { coerce(value, to: .text) }
    }
    guard let over = child(id, .over), !isDone[Int(over.index)], !scopes[scope].pendingWindows.contains(over) else { return }
    if kind(over) == .windowDefinition { scopes[scope].pendingWindows.append(over) } else { isDone[Int(over.index)] = true }
  }

  /// A hypothetical-set aggregate compares its arguments with the sorted values, pair by pair (`unify_hypothetical_args`).
  private func unifyHypothetical(_ id: NodeID, _ arguments: [NodeID], _ sorted: [NodeID]) {
    guard !sorted.isEmpty, arguments.count == sorted.count, case .function(let function) = typed[id].resolution,
      function.schema == "pg_catalog", ["rank", "dense_rank", "percent_rank", "cume_dist"].contains(function.name)
    else { return }
    for (argument, value) in zip(arguments, sorted) { _ = unify([argument, value], "WITHIN GROUP") }
  }

  private func filterClause(_ filter: NodeID) {
    let inner = kind(filter) == .whereClause ? child(filter, .condition) ?? firstChild(filter) ?? filter : filter
    condition(inner, "FILTER", .filter)
    isDone[Int(filter.index)] = true
  }

  /// The expressions of an ORDER BY clause whose items are plain expressions.
  func sortValues(_ clause: NodeID?) -> [NodeID] {
    guard let clause else { return [] }
    return each(clause, .item).compactMap { kind($0) == .sortItem ? child($0, .value) : nil }
  }
}

// MARK: - Resolution

extension Inference {
  /// Resolves a call of analysed arguments and notes function and result type on `id`.
  ///
  /// - Returns: The function, where the call is one and all is well so far.
  @discardableResult
  func resolveFunction(
    _ id: NodeID, _ name: (schema: String?, name: String), _ call: CallShape, _ arguments: [NodeID]
  ) -> Function? {
    if call.types.contains(0) {
      resolveAround(id, name, call)
      return nil
    }
    switch cache.function(name.name, schema: name.schema, call) {
    case .found(let found):
      if kind(id) == .functionCall, refuse(id, found.row) { return nil }
      resolve(id, .function(found.row))
      set(id, found.result)
      if isUndetermined(found, call) { reportWithoutPlace("42804", "could not determine polymorphic type because input has type unknown") }
      for (argument, declared) in zip(arguments, found.arguments) { coerceArgument(argument, to: declared) }
      if call.isVariadic { checkVariadic(found, arguments) }
      return found.row
    case .cast(let target):
      if let argument = arguments.first { cast(id, argument, to: TypeReference(target)) }
    case .ambiguous: failedFunction(id, name, call, isAmbiguous: true)
    case .none:
      if !projectedField(id, name, arguments) { failedFunction(id, name, call, isAmbiguous: false) }
    }
    return nil
  }

  private func coerceArgument(_ argument: NodeID, to declared: OID) {
    guard kind(argument) == .namedArgument else { return _ = coerce(argument, to: declared) }
    isDone[Int(argument.index)] = true
    if let value = child(argument, .value) {
      coerce(value, to: declared)
      set(argument, reference(of: value))
    }
  }

  /// A call with an argument that cannot be known: the function itself only if it is the only one of its name.
  private func resolveAround(_ id: NodeID, _ name: (schema: String?, name: String), _ call: CallShape) {
    resolve(id, .unresolved("the type of an argument is not known"))
    set(id, analyzer.functions.agreedResult(name.name, schema: name.schema, call))
    let all = analyzer.functions.functions(named: name.name, schema: name.schema)
    if all.count == 1, all[0].arguments.count == call.types.count {
      resolve(id, .function(all[0]))
    }
  }

  /// `field(row)` is another way to write `row.field`.
  private func projectedField(
    _ id: NodeID, _ name: (schema: String?, name: String), _ arguments: [NodeID]
  ) -> Bool {
    guard name.schema == nil, arguments.count == 1, let field = field(named: name.name, of: arguments[0]) else { return false }
    set(id, field)
    resolve(id, .unresolved("a field of a row"))
    return true
  }

  /// A construct of the grammar that stands for a function of pg_catalog.
  func systemCall(_ id: NodeID, _ name: String, _ arguments: [NodeID]) {
    systemArguments.set(id, arguments)
    let call = CallShape(types: arguments.map { type(of: $0) })
    resolveFunction(id, ("pg_catalog", name), call, arguments)
  }
}

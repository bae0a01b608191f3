import PostgresCatalog
import PostgresSyntax

extension Inference {
  func functionCall(_ id: NodeID) {
    let arguments = has(id, .star) ? [] : children(id, .argument)
    for argument in arguments { expression(argument) }
    let sorted = sortValues(child(id, .withinGroup))
    for value in sorted { expression(value) }
    if let filter = child(id, .filter) { filterClause(filter) }
    guard let nameNode = child(id, .name), let name = schemaAndName(nameNode) else {
      resolve(id, .unresolved("the function's name is a hole"))
      return restOfCall(id)
    }
    let values = (arguments + sorted)
    var call = CallShape(types: values.map { type(of: $0) }, isVariadic: has(id, .variadic))
    call.names = arguments.compactMap { kind($0) == .namedArgument ? child($0, .name).flatMap { self.name($0) } : nil }
    call.isLoneLiteral = values.count == 1 && kind(unparenthesized(values[0])) != .placeholder
    resolveFunction(id, name, call, values)
    unifyHypothetical(id, arguments, sorted)
    restOfCall(id)
  }

  /// ORDER BY within the call and the window, which PostgreSQL reads after the function is known.
  private func restOfCall(_ id: NodeID) {
    for value in sortValues(child(id, .orderByClause)) { expression(value) }
    guard let over = child(id, .over) else { return }
    if kind(over) == .windowDefinition { windowDefinition(over) } else { isDone[Int(over.index)] = true }
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
    condition(inner, "FILTER")
    isDone[Int(filter.index)] = true
  }

  /// The expressions of an ORDER BY clause whose items are plain expressions.
  func sortValues(_ clause: NodeID?) -> [NodeID] {
    guard let clause else { return [] }
    return children(clause, .item).compactMap { kind($0) == .sortItem ? child($0, .value) : nil }
  }

  /// PARTITION BY, ORDER BY and frame.
  func windowDefinition(_ id: NodeID) {
    isDone[Int(id.index)] = true
    for part in children(id, .partition) { expression(part) }
    let sorted = sortValues(child(id, .orderByClause))
    for value in sorted { expression(value) }
    guard let frame = child(id, .frame) else { return }
    isDone[Int(frame.index)] = true
    let isRange = firstWord(frame) == "range"
    for bound in children(frame, .item) {
      expression(bound)
      if isRange { rangeBound(bound, sorted.first) } else { coerce(bound, to: .int8, .assignment) }
    }
  }

  /// The offset of RANGE: of the sorted type, of dates and times an interval (`in_range` support functions).
  private func rangeBound(_ bound: NodeID, _ sorted: NodeID?) {
    guard type(of: bound) == .unknown, let sorted else { return }
    let ordered = types.base(of: type(of: sorted))
    switch ordered {
    case .date, .timestamp, .timestamptz, .time, .timetz, .interval: coerce(bound, to: .interval)
    case .float4: coerce(bound, to: .float8)
    default: coerce(bound, to: ordered)
    }
  }

  private func firstWord(_ id: NodeID) -> String {
    let range = tree[id].range
    let bytes = tree.text.bytes[min(max(range.start, 0), tree.text.bytes.count)...]
    return String(decoding: bytes.prefix { ($0 | 0x20) >= UInt8(ascii: "a") && ($0 | 0x20) <= UInt8(ascii: "z") }, as: UTF8.self).lowercased()
  }
}

// MARK: - Resolution

extension Inference {
  /// Resolves a call of analysed arguments and notes function and result type on `id`.
  func resolveFunction(
    _ id: NodeID, _ name: (schema: String?, name: String), _ call: CallShape, _ arguments: [NodeID]
  ) {
    if call.types.contains(0) { return resolveAround(id, name, call) }
    switch analyzer.functions.find(name.name, schema: name.schema, call) {
    case .found(let found):
      for (argument, declared) in zip(arguments, found.arguments) { coerceArgument(argument, to: declared) }
      resolve(id, .function(found.row))
      set(id, found.result)
    case .cast(let target): if let argument = arguments.first { cast(id, argument, to: TypeReference(target)) }
    case .ambiguous: failedFunction(id, name, call, isAmbiguous: true)
    case .none:
      if !projectedField(id, name, arguments) { failedFunction(id, name, call, isAmbiguous: false) }
    }
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
    if all.count == 1, all[0].arguments.count == call.types.count { resolve(id, .function(all[0])) }
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

  private func failedFunction(
    _ id: NodeID, _ name: (schema: String?, name: String), _ call: CallShape, isAmbiguous: Bool
  ) {
    let shown = (name.schema.map { $0 + "." } ?? "") + name.name
    let unnamed = call.types.count - call.names.count
    let list = call.types.enumerated().map { number, type in
      (number < unnamed ? "" : call.names[number - unnamed] + " => ") + display(type)
    }
    let what = "function \(shown)(\(list.joined(separator: ", "))) " + (isAmbiguous ? "is not unique" : "does not exist")
    resolve(id, .unresolved(what))
    guard call.types.allSatisfy(isCertain), !analyzer.index.catalog.functions.isEmpty, name.schema != "pg_temp" else { return }
    if let schema = name.schema, analyzer.index.schema(named: schema) == nil, schema != "pg_catalog", schema != "information_schema" {
      return report("3F000", "schema \"\(schema)\" does not exist", at: id)
    }
    let hint =
      isAmbiguous
      ? "Could not choose a best candidate function. You might need to add explicit type casts."
      : "No function matches the given name and argument types. You might need to add explicit type casts."
    report(isAmbiguous ? "42725" : "42883", what, hint: hint, at: id)
  }

  /// A construct of the grammar that stands for a function of pg_catalog.
  func systemCall(_ id: NodeID, _ name: String, _ arguments: [NodeID]) {
    let call = CallShape(types: arguments.map { type(of: $0) })
    resolveFunction(id, ("pg_catalog", name), call, arguments)
  }
}

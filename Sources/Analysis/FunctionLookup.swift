import PostgresCatalog

/// The arguments of a call, for overload resolution.
struct CallShape: Hashable, Sendable {
  /// 0 where a type cannot be known, `unknown` for literals and parameters without a type.
  var types: [OID]
  /// Names of the last arguments, in `name => value` notation.
  var names: [String] = []
  /// Whether the last argument is marked VARIADIC.
  var isVariadic = false
  /// Whether the only argument is a literal without a type: `date('2024-01-01')` is a cast.
  var isLoneLiteral = false
}

/// A function as a particular call uses it.
struct ResolvedFunction: Sendable {
  var row: Function
  /// Concrete declared types, by the position of the arguments in the call.
  var arguments: [OID]
  /// 0 where it depends on what is not known (`record`, an undetermined polymorphic type).
  var result: OID
}

/// Finds the function that a call means ("Function Type Resolution"; `parse_func.c`).
struct FunctionLookup: Sendable {
  enum Outcome: Sendable {
    case found(ResolvedFunction)
    /// `typename(value)` is a cast to the type.
    case cast(OID)
    case ambiguous
    case none
  }

  private struct Candidate {
    var row: Function
    /// Declared types by the position of the arguments in the call.
    var arguments: [OID]
    var isExpanded: Bool
  }

  let selection: CandidateSelection
  /// Functions that the search path finds, by name.
  private let visible: [String: [Function]]

  init(selection: CandidateSelection) {
    self.selection = selection
    let index = selection.coercion.index
    var visible: [String: [Function]] = [:]
    for name in Set(index.catalog.functions.map(\.name)) { visible[name] = index.functions(named: name) }
    self.visible = visible
  }

  func functions(named name: String, schema: String?) -> [Function] {
    schema == nil ? visible[name] ?? [] : selection.coercion.index.functions(named: name, schema: schema)
  }

  func find(_ name: String, schema: String? = nil, _ call: CallShape) -> Outcome {
    let candidates = self.candidates(name, schema, call)
    if let exact = candidates.first(where: { $0.arguments == call.types }) { return concrete(exact, call) }
    if let cast = castTarget(name, schema, call) { return .cast(cast) }
    switch selection.choose(inputs: call.types, among: candidates.map(\.arguments)) {
    case .one(let number): return concrete(candidates[number], call)
    case .ambiguous: return .ambiguous
    case .none: return .none
    }
  }

  /// The result type that every function has that could be meant when some argument's type is not known, or 0.
  func agreedResult(_ name: String, schema: String? = nil, _ call: CallShape) -> OID {
    let results = Set(functions(named: name, schema: schema).map(\.result))
    guard results.count == 1, let result = results.first, !TypeTable.isPolymorphic(result), result != .record else { return 0 }
    return castTarget(name, schema, call) == nil ? result : 0
  }

  private func candidates(_ name: String, _ schema: String?, _ call: CallShape) -> [Candidate] {
    var found: [Candidate] = []
    for function in functions(named: name, schema: schema) {
      guard let candidate = candidate(function, call) else { continue }
      if let same = found.firstIndex(where: { $0.arguments == candidate.arguments }) {
        // Of equal signatures the one counts that needs no expansion of VARIADIC and no defaults.
        if found[same].isExpanded, !candidate.isExpanded { found[same] = candidate }
      } else {
        found.append(candidate)
      }
    }
    return found
  }

  private func candidate(_ function: Function, _ call: CallShape) -> Candidate? {
    let (given, declared) = (call.types.count, function.arguments.count)
    if !call.names.isEmpty { return namedCandidate(function, call) }
    let required = declared - function.defaults
    if function.variadic != 0, !call.isVariadic, declared <= given {
      let arguments = function.arguments.dropLast() + Array(repeating: function.variadic, count: given - declared + 1)
      return Candidate(row: function, arguments: Array(arguments), isExpanded: true)
    }
    guard given <= declared, given >= required else { return nil }
    return Candidate(row: function, arguments: Array(function.arguments.prefix(given)), isExpanded: given < declared)
  }

  private func namedCandidate(_ function: Function, _ call: CallShape) -> Candidate? {
    let positional = call.types.count - call.names.count
    guard call.types.count <= function.arguments.count, function.variadic == 0 || call.isVariadic else { return nil }
    var arguments = Array(function.arguments.prefix(positional))
    var given = Set(0..<positional)
    for name in call.names {
      guard let position = function.argumentNames.firstIndex(of: name), position < function.arguments.count else { return nil }
      guard given.insert(position).inserted else { return nil }
      arguments.append(function.arguments[position])
    }
    let firstDefault = function.arguments.count - function.defaults
    guard (0..<firstDefault).allSatisfy(given.contains) else { return nil }
    return Candidate(row: function, arguments: arguments, isExpanded: given.count < function.arguments.count)
  }

  /// The type that `name(value)` casts to, for a call of one argument that no function takes exactly.
  private func castTarget(_ name: String, _ schema: String?, _ call: CallShape) -> OID? {
    guard call.types.count == 1, call.names.isEmpty, !call.isVariadic else { return nil }
    let coercion = selection.coercion
    guard let type = coercion.index.type(named: name, schema: schema), type.kind != .composite else { return nil }
    if call.types[0] == 0 || (call.types[0] == .unknown && call.isLoneLiteral) { return type.oid }
    guard call.types[0] != .unknown else { return nil }
    switch coercion.path(from: call.types[0], to: type.oid, .explicit) {
    case .relabel: return type.oid
    case .viaText:
      let isRow = call.types[0] == .record || coercion.types.isComposite(call.types[0])
      return isRow && type.category == "S" ? nil : type.oid
    case .none, .function, .array: return nil
    }
  }

  private func concrete(_ candidate: Candidate, _ call: CallShape) -> Outcome {
    let polymorphism = selection.polymorphism
    guard
      let types = polymorphism.resolve(inputs: call.types, declared: candidate.arguments, result: candidate.row.result)
    else { return .none }
    let result = TypeTable.isPolymorphic(types.result) ? 0 : types.result
    return .found(ResolvedFunction(row: candidate.row, arguments: types.arguments, result: result))
  }
}

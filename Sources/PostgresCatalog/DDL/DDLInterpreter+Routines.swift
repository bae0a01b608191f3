import PostgresSyntax

/// Functions, procedures, aggregates, operators, casts (`functioncmds.c`, `aggregatecmds.c`, `operatorcmds.c`).
extension DDLInterpreter {
  mutating func createFunction(_ id: NodeID) throws(DDLError) {
    guard let node = child(id, .name) else { return }
    let name = try creationName(node)
    let isProcedure = detail(id) == .procedure
    var function = Function(
      oid: state.newOID(), schema: name.schema, name: name.name, kind: isProcedure ? .procedure : .function, arguments: [], result: .void)
    readParameters(id, into: &function)
    readResult(id, into: &function)
    (function.language, function.cost) = ("sql", -1)
    for option in children(id, .option) { try read(option, into: &function) }
    if function.cost < 0 { function.cost = function.language == "c" || function.language == "internal" ? 1 : 100 }
    if function.rows == 0, function.returnsSet { function.rows = 1000 }
    if let body = child(id, .body) { readBody(body, into: &function) }
    if let old = state.functions(name).first(where: { $0.arguments == function.arguments }) {
      guard words(id).contains(.orReplace) else {
        throw DDLError("42723", "function \"\(name.name)\" already exists with same argument types", at: node)
      }
      function.oid = old.oid
      function.comment = old.comment
      state.removeFunction(old.oid)
    }
    state.add(function)
  }

  private mutating func readParameters(_ id: NodeID, into function: inout Function) {
    var (modes, names, defaults) = ([Function.Mode](), [String](), [String]())
    for parameter in children(id, .parameter) {
      let words = words(parameter)
      let isVariadic = tree[parameter].attributes.contains(.variadic)
      let mode: Function.Mode = words.contains(.table) ? .table : isVariadic ? .variadic : words.contains(.out) ? (words.contains(.in) ? .both : .output) : .input
      let type = child(parameter, .type).map { typeOrUnknown($0) } ?? .unknown
      let name = child(parameter, .name).map { self.name($0) } ?? ""
      modes.append(mode)
      if mode == .output || mode == .both || mode == .table { function.outputs.append(Function.Output(name: name, type: type)) }
      guard mode != .output, mode != .table else { continue }
      function.arguments.append(type)
      names.append(name)
      if isVariadic { function.variadic = type == .any ? .any : state.type(type)?.element ?? 0 }
      if isVariadic, type == .anyarray { function.variadic = .anyelement }
      if isVariadic, type == .anycompatiblearray { function.variadic = 5077 }
      if let value = child(parameter, .default) { defaults.append(kind(value) == .nullLiteral ? "NULL::" + typeText(type) : expression(value, as: type)) }
    }
    function.modes = modes.allSatisfy { $0 == .input } ? [] : modes
    function.argumentNames = names.allSatisfy(\.isEmpty) ? [] : names
    (function.defaults, function.defaultExpressions) = (defaults.count, defaults)
  }

  private mutating func readResult(_ id: NodeID, into function: inout Function) {
    let outputs = function.outputs
    if let node = child(id, .returns) {
      function.result = typeOrUnknown(node)
      function.returnsSet = tree[node].attributes.contains(.setOf)
    } else if function.kind == .procedure {
      function.result = outputs.isEmpty ? .void : .record
    } else if !outputs.isEmpty {
      function.result = outputs.count == 1 ? outputs[0].type : .record
    }
    if words(id).contains(.table) { function.returnsSet = true }
  }

  private mutating func read(_ option: NodeID, into function: inout Function) throws(DDLError) {
    let value = child(option, .value)
    switch detail(option) {
    case .languageName: function.language = value.map { self.value($0).lowercased() } ?? "sql"
    case .immutable: function.volatility = .immutable
    case .stable: function.volatility = .stable
    case .volatile: function.volatility = .volatile
    case .strict: function.isStrict = true
    case .calledOnNull: function.isStrict = false
    case .securityDefiner: function.isSecurityDefiner = true
    case .securityInvoker: function.isSecurityDefiner = false
    case .leakproof: function.isLeakproof = !tree[option].attributes.contains(.negated)
    case .window: function.kind = .window
    case .cost: function.cost = value.flatMap { Double(text($0)) } ?? function.cost
    case .rows: function.rows = value.flatMap { Double(text($0)) } ?? function.rows
    case .parallel:
      let word = value.map { self.name($0) } ?? ""
      function.parallel = word == "safe" ? .safe : word == "restricted" ? .restricted : .unsafe
    case .setting: if let value { read(setting: value, into: &function) }
    default: break
    }
  }

  private func read(setting node: NodeID, into function: inout Function) {
    let name = child(node, .name).map { names($0).joined(separator: ".") } ?? ""
    function.settings.removeAll { $0.lowercased().hasPrefix(name.lowercased() + "=") }
    guard kind(node) == .setStatement, !tree[node].attributes.contains(.defaultValues) else {
      if name.isEmpty { function.settings = [] }
      return
    }
    let lists: Set<String> = ["search_path", "temp_tablespaces", "session_preload_libraries", "local_preload_libraries", "shared_preload_libraries"]
    let values = children(node, .value).map { lists.contains(name) ? Identifier.quoted(value($0)) : value($0) }
    function.settings.append(name + "=" + values.joined(separator: ", "))
  }

  private mutating func readBody(_ body: NodeID, into function: inout Function) {
    let values = children(body, .value)
    if let last = values.last, let bytes = tree.stringValue(of: last) {
      function.body = String(decoding: bytes, as: UTF8.self)
      if values.count > 1, let library = values.first { state.libraries[function.oid] = value(library) }
    } else {
      function.body = expression(body)
      state.sqlBodies.insert(function.oid)
    }
  }

  mutating func alterFunction(_ id: NodeID) throws(DDLError) {
    guard let node = child(id, .name) else { return }
    let oid = try routine(node)
    guard var function = state.functions[oid] else { return }
    for option in children(id, .option) { try read(option, into: &function) }
    state.functions[oid] = function
  }

  /// The routine that a `routineSignature` names.
  mutating func routine(_ node: NodeID) throws(DDLError) -> OID {
    if let oid = routineIfAny(node) { return oid }
    let shown = text(node)
    throw DDLError("42883", "function \(shown) does not exist", at: node)
  }

  mutating func routineIfAny(_ node: NodeID) -> OID? {
    let parts = child(node, .name).map { names($0) } ?? []
    let candidates = userFunctions(parts)
    guard tree[node].attributes.contains(.explicit) || tree[node].attributes.contains(.star) else {
      return candidates.count == 1 ? candidates[0].oid : nil
    }
    var (inputs, all) = ([OID](), [OID]())
    for parameter in children(node, .parameter) + children(node, .item) {
      guard let typeNode = child(parameter, .type), let type = try? type(typeNode).oid else { return nil }
      all.append(type)
      if !words(parameter).contains(.out) || words(parameter).contains(.in) { inputs.append(type) }
    }
    return (candidates.first { $0.arguments == inputs } ?? candidates.first { $0.parameters.map(\.type) == all })?.oid
  }

  // MARK: Aggregates, operators, casts, collations

  mutating func createOther(_ id: NodeID) throws(DDLError) {
    switch detail(id) {
    case .aggregate: try createAggregate(id)
    case .operator: try createOperator(id)
    case .cast: try createCast(id)
    case .collation: try createCollation(id)
    case .operatorClass: try createOperatorClass(id)
    case .type: try createBaseType(id)
    default: break
    }
  }

  private func definition(_ id: NodeID) -> [String: NodeID] {
    var result: [String: NodeID] = [:]
    for option in children(id, .option) {
      guard let name = child(option, .name).map({ self.name($0).lowercased() }) else { continue }
      result[name] = child(option, .value) ?? option
    }
    return result
  }

  private mutating func createAggregate(_ id: NodeID) throws(DDLError) {
    guard let node = child(id, .name) else { return }
    let (name, options) = (try creationName(node), definition(id))
    guard let stateNode = options["stype"] ?? options["stype1"], let transitionNode = options["sfunc"] ?? options["sfunc1"] else { return }
    let transitionType = try type(stateNode).oid
    let (direct, ordered) = (children(id, .parameter), children(id, .item))
    var function = Function(oid: state.newOID(), schema: name.schema, name: name.name, kind: .aggregate, arguments: [], result: transitionType)
    var names: [String] = []
    for parameter in direct + ordered {
      function.arguments.append(child(parameter, .type).map { typeOrUnknown($0) } ?? .unknown)
      names.append(child(parameter, .name).map { self.name($0) } ?? "")
      if tree[parameter].attributes.contains(.variadic) {
        function.variadic = state.type(function.arguments[function.arguments.count - 1])?.element ?? 0
        if function.arguments.last == .any { function.variadic = .any }
        function.modes = Array(repeating: .input, count: function.arguments.count - 1) + [.variadic]
      }
    }
    if direct.isEmpty, ordered.isEmpty, let base = options["basetype"], text(base).lowercased() != "any", value(base) != "*" {
      function.arguments = [try type(base).oid]
    }
    function.argumentNames = names.contains { !$0.isEmpty } ? names : []
    (function.volatility, function.cost) = (.immutable, 1)
    let parallel = options["parallel"].map { value($0) }
    function.parallel = parallel == "safe" ? .safe : parallel == "restricted" ? .restricted : .unsafe
    var aggregate = Aggregate(
      kind: ordered.isEmpty ? .normal : options["hypothetical"] == nil ? .orderedSet : .hypotheticalSet,
      directArguments: ordered.isEmpty ? 0 : direct.count, transition: functionName(self.names(of: transitionNode)), transitionType: transitionType)
    let inputs = [transitionType] + function.arguments
    aggregate.isTransitionStrict = isStrict(self.names(of: transitionNode), inputs)
    if let final = options["finalfunc"] {
      aggregate.final = functionName(self.names(of: final))
      let found = overload(self.names(of: final), [transitionType])
      (aggregate.isFinalStrict, function.result) = (found?.isStrict ?? false, found?.result ?? transitionType)
    }
    aggregate.initialValue = options["initcond"].map { value($0) }
    if let sort = options["sortop"] { aggregate.sortOperator = QualifiedName("pg_catalog", text(sort)) }
    function.aggregate = aggregate
    state.add(function)
  }

  private func names(of node: NodeID) -> [String] {
    kind(node) == .typeName ? child(node, .name).map { names($0) } ?? [] : names(node)
  }

  private func overload(_ parts: [String], _ arguments: [OID]) -> Function? {
    let all = userFunctions(parts) + state.base.functions(named: parts.last ?? "", schema: parts.count > 1 ? parts[parts.count - 2] : "pg_catalog")
    return all.first { $0.arguments == arguments } ?? (all.count == 1 ? all[0] : all.first { $0.arguments.count == arguments.count })
  }

  private func isStrict(_ parts: [String], _ arguments: [OID]) -> Bool { overload(parts, arguments)?.isStrict ?? false }

  private mutating func createOperator(_ id: NodeID) throws(DDLError) {
    guard let node = child(id, .name) else { return }
    let options = definition(id)
    let symbol = tree.operatorName(of: node)
    let schema = tree.operatorSchema(of: node).last ?? elementSchema ?? searchPath.first { state.schemas[$0] != nil } ?? "public"
    var (left, right): (OID, OID) = (0, 0)
    if let node = options["leftarg"] { left = try type(node).oid }
    if let node = options["rightarg"] { right = try type(node).oid }
    guard let procedure = options["function"] ?? options["procedure"] else { return }
    let found = overload(names(of: procedure), left == 0 ? [right] : [left, right])
    var made = Operator(oid: state.newOID(), schema: schema, name: symbol, left: left, right: right, result: found?.result ?? 0, function: found?.oid ?? 0)
    (made.canMerge, made.canHash) = (options["merges"] != nil, options["hashes"] != nil)
    state.operatorLinks[made.oid] = OperatorLinks(
      commutator: options["commutator"].map { tree.operatorName(of: $0) }, negator: options["negator"].map { tree.operatorName(of: $0) })
    state.operators.append(made)
  }

  private mutating func createCast(_ id: NodeID) throws(DDLError) {
    let types = children(id, .type)
    guard types.count == 2 else { return }
    let (source, target) = (try type(types[0]).oid, try type(types[1]).oid)
    let words = text(id).uppercased().split { $0.isWhitespace || $0 == "(" || $0 == ")" }
    let context: Cast.Context = words.last == "IMPLICIT" ? .implicit : words.last == "ASSIGNMENT" ? .assignment : .explicit
    var function: OID = 0
    if let node = child(id, .function) {
      let parts = child(node, .name).map { names($0) } ?? []
      guard let found = routineIfAny(node) ?? overload(parts, [source])?.oid else {
        throw DDLError("42883", "function \(text(node)) does not exist", at: node)
      }
      function = found
    }
    state.casts.append(Cast(source: source, target: target, context: context, function: function, isBinary: words.contains("WITHOUT")))
  }

  private mutating func createCollation(_ id: NodeID) throws(DDLError) {
    guard let node = child(id, .name) else { return }
    let (name, options) = (try creationName(node), definition(id))
    if state.collations.contains(where: { $0.schema == name.schema && $0.name == name.name }) { return }
    if let parent = child(id, .parent) {
      let parts = names(parent)
      if var copy = (state.collations + state.base.catalog.collations).first(where: { $0.name == parts.last }) {
        (copy.schema, copy.name, copy.comment) = (name.schema, name.name, nil)
        state.collations.append(copy)
      }
      return
    }
    func text(_ key: String) -> String? { options[key].map { value($0) } }
    var collation = Collation(schema: name.schema, name: name.name, provider: text("provider")?.lowercased() == "icu" ? .icu : .libc)
    if text("provider")?.lowercased() == "builtin" { collation.provider = .builtin }
    collation.isDeterministic = !["false", "off", "no"].contains(text("deterministic")?.lowercased() ?? "true")
    if collation.provider == .libc {
      (collation.collate, collation.characterType) = (text("locale") ?? text("lc_collate"), text("locale") ?? text("lc_ctype"))
      collation.encoding = "UTF8"
    } else {
      (collation.locale, collation.rules) = (text("locale"), text("rules"))
    }
    state.collations.append(collation)
  }

  private mutating func createOperatorClass(_ id: NodeID) throws(DDLError) {
    guard let node = child(id, .name), let typeNode = child(id, .type), let method = child(id, .method) else { return }
    let name = try creationName(node)
    state.operatorClasses.append(
      OperatorClass(
        schema: name.schema, name: name.name, method: self.name(method), input: try type(typeNode).oid,
        isDefault: tree[id].attributes.contains(.defaultValues)))
  }

  /// A shell type, or a base type with functions in C.
  private mutating func createBaseType(_ id: NodeID) throws(DDLError) {
    guard let node = child(id, .name) else { return }
    let (name, options) = (try creationName(node), definition(id))
    if let shell = state.type(name), state.types[shell]?.kind == .pseudo {
      state.removeType(shell)
    } else if state.type(name) != nil {
      throw DDLError("42710", "type \"\(name.name)\" already exists", at: node)
    }
    var type = PostgresType(oid: state.newOID(), schema: name.schema, name: name.name, kind: options.isEmpty ? .pseudo : .base, category: "U")
    type.category = options["category"].flatMap { value($0).first } ?? (options.isEmpty ? "P" : "U")
    type.isPreferred = options["preferred"].map { ["true", "t", "on"].contains(value($0)) } ?? false
    (type.isCollatable, type.acceptsModifier) = (options["collatable"] != nil, options["typmod_in"] != nil)
    if options.isEmpty { state.add(type) } else { state.addWithArray(type) }
  }
}

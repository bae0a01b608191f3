import PostgresCatalog
import PostgresSyntax

/// Functions in FROM (`transformRangeFunction`).
extension Inference {
  func functionTable(_ id: NodeID) -> NamespaceItem {
    let alias = alias(of: id)
    let aliasNode = child(id, .alias)
    let definitions = aliasNode.map { children($0, .definition) } ?? []
    let functions = children(id, .function)
    var source = ColumnSource(name: alias?.name, origin: .function, columns: [], node: id)
    var isUnknown = functions.isEmpty
    for function in functions {
      let own = definitions.isEmpty ? self.definitions(after: function) : definitions
      let found = at(.fromFunction) { withLateral(true) { $0.functionColumns(function, functions.count == 1 ? alias?.name : nil, own) } }
      if let found { source.columns += found } else { isUnknown = true }
    }
    if source.name == nil, let first = functions.first { source.name = functionName(first) }
    if has(id, .ordinality) { source.columns.append(.init(name: "ordinality", type: TypeReference(.int8), isNullable: false)) }
    if let alias { rename(&source.columns, alias.columns, source.name, isComplete: !isUnknown) }
    let name = source.name
    let number = addSource(source)
    if functions.count == 1, definitions.isEmpty, !has(id, .ordinality) { rowTypes[number] = typed[functions[0]].type }
    resolve(id, .row(source: number))
    return NamespaceItem(name: name, source: number, hasUnknownColumns: isUnknown)
  }

  /// In ROWS FROM each function's column definitions follow it.
  private func definitions(after function: NodeID) -> [NodeID] {
    Array(tree.siblings(after: function).prefix { tree[$0].role == .definition })
  }

  private func functionName(_ id: NodeID) -> String? {
    kind(id) == .functionCall ? child(id, .name).flatMap { names($0)?.last } : columnName(of: id)
  }

  /// The columns of one function; nil where they cannot be known.
  private func functionColumns(_ id: NodeID, _ alias: String?, _ definitions: [NodeID]) -> [ColumnSource.Column]? {
    if let elements = parallelUnnest(id) { return elements }
    let earlier = scopes[scope].lastSetReturning
    let count = typed.errors.count
    expression(id)
    if let last = scopes[scope].lastSetReturning, last != earlier, last != unparenthesized(id) {
      report("0A000", "set-returning functions must appear at top level of FROM", at: last)
    }
    let type = type(of: id)
    if typed.errors.count == count { checkDefinitions(definitions, type, id) }
    if !definitions.isEmpty { return definitions.compactMap { definedColumn($0) } }
    guard type != 0 else { return nil }
    if let columns = compositeColumns(type, id) { return columns }
    guard type != .record else { return nil }
    var name = alias ?? functionName(id) ?? "?column?"
    if case .function(let function) = typed[id].resolution, function.outputs.count == 1, !function.outputs[0].name.isEmpty {
      name = function.outputs[0].name
    }
    return [.init(name: name, type: typed[id].type, isNullable: true)]
  }

  /// `unnest(a, b)` in FROM stands for several functions side by side.
  private func parallelUnnest(_ id: NodeID) -> [ColumnSource.Column]? {
    guard kind(id) == .functionCall, let name = child(id, .name).flatMap({ schemaAndName($0) }), name.name == "unnest" else { return nil }
    let arguments = children(id, .argument)
    guard arguments.count > 1 else { return nil }
    isDone[Int(id.index)] = true
    set(id, .record)
    return arguments.map { argument in
      expression(argument)
      let element = types.element(of: type(of: argument))
      if element == 0, isKnownForCertain(type(of: argument)) {
        failedFunction(id, ("pg_catalog", "unnest"), CallShape(types: [type(of: argument)]), isAmbiguous: false)
      }
      return .init(name: "unnest", type: element == 0 ? nil : TypeReference(element), isNullable: true)
    }
  }

  /// A column definition list is for functions whose rows have no type of their own, and they need one.
  private func checkDefinitions(_ definitions: [NodeID], _ type: OID, _ id: NodeID) {
    guard type != 0 else { return }
    let hasOutputs: Bool
    if case .function(let function) = typed[unparenthesized(id)].resolution {
      hasOutputs = function.outputs.count > 1
    } else {
      hasOutputs = false
      guard type != .record else { return }
    }
    guard let first = definitions.first else {
      guard type == .record, !hasOutputs else { return }
      return report("42601", "a column definition list is required for functions returning \"record\"", at: id)
    }
    if hasOutputs {
      report("42601", "a column definition list is redundant for a function with OUT parameters", at: first)
    } else if types.isComposite(type) {
      report("42601", "a column definition list is redundant for a function returning a named composite type", at: first)
    } else if type != .record {
      report("42601", "a column definition list is only allowed for functions returning \"record\"", at: first)
    }
  }

  func definedColumn(_ id: NodeID) -> ColumnSource.Column? {
    isDone[Int(id.index)] = true
    guard let name = child(id, .name).flatMap({ self.name($0) }) else { return nil }
    return .init(name: name, type: child(id, .type).flatMap { typeReference($0) }, isNullable: true)
  }
}

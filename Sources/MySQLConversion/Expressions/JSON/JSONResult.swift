import PostgresSyntax

/// Values of json, which keeps its text in PostgreSQL, as results.
extension RewriteContext {
  /// Whether MySQL's JSON is known to be the same value: an expression that makes it with each name once, or a constant, and no number that loses
  /// digits. A stored document may have a name twice.
  func keepsJSONValue(_ node: NodeID) -> Bool {
    let node = unwrapped(node)
    if let text = constantJSON(node) { return JSONConstant.hasUniqueNames(text) && (JSONConstant(text)?.writesNumbersAlike ?? false) }
    switch tree[node].kind {
    case .coalesce: return tree.children(of: node, .argument).allSatisfy(keepsJSONValue)
    case .nullLiteral: return true
    case .caseExpression:
      let results = tree.children(of: node, .when).compactMap { tree.child(of: $0, .result) } + tree.children(of: node, .else)
      return results.allSatisfy(keepsJSONValue)
    case .scalarSubquery:
      guard let query = tree.descendants(of: node).first(where: { tree[$0].kind == .query }), let outputs = typed.outputs[query], outputs.count == 1, let output = outputs[0].node else { return false }
      return keepsJSONValue(value(ofOutput: output))
    case .functionCall: return makesJSONValue(node)
    default: return false
    }
  }

  private func makesJSONValue(_ call: NodeID) -> Bool {
    guard let function = builtIn(call) else { return false }
    let arguments = tree.children(of: call, .argument)
    switch function.name {
    case "json_build_object":
      let names = stride(from: 0, to: arguments.count, by: 2).map { constantString(arguments[$0]).map { Array($0.utf8) } }
      return names.allSatisfy { $0 != nil } && Set(names).count == names.count && arguments.allSatisfy(isMemberAlike)
    case "json_build_array", "to_json", "row_to_json", "array_to_json", "json_agg": return arguments.allSatisfy(isMemberAlike)
    default: return false
    }
  }

  /// Whether a value becomes the same part of JSON.
  private func isMemberAlike(_ node: NodeID) -> Bool {
    switch coercedFamily(of: node) {
    case .json: return keepsJSONValue(node)
    case .record:
      guard case .row(let number) = typed[unwrapped(node)].resolution, typed.sources.indices.contains(number) else { return false }
      return typed.sources[number].columns.allSatisfy { $0.type.map { catalog.family(of: $0.oid) != .json } ?? false }
    case nil: return false
    default: return true
    }
  }
}

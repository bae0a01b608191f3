import PostgresSyntax

/// What can be told of a JSON value without running the statement.
enum JSONShape: Hashable {
  case object, array, scalar
}

extension RewriteContext {
  /// What sort of value a JSON expression gives, unless it is NULL; nil where that depends on the data.
  func jsonShape(of node: NodeID) -> JSONShape? {
    let node = withoutJSONCasts(node)
    if let constant = constantJSON(node).flatMap(JSONConstant.init) {
      switch constant {
      case .object: return .object
      case .array: return .array
      case .scalar: return .scalar
      }
    }
    if let name = operatorName(node), builtInOperator(node) != nil, let (left, right) = operands(of: node) {
      return shape(of: name, left, right)
    }
    guard let function = builtIn(node) else { return nil }
    let arguments = tree.children(of: node, .argument)
    switch function.name {
    case "jsonb_build_object", "json_build_object", "jsonb_object", "json_object", "jsonb_object_agg", "json_object_agg", "row_to_json": return .object
    case "jsonb_build_array", "json_build_array", "jsonb_agg", "json_agg", "array_to_json", "jsonb_path_query_array": return .array
    case "jsonb_set", "jsonb_insert", "jsonb_strip_nulls", "json_strip_nulls": return arguments.first.flatMap(jsonShape)
    case "to_jsonb", "to_json":
      switch arguments.first.flatMap(coercedFamily) {
      case .integer, .decimal, .double, .text, .boolean, .date, .time, .timestamp, .timestamptz, .uuid, .enumeration: return .scalar
      case .array: return .array
      case .json, .jsonb: return arguments.first.flatMap(jsonShape)
      default: return nil
      }
    default: return nil
    }
  }

  private func shape(of name: String, _ left: NodeID, _ right: NodeID) -> JSONShape? {
    switch name {
    case "||":
      guard let a = jsonShape(of: left), let b = jsonShape(of: right) else { return nil }
      return a == .object && b == .object ? .object : .array
    case "-", "#-": return jsonShape(of: left)
    default: return nil
    }
  }

  /// Whether no number in a JSON value can read otherwise as text in MySQL: it holds integers of 64 bits only, or none.
  func writesNumbersAlike(_ node: NodeID) -> Bool {
    let node = withoutJSONCasts(node)
    if let text = constantJSON(node) { return JSONConstant(text)?.writesNumbersAlike ?? false }
    let (left, right) = (tree.child(of: node, .left), tree.child(of: node, .right))
    if let name = operatorName(node), builtInOperator(node) != nil, let left, let right {
      switch name {
      case "->", "#>", "-", "#-": return coercedFamily(of: left)?.isJSON == true && writesNumbersAlike(left)
      case "||": return isWrittenAlike(left) && isWrittenAlike(right)
      default: return false
      }
    }
    guard let function = builtIn(node) else { return isWrittenAlike(node, asColumn: true) }
    let arguments = tree.children(of: node, .argument)
    switch function.name {
    case "jsonb_build_object", "json_build_object", "jsonb_build_array", "json_build_array", "to_jsonb", "to_json", "jsonb_object", "json_object", "array_to_json",
      "jsonb_agg", "json_agg", "jsonb_object_agg", "json_object_agg":
      return arguments.allSatisfy { isWrittenAlike($0) }
    case "jsonb_set", "jsonb_insert": return arguments.count > 2 && isWrittenAlike(arguments[0]) && isWrittenAlike(arguments[2])
    case "jsonb_strip_nulls", "json_strip_nulls", "jsonb_extract_path", "json_extract_path": return arguments.first.map(writesNumbersAlike) ?? false
    default: return false
    }
  }

  /// A value that becomes a part of JSON.
  private func isWrittenAlike(_ node: NodeID, asColumn: Bool = false) -> Bool {
    switch coercedFamily(of: node) {
    case .json, .jsonb: return !asColumn && writesNumbersAlike(node)
    case .integer, .text, .boolean, .date, .time, .timestamp, .timestamptz, .uuid, .enumeration: return true
    case .array: return [.integer, .text, .uuid, .enumeration].contains(elementFamily(of: node))
    default: return false
    }
  }

  /// The operand of casts between JSON types, or from a literal.
  private func withoutJSONCasts(_ node: NodeID) -> NodeID {
    var node = unwrapped(node)
    while tree[node].kind.isCast, coercedFamily(of: node)?.isJSON == true, let operand = tree.child(of: node, .operand),
      family(of: operand)?.isJSON == true || tree[unwrapped(operand)].kind == .stringLiteral
    {
      node = unwrapped(operand)
    }
    return node
  }
}

extension TypeFamily {
  var isJSON: Bool { self == .json || self == .jsonb }
}

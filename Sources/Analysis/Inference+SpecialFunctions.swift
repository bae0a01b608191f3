import PostgresCatalog
import PostgresSyntax
import SourceText

/// Constructs with a grammar of their own that stand for functions ("SQL Functions with special syntax", `func_expr_common_subexpr`).
extension Inference {
  func specialExpression(_ id: NodeID) {
    switch kind(id) {
    case .sqlValueFunction: sqlValueFunction(id)
    case .extract: extract(id)
    case .position: position(id)
    case .substring: substring(id)
    case .overlay:
      let parts = [Role.argument, .placing, .from, .for].flatMap { children(id, $0) }
      analyzeAll(parts)
      systemCall(id, "overlay", parts)
    case .trim: trim(id)
    case .atTimeZone: atTimeZone(id)
    case .overlaps: overlaps(id)
    default: specialFunction(id)
    }
  }

  private func analyzeAll(_ nodes: [NodeID]) {
    for node in nodes { expression(node) }
  }

  private func sqlValueFunction(_ id: NodeID) {
    if let argument = child(id, .argument) {
      expression(argument)
      coerce(argument, to: .int4)
    }
    let precision = child(id, .argument).flatMap { Int32(tree.string(of: $0)) } ?? -1
    switch word(id) {
    case "current_date": set(id, .date)
    case "current_time": set(id, .timetz, modifier: precision)
    case "current_timestamp": set(id, .timestamptz, modifier: precision)
    case "localtime": set(id, .time, modifier: precision)
    case "localtimestamp": set(id, .timestamp, modifier: precision)
    case "current_catalog", "current_role", "current_schema", "current_user", "session_user", "system_user", "user": set(id, .name)
    default: resolve(id, .unresolved("the function is not known"))
    }
  }

  /// The word that a node begins with, in lower case.
  private func word(_ id: NodeID) -> String {
    let text = tree.string(of: id)
    return text.prefix { $0.isLetter || $0 == "_" }.lowercased()
  }

  /// EXTRACT is `extract(text, …)`, numeric since version 14, and `date_part` before it.
  private func extract(_ id: NodeID) {
    guard let argument = child(id, .argument) else { return }
    expression(argument)
    if let field = child(id, .field) {
      isDone[Int(field.index)] = true
      if kind(field) == .stringLiteral { set(field, .text) }
    }
    let name = analyzer.functions.functions(named: "extract", schema: "pg_catalog").isEmpty ? "date_part" : "extract"
    let call = CallShape(types: [.unknown, type(of: argument)])
    guard call.types[1] != 0, case .found(let found) = cache.function(name, schema: "pg_catalog", call) else {
      if call.types[1] != 0 { failedFunction(id, ("pg_catalog", name), call, isAmbiguous: call.types[1] == .unknown) }
      return set(id, type(of: argument) == 0 ? analyzer.functions.agreedResult(name, schema: "pg_catalog", call) : 0)
    }
    coerce(argument, to: found.arguments[1])
    resolve(id, .function(found.row))
    set(id, found.result)
  }

  /// `POSITION(a IN b)` is `position(b, a)`.
  private func position(_ id: NodeID) {
    let arguments = children(id, .argument)
    analyzeAll(arguments)
    systemCall(id, "position", arguments.reversed())
  }

  private func substring(_ id: NodeID) {
    let arguments = children(id, .argument)
    let (from, count) = (child(id, .from), child(id, .for))
    let pattern = [child(id, .pattern), child(id, .escape)].compactMap { $0 }
    let parts = arguments + [from, count].compactMap { $0 } + pattern
    analyzeAll(parts)
    guard from == nil, let count, arguments.count == 1 else { return systemCall(id, "substring", parts) }
    // SUBSTRING(x FOR n) is substring(x, 1, n::int4).
    coerce(count, to: .int4, .explicit)
    let call = CallShape(types: [type(of: arguments[0]), .int4, .int4])
    resolveFunction(id, ("pg_catalog", "substring"), call, arguments)
  }

  private func trim(_ id: NodeID) {
    let arguments = children(id, .argument)
    let character = child(id, .character)
    analyzeAll([character].compactMap { $0 } + arguments)
    let name = has(id, .leading) ? "ltrim" : has(id, .trailing) ? "rtrim" : "btrim"
    systemCall(id, name, arguments + (character.map { [$0] } ?? []))
  }

  /// `x AT TIME ZONE zone` is `timezone(zone, x)`.
  private func atTimeZone(_ id: NodeID) {
    guard let operand = child(id, .operand), let zone = child(id, .zone) else { return }
    expression(operand)
    expression(zone)
    systemCall(id, "timezone", [zone, operand])
  }

  private func overlaps(_ id: NodeID) {
    let items = [child(id, .left), child(id, .right)].compactMap { $0 }.flatMap { side -> [NodeID] in
      let row = unparenthesized(side)
      isDone[Int(row.index)] = true
      set(row, .record)
      return children(row, .item)
    }
    analyzeAll(items)
    systemCall(id, "overlaps", items)
    set(id, .bool)
  }

  private func specialFunction(_ id: NodeID) {
    for part in each(id) { specialPart(part) }
    let name = child(id, .name).flatMap { names($0)?.last } ?? word(id)
    let arguments = children(id, .argument)
    switch name.lowercased() {
    case "grouping":
      set(id, .int4)
      placeAggregate(id, each(id).filter { tree[$0].role != .name }, "grouping operations")
    case "treat": if let type = child(id, .type).flatMap({ typeReference($0) }) { set(id, type) }
    case "xmlserialize":
      for argument in arguments { coerceArgument(argument, to: .xml, of: "XMLSERIALIZE") }
      if let type = child(id, .type).flatMap({ typeReference($0) }) { set(id, type) }
    case "xmlexists": systemCall(id, "xmlexists", arguments)
    case "xmlconcat": xml(id, arguments.map { ($0, .xml) }, "XMLCONCAT")
    case "xmlparse", "xmlpi": xml(id, arguments.map { ($0, .text) }, name.uppercased())
    case "xmlroot": xml(id, arguments.enumerated().map { ($1, $0 == 0 ? .xml : .text) }, "XMLROOT")
    case "xmlelement", "xmlforest": set(id, .xml)
    case "merge_action" where (1...169_999).contains(analyzer.index.catalog.serverVersion):
      failedFunction(id, (nil, "merge_action"), CallShape(types: []), isAmbiguous: false)
    case "merge_action", "collation_for", "collation": set(id, .text)
    case "normalize": normalize(id)
    case "json_exists": set(id, .bool)
    default: resolve(id, .unresolved("the construct's type is not known"))
    }
  }

  /// A part of XMLELEMENT, JSON_OBJECT and the like: an expression, perhaps with a name; a clause that may hold one.
  func specialPart(_ id: NodeID) {
    switch kind(id) {
    case .qualifiedName, .identifier, .typeName, .other, .jsonReturning, .jsonClause: isDone[Int(id.index)] = true
    case .resultTarget, .jsonPassing, .jsonFormatted, .jsonBehavior:
      isDone[Int(id.index)] = true
      if let value = child(id, .value) { expression(value) }
    case .jsonMember:
      isDone[Int(id.index)] = true
      for part in each(id) { specialPart(part) }
    case .query: query(id)
    default: expression(id)
    }
  }

  /// A construct that makes XML of arguments of fixed types (`transformXmlExpr`).
  private func xml(_ id: NodeID, _ arguments: [(NodeID, OID)], _ construct: String) {
    for (argument, type) in arguments { coerceArgument(argument, to: type, of: construct) }
    set(id, .xml)
  }

  /// `NORMALIZE(x, form)`.
  private func normalize(_ id: NodeID) {
    if let argument = child(id, .argument) { systemCall(id, "normalize", [argument]) }
    set(id, .text)
  }
}

import PostgresCatalog
import PostgresSyntax

/// The name that PostgreSQL gives a result column without an alias (`FigureColname`).
extension Inference {
  func columnName(of id: NodeID) -> String { name(proposedBy: id).name ?? "?column?" }

  /// - Returns: The name, and how good it is: 0 none, 1 of a construct or type, 2 of a column or function.
  private func name(proposedBy id: NodeID, depth: Int = 0) -> (strength: Int, name: String?) {
    var current = id
    guard depth < 100 else { return (0, nil) }
    while true {
      switch kind(current) {
      case .columnReference, .qualifiedName:
        var last: NodeID?
        for part in each(current, .name) { last = part }
        return (2, last.flatMap { name($0) })
      case .identifier: return (2, name(current))
      case .parenthesized, .collate, .subscript, .slice:
        guard let operand = child(current, .operand) else { return (0, nil) }
        current = operand
      case .fieldSelection:
        if let field = child(current, .name).flatMap({ name($0) }) { return (2, field) }
        return (0, nil)
      case .functionCall: return (2, child(current, .name).flatMap { names($0)?.last })
      case .typeCast, .castExpression, .typedLiteral: return castName(current, depth)
      case .booleanLiteral:
        // Up to version 14 the grammar made a cast of it.
        return analyzer.hasBooleanConstants ? (0, nil) : (1, "bool")
      case .caseExpression:
        guard let fallback = child(current, .else) else { return (1, "case") }
        let proposed = name(proposedBy: fallback, depth: depth + 1)
        return proposed.strength <= 1 ? (1, "case") : proposed
      case .scalarSubquery: return subqueryName(current, depth)
      default: return constructName(current)
      }
    }
  }

  private func castName(_ id: NodeID, _ depth: Int) -> (strength: Int, name: String?) {
    if let operand = child(id, .operand) {
      let inner = name(proposedBy: operand, depth: depth + 1)
      if inner.strength > 1 { return inner }
    }
    guard let type = child(id, .type), let nameNode = child(type, .name) else { return (0, nil) }
    if let named = names(nameNode)?.last { return (1, named) }
    let oid = typed[type].type?.oid ?? 0
    let scalar = has(type, .array) ? types.element(of: oid) : oid
    return (1, analyzer.index.type(scalar)?.name)
  }

  private func subqueryName(_ id: NodeID, _ depth: Int) -> (strength: Int, name: String?) {
    guard let subquery = child(id, .subquery), let column = typed.outputs[subquery]?.first else { return (0, nil) }
    return (2, column.name == "?column?" ? nil : column.name)
  }

  private func constructName(_ id: NodeID) -> (strength: Int, name: String?) {
    switch kind(id) {
    case .coalesce: (2, "coalesce")
    case .nullif: (2, "nullif")
    case .greatest: (2, "greatest")
    case .least: (2, "least")
    case .exists: (2, "exists")
    case .arraySubquery, .arrayConstructor: (2, "array")
    case .rowConstructor: (2, "row")
    case .extract: (2, typed[id].type?.oid == .float8 ? "date_part" : "extract")
    case .position: (2, "position")
    case .substring: (2, "substring")
    case .overlay: (2, "overlay")
    case .overlaps: (2, "overlaps")
    case .atTimeZone: (2, "timezone")
    case .trim: (2, has(id, .leading) ? "ltrim" : has(id, .trailing) ? "rtrim" : "btrim")
    case .sqlValueFunction: (2, firstWordOfNode(id))
    case .specialFunction: (2, specialName(id))
    case .isOther where !isDocumentTest(id) && !has(id, .negated): (2, "is_normalized")
    default: (0, nil)
    }
  }

  private func firstWordOfNode(_ id: NodeID) -> String {
    tree.string(of: id).prefix { $0.isLetter || $0 == "_" }.lowercased()
  }

  private func specialName(_ id: NodeID) -> String {
    let word = firstWordOfNode(id)
    return word == "collation" ? "pg_collation_for" : word
  }
}

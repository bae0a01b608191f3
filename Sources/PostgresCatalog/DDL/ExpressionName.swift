import PostgresSyntax
import SourceText

/// The name that PostgreSQL proposes for an index column that is an expression (`FigureIndexColname`).
enum ExpressionName {
  static func proposed(by tree: SyntaxTree) -> String? {
    var current = tree.root
    if tree[current].kind == .fragment, let item = tree.children(of: current).first(where: { _ in true }) { current = item }
    if tree[current].kind == .resultTarget, let value = tree.child(of: current, .value) { current = value }
    return name(current, tree, depth: 0)?.name
  }

  /// - Returns: The name, and whether it is a column's or function's (strong) or a type's or construct's (weak).
  private static func name(_ id: NodeID, _ tree: SyntaxTree, depth: Int) -> (name: String, isStrong: Bool)? {
    guard depth < 100 else { return nil }
    func under(_ role: Role) -> (name: String, isStrong: Bool)? { tree.child(of: id, role).flatMap { name($0, tree, depth: depth + 1) } }
    switch tree[id].kind {
    case .columnReference, .qualifiedName, .functionCall: return tree.qualifiedName(of: id).last.map { ($0, true) }
    case .parenthesized, .collate, .subscript, .slice: return under(.operand)
    case .fieldSelection: return tree.child(of: id, .name).map { (tree.name(of: $0), true) }
    case .typeCast, .castExpression, .typedLiteral:
      if let operand = under(.operand), operand.isStrong { return operand }
      return (tree.typeName(of: id).name, false)
    case .caseExpression:
      if let fallback = under(.else), fallback.isStrong { return fallback }
      return ("case", false)
    case .coalesce: return ("coalesce", true)
    case .nullif: return ("nullif", true)
    case .greatest: return ("greatest", true)
    case .least: return ("least", true)
    case .arrayConstructor: return ("array", true)
    case .rowConstructor: return ("row", true)
    case .extract: return ("extract", true)
    case .position: return ("position", true)
    case .substring: return ("substring", true)
    case .overlay: return ("overlay", true)
    case .atTimeZone: return ("timezone", true)
    case .trim:
      let attributes = tree[id].attributes
      return (attributes.contains(.leading) ? "ltrim" : attributes.contains(.trailing) ? "rtrim" : "btrim", true)
    case .sqlValueFunction: return (tree.string(of: id).prefix { $0.isLetter || $0 == "_" }.lowercased(), true)
    default: return nil
    }
  }
}

import PostgresSyntax
import SourceText

/// The kinds of nodes that mean the same on both servers once their children do: the allow-list's last word.
///
/// Whatever neither a rule nor this list takes is declined.
enum EqualConstructs {
  static func convert(_ node: NodeID, in context: inout RewriteContext) -> Output {
    let kind = context.tree[node].kind
    if kind == .rowConstructor, !isComparedRow(node, in: context) {
      return context.decline("row-value", at: node, "MySQL has rows in comparisons and lists only")
    }
    if let precedence = precedence(of: kind) { return context.copied(node, precedence) }
    switch kind {
    case .hole: return hole(node, in: &context)
    case .functionCall, .position, .substring, .overlay, .extract: return function(node, in: &context)
    case .binaryOperation, .unaryOperation: return operation(node, in: &context)
    default:
      return context.decline(
        "construct-not-converted", at: node, "\(describe(kind)) (\(context.excerpt(of: node))) has no MySQL form that is known to be the same",
        help: "rewrite this part by hand")
    }
  }

  /// Copied with their children converted; the precedence is that of MySQL's grammar. Nil for what is not on the list.
  private static func precedence(of kind: NodeKind) -> Precedence? {
    switch kind {
    case .or: .or
    case .and: .and
    case .not: .not
    case .parenthesized, .whenClause, .exists, .scalarSubquery, .rowConstructor, .defaultValue, .operatorName: .primary
    case .targetList, .fromClause, .whereClause, .havingClause, .windowClause, .windowDefinition, .frameBound, .parenthesizedQuery, .joinUsing, .withClause: .primary
    default: nil
    }
  }

  /// Rows stand in comparisons, IN and VALUES; nowhere else does MySQL take them.
  private static func isComparedRow(_ node: NodeID, in context: RewriteContext) -> Bool {
    guard let parent = context.tree.parent(of: context.tree.outermost(node)) else { return false }
    switch context.tree[parent].kind {
    case .binaryOperation, .inList, .inSubquery, .isDistinctFrom, .valuesClause, .multipleAssignment, .anyComparison, .allComparison: return true
    default: return false
    }
  }

  private static func hole(_ node: NodeID, in context: inout RewriteContext) -> Output {
    context.caution(
      "hole", at: node, "\(context.excerpt(of: node)) is put into the text at run time; what it holds is not converted",
      help: "see that the text it holds is valid in MySQL too")
    return Output(source: context.tree[node].range)
  }

  private static func function(_ node: NodeID, in context: inout RewriteContext) -> Output {
    switch context.typed[node].resolution {
    case .function(let function) where function.schema == "pg_catalog":
      return context.decline(
        "function-not-converted", at: node, "\(context.signature(of: function)) has no MySQL form that is known to be the same",
        help: "rewrite the call by hand")
    case .function(let function):
      return context.decline(
        "user-function", at: node, "\(function.schema).\(function.name) is a function of this database",
        help: "port the function to MySQL, then call it")
    case .unresolved(let reason): return context.declineUnknown(node, reason)
    default: return context.declineUnknown(node, "the function is not resolved")
    }
  }

  private static func operation(_ node: NodeID, in context: inout RewriteContext) -> Output {
    let name = context.tree.child(of: node, .operator).map { context.tree.string(of: $0) } ?? ""
    guard case .operator(let found) = context.typed[node].resolution else { return context.declineUnknown(node, "the operator \(name) is not resolved") }
    let types = [found.left, found.right].filter { $0 != 0 }.map { context.catalog.displayName(of: $0, modifier: -1) }
    return context.decline(
      "operator-not-converted", at: node, "the operator \(name) on \(types.joined(separator: " and ")) has no MySQL form that is known to be the same",
      help: "rewrite the expression by hand")
  }

  /// The kind's name as words: `arrayConstructor` is "array constructor".
  private static func describe(_ kind: NodeKind) -> String {
    var words = ""
    for character in "\(kind)" {
      if character.isUppercase { words += " " }
      words += character.lowercased()
    }
    return words
  }
}

extension RewriteContext {
  /// The node's text, cut short for a message.
  func excerpt(of node: NodeID) -> String {
    let text = tree.string(of: node)
    return text.count > 40 ? text.prefix(40) + "…" : text
  }

  /// Declines because analysis could not tell what a node means.
  @discardableResult
  mutating func declineUnknown(_ node: NodeID, _ reason: String) -> Output {
    decline(
      "meaning-unknown", at: node, "the meaning of \(excerpt(of: node)) is not known\(reason.isEmpty ? "" : ": " + reason)",
      help: "name a catalog that has these tables: --database, --schema or --catalog")
  }

  /// Whether the value's place alone tells MySQL its type: an operand of a comparison, an item of IN, an inserted or assigned value.
  func isComparedOrStored(_ node: NodeID) -> Bool {
    var node = node
    var parent = tree.parent(of: node)
    while let next = parent, [.parenthesized, .typeCast, .castExpression].contains(tree[next].kind), tree[next].kind == .parenthesized || tree[next].role != .none {
      guard tree[next].kind == .parenthesized else { return isComparedOrStored(next) }
      node = next
      parent = tree.parent(of: node)
    }
    guard let parent else { return false }
    switch tree[parent].kind {
    case .binaryOperation:
      guard let name = operatorName(parent), ComparisonRule.equality.contains(name) || ComparisonRule.order.contains(name) else { return false }
      return comparesWithColumn(node, in: parent)
    case .inList, .between: return tree[node].role != .operand && tree.child(of: parent, .operand).map(isColumn) == true
    case .assignment: return true
    case .rowConstructor:
      guard let values = tree.parent(of: parent), tree[values].kind == .valuesClause, let query = tree.parent(of: values),
        let statement = tree.parent(of: query)
      else { return false }
      return tree[statement].kind == .insertStatement
    default: return false
    }
  }

  /// Whether the value is inserted or assigned.
  func isStored(_ node: NodeID) -> Bool {
    guard isComparedOrStored(node) else { return false }
    var node = node
    while let parent = tree.parent(of: node), [.parenthesized, .typeCast, .castExpression].contains(tree[parent].kind) { node = parent }
    return tree.parent(of: node).map { tree[$0].kind == .assignment || tree[$0].kind == .rowConstructor } ?? false
  }

  private func comparesWithColumn(_ node: NodeID, in operation: NodeID) -> Bool {
    otherOperand(of: operation, than: node).map(isColumn) ?? false
  }

  /// A column of a table, whose declared type MySQL knows.
  private func isColumn(_ node: NodeID) -> Bool { tree[unwrapped(node)].kind == .columnReference }
}

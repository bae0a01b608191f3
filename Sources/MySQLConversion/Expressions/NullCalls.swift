import PostgresSyntax

/// Calls of strict functions and operators with an argument that is the constant NULL.
///
/// PostgreSQL's planner makes NULL of them and never calculates their other arguments; MySQL does, and raises their errors. Such a call is
/// written as NULL, unless all its arguments are plain values.
enum NullCalls {
  static func fold(in context: inout RewriteContext) {
    for id in context.tree.ids where context.tree[id].kind == .nullLiteral {
      guard let call = outermostCall(around: id, in: context), let family = context.family(of: call), canBeDropped(call, in: context) else { continue }
      let type = LiteralRule.typesOfNull[family] ?? (family == .interval ? "CHAR" : nil)
      context.substitutions[call] = Output(context.keyword(type.map { "CAST(NULL AS \($0))" } ?? "NULL"))
    }
  }

  /// The outermost call that NULL goes through; nil where all else in it are plain values.
  private static func outermostCall(around null: NodeID, in context: RewriteContext) -> NodeID? {
    var (node, found, calculates) = (null, NodeID?.none, false)
    while let parent = context.tree.parent(of: node) {
      switch context.tree[parent].kind {
      case .parenthesized, .typeCast, .castExpression: break
      case .functionCall, .binaryOperation, .unaryOperation:
        guard isStrict(parent, in: context) else { return calculates ? found : nil }
        found = parent
        calculates = calculates || context.tree.children(of: parent).contains { $0 != node && !isPlain($0, in: context) }
      default: return calculates ? found : nil
      }
      node = parent
    }
    return calculates ? found : nil
  }

  private static func isStrict(_ node: NodeID, in context: RewriteContext) -> Bool {
    let function = context.builtIn(node) ?? context.builtInOperator(node).flatMap { context.catalog.function($0.function) }
    guard let function, function.isStrict, function.kind == .function, !function.returnsSet else { return false }
    return context.tree[node].kind != .functionCall || context.isPlainCall(node)
  }

  private static func isPlain(_ node: NodeID, in context: RewriteContext) -> Bool {
    let node = context.unwrapped(node)
    switch context.tree[node].kind {
    case .columnReference, .stringLiteral, .integerLiteral, .numericLiteral, .booleanLiteral, .nullLiteral, .typedLiteral, .placeholder: return true
    // A cast of a column may fail.
    case .typeCast, .castExpression: return context.tree.child(of: node, .operand).map { context.tree[context.unwrapped($0)].kind != .columnReference && isPlain($0, in: context) } ?? false
    // Names of functions and operators.
    default: return context.family(of: node) == nil
    }
  }

  /// Whether nothing else depends on the call: no parameter, aggregate or set in it, which PostgreSQL looks at before it plans.
  private static func canBeDropped(_ call: NodeID, in context: RewriteContext) -> Bool {
    guard context.isRepeatable(call), !context.containsPlaceholder(call) else { return false }
    return context.tree.descendants(of: call).allSatisfy { node in
      guard case .function(let function) = context.typed[node].resolution else { return true }
      return function.kind == .function && !function.returnsSet
    }
  }
}

import PostgresSyntax
import SourceText

/// COALESCE, NULLIF and CASE, where their values are of one family.
struct ConditionalRule: ConversionRule {
  static let id = "conditionals"
  static let help = RuleHelp(
    why: """
      COALESCE, NULLIF and CASE are the same where all their values are of types that MySQL mixes as PostgreSQL does: text with \
      text, numbers with numbers, a timestamp with a timestamp.
      """,
    example: "SELECT coalesce(nickname, name) FROM customer",
    manual: ["PostgreSQL: Conditional Expressions", "MySQL: Flow Control Functions"])
  static let kinds: [NodeKind] = [.coalesce, .nullif, .caseExpression]

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    switch context.tree[node].kind {
    case .nullif: nullif(node, in: &context)
    case .caseExpression: caseExpression(node, in: &context)
    default: coalesce(node, in: &context)
    }
  }

  private func coalesce(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    guard checkUniform(context.tree.children(of: node, .argument), at: node, in: &context) else { return Output(source: context.tree[node].range) }
    return context.copied(node)
  }

  private func nullif(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    let arguments = context.tree.children(of: node, .argument)
    guard arguments.count == 2, context.checkComparison(of: arguments[0], with: arguments[1], isOrder: false, at: node) else {
      return Output(source: context.tree[node].range)
    }
    return context.copied(node)
  }

  private func caseExpression(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    let branches = context.tree.children(of: node, .when)
    let results = branches.compactMap { context.tree.child(of: $0, .result) } + context.tree.children(of: node, .else)
    guard checkUniform(results, at: node, in: &context) else { return Output(source: context.tree[node].range) }
    if let operand = context.tree.child(of: node, .operand) {
      for branch in branches {
        guard let condition = context.tree.child(of: branch, .condition),
          context.checkComparison(of: operand, with: condition, isOrder: false, at: branch)
        else { return Output(source: context.tree[node].range) }
      }
    }
    return context.copied(node)
  }

  private func checkUniform(_ values: [NodeID], at node: NodeID, in context: inout RewriteContext) -> Bool {
    let values = values.filter { context.tree[context.unwrapped($0)].kind != .nullLiteral }
    let families = values.map { context.coercedFamily(of: $0) }
    guard families.allSatisfy({ $0 != nil }) else {
      context.declineUnknown(node, "the types of its values are not known")
      return false
    }
    let own = values.map { context.family(of: $0) }
    let isUniform = Set(own).count <= 1 || own.allSatisfy { $0?.isNumber == true } || own.allSatisfy { $0?.isCollatable == true }
    let isOneType = Set(values.map { context.type(of: $0)?.oid }).count == 1
    let isSupported = families.allSatisfy { family in
      switch family {
      case .printed, .array: isOneType
      case .record, .other, .single, nil: false
      default: true
      }
    }
    guard isUniform, isSupported else {
      context.decline("mixed-types", at: node, "MySQL mixes values of these types in another way", help: "cast the values to one type")
      return false
    }
    return true
  }
}

import PostgresSyntax
import SourceText

/// IN, BETWEEN, IS NULL and tests of truth.
struct PredicateRule: ConversionRule {
  static let id = "predicates"
  static let help = RuleHelp(
    why: """
      IN, BETWEEN and IS are the same for types that compare alike. ISNULL and NOTNULL become IS NULL and IS NOT NULL; BETWEEN \
      SYMMETRIC is declined. MySQL takes no row list of one value and no LIMIT in a subquery of IN.
      """,
    example: "SELECT id FROM item WHERE price BETWEEN 1 AND 10 AND code NOTNULL",
    manual: ["PostgreSQL: Comparison Functions and Operators", "MySQL: Comparison Functions and Operators"])
  static let kinds: [NodeKind] = [.inList, .inSubquery, .between, .isNull, .isTrue, .isFalse, .isUnknown]

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    guard let operand = context.tree.child(of: node, .operand) else { return nil }
    switch context.tree[node].kind {
    case .inList: return list(node, operand, in: &context)
    case .inSubquery: return subquery(node, operand, in: &context)
    case .between: return between(node, operand, in: &context)
    case .isNull: return isNull(node, operand, in: &context)
    default:
      guard context.coercedFamily(of: operand) == .boolean else { return context.declineUnknown(operand, "it is not known to be a boolean") }
      return Output(context.copy(node), .truthTest)
    }
  }

  private func list(_ node: NodeID, _ operand: NodeID, in context: inout RewriteContext) -> Output {
    let items = context.tree.children(of: node, .item)
    for item in items {
      if context.tree[item].kind == .hole {
        context.caution("hole-in-list", at: item, "the values of this list are put in at run time")
        continue
      }
      guard context.checkComparison(of: operand, with: item, isOrder: false, at: node) else { return Output([.source(context.tree[node].range)]) }
    }
    return Output(context.copy(node), .predicate)
  }

  private func subquery(_ node: NodeID, _ operand: NodeID, in context: inout RewriteContext) -> Output {
    guard let query = context.tree.child(of: node, .subquery), context.checkSubqueryComparison(of: operand, with: query, isOrder: false, at: node)
    else { return Output([.source(context.tree[node].range)]) }
    return Output(context.copy(node), .predicate)
  }

  private func between(_ node: NodeID, _ operand: NodeID, in context: inout RewriteContext) -> Output {
    guard !context.tree[node].attributes.contains(.symmetric) else {
      return context.decline("between-symmetric", at: node, "MySQL has no BETWEEN SYMMETRIC", help: "put the lower bound first with least and greatest")
    }
    for bound in [Role.low, .high].compactMap({ context.tree.child(of: node, $0) }) {
      guard context.checkComparison(of: operand, with: bound, isOrder: true, at: node) else { return Output([.source(context.tree[node].range)]) }
    }
    return Output(context.copy(node), .predicate)
  }

  private func isNull(_ node: NodeID, _ operand: NodeID, in context: inout RewriteContext) -> Output {
    if context.family(of: operand) == .record || context.tree[context.unwrapped(operand)].kind == .rowConstructor {
      return context.decline("row-null-test", at: node, "a row IS NULL in PostgreSQL when all its fields are; MySQL has no rows")
    }
    let value = context.convert(operand, atLeast: .comparison)
    let last = context.tree.tokens(in: context.tree[node].range).last.map { context.tree.text.string(in: $0.range).uppercased() }
    guard last == "ISNULL" || last == "NOTNULL" else { return Output(context.copy(node), .comparison) }
    return Output((value + [.text(context.keyword(last == "ISNULL" ? " IS NULL" : " IS NOT NULL"))]).compacted(), .comparison)
  }
}

import PostgresSyntax
import SourceText

/// IN, BETWEEN, IS NULL and tests of truth.
struct PredicateRule: ConversionRule {
  static let id = "predicates"
  static let help = RuleHelp(
    why: """
      IN, BETWEEN and IS are the same for types that compare alike. ISNULL and NOTNULL become IS NULL and IS NOT NULL; BETWEEN \
      SYMMETRIC becomes either of both ranges; a row IS NULL where every field is, and IS NOT NULL where none is. MySQL takes no row list of one value and no LIMIT in a subquery of IN.
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
      return context.copied(node, .truthTest)
    }
  }

  private func list(_ node: NodeID, _ operand: NodeID, in context: inout RewriteContext) -> Output {
    let items = context.tree.children(of: node, .item)
    for item in items {
      if context.tree[item].kind == .hole {
        context.caution("hole-in-list", at: item, "the values of this list are put in at run time")
        continue
      }
      guard context.checkComparison(of: operand, with: item, isOrder: false, at: node) else { return Output(source: context.tree[node].range) }
    }
    return context.hiddenFromJoins(context.copied(node, .predicate), of: operand)
  }

  private func subquery(_ node: NodeID, _ operand: NodeID, in context: inout RewriteContext) -> Output {
    guard let query = context.tree.child(of: node, .subquery), context.checkSubqueryComparison(of: operand, with: query, isOrder: false, at: node)
    else { return Output(source: context.tree[node].range) }
    return context.copied(node, .predicate)
  }

  private func between(_ node: NodeID, _ operand: NodeID, in context: inout RewriteContext) -> Output {
    let bounds = [Role.low, .high].compactMap { context.tree.child(of: node, $0) }
    for bound in bounds {
      guard context.checkComparison(of: operand, with: bound, isOrder: true, at: node) else { return Output(source: context.tree[node].range) }
    }
    guard context.tree[node].attributes.contains(.symmetric) else { return context.copied(node, .predicate) }
    return symmetric(node, [operand] + bounds, in: &context)
  }

  /// PostgreSQL too reads it as either of both ranges.
  private func symmetric(_ node: NodeID, _ values: [NodeID], in context: inout RewriteContext) -> Output {
    let isNegated = context.tree[node].attributes.contains(.negated)
    let form: Template = isNegated ? "({0} NOT BETWEEN {1} AND {2} AND {0} NOT BETWEEN {2} AND {1})" : "({0} BETWEEN {1} AND {2} OR {0} BETWEEN {2} AND {1})"
    return context.fill(form, with: values)
      ?? context.decline(
        "between-symmetric", at: node, "MySQL has no BETWEEN SYMMETRIC, and a value of this one cannot be written twice",
        help: "put the lower bound first with least and greatest")
  }

  private func lastWord(of node: NodeID, in context: RewriteContext) -> String? {
    context.tree.tokens(in: context.tree[node].range).last.map { context.tree.text.string(in: $0.range).uppercased() }
  }

  /// Both tests hold of every field: one is not the negation of the other.
  private func rowIsNull(_ node: NodeID, _ operand: NodeID, in context: inout RewriteContext) -> Output? {
    let row = context.unwrapped(operand)
    guard context.tree[row].kind == .rowConstructor else { return nil }
    let fields = context.tree.children(of: row, .item)
    // A field that is a row itself is NULL only where it is missing as a whole.
    guard !fields.isEmpty, fields.allSatisfy({ context.family(of: $0).map { $0 != .record } ?? false }) else { return nil }
    let isNegated = context.tree[node].attributes.contains(.negated) || lastWord(of: node, in: context) == "NOTNULL"
    let test = context.keyword(isNegated ? " IS NOT NULL" : " IS NULL")
    let tests = fields.map { context.convert($0, atLeast: .comparison) + [.text(test)] }
    return Output([.text("(")] + .joined(tests, by: context.keyword(" AND ")) + [.text(")")])
  }

  private func isNull(_ node: NodeID, _ operand: NodeID, in context: inout RewriteContext) -> Output {
    if let output = rowIsNull(node, operand, in: &context) { return output }
    if context.family(of: operand) == .record || context.tree[context.unwrapped(operand)].kind == .rowConstructor {
      return context.decline("row-null-test", at: node, "a row IS NULL in PostgreSQL when all its fields are; MySQL has no rows")
    }
    let value = context.convert(operand, atLeast: .comparison)
    let last = lastWord(of: node, in: context)
    guard last == "ISNULL" || last == "NOTNULL" else { return context.copied(node, .comparison) }
    return Output((value + [.text(context.keyword(last == "ISNULL" ? " IS NULL" : " IS NOT NULL"))]).compacted(), .comparison)
  }
}

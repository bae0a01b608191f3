import PostgresSyntax
import SourceText

/// GREATEST and LEAST ignore NULL in PostgreSQL and give NULL in MySQL.
struct GreatestLeastRule: ConversionRule {
  static let id = "greatest-least"
  static let help = RuleHelp(
    why: """
      PostgreSQL's GREATEST and LEAST skip NULL arguments; MySQL's give NULL. Where an argument can be NULL, COALESCE falls back to \
      the arguments that are left.
      """,
    example: "SELECT greatest(price, discount) FROM item",
    manual: ["PostgreSQL: Conditional Expressions", "MySQL: Comparison Functions and Operators"])
  static let kinds: [NodeKind] = [.greatest, .least]

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    let arguments = context.tree.children(of: node, .argument)
    guard checkTypes(arguments, of: node, in: &context) else { return Output(source: context.tree[node].range) }
    let nullable = arguments.indices.filter { context.isNullable(arguments[$0]) }
    if nullable.isEmpty || arguments.count == 1 { return context.copied(node) }
    guard arguments.count <= 3, arguments.allSatisfy(context.isRepeatable) else {
      return context.decline(
        "greatest-nullable", at: node, "arguments of \(context.tree[node].kind) can be NULL, and they are too many or not repeatable",
        help: "wrap the arguments in coalesce")
    }
    return Output(fallbacks(node, arguments, nullable: Set(nullable), in: &context))
  }

  private func checkTypes(_ arguments: [NodeID], of node: NodeID, in context: inout RewriteContext) -> Bool {
    let families = arguments.map { context.coercedFamily(of: $0) }
    guard let first = families.first ?? nil, families.allSatisfy({ $0 != nil }) else {
      context.declineUnknown(node, "the types of its arguments are not known")
      return false
    }
    let isUniform = families.allSatisfy { $0 == first } || families.allSatisfy { $0?.isNumber == true }
    guard isUniform, RewriteContext.comparesAlike(first, first, isOrder: true, isUTC: true) else {
      context.decline("greatest-types", at: node, "MySQL compares arguments of these types in another way")
      return false
    }
    if first == .text { arguments.forEach { context.checkCollation($0, isOrder: true) } }
    return true
  }

  /// `COALESCE(GREATEST(a, b, c), GREATEST(a, b), …, a, b, c)`: every subset that can be what is left, largest first.
  private func fallbacks(_ node: NodeID, _ arguments: [NodeID], nullable: Set<Int>, in context: inout RewriteContext) -> [Piece] {
    let function = context.keyword(context.tree[node].kind == .greatest ? "GREATEST" : "LEAST")
    let all = Array(arguments.indices)
    var alternatives: [[Piece]] = [context.copy(node)]
    for size in stride(from: arguments.count - 1, through: 1, by: -1) {
      for subset in subsets(of: all, size: size) where all.allSatisfy({ subset.contains($0) || nullable.contains($0) }) {
        let values = subset.map { context.convert(arguments[$0]).pieces }
        alternatives.append(size == 1 ? values[0] : [.text("\(function)(")] + .joined(values, by: ", ") + [.text(")")])
      }
    }
    return context.call("COALESCE", alternatives).pieces
  }

  private func subsets(of elements: [Int], size: Int) -> [[Int]] {
    guard size > 0 else { return [[]] }
    guard let first = elements.first, elements.count >= size else { return [] }
    let rest = Array(elements.dropFirst())
    return subsets(of: rest, size: size - 1).map { [first] + $0 } + subsets(of: rest, size: size)
  }
}

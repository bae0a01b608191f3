import PostgresSyntax
import SourceText

/// `levenshtein` and `soundex` of fuzzystrmatch.
struct FuzzyMatchRule: ConversionRule {
  static let id = "fuzzystrmatch"
  static let help = RuleHelp(
    why: """
      MySQL has no edit distance, and its SOUNDEX neither stops at four characters nor treats repeated codes alike: both are functions of the \
      extension pack.
      """,
    example: "SELECT levenshtein(name, $1) FROM item",
    manual: ["PostgreSQL: fuzzystrmatch", "MySQL: String Functions and Operators"])
  static let kinds: [NodeKind] = [.functionCall]
  static let names: Set<String>? = ["soundex", "text_soundex", "levenshtein", "difference"]

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    guard let name = context.call(of: ["fuzzystrmatch"], node)?.name, context.isPlainCall(node) else { return nil }
    let arguments = context.tree.children(of: node, .argument)
    guard context.takesAlike(arguments) else { return nil }
    switch (name, arguments.count) {
    case ("soundex", 1), ("text_soundex", 1): return context.fill("@soundex({0})", with: arguments)
    case ("levenshtein", 2):
      context.noteLostError(.outsideDomain, at: node)
      return context.fill("@levenshtein({0}, {1})", with: arguments)
    case ("difference", 2): return context.fill("@soundex_difference({0}, {1})", with: arguments)
    default: return nil
    }
  }
}

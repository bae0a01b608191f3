import PostgresCatalog
import PostgresSyntax
import SourceText

/// Text functions that have no MySQL form, with what to do instead.
struct TextFunctionHelp: ConversionRule {
  static let id = "text-functions-without-equal"
  static let help = RuleHelp(
    why: """
      quote_ident writes names as PostgreSQL's SQL does, which MySQL reads as strings; MySQL has no function that removes accents or normalises \
      Unicode. They are declined, and the finding names what comes near.
      """,
    example: "SELECT quote_ident(name) FROM item",
    manual: ["PostgreSQL: String Functions and Operators", "PostgreSQL: unaccent", "MySQL: String Functions and Operators", "MySQL: Schema Object Names"])
  static let kinds: [NodeKind] = [.functionCall, .specialFunction]
  static let names: Set<String>? = Set(advice.keys)

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    let name: String
    if case .function(let function) = context.typed[node].resolution, function.schema == "pg_catalog" || function.extensionName == "unaccent" {
      name = function.name
    } else {
      name = String(context.tree.string(of: node).lowercased().prefix { $0.isLetter })
      guard context.tree[node].kind == .specialFunction else { return nil }
    }
    guard let (message, help) = Self.advice[name] else { return nil }
    return context.decline("text-function", at: node, "\(name)() \(message)", help: help)
  }

  private static let advice: [String: (message: String, help: String)] = [
    "normalize": ("has no MySQL form: MySQL does not normalise Unicode", "normalise the text in the application, where it is written"),
    "quote_ident": ("writes a name with PostgreSQL's double quotes", "for MySQL's SQL write CONCAT('`', REPLACE(name, '`', '``'), '`')"),
    "to_ascii": ("has no MySQL form: MySQL does not remove accents", "compare under utf8mb4_0900_ai_ci, or keep a column without accents"),
    "unaccent": ("has no MySQL form: MySQL does not remove accents", "compare under utf8mb4_0900_ai_ci, or keep a column without accents"),
  ]
}

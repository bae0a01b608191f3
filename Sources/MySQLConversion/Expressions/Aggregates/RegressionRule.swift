import PostgresSyntax
import SourceText

/// Aggregates over pairs: corr, covar_pop, regr_slope and their kin.
struct RegressionRule: ConversionRule {
  static let id = "pairs"
  static let help = RuleHelp(
    why: """
      MySQL has variances of one value only. The covariance is a quarter of the variance of the sum less that of the difference, which leaves out \
      pairs with a NULL by itself; of exact numbers it is calculated from sums. Slope and correlation follow from it. Digits may differ, the more so \
      the further the two values lie apart: a caveat. regr_count is exact.
      """,
    example: "SELECT corr(price, qty), regr_count(price, qty) FROM item",
    manual: ["PostgreSQL: Aggregate Functions for Statistics", "MySQL: Aggregate Function Descriptions"])
  static let kinds: [NodeKind] = [.functionCall]
  static let names: Set<String>? = Set(templates.keys)

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    guard let function = context.builtIn(node), function.kind == .aggregate, let template = Self.templates[function.name], context.tree.child(of: node, .over) == nil,
      context.tree.child(of: node, .withinGroup) == nil, context.tree.child(of: node, .orderByClause) == nil, !context.tree[node].attributes.contains(.distinct)
    else { return nil }
    let arguments = context.tree.children(of: node, .argument)
    guard arguments.count == 2, arguments.allSatisfy({ context.family(of: $0)?.isNumber == true && context.isRepeatable($0) }) else { return nil }
    if function.name != "regr_count" {
      context.caution("float-order", at: node, "\(function.name) is calculated in another way than in PostgreSQL: its last digits may differ, and more of them where the two values differ much in size")
    }
    guard context.filterCondition(of: node).map({ context.isRepeatable($0) }) ?? true else { return nil }
    let first = context.filtered(context.convert(arguments[0]), of: node)
    let isExact = arguments.allSatisfy { context.family(of: $0) == .decimal || [.int2, .int4].contains(context.type(of: $0)?.oid) }
    if isExact, let exact = Self.exactTemplates[function.name] { return context.fill(exact, with: [first, context.convert(arguments[1])], template.precedence) }
    return context.fill(template.form, with: [first, context.convert(arguments[1])], template.precedence)
  }

  private static let covariance = "(VAR_POP({0} + {1}) - VAR_POP({0} - {1})) / 4"
  private static let x = "CASE WHEN {0} IS NOT NULL THEN {1} END"
  private static let y = "CASE WHEN {1} IS NOT NULL THEN {0} END"
  private static let slope = "\(covariance) / NULLIF(VAR_POP(\(x)), 0)"

  /// Of exact numbers the sums are exact, however far the values lie apart.
  private static let exact = "(COUNT({0} * {1}) * SUM({0} * {1}) - SUM(\(y)) * SUM(\(x)) + 0e0) / POW(COUNT({0} * {1}), 2)"
  private static let exactTemplates: [String: Template] = [
    "covar_pop": Template(exact), "corr": Template("\(exact) / NULLIF(STDDEV_POP(\(y)) * STDDEV_POP(\(x)), 0)"),
    "regr_slope": Template("\(exact) / NULLIF(VAR_POP(\(x)), 0)"), "regr_sxy": Template("\(exact) * COUNT({0} * {1})"),
    "covar_samp": Template("\(exact) * COUNT({0} * {1}) / NULLIF(COUNT({0} * {1}) - 1, 0)"),
  ]

  /// {0} is Y, {1} is X.
  private static let templates: [String: (form: Template, precedence: Precedence)] = [
    "covar_pop": (Template(covariance), .multiplicative), "covar_samp": ("(VAR_SAMP({0} + {1}) - VAR_SAMP({0} - {1})) / 4", .multiplicative),
    "corr": (Template("\(covariance) / NULLIF(STDDEV_POP(\(y)) * STDDEV_POP(\(x)), 0)"), .multiplicative),
    "regr_slope": (Template(slope), .multiplicative), "regr_intercept": (Template("AVG(\(y) + 0e0) - \(slope) * AVG(\(x) + 0e0)"), .additive),
    "regr_r2": (Template("CASE WHEN VAR_POP(\(x)) = 0 THEN NULL WHEN VAR_POP(\(y)) = 0 THEN 1e0 ELSE POW(\(covariance), 2) / (VAR_POP(\(x)) * VAR_POP(\(y))) END"), .primary),
    "regr_count": ("COUNT(CASE WHEN {0} IS NOT NULL AND {1} IS NOT NULL THEN 1 END)", .primary),
    "regr_avgx": (Template("AVG(\(x) + 0e0)"), .primary), "regr_avgy": (Template("AVG(\(y) + 0e0)"), .primary),
    "regr_sxx": (Template("VAR_POP(\(x)) * COUNT(\(x))"), .multiplicative), "regr_syy": (Template("VAR_POP(\(y)) * COUNT(\(y))"), .multiplicative),
    "regr_sxy": (Template("\(covariance) * COUNT({0} + {1})"), .multiplicative),
  ]
}

import MySQLTarget
import PostgresSyntax
import SourceText

/// `to_date(text, template)` and `to_timestamp(text, template)` with a constant template.
struct TextToDateRule: ConversionRule {
  static let id = "text-to-dates"
  static let help = RuleHelp(
    why: """
      STR_TO_DATE reads the same templates. The two servers forgive other deviations of a text from its template, so only a constant text that \
      follows it exactly is converted without a caveat.
      """,
    example: "SELECT to_date('2024-02-29', 'YYYY-MM-DD')",
    manual: ["PostgreSQL: Data Type Formatting Functions", "MySQL: Date and Time Functions"])
  static let kinds: [NodeKind] = [.functionCall]
  static let names: Set<String>? = ["to_date", "to_timestamp"]

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    guard let function = context.builtIn(node), function.name == "to_date" || function.name == "to_timestamp", context.isPlainCall(node) else { return nil }
    let arguments = context.tree.children(of: node, .argument)
    guard arguments.count == 2, let text = context.constantString(arguments[1]), context.takesAlike(arguments), function.name == "to_date" || context.sessionIsUTC else { return nil }
    guard let template = DateTemplate(text), let format = Self.format(of: template) else {
      return context.decline("format-template", at: node, "the template \"\(text)\" has no MySQL form that is known to be the same", help: "parse the text in the application")
    }
    if context.constantString(arguments[0]).map({ Self.follows($0, template) }) != true {
      context.caution("text-to-date", at: node, "a text that does not follow the template exactly is read otherwise by MySQL, or as NULL", help: "see that every text has exactly this form")
    }
    let value = context.convert(arguments[0]).pieces
    let type = function.name == "to_date" ? "DATE" : "DATETIME(6)"
    let call = context.call("STR_TO_DATE", [value, [.text(MySQLLiteral.string(format))]])
    return Output(context.cast(call.pieces, as: type).compacted())
  }

  private static let specifiers: [String: (specifier: String, digits: Int)] = [
    "YYYY": ("%Y", 4), "YY": ("%y", 2), "MM": ("%m", 2), "DD": ("%d", 2), "HH24": ("%H", 2), "HH12": ("%h", 2), "HH": ("%h", 2), "MI": ("%i", 2), "SS": ("%s", 2), "US": ("%f", 6),
    "MS": ("%f", 3), "MON": ("%b", 0), "MONTH": ("%M", 0), "AM": ("%p", 0), "PM": ("%p", 0),
  ]

  private static func format(of template: DateTemplate) -> String? {
    var format = ""
    for part in template.parts {
      switch part {
      case .literal(let text): format += text.replacing("%", with: "%%")
      case .pattern(let name, _, let ordinal):
        guard ordinal.isEmpty, let known = specifiers[name.uppercased()] else { return nil }
        format += known.specifier
      }
    }
    return format
  }

  /// Whether a text has all digits that the template asks for, and its very separators.
  private static func follows(_ text: String, _ template: DateTemplate) -> Bool {
    var rest = Substring(text)
    let months = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"]
    for part in template.parts {
      switch part {
      case .literal(let literal):
        guard rest.hasPrefix(literal) else { return false }
        rest.removeFirst(literal.count)
      case .pattern(let name, _, _):
        let upper = name.uppercased()
        let digits = specifiers[upper]?.digits ?? 0
        if upper == "US" || upper == "MS" {
          let fraction = rest.prefix { $0.isNumber }
          guard !fraction.isEmpty, fraction.count <= digits else { return false }
          rest.removeFirst(fraction.count)
        } else if digits > 0 {
          guard rest.count >= digits, rest.prefix(digits).allSatisfy({ $0.isASCII && $0.isNumber }) else { return false }
          rest.removeFirst(digits)
        } else {
          let words = upper == "MONTH" ? months : upper == "MON" ? months.map { String($0.prefix(3)) } : ["am", "pm"]
          guard let word = words.first(where: { rest.lowercased().hasPrefix($0) }) else { return false }
          rest.removeFirst(word.count)
        }
      }
    }
    return rest.isEmpty
  }
}

import MySQLTarget
import PostgresSyntax
import SourceText

/// `to_char(number, template)` with a constant template of digits, one grouping and one point.
struct NumberFormatRule: ConversionRule {
  static let id = "to-char-numbers"
  static let help = RuleHelp(
    why: """
      FORMAT rounds as to_char does and groups digits; blanks, zeros and signs are put where the template wants them, and a number that is \
      too wide becomes the row of # that PostgreSQL writes. Other templates (S, MI, PL, SG, PR, V, RN, TH, EEEE, quoted text) call the \
      extension pack. L stands for a blank, as under lc_monetary C.
      """,
    example: "SELECT to_char(price, 'FM999,990.00') FROM item",
    manual: ["PostgreSQL: Data Type Formatting Functions", "MySQL: String Functions and Operators"])
  static let kinds: [NodeKind] = [.functionCall]
  static let names: Set<String>? = ["to_char"]

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    guard let function = context.builtIn(node), function.name == "to_char", context.isPlainCall(node) else { return nil }
    let arguments = context.tree.children(of: node, .argument)
    guard arguments.count == 2, let family = context.coercedFamily(of: arguments[0]), family.isNumber, context.takesAlike([arguments[0]]),
      let text = context.constantString(arguments[1])
    else { return nil }
    if family != .double, let template = NumberTemplate(text), context.isRepeatable(arguments[0]) { return context.fill(Template(template.form), with: [arguments[0]]) }
    let patterns = NumberTemplate.patterns(of: text)
    if patterns.contains("EEEE") && family != .decimal || family == .double && !patterns.isDisjoint(with: ["V", "RN"]) {
      return context.decline("format-template", at: node, "the template \"\(text)\" has no MySQL form that is known to be the same", help: "format the value in the application")
    }
    context.checkNumberLocale(of: patterns, at: node)
    return context.fill(family == .double ? "@float8_to_char({0}, {1})" : "@numeric_to_char({0}, {1})", with: arguments)
  }
}

extension RewriteContext {
  /// L, D and G in a template follow the server's locale.
  mutating func checkNumberLocale(of patterns: Set<String>, at node: NodeID) {
    func isOne(_ locale: String, of names: [String]) -> Bool { names.contains { locale == $0 || locale.hasPrefix($0 + ".") } }
    if patterns.contains("L"), !isOne(catalog.catalog.monetaryLocale, of: ["C", "POSIX"]) {
      caution(
        "currency-symbol", at: node, "L is the currency symbol of the server's lc_monetary\(known(catalog.catalog.monetaryLocale)); the rewrite writes a blank, as under C",
        help: "write the symbol into the template, as \"$\"")
    }
    if !patterns.isDisjoint(with: ["D", "G"]), !isOne(catalog.catalog.numericLocale, of: ["C", "POSIX", "en_US"]) {
      caution(
        "number-locale", at: node, "D and G are the point and separator of the server's lc_numeric\(known(catalog.catalog.numericLocale)); the rewrite writes . and ,",
        help: "write . and , in the template where the server is to write them, too")
    }
  }

  private func known(_ locale: String) -> String { locale.isEmpty ? ", which is not known" : ", \(locale)" }
}

/// A numeric template: `FM999,990.00`.
struct NumberTemplate {
  private var isFilled = true
  private var integerDigits = 0
  /// Digits that are written even where the number has fewer.
  private var leastDigits = 0
  private var isGrouped = false
  private var fraction = ""
  private var hasPoint = false
  private let overflow: String

  /// The patterns of a template, in upper case, that are not digits, points and commas.
  static func patterns(of text: String) -> Set<String> {
    var found: Set<String> = []
    var rest = Substring(text)
    while let character = rest.first {
      if character == "\"" {
        rest = rest.dropFirst()
        while let next = rest.popFirst(), next != "\"" { if next == "\\" { rest = rest.dropFirst() } }
        continue
      }
      let pattern = ["EEEE", "FM", "MI", "PL", "PR", "RN", "SG", "SP", "TH", "D", "G", "L", "V", "S"].first { rest.hasPrefix($0) || rest.hasPrefix($0.lowercased()) }
      if let pattern { found.insert(pattern) }
      rest = rest.dropFirst(pattern?.count ?? 1)
    }
    return found
  }

  /// Nil for all but digits, commas at the thousands, and a point.
  init?(_ text: String) {
    var rest = Substring(text)
    if rest.hasPrefix("FM") || rest.hasPrefix("fm") { isFilled = false; rest.removeFirst(2) }
    let halves = rest.split(separator: ".", omittingEmptySubsequences: false)
    guard halves.count <= 2, let whole = halves.first else { return nil }
    let groups = whole.split(separator: ",", omittingEmptySubsequences: false)
    guard groups.dropFirst().allSatisfy({ $0.count == 3 }), groups.allSatisfy({ $0.allSatisfy { $0 == "9" || $0 == "0" } }), !groups[0].isEmpty else { return nil }
    let digits = groups.joined()
    integerDigits = digits.count
    leastDigits = digits.firstIndex(of: "0").map { digits.distance(from: $0, to: digits.endIndex) } ?? 0
    isGrouped = groups.count > 1
    hasPoint = halves.count == 2
    fraction = hasPoint ? String(halves[1]) : ""
    guard !hasPoint || !fraction.isEmpty, fraction.allSatisfy({ $0 == "9" }) || fraction.allSatisfy({ $0 == "0" }), integerDigits + fraction.count <= 30 else { return nil }
    // Blanks in place of a zero before the point, zeros in groups: PostgreSQL has rules of its own.
    guard !(isGrouped && leastDigits > 1), leastDigits > 0 || !hasPoint else { return nil }
    overflow = String(rest.map { $0 == "9" || $0 == "0" ? "#" : $0 })
  }

  var form: String {
    let scale = fraction.count
    let digits = isGrouped ? "FORMAT(ABS({0}), \(scale))" : "ROUND(ABS({0}), \(scale))"
    let width = leastDigits > 1 ? leastDigits + (hasPoint ? scale + 1 : 0) : 0
    var body = width > 0 ? "IF(ROUND(ABS({0}), \(scale)) < 1\(String(repeating: "0", count: leastDigits - 1)), LPAD(\(padded(digits)), \(width), '0'), \(padded(digits)))" : padded(digits)
    if !isFilled, fraction.hasPrefix("9") { body = "TRIM(TRAILING '0' FROM \(body))" }
    let signed = "CONCAT(IF({0} < 0, '-', ''), \(body))"
    let text = isFilled ? "LPAD(\(signed), \(overflow.count + 1), ' ')" : signed
    let sign = isFilled ? "IF({0} < 0, '-', ' ')" : "IF({0} < 0, '-', '')"
    return "IF(ROUND(ABS({0}), \(scale)) >= 1\(String(repeating: "0", count: integerDigits)), CONCAT(\(sign), '\(overflow)'), \(text))"
  }

  /// ROUND keeps no zeros after the point that the value does not have.
  private func padded(_ digits: String) -> String {
    isGrouped ? digits : "CAST(CAST({0} AS DECIMAL(65,\(fraction.count))) AS CHAR)".replacing("{0}", with: "ABS({0})")
  }
}

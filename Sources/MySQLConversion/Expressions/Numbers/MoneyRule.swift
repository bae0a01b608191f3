import PostgresCatalog
import PostgresSyntax
import SourceText

/// Sums, products and quotients of money, which MySQL keeps as DECIMAL(19,2).
struct MoneyRule: ConversionRule {
  static let id = "money"
  static let help = RuleHelp(
    why: """
      PostgreSQL calculates with money in whole cents: a quotient by an integer is cut to the cent, one by a floating-point number rounded to it, \
      and money by money is a floating-point number. MySQL's DECIMAL(19,2) holds the same amounts. What money has after the point, and how it is \
      written, follows lc_monetary: two digits are assumed, which is a caveat where that setting is not known.
      """,
    example: "SELECT ('$7.01'::money / 2)::numeric",
    manual: ["PostgreSQL: Monetary Types", "MySQL: Precision Math"])
  static let kinds: [NodeKind] = [.binaryOperation]

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    guard let found = context.builtInOperator(node), found.left == .money || found.right == .money, let name = context.operatorName(node),
      let left = context.tree.child(of: node, .left), let right = context.tree.child(of: node, .right), let symbol = context.tree.child(of: node, .operator),
      context.takesAlike([left, right].filter { context.family(of: $0) != .single })
    else { return nil }
    switch (name, context.coercedFamily(of: left), context.coercedFamily(of: right)) {
    case ("+", .money, .money), ("-", .money, .money):
      context.noteLostError(.numericOverflow, at: node)
      return context.arithmetic(left, symbol, right, level: .additive)
    case ("*", .money, .integer), ("*", .integer, .money):
      context.noteLostError(.numericOverflow, at: node)
      return context.arithmetic(left, symbol, right, level: .multiplicative)
    case ("*", .money, .double), ("*", .money, .single): return byFloat("*", left, right, at: node, in: &context)
    case ("*", .double, .money), ("*", .single, .money): return byFloat("*", right, left, at: node, in: &context)
    case ("/", .money, .double), ("/", .money, .single):
      context.noteLostError(.divisionByZero, at: node)
      return byFloat("/", left, right, at: node, in: &context)
    case ("/", .money, .integer):
      context.checkMoneyLocale(at: node)
      context.noteLostError(.divisionByZero, at: node)
      return context.fill("{0} * 100 DIV {1} * 0.01", with: [left, right], .multiplicative)
    case ("/", .money, .money):
      context.noteLostError(.divisionByZero, at: node)
      return context.fill("CAST({0} * 100 AS DOUBLE) / CAST({1} * 100 AS DOUBLE)", with: [left, right], .multiplicative)
    default: return nil
    }
  }

  /// CAST rounds a floating-point number to the even neighbour, as PostgreSQL does there.
  private func byFloat(_ name: String, _ amount: NodeID, _ factor: NodeID, at node: NodeID, in context: inout RewriteContext) -> Output? {
    context.checkMoneyLocale(at: node)
    context.noteLostError(.numericOverflow, at: node)
    return context.fill(Template("CAST(CAST({0} * 100 AS DOUBLE) \(name) {1} AS SIGNED) * 0.01"), with: [amount, factor], .multiplicative)
  }
}

extension RewriteContext {
  /// Says where the digits after the point, or the form of the text, are those of a locale that is not known.
  mutating func checkMoneyLocale(at node: NodeID, isText: Bool = false) {
    let locale = catalog.catalog.monetaryLocale
    guard !MoneyText.plainLocales.contains(where: { locale == $0 || locale.hasPrefix($0 + ".") }) else { return }
    caution(
      "money-locale", at: node,
      (locale.isEmpty ? "lc_monetary of this database is not known" : "lc_monetary of this database is \(locale)")
        + "; the rewrite takes money to have two digits after the point" + (isText ? " and to be written as $1,234.50" : ""),
      help: "see SHOW lc_monetary; amounts with another number of digits must be rounded otherwise")
  }
}

/// Money as text.
enum MoneyText {
  /// Locales that write $1,234.50 and -$1,234.50.
  static let plainLocales = ["C", "POSIX", "en_US"]

  /// The amount that PostgreSQL reads under one of these locales, with two digits after the point; nil for forms that hardly occur.
  static func number(_ text: String) -> String? {
    var rest = Substring(text)
    var sign = ""
    if rest.first == "-" { (sign, rest) = ("-", rest.dropFirst()) }
    if rest.first == "$" { rest = rest.dropFirst() }
    if sign.isEmpty, rest.first == "-" { (sign, rest) = ("-", rest.dropFirst()) }
    let halves = rest.split(separator: ".", omittingEmptySubsequences: false)
    guard halves.count <= 2, let whole = halves.first, whole.utf8.first.map(isDigit) == true, whole.utf8.allSatisfy({ isDigit($0) || $0 == 0x2C }) else { return nil }
    let fraction = halves.count == 2 ? Array(halves[1].utf8) : []
    guard fraction.allSatisfy(isDigit), let units = Int(whole.filter { $0 != "," }), units < 10_000_000_000_000_000 else { return nil }
    // A third digit rounds; those after it are not read.
    let digits = (fraction + [0x30, 0x30, 0x30]).prefix(3).map { Int($0) - 0x30 }
    let cents = units * 100 + digits[0] * 10 + digits[1] + (digits[2] >= 5 ? 1 : 0)
    let remainder = cents % 100
    return "\(cents == 0 ? "" : sign)\(cents / 100).\(remainder < 10 ? "0" : "")\(remainder)"
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}

import PostgresSyntax
import SourceText

/// `COLLATE "C"` and collations of languages.
struct CollateRule: ConversionRule {
  static let id = "collate"
  static let help = RuleHelp(
    why: """
      The collation \"C\" compares by code point, as MySQL's utf8mb4_0900_bin does. Collations of languages, of ICU or the C library, become \
      MySQL's utf8mb4_0900_as_cs or its tailoring for the language: the order of letters is the same, that of rarer characters may not be, and \
      texts that differ in ignorable characters only are equal there: a caveat.
      """,
    example: #"SELECT name FROM item ORDER BY name COLLATE "C""#,
    manual: ["PostgreSQL: Collation Support", "MySQL: Collation Naming Conventions", "MySQL: Unicode Character Sets"])
  static let kinds: [NodeKind] = [.collate]

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    guard let operand = context.tree.child(of: node, .operand), let name = context.tree.child(of: node, .name) else { return nil }
    let collation = (context.tree[name].kind == .qualifiedName ? context.tree.qualifiedName(of: name).last : context.tree.name(of: name)) ?? ""
    guard context.family(of: operand) == .text else { return declined(collation, node, in: &context) }
    if collation == "default" { return context.convert(operand) }
    if ["C", "POSIX", "ucs_basic", "C.UTF-8", "C.utf8"].contains(collation) { return collated(operand, "utf8mb4_0900_bin", in: &context) }
    guard let equal = Self.languageCollation(collation) else { return declined(collation, node, in: &context) }
    context.caution(
      "collation", at: node, "\(equal) sorts letters as \(collation) does; it may sort rarer characters otherwise, and takes texts for equal that differ in ignorable characters only",
      help: "compare the order of your own texts")
    return collated(operand, equal, in: &context)
  }

  private func collated(_ operand: NodeID, _ collation: String, in context: inout RewriteContext) -> Output {
    Output(context.convert(operand, atLeast: .collate) + [.text(context.keyword(" COLLATE ") + collation)], .collate)
  }

  private func declined(_ collation: String, _ node: NodeID, in context: inout RewriteContext) -> Output {
    context.decline("collation", at: node, "the collation \(collation) has no MySQL equal", help: "choose one of MySQL's collations")
  }

  /// MySQL's collation for one named by its language: `de-x-icu`, `sv-SE-x-icu`, `en_US`, `en_US.utf8`. Nil where it has none.
  static func languageCollation(_ name: String) -> String? {
    let isICU = name.hasSuffix("-x-icu")
    let parts = (isICU ? name.dropLast(6) : name.prefix { $0 != "." && $0 != "@" }).split(whereSeparator: { $0 == "-" || $0 == "_" })
    guard let language = parts.first.map(String.init), parts.count <= 2, isICU || parts.count == 2 else { return nil }
    if parts.count == 2 {
      // A country of two letters; scripts and variants have orders of their own, and Canada's French is one.
      guard parts[1].utf8.count == 2, !(language == "fr" && parts[1] == "CA") else { return nil }
    }
    if untailored.contains(language) { return "utf8mb4_0900_as_cs" }
    return tailored[language].map { "utf8mb4_\($0)_0900_as_cs" }
  }

  /// Languages with the order of Unicode's root collation.
  private static let untailored: Set<String> = ["und", "de", "en", "fr", "ga", "id", "it", "lb", "ms", "nl", "pt", "sw", "zu"]

  /// Languages with an order of their own, by the names in MySQL's collations.
  private static let tailored: [String: String] = [
    "bg": "bg", "bs": "bs", "cs": "cs", "da": "da", "eo": "eo", "es": "es", "et": "et", "gl": "gl", "hr": "hr", "hu": "hu", "is": "is", "ja": "ja", "lt": "lt", "lv": "lv",
    "nb": "nb", "nn": "nn", "no": "nb", "pl": "pl", "ro": "ro", "ru": "ru", "sk": "sk", "sl": "sl", "sv": "sv", "tr": "tr", "vi": "vi", "zh": "zh",
  ]
}

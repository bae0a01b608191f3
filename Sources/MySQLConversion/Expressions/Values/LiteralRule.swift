import MySQLTarget
import PostgresCatalog
import PostgresSyntax
import SourceText

/// Literals: written as MySQL reads the same value, by the type that PostgreSQL gives them.
struct LiteralRule: ConversionRule {
  static let id = "literals"
  static let help = RuleHelp(
    why: """
      MySQL decodes backslashes in string literals, knows no E'', U&'' or $$ $$, and reads 1e3 as a floating-point number. A string \
      literal that PostgreSQL reads as a number, date or uuid is written as that value.
      """,
    example: #"SELECT 'C:\new', E'tab\t', 1e3"#,
    manual: ["PostgreSQL: Constants", "MySQL: String Literals", "MySQL: Numeric Literals"])
  static let kinds: [NodeKind] = [.stringLiteral, .numericLiteral, .integerLiteral, .booleanLiteral, .nullLiteral, .bitStringLiteral, .typedLiteral]

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    switch context.tree[node].kind {
    case .integerLiteral, .numericLiteral: return number(node, in: &context)
    case .booleanLiteral: return Output(source: context.tree[node].range)
    case .nullLiteral: return null(node, in: &context)
    case .stringLiteral: return string(node, in: &context)
    case .typedLiteral: return typedLiteral(node, in: &context)
    default: return context.decline("bit-string", at: node, "\(context.tree.string(of: node)) is a bit string; MySQL reads it as a number or as bytes")
    }
  }

  /// MySQL reads digits with a point as DECIMAL and anything with an exponent as DOUBLE; PostgreSQL reads both as numeric.
  private func number(_ node: NodeID, in context: inout RewriteContext) -> Output {
    let range = context.tree[node].range
    if context.tree.text.bytes[range.range].allSatisfy({ $0.isDigit || $0 == 0x2E }) { return Output(source: range) }
    let source = context.tree.string(of: node)
    if let value = context.tree.integerValue(of: node) { return Output(String(value)) }
    guard let plain = DecimalText(source.replacing("_", with: ""))?.plain else {
      return context.decline("number-form", at: node, "\(source) is a number form that MySQL reads otherwise or not at all")
    }
    return Output(plain)
  }

  /// As an operand MySQL's NULL has no type, and makes the whole expression one of DOUBLE: there it is given the type that PostgreSQL
  /// gives it.
  private func null(_ node: NodeID, in context: inout RewriteContext) -> Output {
    let source = Output(source: context.tree[node].range)
    let outer = context.tree.outermost(node, through: [.parenthesized, .typeCast, .castExpression])
    guard let parent = context.tree.parent(of: outer), Self.typedPlaces.contains(context.tree[parent].kind) || (outer != node && Self.mixingPlaces.contains(context.tree[parent].kind)),
      let family = context.coercedFamily(of: outer), let type = Self.typesOfNull[family]
    else { return source }
    if let name = context.operatorName(parent), ComparisonRule.equality.contains(name) || ComparisonRule.order.contains(name) { return source }
    return Output(context.cast(source.pieces, as: type))
  }

  /// Where an operand's type makes the result's.
  private static let typedPlaces: Set<NodeKind> = [
    .binaryOperation, .unaryOperation, .functionCall, .substring, .overlay, .trim, .position, .greatest, .least, .nullif, .extract, .atTimeZone,
  ]
  /// Where it does if no other value has one.
  private static let mixingPlaces: Set<NodeKind> = [.whenClause, .caseExpression, .coalesce, .resultTarget, .sortItem, .groupByClause]

  static let typesOfNull: [TypeFamily: String] = [
    .text: "CHAR", .double: "DOUBLE", .time: "TIME(6)", .jsonb: "JSON", .array: "JSON", .integer: "SIGNED", .decimal: "DECIMAL", .date: "DATE", .timestamp: "DATETIME(6)", .timestamptz: "DATETIME(6)",
  ]

  private func typedLiteral(_ node: NodeID, in context: inout RewriteContext) -> Output {
    guard let value = context.tree.child(of: node, .value), context.tree[value].kind == .stringLiteral,
      let type = context.type(of: node), type.modifier == -1 || context.family(of: node) == .blankPadded
    else {
      return context.decline("typed-literal", at: node, "\(context.tree.string(of: node)) has no MySQL form")
    }
    return constant(value, of: type.oid, isTyped: true, in: &context)
  }

  private func string(_ node: NodeID, in context: inout RewriteContext) -> Output {
    guard !context.tree.containsHole(node) else {
      return context.decline("hole-in-literal", at: node, "this string literal holds a host expression", help: "bind the value as a parameter")
    }
    guard let type = context.type(of: node) else { return context.declineUnknown(node, "the literal's type is not known") }
    return constant(node, of: type.oid, isTyped: !context.isComparedOrStored(node) || (context.family(of: node) == .jsonb && !context.isStored(node)), in: &context)
  }

  /// The constant of a type; `isTyped` asks for a form that says its type, where a bare string would be taken for text.
  private func constant(_ node: NodeID, of type: OID, isTyped: Bool, in context: inout RewriteContext) -> Output {
    let family = context.catalog.family(of: type)
    // PostgreSQL cuts a name after 63 bytes.
    if type == .name, context.constantString(node).map({ $0.utf8.count > 63 }) != false {
      return context.decline("constant-form", at: node, "\(context.tree.string(of: node)) is longer than a name can be")
    }
    if family == .text || family == .caseless || family == .enumeration { return text(node, in: &context) }
    let range = context.tree[node].range
    if !isTyped || family == .uuid, CanonicalConstant.matches(context.tree.text.bytes[range.range], family, sourceIsUTC: context.sessionIsUTC) { return Output(source: range) }
    if family == .blankPadded, let value = context.constantString(node) { return value.hasSuffix(" ") ? Output(MySQLLiteral.string(PaddedText.stripped(value))) : text(node, in: &context) }
    if family == .array, let value = context.constantString(node), let document = context.arrayDocument(value, type: type) {
      let literal = MySQLLiteral.string(document)
      return Output(context.isStored(node) ? literal : context.keyword("CAST") + "(" + literal + context.keyword(" AS JSON") + ")")
    }
    if family == .printed, let value = context.constantString(node), let form = context.printedForm(value, type: type) {
      return value == form ? text(node, in: &context) : Output(MySQLLiteral.string(form))
    }
    if let value = context.constantString(node) {
      if let special = context.specialMoment(value, of: family, at: node) { return special }
      if context.declineEndless(value, of: family, at: node) { return Output(source: context.tree[node].range) }
    }
    if family == .money { context.checkMoneyLocale(at: node) }
    guard let bytes = context.tree.stringValue(of: node), let value = String(validating: bytes, as: UTF8.self),
      let form = TypedConstant(value, family: family, sourceIsUTC: context.sessionIsUTC)
    else {
      return context.decline(
        "constant-form", at: node,
        "\(context.tree.string(of: node)) as \(context.catalog.displayName(of: type, modifier: -1)) has no MySQL form that is known to be the same",
        help: "write the value in ISO form")
    }
    let isBareText = family.isTemporal || family == .time || family == .uuid || family == .jsonb || family == .json
    if isBareText, !isTyped || family == .uuid, value == form.text { return text(node, in: &context) }
    return Output(context.cased(isTyped ? form.typed : form.bare))
  }

  /// A string that stays a string: only its spelling changes, and only where MySQL would read it otherwise.
  private func text(_ node: NodeID, in context: inout RewriteContext) -> Output {
    let range = context.tree[node].range
    let source = context.tree.text.bytes[range.range]
    let isPlain = source.first == 0x27 && (!source.contains(0x5C) || context.target.sqlModes.contains(.noBackslashEscapes)) && isOneLiteral(source)
    if isPlain { return Output(source: range) }
    guard let bytes = context.tree.stringValue(of: node), let value = String(validating: bytes, as: UTF8.self) else {
      return context.decline("literal-undecodable", at: node, "\(context.tree.string(of: node)) cannot be decoded as UTF-8 text")
    }
    return Output(MySQLLiteral.string(value))
  }

  /// Whether the source is one literal: a continuation over a line end may have a comment between its parts.
  private func isOneLiteral(_ source: ArraySlice<UInt8>) -> Bool {
    var quotes = 0
    var previousWasQuote = false
    for byte in source.dropFirst().dropLast() {
      if byte == 0x27 { quotes += 1; previousWasQuote.toggle() } else if previousWasQuote { return false }
    }
    return quotes % 2 == 0
  }
}

import MySQLTarget
import PostgresSyntax
import SourceText

/// `~`, SIMILAR TO and the functions of regular expressions, with a constant pattern.
struct RegexRule: ConversionRule {
  static let id = "regular-expressions"
  static let help = RuleHelp(
    why: """
      A constant pattern is written in ICU's dialect: classes spelled out, $ as the very end, word boundaries as look-arounds; MySQL is told to heed \
      letter case and to let a period match line ends. PostgreSQL takes the longest match (POSIX), ICU the first that its order of trying finds: \
      replacing and cutting out is converted where both are the same, with alternatives put in order of length where that makes them so.
      """,
    example: #"SELECT id FROM item WHERE code ~ '^[A-Z]+\d{3}$'"#,
    manual: ["PostgreSQL: Pattern Matching", "MySQL: Regular Expressions"])
  static let kinds: [NodeKind] = [.binaryOperation, .similarTo, .functionCall, .substring]
  static let names: Set<String>? = RegexCall.names.union(["~", "!~", "~*", "!~*"])

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    switch context.tree[node].kind {
    case .similarTo: return similar(node, in: &context)
    case .binaryOperation: return match(node, in: &context)
    default: return RegexCall(node, in: context)?.rewrite(in: &context)
    }
  }

  private func match(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    guard let name = context.operatorName(node), ["~", "!~", "~*", "!~*"].contains(name), context.builtInOperator(node) != nil,
      let (left, right) = context.operands(of: node), [.text, .blankPadded].contains(context.family(of: left))
    else { return nil }
    guard let pattern = context.constantString(right) else {
      return context.decline("pattern-not-constant", at: right, "a regular expression that is not constant: the two servers' dialects differ")
    }
    var options = context.patternOptions
    options.ignoresCase = name.hasSuffix("*")
    return Self.matching(left, pattern, options, isNegated: name.hasPrefix("!"), at: node, in: &context)
  }

  private func similar(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    guard let (left, right) = context.operands(of: node), context.family(of: left) == .text,
      let text = context.constantString(right)
    else { return nil }
    var escape: Character? = "\\"
    if let given = context.tree.child(of: node, .escape) {
      guard let text = context.constantString(given), text.count <= 1 else { return nil }
      escape = text.first
    }
    guard let pattern = SimilarPattern.regularExpression(text, escape: escape) else { return nil }
    return Self.matching(left, pattern, context.patternOptions, isNegated: context.tree[node].attributes.contains(.negated), at: node, in: &context)
  }

  /// Whether a value matches.
  static func matching(_ value: NodeID, _ pattern: String, _ options: PatternOptions, isNegated: Bool, at node: NodeID, in context: inout RewriteContext) -> Output? {
    if pattern.isEmpty { return context.fill(isNegated ? "IF({0} IS NULL, NULL, FALSE)" : "IF({0} IS NULL, NULL, TRUE)", with: [value]) }
    guard let found = context.pattern(pattern, options, matchesOnly: true, at: node) else { return Output(source: context.tree[node].range) }
    guard let text = context.paddedText(value) else { return nil }
    let call = context.call("REGEXP_LIKE", [text.pieces, [.text(MySQLLiteral.string(found.text) + ", 'cn'")]]).pieces
    return isNegated ? Output([.text(context.keyword("NOT "))] + call, .not) : Output(call.compacted())
  }
}

/// SIMILAR TO's patterns as regular expressions.
enum SimilarPattern {
  static func regularExpression(_ text: String, escape: Character?) -> String? {
    var output = ""
    var isBracket = false
    var rest = Substring(text)
    while let character = rest.popFirst() {
      if character == escape {
        guard let next = rest.popFirst(), !next.isLetter, !next.isNumber else { return nil }
        output += "\\" + String(next)
      } else if isBracket {
        output.append(character)
        if character == "]" { isBracket = false }
      } else {
        switch character {
        case "%": output += ".*"
        case "_": output += "."
        case ".", "^", "$", "\\": output += "\\" + String(character)
        case "[":
          isBracket = true
          output.append(character)
        case "(": output += "(?:"
        default: output.append(character)
        }
      }
    }
    return isBracket ? nil : "^(?:" + output + ")$"
  }
}

import MySQLTarget
import PostgresSyntax
import SourceText

/// `~`, SIMILAR TO and the functions of regular expressions, with a constant pattern.
struct RegexRule: ConversionRule {
  static let id = "regular-expressions"
  static let help = RuleHelp(
    why: """
      A constant pattern is written in ICU's dialect: classes spelled out, $ as the very end, word boundaries as look-arounds; MySQL is told to heed \
      letter case and to let a period match line ends. What a match extends over differs where PostgreSQL takes the longest alternative: \
      replacing and cutting out with alternatives or two kinds of greediness is declined.
      """,
    example: #"SELECT id FROM item WHERE code ~ '^[A-Z]+\d{3}$'"#,
    manual: ["PostgreSQL: Pattern Matching", "MySQL: Regular Expressions"])
  static let kinds: [NodeKind] = [.binaryOperation, .similarTo, .functionCall, .substring]

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    switch context.tree[node].kind {
    case .similarTo: return similar(node, in: &context)
    case .binaryOperation: return match(node, in: &context)
    default:
      guard let function = context.builtIn(node), context.isPlainCall(node) else { return nil }
      return call(function.name, node, context.tree[node].kind == .substring ? context.tree.children(of: node).filter { [.argument, .from].contains(context.tree[$0].role) } : context.callArguments(node), in: &context)
    }
  }

  // MARK: Matching

  private func match(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    guard let name = context.operatorName(node), ["~", "!~", "~*", "!~*"].contains(name), context.builtInOperator(node) != nil,
      let left = context.tree.child(of: node, .left), let right = context.tree.child(of: node, .right), context.family(of: left) == .text
    else { return nil }
    guard let pattern = context.constantString(right) else {
      return context.decline("pattern-not-constant", at: right, "a regular expression that is not constant: the two servers' dialects differ")
    }
    return matching(left, pattern, ignoringCase: name.hasSuffix("*"), isNegated: name.hasPrefix("!"), at: node, in: &context)
  }

  private func matching(_ value: NodeID, _ pattern: String, ignoringCase: Bool, isNegated: Bool, at node: NodeID, in context: inout RewriteContext) -> Output? {
    if pattern.isEmpty { return context.fill(isNegated ? "IF({0} IS NULL, NULL, FALSE)" : "IF({0} IS NULL, NULL, TRUE)", with: [value]) }
    guard let translated = translation(of: pattern, ignoringCase, at: node, in: &context) else { return Output([.source(context.tree[node].range)]) }
    let call: [Piece] = [.text(context.keyword("REGEXP_LIKE") + "(")] + context.convert(value).pieces + [.text(", \(MySQLLiteral.string(translated)), 'cn')")]
    return isNegated ? Output([.text(context.keyword("NOT "))] + call, .not) : Output(call.compacted())
  }

  private func translation(of pattern: String, _ ignoringCase: Bool, at node: NodeID, in context: inout RewriteContext) -> String? {
    do {
      return try RegularExpressionTranslation.translate(pattern, ignoringCase: ignoringCase)
    } catch {
      context.decline("pattern-dialect", at: node, "it \(error.reason)", help: "write the pattern in MySQL's dialect by hand")
      return nil
    }
  }

  private func similar(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    guard let left = context.tree.child(of: node, .left), let right = context.tree.child(of: node, .right), context.family(of: left) == .text,
      let text = context.constantString(right)
    else { return nil }
    var escape: Character? = "\\"
    if let given = context.tree.child(of: node, .escape) {
      guard let text = context.constantString(given), text.count <= 1 else { return nil }
      escape = text.first
    }
    guard let pattern = SimilarPattern.regularExpression(text, escape: escape) else { return nil }
    return matching(left, pattern, ignoringCase: false, isNegated: context.tree[node].attributes.contains(.negated), at: node, in: &context)
  }

  // MARK: Functions

  private func call(_ name: String, _ node: NodeID, _ arguments: [NodeID], in context: inout RewriteContext) -> Output? {
    guard arguments.count >= 2, context.family(of: arguments[0]) == .text, context.coercedFamily(of: arguments[1]) == .text, let pattern = context.constantString(arguments[1]) else { return nil }
    switch (name, arguments.count) {
    case ("regexp_like", 2): return matching(arguments[0], pattern, ignoringCase: false, isNegated: false, at: node, in: &context)
    case ("regexp_like", 3):
      guard let flags = context.constantString(arguments[2]), flags.isEmpty || flags == "i" || flags == "c" else { return nil }
      return matching(arguments[0], pattern, ignoringCase: flags == "i", isNegated: false, at: node, in: &context)
    case ("regexp_replace", 3), ("regexp_replace", 4): return replacing(node, arguments, pattern, in: &context)
    case ("regexp_substr", 2): return cutting(arguments[0], pattern, at: node, in: &context)
    case ("substring", 2), ("substr", 2): return substring(arguments[0], pattern, at: node, in: &context)
    case ("regexp_instr", 2): return filled("REGEXP_INSTR({0}, {1}, 1, 1, 0, 'cn')", arguments[0], pattern, at: node, in: &context)
    case ("regexp_count", 2):
      return filled("(CHAR_LENGTH(REGEXP_REPLACE({0}, {1}, '$0#', 1, 0, 'cn')) - CHAR_LENGTH({0}))", arguments[0], pattern, at: node, in: &context)
    default: return nil
    }
  }

  /// A template over the value, `{0}`, and the pattern, `{1}`, for which the extent of a match counts.
  private func filled(_ template: Template, _ value: NodeID, _ pattern: String, at node: NodeID, in context: inout RewriteContext) -> Output? {
    guard extentIsClear(pattern), (template.uses[0] ?? 0) < 2 || context.isRepeatable(value),
      let translated = translation(of: pattern, false, at: node, in: &context)
    else { return nil }
    return context.fill(template, with: [context.convert(value), Output(MySQLLiteral.string(translated))])
  }

  private func cutting(_ value: NodeID, _ pattern: String, at node: NodeID, in context: inout RewriteContext) -> Output? {
    filled("REGEXP_SUBSTR({0}, {1}, 1, 1, 'cn')", value, pattern, at: node, in: &context)
  }

  /// With a group in the pattern PostgreSQL gives the group.
  func substring(_ value: NodeID, _ pattern: String, at node: NodeID, in context: inout RewriteContext) -> Output? {
    let groups = Self.groups(pattern)
    if groups == 0 { return cutting(value, pattern, at: node, in: &context) }
    guard groups == 1, let open = pattern.firstIndex(of: "("), let close = pattern.lastIndex(of: ")"),
      RegularExpressionTranslation.alwaysConsumes(String(pattern[pattern.index(after: open)..<close])), !pattern.contains("^"), !pattern.contains("$"),
      !["\\y", "\\m", "\\M", "\\A", "\\Z", "(?"].contains(where: pattern.contains), extentIsClear(pattern),
      let translated = translation(of: pattern, false, at: node, in: &context)
    else { return nil }
    let whole = Output(MySQLLiteral.string("^" + translated + "\\z"))
    return context.fill(
      "NULLIF(REGEXP_REPLACE(REGEXP_SUBSTR({0}, {1}, 1, 1, 'cn'), {2}, '$1', 1, 0, 'cn'), '')", with: [context.convert(value), Output(MySQLLiteral.string(translated)), whole])
  }

  private func replacing(_ node: NodeID, _ arguments: [NodeID], _ pattern: String, in context: inout RewriteContext) -> Output? {
    var (isGlobal, ignoringCase) = (false, false)
    if arguments.count == 4 {
      guard context.coercedFamily(of: arguments[3]) == .text, let flags = context.constantString(arguments[3]) else { return nil }
      for flag in flags {
        switch flag {
        case "g": isGlobal = true
        case "i": ignoringCase = true
        case "c": ignoringCase = false
        default: return nil
        }
      }
    }
    guard let source = context.constantString(arguments[2]), let replacement = Self.replacement(source, groups: Self.groups(pattern)), extentIsClear(pattern) else { return nil }
    guard let translated = translation(of: pattern, ignoringCase, at: node, in: &context) else { return Output([.source(context.tree[node].range)]) }
    let rest = ", \(MySQLLiteral.string(translated)), \(MySQLLiteral.string(replacement)), 1, \(isGlobal ? 0 : 1), 'cn')"
    return Output(([.text(context.keyword("REGEXP_REPLACE") + "(")] + context.convert(arguments[0]).pieces + [.text(rest)]).compacted())
  }

  /// Whether both servers' matches have the same extent: no alternatives, one kind of greediness, nothing that matches the empty text.
  private func extentIsClear(_ pattern: String) -> Bool {
    guard RegularExpressionTranslation.alwaysConsumes(pattern), !pattern.contains("|") else { return false }
    let lazy = ["*?", "+?", "??", "}?"].contains(where: pattern.contains)
    return !lazy || pattern.filter { "*+?{".contains($0) }.count <= 2
  }

  /// How many groups a pattern captures.
  static func groups(_ pattern: String) -> Int {
    var (count, isEscaped, isBracket) = (0, false, false)
    let characters = Array(pattern)
    for (index, character) in characters.enumerated() {
      if isEscaped { isEscaped = false; continue }
      switch character {
      case "\\": isEscaped = true
      case "[": isBracket = true
      case "]": isBracket = false
      case "(" where !isBracket: if index + 1 >= characters.count || characters[index + 1] != "?" { count += 1 }
      default: break
      }
    }
    return count
  }

  /// `\1` becomes `$1`, `\&` the whole match; nil for a group that the pattern does not have.
  private static func replacement(_ text: String, groups: Int) -> String? {
    var output = ""
    var rest = Substring(text)
    while let character = rest.popFirst() {
      if character == "$" { output += "\\$"; continue }
      guard character == "\\" else { output.append(character); continue }
      guard let next = rest.popFirst() else { output += "\\\\"; break }
      switch next {
      case "&": output += "$0"
      case "\\": output += "\\\\"
      case "1"..."9":
        guard let number = Int(String(next)), number <= groups, rest.first?.isNumber != true else { return nil }
        output += "$\(number)"
      case "$": output += "\\\\\\$"
      default: output += "\\\\" + String(next)
      }
    }
    return output
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

import MySQLTarget
import PostgresCatalog
import PostgresSyntax
import SourceText

/// A call of one of PostgreSQL's functions of regular expressions with a constant pattern and constant options.
struct RegexCall {
  let node: NodeID
  let name: String
  let value: NodeID
  /// The replacement of regexp_replace.
  let replacement: NodeID?
  let pattern: String
  let options: PatternOptions
  let isGlobal: Bool
  /// Where the search starts, from 1.
  let start: Int
  /// Which match, from 1; 0 for all of regexp_replace's.
  let occurrence: Int
  /// regexp_instr's: 1 asks for the end.
  let endOption: Int
  /// Which group; 0 is the whole match.
  let subexpression: Int

  /// Nil for any other call, and where an argument is not constant.
  init?(_ node: NodeID, in context: RewriteContext) {
    guard let function = context.builtIn(node), context.isPlainCall(node), Self.names.contains(function.name) else { return nil }
    let isSubstring = context.tree[node].kind == .substring
    let arguments = isSubstring ? context.tree.children(of: node).filter { [.argument, .from].contains(context.tree[$0].role) } : context.callArguments(node)
    guard arguments.count == function.arguments.count, arguments.count >= 2, function.arguments[1] == .text, context.family(of: arguments[0]) == .text,
      let pattern = context.constantString(arguments[1]), !arguments.contains(where: { context.tree[$0].kind == .namedArgument })
    else { return nil }
    var rest = Array(zip(arguments, function.arguments).dropFirst(2))
    var replacement: NodeID?
    if function.name == "regexp_replace" { replacement = rest.isEmpty ? nil : rest.removeFirst().0 }
    let numbers = rest.filter { $0.1 == .int4 }.map { context.constantInteger($0.0) }
    let flags = rest.filter { $0.1 == .text }.map { context.constantString($0.0) }
    guard flags.count <= 1, flags.allSatisfy({ $0 != nil }), numbers.allSatisfy({ $0 != nil }) else { return nil }
    var isGlobal = false
    guard let options = context.patternOptions(flags: flags.first.flatMap { $0 } ?? "", isGlobal: &isGlobal) else { return nil }
    func number(_ index: Int, default value: Int) -> Int { numbers.indices.contains(index) ? numbers[index] ?? value : value }
    (self.node, name, value, self.replacement, self.pattern, self.options, self.isGlobal) = (node, function.name, arguments[0], replacement, pattern, options, isGlobal)
    start = number(0, default: 1)
    occurrence = number(1, default: function.name == "regexp_replace" && isGlobal ? 0 : 1)
    let isInstr = function.name == "regexp_instr"
    endOption = isInstr ? number(2, default: 0) : 0
    subexpression = number(isInstr ? 3 : 2, default: 0)
    guard start >= 1, occurrence >= (replacement == nil ? 1 : 0), (0...1).contains(endOption), subexpression >= 0, !isGlobal || replacement != nil || function.name == "regexp_matches" else { return nil }
  }

  static let names: Set<String> = [
    "regexp_count", "regexp_instr", "regexp_like", "regexp_match", "regexp_matches", "regexp_replace", "regexp_split_to_array", "regexp_split_to_table", "regexp_substr", "substring", "substr",
  ]

  /// The JSON array of the parts that `regexp_split_to_table` gives; of `regexp_matches` every second part is a match. Nil where there is none.
  func pieces(in context: inout RewriteContext) -> [Piece]? {
    guard name == "regexp_split_to_table" || (name == "regexp_matches" && isGlobal), let found = context.pattern(pattern, options, matchesOnly: false, at: node) else { return nil }
    guard name == "regexp_matches" else { return split(found, at: "", in: &context)?.pieces }
    return found.groupCount == 0 ? split(found, at: "$0\\0", in: &context)?.pieces : nil
  }

  func rewrite(in context: inout RewriteContext) -> Output? {
    guard !["regexp_matches", "regexp_split_to_table"].contains(name) else { return nil }
    if name == "regexp_like" { return RegexRule.matching(value, pattern, options, isNegated: false, at: node, in: &context) }
    guard let found = context.pattern(pattern, options, matchesOnly: false, at: node) else { return Output(source: context.tree[node].range) }
    let output =
      switch name {
      case "regexp_count": count(found, in: &context)
      case "regexp_instr": instr(found, in: &context)
      case "regexp_match": match(found, in: &context)
      case "regexp_replace": replacing(found, in: &context)
      case "regexp_split_to_array": split(found, at: "", in: &context)
      case "regexp_substr": subexpression == 0 ? cut(found, in: &context) : start == 1 && occurrence == 1 ? group(subexpression, found, in: &context) : nil
      default: found.groupCount == 0 ? cut(found, in: &context) : group(1, found, in: &context)
      }
    return output ?? refused(in: &context)
  }

  private func refused(in context: inout RewriteContext) -> Output {
    context.decline(
      "pattern-extent", at: node, "PostgreSQL takes the longest match (or the shortest), MySQL the first that it finds: for this pattern they may differ",
      help: "write alternatives from the longest to the shortest and end the pattern with what cannot come before, or match in the application")
  }

  /// One element of the array that regexp_match gives, from 1.
  func element(_ number: Int, in context: inout RewriteContext) -> Output? {
    guard name == "regexp_match", let found = context.pattern(pattern, options, matchesOnly: false, at: node) else { return nil }
    if found.groupCount == 0 { return number == 1 ? cut(found, in: &context) : nil }
    return number <= found.groupCount ? group(number, found, in: &context) : nil
  }

  // MARK: Forms

  /// A template over the value, `{0}`, and the pattern, `{1}`; a search that starts behind the end of the text gives `missing`.
  private func filled(_ template: Template, _ found: ConstantPattern, missing: String, least: Int? = nil, in context: inout RewriteContext) -> Output? {
    guard template.uses(of: 0) < 2 && start == 1 || context.isRepeatable(value) else { return nil }
    let values = [context.convert(value), Output(MySQLLiteral.string(found.text))]
    let output = context.fill(template, with: values)
    guard start > 1 else { return output }
    return context.fill(Template("IF(CHAR_LENGTH({0}) < \(least ?? start - 1), \(missing), {1})"), with: [values[0], output])
  }

  /// Whether the match that is asked for is the same on both servers: the first one that is found, or each.
  private func isSame(_ found: ConstantPattern) -> Bool {
    PatternExtent.agrees(found.root) && (occurrence == 1 || found.consumes || (occurrence == 0 && found.isAnchored))
  }

  private func count(_ found: ConstantPattern, in context: inout RewriteContext) -> Output? {
    guard PatternExtent.agrees(found.root), found.consumes else { return nil }
    return filled(Template("(CHAR_LENGTH(REGEXP_REPLACE({0}, {1}, '$0#', \(start), 0, 'cn')) - CHAR_LENGTH({0}))"), found, missing: "0", in: &context)
  }

  private func instr(_ found: ConstantPattern, in context: inout RewriteContext) -> Output? {
    guard subexpression == 0, isSame(found) || (occurrence == 1 && endOption == 0) else { return nil }
    // Right behind the end MySQL's search for a place is an error, and for a text is none.
    guard start == 1 || found.consumes else { return nil }
    return filled(Template("REGEXP_INSTR({0}, {1}, \(start), \(occurrence), \(endOption), 'cn')"), found, missing: "0", least: start, in: &context)
  }

  private func cut(_ found: ConstantPattern, in context: inout RewriteContext) -> Output? {
    guard isSame(found) else { return nil }
    return filled(Template("REGEXP_SUBSTR({0}, {1}, \(start), \(occurrence), 'cn')"), found, missing: "NULL", in: &context)
  }

  private func replacing(_ found: ConstantPattern, in context: inout RewriteContext) -> Output? {
    guard let replacement, let source = context.constantString(replacement), let text = Self.replacement(source, groups: found.groupCount), isSame(found) else { return nil }
    guard !text.usesGroups || PatternExtent.groupsAgree(found.root) else { return nil }
    // MySQL replaces nothing in the empty text.
    guard found.consumes || text.text.replacing(/\$[0-9]/, with: "").isEmpty else { return nil }
    return filled(
      Template("REGEXP_REPLACE({0}, {1}, \(Template.literal(text.text)), \(start), \(occurrence), 'cn')"), found, missing: "{0}", in: &context)
  }

  /// A group's text: by replacing the match, or all of the text where the pattern looks around, with the group.
  private func group(_ number: Int, _ found: ConstantPattern, in context: inout RewriteContext) -> Output? {
    guard number <= found.groupCount, let inner = found.group(number), PatternExtent.groupsAgree(found.root) else { return nil }
    guard inner.leastLength > 0 || found.isInEveryMatch(number) else { return nil }
    let isNeverEmpty = inner.leastLength > 0
    guard isNeverEmpty || context.isRepeatable(value) else { return nil }
    let text = Output(MySQLLiteral.string(found.text))
    let group: Template = isNeverEmpty ? "NULLIF({0}, '')" : "{0}"
    let values = [context.convert(value), text]
    let cut: Output
    if found.root.dependsOnContext {
      let whole = isNeverEmpty ? "^(?:.*?\(atom(found)).*|.*)\\z" : "^.*?\(atom(found)).*\\z"
      cut = context.fill(Template("REGEXP_REPLACE({0}, {1}, '$\(number)', 1, 1, 'cn')"), with: [values[0], Output(MySQLLiteral.string(whole))])
      if !isNeverEmpty { return context.fill("IF(REGEXP_LIKE({0}, {1}, 'cn'), {2}, NULL)", with: values + [cut]) }
    } else {
      let whole = Output(MySQLLiteral.string("^" + found.element + "\\z"))
      cut = context.fill(Template("REGEXP_REPLACE(REGEXP_SUBSTR({0}, {1}, 1, 1, 'cn'), {2}, '$\(number)', 1, 0, 'cn')"), with: values + [whole])
    }
    return context.fill(group, with: [cut])
  }

  /// The pattern as one element before others.
  private func atom(_ found: ConstantPattern) -> String { "(?:" + found.text + ")" }

  private func match(_ found: ConstantPattern, in context: inout RewriteContext) -> Output? {
    guard context.isRepeatable(value) else { return nil }
    var items: [Output] = []
    if found.groupCount == 0 {
      guard let whole = cut(found, in: &context) else { return nil }
      items = [whole]
    } else {
      for number in 1...found.groupCount {
        guard let item = group(number, found, in: &context) else { return nil }
        items.append(item)
      }
    }
    let list = context.call("JSON_ARRAY", items.map(\.pieces))
    return context.fill("IF(REGEXP_LIKE({0}, {1}, 'cn'), {2}, NULL)", with: [context.convert(value), Output(MySQLLiteral.string(found.text)), list])
  }

  /// PostgreSQL's text holds no NUL, which marks the splits; backslashes are doubled so that none of the text reads as its escape.
  ///
  /// - Parameter match: What is kept of each match, and the mark behind it.
  private func split(_ found: ConstantPattern, at match: String, in context: inout RewriteContext) -> Output? {
    guard PatternExtent.agrees(found.root), found.consumes else { return nil }
    return filled(
      Template(#"CAST(CONCAT('[', REPLACE(REPLACE(CAST(JSON_QUOTE(REGEXP_REPLACE({0}, {1}, '\0\#(match)', 1, 0, 'cn')) AS CHAR), '\\\\', '\\u005c'), '\\u0000', '","'), ']') AS JSON)"#),
      found, missing: "NULL", in: &context)
  }

  /// `\1` becomes `$1`, `\&` the whole match; nil for a group that the pattern does not have.
  private static func replacement(_ text: String, groups: Int) -> (text: String, usesGroups: Bool)? {
    var output = ""
    var usesGroups = false
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
        usesGroups = true
      case "$": output += "\\\\\\$"
      default: output += "\\\\" + String(next)
      }
    }
    // ICU reads digits behind $0 as a part of the number.
    return output.contains(/\$0[0-9]/) ? nil : (output, usesGroups)
  }
}

import MySQLTarget
import PostgresSyntax
import SourceText

/// `TRIM(…)` of blanks or of one character.
struct TrimRule: ConversionRule {
  static let id = "trim"
  static let help = RuleHelp(
    why: """
      PostgreSQL trims any of the characters given, MySQL the string as a whole: the same for blanks and for one character, declined \
      for more.
      """,
    example: "SELECT trim(both 'x' from code) FROM item",
    manual: ["PostgreSQL: String Functions and Operators", "MySQL: String Functions and Operators"])
  static let kinds: [NodeKind] = [.trim, .functionCall]
  static let names: Set<String>? = ["btrim", "ltrim", "rtrim"]

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    if context.tree[node].kind == .functionCall { return call(node, in: &context) }
    let arguments = context.tree.children(of: node, .argument)
    guard arguments.count == 1 else {
      return context.decline("function-not-converted", at: node, "TRIM with a list of arguments is not the same in MySQL")
    }
    guard context.family(of: arguments[0]) == .text else {
      return context.decline("argument-type", at: node, "TRIM of \(context.typeName(arguments[0])) is not the same in MySQL")
    }
    if let output = trimmedSet(node, arguments[0], in: &context) { return output }
    if let character = context.tree.child(of: node, .character), context.constantString(character)?.unicodeScalars.count != 1 {
      return context.decline("argument-not-constant", at: character, "TRIM of other than one constant character is not the same in MySQL")
    }
    let name = ByteRange(context.tree[node].range.start, context.tree[node].range.start + 4)
    let open = context.tree.tokens(in: ByteRange(name.end, context.tree[node].range.end)).first?.range.start ?? name.end
    return Output(([.source(name)] + context.copy(node, within: ByteRange(open, context.tree[node].range.end))).compacted())
  }

  private func call(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    guard let function = context.builtIn(node), ["btrim", "ltrim", "rtrim"].contains(function.name), context.isPlainCall(node) else { return nil }
    let arguments = context.tree.children(of: node, .argument)
    guard arguments.count == 2, context.takesAlike(arguments), context.family(of: arguments[0]) == .text, let set = context.constantString(arguments[1]) else { return nil }
    return trimmed(arguments[0], set, starts: function.name != "rtrim", ends: function.name != "ltrim", in: &context)
  }

  private func trimmedSet(_ node: NodeID, _ value: NodeID, in context: inout RewriteContext) -> Output? {
    guard let character = context.tree.child(of: node, .character), let set = context.constantString(character) else { return nil }
    let attributes = context.tree[node].attributes
    return trimmed(value, set, starts: !attributes.contains(.trailing), ends: !attributes.contains(.leading), in: &context)
  }

  /// Of a set of characters, those at the ends are a class in a regular expression.
  private func trimmed(_ value: NodeID, _ set: String, starts: Bool, ends: Bool, in context: inout RewriteContext) -> Output? {
    guard set.unicodeScalars.count > 1, !set.unicodeScalars.contains(where: { $0.value < 0x20 }) else { return nil }
    var members = ""
    for scalar in set.unicodeScalars {
      let isPlain = !scalar.isASCII || scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == " "
      members += isPlain ? String(scalar) : "\\" + String(scalar)
    }
    let pattern = [starts ? "^[\(members)]+" : "", ends ? "[\(members)]+\\z" : ""].filter { !$0.isEmpty }.joined(separator: "|")
    return context.call("REGEXP_REPLACE", [context.convert(value).pieces, [.text(MySQLLiteral.string(pattern) + ", '', 1, 0, 'c'")]])
  }
}

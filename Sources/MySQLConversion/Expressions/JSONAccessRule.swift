import MySQLTarget
import PostgresSyntax
import SourceText

/// `->`, `->>`, `#>`, `#>>` and `jsonb_extract_path` with a constant path, or a key that is computed.
struct JSONAccessRule: ConversionRule {
  static let id = "json-access"
  static let help = RuleHelp(
    why: """
      A member is JSON_EXTRACT with its name quoted in the path. JSON null read as text is NULL in PostgreSQL and the word null in MySQL, so it is \
      taken out first. MySQL keeps a number with a fraction as a floating-point number and prints 1.50 as 1.5: text that can be such a \
      number is a caveat, except where it is compared with a word or cast to an integer.
      """,
    example: "SELECT data -> 'address', data ->> 'name' FROM customer WHERE data ->> 'state' = 'new'",
    manual: ["PostgreSQL: JSON Functions and Operators", "MySQL: Functions That Search JSON Values"])
  static let kinds: [NodeKind] = [.binaryOperation, .functionCall]

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    guard let (document, path, isText) = access(node, in: context) else { return nil }
    guard let family = context.coercedFamily(of: document), family == .jsonb || family == .json else { return nil }
    guard let value = extraction(document, path, in: &context) else { return nil }
    guard isText else { return value }
    if !context.isReadAsWordOrInteger(node) {
      context.caution(
        "json-number-text", at: node, "a JSON number with a fraction reads otherwise as text in MySQL: 1.50 is 1.5",
        help: "there is no difference where the value is a string, an integer, true or false")
    }
    return context.fill("CAST(JSON_UNQUOTE(NULLIF({0}, CAST('null' AS JSON))) AS CHAR)", with: [value])
  }

  private enum Path {
    case keys([String])
    case index(Int)
    case computed(NodeID)
  }

  private func access(_ node: NodeID, in context: RewriteContext) -> (document: NodeID, path: Path, isText: Bool)? {
    if let function = context.builtIn(node) {
      let names = ["jsonb_extract_path": false, "json_extract_path": false, "jsonb_extract_path_text": true, "json_extract_path_text": true]
      guard let isText = names[function.name], context.isPlainCall(node), let document = context.tree.children(of: node, .argument).first else { return nil }
      let keys = context.tree.children(of: node, .argument).dropFirst().map { context.constantString($0) }
      guard !keys.contains(nil), !keys.isEmpty, Self.areMembers(keys.compactMap { $0 }) else { return nil }
      return (document, .keys(keys.compactMap { $0 }), isText)
    }
    guard let found = context.builtInOperator(node), let name = context.operatorName(node), let left = context.tree.child(of: node, .left),
      let right = context.tree.child(of: node, .right)
    else { return nil }
    let isText = name.hasSuffix(">>")
    switch name {
    case "->", "->>":
      if let index = context.constantInteger(right), found.right != 25 { return (left, .index(index), isText) }
      if found.right == 25 { return context.constantString(right).map { (left, .keys([$0]), isText) } ?? (left, .computed(right), isText) }
      return nil
    case "#>", "#>>":
      guard let keys = context.constantTexts(right), Self.areMembers(keys) else { return nil }
      return (left, .keys(keys), isText)
    default: return nil
    }
  }

  /// A number in a path names a member or an element, whichever the document has.
  private static func areMembers(_ path: [String]) -> Bool { !path.contains { Int($0) != nil } }

  private func extraction(_ document: NodeID, _ path: Path, in context: inout RewriteContext) -> Output? {
    switch path {
    case .keys(let keys):
      guard !keys.isEmpty else { return context.convert(document) }
      let value = context.convert(document).pieces
      return Output([.text(context.keyword("JSON_EXTRACT") + "(")] + value + [.text(", \(MySQLLiteral.string(JSONPath.members(keys))))")])
    case .index(let index):
      guard context.isRepeatable(document) else { return nil }
      let path = MySQLLiteral.string(JSONPath.element(index))
      return context.fill(Template("IF(JSON_TYPE({0}) = 'OBJECT' COLLATE utf8mb4_0900_bin, NULL, JSON_EXTRACT({0}, \(path)))"), with: [document])
    case .computed(let key):
      guard context.family(of: key) == .text else { return nil }
      return context.fill("JSON_EXTRACT({0}, CONCAT('$.', CAST(JSON_QUOTE({1}) AS CHAR)))", with: [document, key])
    }
  }
}

extension RewriteContext {
  /// The texts of a constant array: `'{a,b}'` or `ARRAY['a', 'b']`.
  func constantTexts(_ node: NodeID) -> [String]? {
    var node = unwrapped(node)
    while tree[node].kind == .typeCast || tree[node].kind == .castExpression, let operand = tree.child(of: node, .operand) { node = unwrapped(operand) }
    if tree[node].kind == .arrayConstructor {
      let items = tree.children(of: node, .item).map { constantString($0) }
      return items.contains(nil) ? nil : items.compactMap { $0 }
    }
    guard let elements = constantString(node).flatMap(ArrayConstant.elements), !elements.contains(nil) else { return nil }
    return elements.compactMap { $0 }
  }

  /// Whether the place of a JSON value's text makes no difference between the ways to write a number: compared with words, tested for NULL,
  /// cast to an integer or boolean.
  func isReadAsWordOrInteger(_ node: NodeID) -> Bool {
    var node = node
    while let parent = tree.parent(of: node), tree[parent].kind == .parenthesized { node = parent }
    guard let parent = tree.parent(of: node) else { return false }
    func isWord(_ other: NodeID) -> Bool {
      guard let text = constantString(other) else { return false }
      return text.isEmpty || !("0"..."9" ~= (text.first ?? "x") || ["-", "{", "["].contains(text.first))
    }
    switch tree[parent].kind {
    case .isNull: return true
    case .binaryOperation:
      guard let name = operatorName(parent), ComparisonRule.equality.contains(name) else { return false }
      return [Role.left, .right].compactMap { tree.child(of: parent, $0) }.filter { $0 != node }.allSatisfy(isWord)
    case .inList: return tree[node].role == .operand && tree.children(of: parent, .item).allSatisfy(isWord)
    case .typeCast, .castExpression: return [.integer, .boolean, .uuid].contains(family(of: parent))
    default: return false
    }
  }
}

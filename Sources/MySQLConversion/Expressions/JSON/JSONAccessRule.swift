import MySQLTarget
import PostgresSyntax
import SourceText

/// `->`, `->>`, `#>`, `#>>` and `jsonb_extract_path`.
struct JSONAccessRule: ConversionRule {
  static let id = "json-access"
  static let help = RuleHelp(
    why: """
      A member is JSON_EXTRACT with its name quoted in the path; a number in a path names an element or a member, whichever the document has. JSON \
      null read as text is NULL in PostgreSQL and the word null in MySQL, so it is taken out first. MySQL keeps a number with a fraction as a \
      floating-point number and prints 1.50 as 1.5: text that can be such a number is a caveat, except where that makes no difference, as in a \
      comparison with a word or a cast to an integer.
      """,
    example: "SELECT data -> 'address', data ->> 'name' FROM customer WHERE data ->> 'state' = 'new'",
    manual: ["PostgreSQL: JSON Functions and Operators", "MySQL: Functions That Search JSON Values"])
  static let kinds: [NodeKind] = [.binaryOperation, .functionCall]
  static let names: Set<String>? = ["->", "->>", "#>", "#>>", "jsonb_extract_path", "json_extract_path", "jsonb_extract_path_text", "json_extract_path_text"]

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    guard let access = JSONAccess(node, in: context), let value = extraction(access, in: &context) else { return nil }
    guard access.isText else { return value }
    let isSafe =
      context.writesNumbersAlike(access.document) || context.isReadApartFromNumbers(node, isStored: context.isInStoredDocument(access.document))
    if !isSafe { context.cautionNumberText(at: node) }
    if context.family(of: access.document) == .json, !context.isReadApartFromNumbers(node, isStored: false) {
      context.caution("json-text", at: node, "json keeps the text of an object or array in PostgreSQL; MySQL's JSON keeps the value")
    }
    return context.fill("CAST(JSON_UNQUOTE(NULLIF({0}, CAST('null' AS JSON))) AS CHAR)", with: [value])
  }

  private func extraction(_ access: JSONAccess, in context: inout RewriteContext) -> Output? {
    let document = access.document
    switch access.path {
    case .member(let key): return extraction(JSONPath.member(key), document, in: &context)
    case .keys(let keys):
      guard !keys.isEmpty else { return context.convert(document) }
      let path = JSONKeys(keys: keys)
      guard path.ambiguousSteps <= 2 else { return nil }
      let template = path.template(root: context.jsonShape(of: document)) { "JSON_EXTRACT({0}, \(Template.literal(JSONPath.path($0))))" }
      if path.ambiguousSteps == 0 { return extraction(JSONPath.members(keys), document, in: &context) }
      return context.fill(Template(template), with: [document])
    case .index(let index):
      let path = Template.literal(JSONPath.element(index))
      return context.fill(Template(element(of: document, "JSON_EXTRACT({0}, \(path))", in: context)), with: [document])
    case .variableIndex(let index):
      let path = "CONCAT('$[', IF({1} < 0, CONCAT('last-', -1 - {1}), {1}), ']')"
      return context.fill(Template(element(of: document, "JSON_EXTRACT({0}, \(path))", in: context)), with: [document, index])
    case .variablePath(let path):
      guard context.coercedFamily(of: document) == .jsonb else { return nil }
      return context.fill("@jsonb_extract_path({0}, {1})", with: [document, path])
    case .variableKey(let key):
      return context.fill("JSON_EXTRACT({0}, CONCAT('$.', CAST(JSON_QUOTE({1}) AS CHAR)))", with: [document, key])
    }
  }

  private func extraction(_ path: String, _ document: NodeID, in context: inout RewriteContext) -> Output {
    let value = context.convert(document).pieces
    return context.call("JSON_EXTRACT", [value, [.text(MySQLLiteral.string(path))]])
  }

  /// A document that is no array: as an array of itself in jsonb, none in json.
  private func element(of document: NodeID, _ value: String, in context: RewriteContext) -> String {
    if context.jsonShape(of: document) == .array { return value }
    return context.coercedFamily(of: document) == .jsonb
      ? "IF(JSON_TYPE({0}) = 'OBJECT' COLLATE utf8mb4_0900_bin, NULL, \(value))" : "IF(JSON_TYPE({0}) = 'ARRAY' COLLATE utf8mb4_0900_bin, \(value), NULL)"
  }
}

/// A call or operator that takes a value out of a JSON document.
private struct JSONAccess {
  enum Path {
    /// Steps, of which a number may name an element or a member.
    case keys([String])
    case member(String)
    case index(Int)
    case variableIndex(NodeID)
    case variableKey(NodeID)
    case variablePath(NodeID)
  }

  let document: NodeID
  let path: Path
  let isText: Bool

  init?(_ node: NodeID, in context: RewriteContext) {
    guard let found = context.builtIn(node) != nil ? Self.call(node, in: context) : Self.operation(node, in: context) else { return nil }
    (document, path, isText) = found
    guard let family = context.coercedFamily(of: document), family.isJSON else { return nil }
    if case .variableKey(let key) = path, context.family(of: key) != .text { return nil }
    if case .variableIndex(let index) = path, context.family(of: index) != .integer { return nil }
  }

  private static func call(_ node: NodeID, in context: RewriteContext) -> (NodeID, Path, Bool)? {
    let names = ["jsonb_extract_path": false, "json_extract_path": false, "jsonb_extract_path_text": true, "json_extract_path_text": true]
    guard let function = context.builtIn(node), let isText = names[function.name], context.isPlainCall(node) else { return nil }
    let arguments = context.tree.children(of: node, .argument)
    guard let document = arguments.first else { return nil }
    let keys = arguments.dropFirst().compactMap { context.constantString($0) }
    if keys.count == arguments.count - 1, !keys.isEmpty { return (document, .keys(keys), isText) }
    return nil
  }

  private static func operation(_ node: NodeID, in context: RewriteContext) -> (NodeID, Path, Bool)? {
    guard let found = context.builtInOperator(node), let name = context.operatorName(node), let (left, right) = context.operands(of: node)
    else { return nil }
    let isText = name.hasSuffix(">>")
    switch name {
    case "->", "->>":
      if found.right == 25 {
        return context.constantString(right).map { (left, .member($0), isText) } ?? (left, .variableKey(right), isText)
      }
      return context.constantInteger(right).map { (left, .index($0), isText) } ?? (left, .variableIndex(right), isText)
    case "#>", "#>>":
      guard let keys = context.constantTexts(right), JSONKeys(keys: keys).ambiguousSteps <= 2 else { return (left, .variablePath(right), isText) }
      return (left, .keys(keys), isText)
    default: return nil
    }
  }
}

extension RewriteContext {
  /// The texts of a constant array: `'{a,b}'` or `ARRAY['a', 'b']`.
  func constantTexts(_ node: NodeID) -> [String]? {
    let node = withoutCasts(node)
    if tree[node].kind == .arrayConstructor {
      let items = tree.children(of: node, .item).map { constantString($0) }
      return items.contains(nil) ? nil : items.compactMap { $0 }
    }
    guard let elements = constantString(node).flatMap(ArrayConstant.elements), !elements.contains(nil) else { return nil }
    return elements.compactMap { $0 }
  }
}

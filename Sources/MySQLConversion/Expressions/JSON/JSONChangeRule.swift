import MySQLTarget
import PostgresSyntax
import SourceText

/// `jsonb_set`, `jsonb_set_lax`, `jsonb_insert`, `-`, `#-`, `||`, `jsonb_strip_nulls` and `jsonb_pretty`.
struct JSONChangeRule: ConversionRule {
  static let id = "json-changes"
  static let help = RuleHelp(
    why: """
      JSON_SET and JSON_REPLACE set a member as jsonb_set does; a NULL value makes the whole NULL in PostgreSQL. A number in a path names an element \
      or a member, whichever the document has. || replaces members at the top level only, JSON_MERGE_PATCH would merge below and delete nulls: \
      known members are set one by one. `-` with a key also removes equal strings from an array.
      """,
    example: #"UPDATE customer SET data = jsonb_set(data, '{address,city}', '"Oslo"'), extra = extra || '{"seen": true}'"#,
    manual: ["PostgreSQL: JSON Functions and Operators", "MySQL: Functions That Modify JSON Values"])
  static let kinds: [NodeKind] = [.functionCall, .binaryOperation]
  static let names: Set<String>? = [
    "||", "-", "#-", "jsonb_concat", "jsonb_delete", "jsonb_delete_path", "jsonb_strip_nulls", "jsonb_pretty", "jsonb_set", "jsonb_insert",
    "jsonb_set_lax",
  ]

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    if let function = context.builtIn(node) {
      guard context.isPlainCall(node) else { return nil }
      let arguments = context.tree.children(of: node, .argument)
      return JSONSetting(node, function.name, arguments, in: context)?.output(in: &context) ?? call(function.name, node, arguments, in: &context)
    }
    guard context.builtInOperator(node) != nil, let name = context.operatorName(node), let (left, right) = context.operands(of: node),
      context.coercedFamily(of: left) == .jsonb
    else { return nil }
    return operation(name, node, left, right, in: &context)
  }

  private func call(_ name: String, _ node: NodeID, _ arguments: [NodeID], in context: inout RewriteContext) -> Output? {
    switch (name, arguments.count) {
    case ("jsonb_concat", 2): return concatenation(arguments[0], arguments[1], in: &context)
    case ("jsonb_delete", 2): return operation("-", node, arguments[0], arguments[1], in: &context)
    case ("jsonb_delete_path", 2): return operation("#-", node, arguments[0], arguments[1], in: &context)
    case ("jsonb_strip_nulls", 1): return context.fill("@jsonb_strip_nulls({0})", with: arguments)
    case ("jsonb_pretty", 1):
      if !context.writesNumbersAlike(arguments[0]) { context.cautionNumberText(at: node) }
      return context.fill(Self.pretty, with: arguments)
    default: return nil
    }
  }

  /// Four blanks a level for two, and the brackets of what is empty on two lines.
  private static let pretty: Template =
    #"REGEXP_REPLACE(REGEXP_REPLACE(CAST(JSON_PRETTY({0}) AS CHAR), '^( +)', '$1$1', 1, 0, 'mu'), '^( *)(.*)([\\[{{])([\\]}])(,?)$', '$1$2$3\n$1$4$5', 1, 0, 'mu')"#

  private func operation(_ name: String, _ node: NodeID, _ left: NodeID, _ right: NodeID, in context: inout RewriteContext) -> Output? {
    switch (name, context.coercedFamily(of: right)) {
    case ("||", .jsonb?): return concatenation(left, right, in: &context)
    case ("#-", .array?): return removal(node, left, path: right, in: &context)
    case ("-", .integer?):
      guard let index = context.constantInteger(right) else {
        return removal(node, Template("JSON_REMOVE({0}, CONCAT('$[', IF({1} < 0, CONCAT('last-', -1 - {1}), {1}), ']'))"), [left, right], in: &context)
      }
      return removal(node, Template("JSON_REMOVE({0}, \(Template.literal(JSONPath.element(index))))"), [left], in: &context)
    case ("-", .text?):
      guard let key = context.constantString(right), context.jsonShape(of: left) == .object else { return removal(node, "@jsonb_delete({0}, {1})", [left, right], in: &context) }
      return removal(node, Template("JSON_REMOVE({0}, \(Template.literal(JSONPath.member(key))))"), [left], in: &context)
    case ("-", .array?):
      guard let keys = context.constantTexts(right), !keys.isEmpty, context.jsonShape(of: left) == .object else {
        return removal(node, "@jsonb_delete_keys({0}, {1})", [left, right], in: &context)
      }
      let paths = keys.map { Template.literal(JSONPath.member($0)) }.joined(separator: ", ")
      return removal(node, Template("JSON_REMOVE({0}, \(paths))"), [left], in: &context)
    default: return nil
    }
  }

  private func removal(_ node: NodeID, _ template: Template, _ nodes: [NodeID], in context: inout RewriteContext) -> Output? {
    context.noteLostError(.invalidText, at: node)
    return context.fill(template, with: nodes)
  }

  private func removal(_ node: NodeID, _ document: NodeID, path: NodeID, in context: inout RewriteContext) -> Output? {
    guard let keys = context.constantTexts(path), JSONKeys(keys: keys).ambiguousSteps <= 2 else {
      return removal(node, "@jsonb_delete_path({0}, {1})", [document, path], in: &context)
    }
    guard !keys.isEmpty else { return context.convert(document) }
    return removal(node, Template(JSONKeys(keys: keys).template(root: context.jsonShape(of: document)) { "JSON_REMOVE({0}, \(Template.literal(JSONPath.path($0))))" }), [document], in: &context)
  }

  // MARK: ||

  private func concatenation(_ left: NodeID, _ right: NodeID, in context: inout RewriteContext) -> Output? {
    let shapes = (context.jsonShape(of: left), context.jsonShape(of: right))
    if let members = context.jsonMembers(of: right), !members.isEmpty, shapes.0 == .object || context.isRepeatable(left) {
      return setting(members, of: left, isObject: shapes.0 == .object, right, in: &context)
    }
    let isList = [shapes.0, shapes.1].contains { $0 == .array || $0 == .scalar }
    return context.fill(isList ? "JSON_MERGE_PRESERVE({0}, {1})" : "@jsonb_concat({0}, {1})", with: [left, right])
  }

  /// Each member set; a document that is no object gets the object as an element.
  private func setting(_ members: [JSONMember], of left: NodeID, isObject: Bool, _ right: NodeID, in context: inout RewriteContext) -> Output? {
    var values: [Output] = [context.convert(left)]
    var sets = ""
    for member in members {
      guard let (path, value) = member.outputs(in: &context) else { return nil }
      sets += ", {\(values.count)}, {\(values.count + 1)}"
      values += [path, value]
    }
    if isObject { return context.fill(Template("JSON_SET({0}\(sets))"), with: values) }
    guard context.isRepeatable(right) else { return context.fill("@jsonb_concat({0}, {1})", with: [left, right]) }
    sets += "), JSON_MERGE_PRESERVE({0}, {\(values.count)}))"
    values.append(context.convert(right))
    return context.fill(Template("IF(JSON_TYPE({0}) = 'OBJECT' COLLATE utf8mb4_0900_bin, JSON_SET({0}\(sets)"), with: values)
  }
}

/// `jsonb_set(target, path, value, create)` and its relatives.
private struct JSONSetting {
  enum Form {
    case set, insert
    /// What a NULL value does.
    case lax(String)
  }

  let node: NodeID
  let form: Form
  let document: NodeID
  let path: NodeID
  let value: NodeID
  /// `create_if_missing` or `insert_after`.
  let flag: Bool

  init?(_ node: NodeID, _ name: String, _ arguments: [NodeID], in context: RewriteContext) {
    guard arguments.count >= 3, ["jsonb_set", "jsonb_insert", "jsonb_set_lax"].contains(name) else { return nil }
    var flag = name != "jsonb_insert"
    if arguments.count > 3 {
      let word = context.tree.string(of: context.unwrapped(arguments[3])).lowercased()
      guard word == "true" || word == "false" else { return nil }
      flag = word == "true"
    }
    self.node = node
    (document, path, value, self.flag) = (arguments[0], arguments[1], arguments[2], flag)
    switch name {
    case "jsonb_set": form = .set
    case "jsonb_insert": form = .insert
    default:
      let treatment = arguments.count > 4 ? context.constantString(arguments[4]) : "use_json_null"
      guard let treatment, ["use_json_null", "delete_key", "return_target", "raise_exception"].contains(treatment) else { return nil }
      form = .lax(treatment)
    }
  }

  func output(in context: inout RewriteContext) -> Output? {
    context.noteLostError(.invalidText, at: node)
    guard let keys = context.constantTexts(path), !keys.isEmpty, JSONKeys(keys: keys).ambiguousSteps <= 2 else { return called(in: &context) }
    let path = JSONKeys(keys: keys)
    let isNullable = context.isNullable(value)
    guard context.isRepeatable(document) || path.ambiguousSteps == 0 else { return called(in: &context) }
    switch form {
    case .set:
      let change = path.template(root: context.jsonShape(of: document)) { Self.set($0, creates: flag) }
      guard isNullable || path.ambiguousSteps > 0 else { return context.fill(Template(change), with: [document, value]) }
      guard context.isRepeatable(value) else { return called(in: &context) }
      return context.fill(Template(isNullable ? "IF({1} IS NULL, NULL, \(change))" : change), with: [document, value])
    case .insert:
      let change = path.template(root: context.jsonShape(of: document)) { Self.insert($0, after: flag) }
      guard context.isRepeatable(document), context.isRepeatable(value) else { return called(in: &context) }
      return context.fill(Template(isNullable ? "IF({1} IS NULL, NULL, \(change))" : change), with: [document, value])
    case .lax(let treatment):
      guard context.isRepeatable(document), context.isRepeatable(value) else { return nil }
      let change = path.template(root: context.jsonShape(of: document)) { Self.set($0, creates: flag) }
      let removal = path.template(root: context.jsonShape(of: document)) { "JSON_REMOVE({0}, \(Template.literal(JSONPath.path($0))))" }
      switch treatment {
      case "use_json_null": return context.fill(Template(change.replacing("{1}", with: "COALESCE({1}, CAST('null' AS JSON))")), with: [document, value])
      case "delete_key": return context.fill(Template("IF({1} IS NULL, \(removal), \(change))"), with: [document, value])
      case "return_target": return context.fill(Template("IF({1} IS NULL, {0}, \(change))"), with: [document, value])
      default: return context.fill(Template("IF({1} IS NULL, NULL, \(change))"), with: [document, value])
      }
    }
  }

  private static func set(_ path: [JSONPath.Step], creates: Bool) -> String {
    "\(creates ? "JSON_SET" : "JSON_REPLACE")({0}, \(Template.literal(JSONPath.path(path))), {1})"
  }

  private static func insert(_ path: [JSONPath.Step], after: Bool) -> String {
    guard case .element(let index)? = path.last else { return "JSON_INSERT({0}, \(Template.literal(JSONPath.path(path))), {1})" }
    let parent = Array(path.dropLast())
    if after, index == -1 { return "JSON_ARRAY_APPEND({0}, \(Template.literal(JSONPath.path(parent))), {1})" }
    return "JSON_ARRAY_INSERT({0}, \(Template.literal(JSONPath.path(parent + [.element(after ? index + 1 : index)]))), {1})"
  }

  /// The function of the extension pack, for paths that are not constant.
  private func called(in context: inout RewriteContext) -> Output? {
    let word = flag ? "TRUE" : "FALSE"
    switch form {
    case .set: return context.fill(Template("@jsonb_set({0}, {1}, {2}, \(word))"), with: [document, path, value])
    case .insert: return context.fill(Template("@jsonb_insert({0}, {1}, {2}, \(word))"), with: [document, path, value])
    case .lax: return nil
    }
  }
}

/// A member of an object that the statement writes out.
struct JSONMember {
  enum Value {
    /// A part of a constant document.
    case constant(String, key: String)
    case expression(NodeID)
  }

  enum Key {
    case constant(String)
    case expression(NodeID)
  }

  let key: Key
  let value: Value

  /// The path to the member and its value.
  func outputs(in context: inout RewriteContext) -> (path: Output, value: Output)? {
    let path: Output
    switch key {
    case .constant(let key): path = Output(MySQLLiteral.string(JSONPath.member(key)))
    case .expression(let node): path = context.fill("CONCAT('$.', CAST(JSON_QUOTE({0}) AS CHAR))", with: [context.convert(node)])
    }
    switch value {
    case .constant(let document, let key):
      return (path, context.fill(Template("JSON_EXTRACT(\(Template.literal(document)), \(Template.literal(JSONPath.member(key))))"), with: [Output]()))
    case .expression(let node): return context.jsonValue(of: node).map { (path, $0) }
    }
  }
}

extension RewriteContext {
  /// The members of an object that is written out: a constant, or jsonb_build_object.
  func jsonMembers(of node: NodeID) -> [JSONMember]? {
    if let text = constantJSON(node) {
      guard case .object(let members)? = JSONConstant(text) else { return nil }
      return members.map { JSONMember(key: .constant($0.0), value: .constant(text, key: $0.0)) }
    }
    let node = unwrapped(node)
    guard let function = builtIn(node), function.name == "jsonb_build_object", isPlainCall(node) else { return nil }
    let arguments = tree.children(of: node, .argument)
    guard arguments.count % 2 == 0 else { return nil }
    var members: [JSONMember] = []
    for index in stride(from: 0, to: arguments.count, by: 2) {
      let key = constantString(arguments[index])
      guard key != nil || family(of: arguments[index]) == .text && !isNullable(arguments[index]) else { return nil }
      members.append(JSONMember(key: key.map { .constant($0) } ?? .expression(arguments[index]), value: .expression(arguments[index + 1])))
    }
    return members
  }

  /// That a number in JSON may be written otherwise.
  mutating func cautionNumberText(at node: NodeID) {
    caution(
      "json-number-text", at: node, "a JSON number with a fraction reads otherwise as text in MySQL: 1.50 is 1.5",
      help: "there is no difference where the value is a string, an integer, true or false")
  }
}

import MySQLTarget
import PostgresSyntax
import SourceText

/// `jsonb_set` with a constant path, `#-`, `-` with an index, and `||` with a constant object.
struct JSONChangeRule: ConversionRule {
  static let id = "json-changes"
  static let help = RuleHelp(
    why: """
      JSON_SET and JSON_REPLACE set a member as jsonb_set does; a NULL value makes the whole NULL in PostgreSQL. || replaces members at the top \
      level only, JSON_MERGE_PATCH would merge below and delete nulls: a constant object is set member by member.
      """,
    example: #"UPDATE customer SET data = jsonb_set(data, '{address,city}', '"Oslo"'), extra = extra || '{"seen": true}'"#,
    manual: ["PostgreSQL: JSON Functions and Operators", "MySQL: Functions That Modify JSON Values"])
  static let kinds: [NodeKind] = [.functionCall, .binaryOperation]

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    if let function = context.builtIn(node) {
      guard function.name == "jsonb_set", context.isPlainCall(node) else { return nil }
      return set(node, context.tree.children(of: node, .argument), in: &context)
    }
    guard context.builtInOperator(node) != nil, let name = context.operatorName(node), let left = context.tree.child(of: node, .left),
      let right = context.tree.child(of: node, .right), context.coercedFamily(of: left) == .jsonb
    else { return nil }
    switch name {
    case "||": return concatenation(left, right, in: &context)
    case "#-":
      guard let keys = context.constantTexts(right), !keys.isEmpty, !keys.contains(where: { Int($0) != nil }) else { return nil }
      return removal(node, left, JSONPath.members(keys), in: &context)
    case "-":
      guard context.coercedFamily(of: right) == .integer, let index = context.constantInteger(right) else { return nil }
      return removal(node, left, JSONPath.element(index), in: &context)
    default: return nil
    }
  }

  private func set(_ node: NodeID, _ arguments: [NodeID], in context: inout RewriteContext) -> Output? {
    guard arguments.count >= 3, let keys = context.constantTexts(arguments[1]), !keys.isEmpty, !keys.contains(where: { Int($0) != nil }), context.isRepeatable(arguments[2])
    else { return nil }
    var function = "JSON_SET"
    if arguments.count == 4 {
      let flag = context.tree.string(of: context.unwrapped(arguments[3])).lowercased()
      guard flag == "true" || flag == "false" else { return nil }
      function = flag == "false" ? "JSON_REPLACE" : function
    }
    context.noteLostError(.invalidText, at: node)
    let path = Template.literal(JSONPath.members(keys))
    let values = [context.convert(arguments[0]), context.convert(arguments[2])]
    if !context.isNullable(arguments[2]) { return context.fill(Template("\(function)({0}, \(path), {1})"), with: values) }
    return context.fill(Template("IF({1} IS NULL, NULL, \(function)({0}, \(path), {1}))"), with: values)
  }

  private func removal(_ node: NodeID, _ document: NodeID, _ path: String, in context: inout RewriteContext) -> Output? {
    context.noteLostError(.invalidText, at: node)
    return context.fill(Template("JSON_REMOVE({0}, \(Template.literal(path)))"), with: [document])
  }

  private func concatenation(_ left: NodeID, _ right: NodeID, in context: inout RewriteContext) -> Output? {
    guard let text = context.constantJSON(right), case .object(let members)? = JSONConstant(text), !members.isEmpty, context.isRepeatable(left) else { return nil }
    let keys = members.map(\.0)
    guard Set(keys).count == keys.count else { return nil }
    let document = "CAST(\(Template.literal(text)) AS JSON)"
    let sets = keys.map { ", \(Template.literal(JSONPath.member($0))), JSON_EXTRACT(\(document), \(Template.literal(JSONPath.member($0))))" }.joined()
    return context.fill(Template("IF(JSON_TYPE({0}) = 'OBJECT' COLLATE utf8mb4_0900_bin, JSON_SET({0}\(sets)), JSON_ARRAY_APPEND({0}, '$', \(document)))"), with: [left])
  }
}

import PostgresSyntax
import SourceText

/// `@?`, `@@` and the functions `jsonb_path_…` with a constant path.
struct JSONPathRule: ConversionRule {
  static let id = "json-paths"
  static let help = RuleHelp(
    why: """
      SQL/JSON paths in lax mode unwrap arrays where a member is asked for, MySQL's paths do not: a path of members is tested with and without an \
      array at each step; other paths are walked by functions of the extension pack, which know members, elements and filters that compare with \
      constants.
      """,
    example: "SELECT id FROM customer WHERE data @? '$.orders[*] ? (@.total > 100)'",
    manual: ["PostgreSQL: The SQL/JSON Path Language", "MySQL: JSON Path Syntax"])
  static let kinds: [NodeKind] = [.functionCall, .binaryOperation]
  static let names: Set<String>? = [
    "@?", "@@", "jsonb_path_exists", "jsonb_path_exists_opr", "jsonb_path_match", "jsonb_path_match_opr", "jsonb_path_query_array",
    "jsonb_path_query_first",
  ]

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    guard let (form, document, path) = call(node, in: context), context.coercedFamily(of: document) == .jsonb, let text = context.constantString(pathConstant(path, in: context)),
      let meaning = JSONPathQuery.parse(text)
    else { return nil }
    switch (form, meaning) {
    case (.exists, .values(let steps)): return exists(steps, document, in: &context)
    // A test gives one value, true or not.
    case (.exists, .test): return context.fill("IF({0} IS NULL, NULL, TRUE)", with: [document])
    case (.test, .test(let test)): return context.fill(Template("@jsonb_path_test({0}, \(Template.literal(test.json)))"), with: [document])
    case (.array, .values(let steps)): return values(steps, "{0}", document, in: &context)
    case (.first, .values(let steps)): return values(steps, "JSON_EXTRACT({0}, '$[0]')", document, in: &context)
    default: return nil
    }
  }

  private enum Form { case exists, test, array, first }

  private func call(_ node: NodeID, in context: RewriteContext) -> (Form, NodeID, NodeID)? {
    if let function = context.builtIn(node), context.isPlainCall(node) {
      let forms: [String: Form] = [
        "jsonb_path_exists": .exists, "jsonb_path_exists_opr": .exists, "jsonb_path_match": .test, "jsonb_path_match_opr": .test, "jsonb_path_query_array": .array,
        "jsonb_path_query_first": .first,
      ]
      let arguments = context.tree.children(of: node, .argument)
      guard let form = forms[function.name], arguments.count == 2 else { return nil }
      return (form, arguments[0], arguments[1])
    }
    guard context.builtInOperator(node) != nil, let name = context.operatorName(node), let form: Form = name == "@?" ? .exists : name == "@@" ? .test : nil,
      let (left, right) = context.operands(of: node)
    else { return nil }
    return (form, left, right)
  }

  /// The literal of a path, cast to jsonpath or not.
  private func pathConstant(_ node: NodeID, in context: RewriteContext) -> NodeID {
    let node = context.withoutCasts(node)
    return node
  }

  private func exists(_ steps: [JSONPathQuery.Step], _ document: NodeID, in context: inout RewriteContext) -> Output? {
    let members = steps.compactMap { if case .member(let name) = $0 { name } else { nil } }
    guard members.count == steps.count, !members.isEmpty, members.count <= 3 else { return values(steps, "JSON_LENGTH({0}) > 0", document, in: &context, .comparison) }
    var paths = [""]
    for name in members {
      let step = JSONPath.member(name).dropFirst()
      paths = paths.flatMap { [$0 + step, $0 + "[*]" + step] }
    }
    return context.fill(Template("JSON_CONTAINS_PATH({0}, 'one', \(paths.map { Template.literal("$" + $0) }.joined(separator: ", ")))"), with: [document])
  }

  /// An array of the values that `jsonb_path_query` gives.
  func values(of call: NodeID, in context: inout RewriteContext) -> Output? {
    let arguments = context.tree.children(of: call, .argument)
    guard arguments.count == 2, context.coercedFamily(of: arguments[0]) == .jsonb, let text = context.constantString(pathConstant(arguments[1], in: context)),
      case .values(let steps)? = JSONPathQuery.parse(text)
    else { return nil }
    return values(steps, "{0}", arguments[0], in: &context)
  }

  private func values(_ steps: [JSONPathQuery.Step], _ form: String, _ document: NodeID, in context: inout RewriteContext, _ precedence: Precedence = .primary) -> Output? {
    let call = "@jsonb_path_query_array({0}, \(Template.literal(JSONPathQuery.json(steps))))"
    return context.fill(Template(form.replacing("{0}", with: call)), with: [document], precedence)
  }
}

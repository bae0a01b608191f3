import MySQLTarget
import PostgresSyntax
import SourceText

/// `?`, `?|`, `?&`, `@>` and `<@` of jsonb.
struct JSONTestRule: ConversionRule {
  static let id = "json-tests"
  static let help = RuleHelp(
    why: """
      `?` finds a member of an object, a string element of an array, or a string. JSON_CONTAINS finds a scalar in nested arrays too, which @> \
      does not: a constant document is compared member by member instead, any other by a function of the extension pack.
      """,
    example: #"SELECT id FROM customer WHERE data ? 'email' AND data @> '{"state": "new"}'"#,
    manual: ["PostgreSQL: JSON Functions and Operators", "MySQL: Functions That Search JSON Values"])
  static let kinds: [NodeKind] = [.binaryOperation, .functionCall]
  static let names: Set<String>? = ["?", "?|", "?&", "@>", "<@", "jsonb_exists", "jsonb_exists_any", "jsonb_exists_all", "jsonb_contains", "jsonb_contained"]

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    guard let (name, document, argument) = test(node, in: context) else { return nil }
    return native(name, document, argument, in: &context) ?? called(name, document, argument, in: &context)
  }

  private func native(_ name: String, _ document: NodeID, _ argument: NodeID, in context: inout RewriteContext) -> Output? {
    guard context.isRepeatable(document) else { return nil }
    switch name {
    case "?":
      if let key = context.constantString(argument) { return exists([key], " OR ", document, in: &context) }
      guard context.family(of: argument) == .text else { return nil }
      return context.fill(Self.hasKey, with: [document, argument])
    case "?|": return context.constantTexts(argument).flatMap { exists($0, " OR ", document, in: &context) }
    case "?&": return context.constantTexts(argument).flatMap { exists($0, " AND ", document, in: &context) }
    default:
      guard let text = context.constantJSON(argument), let value = JSONConstant(text), let condition = Containment.condition(value) else { return nil }
      return context.fill(Template("IF({0} IS NULL, NULL, \(condition))"), with: [document])
    }
  }

  private func called(_ name: String, _ document: NodeID, _ argument: NodeID, in context: inout RewriteContext) -> Output? {
    switch name {
    case "?|": context.fill("@jsonb_exists_any({0}, {1})", with: [document, argument])
    case "?&": context.fill("@jsonb_exists_all({0}, {1})", with: [document, argument])
    case "@>": context.fill("@jsonb_contains({0}, {1})", with: [document, argument])
    default: nil
    }
  }

  private static let hasKey: Template = """
    IF(JSON_TYPE({0}) = 'OBJECT' COLLATE utf8mb4_0900_bin, JSON_CONTAINS_PATH({0}, 'one', CONCAT('$.', CAST(JSON_QUOTE({1}) AS CHAR))), {1} MEMBER OF({0}))
    """

  private func test(_ node: NodeID, in context: RewriteContext) -> (name: String, document: NodeID, argument: NodeID)? {
    if let function = context.builtIn(node), context.isPlainCall(node) {
      let names = ["jsonb_exists": "?", "jsonb_exists_any": "?|", "jsonb_exists_all": "?&", "jsonb_contains": "@>", "jsonb_contained": "<@"]
      let arguments = context.tree.children(of: node, .argument)
      guard let name = names[function.name], arguments.count == 2 else { return nil }
      return name == "<@" ? ("@>", arguments[1], arguments[0]) : (name, arguments[0], arguments[1])
    }
    guard context.builtInOperator(node) != nil, let name = context.operatorName(node), ["?", "?|", "?&", "@>", "<@"].contains(name),
      let (left, right) = context.operands(of: node)
    else { return nil }
    let (document, argument) = name == "<@" ? (right, left) : (left, right)
    return context.coercedFamily(of: document) == .jsonb ? (name == "<@" ? "@>" : name, document, argument) : nil
  }

  private func exists(_ keys: [String], _ word: String, _ document: NodeID, in context: inout RewriteContext) -> Output? {
    guard !keys.isEmpty else { return nil }
    let tests = keys.map { key in
      "IF(JSON_TYPE({0}) = 'OBJECT' COLLATE utf8mb4_0900_bin, JSON_CONTAINS_PATH({0}, 'one', \(Template.literal(JSONPath.member(key)))), \(Template.literal(key)) MEMBER OF({0}))"
    }
    let text = tests.joined(separator: word)
    return context.fill(Template(keys.count > 1 ? "(\(text))" : text), with: [document])
  }
}

/// The condition that a document contains a constant one.
enum Containment {
  /// A template over the document, which is not NULL; nil for arrays of arrays or objects.
  static func condition(_ value: JSONConstant) -> String? {
    switch value {
    case .object(let members): return object(members, [])
    case .array(let items): return array(items, [])
    // At the top a scalar is also contained in an array that has it.
    case .scalar(let text): return "\(document(text)) MEMBER OF({0})"
    }
  }

  private static func document(_ text: String) -> String { "CAST(\(Template.literal(text)) AS JSON)" }

  private static func place(_ path: [String]) -> String {
    path.isEmpty ? "{0}" : "JSON_EXTRACT({0}, \(Template.literal(JSONPath.members(path))))"
  }

  private static func object(_ members: [(String, JSONConstant)], _ path: [String]) -> String? {
    var tests = ["COALESCE(CAST(JSON_TYPE(\(place(path))) AS CHAR), '') = 'OBJECT'"]
    for (key, value) in members {
      let below = path + [key]
      switch value {
      case .scalar(let text): tests.append("\(place(below)) <=> \(document(text))")
      case .object(let inner):
        guard let test = object(inner, below) else { return nil }
        tests.append(test)
      case .array(let items):
        guard let test = array(items, below) else { return nil }
        tests.append(test)
      }
    }
    return tests.joined(separator: " AND ")
  }

  private static func array(_ items: [JSONConstant], _ path: [String]) -> String? {
    var tests = ["COALESCE(CAST(JSON_TYPE(\(place(path))) AS CHAR), '') = 'ARRAY'"]
    for item in items {
      guard case .scalar(let text) = item else { return nil }
      tests.append("COALESCE(\(document(text)) MEMBER OF(\(place(path))), FALSE)")
    }
    return tests.joined(separator: " AND ")
  }
}

extension RewriteContext {
  /// The text of a constant of type jsonb, whatever cast or type name it is written with.
  func constantJSON(_ node: NodeID) -> String? {
    let node = literalValue(withoutCasts(node))
    return constantString(node)
  }
}

import MySQLTarget
import PostgresSyntax
import SourceText

/// `jsonb_build_object`, `jsonb_build_array`, `to_jsonb`, and small functions of JSON values.
struct JSONConstructionRule: ConversionRule {
  static let id = "json-construction"
  static let help = RuleHelp(
    why: """
      JSON_OBJECT and JSON_ARRAY build the same values. A boolean column is a number in MySQL and becomes true or false; dates and timestamps \
      become the ISO 8601 text that PostgreSQL writes.
      """,
    example: "SELECT jsonb_build_object('id', id, 'active', active) FROM customer",
    manual: ["PostgreSQL: JSON Functions and Operators", "MySQL: Functions That Create JSON Values"])
  static let kinds: [NodeKind] = [.functionCall]
  static let names: Set<String>? = [
    "jsonb_build_object", "json_build_object", "jsonb_build_array", "json_build_array", "to_jsonb", "to_json", "row_to_json", "jsonb_typeof",
    "json_typeof", "jsonb_array_length", "json_array_length",
  ]

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    guard let function = context.builtIn(node), context.isPlainCall(node) else { return nil }
    let arguments = context.tree.children(of: node, .argument)
    switch function.name {
    case "jsonb_build_object", "json_build_object": return object(arguments, in: &context)
    case "jsonb_build_array", "json_build_array": return list("JSON_ARRAY", arguments, in: &context)
    case "to_jsonb", "to_json", "row_to_json": return arguments.count == 1 ? context.jsonDocument(of: arguments[0]) : nil
    case "jsonb_typeof", "json_typeof": return arguments.count == 1 ? context.fill(Self.typeName, with: arguments) : nil
    case "jsonb_array_length", "json_array_length":
      guard arguments.count == 1, let output = context.fill("IF(JSON_TYPE({0}) = 'ARRAY' COLLATE utf8mb4_0900_bin, JSON_LENGTH({0}), NULL)", with: arguments) else { return nil }
      context.noteLostError(.invalidText, at: node)
      return output
    default: return nil
    }
  }

  private func object(_ arguments: [NodeID], in context: inout RewriteContext) -> Output? {
    guard arguments.count % 2 == 0 else { return nil }
    for key in stride(from: 0, to: arguments.count, by: 2) {
      guard [.text, .integer].contains(context.family(of: arguments[key])), !context.isNullable(arguments[key]) || context.constantString(arguments[key]) != nil else { return nil }
    }
    return list("JSON_OBJECT", arguments, in: &context)
  }

  private func list(_ name: String, _ arguments: [NodeID], in context: inout RewriteContext) -> Output? {
    var values: [[Piece]] = []
    for argument in arguments {
      guard let value = context.jsonValue(of: argument) else { return nil }
      values.append(value.pieces)
    }
    return context.call(name, values)
  }

  private static let typeName: Template = """
    CASE CAST(JSON_TYPE({0}) AS CHAR) WHEN 'INTEGER' THEN 'number' WHEN 'UNSIGNED INTEGER' THEN 'number' WHEN 'DOUBLE' THEN 'number' WHEN 'DECIMAL' THEN 'number' WHEN 'OBJECT' THEN 'object' \
    WHEN 'ARRAY' THEN 'array' WHEN 'STRING' THEN 'string' WHEN 'BOOLEAN' THEN 'boolean' WHEN 'NULL' THEN 'null' END
    """
}

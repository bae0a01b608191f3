import PostgresSyntax
import SourceText

/// Functions that make a uuid.
struct UUIDRule: ConversionRule {
  static let id = "uuid-generation"
  static let help = RuleHelp(
    why: """
      gen_random_uuid() and uuid_generate_v4() give a uuid of version 4. MySQL's UUID() is of version 1, which counts up and tells the machine: \
      it takes the place of uuid_generate_v1(). One of version 4 is put together from RANDOM_BYTES(), anew for every row.
      """,
    example: "INSERT INTO item (uid, name) VALUES (gen_random_uuid(), $1)",
    manual: ["PostgreSQL: UUID Functions", "PostgreSQL: uuid-ossp", "MySQL: Encryption and Compression Functions"])
  static let kinds: [NodeKind] = [.functionCall]
  static let names: Set<String>? = Set(constants.keys).union(["gen_random_uuid", "uuid_generate_v4", "uuid_generate_v1", "uuid_generate_v1mc"])

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    guard let name = context.builtIn(node)?.name ?? context.call(of: ["uuid-ossp", "pgcrypto"], node)?.name, context.isPlainCall(node),
      context.tree.children(of: node, .argument).isEmpty
    else { return nil }
    switch name {
    case "gen_random_uuid", "uuid_generate_v4": return context.fill(Template(ExpressionConverter.randomUUID), with: [Output]())
    case "uuid_generate_v1", "uuid_generate_v1mc": return Output(context.keyword("UUID") + "()")
    default: return Self.constants[name].map { Output("'\($0)'") }
    }
  }

  private static let constants = [
    "uuid_nil": "00000000-0000-0000-0000-000000000000", "uuid_ns_dns": "6ba7b810-9dad-11d1-80b4-00c04fd430c8",
    "uuid_ns_url": "6ba7b811-9dad-11d1-80b4-00c04fd430c8", "uuid_ns_oid": "6ba7b812-9dad-11d1-80b4-00c04fd430c8",
    "uuid_ns_x500": "6ba7b814-9dad-11d1-80b4-00c04fd430c8",
  ]
}

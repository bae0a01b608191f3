import PostgresSyntax
import SourceText

/// pgcrypto's gen_random_bytes() and digest().
struct DigestRule: ConversionRule {
  static let id = "random-bytes-and-digests"
  static let help = RuleHelp(
    why: """
      gen_random_bytes(n) is RANDOM_BYTES(n). digest(data, 'sha256') and its kin give bytes, SHA2() hexadecimal digits: UNHEX makes bytes of them. \
      MD5 and SHA-1 are a component of their own in MySQL 9.
      """,
    example: "SELECT gen_random_bytes(16), digest(name, 'sha256') FROM item",
    manual: ["PostgreSQL: pgcrypto", "MySQL: Encryption and Compression Functions"])
  static let kinds: [NodeKind] = [.functionCall]
  static let names: Set<String>? = ["gen_random_bytes", "digest"]

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    guard let function = context.call(of: ["pgcrypto"], node), context.isPlainCall(node) else { return nil }
    let arguments = context.tree.children(of: node, .argument)
    switch (function.name, arguments.count) {
    case ("gen_random_bytes", 1): return context.fill("RANDOM_BYTES({0})", with: arguments)
    case ("digest", 2):
      guard let name = context.constantString(arguments[1])?.lowercased(), let bits = ["sha224": 224, "sha256": 256, "sha384": 384, "sha512": 512][name],
        let family = context.family(of: arguments[0]), family == .text || family == .bytea, context.coercedFamily(of: arguments[0]) == family
      else { return nil }
      return context.fill(Template("UNHEX(SHA2({0}, \(bits)))"), with: [arguments[0]])
    default: return nil
    }
  }
}

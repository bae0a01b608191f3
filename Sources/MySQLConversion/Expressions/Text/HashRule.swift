import MySQLTarget
import PostgresCatalog
import PostgresSyntax
import SourceText

/// `md5`, `sha256` and their like, and pgcrypto's `digest` and `hmac` with a constant algorithm.
struct HashRule: ConversionRule {
  static let id = "hashes"
  static let help = RuleHelp(
    why: """
      MD5, SHA1 and SHA2 give hexadecimal digits, PostgreSQL's functions but for md5 bytes. From MySQL 9.6 on MD5 and SHA1 are in a component that \
      must be installed, and give text of a collation that ignores case: it is cast.
      """,
    example: "SELECT md5(name), encode(sha256(raw), 'hex') FROM item",
    manual: ["PostgreSQL: Binary String Functions and Operators", "PostgreSQL: pgcrypto", "MySQL: Encryption and Compression Functions", "MySQL: Legacy Hashing Component"])
  static let kinds: [NodeKind] = [.functionCall]
  static let names: Set<String>? = ["encode", "md5", "hmac", "digest", "sha224", "sha256", "sha384", "sha512"]

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    guard context.isPlainCall(node) else { return nil }
    let arguments = context.tree.children(of: node, .argument)
    if let function = context.builtIn(node), function.name == "encode", arguments.count == 2, context.constantString(arguments[1])?.lowercased() == "hex" {
      return digits(context.unwrapped(arguments[0]), in: &context)
    }
    if let function = context.builtIn(node), function.name == "md5" { return digits(node, in: &context) }
    if context.call(of: ["pgcrypto"], node)?.name == "hmac" { return hmac(arguments, in: &context) }
    guard let digits = digits(node, in: &context) else { return nil }
    return context.call("UNHEX", [digits.pieces])
  }

  /// The hexadecimal digits of a call's hash; nil where it is no call of a hash function.
  private func digits(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    let arguments = context.tree.children(of: node, .argument)
    guard let algorithm = algorithm(of: node, arguments, in: context), context.isPlainCall(node), let value = arguments.first, context.takesAlike([value]),
      [.text, .bytea].contains(context.family(of: value))
    else { return nil }
    switch algorithm {
    case "md5", "sha1":
      let name = algorithm.uppercased()
      guard context.target.version >= Self.withoutClassicHashes else { return context.fill(Template("\(name)({0})"), with: [value]) }
      context.note(
        "hashing-component", at: node, "\(name) needs a component that this MySQL must have installed",
        help: "INSTALL COMPONENT 'file://component_classic_hashing'")
      return context.fill(Template("CAST(\(name)({0}) AS CHAR)"), with: [value])
    case "sha224", "sha256", "sha384", "sha512": return context.fill(Template("SHA2({0}, \(algorithm.dropFirst(3)))"), with: [value])
    default: return nil
    }
  }

  private func algorithm(of node: NodeID, _ arguments: [NodeID], in context: RewriteContext) -> String? {
    if let function = context.builtIn(node), arguments.count == 1 { return ["md5", "sha224", "sha256", "sha384", "sha512"].contains(function.name) ? function.name : nil }
    guard context.call(of: ["pgcrypto"], node)?.name == "digest", arguments.count == 2 else { return nil }
    return context.constantString(arguments[1])?.lowercased()
  }

  private func hmac(_ arguments: [NodeID], in context: inout RewriteContext) -> Output? {
    guard arguments.count == 3, let algorithm = context.constantString(arguments[2])?.lowercased(), ["sha224", "sha256", "sha384", "sha512"].contains(algorithm),
      context.takesAlike(Array(arguments.prefix(2)))
    else { return nil }
    return context.fill(Template("@hmac({0}, {1}, \(algorithm.dropFirst(3)))"), with: Array(arguments.prefix(2)))
  }

  /// MD5() and SHA1() were moved into the component.
  private static let withoutClassicHashes = Target.Version(9, 6)
}

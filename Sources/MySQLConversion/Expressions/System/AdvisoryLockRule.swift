import PostgresCatalog
import PostgresSyntax
import SourceText

/// Advisory locks, which are MySQL's named locks.
struct AdvisoryLockRule: ConversionRule {
  static let id = "advisory-locks"
  static let help = RuleHelp(
    why: """
      pg_advisory_lock(key) becomes GET_LOCK('pg:key', -1), pg_try_advisory_lock GET_LOCK(…, 0), pg_advisory_unlock RELEASE_LOCK. MySQL's named \
      locks belong to the server, not to a database, and to the session: none is released at the end of a transaction, and none is shared. A key \
      that hashtext() makes of a text becomes a name made of the text's SHA-2.
      """,
    example: "SELECT pg_try_advisory_lock(42)",
    manual: ["PostgreSQL: Advisory Lock Functions", "MySQL: Locking Functions"])
  static let kinds: [NodeKind] = [.functionCall]
  static let names: Set<String>? = Set(forms.keys).union(["pg_advisory_unlock_all"])

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    guard let function = context.builtIn(node), context.isPlainCall(node) else { return nil }
    let arguments = context.tree.children(of: node, .argument)
    if function.name == "pg_advisory_unlock_all" {
      context.caution("advisory-lock", at: node, "RELEASE_ALL_LOCKS() gives the number of locks, where PostgreSQL gives nothing")
      return Output(context.keyword("RELEASE_ALL_LOCKS") + "()")
    }
    guard let form = Self.forms[function.name], let name = name(of: arguments, in: &context) else { return nil }
    context.caution("advisory-lock", at: node, form.caveat, help: "see that the lock is released on every path, and that no other application on the server takes the same name")
    return context.fill(form.template, with: [name])
  }

  private static let forms: [String: (template: Template, caveat: String)] = [
    "pg_advisory_lock": ("GET_LOCK({0}, -1)", "a named lock of MySQL's is the server's, not the database's, and the call gives 1 where PostgreSQL gives nothing"),
    "pg_try_advisory_lock": ("GET_LOCK({0}, 0)", "a named lock of MySQL's is the server's, not the database's"),
    "pg_advisory_unlock": ("COALESCE(RELEASE_LOCK({0}), 0)", "a named lock of MySQL's is the server's, not the database's"),
    "pg_advisory_xact_lock": ("GET_LOCK({0}, -1)", "MySQL does not release a named lock at the end of the transaction: RELEASE_LOCK must follow COMMIT and ROLLBACK"),
    "pg_try_advisory_xact_lock": ("GET_LOCK({0}, 0)", "MySQL does not release a named lock at the end of the transaction: RELEASE_LOCK must follow COMMIT and ROLLBACK"),
  ]

  /// A name of at most 64 characters for one key of 64 bits or two of 32.
  private func name(of arguments: [NodeID], in context: inout RewriteContext) -> Output? {
    guard arguments.count == 1 || arguments.count == 2 else { return nil }
    if arguments.count == 1, let text = hashedText(arguments[0], in: context) {
      return context.fill("CONCAT('pg:', SHA2({0}, 224))", with: [text])
    }
    let constants = arguments.compactMap { context.constantInteger($0) }
    if constants.count == arguments.count { return Output("'pg:\(constants.map(String.init).joined(separator: ":"))'") }
    guard arguments.allSatisfy({ context.family(of: $0) == .integer }) else { return nil }
    return context.fill(arguments.count == 1 ? "CONCAT('pg:', {0})" : "CONCAT('pg:', {0}, ':', {1})", with: arguments)
  }

  /// The text that hashtext() or hashtextextended() makes a key of.
  private func hashedText(_ node: NodeID, in context: RewriteContext) -> NodeID? {
    let node = context.withoutCasts(node)
    guard let name = context.builtIn(node)?.name, name == "hashtext" || name == "hashtextextended" else { return nil }
    return context.tree.children(of: node, .argument).first
  }
}

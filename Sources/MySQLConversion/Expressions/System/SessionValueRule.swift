import PostgresSyntax
import SourceText

/// What the server says of itself and of the session: MySQL has values of the same kind, but other ones.
struct SessionValueRule: ConversionRule {
  static let id = "session-values"
  static let help = RuleHelp(
    why: """
      Users, databases, versions, process numbers and addresses are there on both servers, but they are other values: a MySQL user has a host, a \
      MySQL database takes the part of a PostgreSQL schema, a connection has a number and no process. What reads them must expect that.
      """,
    example: "SELECT current_user, version()",
    manual: ["PostgreSQL: System Information Functions and Operators", "MySQL: Information Functions"])
  static let kinds: [NodeKind] = [.sqlValueFunction, .functionCall]
  static let names: Set<String>? = Set(values.keys)

  /// A value of MySQL's, and in what it is another.
  private struct Value {
    let template: Template
    let caveat: String

    init(_ template: Template, _ caveat: String) { (self.template, self.caveat) = (template, caveat) }
  }

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    let name: String
    if context.tree[node].kind == .sqlValueFunction {
      name = context.tree.string(of: node).lowercased()
    } else {
      guard let function = context.builtIn(node), context.isPlainCall(node), function.arguments.isEmpty else { return nil }
      name = function.name
    }
    guard let value = Self.values[name] else { return nil }
    context.caution("session-value", at: node, value.caveat, help: "see what the calling code does with the value")
    return context.fill(value.template, with: [Output]())
  }

  private static let user = Value("SUBSTRING_INDEX(CURRENT_USER(), '@', 1)", "the user is the name of the MySQL account, without its host")
  private static let database = Value("DATABASE()", "MySQL's DATABASE() is the database of the connection, which takes the part of the schema")

  private static let values: [String: Value] = [
    "current_user": user, "current_role": user, "user": user,
    "session_user": Value("SUBSTRING_INDEX(USER(), '@', 1)", "the session's user is the name that the client gave, without its host"),
    "current_database": database, "current_catalog": database, "current_schema": database,
    "version": Value("VERSION()", "VERSION() is MySQL's number; PostgreSQL's is a sentence"),
    "pg_backend_pid": Value("CONNECTION_ID()", "CONNECTION_ID() is the number of a connection, no process of the operating system"),
    "inet_client_addr": Value("SUBSTRING_INDEX(USER(), '@', -1)", "the client's address may be a host name in MySQL"),
    "inet_server_port": Value("@@port", "@@port is the port that MySQL listens on"),
    "pg_is_in_recovery": Value("@@GLOBAL.super_read_only", "super_read_only is set on a replica by whoever runs it"),
    "pg_postmaster_start_time": Value(
      "(SELECT NOW() - INTERVAL VARIABLE_VALUE SECOND FROM performance_schema.global_status WHERE VARIABLE_NAME = 'Uptime')",
      "the start of the server is reckoned from its uptime in full seconds"),
    "lastval": Value(
      "LAST_INSERT_ID()", "LAST_INSERT_ID() is the first key that the session's last INSERT generated: of several rows PostgreSQL's lastval() is the last; and 0 where there was none"),
  ]
}

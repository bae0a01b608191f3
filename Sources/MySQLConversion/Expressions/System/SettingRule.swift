import MySQLTarget
import PostgresSyntax
import SourceText

/// current_setting() and set_config(): a setting with a dot in its name is the application's own, and a user variable in MySQL.
struct SettingRule: ConversionRule {
  static let id = "settings"
  static let help = RuleHelp(
    why: """
      A custom setting such as app.tenant becomes the user variable @`app.tenant` of the session: NULL until it is set, and kept beyond the end \
      of the transaction. Of PostgreSQL's own settings a few have a system variable of the same kind.
      """,
    example: "SELECT current_setting('app.tenant', true)",
    manual: ["PostgreSQL: Configuration Settings Functions", "MySQL: User-Defined Variables", "MySQL: Server System Variables"])
  static let kinds: [NodeKind] = [.functionCall]
  static let names: Set<String>? = ["current_setting", "set_config"]

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    guard let function = context.builtIn(node), context.isPlainCall(node), let argument = context.tree.children(of: node, .argument).first else { return nil }
    guard function.name == "current_setting" || function.name == "set_config" else { return nil }
    guard let name = context.constantString(argument)?.lowercased() else {
      return context.decline("setting", at: argument, "the setting's name is not constant", help: "use a user variable: @name")
    }
    return function.name == "current_setting" ? value(of: name, node, in: &context) : assignment(to: name, node, in: &context)
  }

  private func value(of name: String, _ node: NodeID, in context: inout RewriteContext) -> Output? {
    if let variable = Self.variable(name) {
      context.caution("setting", at: node, "\(name) is the user variable \(variable) in MySQL, which the application must set", help: "SET \(variable) = … at the start of the session")
      return Output([.text(context.keyword("CAST") + "(\(variable)" + context.keyword(" AS CHAR") + ")")])
    }
    guard let form = Self.known[name] else {
      return context.decline("setting", at: node, "\(name) is a setting of PostgreSQL's", help: "use MySQL's own system variable")
    }
    context.caution("setting", at: node, "MySQL's value for \(name) is of the same kind and written otherwise", help: "see what the calling code does with the value")
    return context.fill(form, with: [Output]())
  }

  private func assignment(to name: String, _ node: NodeID, in context: inout RewriteContext) -> Output? {
    let arguments = context.tree.children(of: node, .argument)
    guard let variable = Self.variable(name), arguments.count == 3 else {
      return context.decline("setting", at: node, "\(name) is a setting of PostgreSQL's", help: "use SET SESSION with MySQL's own system variable")
    }
    context.caution(
      "setting", at: node, "\(name) is the user variable \(variable) in MySQL: it keeps its value beyond the end of the transaction",
      help: "SET \(variable) = … is the form that MySQL does not deprecate; set it to NULL where the transaction ends")
    return Output([.text("(\(variable) := ")] + context.convert(arguments[1], atLeast: .or) + [.text(")")])
  }

  /// The user variable of a custom setting; nil for a name without a dot.
  private static func variable(_ name: String) -> String? {
    guard name.contains("."), name.utf8.allSatisfy({ $0 == 0x2E || $0 == 0x5F || (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) }), name.utf8.count <= 64 else { return nil }
    return "@`\(name)`"
  }

  private static let known: [String: Template] = [
    "timezone": "@@session.time_zone", "server_version": "VERSION()", "max_connections": "@@max_connections", "port": "@@port", "search_path": "DATABASE()",
    "transaction_isolation": "@@session.transaction_isolation", "default_transaction_isolation": "@@session.transaction_isolation",
  ]
}

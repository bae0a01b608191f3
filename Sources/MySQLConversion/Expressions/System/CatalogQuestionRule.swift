import MySQLTarget
import PostgresCatalog
import PostgresSyntax
import SourceText

/// Questions about tables that MySQL's information_schema answers: existence, size, comment.
struct CatalogQuestionRule: ConversionRule {
  static let id = "catalog-questions"
  static let help = RuleHelp(
    why: """
      to_regclass('name') IS NULL asks whether there is such a relation, pg_total_relation_size how large a table is, obj_description what its \
      comment says. MySQL's information_schema knows of tables and views only, and its sizes are statistics that may be a day old.
      """,
    example: "SELECT to_regclass('item') IS NOT NULL",
    manual: ["PostgreSQL: System Information Functions and Operators", "MySQL: The INFORMATION_SCHEMA TABLES Table"])
  static let kinds: [NodeKind] = [.isNull, .functionCall]
  static let names: Set<String>? = ["pg_total_relation_size", "pg_table_size", "pg_relation_size", "pg_indexes_size", "pg_database_size", "obj_description"]

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    context.tree[node].kind == .isNull ? existence(node, in: &context) : call(node, in: &context)
  }

  private func existence(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    guard let operand = context.tree.child(of: node, .operand) else { return nil }
    let call = context.unwrapped(operand)
    guard context.builtIn(call)?.name == "to_regclass", let argument = context.tree.children(of: call, .argument).first, let source = table(argument, in: &context) else { return nil }
    context.caution("catalog-question", at: node, "MySQL's information_schema knows tables and views only: an index or a sequence of that name is not found")
    let words = context.words(in: context.tree[node].range)
    let isNegated = words.contains("NOT") || words.last == "NOTNULL"
    let test = "EXISTS (SELECT 1 FROM information_schema.TABLES WHERE \(source.condition))"
    return context.fill(Template(isNegated ? test : "NOT " + test), with: source.values, isNegated ? .primary : .not)
  }

  private func call(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    guard let function = context.builtIn(node), context.isPlainCall(node) else { return nil }
    let arguments = context.tree.children(of: node, .argument)
    switch (function.name, arguments.count) {
    case ("pg_total_relation_size", 1): return size("DATA_LENGTH + INDEX_LENGTH", node, arguments[0], in: &context)
    case ("pg_table_size", 1), ("pg_relation_size", 1): return size("DATA_LENGTH", node, arguments[0], in: &context)
    case ("pg_indexes_size", 1): return size("INDEX_LENGTH", node, arguments[0], in: &context)
    case ("pg_database_size", 1):
      guard context.builtIn(context.unwrapped(arguments[0]))?.name == "current_database" else { return nil }
      context.caution("catalog-question", at: node, Self.statistics)
      return context.fill("(SELECT CAST(SUM(DATA_LENGTH + INDEX_LENGTH) AS SIGNED) FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE())", with: [Output]())
    case ("obj_description", 2) where context.constantString(arguments[1]) == "pg_class":
      guard let source = table(arguments[0], in: &context) else { return nil }
      context.caution("catalog-question", at: node, "a table without a comment has an empty one in MySQL")
      return context.fill(Template("(SELECT NULLIF(TABLE_COMMENT, '') FROM information_schema.TABLES WHERE \(source.condition))"), with: source.values)
    default: return nil
    }
  }

  private static let statistics = "the sizes in MySQL's information_schema are statistics, which information_schema_stats_expiry lets grow a day old"

  private func size(_ columns: String, _ node: NodeID, _ argument: NodeID, in context: inout RewriteContext) -> Output? {
    guard let source = table(argument, in: &context) else { return nil }
    context.caution("catalog-question", at: node, Self.statistics, help: "ANALYZE TABLE brings them up to date")
    return context.fill(Template("(SELECT CAST(\(columns) AS SIGNED) FROM information_schema.TABLES WHERE \(source.condition))"), with: source.values)
  }

  /// The condition on information_schema.TABLES for the table that a constant names, or a parameter.
  private func table(_ node: NodeID, in context: inout RewriteContext) -> (condition: String, values: [Output])? {
    let node = context.literalValue(context.withoutCasts(node))
    guard let text = context.constantString(node) else { return nil }
    if let relation = context.relation(named: text) {
      let schema = relation.schema == context.catalog.catalog.searchPath.first ? "DATABASE()" : Template.literal(relation.schema)
      return ("TABLE_SCHEMA = \(schema) AND TABLE_NAME = \(Template.literal(relation.name))", [])
    }
    let parts = text.split(separator: ".")
    guard parts.count == 1 || parts.count == 2, text.utf8.allSatisfy({ $0 == 0x2E || $0 == 0x5F || (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) })
    else { return nil }
    let names = parts.map { $0.lowercased() }
    let schema = names.count == 1 || names[0] == context.catalog.catalog.searchPath.first ? "DATABASE()" : "'\(names[0])'"
    return ("TABLE_SCHEMA = \(schema) AND TABLE_NAME = '\(names[names.count - 1])'", [])
  }
}

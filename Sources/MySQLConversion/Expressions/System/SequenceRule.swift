import PostgresCatalog
import PostgresSyntax
import SourceText

/// nextval and currval of the sequence of a serial or identity column, which is AUTO_INCREMENT in MySQL.
struct SequenceRule: ConversionRule {
  static let id = "sequences"
  static let help = RuleHelp(
    why: """
      MySQL has no sequences: the column that owns one is AUTO_INCREMENT. nextval() of that sequence, given to the column itself, is its DEFAULT; \
      currval() is LAST_INSERT_ID(), which is the first key of an INSERT of several rows. Any other use of a sequence is declined.
      """,
    example: "INSERT INTO item (id, name) VALUES (nextval('item_id_seq'), $1)",
    manual: ["PostgreSQL: Sequence Manipulation Functions", "MySQL: Using AUTO_INCREMENT", "MySQL: Information Functions"])
  static let kinds: [NodeKind] = [.functionCall]
  static let names: Set<String>? = ["nextval", "currval", "setval", "pg_get_serial_sequence"]

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    guard let function = context.builtIn(node), context.isPlainCall(node), ["nextval", "currval", "setval", "pg_get_serial_sequence"].contains(function.name) else { return nil }
    let arguments = context.tree.children(of: node, .argument)
    let owner = arguments.first.flatMap { Self.owner(of: $0, in: context) }
    switch function.name {
    case "nextval":
      if let owner, isValue(of: owner, node, in: context) { return Output(context.keyword("DEFAULT")) }
      return declined(node, "nextval", owner, in: &context)
    case "currval":
      guard let owner else { return declined(node, "currval", owner, in: &context) }
      context.caution(
        "session-value", at: node,
        "LAST_INSERT_ID() is the first key that the session's last INSERT generated, whatever the table: currval() is the last of \(owner.relation.name)",
        help: "read it straight after an INSERT of one row into \(owner.relation.name)")
      return Output(context.keyword("LAST_INSERT_ID") + "()")
    default: return declined(node, function.name, owner, in: &context)
    }
  }

  private func declined(_ node: NodeID, _ name: String, _ owner: Owner?, in context: inout RewriteContext) -> Output {
    let table = owner?.relation.name ?? "the table"
    let help =
      switch name {
      case "nextval":
        owner.map { "leave \($0.column.name) out of the INSERT, or give it as DEFAULT, and read LAST_INSERT_ID() afterwards" }
          ?? "keep the number in a table: UPDATE sequence SET value = LAST_INSERT_ID(value + 1), then SELECT LAST_INSERT_ID()"
      case "setval": "ALTER TABLE \(table) AUTO_INCREMENT = n sets the next key; with a number that is not above the keys there are it does nothing"
      case "currval": "keep the number in a table, or make the column that it fills AUTO_INCREMENT and read LAST_INSERT_ID()"
      default: "MySQL's keys have no sequence of their own: AUTO_INCREMENT belongs to the table"
      }
    return context.decline("sequence", at: node, "\(name)() works on a sequence, which MySQL does not have", help: help)
  }

  struct Owner {
    let relation: Relation
    let column: Column
  }

  /// The column whose sequence a constant names, straight or by pg_get_serial_sequence('table', 'column').
  static func owner(of argument: NodeID, in context: RewriteContext) -> Owner? {
    let node = context.withoutCasts(argument)
    if let function = context.builtIn(node), function.name == "pg_get_serial_sequence" {
      let names = context.tree.children(of: node, .argument).map { context.constantString($0) }
      guard names.count == 2, let table = names[0], let column = names[1], let relation = context.relation(named: table),
        let found = relation.columns.first(where: { $0.name == column }), found.isSerial || found.identity != nil
      else { return nil }
      return Owner(relation: relation, column: found)
    }
    let value = context.tree[node].kind == .typedLiteral ? context.tree.child(of: node, .value) : node
    guard let text = value.flatMap({ context.constantString($0) }), let sequence = context.relation(named: text), sequence.kind == .sequence else { return nil }
    return context.catalog.owner(ofSequence: sequence.qualifiedName).map { Owner(relation: $0.relation, column: $0.column) }
  }

  /// Whether the call is the value that INSERT … VALUES gives to the sequence's own column.
  private func isValue(of owner: Owner, _ node: NodeID, in context: RewriteContext) -> Bool {
    let value = context.tree.outermost(node)
    guard let row = context.tree.parent(of: value), context.tree[row].kind == .rowConstructor, let values = context.tree.parent(of: row),
      context.tree[values].kind == .valuesClause, let query = context.tree.parent(of: values), let statement = context.tree.parent(of: query),
      context.tree[statement].kind == .insertStatement, context.tree.child(of: statement, .onConflict) == nil, let position = context.tree.children(of: row, .item).firstIndex(of: value),
      let target = context.typed.sources.first(where: { $0.node == statement || context.tree.parent(of: $0.node) == statement })?.relation, target.oid == owner.relation.oid
    else { return false }
    let listed = context.tree.children(of: statement, .column).map { context.tree.child(of: $0, .name).map { context.tree.name(of: $0) } }
    let names = listed.isEmpty ? target.columns.map { $0.name } : listed
    return names.indices.contains(position) && names[position] == owner.column.name
  }
}

extension RewriteContext {
  /// The relation that a text names as regclass reads it: folded, quoted, with or without its schema.
  func relation(named text: String) -> Relation? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map { part -> String in
      guard part.count > 1, part.first == "\"", part.last == "\"" else { return part.lowercased() }
      return String(part.dropFirst().dropLast()).replacing("\"\"", with: "\"")
    }
    guard parts.count <= 2, parts.allSatisfy({ !$0.isEmpty }) else { return nil }
    return parts.count == 2 ? catalog.relation(named: parts[1], schema: parts[0]) : catalog.relation(named: parts[0])
  }

  /// The function that a call was resolved to, where one of these extensions made it.
  func call(of extensions: Set<String>, _ node: NodeID) -> Function? {
    guard case .function(let function) = typed[node].resolution, let name = function.extensionName, extensions.contains(name) else { return nil }
    return function
  }
}

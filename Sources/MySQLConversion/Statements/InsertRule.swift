import MySQLTarget
import PostgresCatalog
import PostgresSyntax
import SourceText

/// INSERT.
struct InsertRule: ConversionRule {
  static let id = "insert"
  static let help = RuleHelp(
    why: """
      INSERT … VALUES and INSERT … SELECT are the same. DEFAULT VALUES becomes () VALUES (); WITH moves behind the column list. \
      MySQL generates a key for an explicit 0 in an AUTO_INCREMENT column: a caveat where such a column is given.
      """,
    example: "INSERT INTO item (name, price) VALUES ($1, 1.50)",
    manual: ["PostgreSQL: INSERT", "MySQL: INSERT Statement"])
  static let kinds: [NodeKind] = [.insertStatement, .insertColumn]

  func rewrite(_ node: NodeID, in context: inout RewriteContext) -> Output? {
    guard context.tree[node].kind == .insertStatement else { return column(node, in: &context) }
    if let returning = context.tree.child(of: node, .returningClause) { return context.convert(returning) }
    guard let insertion = Insertion(node, in: &context) else { return Output(source: context.tree[node].range) }
    guard insertion.check(in: &context) else { return Output(source: context.tree[node].range) }
    return Output(insertion.pieces(in: &context).compacted())
  }

  private func column(_ node: NodeID, in context: inout RewriteContext) -> Output {
    guard context.tree.children(of: node, .index).isEmpty, context.tree.children(of: node, .name).count == 1 else {
      return context.decline("partial-column", at: node, "MySQL cannot set a part of a column")
    }
    return context.copied(node)
  }
}

/// An INSERT statement with what its table says of it.
struct Insertion {
  let node: NodeID
  let relation: Relation
  /// The columns that get values, in order.
  let columns: [Column]
  let source: NodeID?

  /// Nil after declining.
  init?(_ node: NodeID, in context: inout RewriteContext) {
    guard let relation = context.writtenTable(node) else { return nil }
    self.node = node
    self.relation = relation
    source = context.tree.child(of: node, .source)
    let listed = context.tree.children(of: node, .column)
    if let alias = context.tree.child(of: node, .alias) { Self.rename(alias, to: relation, in: &context) }
    guard !listed.isEmpty else {
      columns = relation.columns
      return
    }
    var columns: [Column] = []
    for item in listed {
      guard let name = context.tree.child(of: item, .name), !context.tree.containsHole(name),
        let column = relation.columns.first(where: { $0.name == context.tree.name(of: name) })
      else {
        context.declineUnknown(item, "the column is not known")
        return nil
      }
      columns.append(column)
    }
    self.columns = columns
  }

  /// MySQL has no alias of INSERT's table: what it qualifies is qualified by the table's name instead.
  private static func rename(_ alias: NodeID, to relation: Relation, in context: inout RewriteContext) {
    let name = context.tree[alias].kind == .identifier ? alias : context.tree.child(of: alias, .name) ?? alias
    let isShadowed = context.typed.sources.filter { $0.name == context.tree.name(of: name) }.count > 1
    guard !isShadowed else {
      context.decline("insert-alias", at: alias, "MySQL has no alias of the table in INSERT, and another table has the same alias")
      return
    }
    context.renamedQualifiers[context.tree.name(of: name)] = ReservedWords.written(relation.name, target: context.target)
  }

  // MARK: Checks

  func check(in context: inout RewriteContext) -> Bool {
    if context.tree[node].attributes.contains(.overridingUser) {
      context.decline("overriding", at: node, "MySQL has no OVERRIDING USER VALUE")
      return false
    }
    guard let source else { return true }
    guard let body = context.tree.child(of: source, .body) else { return false }
    return context.tree[body].kind == .valuesClause ? checkValues(body, in: &context) : checkQuery(source, in: &context)
  }

  private func checkValues(_ values: NodeID, in context: inout RewriteContext) -> Bool {
    for row in context.tree.children(of: values, .item) {
      guard context.tree[row].kind == .rowConstructor else {
        context.declineUnknown(row, "the row is put in at run time")
        return false
      }
      let items = context.tree.children(of: row, .item)
      guard items.count == columns.count else {
        context.decline("insert-columns", at: row, "MySQL wants a value for every column of \(relation.name)", help: "name the columns")
        return false
      }
      for (value, column) in zip(items, columns) {
        guard context.checkAssignment(value, to: column) else { return false }
        checkGeneratedKey(value, column, in: &context)
      }
    }
    return true
  }

  private func checkGeneratedKey(_ value: NodeID, _ column: Column, in context: inout RewriteContext) {
    guard column.isSerial || column.identity != nil, context.tree[value].kind != .defaultValue else { return }
    if let constant = context.constantInteger(value), constant != 0 { return }
    if context.builtIn(context.unwrapped(value))?.name == "nextval" { return }
    context.caution(
      "auto-increment-zero", at: value, "MySQL generates a key where \(column.name) is given as 0 or NULL",
      help: "see that the value is never 0, or set NO_AUTO_VALUE_ON_ZERO")
  }

  private func checkQuery(_ query: NodeID, in context: inout RewriteContext) -> Bool {
    guard let outputs = context.typed.outputs[query], outputs.count == columns.count else {
      context.decline("insert-columns", at: query, "MySQL wants a value for every column of \(relation.name)", help: "name the columns")
      return false
    }
    for (output, column) in zip(outputs, columns) {
      guard let type = output.type else {
        context.declineUnknown(output.node ?? query, "its type is not known")
        return false
      }
      if context.catalog.family(of: type.oid) == .printed, context.catalog.baseType(of: type.oid) == context.catalog.baseType(of: column.type) { continue }
      guard context.checkAssignment(from: type.oid, to: column, at: output.node ?? query) else { return false }
      if column.isSerial || column.identity != nil {
        context.caution("auto-increment-zero", at: output.node ?? query, "MySQL generates a key where \(column.name) is given as 0 or NULL")
      }
    }
    return true
  }

  // MARK: Output

  func pieces(in context: inout RewriteContext) -> [Piece] {
    let conflict = context.tree.child(of: node, .onConflict).map { UpsertClause($0, insertion: self) }
    let head = head(in: &context)
    guard let source else { return head + [.text("() \(context.keyword("VALUES")) ()")] }
    guard let conflict else { return head + query(source, in: &context) }
    guard let tail = conflict.pieces(source: source, in: &context) else { return [.source(context.tree[node].range)] }
    return head + tail
  }

  /// Up to and without the source of the rows: `INSERT INTO t (a, b) `.
  private func head(in context: inout RewriteContext) -> [Piece] {
    let range = context.tree[node].range
    let with = context.tree.child(of: node, .withClause)
    let start = with.map { context.tree.tokens(in: ByteRange(context.tree[$0].range.end, range.end)).first?.range.start ?? range.start } ?? range.start
    var end = source.map { context.tree[$0].range.start } ?? range.end
    let tokens = context.tree.tokens(in: ByteRange(start, end))
    let words: Set<String> = ["OVERRIDING", "DEFAULT"]
    if let first = tokens.first(where: { words.contains(context.tree.text.string(in: $0.range).uppercased()) && $0.kind == .keyword }) {
      end = first.range.start
    }
    var pieces: [Piece]
    if let alias = context.tree.child(of: node, .alias), let name = context.tree.child(of: node, .name) {
      pieces = context.copy(node, within: ByteRange(start, context.tree[name].range.end))
      pieces += context.copy(node, within: ByteRange(context.tree[alias].range.end, end))
    } else {
      pieces = context.copy(node, within: ByteRange(start, end))
    }
    if let with { pieces += context.convert(with).pieces + [.text(" ")] }
    return pieces
  }

  private func query(_ source: NodeID, in context: inout RewriteContext) -> [Piece] { context.convert(source).pieces }
}

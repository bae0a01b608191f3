import PostgresCatalog
import PostgresSyntax
import SourceText

/// Which changes of a view PostgreSQL can make changes of its table ("CREATE VIEW", Updatable Views; `view_query_is_auto_updatable`).
struct UpdatableView {
  /// Why it is not updatable at all, in PostgreSQL's words; nil where it is.
  let hindrance: String?
  private let updatable: Set<String>

  /// nil for a view whose definition is not known or cannot be read.
  init?(_ view: Relation, _ analyzer: Analyzer) {
    guard let definition = view.viewDefinition else { return nil }
    var text = Array(definition.utf8)
    while let last = text.last, LiteralInput.isSpace(last) || last == UInt8(ascii: ";") { text.removeLast() }
    guard let tree = try? Parser.parseStatement(SQLText(String(decoding: text, as: UTF8.self))), tree[tree.root].kind == .query else {
      return nil
    }
    let found = Self.hindrance(in: tree, analyzer)
    (hindrance, updatable) = (found, found == nil ? Self.columns(of: tree, view) : [])
  }

  func isUpdatable(_ column: String) -> Bool { updatable.contains(column) }

  private static func hindrance(in tree: SyntaxTree, _ analyzer: Analyzer) -> String? {
    let root = tree.root
    guard let body = tree.child(of: root, .body) else { return nil }
    func not(_ what: String) -> String { "Views \(what) are not automatically updatable." }
    guard tree[body].kind == .selectClause else {
      return tree[body].kind == .setOperation
        ? not("containing UNION, INTERSECT, or EXCEPT") : not("that do not select from a single table or view")
    }
    if let distinct = tree.child(of: body, .distinctClause), !tree[distinct].attributes.contains(.all) { return not("containing DISTINCT") }
    if tree.child(of: body, .groupByClause) != nil { return not("containing GROUP BY") }
    if tree.child(of: body, .havingClause) != nil { return not("containing HAVING") }
    if tree.child(of: root, .withClause) != nil { return not("containing WITH") }
    if tree.child(of: root, .limitClause) != nil || tree.child(of: root, .offsetClause) != nil { return not("containing LIMIT or OFFSET") }
    if let list = tree.child(of: body, .targetList), let calls = calls(in: list, tree, analyzer) { return not("that return \(calls)") }
    let items = tree.child(of: body, .fromClause).map { Array(tree.children(of: $0)) } ?? []
    guard items.count == 1, tree[items[0]].kind == .tableReference, let base = base(items[0], tree, analyzer),
      [.table, .partitionedTable, .foreignTable, .view].contains(base.kind)
    else { return not("that do not select from a single table or view") }
    return tree.child(of: items[0], .sample) == nil ? nil : not("containing TABLESAMPLE")
  }

  private static func base(_ item: NodeID, _ tree: SyntaxTree, _ analyzer: Analyzer) -> Relation? {
    guard let name = tree.child(of: item, .name).map({ tree.qualifiedName(of: $0) }), let last = name.last else { return nil }
    return analyzer.index.relation(named: last, schema: name.count > 1 ? name[name.count - 2] : nil)
  }

  /// Calls in the select list that hinder.
  private static func calls(in list: NodeID, _ tree: SyntaxTree, _ analyzer: Analyzer) -> String? {
    var (hasAggregates, hasWindows, hasSets) = (false, false, false)
    var pending = [list]
    while let next = pending.popLast() {
      if tree[next].kind == .query { continue }
      pending += Array(tree.children(of: next))
      guard tree[next].kind == .functionCall, let name = tree.child(of: next, .name).map({ tree.qualifiedName(of: $0) }), let last = name.last
      else { continue }
      let functions = analyzer.functions.functions(named: last, schema: name.count > 1 ? name[name.count - 2] : nil)
      if tree.child(of: next, .over) != nil { hasWindows = true } else if functions.contains(where: { $0.kind == .aggregate }) { hasAggregates = true }
      if functions.contains(where: \.returnsSet) { hasSets = true }
    }
    return hasAggregates ? "aggregate functions" : hasWindows ? "window functions" : hasSets ? "set-returning functions" : nil
  }

  /// The view's columns that are columns of its table, and no system columns.
  private static func columns(of tree: SyntaxTree, _ view: Relation) -> Set<String> {
    guard let body = tree.child(of: tree.root, .body), let list = tree.child(of: body, .targetList) else { return [] }
    let targets = Array(tree.children(of: list))
    // A definition with `*`, as DDL has it, names columns of the table alone.
    if targets.contains(where: { target in tree.child(of: target, .value).map { tree[$0].kind == .star } ?? true }) {
      return Set(view.columns.map(\.name))
    }
    var found: Set<String> = []
    for (target, column) in zip(targets, view.columns) {
      guard let value = tree.child(of: target, .value), tree[value].kind == .columnReference else { continue }
      let name = tree.qualifiedName(of: value).last ?? ""
      if SystemColumn.type(of: name) == nil { found.insert(column.name) }
    }
    return found
  }
}

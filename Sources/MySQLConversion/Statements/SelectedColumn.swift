import Analysis
import PostgresCatalog
import PostgresSyntax

/// One column of a select list: an expression, or a column that `*` stands for.
struct SelectedColumn {
  var value: NodeID?
  /// The table that it is a column of, where it is nothing but that.
  var table: String?
  var column: String?
  var type: TypeReference?

  /// The columns of a SELECT, `*` expanded; nil where it stands for more than one table's.
  static func all(of select: NodeID, in context: RewriteContext) -> [SelectedColumn]? {
    guard let list = context.tree.child(of: select, .targetList) else { return nil }
    var columns: [SelectedColumn] = []
    for target in context.tree.children(of: list, .item) {
      guard let value = context.tree.child(of: target, .value) else { return nil }
      guard context.tree[value].kind == .star else {
        var column = SelectedColumn(type: context.type(of: value))
        if case .column(let source, let number) = context.typed[context.unwrapped(value)].resolution, let found = one(source, number, in: context) { column = found }
        column.value = value
        columns.append(column)
        continue
      }
      guard let source = source(ofStar: value, in: select, in: context) else { return nil }
      for number in context.typed.sources[source].columns.indices {
        guard let column = one(source, number, in: context) else { return nil }
        columns.append(column)
      }
    }
    return columns
  }

  private static func source(ofStar star: NodeID, in select: NodeID, in context: RewriteContext) -> Int? {
    if case .row(let source) = context.typed[star].resolution { return context.typed.sources.indices.contains(source) ? source : nil }
    let identity = RowIdentity(of: select, in: context)
    guard identity.isComplete, identity.sources.count == 1, let source = identity.sources.first, context.typed.sources.indices.contains(source) else { return nil }
    return source
  }

  private static func one(_ source: Int, _ number: Int, in context: RewriteContext) -> SelectedColumn? {
    guard context.typed.sources.indices.contains(source), context.typed.sources[source].columns.indices.contains(number) else { return nil }
    let (found, column) = (context.typed.sources[source], context.typed.sources[source].columns[number])
    guard case .relation(let relation) = found.origin else { return SelectedColumn(type: column.type) }
    return SelectedColumn(table: relation.schema + "." + relation.name, column: column.name, type: column.type)
  }
}

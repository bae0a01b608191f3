import PostgresCatalog
import PostgresSyntax
import SourceText

/// `count(DISTINCT (a, b))`: PostgreSQL counts a row with NULLs in it, MySQL's COUNT(DISTINCT a, b) leaves it out.
struct RowCount {
  private let node: NodeID
  private let items: [NodeID]

  /// Nil where the call is no such count.
  init?(_ node: NodeID, _ function: Function, in context: RewriteContext) {
    let arguments = context.tree.children(of: node, .argument)
    guard function.name == "count", context.tree[node].attributes.contains(.distinct), arguments.count == 1 else { return nil }
    let row = context.unwrapped(arguments[0])
    guard context.tree[row].kind == .rowConstructor else { return nil }
    self.node = node
    items = context.tree.children(of: row, .item)
  }

  func output(in context: inout RewriteContext) -> Output? {
    var values: [[Piece]] = []
    if let condition = context.filterCondition(of: node) { values.append(context.when(context.convert(condition), then: Output("1")).pieces) }
    for item in items {
      guard let family = context.family(of: item), let standIn = Self.standIns[family] else { return nil }
      if family == .text { context.checkCollation(item, isOrder: false) }
      // -0 and 0 are one value.
      let value = family == .double ? Output(context.convert(item, atLeast: .additive) + [.text(" + 0e0")], .additive) : context.convert(item)
      guard context.isNullable(item) else {
        values.append(value.pieces)
        continue
      }
      guard context.isRepeatable(item) else { return nil }
      values.append(value.parenthesized(below: .comparison) + [.text(context.keyword(" IS NULL"))])
      values.append(context.call("COALESCE", [value.pieces, [.text(standIn)]]).pieces)
    }
    return Output(([.text(context.keyword("COUNT") + "(" + context.keyword("DISTINCT "))] + .joined(values, by: ", ") + [.text(")")]).compacted())
  }

  /// A value of the type to write in the place of NULL, which is told apart by another column.
  private static let standIns: [TypeFamily: String] = [
    .integer: "0", .decimal: "0", .double: "0", .text: "''", .boolean: "0", .date: "DATE '2000-01-01'", .timestamp: "TIMESTAMP '2000-01-01 00:00:00'",
    .timestamptz: "TIMESTAMP '2000-01-01 00:00:00'", .time: "TIME '00:00:00'", .uuid: "''", .enumeration: "''",
  ]
}

/// A count or sum over a frame with EXCLUDE CURRENT ROW: the row's own value is taken off again.
struct ExcludedRow {
  private let node: NodeID
  private let name: String
  private let value: NodeID?

  /// Nil where the call is none, or none that can be so.
  init?(_ node: NodeID, _ function: Function, in context: RewriteContext) {
    guard let over = context.tree.child(of: node, .over), let frame = context.tree.child(of: over, .frame), context.builtIn(node)?.kind == .aggregate else { return nil }
    let bounds = WindowFrame(frame, in: context)
    guard bounds.exclusion == .currentRow, bounds.holdsCurrentRow(in: context) else { return nil }
    value = context.tree.children(of: node, .argument).first
    guard function.name == "count" || (function.name == "sum" && value.map { [.integer, .decimal].contains(context.family(of: $0)) } == true),
      value.map({ context.isRepeatable($0) }) ?? true, context.hasRepeatableWindow(node)
    else { return nil }
    (self.node, name) = (node, function.name)
  }

  func output(in context: inout RewriteContext) -> Output? {
    guard context.filterCondition(of: node).map({ context.isRepeatable($0) }) ?? true else { return nil }
    let value = context.filtered(value.map { context.convert($0) } ?? Output("1"), of: node)
    let over = context.overPieces(node, excluding: true)
    if name == "count", self.value == nil, context.tree.child(of: node, .filter) == nil { return context.fill("COUNT(*){0} - 1", with: [over], .additive) }
    if name == "count" { return context.fill("COUNT({0}){1} - ({0} IS NOT NULL)", with: [value, over], .additive) }
    return context.fill("IF(COUNT({0}){1} = ({0} IS NOT NULL), NULL, SUM({0}){1} - COALESCE({0}, 0))", with: [value, over])
  }
}

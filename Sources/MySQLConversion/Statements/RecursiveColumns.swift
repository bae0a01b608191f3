import Analysis
import PostgresCatalog
import PostgresSyntax
import SourceText

/// The columns of a recursive common table expression.
///
/// MySQL gives them the types of the first part's expressions as they are, width and digits included, and refuses or rounds what the later parts
/// put in them; PostgreSQL wants the same types and modifiers on both sides.
struct RecursiveColumns {
  private let first: [SelectedColumn]
  private let later: [SelectedColumn]

  /// Nil where the first part is not one plain SELECT, or a later one has what MySQL does not take there.
  init?(of statement: NodeID, in context: RewriteContext) {
    guard let body = context.tree.child(of: statement, .body), context.tree[body].kind == .setOperation, let left = context.tree.child(of: body, .left),
      let right = context.tree.child(of: body, .right), context.tree[left].kind == .selectClause, context.tree[right].kind == .selectClause,
      Self.isPlain(right, in: context), let first = SelectedColumn.all(of: left, in: context), let later = SelectedColumn.all(of: right, in: context), first.count == later.count
    else { return nil }
    (self.first, self.later) = (first, later)
  }

  /// "WITH (Common Table Expressions)": no aggregates, windows, GROUP BY, ORDER BY or DISTINCT beside the name of the expression itself.
  private static func isPlain(_ select: NodeID, in context: RewriteContext) -> Bool {
    guard context.tree.child(of: select, .groupByClause) == nil, !context.tree[select].attributes.contains(.distinct) else { return false }
    return context.tree.descendants(of: select).allSatisfy { node in
      switch context.tree[node].kind {
      case .orderByClause, .distinctClause, .windowDefinition, .limitClause, .query: false
      case .functionCall: context.builtIn(node).map { $0.kind == .function } ?? true
      default: true
      }
    }
  }

  /// Makes the first part's columns wide enough for what comes later; false where one cannot be known to be.
  func widen(in context: inout RewriteContext) -> Bool {
    for (entry, other) in zip(first, later) {
      if let column = entry.column, column == other.column, entry.table == other.table { continue }
      guard let type = entry.type, holds(entry, type, in: &context) else { return false }
    }
    return true
  }

  private func holds(_ entry: SelectedColumn, _ type: TypeReference, in context: inout RewriteContext) -> Bool {
    let isColumn = entry.column != nil
    switch context.catalog.family(of: type.oid) {
    case .integer, .boolean: return isColumn || entry.value.map { isWholeNumber($0, type, in: context) } == true
    case .jsonb, .array: return true
    // What has a length or digits has those of its declaration.
    case .decimal, .date, .timestamp, .timestamptz, .time, .uuid, .enumeration, .double, .money: return isColumn
    case .text:
      if isColumn, type.modifier >= 4 { return true }
      guard let value = entry.value else { return false }
      let converted = context.convert(value)
      context.substitutions[value] = context.fill("CONCAT({0}, CAST('' AS CHAR(20000)))", with: [converted])
      return true
    default: return false
    }
  }

  /// MySQL takes a literal for a BIGINT, and a parameter that is cast.
  private func isWholeNumber(_ node: NodeID, _ type: TypeReference, in context: RewriteContext) -> Bool {
    let node = context.unwrapped(node)
    switch context.tree[node].kind {
    case .integerLiteral, .booleanLiteral: return true
    case .columnReference: return context.type(of: node)?.oid == type.oid
    case .typeCast, .castExpression:
      guard let operand = context.tree.child(of: node, .operand) else { return false }
      return [.placeholder, .nullLiteral].contains(context.tree[context.unwrapped(operand)].kind) || isWholeNumber(operand, type, in: context)
    case .unaryOperation: return context.tree.child(of: node, .operand).map { isWholeNumber($0, type, in: context) } ?? false
    default: return false
    }
  }
}

import PostgresCatalog
import PostgresSyntax
import SourceText

/// Window frames that count groups of peers (`GROUPS BETWEEN 1 PRECEDING …`) in one SELECT: a derived table numbers the peers with DENSE_RANK, and the
/// frame becomes a RANGE over the number.
struct PeerGroups {
  private let select: NodeID
  private let definitions: [(node: NodeID, frame: NodeID, name: String)]
  private let table: String

  /// Nil where the SELECT has no such frame, or cannot be so: it groups rows, lists `*`, or reads more than one source.
  init?(of query: NodeID, in context: RewriteContext) {
    guard let select = context.tree.child(of: query, .body), context.tree[select].kind == .selectClause, context.tree.child(of: select, .fromClause) != nil,
      context.tree.child(of: select, .groupByClause) == nil, context.tree.child(of: select, .havingClause) == nil, let list = context.tree.child(of: select, .targetList)
    else { return nil }
    guard context.tree.descendants(of: query).contains(where: { context.tree[$0].detail == .groupsMode }) else { return nil }
    var definitions: [(node: NodeID, frame: NodeID, name: String)] = []
    for node in context.tree.descendants(of: query) where context.tree[node].kind == .windowDefinition && context.enclosingQuery(of: node) == query {
      guard let frame = context.tree.child(of: node, .frame), context.tree[frame].detail == .groupsMode,
        context.tree.children(of: frame, .item).contains(where: { context.tree.child(of: $0, .value) != nil })
      else { continue }
      guard context.tree.child(of: node, .base) == nil, let order = context.tree.child(of: node, .orderByClause) else { return nil }
      let keys = context.tree.children(of: node, .partition) + context.tree.children(of: order, .item)
      guard keys.allSatisfy({ context.isRepeatable($0) }) else { return nil }
      definitions.append((node, frame, context.uniqueColumnName("peers_\(definitions.count + 1)")))
    }
    let identity = RowIdentity(of: select, in: context)
    guard !definitions.isEmpty, identity.isComplete, identity.sources.count == 1, let table = context.typed.sources[identity.sources[0]].name,
      Self.isPlain(list, of: query, in: context)
    else { return nil }
    (self.select, self.definitions, self.table) = (select, definitions, table)
  }

  /// Whether a list names its columns, with at most a table before them, and has no aggregate but over windows.
  private static func isPlain(_ list: NodeID, of query: NodeID, in context: RewriteContext) -> Bool {
    context.tree.descendants(of: query).allSatisfy { node in
      switch context.tree[node].kind {
      case .star: return !context.tree[list].range.contains(context.tree[node].range)
      case .columnReference: return context.tree.children(of: node, .name).count < 3
      case .functionCall:
        guard context.enclosingQuery(of: node) == query, case .function(let function) = context.typed[node].resolution else { return true }
        return function.kind != .aggregate || context.tree.child(of: node, .over) != nil
      default: return true
      }
    }
  }

  /// The column that numbers the peers of a frame's window.
  func name(of frame: NodeID) -> String? { definitions.first { $0.frame == frame }?.name }

  /// The SELECT over the derived table; nil after declining.
  func pieces(in context: inout RewriteContext) -> [Piece]? {
    guard let from = context.tree.child(of: select, .fromClause) else { return nil }
    var added: [Piece] = []
    for definition in definitions {
      var keys: [[Piece]] = []
      for item in context.tree.child(of: definition.node, .orderByClause).map({ context.tree.children(of: $0, .item) }) ?? [] {
        guard let value = context.tree.child(of: item, .value), let written = context.windowSortPieces(item, QueryKey(node: value, output: nil, expression: value))
        else { return nil }
        keys.append(written)
      }
      let partition = context.tree.children(of: definition.node, .partition).map { context.convert($0).pieces }
      // DENSE_RANK is unsigned: a frame that starts before the first peers would end in an error.
      added += [.text(", " + context.keyword("CAST") + "(" + context.keyword("DENSE_RANK") + "() " + context.keyword("OVER") + " (")]
      if !partition.isEmpty { added += [.text(context.keyword("PARTITION BY "))] + .joined(partition, by: ", ") + [.text(" ")] }
      added += [.text(context.keyword("ORDER BY "))] + .joined(keys, by: ", ") + [.text(")" + context.keyword(" AS SIGNED") + ")" + context.keyword(" AS ") + definition.name)]
    }
    let condition = context.tree.child(of: select, .whereClause)
    let (range, start) = (context.tree[select].range, context.tree[from].range.start)
    let end = condition.map { context.tree[$0].range.end } ?? context.tree[from].range.end
    var pieces = context.copy(select, within: ByteRange(range.start, start))
    pieces += [.text(context.keyword("FROM ") + "(" + context.keyword("SELECT ") + "*")] + added + [.text(" ")] + context.copy(select, within: ByteRange(start, end))
    pieces.append(.text(")" + context.keyword(" AS ") + context.writtenTableName(table)))
    return (pieces + context.copy(select, within: ByteRange(end, range.end))).compacted()
  }
}

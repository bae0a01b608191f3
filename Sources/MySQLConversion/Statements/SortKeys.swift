import Analysis
import PostgresSyntax
import SourceText

/// A key of ORDER BY, DISTINCT ON or GROUP BY of one query.
struct QueryKey {
  /// As written: an expression, an output column's name or its number.
  let node: NodeID
  /// The number of the output column that it is, from 0.
  let output: Int?
  /// The expression behind it; nil for a column that `*` stands for.
  let expression: NodeID?
  /// The column that `*` stands for, where its name tells.
  var column: SourceColumn?
}

extension RewriteContext {
  /// What a key of a query means, its output columns' names and numbers looked up.
  func queryKey(_ node: NodeID, of query: NodeID) -> QueryKey {
    let outputs = typed.outputs[query] ?? []
    if case .output(let number) = typed[node].resolution, outputs.indices.contains(number) {
      let expression = outputs[number].node.map(value(ofOutput:))
      return QueryKey(node: node, output: number, expression: expression, column: expression == nil ? column(named: outputs[number].name, of: query) : nil)
    }
    let same = outputs.firstIndex { output in
      if let value = output.node { return isSame(self.value(ofOutput: value), node) }
      return isStarColumn(node, named: output.name, among: outputs, of: query)
    }
    return QueryKey(node: node, output: same, expression: node)
  }

  /// The column of that name, where only one source of a query has one.
  func column(named name: String, of query: NodeID) -> SourceColumn? {
    guard let select = tree.child(of: query, .body), tree[select].kind == .selectClause else { return nil }
    let identity = RowIdentity(of: select, in: self)
    guard identity.isComplete else { return nil }
    var found: SourceColumn?
    for source in identity.sources {
      for (column, entry) in typed.sources[source].columns.enumerated() where entry.name.lowercased() == name.lowercased() {
        guard found == nil else { return nil }
        found = SourceColumn(source: source, column: column)
      }
    }
    return found
  }

  /// The expression of an output column's node.
  func value(ofOutput node: NodeID) -> NodeID {
    tree[node].kind == .resultTarget ? tree.child(of: node, .value) ?? node : node
  }

  /// Whether a reference is the only output column of its name, for which `*` stands.
  private func isStarColumn(_ node: NodeID, named name: String, among outputs: [OutputColumn], of query: NodeID) -> Bool {
    guard case .column(let source, let column) = typed[unwrapped(node)].resolution, typed.sources.indices.contains(source),
      typed.sources[source].columns.indices.contains(column), typed.sources[source].columns[column].name == name
    else { return false }
    return outputs.count(where: { $0.name == name }) == 1 && self.column(named: name, of: query) == SourceColumn(source: source, column: column)
  }

  private func name(of column: SourceColumn) -> String { typed.sources[column.source].columns[column.column].name }

  func isSameKey(_ a: QueryKey, _ b: QueryKey) -> Bool {
    if let output = a.output, output == b.output { return true }
    guard let a = a.expression, let b = b.expression else { return false }
    return isSame(a, b)
  }

  /// Whether two expressions are the same, parentheses aside; false where that is not plain.
  func isSame(_ a: NodeID, _ b: NodeID) -> Bool {
    let (a, b) = (unwrapped(a), unwrapped(b))
    guard a != b else { return true }
    if case .column(let source, let column) = typed[a].resolution {
      guard case .column(let other, let otherColumn) = typed[b].resolution else { return false }
      return source == other && column == otherColumn
    }
    let (left, right) = (tree[a], tree[b])
    guard left.kind == right.kind, left.attributes == right.attributes, left.detail == right.detail, left.kind != .columnReference, left.kind != .hole
    else { return false }
    if left.kind == .placeholder { return tree.parameter(of: a) == tree.parameter(of: b) }
    if left.kind == .identifier { return tree.name(of: a) == tree.name(of: b) }
    let (parts, others) = (Array(tree.children(of: a)), Array(tree.children(of: b)))
    guard parts.count == others.count else { return false }
    return parts.isEmpty ? tree.string(of: a) == tree.string(of: b) : zip(parts, others).allSatisfy { tree[$0].role == tree[$1].role && isSame($0, $1) }
  }

  /// MySQL's keys for an item of ORDER BY whose value is written as `key`: the place of NULLs first, where it differs.
  func sortPieces(_ item: NodeID, _ key: Output, isNullable: Bool) -> [Piece] {
    let order = SortDirection(of: item, in: tree)
    let direction: [Piece] = order.descends ? [.text(keyword(" DESC"))] : []
    guard isNullable, !order.isMySQLs else { return key.pieces + direction }
    return key.parenthesized(below: .comparison) + [.text(keyword(" IS NULL"))] + direction + [.text(", ")] + key.pieces + direction
  }

  /// The same inside GROUP_CONCAT, which takes NULL for the empty text when it sorts: a key that can be NULL is tested; nil where it cannot be
  /// written twice.
  mutating func collectedSortPieces(_ item: NodeID, _ key: NodeID) -> [Piece]? {
    let order = SortDirection(of: item, in: tree)
    var pieces: [Piece] = []
    if isNullable(key) {
      guard isRepeatable(key) else { return nil }
      pieces = convert(key, atLeast: .comparison) + [.text(keyword(order.nullsFirst ? " IS NULL DESC" : " IS NULL") + ", ")]
    }
    return pieces + convert(key).pieces + [.text(order.descends ? keyword(" DESC") : "")]
  }

  /// The same for a key of a window, where MySQL sees no output columns' names and numbers; nil after declining.
  mutating func windowSortPieces(_ item: NodeID, _ key: QueryKey) -> [Piece]? {
    guard tree.child(of: item, .operator) == nil, tree.child(of: item, .hole) == nil, tree[key.node].kind != .hole else {
      decline("order-hole", at: item, "the sort key's direction is not known")
      return nil
    }
    guard checkSortKey(key.node), let value = windowKey(key) else { return nil }
    let isNullable = self.isNullable(key)
    if isNullable, !SortDirection(of: item, in: tree).isMySQLs, let expression = key.expression, !isRepeatable(expression) {
      decline("order-repeat", at: key.node, "the sort key can be NULL and cannot be written twice")
      return nil
    }
    return sortPieces(item, value, isNullable: isNullable)
  }

  func isNullable(_ key: QueryKey) -> Bool {
    if let expression = key.expression { return isNullable(expression) }
    guard case .output(let number) = typed[key.node].resolution, let query = enclosingQuery(of: key.node), let outputs = typed.outputs[query] else { return true }
    return outputs.indices.contains(number) ? outputs[number].isNullable : true
  }

  /// A key as an expression over the sources of its query; nil after declining.
  mutating func windowKey(_ key: QueryKey) -> Output? {
    if let expression = key.expression {
      if becomesInteger(expression) {
        declineConstantKey(expression)
        return nil
      }
      guard !tree.descendants(of: expression).contains(where: { tree[$0].kind == .functionCall && tree.child(of: $0, .over) != nil }) else {
        decline("distinct-on", at: key.node, "a window function cannot be a key of the window that numbers the rows", help: "put it into a derived table")
        return nil
      }
      return convert(expression)
    }
    guard let query = enclosingQuery(of: key.node), let column = key.column, self.column(named: name(of: column), of: query) == column
    else {
      decline("order-ordinal", at: key.node, "which column \(tree.string(of: key.node)) is cannot be written in a window", help: "name the column with its table")
      return nil
    }
    return Output(writtenName(name(of: column)))
  }
}

/// The direction of an item of ORDER BY and the place of its NULLs: last in PostgreSQL, unless the item descends or says otherwise.
struct SortDirection {
  let descends, nullsFirst: Bool

  init(of item: NodeID, in tree: SyntaxTree) {
    let attributes = tree[item].attributes
    descends = attributes.contains(.descending)
    nullsFirst = attributes.contains(.nullsFirst) || (descends && !attributes.contains(.nullsLast))
  }

  /// Whether MySQL puts NULLs in the same place: first, and last where the item descends.
  var isMySQLs: Bool { nullsFirst != descends }
}

import PostgresCatalog
import PostgresServer
import PostgresSyntax
import SourceText
import Testing

@testable import Analysis

/// The facts on the parts of expressions, judged by putting each part into the select list as a column of its own.
@Suite(.enabled(if: TestServer.isWanted)) struct PartsTests {
  private struct Part {
    var node: NodeID
    var text: String
  }

  @Test func partsHaveTheServersTypesAndAreNotNull() async throws {
    try await TestServer.withShop(hasData: true) { connection, index in
      let analyzer = Analyzer(catalog: index)
      var (partsSeen, notNull) = (0, 0)
      for statement in Corpus.queries + NullCorpus.statements where !statement.contains("$1") {
        guard let tree = try? Parser.parseStatement(SQLText(statement)) else { continue }
        let typed = analyzer.analyze(tree)
        guard let select = plainSelect(typed), let list = tree.child(of: select, .targetList) else { continue }
        for batch in parts(typed, within: list) {
          let sql = replacing(list, in: tree, with: batch.map(\.text).joined(separator: ", "))
          guard let rows = try? await connection.query(sql) else { continue }
          (partsSeen, notNull) = (partsSeen + batch.count, notNull + batch.count { !typed[$0.node].isNullable })
          for (number, part) in batch.enumerated() { check(part, number, rows, typed, index, statement) }
        }
      }
      print("judged \(partsSeen) parts of expressions, \(notNull) of them not null")
      #expect(partsSeen > 500 && notNull > 200)
    }
  }

  private func check(_ part: Part, _ number: Int, _ rows: Rowset, _ typed: TypedTree, _ index: CatalogIndex, _ statement: String) {
    let facts = typed[part.node]
    if !facts.isNullable, (0..<rows.count).contains(where: { rows[$0, number] == nil }) {
      Issue.record("\(part.text) is NULL\n    \(statement)")
    }
    guard let type = facts.type, !isLiteral(part.node, typed.tree) else { return }
    let (found, wanted) = (index.baseType(of: type.oid), rows.columns[number].type)
    if found != wanted {
      Issue.record("\(part.text) is \(index.displayName(of: wanted)), not \(index.displayName(of: found))\n    \(statement)")
    }
  }

  /// A statement's only SELECT, without grouping, aggregates, keys that name columns, or FROM-less sets.
  private func plainSelect(_ typed: TypedTree) -> NodeID? {
    let tree = typed.tree
    guard tree[tree.root].kind == .query, tree.child(of: tree.root, .orderByClause) == nil, tree.child(of: tree.root, .withClause) == nil,
      let body = tree.child(of: tree.root, .body), tree[body].kind == .selectClause
    else { return nil }
    for role in [Role.groupByClause, .havingClause, .distinctClause, .into] where tree.child(of: body, role) != nil { return nil }
    return body
  }

  /// The expressions of a list with their parts, but for what only makes sense where it stands.
  private func parts(_ typed: TypedTree, within list: NodeID) -> [[Part]] {
    let tree = typed.tree
    var batches: [[Part]] = []
    for item in tree.children(of: list) {
      var batch: [Part] = []
      var pending = tree.child(of: item, .value).map { [$0] } ?? []
      while let next = pending.popLast() {
        guard tree[next].kind != .query, tree[next].kind != .star, !tree[next].attributes.contains(.star) else { continue }
        if isValue(tree[next].kind) { batch.append(Part(node: next, text: tree.string(of: next))) }
        if case .function(let function) = typed[next].resolution, function.kind != .function || function.returnsSet { continue }
        pending += tree.children(of: next)
      }
      batches.append(batch)
    }
    return batches.filter { !$0.isEmpty }
  }

  private func isValue(_ kind: NodeKind) -> Bool {
    switch kind {
    case .integerLiteral, .numericLiteral, .stringLiteral, .booleanLiteral, .nullLiteral, .typedLiteral, .columnReference, .unaryOperation,
      .binaryOperation, .and, .or, .not, .isNull, .isTrue, .isFalse, .isUnknown, .isDistinctFrom, .between, .inList, .inSubquery, .like,
      .ilike, .similarTo, .anyComparison, .allComparison, .overlaps, .parenthesized, .functionCall, .typeCast, .castExpression,
      .caseExpression, .coalesce, .nullif, .greatest, .least, .sqlValueFunction, .extract, .position, .substring, .overlay, .trim,
      .arraySubquery, .subscript, .slice, .fieldSelection, .scalarSubquery, .exists, .atTimeZone, .collate:
      true
    default: false
    }
  }

  /// Alone a literal is text, whatever its place would make of it.
  private func isLiteral(_ id: NodeID, _ tree: SyntaxTree) -> Bool {
    switch tree[id].kind {
    case .stringLiteral, .nullLiteral: true
    case .parenthesized, .collate: tree.child(of: id, .operand).map { isLiteral($0, tree) } ?? true
    // Of `a[1][2]` the part `a[1]` is no element.
    case .subscript, .slice: tree.parent(of: id).map { tree[$0].kind == .subscript || tree[$0].kind == .slice } ?? false
    default: false
    }
  }

  private func replacing(_ list: NodeID, in tree: SyntaxTree, with text: String) -> String {
    let (bytes, range) = (tree.text.bytes, tree[list].range)
    let whole: [UInt8] = Array(bytes[..<range.start]) + Array(text.utf8) + Array(bytes[range.end...])
    return String(decoding: whole, as: UTF8.self)
  }
}

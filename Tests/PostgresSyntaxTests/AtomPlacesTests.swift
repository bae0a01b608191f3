import SourceText
import Testing

@testable import PostgresSyntax

/// Atoms of every sort in every place where they can stand.
@Suite struct AtomPlacesTests {
  /// The first atom's node, its parent's kind and its role.
  private func place(_ text: SQLText) throws -> (tree: SyntaxTree, node: NodeID, place: String) {
    let tree = try Parser.parseStatement(text)
    #expect(tree.defects == [])
    let range = try #require(text.atoms.first).range
    let node = try #require(tree.ids.first { tree[$0].range == range })
    let parent = try #require(tree.parent(of: node))
    return (tree, node, "\(tree[parent].kind) \(tree[node].role)")
  }

  @Test(arguments: AtomTables.names + AtomTables.values + AtomTables.lists + AtomTables.holes)
  func holes(_ row: Row) throws {
    let found = try place(sql(row.text.replacing("◊", with: "⟦x⟧")))
    #expect(found.place == row.expected)
    #expect(found.tree[found.node].kind == .hole)
  }

  @Test(arguments: AtomTables.names + AtomTables.values + AtomTables.lists)
  func placeholders(_ row: Row) throws {
    for (marker, style) in AtomTables.markers {
      let text = sql(row.text.replacing("◊", with: marker), style)
      if style == .dollar, !AtomTables.values.contains(where: { $0.text == row.text }) {
        #expect(throws: SyntaxError.self) { try Parser.parseStatement(text) }
        continue
      }
      let found = try place(text)
      #expect(found.place == row.expected, "\(marker)")
      #expect(found.tree[found.node].kind == .placeholder)
    }
  }

  /// What host languages write their own way: MyBatis's `#{name}`, .NET's `{0}`.
  @Test(arguments: ["#{name}", "{0}", "#{a.b,jdbcType=INTEGER}"])
  func foreignMarkers(_ marker: String) throws {
    for row in AtomTables.values + AtomTables.lists {
      let parts = row.text.split(separator: "◊", omittingEmptySubsequences: false).map(String.init)
      let start = parts[0].utf8.count
      let atom = Atom(range: ByteRange(start, start + marker.utf8.count), kind: .placeholder, parameter: 1)
      let found = try place(SQLText(parts[0] + marker + parts[1], atoms: [atom]))
      #expect(found.place == row.expected, "\(row.text)")
    }
  }

  /// A literal, a name or a number of which a part is put in stays one token.
  @Test(arguments: [
    Row("SELECT '⟦a⟧'", "stringLiteral"), Row("SELECT 'a⟦b⟧c'", "stringLiteral"), Row("SELECT E'\\'⟦b⟧'", "stringLiteral"),
    Row("SELECT $$⟦a⟧$$", "stringLiteral"), Row("SELECT a_⟦b⟧ FROM t", "identifier"), Row("SELECT \"⟦a⟧ b\" FROM t", "identifier"),
    Row("SELECT ⟦a⟧_b FROM t", "identifier"), Row("SELECT date '⟦a⟧'", "stringLiteral"),
    Row("SELECT B'⟦a⟧'", "bitStringLiteral"), Row("SELECT f_⟦a⟧(1)", "identifier"), Row("SELECT a::num⟦b⟧(3)", "identifier"),
    Row("SELECT $⟦n⟧", "placeholder"),
  ])
  func partsOfTokens(_ row: Row) throws {
    let tree = try Parser.parseStatement(sql(row.text))
    #expect(tree.defects == [])
    let hole = try #require(tree.text.atoms.first).range
    let leaf = try #require(tree.ids.first { tree[$0].range.contains(hole) })
    #expect("\(tree[leaf].kind)" == row.expected)
    #expect(tree.containsHole(leaf))
  }

  /// A part of a statement, taken out of it, is a fragment; so are several in a row.
  @Test func partsOfStatementsAreFragments() throws {
    for statement in Corpus.expressions.map({ "SELECT \($0)" }) + Corpus.queries + Corpus.changes {
      let tree = try Parser.parseStatement(SQLText(statement))
      for id in tree.ids {
        for text in tree.fragments(at: id) {
          #expect(throws: Never.self, "\(tree[id].kind) as \(tree[id].role): \(text)") { try Parser.parseFragment(SQLText(text)) }
        }
      }
    }
  }

  /// Each node of certain kinds of each statement gives way to a hole: what is left is a statement still.
  @Test func anyPartCanBeAHole() throws {
    for statement in Corpus.expressions.map({ "SELECT \($0)" }) + Corpus.queries + Corpus.changes + Corpus.utilities + DefinitionTrees.rows.map(\.text) {
      let tree = try Parser.parseStatement(SQLText(statement))
      for id in tree.ids where tree.canBeHole(id) {
        let (range, hole) = (tree[id].range, Array("⟦x⟧".utf8))
        let bytes: [UInt8] = Array(tree.text.bytes[..<range.start]) + hole + Array(tree.text.bytes[range.end...])
        let atom = Atom(range: ByteRange(range.start, range.start + hole.count), kind: .hole)
        let text = SQLText(bytes: bytes, atoms: [atom])
        #expect(throws: Never.self, "\(tree[id].kind) as \(tree[id].role): \(text.string)") { try Parser.parseStatement(text) }
      }
    }
  }
}

extension SyntaxTree {
  /// The fragments that programs would build of a node's text.
  fileprivate func fragments(at id: NodeID) -> [String] {
    let text = string(of: id)
    guard let parent = parent(of: id).map({ self[$0] }), !text.isEmpty else { return [] }
    switch self[id].kind {
    case .whereClause where parent.kind != .onConflict && parent.kind != .conflictTarget:
      return self[id].firstChild >= 0 && children(of: id).contains { self[$0].kind == .currentOf } ? [] : [text, "\(text) ORDER BY z"]
    case .orderByClause, .groupByClause, .havingClause, .limitClause, .offsetClause, .lockingClause, .windowClause, .returningClause, .fromClause,
      .withClause, .onConflict:
      return [text]
    case .targetList:
      // Operators' words as labels are known by what follows the list.
      let labels = children(of: id).compactMap { child(of: $0, .alias) }
      return labels.contains { firstToken(of: $0)?.keyword != nil } ? [] : [text, "\(text) FROM z"]
    case .assignment, .multipleAssignment: return [text, "SET \(text)", "SET \(text), z = 1 WHERE y"]
    case .tableReference, .derivedTable, .join, .functionTable: return [text, "\(text) JOIN z ON y", "FROM \(text) WHERE y"]
    case .commonTableExpression: return [text, "WITH \(text)", "\(text), z AS (SELECT 1)"]
    case .binaryOperation, .functionCall, .and, .or, .like, .inList, .isNull, .between, .caseExpression, .columnReference, .stringLiteral:
      guard [.left, .right, .operand, .condition, .argument, .value, .item].contains(self[id].role), parent.kind != .typedLiteral, parent.kind != .option else { return [] }
      return [text, "AND \(text)", "OR \(text) AND z", "WHERE \(text)", "\(text), z", "\(text) DESC, z"]
    default: return []
    }
  }

  /// Whether a node is a whole expression, name or list that text put in can stand for.
  fileprivate func canBeHole(_ id: NodeID) -> Bool {
    let node = self[id]
    guard let parent = parent(of: id).map({ self[$0] }), !node.range.isEmpty else { return false }
    switch node.kind {
    case .identifier, .qualifiedName:
      // Words of the grammar that are kept as names.
      guard firstToken(of: id)?.keyword == nil, ![.option, .specialFunction, .typeName, .likeOption, .extract].contains(parent.kind) else { return false }
      return parent.kind != .qualifiedName && parent.kind != .columnReference && parent.kind != .star && parent.kind != .fieldSelection
    case .columnReference, .integerLiteral, .stringLiteral, .functionCall, .binaryOperation, .castExpression, .caseExpression, .parenthesized,
      .scalarSubquery, .arrayConstructor:
      return Self.expressionPlaces.contains(node.role) && ![.option, .typedLiteral, .typeName, .signedNumber].contains(parent.kind)
    case .targetList, .fromClause, .whereClause, .orderByClause, .limitClause, .groupByClause, .returningClause: return parent.kind == .query || parent.kind == .selectClause
    default: return false
    }
  }

  private static let expressionPlaces: Set<Role> = [.left, .right, .operand, .condition, .result, .argument, .low, .high]
}

import SourceText
import Testing

@testable import PostgresSyntax

@Suite struct SyntaxVisitorTests {
  private struct Trace: SyntaxVisitor {
    var skipped: Set<NodeKind> = []
    var last: NodeKind?
    var text = ""

    mutating func enter(_ id: NodeID, in tree: SyntaxTree) -> VisitStep {
      text += "(\(tree[id].kind)"
      return tree[id].kind == last ? .stop : skipped.contains(tree[id].kind) ? .skip : .children
    }

    mutating func leave(_ id: NodeID, in tree: SyntaxTree) { text += ")" }
  }

  private static let tree = try! Parser.parseStatement(SQLText("SELECT a + 1 FROM t WHERE b"))

  @Test func entersAndLeavesInSourceOrder() {
    var trace = Trace()
    #expect(Self.tree.visit(with: &trace))
    #expect(
      trace.text
        == "(query(selectClause(targetList(resultTarget(binaryOperation(columnReference(identifier))(operatorName)(integerLiteral))))"
        + "(fromClause(tableReference(qualifiedName(identifier))))(whereClause(columnReference(identifier)))))")
  }

  @Test func skipsAndStops() {
    var trace = Trace(skipped: [.targetList, .fromClause])
    #expect(Self.tree.visit(with: &trace))
    #expect(trace.text == "(query(selectClause(targetList)(fromClause)(whereClause(columnReference(identifier)))))")
    trace = Trace(last: .fromClause, text: "")
    #expect(!Self.tree.visit(with: &trace))
    #expect(trace.text.hasSuffix("(integerLiteral))))(fromClause"))
  }

  /// All nodes once, whatever the statement, from any node; the walk agrees with `descendants(of:)` and `ancestors(of:)`.
  @Test func seesEveryNodeOnce() throws {
    struct Seen: SyntaxVisitor {
      var entered: [NodeID] = []
      var left: [NodeID] = []
      mutating func enter(_ id: NodeID, in tree: SyntaxTree) -> VisitStep {
        entered.append(id)
        return .children
      }
      mutating func leave(_ id: NodeID, in tree: SyntaxTree) { left.append(id) }
    }
    for statement in Corpus.queries + Corpus.utilities {
      let tree = try Parser.parseStatement(SQLText(statement))
      for id in tree.ids {
        var seen = Seen()
        tree.visit(id, with: &seen)
        // The array is in post-order.
        #expect(seen.left == Array(tree.descendants(of: id)))
        #expect(seen.entered.sorted() == seen.left && seen.entered.first == id)
        #expect(tree.ancestors(of: id).allSatisfy { tree.descendants(of: $0).contains(id) })
      }
    }
  }

  @Test(arguments: [Row("SELECT ((a))::int", "typeCast"), Row("SELECT (((a + 1)))", "resultTarget"), Row("SELECT a", "resultTarget")])
  func outermost(_ row: Row) throws {
    let tree = try Parser.parseStatement(SQLText(row.text))
    let inner = try #require(tree.ids.first { tree[$0].kind == .columnReference || tree[$0].kind == .binaryOperation && tree[$0].role != .left })
    let node = tree[inner].role == .left ? try #require(tree.parent(of: inner)) : inner
    let outer = tree.outermost(node)
    #expect(tree.parent(of: outer).map { "\(tree[$0].kind)" } == row.expected)
    #expect(tree.unparenthesized(outer) == node)
  }

  /// No recursion: a chain of casts is as deep as the statement is long.
  @Test func deepTrees() throws {
    let tree = try Parser.parseStatement(SQLText("SELECT a" + String(repeating: "::int", count: 50_000)))
    var trace = Trace()
    #expect(tree.visit(with: &trace))
    #expect(tree.descendants(of: tree.root).count == tree.nodes.count)
  }
}

import SourceText
import Testing

@testable import PostgresSyntax

/// Every byte of a statement is found from its tree: each node's range is exact, tokens and trivia make up the text.
@Suite struct ExactnessTests {
  /// All statements of the tables of tests, with and without holes.
  static let statements: [SQLText] = {
    var texts: [String] = Corpus.expressions.map { "SELECT \($0)" }
    texts += Corpus.queries + Corpus.changes + Corpus.utilities
    texts += DefinitionTrees.rows.map(\.text)
    texts += NewerSyntax.releases.flatMap(\.rows).map(\.text)
    return texts.map { SQLText($0) } + AtomTables.statements.map { sql($0.text, $0.style) }
  }()

  @Test func nodesNestAndAreMadeOfTokens() throws {
    for text in Self.statements {
      let tree = try Parser.parseStatement(text)
      #expect(tree.defects == [], "\(text.string(in: ByteRange(0, text.bytes.count)))")
      #expect(tree.misplacedNodes == [], "\(text.string(in: ByteRange(0, text.bytes.count)))")
    }
  }

  @Test func tokensAndTriviaAreTheText() throws {
    for text in Self.statements.flatMap({ [$0, $0.spread] }) {
      let tree = try Parser.parseStatement(text)
      let whole = ByteRange(0, text.bytes.count)
      let parts = (tree.tokens(in: whole).map(\.range) + tree.trivia(in: whole)).sorted()
      #expect(parts.flatMap { text.bytes[$0.range] } == text.bytes)
      #expect(zip(parts, parts.dropFirst()).allSatisfy { $0.end == $1.start } && parts.first?.start == 0)
      var blank = text.bytes
      for range in tree.tokens(in: whole).map(\.range) + tree.commentRanges { for index in range.range { blank[index] = 0x20 } }
      #expect(blank.allSatisfy { [0x20, 0x0A].contains($0) })
    }
  }

  /// Comments between all tokens change nothing but the places, and every one is found again, from the node that holds it too.
  @Test func commentsAreFound() throws {
    for text in Self.statements where try Parser.parseStatement(text).commentRanges.isEmpty {
      let (plain, spread) = (try Parser.parseStatement(text), try Parser.parseStatement(text.spread))
      #expect(plain.nodes.map(\.kind) == spread.nodes.map(\.kind))
      let touching = Set(text.atoms.flatMap { [$0.range.start, $0.range.end] })
      let gaps = zip(plain.tokens, plain.tokens.dropFirst()).filter { first, second in
        first.range.end == second.range.start && (touching.contains(first.range.end) || text.isNational(first)) && second.kind != .end
      }.count
      #expect(spread.commentRanges.count == plain.tokens.count - 1 - gaps)
      #expect(spread.commentRanges.allSatisfy { spread.text.string(in: $0) == "/*!*/" })
      for (a, b) in zip(plain.ids, spread.ids) {
        #expect(plain.tokens(in: plain[a].range).count == spread.tokens(in: spread[b].range).count)
        let inside = spread.commentRanges(in: spread[b].range)
        #expect(inside.count <= max(plain.tokens(in: plain[a].range).count - 1, 0) && inside.allSatisfy { spread[b].range.contains($0) })
        if gaps == 0 { #expect(inside.count == max(plain.tokens(in: plain[a].range).count - 1, 0)) }
      }
    }
  }

  @Test(arguments: [
    Row("SELECT ((a + b)) * (c), f((d))", "((a + b)) (a + b) (c) (d)"), Row("SELECT (SELECT (1)), ((SELECT 2))", "(SELECT (1)) (1) ((SELECT 2)) (SELECT 2)"),
    Row("(SELECT 1) UNION ((SELECT 2))", "(SELECT 1) ((SELECT 2)) (SELECT 2)"), Row("SELECT * FROM (a JOIN b ON (c)) x", "(a JOIN b ON (c)) (c)"),
    Row("CREATE INDEX i ON t ((a + (b)))", "(a + (b)) (b)"), Row("SELECT a WHERE (a, b) = ROW (1, (2))", "(a, b) (2)"),
  ])
  func parenthesesAreNodes(_ row: Row) throws {
    let tree = try Parser.parseStatement(SQLText(row.text))
    let kinds: Set<NodeKind> = [.parenthesized, .scalarSubquery, .parenthesizedQuery, .parenthesizedTable, .rowConstructor]
    let found = tree.ids.filter { kinds.contains(tree[$0].kind) && tree.firstToken(of: $0)?.symbol == .leftParenthesis }
      .sorted { (tree[$0].range.start, -tree[$0].range.end) < (tree[$1].range.start, -tree[$1].range.end) }
    let shown = found.map { tree[$0].kind == .parenthesizedTable ? "(a JOIN b ON (c))" : tree.string(of: $0) }
    #expect(shown.joined(separator: " ") == row.expected)
  }
}

extension SyntaxTree {
  /// Nodes that do not begin and end at tokens, that reach out of the root, or are empty though they have children.
  var misplacedNodes: [String] {
    let (starts, ends) = (Set(tokens.map(\.range.start)), Set(tokens.map(\.range.end)))
    return nodes.filter { node in
      if node.range.isEmpty { return node.firstChild >= 0 || node.range.end > text.bytes.count }
      return !starts.contains(node.range.start) || !ends.contains(node.range.end) || !self[root].range.contains(node.range)
    }.map { "\($0.kind) \"\(text.string(in: $0.range))\"" }
  }
}

extension SQLText {
  /// Whether a token is the N of `N'…'`.
  fileprivate func isNational(_ token: Token) -> Bool {
    token.range.count == 1 && bytes[token.range.start] | 0x20 == UInt8(ascii: "n") && bytes[token.range.end...].first == UInt8(ascii: "'")
  }

  /// The same tokens with a comment and a line end after each; an atom keeps touching what it touches, for it may belong to it.
  fileprivate var spread: SQLText {
    let comment = Array(" /*!*/ \n".utf8)
    let touching = Set(atoms.flatMap { [$0.range.start, $0.range.end] })
    var (bytes, atoms): ([UInt8], [Atom]) = ([], [])
    var position = 0
    for token in Lexer.tokens(of: self).tokens where token.kind != .end {
      bytes += self.bytes[position..<token.range.start]
      let moved = token.range.shifted(by: bytes.count - token.range.start)
      for atom in self.atoms where token.range.contains(atom.range) {
        var atom = atom
        atom.range = atom.range.shifted(by: moved.start - token.range.start)
        atoms.append(atom)
      }
      bytes += self.bytes[token.range.range]
      let isTouching = token.range.end < self.bytes.count && (touching.contains(token.range.end) && self.bytes[token.range.end] != 0x20 || isNational(token))
      if !isTouching { bytes += comment }
      position = token.range.end
    }
    return SQLText(bytes: bytes + self.bytes[position...], atoms: atoms)
  }
}

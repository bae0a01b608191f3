import SourceText
import TestSupport
import Testing

@testable import PostgresSyntax

/// No input may crash, hang or take more than its share.
@Suite struct HostileInputTests {
  @Test(arguments: [
    ("(", "1", ")"), ("f(", "1", ")"), ("CASE WHEN ", "a", " THEN 1 END"), ("(SELECT ", "1", ")"), ("ARRAY[", "1", "]"), ("a[", "1", "]"),
    ("a IN (", "1", ")"), ("EXISTS (SELECT ", "1", ")"), ("CAST(", "1", " AS int)"), ("a BETWEEN (", "1", ") AND 2"), ("ROW(", "1", ")"),
    ("substring(", "a", " FROM 1)"), ("(1, ", "2", ")"),
  ])
  func nestingIsLimited(_ parts: (String, String, String)) throws {
    func nested(_ depth: Int) -> SQLText {
      SQLText("SELECT " + String(repeating: parts.0, count: depth) + parts.1 + String(repeating: parts.2, count: depth))
    }
    #expect(throws: Never.self) { try Parser.parseStatement(nested(100)) }
    let error = try #require(throws: SyntaxError.self) { try Parser.parseStatement(nested(100_000)) }
    #expect(error.sqlstate == "54001")
    #expect(error.message.hasPrefix("stack depth limit exceeded"))
  }

  @Test(arguments: [("SELECT * FROM ", "("), ("", "("), ("SELECT 1 FROM a WHERE ", "NOT ("), ("WITH a AS (", "WITH a AS (")])
  func openParenthesesAreLimited(_ parts: (String, String)) throws {
    let error = try #require(throws: SyntaxError.self) { try Parser.parseStatement(SQLText(parts.0 + String(repeating: parts.1, count: 100_000))) }
    #expect(error.sqlstate == "54001")
  }

  @Test(arguments: [
    ("SELECT 1", "+1"), ("SELECT a", " AND a"), ("SELECT a", " OR a AND b"), ("SELECT a", "::int"), ("SELECT a", "[1]"), ("SELECT a", " IS NULL"),
    ("SELECT a", " UNION SELECT a"), ("SELECT * FROM a", " CROSS JOIN b"), ("SELECT 1", ", 1"), ("SELECT a", " || b"), ("VALUES (1)", ", (1)"),
  ])
  func chainsOfAnyLength(_ parts: (String, String)) throws {
    let tree = try Parser.parseStatement(SQLText(parts.0 + String(repeating: parts.1, count: 30_000)))
    #expect(tree.nodes.count > 30_000)
    #expect(tree.fullyParenthesised().utf8.count > 30_000)
  }

  /// All of them take a while in a debug build: those after the first two belong to long runs (`SQLFERRY_FUZZ_SECONDS`).
  private static let longChains = [
    ("SELECT 1", "+1"), ("TABLE a", " UNION TABLE a"), ("SELECT a", " AND a"), ("SELECT a", "||a"), ("SELECT a", "::t"), ("SELECT a", ".a"),
    ("SELECT a", "[1]"), ("SELECT FROM a", " JOIN a ON a"), ("SELECT FROM a", " JOIN a USING(a)"), ("SELECT a", ",a"), ("CREATE TABLE t (a t", ", a t"),
  ]

  @Test(arguments: longChains.prefix(RandomSource.setting("SQLFERRY_FUZZ_SECONDS", 0) > 60 ? longChains.count : 2))
  func longestChains(_ parts: (String, String)) throws {
    // A tree, or PostgreSQL's word on what is missing behind the chain.
    let text = SQLText(parts.0 + String(repeating: parts.1, count: 300_000))
    do throws(SyntaxError) { #expect(try Parser.parseStatement(text).nodes.count > 300_000) } catch { #expect(error.message == "syntax error at end of input") }
  }

  /// Ten megabytes in one token, in many, in one comment.
  @Test func hugeStatements() throws {
    let size = 10 << 20
    let filling = String(repeating: "x", count: size)
    #expect(try Parser.parseStatement(SQLText("SELECT '\(filling)'")).nodes.count == 5)
    #expect(try Parser.parseStatement(SQLText("SELECT /*\(filling)*/ 1 -- \(filling)")).nodes.count == 5)
    #expect(throws: SyntaxError.self) { try Parser.parseStatement(SQLText("SELECT $q$\(filling)")) }
    let rows = "INSERT INTO t VALUES (1, 'a')" + String(repeating: ",(1,'a')", count: size / 128)
    #expect(try Parser.parseStatement(SQLText(rows)).nodes.count > size / 64)
  }

  @Test func prefixChains() throws {
    for word in ["NOT ", "- ", "@ "] {
      let tree = try Parser.parseStatement(SQLText("SELECT " + String(repeating: word, count: 100_000) + "a"))
      #expect(tree.nodes.count > 100_000)
    }
  }

  /// Bytes from a generator with a fixed start, of all values and of those that mean something to the lexer.
  @Test func randomBytes() {
    var state: UInt64 = 0x2545_F491_4F6C_DD1D
    func next() -> UInt64 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return state
    }
    let words = ["SELECT ", "'", "\"", "$$", "$a$", "/*", "--", "(", ")", "[", "]", "E'", "U&'", "\\", "::", ":", "1e", "FROM ", "\n", "a", "*", "⟦", "⟧", "\0", "?", "@", ";"]
    for round in 0..<4_000 {
      var bytes: [UInt8] = []
      for _ in 0..<(next() % 40) {
        if round % 2 == 0 { bytes.append(UInt8(truncatingIfNeeded: next())) } else { bytes += words[Int(next() % UInt64(words.count))].utf8 }
      }
      var atoms: [Atom] = []
      for _ in 0..<(next() % 3) {
        let start = Int(next() % 45)
        atoms.append(Atom(range: ByteRange(start, start + Int(next() % 9)), kind: next() % 2 == 0 ? .hole : .placeholder, parameter: 1))
      }
      let text = SQLText(bytes: bytes, atoms: atoms)
      if let tree = try? Parser.parseStatement(text) { #expect(tree.defects == [] || !atoms.isEmpty) }
      _ = try? Parser.parseFragment(text)
      for range in Parser.split(text) { #expect(range.end <= bytes.count) }
      for style in PlaceholderStyle.allCases { _ = Placeholders.locate(in: text, style: style) }
    }
  }

  /// Every prefix of every statement gives a tree or an error, in parsing, as a fragment and in splitting.
  @Test func prefixes() {
    for statement in Corpus.queries + Corpus.changes + Corpus.utilities {
      let bytes = Array(statement.utf8)
      for end in stride(from: 0, through: bytes.count, by: bytes.count > 300 ? 7 : 1) {
        let text = SQLText(bytes: Array(bytes[..<end]))
        if let tree = try? Parser.parseStatement(text) { #expect(tree.defects == []) }
        if let tree = try? Parser.parseFragment(text) { #expect(tree.defects == []) }
        _ = Parser.split(text)
      }
    }
  }
}

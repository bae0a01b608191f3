import SourceText
import Testing

@testable import PostgresSyntax

@Suite struct LexerTests {
  /// Each token as `kind:text`, joined by ` | `.
  static let rows: [Row] = [
    Row("", ""),
    Row("select Foo _b$1 é", "keyword:select | identifier:Foo | identifier:_b$1 | identifier:é"),
    Row(#""a""b" U&"d\0061t\+000061""#, #"quotedIdentifier:"a""b" | quotedIdentifier:U&"d\0061t\+000061""#),
    Row(#"U&"d!0061" UESCAPE '!' x"#, #"quotedIdentifier:U&"d!0061" UESCAPE '!' | identifier:x"#),
    Row("'it''s' E'a\\'b' b'01' X'ff'", "string:'it''s' | string:E'a\\'b' | bitString:b'01' | bitString:X'ff'"),
    Row("N'x'", "keyword:N | string:'x'"),
    Row("'a'\n 'b' 'c'", "string:'a'\n 'b' | string:'c'"),
    Row("'a' -- why\n 'b'", "string:'a' -- why\n 'b'"),
    Row("'a' /* no */\n 'b'", "string:'a' | string:'b'"),
    Row("E'a'\n'\\''", "string:E'a'\n'\\''"),
    Row("'\\'", "string:'\\'"),
    Row("$$a'b$$ $x$ $$ $y$ $x$ $1", "string:$$a'b$$ | string:$x$ $$ $y$ $x$ | parameter:$1"),
    Row("1 1.5 .5 1. 1e10 1.5E-3 0x1F 0o17 0b11 1_000", "integer:1 | numeric:1.5 | numeric:.5 | numeric:1. | numeric:1e10 | "
      + "numeric:1.5E-3 | integer:0x1F | integer:0o17 | integer:0b11 | integer:1_000"),
    Row("1..10 a.b", "integer:1 | punctuation:.. | integer:10 | identifier:a | punctuation:. | identifier:b"),
    Row("a::b c:=d e=>f x:y", "identifier:a | punctuation::: | identifier:b | identifier:c | punctuation::= | identifier:d | "
      + "identifier:e | punctuation:=> | identifier:f | identifier:x | punctuation:: | identifier:y"),
    Row("a--b\nc", "identifier:a | identifier:c"),
    Row("a/*b/*c*/d*/e", "identifier:a | identifier:e"),
    Row("a+-b", "identifier:a | operator:+ | operator:- | identifier:b"),
    Row("a@-b", "identifier:a | operator:@- | identifier:b"),
    Row("a<>-b !=c <=d", "identifier:a | operator:<> | operator:- | identifier:b | operator:!= | identifier:c | operator:<= | identifier:d"),
    Row("a*/*x*/b", "identifier:a | operator:* | identifier:b"),
    Row("a=--x\nb", "identifier:a | operator:= | identifier:b"),
    Row("a->>'b' #>> ?| @> && ||", "identifier:a | operator:->> | string:'b' | operator:#>> | operator:?| | operator:@> | operator:&& | operator:||"),
    Row("(a[1,2]);", "punctuation:( | identifier:a | punctuation:[ | integer:1 | punctuation:, | integer:2 | punctuation:] | punctuation:) | punctuation:;"),
    Row("e 'x' e'x'", "identifier:e | string:'x' | string:e'x'"),
  ]

  @Test(arguments: rows)
  func tokens(_ row: Row) {
    let text = SQLText(row.text)
    let (tokens, error) = Lexer.tokens(of: text)
    #expect(error == nil)
    #expect(tokens.dropLast().map { "\($0.kind):\(text.string(in: $0.range))" }.joined(separator: " | ") == row.expected)
    #expect(tokens.last?.kind == .end)
  }

  /// Atoms: `⟦…⟧` is a hole; `$n` a placeholder.
  @Test(arguments: [
    Row("a = $1", "identifier:a | operator:= | atom:$1"),
    Row("t_⟦x⟧ ⟦x⟧_t ⟦a⟧_⟦b⟧", "identifier:t_⟦x⟧ | identifier:⟦x⟧_t | identifier:⟦a⟧_⟦b⟧"),
    Row("⟦a⟧⟦b⟧ ⟦a⟧.⟦b⟧", "atom:⟦a⟧ | atom:⟦b⟧ | atom:⟦a⟧ | punctuation:. | atom:⟦b⟧"),
    Row("\"⟦f(\"x\")⟧\" '⟦a'b⟧' $$⟦x⟧$$", "quotedIdentifier:\"⟦f(\"x\")⟧\" | string:'⟦a'b⟧' | string:$$⟦x⟧$$"),
    Row("-- ⟦x⟧ y\n/* ⟦*/⟧ */ z", "identifier:z"),
    Row("WHERE⟦x⟧AND", "keyword:WHERE | atom:⟦x⟧ | keyword:AND"),
    Row("a=⟦x⟧+1", "identifier:a | operator:= | atom:⟦x⟧ | operator:+ | integer:1"),
    Row("$⟦n⟧", "atom:$⟦n⟧"),
    Row("1⟦x⟧", "integer:1 | atom:⟦x⟧"),
    Row("'%⟦x⟧%' 'it''⟦y⟧'", "string:'%⟦x⟧%' | string:'it''⟦y⟧'"),
  ])
  func atoms(_ row: Row) {
    let text = sql(row.text)
    let (tokens, error) = Lexer.tokens(of: text)
    #expect(error == nil)
    #expect(tokens.dropLast().map { "\($0.kind):\(text.string(in: $0.range))" }.joined(separator: " | ") == row.expected)
  }

  @Test(arguments: [
    Row("'abc", "unterminated quoted string at or near \"'abc\""),
    Row("x E'abc\\", "unterminated quoted string at or near \"E'abc\\\""),
    Row("\"abc", "unterminated quoted identifier at or near \"\"abc\""),
    Row("\"\"", "zero-length delimited identifier at or near \"\"\"\""),
    Row("$a$ $b$", "unterminated dollar-quoted string at or near \"$a$ $b$\""),
    Row("a /* /* */", "unterminated /* comment at or near \"/* /* */\""),
    Row("b'01", "unterminated bit string literal at or near \"b'01\""),
    Row("x'01", "unterminated hexadecimal string literal at or near \"x'01\""),
    Row("123abc", "trailing junk after numeric literal at or near \"123a\""),
    Row("$1a", "trailing junk after parameter at or near \"$1a\""),
    Row("E'\\u12'", "invalid Unicode escape"),
    Row("U&'\\12'", "invalid Unicode escape"),
    Row("U&'\\D800'", "invalid Unicode surrogate pair"),
    Row("E'\\xff\\x00'", "invalid byte sequence for encoding \"UTF8\": 0x00"),
    Row("U&'a' UESCAPE 1", "UESCAPE must be followed by a simple string literal at or near \"1\""),
    Row("U&'a' UESCAPE '+'", "invalid Unicode escape character at or near \"'+'\""),
  ])
  func errors(_ row: Row) { #expect(Lexer.tokens(of: SQLText(row.text)).error?.message == row.expected) }

  @Test(arguments: [
    Row("'it''s'", "it's"), Row("'a\\b'", "a\\b"), Row("E'a\\nb\\\\c\\'d'", "a\nb\\c'd"), Row("E'\\101\\x42\\u0043\\U00000044'", "ABCD"),
    Row("E'\\q'", "q"), Row("U&'d\\0061t\\+000061'", "data"), Row("U&'d!0061' UESCAPE '!'", "da"), Row("U&'\\D83D\\DE00'", "😀"),
    Row("'a'\n'b'", "ab"), Row("'a' -- it's\n'b'", "ab"), Row("$$it's$$", "it's"), Row("$x$a$$b$x$", "a$$b"), Row("''", ""), Row("$$$$", ""),
    Row("E'\\uD83D\\uDE00'", "😀"), Row("'é'", "é"),
  ])
  func decodesStrings(_ row: Row) throws {
    let tree = try Parser.parseStatement(SQLText("SELECT \(row.text)"))
    let literal = try #require(tree.ids.first { tree[$0].kind == .stringLiteral })
    #expect(tree.stringValue(of: literal).map { String(decoding: $0, as: UTF8.self) } == row.expected)
  }

  @Test func stringsWithAtomsHaveNoValue() throws {
    let tree = try Parser.parseStatement(sql("SELECT 'a⟦x⟧'"))
    let literal = try #require(tree.ids.first { tree[$0].kind == .stringLiteral })
    #expect(tree.stringValue(of: literal) == nil)
    #expect(tree.containsHole(literal))
  }
}

@Suite struct KeywordsTests {
  @Test func tableMatchesCases() {
    let words = Keywords.table.split(separator: "\n").map { $0.split(separator: " ")[0] }
    #expect(words.count == Keyword.allCases.count)
    #expect(words.map { $0.utf8.map { $0 } } == words.map { $0.utf8.map { $0 } }.sorted { $0.lexicographicallyPrecedes($1) })
    for (keyword, word) in zip(Keyword.allCases, words) {
      // `case currentDate` is the word current_date.
      #expect("\(keyword)".lowercased() == word.replacing("_", with: ""))
      #expect(Keywords.keyword(String(word)) == keyword)
      #expect(Keywords.keyword(word.uppercased()) == keyword)
    }
  }

  @Test(arguments: ["select", "User", "TABLE", "order"]) func reserved(_ word: String) { #expect(Keywords.isReserved(word)) }
  @Test(arguments: ["name", "users", "left", "coalesce", ""]) func free(_ word: String) { #expect(!Keywords.isReserved(word)) }

  @Test func classes() {
    #expect(Keyword.name.class == .unreserved)
    #expect(Keyword.coalesce.class == .columnName)
    #expect(Keyword.left.class == .typeOrFunctionName)
    #expect(Keyword.select.class == .reserved)
    #expect(Keyword.select.isBareLabel)
    #expect(!Keyword.over.isBareLabel)
  }
}

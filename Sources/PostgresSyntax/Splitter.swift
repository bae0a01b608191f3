import SourceText

extension Parser {
  /// The statements of a script, in order, each without its semicolon and the white space and comments around it.
  ///
  /// Semicolons in literals, comments, parentheses and bodies `BEGIN ATOMIC … END` end no statement. Lines with psql's
  /// meta-commands (`\connect …`) and the data lines after `COPY … FROM stdin;` up to `\.` belong to none. After an error of the
  /// lexer, such as a quote without end, the rest of the text is one statement.
  package static func split(_ text: SQLText) -> [ByteRange] {
    var splitter = Splitter(text)
    splitter.run()
    return splitter.ranges
  }
}

/// The state of `Parser.split`: psql's own rules for where a statement ends (`psqlscan.l`).
private struct Splitter {
  private(set) var ranges: [ByteRange] = []
  private var lexer: Lexer
  private var start: Int?
  private var end = 0
  private var parentheses = 0
  /// Nested BEGIN and CASE in the body of a routine.
  private var blocks = 0
  /// The keywords of the statement so far, the first few.
  private var words: [Keyword] = []
  private var copiesFromInput = false

  init(_ text: SQLText) { lexer = Lexer(text, isLenient: true) }

  mutating func run() {
    while let token = lexer.next() {
      if token.symbol == .invalid, lexer.bytes[token.range.start] == UInt8(ascii: "\\") {
        takeMetaCommand()
      } else if token.symbol == .semicolon, parentheses == 0, blocks == 0 {
        finish()
        if copiesFromInput { skipCopyData() }
        copiesFromInput = false
      } else {
        take(token)
      }
    }
    if let error = lexer.error {
      start = start ?? error.range.start
      end = lexer.count
    }
    finish()
  }

  private mutating func take(_ token: Token) {
    if start == nil { start = token.range.start }
    end = token.range.end
    if token.symbol == .leftParenthesis { parentheses += 1 }
    if token.symbol == .rightParenthesis { parentheses = max(parentheses - 1, 0) }
    guard let keyword = token.keyword else { return }
    if words.count < 4 { words.append(keyword) }
    switch keyword {
    case .begin where isRoutine: blocks += 1
    case .case where blocks > 0: blocks += 1
    case .end where blocks > 0: blocks -= 1
    case .stdin where words.first == .copy: copiesFromInput = true
    default: break
    }
  }

  /// CREATE [OR REPLACE] FUNCTION or PROCEDURE.
  private var isRoutine: Bool {
    guard words.first == .create else { return false }
    return words.dropFirst().first { $0 != .or && $0 != .replace }.map { $0 == .function || $0 == .procedure } ?? false
  }

  private mutating func finish() {
    if let start, end > start { ranges.append(ByteRange(start, end)) }
    (start, parentheses, blocks, words) = (nil, 0, 0, [])
  }

  /// A backslash: `\g…` and the like end the statement before them; the rest of the line is psql's.
  private mutating func takeMetaCommand() {
    let letter = lexer.byte(lexer.position)
    if letter == UInt8(ascii: ";") {
      lexer.position += 1
      return
    }
    if start != nil { finish() }
    lexer.skipRawLine()
  }

  private mutating func skipCopyData() {
    lexer.skipRawLine()
    while lexer.position < lexer.count {
      let line = lexer.position
      lexer.skipRawLine()
      let content = lexer.bytes[line..<lexer.position].filter { $0 != 0x0A && $0 != 0x0D }
      if content == [UInt8(ascii: "\\"), UInt8(ascii: ".")] { return }
    }
  }
}

extension Lexer {
  /// The next token; nil at the end or after an error.
  fileprivate mutating func next() -> Token? {
    guard error == nil, lexOneToken() else { return nil }
    return error == nil ? takeLastToken() : nil
  }

  /// Moves behind the next line feed, atoms and all.
  fileprivate mutating func skipRawLine() {
    while position < count {
      if position == nextAtom {
        takeAtom()
        continue
      }
      position += 1
      if bytes[position - 1] == 0x0A { return }
    }
  }
}

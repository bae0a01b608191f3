import SourceText

/// PostgreSQL's lexer (`scan.l`) over `SQLText`: tokens with exact byte ranges, atoms as tokens of their own.
///
/// Atoms inside literals, comments and quoted identifiers stay part of them. A hole that touches identifier characters is one
/// identifier with them. Lexing stops at the first error, which `error` then holds: a grammar that stops earlier never sees it.
struct Lexer {
  let bytes: [UInt8]
  let count: Int
  let classes = CharacterClass.table
  let keywords = KeywordIndex.shared
  /// Looked for while lexing; `.none` where the text's atoms are all there are.
  let style: PlaceholderStyle

  /// Whether wrong escapes, junk after numbers and the like pass: for readers that only need to know where tokens end.
  let isLenient: Bool

  var position = 0
  private(set) var tokens: [Token] = []
  var error: SyntaxError?

  let atoms: [Atom]
  var atomIndex = 0
  /// Where the next atom starts; `Int.max` after the last.
  var nextAtom = Int.max
  /// The atoms found by `style`.
  var located: [Atom] = []
  var parameterNumbers: [String: Int] = [:]
  var parameterCount = 0

  init(_ text: SQLText, locating style: PlaceholderStyle = .none, isLenient: Bool = false) {
    bytes = text.bytes
    count = text.bytes.count
    self.style = style
    self.isLenient = isLenient
    atoms = Self.usableAtoms(of: text)
    nextAtom = atoms.first?.range.start ?? Int.max
    tokens.reserveCapacity(count / 4 + 2)
  }

  /// The tokens of a text with an `end` token after the last, and what stopped the lexer early.
  static func tokens(of text: SQLText) -> (tokens: [Token], error: SyntaxError?) {
    var lexer = Lexer(text)
    lexer.run()
    return (lexer.tokens, lexer.error)
  }

  /// Atoms that can be trusted: in order, without overlap, inside the text, not empty.
  private static func usableAtoms(of text: SQLText) -> [Atom] {
    var end = 0
    var isOrdered = true
    for atom in text.atoms {
      if atom.range.start < end || atom.range.isEmpty || atom.range.end > text.bytes.count { isOrdered = false }
      end = max(end, atom.range.end)
    }
    if isOrdered { return text.atoms }
    var result: [Atom] = []
    for atom in text.atoms.sorted(by: { $0.range < $1.range })
    where atom.range.start >= (result.last?.range.end ?? 0) && !atom.range.isEmpty && atom.range.end <= text.bytes.count {
      result.append(atom)
    }
    return result
  }

  mutating func run() {
    while error == nil, lexOneToken() {}
    let end = error?.range.start ?? count
    tokens.append(Token(kind: .end, range: ByteRange(end, end)))
  }

  /// Takes the last token away again: for a reader that needs one at a time.
  mutating func takeLastToken() -> Token? { tokens.popLast() }

  // MARK: Helpers for all parts of the lexer

  /// The byte at an offset, 0 beyond the end.
  @inline(__always) func byte(_ offset: Int) -> UInt8 { offset < count ? bytes[offset] : 0 }

  @inline(__always) func has(_ flag: UInt8, at offset: Int) -> Bool {
    offset < count && classes[Int(bytes[offset])] & flag != 0
  }

  @inline(__always) mutating func emit(_ kind: Token.Kind, from start: Int, symbol: Symbol = .other, keyword: Keyword? = nil) {
    tokens.append(Token(kind: kind, range: ByteRange(start, position), symbol: symbol, keyword: keyword))
  }

  /// Binds NULLS or NOT to the keyword just emitted, where they belong together (`base_yylex`).
  @inline(__always) mutating func bindWord(before keyword: Keyword) {
    let word: Keyword
    switch keyword {
    case .first, .last: word = .nulls
    case .time, .ordinality: word = .with
    case .between, .in, .like, .ilike, .similar: word = .not
    default: return
    }
    let index = tokens.count - 2
    if index >= 0, tokens[index].keyword == word { tokens[index].symbol = .bound }
  }

  mutating func fail(_ message: String, from start: Int, to end: Int, sqlstate: String = "42601", near: Bool = true) {
    let text = near ? " at or near \"\(String(decoding: bytes[start..<min(end, count)], as: UTF8.self))\"" : ""
    error = SyntaxError(message: message + text, range: ByteRange(start, min(end, count)), sqlstate: sqlstate)
    position = count
  }

  /// An error in what a token holds, not in where it ends; false, and no error, for a lenient reader.
  @discardableResult
  mutating func failContents(_ message: String, from start: Int, to end: Int, sqlstate: String = "42601", near: Bool = true) -> Bool {
    if !isLenient { fail(message, from: start, to: end, sqlstate: sqlstate, near: near) }
    return !isLenient
  }

  /// Moves past the atom at `nextAtom`; returns it.
  @discardableResult
  mutating func takeAtom() -> Atom {
    let atom = atoms[atomIndex]
    position = atom.range.end
    atomIndex += 1
    nextAtom = atomIndex < atoms.count ? atoms[atomIndex].range.start : Int.max
    return atom
  }

  /// The atom at `nextAtom`, to be asked only where there is one.
  var upcomingAtom: Atom { atoms[atomIndex] }

  /// The atoms from the upcoming one on.
  var upcomingAtoms: ArraySlice<Atom> { atoms[min(atomIndex, atoms.count)...] }

  // MARK: One token

  /// Lexes white space, comments and one token; false at the end.
  mutating func lexOneToken() -> Bool {
    skipTrivia()
    guard error == nil, position < count else { return false }
    if position == nextAtom {
      lexAtom()
      return true
    }
    if style != .none, let marker = marker(at: position) {
      take(marker)
      return true
    }
    let first = bytes[position]
    let flags = classes[Int(first)]
    if flags & CharacterClass.identifierStart != 0 {
      lexWordOrPrefixedLiteral(first)
    } else if flags & CharacterClass.digit != 0 {
      lexNumber()
    } else if flags & CharacterClass.operatorPart != 0 {
      lexOperator()
    } else {
      lexOther(first)
    }
    return true
  }

  /// White space, `--` comments, nested `/* */` comments.
  mutating func skipTrivia() {
    while position < count, position != nextAtom {
      let first = bytes[position]
      if classes[Int(first)] & CharacterClass.space != 0 {
        position += 1
      } else if first == UInt8(ascii: "-"), byte(position + 1) == UInt8(ascii: "-"), position + 1 != nextAtom {
        skipLine()
      } else if first == UInt8(ascii: "/"), byte(position + 1) == UInt8(ascii: "*"), position + 1 != nextAtom {
        skipBlockComment()
      } else {
        return
      }
    }
  }

  mutating func skipLine() {
    while position < count {
      if position == nextAtom {
        takeAtom()
      } else if bytes[position] == 0x0A || bytes[position] == 0x0D {
        return
      } else {
        position += 1
      }
    }
  }

  private mutating func skipBlockComment() {
    let start = position
    var depth = 0
    while position < count {
      if position == nextAtom {
        takeAtom()
      } else if bytes[position] == UInt8(ascii: "/"), byte(position + 1) == UInt8(ascii: "*") {
        depth += 1
        position += 2
      } else if bytes[position] == UInt8(ascii: "*"), byte(position + 1) == UInt8(ascii: "/") {
        depth -= 1
        position += 2
        if depth == 0 { return }
      } else {
        position += 1
      }
    }
    fail("unterminated /* comment", from: start, to: count)
  }

  /// `$`, quotes and the self-delimiting characters.
  private mutating func lexOther(_ first: UInt8) {
    let start = position
    switch first {
    case UInt8(ascii: "'"): lexString(from: start, quote: start, escapes: .none, kind: .string)
    case UInt8(ascii: "\""): lexQuotedIdentifier(from: start, quote: start)
    case UInt8(ascii: "$"): lexDollar()
    case UInt8(ascii: ":"): lexColon()
    case UInt8(ascii: "."): lexDot()
    default:
      position += 1
      emit(.punctuation, from: start, symbol: Self.symbol(first))
    }
  }

  private static func symbol(_ byte: UInt8) -> Symbol {
    switch byte {
    case UInt8(ascii: "("): .leftParenthesis
    case UInt8(ascii: ")"): .rightParenthesis
    case UInt8(ascii: "["): .leftBracket
    case UInt8(ascii: "]"): .rightBracket
    case UInt8(ascii: ","): .comma
    case UInt8(ascii: ";"): .semicolon
    default: .invalid
    }
  }

  private mutating func lexColon() {
    let start = position
    let next = start + 1 == nextAtom ? 0 : byte(start + 1)
    if next == UInt8(ascii: ":") {
      position += 2
      emit(.punctuation, from: start, symbol: .typecast)
    } else if next == UInt8(ascii: "=") {
      position += 2
      emit(.punctuation, from: start, symbol: .colonEquals)
    } else {
      position += 1
      emit(.punctuation, from: start, symbol: .colon)
    }
  }

  private mutating func lexDot() {
    let start = position
    if has(CharacterClass.digit, at: start + 1), start + 1 != nextAtom {
      lexNumber()
    } else if byte(start + 1) == UInt8(ascii: "."), start + 1 != nextAtom {
      position += 2
      emit(.punctuation, from: start, symbol: .dotDot)
    } else {
      position += 1
      emit(.punctuation, from: start, symbol: .dot)
    }
  }
}

import SourceText

/// A lexical unit of SQL text; what lies between two tokens is trivia (white space and comments).
public struct Token: Hashable, Sendable {
  public enum Kind: UInt8, Hashable, Sendable {
    /// An unquoted word that is no keyword.
    case identifier
    /// `"…"` or `U&"…"`.
    case quotedIdentifier
    /// A word in PostgreSQL's keyword list, of any class.
    case keyword
    case integer, numeric
    /// Any string literal, continuations included; `bitString` for B'' and X''.
    case string, bitString
    /// `$1` that no atom covers.
    case parameter
    /// One operator by PostgreSQL's rule for multi-character operators ("Lexical Structure", Operators).
    case `operator`
    /// One of `( ) [ ] , ; : . ::  := .. =>`, one token each.
    case punctuation
    /// A placeholder or hole of the `SQLText`.
    case atom
    case end
  }

  public var kind: Kind
  /// Which operator or punctuation mark it is, where the grammar tells them apart.
  public var symbol: Symbol
  /// For a `keyword`, which one.
  public var keyword: Keyword?
  public var range: ByteRange

  package init(kind: Kind, range: ByteRange, symbol: Symbol = .other, keyword: Keyword? = nil) {
    (self.kind, self.range, self.symbol, self.keyword) = (kind, range, symbol, keyword)
  }
}

/// The operators and punctuation marks that the grammar names.
public enum Symbol: UInt8, Hashable, Sendable {
  /// Any other operator, or no symbol at all.
  case other
  case leftParenthesis, rightParenthesis, leftBracket, rightBracket, comma, semicolon, colon, dot
  case typecast, colonEquals, dotDot, equalsGreater
  case plus, minus, asterisk, slash, percent, caret
  case less, greater, equal, lessEqual, greaterEqual, notEqual
  /// A byte that starts no token.
  case invalid
  /// For atoms: a host expression, a placeholder.
  case hole, placeholder
  /// For NULLS before FIRST or LAST, NOT before BETWEEN, IN, LIKE, ILIKE or SIMILAR, WITH before TIME or ORDINALITY: words that mean only this
  /// there, gram.y's `NULLS_LA`, `NOT_LA`, `WITH_LA`.
  case bound
}

/// Why text is no statement, in PostgreSQL's words.
package struct SyntaxError: Error, Hashable, Sendable {
  /// As PostgreSQL says it: `syntax error at or near "x"`.
  package var message: String
  /// The offending bytes of the SQL text; empty at the end of input.
  package var range: ByteRange
  /// `42601` for syntax errors, `54001` for text nested too deeply.
  package var sqlstate: String

  package init(message: String, range: ByteRange, sqlstate: String = "42601") {
    (self.message, self.range, self.sqlstate) = (message, range, sqlstate)
  }
}

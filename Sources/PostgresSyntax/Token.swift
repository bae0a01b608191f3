import SourceText

/// A lexical unit of SQL text; what lies between two tokens is trivia (white space and comments).
package struct Token: Hashable, Sendable {
  package enum Kind: UInt8, Hashable, Sendable {
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

  package var kind: Kind
  package var range: ByteRange

  package init(kind: Kind, range: ByteRange) { (self.kind, self.range) = (kind, range) }
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

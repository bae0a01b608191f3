import SourceText

/// One string literal token of a host file that holds part of a statement.
package struct EmbeddedLiteral: Hashable, Sendable {
  /// With delimiters and prefix, in bytes of the host file.
  package var range: ByteRange
  /// Between the delimiters.
  package var body: ByteRange
  /// How it decodes and what it cannot hold.
  package var form: LiteralForm

  package init(range: ByteRange, body: ByteRange, form: LiteralForm) {
    (self.range, self.body, self.form) = (range, body, form)
  }
}

/// The form of a string literal in a host language: how its body decodes and how new text is written into it.
package struct LiteralForm: Hashable, Sendable {
  /// The language's name for it: `interpreted`, `raw`, `template`, `text block`…
  package var name: String
  package var escapes: EscapeRules
  /// Byte sequences that its body cannot hold in any spelling: a Go raw string cannot hold a backtick.
  package var cannotHold: [String]
  /// Byte sequences that must be escaped inside the body, beside those that `escapes` always escapes: the delimiter, `${`, `{`.
  /// `{`, `}` of f-strings and `str.format`, and `%` of format strings, are escaped by doubling.
  package var mustEscape: [String]
  /// Whether a line end may stand in the body as itself.
  package var isMultiline: Bool

  package init(name: String, escapes: EscapeRules, cannotHold: [String] = [], mustEscape: [String] = [], isMultiline: Bool = false) {
    (self.name, self.escapes, self.cannotHold) = (name, escapes, cannotHold)
    (self.mustEscape, self.isMultiline) = (mustEscape, isMultiline)
  }
}

/// Which escape sequences a literal form knows.
package enum EscapeRules: String, Hashable, Sendable {
  /// The body is the text.
  case none
  case python, go, java, javaTextBlock, javascript
}

/// How run-time SQL bytes come from host bytes: segments in order of the SQL text, without gaps.
package struct SourceMap: Hashable, Sendable {
  package struct Segment: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
      /// The same bytes in both; any sub-range maps one to one.
      case verbatim
      /// One escape sequence (`\n`, `%%`): maps only as a whole.
      case escape
      /// A hole: `⟦…⟧` in the SQL, the interpolation or the joined expression in the host.
      case hole
    }

    package var sql: ByteRange
    package var host: ByteRange
    /// Index in `EmbeddedStatement.literals`; -1 for a hole between two literals.
    package var literal: Int
    package var kind: Kind

    package init(sql: ByteRange, host: ByteRange, literal: Int, kind: Kind) {
      (self.sql, self.host, self.literal, self.kind) = (sql, host, literal, kind)
    }
  }

  package var segments: [Segment]
  package init(segments: [Segment] = []) { self.segments = segments }
}

/// One argument of a host call, as written.
package struct HostArgument: Hashable, Sendable {
  /// In bytes of the host file, without surrounding white space and commas.
  package var range: ByteRange
  /// Keyword or named argument's name.
  package var name: String?
  /// `*args`, `args...`, `...args`: an unknown count of values.
  package var isSpread: Bool

  package init(range: ByteRange, name: String? = nil, isSpread: Bool = false) {
    (self.range, self.name, self.isSpread) = (range, name, isSpread)
  }
}

/// The host call that a statement is an argument of.
package struct CallSite: Hashable, Sendable {
  /// The last component of the callee: `QueryContext`, `execute`, `query`.
  package var callee: String
  /// Of the whole call up to the closing parenthesis, in bytes of the host file.
  package var range: ByteRange
  /// Every argument, the statement's own included.
  package var arguments: [HostArgument]
  /// Which of `arguments` the statement is.
  package var statementArgument: Int
  /// The values bound to the placeholders in order of parameter number, when each is written out in the call:
  /// Go's trailing arguments, the elements of node-postgres's array. Nil when they are not found.
  package var parameters: [HostArgument]?
  /// What separates two parameters: `, `.
  package var separator: String
  /// The constant that carries the statement to the call, where other files of the same folder can name it too.
  package var sharedName: String?

  package init(
    callee: String, range: ByteRange, arguments: [HostArgument], statementArgument: Int, parameters: [HostArgument]?,
    separator: String = ", "
  ) {
    (self.callee, self.range, self.arguments) = (callee, range, arguments)
    (self.statementArgument, self.parameters, self.separator) = (statementArgument, parameters, separator)
  }
}

/// A database driver of a host language and what becomes of it.
package struct Driver: Hashable, Sendable {
  /// Stable id: `pgx`, `psycopg`, `jdbc`, `spring-named`, `node-postgres`, `sql-file`.
  package var id: String
  /// How its statements write placeholders.
  package var placeholders: PlaceholderStyle
  /// How the MySQL driver that replaces it writes them.
  package var targetPlaceholders: PlaceholderStyle
  /// The MySQL driver's name, for people.
  package var targetName: String
  /// What to do about RETURNING in this driver: one sentence for the finding's help.
  package var returningHelp: String
  /// Whether a result column of another name would be missed without an error: `row.count` of a JavaScript row is just undefined.
  package var readsColumnsByName: Bool

  package init(
    id: String, placeholders: PlaceholderStyle, targetPlaceholders: PlaceholderStyle, targetName: String, returningHelp: String,
    readsColumnsByName: Bool = false
  ) {
    (self.id, self.placeholders, self.targetPlaceholders) = (id, placeholders, targetPlaceholders)
    (self.targetName, self.returningHelp, self.readsColumnsByName) = (targetName, returningHelp, readsColumnsByName)
  }
}

/// SQL found in a host file.
package struct EmbeddedStatement: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable { case statement, fragment }
  package enum Confidence: String, Hashable, Sendable { case certain, likely }

  /// The host language's id: `go`, `python`, `java`, `typescript`, `javascript`, `sql`.
  package var language: String
  /// The run-time text as the server gets it, driver escapes decoded, with its atoms.
  package var text: SQLText
  package var map: SourceMap
  /// In order of the text; at least one.
  package var literals: [EmbeddedLiteral]
  /// From the first literal's start to the last one's end, delimiters included, in bytes of the host file.
  package var range: ByteRange
  package var kind: Kind
  package var confidence: Confidence
  package var driver: Driver
  package var callSite: CallSite?

  package init(
    language: String, text: SQLText, map: SourceMap, literals: [EmbeddedLiteral], range: ByteRange, kind: Kind,
    confidence: Confidence, driver: Driver, callSite: CallSite? = nil
  ) {
    (self.language, self.text, self.map, self.literals, self.range) = (language, text, map, literals, range)
    (self.kind, self.confidence, self.driver, self.callSite) = (kind, confidence, driver, callSite)
  }
}

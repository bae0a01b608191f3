/// A host language as a value: everything that tells it from another one is a field, so that shared code never asks which it is.
///
/// To add a language, write such a value in `Languages/` and name it in `HostLanguage.all`.
package struct HostLanguage: Sendable {
  /// The stable id: `go`, `python`…
  package var id: String
  /// File name endings without the dot, in lower case.
  package var extensions: [String]
  /// Comments and literals in the order in which they are tried at one place.
  package var tokens: [TokenRule]
  /// Whether two literals in a row are one, as in Python.
  package var joinsAdjacent: Bool
  /// Whether a line end outside brackets ends an expression.
  package var lineEndsExpression: Bool
  /// Whether blocks are told by indentation instead of braces.
  package var blocksByIndentation: Bool
  /// Calls that fill a format string: `fmt.Sprintf`.
  package var formatters: [Formatter]
  /// Methods of a literal that fill it as a format string: `.format`.
  package var formatMethods: [Formatter]
  /// Whether `text % values` fills a format string.
  package var hasPercentOperator: Bool
  /// Methods of a literal that change white space at its ends or at its lines' starts only: `.strip`.
  package var trimMethods: Set<String>
  /// Calls that hand their text on as it is, or with other white space: `text`, `textwrap.dedent`.
  package var wrappers: Set<String>
  /// Calls that add their text to a statement under construction: `WriteString`, `append`.
  package var builders: Set<String>
  /// Calls whose text is for people or otherwise surely no statement: `Printf`, `Error`.
  package var nonSinks: Set<String>
  package var sinks: [Sink]
  /// What stands before (or, `...` in Go, after) an argument that is a list of arguments.
  package var spreadMarks: [String]
  /// Where values for the placeholders stand in the call of a sink.
  package var parameterShape: ParameterShape
  /// How a constant is declared: the words of which one stands before its name, with the rules of their visibility.
  package var constants: ConstantRules
  /// In order of preference; those without imports are taken when no import tells.
  package var drivers: [DriverRule]
  /// What becomes of a value that is bound to an array parameter; nil where the language has no calls.
  package var jsonEncoding: JSONEncoding?

  package init(
    id: String, extensions: [String], tokens: [TokenRule], joinsAdjacent: Bool = false, lineEndsExpression: Bool = false,
    blocksByIndentation: Bool = false, formatters: [Formatter] = [], formatMethods: [Formatter] = [],
    hasPercentOperator: Bool = false, trimMethods: Set<String> = [], wrappers: Set<String> = [], builders: Set<String> = [],
    nonSinks: Set<String> = [], sinks: [Sink], spreadMarks: [String] = [], parameterShape: ParameterShape,
    constants: ConstantRules, drivers: [DriverRule], jsonEncoding: JSONEncoding? = nil
  ) {
    (self.id, self.extensions, self.tokens, self.joinsAdjacent) = (id, extensions, tokens, joinsAdjacent)
    (self.lineEndsExpression, self.blocksByIndentation) = (lineEndsExpression, blocksByIndentation)
    (self.formatters, self.formatMethods, self.hasPercentOperator) = (formatters, formatMethods, hasPercentOperator)
    (self.trimMethods, self.wrappers, self.builders, self.nonSinks) = (trimMethods, wrappers, builders, nonSinks)
    (self.sinks, self.spreadMarks, self.parameterShape) = (sinks, spreadMarks, parameterShape)
    (self.constants, self.drivers, self.jsonEncoding) = (constants, drivers, jsonEncoding)
  }
}

/// One kind of comment or literal.
package struct TokenRule: Hashable, Sendable {
  package enum Role: Hashable, Sendable {
    case comment
    /// No text of the program, or one that is never SQL: a character constant, an unterminated literal.
    case opaque
    /// A literal that one pattern covers; its one capturing group is the body.
    case literal(LiteralForm)
    /// A literal with holes; the pattern covers its opening delimiter.
    case interpolated(Interpolation)
    /// A `/` that begins a regular expression literal if an expression may begin there.
    case slash(regex: String)
  }

  package var role: Role
  /// PCRE2 over bytes; possessive or bounded.
  package var pattern: String
  /// Whether up to three letters directly before the match belong to the literal: Python's `rb"…"`.
  package var takesPrefix: Bool

  package init(_ role: Role, _ pattern: String, takesPrefix: Bool = false) {
    (self.role, self.pattern, self.takesPrefix) = (role, pattern, takesPrefix)
  }
}

/// A literal whose body holds expressions of the language, to any depth.
package struct Interpolation: Hashable, Sendable {
  package var form: LiteralForm
  /// Matches body text up to the next hole or the end of the literal.
  package var chunk: String
  package var closing: String
  /// What begins a hole; `}` ends it.
  package var opening: String
  /// Whether a `:` in a hole outside brackets begins a format specification, in which braces are holes again.
  package var hasFormatSpecification: Bool

  package init(form: LiteralForm, chunk: String, closing: String, opening: String, hasFormatSpecification: Bool = false) {
    (self.form, self.chunk, self.closing, self.opening) = (form, chunk, closing, opening)
    self.hasFormatSpecification = hasFormatSpecification
  }
}

/// A callee that takes SQL.
package struct Sink: Hashable, Sendable {
  /// The last component of the callee; with `@` in front an annotation.
  package var callee: String
  /// The numbers, from 0, of the arguments that may be the SQL.
  package var arguments: [Int]
  /// Text of which one must stand in the file for the name to mean this; empty for any file.
  package var imports: [String]
  /// Text that must stand in the call: `nativeQuery`.
  package var requires: String?
  /// Whether the values come in another call, or in many rows: `Prepare`, `executemany`.
  package var bindsElsewhere: Bool

  package init(_ callee: String, _ arguments: Int..., imports: [String] = [], requires: String? = nil, bindsElsewhere: Bool = false) {
    (self.callee, self.arguments, self.imports) = (callee, arguments, imports)
    (self.requires, self.bindsElsewhere) = (requires, bindsElsewhere)
  }
}

/// A call or method that fills the holes of a format string.
package struct Formatter: Hashable, Sendable {
  package enum Style: Hashable, Sendable {
    /// `%s`, `%[1]d`; Go's `fmt`.
    case go
    /// `%s`, `%1$s`, `%n`; `java.util.Formatter`.
    case java
    /// `%s`, `%(name)s`; Python's operator.
    case python
    /// `{}`, `{0}`, `{name!r:>3}`; Python's `str.format`.
    case braces
  }

  /// `fmt.Sprintf`, or a method's name.
  package var callee: String
  package var style: Style

  package init(_ callee: String, _ style: Style) { (self.callee, self.style) = (callee, style) }
}

/// Where a call holds the values of its statement's placeholders.
package enum ParameterShape: Hashable, Sendable {
  /// Every argument after the SQL.
  case trailing
  /// The elements of the array or tuple that is the argument after the SQL, or that one of these names is given to.
  case list(names: [String])
  /// The elements of the array that is the argument after the SQL, or that the named property of the same object holds.
  case listOrProperty(String)
  /// Somewhere else.
  case elsewhere
}

/// How the language declares names that stand for one text in the whole file.
package struct ConstantRules: Sendable {
  /// Words of which one must stand in the declaration before the name; empty where an assignment declares.
  package var words: Set<String>
  /// Words in a declaration by which other files can see the name.
  package var exportingWords: Set<String>
  /// Whether a name declared at file level can be seen by other files, told by the name alone.
  package var isShared: @Sendable (String) -> Bool
  /// Whether the files of one folder see each other's names.
  package var isFolderShared: Bool

  package init(
    words: Set<String>, exportingWords: Set<String> = [], isFolderShared: Bool = false, isShared: @escaping @Sendable (String) -> Bool
  ) {
    (self.words, self.exportingWords, self.isFolderShared, self.isShared) = (words, exportingWords, isFolderShared, isShared)
  }
}

/// A driver and how a file shows that it uses it.
package struct DriverRule: Hashable, Sendable {
  package var driver: Driver
  /// Text of which one stands in a file that uses the driver.
  package var imports: [String]
  /// Where its calls hold values, when not where the language's others do.
  package var parameterShape: ParameterShape?

  package init(_ driver: Driver, imports: [String] = [], parameterShape: ParameterShape? = nil) {
    (self.driver, self.imports, self.parameterShape) = (driver, imports, parameterShape)
  }
}

extension HostLanguage {
  /// Every language that is scanned by tokens.
  package static let all: [HostLanguage] = [.go, .java, .javascript, .python, .typescript]

  /// The id of SQL files, which are split instead.
  package static let sqlFileID = "sql"

  /// The language of a file by its name's ending; nil where none is known.
  package static func of(path: String) -> HostLanguage? {
    guard let ending = fileExtension(of: path) else { return nil }
    return byExtension[ending].map { all[$0] }
  }

  /// Whether files of this name are scanned at all.
  package static func isKnown(path: some Collection<UInt8>) -> Bool {
    guard let ending = fileExtension(of: path) else { return false }
    return byExtension[ending] != nil || sqlFileExtensions.contains(ending)
  }

  /// Whether files of this name hold SQL itself.
  package static func isSQLFile(path: String) -> Bool {
    fileExtension(of: path).map(sqlFileExtensions.contains) ?? false
  }

  private static let byExtension: [String: Int] = Dictionary(
    all.enumerated().flatMap { number, language in language.extensions.map { ($0, number) } }, uniquingKeysWith: { first, _ in first })

  private static func fileExtension(of path: String) -> String? { fileExtension(of: path.utf8) }

  private static func fileExtension(of path: some Collection<UInt8>) -> String? {
    var ending: [UInt8] = []
    for byte in path {
      if byte == UInt8(ascii: "/") { ending.removeAll(keepingCapacity: true); continue }
      ending.append(byte)
    }
    guard let dot = ending.lastIndex(of: UInt8(ascii: ".")), dot > 0 else { return nil }
    return String(decoding: ending[(dot + 1)...], as: UTF8.self).lowercased()
  }
}

extension HostLanguage {
  /// Python. Language reference: "String and Bytes literals", "f-strings" (with the quotes that 3.12 allows inside holes).
  package static let python = HostLanguage(
    id: "python", extensions: ["py", "pyi", "pyw"],
    tokens: [TokenRule(.comment, #"#[^\n]*+"#)] + PythonQuote.all.flatMap(\.rules),
    joinsAdjacent: true, lineEndsExpression: true, blocksByIndentation: true,
    formatMethods: [Formatter("format", .braces)],
    hasPercentOperator: true,
    trimMethods: ["bindparams", "columns", "execution_options", "lstrip", "rstrip", "strip"],
    wrappers: ["SQL", "cleandoc", "dedent", "inspect.cleandoc", "sa.text", "sql.SQL", "sqlalchemy.text", "text", "textwrap.dedent"],
    builders: ["append", "extend", "insert", "write"],
    nonSinks: [
      "Exception", "ValueError", "debug", "error", "exception", "fail", "info", "print", "warn", "warning",
    ],
    sinks: [
      Sink("RunSQL", 0, bindsElsewhere: true),
      Sink("copy", 0, imports: ["psycopg"], bindsElsewhere: true),
      Sink("copy_expert", 0, bindsElsewhere: true),
      Sink("execute", 0),
      Sink("execute_batch", 1, bindsElsewhere: true),
      Sink("execute_values", 1, bindsElsewhere: true),
      Sink("executemany", 0, bindsElsewhere: true),
      Sink("fetch", 0, imports: ["asyncpg"]),
      Sink("fetch_all", 0),
      Sink("fetch_one", 0),
      Sink("fetch_val", 0),
      Sink("fetchrow", 0),
      Sink("fetchval", 0),
      Sink("mogrify", 0),
      Sink("prepare", 0, bindsElsewhere: true),
      Sink("raw", 0),
      Sink("read_sql", 0),
      Sink("read_sql_query", 0),
      Sink("stream", 0, imports: ["psycopg"]),
    ],
    spreadMarks: ["**", "*"],
    parameterShape: .list(names: ["params", "vars", "parameters", "args"]),
    constants: ConstantRules(words: [], isShared: { !$0.hasPrefix("_") }),
    drivers: [
      DriverRule(.asyncpg, imports: ["asyncpg"], parameterShape: .trailing),
      DriverRule(.sqlAlchemy, imports: ["sqlalchemy"], parameterShape: .elsewhere),
      DriverRule(.psycopg, imports: ["psycopg", "import pg8000", "django.db"]),
      DriverRule(.pythonFallback),
      DriverRule(.asyncpg, parameterShape: .trailing),
      DriverRule(.sqlAlchemy, parameterShape: .elsewhere),
    ],
    jsonEncoding: .python)
}

/// One of Python's four kinds of quotes and the literals made with it.
private struct PythonQuote {
  let quote: String
  let isTriple: Bool

  static let all = ["\"\"\"", "'''", "\"", "'"].map { PythonQuote(quote: $0, isTriple: $0.count == 3) }

  private static let interpolating = #"(?<=\b[fFtT]|\b[fFtT][rR]|\b[rR][fFtT])"#
  private static let interpolatingRaw = #"(?<=\b[fFtT][rR]|\b[rR][fFtT])"#
  private static let raw = #"(?<=\b[rR]|\b[bB][rR]|\b[rR][bB])"#

  private var sign: String { String(quote.prefix(1)) }
  private var family: String { isTriple ? "triple-quoted" : "quoted" }

  /// A run of body text; `braces` also stops at holes.
  private func text(stoppingAtBraces braces: Bool) -> String {
    let stops = sign + #"\\"# + (isTriple ? "" : #"\n"#) + (braces ? "{}" : "")
    let escape = braces ? #"\\N\{[^}\n]*+\}|\\(?!\{)[\s\S]|\\(?=\{)|\{\{|\}"# : #"\\[\s\S]"#
    let loneQuote = isTriple ? "|\(sign)(?!\(sign)\(sign))" : ""
    return "(?:[^\(stops)]++|\(escape)\(loneQuote))*+"
  }

  private func form(_ name: String, escapes: EscapeRules, mustEscape: [String] = []) -> LiteralForm {
    LiteralForm(
      name: name, escapes: escapes, cannotHold: escapes == .none ? [quote] : [],
      mustEscape: (escapes == .none ? [] : [quote]) + mustEscape, isMultiline: isTriple)
  }

  private func interpolation(_ name: String, escapes: EscapeRules) -> TokenRule.Role {
    .interpolated(
      Interpolation(
        form: form(name, escapes: escapes, mustEscape: ["{", "}"]), chunk: text(stoppingAtBraces: true), closing: quote,
        opening: "{", hasFormatSpecification: true))
  }

  var rules: [TokenRule] {
    let whole = "\(quote)(\(text(stoppingAtBraces: false)))\(quote)"
    // Not closed: to the end of the file or of the line, before a shorter quote is tried at the same place.
    let unclosed = isTriple ? quote + #"[\s\S]*+"# : quote + text(stoppingAtBraces: false)
    return [
      TokenRule(interpolation("raw f-string", escapes: .none), Self.interpolatingRaw + quote, takesPrefix: true),
      TokenRule(interpolation("f-string", escapes: .python), Self.interpolating + quote, takesPrefix: true),
      TokenRule(.literal(form("raw " + family, escapes: .none)), Self.raw + whole, takesPrefix: true),
      TokenRule(.literal(form(family, escapes: .python)), whole, takesPrefix: true),
      TokenRule(.opaque, unclosed),
    ]
  }
}

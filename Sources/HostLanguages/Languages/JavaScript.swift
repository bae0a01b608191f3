extension HostLanguage {
  /// JavaScript. ECMAScript: "String Literals", "Template Literal Lexical Components".
  package static let javascript = ecmaScript(id: "javascript", extensions: ["js", "jsx", "mjs", "cjs"])

  /// TypeScript: the same tokens; types only stand where no literal does.
  package static let typescript = ecmaScript(id: "typescript", extensions: ["ts", "tsx", "mts", "cts"])

  private static func ecmaScript(id: String, extensions: [String]) -> HostLanguage {
    HostLanguage(
      id: id, extensions: extensions,
      tokens: [
        TokenRule(.comment, #"//[^\n]*+"#),
        TokenRule(.comment, CommonPattern.blockComment),
        TokenRule(.literal(.javascriptDouble), #""((?:[^"\\\n]++|\\[\s\S])*+)""#),
        TokenRule(.literal(.javascriptSingle), #"'((?:[^'\\\n]++|\\[\s\S])*+)'"#),
        TokenRule(
          .interpolated(
            Interpolation(form: .javascriptTemplate, chunk: #"(?:[^`\\$]++|\\[\s\S]|\$(?!\{))*+"#, closing: "`", opening: "${")),
          "`"),
        TokenRule(.slash(regex: #"/(?![*/])(?:[^/\\\[\n]++|\\[^\n]|\[(?:[^\]\\\n]++|\\[^\n])*+\])++/[A-Za-z]*+"#), "/"),
        TokenRule(.opaque, #"["'](?:[^\\\n]++|\\[\s\S])*+"#),
      ],
      formatters: [Formatter("format", .java), Formatter("pgFormat", .java), Formatter("util.format", .java)],
      trimMethods: ["trim", "trimEnd", "trimStart"],
      wrappers: ["dedent", "literal", "outdent", "sql.raw", "sql.unsafe", "text"],
      builders: ["append", "concat", "push", "unshift"],
      nonSinks: [
        "Error", "TypeError", "alert", "assert", "debug", "describe", "error", "expect", "info", "it", "log", "require", "t", "test", "toBe",
        "toEqual", "trace", "warn",
      ],
      sinks: [
        Sink("$executeRawUnsafe", 0),
        Sink("$queryRawUnsafe", 0),
        Sink("any", 0, imports: ["pg-promise"]),
        Sink("execute", 0),
        Sink("many", 0, imports: ["pg-promise"]),
        Sink("manyOrNone", 0),
        Sink("none", 0, imports: ["pg-promise"]),
        Sink("one", 0, imports: ["pg-promise"]),
        Sink("oneOrNone", 0),
        Sink("query", 0),
        Sink("raw", 0),
        Sink("result", 0, imports: ["pg-promise"]),
        Sink("unsafe", 0),
      ],
      spreadMarks: ["..."],
      parameterShape: .listOrProperty("values"),
      constants: ConstantRules(words: ["const"], exportingWords: ["export"], isShared: { _ in false }),
      drivers: [
        DriverRule(.knex, imports: ["'knex'", "\"knex\""]),
        DriverRule(.sequelize, imports: ["'sequelize'", "\"sequelize\""]),
        DriverRule(.typeORM, imports: ["'typeorm'", "\"typeorm\""]),
        DriverRule(.pgPromise, imports: ["'pg-promise'", "\"pg-promise\""]),
        DriverRule(.nodePostgres, imports: ["'pg'", "\"pg\"", "'pg-pool'", "\"pg-pool\""]),
        DriverRule(.javascriptFallback),
      ],
      jsonEncoding: .javascript)
  }
}

extension LiteralForm {
  static let javascriptDouble = LiteralForm(name: "double-quoted", escapes: .javascript, mustEscape: ["\""])
  static let javascriptSingle = LiteralForm(name: "single-quoted", escapes: .javascript, mustEscape: ["'"])
  static let javascriptTemplate = LiteralForm(
    name: "template", escapes: .javascript, mustEscape: ["`", "${"], isMultiline: true)
  /// A template under the tag `String.raw`.
  static let javascriptRawTemplate = LiteralForm(
    name: "raw template", escapes: .none, cannotHold: ["`", "${"], isMultiline: true)
}

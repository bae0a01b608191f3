extension HostLanguage {
  /// Go. Specification: "String literals"; a raw literal drops carriage returns.
  package static let go = HostLanguage(
    id: "go", extensions: ["go"],
    tokens: [
      TokenRule(.comment, #"//[^\n]*+"#),
      TokenRule(.comment, CommonPattern.blockComment),
      TokenRule(.literal(.goInterpreted), #""((?:[^"\\\n]++|\\[^\n])*+)""#),
      TokenRule(.literal(.goRaw), "`([^`]*+)`"),
      TokenRule(.opaque, #"'(?:[^'\\\n]|\\[^\n]){1,10}+'"#),
      TokenRule(.opaque, #""(?:[^"\\\n]++|\\[^\n])*+|`[^`]*+"#),
    ],
    lineEndsExpression: true,
    formatters: [Formatter("fmt.Sprintf", .go)],
    trimMethods: [],
    wrappers: ["strings.TrimSpace"],
    builders: ["WriteString", "append", "Fprint", "Fprintf", "Write"],
    nonSinks: [
      "Debug", "Debugf", "Error", "Errorf", "Fatal", "Fatalf", "Fatalln", "Info", "Infof", "Log", "Logf", "New", "Panic", "Panicf", "Print",
      "Printf", "Println", "Run", "Skip", "Skipf", "Warn", "Warnf", "Wrap", "Wrapf", "panic",
    ],
    sinks: [
      Sink("Exec", 0, 1),
      Sink("ExecContext", 1),
      Sink("Get", 1, imports: ["jmoiron/sqlx"]),
      Sink("GetContext", 2, imports: ["jmoiron/sqlx"]),
      Sink("MustExec", 0),
      Sink("MustExecContext", 1),
      Sink("NamedExec", 0, bindsElsewhere: true),
      Sink("NamedExecContext", 1, bindsElsewhere: true),
      Sink("NamedQuery", 0, bindsElsewhere: true),
      Sink("NamedQueryContext", 1, bindsElsewhere: true),
      Sink("Prepare", 0, 1, 2, bindsElsewhere: true),
      Sink("PrepareContext", 1, bindsElsewhere: true),
      Sink("PrepareNamed", 0, bindsElsewhere: true),
      Sink("Preparex", 0, bindsElsewhere: true),
      Sink("Query", 0, 1),
      Sink("QueryContext", 1),
      Sink("QueryFunc", 1, bindsElsewhere: true),
      Sink("QueryRow", 0, 1),
      Sink("QueryRowContext", 1),
      Sink("QueryRowx", 0),
      Sink("QueryRowxContext", 1),
      Sink("Queryx", 0),
      Sink("QueryxContext", 1),
      Sink("Queue", 0),
      Sink("Raw", 0),
      Sink("Select", 1, imports: ["jmoiron/sqlx"]),
      Sink("SelectContext", 2, imports: ["jmoiron/sqlx"]),
    ],
    spreadMarks: ["..."],
    parameterShape: .trailing,
    constants: ConstantRules(words: ["const"], isFolderShared: true, isShared: { $0.first?.isUppercase ?? true }),
    drivers: [
      DriverRule(.gorm, imports: ["gorm.io/gorm"]),
      DriverRule(.sqlxNamed, imports: ["jmoiron/sqlx"]),
      DriverRule(.pgx, imports: ["github.com/jackc/pgx"]),
      DriverRule(.databaseSQL, imports: ["\"database/sql\"", "github.com/lib/pq"]),
      DriverRule(.goFallback),
    ],
    jsonEncoding: .go)
}

extension LiteralForm {
  static let goInterpreted = LiteralForm(name: "interpreted", escapes: .go, mustEscape: ["\""])
  static let goRaw = LiteralForm(name: "raw", escapes: .none, cannotHold: ["`", "\r"], isMultiline: true)
}

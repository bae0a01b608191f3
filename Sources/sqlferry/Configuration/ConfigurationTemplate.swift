import MySQLTarget
import Pipeline
import SourceText

/// The configuration file that `init` writes: what it found, every setting explained, nothing set that need not be.
struct ConfigurationTemplate {
  private let survey: TreeSurvey
  private let catalog: CatalogSource

  /// - Parameter catalog: Set in the file; `.none` leaves every source as a comment.
  init(_ survey: TreeSurvey, catalog: CatalogSource = .none) { (self.survey, self.catalog) = (survey, catalog) }

  /// What was found, for people.
  static func summary(_ survey: TreeSurvey) -> String {
    guard !survey.groups.isEmpty else { return "no SQL found in \(count(survey.files, "file"))\n" }
    return lines(survey).joined(separator: "\n") + "\n"
  }

  private static func lines(_ survey: TreeSurvey) -> [String] {
    ["\(count(survey.files, "file")), \(count(survey.statements, "statement")):"]
      + survey.groups.map { group in
        "  \(group.language): \(count(group.statements, "statement"))"
          + (group.fragments == 0 ? "" : " and \(count(group.fragments, "fragment"))")
          + " in \(count(group.files, "file")), driver \(group.driver), placeholders \(group.placeholders.rawValue)"
      }
  }

  private static func count(_ number: Int, _ word: String) -> String { "\(number) \(word)\(number == 1 ? "" : "s")" }

  var text: String {
    """
    # Settings of sqlferry. Options on the command line go before them.
    #
    # What `sqlferry init` found:
    \((survey.groups.isEmpty ? ["no SQL"] : Self.lines(survey)).map { "#   " + $0 }.joined(separator: "\n"))

    # Where the facts about the PostgreSQL schema come from: one of three.
    #
    # The database that the code runs on. Statements are prepared there, never executed.
    # ${NAME} is an environment variable. Keep passwords out of this file: use one, or ~/.pgpass, or a service file.
    \(databaseLine)
    # Its DDL: files and folders, in order (a schema dump, migrations); no server is needed. With `ephemeral: true` it is loaded into a private
    # PostgreSQL, started from installed binaries and removed afterwards, which then checks the statements.
    \(schemaLines)
    # What DDL does not say of the database: SHOW lc_collate, SHOW timezone.
    \(localeLines)
    # A snapshot of its catalog that `sqlferry catalog` wrote.
    \(catalogLine)

    # The MySQL that the code will run on:
    # mysql-8.0, mysql-8.4, mysql-9.0 to mysql-9.7, rds-mysql-8.4, aurora-mysql-3.04…
    target: mysql-8.4

    # What the sessions' sql_mode has beside MySQL's default modes: \(SQLModes.acceptedNames).
    # sql-mode: [ANSI_QUOTES]

    # A MySQL database on which every rewrite is prepared, with the converted schema loaded (`sqlferry schema`).
    # target-database: ${MYSQL_URL}

    # The MySQL database that holds the stored functions which some rewrites call (`sqlferry schema --extension-pack`).
    # extension-database: pg_ext

    # Paths that are left out, written as in .gitignore. Ignored files are left out anyway.
    # exclude:
    #   - vendor/
    #   - "*_test.go"

    # Where a driver or its placeholders are not recognised, say so; the first rule that fits a file counts.
    #   language:     \(DriverSetting.languages.joined(separator: ", "))
    #   driver:       \(DriverSetting.driverNames.joined(separator: ", "))
    #   placeholders: \(PlaceholderStyle.allCases.map(\.rawValue).joined(separator: ", "))
    # drivers:
    #   - path: legacy/**
    #     language: python
    #     placeholders: percent

    # Lower statements to review whose run-time errors (overflow, division by zero) MySQL would not raise.
    # strict-errors: true

    """
  }

  // MARK: The source of the catalog

  private var databaseLine: String {
    guard case .server(let target) = catalog, !Self.mayHoldPassword(target) else { return "# database: ${DATABASE_URL}" }
    return "database: \(Self.quoted(target))"
  }

  private var schemaLines: String {
    switch catalog {
    case .definitions(let definitions): return Self.list(definitions.paths)
    case .ephemeral(let definitions): return Self.list(definitions.paths) + "\nephemeral: true"
    case .none, .server, .snapshot:
      let found = survey.definitions.isEmpty ? ["db/migrations"] : survey.definitions
      let others = found.dropFirst().map { "\n# or, found too: \($0)" }.joined()
      return "# " + Self.list([found[0]]) + others + "\n# ephemeral: true"
    }
  }

  private var localeLines: String {
    let definitions: Definitions? =
      switch catalog {
      case .definitions(let definitions), .ephemeral(let definitions): definitions
      case .none, .server, .snapshot: nil
      }
    let collation = definitions?.collation.map { "collation: \(Self.quoted($0))" } ?? "# collation: en_US.UTF-8"
    return collation + "\n" + (definitions?.timeZone.map { "time-zone: \(Self.quoted($0))" } ?? "# time-zone: UTC")
  }

  private var catalogLine: String {
    guard case .snapshot(let path) = catalog else { return "# catalog: catalog.json" }
    return "catalog: \(Self.quoted(path))"
  }

  private static func list(_ paths: [String]) -> String {
    paths.count == 1 ? "schema: \(quoted(paths[0]))" : "schema: [\(paths.map(quoted).joined(separator: ", "))]"
  }

  private static func mayHoldPassword(_ target: String) -> Bool {
    if target.lowercased().contains("password") { return true }
    guard let scheme = target.firstRange(of: "://") else { return false }
    let authority = target[scheme.upperBound...].prefix { $0 != "/" && $0 != "?" }
    return authority.lastIndex(of: "@").map { authority[..<$0].contains(":") } ?? false
  }

  /// In double quotes unless the text is plain enough for YAML without.
  private static func quoted(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { byte in
      byte >= 0x80 || "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._-".utf8.contains(byte)
    }
    if isPlain, let first = text.utf8.first, first != UInt8(ascii: "-") { return text }
    return "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}

import Pipeline
import SourceText

/// The configuration file that `init` writes: what it found, every setting explained, nothing set that need not be.
struct ConfigurationTemplate {
  private let survey: TreeSurvey

  init(_ survey: TreeSurvey) { self.survey = survey }

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

    # The PostgreSQL database that the code runs on. Statements are prepared there, never executed.
    # ${NAME} is an environment variable. Keep passwords out of this file: use one, or ~/.pgpass, or a service file.
    # database: ${DATABASE_URL}

    # The MySQL that the code will run on:
    # mysql-8.0, mysql-8.4, mysql-9.0 to mysql-9.7, rds-mysql-8.4, aurora-mysql-3.04…
    target: mysql-8.4

    # A MySQL database on which every rewrite is prepared, with the converted schema loaded (`sqlferry schema`).
    # target-database: ${MYSQL_URL}

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
}

import SourceText

/// A finding that the pipeline itself makes, beside those of the conversion's rules.
package struct PipelineFinding: Sendable {
  package var id: String
  /// For `sqlferry explain`.
  package var why: String

  package static let all: [PipelineFinding] = [
    alreadyApplied, analysisDisagrees, contextMissing, fragment, holeUnknown, notValidated, parameterTypeUnknown,
    prepareRefused, schemaNotUsable, severalStatements, syntaxNotUnderstood,
  ]

  func finding(_ severity: Severity, _ message: String, help: String = "", at range: ByteRange) -> Finding {
    Finding(rule: id, severity: severity, message: message, help: help, range: range)
  }

  static let alreadyApplied = PipelineFinding(
    id: "already-applied",
    why: """
      The statement's text stands in .sqlferry/applied: sqlferry has written it, so it is MySQL already. MySQL text may be valid \
      PostgreSQL that would be converted once more, so it is left as it is.
      """)
  static let analysisDisagrees = PipelineFinding(
    id: "analysis-disagrees",
    why: """
      sqlferry's own analysis of the statement comes to other types than the server that prepared it. A rewrite chosen by wrong types \
      could be wrong without a sign, so there is none.
      """)
  static let contextMissing = PipelineFinding(
    id: "context-missing",
    why: """
      The database that the statement is checked against lacks something that is there where the statement runs: a name that another \
      scanned statement creates (a temporary table, a migration), a prepared statement or cursor of the session, the surroundings of a text \
      that lives inside another statement, or the syntax of a later PostgreSQL. The statement may be right; that part was not checked.
      """)
  static let fragment = PipelineFinding(
    id: "fragment", why: "The text is a part of a statement (a clause, a condition). What it is put into decides what it means, so a person must judge.")
  static let holeUnknown = PipelineFinding(
    id: "hole-unknown",
    why: """
      The program puts a value into the text at run time. Where that is proven to be a schema, table or column name it changes nothing; \
      anything else could be SQL that needs a rewrite of its own, so a person must judge.
      """)
  static let notValidated = PipelineFinding(
    id: "not-validated", why: "The server's answer is missing (the connection was lost, or it took too long), so nothing is claimed about the statement.")
  static let parameterTypeUnknown = PipelineFinding(
    id: "parameter-type-unknown",
    why: """
      PostgreSQL cannot tell a parameter's type from the statement. This driver gives the type itself or writes the value into the text, \
      so the statement is not wrong; but a rewrite may depend on the type.
      """)
  static let prepareRefused = PipelineFinding(
    id: "prepare-refused", why: "The MySQL server given by --target-database refuses the rewritten statement, so the rewrite is withdrawn.")
  static let schemaNotUsable = PipelineFinding(
    id: "schema-not-usable",
    why: """
      The role that scans may not use a schema that the statement names, so the server could not check it. The catalog, which everybody \
      may read, did. The GRANT in the help mends it.
      """)
  static let severalStatements = PipelineFinding(
    id: "several-statements",
    why: """
      One text holds several statements. MySQL's drivers send one at a time unless told otherwise (multi-statement mode), and none \
      takes parameters for several.
      """)
  static let syntaxNotUnderstood = PipelineFinding(
    id: "syntax-not-understood", why: "sqlferry could not read the statement, so it cannot say what it means in MySQL.")
}

/// PostgreSQL's condition names ("PostgreSQL Error Codes") of the errors that preparing a statement brings, as rule ids.
enum PostgresCondition {
  static func id(of sqlstate: String) -> String { names[sqlstate] ?? "postgres-error" }

  /// SQLSTATEs with their ids, sorted by SQLSTATE.
  static var all: [(sqlstate: String, id: String)] { names.sorted { $0.key < $1.key }.map { ($0.key, $0.value) } }

  private static let names: [String: String] = [
    "0A000": "feature-not-supported", "22007": "invalid-datetime-format", "22008": "datetime-field-overflow",
    "22023": "invalid-parameter-value", "22P02": "invalid-text-representation", "3F000": "invalid-schema-name",
    "42501": "insufficient-privilege", "42601": "syntax-error", "42602": "invalid-name", "42611": "invalid-column-definition",
    "42622": "name-too-long", "42701": "duplicate-column", "42702": "ambiguous-column", "42703": "undefined-column",
    "42704": "undefined-object", "42710": "duplicate-object", "42712": "duplicate-alias", "42723": "duplicate-function",
    "42725": "ambiguous-function", "42803": "grouping-error", "42804": "datatype-mismatch", "42809": "wrong-object-type",
    "42830": "invalid-foreign-key", "42846": "cannot-coerce", "42883": "undefined-function", "42939": "reserved-name",
    "42P01": "undefined-table", "42P02": "undefined-parameter", "42P07": "duplicate-table", "42P08": "ambiguous-parameter",
    "42P09": "ambiguous-alias", "42P10": "invalid-column-reference", "42P18": "indeterminate-datatype", "42P19": "invalid-recursion",
    "42P20": "windowing-error", "42P21": "collation-mismatch", "42P22": "indeterminate-collation", "54001": "statement-too-complex",
    "54011": "too-many-columns", "54023": "too-many-arguments", "55000": "object-not-in-prerequisite-state",
  ]
}

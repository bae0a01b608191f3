import SourceText

/// Collects what a schema's conversion has to say, each finding once.
struct SchemaFindings {
  private(set) var all: [Diagnostic] = []

  /// What is not carried over at all.
  mutating func lost(_ rule: SchemaRule, _ message: String, help: String) { add(rule, .error, message, help) }
  /// What is carried over and behaves otherwise in some case.
  mutating func differs(_ rule: SchemaRule, _ message: String, help: String) { add(rule, .warning, message, help) }
  mutating func note(_ rule: SchemaRule, _ message: String, help: String = "") { add(rule, .info, message, help) }

  mutating func append(_ others: [Diagnostic]) { for other in others where !all.contains(other) { all.append(other) } }

  private mutating func add(_ rule: SchemaRule, _ severity: Severity, _ message: String, _ help: String) {
    append([
      Diagnostic(rule: rule.rawValue, severity: severity, message: SchemaScript.oneLine(message), help: SchemaScript.oneLine(help))
    ])
  }
}

/// The ids of schema findings, known to `sqlferry explain`.
package enum SchemaRule: String, CaseIterable, Sendable {
  case check = "schema-check"
  case collation = "schema-collation"
  case comment = "schema-comment"
  case deferrable = "schema-deferrable"
  case `default` = "schema-default"
  case exclusion = "schema-exclusion"
  case foreignKey = "schema-foreign-key"
  case function = "schema-function"
  case generated = "schema-generated"
  case identity = "schema-identity"
  case index = "schema-index"
  case inheritance = "schema-inheritance"
  case keyLength = "schema-key-length"
  case name = "schema-name"
  case partition = "schema-partition"
  case rowSecurity = "schema-row-security"
  case rule = "schema-rule"
  case sequence = "schema-sequence"
  case table = "schema-table"
  case trigger = "schema-trigger"
  case type = "schema-type"
  case unique = "schema-unique"
  case view = "schema-view"
}

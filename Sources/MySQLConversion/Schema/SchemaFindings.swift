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

import SourceText

/// The MySQL schema for a catalog: statements in the order in which to run them, and what they do not carry over.
package struct SchemaScript: Sendable {
  /// One statement of the script.
  package struct Statement: Hashable, Sendable {
    /// What it makes.
    package enum Kind: String, Hashable, Sendable { case session, database, table, foreignKey = "foreign-key", view }

    /// What it makes.
    package var kind: Kind
    /// The PostgreSQL object it stands for, as `schema.name`; empty for the session's statements.
    package var object: String
    /// Without a semicolon.
    package var sql: String
    /// Lines to put above it, without `--`.
    package var notes: [String]

    package init(kind: Kind, object: String, sql: String, notes: [String] = []) {
      (self.kind, self.object, self.sql, self.notes) = (kind, object, sql, notes)
    }
  }

  /// In the order in which they can run.
  package var statements: [Statement]
  /// In the order of the objects: errors are what is not carried over, warnings what differs, infos what to know.
  package var findings: [Diagnostic]

  package init(statements: [Statement], findings: [Diagnostic]) { (self.statements, self.findings) = (statements, findings) }

  /// The whole script, for the `mysql` client or any driver that splits statements at semicolons.
  package var text: String {
    var blocks: [String] = []
    for statement in statements {
      let notes = statement.notes.map { "-- \(Self.oneLine($0))\n" }.joined()
      blocks.append("\(notes)\(statement.sql);\n")
    }
    return blocks.joined(separator: "\n")
  }

  /// Names may hold line ends, which would end the comment.
  static func oneLine(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { $0.properties.generalCategory == .control || $0.value == 0x2028 || $0.value == 0x2029 ? " " : $0 }))
  }
}

/// A unique key of PostgreSQL's and what became of it.
package struct CarriedKey: Hashable, Sendable {
  /// PostgreSQL's index or constraint.
  package var name: String
  /// Whether it is the primary key.
  package var isPrimary: Bool
  /// Its columns in key order; nil where an expression is among them.
  package var columns: [String]?
  /// Whether a predicate limits it.
  package var isPartial: Bool
  /// MySQL's key: `PRIMARY` or a name; nil where there is none.
  package var mysqlName: String?
  /// Whether MySQL's key refuses exactly the rows that PostgreSQL's refuses, among rows that both can store.
  package var isExact: Bool
  /// Why it is not exact, one clause; empty otherwise.
  package var reason: String
}

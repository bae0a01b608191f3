import SourceText

/// The result of a run: what `--format json` prints, field by field.
///
/// Names and meaning are fixed (version 1): tools outside the project read them.
package struct ResultDocument: Sendable {
  package static let version = 1

  package var toolVersion: String
  /// `mysql-8.4`…
  package var target: String
  /// The common folder of the paths as given.
  package var root: String
  package var files: Int
  package var statements: [StatementResult]
  package var diagnostics: [Diagnostic]
  /// Whether a part of the work could not be done (lost server, unreadable file): exit status 2.
  package var isIncomplete: Bool

  package init(
    toolVersion: String, target: String, root: String, files: Int = 0, statements: [StatementResult] = [],
    diagnostics: [Diagnostic] = [], isIncomplete: Bool = false
  ) {
    (self.toolVersion, self.target, self.root, self.files) = (toolVersion, target, root, files)
    (self.statements, self.diagnostics, self.isIncomplete) = (statements, diagnostics, isIncomplete)
  }

  /// The rule of the diagnostic that says by what, and from where, statements were checked; and of the one that says by nothing.
  package static let catalogSourceRule = "catalog-source"
  package static let noCatalogRule = "no-catalog"

  /// By what, and from where, the statements were checked; nil where the document does not say.
  package var catalogSource: Diagnostic? {
    diagnostics.first { $0.rule == Self.catalogSourceRule || $0.rule == Self.noCatalogRule }
  }

  /// How many statements have a status.
  package func count(_ status: StatementStatus) -> Int { statements.count { $0.status == status } }
}

/// One statement's result.
package struct StatementResult: Sendable {
  package struct Literal: Hashable, Sendable {
    /// Another file than the statement's, or nil.
    package var file: String?
    package var range: ByteRange
    package init(file: String? = nil, range: ByteRange) { (self.file, self.range) = (file, range) }
  }

  package struct Variant: Hashable, Sendable {
    package var group: String
    package var number: Int
    package var of: Int
    package init(group: String, number: Int, of: Int) { (self.group, self.number, self.of) = (group, number, of) }
  }

  package struct Binding: Hashable, Sendable {
    package var parameter: Int
    package var was: String
    package var `as`: String
    package var edited: Bool
    package init(parameter: Int, was: String, as: String, edited: Bool) {
      (self.parameter, self.was, self.`as`, self.edited) = (parameter, was, `as`, edited)
    }
  }

  /// A result column whose host type changes.
  package struct ChangedColumn: Hashable, Sendable {
    package var column: Int
    package var was: String
    package var arrives: String
    package var host: String
    package init(column: Int, was: String, arrives: String, host: String) {
      (self.column, self.was, self.arrives, self.host) = (column, was, arrives, host)
    }
  }

  package struct Recipe: Hashable, Sendable {
    package struct Step: Hashable, Sendable {
      package var sql: String
      package var parameters: [Int]
      package var returns: Bool
      package init(sql: String, parameters: [Int], returns: Bool) {
        (self.sql, self.parameters, self.returns) = (sql, parameters, returns)
      }
    }
    package var statements: [Step]
    package var host: String
    package init(statements: [Step], host: String) { (self.statements, self.host) = (statements, host) }
  }

  /// `id`: hash of file, normalised text and ordinal among equals.
  package var id: String
  /// Hash of the normalised text alone.
  package var fingerprint: String
  /// Relative to the root, with `/`, bytes that are not UTF-8 as %XX.
  package var file: String
  package var language: String
  /// `statement` or `fragment`.
  package var kind: String
  /// `certain` or `likely`.
  package var confidence: String
  package var range: SourceRange
  package var literals: [Literal]
  package var variant: Variant?
  package var sql: SQLText
  package var rewritten: String?
  package var parameters: [Int]?
  package var replacement: String?
  package var bindings: [Binding]
  package var results: [ChangedColumn]
  package var recipe: Recipe?
  /// Nil only for `parse`, of a statement that is no syntax error.
  package var status: StatementStatus?
  package var validation: Validation
  /// `mysql-9.7.4` where the rewrite was prepared on a server.
  package var prepared: String?
  package var findings: [Finding]
  /// The fully parenthesised reprint, `parse --print` only.
  package var printed: String?
  /// The host edits behind the rewrite, per file relative to the root; not in the JSON document.
  package var edits: [FileEdit]
  /// Where each of `findings` stands in the host file, in the same order; shorter or empty where not known. Not in the JSON document.
  package var findingPlaces: [SourceRange]

  package init(
    id: String, fingerprint: String, file: String, language: String, kind: String, confidence: String, range: SourceRange,
    literals: [Literal], sql: SQLText, status: StatementStatus?, validation: Validation = Validation(), findings: [Finding] = []
  ) {
    (self.id, self.fingerprint, self.file, self.language) = (id, fingerprint, file, language)
    (self.kind, self.confidence, self.range, self.literals) = (kind, confidence, range, literals)
    (self.sql, self.status, self.validation, self.findings) = (sql, status, validation, findings)
    (bindings, results, edits, findingPlaces) = ([], [], [], [])
  }
}

/// An edit of one host file that a rewrite needs.
package struct FileEdit: Hashable, Sendable {
  /// Relative to the root.
  package var file: String
  package var edit: TextEdit
  package init(file: String, edit: TextEdit) { (self.file, self.edit) = (file, edit) }
}

/// Who checked a statement against PostgreSQL's catalog, and what came of it.
package struct Validation: Hashable, Sendable {
  package enum Judge: String, Hashable, Sendable { case server, catalog, syntax, none }

  package struct Column: Hashable, Sendable {
    package var name: String
    /// PostgreSQL's internal name: `int8`, `text[]`.
    package var type: String
    package var nullable: Bool
    package init(name: String, type: String, nullable: Bool) { (self.name, self.type, self.nullable) = (name, type, nullable) }
  }

  package var by: Judge
  /// Nil when nobody could tell.
  package var ok: Bool?
  package var sqlstate: String?
  package var error: String?
  package var parameters: [String]
  package var columns: [Column]

  package init(
    by: Judge = .none, ok: Bool? = nil, sqlstate: String? = nil, error: String? = nil, parameters: [String] = [], columns: [Column] = []
  ) {
    (self.by, self.ok, self.sqlstate, self.error) = (by, ok, sqlstate, error)
    (self.parameters, self.columns) = (parameters, columns)
  }
}

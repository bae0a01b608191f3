/// How much a finding or diagnostic matters.
package enum Severity: String, Hashable, Sendable, CaseIterable, Comparable {
  case info, warning, error

  private var rank: Int { self == .info ? 0 : self == .warning ? 1 : 2 }
  package static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }
}

/// A rule's remark on a statement.
package struct Finding: Hashable, Sendable {
  /// The stable id, in lower case with hyphens, that `sqlferry explain` knows.
  package var rule: String
  package var severity: Severity
  /// One sentence, lower case, no full stop, with the offending name in it.
  package var message: String
  /// What to do, or empty.
  package var help: String
  /// Bytes of the statement's SQL text.
  package var range: ByteRange

  package init(rule: String, severity: Severity, message: String, help: String = "", range: ByteRange) {
    (self.rule, self.severity, self.message, self.help, self.range) = (rule, severity, message, help, range)
  }
}

/// A message on what is no statement: a skipped file, a lost server, a host construct.
package struct Diagnostic: Hashable, Sendable, Error {
  /// Relative to the root, with `/`; nil where it is about no file.
  package var file: String?
  package var range: SourceRange?
  package var rule: String
  package var severity: Severity
  package var message: String
  package var help: String

  package init(
    file: String? = nil, range: SourceRange? = nil, rule: String, severity: Severity, message: String, help: String = ""
  ) {
    (self.file, self.range, self.rule) = (file, range, rule)
    (self.severity, self.message, self.help) = (severity, message, help)
  }
}

/// The status of a statement, worst last; see "Status of a statement" in the README.
package enum StatementStatus: String, Hashable, Sendable, CaseIterable, Comparable {
  case unchanged, converted, review, manual, invalid

  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
  package static func < (a: StatementStatus, b: StatementStatus) -> Bool { a.rank < b.rank }

  /// Whether a statement of this status has MySQL text.
  package var hasRewriting: Bool { self < .manual }
}

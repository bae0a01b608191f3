import Results

/// Prints a result document in one format.
///
/// A reporter is a value without state: the same document gives the same bytes.
package protocol Reporter: Sendable {
  /// The report, with a line end after its last line.
  func report(_ document: ResultDocument) -> [UInt8]
}

/// The formats of `--format`.
package enum ReportFormat: String, Hashable, Sendable, CaseIterable {
  case text, json, jsonl, sarif, github

  /// - Parameter text: How the text format looks.
  package func reporter(text: TextReporter = TextReporter()) -> any Reporter {
    switch self {
    case .text: text
    case .json: JSONReporter()
    case .jsonl: JSONLinesReporter()
    case .sarif: SARIFReporter()
    case .github: GitHubReporter()
    }
  }
}

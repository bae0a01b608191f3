import Results

/// `--format jsonl`: a head line, one line a statement, a summary line.
///
/// A scan that prints statements as they come uses `ResultDocument.jsonlHead`, `StatementResult.jsonLine` and `ResultDocument.jsonlTail`.
package struct JSONLinesReporter: Reporter {
  package init() {}

  package func report(_ document: ResultDocument) -> [UInt8] {
    document.statements.reduce(into: document.jsonlHead) { $0 += $1.jsonLine } + document.jsonlTail
  }
}

import Results

/// `--format json`: the result document.
package struct JSONReporter: Reporter {
  package init() {}
  package func report(_ document: ResultDocument) -> [UInt8] { document.json }
}

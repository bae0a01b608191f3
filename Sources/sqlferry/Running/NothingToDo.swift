import Reports
import Results

/// Why there is nothing to write, in one line.
enum NothingToDo {
  static func message(_ document: ResultDocument) -> String {
    if document.statements.isEmpty { return TextReporter.nothingFound(document) }
    let review = document.count(.review)
    let reason =
      review == 0
      ? "no statement is converted" : "no statement is converted; \(review) in review wait for `sqlferry review` or --with-review"
    return "sqlferry: nothing to write: \(reason)"
  }
}

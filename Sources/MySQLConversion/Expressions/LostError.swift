import PostgresSyntax
import SourceText

/// Run-time errors that PostgreSQL raises and MySQL does not, in a query or in a statement that writes.
enum LostError {
  case divisionByZero, integerOverflow, invalidText, numericOverflow

  var message: String {
    switch self {
    case .divisionByZero: "division by zero is an error in PostgreSQL and NULL in a MySQL query"
    case .integerOverflow: "an integer overflow is an error in PostgreSQL; MySQL calculates in 64 bits"
    case .invalidText: "text that is no such value is an error in PostgreSQL; a MySQL query takes what it can read of it"
    case .numericOverflow: "a value out of range is an error in PostgreSQL; a MySQL query clips it"
    }
  }
}

extension RewriteContext {
  /// Notes an error that only PostgreSQL raises. In a statement that writes, MySQL's strict mode raises division by zero, invalid text
  /// and values out of a column's range too ("Server SQL Modes", Strict SQL Mode).
  mutating func noteLostError(_ error: LostError, at node: NodeID) {
    note("error-lost", at: node, error.message)
  }
}

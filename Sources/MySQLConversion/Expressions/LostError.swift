import PostgresSyntax
import SourceText

/// Run-time errors that PostgreSQL raises and MySQL does not, in a query or in a statement that writes.
enum LostError {
  case divisionByZero, integerOverflow, invalidText, numericOverflow, outsideDomain, negativeLength, invalidIndex, rangeOrder
  /// No error: a date that MySQL does not have.
  case dateRange
  /// An error of MySQL's: a number that its DECIMAL does not have.
  case decimalRange

  var message: String {
    switch self {
    case .divisionByZero: "division by zero is an error in PostgreSQL and NULL in a MySQL query"
    case .integerOverflow: "an integer overflow is an error in PostgreSQL; MySQL calculates in 64 bits"
    case .invalidText: "text that is no such value is an error in PostgreSQL; a MySQL query takes what it can read of it"
    case .dateRange: "MySQL's dates end with the year 9999: where this leads past it, the result is NULL"
    case .decimalRange: "MySQL's DECIMAL has 65 digits: a larger number is an error"
    case .outsideDomain: "an argument outside the function's domain is an error in PostgreSQL and NULL in MySQL"
    case .negativeLength: "a negative length is an error in PostgreSQL and the empty string in MySQL"
    case .invalidIndex: "an index outside the value is an error in PostgreSQL; MySQL gives an empty or null value"
    case .rangeOrder: "a range whose lower bound is above the upper one is an error in PostgreSQL; in MySQL nothing lies in it"
    case .numericOverflow: "a value out of range is an error in PostgreSQL; a MySQL query clips it"
    }
  }
}

extension RewriteContext {
  /// Notes an error that only PostgreSQL raises. In a statement that writes, MySQL's strict mode raises division by zero, invalid text
  /// and values out of a column's range too ("Server SQL Modes", Strict SQL Mode).
  mutating func noteLostError(_ error: LostError, at node: NodeID) {
    note(error == .dateRange ? "date-range" : error == .decimalRange ? "decimal-range" : "error-lost", at: node, error.message)
  }
}

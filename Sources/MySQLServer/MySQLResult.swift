/// What MySQL says when it refuses something.
package struct MySQLError: Error, Hashable, Sendable, CustomStringConvertible {
  /// 1064…
  package var code: Int
  package var sqlstate: String
  package var message: String

  package init(code: Int, sqlstate: String, message: String) { (self.code, self.sqlstate, self.message) = (code, sqlstate, message) }
  package var description: String { "\(message) (error \(code), SQLSTATE \(sqlstate))" }
}

/// Why a request to the server gave no answer.
package enum MySQLFailure: Error, Hashable, Sendable, CustomStringConvertible {
  /// The server refused it; the connection still works.
  case refused(MySQLError)
  /// The connection is gone; the reason, for people.
  case lost(String)

  package var description: String {
    switch self {
    case .refused(let error): error.description
    case .lost(let reason): "the connection to the MySQL server was lost: \(reason)"
    }
  }
}

/// The type of a column in the protocol (`enum_field_types`).
package enum MySQLColumnType: Int, Hashable, Sendable {
  case oldDecimal = 0, tinyint, smallint, int, float, double, null, timestamp, bigint, mediumint, date, time, datetime, year
  case bit = 16, json = 245, decimal, `enum`, set, tinyblob, mediumblob, longblob, blob, varchar, char, geometry
  /// A type that the client library does not know (VECTOR).
  case other = 1000

  var isInteger: Bool { [.tinyint, .smallint, .mediumint, .int, .bigint, .year].contains(self) }
}

/// A column of a result.
package struct MySQLColumn: Hashable, Sendable {
  package var name: String
  package var type: MySQLColumnType
  package var isUnsigned: Bool
  package var isNotNull: Bool
  /// The collation's number (`information_schema.COLLATIONS.ID`); 63 is binary.
  package var collation: Int
  /// The greatest count of bytes, of integers the display width.
  package var length: Int
  /// Digits after the point; 31 where it floats.
  package var decimals: Int

  package init(
    name: String, type: MySQLColumnType, isUnsigned: Bool = false, isNotNull: Bool = false, collation: Int = 63, length: Int = 0,
    decimals: Int = 0
  ) {
    (self.name, self.type, self.isUnsigned, self.isNotNull) = (name, type, isUnsigned, isNotNull)
    (self.collation, self.length, self.decimals) = (collation, length, decimals)
  }

  /// Whether values are bytes without a character set: BLOB, BINARY…
  package var isBinary: Bool { collation == 63 }
}

/// The answer to a statement.
package struct MySQLRowset: Sendable {
  /// Empty for a statement without a result.
  package var columns: [MySQLColumn] = []
  /// Values as text, UTF-8 (bytes as they are in binary columns and BIT); nil is NULL.
  package var rows: [[[UInt8]?]] = []
  /// Rows that a statement changed; under FOUND_ROWS those of UPDATE that it found.
  package var affected = 0
  package var lastInsertID = 0
  package var warnings = 0

  package init() {}

  /// A value as a string, nil for NULL and for a place outside the result.
  package subscript(row: Int, column: Int) -> String? {
    guard rows.indices.contains(row), rows[row].indices.contains(column) else { return nil }
    return rows[row][column].map { String(decoding: $0, as: UTF8.self) }
  }
}

/// The value of a parameter.
package enum MySQLValue: Hashable, Sendable {
  case null
  case int(Int64)
  case double(Double)
  /// Digits with a point, sent as DECIMAL.
  case decimal(String)
  case text([UInt8])
  case blob([UInt8])

  package static func text(_ string: String) -> MySQLValue { .text(Array(string.utf8)) }
}

/// What the server found in a statement that it prepared.
package struct MySQLStatementDescription: Hashable, Sendable {
  package var parameterCount: Int
  /// Empty for a statement without a result.
  package var columns: [MySQLColumn]

  package init(parameterCount: Int, columns: [MySQLColumn]) { (self.parameterCount, self.columns) = (parameterCount, columns) }
}

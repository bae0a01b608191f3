import PostgresCatalog

/// What PostgreSQL says when it refuses something ("Error and Notice Message Fields").
package struct PostgresError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Not localised: ERROR, FATAL or PANIC.
  package var severity: String
  package var sqlstate: String
  package var message: String
  /// Empty where there is none; so is `hint`.
  package var detail: String
  package var hint: String
  /// Where in the statement, as a byte offset from 0 in its UTF-8 text; nil where the server names no place.
  package var offset: Int?

  package init(severity: String = "ERROR", sqlstate: String, message: String, detail: String = "", hint: String = "", offset: Int? = nil) {
    (self.severity, self.sqlstate, self.message) = (severity, sqlstate, message)
    (self.detail, self.hint, self.offset) = (detail, hint, offset)
  }

  package var description: String { "\(message) (SQLSTATE \(sqlstate))" }
}

/// Why a request to the server gave no answer.
package enum PostgresFailure: Error, Hashable, Sendable, CustomStringConvertible {
  /// The server refused it; the connection still works.
  case refused(PostgresError)
  /// The connection is gone; the reason, for people.
  case lost(String)

  package var description: String {
    switch self {
    case .refused(let error): error.description
    case .lost(let reason): "the connection to the PostgreSQL server was lost: \(reason)"
    }
  }
}

/// A column of a result, as the protocol's RowDescription gives it.
package struct ResultColumn: Hashable, Sendable {
  package var name: String
  package var type: OID
  /// `pg_attribute.atttypmod`, -1 for none.
  package var typeModifier: Int32
  /// The table that the column comes from unchanged, 0 for none.
  package var table: OID
  /// The column's `pg_attribute.attnum` in that table, 0 for none.
  package var columnNumber: Int

  package init(name: String, type: OID, typeModifier: Int32 = -1, table: OID = 0, columnNumber: Int = 0) {
    (self.name, self.type, self.typeModifier) = (name, type, typeModifier)
    (self.table, self.columnNumber) = (table, columnNumber)
  }
}

/// Converts positions that the server counts in characters.
enum CharacterPosition {
  /// The byte offset of a character position (from 1) in UTF-8 text; nil for a position that is none.
  ///
  /// - Parameter countsBytes: Whether the server's encoding is SQL_ASCII, where PostgreSQL takes each byte for a character.
  static func byteOffset(of position: Int, in text: [UInt8], countsBytes: Bool = false) -> Int? {
    guard position >= 1 else { return nil }
    if countsBytes { return min(position - 1, text.count) }
    var remaining = position - 1
    for offset in text.indices where text[offset] & 0xC0 != 0x80 {
      if remaining == 0 { return offset }
      remaining -= 1
    }
    return text.count
  }
}

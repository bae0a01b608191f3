/// The MySQL column type that a PostgreSQL type is stored as, with what that costs.
package struct StorageType: Hashable, Sendable {
  /// How well values survive, by the tried rows of the type table.
  package enum Fidelity: String, Hashable, Sendable, Comparable {
    /// Every value within the stated range reads back equal and compares equally.
    case exact
    /// Common values do; `caveats` says which do not.
    case caveat
    /// Not a value-for-value mapping: a person must decide.
    case none

    private var rank: Int { self == .exact ? 0 : self == .caveat ? 1 : 2 }
    /// The better first.
    package static func < (a: Fidelity, b: Fidelity) -> Bool { a.rank < b.rank }
  }

  /// What kind of value MySQL holds.
  package enum Shape: String, Hashable, Sendable {
    case boolean, integer, decimal, float, text, asciiText, bytes, bits, date, time, dateTime, json, enumeration, geometry, vector
  }

  /// As MySQL's `COLUMN_TYPE` prints it: `varchar(255)`, `tinyint(1)`, `enum('a','b')`.
  package var name: String
  /// What the column holds.
  package var shape: Shape
  /// A character set and collation of its own; empty where the table's default, `utf8mb4_0900_bin`, holds or none applies.
  package var collation = ""
  /// How well values survive.
  package var fidelity = Fidelity.exact
  /// Sentences without a full stop, for findings.
  package var caveats: [String] = []
  /// What keeps values out that PostgreSQL's type cannot hold; `{}` stands for the column. Nil where the type itself does.
  package var checkTemplate: String?
  /// Bytes of the whole column in an index; nil where an index cannot hold it whole.
  package var keyBytes: Int?
  /// Bytes that count towards the row limit of 65,535.
  package var rowBytes: Int
  /// Whether two values that PostgreSQL takes as equal, and no others, are equal as stored: a unique key means the same.
  package var keepsEquality = true
  /// Whether the order of stored values is PostgreSQL's (of texts, its bytewise order).
  package var keepsOrder = true

  package init(_ name: String, _ shape: Shape, rowBytes: Int, keyBytes: Int?) {
    (self.name, self.shape, self.rowBytes, self.keyBytes) = (name, shape, rowBytes, keyBytes)
  }

  /// The type as written in a column definition: `char(36) CHARACTER SET ascii COLLATE ascii_bin`.
  package var declaration: String { collation.isEmpty ? name : "\(name) \(collation)" }

  /// The CHECK condition for a column, which is given as MySQL writes it; nil where none is needed.
  package func check(on column: String) -> String? {
    guard let checkTemplate else { return nil }
    return checkTemplate.split(separator: "{}", omittingEmptySubsequences: false).joined(separator: column)
  }

  /// Whether `DEFAULT 'x'` is accepted; otherwise a literal must stand in parentheses, as an expression (error 1101).
  package var allowsLiteralDefault: Bool {
    shape != .json && shape != .geometry && shape != .vector && !["text", "blob"].contains { name.hasSuffix($0) }
  }
}

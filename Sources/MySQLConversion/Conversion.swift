import SourceText

/// What became of one statement.
package struct Conversion: Sendable {
  /// A result column whose host type changes.
  package struct ChangedColumn: Hashable, Sendable {
    /// From 1.
    package var column: Int
    /// PostgreSQL's type, as `int8`, `text[]`.
    package var was: String
    /// MySQL's type: `tinyint(1)`.
    package var arrives: String
    /// What the calling code sees, one sentence.
    package var host: String

    package init(column: Int, was: String, arrives: String, host: String) {
      (self.column, self.was, self.arrives, self.host) = (column, was, arrives, host)
    }
  }

  /// A parameter that must be passed in another form.
  package struct Binding: Hashable, Sendable {
    /// The finding that says so.
    package static let rule = "array-parameter"

    /// The number of the original parameter.
    package var parameter: Int
    /// PostgreSQL's type, as `text[]`.
    package var was: String
    /// What to pass instead: `json`, the text of a JSON array.
    package var `as`: String
    /// The type of the array's elements.
    package var element: TypeFamily

    package init(parameter: Int, was: String, as form: String, element: TypeFamily) {
      (self.parameter, self.was, self.`as`, self.element) = (parameter, was, form, element)
    }
  }

  /// `unchanged`, `converted`, `review` or `manual`; host planning can only lower it.
  package var status: StatementStatus
  /// The status that holds once every parameter of `bindings` is passed in its form.
  package var boundStatus: StatementStatus
  /// The MySQL text in order of output; empty for `manual`. Placeholders are pieces of their own.
  package var pieces: [Piece]
  /// In the order in which they were found, none twice.
  package var findings: [Finding]
  /// Result columns that reach the calling code as another type, in order.
  package var changedColumns: [ChangedColumn]
  /// In the order of the parameters' numbers.
  package var bindings: [Binding]
  /// Ranges of holes that stand where only a schema, table or column name can stand.
  package var nameHoles: Set<ByteRange>

  package init(
    status: StatementStatus, boundStatus: StatementStatus? = nil, pieces: [Piece] = [], findings: [Finding] = [], changedColumns: [ChangedColumn] = [],
    bindings: [Binding] = [], nameHoles: Set<ByteRange> = []
  ) {
    (self.status, self.pieces, self.findings) = (status, pieces, findings)
    self.boundStatus = boundStatus ?? status
    (self.changedColumns, self.bindings, self.nameHoles) = (changedColumns, bindings, nameHoles)
  }
}

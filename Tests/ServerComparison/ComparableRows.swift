import MySQLServer
import PostgresServer

/// Rows in comparable form.
package enum ComparableRows {
  package static func of(_ rowset: Rowset, _ kinds: [ValueKind]) -> [[ComparableValue]] {
    (0..<rowset.count).map { row in kinds.indices.map { ComparableValue(postgres: rowset[row, $0], kind: kinds[$0]) } }
  }

  package static func of(_ rowset: MySQLRowset, _ kinds: [ValueKind]) -> [[ComparableValue]] {
    rowset.rows.map { row in row.indices.map { ComparableValue(mysql: row[$0], kind: $0 < kinds.count ? kinds[$0] : .text) } }
  }

  package static func sorted(_ rows: [[ComparableValue]]) -> [[ComparableValue]] { rows.sorted { $0.lexicographicallyPrecedes($1) } }

  /// The first difference of two lists of rows, for people; nil where they are equal.
  package static func difference(_ expected: [[ComparableValue]], _ got: [[ComparableValue]]) -> String? {
    if expected == got { return nil }
    let row = zip(expected, got).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(expected.count, got.count)
    func show(_ rows: [[ComparableValue]]) -> String { rows.indices.contains(row) ? "\(rows[row])" : "no row" }
    return "\(expected.count) rows on PostgreSQL, \(got.count) on MySQL; row \(row + 1) is \(show(expected)) on PostgreSQL, \(show(got)) on MySQL"
  }
}

import MySQLTarget
import PostgresCatalog
import SourceText

/// What a PostgreSQL table becomes, decided but not yet written.
struct TablePlan {
  struct ColumnPlan {
    var column: Column
    /// As MySQL's text names it, quoted.
    var name: String
    var source: SourceType
    var storage: StorageType
    var isNotNull: Bool
    var isAutoIncrement = false
  }

  /// One key of the MySQL table.
  struct KeyPlan {
    /// PostgreSQL's name for it.
    var name: String
    var isPrimary = false
    var isUnique = false
    /// As written between the key's parentheses.
    var parts: [String]
  }

  struct CheckPlan: Hashable {
    var name: String
    var condition: String
  }

  var relation: Relation
  var columns: [ColumnPlan]
  var keys: [KeyPlan] = []
  /// Every unique index and constraint of PostgreSQL's, carried over or not.
  var carried: [CarriedKey] = []
  var checks: [CheckPlan] = []
  var findings = SchemaFindings()

  func column(_ name: String) -> ColumnPlan? { columns.first { $0.column.name == name } }

  var displayName: String { "\(relation.schema).\(relation.name)" }
}

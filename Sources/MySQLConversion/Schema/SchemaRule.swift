/// The ids of schema findings, known to `sqlferry explain`.
package enum SchemaRule: String, CaseIterable, Sendable {
  case check = "schema-check"
  case comment = "schema-comment"
  case `default` = "schema-default"
  case deferrable = "schema-deferrable"
  case exclusion = "schema-exclusion"
  case foreignKey = "schema-foreign-key"
  case function = "schema-function"
  case generated = "schema-generated"
  case identity = "schema-identity"
  case index = "schema-index"
  case inheritance = "schema-inheritance"
  case keyLength = "schema-key-length"
  case name = "schema-name"
  case partition = "schema-partition"
  case rowSecurity = "schema-row-security"
  case rule = "schema-rule"
  case sequence = "schema-sequence"
  case table = "schema-table"
  case trigger = "schema-trigger"
  case type = "schema-type"
  case unique = "schema-unique"
  case view = "schema-view"

  /// What the finding says, for all its messages.
  package var explanation: String {
    switch self {
    case .check: "A CHECK constraint has no MySQL form that accepts the same rows, reads a column that MySQL allows in none, or is not validated."
    case .comment: "A comment is longer than MySQL takes and is cut."
    case .default: "A column's default has no MySQL form that gives the same value; the column has none then."
    case .deferrable: "MySQL checks keys and foreign keys at once, row by row: it has no DEFERRABLE."
    case .exclusion: "MySQL has no exclusion constraints."
    case .foreignKey: "A foreign key is not carried over, or acts otherwise: equal types, a plain unique key and other actions are demanded."
    case .function: "Functions and procedures are not carried over."
    case .generated: "A generated column's expression has no MySQL form of the same value; it becomes a plain column."
    case .identity: "Sequences of serial and identity columns become AUTO_INCREMENT, which counts up by 1 and takes explicit values."
    case .index: "An index is not carried over, or covers more rows than in PostgreSQL."
    case .inheritance: "A table no longer shows the rows of tables that inherit from it."
    case .keyLength: "A key has 3072 bytes on MySQL: texts in keys become VARCHAR of a limited length."
    case .name: "MySQL refuses a name, or ignores the letter case that tells two names apart."
    case .partition: "A partitioned table becomes an ordinary one."
    case .rowSecurity: "MySQL has no row-level security."
    case .rule: "MySQL has no rules."
    case .sequence: "MySQL has no sequences of their own."
    case .table: "A table is no MySQL table as it stands: too wide, foreign, or without a primary key."
    case .trigger: "Triggers are not carried over."
    case .type: "A type's MySQL type holds other values, or equates or sorts them otherwise."
    case .unique: "A unique index is not carried over, or takes other values as equal: ON CONFLICT cannot rely on it."
    case .view: "A view is carried over only where its query converts without a caveat, and without CHECK OPTION."
    }
  }
}

extension FindingDescription {
  /// The findings of the schema's conversion.
  static let schemaFindings = SchemaRule.allCases.map { FindingDescription($0.rawValue, $0.explanation) }
}

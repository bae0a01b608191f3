import Results
import SourceText

/// Says by what, and from where, the statements of a document were checked.
enum CatalogReport {
  /// - Parameter source: Nil where no source of a catalog was named.
  static func diagnostic(on statements: [StatementResult], source: SourceDatabase?) -> Diagnostic? {
    guard !statements.isEmpty else { return nil }
    guard let source else {
      return Diagnostic(
        rule: ResultDocument.noCatalogRule, severity: .warning,
        message: "nothing is known of the database: only the syntax of \(counted(statements.count, "statement")) was checked",
        help: """
          name the database with --database URL, its DDL with --schema FILE_OR_FOLDER, or a snapshot with --catalog FILE; then names and types \
          are checked, and statements whose meaning depends on types can be converted
          """)
    }
    let counts = Dictionary(grouping: statements) { $0.validation.by }.mapValues(\.count)
    var parts: [String] = []
    if let count = counts[.server] { parts.append("\(counted(count, "statement")) checked by \(source.origin)") }
    if let count = counts[.catalog] {
      parts.append(
        source.connection == nil ? "\(counted(count, "statement")) checked by the catalog of \(source.origin)" : "\(count) by its catalog")
    }
    if let count = counts[.syntax] { parts.append("\(count) by syntax alone") }
    if parts.isEmpty { parts = ["no statement was checked"] }
    return Diagnostic(rule: ResultDocument.catalogSourceRule, severity: .info, message: parts.joined(separator: ", "))
  }

  private static func counted(_ count: Int, _ word: String) -> String { "\(count) \(word)\(count == 1 ? "" : "s")" }
}

extension HostLanguage {
  /// Endings of files that hold SQL itself.
  package static let sqlFileExtensions: Set<String> = ["sql", "pgsql", "psql"]
}

extension LiteralForm {
  /// The text of a statement in an SQL file: nothing around it, nothing escaped.
  package static let sql = LiteralForm(name: "sql", escapes: .none, isMultiline: true)
}

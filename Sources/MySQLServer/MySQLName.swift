/// Writing names into MySQL's SQL.
package enum MySQLName {
  /// In backquotes ("Schema Object Names").
  package static func quoted(_ name: String) -> String { "`\(name.replacing("`", with: "``"))`" }

  /// As the database of a GRANT, where `_` and `%` are wildcards unless escaped ("GRANT Statement", Database Privileges).
  package static func pattern(_ database: String, hasWildcards: Bool = true) -> String {
    guard hasWildcards else { return quoted(database) }
    return quoted(database.replacing("\\", with: "\\\\").replacing("_", with: "\\_").replacing("%", with: "\\%"))
  }

  /// An account as `CURRENT_USER()` gives it, quoted: `app@%` is `'app'@'%'`.
  package static func account(_ account: String) -> String {
    let at = account.lastIndex(of: "@")
    let user = at.map { account[..<$0] } ?? account[...]
    let host = at.map { account[account.index(after: $0)...] } ?? "%"
    return "\(string(String(user)))@\(string(String(host)))"
  }

  /// A string literal that means the same with and without NO_BACKSLASH_ESCAPES only when it holds no backslash, which account names
  /// hardly do.
  private static func string(_ text: String) -> String { "'\(text.replacing("\\", with: "\\\\").replacing("'", with: "''"))'" }
}

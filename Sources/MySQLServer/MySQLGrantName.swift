import MySQLTarget

/// Names as GRANT takes them.
package enum MySQLGrantName {
  /// As the database of a GRANT, where `_` and `%` are wildcards unless escaped ("GRANT Statement", Database Privileges).
  package static func pattern(_ database: String, hasWildcards: Bool = true) -> String {
    guard hasWildcards else { return ReservedWords.quoted(database) }
    return ReservedWords.quoted(database.replacing("\\", with: "\\\\").replacing("_", with: "\\_").replacing("%", with: "\\%"))
  }

  /// An account as `CURRENT_USER()` gives it, quoted: `app@%` is `'app'@'%'`.
  package static func account(_ account: String) -> String {
    let at = account.lastIndex(of: "@")
    let user = at.map { account[..<$0] } ?? account[...]
    let host = at.map { account[account.index(after: $0)...] } ?? "%"
    return "\(MySQLLiteral.string(String(user)))@\(MySQLLiteral.string(String(host)))"
  }
}

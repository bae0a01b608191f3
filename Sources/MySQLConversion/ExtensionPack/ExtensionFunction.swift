/// A stored function of the extension pack: what rewrites call where MySQL has no expression of the same meaning.
///
///     ExtensionFunction(
///       "factorial", "n BIGINT", returns: "DECIMAL(65,0)", standsFor: "factorial(bigint)",
///       "RETURN IF(n < 2, 1, n * 2)")
///
/// Bodies work on MySQL 8.0.23, whatever the session's `sql_mode` and collation are: the script that installs them sets both, and MySQL
/// keeps them with the routine ("CREATE PROCEDURE and CREATE FUNCTION Statements").
package struct ExtensionFunction: Hashable, Sendable {
  /// What a function reads; with binary logging on MySQL wants to know ("Stored Program Binary Logging").
  package enum DataAccess: String, Hashable, Sendable {
    case none = "NO SQL"
    case reads = "READS SQL DATA"
  }

  /// Lower case, without the database.
  package let name: String
  /// As MySQL writes them: `s LONGTEXT, n INT`. LONGTEXT and VARCHAR get the pack's character set and collation.
  package let parameters: String
  /// MySQL's type of the result.
  package let returns: String
  /// PostgreSQL's function or operator: `initcap(text)`.
  package let counterpart: String
  /// `RETURN expression` or `BEGIN … END`; other functions of the pack are written `@name(`.
  package let body: String
  /// Whether equal arguments give equal results.
  package let isDeterministic: Bool
  /// What it reads.
  package let access: DataAccess

  package init(
    _ name: String, _ parameters: String, returns: String, standsFor counterpart: String, isDeterministic: Bool = true,
    access: DataAccess = .none, _ body: String
  ) {
    (self.name, self.parameters, self.returns, self.counterpart) = (name, parameters, returns, counterpart)
    (self.body, self.isDeterministic, self.access) = (body, isDeterministic, access)
  }

  /// The functions of the pack that the body calls, in order of first use.
  package var calls: [String] {
    var names: [String] = []
    for part in body.split(separator: "@").dropFirst(body.hasPrefix("@") ? 0 : 1) {
      let name = part.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
      if part[name.endIndex...].hasPrefix("("), !names.contains(String(name)) { names.append(String(name)) }
    }
    return names
  }

  /// Whether the body has semicolons of its own, so that a client needs another delimiter.
  package var isCompound: Bool { body.contains(";") }

  /// `CREATE FUNCTION`, without a semicolon at its end.
  ///
  /// - Parameter database: The pack's database, as MySQL writes the name.
  package func definition(in database: String) -> String {
    """
    CREATE FUNCTION \(database).\(name)(\(Self.withCollation(parameters))) RETURNS \(Self.withCollation(returns))
    \(isDeterministic ? "DETERMINISTIC" : "NOT DETERMINISTIC") \(access.rawValue) SQL SECURITY INVOKER COMMENT '\(counterpart.replacing("'", with: "''"))'
    \(calls.reduce(body) { $0.replacing("@\($1)(", with: "\(database).\($1)(") })
    """
  }

  private static func withCollation(_ types: String) -> String {
    types.replacing(/\b(?:LONGTEXT|VARCHAR\(\d+\))/) { "\($0.output) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin" }
  }
}

import HostLanguages
import SourceText

/// How a program's MySQL driver is told to open the sessions that rewrites assume (`MySQLTarget.AssumedSession`).
enum ConnectionAdvice {
  /// One diagnostic for each way to say it, with the target drivers of a tree's rewrites that understand it; sorted.
  static func diagnostics(for drivers: Set<Used>) -> [Diagnostic] {
    let targets = Dictionary(grouping: drivers) { options[$0.language] ?? "" }
    return targets.filter { !$0.key.isEmpty }.sorted { $0.key < $1.key }.map { options, drivers in
      let names = Set(drivers.map(\.target)).sorted().joined(separator: ", ")
      return Diagnostic(
        rule: "connection-settings", severity: .info,
        message: "sessions of \(names) must run in UTC with utf8mb4_0900_bin, READ COMMITTED and counts of the rows found", help: options)
    }
  }

  /// A language and the MySQL driver that its statements will go through.
  struct Used: Hashable, Sendable {
    var language: String
    var target: String

    init(_ statement: EmbeddedStatement) { (language, target) = (statement.language, statement.driver.targetName) }
  }

  private static let session =
    "SET NAMES utf8mb4 COLLATE utf8mb4_0900_bin, time_zone = '+00:00', SESSION transaction_isolation = 'READ-COMMITTED'"

  private static let options: [String: String] = [
    "go": """
      put clientFoundRows=true&parseTime=true&collation=utf8mb4_0900_bin&time_zone=%27%2B00%3A00%27&transaction_isolation=%27READ-COMMITTED%27 \
      into the DSN
      """,
    "java": """
      put connectionCollation=utf8mb4_0900_bin&connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true&\
      sessionVariables=transaction_isolation='READ-COMMITTED' into the JDBC URL, and leave useAffectedRows off
      """,
    "javascript": "create the pool with timezone: 'Z', leave the flag FOUND_ROWS on, and run on each new connection: \(session)",
    "python": "connect with client_flag=CLIENT.FOUND_ROWS and init_command=\"\(session)\"",
    "typescript": "create the pool with timezone: 'Z', leave the flag FOUND_ROWS on, and run on each new connection: \(session)",
  ]
}

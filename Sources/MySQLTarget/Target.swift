/// The MySQL that rewrites assume: version, service and session.
package struct Target: Hashable, Sendable {
  /// Who runs the server.
  package enum Service: String, Hashable, Sendable, CaseIterable {
    case mysql, rds = "rds-mysql", aurora = "aurora-mysql"
  }

  /// A release of MySQL.
  package struct Version: Hashable, Sendable, Comparable {
    /// 8 of 8.4.3.
    package var major: Int
    /// 4 of 8.4.3.
    package var minor: Int
    /// 3 of 8.4.3; 0 where none is named.
    package var patch: Int

    package init(_ major: Int, _ minor: Int, _ patch: Int = 0) { (self.major, self.minor, self.patch) = (major, minor, patch) }

    /// The older first.
    package static func < (a: Version, b: Version) -> Bool {
      (a.major, a.minor, a.patch) < (b.major, b.minor, b.patch)
    }
  }

  /// Who runs the server.
  package var service: Service
  /// Of MySQL; Aurora's own version is mapped to the MySQL that it is compatible with.
  package var version: Version
  /// As named on the command line: `mysql-8.4`, `aurora-mysql-3.04`.
  package var name: String
  /// The database that holds the functions of the extension pack.
  package var extensionDatabase = "pg_ext"
  /// What the session's `sql_mode` has beside the default modes.
  package var sqlModes: SQLModes = []

  /// The extension pack's database as MySQL's text names it.
  package var extensionDatabaseName: String { ReservedWords.written(extensionDatabase, target: self) }

  package init(service: Service, version: Version, name: String) {
    (self.service, self.version, self.name) = (service, version, name)
  }

  /// MySQL 8.4, the default.
  package static let standard = Target(service: .mysql, version: Version(8, 4), name: "mysql-8.4")
}

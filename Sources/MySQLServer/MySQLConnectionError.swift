import MySQLTarget

/// Why no connection to MySQL came about.
package enum MySQLConnectionError: Error, Hashable, Sendable {
  /// The URL cannot be read, and why; holds no part of it that may be a password.
  case invalidURL(String)
  case unknownHost(MySQLSite)
  /// Nothing listens there, or the way is barred.
  case unreachable(MySQLSite, reason: String)
  /// The server has no TLS and `ssl-mode` requires it, or the handshake or the check of the certificate failed.
  case tlsFailed(MySQLSite, reason: String)
  /// The server admits encrypted connections only (`require_secure_transport`), and TLS is switched off.
  case tlsRequired(MySQLSite)
  case wrongPassword(MySQLSite)
  case missingPassword(MySQLSite)
  case unknownDatabase(MySQLSite)
  case databaseNotGranted(MySQLSite)
  /// The account exists for other hosts only, or this host was blocked after many errors.
  case hostNotAdmitted(MySQLSite, reason: String)
  /// The client library has no plug-in for the account's way of proving itself.
  case pluginMissing(MySQLSite, reason: String)
  case accountUnusable(MySQLSite, reason: String)
  case tooManyConnections(MySQLSite, reason: String)
  /// The server is no MySQL (MariaDB…).
  case notMySQL(MySQLSite, version: String)
  /// The session of the target cannot be set, and which part.
  case sessionRefused(MySQLSite, reason: String)
  case other(MySQLSite, code: Int, reason: String)
}

/// Whom and what a connection was to reach. Holds no password.
package struct MySQLSite: Hashable, Sendable {
  /// `host:port` or a socket's path.
  package var address: String
  package var user: String
  package var database: String

  package init(_ location: MySQLLocation) {
    (address, user, database) = (location.address, location.user, location.database)
  }
}

extension MySQLConnectionError: CustomStringConvertible {
  /// What happened and where: one sentence, lower case, no full stop.
  package var message: String {
    switch self {
    case .invalidURL(let reason): "the MySQL URL cannot be read: \(reason)"
    case .unknownHost(let site): "the host name of the MySQL server \(site.address) is not known"
    case .unreachable(let site, let reason): "no MySQL server can be reached at \(site.address): \(reason)"
    case .tlsFailed(let site, let reason): "no TLS connection to the MySQL server at \(site.address): \(reason)"
    case .tlsRequired(let site): "the MySQL server at \(site.address) admits encrypted connections only"
    case .wrongPassword(let site): "the MySQL server at \(site.address) refuses user \"\(site.user)\" with this password"
    case .missingPassword(let site): "the MySQL server at \(site.address) refuses user \"\(site.user)\" without a password"
    case .unknownDatabase(let site): "there is no database \"\(site.database)\" on the MySQL server at \(site.address)"
    case .databaseNotGranted(let site): "user \"\(site.user)\" may not use database \"\(site.database)\" at \(site.address)"
    case .hostNotAdmitted(let site, let reason), .accountUnusable(let site, let reason):
      "the MySQL server at \(site.address) does not admit user \"\(site.user)\" from here: \(reason)"
    case .pluginMissing(let site, let reason):
      "the MySQL client library cannot prove user \"\(site.user)\" to the server at \(site.address): \(reason)"
    case .tooManyConnections(let site, let reason): "the MySQL server at \(site.address) has no connection left: \(reason)"
    case .notMySQL(let site, let version): "the server at \(site.address) is no MySQL: \(version)"
    case .sessionRefused(let site, let reason): "the MySQL server at \(site.address) refuses the session that rewrites assume: \(reason)"
    case .other(let site, let code, let reason): "no connection to the MySQL server at \(site.address): \(reason) (error \(code))"
    }
  }

  /// What to do about it.
  package var help: String {
    switch self {
    case .invalidURL:
      "write mysql://user:password@host:port/database?ssl-mode=REQUIRED; in a password write @ : / ? # % as %40 %3A %2F %3F %23 %25"
    case .unknownHost: "check the host in --target-database, and that its name resolves from here"
    case .unreachable: "check host and port (or socket=PATH), that the server runs, its bind_address, and the firewall or security group"
    case .tlsFailed: "give the authority's certificate with ssl-ca=FILE, or use ssl-mode=PREFERRED where the network is trusted"
    case .tlsRequired: "use ssl-mode=REQUIRED"
    case .wrongPassword: "check user and password, and that the account exists for this host (SELECT user, host FROM mysql.user)"
    case .missingPassword: "put the password into the URL: mysql://user:password@host/database"
    case .unknownDatabase(let site): "CREATE DATABASE \(ReservedWords.quoted(site.database));"
    case .databaseNotGranted(let site): "GRANT ALL ON \(MySQLGrantName.pattern(site.database)).* TO the account of \"\(site.user)\""
    case .hostNotAdmitted: "create the account for this host, or reset the block with FLUSH HOSTS (TRUNCATE performance_schema.host_cache)"
    case .pluginMissing: "install the plug-ins of the client library (Debian: libmariadb3), or name their folder with plugin-dir=FOLDER"
    case .accountUnusable: "unlock the account or renew its password (ALTER USER … ACCOUNT UNLOCK, IDENTIFIED BY)"
    case .tooManyConnections: "close idle connections, raise max_connections or the account's limits, or try again later"
    case .notMySQL: "rewrites are proven on MySQL 8.0 and later"
    case .sessionRefused: "MySQL 8.0.17 or later is needed (utf8mb4_0900_bin)"
    case .other: "the server's error log says more"
    }
  }

  package var description: String { message }
}

extension MySQLConnectionError {
  /// Tells from an error of the client library or the server why a connection failed ("Error Messages": client and server errors).
  static func diagnosed(code: Int, message: String, site: MySQLSite, hasPassword: Bool) -> MySQLConnectionError {
    switch code {
    case _ where message.contains("could not be loaded"): .pluginMissing(site, reason: message)  // under several codes
    case 2005: .unknownHost(site)
    case 2002, 2003, 2004, 2006, 2012, 2013, 2055: .unreachable(site, reason: message)
    case 2026: .tlsFailed(site, reason: message)
    case 3159: .tlsRequired(site)
    case 1045, 1698: hasPassword ? .wrongPassword(site) : .missingPassword(site)
    case 1049: .unknownDatabase(site)
    case 1044: .databaseNotGranted(site)
    case 1129, 1130: .hostNotAdmitted(site, reason: message)
    case 1251, 1524, 2059, 2061: .pluginMissing(site, reason: message)
    case 1820, 1862, 3118, 3955: .accountUnusable(site, reason: message)
    case 1040, 1203, 1226: .tooManyConnections(site, reason: message)
    default: .other(site, code: code, reason: message)
    }
  }
}

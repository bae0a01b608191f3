import PostgresCatalog

/// Why no connection to PostgreSQL came about.
package enum PostgresConnectionError: Error, Hashable, Sendable {
  /// The connection string cannot be read; libpq's reason, without the parts that may hold a password.
  case invalidConnectionString(String)
  case unknownHost(PostgresSite)
  /// Nothing listens there, or the way is barred: the operating system's reason.
  case unreachable(PostgresSite, reason: String)
  case noAnswer(PostgresSite, seconds: Int)
  /// The connection string insists on TLS and the server has none.
  case tlsNotOffered(PostgresSite)
  /// The TLS handshake or the check of the certificate failed.
  case tlsFailed(PostgresSite, reason: String)
  case wrongPassword(PostgresSite)
  case missingPassword(PostgresSite)
  case unknownDatabase(PostgresSite)
  case unknownRole(PostgresSite)
  /// The server takes the operating system's user for another role than the one asked for.
  case peerMismatch(PostgresSite, reason: String)
  /// `pg_hba.conf` lets this combination of host, role, database and encryption not in.
  case notAdmitted(PostgresSite, isEncrypted: Bool, reason: String)
  case connectNotGranted(PostgresSite)
  case tooManyConnections(PostgresSite, reason: String)
  /// The server is starting, recovering or shutting down.
  case notReady(PostgresSite, reason: String)
  case other(PostgresSite, sqlstate: String?, reason: String)
}

/// Whom and what a connection was to reach. Holds no password.
package struct PostgresSite: Hashable, Sendable {
  /// A host name or address, or the folder of a Unix socket.
  package var host: String
  package var port: String
  package var database: String
  package var user: String

  package init(host: String, port: String, database: String, user: String) {
    (self.host, self.port, self.database, self.user) = (host, port, database, user)
  }

  package var isSocket: Bool { host.hasPrefix("/") || host.hasPrefix("@") }

  /// `db.example.com:5432`, or the socket's path.
  package var address: String {
    if isSocket { return "socket \(host)/.s.PGSQL.\(port)" }
    return host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
  }
}

extension PostgresConnectionError: CustomStringConvertible {
  /// What happened and where: one sentence, lower case, no full stop.
  package var message: String {
    switch self {
    case .invalidConnectionString(let reason): "the PostgreSQL connection string cannot be read: \(reason)"
    case .unknownHost(let site): "the host name \"\(site.host)\" of the PostgreSQL server is not known"
    case .unreachable(let site, let reason): "no PostgreSQL server can be reached at \(site.address): \(reason)"
    case .noAnswer(let site, let seconds): "the PostgreSQL server at \(site.address) did not answer within \(seconds) s"
    case .tlsNotOffered(let site): "the PostgreSQL server at \(site.address) does not offer TLS, which the connection string requires"
    case .tlsFailed(let site, let reason): "no TLS connection to the PostgreSQL server at \(site.address): \(reason)"
    case .wrongPassword(let site): "the PostgreSQL server at \(site.address) refuses the password of role \"\(site.user)\""
    case .missingPassword(let site):
      "the PostgreSQL server at \(site.address) asks for a password of role \"\(site.user)\" and none is given"
    case .unknownDatabase(let site): "there is no database \"\(site.database)\" on the PostgreSQL server at \(site.address)"
    case .unknownRole(let site): "there is no role \"\(site.user)\" on the PostgreSQL server at \(site.address)"
    case .peerMismatch(let site, let reason):
      "the PostgreSQL server at \(site.address) does not take the operating system's user for role \"\(site.user)\": \(reason)"
    case .notAdmitted(let site, _, let reason):
      "the PostgreSQL server at \(site.address) does not admit role \"\(site.user)\" to database \"\(site.database)\": \(reason)"
    case .connectNotGranted(let site): "role \"\(site.user)\" may not connect to database \"\(site.database)\" at \(site.address)"
    case .tooManyConnections(let site, let reason): "the PostgreSQL server at \(site.address) has no connection left: \(reason)"
    case .notReady(let site, let reason): "the PostgreSQL server at \(site.address) accepts no connections now: \(reason)"
    case .other(let site, _, let reason): "no connection to the PostgreSQL server at \(site.address): \(reason)"
    }
  }

  /// What to do about it.
  package var help: String {
    switch self {
    case .invalidConnectionString:
      "write postgresql://user@host:port/database, or host=… port=… dbname=… user=…; "
        + "in a URL write @ : / ? # % of a password as %40 %3A %2F %3F %23 %25"
    case .unknownHost: "check the host in --database, PGHOST or the service file, and that its name resolves from here"
    case .unreachable(let site, _):
      site.isSocket
        ? "check that the server runs and where its socket lies (SHOW unix_socket_directories), or give a host"
        : "check host and port, that the server runs, that listen_addresses includes that address, and the firewall or security group"
    case .noAnswer: "check host and port and the firewall or security group; connect_timeout=SECONDS in the connection string waits longer"
    case .tlsNotOffered: "switch ssl on in the server, or use sslmode=prefer where the network is trusted"
    case .tlsFailed: "give the authority's certificate with sslrootcert=FILE, and check sslmode and the host name in the certificate"
    case .wrongPassword: "check user and password; PGPASSWORD or a line of ~/.pgpass keep the password off the command line"
    case .missingPassword: "set PGPASSWORD, or add a line host:port:database:user:password to ~/.pgpass (mode 0600)"
    case .unknownDatabase: "check the database name in --database or PGDATABASE; psql -l lists what there is"
    case .unknownRole: "check the user in --database or PGUSER (default: the name of the operating system's user)"
    case .peerMismatch: "connect by host (host=localhost) with a password, or run as the operating system's user of that name"
    case .notAdmitted(_, let isEncrypted, _):
      isEncrypted
        ? "add a line for this host, role and database to the server's pg_hba.conf and reload it"
        : "try sslmode=require, for the server may admit encrypted connections only; else add a line to its pg_hba.conf and reload it"
    case .connectNotGranted(let site):
      "GRANT CONNECT ON DATABASE \(Identifier.quoted(site.database)) TO \(Identifier.quoted(site.user));"
    case .tooManyConnections: "close idle connections, raise max_connections or the role's CONNECTION LIMIT, or try again later"
    case .notReady: "try again in a moment"
    case .other: "the server's log says more"
    }
  }

  package var description: String { message }
}

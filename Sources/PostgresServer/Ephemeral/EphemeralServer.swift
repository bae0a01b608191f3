import PostgresCatalog
import SourceText
import Synchronization

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A private PostgreSQL from installed programs, for as long as this process wants it.
///
///     let server = try await EphemeralServer.start()
///     let diagnostics = await server.load(sequence.scripts)
///     let connection = try await PostgresConnection.open(server.target)
///     await server.stop()
///
/// It listens on a Unix socket alone, in a folder that nobody else may enter, and wants a random password. Root starts it as the user
/// `postgres` or `nobody`, for PostgreSQL refuses to run as root. Its data are gone when it stops: after `stop()`, when the value is
/// released, and when this process ends in whatever way, SIGKILL too, because a watcher process waits for that.
///
/// What is loaded comes from a repository and counts as hostile: it runs as a role that is no superuser, so it can neither read or write
/// files nor start programs; only statements that make extensions and operator classes, which no other role may, go through one that is.
package final class EphemeralServer: Sendable {
  package struct Options: Hashable, Sendable {
    /// The major version wanted; nil for the newest installed.
    package var version: Int?
    /// In milliseconds, for each statement of the files that are loaded.
    package var statementTimeout = 60_000

    package init(version: Int? = nil) { self.version = version }
  }

  /// The connection string of the database that files are loaded into. Holds the password: not for messages.
  package let target: String
  package let installation: PostgresInstallation
  /// The folder with data, socket and log.
  package let folder: String
  let administratorTarget: String
  let options: Options
  private let watcher: Mutex<ChildProcess?>

  private init(installation: PostgresInstallation, folder: String, password: String, watcher: sending ChildProcess, options: Options) {
    (self.installation, self.folder, self.options) = (installation, folder, options)
    self.watcher = Mutex(watcher)
    // A folder of `Self.newFolder` has neither quotes nor backslashes in its name.
    let place = "host='\(folder)' port=5432 password=\(password) dbname=\(Self.database)"
    (target, administratorTarget) = (place + " user=\(Self.owner)", place + " user=\(Self.administrator)")
  }

  deinit { watcher.withLock { _ = $0?.finish() } }

  /// The role that owns the database: the name that dumps most often give to owners.
  static let owner = "postgres"
  static let administrator = "sqlferry_administrator"
  static let database = "sqlferry"

  /// Starts a server and makes an empty database in it; takes about a second.
  package static func start(options: Options = Options()) async throws(EphemeralServerError) -> EphemeralServer {
    let installations = PostgresInstallation.all()
    guard let installation = installations.first(where: { options.version == nil || $0.majorVersion == options.version }) else {
      throw .notInstalled(wanted: options.version, found: installations.map(\.majorVersion))
    }
    // Root's folder belongs to the server's user from here on, who removes it.
    let (folder, password) = (try newFolder(), newPassword())
    guard write(password, to: folder + "/password") else {
      rmdir(folder)
      throw .noFolder(reason: SystemErrorText.text)
    }
    let watcher: ChildProcess
    do throws(ChildProcessError) {
      watcher = try ChildProcess(command(installation, folder), environment: ["LC_ALL": "C"])
    } catch {
      unlink(folder + "/password")
      rmdir(folder)
      throw .notStarted(installation, reason: "\(error.program): \(error.reason)")
    }
    guard watcher.line() == "started" else {
      var log: [String] = []
      while let line = watcher.line() { log.append(line) }
      watcher.finish()
      throw .notStarted(installation, reason: Self.reason(in: log))
    }
    let server = EphemeralServer(installation: installation, folder: folder, password: password, watcher: watcher, options: options)
    try await server.prepare(password)
    return server
  }

  /// Stops the server and removes what there is of it; returns when it is gone.
  package func stop() async {
    watcher.withLock { watcher in
      watcher?.finish()
      watcher = nil
    }
  }

  private func prepare(_ password: String) async throws(EphemeralServerError) {
    do {
      let administrator = try await connect(to: administratorTarget.replacingDatabase(with: "postgres"))
      for statement in Self.preparation(password) { _ = try await administrator.query(statement) }
      await administrator.close()
    } catch {
      await stop()
      throw .notStarted(installation, reason: "\(error)")
    }
  }

  private static func preparation(_ password: String) -> [String] {
    [
      "CREATE ROLE \(owner) LOGIN CREATEDB CREATEROLE PASSWORD '\(password)'",
      "CREATE DATABASE \(database) OWNER \(owner)",
    ]
  }

  /// The server is starting: it is asked again until it answers.
  ///
  /// On a busy machine half a minute may pass between two tries, so that many must have failed, too.
  private func connect(to target: String) async throws -> PostgresConnection {
    let deadline = ContinuousClock.now + .seconds(30)
    var tries = 0
    while true {
      tries += 1
      do throws(PostgresConnectionError) {
        return try await PostgresConnection.open(target, options: writing)
      } catch {
        switch error {
        case .unreachable, .notReady:
          if ContinuousClock.now > deadline, tries > 100 { throw error }
          try await Task.sleep(for: .milliseconds(15))
        default: throw error
        }
      }
    }
  }

  /// The options of sessions that load files.
  var writing: PostgresConnection.Options {
    var connection = PostgresConnection.Options()
    (connection.isReadOnly, connection.statementTimeout) = (false, options.statementTimeout)
    return connection
  }
}

extension String {
  /// The connection string with another database than `EphemeralServer.database`.
  fileprivate func replacingDatabase(with name: String) -> String {
    split(separator: " ").map { $0 == "dbname=\(EphemeralServer.database)" ? "dbname=\(name)" : String($0) }.joined(separator: " ")
  }
}

// MARK: - Folder, password, command

extension EphemeralServer {
  /// A folder that only this user may enter, with a name short enough for a socket's path (`sun_path` has 104 bytes or more).
  private static func newFolder() throws(EphemeralServerError) -> String {
    let temporary = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    let isUsable = temporary.hasPrefix("/") && temporary.utf8.count <= 60 && getuid() != 0
      && temporary.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "'") && $0 != UInt8(ascii: "\\") }
    for parent in isUsable ? [temporary, "/tmp"] : ["/tmp"] {
      var name = Array((parent + "/sqlferry-postgres.XXXXXX").utf8CString)
      if let made = mkdtemp(&name) {
        let folder = String(cString: made)
        if getuid() == 0, let user = unprivilegedUser { chown(folder, user.id, user.group) }
        return folder
      }
    }
    throw .noFolder(reason: SystemErrorText.text)
  }

  /// The user that root hands the server to.
  private static var unprivilegedUser: (name: String, id: uid_t, group: gid_t)? {
    for name in ["postgres", "nobody"] {
      if let entry = getpwnam(name)?.pointee { return (name, entry.pw_uid, entry.pw_gid) }
    }
    return nil
  }

  /// Writes a file that only the server's user may read.
  private static func write(_ text: String, to path: String) -> Bool {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    if getuid() == 0, let user = unprivilegedUser { fchown(descriptor, user.id, user.group) }
    let bytes = Array(text.utf8)
    return systemWrite(descriptor, bytes, bytes.count) == bytes.count
  }

  private static func newPassword() -> String {
    var generator = SystemRandomNumberGenerator()
    return (0..<4).map { _ in String(generator.next() as UInt64, radix: 36) }.joined()
  }

  private static func command(_ installation: PostgresInstallation, _ folder: String) -> [String] {
    let script = ["/bin/sh", "-c", watcherScript, "sqlferry-postgres", installation.folder, folder, administrator]
    guard getuid() == 0, let user = unprivilegedUser else { return script }
    #if canImport(Darwin)
      return ["/usr/bin/sudo", "-n", "-u", user.name] + script
    #else
      return ["setpriv", "--reuid=\(user.id)", "--regid=\(user.group)", "--clear-groups"] + script
    #endif
  }

  /// Makes a cluster, starts the server, and waits until standard input ends: then the process that asked for it is gone or wants it no
  /// longer. The password is in a file, so that no list of processes shows it.
  private static let watcherScript = """
    bin=$1 folder=$2 user=$3 server=
    cd /
    finish() {
      trap '' HUP INT TERM
      if [ -n "$server" ]; then kill -QUIT "$server" 2>/dev/null; wait "$server"; fi
      rm -rf "$folder"
    }
    trap finish EXIT
    trap 'exit 1' HUP INT TERM
    umask 077
    make() {
      "$bin/initdb" -D "$folder/data" -U "$user" -A scram-sha-256 --pwfile="$folder/password" -E UTF8 --locale="$1" \\
        --no-sync --no-instructions >"$folder/log" 2>&1
    }
    make C.UTF-8 || make C || { cat "$folder/log"; exit 1; }
    rm -f "$folder/password"
    "$bin/postgres" -D "$folder/data" -k "$folder" -p 5432 -c listen_addresses= -c max_connections=50 -c fsync=off \\
      -c synchronous_commit=off -c full_page_writes=off -c autovacuum=off -c wal_level=minimal -c max_wal_senders=0 -c jit=off \\
      -c max_locks_per_transaction=1024 -c timezone=UTC -c log_timezone=UTC </dev/null >"$folder/log" 2>&1 &
    server=$!
    echo started
    while IFS= read -r line; do :; done
    """

  /// The line of a log that says why.
  private static func reason(in log: [String]) -> String {
    let line = log.first { $0.contains("error") || $0.contains("FATAL") || $0.contains("could not") } ?? log.last ?? "it ended at once"
    return TerminalText.safe(line, onOneLine: true)
  }
}

private func systemWrite(_ descriptor: Int32, _ bytes: [UInt8], _ count: Int) -> Int { write(descriptor, bytes, count) }

/// The system's words for what went wrong last.
enum SystemErrorText {
  static var text: String { strerror(errno).map { String(cString: $0) } ?? "error \(errno)" }
}

/// Why there is no private server.
package enum EphemeralServerError: Error, Sendable, CustomStringConvertible {
  /// No `initdb` and `postgres` of the wanted version; the versions that are there.
  case notInstalled(wanted: Int?, found: [Int])
  case noFolder(reason: String)
  case notStarted(PostgresInstallation, reason: String)

  /// What happened: one sentence, lower case, no full stop.
  package var message: String {
    switch self {
    case .notInstalled(let wanted?, let found) where !found.isEmpty:
      "PostgreSQL \(wanted) is not installed here; there is \(found.map(String.init).joined(separator: ", "))"
    case .notInstalled: "no PostgreSQL server program (initdb, postgres) is found"
    case .noFolder(let reason): "no folder for a private PostgreSQL server can be made: \(reason)"
    case .notStarted(let installation, let reason): "the PostgreSQL server in \(installation.folder) does not start: \(reason)"
    }
  }

  package var help: String {
    switch self {
    case .notInstalled(_, let found) where !found.isEmpty: "leave the version out, or install that one"
    case .notInstalled: "install a PostgreSQL server (Debian: postgresql, Homebrew: postgresql@17), or add its folder to PATH"
    case .noFolder: "set TMPDIR to a folder that this user may write to"
    case .notStarted: "start it by hand to see more, or use --schema without --ephemeral"
    }
  }

  package var description: String { message }
}

import Foundation

/// A private PostgreSQL that wants passwords and offers TLS, for what a server that trusts everybody cannot show.
///
/// Roles: `postgres` (password "top:se/cret@"), `nobody` (rejected by `pg_hba.conf`), `sealed` (admitted with TLS only, password "x").
/// PostgreSQL refuses to run as root, so root starts it as the user `postgres`.
final class GuardedServer {
  static let password = "top:se/cret@"
  static let binaries = findBinaries()
  private let folder: URL
  let port: UInt16

  init() throws {
    folder = URL(fileURLWithPath: NSTemporaryDirectory()).appendingPathComponent("sqlferry-\(UUID().uuidString.prefix(8))")
    port = try SilentListener().port
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data((Self.password + "\n").utf8).write(to: folder.appendingPathComponent("password"))
    if getuid() == 0 { try Self.run("/bin/chown", "postgres", folder.path, folder.path + "/password") }
    let data = folder.path + "/data"
    try runAsOwner("\(Self.binaries)/initdb", "-D", data, "-A", "scram-sha-256", "--pwfile", folder.path + "/password", "-E", "UTF8", "--locale=C")
    try runAsOwner(
      "/usr/bin/openssl", "req", "-new", "-x509", "-days", "2", "-nodes", "-subj", "/CN=elsewhere", "-out", data + "/server.crt",
      "-keyout", data + "/server.key")
    let rules = """
      host all nobody 127.0.0.1/32 reject
      hostssl all sealed 127.0.0.1/32 scram-sha-256
      host all postgres 127.0.0.1/32 scram-sha-256
      host all trusted 127.0.0.1/32 trust
      """
    try rules.write(toFile: folder.path + "/hba", atomically: true, encoding: .utf8)
    try runAsOwner("/bin/sh", "-c", Self.start, Self.binaries, folder.path, "\(port)", "\(getpid())")
  }

  /// Starts the server, and leaves a process behind that stops it should the tests end without doing so (Ctrl-C).
  /// A small Debian has no `ps`; macOS has no `/proc`.
  private static let start = """
    "$0/pg_ctl" -D "$1/data" -w -l "$1/data/log" -o "-p $2 -k '' -c listen_addresses=127.0.0.1 -c ssl=on -c fsync=off \
      -c hba_file=$1/hba" start || exit 1
    ( while [ -d "$1/data" ] && { [ -d "/proc/$3" ] || ps -p "$3" >/dev/null 2>&1; }; do sleep 1; done
      "$0/pg_ctl" -D "$1/data" -m immediate -w stop; rm -rf "$1" ) &
    """

  deinit {
    try? runAsOwner("\(Self.binaries)/pg_ctl", "-D", folder.path + "/data", "-m", "immediate", "-w", "stop")
    try? FileManager.default.removeItem(at: folder)
  }

  private func runAsOwner(_ arguments: String...) throws {
    try getuid() == 0 ? Self.run(["/usr/sbin/runuser", "-u", "postgres", "--"] + arguments) : Self.run(arguments)
  }

  private static func run(_ arguments: String...) throws { try run(arguments) }

  private static func run(_ arguments: [String]) throws {
    // Foundation's Process would wait until the server ends, which holds a descriptor of its.
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor: Int32 in 0...2 { posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0) }
    let words = arguments.map { strdup($0) }
    defer { for word in words { free(word) } }
    var (child, status): (pid_t, Int32) = (0, 0)
    guard posix_spawn(&child, arguments[0], &actions, nil, words + [nil], environ) == 0, waitpid(child, &status, 0) == child, status == 0 else {
      throw GuardedServerError(command: arguments.joined(separator: " "))
    }
  }

  /// The folder of `initdb` and `pg_ctl` (Debian keeps one a version), empty when there is none.
  private static func findBinaries() -> String {
    let versions = (try? FileManager.default.contentsOfDirectory(atPath: "/usr/lib/postgresql")) ?? []
    let folders = versions.sorted { (Int($0) ?? 0) > (Int($1) ?? 0) }.map { "/usr/lib/postgresql/\($0)/bin" }
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return (folders + path.split(separator: ":").map(String.init)).first {
      FileManager.default.isExecutableFile(atPath: $0 + "/initdb") && FileManager.default.isExecutableFile(atPath: $0 + "/pg_ctl")
    } ?? ""
  }
}

struct GuardedServerError: Error { var command: String }

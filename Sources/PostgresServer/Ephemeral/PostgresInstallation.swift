#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The server programs of one installed PostgreSQL.
package struct PostgresInstallation: Hashable, Sendable {
  /// The folder of `initdb` and `postgres`.
  package var folder: String
  /// As `postgres --version` prints it: 15, 18.
  package var majorVersion: Int

  package init(folder: String, majorVersion: Int) { (self.folder, self.majorVersion) = (folder, majorVersion) }

  /// Everything that is installed where PATH, `pg_config` and the usual packages (Debian, Red Hat, Homebrew, Postgres.app) put it, the
  /// newest first.
  package static func all() -> [PostgresInstallation] {
    var (found, seen) = ([PostgresInstallation](), Set<String>())
    for folder in candidateFolders() {
      guard access(folder + "/initdb", X_OK) == 0, access(folder + "/postgres", X_OK) == 0 else { continue }
      guard seen.insert(realPath(folder)).inserted, let version = version(in: folder) else { continue }
      found.append(PostgresInstallation(folder: folder, majorVersion: version))
    }
    return found.enumerated().sorted {
      ($1.element.majorVersion, $0.offset) < ($0.element.majorVersion, $1.offset)
    }.map(\.element)
  }

  private static func candidateFolders() -> [String] {
    let path = getenv("PATH").map { String(cString: $0) } ?? ""
    var folders = path.split(separator: ":").map(String.init)
    if let folder = ChildProcess.firstLine(of: ["pg_config", "--bindir"]) { folders.append(folder) }
    let patterns = [
      "/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin", "/opt/homebrew/opt/postgresql@*/bin", "/usr/local/opt/postgresql@*/bin",
      "/home/linuxbrew/.linuxbrew/opt/postgresql@*/bin", "/Applications/Postgres.app/Contents/Versions/*/bin", "/usr/local/pgsql/bin",
    ]
    return folders.filter { $0.hasPrefix("/") } + patterns.flatMap(matches)
  }

  private static func matches(_ pattern: String) -> [String] {
    var result = glob_t()
    defer { globfree(&result) }
    guard glob(pattern, 0, nil, &result) == 0, let paths = result.gl_pathv else { return [] }
    return (0..<Int(result.gl_pathc)).compactMap { paths[$0].map { String(cString: $0) } }
  }

  private static func realPath(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// `postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)`.
  private static func version(in folder: String) -> Int? {
    guard let line = ChildProcess.firstLine(of: [folder + "/postgres", "--version"]) else { return nil }
    let words = line.split(separator: " ")
    guard let place = words.firstIndex(of: "(PostgreSQL)"), place + 1 < words.count else { return nil }
    return Int(words[place + 1].prefix { $0.isNumber })
  }
}

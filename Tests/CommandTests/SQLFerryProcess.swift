import Foundation
import MySQLServer
import PostgresServer
import Synchronization
import Testing

/// The built program, run as a person runs it.
struct SQLFerryProcess {
  struct Output {
    var status: Int32
    var stdout: String
    var stderr: String

    /// Standard output as JSON.
    func json() throws -> [String: Any] {
      try #require(try JSONSerialization.jsonObject(with: Data(stdout.utf8)) as? [String: Any], "no JSON object: \(stdout.prefix(400)) \(stderr)")
    }
  }

  /// The working folder, kept alive as long as the program may run in it.
  var folder: TemporaryFolder
  var environment: [String: String] = [:]

  /// The program stands beside the test bundle.
  private static let program: URL = {
    let test = Bundle.main.executableURL ?? URL(fileURLWithPath: CommandLine.arguments[0])
    for folder in [test.deletingLastPathComponent(), Bundle(for: Marker.self).bundleURL.deletingLastPathComponent()] {
      let program = folder.appendingPathComponent("sqlferry")
      if FileManager.default.isExecutableFile(atPath: program.path) { return program }
    }
    return test.deletingLastPathComponent().appendingPathComponent("sqlferry")
  }()

  private final class Marker {}

  func callAsFunction(_ arguments: String..., input: String = "") throws -> Output { try run(arguments, input: input) }

  /// Waits until the program has taken Ctrl-C into its own hands; where the system does not tell, not at all.
  private static func waitUntilListening(_ process: Process) {
    for _ in 0..<500 {
      guard let status = try? String(contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8),
        let line = status.split(separator: "\n").first(where: { $0.hasPrefix("SigIgn:") }),
        let mask = UInt64(line.dropFirst(7).trimmingCharacters(in: .whitespaces), radix: 16), mask & 2 == 0
      else { return }
      Thread.sleep(forTimeInterval: 0.02)
    }
  }

  /// - Parameter interruptAfter: Seconds after which Ctrl-C is pressed, from when the program listens to it.
  func run(_ arguments: [String], input: String = "", interruptAfter: Double? = nil) throws -> Output {
    let scratch = try TemporaryFolder()
    let process = Process()
    process.executableURL = Self.program
    process.arguments = arguments
    process.currentDirectoryURL = folder.url
    var variables = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("PG") && $0.key != "MYSQL_PWD" && $0.key != "NO_COLOR" }
    variables["LC_ALL"] = "C.UTF-8"
    process.environment = variables.merging(environment) { $1 }
    process.standardInput = try FileHandle(forReadingFrom: scratch.write("in", input))
    process.standardOutput = try FileHandle(forWritingTo: scratch.write("out", ""))
    process.standardError = try FileHandle(forWritingTo: scratch.write("err", ""))
    try process.run()
    if let interruptAfter {
      Self.waitUntilListening(process)
      Thread.sleep(forTimeInterval: interruptAfter)
      process.interrupt()
    }
    process.waitUntilExit()
    return Output(
      status: process.terminationStatus, stdout: try scratch.read("out"), stderr: try scratch.read("err"))
  }
}

/// A folder that goes away with its last user.
final class TemporaryFolder {
  let url: URL

  init() throws {
    let name = "sqlferry-test-\(ProcessInfo.processInfo.processIdentifier)-\(UUID().uuidString)"
    url = FileManager.default.temporaryDirectory.appendingPathComponent(name).resolvingSymlinksInPath()
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  var path: String { url.path }

  @discardableResult
  func write(_ name: String, _ text: String) throws -> URL { try write(name, Data(text.utf8)) }

  @discardableResult
  func write(_ name: String, _ data: Data) throws -> URL {
    let file = url.appendingPathComponent(name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
    return file
  }

  func read(_ name: String) throws -> String { String(decoding: try Data(contentsOf: url.appendingPathComponent(name)), as: UTF8.self) }

  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: url.appendingPathComponent(name).path) }

  /// sqlferry, run in this folder.
  var sqlferry: SQLFerryProcess { SQLFerryProcess(folder: self) }

  /// Another program, run in this folder.
  func run(_ arguments: String...) throws -> (status: Int32, output: String) {
    let process = Process()
    let scratch = try TemporaryFolder()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = arguments
    process.currentDirectoryURL = url
    let output = try FileHandle(forWritingTo: scratch.write("out", ""))
    (process.standardOutput, process.standardError) = (output, output)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return (process.terminationStatus, try scratch.read("out"))
  }
}

/// The servers that tests run on; without them the tests that need one are left out, unless `SQLFERRY_REQUIRE_SERVERS=1`.
enum Servers {
  static let postgres = ProcessInfo.processInfo.environment["SQLFERRY_TEST_POSTGRES"] ?? ""
  static let mysql = ProcessInfo.processInfo.environment["SQLFERRY_TEST_MYSQL"] ?? ""
  private static let areRequired = ProcessInfo.processInfo.environment["SQLFERRY_REQUIRE_SERVERS"] == "1"
  static let hasPostgres = !postgres.isEmpty || areRequired
  static let hasMySQL = !mysql.isEmpty || areRequired

  private static let counter = Mutex(0)

  static func freshName() -> String {
    let number = counter.withLock { counter in
      counter += 1
      return counter
    }
    return "sqlferry_command_\(ProcessInfo.processInfo.processIdentifier)_\(number)"
  }

  static func postgresURL(database: String, user: String? = nil, password: String? = nil) throws -> String {
    var parts = try #require(URLComponents(string: postgres), "SQLFERRY_TEST_POSTGRES names no server")
    parts.path = "/" + database
    if let user { parts.user = user }
    if let password { parts.password = password }
    return try #require(parts.string)
  }

  static func administrator(database: String = "postgres") async throws -> PostgresConnection {
    var options = PostgresConnection.Options()
    options.isReadOnly = false
    // CREATE and DROP DATABASE wait for every other session, of which the tests have many.
    (options.statementTimeout, options.connectTimeout) = (60_000, 60)
    return try await PostgresConnection.open(try postgresURL(database: database), options: options)
  }

  /// Runs `body` with the URL of a new database that holds `schema`, and drops it afterwards.
  static func withDatabase(_ schema: [String] = shop, _ body: (String) async throws -> Void) async throws {
    let name = freshName()
    let administrator = try await administrator()
    _ = try await administrator.query("CREATE DATABASE \(name) TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C.UTF-8'")
    do {
      let owner = try await self.administrator(database: name)
      for statement in schema { _ = try await owner.query(statement) }
      await owner.close()
      try await body(try postgresURL(database: name))
    } catch {
      _ = try? await administrator.query("DROP DATABASE \(name) WITH (FORCE)")
      throw error
    }
    _ = try await administrator.query("DROP DATABASE \(name) WITH (FORCE)")
  }

  /// Runs `body` with the URL of a new MySQL database in which a script of statements was run, and drops it afterwards.
  /// The statements of a script, as the `mysql` client splits it.
  static func statements(of script: String) -> [String] {
    var (statements, lines, delimiter) = ([String](), [Substring](), ";")
    for line in script.split(separator: "\n") where !line.hasPrefix("--") {
      if line.hasPrefix("DELIMITER ") {
        delimiter = String(line.dropFirst(10))
      } else if line.hasSuffix(delimiter) {
        statements.append((lines + [line.dropLast(delimiter.count)]).joined(separator: "\n"))
        lines = []
      } else {
        lines.append(line)
      }
    }
    return statements
  }

  static func withMySQLDatabase(script: String, _ body: (String) async throws -> Void) async throws {
    let name = freshName()
    let administrator = try await MySQLConnection.open(mysql)
    _ = try await administrator.query("CREATE DATABASE \(name) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin")
    do {
      var location = try MySQLLocation(mysql)
      location.database = name
      let owner = try await MySQLConnection.open(location)
      for statement in statements(of: script) { _ = try await owner.query(statement) }
      await owner.close()
      try await body((mysql.hasSuffix("/") ? mysql : mysql + "/") + name)
    } catch {
      _ = try? await administrator.query("DROP DATABASE \(name)")
      throw error
    }
    _ = try await administrator.query("DROP DATABASE \(name)")
  }

  static let shop = [
    "CREATE TABLE users (id serial PRIMARY KEY, name text NOT NULL, email varchar(80) UNIQUE, age integer, active boolean NOT NULL DEFAULT true)"
  ]
}

import ArgumentParser
import Foundation
import PostgresCatalog
import PostgresServer

/// `catalog`: objects per second of a large schema, beside PostgreSQL's own programs.
struct CatalogBenchmark: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "catalog", abstract: "Reads the catalog of a large generated schema, beside pg_dump and psql.",
    discussion: """
      Makes a database on the server, fills it with tables that have keys, indexes, checks, defaults and comments, reads it, and drops it. \
      The peers read the same database: pg_dump --schema-only, and psql the views of information_schema that other tools read. \
      Needs a role that may create databases.
      """)

  @Argument(help: "The server, a libpq connection string.")
  var server: String

  @Option(help: "How many tables.")
  var tables = 10_000

  @Option(help: "How many columns each has; at least 8.")
  var columns = 20

  @Option(help: "Rounds to measure; the median counts.")
  var rounds = 3

  @Flag(help: "Read the database that the connection string names, and make none.")
  var existing = false

  func validate() throws {
    guard tables > 0, columns >= 8, rounds > 0 else { throw ValidationError("--tables and --rounds start at 1, --columns at 8") }
  }

  func run() async throws {
    if existing { return try await measure(server) }
    let name = "sqlferry_benchmark_\(ProcessInfo.processInfo.processIdentifier)"
    let administrator = try await connection(to: server)
    _ = try await administrator.query("CREATE DATABASE \(name) TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'")
    do {
      let target = try target(database: name)
      let owner = try await connection(to: target)
      for statement in GeneratedSchema(tables: tables, columns: columns).statements { _ = try await owner.query(statement) }
      _ = try await owner.query("ANALYZE")
      await owner.close()
      try await measure(target)
    } catch {
      _ = try? await administrator.query("DROP DATABASE \(name) WITH (FORCE)")
      throw error
    }
    _ = try await administrator.query("DROP DATABASE \(name) WITH (FORCE)")
  }

  private func connection(to target: String) async throws -> PostgresConnection {
    var options = PostgresConnection.Options()
    (options.isReadOnly, options.statementTimeout) = (false, 600_000)
    return try await PostgresConnection.open(target, options: options)
  }

  private func target(database: String) throws -> String {
    guard var parts = URLComponents(string: server), parts.scheme != nil else { return server + " dbname=" + database }
    parts.path = "/" + database
    return parts.string ?? server
  }

  private func measure(_ target: String) async throws {
    let peakBefore = Self.peakMemory()
    var (times, indexing, objects) = ([Double](), [Double](), 0)
    for _ in 0..<rounds {
      let connection = try await PostgresConnection.open(target)
      let start = ContinuousClock.now
      let catalog = try await CatalogLoader.load(connection)
      times.append(Self.seconds(since: start))
      let indexStart = ContinuousClock.now
      let index = CatalogIndex(catalog)
      indexing.append(Self.seconds(since: indexStart))
      objects = Self.count(index.catalog)
      await connection.close()
    }
    let seconds = Contest.median(times)
    print("\(objects) objects: tables, columns, constraints, indexes, comments")
    print(
      "sqlferry CatalogLoader: \(Self.text(seconds)) s, \(Int(Double(objects) / seconds)) objects/s, CatalogIndex \(Self.text(Contest.median(indexing))) s, "
        + "peak memory \(Self.peakMemory() / 1024) MB (\(peakBefore / 1024) MB before)")
    try peer("pg_dump --schema-only", ["pg_dump", "--schema-only", "--dbname=\(target)", "--file=/dev/null"])
    try peer("psql information_schema", ["psql", "--no-psqlrc", "--output=/dev/null", "--dbname=\(target)", "--command=\(Self.views)"])
  }

  /// What tools that read `information_schema` ask for: columns, constraints and their columns; indexes are in `pg_indexes` only.
  private static let views = """
    SELECT * FROM information_schema.tables; SELECT * FROM information_schema.columns; SELECT * FROM information_schema.table_constraints; \
    SELECT * FROM information_schema.key_column_usage; SELECT * FROM information_schema.referential_constraints; \
    SELECT * FROM information_schema.check_constraints; SELECT * FROM pg_catalog.pg_indexes
    """

  private func peer(_ name: String, _ command: [String]) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = command
    let errors = Pipe()
    process.standardError = errors
    let start = ContinuousClock.now
    do { try process.run() } catch { return print("\(name): not measured, it is not installed") }
    let message = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let seconds = Self.seconds(since: start)
    guard process.terminationStatus == 0 else {
      return print("\(name): failed after \(Self.text(seconds)) s: \(String(decoding: message, as: UTF8.self).prefix(300))")
    }
    print("\(name): \(Self.text(seconds)) s")
  }

  private static func count(_ catalog: Catalog) -> Int {
    catalog.relations.filter { $0.schema != "pg_catalog" && $0.schema != "information_schema" }.reduce(0) { sum, relation in
      let comments = relation.columns.count { $0.comment != nil } + (relation.comment == nil ? 0 : 1)
      return sum + 1 + relation.columns.count + relation.constraints.count + relation.indexes.count + comments
    }
  }

  /// `VmHWM` of this process in kilobytes, 0 where there is no /proc.
  private static func peakMemory() -> Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return line.flatMap { Int($0.filter(\.isNumber)) } ?? 0
  }

  private static func seconds(since start: ContinuousClock.Instant) -> Double {
    let (whole, atto) = start.duration(to: .now).components
    return Double(whole) + Double(atto) / 1e18
  }

  private static func text(_ seconds: Double) -> String { "\((seconds * 100).rounded() / 100)" }
}

/// A schema of many tables, each with a primary key, a foreign key, a unique key, a check, two more indexes, defaults and comments.
private struct GeneratedSchema {
  var tables: Int
  var columns: Int
  /// A server has room for the locks of so many tables in one transaction.
  private static let batch = 250

  var statements: [String] {
    ["CREATE TYPE mood AS ENUM ('low', 'high')"]
      + stride(from: 1, through: tables, by: Self.batch).map { batch(from: $0, to: min($0 + Self.batch - 1, tables)) }
  }

  private func batch(from first: Int, to last: Int) -> String {
    let types = ["varchar(40) NOT NULL", "numeric(10,2) DEFAULT 0", "timestamptz(3) NOT NULL DEFAULT now()", "text[]", "jsonb", "mood", "boolean NOT NULL"]
    let more = (8...columns).map { "c\($0) \(types[$0 % types.count])" }.joined(separator: ", ")
    return """
      DO $generate$
      BEGIN
        FOR number IN \(first)..\(last) LOOP
          EXECUTE format('CREATE TABLE table_%s (id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY, code varchar(20) NOT NULL UNIQUE,
            parent bigint REFERENCES table_%s (id) ON DELETE CASCADE, name text NOT NULL DEFAULT ''none'', price numeric(12,2) CHECK (price >= 0),
            created timestamptz NOT NULL DEFAULT now(), note text, \(more))', number, greatest(number - 1, 1));
          EXECUTE format('CREATE INDEX ON table_%s (parent)', number);
          EXECUTE format('CREATE INDEX ON table_%s (lower(name), created DESC) WHERE price > 0', number);
          EXECUTE format('COMMENT ON TABLE table_%s IS ''What table %s holds''', number, number);
          FOR place IN 8..\(columns) BY 4 LOOP
            EXECUTE format('COMMENT ON COLUMN table_%s.c%s IS ''What column %s of table %s is good for''', number, place, place, number);
          END LOOP;
        END LOOP;
      END
      $generate$
      """
  }
}

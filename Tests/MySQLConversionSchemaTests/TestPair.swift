import Foundation
import MySQLServer
import MySQLTarget
import PostgresCatalog
import PostgresServer
import PostgresSyntax
import SourceText
import Synchronization

@testable import MySQLConversion

/// A PostgreSQL and a MySQL database that belong to one test, named by `SQLFERRY_TEST_POSTGRES` and `SQLFERRY_TEST_MYSQL`.
struct TestPair {
  let postgres: PostgresConnection
  let mysql: MySQLConnection
  let catalog: CatalogIndex
  let converter: SchemaConverter
  let script: SchemaScript

  private static let postgresURL = ProcessInfo.processInfo.environment["SQLFERRY_TEST_POSTGRES"] ?? ""
  private static let mysqlURL = ProcessInfo.processInfo.environment["SQLFERRY_TEST_MYSQL"] ?? ""
  /// Without servers these tests are left out, unless `SQLFERRY_REQUIRE_SERVERS=1` says that they must run.
  static let isWanted =
    (!postgresURL.isEmpty && !mysqlURL.isEmpty) || ProcessInfo.processInfo.environment["SQLFERRY_REQUIRE_SERVERS"] == "1"

  struct MissingServer: Error {}
  private static let counter = Mutex(0)

  private static func freshName() -> String {
    let number = counter.withLock { $0 += 1; return $0 }
    return "sqlferry_schema_\(ProcessInfo.processInfo.processIdentifier)_\(number)"
  }

  private static func openPostgres(_ database: String?) async throws -> PostgresConnection {
    guard var parts = URLComponents(string: postgresURL), !postgresURL.isEmpty else { throw MissingServer() }
    if let database { parts.path = "/" + database }
    var options = PostgresConnection.Options()
    options.isReadOnly = false
    options.statementTimeout = 60_000
    return try await PostgresConnection.open(parts.string ?? postgresURL, options: options)
  }

  private static func openMySQL(_ database: String) async throws -> MySQLConnection {
    guard !mysqlURL.isEmpty else { throw MissingServer() }
    var location = try MySQLLocation(mysqlURL)
    location.database = database
    return try await MySQLConnection.open(location)
  }

  /// Loads `ddl` into PostgreSQL and what it is converted to into MySQL, runs `body`, and drops both databases.
  ///
  /// - Parameter schemas: Schemas besides `public`; their MySQL databases get names of their own.
  static func with(_ ddl: String, schemas: [String] = [], _ body: (TestPair) async throws -> Void) async throws {
    let name = freshName()
    let databases = Dictionary(uniqueKeysWithValues: schemas.map { ($0, "\(name)_\($0)") })
    let administrator = try await openPostgres(nil)
    let mysqlAdministrator = try await openMySQL("")
    func drop() async {
      _ = try? await administrator.query("DROP DATABASE IF EXISTS \(name) WITH (FORCE)")
      // The other databases refer to this one, which therefore goes last (error 3730).
      for database in databases.values.sorted() + [name] { _ = try? await mysqlAdministrator.query("DROP DATABASE IF EXISTS \(database)") }
    }
    do {
      _ = try await administrator.query("CREATE DATABASE \(name) TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8'")
      _ = try await mysqlAdministrator.query("CREATE DATABASE \(name)")
      try await body(try await load(name, ddl, databases))
    } catch {
      await drop()
      throw error
    }
    await drop()
  }

  private static func load(_ name: String, _ ddl: String, _ databases: [String: String]) async throws -> TestPair {
    let postgres = try await openPostgres(name)
    _ = try await postgres.query("SET TimeZone = 'UTC'")
    let text = SQLText(ddl)
    for range in Parser.split(text) { _ = try await postgres.query(text.string(in: range)) }
    let catalog = CatalogIndex(try await CatalogLoader.load(postgres))
    let converter = SchemaConverter(catalog: catalog, databases: databases)
    let script = converter.convert()
    let mysql = try await openMySQL(name)
    for statement in script.statements {
      do {
        _ = try await mysql.query(statement.sql)
      } catch {
        throw Refusal(error: "\(error)", sql: statement.sql)
      }
    }
    return TestPair(postgres: postgres, mysql: mysql, catalog: catalog, converter: converter, script: script)
  }

  struct Refusal: Error { var error: String, sql: String }

  // MARK: Asking both

  /// What became of a statement: nil where it was done, else the error.
  func outcome(postgres sql: String) async -> String? {
    do { _ = try await postgres.query(sql) } catch { return "\(error)" }
    return nil
  }

  func outcome(mysql sql: String) async -> String? {
    do { _ = try await mysql.query(sql) } catch { return "\(error)" }
    return nil
  }

  /// All rows of a table in a form that both servers share, sorted.
  func rows(of name: String, schema: String = "public") async throws -> (postgres: [[String]], mysql: [[String]]) {
    guard let relation = catalog.relation(named: name, schema: schema) else { throw MissingServer() }
    let quoted = relation.columns.map { "\"\($0.name)\"" }.joined(separator: ", ")
    let backticked = relation.columns.map { ReservedWords.quoted($0.name) }.joined(separator: ", ")
    let a = try await postgres.query("SELECT \(quoted) FROM \"\(schema)\".\"\(name)\"")
    let b = try await mysql.query("SELECT \(backticked) FROM \(converter.names.table(schema, name))")
    let scope = ExpressionScope(columns: [:], catalog: catalog)
    let kinds = relation.columns.map { scope.kind(of: $0.type) }
    let left = (0..<a.count).map { row in kinds.indices.map { SharedForm.postgres(a[row, $0], kinds[$0]) } }
    let right = b.rows.map { row in kinds.indices.map { SharedForm.mysql(row[$0], kinds[$0]) } }
    return (left.sorted { "\($0)" < "\($1)" }, right.sorted { "\($0)" < "\($1)" })
  }
}

/// Values of both servers brought to one text form.
enum SharedForm {
  static func postgres(_ text: String?, _ kind: ValueKind) -> String {
    guard let text else { return "NULL" }
    switch kind {
    case .boolean: return text == "t" ? "1" : "0"
    case .decimal: return number(text)
    case .float: return "\(Double(text) ?? .nan)"
    case .paddedText: return text.replacing(/\ +$/, with: "")
    case .timestampWithZone: return time(text.replacing(/\+00$/, with: ""))
    case .timestamp, .time: return time(text)
    case .array:
      let items = SchemaLiteral.arrayElements(text) ?? []
      return "[" + items.map { $0 ?? "null" }.joined(separator: ", ") + "]"
    case .bits: return String(Int(text, radix: 2) ?? -1)
    default: return text
    }
  }

  static func mysql(_ bytes: [UInt8]?, _ kind: ValueKind) -> String {
    guard let bytes else { return "NULL" }
    let text = String(decoding: bytes, as: UTF8.self)
    switch kind {
    case .decimal: return number(text)
    case .float: return "\(Double(text) ?? .nan)"
    case .timestampWithZone, .timestamp, .time: return time(text)
    case .array: return text.replacing("\"", with: "")
    case .bytes: return "\\x" + bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    case .bits: return String(bytes.reduce(0) { $0 << 8 | Int($1) })
    default: return text
    }
  }

  private static func number(_ text: String) -> String {
    guard text.contains(".") else { return text }
    return text.replacing(/\.?0+$/, with: "")
  }

  private static func time(_ text: String) -> String { text.contains(".") ? text.replacing(/\.?0+$/, with: "") : text }
}

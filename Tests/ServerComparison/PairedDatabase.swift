import Foundation
import MySQLConversion
import MySQLServer
import MySQLTarget
import PostgresServer

/// One database on both servers: the original on PostgreSQL, the converted schema with a copy of the data on MySQL.
package struct PairedDatabase: Sendable {
  /// A table that stands on both servers.
  package struct Table: Sendable {
    package struct Column: Sendable {
      package var name: String
      package var kind: ValueKind
      /// Whether a sequence numbers it.
      package var isNumbered: Bool
      /// Whether it is computed and takes no value.
      package var isGenerated: Bool
    }

    package var schema: String
    package var name: String
    package var columns: [Column]

    package var postgresName: String { "\"\(schema)\".\"\(name)\"" }
    package func mysqlName(_ main: String) -> String { "`\(schema == "public" ? main : schema)`.`\(name)`" }
  }

  package let postgresURL: String
  package let postgres: PostgresConnection
  package let mysql: MySQLConnection
  package let mysqlDatabase: String
  /// The target that the MySQL server is; the extension pack is installed in a database of this pair's own.
  package let target: Target
  package let tables: [Table]
  /// PostgreSQL's type names by OID, domains resolved.
  private let kinds: [UInt32: ValueKind]

  package func kind(_ type: UInt32) -> ValueKind { kinds[type] ?? .text }
}

// MARK: setting up

extension PairedDatabase {
  private static let postgresServer = ProcessInfo.processInfo.environment["SQLFERRY_TEST_POSTGRES"] ?? ""
  private static let mysqlServer = ProcessInfo.processInfo.environment["SQLFERRY_TEST_MYSQL"] ?? ""
  package static let hasServers =
    !(postgresServer.isEmpty || mysqlServer.isEmpty) || ProcessInfo.processInfo.environment["SQLFERRY_REQUIRE_SERVERS"] == "1"

  /// Makes both databases, runs `body`, and drops them.
  ///
  /// - Parameters:
  ///   - name: What the databases' names start with.
  ///   - scripts: SQL scripts that make the tables and rows on PostgreSQL.
  ///   - otherSchemas: The scripts' schemas beside `public`: each becomes a MySQL database of its name.
  package static func with(
    _ name: String, scripts: [String], otherSchemas: [String] = [], _ body: (PairedDatabase) async throws -> Void
  ) async throws {
    guard !postgresServer.isEmpty, !mysqlServer.isEmpty else {
      throw ComparisonError(description: "set SQLFERRY_TEST_POSTGRES and SQLFERRY_TEST_MYSQL, or use Tests/run")
    }
    let name = "\(name)_\(ProcessInfo.processInfo.processIdentifier)"
    let administrator = try await writer(postgresServer)
    _ = try await administrator.query("CREATE DATABASE \(name)")
    let mysql = try await MySQLConnection.open(mysqlServer)
    // MD5() and SHA1() of MySQL 9.6 and later; refused where they are built in, or installed already.
    _ = try? await mysql.query("INSTALL COMPONENT 'file://component_classic_hashing'")
    let target = packTarget(name)
    let databases = [name] + otherSchemas + [target.extensionDatabase]
    do {
      let pair = try await make(databases.dropLast(), scripts, mysql, target)
      try await body(pair)
      await pair.postgres.close()
    } catch {
      try await drop(databases, administrator, mysql)
      throw error
    }
    try await drop(databases, administrator, mysql)
  }

  private static func writer(_ url: String) async throws -> PostgresConnection {
    var options = PostgresConnection.Options()
    options.isReadOnly = false
    options.statementTimeout = 60_000
    return try await PostgresConnection.open(url, options: options)
  }

  private static func drop(_ databases: [String], _ administrator: PostgresConnection, _ mysql: MySQLConnection) async throws {
    _ = try? await mysql.query("ROLLBACK")
    for database in databases { _ = try? await mysql.query("DROP DATABASE IF EXISTS `\(database)`") }
    _ = try await administrator.query("DROP DATABASE \(databases[0]) WITH (FORCE)")
  }

  private static func packTarget(_ name: String) -> Target {
    var target = Target(service: .mysql, version: .init(9, 7), name: "mysql-9.7")
    target.extensionDatabase = name + "_ext"
    return target
  }

  private static func make(
    _ databases: [String], _ scripts: [String], _ mysql: MySQLConnection, _ target: Target
  ) async throws -> PairedDatabase {
    let name = databases[0]
    guard var parts = URLComponents(string: postgresServer) else { throw ComparisonError(description: "\(postgresServer) is no URL") }
    parts.path = "/" + name
    let url = parts.string ?? postgresServer
    for script in scripts { try PostgresScript.run(script, on: url) }
    let postgres = try await writer(url)
    _ = try await postgres.query("SET TIME ZONE 'UTC'")
    for database in databases {
      _ = try await mysql.query("DROP DATABASE IF EXISTS `\(database)`")
      _ = try await mysql.query("CREATE DATABASE `\(database)` CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin")
    }
    for statement in ExtensionPack.statements(ExtensionPack.functions, target: target) { _ = try await mysql.query(statement) }
    _ = try await mysql.query("USE `\(name)`")
    let statements = try await MySQLSchema.statements(for: url)
    for statement in statements {
      do {
        _ = try await mysql.query(statement)
      } catch {
        throw ComparisonError(description: "MySQL refuses the converted schema: \(error)\n\(statement)")
      }
    }
    let pair = PairedDatabase(
      postgresURL: url, postgres: postgres, mysql: mysql, mysqlDatabase: name, target: target, tables: try await readTables(postgres),
      kinds: try await readKinds(postgres))
    // Rows come table by table, not in the order of their references.
    _ = try await mysql.query("SET foreign_key_checks = 0")
    for table in pair.tables { try await pair.copy(table) }
    _ = try await mysql.query("SET foreign_key_checks = 1")
    return pair
  }

  private static func readKinds(_ postgres: PostgresConnection) async throws -> [UInt32: ValueKind] {
    let rows = try await postgres.query("SELECT t.oid, coalesce(b.typname, t.typname) FROM pg_type t LEFT JOIN pg_type b ON b.oid = nullif(t.typbasetype, 0)")
    return Dictionary(
      (0..<rows.count).map { (UInt32(rows[$0, 0] ?? "") ?? 0, ValueKind(rows[$0, 1] ?? "")) }, uniquingKeysWith: { first, _ in first })
  }

  private static func readTables(_ postgres: PostgresConnection) async throws -> [Table] {
    let rows = try await postgres.query(
      """
      SELECT n.nspname, c.relname, a.attname, coalesce(b.typname, t.typname),
             pg_get_serial_sequence(format('%I.%I', n.nspname, c.relname), a.attname) IS NOT NULL, a.attgenerated <> ''
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid
      JOIN pg_type t ON t.oid = a.atttypid LEFT JOIN pg_type b ON b.oid = nullif(t.typbasetype, 0)
      WHERE c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
        AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'
      ORDER BY c.oid, a.attnum
      """)
    var tables: [Table] = []
    for row in 0..<rows.count {
      let (schema, name) = (rows[row, 0] ?? "", rows[row, 1] ?? "")
      if tables.last?.schema != schema || tables.last?.name != name { tables.append(Table(schema: schema, name: name, columns: [])) }
      tables[tables.count - 1].columns.append(
        Table.Column(
          name: rows[row, 2] ?? "", kind: ValueKind(rows[row, 3] ?? ""), isNumbered: rows[row, 4] == "t", isGenerated: rows[row, 5] == "t"))
    }
    return tables
  }

  private func copy(_ table: Table) async throws {
    let columns = table.columns.filter { !$0.isGenerated }
    let rows = try await postgres.query(
      "SELECT \(columns.map { "\"\($0.name)\"" }.joined(separator: ", ")) FROM \(table.postgresName) ORDER BY 1, 2")
    let insert = "INSERT INTO \(table.mysqlName(mysqlDatabase)) (\(columns.map { "`\($0.name)`" }.joined(separator: ", "))) "
      + "VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))"
    for row in 0..<rows.count {
      let values = try columns.indices.map { try MySQLValue(postgres: rows[row, $0], kind: columns[$0].kind) }
      do {
        _ = try await mysql.execute(insert, values)
      } catch {
        throw ComparisonError(description: "MySQL refuses row \(row + 1) of \(table.name): \(error)")
      }
    }
  }
}

// MARK: contents

extension PairedDatabase {
  /// The rows of a table on each server, sorted.
  package func contents(of table: Table) async throws -> (postgres: [[ComparableValue]], mysql: [[ComparableValue]]) {
    let kinds = table.columns.map(\.kind)
    let original = try await postgres.query(
      "SELECT \(table.columns.map { "\"\($0.name)\"" }.joined(separator: ", ")) FROM \(table.postgresName)")
    let copy = try await mysql.execute(
      "SELECT \(table.columns.map { "`\($0.name)`" }.joined(separator: ", ")) FROM \(table.mysqlName(mysqlDatabase))")
    return (ComparableRows.sorted(ComparableRows.of(original, kinds)), ComparableRows.sorted(ComparableRows.of(copy, kinds)))
  }

  /// Has both servers number the next row of each table from the same value: a rolled-back INSERT uses up numbers.
  package func alignNumbering() async throws {
    for table in tables {
      guard let column = table.columns.first(where: \.isNumbered) else { continue }
      let next = try await postgres.query(
        "SELECT setval(pg_get_serial_sequence($1, $2), coalesce(max(\"\(column.name)\"), 0) + 1, false) FROM \(table.postgresName)",
        parameters: [table.postgresName, column.name])
      _ = try await mysql.query("ALTER TABLE \(table.mysqlName(mysqlDatabase)) AUTO_INCREMENT = \(next[0, 0] ?? "1")")
    }
  }
}

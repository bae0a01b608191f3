import Analysis
import Foundation
import MySQLConversion
import MySQLServer
import MySQLTarget
import PostgresCatalog
import PostgresServer
import PostgresSyntax
import SourceText
import Testing

/// Two servers with the same tables and the same awkward rows, and a converter over the live catalog.
///
/// `item`: id serial, code varchar(20) unique, name text not null, note text, price numeric(10,2) not null, cost numeric(10,2),
/// qty int4 not null, stock int8, weight float8, active bool not null, flag bool, day date, at timestamp, seen timestamptz,
/// uid uuid, kind mood, data jsonb, raw bytea, plain numeric, pad char(5), tags text[], rank int, "Group" int.
/// `category`: id int primary key, title text, parent int. `pair`: (a int, b int) primary key, n int not null.
actor ConversionFixture {
  static let shared = ConversionFixture()

  struct Servers: Sendable {
    let postgres: PostgresConnection
    let mysql: MySQLConnection
    let index: CatalogIndex
    let target: Target
    let converter: Converter
  }

  static var isAvailable: Bool {
    let environment = ProcessInfo.processInfo.environment
    return environment["SQLFERRY_REQUIRE_SERVERS"] == "1" || (environment["SQLFERRY_TEST_POSTGRES"] != nil && environment["SQLFERRY_TEST_MYSQL"] != nil)
  }

  private var loading: Task<Servers, any Error>?

  func servers() async throws -> Servers {
    let task = loading ?? Task { try await Self.load() }
    loading = task
    return try await task.value
  }

  private static func load() async throws -> Servers {
    let environment = ProcessInfo.processInfo.environment
    let postgresURL = try #require(environment["SQLFERRY_TEST_POSTGRES"])
    let mysqlURL = try #require(environment["SQLFERRY_TEST_MYSQL"])
    var options = PostgresConnection.Options()
    options.isReadOnly = false
    let postgres = try await PostgresConnection.open(postgresURL, options: options)
    let name = "conversion_\(ProcessInfo.processInfo.processIdentifier)"
    for statement in ["DROP SCHEMA IF EXISTS \(name) CASCADE", "CREATE SCHEMA \(name)", "SET search_path = \(name)", "SET TimeZone = 'UTC'"] {
      _ = try await postgres.query(statement)
    }
    for statement in postgresTables + rows { _ = try await postgres.query(statement) }
    let mysql = try await MySQLConnection.open(mysqlURL)
    for statement in ["DROP DATABASE IF EXISTS \(name)", "CREATE DATABASE \(name) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin", "USE \(name)"] {
      _ = try await mysql.query(statement)
    }
    for statement in mysqlTables + rows.map(mysqlForm) { _ = try await mysql.query(statement) }
    // The pack's functions stand in the tables' database.
    var target = Target(service: .mysql, version: .init(9, 7), name: "mysql-9.7")
    target.extensionDatabase = name
    for statement in ExtensionPack.statements(ExtensionPack.functions, target: target) { _ = try await mysql.query(statement) }
    let index = CatalogIndex(try await CatalogLoader.load(postgres))
    return Servers(postgres: postgres, mysql: mysql, index: index, target: target, converter: Converter(catalog: index, target: target))
  }

  private static func mysqlForm(_ row: String) -> String {
    row.replacing("'\\x00ff'", with: "x'00ff'").replacing("'\\x41'", with: "x'41'").replacing("\\", with: "\\\\")
      .replacing("\"Group\"", with: "`Group`").replacing(" rank", with: " `rank`")
      .replacing("'{a,b}'", with: "'[\"a\",\"b\"]'").replacing("'{}'::text[]", with: "'[]'").replacing("+00'", with: "'")
  }

  private static let postgresTables = [
    "CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy')",
    """
    CREATE TABLE item (id serial PRIMARY KEY, code varchar(20) UNIQUE, name text NOT NULL, note text, price numeric(10,2) NOT NULL,
      cost numeric(10,2), qty int NOT NULL, stock bigint, weight double precision, active boolean NOT NULL, flag boolean, day date,
      at timestamp, seen timestamptz, uid uuid, kind mood, data jsonb, raw bytea, plain numeric, pad char(5), tags text[], rank int,
      "Group" int)
    """,
    "CREATE TABLE category (id int PRIMARY KEY, title text, parent int)",
    "CREATE TABLE pair (a int, b int, n int NOT NULL, PRIMARY KEY (a, b))",
    "CREATE TABLE twokeys (id int PRIMARY KEY, u int UNIQUE, v int)",
  ]

  private static let mysqlTables = [
    """
    CREATE TABLE item (id int AUTO_INCREMENT PRIMARY KEY, code varchar(20) UNIQUE, name longtext NOT NULL, note longtext,
      price decimal(10,2) NOT NULL, cost decimal(10,2), qty int NOT NULL, stock bigint, weight double, active boolean NOT NULL, flag boolean,
      day date, at datetime(6), seen datetime(6), uid char(36) CHARACTER SET ascii COLLATE ascii_bin, kind enum('sad','ok','happy'),
      data json, raw longblob, plain decimal(65,30), pad char(5), tags json, `rank` int, `Group` int)
    """,
    "CREATE TABLE category (id int PRIMARY KEY, title longtext, parent int)",
    "CREATE TABLE pair (a int, b int, n int NOT NULL, PRIMARY KEY (a, b))",
    "CREATE TABLE twokeys (id int PRIMARY KEY, u int UNIQUE, v int)",
  ]

  private static let rows = [
    #"""
    INSERT INTO item (code, name, note, price, cost, qty, stock, weight, active, flag, day, at, seen, uid, kind, data, raw, plain, pad, tags, rank, "Group") VALUES
      ('A-1', 'Anna', 'C:\new', 10.50, 3.33, 7, 9007199254740993, 1.5, true, true, '2024-02-29', '2024-02-29 23:59:59.999999', '2024-02-29 12:00:00+00', 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11', 'happy', '{"a": 1, "b": [1, null]}', '\x00ff', 1.25, 'ab', '{a,b}', 1, 2),
      ('a-1', 'ANNA', '', 0.00, NULL, -7, -5, -2.5, false, false, '1969-12-31', '1969-12-31 00:00:00', '1969-12-31 23:30:00+00', 'b0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11', 'sad', '{"a": null}', NULL, NULL, 'x', '{}'::text[], NULL, NULL),
      (NULL, 'éclair', NULL, 99999999.99, 0.01, 0, NULL, NULL, true, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '\x41', 0.3, NULL, NULL, 3, 1),
      ('b_2', 'e%_b ', '100%', 1.05, 1.05, 3, 3, 0.1, true, true, '2023-12-31', '2023-12-31 10:20:30.5', '2023-12-31 22:00:00+00', NULL, 'ok', '[]', NULL, -7.5, 'b', NULL, 2, 1),
      ('Z', '😀 zed', 'it''s', 2.50, NULL, 2, 2, 2.5, false, NULL, '2024-12-30', '2024-12-30 00:00:00', NULL, NULL, 'ok', NULL, NULL, NULL, NULL, NULL, NULL, 3)
    """#,
    "INSERT INTO category VALUES (1, 'root', NULL), (2, 'Leaf', 1), (3, NULL, 1), (7, 'leaf', 2)",
    "INSERT INTO pair VALUES (1, 1, 10), (1, 2, 20), (2, 1, 5)",
    "INSERT INTO twokeys VALUES (1, 10, 1), (2, 20, 2)",
  ]
}

/// Every suite that shares the two sessions: one test at a time, for each runs in a transaction that is rolled back.
@Suite(.enabled(if: ConversionFixture.isAvailable), .serialized)
struct ConversionTests {}
